"""A packet that went out and would print otherwise now: the page, the list, the log of readers and the sheet say so."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import meetings, packets
from workbench.papers import changed_today
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, IssuedPacket, Meeting, PacketCopy
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_issue import Copies, IssuePacket
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.meetings_shown import SHOWN
from workbench.ui.pages.packet_recall import RecallPacket
from workbench.ui.pages.today import TodayPage
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def meeting(office: Any, make: Any, TODAY: date) -> Meeting:
    committee = make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee")
    make(Seat, committee=committee, name="Marsh, Helen, MD", role="Chair", physician=True)
    make(Seat, committee=committee, name="Ngo, Binh, MD", physician=True)
    made = Meeting(committee=committee, held=TODAY + timedelta(days=6))
    meetings.add_meeting(made, TODAY)
    meetings.add_items(made.id, [{"section": "Policy", "title": "Telemedicine"}])
    return made


@pytest.fixture
def page(session: Session, meeting: Meeting, qtbot: Any, tmp_path: Path) -> Any:
    """The meeting's page, its packet out."""
    shown = page_of(MeetingPage, session, qtbot)
    shown.open(meeting=meeting.id)
    session.do(packets.issue, meeting.id, tmp_path, packets.readers_of(meeting.id), session.today)
    return shown


def change(page: Any) -> None:
    page.session.do(
        meetings.add_items, page.agenda.meeting, [{"section": "Policy", "title": each} for each in ("A", "B")]
    )


def remarks(page: Any) -> str:
    return " ".join(str(each) for each in page.parts["agenda"].remarks.said)


def pills(page: Any) -> list[str]:
    return [each.text() for each in page.header.findChildren(object) if type(each).__name__ == "Pill"]


def test_the_page_says_what_changed_and_offers_to_issue_again(page: Any) -> None:
    part = page.parts["agenda"].packet
    assert "changed since" not in page.header._subtitle.text() and part.issue.text() == "Issue pac&ket…"
    change(page)
    assert "packet issued Nov 24 2026 ·" in page.header._subtitle.text(), "what changed stands in the pill, whole"
    assert "Changed since issued: 2 items" in pills(page) and part.issue.text() == "Issue pac&ket again…"
    assert "Issue 1 of Nov 24 2026 was changed since it was issued: 2 items. New: A; B." in remarks(page)
    assert "Issue a supplement, or the whole packet again." in remarks(page)
    page.session.undo()
    assert "changed since" not in page.header._subtitle.text() + remarks(page) and part.issue.text() == "Issue pac&ket…"


def test_the_list_of_meetings_says_so_too(page: Any, session: Session, qtbot: Any) -> None:
    listed = page_of(Meetings, session, qtbot)
    state = [each.key for each in SHOWN.columns].index("state")

    def shown() -> str:
        return listed.table.row(page.agenda.meeting).texts[state]

    assert shown() == "Packet issued"
    change(page)
    assert shown() == "Changed since issued: 2 items"


def test_a_supplement_is_offered_first_and_settles_it(page: Any, qtbot: Any, tmp_path: Path) -> None:
    change(page)
    sheet = IssuePacket(page, page.agenda, "Committee")
    qtbot.addWidget(sheet)
    assert [sheet.which.itemText(n) for n in range(2)] == [
        "A supplement: what changed (2 items)",
        "The whole packet again",
    ]
    assert "New: A; B." in sheet.told.text()
    sheet.write(tmp_path)
    assert [each.supplement for each in IssuedPacket.select().order_by(IssuedPacket.id)] == [False, True]
    assert "changed since" not in page.header._subtitle.text()
    again = IssuePacket(page, page.agenda, "Committee")
    qtbot.addWidget(again)
    assert again.which.isHidden() and again.told.isHidden()


def test_the_log_of_readers_tells_issues_apart_and_what_changed_or_replaced_them(
    page: Any, qtbot: Any, tmp_path: Path
) -> None:
    change(page)
    copies = Copies(page, page.agenda)
    qtbot.addWidget(copies)
    assert copies.changed.text() == "Issue 1 of Nov 24 2026: changed since it was issued: 2 items. New: A; B."
    assert [each.texts[:3] for each in copies.listed.rows] == [
        ("1", "1", "Marsh, Helen, MD"),
        ("1", "2", "Ngo, Binh, MD"),
    ]
    page.session.do(
        packets.issue, page.agenda.meeting, tmp_path, packets.readers_of(page.agenda.meeting), page.session.today
    )
    after = Copies(page, page.agenda)
    qtbot.addWidget(after)
    assert after.changed.isHidden()
    assert [(each.texts[0], each.texts[-1]) for each in after.listed.rows] == [
        *[("2", "out since Nov 24 2026")] * 2,
        *[("1", "replaced by issue 2, still out")] * 2,
    ]


def test_copies_of_a_recalled_issue_are_listed_and_collected(page: Any, qtbot: Any) -> None:
    part = page.parts["agenda"].packet
    page.session.undo()
    assert page.agenda.issued is None and part.copies.isEnabled() and part.copies.text() == "&Copies (2 out)…"
    copies = Copies(page, page.agenda)
    qtbot.addWidget(copies)
    assert [each.texts[-1] for each in copies.listed.rows] == ["recalled Nov 24 2026, still out"] * 2
    page.session.do(packets.log_back, [each.id for each in PacketCopy.select()], page.session.today)
    assert part.copies.isEnabled() and part.copies.text() == "&Copies…"


def test_a_meeting_that_was_held_is_compared_no_more(page: Any, session: Session, qtbot: Any) -> None:
    change(page)
    found = Meeting.get_by_id(page.agenda.meeting)
    found.held, found.state = session.today, "Held"
    assert session.do(meetings.save_meeting, found, session.today) == []
    assert page.changes is None and "changed since" not in page.header._subtitle.text() + remarks(page)
    assert AgendaItem.select().where(AgendaItem.meeting == found).count() > 2


def test_an_issued_packet_is_recalled_from_the_page_with_a_reason(page: Any, qtbot: Any) -> None:
    part = page.parts["agenda"].packet
    assert part.recall.isEnabled() and part.recall.shortcut().toString() == "Ctrl+Shift+Y"
    sheet = RecallPacket(page, page.agenda)
    qtbot.addWidget(sheet)
    assert sheet.which.currentText() == "Packet, issue 1, of Nov 24 2026"
    assert [each.texts[1] for each in sheet.listed.rows] == ["Marsh, Helen, MD", "Ngo, Binh, MD"]
    assert sheet.press.text() == "Recall 2 copies"
    sheet.accept()
    assert not sheet.form.problems() and IssuedPacket.get().recalled is None, "a reason is asked for"
    sheet.form.set_values({"recalled_why": "The wrong roster."})
    sheet.accept()
    assert page.session.undo_name == "Recall packet, issue 1 of Credentials, Nov 30 2026, 2 copies"
    assert "packet recalled Nov 24 2026" in page.header._subtitle.text() and "Packet recalled" in pills(page)
    assert not part.recall.isEnabled() and part.copies.text() == "&Copies (2 out)…"
    page.session.undo()
    assert "packet issued Nov 24 2026" in page.header._subtitle.text() and "Packet recalled" not in pills(page)


def test_the_log_of_readers_recalls_the_issue_of_the_chosen_copies(page: Any, qtbot: Any, tmp_path: Path) -> None:
    meeting = page.agenda.meeting
    page.session.do(packets.issue, meeting, tmp_path, packets.readers_of(meeting), page.session.today)
    copies = Copies(page, page.agenda)
    qtbot.addWidget(copies)
    first = PacketCopy.select().order_by(PacketCopy.id).first()
    copies.table.go_to(first.id)
    assert copies.recall.isEnabled()
    copies.recall.trigger()
    (sheet,) = page.window().findChildren(RecallPacket)
    assert sheet.issue().number == 1
    sheet.form.set_values({"recalled_why": "Lost in the mail."})
    sheet.accept()
    states = [(each.texts[0], each.texts[-1]) for each in copies.listed.rows]
    assert states == [("2", "out since Nov 24 2026")] * 2 + [("1", "recalled Nov 24 2026, still out")] * 2
    assert "Recalled Nov 24 2026, packet, issue 1: Lost in the mail." in copies.changed.text()
    copies.table.go_to(first.id)
    assert copies.back.isEnabled() and not copies.recall.isEnabled()


def test_nothing_of_the_packets_head_and_of_outcomes_is_cut_at_1366(page: Any, qtbot: Any) -> None:
    page.resize(1366 - 208, 640)
    part = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: "made in" in part.said.text())
    assert part.said.shown() == part.said.text() and part.out.isVisible()
    assert not part.out.hidden(), "the copies and the recall are both seen"
    page.tabs.choose("minutes")
    table = page.parts["minutes"].table
    needed = table.fontMetrics().horizontalAdvance("Approved with conditions") + 40
    qtbot.waitUntil(lambda: table.columnWidth(4) >= needed)


def test_today_says_that_what_is_out_would_print_otherwise(page: Any, qtbot: Any) -> None:
    told = lambda: [row.texts for row in today.listed.rows if row.texts[1] == changed_today.WHAT]  # noqa: E731
    today = page_of(TodayPage, page.session, qtbot)
    assert told() == []
    change(page)
    today.refresh({"agenda_item"})
    ((due, _, who, why, verb),) = told()
    assert (due, who, verb) == ("Today", "Credentials Committee", "Open meeting")
    assert "issue 1 of Nov 24 2026 was changed since it was issued: 2 items" in why
