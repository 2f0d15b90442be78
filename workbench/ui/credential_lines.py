"""Several credentials in one sheet, a line each below its headings: as many as anybody reads, scrolled where there are many."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.records.credential import Credential
from workbench.ui.kit.labels import small
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
) -> Scrolling:
    """The lines below their headings. line fills one, which has two rows of the grid: what is wrong with it stands in the second.
    tall: logical pixels of a line; most: of all of them."""
    inner = QWidget()
    inner.setObjectName("clear")
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(9)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 1)
    for column, heading in enumerate(headings):
        grid.addWidget(small(heading), 0, column)
    for place, each in enumerate(found):
        line(grid, 1 + 2 * place, each)
    grid.setRowStretch(1 + 2 * len(found), 1)
    scrolled = Scrolling()
    scrolled.setWidget(inner)
    scrolled.setFixedHeight(min(HEADED + tall * len(found), most))
    return scrolled
