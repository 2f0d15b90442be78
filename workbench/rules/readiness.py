"""Readiness: what keeps a file from a meeting on a given day. Rules look at a dossier, and never write."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from workbench.records import texts
from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.rules import lapsing, standards, timeline
from workbench.rules.aged import aged_lacks
from workbench.rules.dossier import Dossier, Row
from workbench.rules.entitled import (
    attested_cover_lacks,
    board_lacks,
    cds_lacks,
    coverage_lacks,
    dea_lacks,
    license_lacks,
    state_of,
)
from workbench.rules.lack import APPLICANT, CHAIR, Lack, bad, judged, warn
from workbench.rules.looked_into import check_lacks, npdb_lacks
from workbench.rules.own_file import is_own, own_lacks
from workbench.rules.peers import reference_lacks
from workbench.rules.renewed import renewed_lacks
from workbench.rules.seen_once import seen_once_lacks

SUPERVISED = frozenset({"Physician assistant"})
"""Every state asks them to name a physician."""
COLLABORATING = frozenset({"Nurse practitioner", "Nurse anesthetist", "Nurse midwife", "Clinical nurse specialist"})
"""Some states do."""
UNPRIVILEGED = frozenset({"Honorary", "Affiliate", "Community"})
"""Categories that usually are membership without clinical privileges."""

__all__ = ["Lack", "is_ready", "lacks", "longest_term"]


def lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> tuple[Lack, ...]:
    """What the file of an application lacks for a meeting on a day: what keeps it from there first, then what is told.

    on is the meeting's day; today decides how a lapse is worded. A closed application, or none, lacks nothing."""
    if dossier.application is None or dossier.application.stage == "Closed":
        return ()
    found = [_as_asked(each, on, policy) for rule in _RULES for each in rule(dossier, on, today, policy)]
    return tuple(sorted(found, key=lambda each: each.tone != "bad"))


def _as_asked(lack: Lack, on: date, policy: Policy) -> Lack:
    """A lack with the severity that the enabled standards give its rule; what none of them asks keeps its own."""
    if lack.line is not None:
        return replace(lack, tone=_tone(lack.line.severity))
    lines = standards.lines(lack.rule, policy, on, lack.element) or standards.lines(lack.rule, policy, on)
    if not lines or any(each.severity == lack.severity for each in lines):
        return lack
    return replace(lack, tone=_tone(lines[0].severity))


def _tone(severity: str) -> str:
    return "bad" if severity == "block" else "warn"


def is_ready(dossier: Dossier, on: date, today: date, policy: Policy) -> bool:
    """Whether the file can go before a meeting on a day for a decision."""
    asked: Row = dossier.application
    if asked is None or asked.stage == "Closed":
        return False
    return not any(each.tone == "bad" for each in lacks(dossier, on, today, policy))


def longest_term(starts: date, policy: Policy, state: str = "", decided: date | None = None) -> tuple[date, str]:
    """The last day of the longest term that may begin on a day and is decided on another, and who limits it: the strictest of the
    enabled standards, of the law of the state, and of the office's own setting. state is the hospital's, else the office's."""
    found = standards.shortest_term(standards.lines("APPT_MAX", policy, starts, state=state), starts, decided)
    own = months_on(starts, policy.term_months) - timedelta(days=1)
    if found is not None and found[0] <= own:
        last, line = found
        where = f" ({line.row.state})" if line.row.state else ""
        since = f", from the decision of {texts.day(decided)}" if decided and line.row.from_decision else ""
        return last, f"{line.said}{where}{since}"
    return own, f"{policy.term_months} months, the office's setting"


def _application(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    asked: Row = dossier.application
    if asked.received is None:
        remedy = "Enter the day on which it came; until then, remind the applicant."
        yield bad("Application not received", remedy, "summary.received", APPLICANT)
    elif asked.complete is None:
        remedy = "Ask for what is missing, then enter since when it is complete."
        yield bad("Application incomplete", remedy, "summary.complete", APPLICANT)


def _attestation(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    asked: Row = dossier.application
    signed = asked.attested
    if signed is None or signed > on:
        yield bad(
            "Attestation not signed", "Have the attestation signed, and enter the day.", "summary.attested", APPLICANT
        )
    elif (line := standards.crossed("ATTEST_AGE", policy, on, signed)) is not None:
        remedy = f"A signature is good for {line.row.said}; have it signed again."
        what = f"Attestation {(on - signed).days} days old"
        yield judged(line.severity)(what, remedy, "summary.attested", APPLICANT, rule="ATTEST_AGE")


def _disclosures(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    asked = dossier.disclosures
    unanswered = sum(each.answer is None for each in asked)
    bare = [each for each in asked if each.answer and not each.explanation.strip()]
    if not asked:
        remedy = "Add the office's questions and their answers."
        yield bad("No disclosure questions", remedy, "disclosures", rule="DISCLOSED")
    elif unanswered:
        what = f"{unanswered} of {len(asked)} disclosures open"
        remedy = "Enter the answers of the application."
        yield bad(what, remedy, "disclosures", APPLICANT, rule="DISCLOSED")
    for each in bare:
        remedy = f"Ask about: {each.question}"
        yield bad("A yes is not explained", remedy, "disclosures", APPLICANT, each.id, "DISCLOSED")


def _gaps(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Times without training or work that nobody explained; those of a member were explained at the appointment."""
    asked: Row = dossier.application
    if asked.sort == "Added privileges":
        return
    if asked.sort == "Initial appointment" and not dossier.work and not dossier.education:
        remedy = (
            "Enter the schools, the training and the positions of the application: without them no gap can be seen."
        )
        yield bad("No education or work history on file", remedy, "background", APPLICANT, rule="GAP6")
    in_writing = timeline.Asked(policy, today, "GAP12")
    for each in timeline.gaps(dossier, today, policy):
        if not each.explained.strip():
            remedy = (
                f"From {texts.day(each.start)} to {texts.day(each.end)}. Ask, and enter it in the work history as a time "
                "off with its explanation."
            )
            what = f"Gap of {each.length} not explained"
            yield bad(what, remedy, "background", APPLICANT, rule="GAP6", line=each.line)
        elif (line := in_writing.line(each.start, each.end)) and not each.written:
            remedy = f"It is longer than {line.row.said}: ask for the explanation in writing, and enter its words."
            what = f"Gap of {each.length}: nothing in writing"
            yield bad(what, remedy, "background", APPLICANT, rule="GAP12", line=line)


def _flags(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    for each in dossier.flags:
        if each.resolved is None or not each.resolution.strip():
            remedy = f"Resolve it, in a sentence that a reviewer can follow: {each.matter}"
            yield bad("Red flag open", remedy, "claims", record=each.id)


def _supervisor(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    if dossier.person.supervisor is not None:
        return
    if dossier.person.provider_type in SUPERVISED:
        remedy = "Name the supervising physician on the person's file."
        yield bad("No supervising physician", remedy, "person", APPLICANT)
    elif dossier.person.provider_type in COLLABORATING:
        remedy = "Name the collaborating physician, where the state or the bylaws ask for one."
        yield warn("No collaborating physician", remedy, "person", APPLICANT)


def _term(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    asked: Row = dossier.application
    current = next(iter(dossier.appointments), None)
    if asked.sort == "Added privileges":
        if not any((each.ends is None or each.ends >= on) for each in dossier.appointments):
            yield bad("No current appointment", "Privileges are added to an appointment that is in force.", "person")
        return
    starts, ends = asked.term_starts, asked.term_ends
    if not starts or not ends:
        remedy = f"Enter it; else the board's decision opens the longest, {policy.term_months} months."
        yield (bad if asked.sort == "Reappointment" else warn)("No term asked for", remedy, "summary.term_ends")
    elif ends > (longest := longest_term(starts, policy, state_of(dossier, policy), on))[0]:
        remedy = f"The longest term ends {texts.day(longest[0])} ({longest[1]}); shorten the term."
        yield bad("Term asked for is too long", remedy, "summary.term_ends", rule="APPT_MAX")
    if asked.sort == "Reappointment" and current is not None and current.ends and current.ends < on:
        remedy = "The appointment lapses before the meeting; move it to an earlier one."
        yield warn(f"Term ends {texts.day(current.ends)}", remedy, "summary")


def _chair(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    asked: Row = dossier.application
    if not asked.chair_view or (asked.chair_on and asked.chair_on > on):
        own = is_own(dossier, asked.chair)
        remedy = (
            "The department chair is the applicant: send the file to the vice chair or another chair, and enter whom."
        )
        yield bad("Chair has not reported", remedy if own else "Send the file to the department chair.", "chair", CHAIR)


def _privileges(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    requests = [each for each in dossier.requests if each.decision != "Withdrawn"]
    if not requests:
        asked: Row = dossier.application
        tone = warn if asked.category_name in UNPRIVILEGED else bad
        yield tone("No privileges asked for", "Enter what the form asks for.", "privileges", APPLICANT)
    unseen = sum(not each.chair_view for each in requests)
    if unseen:
        what = f"Chair: {unseen} of {len(requests)} privileges open"
        yield bad(what, "The chair says of each privilege what is recommended.", "privileges", CHAIR)


def _held(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What is asked for as added and is held: it would be granted anew, and end what is held the day before."""
    for request, held in lapsing.held_already(dossier, on).items():
        remedy = f"{held.name}: {lapsing.said_held(held)}. Take it off the application, or keep it if its conditions are to change."
        yield warn(f"Held already: {held.name}", remedy, "privileges", record=request)


_RULES = (
    _application,
    license_lacks,
    coverage_lacks,
    attested_cover_lacks,
    dea_lacks,
    cds_lacks,
    check_lacks,
    npdb_lacks,
    _disclosures,
    _attestation,
    reference_lacks,
    _gaps,
    _flags,
    _supervisor,
    _term,
    _privileges,
    _held,
    _chair,
    own_lacks,
    board_lacks,
    aged_lacks,
    seen_once_lacks,
    renewed_lacks,
)
