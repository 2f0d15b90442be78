"""Protecting an office: encrypting it, and changing what opens it."""

from pathlib import Path

from workbench.store import copies, fitness, sealing
from workbench.store.copies import Copies
from workbench.store.office import Office, Seat
from workbench.store.sealing import Sealing


def encrypt(office: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt the open office, which was not; raises WorkbenchError and changes nothing when that fails."""
    sealing.encrypt(office, seat, passphrase)


def begin(office: Office, seat: Seat, passphrase: str) -> Sealing:
    """Begin to encrypt the open office: copy() may run as a job, finish() or give_up() is called where this was."""
    return Sealing(office, seat, passphrase)


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Let another passphrase open an encrypted office; raises WrongPassphrase, or WorkbenchError if it is too short."""
    sealing.change_passphrase(path, old, new)


def is_encrypted(path: Path) -> bool:
    """Whether a passphrase is needed to open this file."""
    return fitness.is_encrypted(path)


def plain_copies(path: Path) -> Copies:
    """Copies of the open office beside it that open without a passphrase; other hospitals' offices are none."""
    return copies.plain_copies(path)
