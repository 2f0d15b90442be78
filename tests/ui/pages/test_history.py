"""The trail as a page: newest first, undone steps say so."""

from pathlib import Path
from typing import Any

import pytest

from workbench.records.office_lists import Department
from workbench.store import database, triggers
from workbench.ui.pages.history_page import History
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


def names(page: Any) -> list[tuple[str, str]]:
    rows = [page.table.row(each).texts for each in page.table.ids()]
    return [(texts[0], texts[3]) for texts in rows]


def test_the_newest_step_stands_first_and_can_be_undone_by_name(session: Session, qtbot: Any, make: Any) -> None:
    make(Department, name="Wound Care")
    page = page_of(History, session, qtbot)
    assert names(page)[0] == ("Make a Department", "")
    assert page.take_back.text() == "&Undo: Make a Department"
    page.take_back.trigger()
    assert names(page)[:2] == [("Undo: Make a Department", "undo"), ("Make a Department", "undone")]
    assert not Department.get_or_none(Department.name == "Wound Care")


def test_a_step_that_was_done_again_stands(session: Session, qtbot: Any, make: Any) -> None:
    make(Department, name="Wound Care")
    page = page_of(History, session, qtbot)
    session.undo()
    session.redo()
    assert names(page)[2] == ("Make a Department", "")


def test_an_untouched_office_fits_its_log(session: Session, qtbot: Any) -> None:
    page_of(History, session, qtbot).check.trigger()
    assert session.messages.toasts == ["Every record fits the log, and every seal fits: nobody changed the file."]


def test_an_office_that_was_changed_from_outside_is_told(session: Session, qtbot: Any) -> None:
    page = page_of(History, session, qtbot)
    triggers.drop()
    database.execute_sql("UPDATE department SET name = 'X' WHERE id = 3")
    triggers.create()
    page.check.trigger()
    assert session.messages.toasts == []
    assert "1 record of “department” was changed outside any step, the first with ID 3." in session.messages.errors[0]
