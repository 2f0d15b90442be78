"""What earlier committees decided about a file: the next one acts on their recommendation, with its conditions."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from workbench.lists import meetings_around, recommended
from workbench.lists.recommended import Lines
from workbench.records import texts
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.rules import chain

TONES = {"Approved": "good", "Approved with conditions": "warn", "Not approved": "bad"}
"""By outcome; deferrals and what else was said are plain."""


class Word(NamedTuple):
    """One committee's outcome."""

    committee: str
    held: str
    outcome: str
    tone: str
    said: str
    """Conditions, term, privileges, conclusion and reason, as far as they were recorded."""


_READ = (
    *(AgendaItem.id, AgendaItem.application, AgendaItem.outcome, AgendaItem.conditions, AgendaItem.conclusion),
    *(AgendaItem.reason, AgendaItem.term_months, AgendaItem.deferred_until),
    *(Meeting.held, Committee.name, Committee.level),
)


def words(applications: Collection[int], before: date, starts: str = "") -> dict[int, list[Word]]:
    """By application the outcomes of meetings before a day, and before an hour (“16:00”) of that day, oldest first. What was
    only noted for information is none."""
    query = (
        AgendaItem.select(*_READ)
        .join(Meeting)
        .join(Committee)
        .where(
            AgendaItem.application.in_(list(applications))
            & ~AgendaItem.information
            & (AgendaItem.outcome != "")
            & (Meeting.state != CANCELLED)
            & meetings_around.earlier(before, starts)
        )
        .order_by(Meeting.held, Meeting.starts, AgendaItem.id)
    )
    found: dict[int, list[Word]] = {}
    rows = list(query.namedtuples())
    lines = recommended.of_items([row.id for row in rows])
    for row in rows:
        found.setdefault(row.application, []).append(_word(row, lines.get(row.id, ())))
    return found


def _word(row: Any, lines: Lines) -> Word:
    told = (row.conditions, *recommended.all_said(row, lines, row.level, brief=True), row.conclusion, row.reason)
    said = "; ".join(text.strip() for text in told if text.strip())
    outcome = "Recommended" + row.outcome.removeprefix("Approved") if row.outcome in chain.APPROVED else row.outcome
    return Word(row.name, texts.day(row.held), outcome, TONES.get(row.outcome, "quiet"), said)
