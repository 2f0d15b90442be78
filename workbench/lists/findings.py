"""The list of findings: what keeps whose file from being ready, the worst first."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Expression

from workbench.lists import judging
from workbench.lists.columns import column
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, Order, View
from workbench.records.finding import BLOCKS, FINDINGS, TELLS, WARNS, KeptFinding
from workbench.records.policy import Policy
from workbench.store import search

TONES = {BLOCKS: "bad", WARNS: "warn", TELLS: "info"}


@dataclass(frozen=True)
class _Findings(ListOf):
    """They are brought up to date before they are read."""

    def ids(self, *, today: date, **asked: Any) -> "array[int]":
        """As of any list."""
        judging.bring_up_to_date(today)
        return super().ids(today=today, **asked)

    def count(self, *, today: date, **asked: Any) -> int:
        """As of any list."""
        judging.bring_up_to_date(today)
        return super().count(today=today, **asked)

    def _found(self, word: str, alone: bool) -> list[search.Part]:
        """By the words of the person; a finding has no index of its own."""
        matched = "SELECT rowid FROM search_provider WHERE words MATCH ?"
        return [(f'SELECT id FROM "{self.kind.table}" WHERE provider IN ({matched})', (word,))]


def _tone(values: Sequence[Any], today: date, policy: Policy) -> str:
    return TONES.get(values[0], "")


def _of(severity: str) -> Any:
    def where(joined: Joined, today: date, policy: Policy) -> Expression:
        return joined.model.severity == severity

    return where


def _office(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.provider == 0


_SHOWN: Mapping[str, Any] = {"person": {"bold": True}, "severity": {"tone": _tone, "pill": True}}
_ORDER: Order = (("person", False),)
"""Of each person the worst first, as they were judged."""
FINDINGS_LIST = _Findings(
    kind=FINDINGS,
    columns=tuple(column(KeptFinding, name, **_SHOWN.get(name, {})) for name in FINDINGS.columns),
    sheet=tuple(
        column(KeptFinding, name)
        for name in ("provider", "person", "department", "rule", "requirement", "severity", "message", "why")
        + ("citation", "remedy", "worse_on")
    ),
    order=_ORDER,
    views=(
        View("block", "Not ready", _of(BLOCKS)),
        View("warn", "Warnings", _of(WARNS), (("worse_on", False),)),
        View("info", "Notes", _of(TELLS)),
        View("office", "The office itself", _office),
    ),
)
