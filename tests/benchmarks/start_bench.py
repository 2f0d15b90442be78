"""How long until the window can be used, against a bare PySide6 window: processes in turn, medians and their ratio. The clock runs
from the start of the process until it says that it is ready, ours when the first page has read and painted what it shows. How it
ends is not part of its start.

uv run python -m tests.benchmarks.start_bench
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

RUNS = 15
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print("ready", flush=True)
"""
OURS = """
import sys
import time
import main
main.load_rooms(sys.argv[1])  # in the order of a real start
from PySide6.QtWidgets import QApplication

def usable():
    app = QApplication.instance()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        app.processEvents()
        shown = [window for window in app.topLevelWidgets() if window.isVisible() and hasattr(window, "go")]
        if shown and shown[0].page(shown[0].key).table.count():
            app.processEvents()  # what was read is painted
            print("ready", flush=True)
            return 0
    raise SystemExit("the first page never showed what is to do")

QApplication.exec = staticmethod(usable)
sys.exit(main.main(["--office", sys.argv[1]]))
"""


def seconds(code: str, *words: str) -> float:
    """The wall time of one process until it is ready."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": words[0] + ".seat" if words else ""}
    env.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # an installed program has its byte code; the first run, not counted, makes it
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *words],
        env=env,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n", "it never was ready"
        took = time.perf_counter() - start
        assert process.wait() == 0
    return took


def main() -> None:
    """Make an office of the sample's size, start both in turn, print what it took."""
    from workbench.actions import offices, sample
    from workbench.store.office import Seat

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "riverbend.workbench"
        office = offices.new_office(path, Seat("bench", datetime.now), sample.HOSPITAL)
        sample.fill(date.today())
        office.close()
        pairs = [(seconds(BARE), seconds(OURS, str(path))) for _ in range(RUNS + 1)][1:]
    bare, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    print(f"bare window {bare:.2f} s, ours usable after {ours:.2f} s: {ratio:.2f} times (aim: at most 3)")


if __name__ == "__main__":
    main()
