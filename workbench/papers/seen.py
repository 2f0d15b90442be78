"""One line of what was verified: what was found, where, when, and how old that is on the day."""

from dataclasses import dataclass
from datetime import date

from workbench.records.words import of

NEVER = "not verified"


@dataclass(frozen=True)
class Seen:
    """One line of the table."""

    element: str
    finding: str
    source: str = ""
    verified: str = ""
    age: str = ""
    tone: str = ""
    """bad for what lapsed or was never verified, warn for what is too old."""


def age(seen_on: date, on: date) -> str:
    """“27 days”."""
    days = (on - seen_on).days
    return of(days, "day")
