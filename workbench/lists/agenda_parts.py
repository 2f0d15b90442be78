"""What an agenda is made of: its numbered items, its sections, and the head of its meeting."""

from dataclasses import dataclass
from datetime import date

from workbench.lists.meetings_around import OpenAction
from workbench.records.meeting_words import FILES
from workbench.records.words import of
from workbench.rules.quorum import Members
from workbench.rules.remark import Remark

FOR_INFORMATION = "For information"
"""Of an item on which nothing is decided: the one word for it, on pages and on paper."""
WITH_PAPER = ("FPPE and OPPE", "Policy", "Reports")
"""Sections whose items are about a paper that lies before the committee."""
CARRIED = ("Minutes", "Action items")
"""Sections whose item without a title says by itself what is carried over from earlier meetings."""


@dataclass(frozen=True)
class Item:
    """One line of an agenda."""

    id: int
    number: str
    """“2” where it is alone in its section, else “3.1”."""
    section: str
    title: str
    """“Banerjee, Arjun K., MD” for a file."""
    detail: str = ""
    """What sets it apart: the specialty of a person, the title of a document that is called otherwise than the item."""
    asked: str = ""
    minutes: int = 0
    at: str = ""
    """When its turn comes, by the minutes before it: “07:42”."""
    flags: tuple[tuple[str, str], ...] = ()
    """(tone, text): good, warn, bad, info."""
    application: int | None = None
    provider: int | None = None
    document: int | None = None
    information: bool = False
    outcome: str = ""
    conditions: str = ""
    conclusion: str = ""
    reason: str = ""
    term_months: int | None = None
    deferred_until: date | None = None
    quorum_choice: str = ""
    out_of_turn: str = ""
    closed: str = ""
    """“Withdrawn Nov 28 2026”, of a file that was closed before the meeting: nothing is left to decide, and no packet shows it."""

    @property
    def asks(self) -> str:
        """What the committee is to do about it; of what it is only told, that; of what is closed, how."""
        return self.closed or (FOR_INFORMATION if self.information else self.asked)

    @property
    def is_bare(self) -> bool:
        """Whether it is about a paper, and none is there."""
        return self.section in WITH_PAPER and self.document is None and self.application is None


@dataclass(frozen=True)
class Section:
    """A part of an agenda; it is headed unless its one item says all."""

    number: str
    name: str
    items: tuple[Item, ...]
    headed: bool

    @property
    def count(self) -> str:
        """“6 files”, “2 items”."""
        one = "file" if self.name in FILES else "item"
        return of(len(self.items), one)


@dataclass(frozen=True)
class Agenda:
    """A meeting's agenda on a day."""

    meeting: int
    committee: int
    committee_name: str
    short: str
    level: str
    held: date
    starts: str
    length: int
    place: str
    state: str
    opened: str
    adjourned: str
    chair: str
    voting: int
    """Voting members on the day of the meeting."""
    quorum: int
    quorum_said: str
    """“9 voting members, quorum 5”."""
    quorum_basis: str
    legend: str
    members: Members
    """Everybody whose term runs on that day, and whose attendance is recorded."""
    sections: tuple[Section, ...]
    problems: tuple[Remark, ...]
    actions: tuple[OpenAction, ...]
    previous: int | None
    """The meeting whose minutes are up for approval."""
    previous_held: date | None
    issued: date | None
    """When the packet of the committee itself was last issued."""
    recalled: date | None = None
    """When the last one of it that went out was recalled, where none counts any more."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def minutes(self) -> int:
        """How long the items take together."""
        return sum(item.minutes for item in self.items)

    def item(self, id: int) -> Item | None:
        """An item by its id."""
        return next((item for item in self.items if item.id == id), None)
