"""One row of a list that came back, held against what went out and what we have."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from peewee import Field

from workbench.errors import Problem
from workbench.lists.listing import ListOf
from workbench.lists.writable import written
from workbench.records import texts
from workbench.records.fields import Link
from workbench.records.provider import GONE, Provider
from workbench.sheets import marks, own_lists
from workbench.sheets.back import judged, placed, slipped
from workbench.sheets.back.added_row import AddedRows
from workbench.sheets.back.back_titles import titles
from workbench.sheets.back.placed import Line
from workbench.sheets.decisions import Place
from workbench.sheets.entered import Entry, Links
from workbench.sheets.marks import SIZE, Mark, Marker
from workbench.sheets.plan_row import Candidate, RowProblem
from workbench.sheets.returned import FILE, BackRow, Decided, Edit
from workbench.store import trail

Raw = Mapping[str, Any]
LEFT = "Resigned"
NO_LONGER = "Rows of records that are no longer here: undo what deleted them, or import the roster that they came from"
STRUCK = "A row that is struck through stays as it is: for somebody who left, choose the status in the program"
SORTED_AWAY = "It has the last name of another row, whose own is changed too: the column may have been sorted by itself"


class RowComparison:
    """Compares rows of one list; what only one record may have is judged at the end."""

    def __init__(
        self,
        mark: Mark,
        marker: Marker,
        listed: ListOf,
        decided: Decided,
        today: date,
        struck: Collection[Place] = (),
    ) -> None:
        self._struck = struck
        self._mark, self._marker, self._listed, self._decided = mark, marker, listed, decided
        self._model = listed.kind.model
        by_key = {column.key: n for n, column in enumerate(listed.sheet)}
        self._at = [by_key.get(key) for key, _ in mark.columns]
        """By place in the file's list, the place in ours; None for a column that a newer program no longer has."""
        self._fields: list[Field | None] = [
            written(listed, listed.sheet[at]) if at is not None else None for at in self._at
        ]
        links = Links()
        self._entries = [
            Entry(field, listed.sheet[at], links, today) if field is not None and at is not None else None
            for field, at in zip(self._fields, self._at, strict=True)
        ]
        self._alone = judged.Alone(listed.kind)
        self._renamed: list[BackRow] = []
        self._added = AddedRows(mark, listed, self._fields, self._entries, links, decided, self._alone)

    def target(self, place: int) -> str | None:
        """What a column of the file sets: “credential.expires”."""
        field = self._fields[place]
        return f"{self._listed.kind.table}.{field.name}" if field is not None else None

    def id_of(self, line: Line) -> int | None:
        """Whose row it is, by its key or by what was decided."""
        ruled = self._decided.rows.get(line.place)
        return ruled if isinstance(ruled, int) else None if ruled == "new" else line.id

    def differs(self, line: Line, ours: Sequence[Any]) -> bool:
        """Whether a row says anything else than we do, or was mended in the review: only then is more looked at."""
        if line.place in self._struck or any(key[:2] == line.place for key in self._decided.choices.corrections):
            return True
        return any(
            marks.said(line.cell(at)) != marks.said(ours[now])
            for place, at in line.table.columns.items()
            if (now := self._at[place]) is not None
        )

    def row(
        self, line: Line, ours: Mapping[int, Sequence[Any]], raw: Mapping[int, Raw], called: Mapping[int, str]
    ) -> BackRow:
        """What a row does."""
        id = self.id_of(line)
        row = BackRow(*line.place, line.cells, id)
        row.typed = self._typed(line)
        row.title = called.get(id or 0, "")
        if line.place in self._decided.choices.skipped:
            row.result = "skipped"
        elif id is None:
            self._of_nobody(row, line, ours)
        elif id not in ours:
            self._gone(row, line, id)
        elif line.table.columns and all(line.cell(at) is None for at in line.table.columns.values()):
            row.result = "skipped"
            row.notes.append("The row was emptied in the file; that erases nothing.")
        elif id in raw:
            self._known(row, line, id, ours[id], raw[id])
        return row

    def _typed(self, line: Line) -> dict[int, str]:
        typed = self._decided.choices.corrections
        keys = ((at, (*line.place, self._mark.columns[place][0])) for place, at in line.table.columns.items())
        return {at: typed[key] for at, key in keys if key in typed} if typed else {}

    def finish(self) -> None:
        """What can be said once every row is known."""
        for row in judged.sorted_away(self._renamed):
            row.result = "doubtful"
            row.candidates = (Candidate(row.id or 0, row.title, "", "", "", SORTED_AWAY),)
        moved = [row for row in self._renamed if row.result == "changed"]
        slipped.ask(moved, self._decided, self._model.renewed_by)
        for row, problem in self._alone.problems():
            row.result, row.problems = "rejected", (*row.problems, self._shown(row, problem))

    def _of_nobody(self, row: BackRow, line: Line, ours: Mapping[int, Sequence[Any]]) -> None:
        ruled = self._decided.rows.get(line.place) == "new" or self._decided.choices.keep_apart
        if not line.asks or ruled:
            row.result = "new"
            if self._listed.name not in own_lists.NAMES:
                self._added.take(row, line)
            return
        row.result = "doubtful"
        row.candidates = tuple(
            Candidate(id, title, "", "", "", line.asks) for id, title in titles(self._model, line.may_be).items()
        )
        row.title = row.candidates[0].name if row.candidates else ""
        if not row.candidates:
            row.notes.append(f"{line.asks}.")
        for id in line.may_be[:1] if line.may_be and line.may_be[0] in ours else ():
            row.edits = self._unlike(line, ours[id])

    def _unlike(self, line: Line, ours: Sequence[Any]) -> list[Edit]:
        """What a row says otherwise than the record that it may be of: to be looked at, not taken."""
        pairs = [(place, at, now) for place, at in line.table.columns.items() if (now := self._at[place]) is not None]
        said = [
            (self._mark.columns[place], marks.said(ours[now]), marks.said(line.cell(at))) for place, at, now in pairs
        ]
        return [Edit(key, heading, "", "", a, b, None, None, False, "") for (key, heading), a, b in said if a != b]

    def _gone(self, row: BackRow, line: Line, id: int) -> None:
        row.title = row.title or f"ID {id}"
        if id in self._mark.marks and placed.untouched(line, id, self._mark, self._marker):
            row.result = "skipped"
            row.notes.append("It is no longer here, and the row is as it went out: nothing is brought back.")
            row.told.append(NO_LONGER)
        else:
            said = "It was edited in the file, and deleted here meanwhile. Undo the deletion to bring the edit in."
            row.result, row.problems = "rejected", (RowProblem("", said, "", ""),)

    def _known(self, row: BackRow, line: Line, id: int, ours: Sequence[Any], raw: Raw) -> None:
        typed = (
            line.id is None and not line.asks
        )  # a row that was added, and said to be of a record: its blanks say nothing
        went = b"" if typed else self._mark.marks.get(id, b"")
        problems: list[RowProblem] = []
        strange = False
        for place, at in line.table.columns.items():
            now, (key, heading) = self._at[place], self._mark.columns[place]
            if now is None:
                continue
            text = marks.said(ours[now])
            mended = self._decided.choices.corrections.get((*line.place, key))
            cell = line.cell(at) if mended is None else mended
            if marks.said(cell) == text or typed and cell is None:
                continue
            moved = not typed and self._marker.cell(id, place, text) != went[place * SIZE : (place + 1) * SIZE]
            if went and mended is None and placed.same(cell, id, place, went, self._marker):
                row.moved += [heading] if moved and not self._listed.sheet[now].judged else []
            elif self._fields[place] is None:
                strange = strange or self._tells_whose(now)
                row.told.append(f"“{heading}” is only told in this list; what was edited in it is not taken")
            elif isinstance(made := self._edit(row, place, cell, text, raw, moved), Problem):
                problems.append(RowProblem(key, made.message, marks.said(cell), line.table.label(at)))
        if line.place in self._struck:
            self._ask_of_struck(row, ours, raw)
        self._settle(row, raw, problems, strange)

    def _ask_of_struck(self, row: BackRow, ours: Sequence[Any], raw: Raw) -> None:
        """Whoever is struck through has mostly left: asked as a change of the status, where the list has one and says none."""
        named = [(n, f) for n, f in enumerate(self._fields) if f is not None and f.name == "status"]
        if self._model is not Provider or not named:
            row.told.append(STRUCK)
        elif raw.get("status") in GONE:
            return
        elif not any(edit.name == "status" for edit in row.edits):
            place, field = named[0]
            key, heading = self._mark.columns[place]
            side = self._decided.sides.get((*row.place, key), "")
            was, now = self._was(row.id or 0, field), self._at[place]
            said = marks.said(ours[now]) if now is not None else ""
            row.struck = not side
            row.edits.append(Edit(key, heading, "status", was, said, LEFT, raw.get("status"), LEFT, True, side))

    def _edit(self, row: BackRow, place: int, cell: Any, text: str, raw: Raw, moved: bool) -> Problem | None:
        """Enter an edit of a cell; a Problem with it is answered."""
        entry, field, (key, heading) = self._entries[place], self._fields[place], self._mark.columns[place]
        assert entry is not None and field is not None
        value = entry.value(cell)
        if isinstance(value, Problem):
            return value
        old = raw.get(field.name)
        if value == old or value in (None, "") and old in (None, ""):
            return None
        side = self._decided.sides.get((*row.place, key), "" if moved else FILE)
        was = self._was(row.id or 0, field) if moved else ""
        row.edits.append(Edit(key, heading, field.name, was, text, marks.said(cell), old, value, moved, side))
        return None

    def _was(self, id: int, field: Field) -> str:
        """What a field said when the list went out, as far as the log knows."""
        stood = trail.at_step(self._listed.kind.table, id, self._mark.step)
        if stood is None or isinstance(field, Link):
            return ""
        return texts.text(field, field.python_value(stood.get(field.column_name)))

    def _tells_whose(self, now: int) -> bool:
        """Whether a column that is only told says whose the record is: a row whose names were sorted away from it asks."""
        link, _, name = self._listed.sheet[now].paths[0].partition(".")
        return name in ("last", "first", "npi") and link in self._model._meta.fields

    def _settle(self, row: BackRow, raw: Raw, problems: list[RowProblem], strange: bool) -> None:
        """What the row does, all in all."""
        if not row.edits and not problems:
            row.result = "meanwhile" if row.moved else "same"
            return
        self._renewal(row, raw)
        judged.guard(self._model, row, raw, self._decided)
        after = {**raw, **{edit.name: edit.new for edit in row.taken}}
        wrong = judged.problems_after(self._model, raw, _renewed(after) if row.renews else after)
        problems += [self._shown(row, problem) for problem in wrong]
        if problems and row.place in self._decided.choices.without:
            bad = {problem.target for problem in problems}
            row.edits = [edit for edit in row.edits if edit.key not in bad]
            row.notes.append("It comes in without what is wrong.")
            after, problems = {**raw, **{edit.name: edit.new for edit in row.taken}}, []
        row.problems = tuple(problems)
        undecided = any(edit.clash and not edit.side for edit in row.edits)
        ruled = self._decided.rows.get(row.place)
        if strange and row.edits and not isinstance(ruled, int):
            row.result = "doubtful"
            why = "The row names somebody else than its record is of"
            row.candidates = (Candidate(row.id or 0, row.title, "", "", "", why),)
        else:
            row.result = "rejected" if problems else "clash" if undecided else "changed" if row.taken else "same"
        if row.result == "changed" and not isinstance(ruled, int):
            self._renamed.append(row)
        if row.result == "changed":
            self._alone.note(row, row.id, raw, {} if row.renews else after)
            self._witnessed(row, raw)

    def _renewal(self, row: BackRow, raw: Raw) -> None:
        """A later day begins a new term, unless it was said to correct the one that there is, or that is past already."""
        by = self._model.renewed_by
        found = next((edit for edit in row.edits if by and edit.name == by), None)
        later = found and isinstance(found.old, date) and isinstance(found.new, date) and found.new > found.old
        if (then := judged.follower(self._model, raw, self._mark.step)) is not None:
            if judged.like(then, {edit.name: edit.new for edit in row.edits}):
                row.edits, row.told = [], [*row.told, "Renewed here meanwhile to the same day"]
                return
            sides = self._decided.sides
            row.edits = [e._replace(clash=True, side=sides.get((*row.place, e.key), "")) for e in row.edits]
            row.notes.append(f"It was renewed here meanwhile: {texts.text(self._model.field(by), getattr(then, by))}.")
        elif later and found and not raw.get("past") and found.side == FILE:
            row.corrects = row.place in self._decided.corrects
            row.renews = not row.corrects
            row.edits = [found, *(edit for edit in row.edits if edit is not found)]

    def _witnessed(self, row: BackRow, raw: Raw) -> None:
        seen = self._model.witnessed_by
        if all(edit.name in self._model.not_witnessed for edit in row.taken):
            return
        if seen and raw.get(seen[0]) and not row.renews:
            on = texts.text(self._model.field(seen[0]), raw[seen[0]])
            row.notes.append(f"It was verified on {on} as it stood, and waits to be verified again.")

    def _shown(self, row: BackRow, problem: Problem) -> RowProblem:
        for edit in row.edits:
            if edit.name == problem.field:
                return RowProblem(edit.key, problem.message, edit.file, edit.heading)
        for place, field in enumerate(self._fields):
            if field is not None and field.name == problem.field:
                return RowProblem(self._mark.columns[place][0], problem.message, "", self._mark.columns[place][1])
        return RowProblem("", problem.message, "", "")


def _renewed(after: Raw) -> dict[str, Any]:
    """A new term was seen by nobody yet."""
    return {**after, "verified": None}
