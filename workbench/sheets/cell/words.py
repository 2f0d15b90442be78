"""The words of resources/names.toml: degrees, particles, staff categories, and what stands where nothing is known."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from workbench.sheets.column.heading_words import resources


@dataclass(frozen=True, eq=False)
class Departures:
    """What says that people are gone, as the file itself tells of each list."""

    gone: frozenset[str]
    of_lists: frozenset[str]
    silencing: frozenset[str]
    left_headings: frozenset[str]
    on_staff: frozenset[str]
    actions: frozenset[str]
    remarks: frozenset[str]
    applying: frozenset[str]
    ends: frozenset[str]
    returned: frozenset[str]
    action_leads: frozenset[str]
    action_words: frozenset[str]
    other_headings: frozenset[str]
    of_headings: frozenset[str]
    left: frozenset[str]
    leaving: frozenset[str]
    loose: frozenset[str]
    unsaying: frozenset[str]
    of_licenses: frozenset[str]


@dataclass(frozen=True, eq=False)
class Exclusions:
    """What says that the people of a list are excluded from a program."""

    titles: frozenset[str]
    checked: frozenset[str]
    headings: frozenset[str]


@dataclass(frozen=True, eq=False)
class BesideNames:
    """Words beside names that are no part of them, and those of which what is no name is made."""

    new: frozenset[str]
    gone: frozenset[str]
    """What says that somebody may be gone, or that the row is not to be used."""
    nobody: frozenset[str]
    beside_nobody: frozenset[str]
    order_first: frozenset[str]
    """Words of headings for the first name; of both sorts the one that stands first says the order."""
    order_last: frozenset[str]
    number_labels: frozenset[str]
    number_words: frozenset[str]
    """Words beside an NPI or a DEA number that are no part of it."""


@dataclass(frozen=True, eq=False)
class Words:
    """The word lists, keyed the way they are looked up."""

    degrees: dict[str, str]
    """Capitals without dots -> as we write it."""
    fellowships: frozenset[str]
    suffixes: dict[str, str]
    salutations: frozenset[str]
    ranks: frozenset[str]
    particles: frozenset[str]
    loose_particles: frozenset[str]
    begin_surnames: frozenset[str]
    """What begins a surname behind a middle initial, and may be a name elsewhere: Ben, Bar."""
    behind_letters: dict[str, frozenset[str]]
    """By letter the surnames that it begins, whatever stands before it: O Brien."""
    legal_forms: frozenset[str]
    trade_words: frozenset[str]
    company_types: frozenset[str]
    company_licenses: tuple[str, ...]
    roles: frozenset[str]
    """What somebody does."""
    role_surnames: frozenset[str]
    """Roles that are surnames too."""
    role_endings: tuple[str, ...]
    beside: frozenset[str]
    """Words beside roles, which may be names elsewhere."""
    categories: dict[str, str]
    statuses: dict[str, str]
    departures: Departures
    exclusions: Exclusions
    beside_names: BesideNames
    fillers: frozenset[str]
    waiting: frozenset[str]
    lifetime: frozenset[str]
    no_middle: frozenset[str]
    ditto: frozenset[str]
    same: frozenset[str]


@cache
def words() -> Words:
    """The program's own word lists."""
    data = tomllib.loads((resources() / "names.toml").read_text("utf-8"))
    return Words(
        _degrees(data["degrees"]),
        frozenset(data["fellowships"]),
        data["suffixes"],
        frozenset(data["salutations"]),
        frozenset(data["ranks"]),
        frozenset(data["particles"]),
        frozenset(data["loose_particles"]),
        frozenset(data["begin_surnames"]),
        {letter: frozenset(names) for letter, names in data["behind_letters"].items()},
        frozenset(data["legal_forms"]),
        frozenset(data["trade_words"]),
        frozenset(data["company_types"]),
        tuple(data["company_licenses"]),
        *_titles(data["titles"]),
        _of_members(_turned(data["categories"])),
        _of_members(_turned(data["statuses"])),
        Departures(**{name: frozenset(each) for name, each in data["departures"].items()}),
        Exclusions(**{name: frozenset(each) for name, each in data["exclusions"].items()}),
        BesideNames(**{name: frozenset(each) for name, each in data["beside_names"].items()}),
        frozenset(data["fillers"]["words"]),
        frozenset(data["fillers"]["waiting"]),
        frozenset(data["fillers"]["lifetime"]),
        frozenset(data["fillers"]["no_middle"]),
        _any_case(data["fillers"]["ditto"]),
        _any_case(data["fillers"]["same"]),
    )


def _degrees(written: list[str]) -> dict[str, str]:
    degrees = {degree.upper().replace(".", ""): degree for degree in reversed(written)}
    return degrees | {"PAC": "PA-C", "PHD": "PhD", "NPC": "NP-C", "OTA": "OT-A"}


def _titles(table: dict[str, list[str]]) -> tuple[frozenset[str], frozenset[str], tuple[str, ...], frozenset[str]]:
    return frozenset(table["roles"]), frozenset(table["surnames"]), tuple(table["endings"]), frozenset(table["beside"])


def _turned(table: dict[str, Any]) -> dict[str, str]:
    return {variant: name for name, variants in table.items() for variant in (*variants, name.lower())}


def _of_members(named: dict[str, str]) -> dict[str, str]:
    """With "Courtesy Member" beside Courtesy, where the word itself is no abbreviation."""
    return {f"{word} member": name for word, name in named.items() if len(word) >= SPELLED} | named


def _any_case(texts: list[str]) -> frozenset[str]:
    return frozenset(each for text in texts for each in (text, text.capitalize(), text.upper()))


_MARKS = "*†‡§^¹²³⁴⁵ "
"""What refers to a legend below the table."""


def bare(text: str) -> str:
    """Lower case without dots, doubled blanks and marks behind it, as the word lists are keyed."""
    return " ".join(text.lower().replace(".", "").split()).rstrip(_MARKS)


def category(text: str) -> str | None:
    """The staff category that a word or abbreviation means."""
    return words().categories.get(bare(text))


def status(text: str) -> str | None:
    """The status that a word or abbreviation means in a column of statuses."""
    return words().statuses.get(bare(text))


SPELLED = 4
"""Letters from which a word says a status anywhere: a sheet named Dec is December's, one named Res may be the residents'."""


def spelled_status(text: str) -> str | None:
    """The status that a word means where it may mean anything: the name of a sheet, a line, brackets behind a name."""
    word = bare(text)
    return status(text) if len(word) >= SPELLED or word == "loa" else None


def is_filler(text: str) -> bool:
    """Whether a cell says only that nothing is known."""
    return text.lower() in words().fillers


def is_waiting(text: str) -> bool:
    """Whether a cell says that a value is still to come: pending, TBD."""
    return text.lower() in words().waiting


def is_no(text: str) -> bool:
    """Whether a cell only says no."""
    return text.lower() in ("no", "n", "false", "0")


@cache
def marks() -> frozenset[str]:
    """What stands for another cell: ditto marks, and words that say it is the same."""
    return words().ditto | words().same


def stands_for_another(text: str) -> bool:
    """Whether a cell is a ditto mark or says that it is the same."""
    return text.strip() in marks()


def is_yes_or_no(text: str) -> bool:
    """Whether a cell only says that somebody has a thing or has not: yes, x, board eligible."""
    return text.lower() in _YES_NO


_YES_NO = frozenset(["yes", "no", "y", "n", "x", "true", "false", "e", "eligible", "certified", "be", "bc", "✓"]) | {
    "board certified",
    "not certified",
    "board eligible",
}


def degrees_in(text: str) -> list[str] | None:
    """Every degree of a text that holds nothing else ("M.D., Ph.D." -> ["MD", "PhD"]), else None."""
    found = _degrees_in(text)
    return list(found) if found else None


@lru_cache(maxsize=1 << 15)
def _degrees_in(text: str) -> tuple[str, ...]:
    known = words().degrees
    found: list[str] = []
    parts = text.replace(",", " ").replace("/", " ").replace(";", " ").replace("&", " ").split()
    if text.upper().replace(".", "").strip() in known:
        parts = [text.strip()]
    for part in parts:
        degree = known.get(part.upper().replace(".", ""))
        if degree is None:
            halves = [known.get(half.upper().replace(".", "")) for half in _halves(part)]
            if None in halves or not halves:
                return ()
            found.extend(half for half in halves if half)
        else:
            found.append(degree)
    return tuple(found)


_WRITTEN_TOGETHER = re.compile(r"(MD|DO|DDS|DMD|DPM|PharmD|DNP)(PhD|PHD|MPH|MBA|MHA|MSc|MSCR|F[A-Z]{3,4})$")
"""MDPhD, DOMPH."""


def _halves(part: str) -> list[str]:
    together = _WRITTEN_TOGETHER.match(part)
    return list(together.groups()) if together else part.split("-")


def degree(text: str) -> str | None:
    """Degrees as we write them: "M.D. Ph.D." -> "MD, PhD", without fellowships beside a degree; None if it is none."""
    found = degrees_in(text)
    if not found:
        return None
    kept = [name for name in found if name not in words().fellowships] or found
    return ", ".join(dict.fromkeys(kept))
