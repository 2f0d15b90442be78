"""Points of bylaws, policies and agreements as the settings show them: what is asked, by whom, and what the office answered."""

from dataclasses import dataclass
from datetime import date

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.rules import points
from workbench.rules.judging import Judging
from workbench.rules.points import NO, NOT_APPLICABLE, YES
from workbench.store import settings

OPEN, AGAIN = "Not answered", "Due again"
_TONES = {YES: "good", NO: "warn", NOT_APPLICABLE: "quiet"}


@dataclass(frozen=True)
class PointLine:
    """One point."""

    point: str
    asks: str
    """“The bylaws describe the hearing and the appeal.”"""
    answer: str
    tone: str
    on: date | None
    where: str
    citation: str
    every: str
    """“12 months” of what is done again and again; else empty."""

    @property
    def day(self) -> str:
        """When somebody looked, or it was done last."""
        return texts.day(self.on)


def all(today: date) -> list[PointLine]:
    """Every point that the enabled packs ask today, in their order."""
    policy = settings.load(Policy)
    given = points.answers(policy)
    lines = []
    for line in points.asked(Judging(today, policy)):
        answer, tone, said = OPEN, "info", given.get(line.row.point)
        if said is not None:
            late = said.says == YES and line.limit and today > line.good_until(said.on)
            answer, tone = (AGAIN, "warn") if late else (said.says, _TONES[said.says])
        on, where = (said.on, said.where) if said else (None, "")
        every = line.row.said if line.limit else ""
        lines.append(PointLine(line.row.point, line.row.trigger, answer, tone, on, where, line.citation, every))
    return lines
