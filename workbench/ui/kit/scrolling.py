"""What is higher than its room: the keyboard goes to the parts in it, and to the whole only where there are none."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workbench.ui.kit.parting import part_with

_STRONG, _NONE = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus

MORE = "More to read"
"""What a stop of the Tab key says that has no name of its own."""


class Scrolling(QScrollArea):
    """A stop of the Tab key that shows nothing is none: words alone are scrolled by the arrows, and the edge says so."""

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        """With a parent, and filled once it is there, its parts are told of their style once, not at every step on their way."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(_NONE)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._weigh())
        if inner is not None:
            inner.setObjectName("clear")
            self.setWidget(inner)

    def setWidget(self, inner: QWidget) -> None:  # noqa: N802
        """Hold this part instead of the one before."""
        part_with(self.takeWidget())
        super().setWidget(inner)
        inner.installEventFilter(self)
        self._weigh()

    def _weigh(self) -> None:
        inner = self.widget()
        if inner is None or not self.isVisible():
            return
        words = self.verticalScrollBar().maximum() > 0 and not any(map(self._is_stop, inner.findChildren(QWidget)))
        self.setFocusPolicy(_STRONG if words else _NONE)
        if words != (self.accessibleName() == MORE) and self.accessibleName() in ("", MORE):
            self.setAccessibleName(MORE if words else "")

    def _is_stop(self, part: QWidget) -> bool:
        return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isVisible()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._weigh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._weigh()
        return super().eventFilter(watched, event)
