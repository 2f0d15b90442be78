"""One table of a web page, cell by cell as the page is read: what reaches over what, and how it looks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.sheets.files import web_look
from workbench.sheets.files.delimited import TOO_NARROW
from workbench.sheets.files.packing import Fault
from workbench.sheets.look import Style

BLANKS = re.compile(r"[ \t\r\n\f]+")
LOST = re.compile(r"^(?:#{3,}|\d(?:\.\d+)?E\+?\d+)$")
"""A number that a narrow column spoils; Excel keeps the whole one beside it."""
MOST_COLUMNS, MOST_ACROSS, MOST_DOWN = 16_384, 1_000, 65_534


@dataclass
class Table:
    """A table while it is read: its rows, the cells that reach over others, and what is open."""

    rows: list[list[str | bytes]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    held: dict[int, int] = field(default_factory=dict)
    """By column how many rows below are still covered from above."""
    cell: list[str] | None = None
    number: str = ""
    across: int = 1
    down: int = 1
    row_style: Style = web_look.PLAIN
    style: Style = web_look.PLAIN
    letters: int = 0
    struck: int = 0
    """Of the open cell: its own style, how many letters it shows, how many of them struck through."""
    styles: dict[int, dict[int, Style]] = field(default_factory=dict)
    """By row from 1 and column the styles that are not plain."""
    hidden: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The most cells of a row."""
        return max(map(len, self.rows), default=0)

    @property
    def is_data(self) -> bool:
        """Whether it holds rows and columns; others only lay out a page."""
        return self.width > 1 and len([row for row in self.rows if any(row)]) > 1

    def begin_row(self, style: Style = web_look.PLAIN, hidden: bool = False) -> None:
        self.end_cell()
        self.rows.append([])
        self.row_style = style
        if hidden:
            self.hidden.append(len(self.rows))

    def begin_cell(self, said: Mapping[str, str], known: Mapping[str, Style]) -> None:
        """A cell opens where the next one is free."""
        self.end_cell()
        if not self.rows:
            self.begin_row()
        self._skip_covered()
        self.style, self.letters, self.struck = web_look.style(said, known, self.row_style), 0, 0
        self.cell, self.number = [], said.get("x:num", "")
        self.across = min(_whole(said.get("colspan")), MOST_ACROSS)
        self.down = min(_whole(said.get("rowspan")), MOST_DOWN)

    def end_cell(self) -> None:
        """The open cell is over; those it reaches over stay blank."""
        if self.cell is None:
            return
        row, top = self.rows[-1], len(self.rows)
        left = len(row)
        style = self.style._replace(struck=self.style.struck or 0 < self.letters == self.struck)
        if style != web_look.PLAIN:
            self.styles.setdefault(top, {})[left] = style
        row.append(_shown(lines("".join(self.cell)), self.number))
        row.extend([""] * (self.across - 1))
        if self.across > 1 or self.down > 1:
            self.merged.append((top, left, top + self.down - 1, left + self.across - 1))
            self.held |= dict.fromkeys(range(left, left + self.across), self.down) if self.down > 1 else {}
        self.cell = None
        if len(row) > MOST_COLUMNS:
            raise Fault("too big")

    def end_row(self) -> None:
        """Columns that are covered from above are so for one row less."""
        self.end_cell()
        self.held = {at: left - 1 for at, left in self.held.items() if left > 1}

    def go_on(self, other: "Table") -> None:
        """Take the rows of a table that goes on with this one."""
        above = len(self.rows)
        self.rows += other.rows
        self.styles |= {row + above: said for row, said in other.styles.items()}
        self.hidden += [row + above for row in other.hidden]
        self.merged += [(top + above, left, bottom + above, right) for top, left, bottom, right in other.merged]

    def _skip_covered(self) -> None:
        row = self.rows[-1]
        while len(row) in self.held and self.held[len(row)] > 0 and len(row) < MOST_COLUMNS:
            row.append("")


def lines(text: str) -> str:
    """Text as a browser shows it: blanks made single, a new line where the page breaks one."""
    parts = [BLANKS.sub(" ", part).strip(" ") for part in text.split("\0")]
    return "\n".join(part for part in parts if part)


def _shown(text: str, number: str) -> str | bytes:
    if number and LOST.match(text):
        return number
    return text.encode() if TOO_NARROW.match(text) else text


def _whole(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
