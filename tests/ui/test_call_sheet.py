"""A call: answered from the head of the file or the quick look, logged with two boxes, read again in the file."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ui.pages.over_office import page_of, session_over
from workbench.lists.expirables import EXPIRABLES  # noqa: F401  # the lists are whole before one is asked
from workbench.lists.staff import STAFF
from workbench.records.desk import Note, Task
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.call_sheet import CallSheet
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.pages.providers import Providers


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Any:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def person(office: Any, make: Any) -> Any:
    boss = make(Provider, last="Chen", first="Wei", degree="MD", phone="(312) 555-0100")
    found = make(
        Provider, last="Delacroix", first="Simone", degree="PA-C", status="Suspended", pager="555-7781", cell="(312) 555-0104",
        answering_service="(312) 555-0177", phone="(312) 555-0132", supervisor=boss,
    )  # fmt: skip
    practice = make(Practice, name="Prairie Heart", contact="Lorraine Pike", phone="(773) 555-0140")
    make(PracticeMember, provider=found, practice=practice, preferred=True)
    return found


ASKED = [
    ("Pager", "555-7781"),
    ("Answering service", "(312) 555-0177"),
    ("Practice contact", "Lorraine Pike · (773) 555-0140"),
    ("Supervising physician", "Chen, Wei, MD · (312) 555-0100"),
    ("Office phone", "(312) 555-0132"),
]


def test_the_head_of_the_file_says_the_standing_first_then_how_to_reach(session: Any, person: Any, qtbot: Any) -> None:
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=person.id)
    assert page.file.pills[0] == ("Suspended", "bad")
    assert list(page.file.reach) == ASKED
    said = page.reach.text().replace("&nbsp;", " ")
    places = [said.index(value.replace("&", "&amp;")) for _, value in ASKED]
    assert places == sorted(places)


def test_the_quick_look_says_it_in_that_order(session: Any, person: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.table.go_to(person.id)
    page.quick.trigger()
    grid = page.look.facts._grid
    said = [
        grid.itemAtPosition(row, 0).widget().text() for row in range(grid.rowCount()) if grid.itemAtPosition(row, 0)
    ]
    assert said[:6] == [label for label, _ in ASKED] + ["Cell"]


def sheet(page: Any) -> CallSheet:
    return next(each for each in page.window().findChildren(CallSheet) if each.isVisible())


@pytest.mark.parametrize("kind", [Providers, ProviderFile])
def test_a_call_is_logged_with_a_task_to_call_back_and_read_again_in_the_file(
    session: Any, person: Any, qtbot: Any, kind: Any, TODAY: date
) -> None:
    page = page_of(kind, session, qtbot)
    if kind is Providers:
        page.table.go_to(person.id)
    else:
        page.open(provider=person.id)
    page.call.trigger()
    asked = sheet(page)
    asked.lines.set_text("caller", "Mercy West, Jo Park")
    asked.lines.set_text("text", "Asked whether she may round on Saturday")
    asked.lines.set_text("call_back", "+1d")
    asked.keep()
    assert not asked.isVisible()
    note, task = Note.get(), Task.get()
    assert (note.sort, note.caller, note.said, note.by) == ("Call", "Mercy West, Jo Park", TODAY, "Ann")
    assert (task.title, task.due) == ("Call Mercy West, Jo Park about Delacroix, Simone, PA-C", TODAY + timedelta(1))
    newest = history.newest()
    assert newest and newest.name == "Log a call about Delacroix, Simone, PA-C"
    file = page_of(ProviderFile, session, qtbot)
    file.open(provider=person.id, tab="desk")
    table = file.part("desk").cards[1].table
    said = [table.row(each).texts for each in table.ids()]
    assert said == [("Nov 24 2026", "Call", "Ann", "Mercy West, Jo Park: Asked whether she may round on Saturday")]
    assert list(STAFF.ids(today=TODAY, search="mercy")) == [person.id], "and found by who called"


def test_an_empty_call_and_a_day_that_is_past_are_said_at_their_boxes(session: Any, person: Any, qtbot: Any) -> None:
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=person.id)
    page.call.trigger()
    asked = sheet(page)
    asked.keep()
    assert asked.isVisible() and asked.lines._wrong["caller"].text() == "Say who called, or what was said."
    asked.lines.set_text("caller", "Jo")
    asked.lines.set_text("call_back", "-3d")
    asked.keep()
    assert asked.lines._wrong["call_back"].text() == "That day is past."
    assert not Note.select().exists() and not Task.select().exists()
