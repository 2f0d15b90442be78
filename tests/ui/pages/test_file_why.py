"""The card of a file that is not ready: the worst first, under whose word, and it is gone once it is mended."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.rules.files_by_hand import Clean, _action, back, change
from tests.ui.cut import cut
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import verifying
from workbench.actions.verifying import Look
from workbench.lists import why
from workbench.records import texts
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.meeting import Meeting
from workbench.records.provider import Provider
from workbench.records.verification import Verification
from workbench.rules import standing
from workbench.rules.applying import applies
from workbench.rules.catalog import RULES
from workbench.store import history, settings
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.pill import Pill
from workbench.ui.lines import Lines
from workbench.ui.pages.file_why import AHEAD, NOTHING_ELSE, WhyCard
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.verification_sheets import ask_strike

LONG = "Board Committee on Credentials and Quality"


@pytest.fixture
def file(office: Any, make: Any) -> Clean:
    with history.step("Where it is"):
        settings.save(state="IL")
    found = Clean(make, "Okafor")
    change(found.license, verified=None, source="")
    change(found.query, enrolled_until=back(-10))
    return found


def words(page: Any) -> list[str]:
    return [each.text() for each in page.credentials.why.findChildren(QLabel)]


def test_the_card_says_what_is_wrong_whose_word_it_is_and_what_mends_it(
    file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=file.person.id, tab="credentials")
    said = words(page)
    assert said[0] == "Why this file is not ready" and said[1] == "Not ready"
    assert said[2] == "License verified at the source"
    assert said[3].endswith("Look it up at the board and record it.")
    assert said[4] == "42 CFR 482.22(a)(2) · Joint Commission (formerly MS.06.01.03)"
    assert "Look at it" in said and said[-1].endswith("other rules met")
    assert page.credentials.why.more.isHidden()


def test_the_head_says_how_much_is_open_on_every_part_of_the_file(
    file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=file.person.id, tab="summary")
    pills = lambda: [(each.text(), each.tone) for each in page.header.findChildren(Pill)]  # noqa: E731
    qtbot.waitUntil(lambda: ("2 open items", "bad") in pills())
    verifying.verify([file.license.id], Look(TODAY, "State licensing board", "Bo", "Active", "None on record"), TODAY)
    page.open(provider=file.person.id, tab="summary")
    qtbot.waitUntil(lambda: ("1 open item", "warn") in pills())


def test_what_has_nothing_to_judge_is_not_met(file: Clean, office: Any, TODAY: date) -> None:
    """A member without applications, actions, disaster or temporary privileges: of those no rule is met."""
    before = why.of_person(file.person.id, TODAY)
    _action(file)
    after = why.of_person(file.person.id, TODAY)
    assert before and after and after.others == before.others + 5
    judged = standing.of_people([file.person.id])[file.person.id]
    met = {rule for rule in RULES if applies(rule, judged)}
    assert {"LIC_EXP", "NPDB_2Y", "INS_EXP", "APPT_MAX", "REQUIRED"} <= met
    assert not met & {"DEA_EXP", "GAP6", "REF_MIN", "TEMP_120", "DIS_ID", "HEALTH_EXP", "DECISION_NOTICE"}


def test_beside_an_empty_file_no_rule_is_said_to_be_met(
    office: Any, make: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=make(Provider, last="Chen", status="Active").id, tab="credentials")
    said = " ".join(words(page))
    assert "Why this file is not ready" in said and NOTHING_ELSE in said and "met" not in said.split()


def test_the_first_two_show_and_all_when_asked(
    file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    change(file.coverage, expires=back(3))
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=file.person.id, tab="credentials")
    card = page.credentials.why
    assert card.more.text() == "Show all 3 findings" and "Liability coverage in force" in words(page)
    assert words(page).count("Look at it") == 0
    card.more.click()
    assert words(page).count("Look at it") == 1 and card.more.text() == "Show the first 2"


def test_what_the_next_meetings_find_is_whole_below_long_findings(qtbot: Any, TODAY: date) -> None:
    nothing = lambda *_, **__: None  # noqa: E731
    card = WhyCard(nothing, nothing, nothing)
    shown = scrolled(card)
    qtbot.addWidget(shown)
    shown.resize(240, 700)
    point = why.Point("warn", "State Medicaid list searched this month", f"{LONG}. " * 3, LONG)
    card.show_why(why.Why(False, (point,), 26))
    shown.show()
    card.show_coming([why.Coming(TODAY, LONG, False, "bad", (LONG, LONG))] * 2)
    qtbot.wait(50)
    assert card.findChildren(QLabel) and list(cut(shown)) == []


def test_once_it_is_verified_the_file_is_ready(
    file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    session = session_over(office, TODAY, tmp_path)
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=file.person.id, tab="credentials")
    look = Look(TODAY, "State licensing board", "Ann", "Active", "None on record")
    assert session.do(verifying.verify, [file.license.id], look, TODAY) == []
    assert words(page)[0] == "This file is ready"
    assert Credential.get_by_id(file.license.id).verified == TODAY


def test_a_verification_is_struck_with_a_reason_and_stays(
    file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    session = session_over(office, TODAY, tmp_path)
    look = Look(TODAY, "State licensing board", "Ann", "Active", "None on record")
    verifying.verify([file.license.id], look, TODAY)
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=file.person.id, credential=file.license.id)
    assert page.credentials.strike.isEnabled()
    sheet = ask_strike(file.license.id, session, page)
    assert sheet is not None
    sheet.go()
    assert Verification.get().struck is None
    sheet.lines.set_text("line", "The page was another person's")
    sheet.go()
    kept = Verification.get()
    assert (kept.struck, kept.struck_by, kept.struck_why) == (TODAY, "Ann", "The page was another person's")
    assert Credential.get_by_id(file.license.id).verified is None and not page.credentials.strike.isEnabled()
    assert ask_strike(file.license.id, session, page) is None


def test_of_who_left_nothing_is_said(file: Clean, TODAY: date) -> None:
    change(file.person, status="Resigned")
    assert why.of_person(file.person.id, TODAY) is None


@pytest.fixture
def board_meets(file: Clean, make: Any, TODAY: date) -> date:
    """The governing board meets in three weeks; the coverage ends the day before."""
    held = TODAY + timedelta(days=21)
    make(Meeting, committee=make(Committee, name="Governing Board", level="Governing board"), held=held)
    change(file.license, verified=back(10), source="Seen")
    change(file.coverage, expires=held - timedelta(days=1))
    return held


def test_what_is_in_force_today_and_stale_on_the_boards_day_is_said_today(
    file: Clean, board_meets: date, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=file.person.id, tab="credentials")
    said = words(page)
    assert "This file is ready" in said and AHEAD in said
    assert f"{texts.day(board_meets)}, Governing Board: Liability coverage in force" in said and "1 more" in said
    assert any(f"Becomes worse {texts.day(board_meets)}." in each for each in said), "today it is a notice"
    next(each for each in page.credentials.why.findChildren(QPushButton) if each.text() == "Show").click()
    said = words(page)
    assert said[0] == f"Not ready on {texts.day(board_meets)}" and said[1] == "Not ready then"
    assert said[2] == "Liability coverage in force" and AHEAD not in said
    assert not page.credentials.why.back.isHidden()
    page.credentials.why.back.click()
    assert words(page)[0] == "This file is ready" and AHEAD in words(page)


def test_a_file_is_judged_on_any_day_to_come_and_no_day_gone_by_is_taken_for_one(
    file: Clean, board_meets: date, make: Any, office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=file.person.id)
    sheet = page.credentials.ahead.ask_day()
    lines = sheet.findChild(Lines)
    for typed in ("", "11/23/2026"):
        lines.set_text("day", typed)
        sheet.findChildren(QPushButton)[-1].click()
        assert sheet.isVisible() and page.credentials.ahead.day is None
    lines.set_text("day", "08/01/2028")
    sheet.findChildren(QPushButton)[-1].click()
    assert words(page)[0] == "Not ready on Aug 1 2028" and "License in force" in words(page)
    page.open(provider=make(Provider, last="Chen", status="Active").id)
    assert page.credentials.ahead.day is None
