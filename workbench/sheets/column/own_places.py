"""Headings that name where somebody practices: "Service Location Zip", "Practice Phone", and of several places the first."""

import re
from collections.abc import Collection, Mapping
from typing import Protocol, TypeVar

from workbench.sheets import targets


class _Meant(Protocol):
    @property
    def targets(self) -> tuple[str, ...]: ...


Found = TypeVar("Found", bound=_Meant)
_FIRST_PLACE = re.compile(r"(?:(?:1st|1|first) )(?P<all>.+)|(?P<place>.+?) (?:number )?(?:1|one) (?P<part>.+)")


def meant(phrase: str, places: Collection[str], whole: Mapping[str, Found]) -> Found | None:
    """What stands behind the place in a heading, in normal words, by what headings mean; None where it is nothing of the office's.

    `places` are what such a place is called."""
    return _of_their_own(phrase, places, whole) or _of_the_first(phrase, places, whole)


def _of_their_own(phrase: str, places: Collection[str], whole: Mapping[str, Found]) -> Found | None:
    """ "Service Location Zip" and "Practice Phone Number" are the office's: what stands behind the place is meant."""
    for place in places:
        rest = phrase.removeprefix(f"{place} ")
        if rest in ("state", "st") and rest != phrase:
            return whole.get("office state")
        if rest != phrase and (found := whole.get(rest)):
            return found if set(found.targets) <= targets.OF_THE_OFFICE else None
    return None


def _of_the_first(phrase: str, places: Collection[str], whole: Mapping[str, Found]) -> Found | None:
    """ "Location 1 Address", "Office 1 Phone", "1st Practice Name": the first of several places is the person's."""
    plain = of_first_place(phrase, places)
    if not plain:
        return None
    if plain in (f"{place} name" for place in places):
        return whole.get("practice name")
    found = whole.get(plain)
    return found if found and set(found.targets) <= targets.OF_THE_OFFICE else _of_their_own(plain, places, whole)


def of_first_place(phrase: str, places: Collection[str]) -> str:
    """What the heading of the first of several places says without its number, "location 1 city" -> "location city"; "" for any
    other heading. `places` are what such a place is called."""
    match = _FIRST_PLACE.fullmatch(phrase)
    if not match:
        return ""
    plain = match["all"] or f"{match['place']} {match['part']}"
    begins = match["place"] or next((place for place in places if plain.startswith(f"{place} ")), "")
    return plain if begins in places else ""
