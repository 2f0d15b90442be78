"""Columns that would be read as last days, though nothing ends on such days: days of birth under "BD", or a lifetime ago."""

from collections.abc import Callable, Collection
from datetime import date

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.cell.dates import BIRTH_YEARS
from workbench.sheets.column.columns import Columns
from workbench.sheets.column.profile import Profile
from workbench.store.database import database

FARTHEST = 18
"""Years from now in which a last day may lie: two digits of a birth year mean years beyond, as 61 means 2061."""
NEARLY_ALL = 0.9
DOUBT = f"its days lie where nothing expires, as birth dates do (before {BIRTH_YEARS.stop} or far ahead)"


def taken_back(columns: Columns, look: Callable[[int], Profile], said: Collection[int]) -> list[int]:
    """Leave such columns unread but for those of which somebody said what they are; which they were."""
    found = [
        at
        for at, target in columns.targets.items()
        if target and at not in said and targets.kind(target) == "expires" and _ends_nothing(look(at))
    ]
    for at in found:
        columns.targets[at] = None
        columns.notes.append((at, f"is left out: {DOUBT}"))
    return found


def _ends_nothing(look: Profile) -> bool:
    farthest = database.clock().year + FARTHEST
    odd = sum(1 for cell in look.cells if _is_odd(cell, farthest))
    return odd > 0 and odd >= NEARLY_ALL * look.count


def _is_odd(cell: object, farthest: int) -> bool:
    day = _read(cells.expires, cell)
    if day is None or day.year <= farthest:
        return day is not None and day.year < BIRTH_YEARS.stop
    born = _read(cells.birth, cell)
    return born is not None and born.year in BIRTH_YEARS


def _read(reader: Callable[[object], object], cell: object) -> date | None:
    try:
        found = reader(cell)
    except ValueError:
        return None
    return found if isinstance(found, date) else None
