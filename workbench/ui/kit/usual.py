"""A line of text whose usual values can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from workbench.ui.kit.boxes import Box
from workbench.ui.kit.inputs import Combo


class UsualBox(Box):
    """One line of text, with what it usually is to choose from; anything else can be written."""

    def __init__(self, usual: Sequence[str]) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItems(["", *usual])
        self._writing = False
        self._line = line = QLineEdit()
        self.combo.setLineEdit(line)
        if (completer := self.combo.completer()) is not None:
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.combo.setCurrentIndex(0)
        line.textChanged.connect(lambda: None if self._writing else self.typed.emit())
        line.editingFinished.connect(self.leave)
        self.combo.activated.connect(self.choose)

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self._line.setAccessibleName(name)

    def text(self) -> str:
        return self.combo.currentText().strip()

    def _write(self, text: str) -> None:
        self._writing = True
        self.combo.setEditText(text)
        self._writing = False
