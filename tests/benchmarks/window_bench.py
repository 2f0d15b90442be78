"""How long the window stands still over 50,000 people: `uv run python -m tests.benchmarks.window_bench [FILE]`.

Makes the large sample hospital when FILE is not there. Every figure is the longest time in milliseconds that the event
loop was away, with the painting, and how much of that was work of its own (on a busy machine the rest is waiting for others);
beside it how long until every id was there, and what issue 2 asks for."""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from main import load_rooms
from workbench.actions import editing, offices, sample
from workbench.records.provider import PROVIDERS, Provider
from workbench.store.office import Seat as Chair
from workbench.ui import pictures, surveying
from workbench.ui.kit import theme
from workbench.ui.kit.collecting import Collector
from workbench.ui.kit.seat import Seat
from workbench.ui.pages import PAGES
from workbench.ui.starting import Program
from workbench.ui.surveying import Surveying

TODAY = date(2026, 11, 24)
TYPED = ("smith", "1234", "ande", "okaf", "cardio", "mari", "036-1", "chen")
"""Typed letter by letter, and cleared between them."""


class Away(float):
    """Milliseconds; of them work is the window's own."""

    work = 0.0


class Bench:
    """The window, and a clock beside it."""

    def __init__(self, path: Path, own: Path) -> None:
        load_rooms()  # as a real start does: threads take turns in half a millisecond, and rubbish is looked for between two events
        self.app = QApplication([])
        theme.wear(self.app, "light")
        chair = Chair("Bench", lambda: datetime(2026, 11, 24, 9))
        if not path.exists():
            offices.new_office(path, chair).close()
            office = offices.open_office(path, chair)
            sample.fill(TODAY, providers=50_000)
            office.close()
        seat = Seat(QSettings(str(own / "seat.ini"), QSettings.Format.IniFormat))
        self.program = Program(seat, chair, lambda: PAGES, lambda: TODAY, own)
        _say("opening, with the check of the whole file", self.away(lambda: self.program.open(path)), None)
        gc.freeze()  # as the program does
        Collector(self.app)
        self.window: Any = self.program.shown

    def away(self, call: Callable[[], object], settled: Callable[[], bool] = lambda: True, least: float = 0.1) -> Away:
        """Do it and let the window go on until it is settled; the longest time it stood still."""
        worst, begun = Away(), time.perf_counter()
        turn = call
        while True:
            start, working = time.perf_counter(), time.thread_time()
            turn()
            took = Away((time.perf_counter() - start) * 1000)
            took.work = (time.thread_time() - working) * 1000
            worst = max(worst, took)
            turn = self.app.processEvents
            time.sleep(0.0005)  # as a window does that waits for its next event
            if time.perf_counter() - begun > least and settled():
                return worst

    def asked(self, table: Any, call: Callable[[], object]) -> tuple[Away, float, float]:
        """Ask a table for other rows: how long the window stood still, until the first rows are there, until every id is."""
        begun, first = time.perf_counter(), 0.0

        def there() -> bool:
            nonlocal first
            if not table.model_._awaited:
                first = first or (time.perf_counter() - begun) * 1000
            return bool(table.model_.whole and not table.model_._awaited)

        away = self.away(call, there, least=0)
        return away, first, (time.perf_counter() - begun) * 1000


def main(path: Path) -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as own:
        bench = Bench(path, Path(own))
        pages = bench.window._kinds
        _say(
            "the other pages made while nobody waits",
            bench.away(lambda: None, lambda: len(bench.window._pages) == len(pages)),
            100,
        )
        _walk(bench)
        _files(bench)
        for name in ("providers", "credentials"):
            _list(bench, name)
        _edits(bench)
        _surveyed(bench)
        bench.window.close()
        bench.program.end()


def _walk(bench: Bench) -> None:
    """Every page, brought to what is worth seeing of it; what finds that out is not counted."""
    bench.window.resize(1366, 768)
    for page in PAGES:
        for name, prepare in pictures.SCENES.get(page.key, pictures._plain)(page.key, bench.window, None):
            _say(f"walking: {name}", bench.away(prepare, least=0.4), 100)


def _files(bench: Bench) -> None:
    ids = bench.window.page("providers").table.ids()
    for what, place in (("the first file of the session", 77), ("another file", 500), ("another file", 45_000)):
        _say(what, bench.away(lambda n=place: bench.window.go("file", provider=ids[n], among=ids)), 100)  # type: ignore[misc]


def _list(bench: Bench, name: str) -> None:
    _say(f"going to {name}", bench.away(lambda: bench.window.go(name), least=1), 300)
    table = bench.window.page(name).table
    bench.asked(table, lambda: table.set_view(""))
    print(f"{len(table.ids()):,} rows")
    typed = []
    for word in TYPED:
        for length in range(1, len(word) + 1):
            typed.append(bench.asked(table, lambda t=word[:length]: table.search(t)))  # type: ignore[misc]
        bench.asked(table, lambda: table.search(""))
    for what, times in zip(("away", "until first rows", "until every id"), zip(*typed, strict=True), strict=True):
        _say(f"typing in {name}, p95, {what}", quantiles(times, n=20)[-1], 50)
    for column in table.model_.columns:
        away, _, whole = bench.asked(table, lambda c=column: table.sort_by(c.key))
        _say(f"{name} by {column.key} (all there after {whole:,.0f} ms)", away, 50)
    for view in table.model_.listed.views:
        away, _, whole = bench.asked(table, lambda v=view: table.set_view(v.key))
        _say(f"{name}, view {view.key} (all there after {whole:,.0f} ms)", away, 50)


def _edits(bench: Bench) -> None:
    def suspend() -> None:
        person = Provider.get_by_id(7)
        person.status = "Active" if person.status == "Suspended" else "Suspended"
        editing.save(person, PROVIDERS)

    for name in ("providers", "credentials"):
        bench.window.go(name)
        bench.away(lambda: None, least=1)
        each = [bench.away(lambda: bench.window.session.do(suspend), least=1) for _ in range(5)]
        _say(f"a change while {name} show, median", median(each), 100)


def _surveyed(bench: Bench) -> None:
    """The same window in survey mode: put on, then each page that shows in it."""
    people = bench.window.page("providers").table
    people.set_view("")  # else the last view that was measured
    ids = people.ids()
    switch = Surveying(bench.program)._switch
    _say("survey mode, put on", bench.away(lambda: switch(True), least=2), 300)
    bench.window = bench.program.shown
    bench.away(lambda: None, lambda: len(bench.window._pages) == len(bench.window._kinds))
    bench.window.resize(1366, 768)
    for page in (each for each in PAGES if each.key in surveying.PAGES and each.key != "file"):
        _say(f"in survey mode: {page.key}", bench.away(lambda key=page.key: bench.window.go(key), least=1), 100)  # type: ignore[misc]
    standards: Any = bench.window.page("standards")
    for part in ("findings", "pulls", "verifications", "board"):
        _say(f"in survey mode: standards, {part}", bench.away(lambda p=part: standards.open(part=p), least=1), 100)  # type: ignore[misc]
    _say("in survey mode: a file", bench.away(lambda: bench.window.go("file", provider=ids[500], among=ids)), 100)
    for name in ("providers", "credentials"):
        bench.window.go(name)
        table = bench.window.page(name).table
        typed = [bench.asked(table, partial(table.search, word)) for word in TYPED]
        for what, times in zip(("away", "until every id"), list(zip(*typed, strict=True))[::2], strict=True):
            _say(f"in survey mode: words in {name}, the longest, {what}", max(times), 50)
    _say("survey mode, taken off", bench.away(lambda: switch(False), least=2), 300)
    bench.window = bench.program.shown


def _say(what: str, took: float, asked: float | None) -> None:
    budget = f"of {asked:5.0f}" if asked else " " * 8
    work = f"{took.work:7.1f} of work" if isinstance(took, Away) else " " * 15
    print(f"{took:9.1f} ms {work}  {budget}  {'OVER' if asked and took > asked else '    '} {what}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "large.workbench")
