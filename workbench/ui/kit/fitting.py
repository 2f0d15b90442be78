"""What is as high as its contents, up to a limit beyond which it scrolls; where the window is low, it gives way."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.parting import empty

LEAST = 44
"""Logical pixels that it keeps where the window is low."""


class Fitting(QScrollArea):
    """A column of parts; the keyboard reaches what stands in it, never the area itself."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """most is its height at most, in logical pixels."""
        super().__init__(parent)
        self.most, self._wanted = most, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self._inner.setObjectName("clear")
        self.column = QVBoxLayout(self._inner)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)

    def empty(self) -> None:
        """Take every part away."""
        empty(self.column)

    def fit(self) -> None:
        """Be as high as the parts are in this width."""
        wide = self.viewport().width()
        wanted = self.column.heightForWidth(wide) if self.column.hasHeightForWidth() else -1
        wanted = wanted if wanted > 0 else self.column.sizeHint().height()
        if self._wanted != min(wanted + 2, self.most):
            self._wanted = min(wanted + 2, self.most)
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), min(self._wanted, LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)
