"""The columns of a sheet as values, one after the other, and what follows from each of them as further columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.records import texts
from workbench.sheets import targets
from workbench.sheets.cell import (
    cells,
    coverages,
    declined,
    holding_more,
    honors,
    marks_under,
    name_columns,
    name_marks,
    naming,
    nobody,
    parallel,
    specialties,
    standings,
    streets,
    towns,
    words,
)
from workbench.sheets.cell.composites import COMPOSITES
from workbench.sheets.cell.converting import Converting
from workbench.sheets.cell.day_manners import PLAIN
from workbench.sheets.cell.naming import Column
from workbench.sheets.cell.several import Spread
from workbench.sheets.column import facilities
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import SheetReading, folded
from workbench.sheets.row import has_status, left_on

CARRIERS = ("liability.issuer", *(f"liability{number}.issuer" for number in range(2, targets.MOST_OF_A_SORT + 1)))
NUMBERED = re.compile(r"[\s,;/(\-]*\bNPI\b[:#\s]*(\d{10})\b\)?")
"""An NPI in the cell of a name."""
_BEGINS = {"expires": "issued", "ended": "started"}
"""By the end of a training, or of an affiliation, its beginning."""
_STREETS = ("provider.street", "practice.street")
_STANDING = ("provider.status", "provider.category", "provider.degree")


class Gathering(Converting):
    """The work on one sheet: its columns as they were read, full names and facilities apart from the others."""

    def __init__(self, reading: SheetReading) -> None:
        super().__init__()
        self.companies: set[int] = set()
        self._reading, self._manners = reading, reading.manners
        self._meant: dict[str, dict[str, str]] = {}
        for (target, said), text in reading.meanings.items():
            self._meant.setdefault(target, {})[said] = text
        self._whole: list[Column] = []
        self._parts: list[Column] = []
        self._people: list[str | None] = []
        self._staffs: list[list[str | None]] = []
        self._marks: dict[str, list[tuple[str, list[Any]]]] = {}

    def take(self, spread: Spread) -> None:
        """Read one column."""
        target, column, at, inside = spread
        days = self._manners.inside if inside else self._manners.days
        column = self._without_beginnings(target, self._without_checks(target, self._mended(spread)))
        column, more = holding_more.taken_apart(target, at, column, self._reading, self.notes, self.wrong)
        self._parts.extend((name, self.column(name, cells_of, PLAIN)) for name, cells_of in more)
        read = self.column(target, column, days.get(at, PLAIN))
        if target == facilities.TARGET:
            self._staffs.append(self.staff(self._reading.headings.get(at, ""), read))
        elif target in marks_under.OF:
            self._marks.setdefault(target, []).append((" ".join(self._reading.headings.get(at, "").split()), read))
        elif target == "provider.full_name":
            self._people = read
        elif target == left_on.TARGET:
            self._take_leaving(read)
        elif target == has_status.TARGET:
            self._take_status_of(self._reading.headings.get(at, ""), column)
        elif (plain := targets.plain(target)) in COMPOSITES:
            group, own = target.partition(".")[0], plain.partition(".")[0]
            wrong: naming.Wrongs = {}
            found = list(COMPOSITES[plain](read, wrong))
            for index, problems in wrong.items():
                self.wrong.setdefault(index, []).extend(replace(each, field=target) for each in problems)
            self._parts.extend(
                (name.replace(own, group, 1) if group != own else name, column) for name, column in found
            )
        else:
            self._whole.append((target, self._alone(target, column, read)))

    def _without_checks(self, target: str, column: Sequence[Cell]) -> Sequence[Cell]:
        """Days of a card without the X that only says that somebody has it, which follows as a column of its own."""
        column = declined.without(target, column, self._reading, self.notes)
        sort, _, attribute = targets.plain(target).partition(".")
        if attribute != "expires" or sort not in targets.SORTS or sort in targets.NUMBERED_SORTS:
            return column
        checks = {
            cell
            for cell in set(column)
            if isinstance(cell, str) and (cells.flag(cell) or words.is_no(cells.typed(cell)))
        }
        if not checks:
            return column
        held = [True if cell in checks and cells.flag(cell) else None for cell in column]
        self._parts.append((target.replace("expires", "held"), held))
        return [None if cell in checks else cell for cell in column]

    def _without_beginnings(self, target: str, column: Sequence[Cell]) -> Sequence[Cell]:
        """The ends of spans of a training or a position, "2011-2014"; their beginnings follow as a column of its own."""
        begins = _BEGINS.get(targets.plain(target).partition(".")[2] if _has_spans(target) else "")
        group = target.partition(".")[0]
        if not begins or f"{group}.{begins}" in self._reading.columns.values():
            return column
        spans = {cell: found for cell in set(column) - {None} if (found := parallel.years(cell))}
        if not spans:
            return column
        first = [spans[cell][0] if cell in spans else None for cell in column]
        self._parts.append((f"{group}.{begins}", self.column(f"{group}.{begins}", first, PLAIN)))
        return [spans[cell][1] if cell in spans else None if parallel.may_be_years(cell) else cell for cell in column]

    def _take_leaving(self, read: list[Any]) -> None:
        """The days on which people left are those since which their status is what it is; one to come says nothing yet."""
        for index, day in enumerate(read):
            if day and not left_on.is_past(day):
                self.notes.setdefault(index, []).append(
                    f"{targets.title(left_on.TARGET)}: {texts.day(day)} is still to come."
                )
        self._parts.append(("provider.status_since", [day if left_on.is_past(day) else None for day in read]))

    def _take_status_of(self, heading: str, column: Sequence[Cell]) -> None:
        """Since when somebody has the status that a column is headed by; words there are remarks, a day to come is told."""
        heading = " ".join(heading.split())
        status = has_status.named(heading)
        read = {cell: has_status.said(status, cell) for cell in set(column)} if status is not None else {}
        for index, cell in enumerate(column):
            if not (tells := read.get(cell)):
                if cell is not None:
                    self.notes.setdefault(index, []).append(f"{heading}: the heading names no status; left out.")
            elif tells.has is False and tells.since:
                self.notes.setdefault(index, []).append(f"{heading}: {texts.day(tells.since)} is still to come.")
            elif tells.beside:
                self.remarks.setdefault(index, []).append(f"{heading}: {tells.beside}")
        since = [tells.since if (tells := read.get(cell)) and tells.has else None for cell in column]
        self._parts.append(("provider.status_since", since))

    def _mended(self, spread: Spread) -> Sequence[Cell]:
        """The cells without the NPIs of groups, with the zeros that Excel dropped."""
        target, column, at, inside = spread
        if target == "appointment.facility":  # one on each line
            column = [
                "; ".join(cell.splitlines()) if isinstance(cell, str) and "\n" in cell else cell for cell in column
            ]
        if target in self._meant and not inside:
            column = _meant(column, self._meant[target])
        if targets.plain(target).partition(".")[0] in targets.BACKGROUNDS:  # one school a line
            column = [cell.replace("\n", "; ") if isinstance(cell, str) else cell for cell in column]
        if target == "provider.npi" and self._manners.not_theirs:
            return [None if cell in self._manners.not_theirs else cell for cell in column]
        if not inside and (lost := self._manners.zeros.get(at)):
            states = [None if lost.states is None else row.cells[lost.states] for row in self._reading.rows]
            return [lost.mended(cell, state) for cell, state in zip(column, states, strict=True)]
        return column

    def _alone(self, target: str, column: Sequence[Cell], read: list[Any]) -> list[Any]:
        """The values without what stands beside them, which follows as columns of its own."""
        if target in ("provider.last", "provider.first"):
            read = name_marks.without(naming.with_null(column, read), self.notes, self.remarks)
            read, standing = naming.without_standing(read, self.remarks, alone=True)
            self._parts.extend(standing)
            read, others = name_columns.without_others(target, read, self.wrong, self.notes, self.remarks)
            self._parts.extend(others)
        elif target == "provider.middle":
            read, suffixes = naming.without_generations(naming.middles(read, self.remarks))
            self._parts.append(("provider.suffix", suffixes))
        elif target in _STREETS:
            read, found = towns.taken_out(target, read, self.notes)
            read, more = streets.taken_apart(target, read, column, self.notes)
            self._parts.extend([*found, *more])
        elif target == "provider.suffix":
            honors.taken_out(target, column, self.notes, self.remarks)
            read = self._without_degrees(read)
        elif target in _STANDING:
            read = self._standing_alone(target, column, read)
        elif target in CARRIERS:
            read = self._carriers(target, read, column)
        elif target == "provider.specialty" and self._manners.two_specialties:
            read = self._two_specialties(column, read)
        return read

    def _two_specialties(self, column: Sequence[Cell], read: list[Any]) -> list[Any]:
        two = specialties.told_apart(set(column))
        self._parts.append(("provider.subspecialty", [two[cell][1] if cell in two else None for cell in column]))
        return [two[cell][0] if cell in two else value for cell, value in zip(column, read, strict=True)]

    def _without_degrees(self, read: list[Any]) -> list[Any]:
        """Generations without the degrees in their place, which follow as a column of their own: MD under Suffix."""
        known = set(words.words().suffixes.values())
        found = {text: words.degree(text) for text in set(read) if text and text not in known}
        found = {text: degree for text, degree in found.items() if degree}
        if not found:
            return read
        self._parts.append(("provider.degree", list(map(found.get, read))))
        return [None if text in found else text for text in read]

    def _standing_alone(self, target: str, column: Sequence[Cell], read: list[Any]) -> list[Any]:
        """Standings and degrees without the year of training, honors, a second standing or the day beside them."""
        read = standings.in_training(read, self.remarks)
        if target == "provider.degree":
            honors.taken_out(target, column, self.notes, self.remarks)
        elif pairs := standings.paired(target, read):
            read = pairs[0]
            self._parts.append(pairs[1])
        if apart := standings.taken_apart(read, self.remarks):
            read = apart[0]
            self._parts.append(("provider.status_since", apart[1]))
        return read

    def _carriers(self, target: str, column: list[Any], cells_of: Sequence[Cell]) -> list[Any]:
        """Carriers without the policy and the day that stand beside them, which follow as columns."""
        found = coverages.taken_apart(target, column, cells_of, self._reading.columns, self.notes)
        for name, said in found.items():
            if name != target:
                self._parts.append((name, self.column(name, said)))
        return found.get(target, column)

    def columns(self, count: int) -> list[Column]:
        """All columns of so many rows, those that the sheet has before those that follow from others."""
        if not self._reading.people:
            naming.split_companies(self._whole, self.companies, self.wrong)
            nobody.refuse(self._whole, self.wrong)
        if self._people:
            self._take_people()
        self._parts.extend(marks_under.read(self._marks, self.wrong, self.notes))
        self._parts.extend(self.facilities(self._staffs, self._whole))
        whole = [*naming.without_asides(self._whole, self.wrong, self.remarks)]
        if self.remarks:
            self._parts.append(("provider.notes", self.remarked(count)))
        return [*whole, *self._parts]

    def _take_people(self) -> None:
        self._people = name_marks.without(self._people, self.notes, self.remarks)
        numbered = {text: NUMBERED.search(text) for text in set(self._people) if text and "NPI" in text}
        numbered = {text: match for text, match in numbered.items() if match}
        if numbered:  # "Fitz, Gil MD / NPI 1345608610"
            npis = [match[1] if (match := numbered.get(text or "")) else None for text in self._people]
            self._parts.append(("provider.npi", self.column("provider.npi", npis)))
            self._people = [NUMBERED.sub("", text).strip() if text in numbered else text for text in self._people]
        self._people, forms = naming.set_apart(
            self._people, dict(self._whole), self.companies, self.wrong, people=self._reading.people
        )
        for index, form in forms.items():
            self.remarks.setdefault(index, []).append(form)
            self.notes.setdefault(index, []).append(f"Name: “{form}” {naming.NO_PART}")
        people = [text if index not in self.companies else None for index, text in enumerate(self._people)]
        if self._manners.name_order != "first":
            people = naming.in_order(people, self._manners.name_order, self.wrong, people=self._reading.people)
        people, standing = naming.without_standing(people, self.remarks)
        self._parts.extend(naming.people(people, dict(self._whole), self.wrong, self.notes, self.remarks))
        self._parts.extend(standing)
        if self.companies:
            called = [text if index in self.companies else None for index, text in enumerate(self._people)]
            self._parts.append(("provider.full_name", called))


def _has_spans(target: str) -> bool:
    """Whether a target is of a training, a position or another hospital, which have years."""
    return targets.plain(target).partition(".")[0] in (*targets.BACKGROUNDS, "affiliation")


def _meant(column: Sequence[Cell], meant: Mapping[str, str]) -> list[Cell]:
    """A column whose words were given a meaning, with that in their place."""
    read: dict[Cell, Cell] = {
        cell: meant.get(folded(str(cell)), cell) or None for cell in set(column) if cell is not None
    }
    return [None if cell is None else read[cell] for cell in column]
