"""Meetings as people call them: “credentials dec 1”, “board 12/18”, “mec december”."""

from datetime import date
from typing import Any

from workbench.records.committee import Committee
from workbench.records.meeting import Meeting


def called(text: str, today: date, most: int) -> list[int]:
    """The ids of the meetings whose committee and day have all these words, or their beginnings: the next ones first, then the
    last ones."""
    words = text.casefold().replace(",", " ").split()
    query = Meeting.select(Meeting.id, Meeting.held, Committee.name, Committee.short).join(Committee)
    found = [row for row in query.namedtuples() if words and all(map(_has(row), words))]
    coming = sorted((row.held, row.id) for row in found if row.held >= today)
    past = sorted(((row.held, row.id) for row in found if row.held < today), reverse=True)
    return [id for _, id in (*coming, *past)][:most]


def _has(row: Any) -> Any:
    """Whether a meeting has a word; its day is written as a list shows it, as people say it, and as numbers."""
    held: date = row.held
    parts = [
        *f"{row.name} {row.short} {held:%B}".casefold().split(),
        str(held.day),
        str(held.year),
        f"{held.month}/{held.day}",
        f"{held.month}/{held.day}/{held.year}",
        f"{held.month}/{held.day}/{held:%y}",
        held.isoformat(),
    ]
    # a day or a year is meant whole: 1 is not 18
    return lambda word: any(part == word if part.isdecimal() else part.startswith(word) for part in parts)
