"""A lack: something that a file must have before a meeting and does not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from workbench.rules.standards import Line

APPLICANT, REFEREES, CHAIR, OFFICE = "applicant", "referees", "chair", "us"
"""Whom a file waits for."""


@dataclass(frozen=True)
class Lack:
    """What a file lacks."""

    what: str
    """In a few words, as a card shows it: “1 of 3 references”."""
    remedy: str
    """A sentence: what would mend it."""
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
    line: Line | None = None
    """Who asks, where of those who have the rule not all ask about the same."""
    tone: str = "bad"
    """bad keeps the file from the meeting, warn does not."""

    @property
    def severity(self) -> str:
        """As findings call it: block or warn."""
        return "block" if self.tone == "bad" else "warn"


warn = partial(Lack, tone="warn")
"""A lack that a reviewer should see, and that keeps nothing."""
bad = partial(Lack, tone="bad")
"""A lack that keeps the file from the meeting."""


def judged(severity: str) -> Callable[..., Lack]:
    """bad for what blocks, warn for all else: a lack of the severity of a line."""
    return bad if severity == "block" else warn
