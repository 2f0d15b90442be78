"""Long addresses, which no blank breaks: broken where they have no room, and copied as they are."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from workbench.ui.kit.action import action
from workbench.ui.kit.labels import Words

LONG = 24
"""Letters from which on a word may be broken: behind its signs, and within what is long between them."""
PART = 9
"""Letters of a long part that stay together."""
MARK = "\u200b"
"""Shows nothing, and a line may end behind it."""
_SIGNS, _PARTS = re.compile(r"(?<=[@.\-_/])(?=\w)"), re.compile(rf"(\w{{{PART}}})(?=\w{{3}})")


def breakable(text: str, long: int = LONG) -> str:
    """A text whose long words may be broken: nothing else wraps an address, and a column would be as wide as it."""
    return " ".join(_broken(word) if len(word) > long else word for word in text.split(" "))


def _broken(word: str) -> str:
    return _PARTS.sub(rf"\1{MARK}", _SIGNS.sub(MARK, word))


class Value(Words):
    """A text to read and to copy, which wraps: what is copied of it has none of the marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.say(text)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def say(self, text: str) -> None:
        """Another text; what is chosen of it stays chosen while it says the same."""
        shown = breakable(text)
        if self.text() != shown:
            self.setText(shown)
            self.setAccessibleName(text if shown != text else "")  # a screen reader says it without the marks

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().replace(MARK, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = QMenu(self)
        menu.addAction(taken := action("&Copy", "", "", self.copy, menu))
        taken.setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())
