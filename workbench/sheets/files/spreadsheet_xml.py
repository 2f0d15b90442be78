"""Workbooks as one XML file ("XML Spreadsheet 2003"), which many web systems still export under the name .xls."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.parsers import expat

from workbench.sheets import limits
from workbench.sheets.files.packing import Fault, blocks_of

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
CHUNK = 1 << 20
MOST_COLUMNS = 16_384
Value = str | float | bool | date | bytes


class Sheet:
    """One worksheet while it is read."""

    def __init__(self, name: str, visible: bool) -> None:
        self.name, self.visible = name, visible
        self.rows: list[list[Value]] = []
        self.merged: list[tuple[int, int, int, int]] = []


def messages(path: str) -> Iterator[tuple]:
    """Every sheet, as child.py describes them. Raises Fault for XML that is no workbook."""
    reader = _Reader()
    with open(path, "rb") as file:
        try:
            while chunk := file.read(CHUNK):
                reader.parser.Parse(chunk, False)
            reader.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Fault("xml" if not reader.sheets else "unreadable") from error
    if not reader.sheets:
        raise Fault("xml")
    for sheet in reader.sheets:
        yield "sheet", sheet.name, sheet.visible, 1, sheet.merged[:100_000]
        yield from blocks_of(sheet.rows, 0)


class _Reader:
    """Collects the sheets as the parser meets them; entities of one's own are refused."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._sort, self._parts, self._inside, self._cells = "", list[str](), False, 0
        self._at = 0

    def _doctype(self, *_: object) -> None:
        raise Fault("unreadable")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if space != SPACE:
            return
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            self.sheets.append(Sheet(said.get("Name", f"Sheet{len(self.sheets) + 1}"), True))
        elif name == "Row" and self.sheets:
            self._begin_row(_whole(said.get("Index")))
        elif name == "Cell" and self.sheets and self.sheets[-1].rows:
            self._begin_cell(said)
        elif name == "Data" and self.sheets and self.sheets[-1].rows:
            self._sort, self._parts, self._inside = said.get("Type", "String"), [], True

    def _begin_row(self, number: int) -> None:
        rows = self.sheets[-1].rows
        if number > limits.ROWS or len(rows) >= limits.ROWS:
            raise Fault("too big")
        rows.extend([] for _ in range(number - 1 - len(rows)))
        rows.append([])

    def _begin_cell(self, said: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        row = sheet.rows[-1]
        place = _whole(said.get("Index")) - 1
        row.extend([""] * (min(place, MOST_COLUMNS) - len(row)))
        across, down = _whole(said.get("MergeAcross")), _whole(said.get("MergeDown"))
        if across or down:
            sheet.merged.append((len(sheet.rows), len(row), len(sheet.rows) + down, len(row) + across))
        row.extend([""] * (1 + min(across, MOST_COLUMNS)))
        self._at = len(row) - 1 - min(across, MOST_COLUMNS)
        self._cells += 1
        if self._cells > limits.CELLS or len(row) > 2 * MOST_COLUMNS:
            raise Fault("too big")

    def _text(self, text: str) -> None:
        if self._inside:
            self._parts.append(text)

    def _end(self, tag: str) -> None:
        if tag == f"{SPACE} Data" and self._inside:
            self._inside = False
            row = self.sheets[-1].rows[-1]
            if row:
                row[self._at] = _value(self._sort, "".join(self._parts))


def _value(sort: str, text: str) -> Value:
    """A cell of its type; what is not of it stays the text that it is."""
    try:
        if sort == "Number":
            return float(text)
        if sort == "DateTime":
            moment = datetime.fromisoformat(text)
            return moment if (moment.hour or moment.minute or moment.second) else moment.date()
    except ValueError:
        return text
    if sort == "Boolean":
        return text.strip() in ("1", "true")
    return text.encode() if sort == "Error" else text


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0
