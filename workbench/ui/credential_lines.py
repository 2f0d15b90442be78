"""Several credentials in one sheet, a line each below its headings: as many as anybody reads, scrolled where there are many."""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.records.credential import Credential
from workbench.ui.kit.labels import small
from workbench.ui.kit.reading_order import read_in_order
from workbench.ui.kit.scrolling import Scrolling

MOST = 60
"""How many stand in one sheet at most; more would not be read."""
HEADED = 44
"""Logical pixels of the headings and the margins."""


def shown(ids: Sequence[int]) -> list[Credential]:
    """The credentials that a sheet shows, in the order in which they were chosen."""
    found = {each.id: each for each in Credential.select().where(Credential.id.in_(list(ids)[:MOST]))}
    return [found[each] for each in ids if each in found]


def left_over(ids: Sequence[int]) -> str:
    """That not all of them are shown; empty where they are."""
    return f" The first {MOST} of {len(ids):,} are shown." if len(ids) > MOST else ""


def said(credential: Credential) -> str:
    """“State license · IL · Orthopedic surgery”: which one it is, of one person."""
    return " · ".join(part for part in (credential.sort.name, credential.state, credential.title) if part)


def laid_out(
    headings: Sequence[str],
    found: Sequence[Credential],
    line: Callable[[QGridLayout, int, Credential], object],
    *,
    tall: int,
    most: int,
    at_once: int = MOST,
) -> "Lined":
    """The lines below their headings. line fills one, which has two rows of the grid: what is wrong with it stands in the second.
    tall: logical pixels of a line; most: of all of them; at_once: how many are there at once, the others come in turns."""
    made = Lined(headings, found, line)
    made.setFixedHeight(min(HEADED + tall * len(found), most))
    made.begin(at_once)
    return made


class Lined(Scrolling):
    """The lines of a sheet; a sheet of many opens with the first of them, and the window answers while the others come."""

    def __init__(
        self,
        headings: Sequence[str],
        found: Sequence[Credential],
        line: Callable[[QGridLayout, int, Credential], object],
    ) -> None:
        super().__init__()
        self._line, self._left = line, deque(enumerate(found))
        inner = QWidget()
        inner.setObjectName("clear")
        self._grid = grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for column, heading in enumerate(headings):
            grid.addWidget(small(heading), 0, column)
        grid.setRowStretch(1 + 2 * len(found), 1)
        self._inner = inner

    def begin(self, at_once: int) -> None:
        """Lay out so many, and the others in turns of the event loop."""
        while self._left and at_once > 0:
            self._next()
            at_once -= 1
        self.setWidget(self._inner)
        if self._left:
            QTimer.singleShot(0, self, self._go_on)

    def settle(self) -> None:
        """Lay out what is left now: whoever asks for all gets all."""
        if self._left:
            while self._left:
                self._next()
            read_in_order(
                self._inner
            )  # what came after the buttons of the sheet were there would be reached after them

    def stop(self) -> None:
        """Lay out no more: the sheet is closed."""
        self._left.clear()

    def _next(self) -> None:
        place, credential = self._left.popleft()
        self._line(self._grid, 1 + 2 * place, credential)

    def _go_on(self) -> None:
        if len(self._left) <= 1:
            self.settle()
            return
        self._next()
        QTimer.singleShot(0, self, self._go_on)
