"""A screen, an accessibility bus, the program, and beside it the client that drives it; skipped, saying why, where one is missing."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import needs
from workbench import display

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own, which sees Debian's gi; the program runs on ours."""
BUS = "/usr/libexec/at-spi-bus-launcher"


def _missing() -> list[str]:
    """The packages that a screen, the accessibility bus and whoever drives them lack."""
    found = needs.programs("Xvfb", "xdotool", "dbus-run-session")
    found += needs.libraries({**display.COMMON, **display.X11})
    found += [] if Path(BUS).exists() else ["at-spi2-core"]
    probe = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    drives = Path(SYSTEM_PYTHON).exists() and subprocess.run(probe, capture_output=True, check=False).returncode == 0
    return found if drives else [*found, "gir1.2-atspi-2.0", "python3-gi"]


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A screen of its own, 1366 x 768."""
    needs.nothing_of(_missing())
    reading, writing = os.pipe()
    size = os.environ.get("JOURNEY_SCREEN", "1366x768x24")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = os.read(reading, 32).decode().strip()
    yield f":{number}"
    assert server.poll() is None, "the screen went away in the middle"
    server.terminate()
    server.wait(10)
    os.close(reading)  # not before: the screen writes its number in two pieces, and a closed pipe kills it


Journey = Callable[..., str]


@pytest.fixture
def journey(screen: str, tmp_path: Path) -> Journey:
    """journey("client.py", *arguments, office=PATH): the client's output; a client that fails shows what it saw."""

    def go(
        client: str,
        *arguments: object,
        office: Path | None = None,
        seconds: int = 150,
        environment: dict[str, str] | None = None,
    ) -> str:
        app = [sys.executable, str(ROOT / "main.py"), *(["--office", str(office)] if office else [])]
        script = (
            f"{BUS} --launch-immediately >/dev/null 2>&1 & bus=$!; sleep 0.5; {_quoted(app)} >app.out 2>&1 & app=$!; "
        )
        script += f"{_quoted([SYSTEM_PYTHON, str(Path(__file__).parent / client), *map(str, arguments)])}; code=$?; "
        script += "kill $app $bus 2>/dev/null; wait $app 2>/dev/null; exit $code"  # the office is let go of
        began = time.monotonic()
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", script],
            env=_environment(screen, tmp_path) | (environment or {}),
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


def _environment(screen: str, folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WORKBENCH_"))}
    return kept | {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(Path(__file__).parent),
    }


def _quoted(words: list[str]) -> str:
    return " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
