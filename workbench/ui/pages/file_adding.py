"""What is added to a file: by its primary button and Ctrl+N whatever the part that shows is about, by Ctrl+K anything."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction

from workbench.ui.pages.file_records import RecordsCard

WORDS = {
    "background": "&Add education",
    "privileges": "&Add privilege",
    "applications": "New &application…",
    "quality": "&Add exception",
    "documents": "&Attach…",
    "desk": "&Add note",
}
"""By part; in every other it is a credential."""
OTHERS = "&Add credential"
_ADDS: dict[str, Callable[[Any], QAction]] = {
    "background": lambda page: page.part("background").cards[0].new,
    "privileges": lambda page: page.part("privileges").held.new,
    "applications": lambda page: page.part("applications").new,
    "quality": lambda page: page.part("quality").exceptions.new,
    "documents": lambda page: page.attach,
    "desk": lambda page: page.part("desk").cards[1].new,
}


_WATCHED = (
    ("Except from a requirement…", "clipboard-check", "Ctrl+Shift+E", "quality", "exceptions"),
    ("Focused evaluation (FPPE)…", "eye", "Ctrl+Shift+F", "quality", "fppe"),
    ("Adverse action…", "triangle-alert", "Ctrl+Shift+G", "quality", "adverse"),
    ("Look at claims or sanctions…", "shield-check", "Ctrl+Shift+Q", "quality", "looks"),
    ("Temporary privileges…", "clock", "Ctrl+Shift+I", "privileges", "temporary"),
    ("Disaster privileges…", "hospital", "Ctrl+Shift+U", "privileges", "disaster"),
)
"""What it is called, its icon and keys, its part of the file, and its table there."""


def further_actions(page: Any) -> None:
    """What can be added from any part of a file: each shows its own part, and opens its form."""
    page.add("Add a note", "sticky-note", "Ctrl+Shift+J", lambda: page.part("desk").cards[1].new.trigger())
    page.add("Add a task", "square-check", "Ctrl+Shift+T", lambda: page.part("desk").cards[0].new.trigger())
    for words, icon, keys, tab, card in _WATCHED:
        opens = lambda tab=tab, card=card: to_add(page, tab, card)  # noqa: E731
        page.add(words, icon, keys, opens, hint="Add it to this file")


def to_add(page: Any, tab: str, card: str, **values: Any) -> None:
    """Show a part of the file, and open the form of one of its tables with these values filled in."""
    if page.can_write():
        page.show_tab(tab)
        getattr(page.part(tab), card).add_with(**values)


def say(page: Any) -> None:
    """Name the button by the part that shows."""
    key = page.tabs.current()
    page.new.setText(WORDS.get(key, OTHERS))
    card = _ADDS[key](page).parent() if key in _ADDS else None
    if isinstance(card, RecordsCard):
        card.added_above()


def add(page: Any) -> None:
    """Add what the part that shows is about."""
    made = _ADDS.get(page.tabs.current())
    if made is None:
        page.credentials.add()
    else:
        made(page).trigger()
