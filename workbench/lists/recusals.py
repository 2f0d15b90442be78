"""Who took no part in which item of a meeting, who was there, and what that leaves of the quorum of each item; and whose own
file an item is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.records.committee import Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting, Recusal
from workbench.records.meeting_words import THERE
from workbench.records.texts import clock
from workbench.rules import as_held, own_file, quorum
from workbench.rules.quorum import Member, Members, OfItem
from workbench.store import alphabet


@dataclass(frozen=True)
class Recused:
    """A member who took no part in an item."""

    id: int
    item: int
    seat: int
    name: str
    reason: str
    left: str
    returned: str

    @property
    def said(self) -> str:
        """“Marsh, Helen, MD (same group practice; left 7:50 am, returned 8:02 am)”."""
        left = f"left {clock(self.left)}" if self.left else ""
        times = ", ".join(part for part in (left, f"returned {clock(self.returned)}" if self.returned else "") if part)
        return f"{self.name} ({'; '.join(part for part in (self.reason.lower(), times) if part)})"


def of_meeting(meeting: int) -> dict[int, tuple[Recused, ...]]:
    """The recusals of a meeting, by item."""
    found: dict[int, list[Recused]] = defaultdict(list)
    at = Meeting.get_or_none(Meeting.id == meeting)
    called = {each.seat: each.name for each in as_held.members(at)} if at else {}
    query = Recusal.select(Recusal, Seat.name.alias("name")).join(Seat).join_from(Recusal, AgendaItem)
    for row in query.where(AgendaItem.meeting == meeting).order_by(alphabet.by(Seat.name), Recusal.id).objects():
        found[row.item_id].append(
            Recused(
                row.id, row.item_id, row.seat_id, called.get(row.seat_id, row.name), row.reason, row.left, row.returned
            )
        )
    return {item: tuple(rows) for item, rows in found.items()}


def presence_of(meeting: int) -> dict[int, str]:
    """Who was there, by seat; empty while nobody recorded it."""
    return {row.seat_id: row.presence for row in Attendance.select().where(Attendance.meeting == meeting)}


@dataclass(frozen=True)
class About:
    """Whom an item is about."""

    item: int
    provider: int
    person: Any
    """Of the file: with last, first, middle, suffix, preferred, degree; None where the item has no file."""


def own_items(meeting: int, members: Members, on: date, items: Iterable[About]) -> dict[int, Member]:
    """By item the seat of the person it is about, where nothing says that they took no part in it: neither a recusal nor that
    they were not there."""
    presence, recused, about = presence_of(meeting), of_meeting(meeting), list(items)
    names, found = own_file.names_of({each.provider for each in about}), {}
    for each in about:
        seat = own_file.seat_of(members, on, each.provider, each.person, names.get(each.provider, ()))
        if seat is None or seat.seat in {gone.seat for gone in recused.get(each.item, ())}:
            continue
        if presence.get(seat.seat, "Present") in THERE:
            found[each.item] = seat
    return found


def of_the_day(meeting: int, members: Members, on: date) -> Members:
    """Whose term runs on a meeting's day, and whoever attendance is recorded of: what the minutes said stays, though such a seat
    counts for no quorum."""
    recorded = presence_of(meeting)
    return tuple(each for each in members if each.sits(on) or each.seat in recorded)


def on_the_agenda(meeting: int) -> Members:
    """The members who sit on the meeting's day and about whom one of its items is."""
    found = Meeting.get_by_id(meeting)
    members = as_held.members(found)
    asked = [each.application.provider if each.application_id else each.provider for each in found.items]
    people = [each for each in asked if each is not None]
    names = own_file.names_of({each.id for each in people})
    seats = [own_file.seat_of(members, found.held, each.id, each, names.get(each.id, ())) for each in people]
    return tuple(dict.fromkeys(each for each in seats if each is not None))


def perhaps_on_the_agenda(meeting: int) -> dict[Member, str]:
    """The members of the day whose seat has no file and whose name can be read as that of somebody on the agenda, with whose."""
    found = Meeting.get_by_id(meeting)
    members = as_held.members(found)
    asked = [each.application.provider if each.application_id else each.provider for each in found.items]
    people = {each.id: each for each in asked if each is not None}
    names = own_file.names_of(people)
    return {
        seat: person.title
        for person in people.values()
        for seat in own_file.seats_perhaps(members, found.held, person, names.get(person.id, ()))
    }


def quorums(meeting: int, also: Mapping[int, Sequence[int]] | None = None) -> dict[int, OfItem]:
    """The quorum of each item of a meeting, by the item's id; empty while no attendance is recorded. also are seats, by item,
    that are about to be recused."""
    presence, recused = presence_of(meeting), of_meeting(meeting)
    if not presence:
        return {}
    found = Meeting.get_by_id(meeting)
    members, body = as_held.members(found), as_held.committee(found)
    return {
        item.id: quorum.of_item(
            body,
            members,
            found.held,
            presence,
            [*(each.seat for each in recused.get(item.id, ())), *(also or {}).get(item.id, ())],
        )
        for item in found.items
    }
