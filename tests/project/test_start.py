"""How the program starts: no Qt for a command, a sentence where no window can open, the exit codes of the contract."""

import os
import re
import subprocess
import sys

import pytest

import main
from tests import needs
from workbench import display

from .tree import ROOT, run

pytestmark = pytest.mark.filterwarnings("error")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
NO_QT = "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]"
WINDOW = {**display.COMMON, **display.X11}
BARE = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


def test_a_command_loads_no_qt():
    script = f"import sys, main; code = main.main(['--help']); {NO_QT}; import workbench.cli; {NO_QT}; sys.exit(code)"
    done = run("-c", script)
    assert done.returncode == 0, done.stderr
    assert "import" in done.stdout


def test_the_question_for_a_display_loads_no_qt():
    script = f"import sys\nfrom workbench import display\ntry: display.require()\nexcept Exception: pass\n{NO_QT}"
    done = run("-c", script, **BARE)
    assert done.returncode == 0, done.stderr


@linux
def test_without_a_display_a_sentence_says_what_to_do():
    done = run("main.py", **BARE)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr and "main.py tour FOLDER" in done.stderr and "Traceback" not in done.stderr


@linux
def test_a_display_that_does_not_answer_is_named():
    needs.nothing_of(needs.libraries(WINDOW))
    done = run("main.py", **{**BARE, "DISPLAY": ":4077"})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert ":4077" in done.stderr and "desktop session" in done.stderr


@linux
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":4077"}, {"QT_QPA_PLATFORM": "wayland"}])
def test_a_wayland_session_that_is_dead_is_named_or_what_it_lacks(display):
    done = run("main.py", **{**BARE, "WAYLAND_DISPLAY": "wayland-4077", **display})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    lacks = re.search(
        r"missing or broken in this system: [\w., +-]+\. Install with: apt install [\w .+-]+\.", done.stderr
    )
    dead = (
        "WAYLAND_DISPLAY=wayland-4077" in done.stderr
        and "does not answer. Start it in a desktop session." in done.stderr
    )
    assert lacks or dead, done.stderr
    assert "main.py tour FOLDER" in done.stderr


@linux
def test_a_library_that_wayland_lacks_is_named_with_its_package(tmp_path):
    hidden = _hiding(tmp_path, "libwayland-cursor.so.0")
    done = run("main.py", **{**BARE, "WAYLAND_DISPLAY": "wayland-4077", "LD_LIBRARY_PATH": hidden})
    assert done.returncode == 1
    assert "libwayland-cursor.so.0" in done.stderr and "libwayland-cursor0" in done.stderr


@pytest.mark.parametrize(
    "said", ["Failed to create wl_display (No such file or directory)", "could not connect to display :9"]
)
def test_what_qt_says_of_a_dead_display_becomes_a_sentence(monkeypatch, said):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":9")
    sentence = display.lacking(display.WINDOW, {}, f"qt.qpa.wayland: {said}\nAvailable platform plugins are: xcb.")
    assert "A window cannot open here: the display (WAYLAND_DISPLAY=wayland-0, DISPLAY=:9) does not answer." in sentence


@linux
@pytest.mark.parametrize("library, package", [("libxcb-cursor.so.0", "libxcb-cursor0"), ("libEGL.so.1", "libegl1")])
def test_a_missing_library_is_named_with_its_package(tmp_path, library, package):
    needs.nothing_of(needs.libraries(WINDOW))
    done = run("main.py", **{**BARE, "DISPLAY": ":4077", "LD_LIBRARY_PATH": _hiding(tmp_path, library)})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert library in done.stderr and f"apt install {package}." in done.stderr


@linux
@pytest.mark.parametrize("command", ["shots", "tour"])
def test_pictures_need_libraries_too(tmp_path, command):
    needs.nothing_of(needs.libraries(display.COMMON))
    hidden = _hiding(tmp_path, "libEGL.so.1")
    done = run("main.py", command, str(tmp_path / "out"), **{**BARE, "LD_LIBRARY_PATH": hidden})
    assert done.returncode == 1
    assert "apt install libegl1." in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@linux
def test_where_a_display_answers_a_window_may_open():
    needs.nothing_of([*needs.programs("xvfb-run"), *needs.libraries(WINDOW)])
    script = f"import sys; from workbench import display; display.require(); {NO_QT}; assert display.trial() is None"
    environment = {name: value for name, value in os.environ.items() if name not in BARE}
    under = ["xvfb-run", "-a", sys.executable, "-c", script]
    done = subprocess.run(under, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "raised, code, said",
    [
        ("errors.WorkbenchError('The disk is full. Nothing was changed. Make room.')", 1, "The disk is full."),
        ("errors.Cancelled()", 1, "Stopped."),
        ("ModuleNotFoundError('x', name='rapidfuzz')", 1, "pip install uv && uv run main.py"),
        ("KeyError('born 1961-04-02')", 3, "KeyError in "),
    ],
)
def test_what_goes_wrong_ends_in_one_sentence_and_its_exit_code(raised, code, said):
    done = run("-c", _raising(raised), WORKBENCH_DEBUG=None)
    assert done.returncode == code, done.stderr
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert "1961" not in done.stderr, "a value may be somebody's birth date"


def test_a_bug_shows_its_traceback_to_whoever_asks():
    done = run("-c", _raising("KeyError('k')"), WORKBENCH_DEBUG="1")
    assert done.returncode == 3
    assert "Traceback" in done.stderr


def test_an_older_python_gets_a_sentence():
    script = "import sys; sys.version_info = (3, 9, 2, 'final', 0); import main; sys.exit(main.main([]))"
    done = run("-c", script)
    assert done.returncode == 1
    assert "3.11 or newer" in done.stderr and "pip install uv && uv run main.py" in done.stderr


def test_a_missing_part_gets_a_sentence():
    hide = (
        "import sys, importlib.util as u; real = u.find_spec; u.find_spec = lambda n: None if n == 'typer' else real(n)"
    )
    done = run("-c", f"{hide}; import main; sys.exit(main.main(['list', 'providers']))")
    assert done.returncode == 1
    assert "missing (typer)" in done.stderr


def test_a_wrong_call_is_2():
    assert run("main.py", "no-such-command").returncode == 2


def test_the_child_that_reads_sheets_loads_neither_qt_nor_the_database():
    script = (
        "import sys, main; from workbench.sheets import child; child.main = lambda argv: 0; "
        f"main.main(['--read-sheet', 'x']); {NO_QT}; assert 'peewee' not in sys.modules, 'peewee'"
    )
    done = run("-c", script)
    assert done.returncode == 0, done.stderr


def _hiding(folder, library: str) -> str:
    """A folder for LD_LIBRARY_PATH in which the library is an empty file: the loader meets it first and gives up."""
    (folder / library).write_bytes(b"")
    return str(folder)


def _raising(error: str) -> str:
    return (
        "import sys, types, main\nfrom workbench import errors\n"
        f"def fail(argv): raise {error}\n"
        "sys.modules['workbench.cli'] = types.SimpleNamespace(main=fail)\nsys.exit(main.main(['list', 'providers']))"
    )


def test_a_stop_that_the_database_tells_of_as_its_own_error_is_a_stop(monkeypatch, capsys):
    def stopped(argv):
        main._stops.append(2)
        raise RuntimeError("user-defined function raised exception")

    monkeypatch.setattr(main, "_stops", [])
    monkeypatch.setattr(main, "_run", stopped)
    assert main.main(["list"]) == 1 and capsys.readouterr().err.strip() == main.STOPPED
    monkeypatch.setattr(main, "_stops", [])
    monkeypatch.setattr(main, "_run", lambda argv: 1 / 0)
    assert main.main(["list"]) == 3
