"""One committee: its charter and rules, who sits on it until when, and its meetings."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.actions import committees, editing
from workbench.lists.meetings import usual
from workbench.records.committee import COMMITTEES, SEATS, Committee, Seat
from workbench.records.meeting import IssuedPacket, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.records.texts import clock
from workbench.records.words import of
from workbench.rules import quorum, seats
from workbench.rules.quorum import Members
from workbench.store import settings
from workbench.ui.commanding import ALIKE
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page
from workbench.ui.kit.plain import PlainList
from workbench.ui.kit.table import Table
from workbench.ui.kit.way_back import way_back
from workbench.ui.pages import face
from workbench.ui.pages.committee_rows import MEETING_COLUMNS, SEAT_COLUMNS, in_order, meeting_row, seat_row
from workbench.ui.pages.committee_sheets import SEAT_HINT, ask_committee, ask_end, ask_seat
from workbench.ui.pages.meeting_sheets import ask_meeting
from workbench.ui.record_history import add_history
from workbench.ui.remarks import Remarks

LEAST = 140
"""Of a table, in logical pixels; what has no room is scrolled to."""
SHOWN = frozenset({"committee", "seat", "meeting", "provider", "setting", "department"})


class CommitteePage(Page):
    """One committee at a time."""

    key, title, icon, group, under = face("committee")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self._id = 0
        self.members: Members = ()
        self._make_actions()
        self.seats_list = PlainList("seats_of_committee", "Seats", SEAT_COLUMNS)
        self.meetings_list = PlainList("meetings_of_committee", "Meetings of the committee", MEETING_COLUMNS)
        self.seats = Table(self.seats_list, lambda: session.today, name="Seats", seat=session.seat)
        self.meetings = Table(
            self.meetings_list, lambda: session.today, name="Meetings of the committee", seat=session.seat
        )
        self.remarks, self.facts = Remarks("What to mend about the committee"), Facts()
        self._lay_out()
        self.remarks.asked.connect(lambda remark: self.seats.go_to(remark.seat))
        self.seats.opened.connect(lambda _: self._edit_seat())
        self.seats.picked.connect(self._weigh)
        self.meetings.opened.connect(lambda each: self.shell.go("meeting", meeting=each))

    def _make_actions(self) -> None:
        self.back = self.add("&Back to the committees", "arrow-left", "Alt+Left or Esc", self._back)
        self.edit = self.add("&Edit the committee…", "pencil", "F4", self._edit)
        self.new = self.add("&Seat somebody…", "user-plus", "Ctrl+N", self._add_seat, SEAT_HINT)
        self.new.setProperty(ALIKE, True)
        self.change = self.add("Edit seat…", "pencil", "F2", self._edit_seat)
        self.renew = self.add("&Renew terms…", "refresh-cw", "Ctrl+R", lambda: ask_end(self, self._chosen(), True))
        self.end = self.add("End terms…", "log-out", "", lambda: ask_end(self, self._chosen(), False))
        self.drop = self.add("Delete seats…", "trash-2", "Del", self._ask_delete)
        self.meet = self.add("Add &meeting…", "calendar", "Ctrl+M", self._add_meeting)
        self.remove = self.add("Delete the committee…", "trash-2", "", self._ask_remove)

    def _lay_out(self) -> None:
        way_back(self.body, self.back, button(self.remove, "quiet", icon=True))
        self.header = Header()
        self.header.buttons([self.edit, self.meet, (self.new, "primary")])
        self.body.addWidget(self.header)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(self._seats_card())
        split.addWidget(self._right())
        split.setStretchFactor(0, 13)
        split.setStretchFactor(1, 7)
        split.setSizes([690, 330])
        self.body.addWidget(split, 1)

    def _seats_card(self) -> Card:
        card = Card("Seats", margins=False)
        card.head.addStretch(1)
        card.head.addWidget(ButtonRow((self.change, self.renew, self.end, self.drop)))
        card.add(self.seats, 1)
        card.add(self.remarks)
        self.seats.setMinimumHeight(LEAST)
        self.seats.set_actions([self.change, self.renew, self.end, self.drop])
        add_history(self, (self.seats, SEATS))
        self.seats.heading.setSectionsClickable(False)
        self.seats.columns.whole = frozenset(
            range(len(SEAT_COLUMNS))
        )  # who sits, for whom, until when: none is half a word
        self.seats.set_empty("Nobody has a seat yet.", "Seat somebody…", self.new)
        return card

    def _right(self) -> QWidget:
        rules, coming = Card("Charter and rules"), Card("Meetings", margins=False)
        rules.add(self.facts)
        self.meetings.heading.setSectionsClickable(False)
        self.meetings.set_empty("No meetings yet.", "Add meeting…", self.meet)
        coming.add(self.meetings, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(rules)
        column.addWidget(coming, 1)
        coming.setMinimumHeight(LEAST)
        return scrolled(right)

    # What is shown

    def open(self, committee: int = 0, seat: int | None = None, **_: Any) -> None:
        """Show a committee, and one of its seats."""
        self._id = committee
        self._read()
        if seat is not None:
            self.seats.go_to(seat)

    def shown(self) -> None:
        """The keyboard goes to the seats."""
        self.seats.setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Read it again if something of it changed."""
        if self._id and tables & SHOWN:
            self._read()

    def _read(self) -> None:
        found = Committee.get_or_none(Committee.id == self._id)
        if found is None:
            self._id = 0
            self.shell.go("meetings", tab="committees")
            return
        today = self.session.today
        self.members = quorum.members_of(found.id)
        later = [each.held for each in found.meetings.where((Meeting.held >= today) & (Meeting.state != CANCELLED))]
        counted = settings.load(Policy).mec_counted
        said = seats.remarks(found, self.members, today, later, quorum.boards(), counted) if found.active else ()
        self._head(found)
        self.remarks.show_remarks(said)
        self.seats_list.replace([seat_row(each, today, said) for each in in_order(self.members, today)])
        self.seats.refresh()
        coming = sorted(found.meetings, key=lambda each: (each.held < today, abs(each.held - today)))
        self.meetings_list.replace([meeting_row(each, today) for each in coming])
        self.meetings.refresh()
        self._weigh()

    def _head(self, found: Committee) -> None:
        today = self.session.today
        self.header.title(found.name)
        when = f"{usual((found.ordinal, found.weekday, found.every))}, {clock(found.starts)}"
        parts = (found.level, when, found.place, quorum.said(found, self.members, today))
        self.header.subtitle(" · ".join(part for part in parts if part))
        self.header.pills([] if found.active else [("Does not meet", "quiet")])
        legend = found.legend or settings.load(Policy).legend
        self.facts.set(
            [
                ("Charter", found.charter),
                ("Bylaws", found.section),
                ("Meets", f"{when}, {found.length} minutes"),
                ("Quorum", f"{_quorum(found)}, counted {found.quorum_basis.lower()}"),
                ("Packet goes out", f"{of(found.lead_days, 'day')} before"),
                (
                    "Legend",
                    f"{legend}{'' if found.legend else ' (the office’s)'}" if legend else "None: the packet will warn.",
                ),
            ]
        )

    def _weigh(self) -> None:
        free, chosen = not self.session.read_only, self._chosen()
        for each in (self.edit, self.new, self.meet, self.remove):
            each.setEnabled(free and bool(self._id))
        for each in (self.renew, self.end, self.drop):
            each.setEnabled(free and bool(chosen))
        self.change.setEnabled(free and len(chosen) == 1)

    def _chosen(self) -> list[int]:
        return self.seats.chosen()

    # What can be done

    def _back(self) -> None:
        self.shell.go("meetings", tab="committees")

    def _edit(self) -> None:
        ask_committee(self, Committee.get_by_id(self._id))

    def _add_seat(self) -> None:
        ask_seat(self, Seat(committee=self._id))

    def _edit_seat(self) -> None:
        if self.change.isEnabled():
            ask_seat(self, Seat.get_by_id(self._chosen()[0]))

    def _add_meeting(self) -> None:
        found = Committee.get_by_id(self._id)
        values = {"starts": found.starts, "length": found.length, "place": found.place}
        meeting = Meeting(committee=found, **values)
        ask_meeting(self, meeting, lambda made: self.shell.go("meeting", meeting=made.id))

    def _ask_delete(self) -> None:
        ids = self._chosen()
        what = of(len(ids), "seat")
        if why := committees.in_minutes(ids):
            self.session.messages.tell("This seat stays.", why)
            return
        self.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self.session.do(committees.delete_seats, ids),
            detail="No attendance is recorded of them. Of somebody who sat there, end the term instead.",
        )

    def _ask_remove(self) -> None:
        found = Committee.get_by_id(self._id)
        count = found.meetings.count()
        out = IssuedPacket.select().join(Meeting).where(Meeting.committee == found.id).count()
        if out:
            self.session.messages.confirm(
                f"{found.name} cannot be deleted.",
                "It does not meet any more",
                lambda: self.session.do(committees.stop_meeting, found.id),
                detail=f"{of(out, 'packet')} of its meetings went out, and their log stays. Nothing was changed. "
                "Say instead that it does not meet any more; what it did stays, and it can be undone.",
                danger=False,
            )
            return
        self.session.messages.confirm(
            f"Delete {found.name}?",
            f"Delete it and {of(count, 'meeting')}",
            lambda: self.session.do(editing.delete, COMMITTEES, [found.id]),
            detail="Its seats, meetings, agendas and minutes go with it. To keep them, say that it does not meet any more.",
        )


def _quorum(found: Committee) -> str:
    if found.quorum_rule == "Those present":
        return "those present"
    if found.quorum_rule.startswith("Percent"):
        return f"{found.quorum} percent"
    return of(quorum.needed(found, 0), "member")
