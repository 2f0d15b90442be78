"""Settings, what bylaws, policies and agreements say: each point is answered with its day and where it stands, as one step."""

from pathlib import Path
from typing import Any

import pytest

from workbench.records.policy import Policy
from workbench.rules import points
from workbench.rules.points import Answer
from workbench.store import history, settings
from workbench.ui.pages.settings_page import Settings
from workbench.ui.pages.settings_points import AnswerSheet, PointsPart

from .over_office import page_of, session_over


@pytest.fixture
def part(office: Any, TODAY: Any, tmp_path: Path, qtbot: Any) -> PointsPart:
    shown: Settings = page_of(Settings, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(part="points")
    return shown.points


def answer(part: PointsPart, **typed: str) -> AnswerSheet:
    sheet = part.ask()
    assert sheet is not None
    for name, text in typed.items():
        sheet.lines.set_text(name, text)
    sheet.go()
    part.show_points()
    return sheet


def choose(part: PointsPart, point: str) -> None:
    part.table.go_to([each.point for each in part._points].index(point))


def test_a_point_is_answered_and_the_answer_is_undone_by_name(part: PointsPart, TODAY: Any) -> None:
    choose(part, "hearing")
    sheet = answer(part, says="Yes", on="11/2/2026", where=" Bylaws 9 ")
    assert not sheet.isVisible()
    kept = points.answers(settings.load(Policy))
    assert kept == {"hearing": Answer("Yes", TODAY.replace(day=2), "Bylaws 9")}
    assert history.newest().name == "Answer what is asked of the bylaws: yes"  # type: ignore[union-attr]
    point = part.point()
    assert point and (point.answer, point.day, point.where) == ("Yes", "Nov 2 2026", "Bylaws 9")
    part._session.undo()
    part.show_points()
    assert part.point() and part.point().answer == "Not answered"  # type: ignore[union-attr]


@pytest.mark.parametrize(("typed", "wrong"), [
    ({"says": "", "where": "Bylaws 9"}, "Choose one."),
    ({"says": "Yes", "where": ""}, "Say where it stands"),
    ({"says": "Does not apply", "where": " "}, "Say why it does not apply."),
    ({"says": "No", "on": "soon"}, "is not a date"),
    ({"says": "No", "on": ""}, "Enter the day"),
    ({"says": "No", "on": "+1d"}, "still to come"),
])  # fmt: skip
def test_an_answer_that_is_none_is_said_and_nothing_is_kept(
    part: PointsPart, typed: dict[str, str], wrong: str
) -> None:
    choose(part, "hearing")
    sheet = answer(part, **typed)
    assert sheet.isVisible() and any(wrong in each.text() for each in sheet.lines._wrong.values())
    assert settings.load(Policy).answers == ""


def test_what_is_done_every_year_is_due_again(part: PointsPart) -> None:
    with history.step("NCQA"):
        settings.save(packs="ncqa")
    part.show_points()
    choose(part, "integrity_training")
    answer(part, says="Yes", on="11/23/2025", where="Sign-in sheet")
    point = part.point()
    assert point and (point.answer, point.every) == ("Due again", "12 months")
    again = part.ask()
    assert again is not None and again.lines.text("says") == "Yes" and "every 12 months" in again.words.text()
