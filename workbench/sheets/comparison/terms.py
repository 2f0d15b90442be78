"""Terms of credentials: what a row says of licenses, registrations and coverage, and which of a person's it may be about."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from workbench.errors import Problem
from workbench.records import checks, texts
from workbench.records.credential import Credential
from workbench.sheets import targets
from workbench.sheets.column import kinds_in_rows
from workbench.sheets.comparison import same_term
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, BLANK, Row
from workbench.sheets.values import LIFETIME

C = AT["credential"]
PROVIDER, SORT, TITLE, NUMBER, STATE, ISSUER = (
    C[n] for n in ("provider_id", "sort_id", "title", "number", "state", "issuer")
)
ISSUED, EXPIRES, ENDLESS, VERIFIED, PAST = (C[n] for n in ("issued", "expires", "lifetime", "verified", "past"))
PER_CLAIM, AGGREGATE, CONTINUING = (C[n] for n in ("per_claim", "aggregate", "continuing"))
TOLD = ((EXPIRES, "expires"), (ISSUED, "issued"), (ISSUER, "issuer"), (NUMBER, "number"))
NOWHERE, HELD = -1, -2
"""Places of a value that a term does not keep, and of a check that says only that there is one."""
_SAID_ELSEWHERE = frozenset({"credential.kind", "credential.id"})
WORDS = {
    "license": "license",
    "dea": "DEA",
    "cds": "controlled substance registration",
    "board": "certification",
    "liability": "liability coverage",
    "life_support": "life support card",
    "health": "health requirement",
    "other": "other credential",
}
TITLED = {
    "acls": ("life_support", "ACLS"),
    "bls": ("life_support", "BLS"),
    "pals": ("life_support", "PALS"),
    "nrp": ("life_support", "NRP"),
    "atls": ("life_support", "ATLS"),
    "tb": ("health", "TB screening"),
    "flu": ("health", "Influenza vaccine"),
    "hepb": ("health", "Hepatitis B"),
    "mmr": ("health", "MMR"),
    "varicella": ("health", "Varicella"),
    "tdap": ("health", "Tdap"),
    "covid": ("health", "COVID-19 vaccine"),
    "fluoroscopy": ("other", "Fluoroscopy"),
    "sedation": ("other", "Sedation"),
}


class Stated(NamedTuple):
    """What a row says of credentials, by their group in the row (license2)."""

    terms: dict[str, Row]
    alone: dict[str, Row]
    """What states no term by itself: a state alone."""
    lost: list[tuple[str, Any]]
    """Targets and values that no credential keeps."""


@cache
def place_of(target: str) -> tuple[str, str, str, int] | None:
    """Of a credential's target: its group in the row (license2), the key of its sort, its title, where the value goes (HELD, NOWHERE)."""
    plain = targets.plain(target)
    group, _, _ = target.partition(".")
    sort, _, name = plain.partition(".")
    if sort == "credential":  # its kind stands in a column of its own
        return group, "", "", C.get(name, NOWHERE)
    if sort not in targets.SORTS or sort in targets.BACKGROUNDS:
        return None
    key, title = TITLED.get(sort, (sort, ""))
    return group, key, title, HELD if name == "held" else C.get(name, NOWHERE)


def terms_of(values: Mapping[str, Any], sorts: Mapping[str, int], kinds: Mapping[str, str]) -> Stated:
    """The terms a row states, by their group in the row; a state or a title of ours alone states nothing.

    Sorts are ids by key, kinds are keys by name in lower case.
    """
    groups: dict[str, Row] = {}
    held: set[str] = set()
    lost: list[tuple[str, Any]] = []
    stated = kind_of(values.get("credential.kind", ""), kinds)
    for target, value in values.items():
        found = place_of(target)
        if found is None or (found[1] or stated[0]) not in sorts:
            continue
        group, place = found[0], found[3]
        key, title = (found[1], found[2]) if found[1] else stated
        if place == NOWHERE or place == TITLE and title:
            lost += [] if target in _SAID_ELSEWHERE or str(value).casefold() == title.casefold() else [(target, value)]
            continue
        if (row := groups.get(group)) is None:
            row = groups[group] = _begun(sorts[key], title)
        if place == HELD:
            held.add(group)
        else:
            row[ENDLESS if value is LIFETIME else place] = 1 if value is LIFETIME else plain(value)
    return _apart(groups, held, lost)


def _begun(sort: int, title: str) -> Row:
    row = list(BLANK["credential"])
    row[SORT], row[TITLE] = sort, title
    return row


def _apart(groups: dict[str, Row], held: set[str], lost: list[tuple[str, Any]]) -> Stated:
    """What states a term apart from what states none by itself; held are the groups of which a cell says that there is one."""
    alone = {group: row for group, row in groups.items() if group not in held and not _says(row, group)}
    return Stated({group: row for group, row in groups.items() if group not in alone} if alone else groups, alone, lost)


def plain(value: Any) -> Any:
    """A value as the record keeps it: days as ISO texts."""
    return value.isoformat() if isinstance(value, date) else value


def kind_of(text: str, kinds: Mapping[str, str]) -> tuple[str, str]:
    """The key of the sort that a cell names, by the office's name for it or as rosters call it, and the title it gives."""
    if not text or (key := kinds.get(text.casefold(), "")):
        return key if text else "", ""
    sort = kinds_in_rows.sort_of(text)
    return TITLED.get(sort, (sort, ""))


def _says(row: Row, group: str) -> bool:
    said = row[NUMBER] or row[ISSUER] or row[ISSUED] or row[EXPIRES] or row[ENDLESS] or row[PER_CLAIM] or row[AGGREGATE]
    return bool(said or row[TITLE] and targets.plain(f"{group}.title").partition(".")[0] not in TITLED)


def unknown(values: Mapping[str, Any], kinds: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the kind of credential that a row of one credential names."""
    kind = values.get("credential.kind", "")
    if key := kind_of(kind, kinds)[0]:
        number = values.get("credential.number", "")
        if checks.dea_is_valid(number) != (key == "dea") and number:
            is_not = "is a DEA number, and the row says" if key != "dea" else "is no DEA number, as the row says:"
            return [Problem("credential.number", f"“{number}” {is_not} “{kind}”.")]
        return []
    if kind:
        return [Problem("credential.kind", f"The office keeps no kind of credential called “{kind}”.")]
    said = any(target.startswith("credential.") and target != "credential.id" for target in values)
    return [Problem("credential.kind", "The row does not say which kind of credential it is.")] if said else []


def problems_in(terms: Mapping[str, Row]) -> list[Problem]:
    """What is wrong with a term as a whole, where each value by itself is fine: what its form would say."""
    return [
        Problem(f"{group}.{found.field}", found.message)
        for group, row in terms.items()
        for found in Credential.problems_between(dict(zip(C, row, strict=True)))
    ]


class Doubt(NamedTuple):
    """A term of a row that may be about several of a person's."""

    group: str
    word: str
    """What it is: license, DEA."""
    field: str
    """The target of what the row says of it."""
    told: Any
    """What it says, as the record keeps it."""
    several: list[Row]


def doubts(person: Person, terms: Mapping[str, Row], keys: Mapping[int, str]) -> list[Doubt]:
    """Terms that may be about several of a person's, since the row says nothing that tells these apart; keys are those of sorts."""
    found = []
    for group, term in terms.items():
        key = keys[term[SORT]]
        if key in targets.NUMBERED_SORTS and (several := same_term.several(person.credentials, term, key)):
            at, name = next(((at, name) for at, name in TOLD if term[at] not in (None, "", 0)), TOLD[-1])
            found.append(Doubt(group, WORDS.get(key, "credential"), f"{group}.{name}", term[at] or "", several))
    return found


def until(row: Row) -> str:
    """When a term ends, behind its name."""
    day = row[EXPIRES]
    return f" (expires {texts.day(date.fromisoformat(day))})" if day else ""


def named(term: Row) -> str:
    """What a term is called by: title, number, state, issuer."""
    parts = (term[TITLE], term[NUMBER], term[STATE], term[ISSUER])
    return " ".join(part for part in parts if part)
