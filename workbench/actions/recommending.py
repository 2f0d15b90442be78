"""What a committee's outcome leaves on the file for the next one and for the decision: conditions, the term, each privilege."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from workbench.errors import Problem
from workbench.lists import recommended
from workbench.records import texts
from workbench.records.application import VIEWS, Application
from workbench.records.committee import FINAL
from workbench.records.days import months_on
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.records.recommendation import Recommendation
from workbench.rules import chain
from workbench.store import settings

LIMITED = "Approved with conditions"
DECIDES = dict(zip(VIEWS, ("Granted", "Granted with conditions", "", "Not granted"), strict=True))
"""What the governing body's word on a privilege makes of it; one that it defers is not decided."""

Privileges = Mapping[int, tuple[str, str]]
"""By PrivilegeRequest the view and its conditions."""


@dataclass(frozen=True)
class Said:
    """All that is said with an outcome."""

    outcome: str
    conditions: str | None = None
    """None: those that earlier committees, else the chair, recommended go on; an empty text drops them."""
    conclusion: str = ""
    reason: str = ""
    quorum_choice: str = ""
    out_of_turn: str = ""
    term_months: int | None = None
    deferred_until: date | None = None
    privileges: Privileges = field(default_factory=dict)


def problems(rows: Sequence[AgendaItem], said: Said) -> list[Problem]:
    """What is wrong with the term, the day and the privileges that were said."""
    meeting: Meeting = rows[0].meeting
    found = [*_until_problems(meeting, said), *_unsaid(rows, said)]
    if said.term_months is not None:
        found += [problem for row in rows for problem in _term_problems(row, said)]
    if said.privileges:
        found += _privilege_problems(rows, said)
    return found


def _until_problems(meeting: Meeting, said: Said) -> list[Problem]:
    if said.deferred_until is None:
        return []
    if said.outcome != "Deferred":
        return [Problem("deferred_until", "Only what is deferred comes back on a day. Empty it, or defer the item.")]
    if said.deferred_until <= meeting.held:
        return [Problem("deferred_until", f"It is put off from {texts.day(meeting.held)}: say a later day.")]
    return []


def _unsaid(rows: Sequence[AgendaItem], said: Said) -> Iterator[Problem]:
    """A chair who recommends with conditions and wrote none leaves them to be said, or dropped on purpose."""
    if said.outcome not in chain.APPROVED or said.conditions is not None:
        return
    for file in (row.application for row in rows if row.application_id and not row.information):
        if recommended.chairs_alone(file) and not recommended.conditions_of(file):
            who = file.provider.title
            words = f"The department chair recommends {who} with conditions, and the report names none. Say them."
            yield Problem("conditions", words)


def _term_problems(row: AgendaItem, said: Said) -> list[Problem]:
    months, asked = said.term_months or 0, row.application
    longest = settings.load(Policy).term_months
    if said.outcome not in chain.APPROVED or asked is None or row.information:
        return [Problem("term_months", "Only an approved file has a term. Empty it.")]
    if asked.sort == "Added privileges":
        return [Problem("term_months", "Added privileges end with the appointment that is in force. Empty it.")]
    if not 1 <= months <= longest:
        return [Problem("term_months", f"A term has 1 to {longest} months.")]
    starts, ends = asked.term_starts, asked.term_ends
    if starts and ends and last_day(starts, months) > ends:
        return [Problem("term_months", f"{asked.provider.title} asked for a term to {texts.day(ends)}: not longer.")]
    return []


def _privilege_problems(rows: Sequence[AgendaItem], said: Said) -> list[Problem]:
    asked = {each.id for each in _requests(rows[0])}
    if said.outcome not in chain.APPROVED or len(rows) != 1 or not set(said.privileges) <= asked:
        return [Problem("privileges", "Privileges are said one by one of an approved file that asks for them.")]
    if any(view not in VIEWS for view, _ in said.privileges.values()):
        return [Problem("privileges", "Say of each privilege what is recommended.")]
    if any(view == VIEWS[1] and not limits.strip() for view, limits in said.privileges.values()):
        return [Problem("privileges", "Say under which conditions each privilege is, that has some.")]
    return []


def last_day(first: date, months: int) -> date:
    """The last day of a term."""
    return months_on(first, months) - timedelta(days=1)


def _requests(row: AgendaItem) -> list[PrivilegeRequest]:
    return list(row.application.privilege_requests) if row.application_id else []


def brought(row: AgendaItem, meeting: Meeting, said: Said) -> Said:
    """What is recorded of an item: an approval that says nothing of conditions is of what earlier committees recommended, before
    the first of them the department chair, and the record says so. The governing body's has the term and the privileges in it
    too: what is granted is what stands there."""
    file = Application.get_or_none(Application.id == row.application_id) if row.application_id else None
    if file is None or row.information or said.outcome not in chain.APPROVED:
        return replace(said, conditions=said.conditions or "")
    outcome, limits = said.outcome, said.conditions
    if limits is None and (came := recommended.conditions_of(file)):
        outcome, limits = LIMITED, came
    said = replace(said, outcome=outcome, conditions=limits or "")
    if meeting.committee.level not in FINAL:
        return said
    return replace(
        said,
        term_months=said.term_months or file.term_months,
        privileges=said.privileges or _recommended(file),
    )


def _recommended(file: Application) -> Privileges:
    """Each privilege as it was recommended, where that is not plainly what was asked for; else nothing needs saying."""
    open_ones = [each for each in file.privilege_requests if not each.decision]
    views = {each.id: str(each.committee_view or each.chair_view or file.chair_view) for each in open_ones}
    if not any(view == VIEWS[1] and each.conditions.strip() for each in open_ones for view in (views[each.id],)):
        return {}
    limits = {each.id: str(each.conditions) if views[each.id] == VIEWS[1] else "" for each in open_ones}
    return {request: (view, limits[request]) for request, view in views.items() if view in VIEWS}


# What an outcome leaves


def keep(row: AgendaItem, meeting: Meeting, said: Said, limits: str) -> None:
    """Keep what was said of each privilege with the item, and leave on the file what it recommends; inside a step.

    limits are the conditions of an outcome that this one takes the place of."""
    final = meeting.committee.level in FINAL
    before = list(row.recommendations)
    for each in before:
        each.delete_instance()
    made = [
        Recommendation.create(item=row, request=request, view=view, conditions=text.strip())
        for request, (view, text) in said.privileges.items()
    ]
    for request in {each.request_id for each in (*before, *made)}:
        _follow(PrivilegeRequest.get_by_id(request), final)
    if not final:
        _limit(row, limits)


def _follow(request: PrivilegeRequest, final: bool) -> None:
    """The newest word on a privilege is the one that counts; without any, the committee's view is open again."""
    words = Recommendation.select().join(AgendaItem).join(Meeting).where(Recommendation.request == request)
    words = words.where(Meeting.state != CANCELLED)
    newest = words.order_by(Meeting.held.desc(), Meeting.starts.desc(), Recommendation.id.desc()).first()
    if newest is not None and final:
        request.decision = DECIDES[newest.view]  # type: ignore[assignment]
    elif newest is not None:
        request.committee_view = newest.view
    elif not final:
        request.committee_view = ""  # type: ignore[assignment]
    if newest is not None and (newest.view == VIEWS[1] or newest.conditions):
        request.conditions = newest.conditions
    request.save()


def _limit(row: AgendaItem, before: str) -> None:
    """The conditions and a shorter term go with the file, so that the next committee and the decision see them; those taken
    back do not. A later committee's take the place of an earlier one's, which it had before it."""
    file = Application.get_by_id(row.application_id)
    limited = (
        AgendaItem.select().join(Meeting).where((AgendaItem.application == file) & (AgendaItem.outcome == LIMITED))
    )
    limited = limited.where(Meeting.state != CANCELLED)
    words = [str(each.conditions) for each in limited.order_by(Meeting.held, Meeting.starts, AgendaItem.id)]
    theirs = {part for text in (*words, before) for part in _parts(text)}
    kept = [each for each in _parts(str(file.conditions)) if each not in theirs]
    conditions, months = "\n\n".join([*kept, *(_parts(words[-1]) if words else ())]), _shorter(file)
    if (conditions, months) != (file.conditions, file.term_months):
        file.conditions, file.term_months = conditions, months
        file.save()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _shorter(file: Application) -> int | None:
    """The term that the newest committee said, where it is not the one asked for."""
    words = (
        AgendaItem.select()
        .join(Meeting)
        .where((AgendaItem.application == file) & ~AgendaItem.information & AgendaItem.term_months.is_null(False))
        .where(AgendaItem.outcome.in_(list(chain.APPROVED)) & (Meeting.state != CANCELLED))
    )
    newest = words.order_by(Meeting.held.desc(), Meeting.starts.desc(), AgendaItem.id.desc()).first()
    if newest is None:
        return None
    months: int = newest.term_months
    starts, ends = file.term_starts, file.term_ends
    return None if starts and ends and last_day(starts, months) == ends else months  # type: ignore[arg-type]
