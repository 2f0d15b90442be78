"""What a row that comes in does: somebody added or changed, and what hangs on them; what nothing took up is told."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from workbench.sheets import particulars, targets
from workbench.sheets.comparison import alone, appointing, backgrounds, correcting, renewing, terms
from workbench.sheets.comparison.effects import KEPT
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Person
from workbench.sheets.comparison.terms import Stated
from workbench.sheets.decisions import Choices, Place
from workbench.sheets.known import Drafts
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import SheetReading


class Places(NamedTuple):
    """Where the terms of a row go among those of a person, by group, as far as somebody said."""

    of: Mapping[str, int]
    replaced: Mapping[str, int]
    """Those of ours that they replace."""


NOWHERE = Places({}, {})


class Bringing:
    """Enters rows into the drafts, in the order of the file."""

    def __init__(self, drafts: Drafts, register: Register, sorts: Mapping[str, int], choices: Choices) -> None:
        self._drafts, self._register, self._erasing = drafts, register, choices.erasing & particulars.ERASABLE
        self._keys = {id: key for key, id in sorts.items()}
        self.met: dict[Place, Person] = {}
        """By place the new people of the rows so far."""
        self.supervised: list[tuple[PlanRow, str]] = []
        self._backgrounds: dict[int, bool] = {}

    def add(self, row: PlanRow, stated: Stated, place: Place) -> None:
        """A person nobody knows yet."""
        row.person, notes = particulars.new_person(row.values, self._drafts, place)
        row.notes += notes
        row.result = "new"
        self.met[place] = row.person
        self._bring(row, row.person, stated, NOWHERE)

    def merge(self, row: PlanRow, person: Person, stated: Stated, places: Places) -> None:
        """Somebody known; terms at the places that were chosen for them."""
        row.person = person
        row.effects = particulars.merge(person, row.values, self._drafts, row.notes)
        row.effects += particulars.erase(person, correcting.left_blank(row, self._erasing), self._drafts)
        self._bring(row, person, stated, places)
        row.effects += appointing.follow(person, row.effects, self._drafts, row.notes)
        row.result = "changed" if any(effect.verb != KEPT for effect in row.effects) else "same"

    def _bring(self, row: PlanRow, person: Person, stated: Stated, places: Places) -> None:
        """What hangs on the person; then everything is entered, so that later rows of the file find it."""
        values: Mapping[str, Any] = row.values
        for group, term in stated.terms.items():
            key = self._keys[term[terms.SORT]]
            if (ours := places.replaced.get(group)) is not None:
                row.effects += renewing.replace(person, group, term, self._drafts, key, ours)
            else:
                row.effects += renewing.merge(person, group, term, self._drafts, key, places.of.get(group))
        if stated.alone or stated.lost:
            row.effects += alone.merge(person, stated, (self._drafts, self._keys), row.notes)
        row.effects += particulars.others(person, values, self._drafts, row.notes)
        if self._has_backgrounds(row.reading):
            row.effects += backgrounds.merge(person, values, self._drafts, row.notes)
        if alias := values.get("provider.alias"):
            row.told.append(f"“{alias}” in the name may be a former name or the one in use; it is kept as an alias.")
        if supervisor := values.get("provider.supervisor"):
            self.supervised.append((row, supervisor))
        if row.effects or row.result == "new":
            self._register.enter(person)

    def _has_backgrounds(self, reading: SheetReading) -> bool:
        """Whether a column of the sheet speaks of schools, training or positions."""
        if id(reading) not in self._backgrounds:
            sorts = {targets.plain(target).partition(".")[0] for target in reading.columns.values() if target}
            self._backgrounds[id(reading)] = not targets.BACKGROUNDS.isdisjoint(sorts)
        return self._backgrounds[id(reading)]
