"""How an application ends: granted with its term and its privileges, denied or withdrawn; and taken up again."""

from datetime import date, timedelta

from workbench.actions import admitting, privileging, taking_back
from workbench.actions.stages import OPEN, enter, newest_term, open_ones, remark
from workbench.errors import Problem, WorkbenchError
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import chain, readiness
from workbench.store import history, settings


def grant(
    application: int,
    decided: date,
    conditions: str = "",
    starts: date | None = None,
    ends: date | None = None,
    from_decision: bool = False,
    months: int | None = None,
    today: date | None = None,
) -> Appointment | None:
    """Carry out the governing board's approval as one step: appointment and term, privileges, the person's status.

    starts and ends are the term; without them it is the one asked for, else the longest from the day of the decision; months
    is the one recommended instead, and never makes it longer than was asked for. Nothing begins before the governing body
    decided, which appoints and grants (42 CFR 482.12(a)(2)): such a term is refused, unless from_decision lets it begin with
    the decision; that is kept among the remarks. An applicant stays one until the decision was made and the term
    begins (see admitting); today is the day of the decision, unless told.
    A reappointment opens the next term and ends one that runs into it the day before. Added privileges change no appointment: None.
    Refuses a closed application and a term longer than the strictest enabled standard, the state or the office allows."""
    each = Application.get_by_id(application)
    who = each.provider.title
    _refuse(each, starts, ends)
    with history.step(f"Grant {each.sort.lower()} of {who}"):
        added = each.sort == "Added privileges"
        first = _begin(each, starts or (None if added else each.term_starts) or decided, decided, from_decision)
        ends = ends or (None if added else _recommended(each, first, months, decided))
        term = None if added else _open_term(each, first, ends, decided, today or decided)
        privileging.grant(each, first, term.ends if term else ends or _end_of_term(each), conditions)
        _close(each, "Approved with conditions" if conditions.strip() else "Approved", decided, conditions)
    return term


def _refuse(each: Application, starts: date | None, ends: date | None) -> None:
    if each.stage == "Closed":
        who = each.provider.title
        raise WorkbenchError(f"The application of {who} is closed. Nothing was granted. Reopen it first.")
    if said := backwards(each, starts, ends):
        raise WorkbenchError(f"{said} Nothing was granted. Correct the term asked for.")


def backwards(each: Application, starts: date | None = None, ends: date | None = None) -> str:
    """What is wrong with a term that ends before it starts, the one asked for unless told; "" where it does not."""
    first, last = starts or each.term_starts, ends or each.term_ends
    if each.sort == "Added privileges" or not first or not last or last >= first:  # type: ignore[operator]
        return ""
    days = f"{texts.day(first)} to {texts.day(last)}"  # type: ignore[arg-type]
    return f"The term of {each.provider.title} ends before it starts ({days})."


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
        remark(each, decided, f"{outcome}: {reason.strip()}")
        _close(each, outcome, decided, "")
        _let_go(each.provider, decided)
    return []


def reopen(application: int, stage: str, today: date, reason: str) -> list[Problem]:
    """Take up again a closed application, as one step. Of one that was approved all goes that the approval set: the term, the
    privileges, the outcome on the agenda; what it ended runs again (see taking_back)."""
    each = Application.get_by_id(application)
    if wrong := _not_reopened(each, stage, reason):
        return wrong
    granted = chain.is_approved(each)
    with history.step(
        f"{'Take back the approval' if granted else 'Reopen'}: {each.sort.lower()} of {each.provider.title}"
    ):
        said = f"Reopened: {reason.strip()}"
        if granted:
            told = f" {_told(each)}" if each.told else ""
            said = f"{each.outcome} of {texts.day(each.decided)} taken back: {reason.strip().rstrip('.')}.{told}"
            taking_back.take_back(each)
            each = Application.get_by_id(application)
        each.outcome, each.decided, each.told = "", None, None
        remark(each, today, said)
        enter(each, stage, today, "")
        _apply_again(each, today)
    return []


def _not_reopened(each: Application, stage: str, reason: str) -> list[Problem]:
    if each.stage != "Closed":
        return [Problem("stage", "It is in process, and needs no reopening.")]
    if stage not in OPEN:
        return [Problem("stage", "Say at which stage it goes on.")]
    if not reason.strip():
        return [Problem("reason", "Say why it is taken up again.")]
    if open_ones(each.provider_id).where(Application.sort == each.sort).exists():  # type: ignore[attr-defined]
        return [
            Problem("stage", "There is another open application of this kind. Close that one first, or go on there.")
        ]
    return taking_back.problems(each) if chain.is_approved(each) else []


def _told(each: Application) -> str:
    return f"The applicant was told of it on {texts.day(each.told)}."


def _apply_again(each: Application, today: date) -> None:
    """Who is on the staff by this application alone applies again."""
    person = each.provider
    known = person.status in ("Inactive", "Active") and each.sort == "Initial appointment"
    if known and newest_term(person.id) is None:
        person.status, person.status_since = "Applicant", today
        person.save()


# What a decision does


def _begin(each: Application, asked: date, decided: date, from_decision: bool) -> date:
    """The first day of what is granted."""
    if asked >= decided:
        return asked
    if not from_decision:
        raise WorkbenchError(
            f"The term of {each.provider.title} would begin {texts.day(asked)}, and the governing body decides on "
            f"{texts.day(decided)}: before that nobody is appointed or holds privileges (42 CFR 482.12(a)(2)). Nothing was "
            f"granted. Let it begin on {texts.day(decided)} or later."
        )
    remark(each, decided, f"Asked for from {texts.day(asked)}; begins {texts.day(decided)}, with the decision.")
    return decided


def _recommended(each: Application, first: date, months: int | None, decided: date) -> date | None:
    """The last day of a term of so many months, kept among the remarks where it is not the one asked for."""
    asked: date | None = each.term_ends  # type: ignore[assignment]
    last = months_on(first, months) - timedelta(days=1) if months else None
    if last is None or (asked is not None and asked <= last):
        return None
    remark(each, decided, f"Term of {months} months, as recommended, to {texts.day(last)}.")
    return last


def _open_term(each: Application, first: date, ends: date | None, decided: date, today: date) -> Appointment:
    """The appointment for the term, which the application then states; an applicant becomes a member once it has begun."""
    first, last = _term(each, first, ends, decided)
    begun = max(decided, first) <= today
    term = _appoint(each, first, last)
    if begun or each.provider.status != "Applicant":
        admitting.admit(each, first)
    each.term_starts, each.term_ends = term.starts, term.ends
    return term


def _term(each: Application, first: date, ends: date | None, decided: date) -> tuple[date, date]:
    policy = settings.load(Policy)
    facility = each.facility
    longest, whose = readiness.longest_term(first, policy, facility.state if facility else "", decided)
    last: date = ends or each.term_ends or longest  # type: ignore[assignment]
    if last < first:
        raise WorkbenchError("The term ends before it starts. Nothing was granted. Correct the term asked for.")
    if last > longest:
        raise WorkbenchError(
            f"A term from {texts.day(first)} to {texts.day(last)} is longer than is allowed: {whose}, which ends "
            f"{texts.day(longest)}. Nothing was granted. Shorten the term asked for."
        )
    return first, last


def _appoint(each: Application, first: date, last: date) -> Appointment:
    """A term of its own: the one before keeps its day of first appointment, and ends no later than the day before."""
    before = newest_term(each.provider_id, each.facility_id)  # type: ignore[attr-defined]
    _end_before(each, first)
    return Appointment.create(
        provider=each.provider_id,  # type: ignore[attr-defined]
        facility=each.facility_id,  # type: ignore[attr-defined]
        category=each.category_id or (before.category_id if before else None),  # type: ignore[attr-defined]
        initial=(before.initial or before.starts) if before else first,
        starts=first,
        ends=last,
    )


def _end_before(each: Application, first: date) -> None:
    """Nobody has two terms at one facility on one day: what runs into the new one ends the day before it, and says so."""
    last = first - timedelta(days=1)
    running = Appointment.select().where(
        (Appointment.provider == each.provider_id)  # type: ignore[attr-defined]
        & ((Appointment.facility == each.facility_id) if each.facility_id else Appointment.facility.is_null())  # type: ignore[attr-defined]
        & (
            ((Appointment.starts < first) & (Appointment.ends.is_null() | (Appointment.ends > last)))
            | (Appointment.starts.is_null() & (Appointment.ends > last))  # as a roster told it: its end alone
        )
    )
    for term in running:
        was = f"instead of {texts.day(term.ends)}" if term.ends else "where no end was recorded"
        said = f"Ends {texts.day(last)} {was}: the next term begins {texts.day(first)}."
        term.remarks = "\n".join(part for part in (term.remarks, said) if part)
        term.ends = last
        term.save()


def _close(each: Application, outcome: str, decided: date, conditions: str) -> None:
    each.stage, each.stage_since = "Closed", decided  # type: ignore[assignment]
    each.outcome, each.decided, each.conditions = outcome, decided, conditions.strip()  # type: ignore[assignment]
    each.save()


def _let_go(person: Provider, decided: date) -> None:
    """An applicant whose last application ended without an appointment is none any more."""
    if person.status == "Applicant" and not open_ones(person.id).exists() and newest_term(person.id) is None:
        person.status, person.status_since = "Inactive", decided  # type: ignore[assignment]
        person.save()


def _end_of_term(each: Application) -> date | None:
    term = newest_term(each.provider_id, each.facility_id)  # type: ignore[attr-defined]
    return term.ends if term else None  # type: ignore[return-value]
