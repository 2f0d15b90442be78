"""Headings that name two things, "License/DEA", "Cat/Status", "NPI / License": read where every cell holds both.

The target of such a column is both targets with a bar between them.
"""

import re
from typing import NamedTuple

from workbench.records import checks
from workbench.sheets import targets
from workbench.sheets.cell import parallel
from workbench.sheets.column import by_place, profile
from workbench.sheets.column.headings import Meaning, Synonyms, load_synonyms, meaning
from workbench.sheets.column.profile import Profile, fits

_BETWEEN = re.compile(r"\s*(?:/|&|\+|\band\b)\s*", re.IGNORECASE)
_NUMBERS = ("license", "dea", "cds")
_OF_PEOPLE = ("provider.npi", "provider.category", "provider.status")
MOST, SOME = 0.9, 0.5
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
    found = [meaning(half, synonyms) for half in in_halves(text)]
    if len(found) != 2:
        return None
    if tuple(each.targets for each in found) in (_PLACED, _PLACED[::-1]):
        return Part(*found[0].targets[0].split(".")), Part(*found[1].targets[0].split("."))
    if told := _with_its_other_part(*found):
        return told
    first, second = (_part(each, found[1 - at]) for at, each in enumerate(found))
    return (first, second) if first and second and _may_be_two(first, second) else None


def in_halves(text: str) -> list[str]:
    """What stands before and behind the signs of a heading that can join two things."""
    return [half for half in _BETWEEN.split(text) if half]


def _with_its_other_part(first: Meaning, second: Meaning) -> tuple[Part, Part] | None:
    """ "State/Lic #", "Board / Cert #", "Specialty/Board": a credential and another part of it, or the specialty of its board."""
    parts = [_named_part(each) for each in (first, second)]
    sorts = {part[0] for part in parts if part[0]}
    if len(sorts) != 1 or {part[1] for part in parts} not in _TOGETHER.get(min(sorts), []):
        return None
    (sort,) = sorts
    told = [Part("provider", "specialty") if name == "specialty" else Part(sort, name) for _, name in parts]
    if told[0].sort == "board" and told[1].sort == "provider":
        told[1] = Part("board", "title")
    return told[0], told[1]


def _named_part(found: Meaning) -> tuple[str, str]:
    """The sort that half a heading names, "" where it names none, and the part of it."""
    if found.number > 1 or found.state or found.weak:
        return "", ""
    if _SPECIALTY in found.targets:
        return "", "specialty"
    if found.sort in _TOGETHER and "expires" not in found.attributes[:1]:
        usual = "issuer" if found.sort in _BY_NAME else "number"
        return found.sort, found.attributes[0] if len(found.attributes) == 1 else usual
    is_part = not found.known and found.attributes[:1] in (("state",), ("number",), ("expires",), ("limits",))
    return ("", found.attributes[0]) if is_part else ("", "")


_SPECIALTY = "provider.specialty"
_PLACED = (("provider.department",), (_SPECIALTY,))
_TOGETHER: dict[str, list[set[str]]] = {
    "license": [{"state", "number"}],
    "cds": [{"state", "number"}],
    "board": [{"issuer", "number"}, {"issuer", "specialty"}],
    "liability": [{"issuer", "number"}, {"issuer", "limits"}, {"issuer", "expires"}, {"number", "expires"}],
}
_BY_NAME = ("board", "liability")
"""Sorts that a bare heading names by who certifies or insures."""


def _part(found: Meaning, other: Meaning) -> Part | None:
    """What half of a heading means; "Exp" behind the other half holds of both."""
    if found.sort in _NUMBERS and not found.state and found.number == 1:
        for attribute in ("expires", "number"):
            if attribute in found.attributes:
                return Part(found.sort, attribute)
        is_of_both = not found.attributes and "expires" in other.attributes
        return None if found.attributes else Part(found.sort, "expires" if is_of_both else "number")
    if _is_card(found.sort) and found.attributes in ((), ("expires",)) and found.number == 1:
        return Part(found.sort, "expires")
    own = [target for target in found.targets if target in _OF_PEOPLE and (target,) != other.targets]
    return Part(*own[-1].split(".")) if own else None


def _is_card(sort: str) -> bool:
    """Whether it is a card that ends on a day, and nothing else is said of it."""
    is_alone = bool(sort) and sort not in targets.NUMBERED_SORTS and sort not in targets.BACKGROUNDS
    return is_alone and load_synonyms().bare.get(sort) == "expires"


def between(pair: tuple[Part, Part], look: Profile) -> tuple[str, ...]:
    """ "ACLS/BLS" over one day a cell: that it is of both, or of either; empty for any other column."""
    if not all(_is_card(part.sort) for part in pair) or not look.count or look.dates < MOST:
        return ()
    ends = [part.target for part in pair]
    return (targets.BOTH.join(ends), *ends)


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


def may_be_one(pair: tuple[Part, Part], look: Profile) -> bool:
    """Whether a column whose cells do not hold both may hold one of them alone: no slash stands in them."""
    if pair[0].sort == pair[1].sort == "provider":
        return True
    is_one_thing = pair[0].sort == pair[1].sort or (pair[0].sort, pair[1].sort) == ("provider", "board")
    return is_one_thing and not are_two(look)


def is_not_read(text: str, look: Profile, synonyms: Synonyms) -> bool:
    """Whether a heading and its cells hold two things that are not told apart: "Insurance / Limits"."""
    found = [meaning(half, synonyms) for half in in_halves(text)]
    if len(found) != 2 or not all(each.known or each.attributes for each in found) or not are_two(look):
        return False
    is_packed = profile.mostly_numbers_with_days(look, dea=True) or profile.mostly_numbers_with_days(look, dea=False)
    return not (is_packed or profile.mostly_boards_with_days(look) or profile.mostly_numbers_with_states(look))


def are_two(look: Profile) -> bool:
    """Whether most cells of a column fall into two values."""
    split = [parallel.halves(cell) is not None for cell in look.unsplit]
    return bool(split) and sum(split) >= SOME * len(split)


def _are_sure(part: Part, texts: list[str]) -> bool:
    """Whether numbers that can be checked pass."""
    tests = {"dea.number": checks.dea_is_valid, "provider.npi": profile.is_npi, "board.issuer": profile.is_board}
    tests |= {
        "liability.issuer": _is_company,
        "liability.number": _is_policy,
        "liability.limits": by_place.holds_limits,
    }
    test = tests.get(part.target)
    return test is None or 2 * sum(map(bool, map(test, texts))) >= len(texts)


def _is_company(text: str) -> bool:
    """Whether a text is made of words, as the name of a carrier is."""
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))


def _is_policy(text: str) -> bool:
    """Whether a text can be the number of a policy, and is neither a day nor an amount."""
    return any(map(str.isdigit, text)) and not parallel.listed(text) and not by_place.holds_limits(text)
