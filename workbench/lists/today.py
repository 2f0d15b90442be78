"""What is to be done now, and why: tasks, credentials that lapse, meetings; and what is coming. Applications: today_whole."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from peewee import JOIN, ModelSelect, fn

from workbench.lists import copies_out, ending
from workbench.lists.expirables import EXPIRABLES, awake
from workbench.records import texts
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import OPEN, PLANNED
from workbench.records.office_lists import Facility
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.records.words import of
from workbench.store import alphabet, settings

WEEKS = 8
SOON = 14
"""Days ahead that a task or a step of an application comes up before it is due."""
MOST = 200
"""Credentials that are told one by one; the others are a line that opens their list."""


@dataclass(frozen=True)
class Doing:
    """One thing to do, with the reason, and the one button that does it."""

    due: date | None
    what: str
    who: str
    """“Okafor, Adaeze N., MD · Cardiology”, or the committee."""
    why: str
    verb: str
    """What the button says."""
    page: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Where the button leads: the page's key, and what it opens with."""
    waits: bool = False
    """Whether somebody else is to act first."""
    task: int | None = None
    renews: int | None = None
    """The credential whose new term the button asks for; where it leads is then the way to all of the file."""
    grave: bool = False
    """Whether somebody is not ready to practice for it now."""
    counts: int = 1
    """How many things the line stands for."""
    stands: bool = False
    """Whether it holds already, as what a standard finds, and no day is one of its own: it comes with what is due, and shows none."""

    def when(self, today: date) -> tuple[str, str]:
        """(text, tone) of its day; nothing where it has none of its own."""
        return ("", "") if self.stands else when(self.due, today)


@dataclass(frozen=True)
class Coming:
    """What expires: how many in all, and week by week."""

    lapsed: int
    urgent: int
    """Within the office's urgent days, without what has lapsed."""
    later: int
    """Within its lead, without those before."""
    urgent_days: int
    lead_days: int
    weeks: tuple[tuple[date, int], ...]
    """The Monday of each week, and how many expire in it; of the first, from today on."""

    @property
    def total(self) -> int:
        """What the list of what expires counts."""
        return self.lapsed + self.urgent + self.later


@dataclass(frozen=True)
class Process:
    """Where the applications in process stand."""

    total: int
    median: int
    """Days in process."""
    oldest: int
    stages: tuple[tuple[str, int], ...]
    ready: int


@dataclass(frozen=True)
class Next:
    """A meeting that is coming."""

    id: int
    committee: str
    held: date
    state: str
    items: int


@dataclass(frozen=True)
class Today:
    """Everything that the page shows."""

    on: date
    coming: Coming
    process: Process | None
    """None where the applications are not read yet."""
    meetings: tuple[Next, ...]
    doings: tuple[Doing, ...]
    anybody: bool
    """Whether the office has people."""


def read(today: date) -> Today:
    """What has a day of its own: all but the applications, whose standing takes the rules to say."""
    policy, meetings = settings.load(Policy), list(_meetings(today))
    doings = (
        *_tasks(today),
        *_lapsing(today, policy),
        *_packets(meetings, today),
        *_unclosed(today),
        *_collecting(today),
    )
    nexts = tuple(_next(each) for each in meetings[:4])
    return Today(today, coming(today, policy), None, nexts, in_order(doings), Provider.select().exists())


def in_order(doings: Iterable[Doing]) -> tuple[Doing, ...]:
    """What keeps somebody from practice before what is only longer over; then what is due first, first; of one day what waits
    for others last."""
    return tuple(
        sorted(doings, key=lambda each: (not each.grave, each.due or date.max, each.waits, alphabet.place(each.who)))
    )


def when(due: date | None, today: date) -> tuple[str, str]:
    """(text, tone) of a due day: “3 days over”, “Today”, “Fri”, “Dec 1”."""
    if due is None:
        return "No date", "quiet"
    days = (due - today).days
    if days < 0:
        return f"{of(-days, 'day')} over", "bad"
    if days == 0:
        return "Today", "warn"
    if days < 7:
        return due.strftime("%a"), "info"
    return f"{texts.MONTHS[due.month - 1]} {due.day}", "quiet"


# What expires


def coming(today: date, policy: Policy) -> Coming:
    """What expires, counted as the list of credentials counts it."""
    lapsed = EXPIRABLES.count(today=today, view="lapsed")
    total = EXPIRABLES.count(today=today, view="expiring")
    ends = _ends(today, today + timedelta(days=policy.lead_days))
    urgent = sum(count for day, count in ends.items() if (day - today).days <= policy.urgent_days)
    monday = today - timedelta(days=today.weekday())
    weeks = []
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        weeks.append((first, sum(ends.get(first + timedelta(days=n), 0) for n in range(7))))
    return Coming(lapsed, urgent, total - lapsed - urgent, policy.urgent_days, policy.lead_days, tuple(weeks))


def _ends(today: date, last: date) -> dict[date, int]:
    """How many current terms of the staff end on each day."""
    query = (
        Credential.select(Credential.expires, fn.COUNT(Credential.id))
        .join(Provider)
        .where(
            ~Credential.past
            & Credential.expires.between(today, last)
            & Provider.status.not_in(tuple(GONE))
            & awake(today)
        )
        .group_by(Credential.expires)
    )
    return dict(query.tuples())


def _lapsing(today: date, policy: Policy) -> Iterator[Doing]:
    query = ending.terms(today + timedelta(days=policy.urgent_days), today)
    told = list(query.limit(MOST).namedtuples())
    states = {policy.state, *(row[0] for row in Facility.select(Facility.state).distinct().tuples())} - {""}
    yield from (_lapse(row, today, states) for row in told)
    if len(told) == MOST:
        lapsed = sum(row.expires < today for row in told)
        yield from _untold(query, today, policy, lapsed)


def _untold(query: ModelSelect, today: date, policy: Policy, lapsed: int) -> Iterator[Doing]:
    """What is not told one by one, as lines that open their lists where the first of each would stand."""
    over = query.where(Credential.expires < today)
    if (more := over.count() - lapsed) > 0:
        first, leads = _at(over, lapsed), {"view": "lapsed"}
        why = "Settle those whose people have left, renew the others: what ended longest ago stands above"
        what = f"{more:,} more that lapsed"
        yield Doing(
            first.expires, what, "", why, "Open list", "credentials", leads, grave=bool(first.grave), counts=more
        )
    soon = query.where(Credential.expires >= today)
    told = MOST - lapsed
    if (more := soon.count() - told) > 0:
        first = _at(soon, told)
        leads = {"view": "expiring", "expires": f"next {policy.urgent_days} days"}
        why = f"They end within {policy.urgent_days} days, after those above"
        what = f"{more:,} more that expire"
        yield Doing(first.expires, what, "", why, "Open list", "credentials", leads, counts=more)


def _at(query: ModelSelect, place: int) -> Any:
    return next(iter(query.offset(place).limit(1).namedtuples()))


def _lapse(row: Any, today: date, states: Container[str]) -> Doing:
    sort = row.sort_name if row.sort_name[1:2].isupper() else row.sort_name[:1].lower() + row.sort_name[1:]
    what = f"Renew {sort}: {row.title}" if row.title and row.title != row.sort_name else f"Renew {sort}"
    named = " ".join(part for part in (row.number, row.state) if part) or "It"
    ends = f"{named} {'expired' if row.expires < today else 'expires'} {texts.day(row.expires)}"
    why = " · ".join(part for part in (ending.matters(row, states), ends) if part)
    who = Provider.title_of(row.last, row.first, row.middle, row.suffix, row.degree)
    beside = row.specialty or row.department
    arguments = {"provider": row.provider, "tab": "credentials", "credential": row.id}
    about = f"{who} · {beside}" if beside else who
    return Doing(row.expires, what, about, why, "Renew", "file", arguments, renews=row.id, grave=bool(row.grave))


# Meetings, tasks


def _meetings(today: date) -> Iterable[Any]:
    query = Meeting.select(Meeting, Committee).join(Committee)
    return query.where((Meeting.held >= today) & Meeting.state.in_(OPEN)).order_by(Meeting.held, Meeting.starts)


def _next(each: Any) -> Next:
    items = AgendaItem.select().where(AgendaItem.meeting == each.id).count()
    return Next(each.id, each.committee.name, each.held, each.state, items)


def _packets(meetings: Iterable[Any], today: date) -> Iterator[Doing]:
    for each in meetings:
        due = each.held - timedelta(days=each.committee.lead_days)
        if each.state == PLANNED and due <= today + timedelta(days=SOON):
            why = f"Meets {texts.day(each.held)}; readers want it {of(each.committee.lead_days, 'day')} before"
            yield Doing(
                due, "Issue the packet", each.committee.name, why, "Open meeting", "meeting", {"meeting": each.id}
            )


def _unclosed(today: date) -> Iterator[Doing]:
    query = Meeting.select(Meeting, Committee).join(Committee)
    for each in query.where((Meeting.held < today) & Meeting.state.in_(OPEN)).order_by(Meeting.held):
        why = f"Met {texts.day(each.held)}; no file moves on before its outcome is recorded"
        yield Doing(
            each.held, "Record the outcomes", each.committee.name, why, "Open meeting", "meeting", {"meeting": each.id}
        )


def _collecting(today: date) -> Iterator[Doing]:
    """What is handed over on paper alone and is still out once its meeting is over."""
    for each in copies_out.on_paper():
        if each.held < today:
            why = f"Met {texts.day(each.held)}; it is handed over at the meeting, collected and logged in"
            leads = {"meeting": each.meeting}
            yield Doing(each.held, f"Collect {each.said}", each.committee, why, "Open meeting", "meeting", leads)


def _tasks(today: date) -> Iterator[Doing]:
    query = Task.select(Task, Provider).join(Provider, JOIN.LEFT_OUTER)
    awake = Task.snoozed.is_null() | (Task.snoozed <= today)
    near = Task.due.is_null() | (Task.due <= today + timedelta(days=SOON))
    for each in query.where(~Task.done & awake & near):
        who = each.provider.title if each.provider_id else ""
        parts = (
            f"{each.owner}'s task" if each.owner else "Task",
            each.repeats.lower(),
            each.remarks.partition("\n")[0],
        )
        yield Doing(
            each.due, each.title, who, ", ".join(part for part in parts if part), "Done", *_leads(each), task=each.id
        )


def _leads(task: Task) -> tuple[str, dict[str, Any]]:
    """Where a task leads: to its credential, else to its own page."""
    if task.credential_id and task.provider_id:
        return "file", {"provider": task.provider_id, "tab": "credentials", "credential": task.credential_id}
    return "tasks", {"record": task.id}
