"""What the office looks into itself: the NPDB, the identity, the background, exclusion lists, and health in one line."""

from collections.abc import Iterator, Mapping
from datetime import date

from workbench.records import texts
from workbench.records.evidence import CHECK_RESULTS, enrolled_to
from workbench.records.policy import Policy
from workbench.rules import searched_names, standards
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import APPLICANT, Lack, bad, judged, warn

LISTS = {
    "OIG exclusion list (LEIE)": ("LEIE_MONTH", "LEIE"),
    "SAM exclusions": ("SAM_MONTH", "SAM"),
    "State Medicaid exclusions": ("MEDICAID_MONTH", "State Medicaid list"),
}
"""By what is looked up, the rule that asks it and how the list is called in short."""


MILITARY = "Military service"
MATCH = "EXCL_MATCH"
"""The rule under which a list found somebody: no exception of a person reaches it, and it is none of how often one searches."""
CLEAR = CHECK_RESULTS[0]
RULE_ON_IT = "Rule on the match and record it. If it is this person, ask counsel: nothing that an excluded person orders is paid."
"""What mends a search that found somebody; a later one that is clear rules on it."""


def npdb_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """A query since the application and within 24 months, or enrollment; and somebody reviewed what came back."""
    made = [each for each in dossier.queries if each.queried <= on]
    if not made:
        yield bad("NPDB not queried", "Query the NPDB and record the day.", "evidence", rule="NPDB_APP")
        return
    newest = made[0]
    enrolled = any((until := enrolled_to(each)) and until >= on for each in made)
    asked_on = since(dossier)
    asked = standards.least("NPDB_2Y", policy, on)
    if not enrolled and asked is not None and on > asked.good_until(newest.queried):
        remedy = f"It is of {texts.day(newest.queried)}; federal law asks for one every two years (45 CFR 60.17)."
        yield bad("NPDB query too old", remedy, "evidence", record=newest.id, rule="NPDB_2Y")
    elif not enrolled and asked_on and newest.queried < asked_on:
        remedy = f"Query again for this application of {texts.day(asked_on)}, or enroll in continuous query."
        yield bad("NPDB not queried for this", remedy, "evidence", record=newest.id, rule="NPDB_APP")
    if not newest.result or newest.reviewed is None or newest.reviewed > on:
        remedy = "Have the response reviewed, and record by whom and when."
        yield bad("NPDB response not reviewed", remedy, "evidence", record=newest.id, rule="NPDB_APP")


def since(dossier: Dossier) -> date | None:
    """The day of the request: what is asked anew of every application is asked since."""
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
    if MILITARY not in done and asked.sort == "Initial appointment" and standards.lines("MILITARY", policy, on):
        remedy = "Ask; record that none was served, or what the discharge paper (DD-214) or the records center shows."
        yield warn("Military service not asked about", remedy, "evidence", APPLICANT, rule="MILITARY")
    yield from _matched(dossier, on)
    yield from _searched(done, on, min(on, today), policy)
    yield from _named(dossier, on, policy)
    if "Health attestation" not in done and asked.sort != "Added privileges":
        remedy = "Record that ability to perform was attested; nothing more is kept."
        yield warn("Health attestation missing", remedy, "evidence", APPLICANT, rule="ABILITY")


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


def _named(dossier: Dossier, on: date, policy: Policy) -> Iterator[Lack]:
    """A former or a new name under which the newest search of a list did not go."""
    newest = {sort: look for sort, look in _newest(dossier, on).items() if standards.lines(LISTS[sort][0], policy, on)}
    called = {sort: short for sort, (_, short) in LISTS.items()}
    names = searched_names.names_of(dossier.person, dossier.names)
    for line in standards.lines(searched_names.RULE, policy, on)[:1]:
        for name, where, record in searched_names.left_out(names, newest, called):
            remedy = f"Search under that name too, and record the names that were searched: {where}."
            lack = judged(line.severity)
            yield lack(f"“{name}” not searched", remedy, "evidence", record=record, rule=searched_names.RULE)


def _newest(dossier: Dossier, on: date) -> dict[str, Row]:
    """By list its newest search; dossiers hold the newest first."""
    return {each.sort: each for each in reversed(dossier.checks) if each.done <= on and each.sort in LISTS}


def _matched(dossier: Dossier, on: date) -> Iterator[Lack]:
    """A list on which the newest search found somebody: nobody is appointed before it is known who that is."""
    newest = _newest(dossier, on)
    for sort, (_, short) in LISTS.items():
        if sort in newest and newest[sort].result != CLEAR:
            yield bad(f"{short}: found something", RULE_ON_IT, "evidence", record=newest[sort].id, rule=MATCH)


def _checks(dossier: Dossier, on: date) -> Iterator[tuple[str, date]]:
    """The newest day of each sort; dossiers hold the newest first, so the last one told must be it."""
    for each in reversed(dossier.checks):
        if each.done <= on:
            yield each.sort, each.done
