"""Two last days of one credential, of which the headings say which is the newer: "2024 Exp, 2027 Exp", "Prev Exp, New Exp"."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from workbench.sheets.cell import cells
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile

_YEAR = re.compile(r"20\d\d")
_LATER = 0.9
"""The share of rows with both days in which that of the newer column is the later one."""


class _Edition(NamedTuple):
    """A heading without the word or the year that says which of several it is, and its rank among them."""

    said: str
    rank: int


def told(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> tuple[dict[int, Meaning], dict[int, str]]:
    """What the newest of such columns means, and why the others are read as no last day: both of columns side by side alone."""
    means = _new_numbers(texts, meanings, look, synonyms)
    older: dict[int, str] = {}
    found = {at: edition for at, text in texts.items() if text and (edition := _edition(text, synonyms))}
    for at, left in found.items():
        right = found.get(at + 1)
        if right is None or left.said != right.said or left.rank == right.rank:
            continue
        old, new = (at, at + 1) if left.rank < right.rank else (at + 1, at)
        if not _is_later(look(old), look(new)):
            continue
        means[new] = meaning(left.said, synonyms)
        means.pop(old, None)
        older[old] = f"“{texts[new]}” is the newer one"
    return {at: found for at, found in means.items() if at not in older}, older


def _new_numbers(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, Meaning]:
    """ "Old DEA, New DEA": the number that holds, where no other column is headed by such a number alone."""
    held = {found.sort for found in meanings.values() if found.attributes in _NUMBER}
    means: dict[int, Meaning] = {}
    for at, text in texts.items():
        first, _, rest = normal(text, synonyms.words).partition(" ")
        found = meaning(rest, synonyms)
        is_number = found.sort in _NUMBERED and found.sort not in held and found.attributes in _NUMBER
        if first in synonyms.lines["new_editions"] and is_number and not meanings[at].known and look(at).days < _DATED:
            means[at] = found._replace(attributes=("number",))
    return means


_NUMBERED, _NUMBER, _DATED = ("license", "dea", "cds"), ((), ("number",)), 0.5


def _edition(text: str, synonyms: Synonyms) -> _Edition | None:
    """The edition that a heading of a last day names, 0 where it names none; None of any other heading."""
    kept = normal(text, synonyms.words).split()
    years = [word for word in kept if _YEAR.fullmatch(word)]
    if len(years) > 1:
        return None
    rank = int(years[0]) if years else 0
    kept = [word for word in kept if word not in years]
    for sign, name in ((-1, "former_editions"), (1, "new_editions")) if not years else ():
        others = [word for word in kept if word not in synonyms.lines[name]]
        rank, kept = rank + sign * (len(others) < len(kept)), others
    found = meaning(" ".join(kept), synonyms)
    is_end = not found.targets and found.attributes[:1] == ("expires",)
    return _Edition(" ".join(kept), rank) if is_end else None


def _is_later(old: Profile, new: Profile) -> bool:
    pairs = [
        (first, second)
        for first, second in zip(map(_day, old.rows), map(_day, new.rows), strict=True)
        if first is not None and second is not None
    ]
    return bool(pairs) and sum(1 for first, second in pairs if first < second) >= _LATER * len(pairs)


def _day(cell: object) -> date | None:
    try:
        found = cells.expires(cell) if cell is not None else None
    except ValueError:
        return None
    return found if isinstance(found, date) else None
