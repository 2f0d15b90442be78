"""The sample's committees: who sits on them, a year of meetings around today, what was decided and what is to come."""

import random
import uuid
from collections.abc import Sequence
from datetime import date, timedelta

from peewee import ModelSelect

from workbench.actions.carrying_over import furnish
from workbench.actions.sampling import sittings
from workbench.actions.sampling.pools import pool
from workbench.records.application import Application
from workbench.records.committee import ClosedDay, Committee, Seat
from workbench.records.meeting import Meeting
from workbench.records.office_lists import Department
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import calendar
from workbench.store import settings

_LEGEND = (
    "Confidential peer review document of an invented hospital. Where a real hospital's packet stands, its counsel's statute "
    "text is printed."
)
_COMMITTEES = (
    {
        "name": "Credentials Committee",
        "short": "Credentials",
        "level": "Credentials committee",
        "section": "Bylaws 10.2",
        "place": "Board Room B",
        "charter": "Reviews every application for appointment, reappointment and privileges, and recommends to the MEC.",
    },
    {
        "name": "Medical Executive Committee",
        "short": "MEC",
        "level": "Medical executive committee",
        "section": "Bylaws 10.1",
        "ordinal": "Third",
        "starts": "17:30",
        "length": 120,
        "place": "Board Room A",
        "quorum_basis": "At call to order",
        "charter": "Acts for the medical staff between its meetings; recommends appointments and privileges to the board.",
    },
    {
        "name": "Governing Board",
        "short": "Board",
        "level": "Governing board",
        "section": "Corporate bylaws VI",
        "ordinal": "Fourth",
        "weekday": "Thursday",
        "starts": "16:00",
        "length": 150,
        "place": "Board Room A",
        "quorum_rule": "Number of voting members",
        "quorum": 4,
        "charter": "Decides on appointments and privileges.",
    },
    {
        "name": "Board Committee on Credentials",
        "short": "Expedited",
        "level": "Expedited board committee",
        "section": "Corporate bylaws VI.4",
        "ordinal": "Third",
        "weekday": "Friday",
        "starts": "12:00",
        "length": 30,
        "place": "By video",
        "quorum_rule": "Number of voting members",
        "quorum": 2,
        "charter": "Decides for the board on complete files that the MEC recommends without limitation.",
    },
    {
        "name": "Department of Surgery",
        "short": "Surgery",
        "level": "Department",
        "section": "Bylaws 9.3",
        "ordinal": "Second",
        "weekday": "Wednesday",
        "starts": "06:45",
        "length": 60,
        "every": 2,
        "place": "Conference Room 3",
        "quorum_rule": "Those present",
        "charter": "Peer review and criteria of the surgical specialties; its chair reports on their applications.",
    },
    {
        "name": "Bylaws and Policy Committee",
        "short": "Bylaws",
        "level": "Other",
        "section": "Bylaws 10.6",
        "ordinal": "Second",
        "weekday": "Monday",
        "starts": "12:00",
        "length": 60,
        "every": 3,
        "first_month": 2,
        "place": "Conference Room 1",
        "charter": "Keeps the bylaws, rules and policies of the medical staff current.",
    },
)
_BOARD = (
    ("Whitlock, Eleanor", "Chair", False),
    ("Brandt, Thomas", "Vice chair", False),
    ("Oyelaran, Folake", "Member", False),
    ("Lindqvist, Arne", "Member", False),
    ("Marsh, Helen, MD", "Member", True),
    ("Castillo, Ramon", "Member", False),
    ("Park, Ji-woo", "Member", False),
)
"""People who are not on the staff."""
_SPAN = timedelta(days=184)
"""So far before and after today the calendar reaches."""


def convene(today: date, seed: int, large: bool) -> None:
    """Write committees, seats, closed days and meetings with what was decided; inside a step."""
    rng = random.Random(f"committees {seed}")
    settings.save(legend=_LEGEND)
    for year in (today.year - 1, today.year, today.year + 1):
        for on, name in calendar.federal_holidays(year).items():
            ClosedDay.create(day=on, name=name)
    if not large:
        ClosedDay.create(day=today + timedelta(days=100), name="Medical staff retreat")
    committees = [_committee(each) for each in _COMMITTEES]
    _seat(committees, today, rng)
    for committee in committees:
        _meet(committee, today, rng)
    sittings.hold(today, rng)


def last_decision(by: date, *, short: bool) -> date:
    """The newest day by a day on which the board met, or (short) its committee for clean files: what is approved then was decided
    by it."""
    level = "Expedited board committee" if short else "Governing board"
    body = Committee(**next(each for each in _COMMITTEES if each["level"] == level))
    closed = {on: name for year in (by.year - 1, by.year) for on, name in calendar.federal_holidays(year).items()}
    days = [each.held for year in (by.year - 1, by.year) for each in calendar.planned(body, year, closed)]
    return max(each for each in days if each <= by)


def _committee(values: dict) -> Committee:
    department = Department.get_or_none(Department.name == "Surgery") if values["level"] == "Department" else None
    return Committee.create(**values, department=department)


def _meet(committee: Committee, today: date, rng: random.Random) -> None:
    closed = {each.day: each.name for each in ClosedDay.select()}
    for year in (today.year - 1, today.year, today.year + 1):
        for planned in calendar.planned(committee, year, closed):
            if today - _SPAN <= planned.held <= today + _SPAN:
                made = Meeting.create(
                    committee=committee,
                    held=planned.held,
                    starts=committee.starts,
                    length=committee.length,
                    place=committee.place,
                    remarks=planned.said,
                    uid=str(uuid.UUID(int=rng.getrandbits(128), version=4)),
                )
                furnish(made)


# Seats


def _seat(committees: Sequence[Committee], today: date, rng: random.Random) -> None:
    by_short = {str(each.short): each for each in committees}
    year = date(today.year, 1, 1)
    chairs = _physicians()
    for short, count, first in (("Credentials", 9, 0), ("MEC", 9, 3), ("Surgery", 5, 12), ("Bylaws", 5, 17)):
        people = (chairs * 3)[first : first + count] if len(chairs) > first else chairs[:count]
        for place, person in enumerate(dict.fromkeys(people)):
            _sit(by_short[short], person, place, year, today)
    _nurses(by_short, year)
    _board(by_short, year, today)
    for short in ("Credentials", "MEC"):
        staff = Seat(committee=by_short[short], name="Alvarez, Maria, CPCS", role="Staff", votes=False)
        staff.email = settings.load(Policy).office_email  # type: ignore[assignment]
        staff.save()


def _board(by_short: dict[str, Committee], year: date, today: date) -> None:
    """The board, three of whom decide on clean files between its meetings."""
    for place, (name, role, physician) in enumerate(_BOARD):
        ends = date(today.year + (place + 1) % 3, 12, 31)
        Seat.create(
            committee=by_short["Board"],
            name=name,
            role=role,
            physician=physician,
            starts=date(ends.year - 2, 1, 1),
            ends=ends,
        )
        if place < 3:
            role = "Chair" if place == 0 else "Member"
            Seat.create(
                committee=by_short["Expedited"],
                name=name,
                role=role,
                physician=physician,
                starts=year,
                ends=_later(year, 2),
            )


def _physicians() -> list[Provider]:
    """Active physicians about whom there is nothing to tell and no committee is asked to decide, one of each department in
    turn."""
    told = [each["last"] for each in pool("cast")["person"]]
    query = Provider.select().where((Provider.status == "Active") & Provider.degree.in_(("MD", "DO")))
    query = query.where(Provider.last.not_in(told) & Provider.id.not_in(_judged()))
    by_department: dict[int, list[Provider]] = {}
    for each in query.order_by(Provider.id):
        by_department.setdefault(each.department_id or 0, []).append(each)
    rows = list(by_department.values())
    longest = max((len(row) for row in rows), default=0)
    return [row[n] for n in range(min(longest, 6)) for row in rows if n < len(row)]


def _judged() -> ModelSelect:
    """Whom an application is about: nobody decides on their own file."""
    return Application.select(Application.provider)


def _sit(committee: Committee, person: Provider, place: int, year: date, today: date) -> None:
    """Terms of three years, staggered; the fourth of Credentials is beyond the term, the fifth's ends this year."""
    ends = _later(year, 2 + place % 2)
    if committee.short == "Credentials" and place in (3, 4):
        ends = today - timedelta(days=40) if place == 3 else _later(year, 1)
    Seat.create(
        committee=committee,
        provider=person,
        name=person.title,
        role=("Chair", "Vice chair")[place] if place < 2 else "Member",
        starts=date(ends.year - 3, 1, 1),
        ends=ends,
    )


def _nurses(by_short: dict[str, Committee], year: date) -> None:
    """An APP with a vote, and an alternate."""
    query = Provider.select().where((Provider.status == "Active") & Provider.provider_type.startswith("Nurse"))
    query = query.where(Provider.id.not_in(_judged()))
    nurses = list(query.order_by(Provider.id).limit(2))
    for person, short, role in zip(nurses, ("Credentials", "MEC"), ("Member", "Ex officio"), strict=False):
        votes = role == "Member"
        Seat.create(
            committee=by_short[short],
            provider=person,
            name=person.title,
            role=role,
            votes=votes,
            starts=year,
            ends=_later(year, 2) if votes else None,
        )
    spare = _physicians()[-1:]
    if spare:
        Seat.create(
            committee=by_short["Credentials"],
            provider=spare[0],
            name=spare[0].title,
            role="Alternate",
            starts=year,
            ends=_later(year, 2),
        )


def _later(year: date, years: int) -> date:
    """The last day of a year."""
    return date(year.year + years - 1, 12, 31)
