"""Sheets recognized: headings, each column's meaning, the rows that are data and what lines above say of them.

Pure: nothing is read but what the child handed over; a correction by the person recomputes everything."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.sheets import alphabets, as_of
from workbench.sheets.asking import UNANSWERED, Replies
from workbench.sheets.cell import manners
from workbench.sheets.cell.manners import Written
from workbench.sheets.column import chart_lists, columns_of, doubtful, facility_columns, groups, layout, side_by_side
from workbench.sheets.column import left_out as left_out_columns
from workbench.sheets.column.columns import Columns
from workbench.sheets.column.headings import Synonyms, load_synonyms
from workbench.sheets.column.layout import Headings
from workbench.sheets.column.proofs import NONE, Lists
from workbench.sheets.reading import Sheet, Workbook
from workbench.sheets.row import (
    blocks,
    credential_lines,
    filling,
    has_status,
    in_force,
    left_on,
    passed_over,
    settling,
    shaping,
    sheet_names,
    turned,
    unread_standings,
)
from workbench.sheets.row.blocks import Blocks
from workbench.sheets.row.lines import Lines
from workbench.sheets.row.sections import Sections
from workbench.sheets.row.sorting import SHOWN_NOTES, Asked, DataRow, Skipped, Sorting
from workbench.sheets.sheet_reading import NO_HEADINGS, Correction, Meanings, SheetReading, folded

__all__ = [
    "Correction",
    "DataRow",
    "Meanings",
    "SheetReading",
    "folded",
    "left_out",
    "load_synonyms",
    "recognize",
]


class NoHeadings(WorkbenchError):
    """No heading is known: the window, which has the workbook from here, lets the person point at their row."""

    def __init__(self, workbook: Workbook, chosen: int | None = None) -> None:
        """`chosen`: the row that was said to hold them."""
        super().__init__(
            f"No heading in the first 20 rows of “{workbook.name}” is known: nothing was changed; "
            "name the columns in one row (Name, NPI, License, Expires, ...)."
            if chosen is None
            else f"Row {chosen} of “{workbook.name}” holds no headings: the plan stays as it was; "
            "choose the row in which the columns are named."
        )
        self.workbook = workbook


def recognize(
    workbook: Workbook,
    synonyms: Synonyms | None = None,
    *,
    only: Collection[str] | None = None,
    corrected: Mapping[str, Correction] | None = None,
    answers: Replies = UNANSWERED,
    meanings: Meanings = MappingProxyType({}),
    facilities_of_office: Collection[str] = (),
    lists_of_office: Lists = NONE,
    today: date = date.max,
    progress: Progress = quiet,
) -> list[SheetReading]:
    """Every visible sheet whose headings are known, or those named in `only`. Raises WorkbenchError if there is none.

    What the office has, and what somebody said that a word means, needs no question. No sheet stands for a day after today."""
    synonyms, said = synonyms or load_synonyms(), corrected or {}
    _check_names(workbook, only)
    book, alphabet = alphabets.read_as(workbook, answers)
    readings = []
    for sheet in book.sheets:
        if _is_wanted(sheet, only):
            progress(len(sheet.rows), 0)
            if reading := _recognized(sheet, synonyms, said.get(sheet.name, Correction()), book, lists_of_office):
                readings.append(_dated(reading, sheet, workbook.name, today))
    readings = _with_rows(workbook, readings, next((row for each in said.values() if (row := each.heading_row)), None))
    _settle_columns(readings, facilities_of_office, answers)
    _look_closer(book, readings, (answers, meanings), progress)
    alphabets.tell(book, alphabet, readings[0].notes, readings[0].questions)
    return readings


def _dated(reading: SheetReading, sheet: Sheet, file_name: str, today: date) -> SheetReading:
    """With the day that its sheet says it stands for."""
    index = min(reading.heading_rows, default=0) - sheet.first_row
    reading.said = as_of.said_in(sheet, index, file_name, today)
    return reading


def _settle_columns(readings: list[SheetReading], facilities: Collection[str], answers: Replies) -> None:
    """Columns that only the rows, the office or an answer tell."""
    for reading in readings:
        has_status.settle(reading)
        chart_lists.settle(reading, answers)
        facility_columns.settle(reading, facilities, answers)
        doubtful.settle(reading, answers)


def _with_rows(workbook: Workbook, readings: list[SheetReading], chosen: int | None) -> list[SheetReading]:
    if not readings:
        raise NoHeadings(workbook, chosen)
    found = [reading for reading in readings if reading.rows]
    if not found:
        raise WorkbenchError(
            f"“{workbook.name}” has headings but 0 rows under them: nothing was changed; "
            "choose the file that holds the roster."
        )
    return found


def _look_closer(
    workbook: Workbook, readings: list[SheetReading], decided: tuple[Replies, Meanings], progress: Progress
) -> None:
    """Rows that go on with those above, and how the cells are written, told from whole columns of data."""
    merged = {sheet.name: sheet.merged for sheet in workbook.sheets}
    answers, meanings = decided
    meant = {said for target, said in meanings if target in _STANDING}
    written = []
    for reading in readings:
        progress(len(reading.rows), 0)
        reading.answers = answers
        filled = filling.fill(reading.name, reading.rows, reading.columns, merged[reading.name], answers)
        filled.rows = left_on.carried(filled.rows, reading.columns, reading.headings)
        filled.rows = left_on.remarked(filled.rows, reading.columns, reading.headings)
        filled.rows = has_status.carried(filled.rows, reading.columns, reading.headings)
        chosen = reading.correction.columns
        filled.rows = unread_standings.carried(filled.rows, reading.columns, reading.headings, chosen)
        settled = settling.settle(reading.name, filled.rows, _standing_at(reading), answers, meant)
        reading.rows, reading.held = settled.rows, settled.held
        reading.questions += [*filled.questions, *settled.questions]
        labels = {at: reading.label(at) for at in reading.columns}
        cells = [row.cells for row in reading.rows]
        written.append(Written(reading.name, reading.columns, labels, cells, reading.constants, workbook.counts_later))
    for reading, (found, asked) in zip(readings, manners.told(written, answers), strict=True):
        reading.manners = found
        reading.questions += asked


_STANDING = ("provider.status", "provider.category")


def _standing_at(reading: SheetReading) -> list[int]:
    """The columns whose cells may say how somebody stands."""
    found = map(reading.column_of, _STANDING)
    return [at for at in found if at is not None]


def _is_wanted(sheet: Sheet, only: Collection[str] | None) -> bool:
    return bool(sheet.rows) and (sheet.visible if only is None else bool({sheet.name, sheet.of}.intersection(only)))


def left_out(workbook: Workbook, readings: Collection[SheetReading]) -> list[str]:
    """The names of the sheets that were not taken."""
    taken = {reading.name for reading in readings}
    return [sheet.name for sheet in workbook.sheets if sheet.name not in taken]


def _check_names(workbook: Workbook, only: Collection[str] | None) -> None:
    names = {sheet.name for sheet in workbook.sheets}
    for name in only or ():
        if name not in names:
            raise WorkbenchError(
                f"“{workbook.name}” has no sheet “{name}”: nothing was changed; "
                f"choose among {', '.join(sorted(names))}."
            )


def _recognized(
    sheet: Sheet, synonyms: Synonyms, correction: Correction, workbook: Workbook, lists: Lists
) -> SheetReading | None:
    if correction.heading_row is None and (found_blocks := blocks.find(sheet, synonyms)):
        return _recognized_blocks(sheet, found_blocks, synonyms, correction, workbook, lists)
    sheet, said = shaping.shaped(sheet, synonyms, chosen=correction.heading_row is not None)
    found = _headings(sheet, synonyms, correction)
    if found is None:
        return _recognized_bare(sheet, synonyms, workbook, correction)
    sheet, found = credential_lines.told(sheet, found, synonyms)
    columns = columns_of.of_sheet(sheet, found, synonyms, correction.columns, lists)
    reading = _reading(sheet, found, columns, correction)
    if (second := columns.second) is not None:
        rows = sheet.rows[found.rows[-1] + 1 :]
        reading.questions.append(side_by_side.left_out(sheet.name, reading.label(second), second, rows))
        sheet = replace(sheet, rows=side_by_side.first_alone(sheet.rows, second, found.rows[0]))
    reading.notes += credential_lines.notes(found, sheet)
    _sort_rows(sheet, found, reading, synonyms, _carried_by_name(sheet, workbook, reading))
    turned.tell(sheet, reading)
    reading.questions += said + in_force.asked(sheet, reading.heading_row, len(reading.rows))
    return reading


def _carried_by_name(sheet: Sheet, workbook: Workbook, reading: SheetReading) -> dict[str, str]:
    return sheet_names.says(sheet.of or sheet.name, workbook, reading.columns.values())


def _recognized_bare(sheet: Sheet, synonyms: Synonyms, workbook: Workbook, said: Correction) -> SheetReading | None:
    """A sheet without headings, if its values alone say who the rows are about, names in full and NPIs, or if somebody said so."""
    bare = replace(sheet, rows=[(None,) * len(sheet.rows[0]), *sheet.rows], first_row=sheet.first_row - 1)
    found = Headings((0,), {}, 0.0)
    columns = columns_of.of_sheet(bare, found, synonyms, said.columns)
    if not (is_said := said.heading_row == NO_HEADINGS) and not {"provider.npi", "provider.full_name"} <= set(
        columns.targets.values()
    ):
        return None
    reading = _reading(bare, found, columns, said)
    reading.heading_row, reading.heading_rows = NO_HEADINGS if is_said else sheet.first_row - 1, ()
    reading.notes.insert(0, "The sheet has no headings; its columns are known by their values alone.")
    _sort_rows(bare, found, reading, synonyms, _carried_by_name(sheet, workbook, reading))
    return reading


def _reading(sheet: Sheet, found: Headings, columns: Columns, correction: Correction) -> SheetReading:
    """A sheet whose columns are known and whose rows are still to be sorted."""
    reading = SheetReading(
        name=sheet.name,
        visible=sheet.visible,
        heading_row=sheet.first_row + found.rows[-1],
        heading_rows=tuple(sheet.first_row + index for index in found.rows),
        headings=found.texts,
        columns=columns.targets,
        constants=columns.credentials.constants(),
        rows=[],
        skipped=[],
        notes=[],
        look=tuple(groups.one_line(cell) for cell in sheet.rows[found.rows[-1]]),
        correction=correction,
        may_be_facilities=columns.may_be_facilities,
        may_mean=columns.may_mean,
    )
    reading.notes = [f"Column {reading.label(column)} {note}." for column, note in sorted(columns.notes)]
    reading.questions = left_out_columns.asked(reading, columns, len(sheet.rows) - found.rows[-1] - 1)
    return reading


def _recognized_blocks(
    sheet: Sheet, found: Blocks, synonyms: Synonyms, correction: Correction, workbook: Workbook, lists: Lists
) -> SheetReading:
    """People in blocks of labels and values: each label is a column, each block a row at which it begins."""
    reading = _reading(
        found.table,
        found.headings,
        columns_of.of_sheet(found.table, found.headings, synonyms, correction.columns, lists),
        correction,
    )
    carried = _carried_by_name(sheet, workbook, reading)
    between = Sections(synonyms, "provider.category" in reading.columns.values())
    lines = dict(found.lines)
    for before, number, cells in zip([0, *found.numbers], found.numbers, found.table.rows[1:], strict=False):
        said = [dict(between.of(text)) for line, text in lines.items() if before < line < number]
        carried = {**carried, **{target: value for each in said for target, value in each.items()}}
        reading.rows.append(DataRow(number, cells, carried))
    reading.questions += found.asked
    reading.skipped = [Skipped(line, "A line between the people.", text) for line, text in found.lines]
    reading.skipped += [
        Skipped(line, "It stands beside a person without a label.", text) for line, text in found.beside
    ]
    reading.asked += [
        Asked(f"Row {line} “{text}” has no label", "left out: what it says of the person above is not read")
        for line, text in found.beside[:SHOWN_NOTES]
    ]
    return reading


def _headings(sheet: Sheet, synonyms: Synonyms, correction: Correction) -> Headings | None:
    if correction.heading_row is None:
        found = layout.find(sheet, synonyms)
        return layout.at(sheet, 0, synonyms) if found is None and correction.columns else found
    index = correction.heading_row - sheet.first_row
    return layout.at(sheet, index, synonyms) if 0 <= index < len(sheet.rows) else None


def _sort_rows(
    sheet: Sheet, found: Headings, reading: SheetReading, synonyms: Synonyms, carried: dict[str, str]
) -> None:
    """Tell data rows from the rest, and give each what the lines above say."""
    cover = [*sheet.above, *sheet.rows[: found.rows[0]]]
    lines = Lines(found, [sheet.rows[index] for index in found.rows], reading.columns, synonyms, cover)
    done = Sorting(sheet, found, lines, carried).sort()
    reading.rows, reading.skipped, reading.asked = done.rows, done.skipped, done.asked
    reading.notes += [f"{asked.about}: {asked.chosen}." for asked in done.asked]
    reading.passed = passed_over.told((row[:2] for row in done.skipped), done.sections, done.carries)
    reading.notes += [reading.passed] if reading.passed else []
