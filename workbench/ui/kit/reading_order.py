"""The Tab key goes as one reads, also through parts that are made anew while one works."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def read_in_order(*parts: QWidget) -> None:
    """From here on Tab goes through the stops of these parts, one part after the other, each in the order it was laid out in."""
    stops = [
        each
        for part in parts
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is part.window()  # what drops down is no stop
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def chain_of(window: QWidget) -> list[QWidget]:
    """The stops of the Tab key in a window, in the order in which it comes to them."""
    found, part = [], window.nextInFocusChain()
    while part is not window and part is not None:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and window.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found
