"""Parts that a page no longer shows. A part may hold the very box whose key or click led here: it goes when that is over.

A widget that is destroyed while Qt still handles an event of it ends the program; no excepthook sees that."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget


def part_with(part: QWidget | None) -> None:
    """Take a part off its page now, and let it go when the event that is handled now is over."""
    if part is not None:
        part.hide()
        part.setParent(None)
        QTimer.singleShot(0, partial(_over, part))


def empty(layout: QLayout) -> None:
    """Part with everything in a layout, and in the layouts within it."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            empty(inner)
        part_with(item.widget())


def _over(part: QWidget) -> None:
    """Nothing: the last one who held the part was the call to come here."""
