"""The previous meeting's minutes, as the packet carries them for approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.lists import agenda, meetings_around, recommended, recusals
from workbench.lists.agenda_parts import FOR_INFORMATION, Item
from workbench.lists.recusals import Recused
from workbench.papers.asked_for import asked_for
from workbench.papers.editions import OPEN_SECTIONS, Edition
from workbench.records.committee import Seat
from workbench.records.meeting import Attendance, Meeting
from workbench.records.meeting_words import THERE
from workbench.records.texts import clock
from workbench.store import alphabet

WITHOUT_OUTCOME = frozenset({"Call to order", "Action items", "Adjournment"})
"""Sections whose items nobody decides on."""
NO_OUTCOME = "No outcome recorded"
OF_TOLD = {"Accepted for information": "accepted", "Deferred": "deferred"}
"""What becomes of an item that is for information."""


@dataclass(frozen=True)
class Decided:
    """One item and what became of it."""

    number: str
    title: str
    outcome: str
    said: str
    """Conditions, term, privileges, conclusion and reason, as far as the edition shows them."""
    provider: int | None = None
    """Whom it is about."""


@dataclass(frozen=True)
class MinutesSaid:
    """A held meeting in few words."""

    held: date
    times: str
    present: str
    absent: str
    decided: tuple[Decided, ...]

    @property
    def title(self) -> str:
        """“Minutes of Oct 6 2026”."""
        return meetings_around.minutes_called(self.held)

    @property
    def key(self) -> str:
        """By which its page is found."""
        return key_of(self.title)


def before(meeting: int, today: date, shown: Edition) -> tuple[MinutesSaid, ...]:
    """The minutes that are before a meeting, the oldest first: those of the last one, and of others that nobody approved yet."""
    found = meetings_around.unapproved(Meeting.get_by_id(meeting))
    made = (of(each.get_id(), today, shown) for each in found)
    return tuple(each for each in made if each is not None)


def key_of(title: str) -> str:
    """By which the minutes are found that an item is called by: “minutes of oct 6 2026”."""
    return " ".join(title.casefold().split())


def of(meeting: int, today: date, shown: Edition) -> MinutesSaid | None:
    """The minutes of a meeting for an edition; None if it is not there. A survey is told only that there was one, and when."""
    found, files = agenda.with_files(meeting, today, judged=False)
    if found is None:
        return None
    named = shown.people and shown.titles
    there: dict[bool, list[str]] = {True: [], False: []}
    query = Attendance.select(Seat.name.alias("name"), Attendance.presence).join(Seat)
    for row in query.where(Attendance.meeting == meeting).order_by(alphabet.by(Seat.name)).namedtuples():
        here = row.presence in THERE
        there[here].append(row.name if row.presence == "Present" else f"{row.name} ({row.presence.lower()})")
    times = [f"called to order {clock(found.opened)}"] if found.opened else []
    times += [f"adjourned {clock(found.adjourned)}"] if found.adjourned else []
    gone, lines = recusals.of_meeting(meeting), recommended.of_items([item.id for item in found.items])
    decided = [
        _decided(
            item,
            shown,
            gone.get(item.id, ()),
            [
                *filter(None, [asked_for(files.get(item.application or 0))]),
                *recommended.all_said(item, lines.get(item.id, ()), found.level),
            ],
        )
        for item in found.items
        if named or (not shown.people and _names_nobody(item))
    ]
    present, absent = ("; ".join(there[each]) if named else "" for each in (True, False))
    said = ", ".join(times)
    return MinutesSaid(found.held, said[:1].upper() + said[1:], present, absent, tuple(decided))


def _names_nobody(item: Item) -> bool:
    return item.section in OPEN_SECTIONS and not item.provider and not item.application


def _decided(item: Item, shown: Edition, gone: Sequence[Recused], more: Sequence[str]) -> Decided:
    """What is said in free words may name anybody, whatever the item is about: it goes with the judgments."""
    conditions = f"Conditions: {item.conditions}" if item.conditions else ""
    recused = f"Recused: {'; '.join(each.said for each in gone)}." if gone else ""
    told = (
        (recused, conditions, *(f"{each}." for each in more), item.conclusion, item.reason, item.quorum_choice)
        if shown.judgments and shown.people
        else ()
    )
    said = " ".join(part.strip() for part in told if part.strip())
    return Decided(item.number, item.title, outcome_of(item), said, item.provider)


def outcome_of(item: Item) -> str:
    """What became of an item, in words; empty where nobody decides. Of what was only told it says that, and no decision, whatever
    was recorded: “For information: accepted”."""
    if item.information and (item.outcome or item.section not in WITHOUT_OUTCOME):
        became = OF_TOLD.get(item.outcome, "")
        return f"{FOR_INFORMATION}: {became}" if became else FOR_INFORMATION
    if item.closed:
        return f"{item.closed}, before the meeting"
    if item.outcome or item.section in WITHOUT_OUTCOME:
        return item.outcome
    return NO_OUTCOME
