"""One meeting: its agenda beside the packet, who came, what was decided, and what somebody must still do."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.lists import agenda
from workbench.lists.agenda_parts import Agenda
from workbench.lists.meetings import state_text, state_tone
from workbench.papers import changed
from workbench.papers.changed import Changes
from workbench.records import texts
from workbench.records.meeting import ActionItem, Meeting
from workbench.records.meeting_words import CANCELLED, ISSUED, OPEN, PLANNED
from workbench.records.texts import clock
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import status
from workbench.ui.kit.page import Page
from workbench.ui.kit.tabs import Tabs
from workbench.ui.kit.way_back import way_back
from workbench.ui.pages import face
from workbench.ui.pages.copy_check import ask_check
from workbench.ui.pages.meeting_actions import MeetingActions
from workbench.ui.pages.meeting_agenda import MeetingAgenda
from workbench.ui.pages.meeting_attendance import MeetingAttendance
from workbench.ui.pages.meeting_minutes import MeetingMinutes
from workbench.ui.pages.meeting_sheets import ask_cancel, ask_meeting

TABS = (
    ("agenda", "Agenda and packet"),
    ("attendance", "Attendance"),
    ("minutes", "Minutes and votes"),
    ("actions", "Action items"),
)
SHOWN = frozenset(
    {
        "meeting",
        "agenda_item",
        "attendance",
        "recusal",
        "recommendation",
        "action_item",
        "committee",
        "seat",
        "closed_day",
        "application",
        "provider",
    }
    | {"reference", "disclosure", "red_flag", "claim", "npdb_query", "check", "privilege_request", "credential"}
    | {"criterion_shown"}
    | {"document", "issued_packet", "packet_copy", "setting"}
)
"""Tables of which something stands on the page."""


class MeetingPage(Page):
    """One meeting at a time; the committee's others one key away."""

    key, title, icon, group, under = face("meeting")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self.agenda: Agenda | None = None
        self._meeting = 0
        self.changes: Changes | None = None
        """What became another since the packet was issued; None while it was not, or is not known yet."""
        self.back = self.add("&Back to the meetings", "arrow-left", "Alt+Left or Esc", self._back)
        self.before = self.add("Meeting before", "chevron-left", "Alt+PgUp", lambda: self._step(-1))
        self.after = self.add("Next meeting", "chevron-right", "Alt+PgDown", lambda: self._step(1))
        self.edit = self.add("&Edit the meeting…", "pencil", "F4", self._edit)
        self.committee = self.add("Open the committee", "users", "Ctrl+Shift+M", self._open_committee)
        self.header, self.tabs, self._stack = Header(), Tabs("Parts of the meeting"), QStackedWidget(self)
        self.parts: dict[str, Any] = {
            "agenda": MeetingAgenda(self),
            "attendance": MeetingAttendance(self),
            "minutes": MeetingMinutes(self),
            "actions": MeetingActions(self),
        }
        self.mail = self.add("E-mail &drafts…", "mail", "Ctrl+Shift+D", self._ask_mail)
        self.check = self.add("Check a cop&y…", "shield-check", "", lambda: ask_check(self))
        self.cancel = self.add("Cancel the meeting…", "circle-x", "", lambda: ask_cancel(self, [self._meeting]))
        self.next_tab = self.add("Next part of the meeting", "", "Ctrl+Tab", lambda: self._turn(1))
        self.add("Previous part of the meeting", "", "Ctrl+Shift+Tab", lambda: self._turn(-1))
        self._lay_out()
        self.tabs.chosen.connect(self._show_tab)
        for moved in (self.parts["agenda"].table.picked, self.parts["agenda"].table.current_changed):
            moved.connect(lambda *_: self.parts["minutes"].weigh())  # an outcome is recorded from the agenda as well

    def _lay_out(self) -> None:
        self.place = status("place")
        rest = ButtonRow(
            (self.mail, self.check, self.committee, self.edit, self.cancel), kind="quiet", icon=True, gap=4
        )
        way_back(self.body, self.back, rest, 6, self.place, icon_button(self.before), icon_button(self.after))
        self.header.buttons(self.parts["agenda"].header_buttons())
        self.body.addWidget(self.header)
        self.tabs.set(TABS)
        self.body.addWidget(self.tabs)
        self.body.addSpacing(4)
        for part in self.parts.values():
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        QWidget.setTabOrder(self.tabs, self._stack)

    # What is shown

    def open(self, meeting: int = 0, tab: str = "", **_: Any) -> None:
        """Show a meeting, and one of its parts."""
        self._meeting = meeting
        if tab:
            self.tabs.choose(tab)
        self._read()

    def shown(self) -> None:
        """The keyboard goes to the agenda."""
        self._part().take_focus()

    def search_here(self) -> bool:
        """What is searched on a meeting is its packet."""
        self.parts["agenda"].packet.look_for()
        return True

    def refresh(self, tables: set[str]) -> None:
        """Read it again if something of it changed."""
        if self._meeting and tables & SHOWN:
            self._read()

    def _read(self) -> None:
        self.agenda, before = agenda.read(self._meeting, self.session.today), self.agenda
        if self.agenda is None:
            self._meeting = 0
            self.shell.go("meetings")
            return
        if before is None or before.meeting != self._meeting or self.agenda.state != ISSUED:
            self.changes = None
        self._head(self.agenda)
        self._weigh()
        for part in self.parts.values():
            part.show_agenda(self.agenda)
        if self.agenda.state == ISSUED:
            meeting = self._meeting
            self.session.reader.ask(
                self, lambda: changed.since_issued(meeting), lambda found: self._compared(meeting, found)
            )

    def _compared(self, meeting: int, found: Changes | None) -> None:
        """What changed since the issue is known: the head, the remarks and the buttons say so."""
        if self.agenda is not None and meeting == self._meeting:
            self.changes = found
            self._head(self.agenda)
            self.parts["agenda"].show_changes()

    def _head(self, shown: Agenda) -> None:
        self.header.title(f"{shown.committee_name} · {texts.day(shown.held)}, {clock(shown.starts)}")
        packet = _packet_said(shown)
        if self.changes is not None and self.changes.unknown:  # what changed stands in the pill
            packet += f", {self.changes.said}"
        chair = f"chair {shown.chair}" if shown.chair else "no chair"
        parts = (shown.place, packet, chair, shown.quorum_said)  # what changes before what gives way
        self.header.subtitle(" · ".join(part for part in parts if part))
        today = self.session.today
        pill = (state_text(shown.state, shown.held, today), state_tone(shown.state, shown.held, today))
        if pill[0] == ISSUED and self.changes is not None and self.changes.any:
            pill = (self.changes.brief, "warn")
        pills = [pill] if shown.state != PLANNED or shown.held < today else []
        self.header.pills(pills + ([("Packet recalled", "bad")] if shown.recalled and shown.state == PLANNED else []))
        raised = ActionItem.select().where(ActionItem.raised_at == shown.meeting)
        counts = {"actions": len(shown.actions) + raised.where(ActionItem.done.is_null()).count()}
        self.tabs.set([(key, title, counts.get(key) or None) for key, title in TABS])
        among = self._among(shown)
        self.place.setText(f"{among.index(shown.meeting) + 1} of {len(among)}")
        self.before.setEnabled(among[0] != shown.meeting)
        self.after.setEnabled(among[-1] != shown.meeting)

    def _among(self, shown: Agenda) -> list[int]:
        query = Meeting.select(Meeting.id).where(Meeting.committee == shown.committee)
        return [row[0] for row in query.order_by(Meeting.held, Meeting.id).tuples()]

    def _weigh(self) -> None:
        assert self.agenda is not None
        free = self.can_write()
        self.edit.setEnabled(not self.session.read_only)
        self.cancel.setEnabled(free and self.agenda.state in OPEN)

    def can_write(self) -> bool:
        """Whether anything of this meeting can be changed."""
        return self.agenda is not None and not self.session.read_only and self.agenda.state != CANCELLED

    def do(self, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run an action of this meeting."""
        return self.session.do(call, *args, **kwargs)

    def _part(self) -> Any:
        return self.parts[self.tabs.current() or "agenda"]

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentWidget(self.parts[key])
        self.shell.say("")  # what the status bar says is of the part that shows
        for part in self.parts.values():  # a key is for the part that shows
            part.weigh()
        self.parts[key].take_focus()

    def _turn(self, by: int) -> None:
        self.tabs.turn(by)

    def actions(self) -> list[QAction]:
        """What can be done here, and what the part that shows has of its own."""
        raised = self.parts["actions"].new  # a meeting's own, whatever part of it shows
        own = QWidget.actions(self._part())
        return [*super().actions(), *own, *([] if raised in own else [raised])]

    # What can be done

    def _back(self) -> None:
        self.shell.go("meetings", meeting=self._meeting)

    def _step(self, by: int) -> None:
        if self.agenda is not None:
            among = self._among(self.agenda)
            place = among.index(self.agenda.meeting) + by
            if 0 <= place < len(among):
                self.open(among[place])
                self._part().take_focus()  # of the other meeting a row is current as well

    def _open_committee(self) -> None:
        if self.agenda is not None:
            self.shell.go("committee", committee=self.agenda.committee)

    def _edit(self) -> None:
        ask_meeting(self, Meeting.get_by_id(self._meeting))

    def _ask_mail(self) -> None:
        from workbench.ui.pages.meeting_mail import MailDrafts  # brings the libraries of calendars and mail

        if self.agenda is not None:
            MailDrafts(self, self.agenda).open()


def _packet_said(shown: Agenda) -> str:
    """How the committee's packet stands."""
    if shown.issued:
        return f"packet issued {texts.day(shown.issued)}"
    if shown.recalled:
        return f"packet recalled {texts.day(shown.recalled)}, none counts"
    return "packet not yet issued" if shown.state == PLANNED else ""
