"""The rows of an imported file, kept as the file has them: what an import read can be looked up in it ever after."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from workbench.records.roster import RosterImport
from workbench.sheets import private
from workbench.sheets.plan import Plan
from workbench.sheets.plan_row import PlanRow
from workbench.store import sources

_BLOCK = 5000


def keep(plan: Plan, import_id: int, progress: Callable[[int], None]) -> None:
    """Keep the rows and their number formats, and tell how many are kept so far. Inside a step."""
    formats = _Formats(plan)
    for start in range(0, len(plan.rows), _BLOCK):
        progress(start)
        sources.keep(import_id, _source_rows(plan, plan.rows[start : start + _BLOCK], formats))
    sources.keep_formats(import_id, ((number, text) for text, number in formats.numbers.items()))


def with_typed(plan: Plan) -> list[dict[str, Any]]:
    """How the columns of each sheet were read, and by row and target what was typed in the review in the place of its cells.

    Birth dates and social security numbers are not repeated here."""
    sheets = plan.columns_read()
    for (sheet, row, target), text in plan.choices.corrections.items():
        read = next((each for each in sheets if each["name"] == sheet), None)
        if read is not None and target not in private.PRIVATE:
            read.setdefault("typed", {}).setdefault(str(row), {})[target] = text
    return sheets


def seal(import_id: int) -> None:
    """Write down the seal of all rows that an import keeps, once they are kept: a check finds it if they change. Inside a step."""
    RosterImport.update(rows_seal=sources.seal(import_id)).where(RosterImport.id == import_id).execute()


def cells_kept(plan: Plan, row: PlanRow, cells: Sequence[Any]) -> Sequence[Any]:
    """Cells of a row, without what is not kept as the file has it: of a social security number only the last four."""
    for at, nothing in plan.withheld.get(row.sheet, {}).items():
        if at < len(cells) and cells[at] is not None:
            cells = [*cells[:at], private.kept(cells[at], nothing), *cells[at + 1 :]]
    return cells


def cells_refused(plan: Plan, row: PlanRow) -> Sequence[Any]:
    """Cells of a row that is sent back; a social security number that is to be mended as it was typed, in an encrypted office."""
    withheld, cells = plan.withheld.get(row.sheet, {}), list(cells_kept(plan, row, row.cells))
    for problem in row.problems:
        at = row.reading.column_of(problem.target)
        if at is not None and at < len(cells) and withheld.get(at) is False:
            cells[at] = row.cells[at]
    return cells


class _Formats:
    """The number formats of the rows, by column letter, each set of them numbered once."""

    def __init__(self, plan: Plan) -> None:
        self._looks = plan.looks
        self._known: dict[tuple[str, int], int | None] = {}
        self.numbers: dict[str, int] = {}

    def of(self, row: PlanRow) -> int | None:
        look = self._looks.get(row.sheet)
        if look is None:
            return None
        pattern = row.sheet, look.pattern(row.number)
        if pattern not in self._known:
            said = {row.reading.letter(at): format for at, format in sorted(look.formats_of(pattern[1]).items())}
            text = json.dumps(said, ensure_ascii=False)
            self._known[pattern] = self.numbers.setdefault(text, len(self.numbers) + 1) if said else None
        return self._known[pattern]


def _source_rows(
    plan: Plan, rows: Sequence[PlanRow], formats: _Formats
) -> Iterator[tuple[str, int, str, int | None, int | None]]:
    """The rows as the file has them; of a social security number only the last four are kept, of what is left out nothing."""
    dumps = json.JSONEncoder(ensure_ascii=False, default=str, separators=(",", ":")).encode
    for row in rows:
        kept = dumps(cells_kept(plan, row, row.filed))
        yield row.reading.name, row.number, kept, row.provider_id, formats.of(row)
