"""“Check a copy…”: whether a PDF is a copy of a packet that this office sealed, whose, and what in it differs."""

from pathlib import Path
from typing import Any

from workbench.records.meeting import IssuedPacket
from workbench.ui.kit.dialogs import Sheet, ask_open_file
from workbench.ui.kit.pill import Pill

SAID = {
    "untouched": ("This is a copy from this office", "As it was issued", "good"),
    "recalled": ("This copy was recalled", "Does not count any more", "bad"),
    "changed": ("This is not the copy that was issued", "Differs", "bad"),
    "unknown": ("This office did not issue this file", "Not from this office", "warn"),
}


def ask_check(page: Any) -> None:
    """Let a person choose a PDF, read it beside the window, and say what it is."""

    def check(path: Path) -> None:
        from workbench.actions import checking  # brings the libraries of paper

        session = page.session
        session.seat.last_folder = str(path.parent)
        session.jobs.start(
            "Checking the copy",
            lambda progress: checking.check_copy(path),
            lambda found: CheckedCopy(page, path, found).open(),
        )

    ask_open_file(page, "Check a copy of a packet", "PDF (*.pdf)", page.session.seat.last_folder, check)


class CheckedCopy(Sheet):
    """What is known of a file."""

    def __init__(self, page: Any, path: Path, found: Any) -> None:
        headline, verdict, tone = SAID[found.verdict]
        super().__init__(headline, f"{path.name}\n{found.said}", page.window())
        self._page, self.found = page, found
        self.verdict = Pill(verdict, tone)
        self.row.insertWidget(0, self.verdict)
        self.add_button("Check another…", "", self._again)
        packet = IssuedPacket.get_or_none(IssuedPacket.id == found.packet)
        if packet is not None:
            meeting = packet.meeting_id
            self.open_it = self.add_button("Open the meeting", "", lambda: self._go(meeting))
        self.add_button("Close", "primary", self.accept, default=True)

    def _again(self) -> None:
        self.accept()
        ask_check(self._page)

    def _go(self, meeting: int) -> None:
        self.accept()
        self._page.shell.go("meeting", meeting=meeting)
