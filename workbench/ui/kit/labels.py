"""Words on a page: titles, notes, and texts that change while one looks."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.ui.kit import ink


class Words(QLabel):
    """A label in a size of the theme; plain text, never markup, so that no value is ever read as one."""

    def __init__(
        self, text: str = "", scale: float = 1.0, *, bold: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._scale, self._bold = scale, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(ink.font(scale, bold=bold))

    def kind(self, kind: str) -> "Words":
        """Color it as muted, note, bad or warn; "" is plain."""
        self.setProperty("kind", kind)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the style looks before it is first shown
            self.style().unpolish(self)
            self.style().polish(self)
        return self

    def be_bold(self, bold: bool) -> None:
        """Bold or not from here on."""
        self._bold = bold
        self.setFont(ink.font(self._scale, bold=bold))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(ink.font(self._scale, bold=self._bold))
        super().changeEvent(event)


class Headline(Words):
    """The title of a card: a short one stands in one line, a long one takes several rather than end at the edge."""

    LEAST = 190

    def __init__(self, text: str = "", scale: float = 1.08) -> None:
        super().__init__(text, scale, bold=True)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """In one line, where there is room: Qt would rather have a square."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        wide = min(self.sizeHint().width(), self.LEAST)
        return QSize(wide, self.fontMetrics().height())


class Line(Words):
    """One line that gives way: what has no room ends in an ellipsis, and is told in the tooltip."""

    def __init__(self, text: str = "", scale: float = 1.0, *, bold: bool = False) -> None:
        super().__init__(text, scale, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def shown(self) -> str:
        """What can be read of the text in the room there is."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        shown = self.shown()
        self.setToolTip("" if shown == self.text() else self.text())
        if shown == self.text():
            super().paintEvent(event)
            return
        role = self.foregroundRole()
        self.style().drawItemText(
            QPainter(self), self.contentsRect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, role
        )


def title(text: str = "") -> Line:
    """A page's title."""
    return Line(text, 1.5, bold=True)


def heading(text: str = "") -> Headline:
    """A card's or a section's title."""
    return Headline(text)


def small(text: str = "") -> Words:
    """A quiet word beside something."""
    return Words(text, 0.88).kind("muted")


def note(text: str = "") -> Words:
    """A quiet sentence that wraps."""
    made = Words(text, 0.9).kind("note")
    made.setWordWrap(True)
    return made


def status(identifier: str, text: str = "") -> Words:
    """A live text: found from outside by its identifier, since a name would hide what it says."""
    return _found(small(text), identifier)


def giving_status(identifier: str, text: str = "") -> Line:
    """The same, ending in an ellipsis where it has no room."""
    made = Line(text, 0.88)
    made.kind("muted")
    _found(made, identifier)
    return made


def _found(made: Words, identifier: str) -> Words:
    made.setObjectName(identifier)
    made.setAccessibleIdentifier(identifier)
    return made
