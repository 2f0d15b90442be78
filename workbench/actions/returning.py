"""A list that was exported and comes back: what was edited is planned, shown and written as one step; any other file is a roster."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Unpack

from workbench.actions import editing, importing, renewing, sourcing
from workbench.actions.importing import Outcome, Prepared, Wanted
from workbench.errors import Progress, WorkbenchError, committing, quiet
from workbench.lists.listing import ListOf
from workbench.lists.named import list_named
from workbench.records.identity import Identity
from workbench.records.record import Record
from workbench.records.roster import RosterImport
from workbench.records.words import within
from workbench.sheets import coming_back, looks, marks, own_lists, rejects, writing
from workbench.sheets.decisions import Choices, Place
from workbench.sheets.entered import Proposed
from workbench.sheets.marks import Mark
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.reading import Cell, Sheet, Workbook, read
from workbench.sheets.recognizing import Correction
from workbench.sheets.returned import ALL_ROWS, BackRow, Decided, Returned, row_key
from workbench.store import bulk, history, settings, sources, stopping

_BLOCK = 5000


@dataclass(slots=True)
class CameBack:
    """A list of ours that was read, and the plan for it under what was decided so far."""

    workbook: Workbook
    mark: Mark
    listed: ListOf
    plan: Returned
    decided: Decided
    today: date


def prepare(
    path: Path, *, today: date, launch: list[str] | None = None, **wanted: Unpack[Wanted]
) -> CameBack | Prepared:
    """Read a file: a list that this office exported is compared with what went out, any other is a roster. Nothing is written."""
    progress = wanted.get("progress", quiet)
    workbook = read(path, launch=launch, progress=progress)
    identity, mark = settings.load(Identity), marks.of(workbook)
    own = mark is not None and bool(identity.file_secret) and mark.office == identity.office_number
    listed = list_named(mark.name) if mark is not None and own else None
    if mark is None or listed is None:
        return importing.planned(marks.without(workbook, mark, own), today=today, **wanted)
    if (only := wanted.get("only")) is not None:
        _keep_only(workbook, only)
    decided = Decided(wanted.get("choices") or Choices())
    return _planned(workbook, mark, listed.for_file(), decided, today, progress)


def replan(before: CameBack, decided: Decided, *, progress: Progress = quiet) -> CameBack:
    """The plan under other decisions; the file is not read again."""
    return _planned(before.workbook, before.mark, before.listed, decided, before.today, progress)


def answered(came: CameBack, replies: Mapping[str, str]) -> Decided:
    """What was decided, with what was answered to the questions of a plan, by their keys: whose values hold, and all else that added
    rows ask."""
    rows = [row for row in came.plan.rows if isinstance(row, BackRow) and row.result == "clash"]
    sides = dict(came.decided.sides)
    for row in rows:
        if said := replies.get(row_key(row)) or replies.get(ALL_ROWS):
            sides |= {(*row.place, edit.key): said for edit in row.edits if edit.clash}
    choices, ours = came.decided.choices, {ALL_ROWS, *map(row_key, rows)}
    if came.plan.ordinary is not None:
        others = {key: option for key, option in replies.items() if key not in ours}
        choices = importing.replied(came.plan.ordinary, choices, others)
    return replace(came.decided, sides=sides, choices=choices)


def apply(plan: Returned, *, today: date, progress: Progress = quiet) -> Outcome:
    """Write the plan as one step, all or nothing; a plan that changes nothing writes nothing. Raises WorkbenchError, Cancelled."""
    name, import_id = None, None
    if plan.writes:
        count = plan.to_write
        what = within(plan.listed.title) if count != 1 else editing.one(plan.listed.kind)
        name = f"Import of {count:,} edited {what} from {plan.file_name}"
        with stopping.heeding(progress) as heeded, history.step(name, closing=partial(committing, progress)):
            importing.refuse_if_changed(plan.file_name, plan.step)
            import_id = _record(plan, today)
            if plan.ordinary is not None and plan.ordinary.writes:
                importing.write(plan.ordinary, import_id, heeded)
            _Writing(plan, heeded).whole()
            _keep_rows(plan, import_id)
            sourcing.seal(import_id)
    n = plan.summary()
    return Outcome(name, n["added"], n["changed"], n["same"], n["skipped"], n["rejected"], n["doubtful"], import_id)


def save_rejects(plan: Returned, path: Path) -> int:
    """Write the rows that were refused or wait for a decision as xlsx, under the file's headings and with the reason; how many."""
    rows = [row for row in plan.rows if row.result in ("rejected", "doubtful", "clash")]
    places = sorted(plan.sheets[0].known)
    headings = [plan.sheets[0].headings[n] for n in places]
    table = [[*_sent_back(row, places), row.happens] for row in rows]
    return writing.write_table(path, rejects.SHEET, [*headings, rejects.REASON], table)


def _sent_back(row: BackRow | PlanRow, places: Sequence[int]) -> list[Any]:
    """The cells of a row, with what was typed in the review in their place: the reason speaks of that."""
    typed = row.typed if isinstance(row, BackRow) else {}
    cells = {n: cell for n, cell in enumerate(row.cells)} | {n: text or None for n, text in typed.items()}
    return [cells.get(n) for n in places]


def _planned(
    workbook: Workbook, mark: Mark, listed: ListOf, decided: Decided, today: date, progress: Progress
) -> CameBack:
    with stopping.heeding(progress) as heeded:
        plan = coming_back.compare(workbook, mark, listed, settings.load(Identity), decided, today, heeded)
    if not plan.sheets:
        raise WorkbenchError(
            f"“{workbook.name}” is an export of {within(listed.title)} in which its headings are gone: nothing was changed; "
            "export the list anew, and edit that file."
        )
    added = {row.place for row in plan.rows if row.result == "new"}
    if added and listed.name in own_lists.NAMES:
        plan.ordinary = importing.planned(
            _only(workbook, mark, added),
            today=today,
            only=None,
            corrected=_corrected(workbook, mark, listed),
            choices=decided.choices,
            own=True,
            progress=progress,
        ).plan
        plan.ordinary.absent.clear()  # it holds the added rows alone
        made: Mapping[Place, PlanRow] = {row.place: row for row in plan.ordinary.rows}
        plan.rows = [made.get(row.place, row) if row.result == "new" else row for row in plan.rows]
    return CameBack(workbook, mark, listed, plan, decided, today)


def _only(workbook: Workbook, mark: Mark, places: Collection[Place]) -> Workbook:
    """The rows that were added, where they stand, under the list's headings; their keys and IDs are somebody else's."""
    bare = marks.without(workbook, mark, own=False)
    sheets = []
    for sheet in bare.sheets:
        index = marks.heading_row(sheet, mark)
        if index is None:
            continue
        width = len(sheet.rows[index])
        rows = [
            row if number == index or (sheet.name, sheet.first_row + number) in places else (None,) * width
            for number, row in enumerate(sheet.rows)
        ]
        look = looks.of_rows(sheet.look, [number for name, number in places if name == sheet.name])
        sheets.append(Sheet(sheet.name, True, _cut(rows), sheet.first_row, look=look))
    return Workbook(bare.path, bare.name, bare.sha256, bare.kind, sheets)


def _cut(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    last = max(number for number, row in enumerate(rows) if any(cell is not None for cell in row))
    return rows[: last + 1]


def _corrected(workbook: Workbook, mark: Mark, listed: ListOf) -> dict[str, Correction]:
    """What every column means is known; a column that somebody added is not read."""
    means = own_lists.targets_of(listed.name)
    found = {}
    for sheet in workbook.sheets:
        index = None if marks.is_mark(sheet) else marks.heading_row(sheet, mark)
        if index is not None:
            targets = {at: means.get(marks.said(cell)) for at, cell in enumerate(sheet.rows[index])}
            found[sheet.name] = Correction(sheet.first_row + index, targets)
    return found


def _keep_only(workbook: Workbook, only: Collection[str]) -> None:
    """Leave of its sheets those that are named, and the mark; refuses a name that none has."""
    names = {sheet.name for sheet in workbook.sheets}
    for name in only:
        if name not in names:
            shown = ", ".join(sorted(each.name for each in workbook.sheets if each.visible))
            raise WorkbenchError(f"“{workbook.name}” has no sheet “{name}”: nothing was changed; choose among {shown}.")
    workbook.sheets = [sheet for sheet in workbook.sheets if sheet.name in only or marks.is_mark(sheet)]


def _record(plan: Returned, today: date) -> int:
    counts = plan.counts
    columns = [{"name": s.name, "heading_row": s.heading_row, "columns": s.columns} for s in plan.sheets]
    made = RosterImport.create(
        file_name=plan.file_name,
        sha256=plan.sha256,
        imported=today,
        rows=len(plan.rows),
        added=counts["new"],
        changed=counts["changed"],
        columns_read=json.dumps(columns, ensure_ascii=False),
    )
    return int(made.id)


def _keep_rows(plan: Returned, import_id: int) -> None:
    """The rows that did something, as the file has them; those of the ordinary way are kept already."""
    dumps = json.JSONEncoder(ensure_ascii=False, default=str, separators=(",", ":")).encode
    known = {sheet.name: sheet.known for sheet in plan.sheets}
    rows = [row for row in plan.rows if isinstance(row, BackRow) and row.result in ("changed", "new")]
    whose = _whose(plan, rows)
    sources.keep(
        import_id,
        (
            (
                row.sheet,
                row.number,
                dumps([cell if at in known[row.sheet] else None for at, cell in enumerate(row.cells)]),
                whose.get(row.id or 0, row.values.get("provider")),
                None,
            )
            for row in rows
        ),
    )


def _whose(plan: Returned, rows: Sequence[BackRow]) -> dict[int, int]:
    """By id of a record the person whose it is; nothing where the list is not about people."""
    model, ids = plan.listed.kind.model, [row.id for row in rows if row.id is not None]
    if plan.listed.kind.table == "provider":
        return dict(zip(ids, ids, strict=True))
    if "provider" not in model._meta.fields or not ids:
        return {}
    return dict(bulk.fetch(plan.listed.kind.table, ("id", "provider_id"), f"WHERE id IN ({', '.join(map(str, ids))})"))


class _Writing:
    """Writes the edits of one list; inside a step."""

    def __init__(self, plan: Returned, progress: Progress) -> None:
        self._plan, self._progress = plan, progress
        self._model: type[Record] = plan.listed.kind.model
        self._table = plan.listed.kind.table
        self._entries: dict[Proposed, int] = {}

    def whole(self) -> None:
        """Updates first, so that what becomes free can be taken; then renewals, then what is new."""
        rows = [row for row in self._plan.rows if isinstance(row, BackRow)]
        changed = [row for row in rows if row.result == "changed"]
        self._update([row for row in changed if not self._alone(row)])
        for row in filter(self._alone, changed):
            self._write(row)
        for row in rows:
            if row.result == "new":
                row.id = self._model.create(**{name: self._kept(value) for name, value in row.values.items()}).get_id()

    def _update(self, rows: list[BackRow]) -> None:
        fields = self._model._meta.sorted_fields
        columns = [field.column_name for field in fields]
        at = {field.name: place for place, field in enumerate(fields)}
        for start in range(0, len(rows), _BLOCK):
            self._progress(start, len(rows))
            block = {row.id: row for row in rows[start : start + _BLOCK]}
            ids = ", ".join(str(id) for id in block)
            records = [list(values) for values in bulk.fetch(self._table, columns, f"WHERE id IN ({ids})")]
            for values in records:
                for name, value in self._values(block[values[0]], values, at).items():
                    values[at[name]] = fields[at[name]].db_value(value)
            bulk.update(self._table, columns, records)

    def _values(self, row: BackRow, values: list[Any], at: Mapping[str, int]) -> dict[str, Any]:
        """The edits of a row; what a file changes was seen by nobody at its source."""
        made = {edit.name: self._kept(edit.new) for edit in row.taken}
        seen = self._model.witnessed_by
        if seen and values[at[seen[0]]] and not set(made) <= self._model.not_witnessed:
            blank = {name: None if self._model.field(name).null else "" for name in seen}
            made = {**blank, **made}
        return made

    def _alone(self, row: BackRow) -> bool:
        """Whether more than the row changes by it: a new term, or what only the record knows that comes with it."""
        return bool(row.renews) or any(edit.name == self._model.followed_by for edit in row.taken)

    def _write(self, row: BackRow) -> None:
        record = self._model.get_by_id(row.id)
        edits = {edit.name: self._kept(edit.new) for edit in row.taken}
        if row.renews:
            renewing.open_term(record, {**renewing.carried(record), **edits})  # type: ignore[arg-type]
            return
        for name, value in edits.items():
            setattr(record, name, value)
        record.save()

    def _kept(self, value: Any) -> Any:
        """The value as the record keeps it; a name that was proposed for one of the office's own lists is added to it once."""
        if not isinstance(value, Proposed):
            return value
        if value not in self._entries:
            name = value.model.field("name")
            found = value.model.get_or_none(name == value.name) or value.model.create(name=value.name)
            self._entries[value] = found.get_id()
        return self._entries[value]
