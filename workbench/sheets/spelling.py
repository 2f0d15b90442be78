"""Rows of a sheet as xlsx spells them. A text is always a text: nothing written here can become a formula.

Openpyxl makes an object of every cell, which takes five times as long as a list takes to be read; it makes the frame of the
file, with its styles and choices, and these rows are laid into it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Any
from zipfile import ZipFile

from openpyxl.utils import get_column_letter

from workbench.sheets.cleaning import LONGEST_CELL, clean, escaped

FIRST_DAY = date(1904, 1, 2)
"""What is before goes as text, since programs disagree about it: Excel believes that 1900 was a leap year, and a file that
counts from 1904 has no number for days before it, and for its first one a 0, which reads as midnight."""
LINE, MOST_LINES = 15, 12
"""Points that a line takes, and how many lines a cell shows at most: longer texts are read in the file."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ZERO = date(1899, 12, 30).toordinal()
_EMPTY = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_BLOCK = 500
_CELLS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


@dataclass(frozen=True)
class Looks:
    """The numbers of the styles that a column's cells have, by what stands in them."""

    plain: int = 0
    text: int = 0
    day: int = 0
    moment: int = 0
    is_text: bool = False
    """NPI, ZIP and codes are text whatever they look like."""
    wide: int = 0
    """Of a column whose texts wrap, the letters that a line has room for."""


def row(number: int, values: Sequence[Any], looks: Sequence[Looks], letters: Sequence[str]) -> str:
    """A row of the sheet; what is empty is left out, unless it has a look of its own."""
    cells = [
        _cell(f"{letter}{number}", value, look)
        for value, look, letter in zip(values, looks, letters, strict=False)
        if look.plain or value is not None and value != ""
    ]
    lines = max((_lines(value, look.wide) for value, look in zip(values, looks, strict=False) if look.wide), default=1)
    high = f' ht="{LINE * lines}" customHeight="1"' if lines > 1 else ""  # not every program measures what wraps
    return f'<row r="{number}"{high}>{"".join(cells)}</row>'


def _lines(value: Any, wide: int) -> int:
    """The lines that a text takes, so many at most."""
    return (
        min(MOST_LINES, sum(-(-len(part) // wide) or 1 for part in value.split("\n"))) if isinstance(value, str) else 1
    )


def letters(count: int) -> list[str]:
    """A, B, ... of so many columns."""
    return [get_column_letter(n) for n in range(1, count + 1)]


def _cell(ref: str, value: Any, look: Looks) -> str:
    if value is None or value == "":
        return f'<c r="{ref}" s="{look.plain}"/>'
    if isinstance(value, str):
        return _text(ref, value, look)
    if isinstance(value, bool):
        return _text(ref, "Yes" if value else "No", look)
    if isinstance(value, date):
        return _day(ref, value, look)
    if isinstance(value, int | float) and not look.is_text and isfinite(value):
        return f'<c r="{ref}" s="{look.plain}"><v>{value!r}</v></c>'
    return _text(ref, str(value), look)


def _day(ref: str, value: date, look: Looks) -> str:
    if isinstance(value, datetime):
        if value.date() >= FIRST_DAY:
            seconds = value.hour * 3600 + value.minute * 60 + value.second
            return f'<c r="{ref}" s="{look.moment}"><v>{value.toordinal() - _ZERO + seconds / 86400!r}</v></c>'
        return _text(ref, value.isoformat(" ", "minutes"), look)
    if value >= FIRST_DAY:
        return f'<c r="{ref}" s="{look.day}"><v>{value.toordinal() - _ZERO}</v></c>'
    return _text(ref, value.isoformat(), look)


def _text(ref: str, value: str, look: Looks) -> str:
    text = escaped(value if value.isprintable() and len(value) <= LONGEST_CELL else clean(value))
    style = look.text if look.is_text or text.startswith(FORMULA_STARTS) else look.plain
    keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t{keep}>{text.translate(_CELLS)}</t></is></c>'


def lay(archive: ZipFile, part: str, frame: bytes, rows: Iterable[str], tail: Callable[[], bytes]) -> None:
    """Write a sheet's part: its frame up to the rows, the rows, and of the frame as it is then what comes after them."""
    with archive.open(part, "w", force_zip64=True) as stream:
        stream.write(_split(frame)[0] + b"<sheetData>")
        block: list[str] = []
        for text in rows:
            block.append(text)
            if len(block) == _BLOCK:
                stream.write("".join(block).encode("utf-8"))
                block = []
        stream.write("".join(block).encode("utf-8") + b"</sheetData>" + _split(tail())[1])


def _split(frame: bytes) -> tuple[bytes, bytes]:
    found = _EMPTY.search(frame)
    assert found, "openpyxl spells an empty sheet otherwise"
    return frame[: found.start()], frame[found.end() :]
