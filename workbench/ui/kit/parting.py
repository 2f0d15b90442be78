"""Parts that a page no longer shows. A part may hold the very box whose key or click led here: it goes when that is over.

A widget that is destroyed while Qt still handles an event of it ends the program; no excepthook sees that."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid


def part_with(*parts: QWidget | None) -> None:
    """Take parts off their page now, and let them go when the event that is handled now is over.

    Whatever leaves a window, Qt goes through all that the keyboard can reach in it: several parts leave it as one."""
    leaving = [part for part in parts if part is not None]
    if not leaving:
        return
    for part in leaving:
        part.hide()
    if len(leaving) == 1:
        leaving[0].setParent(None)
        QTimer.singleShot(0, partial(_over, leaving))
        return
    box = QWidget(leaving[0].window())
    for part in leaving:
        part.setParent(box)
    box.setParent(None)
    QTimer.singleShot(0, partial(_unpack, box, leaving))


def empty(layout: QLayout) -> None:
    """Part with everything in a layout, and in the layouts within it."""
    part_with(*_taken(layout))


def _taken(layout: QLayout) -> Iterator[QWidget | None]:
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            yield from _taken(inner)
        yield item.widget()


def _unpack(box: QWidget, parts: Sequence[QWidget]) -> None:
    """What somebody still holds stays; what was put on a page again is there."""
    for part in parts:
        if isValid(part) and part.parent() is box:
            part.setParent(None)


def _over(parts: Sequence[QWidget]) -> None:
    """Nothing: the last one who held them was the call to come here."""
