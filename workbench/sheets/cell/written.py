"""The columns of a sheet with its rows of data, as what is told from whole columns sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.sheets.reading import Cell


@dataclass(frozen=True)
class Written:
    """The columns of a sheet that are read, how they are called, and its rows of data."""

    sheet: str
    columns: Mapping[int, str | None]
    labels: Mapping[int, str]
    rows: Sequence[tuple[Cell, ...]]
    constants: Mapping[str, str]
    counts_later: int = 0
    """Days by which the workbook counts from a later day than usual."""

    def column_of(self, target: str) -> int | None:
        """The first column that holds a target."""
        return next((at for at, found in self.columns.items() if found == target), None)
