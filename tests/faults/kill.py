"""Kills a writer at random moments and looks: `uv run python -m tests.faults.kill [TIMES]`. Before or after, never between."""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
PASSPHRASE = "correct horse battery"
BATCH = 400

WRITER = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from workbench.actions import offices, undoing
from workbench.records.provider import Provider
from workbench.store import bulk, database, history
from workbench.store.office import Seat
office = offices.open_office(Path(sys.argv[1]), Seat("Bea"), sys.argv[2] or None)
if sys.argv[3] == "spill":
    database.execute_sql("PRAGMA cache_spill = ON")
    database.execute_sql("PRAGMA cache_size = 10")
blank = Provider(last="?")
columns = [field.column_name for field in Provider._meta.sorted_fields if field.name != "id"]
values = [blank.__data__.get(field.name) for field in Provider._meta.sorted_fields if field.name != "id"]
values = ["" if v is None and not f.null else v for f, v in zip(Provider._meta.sorted_fields[1:], values)]
print("open", flush=True)
while True:
    with history.step("Import"):
        for _ in range(4):
            bulk.insert("provider", columns, [values] * ({BATCH} // 4))
    print("done", flush=True)
    if Provider.select().count() > 2000:
        undoing.undo()
        undoing.undo()
"""


def kill_once(path: Path, passphrase: str, after: float, spill: bool) -> None:
    """Let a writer work on an office for some seconds, and kill it."""
    call = [sys.executable, "-c", WRITER, str(path), passphrase, "spill" if spill else ""]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()


def look(path: Path, passphrase: str, read_only: bool) -> int:
    """Open what was left, and count its people: whole batches, searchable, sealed, and free to be written."""
    from workbench.actions import offices
    from workbench.store import database, trail
    from workbench.store.office import Seat

    office = offices.open_office(path, Seat("Ann", lambda: datetime(2026, 11, 24, 9)), passphrase or None, read_only)
    try:
        people = database.execute_sql("SELECT count(*) FROM provider").fetchone()[0]
        found = database.execute_sql(
            "SELECT count(*) FROM provider WHERE id IN (SELECT rowid FROM search_provider)"
        ).fetchone()[0]
        assert people % BATCH == 0, f"half a batch: {people}"
        assert found == people
        assert database.execute_sql("SELECT count(*) FROM open_step").fetchone()[0] == 0
        assert trail.broken_seal() is None
    finally:
        office.close()
    # A journal that was not begun in earnest lies there until the next write; only a writer clears a dead one's lock.
    harmless = {path.name, path.name + ".keys", path.name + "-journal"} | (
        {path.name + ".lock"} if read_only else set()
    )
    assert {each.name for each in path.parent.iterdir()} <= harmless
    return people


def run(times: int, folder: Path, say: bool = False) -> None:
    """Kill so many times, by turns a plain and an encrypted office."""
    from workbench.actions import offices
    from workbench.store.office import Seat

    chance = random.Random(2026)
    offices_made = []
    for name, passphrase in (("plain", ""), ("sealed", PASSPHRASE)):
        (folder / name).mkdir()
        path = folder / name / "office.workbench"
        offices.new_office(path, Seat("Ann"), "", passphrase or None).close()
        offices_made.append((path, passphrase))
    for n in range(times):
        path, passphrase = offices_made[n % 2]
        kill_once(path, passphrase, chance.uniform(0, 0.25), spill=n % 4 > 1)
        people = look(path, passphrase, read_only=n % 3 == 0)
        if say:
            print(f"\r{n + 1} of {times}, {people} people", end="", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    made = Path(tempfile.mkdtemp())
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 200, made, say=True)
    shutil.rmtree(made)
    print("\nbefore or after each time, never between")
