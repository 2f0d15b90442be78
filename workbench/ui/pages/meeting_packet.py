"""The packet of a meeting beside its agenda: made anew as the agenda changes, printed, issued; and the invitation."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from workbench.actions import inviting
from workbench.lists.agenda import Agenda, Item
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.wording import of


class MeetingPacket(Card):
    """The preview at the right of the agenda."""

    def __init__(self, page: Any) -> None:
        super().__init__("Packet preview")
        self._page = page
        self.invite = page.add("&Invite (.ics)…", "mail", "Ctrl+Shift+I", self._ask_invite)
        self._column = QVBoxLayout()
        self.body.addLayout(self._column, 1)

    def header_buttons(self) -> list[QAction | tuple[QAction, str]]:
        """The page's buttons, the primary one last."""
        return [self.invite]

    def show_agenda(self, agenda: Agenda) -> None:
        """The agenda changed."""
        self.invite.setEnabled(not self._page.session.read_only)

    def go_to(self, item: Item) -> None:
        """Show the page of an item."""

    # The invitation

    def _ask_invite(self) -> None:
        meeting = self._page.agenda.meeting
        session = self._page.session

        def write(path: Path) -> None:
            session.seat.last_folder = str(path.parent)
            sent = self._page.do(inviting.invite, meeting, path, datetime.now().astimezone())
            if sent is not None:
                self._told(sent)

        name = inviting.file_name(meeting)
        ask_save_file(self, "Write the invitation", name, "Calendar (*.ics)", session.seat.last_folder, write)

    def _told(self, sent: inviting.Sent) -> None:
        said = f"{sent.path.name} written; {of(sent.asked, 'member')} asked to answer."
        if sent.unreached:
            self._page.session.messages.tell(
                said, f"Without an e-mail address: {', '.join(sent.unreached)}. Tell them otherwise."
            )
