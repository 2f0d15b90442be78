"""Who works at this computer: asked once, when something is first signed with the name, and changed in Settings."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.errors import Problem
from workbench.records.desk import TASKS
from workbench.store import database
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines

MOST = 60
"""Letters of a name."""
WORDS = "{}. Until you say it, it is “{}”, as this computer calls you. Settings, This seat, changes it later."


def problem_of(name: str) -> Problem | None:
    """What is wrong with a name, if anything."""
    if not name or len(name) > MOST:
        said = f"At most {MOST} letters." if name else "Write your name: the history says who did what."
        return Problem("name", said)
    return None


def call_me(session: Any, name: str) -> None:
    """Name whoever works here so from now on; other tasks are theirs then."""
    session.at_seat.call_me(name)
    session.seat.name = name
    session.messages.toast(f"The history calls you {name} from now on")
    session.changed.emit({TASKS.table})


def is_known(session: Any) -> bool:
    """Whether somebody said it, or cannot."""
    return bool(session.at_seat is None or session.seat.name)


def once_asked(session: Any, parent: QWidget, why: str, then: Callable[[], object]) -> None:
    """Do what is signed with the name. The first time it is asked for, and may be left out: then it is never asked again."""
    if is_known(session) or session.seat.name_asked:
        then()
    else:
        ask(session, parent, why, then)


def ask(session: Any, parent: QWidget, why: str, then: Callable[[], object] = lambda: None) -> Sheet:
    """Ask for the name; then goes on with it, or without where it is left out. why says what needs it."""
    sheet, lines = Sheet("Your name", WORDS.format(why, database.seat), parent), Lines()
    lines.add("name", "&Your name", hint="As you sign letters")

    def go_on() -> None:
        session.seat.name_asked = True
        sheet.accept()
        then()

    def keep() -> None:
        name = " ".join(lines.text("name").split())
        if problem := problem_of(name):
            lines.show_problems([problem])
            return
        call_me(session, name)
        go_on()

    sheet.body.addWidget(lines)
    sheet.add_button("Cancel", "", sheet.reject)
    sheet.add_button("Go on without", "", go_on)
    sheet.add_button("Use this name", "primary", keep, default=True)
    sheet.open()
    lines.focus("name")
    return sheet
