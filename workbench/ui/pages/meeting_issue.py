"""Issuing a packet: who gets a numbered copy, and the log of the copies that are out."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.actions import packets
from workbench.lists.agenda import Agenda
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, PacketCopy
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import button
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet, ask_folder
from workbench.ui.kit.labels import note
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table
from workbench.ui.wording import of

COLUMNS = (
    Column("copy", "Copy", bold=True),
    Column("reader", "Reader"),
    Column("edition", "Edition"),
    Column("seal", "Seal"),
    Column("state", "Where it is", pill=True),
)


class IssuePacket(Sheet):
    """The readers of a packet; each gets a copy with a number and the name."""

    def __init__(self, page: Any, agenda: Agenda, edition: str) -> None:
        words = "Each reader gets a numbered copy with the name on every page. The copies are logged out, the packet is sealed."
        words += " What went out can be recalled, and its numbers are never given again."
        super().__init__(f"Issue the packet ({edition.lower()} edition)", words, page.window())
        self._page, self._agenda, self._edition = page, agenda, edition
        self.readers = packets.readers_of(agenda.meeting)
        self.list = CheckList("Readers", [each.name for each in self.readers])
        self.boxes = self.list.boxes
        for each, box in zip(self.readers, self.boxes, strict=True):
            box.setChecked(edition != "Action sheet" or each is self.readers[0])
        self.list.changed.connect(self._tell)
        self.body.addWidget(self.list)
        bad = [each for each in agenda.problems if each.tone == "bad"]
        self.warned = note(
            f"{of(len(bad), 'thing')} on the agenda should be mended first: {bad[0]}" if bad else ""
        ).kind("bad")
        self.warned.setVisible(bool(bad))
        self.body.addWidget(self.warned)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("Issue", "primary", self._ask_folder, default=True)
        self._tell()

    def chosen(self) -> list[packets.Reader]:
        """Who gets a copy."""
        return [each for each, box in zip(self.readers, self.boxes, strict=True) if box.isChecked()]

    def _tell(self) -> None:
        count = len(self.chosen())
        self.go.setText(f"Issue {of(count, 'copy', 'copies')}…")
        self.go.setEnabled(bool(count))

    def _ask_folder(self) -> None:
        ask_folder(self, "Where the copies go", self._page.session.seat.last_folder, self.write)

    def write(self, folder: Path) -> None:
        """Write the copies into a folder, on the worker."""
        session, agenda, readers, today = self._page.session, self._agenda, self.chosen(), self._page.session.today
        session.seat.last_folder = str(folder)
        edition = self._edition
        session.run(
            "Issuing the packet",
            lambda progress: packets.issue(agenda.meeting, folder, readers, today, edition, progress),
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
        self.table.setMinimumSize(720, 320)
        self.table.set_empty("No packet of this meeting was issued.")
        self.back = self._own("Log &in", "check", "Ctrl+D", self._log_in)
        self.out = self._own("Log &out again", "log-out", "", self._log_out)
        row = QHBoxLayout()
        for each in (self.back, self.out):
            row.addWidget(button(each))
        row.addStretch(1)
        tools = QWidget()
        tools.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(tools)
        self.body.addWidget(self.table, 1)
        self.add_button("Close", "primary", self.accept)
        self.table.picked.connect(self._weigh)
        self._read()

    def _own(self, text: str, icon: str, keys: str, call: Any) -> Any:
        made = action(text, icon, keys, call, self)
        self.addAction(made)
        return made

    def _read(self) -> None:
        query = PacketCopy.select().join(IssuedPacket).where(IssuedPacket.meeting == self._agenda.meeting)
        self.listed.replace([_row(each) for each in query.order_by(IssuedPacket.id.desc(), PacketCopy.number)])
        self.table.refresh()
        self._weigh()

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    def _weigh(self) -> None:
        rows = list(PacketCopy.select().where(PacketCopy.id.in_(self._chosen())))
        free = not self._page.session.read_only
        self.back.setEnabled(free and any(each.back is None for each in rows))
        self.out.setEnabled(free and any(each.back is not None and each.recalled is None for each in rows))

    def _log_in(self) -> None:
        self._page.session.do(packets.log_back, self._chosen(), self._page.session.today)
        self._read()

    def _log_out(self) -> None:
        self._page.session.do(packets.log_out, self._chosen(), self._page.session.today)
        self._read()


def _row(each: PacketCopy) -> Row:
    where, tone = (
        (f"back {texts.day(each.back)}", "good") if each.back else (f"out since {texts.day(each.out)}", "info")
    )
    if each.recalled:
        where = f"recalled {texts.day(each.recalled)}, {f'back {texts.day(each.back)}' if each.back else 'still out'}"
        tone = "quiet" if each.back else "bad"
    return Row(
        each.id,
        (str(each.number), each.reader, each.packet.edition, each.packet.seal, where),
        ("", "", "", "quiet", tone),
    )
