"""What a committee decided on its items, and what follows: a file moves along the chain, an approval sets the appointment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from workbench.actions import (
    applications,
    competence,
    consenting,
    correcting,
    full_review,
    informing,
    recommending,
    stages,
)
from workbench.actions.beginning import backwards, begun_early
from workbench.actions.carrying_over import call_back, pass_on
from workbench.actions.recommending import LIMITED, Said
from workbench.errors import Problem
from workbench.lists import expedited, recommended, recusals
from workbench.records.application import STAGES
from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem, Meeting, Recusal
from workbench.records.meeting_words import CANCELLED, HELD
from workbench.records.texts import listed
from workbench.rules import as_held, chain
from workbench.rules.quorum import Member, OfItem
from workbench.store import history

_REASONED = frozenset({"Deferred", "Not approved", "Withdrawn", "Referred"})
"""Outcomes that the minutes must give a reason for."""
_NEEDS = {
    "Deferred": "Say why, and what is asked for by when.",
    "Not approved": "Say on what grounds: the minutes must show them.",
    "Withdrawn": "Say who withdrew it, and why.",
    "Referred": "Say to whom, and what is asked.",
}


def without_quorum(
    meeting: int, items: Sequence[int], also: Mapping[int, Sequence[int]] | None = None
) -> dict[int, OfItem]:
    """Those of some items for which no quorum was left, as far as attendance and recusals are recorded; also are seats, by
    item, that are about to be recused."""
    return {item: each for item, each in recusals.quorums(meeting, also).items() if item in items and each.short}


def unknown_quorum(meeting: int, today: date) -> str:
    """What to say of decisions at a meeting whose day has come and of which nobody's attendance is recorded; "" otherwise."""
    found = Meeting.get_by_id(meeting)
    if found.held > today or found.attendance.exists():
        return ""
    return "Nobody's attendance is recorded, so that nothing says whether a quorum was there. Record who came first, under Attendance."


def own_items(items: Sequence[int]) -> dict[int, Member]:
    """Of some items of one meeting those about somebody who sits there and is not known to have taken no part, with the seat."""
    rows = [each for each in AgendaItem.select().where(AgendaItem.id.in_(list(items))) if not each.information]
    people = {each.id: each.application.provider if each.application_id else each.provider for each in rows}
    about = [recusals.About(item, each.id, each) for item, each in people.items() if each is not None]
    if not about:
        return {}
    meeting = rows[0].meeting
    return recusals.own_items(meeting.id, as_held.members(meeting), meeting.held, about)


def own_said(seats: Iterable[Member]) -> str:
    """Why nobody decides about themselves, and what to record."""
    who = list(dict.fromkeys(each.name for each in seats))
    one = len(who) == 1
    return (
        f"{' and '.join(who)} {'sits' if one else 'sit'} on this committee and {'takes' if one else 'take'} no part in a decision "
        f"about themselves. Record the recusal (Recusals, Ctrl+Shift+U), or under Attendance that they were not there."
    )


def discussed(items: Sequence[int]) -> list[str]:
    """Whose files among some items are Category 2, and so take a conclusion or a reason when they are approved."""
    return consenting.discussed(_rows(items))


def from_chair(items: Sequence[int]) -> bool:
    """Whether one of some items comes with conditions of its department chair that no committee has worded yet."""
    rows = AgendaItem.select().where(AgendaItem.id.in_(list(items)) & ~AgendaItem.information)
    return any(row.application_id and recommended.chairs_alone(row.application) for row in rows)


def out_of_turn(items: Sequence[int]) -> list[str]:
    """Whose files among some items stand at another stage than the committee's, so that a decision takes a reason."""
    rows = AgendaItem.select().where(AgendaItem.id.in_(list(items))).order_by(AgendaItem.position)
    return [row.application.provider.title for row in competence.out_of_turn(list(rows))]


def record_outcome(
    items: Sequence[int],
    outcome: str,
    today: date,
    *,
    from_decision: bool = False,
    recuse_applicants: bool = False,
    **words: Any,
) -> list[Problem]:
    """Record what was decided on items of one meeting, with all that follows from it, as one step; or what is in the way.

    words are the other fields of recommending.Said: conditions, conclusion, reason, quorum_choice, out_of_turn, term_months,
    deferred_until, privileges. Approved files go to the next committee; the governing board's approval, or its expedited
    committee's, sets the appointment, its term and the privileges as they were recommended. That begins no earlier than the
    decision: what was asked for from before is refused, or begins with it (from_decision). What is deferred comes back on the
    next agenda, or on the first on or after its day. Nobody takes part in a decision on their own file: that is refused, or
    recorded as a recusal (recuse_applicants). On what is for information nothing is decided. An empty outcome takes a recorded
    one back, unless something was granted on it. What another outcome supported on agendas to come is taken off them
    (correcting)."""
    how = {"from_decision": from_decision, "recuse_applicants": recuse_applicants}
    problems = outcome_refusals(items, outcome, today, **how, **words)
    rows = _rows(items)
    if problems or not rows:
        return problems
    gone, short = _away(rows, outcome)
    _record(rows, Said(outcome, **words), gone, short, today, from_decision)
    return []


def outcome_refusals(
    items: Sequence[int],
    outcome: str,
    today: date,
    *,
    from_decision: bool = False,
    recuse_applicants: bool = False,
    **words: Any,
) -> list[Problem]:
    """Everything that record_outcome() would refuse of these words, at once; nothing is recorded."""
    rows, said = _rows(items), Said(outcome, **words)
    if not rows:
        return []
    gone, short = _away(rows, outcome)
    problems = _refusals(rows, said, () if said.quorum_choice.strip() else short.values(), from_decision, today)
    own = own_items(items) if gone and not recuse_applicants else {}
    return problems + ([Problem("outcome", own_said(own.values()))] if own else [])


def _rows(items: Sequence[int]) -> list[AgendaItem]:
    return list(AgendaItem.select().where(AgendaItem.id.in_(list(items))).order_by(AgendaItem.position))


def _away(rows: Sequence[AgendaItem], outcome: str) -> tuple[dict[int, list[int]], dict[int, OfItem]]:
    """By item the applicants' own seats, which take no part, and the items for which no quorum is left without them."""
    if outcome not in chain.DECIDED:
        return {}, {}
    ids = [row.id for row in rows]
    gone = {item: [member.seat] for item, member in own_items(ids).items()}
    return gone, without_quorum(rows[0].meeting_id, ids, gone)


def _record(
    rows: Sequence[AgendaItem],
    said: Said,
    gone: Mapping[int, Sequence[int]],
    short: Mapping[int, OfItem],
    today: date,
    from_decision: bool,
) -> None:
    """As one step; gone are the seats that are recused with it, and short the items without a quorum, by item."""
    meeting, choice, why = rows[0].meeting, said.quorum_choice.strip(), said.out_of_turn.strip()
    unknown = unknown_quorum(meeting.id, today) if said.outcome in chain.DECIDED else ""
    jumps = {row.id for row in competence.out_of_turn(rows)} if said.outcome in chain.DECIDED else set()
    with history.step(_title(said.outcome, rows, meeting)):
        for row in rows:
            for seat in gone.get(row.id, ()):
                Recusal.create(item=row, seat=seat, reason="The applicant")
            kept = why if row.id in jumps else row.out_of_turn if said.outcome in chain.DECIDED else ""
            own = replace(said, quorum_choice=choice if row.id in short or unknown else "", out_of_turn=kept)
            _keep(row, own, today, from_decision)
        unvoted = meeting.state == HELD and any(row.section == "Minutes" for row in rows)
        if said.outcome in chain.RETURNS or unvoted:
            pass_on(meeting)


def _keep(row: AgendaItem, said: Said, today: date, from_decision: bool) -> None:
    """Keep what was said about an item, and let its file follow."""
    before, limits, until, meeting = row.outcome, row.conditions, row.deferred_until, row.meeting
    stood, gone = competence.stood(row), correcting.gone_with(row, said.outcome)
    said = recommending.brought(row, meeting, said)
    for name in _KEPT:
        setattr(row, name, getattr(said, name))
    row.save()
    if before in chain.RETURNS and row.outcome in chain.RETURNS and until != row.deferred_until:
        call_back(row)
    for each in gone:
        each.delete_instance()
    if row.application_id and not row.information and not competence.is_closed_before(row):
        steps = [
            lambda: _follow(row, meeting, before, stood, today, from_decision),
            lambda: recommending.keep(row, meeting, said, limits if before == LIMITED else ""),
        ]
        # The board's words on privileges must lie there before it grants them; a committee's go to a file that has moved.
        for do in reversed(steps) if meeting.committee.level in FINAL else steps:
            do()


_KEPT = tuple(each.name for each in fields(Said) if each.name != "privileges")


def _title(outcome: str, rows: Sequence[AgendaItem], meeting: Meeting) -> str:
    gone = correcting.agendas(rows, outcome)
    off = f"; off the agenda of {listed(gone)}" if gone else ""
    return f"{outcome or 'No outcome'}: {_named(rows)}, {meeting.committee.short or meeting.committee.name}{off}"


def _named(rows: Sequence[AgendaItem]) -> str:
    first = rows[0]
    if len(rows) > 1:
        return f"{len(rows)} items"
    return str(first.title or (first.application.provider.title if first.application else first.section))


def _refusals(
    rows: Sequence[AgendaItem], said: Said, short: Iterable[OfItem], from_decision: bool, today: date
) -> list[Problem]:
    """Everything in the way of what was said, each once; short are the items without a quorum and without the chair's choice."""
    meeting, outcome = rows[0].meeting, said.outcome
    found = (
        _asked(meeting, said)
        + backwards(rows, outcome)
        + informing.problems(rows, outcome)
        + recommending.problems(rows, said)
    )
    found += competence.problems(rows, said, today) or correcting.problems(rows, outcome)
    found += [Problem("quorum_choice", f"{each.said} Say what the chair chose.") for each in short]
    unknown = (
        unknown_quorum(meeting.id, today) if outcome in chain.APPROVED and meeting.committee.level in FINAL else ""
    )
    if unknown and not said.quorum_choice.strip() and any(row.application_id and not row.information for row in rows):
        found.append(Problem("quorum_choice", f"{unknown} Or say what the chair chose: the decision appoints."))
    if outcome in chain.APPROVED and not from_decision:
        found += [Problem("outcome", each.said) for each in begun_early([row.id for row in rows])]
    if outcome in chain.APPROVED and not (said.conclusion.strip() or said.reason.strip()):
        found += _unreasoned(rows)
    return list(dict.fromkeys(found))


def _asked(meeting: Meeting, said: Said) -> list[Problem]:
    problems = []
    if meeting.state == CANCELLED:
        problems.append(Problem("outcome", "The meeting is cancelled: nothing was decided at it."))
    if not said.outcome and any(
        (said.conditions or "", said.conclusion, said.reason, said.term_months, said.privileges)
    ):
        problems.append(Problem("outcome", "Choose an outcome: the words are kept with it."))
    if said.outcome == LIMITED and not (said.conditions or "").strip():
        problems.append(Problem("conditions", "Say the conditions."))
    if said.outcome in _REASONED and not said.reason.strip():
        problems.append(Problem("reason", _NEEDS[said.outcome]))
    return problems


def _unreasoned(rows: Sequence[AgendaItem]) -> list[Problem]:
    """A file in full review is approved with the reasons that bear it: surveyors look for evidence of deliberation."""
    who = discussed([row.id for row in rows])
    if not who:
        return []
    whose = f"{who[0]} is" if len(who) == 1 else f"{len(who)} of these files are"
    return [Problem("conclusion", f"{whose} Category 2: say what the committee concluded, and what bears it.")]


def _follow(row: AgendaItem, meeting: Meeting, before: str, stood: str, today: date, from_decision: bool) -> None:
    """Move the file to where the outcome sends it. Another outcome than before begins again at this committee's turn, or where
    the file stood when it was decided out of turn."""
    level, file = meeting.committee.level, row.application
    reached, start = file.stage, competence.start(file, level, before)
    stage = chain.after(start, level, row.outcome)
    if stood and before and stage == start:
        stage = stood
    on: date = min(meeting.held, today)  # type: ignore[type-var, assignment]
    if level in FINAL and row.outcome in chain.APPROVED:
        # What is granted is what the record says: recommending.brought put there what came with the file.
        limits, months = row.conditions, row.term_months
        how: dict[str, Any] = {"conditions": limits, "months": months, "from_decision": from_decision}
        applications.grant(file.id, meeting.held, **how, today=today)
    elif stage == "Closed":
        ending = "Withdrawn" if row.outcome == "Withdrawn" else "Denied"
        applications.close(file.id, ending, meeting.held, row.reason)
    elif stage != reached:
        back = STAGES.index(stage) < STAGES.index(reached)
        why = f"{row.outcome or 'outcome taken back'} at {meeting.committee.name}" if back else ""
        stages.enter(file, stage, on, why)
    if row.out_of_turn and not chain.is_turn_of(start, level):
        competence.remark(row, reached, on)
    if level == expedited.LEVEL and full_review.NOT_APPROVED in (before, row.outcome) and before != row.outcome:
        (full_review.enter if row.outcome == full_review.NOT_APPROVED else full_review.leave)(row)
