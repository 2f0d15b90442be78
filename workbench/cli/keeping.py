"""Commands that take back, copy and restore."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from workbench.actions import offices, undoing
from workbench.cli.looking import counts
from workbench.cli.speaking import FILE, AsJson, OfficeFile, PassphraseFile, answer, opened, passphrase, progress, seat
from workbench.store import places, trail


def undo(office: OfficeFile = None, passphrase_file: PassphraseFile = None, json: AsJson = False) -> None:
    """Take back the newest step; again goes further back."""
    with opened(office, passphrase_file, write=True):
        name = undoing.undo()
    answer(json, {"undone": name}, f"Undone: {name}" if name else "There is nothing to undo.")


def redo(office: OfficeFile = None, passphrase_file: PassphraseFile = None, json: AsJson = False) -> None:
    """Bring back what was undone last."""
    with opened(office, passphrase_file, write=True):
        name = undoing.redo()
    answer(json, {"redone": name}, f"Brought back: {name}" if name else "There is nothing to redo.")


def backup(
    to: Annotated[
        Path | None,
        typer.Argument(
            parser=places.to_write, metavar=FILE, help="The copy's name; else beside the office, with date and time."
        ),
    ] = None,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Make a verified copy of the office and its keys."""
    with opened(office, passphrase_file) as found:
        path = found.path
        copy = to or path.with_name(f"{path.stem}.{datetime.now():%Y-%m-%d-%H%M%S}{path.suffix}")
        offices.backup(copy, progress("Backup"))
        fields = {"ok": True, **counts(), "head": trail.head(), "backup": str(copy)}
    answer(json, fields, f"Backed up to {copy}, and checked the copy.")


def restore(
    backup: Annotated[Path, typer.Argument(parser=places.to_read, metavar=FILE)],
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            parser=places.to_write,
            metavar=FILE,
            help="The name of the restored office; an existing file is refused.",
        ),
    ],
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Bring a backup back under a new name."""
    office = offices.restore(backup, to, seat(), passphrase(passphrase_file))
    try:
        fields = {"ok": True, **counts(), "head": trail.head()}
    finally:
        office.close()
    answer(json, fields, f"Restored {backup} to {to}.")


COMMANDS = (undo, redo, backup, restore)
