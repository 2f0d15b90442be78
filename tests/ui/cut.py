"""What of a window cannot be read: words without room, parts that lie outside of what holds them, pages that scroll sideways."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget

from workbench.ui.kit.board import Board
from workbench.ui.kit.buttons import GivingButton
from workbench.ui.kit.cells import BETWEEN
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.labels import Line
from workbench.ui.kit.table import Table


def cut(root: QWidget) -> Iterator[str]:
    """A sentence for each part that is cut; what ends in an ellipsis on purpose (Line) is told in its tooltip."""
    for part in root.findChildren(QWidget):
        if part.isVisibleTo(root):
            yield from _words(part)
            yield from _outside(part)
            yield from _sideways(part)


ROWS = 30
"""Rows of a table that are looked at."""
SLACK = 16
"""Logical pixels that a column may have beyond what it needs: rounding, and what is given to all alike."""


def cut_names(root: QWidget) -> Iterator[str]:
    """A sentence for each table that cuts a name short while another of its columns has room that it does not need."""
    for table in root.findChildren(Table):
        if table.isVisibleTo(root) and table.count() and not table.columns._by_hand:
            asked = {n: table.columns.asks(n) for n in range(len(table.model_.columns)) if not table.isColumnHidden(n)}
            spare = {n: table.columnWidth(n) - each for n, each in asked.items()}
            names = [
                n
                for n, each in spare.items()
                if each < -1 and table.model_.columns[n].bold and n not in table.cells.wraps
            ]
            if names and max(spare.values()) > SLACK:
                yield f"{table.accessibleName()}: of column {names[0]} {-spare[names[0]]} are cut, {spare}"


def cut_pills(root: QWidget) -> Iterator[str]:
    """A sentence for each column of a table that cuts a status or a button short: half of it says nothing."""
    for table in root.findChildren(Table):
        if not table.isVisibleTo(root) or table.columns._by_hand:
            continue
        for n, column in enumerate(table.model_.columns):
            short = column.pill and table.columns._says(n)  # a long one is a sentence, and no status
            if table.isColumnHidden(n) or not (short or getattr(column, "button", False)):
                continue
            for row in map(table.model_.row_at, range(min(table.count(), ROWS))):
                needed = table.cells.width_of(column, n, row) if BETWEEN not in row.texts[n] else 0
                if table.columnWidth(n) < needed:
                    yield f"{table.accessibleName()}: {row.texts[n]!r} needs {needed}, has {table.columnWidth(n)}"


def _words(part: QWidget) -> Iterator[str]:
    if not isinstance(part, QAbstractButton | QLabel) or isinstance(part, Line | GivingButton) or not part.text():
        return
    if isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(part.width())
        if part.height() < needed - 1:
            yield f"{part.text()[:40]!r} is {part.height()} high and needs {needed}: {_path(part)}"
        return
    hint = part.sizeHint() if isinstance(part, QPushButton | Chip) else part.minimumSizeHint()
    if part.width() < hint.width() or part.height() < hint.height() - 1:
        yield f"{part.text()[:40]!r} has {part.size().toTuple()} and needs {hint.toTuple()}: {_path(part)}"


def _outside(part: QWidget) -> Iterator[str]:
    held = part.parentWidget()
    if held is None or part.isWindow() or part.size().isEmpty() or isinstance(held.parentWidget(), QScrollArea):
        return
    if not held.rect().contains(part.geometry()):
        yield f"{part.geometry().getRect()} lies outside of {held.size().toTuple()}: {_path(part)}"


def _sideways(part: QWidget) -> Iterator[str]:
    if isinstance(part, QScrollArea) and not isinstance(part, Board) and part.widget() is not None:
        wide, room = part.widget().width(), part.viewport().width()
        if wide > room:
            yield f"{wide} scrolls sideways in {room}: {_path(part)}"


def _path(part: QWidget | None) -> str:
    names = []
    while part is not None and len(names) < 5:
        names.append(part.objectName() or type(part).__name__)
        part = part.parentWidget()
    return " in ".join(names)
