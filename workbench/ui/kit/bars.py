"""The bars around the page: the top with search and undo, the banners above it, the status below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import GivingButton, button
from workbench.ui.kit.colors import TONES
from workbench.ui.kit.icons import set_icon
from workbench.ui.kit.labels import Words, small, status
from workbench.ui.kit.parting import part_with

BEFORE, APART = 14, 24
"""Before the first thing that the status bar says, and between two, in logical pixels."""
LEAST = 240
"""Of the search for anything, in logical pixels."""


@dataclass(frozen=True)
class Status:
    """What the status bar claims; empty parts are left out, and only what is in force is said."""

    file: str = ""
    sealed: str = ""
    backed: str = ""


class TopBar(QFrame):
    """The program's name, the search for anything, and undo by name."""

    def __init__(self, width: int, finder: QLineEdit, undo: QAction) -> None:
        super().__init__()
        self.setObjectName("topbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 7)
        row.setSpacing(12)
        self._name = Words("Medical Staff Workbench", bold=True)
        self._name.setMinimumWidth(width - 14)
        row.addWidget(self._name)
        finder.setMinimumWidth(LEAST)
        finder.setMaximumWidth(520)
        row.addWidget(finder, 3)
        self._hints = [small("Ctrl+K"), small("Ctrl+Z")]
        row.addWidget(self._hints[0])
        row.addStretch(1)
        self.undo = GivingButton(undo, "quiet")
        set_icon(self.undo, undo.property("kit_icon"), "text")
        self.undo.setMaximumWidth(420)
        row.addWidget(self.undo)
        row.addWidget(self._hints[1])

    def set_narrow(self, narrow: bool) -> None:
        """Without the program's name, which the window's title says, and without the keys, which F1 says."""
        for each in (self._name, *self._hints):
            each.setVisible(not narrow)


class StatusBar(QFrame):
    """The file and its protection at the left, and what a page says, where no toast covers it; the counts at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(BEFORE, 4, 14, 5)
        row.setSpacing(APART)
        self._parts = {name: status(f"status-{name}") for name in ("file", "sealed", "backed", "said", "counts")}
        for name in ("file", "sealed", "backed"):
            row.addWidget(self._parts[name])
        row.addWidget(self._parts["said"])
        row.addStretch(1)
        row.addWidget(self._parts["counts"])
        self._over: QWidget | None = None

    def show_as(self, now: Status) -> None:
        """Claim this."""
        for name in ("file", "sealed", "backed"):
            self._tell(name, getattr(now, name))

    def count(self, text: str) -> None:
        """How much the file holds, at the right."""
        self._tell("counts", text)

    def say(self, text: str) -> None:
        """A page's words."""
        self._tell("said", text)

    def give_way(self, over: QWidget) -> None:
        """While that lies over a page's words they are not there: half a sentence says nothing."""
        self._over = over
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize):
            self._weigh(self._is_covered())
        return False

    def _is_covered(self) -> bool:
        return self._over is not None and self._over.isVisible()

    def _weigh(self, covered: bool) -> None:
        """Show a page's words, if there are any and they have their place."""
        said, free = self._parts["said"], True
        if covered and self._over is not None:
            before = [part for name in ("file", "sealed", "backed") if not (part := self._parts[name]).isHidden()]
            left = BEFORE + sum(part.sizeHint().width() + APART for part in before)
            free = left + said.sizeHint().width() <= self.mapFromGlobal(self._over.mapToGlobal(QPoint())).x()
        said.setVisible(bool(said.text()) and free)

    def _tell(self, name: str, text: str) -> None:
        self._parts[name].setText(text)
        self._parts[name].setVisible(bool(text))
        self._weigh(self._is_covered())


class Banner(QFrame):
    """One sentence above the page, with what can be done about it."""

    def __init__(self, text: str, actions: Sequence[QAction], tone: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", tone if tone in TONES else "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 5, 16, 5)
        row.setSpacing(10)
        self.said = Words(text)
        self.said.setAccessibleIdentifier("banner")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.said.setWordWrap(True)
        row.addWidget(self.said, 1)
        for each in actions:
            row.addWidget(button(each))


class Banners(QWidget):
    """The banners that hold now, each under its key."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: dict[str, Banner] = {}
        self.hide()

    def put(self, key: str, text: str, actions: Sequence[QAction] = (), tone: str = "warn") -> None:
        """Show a banner, in place of an older one with that key."""
        self.take(key)
        self._shown[key] = Banner(text, actions, tone)
        self._column.addWidget(self._shown[key])
        self.show()

    def take(self, key: str) -> None:
        """Take a banner away."""
        gone = self._shown.pop(key, None)
        if gone is not None:
            self._column.removeWidget(gone)
            part_with(gone)
        self.setVisible(bool(self._shown))
