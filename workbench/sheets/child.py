"""The child process that reads one file and streams its rows to the parent.

It is the program itself, started with a hidden first argument, so that a bomb or a crash in a reader costs only the
child. Imports stay few: this is met before anything else. What goes over the pipe is marshal, each message framed by its
length:

    ("kind", text)  ("counts later", days)  ("guessed", code page)  ("alphabets", code pages)
    ("sheet", name, visible, first_row, merged)
    ("look", ...)  ("blank", n)  ("rows", n, columns)  ("fault", code)  ("end",)

The look of a sheet (looking.py) comes before its rows, where it was looked at.

Marshal knows no dates: a date travels as complex(ordinal, -1), a moment as complex(ordinal, seconds of the day), an error
cell as bytes. No cell of a sheet is complex or bytes, so nothing can be mistaken for them.
"""

import gc
import marshal
import os
import signal
import struct
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from workbench.sheets import limits
from workbench.sheets.files import confining

BLOCK = 2000
PLAINLY = 2
"""The marshal that does not look for what is said twice: cells come from calamine one by one, and the search costs more than all else."""
BLOCK_ARGUMENT = "-"
"""In the place of the file: the text comes through standard input, so that a pasted block never lies on the disk."""
PLAIN = {str, float, int, bool, type(None)}


class Fault(Exception):
    """The file cannot be read; the only argument is the code that the parent turns into a sentence."""


def main(argv: list[str]) -> int:
    """Read the file argv[0] and write messages to standard output; 0 also when the file is at fault (it says so)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C comes here too: the parent hears it, and ends us
    confining.confine(limits.MEMORY)
    gc.disable()  # what is read here is handed over and let go; nothing of it points at itself
    out = sys.stdout.buffer if sys.stdout else os.fdopen(1, "wb", closefd=False)  # a frozen window has but its pipe
    try:
        for message in _messages(argv[0]):
            _send(out, message)
        _send(out, ("end",))
    except BrokenPipeError:
        return 1
    except Fault as fault:
        _send(out, ("fault", str(fault)))
    except MemoryError:
        _send(out, ("fault", "too big"))
    except BaseException:  # a reader's panic is a BaseException, and no traceback may leave this process
        _send(out, ("fault", "unreadable"))
    out.flush()
    return 0


def _send(out: BinaryIO, message: tuple) -> None:
    body = marshal.dumps(message, PLAINLY)
    out.write(struct.pack("<I", len(body)))
    out.write(body)


def _standard_input() -> BinaryIO:
    return sys.stdin.buffer if sys.stdin else os.fdopen(0, "rb", closefd=False)  # as with the output


def _messages(path: str) -> Iterator[tuple]:
    """What is sent of the file, or of the block of text on standard input where the path is BLOCK_ARGUMENT."""
    from workbench.sheets.files import sniffing

    block = _standard_input().read(limits.PACKED) if path == BLOCK_ARGUMENT else None
    kind = sniffing.kind_of(path) if block is None else sniffing.kind_of_text(block[:8192])
    if kind not in sniffing.READ:
        raise Fault(kind)
    yield "kind", kind
    if block is None and kind in ("csv", "page", "web archive"):
        with open(path, "rb") as file:
            block = file.read()
    if kind == "csv":
        from workbench.sheets.files import delimited

        yield from delimited.messages(block or b"")
    elif kind in ("page", "web archive"):
        from workbench.sheets.files import web_tables

        yield from (web_tables.page_messages if kind == "page" else web_tables.archive_messages)(block or b"")
    elif kind == "xml":
        from workbench.sheets.files import spreadsheet_xml

        yield from spreadsheet_xml.messages(path)
    else:
        from workbench.sheets.files import calamine, counting

        if counting.is_of_1904(path, kind):
            yield "counts later", counting.LATER
        yield from calamine.messages(path, kind)


def blocks_of(
    rows: Iterable[list[Any]], left: int, amend: Callable[[int, list], list] | None = None
) -> Iterator[tuple]:
    """Blocks of columns, with `left` empty ones before. Blank rows between are counted, those at the end dropped."""
    blank = cells = count = 0
    block: list[list] = []
    for index, row in enumerate(rows):
        if amend:
            row = amend(index, row)
        block.append(row)
        if len(block) < BLOCK:
            continue
        count += BLOCK
        if count > limits.ROWS:
            raise Fault("too big")
        blank, cells = yield from _packed(block, left, blank, cells)
        block = []
    if block:
        yield from _packed(block, left, blank, cells)


def _packed(block: list[list], left: int, blank: int, cells: int) -> Generator[tuple, None, tuple[int, int]]:
    """Send one block without the blank rows at its end. Returns the blank rows still owed and the cells sent so far."""
    before = len(block)
    while block and not any(cell not in ("", None) for cell in block[-1]):
        block.pop()
    trailing = before - len(block)
    if not block:
        return blank + trailing, cells
    if blank:
        yield "blank", blank
    if max(map(len, block)) > limits.COLUMNS and sum(map(any, _transposed(block))) > limits.COLUMNS:
        raise Fault("too wide")
    columns = [_column(values) for values in _transposed(block)]
    while columns and columns[-1] is None:
        columns.pop()
    cells += sum(len(block) for column in columns if column is not None)
    if cells > limits.CELLS:
        raise Fault("too big")
    yield "rows", len(block), [None] * left + columns
    return trailing, cells


def _transposed(block: list[list]) -> Iterable[tuple]:
    width = len(block[0])
    if any(len(row) != width for row in block):
        width = max(map(len, block))
        block = [row + [""] * (width - len(row)) for row in block]
    return zip(*block, strict=True)


def _column(values: tuple) -> list | tuple[list] | None:
    """The values of a column: None if all are empty, a list if plain, a list in a tuple if it holds dates or errors."""
    try:
        together = len(
            "".join(values)
        )  # tells at once of nearly every column that it holds texts alone, and none too long
        texts, are_texts = values, True
    except TypeError:
        texts, are_texts = tuple(value for value in values if type(value) is str), False
        together = sum(map(len, texts))
    if are_texts and not together:
        return None
    if together > limits.LONGEST and max(map(len, texts)) > limits.LONGEST:
        raise Fault("long cell")
    packed: list[Any] = [None if value == "" else value for value in values] if "" in values else list(values)
    if are_texts or set(map(type, values)) <= PLAIN:
        return packed
    return ([value if type(value) in PLAIN else _marked(value) for value in packed],)


def _marked(value: Any) -> complex | bytes | str:
    if type(value) is date:
        return complex(value.toordinal(), -1)
    if isinstance(value, datetime):
        return complex(
            value.toordinal(), value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        )
    return value if isinstance(value, bytes) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
