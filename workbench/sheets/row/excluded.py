"""A list of people whom a program excludes or sanctions, as a state or the federal LEIE publishes it: nobody's medical staff."""

import re
from collections.abc import Iterable

from workbench.sheets.cell import words
from workbench.sheets.sheet_reading import SheetReading

ABOUT = "{} says that these people are excluded or sanctioned: are they of the medical staff?"
FILLED = 0.5
"""The share of rows that have a day or a kind of exclusion from which on it is a list of nothing else."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 60


def told(reading: SheetReading, titles: Iterable[str]) -> str:
    """What is asked of such a list; "" of every other. A roster that was checked against one has its name in the title too."""
    lists = words.words().exclusions
    for title in titles:
        found = _LETTERS.findall(title.casefold())
        said = {*found, *map(" ".join, zip(found, found[1:], strict=False))}
        if said & lists.titles and not said & lists.checked:
            return ABOUT.format(f"“{_shown(title)}”")
    for at, heading in reading.headings.items():
        if "".join(_LETTERS.findall(heading.casefold())) in lists.headings:
            filled = sum(row.cells[at] is not None for row in reading.rows)
            if filled >= FILLED * len(reading.rows):
                return ABOUT.format(f"Column {reading.label(at)}")
    return ""


def _shown(title: str) -> str:
    text = " ".join(title.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
