"""Several check boxes of one question: all or none by a link, arrows from box to box, and a scroll bar where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import small
from workbench.ui.kit.scrolling import Scrolling

MOST_HIGH = 300
"""Logical pixels of the boxes; more of them are scrolled to."""
LEAST_HIGH = 60
"""Logical pixels of the boxes where the screen is low."""
SCROLLBAR = 22
"""Logical pixels that the scroll bar takes from the longest name."""
LINKS_FROM = 2
"""So many boxes have the links “All” and “None”."""
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Room(Scrolling):
    """Where the boxes stand: as wide as the longest name, which is never cut, and as high as they are, up to a limit."""

    def __init__(self, boxes: Sequence[Check]) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for box in boxes:
            column.addWidget(box)
        column.addStretch(1)
        super().__init__(inner)
        self._boxes = boxes
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        hints = [box.sizeHint() for box in self._boxes if not box.isHidden()]
        high = sum(each.height() for each in hints)
        return QSize(max((each.width() for each in hints), default=0) + SCROLLBAR, min(high, MOST_HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint().boundedTo(QSize(1 << 20, LEAST_HIGH))


class CheckList(QWidget):
    """Space checks a box, the arrows go to the next one, All and None do them together; a count says how many are checked."""

    changed = Signal()
    reached = Signal(int)
    """The keyboard or a click came to a box: its place, from 0."""

    def __init__(self, title: str, texts: Sequence[str], parent: QWidget | None = None) -> None:
        """title is what a screen reader calls the boxes together."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.boxes = [self._box(each) for each in texts]
        self._area = _Room(self.boxes)
        self._area.setAccessibleName(title)
        self.said = small()
        self.said.setAccessibleIdentifier("checked")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if len(self.boxes) >= LINKS_FROM:
            column.addLayout(self._links())
        column.addWidget(self._area)
        self._tell()

    def _box(self, text: str) -> Check:
        box = Check(text.replace("&", "&&"))
        box.toggled.connect(lambda _: self._tell())
        box.installEventFilter(self)
        return box

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.all = bare_button("&All", "link", lambda: self.check_all(True))
        self.none = bare_button("N&one", "link", lambda: self.check_all(False))
        for each, word in ((self.all, "All"), (self.none, "None")):
            each.setAccessibleName(f"{word}: {self.accessibleName()}")
            each.setAutoDefault(False)
            each.installEventFilter(self)
            row.addWidget(each)
        row.addWidget(self.said)
        row.addStretch(1)
        return row

    def check_all(self, on: bool) -> None:
        """Check every box that can be checked, or none."""
        for box in self.boxes:
            box.setChecked(on and box.isEnabled())

    def checked(self) -> list[int]:
        """The places of the boxes that are checked, from 0."""
        return [place for place, box in enumerate(self.boxes) if box.isChecked()]

    def drop(self, places: Sequence[int]) -> None:
        """Take boxes away: they are done with. The others keep their places."""
        for place in places:
            box = self.boxes[place]
            box.setChecked(False)
            box.setEnabled(False)
            box.hide()
        self._area.updateGeometry()
        self._tell()

    def left(self) -> list[int]:
        """The places of the boxes that were not taken away."""
        return [place for place, box in enumerate(self.boxes) if not box.isHidden()]

    def _tell(self) -> None:
        if hasattr(self, "said"):
            self.said.setText(f"{len(self.checked())} of {len(self.left())} checked")
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and Down go to the neighbor; Return is left to the dialog's button, from “All” and “None” too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.boxes:
            if step := _STEPS.get(Qt.Key(event.key()), 0):
                self._step(self.boxes.index(watched), step)  # type: ignore[arg-type]
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _RETURN:
            return self._press_default()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, Check):
            self._area.ensureWidgetVisible(watched, 0, 4)
            self.reached.emit(self.boxes.index(watched))
        return super().eventFilter(watched, event)

    def _press_default(self) -> bool:
        """Whether the dialog has a button that Return presses."""
        default = next((each for each in self.window().findChildren(QPushButton) if each.isDefault()), None)
        if default is not None:
            default.click()
        return default is not None

    def _step(self, at: int, by: int) -> None:
        at += by
        while 0 <= at < len(self.boxes):
            if self.boxes[at].isEnabled():
                self.boxes[at].setFocus(Qt.FocusReason.TabFocusReason)
                return
            at += by
