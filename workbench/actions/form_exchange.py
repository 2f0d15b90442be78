"""Forms out to a sheet and in again: what a file would change is shown first, and written in one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workbench.actions import privilege_forms
from workbench.errors import Problem, Progress, quiet
from workbench.records.office_lists import Specialty
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.records.texts import text
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
        of = Privilege.field(self.field)
        was = text(of, self.old)
        return f"{of.verbose_name}: {text(of, self.new) or 'empty'}" + (f", was {was}" if was else "")


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
    return made


def apply(made: Plan) -> int:
    """Write a plan in one step; how many lines were written."""
    if not made.writes:
        return 0
    with history.step(f"Import of privilege forms from {made.file}"):
        forms = {form.name.casefold(): form for form in PrivilegeForm.select()}
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
            record = Privilege.get_by_id(line)
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
        if form is not None and edition and edition.casefold() != form.edition.strip().casefold():
            yield Problem("edition", f"The office has edition “{form.edition}”; begin the new edition there first.")
        specialty = row.form.get("specialty", "")
        if form is None and specialty and specialty.casefold() not in self._specialties:
            yield Problem("specialty", f"There is no specialty “{specialty}” in the office's list.")

    def _one_name(self, row: Row, made: Plan) -> str:
        """The spelling of a new form's name that the file used first."""
        name = row.form["name"]
        return next((each for each in made.new_forms if each.casefold() == name.casefold()), name)


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
