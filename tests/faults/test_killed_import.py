"""The import itself, run by the program and killed: afterwards the office is as before it or as after it, never between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions import offices, undoing
from workbench.store import database, trail

ROOT = Path(__file__).parents[2]
ROWS, KILLS = 2000, 6


@pytest.fixture(scope="module")
def roster(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("roster") / "roster.csv"
    lines = ["Last Name,First Name,License #,Lic State,Lic Exp,DEA #"]
    lines += [f"Person{n},Given{n % 97},036-{n:06d},IL,7/31/2029," for n in range(ROWS)]
    path.write_text("\n".join(lines), "utf-8")
    return path


def start(path: Path, roster: Path, passphrase: str) -> subprocess.Popen:
    env = os.environ | {"WORKBENCH_PASSPHRASE": passphrase}
    call = [sys.executable, "main.py", "import", str(roster), "--office", str(path)]
    return subprocess.Popen(
        call, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def journal(path: Path) -> Path:
    """There between the first row that an import writes and its commit, and after a kill that fell there; never before."""
    return path.with_name(path.name + "-journal")


def watched(running: subprocess.Popen, path: Path) -> bool:
    """Wait for an import to begin to write, or to end; whether it writes."""
    while running.poll() is None:
        if journal(path).exists():
            return True
        time.sleep(0.001)  # the import needs the processor more than we do
    return False


def timed(path: Path, roster: Path, passphrase: str) -> tuple[float, float]:
    """How long the whole import takes, and how long of that it writes; the office is left with it."""
    began = time.monotonic()
    running = start(path, roster, passphrase)
    writes = time.monotonic() if watched(running, path) else None
    assert running.wait() == 0
    assert writes is not None, "the import was never seen to write"
    return time.monotonic() - began, time.monotonic() - writes


@pytest.mark.parametrize("sort, passphrase", [("plain", ""), ("sealed", PASSPHRASE)])
def test_an_import_killed_at_any_moment_is_whole_or_nothing(request, tmp_path, roster, seat, sort, passphrase) -> None:
    fresh: Path = request.getfixturevalue(f"{sort}_path")
    chance, hit, seen = random.Random(sort), 0, set()
    whole, writing = timed(_copy(fresh, tmp_path / "timed"), roster, passphrase)
    for turn in range(KILLS):
        path = _copy(fresh, tmp_path / str(turn))
        running = start(path, roster, passphrase)
        if turn % 2:  # at any moment of the whole
            time.sleep(chance.uniform(0.3, 1.05) * whole)
        elif watched(running, path):  # while it writes, the first time as soon as it does
            time.sleep(turn / KILLS * writing)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        in_the_middle = journal(path).exists()
        hit += in_the_middle
        people = _people(path, seat, passphrase)
        assert people == 0 or not in_the_middle, "a half was taken for a whole"
        seen.add(people)
    assert seen <= {0, ROWS}
    assert hit, "no kill fell into the middle of an import: this proves nothing"


def test_an_import_is_undone_after_the_office_was_closed(plain_path, roster, seat) -> None:
    timed(plain_path, roster, "")
    office = offices.open_office(plain_path, seat)
    try:
        assert undoing.undo() == f"Import of {ROWS:,} providers from roster.csv"
        assert database.execute_sql("SELECT count(*) FROM provider").fetchone()[0] == 0
    finally:
        office.close()


def _copy(fresh: Path, folder: Path) -> Path:
    folder.mkdir()
    for each in (fresh, fresh.with_name(fresh.name + ".keys")):
        if each.exists():
            shutil.copyfile(each, folder / each.name)
    return folder / fresh.name


def _people(path: Path, seat, passphrase: str) -> int:
    """What is there after the kill: everything agrees with itself, and it can be written."""
    office = offices.open_office(path, seat, passphrase or None)
    try:
        counts = {
            table: database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("provider", "credential", "source_row", "open_step")
        }
        assert counts["credential"] == counts["source_row"] == counts["provider"]
        assert counts["open_step"] == 0 and trail.broken_seal() is None
    finally:
        office.close()
    return counts["provider"]
