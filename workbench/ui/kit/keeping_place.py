"""Where somebody was in each window: the box that has the keyboard, and the cursor in it. A window that shows again selects the
whole text of its box, and the next key would replace it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from shiboken6 import isValid


@dataclass(frozen=True)
class Place:
    """A window, and where the keyboard was in it."""

    window: QWidget
    box: QWidget | None
    cursor: int
    selected: tuple[int, int]
    """From where on, and how many characters; -1 where nothing was."""

    def restore(self) -> None:
        """Go there again, if it is still there."""
        if self.box is None or not isValid(self.box):
            return
        if self.window.focusWidget() is not self.box:
            self.box.setFocus()
        line = _line(self.box)
        if line is not None:
            line.setCursorPosition(self.cursor)  # nothing is selected any more
            start, length = self.selected
            if start >= 0:
                line.setSelection(start, length)


def places(windows: Iterable[QWidget]) -> list[Place]:
    """The places in windows, each window after the one that it stands over."""
    return [_place(each) for each in sorted(windows, key=_depth)]


def _place(window: QWidget) -> Place:
    box = window.focusWidget()
    line = _line(box)
    if line is None:
        return Place(window, box, 0, (-1, 0))
    return Place(window, box, line.cursorPosition(), (line.selectionStart(), line.selectionLength()))


def _line(box: QWidget | None) -> QLineEdit | None:
    found = box.lineEdit() if isinstance(box, QComboBox) else box
    return found if isinstance(found, QLineEdit) else None


def _depth(window: QWidget) -> int:
    over = window.parentWidget()
    return 0 if over is None else 1 + _depth(over)
