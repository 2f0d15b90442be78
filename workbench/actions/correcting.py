"""What rests on an outcome that is about to be corrected: it goes in the same step, or keeps the outcome where something was
recorded on it."""

from collections.abc import Iterator, Sequence

from workbench.actions import carrying_over, competence
from workbench.actions.agenda_order import called, titled
from workbench.errors import Problem
from workbench.lists import meetings_around
from workbench.records.application import STAGES
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, HELD, OPEN
from workbench.records.texts import listed
from workbench.rules import chain


def problems(rows: Sequence[AgendaItem], outcome: str) -> list[Problem]:
    """What keeps the outcome of items from being another, or none: what a later meeting recorded rests on it."""
    return [problem for row in rows for problem in _kept_by(row, outcome)]


def gone_with(row: AgendaItem, outcome: str) -> list[AgendaItem]:
    """The items on agendas to come that another outcome than the one before takes along."""
    gone = carrying_over.copies(row) if _comes_back_no_more(row, outcome) else []
    return gone + [each for each in _passed_on(row, outcome) if not each.outcome and each.meeting.state in OPEN]


def agendas(rows: Sequence[AgendaItem], outcome: str) -> list[str]:
    """“Board, Dec 24 2026”: the agendas from which another outcome takes items."""
    return list(dict.fromkeys(titled(each.meeting) for row in rows for each in gone_with(row, outcome)))


def said(rows: Sequence[AgendaItem], outcome: str) -> str:
    """“It stands on the agenda of Board, Dec 24 2026 by the outcome before, and will be taken off.”; "" where nothing goes."""
    found = agendas(rows, outcome)
    if not found:
        return ""
    stands = "It stands" if len(rows) == 1 else "Some stand"
    return f"{stands} on the agenda of {listed(found)} by the outcome before, and will be taken off."


def _kept_by(row: AgendaItem, outcome: str) -> Iterator[Problem]:
    rests = carrying_over.recorded_copies(row) if _comes_back_no_more(row, outcome) else []
    rests += [each for each in _passed_on(row, outcome) if each.outcome]
    for each in rests[:1]:
        what = f"“{each.outcome}”" if each.outcome else "a recusal"
        yield Problem(
            "outcome",
            f"{called(row.__data__)}: {titled(each.meeting)} has {what} recorded, which rests on “{row.outcome or 'no outcome'}” "
            "here. Take that back first, then correct this.",
        )


def _comes_back_no_more(row: AgendaItem, outcome: str) -> bool:
    """Whether what was left to a later meeting is dealt with here after all; minutes that nobody voted on were left as well."""
    unvoted = row.section == "Minutes" and row.meeting.state == HELD and not row.outcome and bool(outcome)
    return (row.outcome in chain.RETURNS or unvoted) and outcome not in chain.RETURNS


def _passed_on(row: AgendaItem, outcome: str) -> list[AgendaItem]:
    """The items of later committees on whose agendas a file stands that goes back from them, if this is the outcome."""
    level = row.meeting.committee.level
    turn, stood = chain.STAGE_OF.get(level), competence.stood(row)
    if turn is None or not row.application_id or row.information or not row.outcome:
        return []
    if stood and STAGES.index(stood) > STAGES.index(turn):
        return []  # it was there before this committee said anything
    was, now = (STAGES.index(chain.after(turn, level, each)) for each in (row.outcome, outcome))
    if now >= was:
        return []
    after = [each for each, stage in chain.STAGE_OF.items() if STAGES.index(stage) > STAGES.index(turn)]
    query = AgendaItem.select(AgendaItem, Meeting, Committee).join(Meeting).join(Committee)
    query = query.where((AgendaItem.application == row.application_id) & ~AgendaItem.information)
    query = query.where(Committee.level.in_(after) & (Meeting.state != CANCELLED))
    query = query.where(~meetings_around.earlier(row.meeting.held, row.meeting.starts))
    return list(query.order_by(Meeting.held))
