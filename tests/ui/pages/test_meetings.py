"""The pages of meetings and committees: counts open their rows, keys do what they say, and what is wrong stands in place."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from tests.conftest import CATEGORY_1
from workbench.actions import committees, meetings, packets
from workbench.errors import WorkbenchError
from workbench.lists import agenda
from workbench.lists.meetings import MEETINGS_LIST
from workbench.records.application import Application
from workbench.records.committee import ClosedDay, Committee, Seat
from workbench.records.meeting import ActionItem, AgendaItem, Attendance, IssuedPacket, Meeting, PacketCopy, Recusal
from workbench.records.office_lists import Facility
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.pages.committee import CommitteePage
from workbench.ui.pages.committee_sheets import ask_end, ask_seat
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_issue import Copies, IssuePacket
from workbench.ui.pages.meeting_sheets import ask_closing, ask_item, ask_meeting
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.meetings_calendar import MakeCalendar
from workbench.ui.pages.outcome_sheet import Outcome, ask_outcome
from workbench.ui.pages.packet_made import in_sight
from workbench.ui.pages.recusal_sheets import Recusals
from workbench.ui.session import Session

from .over_office import page_of, record, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    found = make(
        Committee, name="Credentials Committee", short="Credentials", level="Credentials committee", place="Room B"
    )
    make(Seat, committee=found, name="Marsh, Helen, MD", role="Chair", physician=True)
    make(Seat, committee=found, name="Ngo, Binh, MD", physician=True)
    return found


@pytest.fixture
def meeting(committee: Committee, make: Any, TODAY: date) -> Meeting:
    """With two files and a policy on its agenda."""
    made = Meeting(committee=committee, held=TODAY + timedelta(days=6))
    meetings.add_meeting(made, TODAY)
    site = make(Facility)
    files = []
    for last in ("Abel", "Beck"):
        person = make(Provider, last=last, first="Ann", degree="MD", status="Applicant")
        # The office's word on the review: a bare file is not complete, and its approval would take reasons.
        known = {"stage": "Credentials committee", **CATEGORY_1, "facility": site}
        asked = make(Application, provider=person, sort="Initial appointment", **known)
        files.append({"section": "Initial appointments", "application": asked.id})
    meetings.add_items(made.id, [*files, {"section": "Policy", "title": "Telemedicine"}])
    return made


@pytest.fixture
def page(session: Session, meeting: Meeting, qtbot: Any) -> Any:
    shown = page_of(MeetingPage, session, qtbot)
    shown.open(meeting=meeting.id)
    return shown


def rows(table: Any) -> list[str]:
    return [" ".join(table.row(each).texts[:2]) for each in table.ids()]


def item(title: str) -> int:
    return next(
        each.id
        for each in AgendaItem.select()
        if title in (each.title or (each.application and each.application.title) or "")
    )


# The list, the year, the closed days


def test_every_count_opens_its_rows(session: Session, meeting: Meeting, make: Any, qtbot: Any, TODAY: date) -> None:
    make(Meeting, committee=meeting.committee, held=TODAY - timedelta(days=9))
    page = page_of(Meetings, session, qtbot)
    assert page.badge() == "2"  # a packet is due, a meeting is to close
    for view, count in (
        ("upcoming", 1),
        ("without_packet", 1),
        ("unclosed", 1),
        ("past", 1),
        ("cancelled", 0),
        ("", 2),
    ):
        page.open(view=view)
        assert page.table.count() == count == MEETINGS_LIST.count(today=TODAY, view=view)
    page.table.opened.emit(meeting.id)
    assert page.shell.went == [("meeting", {"meeting": meeting.id})]


def test_the_year_shows_each_month_and_opens_what_it_shows(
    session: Session, meeting: Meeting, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Meetings, session, qtbot)
    page.tabs.choose("year")
    page.year.show_year(meeting.held.year)
    page.year.setCurrentIndex(page.year.model_.index(0, meeting.held.month))
    assert str(meeting.held.day) in page.year.row(meeting.committee_id).texts[meeting.held.month]
    QTest.keyClick(page.year, Qt.Key.Key_Return)
    assert page.shell.went == [("meeting", {"meeting": meeting.id})]
    page.later.trigger()
    assert page.year.year == TODAY.year + 1 and page.findChild(object, "") is not None


def test_a_calendar_says_what_it_would_add_before_it_does(
    session: Session, committee: Committee, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Meetings, session, qtbot)
    sheet = MakeCalendar(page, 2027)
    qtbot.addWidget(sheet)
    assert sheet.said.text().startswith("12 meetings will be added.") and sheet.go.text() == "Make 12 meetings"
    sheet.year.setText("20x7")
    assert not sheet.go.isEnabled() and "A year from" in sheet.said.text()
    sheet.year.setText("2027")
    sheet.accept()
    assert Meeting.select().count() == 12 and ClosedDay.select().count() == 12
    assert history.newest().name == "Make calendar of 2027: 12 meetings"
    session.undo()
    assert Meeting.select().count() == 0 == ClosedDay.select().count()


def test_a_planned_meeting_on_a_closed_day_is_told(session: Session, meeting: Meeting, make: Any, qtbot: Any) -> None:
    page = page_of(Meetings, session, qtbot)
    assert page.closed.said.isHidden()
    make(ClosedDay, day=meeting.held, name="Retreat")
    page.closed.refresh()
    assert "Planned on a closed day: Credentials Committee" in page.closed.said.text()


def test_a_meeting_in_the_past_is_refused_beside_its_date(
    session: Session, committee: Committee, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Meetings, session, qtbot)
    sheet = ask_meeting(page, Meeting(committee=committee, held=TODAY - timedelta(days=1)))
    qtbot.addWidget(sheet)
    sheet.accept()
    assert "is past. Choose a later day" in sheet.form._notes["held"].text()
    assert Meeting.select().count() == 0
    sheet.form.set_values({**sheet.form.values(), "held": TODAY})
    sheet.accept()
    assert Meeting.select().count() == 1


# The agenda


def test_the_agenda_is_named_numbered_and_never_in_the_windows_title(page: Any) -> None:
    table = page.parts["agenda"].table
    assert table.accessibleName() == "Agenda"
    assert rows(table) == [
        "1 Call to order, conflicts of interest",
        "2 Minutes: none to approve yet",
        "3 No open action items",
        "4 Initial appointments · 2 files",
        "4.1 Abel, Ann, MD",
        "4.2 Beck, Ann, MD",
        "5 Telemedicine",
    ]


def test_keys_move_items_and_sections_and_the_selection_goes_along(page: Any) -> None:
    part = page.parts["agenda"]
    part.table.go_to(item("Beck"))
    part.up.trigger()
    assert rows(part.table)[4:6] == ["4.1 Beck, Ann, MD", "4.2 Abel, Ann, MD"]
    assert part.table.current() == item("Beck")
    part.table.go_to(item("Telemedicine"))
    part.up.trigger()
    assert rows(part.table)[3] == "4 Telemedicine"
    page.session.undo()
    page.session.undo()
    assert rows(part.table)[4] == "4.1 Abel, Ann, MD"


def test_dragging_moves_an_item_and_esc_lets_it_be(page: Any, qtbot: Any) -> None:
    table = page.parts["agenda"].table
    view = table.viewport()

    def at(title: str, low: bool = False) -> QPoint:
        index = table.model_.index(table.model_.row_of(item(title)), 1)
        rect = table.visualRect(index)
        return QPoint(rect.center().x(), rect.bottom() - 3 if low else rect.top() + 3)

    def drag(what: str, to: QPoint, escape: bool = False) -> None:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(what))
        for step in (at(what) + QPoint(0, 20), to):
            _move(table, step)
        if escape:
            QTest.keyClick(table, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)

    drag("Abel", at("Beck", low=True), escape=True)
    assert rows(table)[4] == "4.1 Abel, Ann, MD"
    drag("Abel", at("Beck", low=True))
    assert rows(table)[4:6] == ["4.1 Beck, Ann, MD", "4.2 Abel, Ann, MD"]
    drag("Abel", at("Telemedicine", low=True))  # a file stays among files
    assert AgendaItem.get_by_id(item("Abel")).section == "Initial appointments"


def _move(table: Any, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    where = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, none, left, Qt.KeyboardModifier.NoModifier)
    table.mouseMoveEvent(event)


def test_the_consent_list_and_information_are_one_key(page: Any) -> None:
    part = page.parts["agenda"]
    part.table.go_to(item("Abel"))
    part.consent.trigger()
    assert AgendaItem.get_by_id(item("Abel")).section == "Consent list"
    assert part.consent.text() == "Take off the consent list"
    part.consent.trigger()
    assert AgendaItem.get_by_id(item("Abel")).section == "Initial appointments"
    part.inform.trigger()
    assert AgendaItem.get_by_id(item("Abel")).information
    assert part.table.row(item("Abel")).texts[2] == "For information"


def test_an_incomplete_file_is_said_under_the_agenda_with_the_way_to_it(page: Any) -> None:
    part = page.parts["agenda"]
    said = [each for each in part.remarks.said if each.item == item("Abel")]
    assert "the file is not complete" in str(said[0])
    part.table.go_to(item("Telemedicine"))
    part.remarks.asked.emit(said[0])
    assert part.table.current() == item("Abel")


def test_what_was_decided_is_not_taken_off(page: Any, TODAY: date) -> None:
    part = page.parts["agenda"]
    meetings.record_outcome([item("Telemedicine")], "Approved", TODAY)
    page.refresh({"agenda_item"})
    part.table.go_to(item("Telemedicine"))
    part.drop.trigger()
    assert "had an outcome" in page.session.messages.told[0] and item("Telemedicine")
    part.table.go_to(item("Beck"))
    part.drop.trigger()
    assert "4.1 Abel, Ann, MD" in rows(part.table) and len(rows(part.table)) == 6


def test_after_an_item_is_taken_off_the_next_one_is_current(page: Any) -> None:
    table = page.parts["agenda"].table
    after = item("Telemedicine")
    for title, then in (("Abel", item("Beck")), ("Beck", after)):
        table.go_to(item(title))
        page.parts["agenda"].drop.trigger()
        assert table.current() == then and table.selected() == [then]
    page.parts["agenda"].drop.trigger()
    assert table.current() is not None and table.current() == table.ids()[-1]


def test_the_packet_is_made_and_shows_the_page_of_the_item(page: Any, qtbot: Any) -> None:
    part = page.parts["agenda"]
    qtbot.waitUntil(lambda: part.packet.made is not None, timeout=20_000)
    assert part.packet.preview.count == part.packet.made.count > 1
    part.table.go_to(item("Beck"))
    assert part.packet.preview.page == part.packet.made.pages["4.2"]
    before = part.packet.made
    part.up.trigger()
    qtbot.waitUntil(lambda: part.packet.made is not before and part.packet.made is not None, timeout=20_000)
    assert part.packet.print_.isEnabled() and part.packet.save.isEnabled()
    made = part.packet.made
    page.tabs.choose("attendance")
    assert part.packet.preview.count == 0  # what nobody looks at is not kept open
    part.packet._show(part.packet._turn, made)  # nor is one that comes only now
    assert part.packet.preview.count == 0
    page.tabs.choose("agenda")
    assert part.packet.preview.count == made.count and part.packet.made is made


def test_an_item_without_its_application_is_refused_beside_its_box(page: Any, qtbot: Any) -> None:
    sheet = ask_item(page, page.agenda, "Initial appointments")
    qtbot.addWidget(sheet)
    sheet.form.set_values({**sheet.form.values(), "title": "Dr. Nobody"})
    sheet.accept()
    said = sheet.form._notes["application"]
    assert "by its application" in said.text()
    box = sheet.form.box("section")
    box.combo.setCurrentIndex(box.combo.findData("Other business"))
    box.choose()
    assert not said.text(), "it is in the way no more"
    sheet.accept()
    assert item("Dr. Nobody")


def test_what_was_just_added_is_current(page: Any, qtbot: Any) -> None:
    page.parts["agenda"].new.trigger()
    (sheet,) = page.window().findChildren(FormDialog)
    sheet.form.set_values({**sheet.form.values(), "section": "Policy", "title": "Bylaws, draft 2"})
    sheet.accept()
    assert page.parts["agenda"].table.current() == item("Bylaws, draft 2")


def test_a_file_goes_to_its_own_section_whatever_row_was_current_and_says_what_is_asked(
    page: Any, qtbot: Any, make: Any
) -> None:
    asked = make(Application, sort="Reappointment", stage="Credentials committee")
    sheet = ask_item(page, page.agenda, "Initial appointments")
    qtbot.addWidget(sheet)
    sheet.form.set_values({**sheet.form.values(), "application": asked.id})
    sheet.form.left.emit("application")
    shown = sheet.form.values()
    assert (shown["section"], shown["asked"][:8]) == ("Reappointments", "Discuss,")
    sheet.form.set_values({**shown, "section": "Other business", "asked": "Tell why"})
    sheet.accept()
    kept = AgendaItem.get(AgendaItem.application == asked)
    assert kept.asked == "Tell why"


# Attendance, outcomes, action items


def test_nobody_came_to_a_meeting_that_is_to_come_and_the_page_says_so(page: Any) -> None:
    part = page.parts["attendance"]
    page.tabs.choose("attendance")
    part.table.go_to(part.table.ids()[0])
    assert "who came is recorded once it is held" in part.said.text()
    assert not any(each.isEnabled() for each in (*part.marks, part.times, part.all_present))


def test_one_key_a_person_and_the_quorum_is_said(page: Any, TODAY: date) -> None:
    with history.step("It is today"):
        Meeting.update(held=TODAY).execute()
    page.refresh({"meeting"})
    part = page.parts["attendance"]
    page.tabs.choose("attendance")
    assert part.quorum.text() == "Attendance not recorded yet"
    part.table.go_to(part.table.ids()[0])
    part.marks[3].trigger()
    assert "0 of 2 voting members present; 1 short of the quorum of 1" in part.quorum.text()
    assert part.table.current() == part.table.ids()[1]
    part.marks[0].trigger()
    assert "quorum of 1 is met" in part.quorum.text()
    part.all_present.trigger()
    assert [each.presence for each in Attendance.select().order_by(Attendance.seat)] == ["Absent", "Present"]


def test_nobody_is_recorded_present_from_a_part_that_does_not_show_attendance(page: Any, TODAY: date) -> None:
    with history.step("It is today"):
        Meeting.update(held=TODAY).execute()
    page.refresh({"meeting"})
    page.tabs.choose("agenda")
    page.parts["attendance"].all_present.trigger()
    assert page.tabs.current() == "attendance" and not Attendance.select().exists()
    page.parts["attendance"].all_present.trigger()
    assert Attendance.select().count() == 2


def test_an_outcome_is_recorded_with_its_reason_and_refused_without(page: Any, qtbot: Any) -> None:
    found = page.agenda.item(item("Abel"))
    sheet = ask_outcome(page, [found])
    qtbot.addWidget(sheet)
    sheet.form.set_values({"outcome": "Deferred"})
    record(sheet)
    assert "Say why" in sheet.form._notes["reason"].text()
    sheet.form.set_values({"outcome": "Deferred", "reason": "A third reference by January"})
    record(sheet)
    assert page.agenda.item(found.id).outcome == "Deferred"
    assert page.parts["minutes"].table.row(found.id).texts[4] == "Deferred"


def test_the_consent_list_is_approved_at_once(page: Any) -> None:
    agenda_part, part = page.parts["agenda"], page.parts["minutes"]
    agenda_part.table.select([item("Abel"), item("Beck")])
    agenda_part.consent.trigger()
    part.approve_list.trigger()
    assert {each.stage for each in Application.select()} == {"Medical executive committee"}
    assert history.newest().name == "Approved: 2 items, Credentials"
    assert not part.approve_list.isEnabled()


def test_a_meeting_to_come_is_not_closed(page: Any, qtbot: Any, TODAY: date) -> None:
    sheet = ask_closing(page, page.agenda)
    qtbot.addWidget(sheet)
    sheet.accept()
    assert "still to come" in sheet.rest.text() and "Nobody's attendance" in sheet.rest.text()
    assert Meeting.get().state == "Planned"


def test_action_items_are_done_and_opened_again(page: Any, make: Any, meeting: Meeting, TODAY: date) -> None:
    made = make(ActionItem, committee=meeting.committee, title="Ask", raised_at=meeting, due=TODAY - timedelta(days=2))
    page.refresh({"action_item"})
    part = page.parts["actions"]
    assert part.table.row(made.id).texts[3].startswith("due ")
    part.table.go_to(made.id)
    part.finish.trigger()
    assert ActionItem.get().done == TODAY and part.finish.text() == "Open again"
    part.finish.trigger()
    assert ActionItem.get().done is None


def test_a_cancelled_meeting_can_only_be_looked_at(page: Any, TODAY: date) -> None:
    policy = item("Telemedicine")
    assert meetings.record_outcome([policy], "Deferred", TODAY, reason="Counsel reads it") == []
    page.cancel.trigger()
    assert not page.session.messages.asked and "1 outcome is recorded" in page.session.messages.told[0]
    assert meetings.record_outcome([policy], "", TODAY) == []
    page.refresh({"agenda_item"})
    page.cancel.trigger()
    assert page.session.messages.asked[0].startswith("Cancel the meeting of")
    assert page.session.messages.refusals == ["Keep it"]
    assert Meeting.get().state == "Cancelled"
    for each in (
        page.parts["agenda"].new,
        page.parts["minutes"].record,
        page.parts["attendance"].all_present,
        page.cancel,
    ):
        assert not each.isEnabled()
    (said,) = [each for each in page.agenda.problems if "is cancelled" in each.sentence]
    assert "free for another agenda" in said.sentence and "Planned" in said.remedy
    assert page.parts["attendance"].said.text().startswith("The meeting is cancelled: nobody came.")
    page.tabs.choose("minutes")
    page.parts["minutes"].table.go_to(policy)
    assert page.parts["minutes"].said.text() == "The meeting is cancelled: nothing was decided at it."
    with pytest.raises(WorkbenchError, match="is cancelled: it has no packet"):
        packets.preview(page.agenda.meeting, TODAY)
    page.session.undo()
    assert page.parts["agenda"].new.isEnabled()


def test_a_meeting_that_was_attended_says_that_the_committee_changed_since(
    page: Any, committee: Committee, TODAY: date
) -> None:
    part, held = page.parts["attendance"], Meeting.get()
    assert not meetings.counts_otherwise(held.id) and part.anew.isVisible() is False
    seats = dict.fromkeys([each.id for each in committee.seats], "Present")
    meetings.keep_attendance(held.id, seats, held.held)
    assert committees.save_seat(Seat(committee=committee, name="Forgotten, Fay, MD")) == []
    page.refresh({"seat"})
    assert part.said.text().startswith("Seats and quorum are kept as they were") and part.table.count() == len(seats)
    part.anew.trigger()
    page.refresh({"meeting"})
    assert not part.anew.isVisible() and part.table.count() == len(seats) + 1


# A committee


def test_a_seat_beyond_its_term_is_said_and_renewed(
    session: Session, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    over = make(Seat, committee=committee, name="Old, Ann", ends=TODAY - timedelta(days=1))
    page = page_of(CommitteePage, session, qtbot)
    page.open(committee=committee.id, seat=over.id)
    assert "The term of Old, Ann ended" in str(page.remarks.said[0])
    assert page.seats.row(over.id).texts[-1] == "Term over"
    sheet = ask_end(page, [over.id], True)
    qtbot.addWidget(sheet)
    sheet.form.set_values({"ends": TODAY + timedelta(days=700)})
    sheet.accept()
    assert page.remarks.said == () and page.seats.row(over.id).texts[-1] == "Ended"


def test_a_quorum_that_no_seat_can_meet_is_said_on_the_committee_and_the_meeting(
    session: Session, meeting: Meeting, qtbot: Any
) -> None:
    with history.step("Too many"):
        meeting.committee.quorum_rule, meeting.committee.quorum = "Number of voting members", 3
        meeting.committee.save()
    page = page_of(CommitteePage, session, qtbot)
    page.open(committee=meeting.committee_id)
    assert "no meeting can have it. Fill 1 more, or correct the quorum." in str(page.remarks.said[0])
    assert any("no meeting can have it" in str(each) for each in agenda.read(meeting.id, session.today).problems)


def test_nobody_sits_twice_and_it_is_said_beside_the_name(session: Session, committee: Committee, qtbot: Any) -> None:
    page = page_of(CommitteePage, session, qtbot)
    page.open(committee=committee.id)
    sheet = ask_seat(page, Seat(committee=committee.id))
    qtbot.addWidget(sheet)
    sheet.form.set_values({**sheet.form.values(), "name": "ngo, binh, md", "role": "Member"})
    sheet.accept()
    assert "has a seat already" in sheet.form._notes["name"].text()


# The packet goes out


def test_copies_are_issued_numbered_and_logged_in_again(page: Any, qtbot: Any, tmp_path: Path, TODAY: date) -> None:
    sheet = IssuePacket(page, page.agenda, "Committee")
    qtbot.addWidget(sheet)
    assert sheet.go.text() == "Issue 2 copies…" and "should be mended first" in sheet.warned.text()
    sheet.boxes[1].setChecked(False)
    assert sheet.go.text() == "Issue 1 copy…"
    sheet.write(tmp_path)
    assert [(each.number, each.reader, each.out) for each in PacketCopy.select()] == [(1, "Marsh, Helen, MD", TODAY)]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert Meeting.get().state == "Packet issued"
    assert page.parts["agenda"].packet.copies.text() == "&Copies (1 out)…"
    copies = Copies(page, page.agenda)
    qtbot.addWidget(copies)
    copies.table.go_to(copies.table.ids()[0])
    copies.back.trigger()
    assert PacketCopy.get().back == TODAY and not copies.back.isEnabled() and copies.out.isEnabled()


def test_the_sealed_insert_is_for_those_who_vote_and_is_missed_at_the_closing(
    page: Any, meeting: Meeting, make: Any, qtbot: Any, TODAY: date
) -> None:
    make(Seat, committee=meeting.committee, name="Alvarez, Maria, CPCS", role="Staff", votes=False)
    page.refresh({"seat"})
    sheet = IssuePacket(page, page.agenda, "NPDB insert")
    qtbot.addWidget(sheet)
    assert [reader.name for reader in sheet.chosen()] == ["Marsh, Helen, MD", "Ngo, Binh, MD"]
    packet = make(IssuedPacket, meeting=meeting, edition="NPDB insert")
    make(PacketCopy, packet=packet, number=1, reader="Marsh, Helen, MD", out=TODAY)
    closing = ask_closing(page, page.agenda)
    qtbot.addWidget(closing)
    assert "Still out: a copy of the NPDB insert. Collect them" in closing.words.text()


@pytest.mark.parametrize(
    ("edition", "said"),
    (
        ("Action sheet", "single original. Choose one person"),
        ("NPDB insert", "so there is no insert. Attach the response"),
    ),
)
def test_what_cannot_be_issued_is_said_before_a_folder_is_asked_for(
    page: Any, qtbot: Any, edition: str, said: str
) -> None:
    sheet = IssuePacket(page, page.agenda, edition)
    qtbot.addWidget(sheet)
    for box in sheet.boxes:
        box.setChecked(True)
    assert not sheet.go.isEnabled() and said in sheet.refused.text()


@pytest.mark.parametrize(
    ("days", "said"), ((-3, "Nov 21 2026 is past"), (6, "The committee meets on Nov 30 2026 already"), (11, "Saturday"), (30, "Christmas"))
)  # fmt: skip
def test_a_day_that_cannot_be_is_said_when_its_box_is_left(
    page: Any, meeting: Meeting, make: Any, qtbot: Any, TODAY: date, days: int, said: str
) -> None:
    make(ClosedDay, day=TODAY + timedelta(days=30), name="Christmas")
    sheet = ask_meeting(page, Meeting(committee=meeting.committee))
    qtbot.addWidget(sheet)
    held = sheet.form.box("held")
    held.inner.setText(f"{TODAY + timedelta(days=days):%m/%d/%Y}")
    sheet.form.box("starts").inner.setFocus()
    held.left.emit()
    assert said in sheet.form._notes["held"].text() and sheet.isVisible()
    assert sheet.form.box("held").inner is not sheet.focusWidget(), "nobody is held back"


def test_a_file_on_the_consent_list_takes_its_minutes_from_there(
    page: Any, meeting: Meeting, make: Any, qtbot: Any
) -> None:
    sheet = ask_item(page, page.agenda, "")
    qtbot.addWidget(sheet)
    section = sheet.form.box("section")
    assert sheet.form.values()["minutes"] == 5
    section.set_value("Consent list")
    section.left.emit()
    assert sheet.form.values()["minutes"] == 1
    sheet.form.box("minutes").set_value(7)
    section.set_value("Policy")
    section.left.emit()
    assert sheet.form.values()["minutes"] == 7, "what somebody said stays"


def test_a_meeting_is_found_by_its_day_as_it_is_said(meeting: Meeting, TODAY: date) -> None:
    for words in ("2026-11", "November", "Nov 30", "Nov 30 2026", "2026-11-30", "Credentials Nov"):
        assert meeting.id in MEETINGS_LIST.ids(today=TODAY, search=words), words
    assert not MEETINGS_LIST.ids(today=TODAY, search="2025-11") and not MEETINGS_LIST.ids(today=TODAY, search="July")


def test_nobody_chosen_gets_nothing(page: Any, qtbot: Any) -> None:
    sheet = IssuePacket(page, page.agenda, "Action sheet")
    qtbot.addWidget(sheet)
    assert len(sheet.chosen()) == 1  # a single original
    for box in sheet.boxes:
        box.setChecked(False)
    assert not sheet.go.isEnabled()


def test_every_edition_is_previewed(page: Any, qtbot: Any) -> None:
    packet = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: packet.made is not None, timeout=20_000)
    whole = packet.made
    packet.edition.setCurrentText("Open")
    qtbot.waitUntil(lambda: packet.made is not None and packet.made is not whole, timeout=20_000)
    assert packet.made.count < whole.count


def test_another_edition_is_read_on_at_the_same_item(page: Any, qtbot: Any) -> None:
    packet = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: packet.made is not None, timeout=20_000)
    packet.preview.jump_to(packet.made.pages["4.2"])
    for edition, shows in (("Survey", "4.2"), ("Open", "4"), ("Committee", "4")):
        before = packet.made
        packet.edition.setCurrentText(edition)
        qtbot.waitUntil(lambda before=before: packet.made is not None and packet.made is not before, timeout=20_000)
        pages = packet.made.pages
        assert packet.preview.page == (pages.get(shows) or pages["1"])


def test_what_is_read_on_a_page_is_the_item_that_began_last() -> None:
    pages = {"1": 2, "2": 4, "4.1": 6, "4.2": 7, "5": 2}
    assert [in_sight(pages, page) for page in (0, 1, 2, 3, 5, 6, 9)] == ["0", "0", "1", "1", "2", "4.1", "4.2"]


def test_the_meeting_before_has_a_current_row_too(page: Any, meeting: Meeting, TODAY: date) -> None:
    later = Meeting(committee=meeting.committee, held=TODAY + timedelta(days=40))
    meetings.add_meeting(later, TODAY)
    page.refresh({"meeting"})
    page.tabs.choose("minutes")
    table = page.parts["minutes"].table
    page.after.trigger()
    assert page.agenda.meeting == later.id and table.current() in [each.id for each in page.agenda.items]
    page.before.trigger()
    assert table.current() in [each.id for each in page.agenda.items] and page.parts["minutes"].record.isEnabled()


def test_a_key_is_for_the_part_that_shows(page: Any, make: Any, meeting: Meeting, qtbot: Any) -> None:
    made = make(ActionItem, committee=meeting.committee, title="Ask", raised_at=meeting)
    page.refresh({"action_item"})
    page.parts["agenda"].table.go_to(item("Telemedicine"))
    page.tabs.choose("actions")
    part = page.parts["actions"]
    part.table.go_to(made.id)
    part.table.setFocus()
    page.activateWindow()
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    assert page.session.messages.asked == ["Delete 1 action item? [Delete 1 action item]"]
    assert ActionItem.select().count() == 0 and item("Telemedicine")
    assert part.drop in page.actions() and not page.parts["agenda"].drop.isEnabled()


def test_the_outcome_can_be_recorded_from_the_agenda(page: Any, TODAY: date) -> None:
    page.parts["agenda"].table.go_to(item("Telemedicine"))
    page.parts["minutes"].approve.trigger()
    assert AgendaItem.get_by_id(item("Telemedicine")).outcome == "Approved"
    page.tabs.choose("attendance")
    assert not page.parts["minutes"].approve.isEnabled()


def test_the_expirables_report_is_put_on_by_one_action(page: Any) -> None:
    page.parts["agenda"].report.trigger()
    assert any(each.startswith("6 Expirables report · As of Nov 24 2026") for each in rows(page.parts["agenda"].table))


def test_an_original_is_looked_at_and_leaves_by_being_issued(
    page: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.ui.pages import meeting_packet

    part = page.parts["agenda"].packet
    asked: list[Any] = []
    monkeypatch.setattr(meeting_packet, "ask_save_file", lambda *about: asked.append(about))
    page.show()
    qtbot.waitExposed(page)
    part.edition.setCurrentText("NPDB insert")
    qtbot.waitUntil(lambda: not part._stale)
    assert part.preview.count and not part.save.isEnabled() and not part.print_.isEnabled()
    assert not part.preview.print_.isEnabled() and "numbered copies" in part.print_.toolTip()
    part._ask_save()
    part.preview.ask_print()
    assert asked == [] and part.issue.isEnabled()
    part.edition.setCurrentText("Action sheet")
    assert not part.preview.print_.isEnabled()  # the insert still shows
    qtbot.waitUntil(lambda: not part._stale)
    assert part.save.isEnabled() and part.preview.print_.isEnabled() and "numbered" not in part.print_.toolTip()
    assert "COPY – not the original" in part.preview.paper.pages.text(1)


def test_the_undo_of_an_issue_recalls_the_copies_and_the_page_says_so(page: Any, qtbot: Any, tmp_path: Path) -> None:
    sheet = IssuePacket(page, page.agenda, "Action sheet")
    qtbot.addWidget(sheet)
    sheet.write(tmp_path)
    page.session.undo()
    assert page.session.redo_name == "" and page.agenda.issued is None
    copies = Copies(page, page.agenda)
    qtbot.addWidget(copies)
    (row,) = copies.listed.rows
    assert row.texts[-1].startswith("recalled") and row.texts[-1].endswith("still out") and row.tones[-1] == "bad"
    copies.table.go_to(row.id)
    copies.back.trigger()
    assert copies.listed.rows[0].texts[-1].endswith("back Nov 24 2026") and not copies.out.isEnabled()
    again = IssuePacket(page, page.agenda, "Action sheet")
    qtbot.addWidget(again)
    again.write(tmp_path)
    assert [each.number for each in PacketCopy.select()] == [1, 2]


def test_a_term_asked_for_from_before_the_decision_is_asked_about(
    session: Session, make: Any, qtbot: Any, TODAY: date
) -> None:
    held = TODAY + timedelta(days=6)
    board = Meeting(committee=make(Committee, name="Board", level="Governing board"), held=held)
    meetings.add_meeting(board, TODAY)
    asked = make(
        Application,
        provider=make(Provider, last="Abel", first="Ann", status="Applicant"),
        sort="Initial appointment",
        stage="Governing board",
        **CATEGORY_1,
        facility=make(Facility),
        term_starts=TODAY,
        term_ends=TODAY + timedelta(days=400),
    )
    meetings.add_items(board.id, [{"section": "Consent list", "application": asked.id}])
    page = page_of(MeetingPage, session, qtbot)
    page.open(meeting=board.id, tab="minutes")
    form = ask_outcome(page, [page.agenda.item(item("Abel"))])
    qtbot.addWidget(form)
    form.form.box("outcome").set_value("Approved")
    record(form)
    assert "before that nobody is appointed" in form.form._notes["outcome"].text()
    form.discard()
    page.parts["minutes"].approve_list.trigger()
    assert session.messages.asked == [
        "This meeting is on Nov 30 2026, in 6 days. Record its outcomes already? [Record all the same]",
        "Begin 1 term on Nov 30 2026, the day of the decision? [Approve, and begin it then]",
    ]
    assert Application.get_by_id(asked.id).term_starts == held


def test_a_recusal_is_recorded_with_its_item_and_told_below_it(
    page: Any, meeting: Meeting, qtbot: Any, TODAY: date
) -> None:
    with history.step("It is today"):
        Meeting.update(held=TODAY).execute()
    part = page.parts["minutes"]
    page.tabs.choose("minutes")
    chair, other = Seat.select().order_by(Seat.id)
    meetings.keep_attendance(meeting.id, {chair.id: "Present", other.id: "Absent"}, TODAY)
    page.refresh({"attendance"})
    part.table.go_to(item("Abel"))
    part.recuse.trigger()
    sheet = page.window().findChildren(Recusals)[-1]
    form = sheet._ask(Recusal(item=item("Abel")))
    qtbot.addWidget(form)
    form.form.set_values({**form.form.values(), "seat": chair.id, "reason": "Relative", "left": "07:50"})
    form.accept()
    assert [row.texts for row in sheet.listed.rows] == [("Marsh, Helen, MD", "Relative", "7:50 am", "")]
    assert sheet.left.text() == "0 votes were left without those recused; the quorum is 1."
    assert part.table.row(item("Abel")).texts[3] == "1" and part.table.row(item("Beck")).texts[3] == ""
    assert "Too few are left for a quorum" in part.said.text()
    outcome = ask_outcome(page, [page.agenda.item(item("Abel"))])
    qtbot.addWidget(outcome)
    outcome.form.box("outcome").set_value("Approved")
    outcome.accept()
    assert "Say what the chair chose" in outcome.form._notes["quorum_choice"].text()
    outcome.discard()
    sheet.table.go_to(sheet.table.ids()[0])
    sheet.off.trigger()
    assert Recusal.select().count() == 0 and sheet.listed.rows == []
    sheet.accept()


def test_an_outcome_out_of_turn_asks_why_in_its_sheet(page: Any, meeting: Meeting, qtbot: Any) -> None:
    abel = AgendaItem.get_by_id(item("Abel"))
    with history.step("Back"):
        Application.update(stage="Verification").where(Application.id == abel.application_id).execute()
    page.refresh({"application"})
    page.tabs.choose("minutes")
    page.parts["minutes"].table.go_to(abel.id)
    page.parts["minutes"]._quick("Approved")
    (sheet,) = page.window().findChildren(Outcome)
    assert "It is not this committee's turn for Abel" in sheet._words(meeting)
    record(sheet)
    assert "stands at “Verification”" in sheet.form._notes["out_of_turn"].text()
    assert AgendaItem.get_by_id(abel.id).outcome == ""
    sheet.form.box("out_of_turn").set_value("The chair of the department reported by telephone.")
    record(sheet)
    assert AgendaItem.get_by_id(abel.id).outcome == "Approved"


def test_who_came_late_is_shown_and_edited_on_the_attendance(
    page: Any, meeting: Meeting, qtbot: Any, TODAY: date
) -> None:
    with history.step("It is today"):
        Meeting.update(held=TODAY).execute()
    page.refresh({"meeting"})
    part = page.parts["attendance"]
    page.tabs.choose("attendance")
    seat = Seat.get(Seat.name == "Ngo, Binh, MD").id
    part.table.go_to(seat)
    part.times.trigger()
    sheet = page.window().findChildren(FormDialog)[-1]
    sheet.form.set_values({"arrived": "07:50", "left": ""})
    sheet.accept()
    assert part.table.row(seat).texts[3:] == ("Present", "7:50 am", "")
    part.marks[2].trigger()
    assert part.table.row(seat).texts[3:] == ("Excused", "", "")


def test_control_f_finds_words_in_the_packet_from_any_part_of_the_meeting(page: Any, qtbot: Any) -> None:
    qtbot.waitExposed(page)
    page.tabs.choose("minutes")
    part = page.parts["agenda"].packet
    assert page.search_here()
    qtbot.waitUntil(lambda: not part.preview.finding.isHidden())
    assert page.tabs.current() == "agenda"
    part.preview.finding.line.setText("attendance")
    assert part.preview.finding.count.text().endswith(" of 2")


def test_a_cancelled_month_says_so_in_the_year_and_where_a_calendar_is_made(
    session: Session, committee: Committee, meeting: Meeting, qtbot: Any
) -> None:
    meetings.cancel_meetings([meeting.id])
    listed = page_of(Meetings, session, qtbot)
    listed.year.show_year(meeting.held.year)
    (row,) = listed.year.listed.rows
    assert (row.texts[meeting.held.month], row.tones[meeting.held.month]) == (f"{meeting.held.day} cancelled", "warn")
    sheet = MakeCalendar(listed, meeting.held.year)
    qtbot.addWidget(sheet)
    assert "Cancelled, and not added again: Credentials, Nov 30 2026." in sheet.said.text()


def test_a_long_title_of_an_agenda_wraps_and_is_cut_nowhere(page: Any, meeting: Meeting, qtbot: Any) -> None:
    long = "Telemedicine credentialing by proxy for the two distant sites, draft 3"
    meetings.add_items(meeting.id, [{"section": "Policy", "title": long}])
    page.open(meeting=meeting.id)
    page.resize(1158, 700)
    page.show()
    table = page.parts["agenda"].table
    place = next(n for n, each in enumerate(table.ids()) if long in table.row(each).texts[1])
    short = next(n for n, each in enumerate(table.ids()) if "Call to order" in table.row(each).texts[1])
    qtbot.waitUntil(lambda: table.rowHeight(place) > table.rowHeight(short))
    cells, row = table.cells, table.model_.row_at(place)
    assert cells._height_of(row, 1, table.columnWidth(1), 99) <= table.rowHeight(place)
