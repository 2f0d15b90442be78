"""Meetings: what is coming, a year at a glance, the committees, and the days on which nobody meets."""

from datetime import date
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.lists.meetings import COMMITTEES_LIST, MEETINGS_LIST
from workbench.records.committee import COMMITTEES, ClosedDay, Committee, Seat
from workbench.records.meeting import MEETINGS, Meeting
from workbench.records.meeting_words import HELD
from workbench.records.words import of
from workbench.rules.calendar import moved, usual_day
from workbench.ui.as_of import AsOf
from workbench.ui.commanding import ALIKE
from workbench.ui.in_place import InPlace
from workbench.ui.kit.action import set_keys
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.buttons import button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.kit.tabs import Tabs
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.pages import face
from workbench.ui.pages.closed_days import ClosedDays
from workbench.ui.pages.committee_sheets import SEAT_HINT, ask_committee, ask_seat
from workbench.ui.pages.copy_check import ask_check
from workbench.ui.pages.meeting_sheets import ask_cancel, ask_meeting
from workbench.ui.pages.meetings_calendar import ask_calendar
from workbench.ui.pages.meetings_shown import SHOWN, TOLD_BY
from workbench.ui.pages.meetings_year import Year, YearPart
from workbench.ui.record_history import add_history
from workbench.ui.saved_views import SavedViews
from workbench.ui.session import Session

TABS = (("list", "Meetings"), ("year", "Year"), ("committees", "Committees"), ("closed", "Closed days"))
TONES = {"without_packet": "warn", "unclosed": "bad"}
DEFAULT = "upcoming"


class Meetings(Page):
    """The calendar of all committees."""

    key, title, icon, group, under = face("meetings")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._counts: dict[str, int] = {}
        self._make_actions()
        self.table = Table(SHOWN, lambda: session.today, seat=session.seat, checks=True, reader=session.reader)
        self.print_ = print_action(self, self.table)
        self.year, self.closed = Year(lambda: session.today), ClosedDays(self)
        self.committees = Table(COMMITTEES_LIST, lambda: session.today, seat=session.seat)
        add_history(self, (self.committees, COMMITTEES))
        self._lay_out()
        self._connect()
        self.chips.choose(DEFAULT)
        self._show_view(DEFAULT)
        self._dress("list")
        self.year.show_year(session.today.year)
        self._count()

    def _make_actions(self) -> None:
        self.new = self.add("&Add meeting", "plus", "Ctrl+N", self._add)
        self.make = self.add("&Make calendar…", "calendar-clock", "Ctrl+M", lambda: ask_calendar(self, self.year.year))
        self.new_committee = self.add(
            "Add &committee…", "users", "Ctrl+Shift+M", lambda: ask_committee(self, Committee())
        )
        self.new_seat = self.add("&Seat somebody…", "user-plus", "", self._add_seat, SEAT_HINT)
        self.new_seat.setProperty(ALIKE, True)
        self.cancel = self.add("Cancel meetings…", "circle-x", "Ctrl+Del", lambda: ask_cancel(self, self._chosen()))
        self.invite = self.add("&Invitations…", "mail", "Ctrl+Shift+I", self._ask_invitations)
        self.check = self.add("Check a cop&y…", "shield-check", "", lambda: ask_check(self))
        self.export = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.earlier = self.add("Year before", "chevron-left", "Alt+Left", lambda: self._turn_year(-1))
        self.later = self.add("Next year", "chevron-right", "Alt+Right", lambda: self._turn_year(1))
        self.add("Next part of the page", "", "Ctrl+Tab", self._turn)

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.body.addWidget(self.header)
        self.tabs = Tabs("Parts of the page")
        self.tabs.set(TABS)
        self.body.addWidget(self.tabs)
        self._stack = QStackedWidget(self)
        for part in (self._list_part(), YearPart(self.year, self.earlier, self.later), self.committees, self.closed):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)

    def _list_part(self) -> QWidget:
        self.chips = Chips("Views of meetings")
        self.chips.set(
            [*((v.key, v.title, None, TONES.get(v.key, "")) for v in MEETINGS_LIST.views), ("", "All", None, "")]
        )
        self.searching = self.search_box = SearchBox("Search meetings…")
        self.searching.setFixedWidth(340)
        self.views = SavedViews(self, self.table, self.chips, self.searching, self._show_view)
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addWidget(self.views.filtered, 1)
        self.cells = InPlace(self, self.table, MEETINGS_LIST, only=("place",))
        self.then = AsOf(self, self.table, self.cells, self.views, self._count)
        row.addWidget(self.then.button())
        row.addWidget(button(self.check, "link"))
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.chips)
        column.addLayout(row)
        column.addWidget(self.then.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.cells.bar)
        self.many = Many(self, self.table, MEETINGS, self.cells, one="meeting", fields=("place", "remarks"))
        column.addWidget(BulkBar(self.table, [self.invite, *self.many.actions(), self.cancel]))
        return part

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.table.set_actions([self.invite, *self.many.actions(), self.cancel])
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        self.year.meeting_chosen.connect(self._open)
        self.year.empty.connect(self._add_in)
        self.committees.opened.connect(lambda each: self.shell.go("committee", committee=each))
        self.committees.set_empty("No committees yet.", "Add committee…", self.new_committee)

    # What is shown

    def shown(self) -> None:
        """The keyboard goes to what shows."""
        key = self.tabs.current()
        if key == "closed":
            self.closed.take_focus()
        else:
            {"year": self.year, "committees": self.committees}.get(key, self.table).setFocus()
        self.year.go_to_month(self.session.today.month)

    def open(self, view: str | None = None, meeting: int | None = None, tab: str = "", **_: Any) -> None:
        """Show a view, a part of the page, or go to one meeting."""
        if tab:
            self.tabs.choose(tab)
        if view is not None:
            self.tabs.choose("list")
            self.searching.clear()
            self.views.open(view)
        if meeting is not None and self.tabs.current() == "list" and not self.table.go_to(meeting):
            self.open(view="")
            self.table.go_to(meeting)

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.views.refresh(tables)
        if tables & {"meeting", "committee", "closed_day"}:
            self.table.refresh()
            self.committees.refresh()
            self.year.show_year(self.year.year)
            self.closed.refresh()
            self._count()
        elif tables & TOLD_BY:
            self.table.refresh()

    def recount(self, tables: set[str]) -> None:
        """The sidebar says what is due, whatever page shows."""
        if tables & {"meeting", "committee", "issued_packet"}:
            for key in ("without_packet", "unclosed"):
                self._counts[key] = MEETINGS_LIST.count(today=self.session.today, view=key)
            self.badge_changed.emit()

    def badge(self) -> str:
        """How many packets are due, and how many meetings are past and still open."""
        count = self._counts.get("without_packet", 0) + self._counts.get("unclosed", 0)
        return f"{count:,}" if count else ""

    def _count(self) -> None:
        today = self.then.day
        counts = {key: self.then.listed.count(today=today, view=key) for key in ("", *(v.key for v in SHOWN.views))}
        self._counts = self._counts if self.past else counts
        for key, count in counts.items():
            self.chips.set_count(key, count)
        due, late = counts["without_packet"], counts["unclosed"]
        said = [f"{counts[DEFAULT]:,} upcoming", f"{of(due, 'packet')} due"]
        said += [f"{of(late, 'meeting')} to close"] if late else []
        first = self.then.listed.page(self.then.listed.ids(today=today, view=DEFAULT, limit=1), today)
        said += [f"next: {first[0].texts[0]}, {first[0].texts[1]}"] if first else []
        self.header.subtitle(" · ".join(said))
        self.tabs.set([(k, t, COMMITTEES_LIST.count(today=today) if k == "committees" else None) for k, t in TABS])
        self.badge_changed.emit()

    def _show_view(self, key: str) -> None:
        self.views.leave()
        self.table.set_view(key)
        view = MEETINGS_LIST.view(key)
        if Committee.select().exists():
            said = f"Nothing here: no meeting is “{view.title}”." if view else "No meetings yet."
            self.table.set_empty(said, "Make calendar…", self.make)
        else:
            self.table.set_empty(
                "No committees yet. Meetings are of a committee.", "Add committee…", self.new_committee.trigger
            )
        self._weigh()

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentIndex([each for each, _ in TABS].index(key))
        self._dress(key)
        self.shown()
        self._weigh()

    def _dress(self, key: str) -> None:
        """Each part has the buttons of what it holds, and Ctrl+N adds one of those."""
        meeting, committee = (self.new, "primary"), (self.new_committee, "primary")
        buttons: dict[str, Any] = {
            "list": [self.invite, self.print_, self.export, self.make, meeting],
            "year": [self.make, meeting],
            "committees": [self.new_seat, committee],
            "closed": [self.make, (self.closed.new, "primary")],
        }
        self.header.buttons(buttons[key])
        set_keys(self.new, "Ctrl+N" if key in ("list", "year") else "")
        set_keys(self.new_committee, "Ctrl+N or Ctrl+Shift+M" if key == "committees" else "Ctrl+Shift+M")
        set_keys(self.closed.new, "Ctrl+N or Ins" if key == "closed" else "Ins")

    def actions(self) -> list[QAction]:
        """What can be done here, with what is added among the closed days."""
        return [*super().actions(), self.closed.new, self.closed.holidays]

    def _turn(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _turn_year(self, by: int) -> None:
        self.tabs.choose("year")
        self.year.show_year(self.year.year + by)

    def _weigh(self) -> None:
        free = self.free
        listed, there = self.tabs.current() in ("", "list"), Committee.select().exists()
        for each in (self.new, self.new_committee):
            each.setEnabled(free)
        for each in (self.make, self.new_seat):
            each.setEnabled(free and there)
        self.cancel.setEnabled(free and listed and bool(self._chosen()))
        self.invite.setEnabled(free and listed and self.table.count() > 0)
        for each in (self.export, self.print_):
            each.setEnabled(listed and self.table.count() > 0)

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    # What can be done

    def _open(self, meeting: int) -> None:
        self.shell.go("meeting", meeting=meeting)

    def _add(self) -> None:
        first = Committee.select().where(Committee.active).order_by(Committee.level == "Other", Committee.id).first()
        if first is None:
            ask_committee(self, Committee())
            return
        self._ask(first, None)

    def _add_seat(self) -> None:
        """On the committee that the keyboard is on, if it is on one; else the form asks which."""
        on = self.committees.current() if self.tabs.current() == "committees" else None
        ask_seat(self, Seat(committee=on), lambda made: self.shell.go("committee", committee=made.committee_id))

    def _add_in(self, committee: int, month: int) -> None:
        """On its usual day of that month, or where the calendar would move it."""
        found = Committee.get_by_id(committee)
        usual = usual_day(self.year.year, month, found.ordinal, found.weekday)
        closed = {each.day: str(each.name) for each in ClosedDay.select()}
        planned = moved(usual, closed)
        self._ask(found, planned.held, planned.said)

    def _ask(self, committee: Committee, held: date | None, remarks: str = "") -> None:
        values = {"starts": committee.starts, "length": committee.length, "place": committee.place, "remarks": remarks}
        ask_meeting(self, Meeting(committee=committee, held=held, **values), lambda made: self._open(made.id))

    def _ask_invitations(self) -> None:
        """To those that are chosen; else to all that show and are to come."""
        from workbench.ui.pages.meeting_mail import Invitations  # brings the libraries of calendars and mail

        ids = self.table.selected() or list(self.table.ids())
        coming = (Meeting.held >= self.session.today) & (Meeting.state != HELD)
        found = [each.id for each in Meeting.select(Meeting.id).where(Meeting.id.in_(ids) & coming)]
        if found:
            Invitations(self, found).open()
        else:
            self.session.messages.tell("Nobody to invite", "None of these meetings is still to come.")

    def _export(self) -> None:
        export_list(self.session, self.table, f"Meetings {self.then.day.isoformat()}", "meeting", self)
