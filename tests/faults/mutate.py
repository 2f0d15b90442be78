"""Thousands of damaged files through the whole import: `uv run python -m tests.faults.mutate [COUNT] [FIRST]`.

Each is read as the child reads, put together, recognized, understood and compared with an office, in one process that is confined as
the child is; where that process dies or takes too long, the file is given to the real child, which must end in a sentence.
Prints what became of them. Counted as faults: exceptions that are no sentence, hangs, and anything written.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.faults.mutants import KINDS, mutant, seeds

ROOT = Path(__file__).parents[2]
LONGEST = 10.0
"""Seconds that one file may take."""
DIED, GONE, HUNG = "died", "gone", "hung"
"""Of what it read, and another took its place; with nobody to take it; or it never answered."""


def run(count: int, first: int = 0, kinds: tuple[str, ...] = KINDS) -> tuple[Counter[str], list[str]]:
    """That many damaged files, of each kind in turn: how they ended, and the faults."""
    ended: Counter[str] = Counter()
    faults: list[str] = []
    whole = seeds()
    with tempfile.TemporaryDirectory() as name:
        worker = _Worker(Path(name))
        try:
            made = _made(Path(name), first, kinds, whole)
            for n in range(first, first + count):
                kind, path = made
                worker.send(str(path))
                made = _made(Path(name), n + 1, kinds, whole)  # while that one is worked on
                how = worker.receive(LONGEST)
                if how in (DIED, GONE, HUNG):
                    if how != DIED:
                        worker.close()
                        worker = _Worker(Path(name))
                    how = f"{how}, {_really(path)}"
                ended[how] += 1
                if how.startswith("FAULT"):
                    faults.append(f"{kind} {n}: {how}")
            if worker.wrote():
                faults.append("something was written")
        finally:
            worker.close()
    return ended, faults


def _made(folder: Path, number: int, kinds: tuple[str, ...], whole: dict[str, tuple[bytes, ...]]) -> tuple[str, Path]:
    kind = kinds[number % len(kinds)]
    path = folder / f"mutant {number % 2}.{kind}"
    path.write_bytes(mutant(kind, number, whole[kind]))
    return kind, path


def _really(path: Path) -> str:
    """What the real child makes of a file that cost the confined process its life."""
    from tests.sheets.sheet_tables import read_here
    from workbench.errors import WorkbenchError

    began = time.monotonic()
    try:
        read_here(path)
    except WorkbenchError:
        return "a sentence" if time.monotonic() - began < LONGEST else "FAULT: too long"
    return "FAULT: read after all"


class _Worker:
    """The confined process, which is asked file by file."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.mutate", "--worker", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        if self._said.get(timeout=60) != "ready":
            raise RuntimeError("the confined process did not start")

    def _listen(self) -> None:
        assert self._process.stdout
        with contextlib.suppress(ValueError):  # closed by whoever has heard enough
            for line in self._process.stdout:
                self._said.put(line.strip())
        self._said.put(GONE)

    def send(self, text: str) -> None:
        assert self._process.stdin
        with contextlib.suppress(BrokenPipeError):  # then it is told as dead
            self._process.stdin.write(f"{text}\n")
            self._process.stdin.flush()

    def receive(self, seconds: float) -> str:
        try:
            said = self._said.get(timeout=seconds)
        except queue.Empty:
            return HUNG
        return said if said == GONE else json.loads(said)

    def wrote(self) -> bool:
        self.send("end")
        return self.receive(60) != "nothing written"

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()


def work(folder: Path) -> None:
    """The confined process: for each path on standard input one line of what came of it."""
    from tests.conftest import CHEAP, dump
    from workbench.actions import offices
    from workbench.store import keys
    from workbench.store.office import Seat

    keys.COST.update(CHEAP)
    office = offices.new_office(Path(tempfile.mkdtemp(dir=folder)) / "office.workbench", Seat("Ann"))
    before = dump()
    print("ready", flush=True)
    if hasattr(os, "fork"):
        _in_its_place(_answer)
    else:
        _answer()
    print(json.dumps("nothing written" if dump() == before else "written"), flush=True)
    office.close()


def _in_its_place(answer: Callable[[], None]) -> None:
    """Whoever answers may die of what it reads: another takes its place at once, with all that was loaded."""
    while True:
        child = os.fork()
        if not child:
            answer()
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return
        print(json.dumps(DIED), flush=True)


def _answer() -> None:
    from workbench.sheets import limits
    from workbench.sheets.files import confining

    confining.confine(limits.MEMORY)
    for line in iter(sys.stdin.readline, ""):
        if line.strip() == "end":
            break
        print(json.dumps(_ended(Path(line.strip()))), flush=True)


def _ended(path: Path) -> str:
    """How the import of a file ends: with a plan, or with a sentence; anything else is a fault."""
    from workbench.errors import WorkbenchError
    from workbench.sheets import comparing, taken
    from workbench.sheets.decisions import Choices
    from workbench.sheets.reading import Workbook
    from workbench.sheets.recognizing import recognize

    try:
        collected = _read(path)
        if isinstance(collected, str):
            return collected
        workbook = Workbook(path, path.name, "0" * 64, collected.kind, collected.finished(path))
        sheets = taken.Sheets.of(workbook, recognize(workbook))
        plan = comparing.compare(sheets, _office(sheets.days), Choices(), encrypted=True)
        said = json.loads(json.dumps(plan.summary(), default=str))
        results = ("added", "changed", "same", "skipped", "rejected", "doubtful")
        return "a plan" if said["rows"] == sum(said[name] for name in results) else "FAULT: rows are lost"
    except WorkbenchError:
        return "no roster"
    except Exception as error:
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""
        return f"FAULT: {type(error).__name__} {error} at {where}"


@cache
def _office(days: frozenset[date]) -> Any:
    """What the office knows; nothing changes it while the damaged files go by."""
    from workbench.sheets import known

    return known.fetch(days)


def _read(path: Path) -> Any:
    """What the parent puts together of the child's messages; of a file that the child refuses, why."""
    import marshal

    from workbench.sheets import child
    from workbench.sheets.files import packing
    from workbench.sheets.reading import _Collected

    try:
        messages = [marshal.dumps(message) for message in child._messages(str(path))]
    except packing.Fault as fault:
        return f"refused: {fault}"
    except BaseException as error:  # as the child: a reader's panic is no Exception
        return f"refused: {type(error).__name__}"
    collected = _Collected()
    for message in messages:
        collected.take(marshal.loads(message))
    return collected


def main(count: int, first: int) -> int:
    """Run and print."""
    began = time.monotonic()
    ended, faults = run(count, first)
    for how, many in ended.most_common():
        print(f"{many:>7,}  {how}")
    print(f"{count:,} damaged files in {time.monotonic() - began:.0f} s: {len(faults)} faults")
    print(*faults, sep="\n")
    return bool(faults)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(Path(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 20_000, int(sys.argv[2]) if sys.argv[2:] else 0))
