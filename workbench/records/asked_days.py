"""Days that somebody names: the end of a day that is past, or the day for a sample or a check to live in."""

from datetime import date

from workbench.records import texts

FIRST, LAST = date(1950, 1, 1), date(2999, 12, 31)
"""Terms, training and births around these days are days too, and Excel can write every one."""


def named_day(text: str) -> date:
    """An ISO day. Raises ValueError with a sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is not a date; write it like 2026-11-24.") from error


def lived_day(text: str) -> date:
    """An ISO day that can be today for an office. Raises ValueError with a sentence."""
    day = named_day(text)
    if not FIRST <= day <= LAST:
        raise ValueError(f"“{text}” is no day of an office; name one from {FIRST.year} to {LAST.year}.")
    return day


def still_to_come(day: date, today: date) -> str:
    """What is said of a day that something should be shown as of, and whose end nobody knows yet; nothing of today and before."""
    return f"{texts.day(day)} is still to come: nobody knows yet what is on file then." if day > today else ""
