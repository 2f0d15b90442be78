"""What is asked on a day: of all enabled packs the strictest line of each rule, by severity, and whose it is."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from workbench.records.days import months_on
from workbench.records.elements import listed
from workbench.records.policy import OPPE_LATE, Policy
from workbench.rules import packs
from workbench.rules.pack_rows import FORCES, LAW, MOST, SEVERITIES, Standard
from workbench.rules.packs import Pack, PackRefused

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """The strictest that is asked with one severity: the row that wins, and whose it is."""

    row: Standard
    citation: str
    """All who ask just this, the strongest first: “Joint Commission (formerly MS.06.01.03) · 42 CFR 482.22(a)(2)”."""

    @property
    def severity(self) -> str:
        """block, warn or info."""
        return self.row.severity

    @property
    def limit(self) -> int:
        """The number; 0 where none is set."""
        return self.row.limit or 0

    @property
    def said(self) -> str:
        """“120 days, NCQA”, “90 days, the office's limit under Joint Commission”: the limit and whose it is; without a limit who asks."""
        row = self.row
        if not row.said:
            return row.body
        if row.is_filled_in:
            return f"{row.said}, the office's limit under {row.body}"
        return f"{row.said}, {row.body}"

    def good_until(self, since: date) -> date:
        """The last day that is in time, counted from a day."""
        row = self.row
        if row.unit == "months":
            last = months_on(since, self.limit)
            if row.count_to == "month":
                last = months_on(last.replace(day=1), 1) - DAY
        else:
            last = since + timedelta(days=int(row.length))
        return last - DAY if row.count_to == "before" else last

    def outlasted(self, starts: date, last: date) -> bool:
        """Whether a time from its first to its last day is longer than a limit of months; of days, that it is as long."""
        if self.row.unit == "months":
            return last >= months_on(starts, self.limit)
        return (last - starts).days + 1 >= self.row.length

    def last_day_of_term(self, starts: date, decided: date | None = None) -> date:
        """The last day of the longest term that begins on a day: the next one begins on the same date. Where a body counts from the
        decision, that day begins it."""
        last = self.good_until(decided if decided and self.row.from_decision else starts)
        return last if self.row.count_to == "month" else last - DAY


Lines = Mapping[tuple[str, str], tuple[Line, ...]]


def lines(rule: str, policy: Policy, on: date, element: str = "", state: str = "") -> tuple[Line, ...]:
    """The lines of a rule on a day, the worst first; none where no enabled pack asks it. element narrows a rule that asks
    different numbers of different elements; state is the hospital's, else the office's."""
    found = in_force(policy, on, state or policy.state)
    return found.get((rule, element), ()) if element else found.get((rule, ""), ())


def least(
    rule: str, policy: Policy, on: date, severity: str = "block", element: str = "", state: str = ""
) -> Line | None:
    """The line of a severity, or of the worst one that is asked."""
    found = lines(rule, policy, on, element, state)
    return next((each for each in found if each.severity == severity), found[0] if found else None)


@lru_cache(maxsize=256)
def each_of(rule: str, policy: Policy, on: date) -> tuple[Line, ...]:
    """Every row of a rule on a day as a line of its own: for rules that are not asked about the same things."""
    return tuple(Line(row, row.citation) for row in asked(policy, on) if row.id == rule)


def strictest(lines: Iterable[Line]) -> Line | None:
    """Of lines of one rule the worst and strictest, with all who ask just this; None of none."""
    rows = [each.row for each in lines]
    worst = min((SEVERITIES.index(row.severity) for row in rows), default=0)
    same = [row for row in rows if SEVERITIES.index(row.severity) == worst]
    return _line(same) if same else None


def shortest_term(lines: Iterable[Line], starts: date, decided: date | None) -> tuple[date, Line] | None:
    """The earliest last day of a term that begins on a day and was decided on another, and whose it is; None without a limit."""
    ends = [(line.last_day_of_term(starts, decided), place, line) for place, line in enumerate(lines) if line.row.limit]
    return (min(ends)[0], min(ends)[2]) if ends else None


def crossed(rule: str, policy: Policy, on: date, since: date, element: str = "") -> Line | None:
    """The worst line of a rule that is no more kept on a day, counted from an earlier one; None while all are."""
    return next((each for each in lines(rule, policy, on, element) if on > each.good_until(since)), None)


@lru_cache(maxsize=64)
def in_force(policy: Policy, on: date, state: str) -> Lines:
    """By rule and element (and by rule alone), the strictest line of each severity on a day; of terms that are counted from their
    decision one besides, since none of the two is stricter on every day."""
    groups: dict[tuple[str, str], dict[tuple[str, bool], list[Standard]]] = defaultdict(lambda: defaultdict(list))
    for row in asked(policy, on, state):
        for element in ("", row.what):
            groups[row.id, element][row.severity, row.from_decision].append(row)
    return {key: _strictest(by) for key, by in groups.items()}


def asked(policy: Policy, on: date, state: str = "") -> tuple[Standard, ...]:
    """Every row of the enabled packs that is in force on a day in a state, with the office's own limits."""
    where, own, silent = state or policy.state, changed(policy), off(policy)
    named = numbers(policy)
    rows = (row for pack in enabled(policy) for row in pack.rows if not (row.editable and row.key in silent))
    return tuple(
        _own(row, policy, own, named) for row in rows if row.since <= on <= row.until and row.state in ("", where)
    )


def enabled(policy: Policy) -> tuple[Pack, ...]:
    """The packs that are in force, in the order of the setting; one that is not there any longer is left out."""
    there = books(policy)
    return tuple(there[key] for key in listed(policy.packs) if key in there)


def books(policy: Policy) -> Mapping[str, Pack]:
    """All packs that the office has: those that came with the program, and its own in their place."""
    return {**packs.shipped(), **own_packs(policy)}


def own_packs(policy: Policy) -> dict[str, Pack]:
    """The packs that the office took from a file; one that would be refused today is in force no more, and the one that came
    with the program is in its place."""
    kept = {}
    for key, text in (json.loads(policy.own_packs) if policy.own_packs else {}).items():
        try:
            kept[key] = packs.read_own(text, f"{key}.toml")
        except PackRefused:
            continue
    return kept


def changed(policy: Policy) -> dict[str, int]:
    """The limits that the office changed, by the keys of their rows."""
    return {str(key): int(limit) for key, limit in json.loads(policy.limits or "{}").items()}


def off(policy: Policy) -> frozenset[str]:
    """The keys of the rows that the office turned off; those that it may not change are in force all the same."""
    return frozenset(json.loads(policy.rows_off or "[]"))


def reasons(policy: Policy) -> dict[str, str]:
    """Why the office changed a limit or turned a row off, by the row's key."""
    return {str(key): str(why) for key, why in json.loads(policy.reasons or "{}").items()}


def numbers(policy: Policy) -> dict[str, str]:
    """The current numbers that the office entered of standards that were renumbered, by their former ones (see former)."""
    return {str(key): str(number) for key, number in json.loads(policy.numbers or "{}").items()}


def former(row: Standard) -> str:
    """By which the office enters a current number: “joint_commission MS.08.01.03”; all rows of that standard take it."""
    return f"{row.pack} {row.legacy}"


def is_law(pack: Pack) -> bool:
    """Whether a pack is of law, which no office turns off."""
    return any(row.force == LAW for row in pack.rows)


def state_is_known(policy: Policy, state: str) -> bool:
    """Whether the pack of state law says how long an appointment lasts in a state."""
    rows = (row for pack in enabled(policy) for row in pack.rows)
    return any(row.id == "APPT_MAX" and row.state == state for row in rows if state)


def as_changed(row: Standard, policy: Policy) -> Standard:
    """A row with the limit that the office gave it, by a setting or by itself."""
    return _own(row, policy, changed(policy), numbers(policy))


def _own(row: Standard, policy: Policy, own: Mapping[str, int], named: Mapping[str, str]) -> Standard:
    if row.legacy and not row.current and former(row) in named:
        row = replace(row, current=named[former(row)])
    if row.counted_by:
        row = replace(row, count_to="before" if getattr(policy, row.counted_by) == OPPE_LATE[0] else "day")
    if row.setting:
        return replace(row, limit=int(getattr(policy, row.setting)))
    return replace(row, limit=own[row.key]) if row.editable and row.key in own else row


def _strictest(by: Mapping[tuple[str, bool], list[Standard]]) -> tuple[Line, ...]:
    return tuple(
        _line(by[key]) for severity in SEVERITIES for key in ((severity, False), (severity, True)) if key in by
    )


def _line(rows: list[Standard]) -> Line:
    limited = [row for row in rows if row.limit is not None]
    best = min(limited or rows, key=_strictness)
    same = sorted(
        (
            row
            for row in rows
            if row.limit is None or (row.limit, row.unit, row.count_to) == (best.limit, best.unit, best.count_to)
        ),
        key=lambda row: FORCES.index(row.force),
    )
    return Line(best, " · ".join(dict.fromkeys(row.citation for row in same)))


def _strictness(row: Standard) -> tuple[float, int]:
    length = -row.length if row.unit in MOST else row.length
    return length, FORCES.index(row.force)
