"""What all commands share: which office, whose passphrase, and how to answer."""

import codecs
import datetime
import getpass
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.actions import offices
from workbench.errors import Progress, WorkbenchError, quiet
from workbench.records.asked_days import lived_day, named_day, still_to_come
from workbench.store import places
from workbench.store.office import Office, Seat

FILE = "FILE"
OfficeFile = Annotated[
    Path | None,
    typer.Option(
        "--office",
        parser=places.to_read,
        metavar=FILE,
        help="The office; else WORKBENCH_OFFICE, else the default one.",
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(metavar=FILE, help="A file whose first line is the passphrase; else WORKBENCH_PASSPHRASE."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, and nothing else.")]
MOST_ID = 2**63 - 1
"""SQLite numbers no record higher."""
MOST_OF_PASSPHRASE = 1 << 16
DEFAULT_OFFICE = Path("Medical Staff Workbench", "office.workbench")


class Refused(WorkbenchError):
    """A command that cannot be done as called, for a reason the user can mend."""


def today() -> datetime.date:
    """The day on the wall."""
    return datetime.date.today()


def a_day(text: str | None, *, lived: bool = False) -> datetime.date | None:
    """A date as --as-of, --on and --today take it: ISO; another spelling is a wrong call, and so is a day that is to be lived in
    and that no office has."""
    if text is None:
        return None
    try:
        return lived_day(text) if lived else named_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def a_past_day(text: str | None) -> datetime.date | None:
    """A day as --as-of takes it. Of one that is still to come the office stands as it does now, which is said beside the answer."""
    day = a_day(text)
    if day is not None and (said := still_to_come(day, today())):
        typer.echo(f"{said} This is what is on file now, with days counted from then.", err=True)
    return day


def an_id(text: str | None, where: str) -> int | None:
    """The ID of a record as an argument takes it, from the list or command that says it; anything else is a wrong call."""
    if text is None:
        return None
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_ID:
        return int(text)
    raise typer.BadParameter(f"“{text}” is no ID: a number, the first column of {where}.")


def seat() -> Seat:
    """Who runs the command."""
    try:
        return Seat(getpass.getuser())
    except (OSError, KeyError):  # no such account, as in some containers
        return Seat("command line")


def passphrase(file: Path | None) -> str | None:
    """The passphrase, from the file's first line or the environment."""
    if file is None:
        return os.environ.get("WORKBENCH_PASSPHRASE")
    try:
        with file.open("rb") as opened_file:  # a pipe will do, and a device that never ends is not read to its end
            content = opened_file.read(MOST_OF_PASSPHRASE)
        # Notepad and PowerShell begin a text with a mark of how it is written, and some write two bytes a letter.
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        line = next(iter(content.decode("utf-16" if wide else "utf-8-sig").splitlines()), "")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Refused(
            f"The passphrase file {places.called(file)} cannot be read. Nothing was opened. Check its name."
        ) from error
    if not line:
        raise Refused(
            f"The passphrase file {places.called(file)} is empty, or its first line is. Nothing was opened. "
            "Write the passphrase into its first line."
        )
    return line


@contextmanager
def opened(office: Path | None, secret: Path | None, write: bool = False) -> Iterator[Office]:
    """The office of a command; those that only read work while a window holds it."""
    path = office or places.to_read(os.environ.get("WORKBENCH_OFFICE") or str(Path.home() / DEFAULT_OFFICE))
    found = offices.open_office(path, seat(), passphrase(secret), read_only=not write)
    try:
        yield found
    finally:
        found.close()


def answer(as_json: bool, fields: Any, text: str) -> None:
    """Say the result: JSON for a program, a few lines for a person."""
    print(json.dumps(fields, ensure_ascii=False, default=_plain) if as_json else text)


def progress(title: str) -> Progress:
    """Progress on standard error, and only on a terminal."""
    if not sys.stderr.isatty():
        return quiet

    def show(done: int, total: int) -> None:
        far = f"{100 * done // total} %" if total else f"{done:,} rows"
        # Back to the beginning of the line: whatever is said next, be it why it ended, is written over this.
        print(f"{title} {far}", end="\n" if done >= total > 0 else "\r", file=sys.stderr)

    return show


def table(headings: list[str], rows: list[list[Any]], widest: int = 28) -> str:
    """Rows for a person on a terminal; long texts are cut."""
    shown = [[_plain(cell)[:widest] for cell in row] for row in [headings, *rows]]
    widths = [max(len(row[n]) for row in shown) for n in range(len(headings))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown
    )


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def refuse_over(target: Path | None, *kept: Path) -> None:
    """Refuse to write a sheet over the office, its keys or lock, or the file that is being read."""
    for each in kept:
        for taken in (each, each.with_name(each.name + ".keys"), each.with_name(each.name + ".lock")):
            if target is not None and target.resolve() == taken.resolve():
                raise Refused(f"{target.name} is in use here itself. Nothing was written. Choose another name.")
