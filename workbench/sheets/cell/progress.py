"""Words of a checklist, "Received", "Sent 3/4", "Requested 2nd time": how far something is, and no name of it."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Any

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.column.heading_words import resources

FAULT = "says how something stands, and names none; left out."
_TOKEN = re.compile(r"[^\s,;:()&+/\-–—]+")
_DAY = re.compile(r"(?<![\w/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\w/.-])|(?<![\w/.-])\d{1,2}(?![\w/.-])")
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b|\bx\s?\d\b|\b\d\s?x\b", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,3}")
_NAMED = frozenset(
    [f"provider.{name}" for name in ("department", "section", "specialty", "subspecialty", "supervisor", "street")]
    + ["practice.name", "affiliation.hospital", "appointment.facility"]
)
_OF_SORTS = ("issuer", "title")
_ASKED = frozenset(["practice", "affiliation", "appointment"])
_LETTERED = frozenset(["practice", "affiliation"])
_LONGEST = 60


def names_a_thing(target: str) -> bool:
    """Whether a target holds the name of a company, a board, a school, a hospital, an employer or a group."""
    sort, _, name = targets.plain(target).partition(".")
    return target in _NAMED or sort in targets.SORTS and name in _OF_SORTS


@cache
def _words() -> dict[str, frozenset[str]]:
    with (resources() / "names.toml").open("rb") as file:
        return {name: frozenset(each) for name, each in tomllib.load(file)["progress"].items()}


@lru_cache(maxsize=1 << 14)
def says(text: str, *, is_asked: bool) -> bool:
    """Whether a text says only how far something is, with or without a day and initials; `is_asked`: or only who was asked and how."""
    if len(text) > _LONGEST:
        return False
    known, rest = _words(), _DAY.sub(" ", _ISO.sub(" ", " ".join(text.split())))
    low = rest.casefold().replace(".", "").replace("'", "").replace("’", "").strip()
    if low in known["phrases"] or is_asked and low in known["sources"]:
        return True
    tokens = _TOKEN.findall(rest.replace(".", "").replace("'", "").replace("’", ""))
    said = [token.casefold() for token in tokens]
    kept = [at for at, word in enumerate(said) if word not in known["words"] | known["beside"]]
    is_signed = kept == [len(said) - 1] and len(said) > 1 and _INITIALS.fullmatch(tokens[-1]) is not None
    return not known["words"].isdisjoint(said) and (not kept or is_signed)


def asks(sort: str) -> bool:
    """Whether an office asks what a target of this sort names, a school or an employer, by letter or by phone."""
    return sort in targets.BACKGROUNDS or sort in _ASKED


def fault(target: str, cell: Any) -> str:
    """What is said of a cell under the name of a thing that says how far it is; "" of any other."""
    if type(cell) is not str or not names_a_thing(target):
        return ""
    text, sort = cells.typed(cell), targets.plain(target).partition(".")[0]
    is_code = is_letter(text) and (sort in targets.SORTS or sort in _LETTERED)
    is_none = is_code or says(text, is_asked=asks(sort)) or _is_no_group(target, text)
    return f"“{text}” {FAULT}" if is_none else ""


def is_letter(text: str) -> bool:
    """Whether a text is one letter, as a checklist has V, R and P; departments and facilities may be called so."""
    return len(text) == 1 and text.isalpha()


def _is_no_group(target: str, text: str) -> bool:
    return target == "practice.name" and text.casefold().replace("-", " ") in _words()["employments"]


def is_day(cell: object) -> bool:
    """Whether a cell is a day and nothing else, as a checklist has them beside its words."""
    return not isinstance(cell, str) or not _DAY.sub(" ", _ISO.sub(" ", cells.typed(cell))).strip()
