"""What was verified about a person, as the profile lists it: what was found, where, when, and how old that is on the day."""

from collections.abc import Iterator
from datetime import date

from workbench.papers import verified_history
from workbench.papers.editions import Edition
from workbench.papers.seen import NEVER, Seen, age
from workbench.records import texts
from workbench.records.credential import DISCIPLINES, LIMITED, LOST, NOT_ENTITLING, STANDINGS
from workbench.records.evidence import enrolled_to
from workbench.records.verification import AS_STATED, NOT_FOUND
from workbench.rules.dossier import Dossier, Row

HISTORY = "history"
"""Where schools and training stand among the credentials."""
ELEMENTS = {
    "license": "License",
    "dea": "DEA",
    "cds": "Controlled substance",
    HISTORY: "",
    "board": "Board",
    "liability": "Insurance",
    "life_support": "Life support",
    "other": "Other",
}
"""Sorts of credentials in the order of the profile; health is one line of its own."""
FOUND = DISCIPLINES[1]
ACTIVE = STANDINGS[0]
LOOKED_AT = LIMITED | (NOT_ENTITLING - LOST)
"""How a license stands that is to be looked at; one that is inactive may be of a state where nobody works any more."""


def seen(dossier: Dossier, on: date, fresh: int, edition: Edition, flagged: bool) -> tuple[Seen, ...]:
    """All lines for a meeting on a day; a verification older than fresh days is to be looked at. flagged: whether the profile has red
    flags, also of another application on the agenda."""
    listed: list[Seen] = []
    for key, name in ELEMENTS.items():
        if key == HISTORY:
            listed += verified_history.learned(dossier, on)
        listed += [_credential(row, name, on, fresh, edition, flagged) for row in dossier.credentials_of(key)]
    return (
        *listed,
        *verified_history.summed(dossier, on),
        *_npdb(dossier, on, edition),
        *_looked_into(dossier, on, fresh),
        *_looked_up(dossier, on, fresh, edition),
        *(_health(dossier, on) if edition.judgments else ()),
    )


def _credential(row: Row, name: str, on: date, fresh: int, edition: Edition, flagged: bool) -> Seen:
    lapsed = bool(row.expires and row.expires < on)
    # A board may have said “active” before the day on which it lapsed.
    standing, till = "" if lapsed and row.standing == ACTIVE else row.standing.lower(), _till(row, lapsed)
    term = f"{standing} {till}" if standing and till.startswith("to ") else ", ".join(filter(None, (standing, till)))
    disciplined = _disciplined(row, edition, flagged)
    finding = ", ".join(part for part in (_numbered(row), _limits(row), term, disciplined) if part)
    looked_at = "warn" if row.standing in LOOKED_AT or row.discipline == FOUND else ""
    tone = "bad" if lapsed or row.standing in LOST else looked_at
    return _dated(name, finding, row.source, row.verified, on, fresh, tone)


def _disciplined(row: Row, edition: Edition, flagged: bool) -> str:
    """What the board of a license showed; of one that was verified “not recorded” is said, else silence would pass for none. flagged:
    whether there are red flags to be seen."""
    if row.sort_key != "license":
        return ""
    if row.discipline == FOUND:
        if not edition.judgments:
            return "discipline on record"
        return f"discipline on record, {'see red flags' if flagged else 'and no red flag tells of what'}"
    if row.discipline:
        return "no discipline"
    missing = "discipline" if row.standing else "status and discipline"
    return f"{missing} not recorded" if row.verified else ""


def _numbered(row: Row) -> str:
    issuer = row.issuer if row.sort_key in ("board", "liability", "life_support", "other") else ""
    title = row.title if row.sort_key != "license" else ""
    return " ".join(part for part in (row.state, title or issuer, row.number) if part)


def _limits(row: Row) -> str:
    if row.per_claim is None and row.aggregate is None:
        return ""
    return " / ".join(_dollars(amount) for amount in (row.per_claim, row.aggregate) if amount is not None)


def _dollars(amount: int) -> str:
    """“$1M”, “$1.5M”, “$500,000”."""
    millions = amount / 1_000_000
    return f"${millions:g}M" if amount >= 1_000_000 and amount % 100_000 == 0 else f"${amount:,}"


def _till(row: Row, lapsed: bool) -> str:
    if row.lifetime:
        return "lifetime"
    if row.expires is None:
        return "continuing certification" if row.continuing else "no end date on file"
    moc = ", continuing certification" if row.continuing else ""
    return (f"lapsed {texts.day(row.expires)}" if lapsed else f"to {texts.day(row.expires)}") + moc


def _dated(
    element: str, finding: str, source: str, verified: date | None, on: date, fresh: int, tone: str = ""
) -> Seen:
    if verified is None or verified > on:
        return Seen(element, finding, source, NEVER, "", tone or "warn")
    old = "warn" if (on - verified).days > fresh and not tone else tone
    return Seen(element, finding, source, texts.day(verified), age(verified, on), old)


def _npdb(dossier: Dossier, on: date, edition: Edition) -> Iterator[Seen]:
    made = [each for each in dossier.queries if each.queried <= on]
    if not made:
        yield Seen("NPDB", "Not queried", "", NEVER, "", "bad")
        return
    newest = made[0]
    until = max((to for each in made if (to := enrolled_to(each))), default=None)
    said = ["Queried"]
    if until and until >= on:
        said.append(f"in continuous query to {texts.day(until)}")
    tone = ""
    if edition.judgments:
        finding, tone = _reviewed(newest, on)
        said.append(finding)
    yield Seen("NPDB", "; ".join(said), "NPDB", texts.day(newest.queried), age(newest.queried, on), tone)


def _reviewed(query: Row, on: date) -> tuple[str, str]:
    if not query.result or query.reviewed is None or query.reviewed > on:
        return "response not reviewed yet", "warn"
    by = f"response reviewed {texts.day(query.reviewed)} by {query.reviewed_by}"
    if query.result == "Reports":
        return f"{by}: reports, see sealed insert", "warn"
    return f"{by}: no reports", ""


_LISTS = {"OIG exclusion list (LEIE)": "LEIE", "SAM exclusions": "SAM"}


def _looked_into(dossier: Dossier, on: date, fresh: int) -> Iterator[Seen]:
    """The newest of each; exclusion lists on one line while both are clear and of one day."""
    newest = {each.sort: each for each in reversed(dossier.checks) if each.done <= on}
    found = [row for sort in _LISTS if (row := newest.get(sort)) and row.result == "Clear"]
    if len(found) == len(_LISTS) and len({row.done for row in found}) == 1:
        source, done = " and ".join(dict.fromkeys(row.source for row in found if row.source)), found[0].done
        yield Seen(
            "Exclusions",
            "LEIE and SAM: no match",
            source if 0 < len(source) < 26 else "OIG, GSA",
            texts.day(done),
            age(done, on),
        )
    else:
        yield from (_listed(name, newest.get(sort), on) for sort, name in _LISTS.items())
    yield _checked("Background check", newest.get("Background check"), "clear", on, fresh)
    yield _checked("Identity", newest.get("Identity"), "seen in a current picture ID", on, fresh)


_LOOKED_UP = {"claims": "Malpractice history", "sanctions": "Sanctions", "exclusions": "Exclusions"}


def _looked_up(dossier: Dossier, on: date, fresh: int, edition: Edition) -> Iterator[Seen]:
    """What was looked up of the person as a whole, the newest of each; where nobody did, the query of the NPDB stands for it."""
    for element, name in _LOOKED_UP.items():
        row = next((each for each in dossier.verifications if each.element == element and each.done <= on), None)
        if row is None:
            continue
        if row.result == NOT_FOUND:
            yield Seen(name, "The source does not know the person", row.source_name, NEVER, "", "bad")
            continue
        said = "Nothing else found" if row.result == AS_STATED else "More than is stated, see the file"
        tone = "" if row.result == AS_STATED else "warn"
        if not edition.judgments and element != "exclusions":
            said, tone = "Looked up", ""
        yield _dated(name, said, row.source_name, row.done, on, fresh, tone)


def _listed(name: str, row: Row | None, on: date) -> Seen:
    if row is None:
        return Seen("Exclusions", f"{name}: not searched", "", NEVER, "", "warn")
    said = "no match" if row.result == "Clear" else "see the file"
    tone = "" if row.result == "Clear" else "bad"
    return Seen("Exclusions", f"{name}: {said}", row.source, texts.day(row.done), age(row.done, on), tone)


def _checked(element: str, row: Row | None, clear: str, on: date, fresh: int) -> Seen:
    """Identity is a dated line: no photograph is printed. What a background check found stays in the file. One that is older than a
    verification is good for was made for an earlier term: it counts, and is marked as every other that is old."""
    if row is None:
        return Seen(element, "Not on file", "", NEVER, "", "warn")
    said, tone = (clear, "") if row.result == "Clear" else (row.result, "warn")
    if (on - row.done).days > fresh:
        said, tone = f"{said}, more than {fresh} days before the meeting", "warn"
    return Seen(element, said[:1].upper() + said[1:], row.source, texts.day(row.done), age(row.done, on), tone)


def _health(dossier: Dossier, on: date) -> Iterator[Seen]:
    """One line, and never more: whether ability to perform was attested, and whether what the house asks for is current. A survey
    edition has none."""
    attested = next((each for each in dossier.checks if each.sort == "Health attestation" and each.done <= on), None)
    asked = dossier.credentials_of("health")
    said = "Ability to perform attested" if attested else "Ability to perform not attested"
    current = all(_is_current(each, on) for each in asked)
    if any(each.expires and each.expires < on and not each.lifetime for each in asked):
        said += "; health requirements not all current"
    elif asked:
        said += "; health requirements current" if current else "; health requirements not all shown to be current"
    if attested is None:
        yield Seen("Health", said, "", NEVER, "", "warn")
        return
    tone = "" if current else "warn"
    yield Seen("Health", said, "Attestation", texts.day(attested.done), age(attested.done, on), tone)


def _is_current(row: Row, on: date) -> bool:
    """Somebody saw it, and it runs on the day: what has no end and is not for life, nothing shows to be current."""
    seen = row.verified is not None and row.verified <= on
    return seen and (row.lifetime or (row.expires is not None and row.expires >= on))
