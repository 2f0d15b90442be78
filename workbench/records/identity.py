"""Which office this is, for files that go out and come back: a number that tells it from any other, and the secret of its marks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """Made with the office and never changed; kept among its settings, so that backups and copies carry it."""

    office_number: str = ""
    file_secret: str = ""
    """What the marks on a list are keyed with: nobody without the office reads a value out of them, or makes one."""
