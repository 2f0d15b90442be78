"""The years of a person as their file draws them. Apart from what it lists of them, which the start waits for: this knows the
standards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.records.background import Education, WorkHistory
from workbench.records.policy import Policy
from workbench.rules import timeline
from workbench.rules.timeline import Gap, Span


@dataclass(frozen=True)
class Years:
    """What filled the years since the first school, and the gaps that are asked about."""

    until: date
    spans: tuple[Span, ...] = ()
    gaps: tuple[Gap, ...] = ()
    shortest: int = 0
    """Days from which on a gap is asked about."""


@dataclass(frozen=True)
class _Lines:
    """What years are made of."""

    education: tuple[Any, ...]
    work: tuple[Any, ...]


def years(provider: int, today: date, policy: Policy) -> Years:
    """The years of a person, up to today."""
    lines: Any = _Lines(
        tuple(Education.select().where(Education.provider == provider).order_by(Education.started, Education.id)),
        tuple(WorkHistory.select().where(WorkHistory.provider == provider).order_by(WorkHistory.started)),
    )
    shortest = timeline.Asked(policy, today).days
    return Years(today, timeline.spans(lines, today), timeline.gaps(lines, today, policy), shortest)
