"""The page of tasks: views as chips, done and put off, and whose they are."""

from datetime import timedelta
from typing import Any

import pytest

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import offices
from workbench.records.desk import Task
from workbench.store import database
from workbench.ui import naming_seat
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.lines import Lines
from workbench.ui.pages.tasks_page import Tasks
from workbench.ui.session import AtSeat


@pytest.fixture
def page(office: Any, make: Any, TODAY: Any, tmp_path: Any, qtbot: Any) -> Any:  # noqa: N803
    for title, days, how in (
        ("Over", -3, {"owner": "ann", "repeats": "Weekly"}),
        ("Now", 0, {"owner": "Bo"}),
        ("Later", 30, {}),
        ("Asleep", 40, {"snoozed": TODAY + timedelta(days=5)}),
        ("Ready", -9, {"done": True}),
    ):
        make(Task, title=title, due=TODAY + timedelta(days=days), **how)
    session = session_over(office, TODAY, tmp_path)
    session.at_seat = AtSeat(offices.sit, lambda: None)
    return page_of(Tasks, session, qtbot)


def shown(page: Any) -> list[str]:
    return [page.table.row(each).texts[0] for each in page.table.ids()]


def test_what_is_to_do_shows_first_and_every_view_is_a_chip_with_its_count(page: Any) -> None:
    assert (page.chips.current(), shown(page)) == ("open", ["Over", "Now", "Later"])
    counts = {key: count for key, _, count, _ in page.chips.choices()}
    mine = 1 if database.seat.casefold() == "ann" else 0
    assert counts == {
        "": 5,
        "open": 3,
        "mine": mine,
        "overdue": 1,
        "week": counts["week"],
        "unowned": 1,
        "snoozed": 1,
        "done": 1,
    }
    assert page.table.row(page.table.ids()[0]).texts[1] == "3 days over"
    hidden = page.table.heading.isSectionHidden
    place = [each.key for each in page.table.model_.columns].index
    assert hidden(place("snoozed"))
    page.open(view="snoozed")
    assert shown(page) == ["Asleep"] and not hidden(place("snoozed"))


def test_tasks_are_done_and_what_repeats_comes_again_with_a_word(page: Any) -> None:
    page.table.select(list(page.table.ids())[:2])
    page.done.trigger()
    assert shown(page) == ["Over", "Later"], "the first has come again"
    assert page.session.messages.toasts[-1].startswith("Done. It comes again on")
    page.session.undo()
    assert shown(page) == ["Over", "Now", "Later"]


def test_tasks_are_put_off_until_a_day_and_brought_back(page: Any, TODAY: Any) -> None:  # noqa: N803
    page.table.go_to(page.table.ids()[1])
    page.tomorrow.trigger()
    assert shown(page) == ["Over", "Later"]
    page.table.go_to(page.table.ids()[0])
    sheet = page.ask()
    sheet.line.setText(f"{TODAY:%m/%d/%Y}")
    sheet.go()
    assert sheet.isVisible(), "today is not put off"
    sheet.line.setText("+7d")
    sheet.go()
    page.open(view="snoozed")
    assert shown(page) == ["Over", "Now", "Asleep"]
    page.table.select(page.table.ids())
    page.back.trigger()
    assert shown(page) == [] and Task.select().where(~Task.done & Task.snoozed.is_null()).count() == 4


def test_a_new_task_begins_with_what_and_is_shown_whatever_view_is_on(page: Any) -> None:
    page.open(view="overdue")
    page.new.trigger()
    [dialog] = page.findChildren(FormDialog)
    assert next(iter(dialog.form.values())) == "title" and "done" not in dialog.form.values()
    assert dialog.form.values()["owner"] == database.seat
    dialog.form.set_values({"title": "Call Lakeside"})
    dialog.accept()
    assert page.table.row(page.table.current()).texts[0] == "Call Lakeside" and page.chips.current() == ""


def test_who_has_no_task_of_their_own_says_their_name_once(page: Any) -> None:
    offices.sit("root")
    page.open(view="mine")
    assert page.table.count() == 0
    page.table._empty._press.click()
    asked = page.window().findChildren(Sheet)[-1]
    lines = asked.findChildren(Lines)[0]
    lines.set_text("name", "")
    asked._press_primary()
    assert asked.isVisible()
    lines.set_text("name", "Bo")
    asked._press_primary()
    assert database.seat == "Bo" and shown(page) == ["Now"]
    went = []
    naming_seat.once_asked(page.session, page, "It is signed", lambda: went.append(1))
    assert went == [1], "who said it is asked no more"


def test_whoever_goes_on_without_a_name_is_asked_no_more(page: Any) -> None:
    went: list[int] = []
    naming_seat.once_asked(page.session, page, "It is signed", lambda: went.append(1))
    asked = page.window().findChildren(Sheet)[-1]
    asked.reject()
    assert went == []
    naming_seat.once_asked(page.session, page, "It is signed", lambda: went.append(1))
    asked = page.window().findChildren(Sheet)[-1]
    next(each for each in asked.findChildren(type(asked._primary)) if each.text() == "Go on without").click()
    naming_seat.once_asked(page.session, page, "It is signed", lambda: went.append(2))
    assert went == [1, 2]
