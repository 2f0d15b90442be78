"""How an application in process stands today: what it lacks, for whom it waits, which meeting it can make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.lists import path
from workbench.records import texts
from workbench.records.application import STAGES, Application
from workbench.records.policy import Policy
from workbench.rules import dossier, readiness, review
from workbench.rules.dossier import Dossier
from workbench.rules.lack import APPLICANT, CHAIR, REFEREES, Lack
from workbench.store import alphabet, settings

EARLY = ("Requested", "Received")
CHECKS = 16
"""Roughly so many things are asked of a file: what its bar is measured by."""
_WORTH = 0.8
"""Of the bar is the file's completeness; the rest is its way through the committees."""


@dataclass(frozen=True)
class Standing:
    """One application as its card and its row show it."""

    id: int
    provider: int
    applicant: str
    sort: str
    specialty: str
    department: str
    stage: str
    since: date | None
    days: int
    """In process, since it was received or requested."""
    lacks: tuple[Lack, ...]
    why: tuple[review.Reason, ...]
    """What the rules find for Category 2."""
    category: str
    """Category 1 or 2: the rules' word and the office's."""
    unheld: str
    """Why the Category 1 that the office decided does not hold."""
    goal: path.Stop | None
    booked: bool
    """Whether it stands on that meeting's agenda."""
    lapses: str
    """“Lapses Mar 31, board Apr 9”, where the term ends before the board can decide."""
    chair: str
    on: date
    """The day that it is judged for: the meeting's, or today."""

    @property
    def kept(self) -> tuple[Lack, ...]:
        """What keeps it from the meeting."""
        return tuple(each for each in self.lacks if each.tone == "bad")

    @property
    def ready(self) -> bool:
        """Whether it can go before the committee that is next."""
        return not self.kept

    @property
    def short_sort(self) -> str:
        """“Initial”, “Reappointment”, “Added privileges”."""
        return "Initial" if self.sort == "Initial appointment" else self.sort

    @property
    def missing(self) -> str:
        """What is missing, the first of it in words: “1 of 3 references and 2 more”."""
        found = self.kept
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        return f"{found[0].what}{more}" if found else ""

    @property
    def goal_day(self) -> str:
        """“Dec 1”, of the meeting that it can make next; empty where none is planned, or nothing has come in yet."""
        return _short(self.goal.held) if self.goal and (self.booked or self.ready or self.stage not in EARLY) else ""

    @property
    def meeting(self) -> str:
        """“Credentials Dec 1”, “Can make Dec 1”, or nothing while it is not ready for one."""
        if self.goal is None:
            return ""
        booked, ready = f"{self.goal.committee} {self.goal_day}", f"Can make {self.goal_day}"
        return booked if self.booked else ready if self.ready else ""

    @property
    def reach(self) -> str:
        """The same, and of a file that still lacks something the meeting that it can make: “Dec 1 if complete”."""
        return self.meeting or (f"{self.goal_day} if complete" if self.goal_day else "")

    @property
    def pill(self) -> tuple[str, str]:
        """(tone, text): the one thing to know about it."""
        mine = [each for each in self.kept if each.waits != CHAIR]
        if self.lapses:
            return "bad", self.lapses
        if mine:
            return _tone(mine[0], self.stage), mine[0].what
        if self.kept and self.stage in (*EARLY, "Verification"):
            return "good", "Ready for the chair"
        if self.why:
            return "info", f"{self.category}: {', '.join(dict.fromkeys(each.brief for each in self.why))}"
        return "good", self.category

    @property
    def waits(self) -> str:
        """For whom it waits: “waits for 2 referees”, “Dr. Ngo since Nov 18”, “Credentials Dec 1”."""
        for each in self.kept:
            if each.waits == CHAIR:
                if self.stage != "Department chair":
                    return "send it to the chair"
                return f"{_doctor(self.chair)} since {_short(self.since)}" if self.since else _doctor(self.chair)
            if each.waits == REFEREES:
                return "waits for referees"
            return f"waits for {each.waits}"
        return self.meeting.replace("Can", "can") or "no meeting planned"

    @property
    def progress(self) -> float:
        """How far it is, 0 to 1: what the file holds, and how much of the way it has gone."""
        held = max(0.0, 1 - len(self.kept) / CHECKS)
        return min(1.0, _WORTH * held + (1 - _WORTH) * path.place_of(self.stage) / (len(STAGES) - 2))


def _tone(first: Lack, stage: str) -> str:
    if stage in EARLY and first.waits == APPLICANT:
        return "quiet"
    return "bad" if first.part == "credentials" else "warn"


def _short(day: date | None) -> str:
    return f"{texts.MONTHS[day.month - 1]} {day.day}" if day else ""


def _doctor(chair: str) -> str:
    """“Dr. Ngo” of “Ngo, Patricia, MD”; a chair without a name is the chair."""
    return f"Dr. {chair.split(',')[0]}" if chair else "the chair"


def standings(today: date, ids: Iterable[int] | None = None) -> list[Standing]:
    """How applications stand, in the order of their ids as given; without ids all that are in process, by applicant."""
    wanted = list(ids) if ids is not None else _in_process()
    files = dossier.of_applications(wanted)
    calendar, policy = path.calendar(today, wanted), settings.load(Policy)
    return [_standing(files[each], calendar, today, policy) for each in wanted if each in files]


def ready_ids(today: date) -> Sequence[int]:
    """The applications in process that can go before their next committee."""
    return [each.id for each in standings(today) if each.ready]


def count() -> int:
    """How many applications are in process, without judging them."""
    return len(_in_process())


def _in_process() -> list[int]:
    query = Application.select(Application.id).join(Application.provider.rel_model)
    person = Application.provider.rel_model
    query = query.where(Application.stage != "Closed").order_by(
        alphabet.by(person.last), alphabet.by(person.first), Application.id
    )
    return [each.id for each in query]


def _standing(file: Dossier, calendar: path.Calendar, today: date, policy: Policy) -> Standing:
    asked: Any = file.application
    expedited = review.category(file, today, policy) == review.EXPEDITED
    goal = calendar.goal(asked.id, asked.stage, expedited)
    on = max(goal.held, today) if goal else today
    begun = asked.received or asked.requested or today
    return Standing(
        asked.id,
        file.person.id,
        file.title,
        asked.sort,
        file.person.specialty_name or "",
        asked.department_name or "",
        asked.stage,
        asked.stage_since,
        max(0, (today - begun).days),
        readiness.lacks(file, on, today, policy),
        why := review.why(file, on, policy),
        review.settled(asked, why),
        review.unheld(asked, why),
        goal,
        asked.id in calendar.booked,
        _lapses(file, calendar.decision(asked.id, asked.stage, expedited), today),
        asked.chair or asked.department_chair or "",
        on,
    )


def _lapses(file: Dossier, board: path.Stop | None, today: date) -> str:
    """A reappointment whose term ends before the board can decide it."""
    asked: Any = file.application
    ends = next((each.ends for each in file.appointments if each.ends), None)
    if asked.sort != "Reappointment" or not ends or not board or ends >= board.held:
        return ""
    return f"{'Lapsed' if ends < today else 'Lapses'} {_short(ends)}, board {_short(board.held)}"
