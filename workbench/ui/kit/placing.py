"""Where a window of ours opens: over the one before it, or over its parent, and whole on the screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(4, 32)
"""Logical pixels that a frame takes beside a window and above it; how many it is, is known only once it shows."""


def place(window: QWidget, over: QWidget | None = None) -> None:
    """Put a window in the middle of another, of the screen without one. Left to itself, a window manager puts it anywhere."""
    there = over if over is not None and not over.isHidden() else None
    middle = there.frameGeometry().center() if there is not None else window.screen().availableGeometry().center()
    screen = (there or window).screen().availableGeometry()
    window.move(placed(window.size(), middle, screen))


def placed(size: QSize, middle: QPoint, screen: QRect) -> QPoint:
    """The upper left corner of the frame of a window of that size around a point, as far as the screen has room."""
    whole = QRect(QPoint(), size + FRAME)
    whole.moveCenter(middle)
    left = min(whole.left(), screen.right() + 1 - whole.width())
    top = min(whole.top(), screen.bottom() + 1 - whole.height())
    return QPoint(max(left, screen.left()), max(top, screen.top()))
