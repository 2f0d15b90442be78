"""The way of an application through the committees: on which agendas it stands, and which meetings it can make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from workbench.records import texts
from workbench.records.application import STAGES
from workbench.records.committee import FINAL, Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import OPEN, PLANNED

CHAIN = ("Credentials committee", "Medical executive committee", "Governing board")
"""Levels that an application passes, in order; the last may also be the expedited board committee."""


@dataclass(frozen=True)
class Stop:
    """A meeting on the way of an application."""

    meeting: int
    committee: str
    """Its short name, else its name."""
    level: str
    held: date
    state: str
    starts: str = ""
    """“16:00”: committees meet after each other on one day."""


@dataclass(frozen=True)
class Calendar:
    """The meetings to come, by day, and on which of them each application stands."""

    stops: tuple[Stop, ...]
    booked: dict[int, Stop]
    """By application, the next meeting on whose agenda it stands for a decision."""

    def goal(self, application: int, stage: str, expedited: bool = False) -> Stop | None:
        """The meeting that an application goes to next: where it stands on an agenda, else the next it can make."""
        return self.booked.get(application) or self.next_of(level_of(stage), date.min, expedited)

    def next_of(self, level: str, not_before: date, expedited: bool = False, hour: str = "") -> Stop | None:
        """The first meeting of a level, from an hour of a day on, whose packet has not gone out; an expedited file may go to
        the board's committee."""
        levels = FINAL if level in FINAL and expedited else {level}
        found = (each for each in self.stops if each.level in levels and (each.held, each.starts) >= (not_before, hour))
        return next((each for each in found if each.state == PLANNED), None)

    def decision(self, application: int, stage: str, expedited: bool = False) -> Stop | None:
        """The meeting of the governing board that an application can reach by its way; None while it is not planned."""
        stop = self.goal(application, stage, expedited)
        for level in CHAIN[CHAIN.index(level_of(stage)) + 1 :]:
            stop = self.next_of(level, stop.held, expedited, stop.starts) if stop else None
        return stop


def level_of(stage: str) -> str:
    """The committee that an application in this stage goes to next."""
    return stage if stage in CHAIN else CHAIN[0]


def calendar(today: date, applications: Sequence[int] = ()) -> Calendar:
    """The meetings from today on, and the agendas of these applications."""
    return Calendar(tuple(_stops(today)), _booked(today, applications))


def _stops(today: date) -> Iterable[Stop]:
    query = Meeting.select(Meeting, Committee).join(Committee)
    query = query.where((Meeting.held >= today) & Meeting.state.in_(OPEN))
    for each in query.order_by(Meeting.held, Meeting.starts, Meeting.id):
        yield _stop(each)


def _stop(each: Meeting) -> Stop:
    committee = each.committee
    return Stop(each.id, committee.short or committee.name, committee.level, each.held, each.state, each.starts)  # type: ignore[arg-type]


def _booked(today: date, applications: Sequence[int]) -> dict[int, Stop]:
    found: dict[int, Stop] = {}
    query = AgendaItem.select(AgendaItem, Meeting, Committee).join(Meeting).join(Committee, JOIN.INNER)
    query = query.where(
        (Meeting.held >= today) & Meeting.state.in_(OPEN) & ~AgendaItem.information & (AgendaItem.outcome == "")
    )
    wanted = set(applications)
    for each in query.order_by(Meeting.held, AgendaItem.id):
        whose = each.__data__["application"]
        if whose in wanted:
            found.setdefault(whose, _stop(each.meeting))
    return found


def open_stops(application: int) -> list[Stop]:
    """The meetings that were not held yet, on whose agenda an application stands for a decision, by day."""
    query = AgendaItem.select(AgendaItem, Meeting, Committee).join(Meeting).join(Committee, JOIN.INNER)
    query = query.where((AgendaItem.application == application) & Meeting.state.in_(OPEN))
    query = query.where(~AgendaItem.information & (AgendaItem.outcome == ""))
    return [_stop(each.meeting) for each in query.order_by(Meeting.held, Meeting.starts)]


def named(stops: Iterable[Stop]) -> str:
    """“Credentials, Dec 1 2026, and MEC, Dec 15 2026”."""
    return texts.listed([f"{each.committee} of {texts.day(each.held)}" for each in stops])


def place_of(stage: str) -> int:
    """Where a stage stands in the order of stages."""
    return STAGES.index(stage)
