"""Settings: what holds at this seat, the office's own lists, the views that somebody saved."""

import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import editing, offices, views
from workbench.lists.saved import Asked, saved_of
from workbench.lists.staff import STAFF
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.store import database, history, seats
from workbench.ui import beginning_again
from workbench.ui.kit import ink, scaling, theme
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.pages.settings_lists import OWN
from workbench.ui.pages.settings_page import TABS, Settings
from workbench.ui.session import AtSeat, Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    made = session_over(office, TODAY, tmp_path)
    made.at_seat = AtSeat(offices.sit, lambda: None)
    return made


@pytest.fixture
def page(session: Session, qtbot: Any) -> Settings:
    return page_of(Settings, session, qtbot)


def rows(table: Any) -> list[tuple[str, ...]]:
    return [row.texts for row in table.model_.listed.rows]


def test_every_part_is_reached_by_its_tab_and_by_keys(page: Settings) -> None:
    seen = []
    for _ in TABS:
        seen.append(page.tabs.current())
        page._turn(1)
    assert seen == [key for key, _ in TABS] and page.tabs.current() == "office"


@pytest.mark.parametrize("choice", ["dark", "contrast", "light"])
def test_colors_are_worn_at_once_and_kept_at_this_seat(
    page: Settings, session: Session, qapp: Any, choice: str
) -> None:
    page.open(part="seat")
    page.seat.theme.set_value(choice)
    page.seat.theme.left.emit()
    assert session.seat.theme == ink.colors().name == choice
    theme.wear(qapp, "light")


def test_a_size_is_kept_for_the_next_start_and_said(page: Settings, session: Session) -> None:
    asked = {each.text(): each for each in page.actions()}
    asked["Size: 150 %"].trigger()
    assert session.seat.scale == 150 and page.tabs.current() == "seat" and page.seat.size.value() == 150
    assert session.messages.toasts == ["Everything is drawn at 150 % from the next start on"]
    asked["Size: 150 %"].trigger()
    assert len(session.messages.toasts) == 1, "nothing is said where nothing changed"
    assert [page.seat.size.combo.itemData(n) for n in range(page.seat.size.combo.count())] == list(scaling.CHOICES)


def test_the_trail_says_a_name_from_when_it_was_given(page: Settings, session: Session) -> None:
    page.open(part="seat")
    assert page.seat.lines.text("name") == database.seat == "Ann"
    page.seat.lines.set_text("name", "  Maria   Alvarez ")
    page.seat.lines.left.emit("name")
    session.do(editing.save, Department(name="Podiatry"), DEPARTMENTS)
    page.seat.show_seat()
    assert [(each.name, each.steps) for each in seats.worked()] == [("Maria Alvarez", 1), ("Ann", 3)]
    assert [each[:2] for each in rows(page.seat.table)] == [("Maria Alvarez", "1"), ("Ann", "3")]
    newest = history.newest()
    assert newest is not None and newest.seat == "Maria Alvarez"


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_that_is_none_is_refused_with_why(page: Settings, name: str) -> None:
    page.open(part="seat")
    page.seat.lines.set_text("name", name)
    page.seat.lines.left.emit("name")
    assert database.seat == "Ann" and page.seat.lines._wrong["name"].text()


def test_the_program_is_begun_anew_over_the_same_office(monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py"])
    words = beginning_again.command(tmp_path / "a b.workbench", read_only=True)
    assert words[0] == sys.executable and Path(words[1]).is_absolute() and Path(words[1]).name == "main.py"
    assert words[2:] == ["--office", str(tmp_path / "a b.workbench"), "--read-only"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert beginning_again.command(None) == [sys.executable]


def test_it_is_not_begun_anew_while_something_waits(page: Settings, session: Session) -> None:
    begun: list[int] = []
    session.at_seat = AtSeat(offices.sit, lambda: begun.append(1))
    session.waiting = "The plan of an import waits"
    page.seat.again.click()
    assert not begun and "The plan of an import waits" in session.messages.errors[0]
    session.waiting = ""
    page.seat.again.click()
    assert begun == [1]


def test_the_offices_lists_are_counted_and_open(page: Settings, session: Session) -> None:
    page.open(part="lists")
    shown = {row[0]: row[1] for row in rows(page.lists.lists)}
    assert len(shown) == len(OWN) and shown["Departments"] == str(Department.select().count())
    page.lists.lists.opened.emit(OWN.index("departments"))
    assert page.shell.went == [("departments", {})]
    session.do(editing.save, Department(name="Podiatry"), DEPARTMENTS)
    assert {row[0]: row[1] for row in rows(page.lists.lists)}["Departments"] == str(Department.select().count())


def test_saved_views_are_opened_renamed_and_removed_here(page: Settings, session: Session, monkeypatch: Any) -> None:
    made = session.do(views.keep, STAFF.name, "On leave", Asked(words="leave"))
    page.open(part="lists")
    assert [row[:2] for row in rows(page.lists.views)] == [("On leave", "Providers")]
    assert "leave" in rows(page.lists.views)[0][2]
    page.lists.views.go_to(made)
    page.lists.open_view.trigger()
    assert page.shell.went == [("providers", {"view": f"saved:{made}"})]
    page.lists.rename.trigger()
    [sheet] = [each for each in page.window().findChildren(Sheet) if each.isVisible()]
    sheet.form.box("name").set_value("Away")
    sheet.accept()
    assert [each.name for each in saved_of(STAFF)] == ["Away"]
    page.lists.views.go_to(made)
    page.lists.remove.trigger()
    assert saved_of(STAFF) == [] and session.messages.asked == ["Remove the view “Away”? [Remove the view]"]
    session.undo()
    assert [row[0] for row in rows(page.lists.views)] == ["Away"]


def test_a_saved_view_may_not_be_called_as_a_built_in_one(page: Settings, session: Session) -> None:
    made = session.do(views.keep, STAFF.name, "On leave", Asked(words="leave"))
    page.open(part="lists")
    page.lists.views.go_to(made)
    page.lists.rename.trigger()
    [sheet] = [each for each in page.window().findChildren(Sheet) if each.isVisible()]
    sheet.form.box("name").set_value(STAFF.views[0].title)
    sheet.accept()
    assert sheet.isVisible() and [each.name for each in saved_of(STAFF)] == ["On leave"]
    sheet.reject()
