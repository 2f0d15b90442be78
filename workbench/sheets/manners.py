"""How the cells of a sheet are written, told once from whole columns; with what would be asked about it.

A row that is corrected by hand is read by the same manners, which one row alone could not show.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.sheets import day_manners, targets
from workbench.sheets.asking import Answers, Question
from workbench.sheets.day_manners import DayManner
from workbench.sheets.reading import Cell

_DATED = ("day", "birth", "expires")


@dataclass(frozen=True)
class Manners:
    """What the columns of a sheet tell about their cells, by column."""

    days: Mapping[int, DayManner] = field(default_factory=dict)


def told(
    sheet: str,
    columns: Mapping[int, str | None],
    labels: Mapping[int, str],
    rows: Sequence[tuple[Cell, ...]],
    answers: Answers,
) -> tuple[Manners, list[Question]]:
    """The manners of a sheet's columns, over its rows of data, and the questions."""
    dated = {
        at: (labels[at], kind, [row[at] for row in rows])
        for at, target in columns.items()
        if target and (kind := targets.kind(target)) in _DATED
    }
    days, asked = day_manners.manners(sheet, dated, answers)
    return Manners(days), asked
