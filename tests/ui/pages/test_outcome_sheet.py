"""The sheet of an outcome: what cannot be said is not asked for, privileges stand beside it, keys reach all of it."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.conftest import CATEGORY_1
from workbench.actions import meetings
from workbench.records.application import Application
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Meeting, Recusal
from workbench.records.office_lists import Facility
from workbench.records.privilege import Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.records.recommendation import Recommendation
from workbench.store import history
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_doubts import not_yet_held
from workbench.ui.pages.outcome_sheet import Outcome, ask_outcome
from workbench.ui.session import Session

from .over_office import page_of, record, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    return make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee")


@pytest.fixture
def asked(make: Any, TODAY: date) -> Application:
    """In full review, with two privileges; the chair sets conditions for one."""
    made = make(
        Application,
        provider=make(Provider, last="Abel", first="Ann", degree="MD", status="Applicant"),
        sort="Initial appointment",
        stage="Credentials committee",
        review="Category 2",
        facility=make(Facility),
        term_starts=TODAY + timedelta(days=60),
        term_ends=TODAY + timedelta(days=700),
    )
    form = make(PrivilegeForm, name="Surgery", state="In force")
    for place, (name, view, limits) in enumerate(
        (("Core", "Recommend", ""), ("Robotic", "Recommend with conditions", "Ten cases"))
    ):
        line = make(Privilege, form=form, name=name, position=place, sort="Core")
        make(PrivilegeRequest, application=made, privilege=line, chair_view=view, conditions=limits)
    return made


@pytest.fixture
def page(session: Session, committee: Committee, asked: Application, qtbot: Any, TODAY: date) -> Any:
    meeting = Meeting(committee=committee, held=TODAY + timedelta(days=6))
    meetings.add_meeting(meeting, TODAY)
    meetings.add_meeting(Meeting(committee=committee, held=TODAY + timedelta(days=40)), TODAY)
    meetings.add_items(meeting.id, [{"section": "Initial appointments", "application": asked.id}])
    shown = page_of(MeetingPage, session, qtbot)
    shown.open(meeting=meeting.id, tab="minutes")
    return shown


@pytest.fixture
def item(asked: Application, page: Any) -> int:
    return AgendaItem.get(AgendaItem.application == asked).id


def sheet_of(page: Any, item: int, qtbot: Any, outcome: str = "") -> Outcome:
    made = ask_outcome(page, [page.agenda.item(item)], outcome)
    qtbot.addWidget(made)
    return made


def choose(sheet: Outcome, outcome: str) -> None:
    """As somebody does with the keys: the box says that it was changed."""
    box: Any = sheet.form.box("outcome")
    box.combo.setCurrentIndex(box.combo.findData(outcome))
    box.choose()


def test_only_what_an_outcome_can_have_is_asked_for(page: Any, item: int, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot)
    assert sheet.privileges is not None and not sheet.privileges.isEnabled()
    choose(sheet, "Deferred")
    names = ("term_months", "deferred_until", "conditions")
    assert [sheet.form.box(each).isEnabled() for each in names] == [False, True, False]
    choose(sheet, "Approved with conditions")
    assert [sheet.form.box(each).isEnabled() for each in names] == [True, False, True]
    assert sheet.privileges.isEnabled() and "meets next on" in sheet.words.text()


def test_approve_of_a_file_in_full_review_asks_for_what_bears_it(page: Any, item: int, qtbot: Any) -> None:
    part = page.parts["minutes"]
    part.table.go_to(item)
    part.approve.trigger()
    (sheet,) = page.window().findChildren(Outcome)
    qtbot.addWidget(sheet)
    assert sheet.form.box("outcome").value() == "Approved"
    assert sheet.focusWidget() is sheet.form.box("conclusion").inner
    record(sheet)
    assert "is Category 2" in sheet.form._notes["conclusion"].text() and sheet.isVisible()
    sheet.form.box("conclusion").inner.setPlainText("The claims were discussed.")
    record(sheet)
    assert page.agenda.item(item).outcome == "Approved" and not sheet.isVisible()


def test_privileges_come_as_the_chair_said_and_go_as_they_were_changed(
    page: Any, item: int, asked: Application, qtbot: Any
) -> None:
    core, robot = (each.id for each in asked.privilege_requests.order_by(PrivilegeRequest.id))
    sheet = sheet_of(page, item, qtbot, "Approved")
    assert sheet.privileges is not None
    assert sheet.privileges.values() == {
        core: ("Recommend", ""),
        robot: ("Recommend with conditions", "Ten cases"),
    }
    sheet.form.set_values({"outcome": "Approved", "conclusion": "Discussed.", "term_months": 12})
    sheet.privileges.limits(robot).set_value("")
    record(sheet)
    assert "under which conditions" in sheet.rest.text() and not Recommendation.select().exists()
    sheet.privileges.view(robot).set_value("Do not recommend")
    record(sheet)
    part = page.parts["minutes"]
    part.table.go_to(item)
    assert [each.view for each in Recommendation.select().order_by(Recommendation.id)] == [
        "Recommend",
        "Do not recommend",
    ]
    assert Application.get_by_id(asked.id).term_months == 12
    told = " ".join(each.text() for each in part.facts.findChildren(QLabel))
    assert "Term 12 months" in told and "Recommended: Core; Robotic: not recommended" in told


def test_a_change_of_a_privilege_is_not_lost_by_escape(page: Any, item: int, asked: Application, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot, "Approved")
    assert sheet.privileges is not None and not sheet.unsaved()
    box = sheet.privileges.view(asked.privilege_requests.first().id)
    box.combo.setCurrentIndex(box.combo.findData("Defer"))
    assert sheet.unsaved()
    sheet.reject()
    assert sheet.isVisible()
    sheet.discard()


def test_the_keyboard_goes_through_the_form_then_the_privileges_then_the_buttons(
    page: Any, item: int, qtbot: Any
) -> None:
    sheet = sheet_of(page, item, qtbot, "Approved")
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.privileges is not None
    inside: list[bool] = []
    sheet.form.focus("outcome")
    for _ in range(14):
        at = sheet.focusWidget()
        inside.append(at is not None and sheet.privileges.isAncestorOf(at))
        QTest.keyClick(at or sheet, Qt.Key.Key_Tab)
    assert inside[:9] == [False] * 4 + [True] * 3 + [False] * 2, "outcome, two texts, term; three boxes; two buttons"


def test_it_fits_a_low_screen(page: Any, item: int, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot, "Approved")
    assert sheet.width() <= 1366 and sheet.height() <= 728


def test_an_applicant_who_sits_there_is_recused_with_the_approval(
    page: Any, item: int, asked: Application, committee: Committee, make: Any, qtbot: Any
) -> None:
    make(Seat, committee=committee, name="Abel, Ann, MD", provider=asked.provider)
    sheet = sheet_of(page, item, qtbot, "Approved")
    sheet.form.set_values({"outcome": "Approved", "conclusion": "Discussed."})
    record(sheet)
    assert "takes no part in a decision about themselves" in sheet.form._notes["outcome"].text()
    assert sheet.recuse is not None and "Abel, Ann, MD took no part" in sheet.recuse.text()
    sheet.recuse.setChecked(True)
    record(sheet)
    assert page.agenda.item(item).outcome == "Approved" and Recusal.get().reason == "The applicant"


def test_the_button_of_approval_asks_about_the_recusal(
    page: Any, item: int, asked: Application, committee: Committee, make: Any
) -> None:
    make(Seat, committee=committee, name="Abel, Ann, MD", provider=asked.provider)
    with history.step("Category 1"):
        Application.update(**CATEGORY_1).execute()
        PrivilegeRequest.update(chair_view="Recommend", conditions="").execute()
    page.refresh({"seat"})
    part = page.parts["minutes"]
    part.table.go_to(item)
    part.approve.trigger()
    assert page.session.messages.asked == [
        "Record that Abel, Ann, MD took no part? [Recuse as the applicant, and approve]",
        "This meeting is on Nov 30 2026, in 6 days. Record its outcomes already? [Record all the same]",
    ]
    assert page.agenda.item(item).outcome == "Approved" and Recusal.select().count() == 1


def test_the_boards_sheet_grants(session: Session, asked: Application, make: Any, qtbot: Any, TODAY: date) -> None:
    with history.step("To the board"):
        Application.update(stage="Governing board").execute()
    board = Meeting(committee=make(Committee, name="Board", level="Governing board"), held=TODAY + timedelta(days=6))
    meetings.add_meeting(board, TODAY)
    meetings.add_items(board.id, [{"section": "Initial appointments", "application": asked.id}])
    with history.step("Recommended"):
        Application.update(term_months=12).execute()
    page = page_of(MeetingPage, session, qtbot)
    page.open(meeting=board.id, tab="minutes")
    sheet = sheet_of(page, AgendaItem.get(AgendaItem.meeting == board, AgendaItem.application == asked).id, qtbot)
    assert sheet.form.values()["term_months"] == 12, "as the committees before recommended"
    assert sheet.privileges is not None
    box = sheet.privileges.view(asked.privilege_requests.order_by(PrivilegeRequest.id).first().id)
    assert [box.combo.itemText(each) for each in range(box.combo.count())] == [
        "",
        "Grant",
        "Grant with conditions",
        "Defer",
        "Do not grant",
    ]


def test_the_conditions_of_earlier_committees_are_brought_kept_or_dropped(
    page: Any, item: int, asked: Application, qtbot: Any
) -> None:
    with history.step("Recommended"):
        Application.update(conditions="Proctoring of ten cases").execute()
    sheet = sheet_of(page, item, qtbot, "Approved")
    assert sheet.form.box("outcome").value() == "Approved with conditions"
    assert sheet.form.box("conditions").value() == "Proctoring of ten cases"
    assert "Approved drops them" in sheet.words.text()
    choose(sheet, "Approved")
    sheet.form.box("conclusion").inner.setPlainText("Volumes were shown.")
    record(sheet)
    kept = AgendaItem.get_by_id(item)
    assert (kept.outcome, kept.conditions) == ("Approved", "")


def test_the_chairs_conditions_are_filled_in_whichever_way_it_is_approved(
    page: Any, item: int, asked: Application, qtbot: Any
) -> None:
    with history.step("The chair reports"):
        Application.update(
            **CATEGORY_1, chair_view="Recommend with conditions", chair_report="Ten cases proctored", chair_on=page.session.today
        ).execute()  # fmt: skip
    page.refresh({"application"})
    part = page.parts["minutes"]
    part.table.go_to(item)
    part.approve.trigger()
    (sheet,) = page.window().findChildren(Outcome)
    qtbot.addWidget(sheet)
    assert sheet.form.box("outcome").value() == "Approved with conditions"
    assert sheet.form.box("conditions").value() == "Ten cases proctored"
    assert "The department chair recommended conditions: Approved drops them" in sheet.words.text()
    sheet.form.box("conclusion").inner.setPlainText("The report bears it")
    record(sheet)
    assert AgendaItem.get_by_id(item).conditions == "Ten cases proctored"


def test_without_an_outcome_it_stays_and_says_so_beside_the_box(page: Any, item: int, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot)
    sheet.accept()
    assert sheet.isVisible() and sheet.form._notes["outcome"].text() == "Choose an outcome."
    sheet.form.box("conclusion").inner.setPlainText("Discussed.")
    record(sheet)
    kept = AgendaItem.get_by_id(item)
    assert sheet.isVisible() and (kept.outcome, kept.conclusion) == ("", "")


def test_what_is_for_information_cannot_be_approved_and_the_button_says_why(page: Any, item: int, qtbot: Any) -> None:
    meetings.set_information([item], True)
    page.refresh({"agenda_item"})
    part = page.parts["minutes"]
    part.table.go_to(item)
    assert not part.approve.isEnabled() and "nothing is decided on it" in part.approve.toolTip()
    assert "nothing is decided on it" in part.said.text()
    combo = sheet_of(page, item, qtbot).form.box("outcome").combo
    assert {combo.itemText(each) for each in range(combo.count())} == {"", "Deferred", "Accepted for information"}
    part.table.go_to(AgendaItem.get(AgendaItem.section == "Minutes").id)
    assert part.approve.isEnabled() and part.approve.toolTip() == "Approve (Ctrl+Shift+V)"


def test_what_is_decided_before_the_meeting_is_doubted_once_beside_it(page: Any, item: int, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot)
    choose(sheet, "Deferred")
    sheet.form.set_values({"outcome": "Deferred", "reason": "A third reference by January"})
    sheet.accept()
    assert sheet.isVisible() and sheet.press.text() == "Record anyway" and not AgendaItem.get_by_id(item).outcome
    assert "This meeting is on Nov 30 2026, in 6 days. A decision counts once" in sheet.form._notes["outcome"].text()
    sheet.accept()
    assert AgendaItem.get_by_id(item).outcome == "Deferred"


def test_approve_asks_before_the_meeting_was_held(page: Any, item: int, session: Session) -> None:
    with history.step("Category 1"):
        Application.update(**CATEGORY_1).execute()
        PrivilegeRequest.update(chair_view="Recommend", conditions="").execute()
    part = page.parts["minutes"]
    session.messages.yes = False
    part._write([page.agenda.item(item)], "Approved")
    assert session.messages.asked == [
        "This meeting is on Nov 30 2026, in 6 days. Record its outcomes already? [Record all the same]"
    ]
    assert not AgendaItem.get_by_id(item).outcome


def test_what_a_correction_takes_off_a_later_agenda_is_said_before_it_is_kept(
    page: Any, item: int, qtbot: Any, TODAY: date
) -> None:
    assert meetings.record_outcome([item], "Deferred", TODAY, reason="A letter") == []
    page.refresh({"agenda_item"})
    sheet = sheet_of(page, item, qtbot)
    choose(sheet, "Withdrawn")
    sheet.accept()
    said = sheet.form._notes["outcome"].text()
    assert "It stands on the agenda of Credentials, Jan 3 2027 by the outcome before, and will be taken off." in said
    assert AgendaItem.get_by_id(item).outcome == "Deferred" and sheet.press.text() == "Record anyway"
    sheet.accept()
    assert (
        AgendaItem.get_by_id(item).outcome == "Withdrawn"
        and AgendaItem.select().where(AgendaItem.application.is_null(False)).count() == 1
    )
    assert history.newest().name.endswith("Credentials; off the agenda of Credentials, Jan 3 2027")


def test_on_the_day_of_the_meeting_its_hour_counts() -> None:
    day = date(2026, 12, 1)
    before, after = datetime(2026, 12, 1, 7, 29), datetime(2026, 12, 1, 7, 30)
    assert not_yet_held(day, "07:30", day, before) == "This meeting begins at 7:30 am today."
    assert not_yet_held(day, "07:30", day, after) == "" == not_yet_held(day, "", day, before)
    assert not_yet_held(day, "07:30", day - timedelta(days=1), before) == "This meeting is on Dec 1 2026, tomorrow."


def test_several_files_in_one_sheet_show_what_comes_with_each(
    page: Any, item: int, asked: Application, make: Any, qtbot: Any
) -> None:
    with history.step("As the committee before recommended"):
        Application.update(conditions="Ten cases proctored.", term_months=12).where(
            Application.id == asked.id
        ).execute()
    plain = make(Application, provider=make(Provider, last="Beck", first="Bo"), sort="Initial appointment")
    meetings.add_items(page.agenda.meeting, [{"section": "Initial appointments", "application": plain.id}])
    page.refresh({"agenda_item", "application"})
    sheet = ask_outcome(page, [each for each in page.agenda.items if each.application])
    qtbot.addWidget(sheet)
    said = sheet.words.text()
    assert (
        "Abel, Ann, MD: Ten cases proctored; a term of 12 months; Robotic: recommend with conditions (Ten cases)."
        in said
    )
    assert "Approved keeps them with each file" in said and "Beck, Bo: " not in said.partition("Earlier committees")[2]


def test_all_that_is_missing_is_said_before_anything_is_doubted(page: Any, item: int, qtbot: Any) -> None:
    sheet = sheet_of(page, item, qtbot)
    choose(sheet, "Approved with conditions")
    sheet.accept()
    said = sheet.form._notes
    assert said["conditions"].text() == "Say the conditions." and "is Category 2" in said["conclusion"].text()
    assert sheet.press.text() == "Record" and not said["outcome"].text()
    sheet.form.box("conditions").inner.setPlainText("Ten cases proctored.")
    assert not said["conditions"].text() and said["conclusion"].text(), "what still holds stays"
    sheet.form.box("conclusion").inner.setPlainText("Discussed.")
    sheet.accept()
    assert sheet.press.text() == "Record anyway" and "in 6 days" in said["outcome"].text()
    sheet.accept()
    assert AgendaItem.get_by_id(item).conditions == "Ten cases proctored."


def test_conditions_of_a_privilege_go_on_being_asked_for_only_while_they_lack(
    page: Any, item: int, asked: Application, qtbot: Any
) -> None:
    robot = asked.privilege_requests.order_by(PrivilegeRequest.id.desc()).get().id
    sheet = sheet_of(page, item, qtbot, "Approved")
    sheet.form.box("conclusion").inner.setPlainText("Discussed.")
    sheet.privileges.limits(robot).inner.setText("")
    sheet.accept()
    assert "under which conditions" in sheet.rest.text() and sheet.press.text() == "Record"
    QTest.keyClicks(sheet.privileges.limits(robot).inner, "Twelve cases")
    assert not sheet.rest.isVisible()


def test_the_button_of_approval_opens_the_sheet_where_something_is_missing(
    page: Any, item: int, committee: Committee, session: Session, qtbot: Any, TODAY: date
) -> None:
    with history.step("The day has come"):
        Application.update(**CATEGORY_1, stage="Governing board").execute()
        PrivilegeRequest.update(chair_view="Recommend", conditions="").execute()
        Committee.update(level="Governing board").execute()
        Meeting.update(held=TODAY).where(Meeting.id == page.agenda.meeting).execute()
    page.refresh({"meeting"})
    part = page.parts["minutes"]
    part._write([page.agenda.item(item)], "Approved")
    (sheet,) = page.window().findChildren(Outcome)
    qtbot.addWidget(sheet)
    assert "say what the chair chose" in sheet.form._notes["quorum_choice"].text() and not session.messages.asked
