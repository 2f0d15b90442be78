"""Whether a file can be an office at all: told from its bytes, before anything is opened."""

import struct
from pathlib import Path

from workbench.errors import Damaged, WorkbenchError
from workbench.store import keys, migrations

PLAIN_HEADER = b"SQLite format 3\0"


def is_encrypted(path: Path) -> bool:
    """Whether a passphrase is needed to open this file. Keys beside a plain file are of an encryption that was cut short."""
    return keys.keys_path(path).exists() and not _header(path).startswith(PLAIN_HEADER)


def _header(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(100)
    except OSError:
        return b""


def plain_offices(path: Path) -> list[Path]:
    """Other files in the same folder that are offices and that anybody can read: of this hospital or of another."""
    mark = struct.pack(">i", migrations.APPLICATION_ID)
    others = (each for each in sorted(path.parent.iterdir()) if each.is_file() and each.name != path.name)
    return [each for each in others if (head := _header(each)).startswith(PLAIN_HEADER) and head[68:72] == mark]


def refuse_another_format(path: Path) -> None:
    """By the bytes of its header, since SQLite would write beside some files (WAL) merely to read them."""
    header = _header(path)
    if header.startswith(PLAIN_HEADER) and len(header) == 100:
        version, application = struct.unpack_from(">i", header, 60)[0], struct.unpack_from(">i", header, 68)[0]
        refuse_version(path, version, application)


def refuse_version(path: Path, version: int, application: int) -> None:
    """Raise WorkbenchError for a database of another program, or an office of a newer version of ours."""
    if application != migrations.APPLICATION_ID:
        raise WorkbenchError(
            f"{path.name} is a database, but not an office of this program. Nothing was changed. Open another file."
        )
    if version > migrations.NEWEST:
        raise WorkbenchError(
            f"{path.name} was written by a newer version of this program (file version {version}, this program reads up to "
            f"{migrations.NEWEST}). Nothing was changed. Install the newer version."
        )


def unreadable(path: Path) -> WorkbenchError:
    """What to say of a file that SQLite does not read: damaged, encrypted without its keys, or no office at all."""
    if is_encrypted(path):
        return Damaged(
            f"{path.name} is damaged, or the {keys.keys_path(path).name} beside it belongs to another office. "
            "Nothing was changed. Restore the newest backup."
        )
    if _header(path).startswith(PLAIN_HEADER):
        return Damaged(f"{path.name} is damaged. Nothing was changed. Restore the newest backup.")
    return WorkbenchError(
        f"{path.name} is not an office of this program, or it is encrypted and its {keys.keys_path(path).name} is missing. "
        "Nothing was changed. Open another file, or put the keys back beside it."
    )
