"""Terms of credentials: what a row says of licenses, registrations and coverage, and how it meets what is known of them.

A later expiration is a renewal, which keeps the old term; an earlier one is not taken; a blank erases nothing.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from workbench.errors import Problem
from workbench.records import checks
from workbench.records.credential import Credential
from workbench.sheets import targets
from workbench.sheets.column import kinds_in_rows
from workbench.sheets.comparison import same_term
from workbench.sheets.comparison.effects import ADD, KEPT, RENEW, UPDATE, Effect
from workbench.sheets.comparison.persons import Person, squeezed
from workbench.sheets.known import AT, BLANK, Drafts, Row
from workbench.sheets.values import LIFETIME

C = AT["credential"]
PROVIDER, SORT, TITLE, NUMBER, STATE, ISSUER = (
    C[n] for n in ("provider_id", "sort_id", "title", "number", "state", "issuer")
)
ISSUED, EXPIRES, ENDLESS, VERIFIED, PAST = (C[n] for n in ("issued", "expires", "lifetime", "verified", "past"))
PER_CLAIM, AGGREGATE, CONTINUING = (C[n] for n in ("per_claim", "aggregate", "continuing"))
FILLED = tuple(
    (C[n], n) for n in ("title", "number", "state", "issuer", "issued", "continuing", "per_claim", "aggregate")
)
"""What is filled in where ours is blank; how a term ends is a matter of its own."""
CARRIED = tuple(C[n] for n in ("title", "number", "state", "issuer", "issued", "continuing", "per_claim", "aggregate"))
TOLD = ((EXPIRES, "expires"), (ISSUED, "issued"), (ISSUER, "issuer"), (NUMBER, "number"))
NOWHERE, HELD = -1, -2
"""Places of a value that a term does not keep, and of a check that says only that there is one."""
ISSUED_ONCE = frozenset({"license", "dea", "cds"})
_SAID_ELSEWHERE = frozenset({"credential.kind", "credential.id"})
SHORTEST = 60
"""Days that a renewed term adds at least; a later end that is nearer corrects the term, and that asks."""
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
    alone = {group: row for group, row in groups.items() if group not in held and not _says(row, group)}
    return Stated({group: row for group, row in groups.items() if group not in alone} if alone else groups, alone, lost)


def _begun(sort: int, title: str) -> Row:
    row = list(BLANK["credential"])
    row[SORT], row[TITLE] = sort, title
    return row


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


def doubts(person: Person, terms: Mapping[str, Row], keys: Mapping[int, str]) -> list[Problem]:
    """Terms that may be about several of a person's, since the row says nothing that tells these apart; keys are those of sorts."""
    found = []
    for group, term in terms.items():
        key = keys[term[SORT]]
        if key in targets.NUMBERED_SORTS and (several := same_term.several(person.credentials, term, key)):
            names = " or ".join(f"{_named(row) or 'one without a number'}{_until(row)}" for row in several)
            said = f"The row does not say of which {WORDS.get(key, 'credential')} it speaks: {names}."
            told = next((name for at, name in TOLD if term[at] not in (None, "", 0)), "number")
            found.append(Problem(f"{group}.{told}", said))
    return found


def _until(row: Row) -> str:
    day = row[EXPIRES]
    return f" (expires {date.fromisoformat(day):%m/%d/%Y})" if day else ""


def merge(person: Person, group: str, term: Row, drafts: Drafts, key: str) -> list[Effect]:
    """Bring a term, with the key of its sort, to what is known of a person; what that does."""
    word = WORDS.get(key, "credential")
    place = same_term.same(person.credentials, term, key)
    if place is None:
        _open(person, term, drafts)
        return [Effect(ADD, word, group, "", _named(term))]
    known = person.credentials[place]
    newer = drafts.newer("credential", known, EXPIRES)
    if _renews(known, term, key) and not newer:
        return _renewed(person, place, term, drafts, group, word)
    filled = {at: term[at] for at, _ in FILLED if term[at] and not known[at]}
    aged = [(at, name, drafts.newer("credential", known, at)) for at, name in FILLED if at in filled]
    filled = {at: filled[at] for at, _, why in aged if not why}
    effects = [Effect(KEPT, word, f"{group}.{name}", "", term[at], why) for at, name, why in aged if why]
    effects += _unlike(known, term, group, word)
    effects += _ending(known, term, group, word, filled, newer)
    effects += [Effect(UPDATE, word, f"{group}.{name}", "", term[at]) for at, name in FILLED if at in filled]
    effects = [
        _chosen(each, known, term, filled, drafts) if each.target in drafts.preferred else each for each in effects
    ]
    if filled:
        row = person.credentials[place] = drafts.changing("credential", known)
        effects += _unverified(row, group, word)
        for at, value in filled.items():
            row[at] = value
    return effects


def _chosen(effect: Effect, known: Row, term: Row, filled: dict[int, Any], drafts: Drafts) -> Effect:
    """A value of the file that somebody chose over ours; it stays ours where the term would end before it began, and where an
    earlier row of the file said otherwise."""
    name = effect.target.partition(".")[2]
    places = (EXPIRES, ENDLESS) if name == "expires" else (C[name],)
    wanted = {**dict(enumerate(known)), **filled, **{at: term[at] for at in places}}
    if effect.verb != KEPT or wanted[ISSUED] and wanted[EXPIRES] and wanted[EXPIRES] < wanted[ISSUED]:
        return effect
    if not drafts.take("credential", known[0], places[0]):
        return effect
    filled |= {at: term[at] for at in places}
    return effect._replace(verb=UPDATE, why="")


def _unverified(row: Row, group: str, word: str) -> list[Effect]:
    """What an import fills in is stated, not verified: the term waits for a verification that has seen all of it."""
    was = row[VERIFIED]
    for at, blank in ((VERIFIED, None), *((C[name], "") for name in Credential.witnessed_by[1:])):
        row[at] = blank
    return [Effect(UPDATE, word, f"{group}.verified", was, "")] if was else []


def _open(person: Person, term: Row, drafts: Drafts) -> None:
    term[PROVIDER] = person.row[0]
    person.credentials.append(drafts.add("credential", term))


def _renews(known: Row, term: Row, key: str) -> bool:
    """A later end renews, unless it is that of the same term: issued on the same day, or sooner after than any term is long.

    Of a license or a registration lists give the day of the first issue, which no renewal changes: it tells nothing."""
    if not same_term.is_later(known, term) or known[ENDLESS]:
        return False
    if known[ISSUED] and term[ISSUED] == known[ISSUED] and key not in ISSUED_ONCE:
        return False
    return (date.fromisoformat(term[EXPIRES]) - date.fromisoformat(known[EXPIRES])).days >= SHORTEST


def _renewed(person: Person, place: int, term: Row, drafts: Drafts, group: str, word: str) -> list[Effect]:
    """The old term stays as an earlier one, a new one opens with what it carries over."""
    old = drafts.changing("credential", person.credentials[place])
    old[PAST] = 1
    person.credentials[place] = old
    for at in CARRIED:
        if term[at] in (None, "", 0):
            term[at] = old[at]
    if squeezed(term[NUMBER]) == squeezed(old[NUMBER]):
        term[NUMBER] = old[NUMBER]  # 036.1111 is no other number than 036-1111
    if term[ISSUED] and term[ISSUED] > term[EXPIRES]:
        term[ISSUED] = None
    _open(person, term, drafts)
    return [Effect(RENEW, word, f"{group}.expires", old[EXPIRES], term[EXPIRES])]


def _ending(known: Row, term: Row, group: str, word: str, filled: dict[int, Any], newer: str) -> list[Effect]:
    """How the term ends: filled in where ours is open, otherwise ours stays and the difference is shown."""
    target = f"{group}.expires"
    ours = known[EXPIRES] or ("Lifetime" if known[ENDLESS] else "")
    theirs = term[EXPIRES] or ("Lifetime" if term[ENDLESS] else "")
    if not theirs or ours == theirs:
        return []
    issued = known[ISSUED] or filled.get(ISSUED)
    if newer or ours or term[EXPIRES] and issued and term[EXPIRES] < issued:
        return [Effect(KEPT, word, target, ours, theirs, newer)]
    filled[EXPIRES], filled[ENDLESS] = term[EXPIRES], term[ENDLESS]
    return [Effect(UPDATE, word, target, "", theirs)]


def _unlike(known: Row, term: Row, group: str, word: str) -> list[Effect]:
    """Values of the same term that differ from ours: they are shown, ours stay."""
    found = []
    for at, name in FILLED:
        ours, theirs = known[at], term[at]
        if not ours or not theirs or ours == theirs:
            continue
        if isinstance(ours, str) and squeezed(ours) == squeezed(theirs):
            continue
        found.append(Effect(KEPT, word, f"{group}.{name}", ours, theirs))
    return found


def _named(term: Row) -> str:
    parts = (term[TITLE], term[NUMBER], term[STATE], term[ISSUER])
    return " ".join(part for part in parts if part)
