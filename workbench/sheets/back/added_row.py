"""A row that was added to a list of ours: a new record of its kind, judged as in the form, and asked about where one is there."""

from collections.abc import Mapping, Sequence

from peewee import Field

from workbench.errors import Problem
from workbench.lists.listing import ListOf
from workbench.lists.writable import may_set, of_link
from workbench.records.fields import Link
from workbench.sheets import marks
from workbench.sheets.back import judged
from workbench.sheets.back.placed import Line
from workbench.sheets.entered import Entry, Links, Proposed
from workbench.sheets.marks import Mark
from workbench.sheets.plan_row import Candidate, RowProblem
from workbench.sheets.returned import BackRow, Decided


class AddedRows:
    """Makes the values of new records of one list."""

    def __init__(
        self,
        mark: Mark,
        listed: ListOf,
        fields: Sequence[Field | None],
        entries: Sequence[Entry | None],
        links: Links,
        decided: Decided,
        alone: judged.Alone,
    ) -> None:
        self._mark, self._listed, self._fields, self._entries = mark, listed, fields, entries
        self._links, self._decided, self._alone = links, decided, alone
        self._model = listed.kind.model

    def take(self, row: BackRow, line: Line) -> None:
        """Fill a new row with its values, or with what is wrong."""
        if not any(field is not None for field in self._fields):
            said = f"{self._listed.title} are made by the program; a row that is added is not taken."
            row.result, row.problems = "rejected", (RowProblem("", said, "", ""),)
            return
        problems = self._read(row, line)
        problems += self._linked(row, line)
        had = {problem.target for problem in problems}
        keys = self._keys()
        for problem in self._model.problems_in(judged.plain(row.values)):
            key, heading = keys.get(problem.field, ("", ""))
            if problem.field not in had and key not in had:
                problems.append(RowProblem(key, problem.message, "", heading))
        row.title = self._title(row, line)
        row.problems = tuple(problems)
        if problems:
            row.result = "rejected"
        elif not self._asks(row):
            self._alone.note(row, None, {}, row.values)

    def _keys(self) -> Mapping[str, tuple[str, str]]:
        return {field.name: self._mark.columns[n] for n, field in enumerate(self._fields) if field is not None}

    def _read(self, row: BackRow, line: Line) -> list[RowProblem]:
        """What the columns say that set a field of the record itself."""
        fields = [field for field in self._model._meta.sorted_fields if not field.primary_key]
        row.values = {field.name: field.default for field in fields}
        problems = []
        for place, at in line.table.columns.items():
            entry, field, key = self._entries[place], self._fields[place], self._mark.columns[place][0]
            if entry is None or field is None:
                continue
            cell = self._decided.choices.corrections.get((*line.place, key), line.cell(at))
            value = entry.value(cell)
            if isinstance(value, Problem):
                problems.append(RowProblem(key, value.message, marks.said(cell), line.table.label(at)))
            elif value not in (None, ""):
                row.values[field.name] = value
        return problems

    def _linked(self, row: BackRow, line: Line) -> list[RowProblem]:
        """Whose record it is, where the list tells that in columns of the person: last and first name, NPI."""
        problems = []
        written = {field.name for field in self._fields if field is not None}
        for field in self._model._meta.sorted_fields:
            if (
                not isinstance(field, Link)
                or field.null
                or field.name in written
                or not may_set(self._listed.kind, field.name)
            ):
                continue
            parts = {
                name: marks.said(line.cell(at)).strip()
                for place, name in of_link(self._listed, field.name).items()
                for there, at in line.table.columns.items()
                if self._mark.columns[there][0] == self._listed.sheet[place].key
            }
            found = self._links.told(
                field, {name: parts.get(name, "") for name in ("npi", "last", "first") if name in parts}
            )
            if isinstance(found, Problem):
                problems.append(RowProblem(field.name, found.message, "", field.verbose_name))
            else:
                row.values[field.name] = found
        return problems

    def _asks(self, row: BackRow) -> bool:
        """Whether a record of this natural key is there already, and nobody said yet that this is another."""
        if self._decided.rows.get(row.place) == "new" or self._decided.choices.keep_apart:
            return False
        values = {name: row.values.get(name) for name in self._listed.kind.natural_key}
        if not values or any(value in (None, "") or isinstance(value, Proposed) for value in values.values()):
            return False
        same = [self._model.field(name) == value for name, value in values.items()]
        found = self._model.select().where(*same).first()
        if found is None:
            return False
        row.result = "doubtful"
        row.candidates = (Candidate(found.get_id(), found.title, "", "", "", "There is one like it already"),)
        return True

    def _title(self, row: BackRow, line: Line) -> str:
        parts = []
        for name in self._model.titled_by:
            value = row.values.get(name)
            field = self._model.field(name)
            if isinstance(value, Proposed):
                parts.append(value.name)
            elif isinstance(field, Link):
                parts.append(self._links.title(field.rel_model, value))
            else:
                parts.append(marks.said(value))
        return str(self._model.title_of(*parts))
