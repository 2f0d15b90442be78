"""What a list carries so that it is known again: on a hidden sheet whose list it is, and of every cell a mark of what it said.

A mark is four bytes of a hash keyed with the office's secret, over the record, the column and the text. It tells whether a
cell was edited, and whether ours is another since, and it tells nothing to anybody who has the file and not the office:
a column that was deleted before the file was passed on stays deleted. The key of a row ends with such a hash too, so that
a key that was typed, or drawn down until Excel counted it on, is none.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from workbench.records.identity import Identity
from workbench.sheets.cleaning import LONGEST_CELL, clean
from workbench.sheets.reading import Cell, Sheet, Workbook, Wrong

SHEET, LISTS = "Workbench", "Choices"
KEY = "Row key (leave as it is)"
MAGIC = "A list of the Medical Staff Workbench; it comes back by the import"
FORMAT = 1
SIZE = 4


@dataclass(frozen=True)
class Mark:
    """What went out."""

    office: str
    name: str
    """The list, as the command line calls it."""
    said: str
    """Which rows, in words."""
    step: int
    """The newest step then."""
    day: str
    columns: tuple[tuple[str, str], ...]
    """Key and heading of each, in order; the ID before them is not among them."""
    marks: Mapping[int, bytes] = field(default_factory=dict)
    """By the record's id the marks of its cells, in the order of the columns."""

    def head(self) -> list[list[Any]]:
        """The first rows of the hidden sheet."""
        return [
            [MAGIC, FORMAT],
            ["Office", self.office],
            ["List", self.name],
            ["Rows", self.said],
            ["Step", self.step],
            ["Day", self.day],
            ["Columns", json.dumps(self.columns, ensure_ascii=True)],
            ["ID", "Cells"],
        ]


class Marker:
    """Makes the marks of one list of one office."""

    def __init__(self, identity: Identity, name: str, columns: Sequence[str]) -> None:
        self._secret = bytes.fromhex(identity.file_secret)
        self._name = name
        self._begun = [self._hash(f"{name}\0{column}\0") for column in columns]

    def _hash(self, text: str) -> Any:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE, key=self._secret)

    def key(self, id: int) -> str:
        """The key of a row."""
        return f"{self._name}:{id}:{self._hash(f'{self._name}{chr(0)}{id}').hexdigest()}"

    def id_of(self, key: str) -> int | None:
        """The record that a key stands for; None for one that we did not make."""
        name, _, rest = key.partition(":")
        id = rest.partition(":")[0]
        return int(id) if name == self._name and id.isdecimal() and key == self.key(int(id)) else None

    def cell(self, id: int, place: int, text: str) -> bytes:
        """The mark of one cell, by the place of its column."""
        made = self._begun[place].copy()
        made.update(f"{id}\0{text}".encode("utf-8", "surrogatepass"))
        return bytes(made.digest())

    def row(self, id: int, texts: Sequence[str]) -> bytes:
        """The marks of a row's cells."""
        return b"".join(self.cell(id, place, text) for place, text in enumerate(texts))


def said(value: Any) -> str:
    """What a cell says: the same for the value that is written and for the cell that is read, whoever saved it meanwhile."""
    if value is None or value == "":
        return ""
    if type(value) is str and value.isprintable() and len(value) <= LONGEST_CELL:
        return value
    if isinstance(value, str) and not isinstance(value, Wrong):
        return clean(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def packed(marks: bytes) -> str:
    """Marks as a cell holds them."""
    return base64.b64encode(marks).decode("ascii")


def of(workbook: Workbook) -> Mark | None:
    """The mark of a file, whatever its sheet is called by now; None where it has none that can be read."""
    sheet = next(filter(is_mark, workbook.sheets), None)
    if sheet is None:
        return None
    told = {said(row[0]): said(row[1]) for row in sheet.rows[:7] if len(row) > 1}
    try:
        if told[MAGIC] != str(FORMAT):
            return None
        columns = tuple((key, heading) for key, heading in json.loads(told["Columns"]))
        marks = dict(_marks(sheet.rows[8:]))
        return Mark(told["Office"], told["List"], told["Rows"], int(told["Step"]), told["Day"], columns, marks)
    except (KeyError, ValueError, TypeError):
        return None


def _marks(rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[int, bytes]]:
    for row in rows:
        if row and row[0] is not None:
            yield int(said(row[0])), base64.b64decode(said(row[1]))


def is_mark(sheet: Sheet) -> bool:
    """Whether this is the hidden sheet of a list of ours."""
    return bool(sheet.rows and sheet.rows[0] and sheet.rows[0][0] == MAGIC)


def heading_row(sheet: Sheet, mark: Mark) -> int | None:
    """The index of the row with the headings of the list: the row that has the key, or the ID and most of the others."""
    names = {heading for _, heading in mark.columns}
    for index, row in enumerate(sheet.rows[:40]):
        cells = {said(cell) for cell in row}
        if KEY in cells or "ID" in cells and len(cells & names) * 2 >= len(names):
            return index
    return None


def without(workbook: Workbook, mark: Mark | None, own: bool) -> Workbook:
    """The workbook as any other roster: without what the program wrote for itself; IDs of another office mean nothing here."""
    sheets = [each for each in workbook.sheets if not is_mark(each)]
    if mark is not None:
        sheets = [_bare(sheet, mark, own) for sheet in sheets if sheet.name != LISTS]
    return replace(workbook, sheets=sheets)


def _bare(sheet: Sheet, mark: Mark, own: bool) -> Sheet:
    index = heading_row(sheet, mark)
    if index is None:
        return sheet
    gone = {at for at, cell in enumerate(sheet.rows[index]) if cell == KEY}
    ids = set() if own else {at for at, cell in enumerate(sheet.rows[index]) if cell == "ID"}
    rows = [
        tuple(None if at in gone or at in ids and number > index else cell for at, cell in enumerate(row))
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)
