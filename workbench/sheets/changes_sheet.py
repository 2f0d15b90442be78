"""The audit of changed verifications as a workbook: a row a change, room for what the auditor finds, and how it was drawn."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from workbench.sheets import writing


def write(path: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], said: str) -> int:
    """Write it; how many rows. said is how the rows were drawn."""
    blank = [""] * (len(headings) - len(rows[0])) if rows else []
    return writing.write_table(path, title, headings, ([*row, *blank] for row in rows), dress=_Dress(said))


class _Dress(writing.Dress):
    """Who it is about stays in sight, and a sheet says how the rows were drawn."""

    freeze = "B2"

    def __init__(self, said: str) -> None:
        self._said = said

    def more(self) -> Iterable[tuple[str, str, Iterable[Sequence[Any]]]]:
        """One sheet, to be read."""
        return (("How it was made", "visible", [["Drawn", self._said]]),)
