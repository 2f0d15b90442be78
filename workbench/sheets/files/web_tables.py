"""Tables of web pages: what web systems call .xls, what Excel saves as a page, and blocks copied from Excel, Word and Outlook."""

import contextlib
import email
import email.policy
import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from workbench.sheets.files import web_look
from workbench.sheets.files.decoding import read
from workbench.sheets.files.packing import Fault, blocks_of
from workbench.sheets.files.web_table import Table, lines
from workbench.sheets.look import Style

BREAKS = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "tr"}
SILENT = {"script", "style", "title", "template"}
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
CHUNK, LONGEST_CSS, MOST_CSS = 1 << 20, 200_000, 20
MOST_CELLS, DEEPEST = 20_000_000, 60


def page_messages(body: bytes) -> Iterator[tuple]:
    """The tables of a page, as child.py describes sheets; lines between them are rows of one cell. Raises Fault."""
    sheets = sheets_of(_text(body))
    if not sheets:
        raise Fault("page")
    for number, sheet in enumerate(sheets, 1):
        yield "sheet", f"Table {number}" if len(sheets) > 1 else "", True, 1, sheet.merged[:100_000]
        yield web_look.message(sheet.styles, sheet.hidden)
        yield from blocks_of(sheet.rows, 0)


def archive_messages(body: bytes) -> Iterator[tuple]:
    """The tables of the pages in a web archive (.mht), as Excel saves it and some systems call .xls. Raises Fault."""
    found = False
    for part in email.message_from_bytes(body, policy=email.policy.default).walk():
        if part.get_content_type() != "text/html":
            continue
        raw = part.get_payload(decode=True)
        sheets = sheets_of(_text(raw)) if isinstance(raw, bytes) else []
        for number, sheet in enumerate(sheets, 1):
            name = posixpath.basename(str(part.get("Content-Location", ""))).rpartition(".")[0] or "Table"
            yield "sheet", f"{name} {number}" if len(sheets) > 1 else name, True, 1, sheet.merged[:100_000]
            yield web_look.message(sheet.styles, sheet.hidden)
            yield from blocks_of(sheet.rows, 0)
            found = True
    if not found:
        raise Fault("page")


def _text(body: bytes) -> str:
    """The page as text; what its own head says of the encoding goes before what the bytes look like."""
    said = CHARSET.search(body[:4096])
    if said and not body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return body.decode(said[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    text, _, pages = read(body)
    if text is None:
        raise Fault("unreadable")
    return "".join(sign if sign.isascii() else "\ufffd" for sign in text) if pages else text


class Page:
    """Collects the lines and tables of a page in their order; what the parser calls is named as it wants it."""

    def __init__(self) -> None:
        self.blocks: list[str | Table] = []
        self._open: list[Table] = []
        self._silent, self._in_css = 0, False
        self._css: list[str] = []
        self._classes: dict[str, Style] | None = None
        self._sheets_read = 0
        self._striking: list[str] = []
        self._words: list[str] = []
        self._cells = 0

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """A tag opens."""
        table = self._open[-1] if self._open else None
        if tag in SILENT:
            self._silent += 1
            self._in_css = tag == "style"
        elif tag == "table" and len(self._open) < DEEPEST:
            self._end_words()
            self._open.append(Table())
        elif table is not None and tag == "tr":
            table.end_row()
            table.begin_row(web_look.style(said, self._known()), web_look.is_hidden(said))
        elif table is not None and tag in ("td", "th"):
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise Fault("too big")
            self._striking = []
            table.begin_cell(said, self._known())
        elif tag in web_look.STRIKING or tag in ("span", "font", "p") and web_look.style(said, self._known()).struck:
            self._striking.append(tag)
        if tag in BREAKS:
            self.data("\0")

    def end(self, tag: str) -> None:
        """A tag is over."""
        table = self._open[-1] if self._open else None
        if tag in SILENT:
            self._silent, self._in_css = max(0, self._silent - 1), False
        elif self._striking and self._striking[-1] == tag:
            self._striking.pop()
        elif table is not None and tag in ("td", "th"):
            table.end_cell()
        elif table is not None and tag == "table":
            table.end_row()
            self._open.pop()
            self._close(table)
        if tag in BREAKS - {"br", "tr"}:
            self.data("\0")

    def data(self, data: str) -> None:
        """Text between tags."""
        if self._silent:
            if self._in_css:
                self._css.append(data)
                self._classes = None
            return
        table = self._open[-1] if self._open else None
        if table is None:
            self._words.append(data)
        elif table.cell is not None:
            table.cell.append(data)
            letters = len(data) - sum(map(data.count, " \t\r\n\0\xa0"))
            table.letters, table.struck = table.letters + letters, table.struck + letters * bool(self._striking)

    def _known(self) -> dict[str, Style]:
        if self._classes is None:
            self._sheets_read += 1
            css = "".join(self._css)[:LONGEST_CSS] if self._sheets_read < MOST_CSS else ""
            self._classes = web_look.classes(css)
        return self._classes

    def close(self) -> None:
        """The page is over, whatever was left open."""
        while self._open:
            self.end("table")
        self._end_words()

    def _close(self, table: Table) -> None:
        """A table inside a cell that holds no data of its own is text of that cell."""
        outer = self._open[-1] if self._open else None
        if outer is not None and outer.cell is not None and not table.is_data:
            outer.cell.append("\0" + "\0".join(_text_of(cell) for row in table.rows for cell in row if cell))
        elif any(any(row) for row in table.rows):
            self.blocks.append(table)

    def _end_words(self) -> None:
        self.blocks += [line for line in lines("".join(self._words)).split("\n") if line]
        self._words = []


def sheets_of(page: str) -> list[Table]:
    """Tables of one width that follow each other are one sheet, with the lines between; a page without data has none."""
    blocks = _collected(page)
    found: list[Table] = []
    waiting: list[list[str | bytes]] = []
    several = any(block.width > 1 for block in blocks if isinstance(block, Table))
    width = 0
    for block in blocks:
        if isinstance(block, str):
            waiting.append([block])
        elif several and block.width < 2:
            waiting += [row for row in block.rows if any(row)]
        else:
            if not found or block.width != width:
                found.append(Table())
            width = block.width
            found[-1].rows += waiting
            found[-1].go_on(block)
            waiting = []
    if found:
        found[-1].rows += waiting
    return found


def _collected(page: str) -> list[str | Table]:
    """The lines and tables of a page, in their order."""
    collected = Page()
    parser = etree.HTMLParser(target=collected, huge_tree=True, remove_comments=True, remove_pis=True)
    for at in range(0, len(page), CHUNK):
        parser.feed(page[at : at + CHUNK])
    with contextlib.suppress(etree.XMLSyntaxError):  # of a page that ends in the middle of something
        parser.close()
    collected.close()
    return collected.blocks


def _text_of(cell: str | bytes) -> str:
    return cell if isinstance(cell, str) else cell.decode()
