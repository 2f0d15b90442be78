"""An office that nobody filled yet: every page says in a sentence what to do, and has the button that does it."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.conftest import TODAY
from workbench.store.office import Seat as Chair
from workbench.ui.kit import theme
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.table import Table
from workbench.ui.office_window import open_window
from workbench.ui.pages import PAGES
from workbench.ui.starting import Program

LISTED = [page.key for page in PAGES if page.group != "hidden"]
BY_ITSELF = {"history": "its steps", "settings": "the policy"}
"""Pages that are never empty."""


@pytest.fixture
def window(office: Any, qapp: Any, tmp_path: Any) -> Iterator[Any]:
    theme.wear(qapp, "light")
    seat = Seat(QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat))
    chair = Chair("Ann", lambda: datetime.combine(TODAY, time(8, 2)))
    made = open_window(Program(seat, chair, lambda: PAGES, lambda: TODAY, tmp_path), office, at_once=True)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def said(table: Table) -> tuple[str, str]:
    """The sentence over a table without rows, and its button."""
    empty = table._empty
    return empty._said.text(), empty._press.text() if empty._press.isVisibleTo(empty) else ""


def test_every_page_says_what_to_do(window: Any) -> None:
    silent = {}
    for key in LISTED:
        window.go(key)
        QApplication.processEvents()
        page = window.page(key)
        for table in [each for each in page.findChildren(Table) if each.isVisibleTo(page) and not each.count()]:
            words, button = said(table)
            if not words.endswith(".") or not button and key not in BY_ITSELF:
                silent[f"{key}: {table.accessibleName()}"] = (words, button)
    assert silent == {}


@pytest.mark.parametrize("key", ["today", "providers", "credentials"])
def test_where_people_are_missing_the_roster_comes_first(window: Any, key: str) -> None:
    window.go(key)
    QApplication.processEvents()
    (table,) = [each for each in window.page(key).findChildren(Table) if each.isVisibleTo(window.page(key))]
    words, button = said(table)
    assert "roster" in words and button == "Import roster…", (words, button)
    table._empty._press.click()
    assert window.key == "import"
