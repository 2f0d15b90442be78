"""Puts the program together: the window, the pictures of every page, and the tour."""

import argparse
import gc
import getpass
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from workbench.actions import offices
from workbench.errors import Progress
from workbench.records.asked_days import lived_day
from workbench.store import places
from workbench.store.office import Seat as Chair
from workbench.ui import mishaps
from workbench.ui.kit import scaling, theme
from workbench.ui.kit.page import Described
from workbench.ui.kit.seat import Seat

NAME = "Medical Staff Workbench"
SIZES = ((1366, 768), (1920, 1080))


def window(office: str = "", read_only: bool = False) -> int:
    """Open the window and stay until it is closed: over that office, else the last one of this seat, else the first page."""
    seat = Seat()
    scaling.wear(seat.scale)  # before Qt begins
    app = _application(sys.argv[:1])
    path = office or _last(seat)
    if path:
        offices.look_ahead(Path(path))
    theme.wear(app, seat.theme)
    from workbench.ui.kit.collecting import Collector
    from workbench.ui.starting import Program

    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    mishaps.keep_log(folder)
    program = Program(seat, Chair(seat.name or _who()), _pages, date.today, folder)
    mishaps.Hook(lambda: program.shown, program.tell).install()
    app.aboutToQuit.connect(program.end)
    if path:
        program.open(Path(path).absolute(), read_only)
    else:
        program.welcome()
    gc.freeze()  # what the start made stays: no later collection walks it
    Collector(app)
    return app.exec()


def shots(argv: Sequence[str]) -> int:
    """Draw every page over the sample hospital: FOLDER [--size WxH ...] [--dark | --contrast] [--today DATE] [--json]."""
    asked = _shots_arguments(argv)
    app = _offscreen(asked.size or SIZES)
    theme.wear(app, asked.worn)
    from workbench.actions import sample

    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        chair = Chair("M. Alvarez", lambda: datetime.combine(asked.today, time(8, 2)))
        office = sample.make(
            Path(kept) / "riverbend.workbench", chair, asked.today, asked.providers, progress=_progress()
        )
        try:
            written = _draw(asked.folder, office, asked.today, asked.size or SIZES, asked.worn)
        finally:
            office.close()
    return _told(written, asked.json)


def tour(argv: Sequence[str]) -> int:
    """The whole job without a display: FOLDER [--today DATE] [--json]; says where each thing lies."""
    asked = _tour_arguments(argv)
    app = _offscreen(SIZES[:1])
    theme.wear(app, "light")
    from workbench.actions import touring

    chair = Chair("M. Alvarez", lambda: datetime.combine(asked.today, time(8, 2)))
    stops = touring.Tour(asked.folder, chair, asked.today, _progress())
    office = stops.whole()
    try:
        pictures = _draw(asked.folder / "pictures", office, asked.today, SIZES[:1], "light", stops.roster)
    finally:
        office.close()
    if asked.json:
        return _told([*stops.written, *pictures], True)
    print("\n".join(stops.said))
    return _told(pictures, False)


def _draw(
    folder: Path, office: object, today: date, sizes: Sequence[tuple[int, int]], worn: str, roster: Path | None = None
) -> list[Path]:
    from workbench.actions import touring
    from workbench.ui import pictures

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:  # the seat of whoever runs this is left as it is
        seat = Seat(QSettings(str(Path(kept) / "seat.ini"), QSettings.Format.IniFormat))
        if roster is None:
            roster = Path(kept) / "FY27 Medical Staff Roster.xls"
            touring.make_page(roster, today)
        return pictures.draw(folder, office, today, _pages(), sizes, worn, seat, roster)


def _pages() -> Sequence[Described]:
    from workbench.ui.pages import PAGES

    return PAGES


def _application(arguments: Sequence[str]) -> QApplication:
    QApplication.setApplicationName(NAME)
    app = QApplication.instance() or QApplication(list(arguments) or ["workbench"])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("")
    return app


def _offscreen(sizes: Sequence[tuple[int, int]]) -> QApplication:
    """Without a display, on a screen of each of these sizes, one beside the other: sheets fit themselves to their screen."""
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it says of each window that it has no hints
    lefts = accumulate((wide for wide, _ in sizes), initial=0)
    whole = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": f"{wide}x{high}", "x": left, "width": wide, "height": high, **whole}
        for left, (wide, high) in zip(lefts, sizes, strict=False)
    ]
    with tempfile.TemporaryDirectory() as kept:
        told = Path(kept) / "screens.json"
        told.write_text(json.dumps({"screens": screens}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"
        made = _application(["workbench"])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return made


def _last(seat: Seat) -> str:
    """The last office of this seat, if it is still there."""
    last = seat.last_office
    return str(last) if last is not None and last.is_file() else ""


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "the user of this computer"


def _progress() -> Progress:
    """Progress on standard error, and only where somebody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda done, total: None
    return lambda done, total: print(f"\r{done:,} of {total:,} ", end="", file=sys.stderr, flush=True)


def _told(written: Sequence[Path], as_json: bool) -> int:
    if as_json:
        print(json.dumps({"written": [str(path) for path in written]}))
    else:
        print("\n".join(str(path) for path in written))
    return 0


# Arguments


def _shots_arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("main.py shots", description="Draws every page over the sample hospital.")
    parser.add_argument("folder", metavar="FOLDER", type=places.to_fill, help="Where the pictures go.")
    sized = "How large the window is, as 1366x768; may be given again."
    parser.add_argument("--size", type=_size, action="append", metavar="WxH", help=sized)
    worn = parser.add_mutually_exclusive_group()
    for each, looks in (("dark", "In the dark look."), ("contrast", "In high contrast.")):
        worn.add_argument(f"--{each}", dest="worn", action="store_const", const=each, default="light", help=looks)
    parser.add_argument(
        "--providers", metavar="N", type=int, default=120, help="How many people the sample has; else 120."
    )
    _common(parser)
    return parser.parse_args(list(argv))


def _tour_arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("main.py tour", description="Does the whole job without a display.")
    parser.add_argument(
        "folder", metavar="FOLDER", type=places.to_fill, help="Where everything goes that the tour makes."
    )
    _common(parser)
    return parser.parse_args(list(argv))


def _common(parser: argparse.ArgumentParser) -> None:
    day = "The day that the sample is dated by (ISO); else today."
    parser.add_argument("--today", metavar="DATE", type=_day, default=date.today(), help=day)
    parser.add_argument("--json", action="store_true", help="One JSON object on standard output, and nothing else.")


def _day(text: str) -> date:
    try:
        return lived_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _size(text: str) -> tuple[int, int]:
    wide, _, high = text.lower().partition("x")
    if not (wide.isdigit() and high.isdigit() and 640 <= int(wide) <= 7680 and 400 <= int(high) <= 4320):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it like 1366x768")
    return int(wide), int(high)
