"""Which columns of a plan there is room for: what happens to a row comes first, what the card beside it says too goes first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workbench.ui.kit.table import Table

NUMBER, HAPPENS, READ = 0, 3, 190
"""The column of the row's number, the one that says what happens, and the logical pixels that it needs to be read."""


class Room:
    """The columns of one table; wide are those that show while what happens can be read beside them, whole those never cut."""

    def __init__(self, table: Table, wide: Sequence[int], whole: frozenset[int]) -> None:
        self._table, self._wide, self._whole = table, wide, whole
        self._won = 0
        """Logical pixels that what happens has more where what was stands above what is."""

    def forget(self) -> None:
        """Another list: what was stands beside what is until there is too little room."""
        self._table.cells.stacked, self._won = (), 0

    def make(self) -> None:
        """Where what happens has too little room, what was stands above what is; then the wide
        ones go, the whole ones, and at last the number: the card says them too."""
        columns, given = self._table.columns, (NUMBER, *self._whole, *self._wide)
        least = [n for n in range(len(self._table.model_.columns)) if n not in given]
        shown = [*least, NUMBER, *self._whole]
        needed = min(READ, columns.asks(HAPPENS))
        if bool(self._table.cells.stacked) != (columns.left_for(HAPPENS, shown) - self._won < needed):
            self._stack(shown)
        shown, fits = least, needed > 0
        for column in given:
            fits = fits and columns.left_for(HAPPENS, [*shown, column]) >= needed
            shown = [*shown, column] if fits else shown
            self._table.setColumnHidden(column, not fits)
        columns.fit()

    def _stack(self, shown: Collection[int]) -> None:
        """Write what was above what is, or beside it again, and remember how much room that wins."""
        cells, columns, before = self._table.cells, self._table.columns, self._table.columns.left_for(HAPPENS, shown)
        cells.stacked = () if cells.stacked else self._whole
        columns.guess()
        self._won = columns.left_for(HAPPENS, shown) - before if cells.stacked else 0
