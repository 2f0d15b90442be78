"""What a credential is worth as evidence on a day: stated, verified or stale; and whether the source was one that counts."""

from datetime import date
from typing import Any

from workbench.rules.standards import Line

STATED, VERIFIED, STALE = "stated", "verified", "stale"


def seen(term: Any, on: date, line: Line | None = None) -> str:
    """Whether a term of a credential is stated, verified or stale on a day.

    term has verified and expires, days or None. line says how long a verification is good for; without one as long as the
    term lasts. One that is dated after the day was not there yet. A term that is over says nothing of the day after it."""
    if term.verified is None or term.verified > on:
        return STATED
    ended = term.expires is not None and term.expires < on
    return STALE if ended or (line is not None and on > line.good_until(term.verified)) else VERIFIED
