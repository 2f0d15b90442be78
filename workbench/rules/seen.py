"""What a credential is worth as evidence on a day: stated, verified or stale; and whether the source was one that counts."""

from datetime import date, timedelta
from typing import Any

STATED, VERIFIED, STALE = "stated", "verified", "stale"
DAY = timedelta(days=1)


def seen(term: Any, on: date, good_for: int | None = None) -> str:
    """Whether a term of a credential is stated, verified or stale on a day.

    term has verified and expires, days or None. good_for is how many days a verification is good for; None: as long as the
    term lasts. One that is dated after the day was not there yet. A term that is over says nothing of the day after it."""
    if term.verified is None or term.verified > on:
        return STATED
    ended = term.expires is not None and term.expires < on
    return STALE if ended or (good_for is not None and on > good_until(term.verified, good_for)) else VERIFIED


def good_until(verified: date, good_for: int) -> date:
    """The last day on which a verification is good."""
    return verified + timedelta(days=good_for)
