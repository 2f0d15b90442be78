"""What a row says of schools, training and positions: added, filled in, or told; a blank erases nothing."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from workbench.records.background import Period
from workbench.sheets import likeness, targets
from workbench.sheets.comparison.appointing import hanging
from workbench.sheets.comparison.effects import ADD, KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, Drafts, Row

SORTS = {sort: targets.SORTS[sort] for sort in targets.TRAINING} | {"education": "Other"}
"""By sort of target the sort of training that a record keeps."""
FIELDS = {
    "education": {"issuer": "institution", "title": "program", "issued": "started", "expires": "ended"},
    "work_history": {"issuer": "employer", "title": "position", "issued": "started", "expires": "ended"},
}
_SLOTS = {"education": "education", "work_history": "work"}
_WORDS = {"education": "education entry", "work_history": "work history entry"}
_YEARS = re.compile(r"^(.*?\D)[\s,;(]+((?:19|20)\d{2})(?:\s*(?:[-–]|to)\s*((?:19|20)\d{2}))?\)?$", re.DOTALL)
"""Rush University 2011-2014; Mayo Clinic (2015)."""


def merge(person: Person, values: Mapping[str, Any], drafts: Drafts, notes: list[str]) -> list[Effect]:
    """Bring what a row says to what is known of a person; what that does."""
    groups: dict[str, dict[str, Any]] = {}
    for target, value in values.items():
        if found := _place(target):
            groups.setdefault(found[0], {})[found[1]] = value
    effects: list[Effect] = []
    for group, said in groups.items():
        for each in _each(said):
            effects += _Entry(person, group, drafts).merge(each, notes)
    return effects


@lru_cache(maxsize=1024)
def _place(target: str) -> tuple[str, str] | None:
    """The group in the row and the part of it, of a target of schools, training or positions."""
    sort, _, name = targets.plain(target).partition(".")
    return (target.partition(".")[0], name) if sort in targets.BACKGROUNDS else None


def _each(said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Several institutions in a cell, one a line, each by itself; years behind a name are those of its time."""
    lines = [line.strip() for line in str(said.get("issuer", "")).replace("\n", ";").split(";") if line.strip()]
    for line in lines or [""]:
        own = dict(said) if len(lines) < 2 else {}
        if match := _YEARS.match(line):
            line = match[1].strip(" ,;(-–")
            if match[3]:
                own.setdefault("issued", match[2])
            own.setdefault("expires", match[3] or match[2])
        yield {**own, **({"issuer": line} if line else {})}
    if len(lines) > 1:  # of which of them it speaks is not said
        yield {name: value for name, value in said.items() if name != "issuer"}


class _Entry:
    """One group of a row on its way to a record."""

    def __init__(self, person: Person, group: str, drafts: Drafts) -> None:
        self._person, self._group, self._drafts = person, group, drafts
        self._sort = targets.plain(f"{group}.issuer").partition(".")[0]
        self._tbl = "work_history" if self._sort == "work" else "education"
        self._rows: list[Row] = getattr(person, _SLOTS[self._tbl])
        self._at = {part: AT[self._tbl][field] for part, field in FIELDS[self._tbl].items()}

    def merge(self, said: dict[str, Any], notes: list[str]) -> list[Effect]:
        """Add or fill in."""
        if not said:
            return []
        n = self._same(said)
        if n is None and not said.get("issuer"):
            notes += [
                f"{self._title(part)}: “{value}” stands without the place; left out." for part, value in said.items()
            ]
            return []
        if n is None:
            return self._added(said, notes)
        effects: list[Effect] = []
        for part, value in said.items():
            effects += self._filled(n, part, value)
        return effects

    def _same(self, said: Mapping[str, Any]) -> int | None:
        """The record that is meant: of the sort and the place; without a place the only one of the sort."""
        alike = [n for n, row in enumerate(self._rows) if self._is_of_sort(row)]
        if not said.get("issuer"):
            return alike[0] if len(alike) == 1 else None
        place = likeness.fold(said["issuer"])
        named = [n for n in alike if likeness.fold(self._rows[n][self._at["issuer"]]) == place]
        began = said.get("issued", "")
        same = [n for n in named if not began or not (ours := self._rows[n][self._at["issued"]]) or _agree(ours, began)]
        return next(iter(same), None if self._tbl == "work_history" else next(iter(named), None))

    def _is_of_sort(self, row: Row) -> bool:
        """A heading that says only “Education” may mean any of them."""
        return (
            self._tbl == "work_history"
            or self._sort == "education"
            or row[AT["education"]["sort"]] == SORTS[self._sort]
        )

    def _added(self, said: dict[str, Any], notes: list[str]) -> list[Effect]:
        fields = {FIELDS[self._tbl][part]: value for part, value in said.items()}
        for problem in Period.problems_between(fields):
            notes.append(f"{self._title('expires')}: {problem.message} Left out.")
            del fields["ended"]
        sort = {"sort": SORTS[self._sort]} if self._tbl == "education" else {}
        self._rows.append(hanging(self._tbl, self._person, self._drafts, **sort, **fields))
        return [Effect(ADD, _WORDS[self._tbl], f"{self._group}.issuer", "", said["issuer"])]

    def _filled(self, n: int, part: str, theirs: str) -> list[Effect]:
        at, row = self._at[part], self._rows[n]
        ours, target, word = row[at] or "", f"{self._group}.{part}", _WORDS[self._tbl]
        if likeness.fold(ours) == likeness.fold(theirs) or part in ("issued", "expires") and ours.startswith(theirs):
            return []
        after = {FIELDS[self._tbl][p]: theirs if p == part else row[a] for p, a in self._at.items()}
        is_more = not ours or part in ("issued", "expires") and theirs.startswith(ours)
        why = next((problem.message for problem in Period.problems_between(after)), "") or self._drafts.newer(
            self._tbl, row, at
        )
        chosen = target in self._drafts.preferred and not next(Period.problems_between(after), None)
        if not (is_more and not why) and not (chosen and self._drafts.take(self._tbl, row[0], at)):
            return [Effect(KEPT, word, target, ours, theirs, why.rstrip("."))]
        row = self._rows[n] = self._drafts.changing(self._tbl, row)
        row[at] = theirs
        return [Effect(UPDATE, word, target, ours, theirs)]

    def _title(self, part: str) -> str:
        return targets.title(f"{self._group}.{part}")


def _agree(ours: str, theirs: str) -> bool:
    return ours.startswith(theirs) or theirs.startswith(ours)
