"""What is asked of files before they are kept on a person's file: what each is called, and which credential it proves."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench.actions import attaching, filing
from workbench.actions.attaching import Told
from workbench.lists.file_parts import called
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import small
from workbench.ui.wording import of

MOST = 20
"""Files that are asked about; more are kept as they are called."""
WORDS = "They are kept inside the office, once by their content. The file that you drop stays where it is."
LINE, SHOWN = 44, 8


class AttachSheet(Sheet):
    """A line a file; Enter attaches them all as one step."""

    def __init__(self, part: Any, page: Any, paths: Sequence[Path], proves: int | None = None) -> None:
        what = f"“{paths[0].name}”" if len(paths) == 1 else of(len(paths), "document")
        super().__init__(f"Attach {what} to {page.file.title}", WORDS, page.window())
        self._part, self._paths = part, list(paths)
        self.setMinimumWidth(760)
        self._known, self._first = _credentials(page.file.id), proves
        self.titles: list[QLineEdit] = []
        self.proofs: list[ChoiceBox] = []
        grid = QGridLayout()
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        for column, text in enumerate(("Called", "Proves")):
            grid.addWidget(small(text), 0, column)
        for place, path in enumerate(self._paths, 1):
            self._add(grid, place, path)
        grid.setRowStretch(len(paths) + 1, 1)
        inner = QWidget()
        inner.setLayout(grid)
        area = scrolled(inner)
        area.setMinimumHeight(LINE * (min(len(paths), SHOWN) + 1))
        self.body.addWidget(area)
        self.add_button("Cancel", "", self.reject)
        self.add_button(f"&Attach {of(len(paths), 'document')}", "primary", self.attach, default=True)
        self.titles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, grid: QGridLayout, place: int, path: Path) -> None:
        title = QLineEdit(filing.titled(path.name))
        title.setAccessibleName(f"What {path.name} is called")
        title.setToolTip(str(path.name))
        proof = ChoiceBox(
            [("", "Nothing in particular"), *((id, called) for id, called, _ in self._known)], empty=False
        )
        proof.set_name(f"What {path.name} proves")
        offered = self._first if self._first is not None else attaching.guess(path.name, self._known)
        proof.set_value(offered if offered in {id for id, _, _ in self._known} else "")
        grid.addWidget(title, place, 0)
        grid.addWidget(proof, place, 1)
        self.titles.append(title)
        self.proofs.append(proof)

    def attach(self) -> None:
        """Keep them, each with what was said of it."""
        told = {
            path: Told(title.text().strip(), proof.value() or None)
            for path, title, proof in zip(self._paths, self.titles, self.proofs, strict=True)
        }
        self.accept()
        self._part.attach(self._paths, told)


def _credentials(provider: int) -> list[tuple[int, str, str]]:
    """A person's current credentials as guess() takes them: id, what it is called, number."""
    query = Credential.select(Credential, CredentialSort).join(CredentialSort)
    query = query.where((Credential.provider == provider) & ~Credential.past).order_by(CredentialSort.position)
    return [(each.get_id(), called(each), str(each.number)) for each in query]
