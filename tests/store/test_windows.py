"""What differs on Windows: locks of a byte range, files that cannot be replaced or removed while somebody has them open.

Where the other system's call is needed it is stood in for at the border (msvcrt, os.replace), never the store's own code."""

import errno
import os
import subprocess
import sys
import types
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions import offices, protecting
from workbench.errors import WorkbenchError
from workbench.store import hold, keys, placing
from workbench.store.database import uri_of
from workbench.store.hold import HeldElsewhere

fcntl: Any = pytest.importorskip("fcntl")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="stands in for Windows where /proc tells who has a file open"
)


@pytest.fixture
def windows(monkeypatch: Any) -> list[tuple[int, int]]:
    """The store's Windows branch over real files: byte ranges locked by fcntl, open files that cannot be removed."""
    asked: list[tuple[int, int]] = []

    def locking(number: int, mode: int, count: int) -> None:
        assert mode == 2, "only LK_NBLCK does not wait ten seconds"
        asked.append((os.lseek(number, 0, os.SEEK_CUR), count))
        try:
            fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, count)
        except OSError as error:
            raise PermissionError(errno.EACCES, "Permission denied") from error

    def unlink(path: Any, **_: Any) -> None:
        here = os.stat(path)
        for each in Path("/proc/self/fd").iterdir():
            try:
                found = os.stat(each)
            except OSError:
                continue
            if (found.st_ino, found.st_dev) == (here.st_ino, here.st_dev):
                raise PermissionError(
                    13, "The process cannot access the file because it is being used by another process"
                )
        real(path)

    real = os.unlink
    monkeypatch.setattr(hold, "msvcrt", types.SimpleNamespace(locking=locking, LK_NBLCK=2), raising=False)
    monkeypatch.setattr(hold, "WINDOWS", True)
    monkeypatch.setattr(os, "unlink", unlink)
    return asked


OTHER = """
import sys, types, fcntl, os
from datetime import datetime
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from workbench.store import hold
def locking(number, mode, count):
    try:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, count)
    except OSError as error:
        raise PermissionError(13, "Permission denied") from error
hold.msvcrt, hold.WINDOWS = types.SimpleNamespace(locking=locking, LK_NBLCK=2), True
try:
    hold.take(Path(sys.argv[1]), "Bea", datetime(2026, 11, 24, 9)).release()
    print("taken")
except hold.HeldElsewhere as error:
    print(error)
"""


def _other(path: Path) -> str:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", OTHER, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_one_byte_far_behind_the_text_is_locked_and_the_text_can_be_read(
    windows: Any, tmp_path: Path, seat: Any
) -> None:
    path = tmp_path / "office.workbench"
    held = hold.take(path, "Ann", seat.clock())
    assert windows == [(hold.LOCKED_BYTE, 1)]
    assert "in another window (Ann, since Nov 24 2026 09:00)" in _other(path)
    # Last, since closing what was read ends this stand-in's locks.
    text = hold.lock_path(path).read_text("utf-8")
    assert '"who": "Ann"' in text and len(text) < hold.LOCKED_BYTE, "what is locked cannot be read there by others"
    held.release()
    assert not hold.lock_path(path).exists()
    assert _other(path) == "taken"


def test_a_lock_file_that_somebody_looks_at_does_not_keep_the_office_open(
    windows: Any, tmp_path: Path, seat: Any
) -> None:
    """A scanner, or the next who tries to open it: the file stays, the hold does not."""
    path = tmp_path / "office.workbench"
    held = hold.take(path, "Ann", seat.clock())
    with open(hold.lock_path(path)):
        held.release()
    assert hold.lock_path(path).exists()
    again = hold.take(path, "Ann", seat.clock())
    assert hold.lock_path(path).read_text("utf-8").count("who") == 1, "the text of the one before is gone"
    again.release()


def test_an_office_is_made_opened_and_encrypted_by_that_branch(windows: Any, tmp_path: Path, seat: Any) -> None:
    path = tmp_path / "office.workbench"
    offices.new_office(path, seat).close()
    opened = offices.open_office(path, seat)
    protecting.encrypt(opened, seat, PASSPHRASE)
    with pytest.raises(WorkbenchError, match="not the one"):
        protecting.change_passphrase(path, "not this one", "another passphrase")
    opened.close()
    offices.open_office(path, seat, PASSPHRASE).close()
    assert {each.name for each in tmp_path.iterdir()} == {path.name, keys.keys_path(path).name}


def test_a_drive_that_cannot_lock_says_so(tmp_path: Path, seat: Any, monkeypatch: Any) -> None:
    """Some network shares: nobody else has the office open, and saying so would send the user looking for them."""

    def none(*_: Any) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with pytest.raises(WorkbenchError, match="cannot be locked") as met:
        hold.take(tmp_path / "office.workbench", "Ann", seat.clock())
    assert not isinstance(met.value, HeldElsewhere)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("times, ends", [(3, True), (99, False)])
def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced_when_it_lets_go(
    tmp_path: Path, monkeypatch: Any, times: int, ends: bool
) -> None:
    def replace(beside: Path, to: Path) -> None:
        nonlocal times
        times -= 1
        if times > 0:
            raise PermissionError(13, "Access is denied")
        real(beside, to)

    real = os.replace
    monkeypatch.setattr(placing, "WINDOWS", True)
    monkeypatch.setattr(placing, "PAUSE", 0)
    monkeypatch.setattr(os, "replace", replace)
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    if ends:
        placing.replace(tmp_path / "new", tmp_path / "old")
    else:
        with pytest.raises(PermissionError):
            placing.replace(tmp_path / "new", tmp_path / "old")
        assert (tmp_path / "new").exists()
    assert (tmp_path / "old").read_bytes() == (b"new" if ends else b"old")


def test_nothing_of_ours_has_the_office_open_when_it_is_replaced(office: Any, seat: Any, monkeypatch: Any) -> None:
    """Windows replaces no file that is open; here it would go through unseen."""

    def replace(beside: Path, to: Path) -> None:
        here = os.stat(to) if to.exists() else None
        open_files = [each for each in Path("/proc/self/fd").iterdir() if _is(each, here)]
        assert open_files == [], f"{to.name} is open"
        real(beside, to)

    real = os.replace
    monkeypatch.setattr(os, "replace", replace)
    protecting.encrypt(office, seat, PASSPHRASE)
    protecting.change_passphrase(office.path, PASSPHRASE, "another passphrase")


@pytest.mark.parametrize(
    "path, uri",
    [
        (PureWindowsPath(r"C:\Users\Ann\50% #1\a.workbench"), "file:///C:/Users/Ann/50%25%20%231/a.workbench?mode=ro"),
        (PureWindowsPath(r"\\files\staff\a.workbench"), "file:////files/staff/a.workbench?mode=ro"),
        (PurePosixPath("/home/ann/a?.workbench"), "file:///home/ann/a%3F.workbench?mode=ro"),
    ],
)
def test_a_share_is_no_host_to_sqlite(path: PurePath, uri: str) -> None:
    """A mapped drive resolves to its share, and SQLite refuses an address that names a host."""
    assert uri_of(path, "ro") == uri


def _is(path: Path, here: os.stat_result | None) -> bool:
    try:
        found = os.stat(path)
    except OSError:
        return False
    return here is not None and (found.st_ino, found.st_dev) == (here.st_ino, here.st_dev)
