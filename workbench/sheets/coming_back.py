"""A list of ours that comes back, compared three ways: what went out, what the file says now, and what we say now.

Only what was edited in the file is taken. What changed here alone stays. Where both changed, it asks. Nothing is written here.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from workbench.errors import Progress, quiet
from workbench.lists.listing import ListOf
from workbench.records.identity import Identity
from workbench.sheets import looks, marks
from workbench.sheets.back import placed
from workbench.sheets.back.back_row import RowComparison
from workbench.sheets.back.back_titles import titles
from workbench.sheets.back.placed import Line, Table
from workbench.sheets.decisions import Place
from workbench.sheets.marks import Mark, Marker
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.reading import Workbook
from workbench.sheets.returned import BackRow, Decided, Returned, SheetBack
from workbench.store import bulk

_OFTEN = 500


def compare(
    workbook: Workbook,
    mark: Mark,
    listed: ListOf,
    identity: Identity,
    decided: Decided,
    today: date,
    progress: Progress = quiet,
) -> Returned:
    """The plan of a list that came back; of a kind with an import of its own, added rows are left to that (result “new”)."""
    found = placed.tables(workbook, mark)
    marker = Marker(identity, mark.name, [key for key, _ in mark.columns])
    lines = placed.lines(found, mark, marker)
    work = RowComparison(mark, marker, listed, decided, today, _struck(lines))
    rows: list[BackRow | PlanRow] = [*_rows(work, lines, listed, today, progress)]
    work.finish()
    return Returned(
        workbook.name,
        workbook.sha256,
        mark,
        listed,
        bulk.newest_step(),
        rows,
        [_sheet(table, work) for table in found],
        _absent(lines, mark, listed),
        [label for table in found for label in table.unread],
        _others(workbook, found),
    )


def _struck(lines: Sequence[Line]) -> frozenset[Place]:
    """The rows that are struck through as a whole, which mostly means that somebody left."""
    found: set[Place] = set()
    for table in {id(line.table): line.table for line in lines}.values():
        if (look := table.sheet.look) is None or not looks.strikes(look):
            continue
        used = [
            (line.number, [at for at in table.columns.values() if line.cell(at) is not None])
            for line in lines
            if line.table is table
        ]
        found |= {(table.sheet.name, number) for number in looks.struck_rows(look, used)}
    return frozenset(found)


def _rows(
    work: RowComparison, lines: Sequence[Line], listed: ListOf, today: date, progress: Progress
) -> Iterator[BackRow]:
    for start in range(0, len(lines), _OFTEN):
        progress(start, len(lines))
        yield from _block(work, lines[start : start + _OFTEN], listed, today)


def _sheet(table: Table, work: RowComparison) -> SheetBack:
    known = frozenset(table.columns.values())
    return SheetBack(table.sheet.name, table.heading_row, _meaning(table, work), table.headings, known)


def _absent(lines: Sequence[Line], mark: Mark, listed: ListOf) -> list[tuple[int, str]]:
    """What went out and of which the file has no row."""
    here = {id for line in lines for id in (line.id, *line.may_be)}
    return list(titles(listed.kind.model, [id for id in mark.marks if id not in here]).items())


def _others(workbook: Workbook, found: Sequence[Table]) -> list[str]:
    """Sheets that are neither the list nor what the program wrote for itself."""
    taken = {marks.LISTS, *(table.sheet.name for table in found)}
    return [sheet.name for sheet in workbook.sheets if sheet.name not in taken and not marks.is_mark(sheet)]


def _block(work: RowComparison, lines: Sequence[Line], listed: ListOf, today: date) -> list[BackRow]:
    """Some rows at a time, with what we have of them asked for at once."""
    ids = {id for line in lines if (id := work.id_of(line)) is not None}
    ids |= {id for line in lines if line.asks for id in line.may_be}
    model = listed.kind.model
    ours = {values[0]: values[1:] for values in listed.values(sorted(ids), today)}
    changed = [id for line in lines if (id := work.id_of(line)) and id in ours and work.differs(line, ours[id])]
    raw = {row["id"]: row for row in model.select().where(model.id.in_(changed)).dicts()} if changed else {}
    called = titles(model, sorted(ids))
    return [work.row(line, ours, raw, called) for line in lines]


def _meaning(table: Table, work: RowComparison) -> dict[str, str | None]:
    """By label what a column of the file sets."""
    found: dict[str, str | None] = {table.label(at): None for at in (table.id,) if at is not None}
    for place, at in sorted(table.columns.items(), key=lambda pair: pair[1]):
        found[table.label(at)] = work.target(place)
    return found | dict.fromkeys(table.unread)
