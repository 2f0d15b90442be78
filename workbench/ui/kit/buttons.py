"""Buttons that belong to an action: one name, one icon, one key, one call."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from workbench.ui.kit.action import plain, unmarked
from workbench.ui.kit.icons import set_icon
from workbench.ui.kit.pressing import IconPress, Press


class ActionButton(Press):
    """Follows its action: text, hint, whether it can be pressed and is there at all."""

    def __init__(self, doing: QAction, kind: str = "", *, letter: bool = True) -> None:
        """Without a letter Alt does not lead to it: another button of the same action shows beside it."""
        super().__init__(doing.text() if letter else unmarked(doing.text()))
        self._doing, self._letter = doing, letter
        _dress(self, kind)
        self.clicked.connect(doing.trigger)
        doing.changed.connect(self._follow)
        self.setEnabled(doing.isEnabled())
        self.setToolTip(doing.toolTip())

    def kind(self, kind: str) -> None:
        """Another kind: of two things that could be next, one is primary."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def _follow(self) -> None:
        self.setText(self._doing.text() if self._letter else unmarked(self._doing.text()))
        self.setEnabled(self._doing.isEnabled())
        self.setVisible(self._doing.isVisible())
        self.setToolTip(self._doing.toolTip())


class GivingButton(ActionButton):
    """One whose words end in an ellipsis where they have no room; the tooltip tells them."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for all its words: a style sheet's own padding is not in what Qt asks for."""
        return super().sizeHint() + QSize(12, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + 6
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def button(doing: QAction, kind: str = "", *, icon: bool = False, letter: bool = True) -> ActionButton:
    """A button for an action; kind is "primary" (one a page), "", "quiet", "back" (at the left edge of a page), "link" or "danger"."""
    made = ActionButton(doing, kind, letter=letter)
    if icon and doing.property("kit_icon"):
        set_icon(made, doing.property("kit_icon"), "on_accent" if kind == "primary" else "text")
    return made


def bare_button(text: str, kind: str, call: Callable[[], object], parent: QWidget | None = None) -> QPushButton:
    """A button that is nobody's action (Cancel, Show)."""
    made = Press(text, parent)
    _dress(made, kind)
    made.clicked.connect(lambda: call())
    return made


def _dress(made: QPushButton, kind: str) -> None:
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)


def icon_button(doing: QAction) -> QToolButton:
    """Only the icon; the name is spoken and shown as a tooltip."""
    made = IconPress()
    made.setDefaultAction(doing)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(18, 18))
    made.setAutoRaise(True)
    made.setAccessibleName(plain(doing.text()))
    return made
