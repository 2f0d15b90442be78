"""The rows of a sheet sorted: data, and the rest with the reason; what lines above say goes to the data after them.

A line that looks like the section lines of the sheet but names no group that is known ends the group before it: whoever
stands below belongs to no wrong department, and the line is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.sheets.cell import cells
from workbench.sheets.cell.letter_case import title_case
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.layout import Headings
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.row import address_lines, examples, group_names, keys_below, signing_off
from workbench.sheets.row.departing import GONE, STATUS, said
from workbench.sheets.row.group_names import is_furniture, manner, reads_like_a_group
from workbench.sheets.row.lines import AGAIN, GROUP, PAGE_LINE, REMARK, TOTAL, TOTAL_AT_END, Line, Lines
from workbench.sheets.row.nesting import Nesting
from workbench.sheets.row.sections import SIGNS, plain

SHOWN_NOTES = 40
SHOWN = 60


class DataRow(NamedTuple):
    """One row of data: its number in the sheet, its cells, and what lines above said (shared by rows: do not change)."""

    number: int
    cells: tuple[Cell, ...]
    carried: dict[str, str]
    filed: tuple[Cell, ...] = ()
    """The cells as the file has them, where something was filled in."""
    continues: bool = False
    """Whether it goes on with the person of the row before."""
    may_continue: bool = False
    """Whether it may go on with that person, which is asked of the row."""


class Skipped(NamedTuple):
    """A row that is no data, and why."""

    number: int
    reason: str
    text: str


@dataclass
class Asked:
    """A line that a person would be asked about: what it is, the data rows below it, and what was chosen."""

    about: str
    chosen: str
    rows: int = 0


@dataclass
class Sorted:
    """What became of the rows under the headings."""

    rows: list[DataRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    sections: int = 0
    """The lines that carry something to the rows after them."""
    carries: set[str] = field(default_factory=set)
    """The targets of that."""


class Sorting:
    """Sorts the rows of one sheet."""

    def __init__(self, sheet: Sheet, headings: Headings, lines: Lines, base: dict[str, str]) -> None:
        self._sheet, self._lines, self._base = sheet, lines, base
        self._top, self._start = headings.rows[0], headings.rows[-1] + 1
        self._cover = {one_line(cell).lower() for row in sheet.rows[: self._top] for cell in row} - {""}
        self._found = {
            index: line
            for index, row in enumerate(sheet.rows[self._start :], self._start)
            if (line := lines.line(row)).reason
        }
        for index, row in enumerate(sheet.rows[self._start : self._start + examples.LOOKED_AT], self._start):
            if index not in self._found and examples.is_one(row, lines.columns):
                self._found[index] = examples.EXAMPLE
        self._found |= keys_below.told(sheet.rows, self._start, self._found)
        self._found |= address_lines.told(sheet.rows, self._start, self._found, lines)
        self._found |= signing_off.told(sheet.rows, self._start, self._found, lines)
        sections = [index for index, line in self._found.items() if line.carries]
        self._columns = {_column(sheet.rows[index]) for index in sections}
        self._manners = {manner(_text(sheet.rows[index])) for index in sections}
        self._nesting = Nesting((self._found[index].carries, self._follows_a_section(index)) for index in sections)
        self._above_all: dict[str, str] = base
        alone = {line.doubtful.lower() for n, line in self._found.items() if line.doubtful and n + 1 not in self._found}
        self._houses = set(filter(group_names.is_house, alone - self._cover))
        self._carry = {target for index in sections for target, _ in self._found[index].carries}
        self.done = Sorted()

    def sort(self) -> Sorted:
        """Every row from the first under the headings to the last."""
        carried, asked = self._above()
        self._above_all = carried
        for index in range(self._start, len(self._sheet.rows)):
            number, row = self._sheet.first_row + index, self._sheet.rows[index]
            line = self._found.get(index)
            if line is None:
                self.done.rows.append(DataRow(number, row, carried))
                if asked:
                    asked.rows += 1
                continue
            if line is address_lines.GOES_ON and self.done.rows:
                self._go_on(row)
            if line.doubtful:
                line, question = self._judged(index, line)
                asked = question or asked
                carried = self._ended(carried) if question and not line.carries and line.reason == GROUP else carried
            elif line.carries:
                asked = None
            elif line == TOTAL and carried and (line := self._total(index, carried)).carries:
                asked = self._ask(index, "read as the department, since another one stands below the last line")
            if line.carries:
                self.done.sections += 1
                self.done.carries.update(target for target, _ in line.carries)
                carried, ended = self._without_ended(index, carried, line)
                carried, asked = self._carried(carried, line), ended or asked
            if line.reason != "blank":
                self.done.skipped.append(Skipped(number, line.reason, keys_below.told_as(line, row) or _text(row)))
        return self.done

    def _go_on(self, below: tuple[Cell, ...]) -> None:
        """A further line of a cell of the row before it."""
        last = self.done.rows[-1]
        self.done.rows[-1] = last._replace(
            cells=address_lines.joined(last.cells, below), filed=last.filed or last.cells
        )

    def _above(self) -> tuple[dict[str, str], Asked | None]:
        """What the rows above the headings say of the sheet, or of its first section."""
        carried = self._base
        for row in [*self._sheet.above, *self._sheet.rows[: self._top]]:
            if found := self._lines.subject(row):
                carried = self._carried(carried, Line(GROUP, found))
        last = next((i for i in range(self._top - 1, -1, -1) if any(self._sheet.rows[i])), None)
        if last is None or self._lines.subject(self._sheet.rows[last]) or not self._headings_follow_sections():
            return carried, None
        row = self._sheet.rows[last]
        text = _text(row)
        if len(row) - row.count(None) > 1 or not self._is_in_their_manner(last) or not reads_like_a_group(plain(text)):
            return carried, None
        line, asked = self._as_department(last, text)
        return self._carried(carried, line), asked

    def _headings_follow_sections(self) -> bool:
        return any(line.carries and self._found.get(index + 1) == AGAIN for index, line in self._found.items())

    def _judged(self, index: int, line: Line) -> tuple[Line, Asked | None]:
        """A line of one cell that is not understood: the head of a page, the name of a group, or a remark."""
        text = line.doubtful
        if self._is_of_the_page(index, text):
            return REMARK, None
        if line.reason == signing_off.NAME_ALONE:
            self._ask(index, "left out: it may be a person without anything else, or who signs the list")
            return line, None
        in_manner = self._is_in_their_manner(index)
        if in_manner and self._is_followed(index):
            if (
                reads_like_a_group(plain(text))
                and not self._lines.has("provider.department")
                and self._may_be_department()
            ):
                return self._as_department(index, text)
            if self._columns:
                return Line(GROUP), self._ask(index, "the group before it ends here; the rows below are in none")
        self._ask(index, "left out: it names no group that is known")
        return line, None

    def _total(self, index: int, carried: dict[str, str]) -> Line:
        """ "PSYCHIATRY Total: 2" above people, where the rows before were another department's, is no sum of those."""
        name = TOTAL_AT_END.sub("", _text(self._sheet.rows[index])).strip(SIGNS)
        before, after = carried.get("provider.department"), self._beside(index, 1)
        is_other = before and name and group_names.is_known(name) and group_names.key(name) != group_names.key(before)
        if is_other and after in (None, AGAIN) and self._is_followed(index):
            return Line(GROUP, (("provider.department", title_case(name)),))
        return TOTAL

    def _may_be_department(self) -> bool:
        return not self._columns or "provider.department" in self._carry

    def _as_department(self, index: int, text: str) -> tuple[Line, Asked]:
        name = title_case(plain(text))
        return Line(GROUP, (("provider.department", name),)), self._ask(index, f"read as the department “{name}”")

    def _ask(self, index: int, chosen: str) -> Asked:
        shown = _text(self._sheet.rows[index])[:SHOWN]
        asked = Asked(f"Row {self._sheet.first_row + index} “{shown}” stands alone", chosen)
        if len(self.done.asked) < SHOWN_NOTES:
            self.done.asked.append(asked)
        return asked

    def _is_in_their_manner(self, index: int) -> bool:
        """Whether it stands where the section lines stand, and is written as they are; without any, in the first column."""
        row = self._sheet.rows[index]
        column, how = _column(row), manner(_text(row))
        if not self._columns:
            return column == self._lines.first and how != "other"
        return column in self._columns and (how in self._manners or reads_like_a_group(plain(_text(row))))

    def _is_of_the_page(self, index: int, text: str) -> bool:
        """Whether it is printed at the head or foot of every page."""
        if (
            text.lower() in self._cover
            or is_furniture(text)
            and (not group_names.is_house(text) or len(self._houses) < 2)
        ):
            return True
        return any(
            line in (PAGE_LINE, REMARK) for line in (self._beside(index, 1), self._beside(index, -1)) if line
        ) and (not reads_like_a_group(plain(text)))

    def _beside(self, index: int, step: int) -> Line | None:
        index += step
        while self._start <= index < len(self._sheet.rows):
            line = self._found.get(index)
            if line is None or line.reason != "blank":
                return line
            index += step
        return None

    def _is_followed(self, index: int) -> bool:
        """Whether data stands below it before the next section."""
        return next(self._until_section(index + 1), False)

    def _until_section(self, index: int) -> Iterator[bool]:
        while index < len(self._sheet.rows):
            line = self._found.get(index)
            if line is None:
                yield True
            elif line.carries:
                return
            index += 1

    def _follows_a_section(self, index: int) -> bool:
        """Whether nobody stands between the section line before and this one."""
        index -= 1
        while index in self._found:
            if self._found[index].carries:
                return True
            index -= 1
        return False

    def _without_ended(self, index: int, carried: dict[str, str], line: Line) -> tuple[dict[str, str], Asked | None]:
        """What lines carried so far without what ends with this line; what stands above the headings holds everywhere."""
        ended = self._nesting.ended_by(carried, line.carries)
        ended = [target for target in ended if carried[target] != self._above_all.get(target)]
        if not ended:
            return carried, None
        said = " and ".join(f"“{carried[target]}”" for target in ended)
        asked = self._ask(index, f"{said} above it ends here, since it is not sure that it holds below this line too")
        return {target: text for target, text in carried.items() if target not in ended}, asked

    def _carried(self, carried: dict[str, str], line: Line) -> dict[str, str]:
        """A new department ends the section before it; other groups stay as they are."""
        kept = dict(carried)
        # "LOA — Lakeside Hospital" on the sheet LOA says nothing more
        carries = [(t, v) for t, v in line.carries if t != GONE or said(v).statuses != {kept.get(STATUS)}]
        for target, value in carries:
            if target == "provider.department":
                kept.pop("provider.section", None)
            kept[target] = value
        kept = {**self._base, **kept}
        for target, _ in carries:
            kept.pop({STATUS: GONE, GONE: STATUS}.get(target, ""), None)
        return kept

    def _ended(self, carried: dict[str, str]) -> dict[str, str]:
        """What lines carried so far is over; what the sheet says of everyone stays."""
        kept = {target: value for target, value in carried.items() if target not in self._carry}
        return {**self._base, **kept}


def _column(row: Sequence[Cell]) -> int:
    return next((column for column, cell in enumerate(row) if cell is not None), 0)


def _text(row: tuple[Cell, ...]) -> str:
    return " ".join(one_line(cell) or cells.typed(cell) for cell in row if cell is not None)[:200]
