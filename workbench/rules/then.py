"""The office's own limits on an earlier day: what was decided keeps the rules of its day, the office's own among them."""

import dataclasses
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from workbench.records.policy import Policy
from workbench.store import settings

SETTLING = timedelta(days=30)
"""So long an office writes down what held before it was made; what it changes later is a change."""
LIMITS = frozenset(
    (
        "references",
        "renewal_references",
        "gap_days",
        "attestation_days",
        "verification_days",
        "term_months",
        "oppe_late",
    )
    + ("limits", "rows_off", "own_packs")
)
"""Settings that say what is asked. Which packs are in force is said by whoever asks: an auditor of one body judges by it what was
decided before the office turned it on, and no other body then."""


class Then:
    """The policy of each day, as far as the log knows."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        began, said = settings.trail()
        kept: dict[str, list[tuple[date, Any]]] = defaultdict(list)
        for each in said:
            if each.name in LIMITS:
                kept[each.name].append((date.min if each.on <= began + SETTLING else each.on, each.value))
        self._kept = dict(kept)
        self._last = max((days[-1][0] for days in kept.values()), default=date.min)
        self._known: dict[date, Policy] = {}

    def of(self, day: date) -> Policy:
        """The policy at the end of a day."""
        if day >= self._last:
            return self._policy
        if day not in self._known:
            values = {name: _on(day, days, _DEFAULTS[name]) for name, days in self._kept.items()}
            self._known[day] = dataclasses.replace(self._policy, **values)
        return self._known[day]


_DEFAULTS = {each.name: each.default for each in dataclasses.fields(Policy)}


def _on(day: date, days: list[tuple[date, Any]], default: Any) -> Any:
    value = next((value for since, value in reversed(days) if since <= day), None)
    return default if value is None else value
