"""Bringing a backup back: which one, under which new name, and the passphrase of one that is encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.actions import offices, protecting
from workbench.errors import WorkbenchError
from workbench.store import database, keys
from workbench.ui.kit.dialogs import ask_open_file, ask_save_file
from workbench.ui.kit.jobs import Jobs
from workbench.ui.wording import OFFICES

if TYPE_CHECKING:
    from workbench.ui.starting import Program


class Restoring:
    """Asks, restores as a job, and opens what came of it; the office that is open is left for it."""

    def __init__(self, program: Program, damaged: Path | None = None) -> None:
        """damaged is the office that does not open: beside it the backup is looked for, and like it the new one is called."""
        self._program, self._damaged = program, damaged

    def ask(self) -> None:
        """Which backup."""
        parent, folder = self._program.shown, self._program.seat.last_folder
        if parent is not None:
            near = str(self._damaged.parent) if self._damaged else folder
            ask_open_file(parent, "Choose the backup", OFFICES, near, self.ask_where)

    def ask_where(self, copy: Path) -> None:
        """Under which name; one that is there is never replaced."""
        parent = self._program.shown
        if parent is not None:
            like = self._damaged or copy
            name = f"{like.stem} restored {self._program.today():%Y-%m-%d}{like.suffix}"
            ask_save_file(parent, "Restore as", name, OFFICES, str(like.parent), lambda to: self.ask_key(copy, to))

    def ask_key(self, copy: Path, to: Path) -> None:
        """The passphrase, where it needs one."""
        if not protecting.is_encrypted(copy):
            self.restore(copy, to, None)
            return
        from workbench.ui.passphrases import AskPassphrase

        def give(passphrase: str) -> None:
            keys.read(keys.keys_path(copy), passphrase)
            self.restore(copy, to, passphrase)

        AskPassphrase(copy, give, self._program.shown).open()

    def restore(self, copy: Path, to: Path, passphrase: str | None) -> None:
        """Copy and check it beside the window, then open it."""
        program = self._program
        if program.office is not None and not program.leave():
            return
        Jobs(program.shown, close=database.close).start(
            "Restoring the backup",
            lambda progress: offices.restore(copy, to, program.chair, passphrase).close(),
            lambda _: program.reopen(to, passphrase),
            self._failed,
        )

    def _failed(self, error: WorkbenchError) -> None:
        self._program.tell(error)
