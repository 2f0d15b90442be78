"""Meetings: what is coming, a year at a glance, the committees, and the days on which nobody meets."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.actions import meetings
from workbench.lists.meetings import COMMITTEES_LIST, MEETINGS_LIST
from workbench.records import texts
from workbench.records.committee import Committee
from workbench.records.meeting import Meeting
from workbench.rules.calendar import usual_day
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import Line, heading
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.kit.tabs import Tabs
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.pages import face
from workbench.ui.pages.closed_days import ClosedDays
from workbench.ui.pages.committee_sheets import ask_committee
from workbench.ui.pages.copy_check import ask_check
from workbench.ui.pages.meeting_sheets import ask_meeting
from workbench.ui.pages.meetings_calendar import ask_calendar
from workbench.ui.pages.meetings_shown import SHOWN, TOLD_BY
from workbench.ui.pages.meetings_year import Year
from workbench.ui.session import Session
from workbench.ui.wording import of

TABS = (("list", "Meetings"), ("year", "Year"), ("committees", "Committees"), ("closed", "Closed days"))
ARROWS = "Arrows go from month to month; Enter opens the meeting, or adds one where there is none."
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
        self._lay_out()
        self._connect()
        self.chips.choose(DEFAULT)
        self._show_view(DEFAULT)
        self.year.show_year(session.today.year)
        self._say_year()
        self._count()

    def _make_actions(self) -> None:
        self.new = self.add("&Add meeting", "plus", "Ctrl+N", self._add)
        self.make = self.add("&Make calendar…", "calendar-clock", "Ctrl+M", lambda: ask_calendar(self, self.year.year))
        self.new_committee = self.add(
            "Add &committee…", "users", "Ctrl+Shift+M", lambda: ask_committee(self, Committee())
        )
        self.cancel = self.add("Cancel meetings…", "circle-x", "Ctrl+Del", self._ask_cancel)
        self.invite = self.add("&Invitations…", "mail", "Ctrl+Shift+I", self._ask_invitations)
        self.check = self.add("Check a cop&y…", "shield-check", "", lambda: ask_check(self))
        self.export = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.earlier = self.add("Year before", "chevron-left", "Alt+Left", lambda: self._turn_year(-1))
        self.later = self.add("Next year", "chevron-right", "Alt+Right", lambda: self._turn_year(1))
        self.add("Next part of the page", "", "Ctrl+Tab", self._turn)

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.header.buttons([self.invite, self.print_, self.export, self.make, (self.new, "primary")])
        self.body.addWidget(self.header)
        self.tabs = Tabs("Parts of the page")
        self.tabs.set(TABS)
        self.body.addWidget(self.tabs)
        self._stack = QStackedWidget()
        for part in (self._list_part(), self._year_part(), self.committees, self.closed):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)

    def _list_part(self) -> QWidget:
        self.chips = Chips("Views of meetings")
        self.chips.set(
            [*((v.key, v.title, None, TONES.get(v.key, "")) for v in MEETINGS_LIST.views), ("", "All", None, "")]
        )
        self.searching = self.search_box = SearchBox("Search meetings…")
        self.searching.setFixedWidth(340)
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addStretch(1)
        row.addWidget(button(self.check, "link"))
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.chips)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(BulkBar(self.table, [self.invite, self.cancel]))
        return part

    def _year_part(self) -> QWidget:
        self._which = heading()
        self._which.setAccessibleIdentifier("year")
        row = QHBoxLayout()
        row.addWidget(icon_button(self.earlier))
        row.addWidget(self._which)
        row.addWidget(icon_button(self.later))
        row.addSpacing(12)
        row.addWidget(Line(ARROWS, 0.88).kind("muted"), 1)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.year, 1)
        return part

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.chips.chosen.connect(self._show_view)
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.table.set_actions([self.invite, self.cancel])
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        self.year.meeting_chosen.connect(self._open)
        self.year.empty.connect(self._add_in)
        self.committees.opened.connect(lambda each: self.shell.go("committee", committee=each))
        self.committees.set_empty("No committees yet.", "Add committee…", self.new_committee.trigger)

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
            self.chips.choose(view)
            self._show_view(view)
        if meeting is not None and self.tabs.current() == "list" and not self.table.go_to(meeting):
            self.open(view="")
            self.table.go_to(meeting)

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
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
        today = self.session.today
        counts = {view.key: MEETINGS_LIST.count(today=today, view=view.key) for view in MEETINGS_LIST.views}
        counts[""] = MEETINGS_LIST.count(today=today)
        self._counts = counts
        for key, count in counts.items():
            self.chips.set_count(key, count)
        due, late = counts["without_packet"], counts["unclosed"]
        said = [f"{counts[DEFAULT]:,} upcoming", f"{of(due, 'packet')} due"]
        said += [f"{of(late, 'meeting')} to close"] if late else []
        first = MEETINGS_LIST.page(MEETINGS_LIST.ids(today=today, view=DEFAULT, limit=1), today)
        said += [f"next: {first[0].texts[0]}, {first[0].texts[1]}"] if first else []
        self.header.subtitle(" · ".join(said))
        self.tabs.set([(k, t, COMMITTEES_LIST.count(today=today) if k == "committees" else None) for k, t in TABS])
        self.badge_changed.emit()

    def _show_view(self, key: str) -> None:
        self.table.set_view(key)
        view = MEETINGS_LIST.view(key)
        if Committee.select().exists():
            said = f"Nothing here: no meeting is “{view.title}”." if view else "No meetings yet."
            self.table.set_empty(said, "Make calendar…", self.make.trigger)
        else:
            self.table.set_empty(
                "No committees yet. Meetings are of a committee.", "Add committee…", self.new_committee.trigger
            )
        self._weigh()

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentIndex([each for each, _ in TABS].index(key))
        self.shown()
        self._weigh()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _turn_year(self, by: int) -> None:
        self.tabs.choose("year")
        self.year.show_year(self.year.year + by)
        self._say_year()

    def _say_year(self) -> None:
        self._which.setText(str(self.year.year))

    def _weigh(self) -> None:
        free = not self.session.read_only
        for each in (self.new, self.new_committee):
            each.setEnabled(free)
        self.make.setEnabled(free and Committee.select().exists())
        self.cancel.setEnabled(free and self.tabs.current() == "list" and bool(self._chosen()))
        self.invite.setEnabled(free and self.tabs.current() == "list" and self.table.count() > 0)
        self.export.setEnabled(self.table.count() > 0)

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

    def _add_in(self, committee: int, month: int) -> None:
        found = Committee.get_by_id(committee)
        self._ask(found, usual_day(self.year.year, month, found.ordinal, found.weekday))

    def _ask(self, committee: Committee, held: date | None) -> None:
        values = {"starts": committee.starts, "length": committee.length, "place": committee.place}
        ask_meeting(self, Meeting(committee=committee, held=held, **values), lambda made: self._open(made.id))

    def _ask_cancel(self) -> None:
        ids = self._chosen()
        rows = [
            each for each in Meeting.select().where(Meeting.id.in_(ids)) if each.state in ("Planned", "Packet issued")
        ]
        if not rows:
            self.session.messages.tell("Nothing to cancel", "What was held stays; a cancelled meeting is one already.")
            return
        what = f"the meeting of {texts.day(rows[0].held)}" if len(rows) == 1 else of(len(rows), "meeting")
        self.session.messages.confirm(
            f"Cancel {what}?",
            f"Cancel {of(len(rows), 'meeting')}",
            lambda: self.session.do(meetings.cancel_meetings, [each.id for each in rows]),
            detail="Their files are free for another agenda. It can be undone.",
        )

    def _ask_invitations(self) -> None:
        """To those that are chosen; else to all that show and are to come."""
        from workbench.ui.pages.meeting_mail import Invitations  # brings the libraries of calendars and mail

        ids = self.table.selected() or list(self.table.ids())
        coming = (Meeting.held >= self.session.today) & (Meeting.state != "Held")
        found = [each.id for each in Meeting.select(Meeting.id).where(Meeting.id.in_(ids) & coming)]
        if found:
            Invitations(self, found).open()
        else:
            self.session.messages.tell("Nobody to invite", "None of these meetings is still to come.")

    def _export(self) -> None:
        export_list(self.session, self.table, f"Meetings {self.session.today.isoformat()}", "meeting", self)
