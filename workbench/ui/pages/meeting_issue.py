"""Issuing a packet: who gets a numbered copy, and the log of the copies that are out."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from workbench.actions import copies, packets, recalling
from workbench.lists.agenda_parts import Agenda
from workbench.papers import changed
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, PacketCopy
from workbench.records.meeting_words import ISSUED, ON_PAPER_ALONE
from workbench.records.words import of
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import bare_button, button
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet, ask_folder
from workbench.ui.kit.inputs import Combo
from workbench.ui.kit.labels import note
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table
from workbench.ui.pages.packet_including import IncludeDocuments
from workbench.ui.pages.packet_made import Made
from workbench.ui.pages.packet_recall import RecallPacket

COLUMNS = (
    Column("issue", "Issue"),
    Column("copy", "Copy", bold=True),
    Column("reader", "Reader"),
    Column("edition", "Edition"),
    Column("seal", "Seal"),
    Column("state", "Where it is", pill=True),
)
SHARES = (10, 8, 24, 13, 14, 31)
"""Percent of the width: “recalled Nov 24 2026, still out” is whole."""
WIDE, BESIDE = 900, 80
"""Logical pixels: of the log where the screen has them, and what stands beside it."""

CALLED = {"Action sheet": "the action sheet", "NPDB insert": "the sealed NPDB insert"}


class IssuePacket(Sheet):
    """The readers of a packet; each gets a copy with a number and the name."""

    def __init__(self, page: Any, agenda: Agenda, edition: str, made: Made | None = None) -> None:
        """made is the packet as it was made for the preview: it knows what is not in it."""
        words = "Each reader gets a numbered copy with the name on every page. The copies are logged out, the packet is sealed."
        words += " What went out can be recalled, and the number of an issue is never given again."
        super().__init__(
            f"Issue {CALLED.get(edition, f'the packet ({edition.lower()} edition)')}", words, page.window()
        )
        self._page, self._agenda, self._edition = page, agenda, edition
        self.readers = packets.readers_of(agenda.meeting)
        self.list = CheckList("Readers", [each.name for each in self.readers])
        self.boxes = self.list.boxes
        self._check_usual()
        self.list.changed.connect(self._tell)
        self.body.addWidget(self.list)
        self.which: QComboBox = Combo()
        self._offer_supplement()
        bad = [each for each in agenda.problems if each.tone == "bad"]
        self.warned = note(
            f"{of(len(bad), 'thing')} on the agenda should be mended first: {bad[0]}" if bad else ""
        ).kind("bad")
        self.warned.setVisible(bool(bad))
        self.body.addWidget(self.warned)
        self._tell_not_in_it(made)
        self.refused = note("").kind("bad")
        self.refused.setAccessibleIdentifier("refused")
        self.body.addWidget(self.refused)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("Issue", "primary", self._ask_folder, default=True)
        self._tell()

    def _check_usual(self) -> None:
        """Who gets a copy of such an edition, until somebody says otherwise."""
        votes = {each.seat for each in self._agenda.members if each.has_vote}
        for each, box in zip(self.readers, self.boxes, strict=True):
            sealed = self._edition == "NPDB insert"  # who decides reads it; anybody else is chosen by name
            usual = self._edition != "Action sheet" or each is self.readers[0]
            box.setChecked(each.seat in votes if sealed else usual)

    def _offer_supplement(self) -> None:
        """Where one is out and would print otherwise now: what changed, or all of it again."""
        changes = changed.since_issued(self._agenda.meeting, self._edition)
        there = changes is not None and changes.any and self._edition not in ON_PAPER_ALONE
        self.told = note("")
        if changes is not None and there:
            self.told.setText(f"Issue {changes.issue} of {texts.day(changes.made)} was {changes.said}. {changes.told}")
            self.which.addItem(f"A supplement: what changed ({changes.what})", True)
            self.which.addItem("The whole packet again", False)
        self.which.setAccessibleName("What is issued")
        for part in (self.told, self.which):
            part.setVisible(there)
            self.body.addWidget(part)

    def _tell_not_in_it(self, made: Made | None) -> None:
        """How many documents are left out and how many scans do not print, and the way to the first."""
        self.not_in_it = note(made.not_in_it if made else "").kind("warn")
        self.not_in_it.setVisible(bool(made and made.not_in_it))
        self.body.addWidget(self.not_in_it)
        if made is None or not made.left_out:
            return

        def look() -> None:
            self.reject()
            IncludeDocuments(self._page, made.left_out).open()

        self.look = bare_button(f"&Left out ({len(made.left_out)})…", "link", look)
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)

    def chosen(self) -> list[packets.Reader]:
        """Who gets a copy."""
        return [each for each, box in zip(self.readers, self.boxes, strict=True) if box.isChecked()]

    def _tell(self) -> None:
        """What cannot go out is said at once, and not after a folder was chosen."""
        chosen, today = self.chosen(), self._page.session.today
        no = packets.refusal(self._agenda.meeting, chosen, self._edition, today) if chosen else ""
        self.refused.setText(no.replace(" Nothing was written or logged.", "").replace(" Nothing was written.", ""))
        self.refused.setVisible(bool(no))
        self.go.setText(f"Issue {of(len(chosen), 'copy', 'copies')}…")
        self.go.setEnabled(bool(chosen) and not no)

    def _ask_folder(self) -> None:
        ask_folder(self, "Where the copies go", self._page.session.seat.last_folder, self.write)

    def write(self, folder: Path) -> None:
        """Write the copies into a folder, on the worker."""
        session, agenda, readers, today = self._page.session, self._agenda, self.chosen(), self._page.session.today
        session.seat.last_folder = str(folder)
        edition, supplement = self._edition, bool(self.which.currentData())
        session.run(
            "Issuing the packet",
            lambda progress: packets.issue(agenda.meeting, folder, readers, today, edition, progress, supplement),
            said=f"{of(len(readers), 'copy', 'copies')} written to {folder.name}",
        )
        self.accept()


class Copies(Sheet):
    """Where each numbered copy is: out with its reader, or back."""

    def __init__(self, page: Any, agenda: Agenda) -> None:
        super().__init__("Copies of the packet", "Log a copy in once it came back or was destroyed.", page.window())
        self._page, self._agenda = page, agenda
        self.listed = PlainList("copies_of_packet", "Copies", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Copies of the packet")
        self.table.heading.setSectionsClickable(False)
        self.table.columns.shares = SHARES
        self.table.set_empty("No packet of this meeting was issued.")
        self.changed = note("").kind("warn")
        self.back = own_action(self, "Log &in", "check", "Ctrl+D", self._log_in)
        self.out = own_action(self, "Log &out again", "log-out", "", self._log_out)
        self.recall = own_action(self, "&Recall the issue…", "undo-2", "", self._ask_recall)
        row = QHBoxLayout()
        for each in (self.back, self.out, self.recall):
            row.addWidget(button(each))
        row.addStretch(1)
        tools = QWidget()
        tools.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.changed)
        self.body.addWidget(tools)
        self.body.addWidget(self.table, 1)
        self.add_button("Close", "primary", self.accept)
        self.table.picked.connect(self._weigh)
        self._read()

    def fit(self) -> None:
        """As wide as names and places need, as far as the screen goes."""
        self.table.setMinimumSize(min(WIDE, self.screen().availableGeometry().width() - BESIDE), 320)

    def _read(self) -> None:
        query = PacketCopy.select().join(IssuedPacket).where(IssuedPacket.meeting == self._agenda.meeting)
        replaced = copies.replaced(self._agenda.meeting)
        rows = query.order_by(IssuedPacket.id.desc(), PacketCopy.number)
        self.listed.replace([_row(each, replaced.get(each.packet_id, 0)) for each in rows])
        self.table.refresh()
        self._tell_changes()
        self._weigh()

    def _tell_changes(self) -> None:
        """Whether what is out is still what would be printed; of a meeting that was held nobody asks any more."""
        open_ = self._agenda.state == ISSUED
        changes = changed.since_issued(self._agenda.meeting) if open_ else None
        said = " ".join(_recalled(self._agenda.meeting))
        if changes is not None and changes.said:
            said += f" Issue {changes.issue} of {texts.day(changes.made)}: {changes.said}. {changes.told}"
        self.changed.setText(said.strip())
        self.changed.setVisible(bool(said))

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    def _weigh(self) -> None:
        rows = list(PacketCopy.select().where(PacketCopy.id.in_(self._chosen())))
        free = not self._page.session.read_only
        self.back.setEnabled(free and any(each.back is None for each in rows))
        self.out.setEnabled(free and any(each.back is not None and each.recalled is None for each in rows))
        issues = {each.packet_id for each in rows if each.recalled is None}
        self.recall.setEnabled(
            free and (len(issues) == 1 or (not rows and bool(recalling.standing(self._agenda.meeting))))
        )

    def _ask_recall(self) -> None:
        """Of the issue of the chosen copies; its log is read again once it is recalled."""
        chosen = PacketCopy.select().where(PacketCopy.id.in_(self._chosen()) & PacketCopy.recalled.is_null()).first()
        asked = RecallPacket(self._page, self._agenda, chosen.packet_id if chosen else 0)
        asked.accepted.connect(self._read)
        asked.open()

    def _log_in(self) -> None:
        self._page.session.do(packets.log_back, self._chosen(), self._page.session.today)
        self._read()

    def _log_out(self) -> None:
        self._page.session.do(packets.log_out, self._chosen(), self._page.session.today)
        self._read()


def _recalled(meeting: int) -> list[str]:
    """Why issues were recalled, where somebody said so."""
    void = IssuedPacket.select().where((IssuedPacket.meeting == meeting) & (IssuedPacket.recalled_why != ""))
    return [
        f"Recalled {texts.day(each.recalled)}, {recalling.called(each)}: {' '.join(each.recalled_why.split())}"
        for each in void.order_by(IssuedPacket.id.desc())
    ]


def _row(each: PacketCopy, replaced: int) -> Row:
    packet = each.packet
    out, back = f"out since {texts.day(each.out)}", f"back {texts.day(each.back)}"
    where, tone = (back, "good") if each.back else (out, "info")
    if each.recalled or replaced:
        why = f"recalled {texts.day(each.recalled)}" if each.recalled else f"replaced by issue {replaced}"
        where = f"{why}, {back if each.back else 'still out'}"
        tone = "quiet" if each.back else "bad" if each.recalled else "warn"
    issue = f"{packet.number}{' (supplement)' if packet.supplement else ''}"
    shown = (issue, str(each.number), each.reader, packet.edition, packet.seal, where)
    return Row(each.id, shown, ("", "", "", "", "quiet", tone))
