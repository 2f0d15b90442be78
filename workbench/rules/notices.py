"""When a renewal notice is due: so many days before a term ends, each once, the nearest first."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from workbench.errors import Problem
from workbench.records.notice import EXPIRED

USUAL = (90, 60, 30, 14, 7)


def stages(text: str) -> tuple[int, ...] | Problem:
    """The office's notices from its policy, “90, 60, 30, 14, 7”: days before the end, from the earliest on."""
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    if not parts or not all(part.isdecimal() and 0 < int(part) <= 365 for part in parts):
        return Problem("notice_days", "Write days before the expiration, with commas: 90, 60, 30, 14, 7.")
    return tuple(sorted({int(part) for part in parts}, reverse=True))


def due(expires: date, today: date, wanted: Sequence[int], sent: Collection[int]) -> int | None:
    """Which notice is due of a term: the nearest whose day has come, unless it or a nearer one was sent; None if none is.

    One that was missed is not made up for: with 20 days left the notice of 30 days is due, not those of 60 and 90, and of a
    term that has ended, which had not the last of them, none of the days before but that it expired."""
    left = (expires - today).days
    reached = [stage for stage in wanted if left <= stage]
    if not reached:
        return None
    nearest = min(reached)
    if any(stage <= nearest for stage in sent):
        return None
    return EXPIRED if left < 0 else nearest


def following(expires: date, today: date, wanted: Sequence[int], sent: Collection[int]) -> tuple[int, date] | None:
    """The next notice of a term: its stage, and the day on which it is due, which is today where it is due already; None after
    the last one, and once the term has ended and a last notice went out."""
    if (stage := due(expires, today, wanted, sent)) is not None:
        return stage, today
    left = (expires - today).days
    coming = [each for each in wanted if each < left and not any(other <= each for other in sent)]
    return (max(coming), expires - timedelta(days=max(coming))) if coming else None
