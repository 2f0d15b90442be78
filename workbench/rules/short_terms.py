"""Temporary privileges and those of a disaster: who may have them, what is seen before, and when they end."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from workbench.records.evidence import enrolled_to
from workbench.records.short_term import APPLICANT, NEED
from workbench.records.texts import day as told
from workbench.records.verification import NOT_FOUND
from workbench.rules import review
from workbench.rules.dossier import Dossier
from workbench.rules.judging import DAY, INFO, WARN, Found, Judging, found
from workbench.rules.looked_into import LISTS
from workbench.rules.standing import File

DNV = "dnv"
OIG = next(iter(LISTS))
OF_A_REQUEST = timedelta(days=30)
"""Nobody keeps the day on which a need was brought: a query of the month before the grant counts as made for it."""
OVER = "It is over and cannot be mended: keep on the file why it was so."


def temporary(file: File, day: Judging) -> Found:
    """Those that run on the day: within their limit, for somebody who may have them, with what must be seen before. Of those
    that are over it is told that they ran too long, of those to come that they would."""
    for each in file.temporary:
        if not day.come(each.starts):
            if each.sort == APPLICANT:
                yield from _limit(each, file, day)
            continue
        if each.ends and day.over(each.ends):
            if each.sort == APPLICANT:
                yield from (replace(past, severity=INFO, remedy=OVER) for past in _limit(each, file, day))
            continue
        if each.sort == APPLICANT:
            yield from _limit(each, file, day)
        rule, missing = (
            ("TEMP_NEED", _need(each, day)) if each.sort == NEED else ("TEMP_ELIG", _eligible(each, file, day))
        )
        yield from _asked_for_it(each, file, day)
        lacks = list(missing)
        for line in day.lines(rule)[:1] if lacks else ():
            message = f"Temporary privileges since {told(each.starts)}: {', '.join(lacks)}."
            remedy = "End them, or record what was seen before they were granted."
            yield found(line, file.id, message, remedy, table="temporary_privilege", record=each.id)


def _asked_for_it(each: Any, file: File, day: Judging) -> Found:
    """A need is a request for privileges like any other: the NPDB was queried for it, or watches (45 CFR 60.17). Of an applicant the
    query of the application is asked."""
    if each.sort != NEED:
        return
    made = [row for row in file.queries if row.queried <= each.starts]
    watched = any((to := enrolled_to(row)) and to >= each.starts for row in made)
    if watched or any(row.queried >= each.starts - OF_A_REQUEST for row in made):
        return
    for line in day.lines("NPDB_APP")[:1]:
        message = f"Temporary privileges since {told(each.starts)}: the NPDB was not queried for them."
        remedy = "Query it today, and record the day; who does not query is presumed to know what was reported."
        yield found(line, file.id, message, remedy, table="temporary_privilege", record=each.id)


def _limit(each: Any, file: File, day: Judging) -> Found:
    """Days of all grants on one application together; the first day counts."""
    for line in day.lines("TEMP_120")[:1]:
        same = [row for row in file.temporary if row.sort == APPLICANT and row.application == each.application]
        spent = _days_before(each.starts, (row for row in same if row.starts < each.starts))
        last = each.starts + timedelta(days=line.limit - spent - 1)
        if each.ends is None or each.ends > last:
            until = f"to {told(each.ends)}" if each.ends else "without an end"
            message = f"Temporary privileges {until}: {line.said} for one application end {told(last)}."
            remedy = f"End them {told(last)}; they cannot be extended."
            yield found(line, file.id, message, remedy, table="temporary_privilege", record=each.id)


def _days_before(starts: date, earlier: Iterable[Any]) -> int:
    """The days before one on which any of some grants ran; a day of two of them counts once."""
    spent: set[int] = set()
    for row in earlier:
        spent.update(range(row.starts.toordinal(), min(row.ends or starts, starts - DAY).toordinal() + 1))
    return len(spent)


def _need(each: Any, day: Judging) -> Iterator[str]:
    """How long a need lasts is the bylaws' to say; that it ends, and before any privileges would, is not."""
    if not each.need.strip():
        yield "the need is not documented"
    if each.ends is None:
        yield "no end is recorded"
    for line in day.lines("PRIV_MAX")[:1]:
        if each.ends and each.ends > line.last_day_of_term(each.starts):
            yield f"to {told(each.ends)} is longer than privileges may last ({line.said})"
    yield from _seen_and_granted(each)


def _seen_and_granted(each: Any) -> Iterator[str]:
    for name, what in (("license_seen", "license"), ("competence_seen", "competence")):
        seen = getattr(each, name)
        if seen is None or seen > each.starts:
            yield f"{what} not verified before"
    if not each.recommended_by.strip() or not each.granted_by.strip():
        yield "not recommended and granted by name"


def _eligible(each: Any, file: File, day: Judging) -> Iterator[str]:
    yield from _seen_and_granted(each)
    mine = [
        found
        for found in file.applications
        if found.application is not None and found.application.id == each.application
    ]
    if not mine:
        yield "no application under way"
        return
    yield from _complete(mine[0], each.starts)
    yield from (reason.text for reason in review.concerns(mine[0], day.on, day.policy))
    yield from _queried(each, mine[0].application, file)
    yield from _trained(each, mine[0], day)
    if not any(row.sort == "Health attestation" and row.done <= each.starts for row in file.checks):
        yield "ability to perform not attested before"


def _queried(each: Any, asked: Any, file: File) -> Iterator[str]:
    """The NPDB, for this application or by an enrollment that ran; and what that very query answered was evaluated."""
    since = asked.requested or asked.received
    made = [row for row in file.queries if row.queried <= each.starts]
    counts = [
        row for row in made if not since or row.queried >= since or ((to := enrolled_to(row)) and to >= each.starts)
    ]
    if not counts:
        yield "NPDB not queried before"
    elif not any(row.reviewed and row.reviewed <= each.starts for row in counts):
        yield "NPDB response not evaluated before"


def _trained(each: Any, asked: Dossier, day: Judging) -> Iterator[str]:
    """Training or experience seen at a source; DNV names education, and the OIG's list."""
    seen = {row.element for row in asked.verifications if row.done <= each.starts and row.result != NOT_FOUND}
    if DNV in day.asking("TEMP_ELIG"):
        if "education" not in seen:
            yield "education not verified before"
        if not any(row.sort == OIG and row.done <= each.starts for row in asked.checks):
            yield "OIG list not searched before"
    if not seen & {"education", "training", "work_history"}:
        yield "training or experience not verified before"


def _complete(asked: Dossier, on: date) -> Iterator[str]:
    complete = asked.application.complete if asked.application is not None else None
    if complete is None or complete > on:
        yield "application not complete before"
    if any(each.answer for each in asked.disclosures):
        yield "a disclosure answered yes"
    if any(not each.resolved for each in asked.flags):
        yield "a red flag open"


def disaster(file: File, day: Judging) -> Found:
    """Each volunteer: who they are, the license within 72 hours, and the decision within 72 hours. Of one who left it is told."""
    for each in file.disaster:
        if not day.come(each.arrived):
            continue
        gone = bool(each.ended and day.over(each.ended))
        for past in (*_unknown(each, file, day), *_hours(each, file, day)):
            yield replace(past, severity=INFO, remedy=OVER) if gone else past


def _unknown(each: Any, file: File, day: Judging) -> Found:
    lacks = [*_who(each)]
    for line in day.lines("DIS_ID")[:1] if lacks else ():
        message = f"Disaster privileges since {told(each.arrived)}: {', '.join(lacks)}."
        remedy = "Record what was seen, or send the volunteer away."
        yield found(line, file.id, message, remedy, table="disaster_privilege", record=each.id)


def _hours(each: Any, file: File, day: Judging) -> Found:
    """Whoever left before the hours were over owes nothing. A reason on record excuses that the license was not seen in time,
    and not that nobody saw it since."""
    license = ("the license was not verified", "the license was verified")
    decided = ("nobody decided whether they go on", "whether they go on was decided")
    for rule, done, at, (what, was), excused in (
        ("DIS_72_PSV", each.license_seen, each.license_seen_at, license, each.why_not.strip()),
        ("DIS_72_DECIDE", each.decided, each.decided_at, decided, ""),
    ):
        seen = done is not None and day.come(done)
        for line in day.lines(rule)[:1] if not (excused and seen) else ():
            due = _moment(each.arrived, each.arrived_at) + timedelta(hours=line.limit)
            if _late(done, at, due, day) and not (each.ended and each.ended <= due.date()):
                message = f"Arrived {told(each.arrived)}: {what} within {line.row.said}, by {told(due.date())}."
                remedy = "Do it now, and record why it was not done."
                if seen and done == due.date() and not (at and each.arrived_at):
                    message = f"Arrived {told(each.arrived)}: {line.row.said} end {told(done)}; {was} that day, hour not entered."
                    remedy = "Enter the hours of both: without them it counts as not in time."
                severity = WARN if excused else ""
                yield found(
                    line, file.id, message, remedy, severity=severity, table="disaster_privilege", record=each.id
                )


def _who(each: Any) -> Iterator[str]:
    if each.activated is None or each.activated > each.arrived:
        yield "the emergency plan was not activated"
    if not each.photo_id:
        yield "no government photo ID seen"
    if not each.proof:
        yield "no second proof"


def _moment(day: date, at: str) -> datetime:
    """An hour that is none, from a file that another program wrote, is the day's beginning."""
    try:
        return datetime.combine(day, time.fromisoformat(at) if at else time())
    except ValueError:
        return datetime.combine(day, time())


def _late(done: date | None, at: str, due: datetime, day: Judging) -> bool:
    """Whether it came too late, or did not come; on the last day without an hour nobody can say that it was in time."""
    if done is not None and day.come(done):
        return _moment(done, at) > due if at else done >= due.date()
    return day.over(due.date())


RULES = (temporary, disaster)
