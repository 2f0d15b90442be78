"""Reasons for full review that others gave: boards and agencies, hospitals elsewhere, this one; and what a source did not confirm.

They say that something is there, never what it was about: what was typed about it stays in the file."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.days import months_on
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.records.verification import AS_STATED
from workbench.rules import standing_words
from workbench.rules.dossier import Dossier, Row
from workbench.rules.reason import Reason

_CALLED = {"license": "license", "dea": "DEA registration", "cds": "controlled substance registration"}


def licenses(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """Each license and registration of any state, also in a term that is over, that was challenged."""
    for each in _once((*dossier.credentials, *dossier.former)):
        said = [each.standing.lower()] if each.standing in rule["standings"] else []
        said += ["discipline on record"] if each.discipline in rule["disciplines"] else []
        if said and each.sort_key in rule["sorts"]:
            name = " ".join(part for part in (each.state, _CALLED.get(each.sort_key, each.sort_name)) if part)
            earlier = ", an earlier term" if each.past else ""
            short = "license" if each.sort_key == "license" else each.sort_key.upper()
            brief = f"{short} {'discipline' if each.standing not in rule['standings'] else each.standing.lower()}"
            text = f"{name[0].upper()}{name[1:]}{earlier}: {', '.join(said)}"
            yield Reason(rule["code"], brief, text, f"what is on record of the {name}")


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Terms of one license that say the same are told once, the current one first."""
    told = set()
    for each in rows:
        key = (each.sort_key, each.state, each.number.casefold(), each.standing, each.discipline)
        if key not in told:
            told.add(key)
            yield each


def elsewhere(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """What hospitals elsewhere say of a membership, and what the office noted about it or about a position."""
    for each in dossier.affiliations:
        said = standing_words.standing(each.standing, rule)
        if said != standing_words.GOOD:
            text = f"The standing at {each.hospital} {_STANDS[said]}"
            yield Reason(rule["code"], "standing elsewhere", text, f"the standing at {each.hospital}")
        elif standing_words.speaks_of_it(f"{each.category}. {each.remarks}", rule):
            yield _noted(rule["code"], "standing elsewhere", each.hospital)
    for each in dossier.work:
        if not each.time_off and standing_words.speaks_of_it(f"{each.position}. {each.remarks}", rule):
            yield _noted(rule["code"], "position elsewhere", each.employer)


_STANDS = {
    standing_words.BAD: "is not plainly good",
    standing_words.READ: "is stated in words to be read by somebody",
}


def _noted(code: str, brief: str, where: str) -> Reason:
    text = f"What is noted about {where} speaks of an involuntary end, a limit, an investigation or a concern"
    return Reason(code, brief, text, f"what is noted about {where}")


def actions(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """What was done to privileges here, also what was lifted since."""
    for each in dossier.adverse:
        if each.imposed <= on:
            text = f"{each.sort} of {texts.day(each.imposed)}, here"
            yield Reason(rule["code"], "adverse action", text, f"the {each.sort.lower()} of {texts.day(each.imposed)}")


def focused(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """A focused evaluation that somebody's practice gave cause for, or that ended badly, while it runs and some years later."""
    since = months_on(on, -12 * rule["years"])
    for each in dossier.fppe:
        runs = each.starts <= on and (each.concluded is None or each.concluded >= since)
        if runs and (each.sort in rule["sorts"] or each.result in rule["results"]):
            said = each.sort.lower() if each.sort in rule["sorts"] else each.result.lower()
            text = f"FPPE of {texts.day(each.starts)}: {said}"
            yield Reason(rule["code"], f"FPPE {said}", text, f"the FPPE of {texts.day(each.starts)}")


def boards(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """A certification that is not held any more; one that was renewed under another number is told of all the same."""
    for each in dossier.credentials_of("board"):
        name = f"board certification {each.title or each.number}".strip()
        if each.standing in rule["standings"]:
            text = f"{name[0].upper()}{name[1:]}: {each.standing.lower()}"
            yield Reason(rule["code"], f"board {each.standing.lower()}", text, f"what is on record of the {name}")
        elif rule["lapsed"] and each.expires and each.expires < on and not each.lifetime:
            text = f"{name[0].upper()}{name[1:]} lapsed {texts.day(each.expires)}"
            yield Reason(rule["code"], "board lapsed", text, f"the lapse of the {name}")


def differs(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """The newest verification of each thing, if it did not find what was stated, or the source does not know the person."""
    newest: dict[tuple, Any] = {}
    for row in dossier.verifications:
        if row.done <= on:
            of = (row.element, row.credential, row.education, row.work, row.affiliation, row.reference)
            newest.setdefault(of, row)
    current = {None, *(each.id for each in dossier.credentials)}
    rows = [row for row in newest.values() if row.credential in current]
    found = [row for row in rows if row.result != AS_STATED and row.element in rule["elements"]]
    for name in dict.fromkeys(ELEMENTS[row.element] for row in found):
        yield Reason(rule["code"], "discrepancy", f"{name}: not as stated", f"what differs of the {name.lower()}")
