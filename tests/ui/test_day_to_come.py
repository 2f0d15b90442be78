"""A person's file on a day to come, by the keys of the window: back to today, on to the next file and to the one before, what
shows is always of the person whose name stands above it."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from workbench.records.provider import Provider
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines

DAY = "Dec 15 2026"


@pytest.fixture
def page(morning: Any, qtbot: Any) -> Iterator[Any]:
    """The first of three files of a list, as it opens from there."""
    staff = [each.id for each in Provider.select().where(Provider.status == "Active").order_by(Provider.last).limit(3)]
    morning.go("file", provider=staff[0], among=staff, tab="credentials")
    morning.activateWindow()
    found = morning.page("file")
    qtbot.waitUntil(lambda: found.isVisible() and found.file.id == staff[0])
    yield found


def show_the_day(page: Any, qtbot: Any) -> None:
    """Ctrl+Shift+Y, the day, Enter."""
    qtbot.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sheet = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    assert isinstance(sheet, Sheet)
    sheet.findChild(Lines).set_text("day", "12/15/2026")
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.isVisible() and title(page).endswith(f" on {DAY}")


def title(page: Any) -> str:
    return str(page.credentials.why.findChildren(QLabel)[0].text())


def rows(page: Any) -> set[int]:
    return set(page.credentials.table.ids())


def test_back_to_todays_findings(page: Any, qtbot: Any) -> None:
    before = title(page)
    for _ in range(2):
        show_the_day(page, qtbot)
        qtbot.mouseClick(page.credentials.why.back, Qt.MouseButton.LeftButton)
        assert title(page) == before and page.credentials.why.back.isHidden()


def test_the_next_file_and_the_one_before_show_their_own(page: Any, qtbot: Any) -> None:
    first = page.file.id
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        before = page.file.id
        show_the_day(page, qtbot)
        qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
        assert page.file.id != before and page.credentials.ahead.day is None
        assert DAY not in title(page) and page.credentials.why.back.isHidden()
        assert rows(page) == {each.id for each in page.file.current}
        head = " ".join(each.text() for each in page.header.findChildren(QLabel))
        assert Provider.get_by_id(page.file.id).last in head
    assert page.file.id == first
