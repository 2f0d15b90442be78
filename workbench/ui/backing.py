"""Backups from the window: where they go, and when the last one was."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from workbench.actions import offices
from workbench.records import texts
from workbench.store import database
from workbench.ui.commanding import ALIKE, WORDS
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.seat import Seat
from workbench.ui.session import Session


def say_alike(action: QAction) -> None:
    """It is looked for as “backup” too, and one of those that do it is enough."""
    action.setProperty(WORDS, "backup copy of the office")
    action.setProperty(ALIKE, True)


def ask(session: Session, parent: QWidget, done: Callable[[], object] = lambda: None) -> None:
    """Ask where the backup goes, and make it as a job."""
    path: Path = session.office.path
    name = f"{path.stem} backup {database.clock():%Y-%m-%d %H%M}{path.suffix}"
    kept = str(session.seat.get("backup_folder", "")) or str(path.parent)
    ask_save_file(parent, "Back up to", name, "Offices (*.workbench)", kept, lambda to: back_up(session, to, done))


def back_up(session: Session, to: Path, done: Callable[[], object] = lambda: None) -> None:
    """Make a verified copy, remember when, and say where it lies."""

    def made(copy: Path) -> None:
        session.seat.put("backup_folder", str(copy.parent))
        session.seat.put(_key(session.office.path), database.clock().isoformat(timespec="minutes"))
        session.messages.toast(f"Backed up to {copy.name}, and the copy was checked.")
        done()

    session.jobs.start("Backing up", lambda progress: offices.backup(to, progress), done=made)


def last(seat: Seat, office: Path, today: date) -> str:
    """“today 08:02”, “Nov 20 2026 17:30”; empty when this seat never made one."""
    kept = str(seat.get(_key(office), ""))
    if not kept:
        return ""
    at = datetime.fromisoformat(kept)
    near = texts.distance(at.date(), today) if abs((at.date() - today).days) <= 1 else texts.day(at.date())
    return f"{near} {at:%H:%M}"


def _key(office: Path) -> str:
    return f"backed/{office.name}"
