"""Simple minutes of a held meeting: who was there, what was decided and why, who does what by when. No discussion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.errors import WorkbenchError
from workbench.lists import agenda, meetings_around, recommended, recusals
from workbench.lists.agenda_parts import Agenda, Item
from workbench.lists.recusals import Recused
from workbench.papers import stayed
from workbench.papers.asked_for import asked_for
from workbench.papers.minutes_said import NO_OUTCOME, OF_TOLD, outcome_of
from workbench.records.meeting import ActionItem, Attendance, Meeting
from workbench.records.meeting_words import CANCELLED, THERE
from workbench.records.policy import Policy
from workbench.records.texts import clock, day
from workbench.rules import quorum
from workbench.rules.chain import APPROVED, DECIDED
from workbench.rules.dossier import Dossier
from workbench.rules.quorum import Member, OfItem
from workbench.store import settings


@dataclass(frozen=True)
class Decided:
    """One item and what became of it."""

    number: str
    title: str
    detail: str
    asked: str
    outcome: str
    conditions: str
    conclusion: str
    reason: str
    recused: tuple[str, ...] = ()
    """“Marsh, Helen, MD (same group practice; left 7:50 am)”."""
    quorum: str = ""
    """What was left of it, where somebody recused or there was none."""
    quorum_choice: str = ""
    file: str = ""
    """Of a file its kind, category and term."""
    more: tuple[str, ...] = ()
    """The term, until when it is deferred, and each privilege."""


@dataclass(frozen=True)
class Part:
    """A section of the agenda with what was decided in it."""

    number: str
    name: str
    items: tuple[Decided, ...]


@dataclass(frozen=True)
class Task:
    """What somebody is to do."""

    what: str
    owner: str
    due: str
    state: str
    """“Open”, “Done Dec 4 2026”."""


@dataclass(frozen=True)
class Minutes:
    """All that the minutes of a meeting say."""

    hospital: str
    committee: str
    held: date
    place: str
    opened: str
    adjourned: str
    present: tuple[str, ...]
    excused: tuple[str, ...]
    absent: tuple[str, ...]
    guests: tuple[str, ...]
    """Those there without a vote."""
    quorum: str
    parts: tuple[Part, ...]
    raised: tuple[Task, ...]
    carried: tuple[Task, ...]
    """Raised at earlier meetings and open when this one was held."""
    chair: str
    legend: str
    standing: str
    """“Draft, to be approved at the next meeting.” or “Approved Jan 5 2027.”"""
    lacks: tuple[str, ...]
    """What is not recorded, in sentences; the minutes say so themselves."""
    printed: date


def minutes_of(meeting: int, today: date) -> Minutes:
    """The minutes of a meeting; raises WorkbenchError if it was not held yet."""
    found, files = _held(meeting, today)
    attendance = {row.seat_id: row for row in Attendance.select().where(Attendance.meeting == meeting)}
    presence = {seat: row.presence for seat, row in attendance.items()}
    per_item = found.quorum_basis == "Per item"
    times = {seat: _times(row) for seat, row in attendance.items() if per_item}
    quorums = recusals.quorums(meeting)
    raised, carried = _tasks(found)
    return Minutes(
        hospital=settings.load(Policy).hospital,
        committee=found.committee_name,
        held=found.held,
        place=found.place,
        opened=clock(found.opened) if found.opened else "",
        adjourned=clock(found.adjourned) if found.adjourned else "",
        present=_names(found, presence, THERE, times, votes=True),
        excused=_names(found, presence, {"Excused"}, times),
        absent=_names(found, presence, {"Absent"}, times),
        guests=_names(found, presence, THERE, times, votes=False),
        quorum=_quorum(found, presence, stayed.throughout(found, attendance) if per_item else None),
        parts=_parts(found, files, quorums),
        raised=raised,
        carried=carried,
        chair=found.chair,
        legend=found.legend,
        standing=_standing(found),
        lacks=(*_lacks(found, presence, quorums), *(_doubtful(found, attendance, quorums) if per_item else ())),
        printed=today,
    )


def _held(meeting: int, today: date) -> tuple[Agenda, dict[int, Dossier]]:
    found, files = agenda.with_files(meeting, today)
    if found is None or found.state == CANCELLED or found.held > today:
        when = f"is on {day(found.held)}" if found and found.state != CANCELLED else "was not held"
        raise WorkbenchError(
            f"There are no minutes yet: the meeting {when}. Nothing was written. Make them when it was held."
        )
    return found, files


def _names(
    found: Agenda,
    presence: dict[int, str],
    wanted: frozenset[str] | set[str],
    times: dict[int, list[str]],
    votes: bool | None = None,
) -> tuple[str, ...]:
    voted = quorum.standing_in(found.members, found.held, presence)
    return tuple(
        _named(each, presence[each.seat], _marks(each, found, times), voted.get(each.seat))
        for each in found.members
        if presence.get(each.seat) in wanted and votes in (None, each.votes)
    )


def _marks(each: Member, found: Agenda, times: dict[int, list[str]]) -> list[str]:
    return [*([] if each.sits(found.held) else ["outside the term"]), *times.get(each.seat, [])]


def _times(row: Attendance) -> list[str]:
    """When a member came late or left early: it matters where the quorum is counted per item."""
    said = (("arrived", row.arrived), ("left", row.left))
    return [f"{what} {clock(str(when))}" for what, when in said if when]


def _named(member: Member, presence: str, times: list[str], place_of: Member | None) -> str:
    """place_of is in whose place an alternate voted."""
    marks = [member.role.lower()] if member.role != "Member" else []
    if member.role == "Alternate" and member.votes and presence in THERE:
        marks = [f"alternate for {place_of.name}" if place_of else "alternate, not voting"]
    marks += ["by telephone or video"] if presence == "By telephone or video" else []
    marks += times
    return f"{member.name} ({', '.join(marks)})" if marks else member.name


def _quorum(found: Agenda, presence: dict[int, str], throughout: int | None) -> str:
    """throughout is how many votes were there from beginning to end, where that matters and some were not."""
    if not presence:
        return ""
    there = quorum.present(found.members, found.held, presence)
    reached = "a quorum was present" if there >= found.quorum else "there was no quorum"
    stayed_on = "" if throughout is None else f", {throughout} of them throughout"
    if throughout is not None and there >= found.quorum:
        reached = f"a quorum was {'' if throughout >= found.quorum else 'not '}present throughout"
    basis = found.quorum_basis.lower()
    return f"{there} of {found.voting} votes were there{stayed_on}; the quorum is {found.quorum}, counted {basis}: {reached}."


def _parts(found: Agenda, files: Mapping[int, Dossier], quorums: Mapping[int, OfItem]) -> tuple[Part, ...]:
    recused, lines = recusals.of_meeting(found.meeting), recommended.of_items([item.id for item in found.items])
    more = {item.id: recommended.all_said(item, lines.get(item.id, ()), found.level) for item in found.items}

    def decided(item: Item) -> Decided:
        said = _decided(item, recused.get(item.id, ()), quorums.get(item.id))
        file = files.get(item.application or 0)
        plain = () if lines.get(item.id) else _as_asked(item, file)
        return replace(said, more=(*more[item.id], *plain), file=asked_for(file))

    return tuple(Part(each.number, each.name, tuple(map(decided, each.items))) for each in found.sections)


def _as_asked(item: Item, file: Dossier | None) -> tuple[str, ...]:
    """Of a file that was approved without a word on single privileges, as the consent list is, which ones that was about."""
    if file is None or item.information or item.outcome not in APPROVED:
        return ()
    names = [row.name for row in file.requests if row.decision != "Withdrawn"]
    return (f"Privileges asked for: {', '.join(names)}",) if names else ()


def _decided(item: Item, recused: Sequence[Recused], left: OfItem | None) -> Decided:
    outcome = outcome_of(item)
    title, detail = item.title, item.detail if item.application else ""
    said = left.said if left and (recused or left.short and outcome) else ""
    return Decided(
        number=item.number,
        title=title,
        detail=detail,
        asked="" if item.information else item.asked,
        outcome=outcome,
        conditions=item.conditions,
        conclusion=item.conclusion,
        reason=item.reason,
        recused=tuple(each.said for each in recused),
        quorum=said,
        quorum_choice=item.quorum_choice,
    )


def _tasks(found: Agenda) -> tuple[tuple[Task, ...], tuple[Task, ...]]:
    query = ActionItem.select().where(ActionItem.raised_at == found.meeting).order_by(ActionItem.due, ActionItem.id)
    raised = list(query)
    ids = {each.get_id() for each in raised}
    earlier = ActionItem.select().where(ActionItem.id.in_([each.id for each in found.actions if each.id not in ids]))
    return tuple(map(_task, raised)), tuple(map(_task, earlier.order_by(ActionItem.due, ActionItem.id)))


def _task(each: ActionItem) -> Task:
    state = f"Done {day(each.done)}" if each.done else "Open"
    return Task(each.title, each.owner or "No owner", day(each.due) or "No date", state)


def _standing(found: Agenda) -> str:
    """Whether a later meeting approved them: the next one, or the one to which they were deferred."""
    approved = meetings_around.approval(Meeting.get_by_id(found.meeting))
    if approved is not None:
        corrected = " with corrections" if approved.outcome != "Approved" else ""
        return f"Approved{corrected} {day(approved.meeting.held)}."
    return "Draft, to be approved at the next meeting."


def _lacks(found: Agenda, presence: dict[int, str], quorums: dict[int, OfItem]) -> tuple[str, ...]:
    open_ones = [each for each in found.items if outcome_of(each) == NO_OUTCOME]
    told = [each for each in found.items if each.information and each.outcome and each.outcome not in OF_TOLD]
    short = [each for each in found.items if each.outcome and not each.quorum_choice and _is_short(quorums, each)]
    said = [] if presence else ["Nobody's attendance is recorded: enter it under Attendance."]
    said += [] if found.opened else ["When it was called to order is not recorded: say it when you close the meeting."]
    said += [] if found.adjourned else ["When it was adjourned is not recorded: say it when you close the meeting."]
    said += [f"{_items(len(open_ones))} without an outcome: record what was decided."] if open_ones else []
    said += [
        f"{each.number} was for information, and “{each.outcome}” is recorded of it: take that back." for each in told
    ]
    said += [f"{each.number}: no quorum was left; say what the chair chose, with its outcome." for each in short]
    said += [] if found.legend else ["There is no confidentiality legend: enter your state's statute text in Settings."]
    return tuple(said)


def _doubtful(found: Agenda, attendance: Mapping[int, Attendance], quorums: dict[int, OfItem]) -> Iterator[str]:
    return stayed.doubtful(found, attendance, recusals.of_meeting(found.meeting), quorums, DECIDED)


def _is_short(quorums: dict[int, OfItem], item: Item) -> bool:
    left = quorums.get(item.id)
    return left is not None and left.short > 0 and item.outcome in DECIDED


def _items(count: int) -> str:
    return "One item is" if count == 1 else f"{count} items are"
