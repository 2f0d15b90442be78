"""What is asked of files before they are kept on a person's file: what each is called, which credential it proves, and whether a
packet prints it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench.actions import attaching, filing
from workbench.actions.attaching import Known, Told
from workbench.lists.file_parts import called
from workbench.records.credential import Credential
from workbench.records.desk import KEPT, PRINTED
from workbench.records.office_lists import CredentialSort
from workbench.records.words import of
from workbench.rules import kept_back
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import note, small

MOST = 20
"""Files that are asked about; more are kept as they are called."""
WORDS = "They are kept inside the office, once by their content. The file that you drop stays where it is."
LEFT_OUT = (
    "A packet leaves out what nobody can tell by its name. Call it by what it is (reference letter, explanation, chair’s letter), say "
    "what it proves, or choose Print it."
)
LINE, SHOWN, WIDE = 44, 8, 900


class AttachSheet(Sheet):
    """A line a file; Enter attaches them all as one step."""

    def __init__(self, part: Any, page: Any, paths: Sequence[Path], proves: int | None = None) -> None:
        what = f"“{paths[0].name}”" if len(paths) == 1 else of(len(paths), "document")
        super().__init__(f"Attach {what} to {page.file.title}", WORDS, page.window())
        self._part, self._paths = part, list(paths)
        self.setMinimumWidth(WIDE)
        self._known, self._first = _credentials(page.file.id), proves
        self._health = attaching.of_health(page.file.id)
        self.titles: list[QLineEdit] = []
        self.proofs: list[ChoiceBox] = []
        self.packets: list[ChoiceBox] = []
        grid = QGridLayout()
        for column, (text, share) in enumerate((("Called", 4), ("Proves", 4), ("In a packet", 3))):
            grid.setColumnStretch(column, share)
            grid.addWidget(small(text), 0, column)
        for place, path in enumerate(self._paths, 1):
            self._add(grid, place, path)
        grid.setRowStretch(len(paths) + 1, 1)
        inner = QWidget()
        inner.setLayout(grid)
        area = scrolled(inner)
        area.setMinimumHeight(LINE * (min(len(paths), SHOWN) + 1))
        self.body.addWidget(area)
        self.told = note("").kind("warn")
        self.told.setAccessibleIdentifier("in-a-packet")
        self.body.addWidget(self.told)
        self._tell()
        self.add_button("Cancel", "", self.reject)
        self.add_button(f"&Attach {of(len(paths), 'document')}", "primary", self.attach, default=True)
        self.titles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, grid: QGridLayout, place: int, path: Path) -> None:
        title = QLineEdit(filing.titled(path.name))
        title.setAccessibleName(f"What {path.name} is called")
        title.setToolTip(str(path.name))
        proof = ChoiceBox(
            [("", "Nothing in particular"), *((each.id, each.called) for each in self._known)], empty=False
        )
        proof.set_name(f"What {path.name} proves")
        offered = self._first if self._first is not None else attaching.guess(path.name, self._known)
        proof.set_value(offered if offered in {each.id for each in self._known} else "")
        packet = ChoiceBox([("", ""), (PRINTED, "Print it"), (KEPT, "Keep in the office")], empty=False)
        packet.set_name(f"Whether a packet prints {path.name}")
        for column, part in enumerate((title, proof, packet)):
            grid.addWidget(part, place, column)
        self.titles.append(title)
        self.proofs.append(proof)
        self.packets.append(packet)
        title.textChanged.connect(self._tell)
        proof.combo.currentIndexChanged.connect(self._tell)
        packet.combo.currentIndexChanged.connect(self._tell)

    def _said(self) -> list[Told]:
        return [
            Told(title.text().strip(), proof.value() or None, packet.value())
            for title, proof, packet in zip(self.titles, self.proofs, self.packets, strict=True)
        ]

    def _tell(self) -> None:
        """What a packet does with each, as long as nobody says otherwise; nobody can of a proof that is about health."""
        unknown = 0
        for path, said, packet in zip(self._paths, self._said(), self.packets, strict=True):
            of_itself = attaching.why_kept(path.name, replace(said, packet=""), self._health)
            packet.combo.setItemText(0, kept_back.in_a_packet(of_itself) if of_itself else PRINTED)
            packet.set_read_only(said.proves in self._health)
            unknown += attaching.why_kept(path.name, said, self._health) == kept_back.UNKNOWN
        self.told.setText(LEFT_OUT if unknown else "")
        self.told.setVisible(bool(unknown))

    def attach(self) -> None:
        """Keep them, each with what was said of it."""
        told = dict(zip(self._paths, self._said(), strict=True))
        self.accept()
        self._part.attach(self._paths, told)


def _credentials(provider: int) -> list[Known]:
    """A person's current credentials as guess() takes them."""
    query = Credential.select(Credential, CredentialSort).join(CredentialSort)
    query = query.where((Credential.provider == provider) & ~Credential.past).order_by(CredentialSort.position)
    return [Known(each.get_id(), called(each), str(each.number), each.sort.key, each.state) for each in query]
