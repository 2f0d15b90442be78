"""The import of a large roster against the bare work, from file to committed: `uv run python tests/benchmarks/import_bench.py [ROWS]`.

Bare is the same reading child and stream, then the same records inserted into the same encrypted office with its trigger log, source
rows and search index, without any thought. Each runs in its own process. Prints seconds, the ratio, peak memory, and the undo.
"""

import contextlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

TODAY = date(2026, 11, 24)
PASSPHRASE = "correct horse battery"
HEADINGS = [
    "Last Name",
    "First Name",
    "MI",
    "Degree",
    "NPI",
    "Specialty",
    "Department",
    "Staff Category",
    "License #",
    "Lic State",
    "Lic Exp",
    "DEA #",
    "DEA Exp",
    "Board",
    "Board Exp",
    "Malpractice Carrier",
    "Ins Exp",
    "E-mail",
    "Office Phone",
    "ZIP",
]
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]


def main(rows: int) -> None:
    """Make the roster, run both, print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        roster = folder / "roster.xlsx"
        make(roster, rows)
        print(f"{rows:,} rows x {len(HEADINGS)} columns, {roster.stat().st_size / 1e6:.1f} MB")
        bare, ours = run("bare", roster, folder), run("ours", roster, folder)
        for what, figures in (("bare", bare), ("ours", ours)):
            print(f"{what}: " + ", ".join(f"{key} {value:,.2f}" for key, value in figures.items()))
        print(
            f"ratio {ours['seconds'] / bare['seconds']:.2f} (at most 2), memory {ours['peak MB']:.0f} MB (under 700), "
            f"undo {ours['undo'] / ours['seconds']:.2f} of the import (at most 1)"
        )


def run(what: str, roster: Path, folder: Path) -> dict[str, float]:
    """One of the two in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--" + what, str(roster), str(folder / f"{what}.workbench")],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def make(path: Path, rows: int) -> None:
    """A roster of invented people with valid check digits; the same every time."""
    import openpyxl

    rng = random.Random(7)
    syllables = [
        "ka",
        "ro",
        "mi",
        "len",
        "sta",
        "vor",
        "del",
        "ni",
        "su",
        "ta",
        "bre",
        "mon",
        "gar",
        "eth",
        "wil",
        "po",
    ]
    lasts = ["".join(rng.choices(syllables, k=3)).capitalize() for _ in range(3000)]
    firsts = ["".join(rng.choices(syllables, k=2)).capitalize() for _ in range(800)]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Roster")
    sheet.append(HEADINGS)
    for n in range(rows):
        last, first = rng.choice(lasts), rng.choice(firsts)
        sheet.append(
            [
                last,
                first,
                rng.choice("ABCDEFGH"),
                rng.choice(("MD", "DO", "PA-C", "APRN")),
                npi(n),
                f"Specialty {rng.randrange(60)}",
                f"Department {rng.randrange(12)}",
                rng.choice(("Active", "Courtesy", "Consulting")),
                f"036-{100000 + n}",
                rng.choice(("IL", "WI", "MO", "IN")),
                soon(rng),
                dea(last, n),
                soon(rng),
                rng.choice(("ABIM", "ABS", "ABP")),
                soon(rng),
                rng.choice(("ISMIE", "MedPro", "The Doctors Company")),
                soon(rng),
                f"{first}.{last}{n}@example.org".lower(),
                f"(312) 555-{n % 10000:04d}",
                f"{60000 + n % 9000:05d}",
            ]
        )
    book.save(path)


def soon(rng: random.Random) -> date:
    return TODAY + timedelta(days=rng.randrange(1500))


def npi(n: int) -> str:
    body = f"1{n:08d}"
    total = 24 + sum(int(d) * 2 - 9 * (int(d) > 4) for d in body[0::2]) + sum(map(int, body[1::2]))
    return body + str(-total % 10)


def dea(last: str, n: int) -> str:
    digits = f"{1000000 + n:07d}"[-6:]
    check = (
        int(digits[0]) + int(digits[2]) + int(digits[4]) + 2 * (int(digits[1]) + int(digits[3]) + int(digits[5]))
    ) % 10
    return f"F{last[0].upper()}{digits}{check}"


def ours(roster: Path, office: Path) -> dict[str, float]:
    """From file to committed by the program itself, then the undo."""
    from workbench.actions import importing, offices, undoing
    from workbench.store.office import Seat

    opened = offices.new_office(office, Seat("bench"), passphrase=PASSPHRASE)
    memory, start = Memory(), time.perf_counter()
    prepared = importing.prepare(roster, today=TODAY, launch=LAUNCH)
    planned = time.perf_counter()
    outcome = importing.apply(prepared.plan, today=TODAY)
    done = time.perf_counter()
    peak = memory.over()
    assert outcome.added == len(prepared.plan.rows), prepared.plan.counts
    del prepared
    back = time.perf_counter()
    undoing.undo()
    undo = time.perf_counter() - back
    opened.close()
    return {"seconds": done - start, "plan": planned - start, "apply": done - planned, "undo": undo, "peak MB": peak}


def bare(roster: Path, office: Path) -> dict[str, float]:
    """The same reading, the same records, no thought."""
    from workbench.actions import offices
    from workbench.sheets.reading import read
    from workbench.store import bulk, database, history, search, sources
    from workbench.store.office import Seat

    opened = offices.new_office(office, Seat("bench"), passphrase=PASSPHRASE)
    memory, start = Memory(), time.perf_counter()
    rows = read(roster, launch=LAUNCH).sheets[0].rows[1:]
    red = time.perf_counter()
    tables = bare_rows(rows)
    with database.atomic("IMMEDIATE"):
        step = history._begin("bare", "do", None)
        for tbl, (columns, records) in tables.items():
            bulk.insert(tbl, columns, records)
        encode = json.JSONEncoder(default=str).encode
        sources.keep(1, (("Roster", n, encode(row), n, None) for n, row in enumerate(rows, 1)))
        search.index(step)
        database.execute_sql("DELETE FROM open_step")
    done = time.perf_counter()
    peak = memory.over()
    opened.close()
    return {"seconds": done - start, "read": red - start, "peak MB": peak}


def bare_rows(rows: list[tuple]) -> dict[str, tuple[tuple[str, ...], list[tuple]]]:
    """What the import makes of such a row, column by column; links point at the entries that are there."""
    from workbench.sheets.known import BLANK, COLUMNS

    lists: dict[str, dict[str, int]] = {"specialty": {}, "department": {}, "category": {}}
    people, credentials = [], []
    blank, term = dict(zip(COLUMNS["provider"], BLANK["provider"], strict=True)), BLANK["credential"]
    for n, row in enumerate(rows, 1):
        ids = [
            found.setdefault(name, len(found) % 11 + 1) for found, name in zip(lists.values(), row[5:8], strict=True)
        ]
        person = blank | {
            "id": n,
            "last": row[0],
            "first": row[1],
            "middle": row[2],
            "degree": row[3],
            "npi": row[4],
            "provider_type": "Physician",
            "specialty_id": ids[0],
            "department_id": ids[1],
            "category_id": ids[2],
            "email": row[17],
            "phone": row[18],
            "zip": row[19],
        }
        people.append(tuple(person.values()))
        for sort, number, state, issuer, expires in (
            (1, row[8], row[9], "", row[10]),
            (2, row[11], "", "", row[12]),
            (4, "", "", row[13], row[14]),
            (5, "", "", row[15], row[16]),
        ):
            credentials.append((len(credentials) + 1, n, sort, "", number, state, issuer, None, expires, *term[9:]))
    return {"provider": (COLUMNS["provider"], people), "credential": (COLUMNS["credential"], credentials)}


class Memory(threading.Thread):
    """Looks every 20 ms how many MB this process and its children hold together, and remembers the most."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak, self._over = 0.0, threading.Event()
        self.worked = 0.0
        """Seconds that the looking itself worked: what is measured is without them."""
        self.start()

    def run(self) -> None:
        mine = psutil.Process()
        while not self._over.wait(0.02):
            with contextlib.suppress(psutil.Error):
                held = sum(each.memory_info().rss for each in (mine, *mine.children(recursive=True)))
                self.peak = max(self.peak, held / 1e6)
            self.worked = time.thread_time()

    def over(self) -> float:
        self._over.set()
        return self.peak


if __name__ == "__main__":
    if sys.argv[1:2] in (["--ours"], ["--bare"]):
        print(json.dumps({"--ours": ours, "--bare": bare}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 50_000)
