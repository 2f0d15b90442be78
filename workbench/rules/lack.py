"""A lack: something that a file must have before a meeting and does not; and the arithmetic of days that judges it."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workbench.records.days import months_on as months_on

APPLICANT, REFEREES, CHAIR, OFFICE = "applicant", "referees", "chair", "us"
"""Whom a file waits for."""


@dataclass(frozen=True)
class Lack:
    """What a file lacks."""

    what: str
    """In a few words, as a card shows it: “1 of 3 references”."""
    remedy: str
    """A sentence: what would mend it."""
    tone: str
    """bad keeps the file from the meeting, warn does not."""
    part: str = "summary"
    """Where it is mended: credentials, background or person of the person's file; disclosures, references, claims, evidence,
    privileges, chair or summary of the application, where “summary.attested” is a field of it."""
    waits: str = OFFICE
    """Who is to act: applicant, referees, chair, or us."""
    record: int | None = None
    """The record that it is about, where one row of that part can be shown."""
    rule: str = ""
    """The rule of the standards that it falls under; empty for what only makes a file incomplete."""
    element: str = ""
    """The element that it is of, where the rule asks other numbers of other elements."""

    @property
    def severity(self) -> str:
        """As findings call it: block or warn."""
        return "block" if self.tone == "bad" else "warn"


def bad(
    what: str, remedy: str, part: str = "summary", waits: str = OFFICE, record: int | None = None, rule: str = ""
) -> Lack:
    """A lack that keeps the file from the meeting."""
    return Lack(what, remedy, "bad", part, waits, record, rule)


def warn(
    what: str, remedy: str, part: str = "summary", waits: str = OFFICE, record: int | None = None, rule: str = ""
) -> Lack:
    """A lack that a reviewer should see, and that keeps nothing."""
    return Lack(what, remedy, "warn", part, waits, record, rule)


def judged(severity: str) -> Callable[..., Lack]:
    """bad for what blocks, warn for all else: a lack of the severity of a line."""
    return bad if severity == "block" else warn


def last_day_of(fuzzy: str) -> date | None:
    """The last day that a fuzzy date may mean: of 2014-07, July 31; None for an empty one or one that is none."""
    try:
        parts = [int(part) for part in fuzzy.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
