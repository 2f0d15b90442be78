"""People who are gone, as the name of their sheet, its title, a line or the file's name says it: "Resigned 2025", "Former Members".

Where it says how, that is their status. Where it says only that they are gone, or several ways of it, that is asked (settling.py).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workbench.sheets.cell import words

STATUS, GONE = "provider.status", "standing.gone"
"""What a line carries; the other one until it is settled."""
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 5


class Said(NamedTuple):
    """What the words of a text say of a standing."""

    statuses: frozenset[str]
    categories: frozenset[str]
    gone: bool
    unknown: frozenset[str]

    @property
    def departed(self) -> bool:
        """Whether it says that somebody is no active member, and in one way or another how."""
        return bool(self.statuses - {"Active", "Pending"})


@cache
def said(text: str) -> Said:
    """Word by word; years, months and the words that every list has in its name say nothing."""
    statuses, categories, unknown, gone = set(), set(), set(), False
    for _, sort, means in phrases(text):
        if sort == "status":
            statuses.add(means)
        elif sort == "category":
            categories.add(means)
        elif sort == "unknown":
            unknown.add(means)
        gone = gone or sort == "gone"
    return Said(frozenset(statuses), frozenset(categories), gone, frozenset(unknown))


def phrases(text: str) -> Iterator[tuple[str, str, str]]:
    """The longest phrases that are known of a text, in its order: as it has them in small letters, the sort (status, category,
    gone, filler, unknown), and the status or category that it means."""
    found = _WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    while found:
        count, sort, means = _longest(found)
        yield " ".join(found[:count]), sort, means
        del found[:count]


def _longest(found: list[str]) -> tuple[int, str, str]:
    known = _phrases()
    for count in range(min(_LONGEST, len(found)), 0, -1):
        if meant := known.get(tuple(found[:count])):
            return count, *meant
    return 1, "unknown", found[0]


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    lists = words.words()
    every = [(word, "category", name) for word, name in lists.categories.items()]
    every += [(word, "status", name) for word, name in lists.statuses.items()]
    every += [(word, "gone", "") for word in (*lists.departures.gone, *_ABBREVIATED, *_OF_ANY_SORT)]
    every += [(word, "filler", "") for word in lists.departures.of_lists]
    found = ((tuple(_WORD.findall(word)), sort, name) for word, sort, name in every)
    return {
        key: (sort, name)
        for key, sort, name in found
        if len("".join(key)) >= words.SPELLED or sort in ("filler", "gone") or key == ("loa",)
    }


_OF_ANY_SORT = ("terminations", "terms")
"""Everybody whose membership ended, in one way or another: asked."""
_ABBREVIATED = ("res", "ret", "trm")
"""Resigned, retired and terminated, or something else: asked. Dec is a month here."""


def carried(text: str, *, surely: bool = True) -> dict[str, str]:
    """What a text says of everyone below it; `surely` only where all its words are understood."""
    found = said(text)
    if not (found.gone or found.departed):
        return {}
    if found.unknown and (surely or found.unknown & words.words().departures.silencing or not _speaks(found, text)):
        return {}
    is_whole = found.departed and not found.unknown and not found.gone and not _is_both(found)
    if len(found.statuses) == 1 and is_whole and found.statuses.isdisjoint(_OF_APPLICATIONS):
        category = {"provider.category": next(iter(found.categories))} if len(found.categories) == 1 else {}
        return {STATUS: next(iter(found.statuses)), **category}
    return {GONE: " ".join(text.split())}


_OF_APPLICATIONS = frozenset(["Withdrawn", "Denied"])
"""How an application ended: who asked again may be a member, who did not was never one; asked."""


def _is_both(found: Said) -> bool:
    """Whether it names those who left beside active members: nothing tells which of them is which."""
    return "Active" in found.categories


def _speaks(found: Said, text: str) -> bool:
    """Whether a text that is not understood whole still says that people are gone: not "Long Term Care", "Past due"."""
    return found.departed and found.statuses != {"Terminated"} or bool(_PLAINLY.search(text))


_PLAINLY = re.compile(r"\b(?:former(?:ly)?|no longer|departed|terminat\w+)\b", re.IGNORECASE)
