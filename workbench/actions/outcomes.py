"""What a committee decided on its items, and what follows: a file moves along the chain, an approval sets the appointment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.actions import applications, stages
from workbench.actions.agendas import pass_on
from workbench.errors import Problem
from workbench.lists import recusals
from workbench.records.application import STAGES, Application
from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.texts import day
from workbench.rules import chain
from workbench.rules.quorum import OfItem
from workbench.store import history

_LIMITED = "Approved with conditions"
_REASONED = frozenset({"Deferred", "Not approved", "Withdrawn", "Referred"})
"""Outcomes that the minutes must give a reason for."""
_NEEDS = {
    "Deferred": "Say why, and what is asked for by when.",
    "Not approved": "Say on what grounds: the minutes must show them.",
    "Withdrawn": "Say who withdrew it, and why.",
    "Referred": "Say to whom, and what is asked.",
}


def without_quorum(meeting: int, items: Sequence[int]) -> dict[int, OfItem]:
    """Those of some items for which no quorum was left, as far as attendance and recusals are recorded."""
    return {item: each for item, each in recusals.quorums(meeting).items() if item in items and each.short}


@dataclass(frozen=True)
class Early:
    """A term that was asked for from a day before the governing body decides."""

    who: str
    asked: date
    decided: date

    @property
    def said(self) -> str:
        """What is wrong with it, and what would mend it."""
        return (
            f"The term of {self.who} was asked for from {day(self.asked)}, and the governing body decides on "
            f"{day(self.decided)}: before that nobody is appointed or holds privileges. Let it begin with the decision, or "
            "change the term on the application."
        )


def begun_early(items: Sequence[int]) -> tuple[Early, ...]:
    """The terms that an approval of these items would begin before it; of the governing board's committees alone."""
    rows = AgendaItem.select().where(AgendaItem.id.in_(list(items)) & ~AgendaItem.information)
    found = []
    for row in rows.order_by(AgendaItem.position):
        file, held = row.application, row.meeting.held
        if file is None or row.meeting.committee.level not in FINAL or file.stage == "Closed":
            continue
        if file.sort != "Added privileges" and file.term_starts and file.term_starts < held:
            found.append(Early(file.provider.title, file.term_starts, held))
    return tuple(found)


def record_outcome(
    items: Sequence[int],
    outcome: str,
    today: date,
    *,
    conditions: str = "",
    conclusion: str = "",
    reason: str = "",
    from_decision: bool = False,
    quorum_choice: str = "",
) -> list[Problem]:
    """Record what was decided on items of one meeting, with all that follows from it, as one step; or what is in the way.

    Approved files go to the next committee; the governing board's approval, or its expedited committee's, sets the appointment and
    its term. That begins no earlier than the decision: what was asked for from before is refused, or begins with it (from_decision).
    What is deferred comes back on the next agenda. An empty outcome takes a recorded one back, unless something was granted on it."""
    rows = list(AgendaItem.select().where(AgendaItem.id.in_(list(items))).order_by(AgendaItem.position))
    if not rows:
        return []
    meeting, choice = rows[0].meeting, quorum_choice.strip()
    said = {"outcome": outcome, "conditions": conditions, "conclusion": conclusion, "reason": reason}
    short = without_quorum(meeting.id, items) if outcome in chain.DECIDED else {}
    if problems := _refusals(rows, said, () if choice else short.values(), from_decision):
        return problems
    with history.step(_title(outcome, rows, meeting)):
        for row in rows:
            _keep(row, said | {"quorum_choice": choice if row.id in short else ""}, today, from_decision)
        if outcome in chain.RETURNS:
            pass_on(meeting)
    return []


def _keep(row: AgendaItem, said: Mapping[str, str], today: date, from_decision: bool) -> None:
    """Keep what was said about an item, and let its file follow."""
    before, limits, meeting = row.outcome, row.conditions, row.meeting
    for name, text in said.items():
        setattr(row, name, text)
    row.save()
    if row.application_id and not row.information:
        _follow(row, meeting, before, today, from_decision)
        _limit(row, meeting, limits if before == _LIMITED else "")


def _title(outcome: str, rows: Sequence[AgendaItem], meeting: Meeting) -> str:
    return f"{outcome or 'No outcome'}: {_named(rows)}, {meeting.committee.short or meeting.committee.name}"


def _named(rows: Sequence[AgendaItem]) -> str:
    first = rows[0]
    if len(rows) > 1:
        return f"{len(rows)} items"
    return str(first.title or (first.application.provider.title if first.application else first.section))


def _refusals(
    rows: Sequence[AgendaItem], said: Mapping[str, str], short: Iterable[OfItem], from_decision: bool
) -> list[Problem]:
    """Everything in the way of what was said, each once; short are the items without a quorum and without the chair's choice."""
    meeting, outcome = rows[0].meeting, said["outcome"]
    found = _asked(meeting, outcome, said["conditions"], said["reason"])
    found += [problem for row in rows for problem in _in_the_way(row, meeting, outcome)]
    found += [Problem("quorum_choice", f"{each.said} Say what the chair chose.") for each in short]
    if outcome in chain.APPROVED and not from_decision:
        found += [Problem("outcome", each.said) for each in begun_early([row.id for row in rows])]
    return list(dict.fromkeys(found))


def _asked(meeting: Meeting, outcome: str, conditions: str, reason: str) -> list[Problem]:
    problems = []
    if meeting.state == "Cancelled":
        problems.append(Problem("outcome", "The meeting is cancelled: nothing was decided at it."))
    if outcome == _LIMITED and not conditions.strip():
        problems.append(Problem("conditions", "Say the conditions."))
    if outcome in _REASONED and not reason.strip():
        problems.append(Problem("reason", _NEEDS[outcome]))
    return problems


def _in_the_way(row: AgendaItem, meeting: Meeting, outcome: str) -> list[Problem]:
    """What the file itself does not allow."""
    file = row.application
    if file is None or row.information or outcome == row.outcome:
        return []
    level, who = meeting.committee.level, file.provider.title
    if file.stage == "Closed":
        said = f"The application of {who} is closed ({file.outcome.lower() or 'no outcome'}"
        said += f", {day(file.decided)}). " if file.decided else "). "
        return [Problem("outcome", said + "Undo that, or reopen the application, before another outcome.")]
    if level in FINAL and outcome in chain.APPROVED and file.stage != "Governing board":
        said = f"The file of {who} stands at “{file.stage}”: the MEC has not sent it to the board. "
        return [
            Problem("outcome", said + "Move it to the governing board first, or record it as accepted for information.")
        ]
    return []


def _follow(row: AgendaItem, meeting: Meeting, before: str, today: date, from_decision: bool) -> None:
    """Move the file to where the outcome sends it. Another outcome than before begins again at this committee's turn."""
    level, file = meeting.committee.level, row.application
    turn, reached = chain.STAGE_OF.get(level), file.stage
    start = turn if before and turn and reached == chain.after(turn, level, before) else reached
    stage = chain.after(start, level, row.outcome)
    on: date = min(meeting.held, today)  # type: ignore[type-var, assignment]
    if level in FINAL and row.outcome in chain.APPROVED:
        # An approval is of what was recommended: with the conditions that came with the file.
        limits = row.conditions or file.conditions
        applications.grant(file.id, meeting.held, conditions=limits, from_decision=from_decision)
    elif stage == "Closed":
        ending = "Withdrawn" if row.outcome == "Withdrawn" else "Denied"
        applications.close(file.id, ending, meeting.held, row.reason)
    elif stage != reached:
        back = STAGES.index(stage) < STAGES.index(reached)
        why = f"{row.outcome or 'outcome taken back'} at {meeting.committee.name}" if back else ""
        stages.enter(file, stage, on, why)
    if row.outcome == "Not approved" and level == "Expedited board committee":
        _to_full_review(file.id, meeting)


def _limit(row: AgendaItem, meeting: Meeting, before: str) -> None:
    """The conditions go with the file, so that the next committee and the decision see them; those taken back do not."""
    if meeting.committee.level in FINAL:
        return
    file = Application.get_by_id(row.application_id)
    kept = [each for each in str(file.conditions).split("\n\n") if each and each != before.strip()]
    if row.outcome == _LIMITED and row.conditions.strip() not in kept:
        kept.append(row.conditions.strip())
    if (conditions := "\n\n".join(kept)) != file.conditions:
        file.conditions = conditions
        file.save()


def _to_full_review(application: int, meeting: Meeting) -> None:
    """What the expedited committee does not approve goes to the whole board."""
    file = Application.get_by_id(application)
    file.review = "Category 2"
    file.review_reason = f"Not approved by {meeting.committee.name}, {day(meeting.held)}"
    file.save()
