"""Forms out to a sheet and in again: what a file would change is shown first, and written in one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workbench.actions import privilege_forms
from workbench.errors import Problem, Progress, quiet
from workbench.records.application import Application
from workbench.records.office_lists import Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.texts import text
from workbench.rules import editions
from workbench.sheets import form_sheets
from workbench.sheets.form_sheets import Row
from workbench.store import history


@dataclass(frozen=True)
class Change:
    """One value that the file changes."""

    row: Row
    line: int
    field: str
    old: Any
    new: Any

    @property
    def said(self) -> str:
        """“Cases asked for: 40, was 50”."""
        return f"{self.label}: {self.will_be or 'empty'}" + (f", was {self.was}" if self.was else "")

    @property
    def label(self) -> str:
        """What the form calls it: “Cases asked for”."""
        return str(Privilege.field(self.field).verbose_name)

    @property
    def was(self) -> str:
        """The value that the office has, as it is shown."""
        return text(Privilege.field(self.field), self.old)

    @property
    def will_be(self) -> str:
        """The value of the file, as it is shown."""
        return text(Privilege.field(self.field), self.new)


@dataclass(frozen=True)
class InForce:
    """A form in force whose lines a file changes: what hangs on it, and the edition that begins instead of changing it."""

    form: int
    name: str
    edition: str
    """The edition that is in force."""
    holders: int
    """People who hold privileges of it on the day."""
    asked: int
    """Open applications that ask for some of it."""
    new_edition: str = ""
    """The edition that begins as a draft; empty where nothing hangs on the form, and its own lines are changed."""


@dataclass
class Plan:
    """What an import of forms would do. Rows in the file = added + changed + same + refused."""

    file: str
    rows: int = 0
    new_forms: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """By name, what the file says of forms that the office does not have."""
    added: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    changes: dict[int, list[Change]] = field(default_factory=dict)
    """By line of the office."""
    same: int = 0
    refused: list[tuple[Row, tuple[Problem, ...]]] = field(default_factory=list)
    in_force: list[InForce] = field(default_factory=list)
    """Forms in force that the file changes."""
    unnamed: list[Privilege] = field(default_factory=list)
    """Lines that the office has of these forms and the file does not name: they stay, since a file may hold a part of a form."""
    unknown: tuple[str, ...] = ()
    """Headings whose columns are not read."""

    @property
    def writes(self) -> int:
        """How many lines would be written."""
        return len(self.added) + len(self.changes)


def export(forms: Sequence[int], path: Path) -> int:
    """Write the lines of forms as xlsx; how many. A form without lines has nothing to write."""
    return form_sheets.write(path, list(_lines_out(forms)))


def plan(path: Path, today: date, *, launch: list[str] | None = None, progress: Progress = quiet) -> Plan:
    """What an import of this file would do. Raises WorkbenchError when it cannot be read or is no form."""
    said = form_sheets.read(path, today, launch=launch, progress=progress)
    made = Plan(said.file, rows=len(said.rows), unknown=said.unknown)
    office = _Office()
    for row in said.rows:
        office.take(row, made)
    made.in_force = office.in_force(made, today)
    made.unnamed = office.unnamed()
    return made


def apply(made: Plan) -> int:
    """Write a plan in one step; how many lines were written. What is held of a form in force stays as it was granted: the
    changes go into a new edition, a draft."""
    if not made.writes:
        return 0
    with history.step(f"Import of privilege forms from {made.file}"):
        forms = {form.name.casefold(): form for form in PrivilegeForm.select()}
        moved: dict[int, Privilege] = {}
        for each in made.in_force:
            if each.new_edition:
                new, lines = privilege_forms.copied(PrivilegeForm.get_by_id(each.form), each.new_edition)
                forms[each.name.casefold()] = new
                moved |= lines
        for name, said in made.new_forms.items():
            specialty = Specialty.get_or_none(Specialty.name == said.get("specialty", ""))
            forms[name.casefold()] = PrivilegeForm.create(
                name=name, edition=said.get("edition", ""), specialty=specialty
            )
        for row, values in made.added:
            form = forms[row.form["name"].casefold()]
            if values.get("position") is None:
                values = values | {"position": len(privilege_forms.lines_of(form.id))}
            Privilege.create(form=form, **values)
        for line, changes in made.changes.items():
            record = moved[line] if line in moved else Privilege.get_by_id(line)
            for change in changes:
                setattr(record, change.field, change.new)
            record.save()
    return made.writes


class _Office:
    """What the office keeps, as rows of a file are held against it."""

    def __init__(self) -> None:
        self._forms = {form.name.casefold(): form for form in PrivilegeForm.select()}
        self._specialties = {name.casefold(): name for (name,) in Specialty.select(Specialty.name).tuples()}
        self._lines = {(line.form_id, _plain(line.name)): line for line in Privilege.select()}
        self._seen: set[tuple[str, str]] = set()

    def take(self, row: Row, made: Plan) -> None:
        """Sort one row into the plan."""
        form = self._forms.get(row.form.get("name", "").casefold())
        values = _values(row)
        line = self._lines.get((form.id, _plain(values.get("name") or ""))) if form else None
        problems = [*row.problems, *self._of_form(row, form)]
        before = {name: line.__data__.get(name) for name in form_sheets.OF_LINE} if line else {}
        # A column that the file does not have says nothing: what the line had stands.
        whole = {name: default for name, default in _EMPTY.items()} | before | values
        named = {problem.field for problem in problems}
        problems += [each for each in Privilege.problems_in(whole | {"form": 1}) if each.field not in named]
        key = (row.form.get("name", "").casefold(), _plain(values.get("name") or ""))
        if key[1] and key in self._seen:
            problems.append(Problem("name", "An earlier row of the file has this line of this form."))
        self._seen.add(key)
        if problems:
            made.refused.append((row, tuple(problems)))
        elif line is None:
            if form is None:
                made.new_forms.setdefault(self._one_name(row, made), row.form)
            made.added.append((row, values))
        elif changes := list(_changes(row, line, values)):
            made.changes[line.id] = changes
        else:
            made.same += 1

    def _of_form(self, row: Row, form: PrivilegeForm | None) -> Iterator[Problem]:
        if form is not None and form.state == "Retired":
            yield Problem("form", f"{form.name} is retired; begin a new edition.")
        edition = row.form.get("edition", "")
        if form is not None and _differs(edition, form):
            if form.state != "In force":
                yield Problem("edition", f"The office has edition “{form.edition}”; begin the new edition there first.")
            elif self._forms.get(editions.dated(form.name, edition).casefold()):
                said = f"There is an edition “{edition}” of {form.name} already. Name it in the column “Form” to change it."
                yield Problem("edition", said)
        specialty = row.form.get("specialty", "")
        if form is None and specialty and specialty.casefold() not in self._specialties:
            yield Problem("specialty", f"There is no specialty “{specialty}” in the office's list.")

    def unnamed(self) -> list[Privilege]:
        """Of the forms that the rows taken so far are of, the lines that none of them names."""
        forms = {form.id: name for name, form in self._forms.items() if name in {of for of, _ in self._seen}}
        left = [
            line
            for (form, name), line in self._lines.items()
            if form in forms and (forms[form], name) not in self._seen
        ]
        return sorted(left, key=lambda line: (forms[line.form_id], line.position, line.id))

    def in_force(self, made: Plan, today: date) -> list[InForce]:
        """The forms in force that the plan changes, by name, and what happens to each."""
        rows = [row for row, _ in made.added] + [changes[0].row for changes in made.changes.values()]
        named: dict[int, str] = {}
        for row in rows:
            form = self._forms.get(row.form["name"].casefold())
            if form is not None and form.state == "In force":
                named[form.id] = named.get(form.id) or _differs(row.form.get("edition", ""), form)
        found = [self._hung(form, named[form.id], today) for form in self._forms.values() if form.id in named]
        return sorted(found, key=lambda each: each.name.casefold())

    def _hung(self, form: PrivilegeForm, edition: str, today: date) -> InForce:
        held = HeldPrivilege.select(HeldPrivilege.provider).join(Privilege).where(Privilege.form == form.id)
        held = held.where(HeldPrivilege.ends.is_null() | (HeldPrivilege.ends >= today)).distinct()
        asked = PrivilegeRequest.select(PrivilegeRequest.application).join(Privilege).where(Privilege.form == form.id)
        asked = asked.switch(PrivilegeRequest).join(Application).where(Application.stage != "Closed").distinct()
        counts = held.count(), asked.count()
        if not edition and any(counts):
            base = editions.base(form.name)
            taken = [each.edition for each in self._forms.values() if editions.base(each.name) == base]
            edition = editions.following(form.edition, taken, today)
        return InForce(form.id, form.name, form.edition, *counts, edition)

    def _one_name(self, row: Row, made: Plan) -> str:
        """The spelling of a new form's name that the file used first."""
        name = row.form["name"]
        return next((each for each in made.new_forms if each.casefold() == name.casefold()), name)


def _differs(edition: str, form: PrivilegeForm) -> str:
    """The edition that the file names, where it is another than the office's; else empty."""
    return edition if edition and edition.casefold() != form.edition.strip().casefold() else ""


_EMPTY = {name: Privilege.field(name).default for name in form_sheets.OF_LINE}


def _values(row: Row) -> dict[str, Any]:
    values = dict(row.line)
    place = values.pop("position", None)
    if place:
        values["position"] = place - 1  # people count from 1
    if not values.get("sort"):
        values.pop("sort", None)
    return values


def _changes(row: Row, line: Privilege, values: Mapping[str, Any]) -> Iterator[Change]:
    for name, new in values.items():
        old = line.__data__.get(name)
        same = form_sheets.shown(old) == new if isinstance(new, str) else old == new
        if not same and not (name == "name" and _plain(old) == _plain(new)):
            yield Change(row, line.id, name, old, new)


def _lines_out(forms: Sequence[int]) -> Iterator[list[Any]]:
    found = {form.id: form for form in PrivilegeForm.select().where(PrivilegeForm.id.in_(list(forms)))}
    for each in forms:
        form = found[each]
        specialty = form.specialty.name if form.specialty_id else ""
        for line in privilege_forms.lines_of(each):
            of_line = {name: getattr(line, name) for name in form_sheets.OF_LINE} | {"position": line.position + 1}
            yield [form.name, form.edition, specialty, form.state, *of_line.values()]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
