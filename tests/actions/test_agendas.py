"""Agendas and outcomes: what stands on them, in which order, and where a decision sends a file."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CATEGORY_1, TODAY, dump
from workbench.actions import agenda_order, agenda_reports, agendas, meetings, packets, undoing
from workbench.errors import WorkbenchError
from workbench.lists import agenda
from workbench.papers import minutes
from workbench.papers.pictures import Pages
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.meeting import ActionItem, AgendaItem, Meeting
from workbench.records.office_lists import CredentialSort, Facility
from workbench.records.provider import Provider
from workbench.rules import readiness
from workbench.store import blobs, history

SOON, LATER = TODAY + timedelta(days=7), TODAY + timedelta(days=35)


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    return make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee", quorum=1)


@pytest.fixture
def meeting(committee: Committee) -> Meeting:
    return held_on(committee, SOON)


def held_on(committee: Committee, held: date) -> Meeting:
    made = Meeting(committee=committee, held=held)
    assert meetings.add_meeting(made, TODAY) == []
    return made


def file(make: Any, last: str, stage: str = "Credentials committee", **more: Any) -> Application:
    """For expedited review by the office's own word: the bare file is not complete, and a decision would need its reasons."""
    site, more = Facility.select().first() or make(Facility), CATEGORY_1 | more
    person = make(Provider, last=last, first="Ann", status="Applicant")
    return make(Application, provider=person, sort="Initial appointment", stage=stage, facility=site, **more)


def titles(meeting: Meeting) -> list[str]:
    return [f"{item.number} {item.title}" for item in agenda.read(meeting.id, TODAY).items]


def messages(problems: Any) -> str:
    return " | ".join(f"{each.field}: {each.message}" for each in problems)


def put_on(meeting: Meeting, *files: Application) -> list[int]:
    items = [{"section": "Initial appointments", "application": each.id} for each in files]
    assert meetings.add_items(meeting.id, items) == []
    return [AgendaItem.get(meeting=meeting, application=each).id for each in files]


# What stands on it


def test_items_go_to_the_end_of_their_section_and_sections_to_their_place(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    assert_undoable(lambda: meetings.add_items(meeting.id, [{"section": "Reports", "title": "Expirables"}]))
    assert_undoable(lambda: meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}]))
    put_on(meeting, file(make, "Zorn"), file(make, "Abel"))
    assert titles(meeting) == [
        "1 Call to order, conflicts of interest",
        "2 Minutes: none to approve yet",
        "3 No open action items",
        "4.1 Zorn, Ann",
        "4.2 Abel, Ann",
        "5 Telemedicine",
        "6 Expirables",
    ]
    shown = agenda.read(meeting.id, TODAY)
    assert shown.items[3].at == "07:40" and shown.minutes == 2 + 3 + 5 + 10 + 10 + 10 + 5
    assert shown.sections[3].count == "2 files"


def test_the_minutes_and_open_actions_carry_themselves(committee: Committee, meeting: Meeting, make: Any) -> None:
    before = make(Meeting, committee=committee, held=TODAY - timedelta(days=20), state="Held")
    make(Meeting, committee=committee, held=TODAY - timedelta(days=10), state="Cancelled")
    make(ActionItem, committee=committee, title="Ask", raised_at=before)
    make(ActionItem, committee=committee, title="Done", raised_at=before, done=TODAY)
    make(ActionItem, committee=committee, title="Raised there", raised_at=meeting)
    shown = agenda.read(meeting.id, TODAY)
    assert shown.previous == before.id
    assert shown.items[1].title.startswith("Minutes of ") and shown.items[2].title == "Open action items (1)"
    assert [each.title for each in shown.actions] == ["Ask"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"section": "Initial appointments", "title": "Dr. Nobody"}, "by its application"),
        ({"section": "Policy"}, "Say what the item is"),
        ({"section": "Nowhere", "title": "X"}, "not one of the choices"),
    ],
)
def test_what_cannot_stand_on_an_agenda_is_refused(meeting: Meeting, values: dict, said: str) -> None:
    before = dump()
    assert said in messages(meetings.add_items(meeting.id, [{"section": "Policy", "title": "Good"}, values]))
    assert dump() == before


def test_a_file_stands_once_on_an_agenda_and_on_none_that_is_cancelled(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    put_on(meeting, asked)
    again = {"section": "Initial appointments", "application": asked.id}
    assert "already" in messages(meetings.add_items(meeting.id, [again]))
    meetings.cancel_meetings([meeting.id])
    assert "cancelled" in messages(meetings.add_items(meeting.id, [{"title": "X"}]))


def test_every_ready_file_goes_on_in_one_step_category_1_to_the_consent_list(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, other = file(make, "Abel", **CATEGORY_1), file(make, "Zorn", review="Category 2")
    file(make, "Lacking")
    file(make, "Early", stage="Verification")
    names = {"Abel, Ann", "Zorn, Ann"}
    monkeypatch.setattr(readiness, "is_ready", lambda dossier, *_: dossier.title in names)
    assert assert_undoable(lambda: meetings.add_ready(meeting.id, TODAY)) == 2
    rows = {each.application_id: each for each in AgendaItem.select().where(AgendaItem.application.is_null(False))}
    assert (rows[ready.id].section, rows[ready.id].asked) == ("Consent list", "Recommend, Category 1")
    assert (rows[other.id].section, rows[other.id].asked) == ("Initial appointments", "Discuss, Category 2")
    assert meetings.add_ready(meeting.id, TODAY) == 0
    assert meetings.add_ready(held_on(committee, LATER).id, TODAY) == 0  # they stand on an agenda to come


def test_a_document_is_attached_to_an_item_once_by_its_content(meeting: Meeting, assert_undoable: Any) -> None:
    meetings.add_items(
        meeting.id, [{"section": "Reports", "title": "Expirables"}, {"section": "Reports", "title": "OPPE"}]
    )
    first, second = AgendaItem.select().where(AgendaItem.section == "Reports").order_by(AgendaItem.id)
    assert "empty" in messages(meetings.attach(first.id, "a.pdf", b"", TODAY))
    assert "over 50 MB" in messages(meetings.attach(first.id, "a.pdf", bytes(50_000_001), TODAY))
    assert assert_undoable(lambda: meetings.attach(first.id, "the_report.pdf", b"%PDF", TODAY)) == []
    assert meetings.attach(second.id, "again.pdf", b"%PDF", TODAY) == []
    assert AgendaItem.get_by_id(first.id).document == AgendaItem.get_by_id(second.id).document
    shown = agenda.read(meeting.id, TODAY)
    assert (shown.item(first.id).detail, shown.item(second.id).detail) == ("", "Expirables"), "never the name of a file"


# Order


def test_an_item_moves_in_its_section_and_stops_at_its_edge(meeting: Meeting, make: Any, assert_undoable: Any) -> None:
    one, two, three = put_on(meeting, *(file(make, name) for name in ("Abel", "Beck", "Cole")))
    assert assert_undoable(lambda: meetings.move_item(three, -1)) is True
    assert titles(meeting)[3:] == ["4.1 Abel, Ann", "4.2 Cole, Ann", "4.3 Beck, Ann"]
    before = dump()
    assert meetings.move_item(one, -1) is False and meetings.move_item(two, 1) is False
    assert dump() == before


def test_a_section_moves_whole_and_an_item_that_is_alone_moves_its_section(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    put_on(meeting, file(make, "Abel"), file(make, "Beck"))
    meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}])
    policy = AgendaItem.get(AgendaItem.section == "Policy").id
    assert assert_undoable(lambda: meetings.move_item(policy, -1)) is True
    assert titles(meeting)[3:] == ["4 Telemedicine", "5.1 Abel, Ann", "5.2 Beck, Ann"]
    assert meetings.move_section(meeting.id, "Call to order", -1) is False
    assert meetings.move_section(meeting.id, "Elsewhere", 1) is False


def test_a_file_off_the_consent_list_has_the_time_to_be_discussed(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    (one,) = put_on(meeting, file(make, "Abel"))

    def time() -> int:
        return AgendaItem.get_by_id(one).minutes

    assert time() == 10
    assert_undoable(lambda: meetings.place_items([one], None, "Consent list"))
    assert time() == 1
    assert_undoable(lambda: meetings.place_in_sections({"Initial appointments": [one]}))
    assert time() == 10
    with history.step("Somebody's own"):
        AgendaItem.update(minutes=25).where(AgendaItem.id == one).execute()
    meetings.place_items([one], None, "Consent list")
    assert time() == 25, "a time that somebody chose stays"


def test_dragging_puts_items_before_another_and_a_file_stays_among_files(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    one, two, three = put_on(meeting, *(file(make, name) for name in ("Abel", "Beck", "Cole")))
    assert assert_undoable(lambda: meetings.place_items([two, three], one, "Initial appointments")) is True
    assert titles(meeting)[3:] == ["4.1 Beck, Ann", "4.2 Cole, Ann", "4.3 Abel, Ann"]
    assert assert_undoable(lambda: meetings.place_items([one], None, "Consent list")) is True
    assert AgendaItem.get_by_id(one).section == "Consent list"
    meetings.place_items([two], None, "Reappointments")
    meetings.place_items([two], None, "Policy")
    assert AgendaItem.get_by_id(two).section == "Initial appointments"
    assert not agenda_order.fits(AgendaItem(section="Policy"), "Consent list")


def test_an_item_that_changes_its_section_goes_to_its_end(meeting: Meeting, assert_undoable: Any) -> None:
    meetings.add_items(meeting.id, [{"section": "Policy", "title": title} for title in ("One", "Two")])
    first = AgendaItem.get(title="One")
    first.section = "Reports"
    assert assert_undoable(lambda: meetings.change_item(first)) == []
    assert titles(meeting)[3:] == ["4 Two", "5 One"]
    assert assert_undoable(lambda: meetings.remove_items([first.id])) == 1
    assert titles(meeting)[3:] == ["4 Two"] and meetings.remove_items([]) == 0


def test_what_cannot_stand_there_is_not_made_of_what_does(meeting: Meeting, make: Any) -> None:
    one, other = put_on(meeting, file(make, "Abel"), file(make, "Beck"))
    changed = AgendaItem.get_by_id(one)
    changed.application = AgendaItem.get_by_id(other).application
    before = dump()
    assert "on the agenda already" in messages(meetings.change_item(changed))
    changed = AgendaItem.get_by_id(one)
    changed.application, changed.section = None, "Policy"
    assert "Say what the item is" in messages(meetings.change_item(changed))
    assert dump() == before


# Outcomes


def test_an_approval_sends_the_file_to_the_next_committee(meeting: Meeting, make: Any, assert_undoable: Any) -> None:
    asked = file(make, "Abel")
    items = put_on(meeting, asked)
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY)) == []
    assert Application.get_by_id(asked.id).stage == "Medical executive committee"
    assert history.newest().name == "Redo: Approved: Abel, Ann, Credentials"


def test_what_is_deferred_stays_and_comes_back_on_the_next_agenda(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    following = held_on(committee, LATER)
    asked = file(make, "Abel")
    items = put_on(meeting, asked)
    before = dump()
    assert "Say why" in messages(meetings.record_outcome(items, "Deferred", TODAY))
    assert dump() == before
    assert assert_undoable(lambda: meetings.record_outcome(items, "Deferred", TODAY, reason="A third reference")) == []
    assert Application.get_by_id(asked.id).stage == "Credentials committee"
    assert [each.application_id for each in following.items.where(AgendaItem.application == asked)] == [asked.id]
    meetings.record_outcome(items, "Deferred", TODAY, reason="Once more")
    assert following.items.where(AgendaItem.application == asked).count() == 1
    assert agenda.read(following.id, TODAY).item(following.items[-1].id) is not None


def test_what_was_deferred_without_a_next_meeting_stands_on_the_one_made_later(
    committee: Committee, meeting: Meeting, make: Any
) -> None:
    asked = file(make, "Abel")
    meetings.record_outcome(put_on(meeting, asked), "Deferred", TODAY, reason="A third reference")
    assert [each.application_id for each in held_on(committee, LATER).items if each.application_id] == [asked.id]
    third = held_on(committee, LATER + timedelta(days=30))
    assert not [each for each in third.items if each.application_id]


@pytest.mark.parametrize("by", ["cancelled", "edited"])
def test_what_was_deferred_to_a_meeting_that_is_cancelled_goes_on_to_the_one_after(
    committee: Committee, meeting: Meeting, assert_undoable: Any, by: str
) -> None:
    second, third = held_on(committee, LATER), held_on(committee, LATER + timedelta(days=30))
    meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}])
    policy = [each.id for each in meeting.items if each.title == "Telemedicine"]
    meetings.record_outcome(policy, "Deferred", TODAY, reason="Counsel reads it")
    titles = lambda held: [each.title for each in Meeting.get_by_id(held.id).items if each.section == "Policy"]  # noqa: E731
    assert titles(second) == ["Telemedicine"] and titles(third) == []

    def cancel() -> None:
        if by == "cancelled":
            meetings.cancel_meetings([second.id])
        else:
            again = Meeting.get_by_id(second.id)
            again.state = "Cancelled"
            assert meetings.save_meeting(again, TODAY) == []

    assert_undoable(cancel)
    assert titles(third) == ["Telemedicine"]
    meetings.cancel_meetings([third.id])
    assert titles(held_on(committee, LATER + timedelta(days=60))) == ["Telemedicine"]


@pytest.mark.parametrize("closed", ["before", "after"])
def test_minutes_that_are_deferred_stand_beside_the_next_ones_until_they_are_approved(
    committee: Committee, closed: str
) -> None:
    first, second = held_on(committee, TODAY), held_on(committee, SOON)
    third = held_on(committee, LATER)
    fourth = held_on(committee, LATER + timedelta(days=28))

    def hold(meeting: Meeting) -> None:
        found = Meeting.get_by_id(meeting.id)
        found.state = "Held"
        assert meetings.save_meeting(found, LATER + timedelta(days=90)) == []

    def of_minutes(meeting: Meeting) -> list[tuple[str, str]]:
        items = agenda.read(meeting.id, TODAY).items
        return sorted((each.title, each.outcome) for each in items if each.section == "Minutes")

    def defer(meeting: Meeting, title: str) -> None:
        items = agenda.read(meeting.id, TODAY).items
        (one,) = [each.id for each in items if each.section == "Minutes" and each.title == title]
        assert meetings.record_outcome([one], "Deferred", LATER, reason="Names to be mended") == []

    called = [f"Minutes of {texts.day(each.held)}" for each in (first, second, third)]
    hold(first)
    if closed == "before":
        hold(second)
    defer(second, called[0])
    if closed == "after":
        hold(second)
    assert of_minutes(third) == sorted([(called[0], ""), (called[1], "")])
    defer(third, called[0])
    hold(third)
    assert of_minutes(fourth) == sorted((each, "") for each in called)
    (one,) = [each.id for each in fourth.items if each.title == called[0]]
    meetings.record_outcome([one], "Approved", LATER)
    hold(fourth)
    end = LATER + timedelta(days=90)
    assert minutes.minutes_of(first.id, end).standing == f"Approved {texts.day(fourth.held)}."
    assert minutes.minutes_of(second.id, end).standing == "Draft, to be approved at the next meeting."


def test_another_outcome_begins_again_at_this_committee(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    items = put_on(meeting, asked)
    assert "Say the conditions" in messages(meetings.record_outcome(items, "Approved with conditions", TODAY))
    meetings.record_outcome(items, "Approved with conditions", TODAY, conditions="Proctored for ten cases")
    assert Application.get_by_id(asked.id).conditions == "Proctored for ten cases"
    meetings.record_outcome(items, "Deferred", TODAY, reason="New facts")
    again = Application.get_by_id(asked.id)
    assert (again.stage, again.conditions) == ("Credentials committee", "")
    assert "Deferred at Credentials Committee" in again.remarks
    meetings.record_outcome(items, "Approved", TODAY)
    assert Application.get_by_id(asked.id).stage == "Medical executive committee"


def test_the_boards_approval_sets_the_appointment_and_its_term_in_the_same_step(
    committee: Committee, make: Any, assert_undoable: Any
) -> None:
    board = make(Committee, name="Board", level="Governing board")
    meeting = held_on(board, SOON)
    asked = file(make, "Abel", stage="Governing board", term_starts=SOON, term_ends=SOON + timedelta(days=700))
    items = put_on(meeting, asked)
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY)) == []
    term = Appointment.get(Appointment.provider == asked.provider)
    assert (term.starts, term.ends) == (asked.term_starts, asked.term_ends)
    closed = Application.get_by_id(asked.id)
    assert (closed.stage, closed.outcome, closed.decided) == ("Closed", "Approved", SOON)
    before = dump()
    assert "is closed (approved" in messages(meetings.record_outcome(items, "Deferred", TODAY, reason="x"))
    assert dump() == before


def test_an_approval_dates_nothing_back_unless_it_is_told_to_begin_with_the_decision(
    make: Any, office: Any, assert_undoable: Any
) -> None:
    meeting = held_on(make(Committee, name="Board", level="Governing board"), SOON)
    early = SOON - timedelta(days=1)
    asked = file(make, "Abel", stage="Governing board", term_starts=early, term_ends=SOON + timedelta(days=700))
    on_time = file(make, "Beck", stage="Governing board", term_starts=SOON, term_ends=SOON + timedelta(days=700))
    items = put_on(meeting, asked) + put_on(meeting, on_time)
    assert [each.who for each in meetings.begun_early(items)] == ["Abel, Ann"]
    before = dump()
    assert "before that nobody is appointed" in messages(meetings.record_outcome(items, "Approved", TODAY))
    assert dump() == before
    assert meetings.record_outcome(items, "Deferred", TODAY, reason="Next month") == []
    undoing.undo()
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY, from_decision=True)) == []
    assert [each.starts for each in Appointment.select()] == [SOON, SOON]
    assert meetings.begun_early(items) == ()


def test_the_board_does_not_decide_what_the_mec_has_not_sent(make: Any, office: Any) -> None:
    meeting = held_on(make(Committee, name="Board", level="Governing board"), SOON)
    items = put_on(meeting, file(make, "Abel", stage="Credentials committee"))
    before = dump()
    assert "the MEC has not sent it" in messages(meetings.record_outcome(items, "Approved", TODAY))
    assert dump() == before


def test_what_the_expedited_committee_does_not_approve_goes_to_the_whole_board(make: Any, office: Any) -> None:
    meeting = held_on(make(Committee, name="Fast", level="Expedited board committee"), SOON)
    asked = file(make, "Abel", stage="Governing board", **CATEGORY_1)
    meetings.record_outcome(put_on(meeting, asked), "Not approved", TODAY, reason="To be discussed")
    asked = Application.get_by_id(asked.id)
    assert (asked.stage, asked.review) == ("Governing board", "Category 2")


@pytest.mark.parametrize(("outcome", "then"), [("Withdrawn", "Withdrawn"), ("Not approved", "Denied")])
def test_the_board_denies_and_an_applicant_withdraws(make: Any, office: Any, outcome: str, then: str) -> None:
    meeting = held_on(make(Committee, name="Board", level="Governing board"), SOON)
    asked = file(make, "Abel", stage="Governing board")
    assert meetings.record_outcome(put_on(meeting, asked), outcome, TODAY, reason="As the letter says") == []
    assert (Application.get_by_id(asked.id).stage, Application.get_by_id(asked.id).outcome) == ("Closed", then)


def test_what_is_for_information_moves_nothing(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    item = {"section": "Initial appointments", "application": asked.id, "information": True}
    meetings.add_items(meeting.id, [item])
    meetings.record_outcome([AgendaItem.get(application=asked).id], "Accepted for information", TODAY)
    assert Application.get_by_id(asked.id).stage == "Credentials committee"
    assert meetings.record_outcome([], "Approved", TODAY) == []


def test_nothing_is_decided_at_a_cancelled_meeting(meeting: Meeting, make: Any) -> None:
    items = put_on(meeting, file(make, "Abel"))
    meetings.cancel_meetings([meeting.id])
    assert "cancelled" in messages(meetings.record_outcome(items, "Approved", TODAY))


# What is said at once


def test_an_incomplete_file_is_said_in_place_unless_it_is_for_information(meeting: Meeting, make: Any) -> None:
    (item,) = put_on(meeting, file(make, "Abel"))
    found = [each for each in agenda.read(meeting.id, TODAY).problems if each.item == item]
    assert found and found[0].tone == "bad" and "4.1 Abel, Ann: the file is not complete" in found[0].sentence
    assert "put it on for information" in found[0].remedy
    row = AgendaItem.get_by_id(item)
    row.information = True
    meetings.change_item(row)
    assert not [each for each in agenda.read(meeting.id, TODAY).problems if each.item == item]


def test_an_item_whose_application_is_gone_is_said(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    (item,) = put_on(meeting, asked)
    with history.step("Delete"):
        asked.delete_instance()
    said = [str(each) for each in agenda.read(meeting.id, TODAY).problems if each.item == item]
    assert len(said) == 1 and "has no application. Choose its application" in said[0]


def test_a_file_out_of_turn_is_said_and_one_in_turn_is_not(meeting: Meeting, make: Any) -> None:
    early, right = put_on(meeting, file(make, "Abel", stage="Verification"), file(make, "Beck"))
    said = {each.item: each.sentence for each in agenda.read(meeting.id, TODAY).problems if "turn" in each.sentence}
    assert set(said) == {early}


def test_a_meeting_that_is_past_and_open_and_one_with_too_much_are_said(committee: Committee, make: Any) -> None:
    past = make(Meeting, committee=committee, held=TODAY - timedelta(days=1))
    assert "is past, and nothing says" in str(agenda.read(past.id, TODAY).problems[0])
    today = make(Meeting, committee=committee, held=TODAY, length=90)
    meetings.add_items(today.id, [{"title": "Long", "minutes": 90}])
    assert not [each for each in agenda.read(today.id, TODAY).problems if "minutes" in each.sentence]
    meetings.add_items(today.id, [{"title": "One more", "minutes": 1}])
    said = " ".join(map(str, agenda.read(today.id, TODAY).problems))
    assert "takes 91 minutes, and the meeting has 90. Give 1 minute back" in said and "is past" not in said


def test_an_agenda_of_no_meeting_is_none(office: Any) -> None:
    assert agenda.read(1, TODAY) is None


def test_the_expirables_report_is_made_and_attached_in_one_step_and_renewed_in_place(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    sort = CredentialSort.get(key="license")
    make(Credential, provider=make(Provider, last="Okafor", status="Active"), sort=sort, number="036-1", expires=SOON)
    assert assert_undoable(lambda: agenda_reports.add_expirables(meeting.id, TODAY)) == []
    item = AgendaItem.get(AgendaItem.section == "Reports")
    kept = blobs.fetch(item.document.sha256)
    assert kept is not None and kept.startswith(b"%PDF") and item.document.file_name.startswith("Expirables ")
    assert agenda_reports.add_expirables(meeting.id, TODAY + timedelta(days=1)) == []
    assert AgendaItem.select().where(AgendaItem.section == "Reports").count() == 1
    assert AgendaItem.get_by_id(item.id).document != item.document
    meetings.cancel_meetings([meeting.id])
    assert "cancelled" in messages(agenda_reports.add_expirables(meeting.id, TODAY))


def test_the_expirables_report_is_pages_of_the_packet_with_its_head_and_foot_alone(
    meeting: Meeting, make: Any, tmp_path: Path
) -> None:
    sort = CredentialSort.get(key="license")
    for n in range(60):
        person = make(Provider, last=f"Okafor{n:02}", first="Ada", status="Active")
        make(Credential, provider=person, sort=sort, number=f"036-{n}", expires=SOON)
    assert agenda_reports.add_expirables(meeting.id, TODAY) == []
    packets.save(meeting.id, tmp_path / "packet.pdf", TODAY)
    with Pages((tmp_path / "packet.pdf").read_bytes()) as pages:
        said = [pages.text(n) for n in range(1, pages.count + 1)]
    report = [text for text in said if "Okafor" in text]
    assert len(report) == 2
    for text in report:
        assert (
            text.count("CONFIDENTIAL") == 1 and len(re.findall(r"Page \d+ of \d+", text)) == 1 and "Printed" not in text
        )


def test_a_category_2_file_on_the_consent_list_is_said(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel", **CATEGORY_1)
    assert meetings.add_items(meeting.id, [{"section": "Consent list", "application": asked.id}]) == []
    said = lambda: [str(each) for each in agenda.read(meeting.id, TODAY).problems if "consent list and" in str(each)]  # noqa: E731
    assert said() == []
    with history.step("Full review"):
        Application.update(review="Category 2").execute()
    (told,) = said()
    assert "4.1 Abel, Ann stands on the consent list and is Category 2" in told and "to be discussed" in told
    meetings.set_information([AgendaItem.get(application=asked).id], True)
    assert said() == []


def test_what_is_to_be_discussed_goes_on_no_consent_list_and_is_not_approved_with_it(
    meeting: Meeting, make: Any
) -> None:
    one, two, full = file(make, "Abel"), file(make, "Beck"), file(make, "Corr", review="Category 2")
    items = [{"section": "Consent list", "application": each.id} for each in (one, two)]
    assert meetings.add_items(meeting.id, items) == []
    before = dump()
    (problem,) = meetings.add_items(meeting.id, [{"section": "Consent list", "application": full.id}])
    assert problem.field == "section" and "Corr, Ann is Category 2, to be discussed." in problem.message
    assert dump() == before
    (item,) = put_on(meeting, full)
    before = dump()
    for to_consent in (
        lambda: meetings.place_items([item], None, "Consent list"),
        lambda: meetings.place_in_sections({"Consent list": [item]}),
    ):
        with pytest.raises(WorkbenchError, match="Corr, Ann is Category 2, to be discussed.* Nothing was moved"):
            to_consent()
    moved = AgendaItem.get_by_id(item)
    moved.section = "Consent list"
    assert "Category 2" in messages(agendas.change_item(moved))
    assert dump() == before
    with history.step("What came since"):
        Application.update(review="Category 2").where(Application.id == two.id).execute()
    asked = {each.application: each.asked for each in agenda.read(meeting.id, TODAY).items}
    assert asked[two.id] == "" and asked[one.id] == ""
    together = [each.id for each in AgendaItem.select().where(AgendaItem.section == "Consent list")]
    (problem,) = meetings.record_outcome(together, "Approved", meeting.held, conclusion="Seen")
    assert problem.message.startswith(
        "Beck, Ann is Category 2, to be discussed. What stands on the consent list is voted on together."
    )
    assert meetings.record_outcome(together[:1], "Approved", meeting.held) == []
    assert meetings.record_outcome(together[1:], "Approved", meeting.held, conclusion="Seen by itself") == []


def test_what_is_asked_as_category_1_is_to_be_discussed_when_it_is_none_any_more(
    meeting: Meeting, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = file(make, "Abel")
    monkeypatch.setattr(readiness, "is_ready", lambda *_: True)
    assert meetings.add_ready(meeting.id, TODAY) == 1
    shown = lambda: [(each.asked, each.flags) for each in agenda.read(meeting.id, TODAY).items if each.application][0]  # noqa: E731
    assert shown()[0] == "Recommend, Category 1"
    with history.step("What came since"):
        Application.update(review_reason="").where(Application.id == asked.id).execute()
    assert shown()[0] == "Discuss, Category 2"
    on_paper, _ = agenda.with_files(meeting.id, TODAY, judged=False)
    assert [each.asked for each in on_paper.items if each.application] == ["Discuss, Category 2"], "as on the screen"


def test_a_file_decided_later_on_the_same_day_is_not_ready_for_the_meeting_before(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "is_ready", lambda *_: True)
    council, board = (
        make(Committee, name=name, level=level, quorum=1)
        for name, level in (("MEC", "Medical executive committee"), ("Board", "Governing board"))
    )
    evening, board_meets = (
        Meeting(committee=each, held=SOON, starts=starts) for each, starts in ((council, "17:30"), (board, "16:00"))
    )
    for each in (evening, board_meets):
        assert meetings.add_meeting(each, TODAY) == []
    asked = file(make, "Abel", stage="Medical executive committee")
    assert meetings.record_outcome(put_on(evening, asked), "Approved", TODAY) == []
    assert Application.get_by_id(asked.id).stage == "Governing board"
    assert meetings.add_ready(board_meets.id, TODAY) == 0
    board_meets.starts = "18:30"
    assert meetings.save_meeting(board_meets, TODAY) == []
    assert meetings.add_ready(board_meets.id, TODAY) == 1


def test_an_outcome_of_a_meeting_to_come_is_said_on_its_agenda(meeting: Meeting, make: Any) -> None:
    (item,) = put_on(meeting, file(make, "Abel"))
    said = "1 outcome is recorded, and the meeting is on"

    def remarks(on: date) -> str:
        return " ".join(str(each) for each in agenda.read(meeting.id, on).problems)

    assert said not in remarks(TODAY)
    meetings.record_outcome([item], "Approved", TODAY)
    assert said in remarks(TODAY) and "in 7 days" in remarks(TODAY) and said not in remarks(SOON)
