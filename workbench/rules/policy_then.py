"""The limits of the office as they stood on an earlier day: what was decided then keeps them, whatever the office changed since."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from workbench.records.policy import Policy
from workbench.store import history, settings

_DEFAULTS = {each.name: each.default for each in fields(Policy)}
LIMITS = frozenset(each.name for each in fields(Policy) if each.type is int) | {"oppe_late", "limits", "rows_off"}
"""Settings that are limits. Which packs are in force is the office's of today: whoever audits by one judges earlier decisions too."""


@dataclass(frozen=True)
class Earlier:
    """What was changed when, as the log tells; before the office began, the limits of its first day."""

    begun: date = date.min
    changes: Sequence[tuple[date, str, Any]] = ()

    @property
    def turns(self) -> list[date]:
        """The days from which on a limit was another one."""
        return sorted({day for day, *_ in self.changes if day > self.begun})

    def policy(self, now: Policy, on: date) -> Policy:
        """A policy with the limits of the end of a day."""
        end, then = max(on, self.begun), dict[str, Any]()
        for day, name, before in self.changes:
            if day > end and name not in then:
                then[name] = _DEFAULTS[name] if before is None else before
        return replace(now, **then) if then else now


def earlier() -> Earlier:
    """Of the open office."""
    return Earlier(history.begun(), tuple(each for each in settings.changes() if each[1] in LIMITS))


class Turns:
    """Days between which the same is asked: rows of the packs come and go, and the office changed a limit."""

    def __init__(self, days: Sequence[date]) -> None:
        self._days = sorted(set(days))

    def place(self, on: date) -> int:
        """Equal for two days on which the same is asked."""
        return bisect_right(self._days, on)


def ends(day: date) -> date:
    """The first day after the last one of a row."""
    return day + timedelta(days=1) if day < date.max else day
