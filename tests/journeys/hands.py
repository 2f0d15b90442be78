"""The hands and ears of a journey: keys by xdotool, what is on the screen by the accessibility bus.

It runs on Debian's own Python, as a program apart from the one it drives, and imports nothing of that."""

import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST = 400
"""Children looked at in one place; tables are not walked: 20,000 rows would report 80,000 of them."""
TABLES = (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.TREE)
CLOSED = (*TABLES, Atspi.Role.COMBO_BOX)
"""What is not looked into: a combo box calls its hidden list showing."""
PRESSES = ("Press", "Toggle", "press", "toggle", "Show Menu", "ShowMenu", "SetFocus")
Atspi.init()


def until(probe: Callable[[], Any], what: str, seconds: float = 15) -> Any:
    """What the probe answers, asked again until it answers something."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = probe()
        except Exception:  # a node can be gone between two looks
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


def _tell(kind: type, error: BaseException, trace: Any) -> None:
    """A client that fails says what was on the screen."""
    traceback.print_exception(kind, error, trace)
    print("on the screen:", Window(seconds=1).texts()[:150], file=sys.stderr)


sys.excepthook = _tell


class Window:
    """The program, as somebody sees it who cannot see the code."""

    def __init__(self, title: str = "Medical Staff Workbench", seconds: float = 30) -> None:
        self.title, self.pressed, self.clicked = title, 0, 0
        until(self._tops, f"a window titled {title}", seconds)

    def _tops(self) -> list[Any]:
        desk = Atspi.get_desktop(0)
        apps = [desk.get_child_at_index(n) for n in range(desk.get_child_count())]
        tops = [app.get_child_at_index(n) for app in apps if app for n in range(app.get_child_count())]
        return [top for top in tops if top is not None]

    def nodes(self, name: str = "", role: str = "") -> Iterator[Any]:
        """Everything that shows, by the beginning of its name and by its role; the newest window first."""
        for top in reversed(self._tops()):
            for node in _walk(top):
                label = (node.get_name() or "").replace("&", "")
                if label.startswith(name) and (not role or node.get_role_name() == role):
                    yield node

    def find(self, name: str, role: str = "", seconds: float = 15) -> Any:
        """The first such thing; one with exactly this name before one that only begins so."""

        def look() -> Any:
            found = list(self.nodes(name, role))
            exact = [node for node in found if (node.get_name() or "").replace("&", "") == name]
            return (exact or found or [None])[0]

        return until(look, f"{role or 'something'} named {name!r}", seconds)

    def press(self, name: str, role: str = "") -> None:
        """Press a button, an entry of a menu or a tab, by its name."""

        def ready() -> Any:
            for node in [self.find(name, role, 1), *self.nodes(name, role)]:
                actions = node.get_action_iface()
                names = [actions.get_action_name(n) for n in range(actions.get_n_actions())] if actions else []
                if node.get_state_set().contains(Atspi.StateType.ENABLED):
                    for place, each in enumerate(names):
                        if each in PRESSES:
                            return actions, place
            return None

        actions, place = until(ready, f"{name!r} to press")
        self.clicked += 1
        actions.do_action(place)

    def write(self, label: str, text: str) -> None:
        """Fill a box, by its label."""
        box = until(
            lambda: next((n for n in self.nodes(label) if n.get_editable_text_iface()), None), f"a box {label!r}"
        )
        box.get_editable_text_iface().set_text_contents(text)

    def keys(self, *combinations: str) -> None:
        """Press keys: "ctrl+k", "Return"."""
        for each in combinations:
            subprocess.run(["xdotool", "key", "--clearmodifiers", each], check=True)
            self.pressed += 1
            time.sleep(0.12)

    def into_box(self, combination: str) -> None:
        """Press the keys that go to a box, and wait until a box has the keyboard: letters typed sooner would be lost."""
        self.keys(combination)
        until(self.typing, f"a box with the keyboard after {combination}")

    def typing(self) -> bool:
        """Whether a box has the keyboard, or a choice, which takes letters too."""
        return any(
            node.get_state_set().contains(Atspi.StateType.FOCUSED)
            and (node.get_editable_text_iface() or node.get_role() == Atspi.Role.COMBO_BOX)
            for node in self.nodes()
        )

    def type(self, text: str) -> None:
        """Type letters one after the other."""
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        self.pressed += len(text)
        time.sleep(0.2)

    def texts(self) -> list[str]:
        """Every name that shows; a part that goes while it is asked makes it ask again."""
        for _ in range(9):
            with suppress(GLib.Error):
                return [node.get_name() for node in self.nodes() if node.get_name()]
        return []

    def shows(self, text: str, seconds: float = 20) -> str:
        """Wait until something says so; the whole of what it says."""
        return until(
            lambda: next((each for each in self.texts() if text in each), ""), f"{text!r} on the screen", seconds
        )

    def hides(self, text: str, seconds: float = 20) -> None:
        """Wait until nothing says so any more."""
        until(lambda: not any(text in each for each in self.texts()), f"{text!r} to go", seconds)

    def rows(self, table: str, most: int = 60) -> list[dict[str, str]]:
        """The first rows of a table, by heading."""
        grid = self._grid(table)
        heads = [grid.get_column_description(n) for n in range(grid.get_n_columns())]
        count = min(grid.get_n_rows(), most)
        return [
            {head: grid.get_accessible_at(row, n).get_name() for n, head in enumerate(heads)} for row in range(count)
        ]

    def click_row(self, table: str, row: int, times: int = 1) -> None:
        """Click the first cell of a row."""
        grid = self._grid(table)
        box = grid.get_accessible_at(row, 0).get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        where = [str(box.x + 40), str(box.y + box.height // 2)]
        click = ["click", "--repeat", str(times), "--delay", "60", "1"]
        subprocess.run(["xdotool", "mousemove", *where, *click], check=True)
        self.clicked += 1
        time.sleep(0.2)

    def row_of(self, table: str, text: str) -> int:
        """The place of the first row in which a cell holds the text."""

        def look() -> Any:
            for place, row in enumerate(self.rows(table)):
                if any(text in cell for cell in row.values()):
                    return place + 1
            return None

        return until(look, f"{text!r} in the table {table}") - 1

    def _grid(self, table: str) -> Any:
        def look() -> Any:
            return next((n for n in self.nodes(table) if n.get_role() in TABLES), None)

        return until(look, f"a table named {table!r}").get_table_iface()

    def choose_file(self, path: str) -> None:
        """Answer a file dialog with a path; its list of completions would take a Return for itself."""
        self.find("File name", seconds=10)
        self.write("File name", path)
        time.sleep(0.3)
        shown = until(
            lambda: [each for each in ("&Open", "&Save", "Open", "Save") if each in self.texts()], "its button"
        )
        self.press(shown[0].replace("&", ""))
        self.hides("Files of type")


def _walk(node: Any, depth: int = 0) -> Iterator[Any]:
    """What shows, and nothing below what does not: the pages behind would be nine tenths of every look."""
    if not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield node
    if depth < 40 and node.get_role() not in CLOSED:
        for place in range(min(node.get_child_count(), MOST)):
            child = node.get_child_at_index(place)
            if child is not None:
                yield from _walk(child, depth + 1)
