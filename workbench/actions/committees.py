"""Committees: their charter and seats, terms renewed or handed over, and the days on which nobody meets."""

from collections.abc import Sequence
from datetime import date, timedelta

from workbench.actions import editing
from workbench.errors import Problem
from workbench.records.committee import COMMITTEES, SEATS, ClosedDay, Committee, Seat
from workbench.records.texts import day
from workbench.rules import calendar, quorum
from workbench.store import history


def save_committee(committee: Committee) -> list[Problem]:
    """Keep a committee, new or changed, as one step; or what is wrong with it."""
    problems = [] if committee.level != "Department" or committee.department_id else [_NO_DEPARTMENT]
    return problems or editing.save(committee, COMMITTEES)


_NO_DEPARTMENT = Problem("department", "Say of which department: its files come to this committee.")


def stop_meeting(committee: int) -> None:
    """Say that a committee does not meet any more, as one step: what it did stays, and no calendar is made for it."""
    found = Committee.get_by_id(committee)
    with history.step(f"{found.name} does not meet any more"):
        found.active = False
        found.save()


def save_seat(seat: Seat) -> list[Problem]:
    """Keep a seat, new or changed, as one step; who is on the staff is named as on the file."""
    if seat.provider_id and not seat.name:
        seat.name = seat.provider.title
    problems = [*seat.problems(), *_doubled(seat)]
    if problems:
        return problems
    new = seat.get_id() is None
    with history.step(f"{'Seat' if new else 'Change the seat of'} {seat.name} on {_of(seat.committee)}"):
        return editing.save(seat, SEATS)


def _doubled(seat: Seat) -> list[Problem]:
    """One person, one seat at a time; of vacant ones there may be several."""
    if not seat.provider_id and quorum.is_vacant(seat.name):
        return []
    for other in Seat.select().where((Seat.committee == seat.committee_id) & (Seat.id != (seat.get_id() or 0))):
        same = (
            other.provider_id == seat.provider_id if seat.provider_id else other.name.casefold() == seat.name.casefold()
        )
        apart = _before(seat, other) or _before(other, seat)
        if same and not apart:
            until = f" until {day(other.ends)}" if other.ends else ""
            return [Problem("name", f"{other.name} has a seat{until} already. End that term first, or change it.")]
    return []


def _before(one: Seat, other: Seat) -> bool:
    return bool(one.ends and other.starts and one.ends < other.starts)


def renew_terms(seats: Sequence[int], ends: date | None) -> list[Problem]:
    """Open a new term for seats, after the one that ends; the old ones stay. One step."""
    found = list(Seat.select().where(Seat.id.in_(list(seats))))
    if ends is None:
        return [Problem("ends", "Say until when.")]
    for each in found:
        if each.ends is None:
            return [Problem("ends", f"The seat of {each.name} has no end; there is nothing to renew.")]
        if ends <= each.ends:
            return [Problem("ends", f"The new term of {each.name} ends after the old one, {day(each.ends)}.")]
        after = Seat(**{**each.__data__, "id": None, "starts": each.ends + timedelta(days=1), "ends": ends})
        if problems := _doubled(after):
            return problems
    who = found[0].name if len(found) == 1 else f"{len(found)} seats"
    with history.step(f"Renew the term of {who} to {day(ends)}"):
        for each in found:
            values = {name: value for name, value in each.__data__.items() if name != "id"}
            Seat.create(**{**values, "starts": each.ends + timedelta(days=1), "ends": ends})
    return []


def end_terms(seats: Sequence[int], ends: date | None) -> list[Problem]:
    """End terms on a day, as one step: a resignation, a successor."""
    found = list(Seat.select().where(Seat.id.in_(list(seats))))
    if ends is None:
        return [Problem("ends", "Say on which day.")]
    for each in found:
        if each.starts and ends < each.starts:
            return [Problem("ends", f"The term of {each.name} starts {day(each.starts)}.")]
    who = found[0].name if len(found) == 1 else f"{len(found)} seats"
    with history.step(f"End the term of {who} on {day(ends)}"):
        for each in found:
            each.ends = ends
            each.save()
    return []


def add_holidays(year: int) -> int:
    """Add the US federal holidays of a year to the closed days, as one step; those that are there stay. How many."""
    there = {each.day for each in ClosedDay.select()}
    missing = {on: name for on, name in calendar.federal_holidays(year).items() if on not in there}
    if missing:
        with history.step(f"Close the federal holidays of {year}"):
            for on, name in missing.items():
                ClosedDay.create(day=on, name=name)
    return len(missing)


def _of(committee: Committee) -> str:
    return str(committee.short or committee.name)
