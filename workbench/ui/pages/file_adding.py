"""What a file's primary button and Ctrl+N add: whatever the part that shows is about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction

WORDS = {
    "background": "&Add education",
    "privileges": "&Add privilege",
    "applications": "New &application…",
    "documents": "&Attach…",
    "desk": "&Add note",
}
"""By part; in every other it is a credential."""
OTHERS = "&Add credential"
_ADDS: dict[str, Callable[[Any], QAction]] = {
    "background": lambda page: page.part("background").cards[0].new,
    "privileges": lambda page: page.part("privileges").new,
    "applications": lambda page: page.part("applications").new,
    "documents": lambda page: page.attach,
    "desk": lambda page: page.part("desk").cards[1].new,
}


def say(page: Any) -> None:
    """Name the button by the part that shows."""
    page.new.setText(WORDS.get(page.tabs.current(), OTHERS))


def add(page: Any) -> None:
    """Add what the part that shows is about."""
    made = _ADDS.get(page.tabs.current())
    if made is None:
        page.credentials.add()
    else:
        made(page).trigger()
