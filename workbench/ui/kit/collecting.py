"""Rubbish is looked for on the main thread alone, between two events.

Python looks for it on whatever thread makes the next object, in the midst of whatever that does. What points at itself is taken
down there and then: with widgets among it, beside the window that is drawing them, and the program is gone without a word."""

import gc

from PySide6.QtCore import QObject, QTimer

from workbench.store import uncollected

EVERY = 1000
"""Milliseconds between two looks; one that finds little new costs nothing."""


class Collector(QObject):
    """From here on nobody else looks for rubbish."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(look)
        timer.start(EVERY)


def look() -> None:
    """Look for as much as Python would by now, by its own limits; not while somebody makes what stays."""
    if uncollected.going_on():
        return
    young, middle, old = gc.get_count()
    limits = gc.get_threshold()
    if young > limits[0]:
        gc.collect(2 if old > limits[2] else 1 if middle > limits[1] else 0)
