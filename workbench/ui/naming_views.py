"""What is asked about a saved view: its name, and whether it may go."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import views
from workbench.errors import Problem
from workbench.lists.saved import Saved
from workbench.records.saved_view import SavedView

GOES = "It goes for everybody in this office; the rows it showed stay as they are. It can be undone."


def ask_name(
    session: Any,
    window: QWidget,
    asked: tuple[str, str, str],
    name: str,
    save: Callable[[str], list[Problem]],
) -> None:
    """Ask for a name; asked are headline, verb and words. save(name) answers what is wrong with it."""
    from workbench.ui.kit.form import Form  # loaded when one is asked for
    from workbench.ui.kit.form_dialog import FormDialog

    headline, verb, words = asked
    form = Form(SavedView, ("name",), today=lambda: session.today)
    form.load(SavedView(name=name))
    keep: Any = lambda: save(form.box("name").text())  # noqa: E731
    FormDialog(headline, form, keep, verb=verb, words=words, parent=window).open()


def ask_to_rename(session: Any, window: QWidget, view: Saved, built_in: list[str]) -> None:
    """Call a view otherwise; built_in are the titles that no other may have."""
    rename = lambda name: session.do(views.rename, view.id, name, built_in) or []  # noqa: E731
    ask_name(session, window, (f"Rename the view “{view.name}”", "Rename", ""), view.name, rename)


def ask_to_remove(session: Any, view: Saved) -> None:
    """Remove a view, once somebody says so."""
    session.messages.confirm(
        f"Remove the view “{view.name}”?",
        "Remove the view",
        partial(session.do, views.remove, view.id),
        detail=GOES,
    )
