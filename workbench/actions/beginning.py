"""Terms that an approval would begin before the governing body decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem
from workbench.records.texts import day


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
        if file.sort != "Added privileges" and file.term_starts and file.term_starts < held:
            found.append(Early(file.provider.title, file.term_starts, held))
    return tuple(found)
