"""How soon Cancel answers while a large roster is imported: `uv run python -m tests.benchmarks.cancel_bench [ROWS [MOMENTS]]`.

First the whole import with nobody stopping it: the longest time between two questions whether to go on, stage by stage, and how much
of it was work of its own (on a busy machine the rest is waiting for others). Then the job
as the window runs it, stopped at so many moments of the plan, of the plan under another choice, and of the writing: from Cancel to
the window's answer. Prints milliseconds; at most 500 is what the program promises.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from tests.benchmarks.import_bench import LAUNCH, PASSPHRASE, TODAY, make
from workbench.errors import Progress, quiet
from workbench.sheets.recognizing import Correction
from workbench.store import database
from workbench.ui.kit.jobs import Jobs

MOMENTS = 16


class Gaps:
    """A progress that stops nothing and remembers the longest time between two calls, by who called before and after."""

    def __init__(self) -> None:
        self.longest: dict[str, tuple[float, float]] = {}
        self.began = self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._who = "the beginning"

    def __call__(self, done: int, total: int) -> None:
        if threading.current_thread().name != "stoppable":
            self.note(_caller())

    def note(self, who: str) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        pair = who if who == self._who else f"{self._who} to {who}"
        self.longest[pair] = max(self.longest.get(pair, (0.0, 0.0)), (now - self._last, worked - self._worked))
        self._last, self._worked, self._who = now, worked, who


def _caller() -> str:
    """The module that asks, whoever stands between."""
    frame: Any = sys._getframe(2)
    while frame.f_globals["__name__"].rpartition(".")[2] in ("stopping", "stages", "cancel_bench"):
        frame = frame.f_back
    return frame.f_globals["__name__"].removeprefix("workbench.")


def main(rows: int, moments: int) -> None:
    """Make the roster, measure the questions, then the answers."""
    from workbench.actions import importing, offices, undoing
    from workbench.store.office import Seat

    app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as name:
        roster = Path(name) / "roster.xlsx"
        make(roster, rows)
        opened = offices.new_office(Path(name) / "bench.workbench", Seat("bench"), passphrase=PASSPHRASE)

        def plan(progress: Progress) -> Any:
            return importing.prepare(roster, today=TODAY, launch=LAUNCH, progress=progress)

        prepared, took = _gaps("plan", plan)
        _answers(app, "plan", plan, took, moments)
        for title, changes in _other_choices(prepared):
            again = partial(importing.replan, prepared, **changes)
            took = _gaps(title, again)[1]
            _answers(app, title, lambda progress, again=again: again(progress=progress), took, moments)  # type: ignore[misc]
        took = _gaps("write", partial(importing.apply, prepared.plan, today=TODAY))[1]
        if moments:
            undoing.undo()
            written = plan(quiet).plan
            write = lambda progress: importing.apply(written, today=TODAY, progress=progress)  # noqa: E731
            _answers(app, "write", write, took, moments)
        opened.close()


def _other_choices(prepared: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A row left out, which compares again; a heading row said by hand, which understands the file again."""
    sheet = prepared.readings[0].name
    yield "compare again", {"choices": replace(prepared.choices, skipped=frozenset({(sheet, 2)}))}
    yield "understand again", {"corrected": {sheet: Correction(1)}}


def _gaps(title: str, work: Callable[..., Any]) -> tuple[Any, float]:
    gaps = Gaps()
    made = work(progress=gaps)
    took = time.perf_counter() - gaps.began
    gaps.note("the end")
    print(f"{title}: {took:.1f} s; the longest without asking:")
    for pair, (longest, worked) in sorted(gaps.longest.items(), key=lambda each: -each[1][0])[:6]:
        print(f"  {1000 * longest:5.0f} ms ({1000 * worked:.0f} of work)  {pair}", flush=True)
    return made, took


def _answers(app: QCoreApplication, title: str, work: Callable[[Progress], Any], took: float, count: int) -> None:
    """Stop the job at moments spread over the time that it takes."""
    found = []
    for moment in [(n + 0.5) / count * took for n in range(count)]:
        answer = _stopped_after(app, title, work, moment)
        if answer is None:
            break
        found.append((answer, moment))
    if found:
        slowest = max(found)
        print(
            f"{title}: stopped at {len(found)} moments, the slowest answer {slowest[0]:.0f} ms (at {slowest[1]:.1f} s)"
        )


def _stopped_after(app: QCoreApplication, title: str, work: Callable[[Progress], Any], moment: float) -> float | None:
    """Milliseconds from Cancel, so many seconds after the beginning, to the window's answer; None if it was done before."""
    jobs, ended = Jobs(close=database.close), list[str]()
    jobs.start(title, work, lambda _: ended.append("done"), cancelled=lambda _: ended.append("stopped"))
    pressed, began = 0.0, time.perf_counter()
    while not ended:
        app.processEvents()
        time.sleep(0.002)
        if not pressed and time.perf_counter() - began > moment and jobs.busy():
            pressed = time.perf_counter()
            jobs._running[0].stopped.set()
    answer = 1000 * (time.perf_counter() - pressed)
    jobs.stop()
    return answer if ended == ["stopped"] else None


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 50_000, int(sys.argv[2]) if sys.argv[2:] else MOMENTS)
