"""What dropped down is put away from outside, as when the office locks: nothing that is marked in it is taken."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from workbench.ui.kit.cell_line import CellLine


def put_away() -> list[QLineEdit]:
    """Close the menus and the lists of choices that are open. A line has again what was typed, and a cell what it had. The lines
    that choices were offered to, silent until let_go(): they are not left, and what was typed is not completed."""
    held = []
    while (popup := QApplication.activePopupWidget()) is not None:
        line = popup.focusProxy()
        line = line.lineEdit() if isinstance(line, QComboBox) else line
        popup.close()
        if isinstance(line, CellLine):
            QApplication.sendEvent(
                line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            )
        elif isinstance(line, QLineEdit) and (completer := line.completer()) is not None and completer.popup() is popup:
            line.setText(completer.completionPrefix())
            line.blockSignals(True)
            held.append(line)
        if _still(popup):
            break
    return held


def let_go(held: list[QLineEdit]) -> None:
    """The lines speak again, those that are still there."""
    for line in held:
        if isValid(line):
            line.blockSignals(False)


def _still(popup: QWidget) -> bool:
    return isValid(popup) and QApplication.activePopupWidget() is popup
