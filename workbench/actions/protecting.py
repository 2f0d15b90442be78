"""Protecting an office: encrypting it, and changing what opens it."""

from pathlib import Path

from workbench.store import fitness, sealing
from workbench.store.office import Office, Seat


def encrypt(office: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt the open office, which was not; raises WorkbenchError and changes nothing when that fails."""
    sealing.encrypt(office, seat, passphrase)


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Let another passphrase open an encrypted office; raises WrongPassphrase, or WorkbenchError if it is too short."""
    sealing.change_passphrase(path, old, new)


def is_encrypted(path: Path) -> bool:
    """Whether a passphrase is needed to open this file."""
    return fitness.is_encrypted(path)


def plain_copies(path: Path) -> list[Path]:
    """Offices and backups beside this one that open without a passphrase."""
    return fitness.plain_copies(path)
