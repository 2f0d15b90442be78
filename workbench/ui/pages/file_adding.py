"""What is added to a file: by its primary button and Ctrl+N whatever the part that shows is about, by Ctrl+K anything."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction

from workbench.ui import commanding
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
    ("Except from a requirement…", "clipboard-check", "Ctrl+Shift+E", "quality", "exceptions", "exception exempt waiver"),
    ("Focused evaluation (FPPE)…", "eye", "Ctrl+Shift+F", "quality", "fppe", "proctoring proctor focused review"),
    ("Ongoing evaluation (OPPE)…", "eye", "Ctrl+Shift+W", "quality", "oppe", "ongoing performance review profile"),
    ("Adverse action…", "triangle-alert", "Ctrl+Shift+G", "quality", "adverse", "suspension restriction discipline hearing"),
    ("NPDB query…", "shield-check", "Ctrl+Shift+X", "quality", "queries", "data bank continuous query enrollment enroll"),
    ("Look into something…", "search", "Ctrl+Shift+S", "quality", "checks", "check background identity leie oig sam medicaid exclusion"),
    ("Look at claims or sanctions…", "shield-check", "Ctrl+Shift+Q", "quality", "looks", "verification malpractice history exclusions"),
    ("Temporary privileges…", "clock", "Ctrl+Shift+I", "privileges", "temporary", "temps temporaries urgent need"),
    ("Disaster privileges…", "hospital", "Ctrl+Shift+U", "privileges", "disaster", "emergency volunteer"),
)  # fmt: skip
"""What it is called, its icon and keys, its part of the file and its table there, and by what else it is looked for."""
OF_A_PERSON = "choose somebody first"


def further_actions(page: Any) -> list[QAction]:
    """What can be added from any part of a file: each shows its own part, and opens its form."""
    made = [
        page.add("Add a note", "sticky-note", "Ctrl+Shift+J", lambda: page.part("desk").cards[1].new.trigger()),
        page.add("Add a task", "square-check", "Ctrl+Shift+T", lambda: page.part("desk").cards[0].new.trigger()),
    ]
    for words, icon, keys, tab, card, called in _WATCHED:
        opens = lambda tab=tab, card=card: to_add(page, tab, card)  # noqa: E731
        added = page.add(words, icon, keys, opens, hint="Add it to this file")
        added.setProperty(commanding.WORDS, called)
        added.setEnabled(False)
        commanding.needing(added, what=OF_A_PERSON)
        made.append(added)
    page.verify.setProperty(commanding.WORDS, "add verify primary source psv")
    return made


def of_chosen(page: Any, chosen: Callable[[], int | None]) -> list[QAction]:
    """The same on a list of people: each opens the file of the one that is chosen, and its form there."""
    made = []
    for words, icon, _, tab, card, called in _WATCHED:
        opens = lambda tab=tab, card=card: page.shell.go("file", provider=chosen(), tab=tab, add=card)  # noqa: E731
        added = page.add(words, icon, "", opens, hint="Add it to the file of the chosen person")
        added.setProperty(commanding.WORDS, called)
        commanding.needing(added, what=OF_A_PERSON)
        made.append(added)
    return made


def to_add(page: Any, tab: str, card: str, **values: Any) -> None:
    """Show a part of the file, and open the form of one of its tables with these values filled in."""
    if page.can_write():
        page.show_tab(tab)
        getattr(page.part(tab), card).add_with(**values)


def say(page: Any) -> None:
    """Name the button by the part that shows; what can be added to the person can be added now."""
    key = page.tabs.current()
    page.new.setText(WORDS.get(key, OTHERS))
    card = _ADDS[key](page).parent() if key in _ADDS else None
    if isinstance(card, RecordsCard):
        card.added_above()
    for each in page.further:
        each.setEnabled(page.can_write())


def add(page: Any) -> None:
    """Add what the part that shows is about."""
    made = _ADDS.get(page.tabs.current())
    if made is None:
        page.credentials.add()
    else:
        made(page).trigger()
