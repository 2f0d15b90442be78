"""Committees through the window: seats and alternates, quorums, terms, boards of two; each said in place, with what to do."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workbench.actions import meetings
from workbench.records.committee import ClosedDay, Committee, Seat
from workbench.records.meeting import Attendance, IssuedPacket, Meeting
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.pages.committee import CommitteePage
from workbench.ui.pages.committee_sheets import ask_committee, ask_end, ask_seat
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_sheets import ask_meeting
from workbench.ui.pages.meetings import Meetings
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    found = make(
        Committee,
        name="Credentials Committee",
        short="Credentials",
        level="Credentials committee",
        quorum_rule="Number of voting members",
        quorum=2,
    )
    make(Seat, committee=found, name="Marsh, Helen, MD", role="Chair", physician=True)
    make(Seat, committee=found, name="Ngo, Binh, MD", physician=True)
    return found


@pytest.fixture
def page(session: Session, committee: Committee, qtbot: Any) -> Any:
    shown = page_of(CommitteePage, session, qtbot)
    shown.open(committee=committee.id)
    return shown


def said(page: Any) -> str:
    return " | ".join(f"{each.tone}: {each}" for each in page.remarks.said)


def note(sheet: Any, field: str) -> str:
    return str(sheet.form._notes[field].text())


def meeting_of(committee: Committee, held: date, today: date) -> Meeting:
    made = Meeting(committee=committee, held=held)
    assert meetings.add_meeting(made, today) == []
    return made


# Adding


def test_each_part_of_the_page_adds_what_it_holds_by_its_button_and_by_control_n(
    session: Session, committee: Committee, qtbot: Any
) -> None:
    page = page_of(Meetings, session, qtbot)
    for tab, adds in (
        ("committees", page.new_committee),
        ("closed", page.closed.new),
        ("year", page.new),
        ("list", page.new),
    ):
        page.tabs.choose(tab)
        assert adds in [doing for doing, _ in page.header._buttons._shown]
        mine = [each for each in (page.new, page.new_committee, page.closed.new) if "Ctrl+N" in keys(each)]
        assert mine == [adds] and "Ctrl+N" in adds.toolTip()
    assert {page.new_seat, page.closed.new, page.new_committee} <= set(page.actions())


def keys(each: Any) -> list[str]:
    return [one.toString() for one in each.shortcuts()]


def test_somebody_is_seated_from_the_committees_without_opening_one(
    session: Session, committee: Committee, make: Any, qtbot: Any
) -> None:
    doctor = make(Provider, last="Ito", first="Naomi", degree="MD")
    page = page_of(Meetings, session, qtbot)
    sheet = ask_seat(page, Seat(), lambda made: page.shell.go("committee", committee=made.committee_id))
    qtbot.addWidget(sheet)
    sheet.accept()
    assert note(sheet, "committee") and Seat.select().count() == 2
    for field, value in (("committee", committee.id), ("provider", doctor.id)):
        sheet.form.box(field).set_value(value)
        sheet.form.left.emit(field)
    assert sheet.form.values()["name"] == "Ito, Naomi, MD" and sheet.form.values()["physician"]
    assert {title for _, title in sheet.form.box("stands_in_for")._find("")} == {"Marsh, Helen, MD", "Ngo, Binh, MD"}
    sheet.accept()
    assert page.shell.went == [("committee", {"committee": committee.id})] and Seat.select().count() == 3


# Alternates


def test_an_alternate_makes_the_quorum_of_whom_is_missing_also_after_a_renewal(
    session: Session, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    ngo = Seat.get(Seat.name == "Ngo, Binh, MD")
    with history.step("A term"):
        ngo.ends = TODAY - timedelta(days=5)
        ngo.save()
    make(Seat, committee=committee, name="Ito, Naomi, MD", role="Alternate", stands_in_for=ngo)
    committee_page = page_of(CommitteePage, session, qtbot)
    committee_page.open(committee=committee.id)
    sheet = ask_end(committee_page, [ngo.id], True)
    qtbot.addWidget(sheet)
    sheet.form.set_values({"ends": TODAY + timedelta(days=700)})
    sheet.accept()
    for days in (10, 0):  # in the old term, and in the new one
        meeting = make(Meeting, committee=committee, held=TODAY - timedelta(days=days))
        page = page_of(MeetingPage, session, qtbot)
        page.open(meeting=meeting.id, tab="attendance")
        part = page.parts["attendance"]
        shown = {part.table.row(each).texts[0]: each for each in part.table.ids()}
        assert part.table.row(shown["Ito, Naomi, MD"]).texts[2] == "for Ngo"
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        part.table.setFocus()
        for name, key in (("Marsh, Helen, MD", Qt.Key.Key_P), ("Ngo, Binh, MD", Qt.Key.Key_E)):
            part.table.go_to(shown[name])
            QTest.keyClick(part.table, key)
        assert "1 of 2 voting members present; 1 short of the quorum of 2" in part.quorum.text()
        part.table.go_to(shown["Ito, Naomi, MD"])
        QTest.keyClick(part.table, Qt.Key.Key_P)
        assert "2 of 2 voting members present; quorum of 2 is met" in part.quorum.text()


def test_an_alternate_of_nobody_is_said_on_the_committee_and_shown(page: Any, make: Any, TODAY: date) -> None:
    old = make(Seat, committee=page._id, name="Old, Ann, MD", role="Ex officio", ends=TODAY - timedelta(days=500))
    left = make(Seat, committee=page._id, name="Ito, Naomi, MD", role="Alternate", stands_in_for=old)
    page.refresh({"seat"})
    assert "Ito, Naomi, MD stands in for Old, Ann, MD, who has no vote" in said(page)
    page.remarks.asked.emit(next(each for each in page.remarks.said if each.seat == left.id))
    assert page.seats.current() == left.id


def test_only_an_alternate_stands_in_and_one_without_a_vote_is_doubted(
    page: Any, committee: Committee, qtbot: Any
) -> None:
    chair = Seat.get(Seat.role == "Chair")
    sheet = ask_seat(page, Seat(committee=committee))
    qtbot.addWidget(sheet)
    sheet.form.set_values({**sheet.form.values(), "name": "Poe, Eve, MD", "role": "Member", "stands_in_for": chair.id})
    sheet.accept()
    assert "Only an alternate stands in" in note(sheet, "stands_in_for")
    sheet.form.set_values({**sheet.form.values(), "role": "Alternate", "votes": False})
    sheet.accept()
    assert "counts for no quorum" in note(sheet, "votes") and sheet.press.text() == "Seat anyway"
    sheet.form.box("votes").set_value(True)
    sheet.form.changed.emit("votes")
    sheet.accept()
    assert Seat.select().count() == 3 and said(page) == ""


# Quorums, terms, majorities


def test_a_quorum_that_no_seat_can_meet_is_doubted_beside_its_box(page: Any, committee: Committee, qtbot: Any) -> None:
    sheet = ask_committee(page, Committee.get_by_id(committee.id))
    qtbot.addWidget(sheet)
    sheet.form.box("quorum").set_value(5)
    sheet.accept()
    assert "The quorum is 5, and 2 seats vote" in note(sheet, "quorum") and sheet.press.text() == "Save anyway"
    assert Committee.get_by_id(committee.id).quorum == 2
    sheet.accept()
    assert Committee.get_by_id(committee.id).quorum == 5 and "Fill 3 more, or correct the quorum." in said(page)
    page.session.undo()
    assert said(page) == ""


def test_a_term_that_is_over_is_doubted_beside_its_end(
    page: Any, committee: Committee, qtbot: Any, TODAY: date
) -> None:
    sheet = ask_seat(page, Seat(committee=committee))
    qtbot.addWidget(sheet)
    sheet.form.set_values({**sheet.form.values(), "name": "Poe, Eve", "ends": TODAY - timedelta(days=1)})
    sheet.accept()
    assert "counts for no meeting" in note(sheet, "ends") and Seat.select().count() == 2
    sheet.form.box("ends").set_value(TODAY)
    sheet.form.changed.emit("ends")
    sheet.accept()
    assert Seat.select().count() == 3


def test_an_mec_without_a_majority_of_physicians_says_so_and_how_to_mend_it(
    page: Any, committee: Committee, make: Any
) -> None:
    with history.step("The MEC"):
        committee.level = "Medical executive committee"
        committee.save()
    make(Seat, committee=committee, name="Poe, Eve, RN", physician=False)
    page.refresh({"committee", "seat"})
    assert said(page) == ""
    last = make(Seat, committee=committee, name="Roe, Jan, MBA", physician=False)
    page.refresh({"seat"})
    assert "bad: 2 of 4 voting members of the MEC are MD or DO" in said(page) and "Fill seats with physicians" in said(
        page
    )
    page.seats.go_to(last.id)
    page.drop.trigger()
    assert said(page) == ""


def test_an_expedited_board_committee_of_one_decides_nothing(
    session: Session, page: Any, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    with history.step("Expedited"):
        committee.level, committee.quorum_rule = "Expedited board committee", "Those present"
        committee.save()
    page.refresh({"committee"})
    assert "cannot be seen to be its member" in said(page)
    board = make(Committee, name="The board", level="Governing board")
    for seat in committee.seats:
        make(Seat, committee=board, name=seat.name)
    ngo = Seat.get(Seat.name == "Ngo, Binh, MD")
    page.refresh({"committee"})
    assert said(page) == "" and "quorum 2" in page.header._subtitle.text()
    sheet = ask_end(page, [ngo.id], False)
    qtbot.addWidget(sheet)
    sheet.form.set_values({"ends": TODAY - timedelta(days=1)})
    sheet.accept()
    assert "takes two voting members of the governing body, and 1 seat votes" in said(page)
    meeting = meeting_of(committee, TODAY + timedelta(days=6), TODAY)
    shown = page_of(MeetingPage, session, qtbot)
    shown.open(meeting=meeting.id)
    assert any("takes two voting members" in str(each) for each in shown.parts["agenda"].remarks.said)


# Days


def test_a_meeting_on_a_closed_day_or_without_a_possible_quorum_is_doubted(
    page: Any, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    held = TODAY + timedelta(days=2)
    make(ClosedDay, day=held, name="Thanksgiving Day")
    with history.step("Ten"):
        committee.quorum = 10
        committee.save()
    sheet = ask_meeting(page, Meeting(committee=committee, held=held))
    qtbot.addWidget(sheet)
    sheet.accept()
    assert "is a closed day: Thanksgiving Day" in note(sheet, "held")
    assert "no meeting can have it" in note(sheet, "committee") and Meeting.select().count() == 0
    sheet.form.box("held").set_value(TODAY + timedelta(days=4))
    sheet.form.changed.emit("held")
    sheet.accept()
    assert note(sheet, "held") == "Nov 28 2026 is a Saturday."
    sheet.accept()
    assert Meeting.get().held == TODAY + timedelta(days=4)


def test_a_meeting_between_says_what_it_takes_over_and_the_page_lists_what_comes_before_what_was(
    page: Any, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    days = [TODAY + timedelta(days=each) for each in (7, 35, -40, -10)]
    first, later = (Meeting(committee=committee, held=each) for each in days[:2])
    for each in (first, later):
        assert meetings.add_meeting(each, TODAY) == []
    for each in days[2:]:
        make(Meeting, committee=committee, held=each, state="Held")
    page.refresh({"meeting"})
    shown = [Meeting.get_by_id(each).held for each in page.meetings.ids()]
    assert shown == [days[0], days[1], days[3], days[2]]
    meetings.add_items(first.id, [{"section": "Policy", "title": "Telemedicine"}])
    policy = [each.id for each in first.items if each.title == "Telemedicine"]
    assert meetings.record_outcome(policy, "Deferred", TODAY, reason="Later") == []
    sheet = ask_meeting(page, Meeting(committee=committee, held=TODAY + timedelta(days=21)))
    qtbot.addWidget(sheet)
    sheet.accept()
    assert "1 item that waits on the agenda of" in sheet.form._notes["held"].text()
    sheet.accept()
    assert history.newest().name.endswith(", with 1 item of a later agenda")
    sheet = ask_meeting(page, later)
    qtbot.addWidget(sheet)
    sheet.form.box("state").set_value("Cancelled")
    sheet.accept()
    assert "what else stands there goes to the next meeting" in sheet.form._notes["state"].text()
    sheet.accept()
    assert Meeting.get_by_id(later.id).state == "Cancelled"


def test_a_year_is_made_from_usual_days_goes_around_holidays_and_is_undone_at_once(
    session: Session, committee: Committee, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Meetings, session, qtbot)
    page.tabs.choose("year")
    page.later.trigger()
    page.later.trigger()  # 2028: the first Tuesday of July is Independence Day
    page.make.trigger()
    sheet = next(each for each in page.window().findChildren(object) if type(each).__name__ == "MakeCalendar")
    assert (
        sheet.year.text() == "2028" and "Moved from Jul 4 2028, Independence Day, to Jul 11 2028." in sheet.said.text()
    )
    QTest.keyClick(sheet.go, Qt.Key.Key_Return)
    assert Meeting.select().where(Meeting.held == date(2028, 7, 11)).get().remarks.startswith("Moved from Jul 4 2028")
    row = page.year.row(committee.id)
    assert row.texts[7] == "11" and all(row.texts[1:])
    again = type(sheet)(page, 2028)
    qtbot.addWidget(again)
    assert not again.go.isEnabled() and "12 months left out" in again.said.text()
    session.undo()
    assert Meeting.select().count() == 0 == ClosedDay.select().count() and not any(
        page.year.row(committee.id).texts[1:]
    )


def test_a_month_without_a_meeting_offers_the_day_to_which_the_calendar_would_move_it(
    session: Session, committee: Committee, make: Any, qtbot: Any
) -> None:
    make(ClosedDay, day=date(2027, 2, 2), name="Retreat")
    page = page_of(Meetings, session, qtbot)
    page.open(tab="year")
    page.later.trigger()
    page.year.setCurrentIndex(page.year.model_.index(0, 2))
    QTest.keyClick(page.year, Qt.Key.Key_Return)
    sheet = page.window().findChildren(FormDialog)[-1]
    assert sheet.form.values()["held"] == date(2027, 2, 9)
    assert sheet.form.values()["remarks"] == "Moved from Feb 2 2027, Retreat, to Feb 9 2027."
    sheet.accept()
    assert page.shell.went[-1][0] == "meeting" and page.year.row(committee.id).texts[2] == "9"


def test_a_committee_whose_packets_went_out_is_not_deleted_but_meets_no_more(
    page: Any, committee: Committee, make: Any, TODAY: date
) -> None:
    make(IssuedPacket, meeting=meeting_of(committee, TODAY + timedelta(days=6), TODAY), made=TODAY)
    page.remove.trigger()
    assert page.session.messages.asked == ["Credentials Committee cannot be deleted. [It does not meet any more]"]
    assert not Committee.get_by_id(committee.id).active
    page.session.undo()
    assert Committee.get_by_id(committee.id).active


def test_a_meeting_that_was_moved_into_the_next_month_is_not_made_twice(
    committee: Committee, make: Any, TODAY: date
) -> None:
    with history.step("Last Mondays"):
        committee.ordinal, committee.weekday = "Last", "Monday"
        committee.save()
    for on in (date(2027, 1, 25), date(2027, 1, 18), *(date(2027, 1, 26) + timedelta(days=n) for n in range(6))):
        make(ClosedDay, day=on, name="Retreat")
    made = meetings.make_calendar([committee.id], 2027, TODAY)
    assert made.days[0][1].held == date(2027, 2, 1)
    assert meetings.plan_calendar([committee.id], 2027, TODAY).days == ()


def test_where_the_months_have_no_room_they_scroll_and_the_committees_stay(
    session: Session, committee: Committee, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Meetings, session, qtbot)
    meetings.make_calendar([committee.id], 2027, TODAY)
    page.resize(800, 420)
    page.open(tab="year")
    page.later.trigger()
    year = page.year
    qtbot.waitUntil(lambda: year.horizontalScrollBar().maximum() > 0)
    assert year._frozen.isVisible() and year._frozen.width() == year.columnWidth(0)
    year.setCurrentIndex(year.model_.index(0, 12))
    right = year.visualRect(year.currentIndex()).right()
    assert right <= year.viewport().width() and year._frozen.columnViewportPosition(0) == 0
    for _ in range(11):
        QTest.keyClick(year, Qt.Key.Key_Left)
    assert year.currentIndex().column() == 1
    assert year.visualRect(year.currentIndex()).left() >= year._frozen.width() - 1
    year.setCurrentIndex(year.model_.index(0, 12))
    cell = year.visualRect(year.currentIndex())
    drawn = year.viewport().grab(cell).toImage()
    colors = {drawn.pixelColor(x, drawn.height() // 2).name() for x in range(drawn.width())}
    assert cell.width() < 70 and len(colors) > 2  # the day is drawn, however narrow the month
    page.resize(1400, 600)
    qtbot.waitUntil(lambda: not year._frozen.isVisible())


def test_the_next_meeting_stands_first_and_after_those_to_come_the_last_one(
    page: Any, committee: Committee, make: Any, TODAY: date
) -> None:
    days = [TODAY + timedelta(days=each) for each in (-60, 30, -5, 2, 0)]
    made = {held: make(Meeting, committee=committee, held=held) for held in days}
    page.refresh({"meeting"})
    wanted = [TODAY + timedelta(days=each) for each in (0, 2, 30, -5, -60)]
    assert list(page.meetings.ids()) == [made[held].id for held in wanted]


def test_a_seat_in_held_minutes_loses_its_vote_from_now_on_and_keeps_its_term(
    page: Any, committee: Committee, make: Any, qtbot: Any, TODAY: date
) -> None:
    seat = Seat.get(Seat.name == "Ngo, Binh, MD")
    held = make(Meeting, committee=committee, held=TODAY - timedelta(days=30), state="Held")
    make(Attendance, meeting=held, seat=seat, presence="Present")
    sheet = ask_seat(page, seat)
    qtbot.addWidget(sheet)
    sheet.form.box("votes").set_value(False)
    sheet.accept()
    assert not Seat.get_by_id(seat.id).votes
    ending = ask_end(page, [seat.id], False)
    qtbot.addWidget(ending)
    ending.form.box("ends").set_value(TODAY - timedelta(days=31))
    ending.accept()
    assert "was present at a meeting" in note(ending, "ends") and ending.isVisible()
