"""Points of bylaws, policies and agreements: what standards ask of the office's own words, which nobody but a reader can judge. The
office answers each with the day on which somebody looked, and where it stands."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.judging import Judging
from workbench.rules.pack_rows import POINTS
from workbench.rules.standards import Line

YES, NO, NOT_APPLICABLE = "Yes", "No", "Does not apply"
SAYS = (YES, NO, NOT_APPLICABLE)


@dataclass(frozen=True)
class Answer:
    """What the office answered of one point."""

    says: str
    on: date
    """The day on which somebody looked, or on which it was done last."""
    where: str
    """“Bylaws 6.2”; of what does not apply, why."""

    @property
    def kept(self) -> dict[str, Any]:
        """As the policy keeps it."""
        return asdict(self) | {"on": self.on.isoformat()}


def asked(day: Judging) -> Iterator[Line]:
    """Of each point that an enabled pack asks on a day the worst line, in the order of the packs."""
    asking = (row.point for row in standards.asked(day.policy, day.on) if row.id == POINTS)
    for point in dict.fromkeys(asking):
        yield day.lines(POINTS, point)[0]


def answers(policy: Policy) -> Mapping[str, Answer]:
    """What the office answered, by point."""
    return _answers(policy.answers)


@lru_cache(maxsize=8)
def _answers(kept: str) -> Mapping[str, Answer]:
    said: dict[str, dict[str, str]] = json.loads(kept) if kept else {}
    return {point: Answer(each["says"], date.fromisoformat(each["on"]), each["where"]) for point, each in said.items()}
