"""Terms that an approval would begin before the governing body decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.actions import deciding
from workbench.errors import Problem
from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem
from workbench.records.texts import day
from workbench.rules import chain


@dataclass(frozen=True)
class Early:
    """A term that was asked for from a day before the governing body decides."""

    who: str
    asked: date
    decided: date

    @property
    def said(self) -> str:
        """What is wrong with it, and what would mend it."""
        return (
            f"The term of {self.who} was asked for from {day(self.asked)}, and the governing body decides on "
            f"{day(self.decided)}: before that nobody is appointed or holds privileges. Let it begin with the decision, or "
            "change the term on the application."
        )


def begun_early(items: Sequence[int]) -> tuple[Early, ...]:
    """The terms that an approval of these items would begin before it; of the governing board's committees alone."""
    rows = AgendaItem.select().where(AgendaItem.id.in_(list(items)) & ~AgendaItem.information)
    found = []
    for row in rows.order_by(AgendaItem.position):
        file, held = row.application, row.meeting.held
        if file is None or row.meeting.committee.level not in FINAL or file.stage == "Closed":
            continue
        if deciding.backwards(file):
            continue  # that is said first, and a later beginning would not mend it
        if file.sort != "Added privileges" and file.term_starts and file.term_starts < held:
            found.append(Early(file.provider.title, file.term_starts, held))
    return tuple(found)


def backwards(rows: Iterable[AgendaItem], outcome: str) -> list[Problem]:
    """The terms among some items that end before they start, and so begin with no approval of the governing board's."""
    asked = [row.application for row in rows if row.application_id and not row.information]
    if outcome not in chain.APPROVED:
        return []
    said = [words for file in asked if file.stage != "Closed" and (words := deciding.backwards(file))]
    return [Problem("outcome", f"{each} Correct it on the application.") for each in said]
