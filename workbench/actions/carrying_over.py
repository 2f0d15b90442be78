"""What stands on agendas by itself, and what one meeting leaves to the next: what was deferred, minutes that nobody voted on, and
all but the files of a meeting that was cancelled."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import fn

from workbench.actions.agendas import put
from workbench.lists import carried, meetings_around
from workbench.lists.agenda_parts import CARRIED
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, HELD, OPEN
from workbench.rules import chain

STANDING = (
    ("Call to order", "Call to order, conflicts of interest", "", 2),
    ("Minutes", "", "Approve", 3),
    ("Action items", "", "Review", 5),
)
"""What every agenda begins with: section, title (empty says what is carried over), what is asked, minutes."""
_CARRIED = ("title", "application", "provider", "document", "asked", "minutes", "information")


def furnish(meeting: Meeting) -> None:
    """Give a new meeting what stands on every agenda, and what was left to it; inside a step."""
    for place, (section, title, asked, minutes) in enumerate(STANDING, 1):
        AgendaItem.create(meeting=meeting, section=section, position=place, title=title, asked=asked, minutes=minutes)
    carry(meeting)


def is_standing(item: AgendaItem) -> bool:
    """Whether an item stands on every agenda by itself, and so goes nowhere with a meeting that is cancelled."""
    return item.section in ("Call to order", "Adjournment") or (item.section in CARRIED and not item.title)


def carry(meeting: Meeting) -> int:
    """Put on what earlier meetings left to this one, and bring what stands on a later agenda in its place; inside a step; how
    many."""
    if meeting.state not in OPEN:
        return 0
    left = [(each, there) for each, there in _due(meeting) if not _is_decided(each)]
    for item, there in left:
        if there is not None:
            there.delete_instance()
        _copy(there or item, meeting, item)
    return len(left) + _carry_minutes(meeting)


def drawn_in(meeting: Meeting) -> list[AgendaItem]:
    """The items on later agendas that a meeting, new or about to be moved, would take over, since it is the next for them."""
    if meeting.state not in OPEN or meeting.committee_id is None or not isinstance(meeting.held, date):
        return []
    return [there for item, there in _due(meeting) if there is not None and not _is_decided(item)]


def pass_on(meeting: Meeting) -> int:
    """Put what a meeting leaves on the committee's next meeting that is still to be held, or on the first on or after the day
    until which it was put off; inside a step; how many."""
    count = 0
    for item in _left(meeting):
        following = _next_open(item)
        if (
            following is not None
            and not _is_decided(item)
            and not any(_later(item))
            and not _stands_on(following, item)
        ):
            _copy(item, following, item)
            count += 1
    following = _open_after(meeting).first()
    return count + (_carry_minutes(following) if following else 0)


def copies(item: AgendaItem) -> list[AgendaItem]:
    """The items on agendas to come by which what was deferred comes back, and on which nothing is recorded."""
    return [each for each in _later(item) if _is_open(each)]


def recorded_copies(item: AgendaItem) -> list[AgendaItem]:
    """The items of later meetings by which it came back, and on which something is recorded."""
    return [each for each in _later(item) if _is_recorded(each)]


def call_back(item: AgendaItem) -> int:
    """Take what was deferred off the agendas to come on which it was put, where nothing was said of it yet; inside a step."""
    gone = copies(item)
    for each in gone:
        each.delete_instance()
    return len(gone)


def stands_again(meeting: Meeting) -> None:
    """A meeting that was cancelled takes place after all: what it left to later agendas comes back to it, and what was dealt
    with there is taken off; inside a step."""
    for item in [each for each in meeting.items if not is_standing(each) and not _is_recorded(each)]:
        later = _later(item)
        if any(_is_recorded(each) for each in later) or _stands_before(item):
            item.delete_instance()
        for each in later:
            if _is_open(each) and (item.application_id or all(_same(each, item, name) for name in _CARRIED)):
                each.delete_instance()
    carry(meeting)


def resettle(meeting: Meeting, was: date) -> None:
    """A meeting was moved from a day: what it was left, and what it leaves, stands on the agenda that is next now; inside a step."""
    for item in [each for each in meeting.items if not is_standing(each) and _is_open(each)]:
        source = _source(item, was)
        following = _next_open(source) if source is not None else None
        if source is None or following == meeting or (following is None and source.meeting.held < meeting.held):
            continue
        item.delete_instance()
        if following is not None and not _stands_on(following, source):
            _copy(item, following, source)
    for item in _left(meeting):
        following = _next_open(item)
        for each in _kin(item):
            if each.meeting.held > min(was, meeting.held) and each.meeting != following and _is_open(each):
                each.delete_instance()
    pass_on(meeting)
    carry(meeting)


# What is left


def _left(meeting: Meeting) -> Iterator[AgendaItem]:
    """The items that a meeting leaves to a later one."""
    return (each for each in meeting.items.order_by(AgendaItem.position) if _is_left(each))


def _is_left(item: AgendaItem) -> bool:
    """Whether an item goes to a later meeting. The files of a cancelled one are free, but for those deferred to it."""
    if item.meeting.state != CANCELLED:
        return item.outcome in chain.RETURNS
    if item.outcome or is_standing(item):
        return False
    return item.application_id is None or bool(item.information) or _source(item, item.meeting.held) is not None


def _due(meeting: Meeting) -> list[tuple[AgendaItem, AgendaItem | None]]:
    """What the meeting before left, and what any earlier one deferred until a day that has come; with the item on a later agenda
    that holds it, if there is one. Nothing that was dealt with meanwhile."""
    whose, earlier = Meeting.committee == meeting.committee_id, Meeting.held < meeting.held
    before = Meeting.select(fn.MAX(Meeting.held)).where(whose & earlier & (Meeting.state != CANCELLED)).scalar()
    query = AgendaItem.select(AgendaItem, Meeting).join(Meeting).where(whose & earlier)
    query = query.where(AgendaItem.outcome.in_(["", *chain.RETURNS]) & (Meeting.id != (meeting.get_id() or 0)))
    query = query.where((AgendaItem.outcome != "") | (Meeting.state == CANCELLED))
    found: dict[Any, tuple[AgendaItem, AgendaItem | None]] = {}
    for item in query.order_by(Meeting.held.desc(), AgendaItem.position.desc()):
        # without a day it comes back at the next meeting: none lies between
        near = before is None or item.meeting.held >= before
        if (item.deferred_until <= meeting.held if item.deferred_until else near) and _is_left(item):
            later = _later(item)
            free = [each for each in later if each.meeting.held > meeting.held and _is_open(each)]
            if len(free) == len(later) and not _met_between(item, meeting):
                found.setdefault(_subject(item), (item, free[0] if free else None))
    return list(found.values())[::-1]


def _carry_minutes(meeting: Meeting) -> int:
    """Minutes of earlier meetings that nobody voted on stand beside those of the last one, which stand there by themselves."""
    if _open_before(meeting):
        return 0
    count = 0
    for each in meetings_around.unapproved(meeting)[:-1]:
        title = meetings_around.minutes_called(each.held)  # type: ignore[arg-type]
        rows = [item for item in _minutes_after(each) if _title(item).casefold() == title.casefold()]
        put_off = any(item.deferred_until and item.deferred_until > meeting.held for item in rows)
        open_ones = [item for item in rows if item.meeting.state in OPEN and not item.outcome]
        if put_off or any(item.meeting == meeting for item in open_ones):
            continue
        for item in open_ones:
            if item.carried_from_id:
                item.delete_instance()
        unvoted = next((item for item in rows if item.meeting.state == HELD), None)
        put(meeting.id, "Minutes", title=title, asked="Approve", minutes=3, carried_from=unvoted)
        count += 1
    return count


def _minutes_after(meeting: Meeting) -> list[AgendaItem]:
    query = AgendaItem.select(AgendaItem, Meeting).join(Meeting).where(Meeting.committee == meeting.committee_id)
    query = query.where((Meeting.held > meeting.held) & (Meeting.state != CANCELLED))
    return list(query.where(AgendaItem.section == "Minutes").order_by(Meeting.held))


def _is_decided(item: AgendaItem) -> bool:
    """Whether the file was closed meanwhile, by whomever."""
    return item.application_id is not None and item.application.stage == "Closed"


def _is_recorded(item: AgendaItem) -> bool:
    """Whether something was said of an item, or who takes no part in it."""
    return bool(item.outcome) or item.recusals.exists()


def _is_open(item: AgendaItem) -> bool:
    """Whether an item waits on an agenda to come, and nothing is recorded on it."""
    return item.meeting.state in OPEN and not _is_recorded(item)


def _stands_before(item: AgendaItem) -> bool:
    """Whether a file waits on an agenda that comes first."""
    first = [each for each in _of_subject(item) if each.meeting.held < item.meeting.held and _is_open(each)]
    return item.application_id is not None and bool(first)


def _same(one: AgendaItem, other: AgendaItem, name: str) -> bool:
    return bool(one.__data__[name] == other.__data__[name])


# Where it stands


def _of_subject(item: AgendaItem) -> list[AgendaItem]:
    """The other items of the committee about the same, at meetings that were not cancelled, by day."""
    query = AgendaItem.select(AgendaItem, Meeting).join(Meeting).where(AgendaItem.id != item.id)
    query = query.where((Meeting.committee == item.meeting.committee_id) & (Meeting.state != CANCELLED))
    if item.application_id:
        query = query.where(AgendaItem.application == item.application_id)
    return [each for each in query.order_by(Meeting.held, AgendaItem.position) if _subject(each) == _subject(item)]


def _kin(item: AgendaItem) -> list[AgendaItem]:
    """What stands at meetings by an item, by day. A file is one matter wherever it stands; all else is known by its link, since
    the office itself puts another of the same title on."""
    if item.application_id:
        return _of_subject(item)
    return carried.by_link([item.id])


def _later(item: AgendaItem) -> list[AgendaItem]:
    return [each for each in _kin(item) if each.meeting.held > item.meeting.held]


def _stands_on(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether the same stands at a meeting, carried there or put on by the office."""
    return any(each.meeting == meeting for each in _of_subject(item))


def _met_between(item: AgendaItem, meeting: Meeting) -> bool:
    """Whether the same stood, by whomever, at a meeting after an item's and up to another."""
    return any(item.meeting.held < each.meeting.held <= meeting.held for each in _of_subject(item))


def _source(item: AgendaItem, before: date) -> AgendaItem | None:
    """The newest item, of a meeting before a day, by which the committee deferred this to a later one; None where none did."""
    if item.application_id:
        found = [each for each in _of_subject(item) if each.outcome in chain.RETURNS and each.meeting.held < before]
        return found[-1] if found else None
    source = item.carried_from
    while source is not None and source.outcome not in chain.RETURNS:
        source = source.carried_from
    return source if source is not None and source.meeting.held < before else None


def _open_after(meeting: Meeting) -> Any:
    query = Meeting.select().where((Meeting.committee == meeting.committee_id) & (Meeting.held > meeting.held))
    return query.where(Meeting.state.in_(OPEN)).order_by(Meeting.held)


def _open_before(meeting: Meeting) -> bool:
    """Whether another meeting that is still to be held comes first, after the last one that was."""
    last = meetings_around.previous(meeting)
    query = Meeting.select().where((Meeting.committee == meeting.committee_id) & (Meeting.held < meeting.held))
    query = query.where(Meeting.state.in_(OPEN))
    return bool((query.where(Meeting.held > last.held) if last else query).exists())


def _next_open(item: AgendaItem) -> Meeting | None:
    """The meeting at which an item comes back: the next to be held, or the first on or after the day until which it was put off."""
    following = _open_after(item.meeting)
    found = following.where(Meeting.held >= item.deferred_until) if item.deferred_until else following
    return found.first()  # type: ignore[no-any-return]


def _copy(item: AgendaItem, meeting: Meeting, source: AgendaItem) -> AgendaItem:
    """Put on another agenda what an item says, linked to the one that left it."""
    values = {name: item.__data__[name] for name in _CARRIED}
    return put(meeting.id, str(item.section), **values | {"title": _title(item), "carried_from": source})


def _subject(item: AgendaItem) -> Any:
    return item.application_id or (item.provider_id, _title(item).casefold() or item.document_id)


def _title(item: AgendaItem) -> str:
    """An item's own title; of minutes that were deferred, which ones they are: at the next meeting others stand there as well."""
    said = str(item.title)
    return said or (meetings_around.minutes_of(item.meeting) if item.section == "Minutes" else "")
