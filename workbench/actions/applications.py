"""The life of an application: begun, moved from stage to stage, reported on by the chair, decided; each of it one step."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from workbench.errors import Problem, WorkbenchError
from workbench.records import texts
from workbench.records.application import STAGES, Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.office_lists import Facility
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules.lack import months_on
from workbench.store import history, settings

QUESTIONS = Path(__file__).parents[2] / "resources" / "disclosures.toml"
OPEN = STAGES[:-1]
"""Stages of an application that is in process."""


@cache
def questions() -> tuple[str, ...]:
    """The disclosure questions with which an application begins: a starting point."""
    with QUESTIONS.open("rb") as file:
        return tuple(each["text"] for each in tomllib.load(file)["question"])


def begin(provider: int, sort: str, today: date) -> int:
    """Open an application of a person; its id. A reappointment proposes the next term. Refuses a second one of its sort."""
    person = Provider.get_by_id(provider)
    if _open_ones(provider).where(Application.sort == sort).exists():
        raise WorkbenchError(f"{person.title} has an open application of this kind. Nothing was added. Open that one.")
    current = newest_term(provider)
    if sort != "Initial appointment" and current is None:
        raise WorkbenchError(
            f"{person.title} has no appointment. Nothing was added. Begin with an initial appointment, or enter the "
            "appointment on the file."
        )
    starts, ends = _next_term(current) if sort == "Reappointment" and current else (None, None)
    with history.step(f"Begin {sort.lower()} of {person.title}"):
        made = Application.create(
            provider=provider,
            sort=sort,
            stage="Requested",
            stage_since=today,
            requested=today,
            facility=current.facility_id if current else _first_facility(),  # type: ignore[attr-defined]
            category=person.category_id or (current.category_id if current else None),  # type: ignore[attr-defined]
            department=person.department_id,
            chair=person.department.chair if person.department else "",
            term_starts=starts,
            term_ends=ends,
        )
        for position, question in enumerate(questions(), 1):
            Disclosure.create(application=made, position=position, question=question)
    return made.id


def newest_term(provider: int, facility: int | None = None) -> Appointment | None:
    """The newest term of a person's appointment, at a facility if one is named."""
    query = Appointment.select().where(Appointment.provider == provider)
    if facility is not None:
        query = query.where(Appointment.facility == facility)
    return query.order_by(Appointment.ends.desc(), Appointment.id.desc()).first()


def move_to_stage(ids: Sequence[int], stage: str, today: date, reason: str = "") -> list[Problem]:
    """Move applications to a stage as one step. Going back needs a reason, which stays among the remarks."""
    found = [each for each in Application.select().where(Application.id.in_(list(ids))) if each.stage != stage]
    if stage not in OPEN:
        return [Problem("stage", "An application is closed by its decision, or as withdrawn.")]
    if any(each.stage == "Closed" for each in found):
        return [Problem("stage", "A closed application is not moved; reopen it.")]
    back = [each for each in found if STAGES.index(each.stage) > STAGES.index(stage)]
    if back and not reason.strip():
        return [Problem("reason", "Say why it goes back.")]
    if found:
        who = found[0].provider.title if len(found) == 1 else f"{len(found)} applications"
        with history.step(f"Move {who} {'back ' if len(back) == len(found) else ''}to {stage.lower()}"):
            for each in found:
                _enter(each, stage, today, reason.strip() if each in back else "")
    return []


def _enter(each: Application, stage: str, today: date, reason: str) -> None:
    """What reaching a stage says of the ones before it: who is verified has been received, and is complete."""
    at = STAGES.index(stage)
    each.stage, each.stage_since = stage, today  # type: ignore[assignment]
    if at >= STAGES.index("Received"):
        each.received = each.received or today  # type: ignore[assignment]
    if at >= STAGES.index("Verification"):
        each.complete = each.complete or today  # type: ignore[assignment]
    if reason:
        _remark(each, today, f"Back to {stage.lower()}: {reason}")
    each.save()


def _remark(each: Application, today: date, text: str) -> None:
    lines = [str(each.remarks), f"{texts.day(today)}: {text}"]
    each.remarks = "\n".join(line for line in lines if line)  # type: ignore[assignment]


def report(
    application: int, view: str, on: date | None, report: str = "", by: str = "", fppe: str = ""
) -> list[Problem]:
    """Keep the department chair's report: the recommendation, its day, the words, and the FPPE that is proposed."""
    each = Application.get_by_id(application)
    each.chair_view, each.chair_on, each.chair_report = view, on, report.strip()
    each.chair, each.fppe = by.strip() or each.chair, fppe.strip() or each.fppe
    problems = [found for found in each.problems() if found.field.startswith("chair")]
    if not view:
        problems.insert(0, Problem("chair_view", "Say what the chair recommends."))
    if not problems:
        with history.step(f"Chair's report on {each.provider.title}"):
            each.save()
    return problems


def grant(
    application: int,
    decided: date,
    conditions: str = "",
    starts: date | None = None,
    ends: date | None = None,
) -> Appointment | None:
    """Carry out the governing board's approval as one step: the appointment with its term, the privileges, the person's status.

    starts and ends are the term; without them it is the one asked for, else the longest from the day of the decision.
    A reappointment opens the next term and keeps the ones before. Added privileges change no appointment: None.
    Refuses a closed application and a term that is longer than the office's policy allows."""
    each = Application.get_by_id(application)
    who = each.provider.title
    if each.stage == "Closed":
        raise WorkbenchError(f"The application of {who} is closed. Nothing was granted. Reopen it first.")
    with history.step(f"Grant {each.sort.lower()} of {who}"):
        if each.sort == "Added privileges":
            term, first, last = None, starts or decided, ends or _end_of_term(each)
        else:
            first, last = _term(each, decided, starts, ends)
            term = _appoint(each, first, last)
            _admit(each, first)
        each.term_starts, each.term_ends = (first, last) if term else (each.term_starts, each.term_ends)
        _close(each, "Approved with conditions" if conditions.strip() else "Approved", decided, conditions)
    return term


def close(application: int, outcome: str, decided: date | None, reason: str) -> list[Problem]:
    """Close an application as denied or withdrawn, with the reason, as one step; the appointment stays as it is."""
    each = Application.get_by_id(application)
    if each.stage == "Closed":
        return [Problem("outcome", "It is closed already.")]
    if outcome not in ("Denied", "Withdrawn"):
        return [Problem("outcome", "Say whether it was denied or withdrawn; an approval is granted.")]
    if decided is None:
        return [Problem("decided", "Say on which day.")]
    if not reason.strip():
        return [Problem("reason", "Say why.")]
    with history.step(f"Close {each.sort.lower()} of {each.provider.title} as {outcome.lower()}"):
        _remark(each, decided, f"{outcome}: {reason.strip()}")
        _close(each, outcome, decided, "")
        _let_go(each.provider, decided)
    return []


def reopen(application: int, stage: str, today: date, reason: str) -> list[Problem]:
    """Take up again an application that was denied or withdrawn; what was granted is not reopened."""
    each = Application.get_by_id(application)
    if each.stage != "Closed" or each.outcome.startswith("Approved"):
        return [Problem("stage", "Only what was denied or withdrawn is reopened.")]
    if stage not in OPEN:
        return [Problem("stage", "Say at which stage it goes on.")]
    if not reason.strip():
        return [Problem("reason", "Say why it is taken up again.")]
    with history.step(f"Reopen {each.sort.lower()} of {each.provider.title}"):
        each.outcome, each.decided = "", None
        _remark(each, today, f"Reopened: {reason.strip()}")
        _enter(each, stage, today, "")
        person = each.provider
        if person.status == "Inactive" and each.sort == "Initial appointment" and newest_term(person.id) is None:
            person.status, person.status_since = "Applicant", today
            person.save()
    return []


# What a decision does


def _term(each: Application, decided: date, starts: date | None, ends: date | None) -> tuple[date, date]:
    policy = settings.load(Policy)
    first: date = starts or each.term_starts or decided  # type: ignore[assignment]
    after = months_on(first, policy.term_months)
    last: date = ends or each.term_ends or after - timedelta(days=1)  # type: ignore[assignment]
    if last < first:
        raise WorkbenchError("The term ends before it starts. Nothing was granted. Correct the term asked for.")
    if last >= after:
        raise WorkbenchError(
            f"A term from {texts.day(first)} to {texts.day(last)} is longer than {policy.term_months} months. "
            "Nothing was granted. Shorten the term asked for."
        )
    return first, last


def _appoint(each: Application, first: date, last: date) -> Appointment:
    """A term of its own: the one before stays as it was, and its day of first appointment goes on."""
    before = newest_term(each.provider_id, each.facility_id)  # type: ignore[attr-defined]
    return Appointment.create(
        provider=each.provider_id,  # type: ignore[attr-defined]
        facility=each.facility_id,  # type: ignore[attr-defined]
        category=each.category_id or (before.category_id if before else None),  # type: ignore[attr-defined]
        initial=(before.initial or before.starts) if before else first,
        starts=first,
        ends=last,
    )


def _admit(each: Application, first: date) -> None:
    """An applicant becomes a member, in the category and department that were asked for."""
    person = each.provider
    if person.status == "Applicant":
        person.status, person.status_since = "Active", first
    for name in ("category", "department"):
        if (granted := each.__data__.get(name)) is not None:
            setattr(person, f"{name}_id", granted)
    if person.dirty_fields:
        person.save()


def _close(each: Application, outcome: str, decided: date, conditions: str) -> None:
    each.stage, each.stage_since = "Closed", decided  # type: ignore[assignment]
    each.outcome, each.decided, each.conditions = outcome, decided, conditions.strip()  # type: ignore[assignment]
    each.save()


def _let_go(person: Provider, decided: date) -> None:
    """An applicant whose last application ended without an appointment is none any more."""
    if person.status == "Applicant" and not _open_ones(person.id).exists():
        person.status, person.status_since = "Inactive", decided  # type: ignore[assignment]
        person.save()


def _end_of_term(each: Application) -> date | None:
    term = newest_term(each.provider_id, each.facility_id)  # type: ignore[attr-defined]
    return term.ends if term else None  # type: ignore[return-value]


def _next_term(current: Appointment) -> tuple[date, date] | tuple[None, None]:
    """The term after this one, as long as it, and never longer than the policy's longest."""
    if not current.ends:
        return None, None
    starts: date = current.ends + timedelta(days=1)  # type: ignore[assignment, operator]
    longest = settings.load(Policy).term_months
    held = _months(current.starts, current.ends) if current.starts else longest  # type: ignore[arg-type]
    return starts, months_on(starts, min(held, longest)) - timedelta(days=1)


def _months(starts: date, ends: date) -> int:
    """The length of a term in months, as it was meant: at least one."""
    after = ends + timedelta(days=1)
    whole = (after.year - starts.year) * 12 + after.month - starts.month
    return max(whole, 1)


def _open_ones(provider: int):  # type: ignore[no-untyped-def]
    return Application.select().where((Application.provider == provider) & (Application.stage != "Closed"))


def _first_facility() -> int | None:
    first = Facility.select().order_by(Facility.id).first()
    return first.id if first else None
