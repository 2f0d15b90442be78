"""Restoring: a name that is taken or held is left alone, and a backup that somebody writes to still comes whole."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE, dump
from tests.store.test_opening import CUT_SHORT, ROOT, _bytes
from workbench.actions import offices
from workbench.errors import WorkbenchError
from workbench.records.office_lists import Department
from workbench.store import database, history, hold, keys
from workbench.store import office as files
from workbench.store.hold import HeldElsewhere


def test_a_name_that_is_held_is_refused_even_before_its_file_is_there(plain_path: Path, seat: Any) -> None:
    to = plain_path.with_name("new.workbench")
    taken = hold.take(to, "Bea", seat.clock())
    before = _bytes(plain_path.parent)
    with pytest.raises(HeldElsewhere, match="Bea"):
        offices.restore(plain_path, to, seat)
    assert _bytes(plain_path.parent) == before
    taken.release()


def test_the_restored_office_is_held(plain_path: Path, seat: Any) -> None:
    opened = offices.restore(plain_path, plain_path.with_name("new.workbench"), seat)
    with pytest.raises(HeldElsewhere):
        hold.take(opened.path, "Bea", seat.clock())
    opened.close()
    assert not hold.lock_path(opened.path).exists()


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
def test_a_name_that_is_taken_keeps_every_byte(sort: str, request: Any, seat: Any) -> None:
    office = request.getfixturevalue(sort)
    copy = offices.backup(office.path.with_name("copy.workbench"))
    with history.step("Since the backup"):
        Department.create(name="New")
    before = _bytes(office.path.parent)
    with pytest.raises(HeldElsewhere, match="Ann"):
        offices.restore(copy, office.path, seat, PASSPHRASE)
    assert _bytes(office.path.parent) == before
    office.close()
    before = _bytes(office.path.parent)
    with pytest.raises(WorkbenchError, match="is there already"):
        offices.restore(copy, office.path, seat, PASSPHRASE)
    assert _bytes(office.path.parent) == before


WRITING = """
import sys, time
from pathlib import Path
from workbench.actions import offices
from workbench.store import database, history
from workbench.store.office import Seat
office = offices.open_office(Path(sys.argv[1]), Seat("Bea"))
with history.step("Large enough for several turns of a copy"):
    for n in range(8000):
        database.execute_sql("INSERT INTO department(name, chair) VALUES (lower(hex(randomblob(9))), ?)", ("x" * 3000,))
print("open", flush=True)
for _ in range(20000):
    time.sleep(0.005)
    with history.step("Two at once"):
        for n in range(2):
            database.execute_sql("INSERT INTO department(name, chair) VALUES (lower(hex(randomblob(9))), ?)", ("x" * 3000,))
"""


def test_an_office_that_is_written_to_meanwhile_comes_whole(plain_path: Path, seat: Any) -> None:
    """Copied byte by byte it would come torn: some pages from before a step, some from after; begun anew after each
    write it would never end."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(plain_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline() == "open\n"
    try:
        for turn in range(3):
            opened = offices.restore(plain_path, plain_path.with_name(f"copy{turn}.workbench"), seat)
            assert (Department.select().count() - 11) % 2 == 0
            assert database.execute_sql("SELECT count(*) FROM open_step").fetchone()[0] == 0
            opened.close()
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("sort", ["plain", "sealed"])
def test_a_copy_that_was_cut_short_is_brought_back_without_what_was_half_written(
    sort: str, request: Any, seat: Any
) -> None:
    path, secret = request.getfixturevalue(f"{sort}_path"), PASSPHRASE if sort == "sealed" else None
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(path), secret or ""], cwd=ROOT, check=False)
    assert files.journal_path(path).stat().st_size > 0
    opened = offices.restore(path, path.with_name("new.workbench"), seat, secret)
    assert Department.select().count() == 11
    opened.close()


@pytest.mark.parametrize("how", ["restore", "create", "backup"])
def test_the_journal_of_a_file_that_is_gone_is_not_played_back_into_a_new_one(
    plain_path: Path, seat: Any, how: str, templates: Any
) -> None:
    """The office was deleted and its journal forgotten: SQLite would take its pages for those of the new file."""
    to = plain_path.with_name("gone.workbench")
    to.write_bytes(plain_path.read_bytes())
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(to), ""], cwd=ROOT, check=False)
    to.unlink()
    journal = files.journal_path(to).read_bytes()
    assert journal
    opened = offices.open_office(plain_path, seat)
    with history.step("Other pages"):
        Department.create(name="New")
    before = dump()
    if how == "backup":
        with pytest.raises(WorkbenchError, match="gone.workbench-journal is there already"):
            offices.backup(to)
        assert files.journal_path(to).read_bytes() == journal and not to.exists()
        opened.close()
        return
    opened.close()
    opened = offices.restore(plain_path, to, seat) if how == "restore" else offices.new_office(to, seat)
    if how == "restore":
        assert dump() == before
    assert database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    opened.close()
    offices.open_office(to, seat).close()


def test_keys_of_another_office_under_the_name_are_set_aside(sealed_path: Path, plain_path: Path, seat: Any) -> None:
    to = plain_path.with_name("new.workbench")
    keys.keys_path(to).write_bytes(b"another's")
    offices.restore(sealed_path, to, seat, PASSPHRASE).close()
    assert to.with_name(f"{to.name}.keys.old-1").read_bytes() == b"another's"
    offices.open_office(to, seat, PASSPHRASE).close()


def test_no_room_leaves_nothing_under_the_name(plain_path: Path, seat: Any, monkeypatch: Any) -> None:
    def fails(*_: Any) -> None:
        raise OSError(28, os.strerror(28))

    before = _bytes(plain_path.parent)
    monkeypatch.setattr("os.replace", fails)
    with pytest.raises(WorkbenchError, match="No space left"):
        offices.restore(plain_path, plain_path.with_name("new.workbench"), seat)
    assert _bytes(plain_path.parent) == before
