"""Medical Staff Workbench: opens the window, or runs a command. `main.py --help` lists the commands."""

# Only what every Python 3 knows stands here, so that an old one gets a sentence instead of a SyntaxError.
from __future__ import annotations

import os
import sys

READ_SHEET = "--read-sheet"  # the child that reads a spreadsheet: this program itself, frozen or not
TRY_DISPLAY = "--try-display"  # the child that tries whether a window can open
DRAWN = ("shots", "tour")  # the commands that draw pages, offscreen
STOPPED = "Stopped. Nothing half done was kept."
_stops: list[int] = []  # the signals by which a command was stopped
BEFORE_QT = (  # what the window stands on and what it shows first
    "concurrent.futures.thread",
    "getpass",
    "workbench.actions.offices",
    "workbench.actions.protecting",
    "workbench.actions.undoing",
    "workbench.lists.expirables",
    "workbench.lists.meetings",
    "workbench.lists.staff",
    "workbench.lists.today",
)
START = "Start it with: pip install uv && uv run main.py"


def main(argv: list[str]) -> int:
    """Run and return the exit code: 0 done, 1 mendable or stopped by the user, 2 a wrong call, 3 a bug."""
    try:
        return _main(argv)
    except KeyboardInterrupt:
        return _say(STOPPED, 1)


def _main(argv: list[str]) -> int:
    if argv[:1] == [READ_SHEET]:  # before any other import: it starts for every import and must be light
        from workbench.sheets import child

        return child.main(argv[1:])
    lacking = _lacking()
    if lacking:
        return _say(lacking, 1)
    from workbench.errors import Cancelled, WorkbenchError

    try:
        return _run(argv)
    except WorkbenchError as error:
        return _say(str(error), 1)
    except Cancelled:
        return _say(STOPPED, 1)
    except ModuleNotFoundError as error:
        if (error.name or "workbench").partition(".")[0] in ("workbench", "main"):
            return _bug(error)
        return _say(f"A part of the program is missing ({error.name}). {START}", 1)
    except Exception as error:
        # SQLite tells of a stop that fell into a function of ours as of an error of its own.
        return _say(STOPPED, 1) if _stops else _bug(error)


def _run(argv: list[str]) -> int:
    first = argv[0] if argv else ""
    if first == TRY_DISPLAY:
        from workbench.ui import trial

        return trial.main()
    if first in DRAWN or _is_command(first):
        _stop_once()
    if first in DRAWN:
        from workbench import display

        display.require("offscreen")
        from workbench import app

        return app.shots(argv[1:]) if first == "shots" else app.tour(argv[1:])
    if _is_command(first):
        from workbench import cli

        return cli.main(argv)
    office, read_only = _asked(argv)
    from workbench import display

    display.require()
    load_rooms(office)
    from workbench import app

    return app.window(office, read_only)


def _stop_once() -> None:
    """Ctrl-C ends a command; pressed again, it does not disturb the tidying up that the first one began."""
    import signal

    def stop(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _stops.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)


def _asked(argv: list[str]) -> tuple[str, bool]:
    """The office that this start names, if it does (the last one of this seat is known when Qt is), and whether to read only.

    A wrong call ends here with 2, also where no window could open."""
    import argparse

    parser = argparse.ArgumentParser("main.py", description="Opens the window.")
    parser.add_argument("--office", metavar="FILE")
    parser.add_argument("--read-only", action="store_true")
    asked, rest = parser.parse_known_args(argv)
    if rest and not rest[0].startswith("-"):
        after = f" --office {asked.office}" if asked.office else ""
        parser.error(f"options stand after the command: main.py {' '.join(rest)}{after}")
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return asked.office or os.environ.get("WORKBENCH_OFFICE", ""), asked.read_only


def load_rooms(office: str = "") -> None:
    """Load what the window stands on before Qt: PySide reads the source of every module that is imported after it.

    Until the window shows nothing is garbage: looking for it would cost a twentieth of the start. Whoever reads the file beside
    the window waits for Python's turn after every call; 5 milliseconds each would be longer than the reading."""
    import gc
    from importlib import import_module

    gc.disable()
    sys.setswitchinterval(0.0005)
    for room in BEFORE_QT:
        import_module(room)
        if office and room == "workbench.actions.offices":
            from pathlib import Path

            sys.modules[room].look_ahead(Path(office))
            office = ""


def _is_command(first: str) -> bool:
    """The window takes options only (--office FILE); help and version are answered without one."""
    return (first != "" and not first.startswith("-")) or first in ("--help", "-h", "--version")


def _lacking() -> str:
    """What this Python lacks, as a sentence, or nothing."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it without uv may have an old one
        return "This program needs Python 3.11 or newer; this is {}.{}. {}".format(*sys.version_info[:2], START)
    from importlib.util import find_spec

    # defusedxml is never imported by us: openpyxl takes it if it is there, and expands hostile entities if not.
    missing = [name for name in ("PySide6", "sqlcipher3", "peewee", "typer", "defusedxml") if find_spec(name) is None]
    return f"Parts of the program are missing ({', '.join(missing)}). {START}" if missing else ""


def _say(sentence: str, code: int) -> int:
    if sys.stderr is not None:  # a frozen window has none
        print(sentence, file=sys.stderr)
    return code


def _bug(error: Exception) -> int:
    """Say where it went wrong, never with which value: a value may be somebody's birth date."""
    import traceback

    if os.environ.get("WORKBENCH_DEBUG") == "1":
        traceback.print_exception(error)
        return 3
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {os.path.basename(place.filename)}, line {place.lineno}"
    return _say(
        f"Something went wrong in the program itself ({where}). The step it was in was taken back: nothing half done "
        "was kept. To see more, set WORKBENCH_DEBUG=1 and run it again.",
        3,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
