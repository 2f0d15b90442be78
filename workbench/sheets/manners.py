"""How the cells of a sheet are written, told once from whole columns; with what would be asked about it.

A row that is corrected by hand is read by the same manners, which one row alone could not show.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.sheets import day_manners, several, targets
from workbench.sheets.asking import Answers, Question
from workbench.sheets.day_manners import DayManner
from workbench.sheets.reading import Cell

EACH = "each is taken by itself"
_DATED = ("day", "birth", "expires")


@dataclass(frozen=True)
class Manners:
    """What the columns of a sheet tell about their cells, by column."""

    days: Mapping[int, DayManner] = field(default_factory=dict)
    inside: Mapping[int, DayManner] = field(default_factory=dict)
    """Of days that stand inside cells of another kind."""


def told(
    sheet: str,
    columns: Mapping[int, str | None],
    labels: Mapping[int, str],
    rows: Sequence[tuple[Cell, ...]],
    constants: Mapping[str, str],
    answers: Answers,
) -> tuple[Manners, list[Question]]:
    """The manners of a sheet's columns, over its rows of data, and the questions."""
    spread, counted = several.spread(columns, rows, constants)
    asked = [
        Question(sheet, f"Column {labels[at]}: cells hold several values or a value with its day", count, EACH)
        for at, count in counted.items()
        if count
    ]
    read = []
    for stands_inside in (False, True):
        dated: dict[int, tuple[str, str, list[Cell]]] = {}
        for target, cells, at, inside in spread:
            if inside is stands_inside and (kind := targets.kind(target)) in _DATED:
                dated.setdefault(at, (labels[at], kind, []))[2].extend(cells)
        found, questions = day_manners.manners(sheet, dated, answers)
        read.append(found)
        asked += questions
    return Manners(*read), asked
