"""ZIPs that got zeros back, held against the state beside them: 2139 of Massachusetts is 02139, 6060 of Massachusetts is none.

The first three digits by state are the Postal Service's (labeling list L002).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from workbench.errors import Problem
from workbench.records import places
from workbench.sheets.cell.naming import Column, Wrongs
from workbench.sheets.cell.numbers import Padded

BEGINNINGS: Mapping[str, tuple[range, ...]] = {
    "NY": (range(5, 6), range(63, 64)),
    "PR": (range(6, 8), range(9, 10)),
    "VI": (range(8, 9),),
    "MA": (range(10, 28), range(55, 56)),
    "RI": (range(28, 30),),
    "NH": (range(30, 39),),
    "ME": (range(39, 50),),
    "VT": (range(50, 60),),
    "CT": (range(60, 70),),
    "NJ": (range(70, 90),),
    "AE": (range(90, 100),),
}
"""Of the states whose ZIPs begin with a zero."""
_NO_TOWN = frozenset(
    {"zip", "zip code", "zipcode", "postal", "postal code", "us", "usa", "u.s", "u.s.a", "united states"}
)
_ALSO_TOWNS = frozenset({"LA"})
"""Letters of states by which a town is called too."""
_STATES = {"provider.zip": "provider.state", "practice.zip": "practice.state"}


def without_places(column: Sequence[Any]) -> tuple[list[Any], list[Column]] | None:
    """ZIPs without the place before them, "Peoria, IL 61602", which follows as columns; None where none has one."""
    read = {
        cell: match for cell in set(column) if isinstance(cell, str) and (match := _WITH_PLACE.fullmatch(cell.strip()))
    }
    parted = {cell: _parted(match) for cell, match in read.items() if not match[2] or places.code(match[2])}
    if not parted:
        return None
    alone = [parted[cell].zip if cell in parted else cell for cell in column]
    cities = [parted[cell].city if cell in parted else None for cell in column]
    states = [parted[cell].state if cell in parted else None for cell in column]
    return alone, [("provider.city", cities), ("provider.state", states)]


class _Parted(NamedTuple):
    zip: str
    city: str | None
    state: str | None


def _parted(match: re.Match[str]) -> _Parted:
    """ "IL 61602" has a state before it, and "ZIP: 61602" what it is called: neither is a town. What may be a state or a town, as
    "Washington 20001" and "LA 90001", is left out."""
    before = match[1].strip(" .:")
    if before.casefold() in _NO_TOWN:
        return _Parted(match[3], None, match[2])
    if not match[2] and places.code(before):
        return _Parted(match[3], None, before if before in places.CODES and before not in _ALSO_TOWNS else None)
    return _Parted(match[3], before, match[2])


_WITH_PLACE = re.compile(r"([^\W\d_][^\d,;/]*?)(?:,\s*|\s+)(?:([A-Z]{2})\.?\s+)?(\d{5}(?:-\d{4})?)")


def settled(table: dict[str, Sequence[Any]], constants: Mapping[str, str], wrong: Wrongs) -> dict[str, Sequence[Any]]:
    """The columns with the ZIPs that surely lost zeros; any other that is short is a problem of its row."""
    for target, beside in _STATES.items():
        column = table.get(target, ())
        if any(type(each) is Padded for each in column):
            states = table.get(beside) or [None] * len(column)
            table[target] = _settled(target, column, states, constants.get(beside), wrong)
    return table


def _settled(
    target: str, column: Sequence[Any], states: Sequence[Any], constant: str | None, wrong: Wrongs
) -> list[Any]:
    begin_so = sum(1 for each in column if each and each[0] == "0" and not each.startswith("00"))
    found: list[Any] = []
    for index, (each, said) in enumerate(zip(column, states, strict=True)):
        if type(each) is not Padded:
            found.append(each)
            continue
        state = said or constant
        if _fits(each, state) if state else _is_short_by_one(each) and (each.is_number or begin_so > 1):
            found.append(str(each))
            continue
        found.append(None)
        digits = sum(map(str.isdigit, each.written))
        why = f"; none of {state} begins with {each[:3]}" if state else ""
        wrong.setdefault(index, []).append(
            Problem(target, f"ZIP “{each.written}” has {digits} digits, not 5 or 9{why}.")
        )
    return found


def _fits(padded: str, state: str) -> bool:
    return any(int(padded[:3]) in each for each in BEGINNINGS.get(state, ()))


def _is_short_by_one(padded: str) -> bool:
    return padded[0] == "0" and padded[1] != "0"
