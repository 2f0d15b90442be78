"""One column a facility: who is on which staff, said by a category, a check or an X under the facility's name.

"North: Active; South: Courtesy" in one cell says the same.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from workbench.sheets.cell import cells, dates, standings, words
from workbench.sheets.cell.number_tokens import DAY
from workbench.store.database import database

TARGET = "appointment.facilities"
_LED = re.compile(
    r"^(?:facilit(?:y|ies)|hospital affiliations?|hospitals?|campus(?:es)?|locations?|sites?"
    r"|(?:staff )?(?:status|category|privileges|member(?:ship)?)(?: at)?)\s*[-–—:@/>.]?\s+(?=\S)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\s*[-–—:/]?\s*\b(?:(?:staff|appt|appointment)\s+)?(?:status|category|cat|privileges)\.?$", re.IGNORECASE
)
_ONE = re.compile(r"^(.+?)\s*(?:[:=(–—]|\s-\s)\s*([^()]+?)\)?$")
_SINCE = " since "
_DATED = re.compile(
    rf"^([^\d]+?)[\s,:(–—-]*(?:\b(?:since|eff(?:ective|\.)?|as of|from|appt\.?|appointed)[\s:]+)?({DAY})\)?$",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[;\n|]+\s*")
_LESS_SURE = (re.compile(r"\s*,\s*"), re.compile(r"\s+/\s+|(?<=[^\W\d_)])/(?=[^\W\d_])"))
"""What stands between facilities only where each of the pieces is one with its standing: "North: Active / South: Courtesy"."""


_HOUSES = re.compile(r"\b(?:hospital|hosp|medical cent(?:er|re)|med(?:ical)? ctr|health system)\b", re.IGNORECASE)
SAINT = re.compile(r"^(?:St\.?|Saint|Mt\.?|Mount)\s+[A-Z][a-z]+(?:['’]?s)?(?:\s|$)")
HOUSE = re.compile(
    r"^(.*\S)\s+(?:hospital|campus|medical cent(?:er|re)|surg(?:ery|ical) cent(?:er|re)|health cent(?:er|re)|hosp\.?|med(?:ical)? ctr\.?)$",
    re.IGNORECASE,
)


def is_house(text: str) -> bool:
    """ "Mercy Hospital", "Lakeside Medical Center (Courtesy)", "St. Mary's": a place with the word for such a house."""
    return bool(SAINT.match(text) or HOUSE.match(text) or _HOUSES.search(text))


def called(heading: str) -> str:
    """The facility that a heading names: "Status at North Campus" -> North Campus."""
    heading = " ".join(heading.split())
    return _ENDED.sub("", _LED.sub("", heading)).strip(" -–—:") or heading


def names_none(heading: str, standing: Collection[str]) -> bool:
    """ "Facility: Category", "Hospital > Membership Status": whether only words of a standing follow the word for a place."""
    rest, led = _LED.subn("", " ".join(heading.split()))
    return bool(led) and set(re.findall(r"[a-z]+", rest.casefold())) <= set(standing)


def read(heading: str, column: Sequence[Any]) -> tuple[list[str | None], dict[Any, str]]:
    """The column of one facility: "North: Active", or "North" where only a check says it; and what could not be taken."""
    facility = called(heading)
    said: dict[Any, str | None] = {None: None}
    left: dict[Any, str] = {}
    for cell in set(column) - {None}:
        said[cell] = _standing(facility, cells.typed(cell))
        if said[cell] is None and not _says_no(cells.typed(cell)):
            left[cell] = f"{facility}: “{cells.typed(cell)}” is no staff category."
    return [said[cell] for cell in column], left


def _standing(facility: str, text: str) -> str | None:
    if said := staff(text):
        return f"{facility}: {said}"
    return facility if cells.flag(text) else None


@lru_cache(maxsize=1 << 12)
def staff(text: str) -> str | None:
    """The staff category of a text, with the day since which somebody has it: "Active 1/1/2020" -> "Active since 01/01/2020".

    None where it is none; a day to come may be when it ends, and tells nothing."""
    if category := words.category(text):
        return category
    match = _DATED.match(text.strip())
    category = words.category(match[1]) if match else None
    if not match or not category:
        return None
    try:
        day = dates.day_of(match[2], "day")
    except ValueError:
        return None
    return f"{category}{_SINCE}{day:%m/%d/%Y}" if day and day <= database.clock().date() else None


def _says_no(text: str) -> bool:
    return not text or words.is_filler(text) and not words.is_waiting(text) or text.lower() in ("n", "0", "false")


def several(text: str) -> tuple[str | None, list[str]] | None:
    """One cell that names facilities with a category each, or several, and the pieces that tell of no staff: "North: LOA".

    None where it names one alone."""
    pieces = _pieces(text)
    told = [_one(piece) for piece in pieces]
    found = [(one[0], staff(one[1])) if one else (piece, "") for piece, one in zip(pieces, told, strict=True)]
    left = [piece for piece, one in zip(pieces, told, strict=True) if one and _is_no_staff(one[1])]
    if len(pieces) < 2 and not left and not any(category for _, category in found):
        return None
    kept = [(name, category) for piece, (name, category) in zip(pieces, found, strict=True) if piece not in left]
    if any(category is None for _, category in kept):
        return None
    said = "; ".join(f"{name.strip()}: {category}" if category else name.strip() for name, category in kept)
    return said or None, left


def named_in(text: str, *, surely: bool = True) -> tuple[str, ...]:
    """The facilities of one cell that says of each how somebody stands there: "North: Active; South: LOA"; empty for any other.

    `surely` only where a colon says it: "North - Active" may be another thing's standing."""
    pieces = _pieces(text)
    told = [one for piece in pieces if (one := _one(piece)) and (not surely or ":" in piece) and _stands(one[1])]
    return tuple(name.strip() for name, _ in told) if len(told) == len(pieces) else ()


def _pieces(text: str) -> list[str]:
    pieces = [piece for piece in _PIECES.split(text) if piece]
    for sign in _LESS_SURE:
        finer = [part for piece in pieces for part in sign.split(piece) if part]
        if len(finer) > len(pieces) and all((one := _one(part)) and _stands(one[1]) for part in finer):
            return finer
    return pieces


def _one(piece: str) -> tuple[str, str] | None:
    """A facility and how somebody stands there, in either order: "North - Active", "Courtesy (South)"."""
    match = _ONE.match(piece)
    if match and _stands(match[1]) and not _stands(match[2]):
        return match[2], match[1]
    return (match[1], match[2]) if match else None


def _stands(text: str) -> bool:
    return bool(staff(text)) or _is_no_staff(text)


def _is_no_staff(text: str) -> bool:
    """A standing that is no category: on leave, resigned."""
    return not words.category(text) and bool(words.status(text) or standings.told(text) or words.is_waiting(text))


class Staff(NamedTuple):
    """A facility on whose staff somebody is; the category and the day since which are blank where they are not said."""

    name: str
    category: str = ""
    since: date | None = None


def parts(text: str) -> list[Staff]:
    """The facilities of a value, each with what it says of the staff there."""
    return [_part(piece) for piece in text.split("; ")]


def _part(piece: str) -> Staff:
    name, _, said = piece.partition(": ")
    category, _, day = said.partition(_SINCE)
    return Staff(name, category, datetime.strptime(day, "%m/%d/%Y").date() if day else None)
