"""Headings that name two things, "License/DEA", "Cat/Status", "NPI / License": read where every cell holds both.

The target of such a column is both targets with a bar between them.
"""

import re
from typing import NamedTuple

from workbench.records import checks
from workbench.sheets import targets
from workbench.sheets.cell import parallel
from workbench.sheets.column import profile
from workbench.sheets.column.headings import Meaning, Synonyms, meaning
from workbench.sheets.column.profile import Profile, fits

_BETWEEN = re.compile(r"\s*(?:/|&|\+|\band\b)\s*", re.IGNORECASE)
_NUMBERS = ("license", "dea", "cds")
_OF_PEOPLE = ("provider.npi", "provider.category", "provider.status")
MOST = 0.9
NOT_BOTH = "it names two things, and its cells do not hold both"


class Part(NamedTuple):
    """Half of a heading: a target of a person, or an attribute of a sort of credential."""

    sort: str
    attribute: str

    @property
    def target(self) -> str:
        """As targets are called."""
        return f"{self.sort}.{self.attribute}"


def named(text: str, synonyms: Synonyms) -> tuple[Part, Part] | None:
    """The two things that a heading names; None where it names one, or something else too."""
    halves = [half for half in _BETWEEN.split(text) if half]
    if len(halves) != 2:
        return None
    found = [meaning(half, synonyms) for half in halves]
    first, second = (_part(each, found[1 - at]) for at, each in enumerate(found))
    return (first, second) if first and second and _may_be_two(first, second) else None


def _part(found: Meaning, other: Meaning) -> Part | None:
    """What half of a heading means; "Exp" behind the other half holds of both."""
    if found.sort in _NUMBERS and not found.state and found.number == 1:
        for attribute in ("expires", "number"):
            if attribute in found.attributes:
                return Part(found.sort, attribute)
        is_of_both = not found.attributes and "expires" in other.attributes
        return None if found.attributes else Part(found.sort, "expires" if is_of_both else "number")
    own = [target for target in found.targets if target in _OF_PEOPLE and (target,) != other.targets]
    return Part(*own[-1].split(".")) if own else None


def _may_be_two(first: Part, second: Part) -> bool:
    """Whether a cell can hold a value of each: two numbers, two days, or a category and a status."""
    if first.sort == second.sort == "provider":
        return {first.attribute, second.attribute} == {"category", "status"}
    is_day = [part.attribute == "expires" for part in (first, second)]
    return (
        first.sort != second.sort and is_day[0] == is_day[1] and "provider.status" not in (first.target, second.target)
    )


def hold_both(pair: tuple[Part, Part], look: Profile) -> bool:
    """Whether the cells of a column hold a value of each."""
    split = [parallel.halves(cell) for cell in look.unsplit]
    both = [each for each in split if each]
    if not both or len(both) < MOST * len(split):
        return False
    return all(
        fits(targets.kind(part.target), Profile([each[at] for each in both])) and _are_sure(part, [e[at] for e in both])
        for at, part in enumerate(pair)
    )


def _are_sure(part: Part, texts: list[str]) -> bool:
    """Whether numbers that can be checked pass."""
    test = {"dea.number": checks.dea_is_valid, "provider.npi": profile.is_npi}.get(part.target)
    return test is None or 2 * sum(map(bool, map(test, texts))) >= len(texts)
