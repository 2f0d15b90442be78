"""Category 1 or 2: every reason why a file is not for expedited review, by the rules of resources/standards/review.toml."""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workbench.records import texts
from workbench.records.application import COMPETENCIES
from workbench.records.days import last_day_of, months_on
from workbench.records.policy import Policy
from workbench.rules import challenged, criteria, readiness, timeline
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import CHAIR
from workbench.rules.reason import Reason

FILE = Path(__file__).parents[2] / "resources" / "standards" / "review.toml"
EXPEDITED, FULL = "Category 1", "Category 2"
NOT_COMPLETE = "not complete"
"""In brief, of the reason that a file lacks something: where its lacks are listed it says nothing new."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_LAST = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_CODE = re.compile(r"\bC-\d\d\b")
WON = frozenset({"Dismissed", "Judgment for the defendant"})


def why(dossier: Dossier, on: date, policy: Policy) -> tuple[Reason, ...]:
    """Every reason why the file is Category 2 on a day; none means that Category 1 is possible."""
    if dossier.application is None:
        return ()
    return tuple(each for key, rule in rules().items() for each in _JUDGES[key](dossier, on, policy, rule))


def concerns(dossier: Dossier, on: date, policy: Policy) -> Iterator[Reason]:
    """What lets nobody work before the board decided (Joint Commission, formerly MS.06.01.13): a license that was challenged, a
    membership that ended against somebody's will, privileges that were limited, denied or lost."""
    for key in ("license", "elsewhere", "actions"):
        yield from _JUDGES[key](dossier, on, policy, rules()[key])


def reasons(dossier: Dossier, on: date, policy: Policy) -> tuple[str, ...]:
    """The reasons as sentences with their rule: “Two liability claims in 5 years (rule C-04)”."""
    return tuple(f"{each.text} (rule {each.code})" for each in why(dossier, on, policy))


def category(dossier: Dossier, on: date, policy: Policy) -> str:
    """Category 1 or 2 on a day: the stricter of what the office said of the file and what the rules say of it, unless the office
    said why it goes over them."""
    return settled(dossier.application, why(dossier, on, policy))


def settled(asked: Row, found: tuple[Reason, ...]) -> str:
    """The same, by reasons that were found."""
    if asked.review == EXPEDITED:
        return FULL if _open(asked, found) else EXPEDITED
    return FULL if asked.review == FULL or found else EXPEDITED


def unheld(asked: Row, found: tuple[Reason, ...]) -> str:
    """Why the office's own Category 1 does not hold; nothing where it does, or where the office said none."""
    left = _open(asked, found) if asked.review == EXPEDITED else []
    if not left:
        return ""
    if barred := [each for each in left if rule_of(each.code).get("bars")]:
        title = rule_of(barred[0].code)["title"]
        return f"The office decided Category 1. Nobody goes over rule {barred[0].code}: {title[0].lower()}{title[1:]}."
    codes = " and ".join(dict.fromkeys(each.code for each in left))
    return f"The office decided Category 1. It holds once “Why this review” goes over {codes} by name, and says why."


def _open(asked: Row, found: tuple[Reason, ...]) -> list[Reason]:
    """The reasons that the office's Category 1 does not go over: those that nobody may, and those that its words do not name. What
    came after they were written is no reason that they went over."""
    named = set(_CODE.findall(asked.review_reason))
    return [each for each in found if each.code not in named or rule_of(each.code).get("bars")]


def cure(found: tuple[Reason, ...]) -> str:
    """“Would be Category 1 without the second claim.”; empty where there is nothing to cure."""
    if not found:
        return ""
    *before, last = dict.fromkeys(each.without for each in found)
    return f"Would be Category 1 without {', '.join(before)}{' and ' if before else ''}{last}."


@cache
def rules() -> dict[str, dict[str, Any]]:
    """The rules by key, with their codes and limits."""
    with FILE.open("rb") as file:
        return {rule["key"]: rule for rule in tomllib.load(file)["rule"]}


def rule_of(code: str) -> dict[str, Any]:
    """One rule by its code."""
    return next(rule for rule in rules().values() if rule["code"] == code)


def _incomplete(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """What keeps the file from a meeting on the day. What waits for the chair is the chair's turn: it makes no file
    incomplete."""
    lacks = readiness.lacks(dossier, on, on, policy)
    missing = [each.what for each in lacks if each.tone == "bad" and each.waits != CHAIR]
    if missing:
        text = f"The file is not complete: {', '.join(missing)}"
        what = "the open point" if len(missing) == 1 else f"the {len(missing)} open points"
        yield Reason(rule["code"], NOT_COMPLETE, text, f"{what} of the file")


def _limited(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    asked: Row = dossier.application
    view = asked.chair_view
    if view and view != "Recommend":
        yield Reason(rule["code"], "chair's limits", f"The chair: {view.lower()}", "the chair's limitation")
    limited = [each for each in dossier.requests if each.chair_view not in ("", "Recommend")]
    if limited and view in ("", "Recommend"):
        names = ", ".join(each.name for each in limited[:3])
        text = f"The chair does not plainly recommend {names}"
        yield Reason(rule["code"], "limited privileges", text, f"limits on {names}")


def _committees(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """Conditions, a shorter term and limits on privileges go with a file from the committee that recommended them."""
    asked: Row = dossier.application
    if asked.conditions.strip():
        text = "A committee recommended it with conditions"
        yield Reason(rule["code"], "conditions", text, "the committee's conditions")
    if asked.term_months and asked.term_ends:
        text = f"A committee recommended a term of {asked.term_months} months"
        yield Reason(rule["code"], "shorter term", text, "the committee's shorter term")
    limited = [each.name for each in dossier.requests if each.committee_view not in ("", "Recommend")]
    if limited:
        text = f"A committee does not plainly recommend {', '.join(limited[:3])}"
        yield Reason(rule["code"], "limited privileges", text, f"the committee's limits on {', '.join(limited[:3])}")


def _disclosed(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    count = sum(bool(each.answer) for each in dossier.disclosures)
    if count:
        what = "a disclosure" if count == 1 else f"{count} disclosures"
        text = "A disclosure was answered yes" if count == 1 else f"{_number(count)} disclosures were answered yes"
        yield Reason(rule["code"], "disclosure", text, what)


def _counted(dossier: Dossier, on: date, years: int) -> list[Row]:
    """Claims that stand open, or were paid or lost within some years before a day; one without a day counts."""
    since = months_on(on, -12 * years)
    counted = []
    for each in dossier.claims:
        ended = last_day_of(each.closed) if each.outcome != "Open" else None
        if each.outcome not in WON and (ended is None or ended >= since):
            counted.append(each)
    return counted


def _claims(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    count, most = len(_counted(dossier, on, rule["years"])), rule["most"]
    if count > most:
        nth = _LAST[count] if count == most + 1 and count < len(_LAST) else ""
        without = f"the {nth} claim" if nth else f"{count - most} of the {count} claims"
        text = f"{_number(count)} liability claims open or paid in {rule['years']} years"
        yield Reason(rule["code"], f"{count} claims", text, without)


def _payment(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    for each in _counted(dossier, on, rule["years"]):
        if (each.paid or 0) > rule["dollars"]:
            paid = f"payment of ${each.paid:,}"
            yield Reason(rule["code"], "large payment", f"A {paid}", f"the {paid}")


def _gap(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """A gap that lasted long, also one that is explained; of a new applicant, since a member's was judged before."""
    asked: Row = dossier.application
    for each in timeline.gaps(dossier, on, policy) if asked.sort == "Initial appointment" else ():
        if each.days >= rule["days"]:
            said = "explained" if each.explained else "not explained"
            what = f"gap of {each.length} in {each.start.year}"
            yield Reason(rule["code"], f"gap of {each.length}", f"A {what}, {said}", f"the {what}")


def _moves(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    since, count = months_on(on, -12 * rule["years"]), 0
    for each in dossier.affiliations:
        ended = last_day_of(each.ended) if each.ended else None
        passing = any(word in f"{each.category} {each.remarks}".lower() for word in rule["leaves_out"])
        count += bool(ended and since <= ended <= on and not passing)
    if count > rule["most"]:
        text = f"{_number(count)} affiliations ended in {rule['years']} years"
        yield Reason(rule["code"], f"{count} moves", text, f"more than {rule['most']} ended affiliations")


def _references(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    for each in dossier.references:
        grades = [getattr(each, name) for name in COMPETENCIES]
        low = any(grade is not None and 0 < grade < rule["lowest"] for grade in grades)
        if each.received and (low or each.recommends not in ("", "Recommend")):
            text = f"The reference of {each.name} raises a concern"
            yield Reason(rule["code"], "reference", text, f"{each.name}'s concern")


def _npdb(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    newest = next((each for each in dossier.queries if each.queried <= on), None)
    if newest is not None and newest.result == "Reports":
        text = "NPDB reports: see the sealed insert"
        yield Reason(rule["code"], "sealed insert", text, "the NPDB's reports", sealed=True)


def _checks(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    newest = {each.sort: each for each in reversed(dossier.checks) if each.done <= on}
    for sort, each in newest.items():
        if each.result == "See the file" and sort != "Health attestation":
            short = sort if sort.isupper() else sort[0].lower() + sort[1:] if sort[1].islower() else sort
            yield Reason(rule["code"], short, f"Something was found: {short}", f"what the {short} found")


def _flags(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    for each in dossier.flags:
        state = "" if each.resolved else ", open"
        yield Reason(rule["code"], "red flag", f"Red flag{state}: {each.matter.rstrip('.')}", "the red flag")


def _oppe(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    since = months_on(on, -12 * rule["years"])
    found = [each for each in dossier.oppe if since <= each.ends <= on and each.result != "No concern"]
    if found:
        yield Reason(rule["code"], "OPPE", f"OPPE: {found[0].result.lower()}", "the OPPE's conclusion")


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _criteria(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    judged = criteria.judged(dossier, on, policy)
    for each in dossier.requests:
        found = judged[each.id]
        if each.decision != "Withdrawn" and found.verdict == criteria.NOT_MET:
            lacking = "; ".join(part.text for part in found.parts if part.verdict == criteria.NOT_MET)
            yield Reason(rule["code"], "criteria not met", f"{each.name}, criteria not met: {lacking}", each.name)


def _judge(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """What no record answers, and nobody wrote what was shown for it: a question to the chair."""
    judged = criteria.judged(dossier, on, policy)
    for each in dossier.requests:
        asks = [part for part in judged[each.id].parts if part.verdict == criteria.TO_JUDGE]
        if each.decision != "Withdrawn" and asks:
            count = "a question" if len(asks) == 1 else f"{len(asks)} questions"
            text = f"{each.name}, a question to the chair: {'; '.join(part.text for part in asks)}"
            yield Reason(rule["code"], "question to the chair", text, f"{count} to the chair about {each.name}")


def _evaluated(dossier: Dossier, on: date, policy: Policy, rule: dict) -> Iterator[Reason]:
    """Of the term that ends, the evaluation that bears the next one."""
    asked: Row = dossier.application
    if asked.sort not in rule["sorts"]:
        return
    begun = [each.starts for each in dossier.appointments if each.starts and each.starts <= on]
    since = max(begun, default=months_on(on, -policy.term_months))
    if not any(since <= each.ends <= on for each in dossier.oppe):
        text = f"No OPPE is on file since {texts.day(since)}, for a reappointment"
        yield Reason(rule["code"], "no OPPE", text, "an OPPE of the term")


_JUDGES: dict[str, Callable[..., Iterator[Reason]]] = {
    "incomplete": _incomplete,
    "limited": _limited,
    "committees": _committees,
    "disclosed": _disclosed,
    "claims": _claims,
    "payment": _payment,
    "gap": _gap,
    "moves": _moves,
    "references": _references,
    "npdb": _npdb,
    "criteria": _criteria,
    "checks": _checks,
    "flags": _flags,
    "oppe": _oppe,
    "judge": _judge,
    "evaluated": _evaluated,
    "license": challenged.licenses,
    "elsewhere": challenged.elsewhere,
    "actions": challenged.actions,
    "focused": challenged.focused,
    "board": challenged.boards,
    "differs": challenged.differs,
}
