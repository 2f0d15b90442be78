"""Enter presses the button that has the keyboard, in a page as in a dialog; Qt does so in dialogs alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Base
else:
    _Base = object  # the button that it is comes after it


class ByReturn(_Base):
    """What every button of ours is besides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class Press(ByReturn, QPushButton):
    """A button with words."""


class IconPress(ByReturn, QToolButton):
    """A button with an icon alone."""
