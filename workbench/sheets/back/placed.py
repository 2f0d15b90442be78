"""Finding a list of ours in a file that comes back: which sheet and columns it stands in by now, and whose record each row is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.sheets import marks
from workbench.sheets.marks import Mark, Marker
from workbench.sheets.reading import Cell, Sheet, Workbook
from workbench.sheets.recognizing import SheetReading


@dataclass(frozen=True)
class Table:
    """The list on one sheet, however its columns were moved."""

    sheet: Sheet
    heading: int
    """The index of the row of headings."""
    columns: Mapping[int, int]
    """By place in the list, where the column stands by now; a column that was deleted is absent."""
    key: int | None
    id: int | None
    unread: Sequence[str]
    """Columns that are not the list's, or that stand twice so that nobody knows which one holds."""

    @property
    def heading_row(self) -> int:
        """The row's number."""
        return self.sheet.first_row + self.heading

    @property
    def headings(self) -> list[str]:
        """What stands in the row of headings."""
        return [marks.said(cell) for cell in self.sheet.rows[self.heading]]

    def label(self, at: int) -> str:
        """A column's letter and heading: "B: NPI"."""
        heading = marks.said(self.sheet.rows[self.heading][at])
        return f"{SheetReading.letter(at)}: {heading}" if heading else SheetReading.letter(at)


@dataclass
class Line:
    """A row with something in it."""

    table: Table
    number: int
    cells: tuple[Cell, ...]
    id: int | None = None
    """Whose record it is; None while nobody knows, or for a row that was added."""
    asks: str = ""
    """Why it is not known."""
    may_be: list[int] = field(default_factory=list)

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.table.sheet.name, self.number

    def cell(self, at: int | None) -> Cell:
        """The cell of a column, None where the row is shorter."""
        return self.cells[at] if at is not None and at < len(self.cells) else None


def tables(workbook: Workbook, mark: Mark) -> list[Table]:
    """Every sheet on which the list stands."""
    found = []
    for sheet in workbook.sheets:
        index = None if marks.is_mark(sheet) or sheet.name == marks.LISTS else marks.heading_row(sheet, mark)
        if index is not None:
            found.append(_table(sheet, index, mark))
    return found


def _table(sheet: Sheet, index: int, mark: Mark) -> Table:
    texts = [marks.said(cell) for cell in sheet.rows[index]]
    went = Counter(heading for _, heading in mark.columns)
    columns: dict[int, int] = {}
    for heading in went:
        stand = [at for at, text in enumerate(texts) if text == heading]
        places = [place for place, (_, each) in enumerate(mark.columns) if each == heading]
        if len(stand) == len(places):
            columns.update(zip(places, stand, strict=True))
    keys = [at for at, text in enumerate(texts) if text == marks.KEY]
    ids = [at for at, text in enumerate(texts) if text == "ID"]
    known = {*columns.values(), *keys, *ids[:1]}
    used = {at for row in sheet.rows[index:] for at, cell in enumerate(row) if cell is not None}
    table = Table(sheet, index, columns, keys[0] if len(keys) == 1 else None, ids[0] if ids else None, ())
    return Table(
        table.sheet, index, columns, table.key, table.id, tuple(table.label(at) for at in sorted(used - known))
    )


def lines(found: Sequence[Table], mark: Mark, marker: Marker) -> list[Line]:
    """The rows of every table, each with its record as far as key and ID tell it."""
    made = [line for table in found for line in _lines(table)]
    for line in made:
        _identify(line, mark, marker)
    _ask_of_copies(made, mark, marker)
    return made


def _lines(table: Table) -> Iterator[Line]:
    for number, row in enumerate(table.sheet.rows[table.heading + 1 :], table.heading_row + 1):
        if any(cell is not None for cell in row):
            yield Line(table, number, row)


def _identify(line: Line, mark: Mark, marker: Marker) -> None:
    """The hidden key says it; the ID alone only where the keys are gone, since Excel counts an ID on that is drawn down."""
    key, id_text = marks.said(line.cell(line.table.key)), marks.said(line.cell(line.table.id))
    by_id = int(id_text) if id_text.isdecimal() and int(id_text) in mark.marks else None
    if key:
        by_key = marker.id_of(key)
        if by_key is None:
            line.asks, line.may_be = "Its key is none that went out", [by_id] if by_id else []
        elif by_id not in (None, by_key):
            line.asks, line.may_be = "Its key and its ID name two records", [by_key, by_id]  # type: ignore[list-item]
        else:
            line.id = by_key
    elif by_id is not None and line.table.key is None:
        line.id = by_id
    elif by_id is not None:
        line.asks, line.may_be = f"It has the ID {by_id} and no key, as a copied row", [by_id]


def _ask_of_copies(made: Sequence[Line], mark: Mark, marker: Marker) -> None:
    """Two rows of one record: the one that says what went out is the record, any other asks what it is."""
    by_id: dict[int, list[Line]] = {}
    for line in made:
        if line.id is not None:
            by_id.setdefault(line.id, []).append(line)
    for id, several in by_id.items():
        if len(several) > 1:
            whole = next((line for line in several if untouched(line, id, mark, marker)), None)
            for line in several:
                if line is not whole:
                    rows = ", ".join(str(other.number) for other in several if other is not line)
                    line.id, line.asks, line.may_be = None, f"Its key is that of row {rows} too", [id]


def untouched(line: Line, id: int, mark: Mark, marker: Marker) -> bool:
    """Whether every cell of a row says what it said when it went out."""
    went = mark.marks.get(id)
    return went is not None and all(
        same(line.cell(at), id, place, went, marker) for place, at in line.table.columns.items()
    )


def same(cell: Cell, id: int, place: int, went: bytes, marker: Marker) -> bool:
    """Whether a cell says what it said; a number that Excel made of a text with zeros before it says the same."""
    text, mark = marks.said(cell), went[place * marks.SIZE : (place + 1) * marks.SIZE]
    if marker.cell(id, place, text) == mark:
        return True
    lost = isinstance(cell, float | int) and not isinstance(cell, bool) and text.isdecimal()
    return lost and any(marker.cell(id, place, "0" * zeros + text) == mark for zeros in range(1, 5))
