"""Killed at any moment, or out of room: the office opens as before or as after, never between."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE, dump
from tests.faults import kill
from workbench.actions import offices, protecting
from workbench.errors import WorkbenchError
from workbench.records.office_lists import Department
from workbench.store import history, hold, keys


def test_killed_at_any_moment_it_is_before_or_after(tmp_path: Path) -> None:
    kill.run(16, tmp_path)


MAKER = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from workbench.actions import offices, protecting
from workbench.store import keys
from workbench.store.office import Seat
keys.COST.update(memory_kib=64, passes=1, lanes=1)

def work(path, what, left):
    office = None if what == "create" else offices.open_office(path, Seat("Bea"))

    def dies(event, args):
        nonlocal left
        named = event in ("open", "os.rename", "os.remove", "os.link") and str(path.parent) in str(args[0])
        if named:
            left -= 1
            if left < 0:
                os._exit(9)

    sys.addaudithook(dies)
    if what == "create":
        offices.new_office(path, Seat("Bea"), "X", "correct horse battery")
    else:
        protecting.encrypt(office, Seat("Bea"), "correct horse battery")
    os._exit(0)

for line in sys.stdin:
    left, path = line.rstrip().split(" ", 1)
    child = os.fork()
    if not child:
        work(Path(path), sys.argv[1], int(left))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""For each line a process that dies before the nth time that it opens, renames or removes a file; prints how each ended."""


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the processes that die are forked from one that has loaded everything"
)
@pytest.mark.parametrize("what", ["create", "encrypt"])
def test_killed_while_made_or_encrypted_it_is_before_or_after(
    what: str, tmp_path: Path, templates: dict[str, Path], seat: Any
) -> None:
    ended = "9"
    call = [sys.executable, "-c", MAKER, what, str(kill.ROOT)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdin and maker.stdout
        for left in range(40):
            path = tmp_path / str(left) / "office.workbench"
            path.parent.mkdir()
            if what == "encrypt":
                path.write_bytes(templates["plain"].read_bytes())
            print(left, path, file=maker.stdin, flush=True)
            ended = maker.stdout.readline().strip()
            assert ended in ("0", "9")
            _open_or_make(path, seat, what, encrypts=left % 3 == 0)
            if ended == "0":
                break
    assert ended == "0"
    assert left > 4


def _open_or_make(path: Path, seat: Any, what: str, encrypts: bool) -> None:
    """Whatever the killed program left, the next one goes on from; encrypting takes its time and is tried where asked."""
    if not path.exists():
        assert what == "create"
        offices.new_office(path, seat, "X", PASSPHRASE).close()
    opened = offices.open_office(path, seat, PASSPHRASE)
    assert Department.select().count() == 11
    if not opened.encrypted and encrypts:
        protecting.encrypt(opened, seat, PASSPHRASE)
    encrypted = opened.encrypted
    opened.close()
    left = {each.name for each in path.parent.iterdir() if ".old-" not in each.name}
    if encrypted:
        assert left == {path.name, keys.keys_path(path).name}
    else:  # half a copy goes when the next one is made
        assert {name.removesuffix(".new") for name in left} <= {path.name, keys.keys_path(path).name}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB; needs the right to mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = hasattr(os, "geteuid") and os.geteuid() == 0
    mounted = (
        mounted
        and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", folder], check=False).returncode == 0
    )
    if not mounted:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("sort", ["plain", "sealed"])
def test_a_full_disk_says_so_and_the_office_is_as_before(
    sort: str, small_disk: Path, templates: Any, seat: Any
) -> None:
    path, passphrase = small_disk / "office.workbench", PASSPHRASE if sort == "sealed" else None
    path.write_bytes(templates[sort].read_bytes())
    if passphrase:
        keys.keys_path(path).write_bytes(keys.keys_path(templates[sort]).read_bytes())
    office = offices.open_office(path, seat, passphrase)
    before = dump()
    with pytest.raises(WorkbenchError, match="The disk is full"), history.step("Too much"):
        for n in range(1000):
            Department.create(name=f"D{n}", chair="x" * 20000)
    assert dump() == before
    with history.step("Still works"):
        Department.create(name="Small")
    with pytest.raises(WorkbenchError, match="could not be written"):
        (small_disk / "filler").write_bytes(bytes(1000))
        _fill(small_disk)
        offices.backup(small_disk / "copy")
    with pytest.raises(WorkbenchError):
        if sort == "plain":
            protecting.encrypt(office, seat, PASSPHRASE)
        else:
            protecting.change_passphrase(path, PASSPHRASE, "another passphrase")
    office.close()
    _fill(small_disk)
    with pytest.raises(WorkbenchError, match="no room left|could not be written"):
        offices.open_office(path, seat, passphrase)
    assert not hold.lock_path(path).exists()
    for each in small_disk.glob("filler*"):
        each.unlink()
    offices.open_office(path, seat, passphrase).close()
    assert {each.name for each in small_disk.iterdir()} <= {path.name, keys.keys_path(path).name}


def _fill(folder: Path) -> None:
    with open(folder / f"filler{len(list(folder.iterdir()))}", "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return
