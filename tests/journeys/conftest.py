"""A screen, an accessibility bus, the program, and beside it the client that drives it; skipped, saying why, where one is missing."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own, which sees Debian's gi; the program runs on ours."""
BUS = "/usr/libexec/at-spi-bus-launcher"


def _missing() -> str:
    for needed in ("Xvfb", "xdotool", "dbus-run-session"):
        if not shutil.which(needed):
            return f"{needed} is not installed"
    if not Path(BUS).exists():
        return "at-spi2-core is not installed"
    probe = "import gi; gi.require_version('Atspi', '2.0')"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "gir1.2-atspi-2.0 and python3-gi are not installed"


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen of its own, 1366 x 768."""
    if said := _missing():
        pytest.skip(f"{said}: the journeys need a screen and the accessibility bus")
    reading, writing = os.pipe()
    size = os.environ.get("JOURNEY_SCREEN", "1366x768x24")
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = os.read(reading, 32).decode().strip()
    yield f":{number}"
    assert screen.poll() is None, "the screen went away in the middle"
    screen.terminate()
    screen.wait(10)
    os.close(reading)  # not before: the screen writes its number in two pieces, and a closed pipe kills it


def poppler() -> None:
    """Skip what reads a PDF by somebody else's program where that program is not here."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed: nothing here reads the PDF")


Journey = Callable[..., str]


@pytest.fixture
def journey(display: str, tmp_path: Path) -> Journey:
    """journey("client.py", *arguments, office=PATH): the client's output; a client that fails shows what it saw."""

    def go(client: str, *arguments: object, office: Path | None = None, seconds: int = 150) -> str:
        app = [sys.executable, str(ROOT / "main.py"), *(["--office", str(office)] if office else [])]
        script = (
            f"{BUS} --launch-immediately >/dev/null 2>&1 & bus=$!; sleep 0.5; {_quoted(app)} >app.out 2>&1 & app=$!; "
        )
        script += f"{_quoted([SYSTEM_PYTHON, str(Path(__file__).parent / client), *map(str, arguments)])}; code=$?; "
        script += "kill $app $bus 2>/dev/null; wait $app 2>/dev/null; exit $code"  # the office is let go of
        began = time.monotonic()
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", script],
            env=_environment(display, tmp_path),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        said = (tmp_path / "app.out").read_text(errors="replace") if (tmp_path / "app.out").exists() else ""
        took = time.monotonic() - began
        assert done.returncode == 0, (
            f"{done.stdout}\n{done.stderr[-3000:]}\nthe program said: {said[-2000:]}\n({took:.0f} s)"
        )
        assert "Traceback" not in said, said
        return done.stdout

    return go


def _environment(display: str, folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WORKBENCH_"))}
    return kept | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(Path(__file__).parent),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _quoted(words: list[str]) -> str:
    return " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
