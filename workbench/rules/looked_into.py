"""What the office looks into itself: the NPDB, the identity, the background, exclusion lists, and health in one line."""

from collections.abc import Iterator, Mapping
from datetime import date

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import APPLICANT, Lack, bad, judged, warn

LISTS = {
    "OIG exclusion list (LEIE)": ("LEIE_MONTH", "LEIE"),
    "SAM exclusions": ("SAM_MONTH", "SAM"),
    "State Medicaid exclusions": ("MEDICAID_MONTH", "State Medicaid list"),
}
"""By what is looked up, the rule that asks it and how the list is called in short."""


def npdb_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """A query since the application and within 24 months, or enrollment; and somebody reviewed what came back."""
    made = [each for each in dossier.queries if each.queried <= on]
    if not made:
        yield bad("NPDB not queried", "Query the NPDB and record the day.", "evidence", rule="NPDB_APP")
        return
    newest = made[0]
    enrolled = any(each.enrolled_until and each.enrolled_until >= on for each in made)
    since = _since(dossier)
    asked = standards.least("NPDB_2Y", policy, on)
    if not enrolled and asked is not None and on > asked.good_until(newest.queried):
        remedy = f"It is of {texts.day(newest.queried)}; federal law asks for one every two years (45 CFR 60.17)."
        yield bad("NPDB query too old", remedy, "evidence", record=newest.id, rule="NPDB_2Y")
    elif not enrolled and since and newest.queried < since:
        remedy = f"Query again for this application of {texts.day(since)}, or enroll in continuous query."
        yield bad("NPDB not queried for this", remedy, "evidence", record=newest.id, rule="NPDB_APP")
    if not newest.result or newest.reviewed is None or newest.reviewed > on:
        remedy = "Have the response reviewed, and record by whom and when."
        yield bad("NPDB response not reviewed", remedy, "evidence", record=newest.id, rule="NPDB_APP")


def _since(dossier: Dossier) -> date | None:
    asked: Row = dossier.application
    days = [each for each in (asked.requested, asked.received) if each] if asked is not None else []
    return min(days, default=None)


def check_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Identity keeps a file from the meeting; the other looks are told."""
    asked: Row = dossier.application
    done = dict(_checks(dossier, on))
    if "Identity" not in done:
        remedy = "See a current picture ID of the hospital, the state or the federal government, and record it."
        yield bad("Identity not seen", remedy, "evidence", APPLICANT, rule="IDENTITY")
    if "Background check" not in done and asked.sort == "Initial appointment":
        yield warn("No background check", "Order it, or record it.", "evidence")
    yield from _matched(dossier, on)
    yield from _searched(done, on, min(on, today), policy)
    if "Health attestation" not in done and asked.sort != "Added privileges":
        remedy = "Record that ability to perform was attested; nothing more is kept."
        yield warn("Health attestation missing", remedy, "evidence", APPLICANT)


def _searched(done: Mapping[str, date], on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Each list that a standard asks for: never searched, or too long ago as of today; that it will be too old on the day of the
    meeting is told, since by then it is searched again."""
    for sort, (rule, short) in LISTS.items():
        lines, last = standards.lines(rule, policy, on), done.get(sort)
        if not lines:
            continue
        if last is None:
            remedy = f"Search {short} under every name, and record it."
            yield judged(lines[0].severity)(f"{short} not searched", remedy, "evidence", rule=rule)
            continue
        line = standards.crossed(rule, policy, today, last)
        if line is not None or standards.crossed(rule, policy, on, last) is not None:
            remedy = "Search it again in the month of the meeting."
            severity = line.severity if line is not None else "warn"
            yield judged(severity)(f"{short} of {texts.day(last)}", remedy, "evidence", rule=rule)


def _matched(dossier: Dossier, on: date) -> Iterator[Lack]:
    """A list on which the newest search found somebody: nobody is appointed before it is known who that is."""
    newest = {each.sort: each for each in reversed(dossier.checks) if each.done <= on}
    for sort, (rule, short) in LISTS.items():
        if sort in newest and newest[sort].result != "Clear":
            remedy = "Rule on the match and record it. If it is this person, ask counsel: nothing that an excluded person orders is paid."
            yield bad(f"{short}: found something", remedy, "evidence", record=newest[sort].id, rule=rule)


def _checks(dossier: Dossier, on: date) -> Iterator[tuple[str, date]]:
    """The newest day of each sort; dossiers hold the newest first, so the last one told must be it."""
    for each in reversed(dossier.checks):
        if each.done <= on:
            yield each.sort, each.done
