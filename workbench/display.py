"""Can a window open here? Asked before Qt is loaded, since Qt ends the process where it cannot.

The cheap question comes first: load Qt's X11 plugin into this process and connect to the display, 15 ms, most of it
spent on libraries that Qt needs a moment later anyway. Only where that is no clear yes (Wayland alone, a named
platform, a failure) is Qt itself tried in a child, 160 ms, and the child's word is final. Windows and macOS always
have a display.
"""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from workbench.errors import WorkbenchError

WITHOUT_DISPLAY = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
PATIENCE = 30  # seconds; a cold disk may need some

# Library: Debian's package. What a bare Debian or Ubuntu lacks.
COMMON = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
WINDOW = "A window cannot open here"
PICTURES = "Pages cannot be drawn here"
INSTEAD = (
    "Or use a command, which needs no display: main.py --help lists them, main.py tour FOLDER shows the whole job."
)
INSTEAD_OF_DRAWING = "Or use a command that draws nothing: main.py --help lists them."


def require(platform: str = "") -> None:
    """Return if Qt can start; raise WorkbenchError that says what to install or to use instead.

    platform is the Qt platform that will be used; without it, the one that Qt itself would choose.
    """
    if not sys.platform.startswith("linux"):
        return
    asked = platform or os.environ.get("QT_QPA_PLATFORM", "")
    name = asked.partition(":")[0]
    if name in WITHOUT_DISPLAY:
        error = loading(name)
        if error:
            raise WorkbenchError(lacking(PICTURES, COMMON, error))
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise WorkbenchError(f"There is no display here to open a window on. Start it in a desktop session. {INSTEAD}")
    if name in ("", "xcb") and loading("xcb") == "" and answers():
        return
    said = trial()
    if said is not None:
        x11, wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
        raise WorkbenchError(lacking(WINDOW, {**COMMON, **(X11 if x11 else {}), **(WAYLAND if wayland else {})}, said))


def loading(platform: str) -> str | None:
    """Load Qt's plugin of that name into this process: "" if it came, the loader's words if not, None if not found."""
    package = find_spec("PySide6")  # finds the folder without importing it
    if package is None or not package.submodule_search_locations:
        return None
    plugin = Path(package.submodule_search_locations[0], "Qt", "plugins", "platforms", f"libq{platform}.so")
    return _fault(str(plugin)) if plugin.exists() else None


def answers() -> bool:
    """Whether the X display of this session takes a connection."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def trial() -> str | None:
    """Let a child of this program start Qt: None if it came up, else what it said."""
    import subprocess  # 6 ms, and seldom needed

    program = [] if getattr(sys, "frozen", False) else [str(Path(__file__).parents[1] / "main.py")]
    try:
        done = subprocess.run(
            [sys.executable, *program, "--try-display"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"it did not answer within {PATIENCE} seconds"
    return None if done.returncode == 0 else done.stderr.strip()


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Those of these libraries that do not load."""
    return [name for name in libraries if _fault(name)]


def lacking(what: str, libraries: dict[str, str], said: str) -> str:
    """The sentence for what cannot be: every library missing and its package, or what was said."""
    lacks = missing(libraries)
    met = re.search(r"([\w.+-]+\.so[.\d]*): cannot open shared object", said)
    if met and met[1] not in lacks:
        lacks.append(met[1])
    if not lacks:
        reason = next((line for line in said.splitlines() if line.strip()), "Qt gave no reason")
        reason = re.sub(r"^qt[\w.]*: ", "", reason.strip()).rstrip(".")
        if re.search("wl_display|connect to display|Could not load the Qt platform", said):
            named = [f"{name}={os.environ[name]}" for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
            reason = f"the display ({', '.join(named)}) does not answer"
        return f"{what}: {reason}. Start it in a desktop session. {INSTEAD}"
    packages = list(dict.fromkeys(libraries[name] for name in lacks if name in libraries))
    install = f"apt install {' '.join(packages)}" if packages else "your system's package that holds it"
    drawable = what == WINDOW and not any(name in COMMON for name in lacks)
    return (
        f"{what}: missing or broken in this system: {', '.join(lacks)}. "
        f"Install with: {install}. {INSTEAD if drawable else INSTEAD_OF_DRAWING}"
    )


def _fault(library: str) -> str:
    """The loader's words when the library does not load, else nothing."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""
