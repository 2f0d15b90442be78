"""Reading a file, seen from the parent: start the child, take its blocks, watch its time and memory."""

import contextlib
import hashlib
import marshal
import queue
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any

from workbench.errors import Progress, quiet
from workbench.sheets import limits
from workbench.sheets.faults import fault
from workbench.sheets.files.looking import NOT_CALCULATED, PARTLY_STRUCK
from workbench.sheets.look import Look
from workbench.sheets.watching import Watch
from workbench.store import places

READ_ARGUMENT, BLOCK_ARGUMENT = "--read-sheet", "-"
BLOCK = Path("Pasted block")
"""The name of a block that was pasted."""
PAGE = "\ufeff<!doctype html>"
LARGEST_FRAME = 1 << 30


class Wrong(str):
    """A cell that cannot be read as it stands; the text is what Excel shows, as #N/A, or NOT_CALCULATED, or PARTLY_STRUCK and
    what is written there."""

    __slots__ = ()

    @property
    def says(self) -> str:
        """What is wrong with it."""
        if self == NOT_CALCULATED:
            return "The cell holds a formula that was never calculated: open the file in Excel and save it."
        if self.written:
            return f"A part of “{self.written}” is struck through: write what holds."
        return f"The cell holds the error {self}."

    @property
    def written(self) -> str:
        """The text of a cell of which a part is struck through; "" for any other."""
        return self.removeprefix(PARTLY_STRUCK) if self.startswith(PARTLY_STRUCK) else ""


Cell = None | str | float | int | bool | date | datetime | Wrong


@dataclass(slots=True)
class Sheet:
    """One sheet as it stands. Columns count from A = 0; row numbers are the sheet's own, from 1."""

    name: str
    visible: bool
    rows: list[tuple[Cell, ...]]
    first_row: int = 1
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    look: Look | None = None
    """How its cells look; None where that was not looked at."""
    of: str = ""
    """The name of the sheet of the file, where this is one of several tables on it."""
    above: list[tuple[Cell, ...]] = field(default_factory=list)
    """The rows above the headings of the first of these tables: what they say holds for every one."""
    under: int = 0
    """The row of the table before whose groups stand over its headings too; 0 where there is none."""
    abreast: bool = False
    """Whether it is one of several columns of blocks side by side, in which one person may stand alone."""
    turned: bool = False
    """Whether its rows are columns of the file: the number of a row is that of its column, from A = 1."""


@dataclass(slots=True)
class Workbook:
    """A file that was read: every sheet, and the hash that says which file it was."""

    path: Path
    name: str
    sha256: str
    kind: str
    sheets: list[Sheet]
    counts_later: int = 0
    """Days by which it counts from a later day than Excel usually does: 1462 in a workbook of 1904."""
    guessed: str = ""
    """The code page that a text was taken for, where it does not say so itself."""
    alphabets: tuple[str, ...] = ()
    """The code pages that it may be in where none is sure; its texts are as Windows shows them (files/code_pages.py)."""


def default_launch() -> list[str]:
    """How this program is started again as the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(Path(__file__).resolve().parents[2] / "main.py")]


def read(path: Path, *, launch: list[str] | None = None, progress: Progress = quiet) -> Workbook:
    """Read every sheet of a file in a child process.

    Progress is called with (rows so far, 0) some ten times a second and may raise Cancelled. Raises WorkbenchError.
    """
    path = Path(path)
    return _read(path, str(path), None, _digest(path), launch, progress)


def read_block(text: str, html: str = "", *, launch: list[str] | None = None, progress: Progress = quiet) -> Workbook:
    """Read what was copied from Excel, Word or Outlook: its table, or its text where there is none. It never lies on the disk.

    To all else it is a file with a name and a hash of its own. As read otherwise.
    """
    at = html.find("<")  # Windows says before the page where it begins
    body = (PAGE + html[at:] if "<table" in html.lower() else text).encode("utf-8", "replace")
    if not body.strip():
        raise fault("nothing pasted", BLOCK)
    return _read(BLOCK, BLOCK_ARGUMENT, body, hashlib.sha256(body).hexdigest(), launch, progress)


def _read(
    path: Path, argument: str, block: bytes | None, digest: str, launch: list[str] | None, progress: Progress
) -> Workbook:
    collected = _Collected()
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        [*(launch or default_launch()), READ_ARGUMENT, argument],
        stdin=subprocess.DEVNULL if block is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    ) as child:
        try:
            if child.stdin is not None:
                threading.Thread(target=_hand_over, args=(child.stdin, block), daemon=True).start()
            assert child.stdout is not None
            _take(child, child.stdout, collected, path, progress)
        finally:
            child.kill()
    if not any(sheet.rows for sheet in collected.sheets):
        raise fault("no rows", path)
    sheets = collected.finished(path)
    told = collected.counts_later, collected.guessed, collected.alphabets
    return Workbook(path, path.name, digest, collected.kind, sheets, *told)


def _hand_over(stream: IO[bytes], block: bytes) -> None:
    """In a thread of its own: a child that is gone must not keep us waiting."""
    with contextlib.suppress(OSError), stream:
        stream.write(block)


def _digest(path: Path) -> str:
    """The SHA-256 of the file; whatever keeps it from being opened is said here."""
    if path.name.startswith("~$"):
        raise fault("lock", path)
    if path.is_dir() or places.is_no_file(path):
        raise fault("folder" if path.is_dir() else "device", path)
    if any((path.parent / mark).exists() for mark in (f"~${path.name}", f".~lock.{path.name}#")):
        raise fault("open", path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise fault("missing", path) from error
    except PermissionError as error:
        raise fault("denied", path) from error
    except (OSError, ValueError) as error:
        raise fault("unreadable", path) from error


def _take(child: subprocess.Popen, stream: IO[bytes], collected: "_Collected", path: Path, progress: Progress) -> None:
    frames: queue.Queue = queue.Queue()
    threading.Thread(target=_pump, args=(stream, frames), daemon=True).start()
    deadline = time.monotonic() + limits.SECONDS
    watch = Watch(child, deadline)
    while True:
        try:
            message = frames.get(timeout=0.1)
        except queue.Empty:
            message = ()
        if message is None:
            raise fault("too big" if watch.was_large or collected.kind and watch.was_aborted() else "unreadable", path)
        if message and message[0] == "end":
            return
        if message and message[0] == "fault":
            raise fault(message[1], path)
        if message:
            collected.take(message)
        progress(collected.rows, 0)
        if (code := watch.complaint()) is not None:
            child.kill()
            raise fault(code, path)


def _pump(stream: IO[bytes], frames: queue.Queue) -> None:
    """Read frames in a thread of their own, so that the reading can be watched and stopped. None: the child is gone."""
    try:
        while len(head := stream.read(4)) == 4:
            size = struct.unpack("<I", head)[0]
            if size > LARGEST_FRAME or len(body := stream.read(size)) < size:
                break
            frames.put(marshal.loads(body))
    except (OSError, ValueError, EOFError, TypeError):
        pass
    frames.put(None)


class _Collected:
    """The messages of the child put together again."""

    def __init__(self) -> None:
        self.kind = self.guessed = ""
        self.alphabets: tuple[str, ...] = ()
        self.counts_later = 0
        self.sheets: list[Sheet] = []
        self.rows = 0
        self._dates: dict[Any, Any] = {}

    def take(self, message: tuple) -> None:
        what = message[0]
        if what == "rows":
            self._take_rows(message[1], message[2])
        elif what == "blank":
            self.sheets[-1].rows.extend([()] * message[1])
        elif what == "sheet":
            self.sheets.append(Sheet(message[1], message[2], [], message[3], message[4]))
        elif what == "look":
            self.sheets[-1].look = Look.of(message)
        elif what == "kind":
            self.kind = message[1]
        elif what == "counts later":
            self.counts_later = message[1]
        elif what == "guessed":
            self.guessed = message[1]
        elif what == "alphabets":
            self.alphabets = tuple(message[1])

    def _take_rows(self, count: int, columns: list) -> None:
        empty = (None,) * count
        whole = [
            empty if column is None else column if type(column) is list else self._restored(column[0])
            for column in columns
        ]
        self.sheets[-1].rows.extend(zip(*whole, strict=True) if whole else [()] * count)
        self.rows += count

    def _restored(self, column: list) -> list:
        dates, cells = self._dates, []
        for cell in column:
            kind = type(cell)
            if kind is complex:
                whole = dates.get(cell)
                if whole is None:
                    whole = dates[cell] = _moment(cell)
                cells.append(whole)
            else:
                cells.append(Wrong(cell.decode()) if kind is bytes else cell)
        return cells

    def finished(self, path: Path) -> list[Sheet]:
        """Every row of a sheet as wide as its widest; a text table takes the file's name."""
        for sheet in self.sheets:
            sheet.name = sheet.name or path.stem
            width = max(map(len, sheet.rows), default=0)
            if sheet.rows and min(map(len, sheet.rows)) < width:
                blank = (None,) * width
                sheet.rows = [row if len(row) == width else row + blank[len(row) :] for row in sheet.rows]
        return self.sheets


def _moment(cell: complex) -> date | datetime:
    day = date.fromordinal(int(cell.real))
    if cell.imag < 0:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(seconds=cell.imag)
