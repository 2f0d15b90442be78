"""Who came to a meeting, seat by seat, and whether that is a quorum."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import meetings
from workbench.lists.agenda_parts import Agenda
from workbench.records.meeting import Attendance
from workbench.records.meeting_words import CANCELLED
from workbench.records.texts import clock, day
from workbench.rules import quorum
from workbench.rules.quorum import Member
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import note
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table
from workbench.ui.pages.committee_rows import stands_in
from workbench.ui.pages.recusal_sheets import ask_times

COLUMNS = (
    Column("name", "Name", bold=True),
    Column("role", "Role"),
    Column("votes", "Votes"),
    Column("presence", "Attendance", pill=True),
    Column("arrived", "Arrived"),
    Column("left", "Left"),
)
TONES = {"Present": "good", "By telephone or video": "good", "Excused": "quiet", "Absent": "warn"}
COUNT_ANEW = "For a seat that was forgotten or wrong on the day; a later change of the bylaws is for meetings to come"
KEYS = (("Present", "P"), ("By telephone or video", "V"), ("Excused", "E"), ("Absent", "A"))


class MeetingAttendance(QWidget):
    """One key a seat: present, by video, excused, absent."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.listed = PlainList("attendance_of_meeting", "Attendance", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Attendance", seat=page.session.seat)
        self.table.heading.setSectionsClickable(False)
        self.table.set_empty(
            "Nobody has a seat on this committee on that day.", "Open the committee", page.committee.trigger
        )
        self.quorum = Pill("", "quiet")
        self.quorum.setAccessibleIdentifier("quorum")
        self.marks = [own_action(self, presence, "", keys, partial(self._set, presence)) for presence, keys in KEYS]
        self.clear = own_action(self, "Take back", "", "Del", lambda: self._set(""))
        self.times = own_action(self, "Times…", "clock", "T", self._ask_times, "When they arrived and left")
        self.anew = page.add("Count by today’s &seats", "refresh-cw", "", self._count_anew, COUNT_ANEW)
        self.all_present = page.add("All &others present", "users", "Ctrl+Shift+P", self._all_present)
        self.table.set_actions([*self.marks, self.clear, self.times, self.all_present, self.anew])
        self._lay_out()
        self.table.picked.connect(self.weigh)

    def _lay_out(self) -> None:
        card = Card(margins=False)
        card.head.addWidget(ButtonRow([*self.marks, self.clear, self.times, self.all_present, self.anew]))
        card.head.addStretch(1)
        card.head.addWidget(self.quorum)
        card.add(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        self.said = note("")
        foot.addWidget(self.said)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    # What is shown

    def take_focus(self) -> None:
        """The keyboard goes to the first who has not been asked about."""
        self.table.setFocus()
        if self.table.current() is None and self.table.count():
            self.table.go_to(self.table.ids()[0])

    def show_agenda(self, agenda: Agenda) -> None:
        """Show who sits, and who came."""
        rows = {each.seat_id: each for each in Attendance.select().where(Attendance.meeting == agenda.meeting)}
        kept = {seat: row.presence for seat, row in rows.items()}
        voting = quorum.standing_in(agenda.members, agenda.held, kept)
        self.listed.replace([_row(each, rows.get(each.seat), voting.get(each.seat)) for each in agenda.members])
        self.table.refresh()
        count = quorum.present(agenda.members, agenda.held, kept)
        self._tell(agenda, count, bool(kept))
        self.weigh()

    def _tell(self, agenda: Agenda, count: int, asked: bool) -> None:
        needed, there = agenda.quorum, count >= agenda.quorum
        words = f"{count} of {agenda.voting} voting members present"
        to_come = meetings.not_yet(agenda.held) if self._is_to_come() else ""
        to_come = "The meeting is cancelled: nobody came." if agenda.state == CANCELLED else to_come
        if not asked:
            self.quorum.show_as(CANCELLED if agenda.state == CANCELLED else "Attendance not recorded yet", "quiet")
        elif there:
            self.quorum.show_as(f"{words}; quorum of {needed} is met", "good")
        else:
            self.quorum.show_as(f"{words}; {needed - count} short of the quorum of {needed}", "bad")
        basis = (
            "Once there at the call to order, business may go on."
            if agenda.quorum_basis == "At call to order"
            else "It is counted for each item, without those who recuse themselves."
        )
        said = f"{agenda.quorum_said[0].upper()}{agenda.quorum_said[1:]}."
        counted = f"{said} {basis} An alternate counts in place of a member who is missing."
        self.said.setText(" ".join(part for part in (self._otherwise(agenda), to_come, counted) if part))

    def _otherwise(self, agenda: Agenda) -> str:
        """That seats or bylaws changed since somebody came, which changes nothing of this meeting."""
        otherwise = meetings.counts_otherwise(agenda.meeting)
        self.anew.setVisible(otherwise and meetings.seats_are_otherwise(agenda.meeting))
        if not otherwise:
            return ""
        return f"Seats and quorum are kept as they were on {day(agenda.held)}; the committee changed since."

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free, held = self._page.can_write(), not self._is_to_come()
        for each in (*self.marks, self.times):
            each.setEnabled(free and held and self.table.current() is not None)
        self.anew.setEnabled(free)
        self.clear.setEnabled(free and self.table.current() is not None)
        self.all_present.setEnabled(free and held and self.table.count() > 0)

    def _is_to_come(self) -> bool:
        agenda = self._page.agenda
        return agenda is not None and agenda.held > self._page.session.today

    # What can be done

    def _set(self, presence: str) -> None:
        chosen = self.table.chosen()
        self._keep(dict.fromkeys(chosen, presence))
        if len(chosen) == 1 and presence:
            self._next(chosen[0])

    def _chosen(self) -> list[int]:
        current = self.table.current()
        return self.table.selected() or ([current] if current is not None else [])

    def _ask_times(self) -> None:
        if chosen := self._chosen():
            ask_times(self._page, self._page.agenda, chosen)

    def _next(self, seat: int) -> None:
        """One key a person: the next line is ready for the next key."""
        ids = list(self.table.ids())
        place = ids.index(seat) + 1 if seat in ids else 0
        if place < len(ids):
            self.table.go_to(ids[place])

    def _all_present(self) -> None:
        """From another part of the meeting it only shows who would be meant: nobody is recorded unseen."""
        if self._page.tabs.current() != "attendance":
            self._page.tabs.choose("attendance")
            return
        agenda = self._page.agenda
        kept = {each.seat_id for each in Attendance.select().where(Attendance.meeting == agenda.meeting)}
        missing = {each.seat: "Present" for each in agenda.members if each.seat not in kept}
        self._keep(missing)

    def _count_anew(self) -> None:
        self._page.do(meetings.take_anew, self._page.agenda.meeting)

    def _keep(self, presence: dict[int, str]) -> None:
        session = self._page.session
        wrong = self._page.do(meetings.keep_attendance, self._page.agenda.meeting, presence, session.today)
        if wrong:
            session.messages.tell("Nothing was recorded.", " ".join(each.message for each in wrong))


def _row(member: Member, kept: Attendance | None, place_of: Member | None) -> Row:
    """place_of is in whose place an alternate votes, as things stand."""
    presence = kept.presence if kept else ""
    votes = "Yes" if member.has_vote else stands_in(member) or "—"
    if place_of is not None:
        votes = f"Votes for {place_of.name.partition(',')[0]}"
    return Row(
        member.seat,
        (member.name, member.role, votes, presence or "not recorded", *_times(kept)),
        ("", "", "quiet", TONES.get(presence, "quiet")),
    )


def _times(kept: Attendance | None) -> tuple[str, str]:
    return (clock(kept.arrived), clock(kept.left)) if kept else ("", "")
