"""The child process that reads one file and streams its rows to the parent.

It is the program itself, started with a hidden first argument, so that a bomb or a crash in a reader costs only the
child. Imports stay few: this is met before anything else. What goes over the pipe is marshal, each message framed by its
length:

    ("kind", text)  ("counts later", days)  ("guessed", code page)  ("alphabets", code pages)
    ("sheet", name, visible, first_row, merged)
    ("look", ...)  ("blank", n)  ("rows", n, columns)  ("fault", code)  ("end",)

The look of a sheet (looking.py) comes before its rows, where it was looked at; how rows are packed stands in packing.py.
"""

import gc
import marshal
import os
import signal
import struct
import sys
from collections.abc import Iterator
from typing import BinaryIO

from workbench.sheets import limits
from workbench.sheets.files import confining
from workbench.sheets.files.packing import Fault

PLAINLY = 2
"""The marshal that does not look for what is said twice: cells come from calamine one by one, and the search costs more than all else."""
BLOCK_ARGUMENT = "-"
"""In the place of the file: the text comes through standard input, so that a pasted block never lies on the disk."""


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


def _standard_input() -> bytes:
    stream = sys.stdin.buffer if sys.stdin else os.fdopen(0, "rb", closefd=False)  # as with the output
    return stream.read(limits.PACKED)


def _messages(path: str) -> Iterator[tuple]:
    """What is sent of the file, or of the block of text on standard input where the path is BLOCK_ARGUMENT."""
    from workbench.sheets.files import sniffing

    block = sniffing.below_letterhead(_standard_input()) if path == BLOCK_ARGUMENT else None
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
