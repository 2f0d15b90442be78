"""Counting the views of a list beside the window, one view at a time, so that who types does not wait for all of them."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial

from workbench.lists.listing import ListOf
from workbench.lists.then import ListThen
from workbench.ui.session import Session


def count_views(
    session: Session,
    owner: Hashable,
    listed: ListOf | ListThen,
    told: Callable[[dict[str, int]], object],
    today: date | None = None,
) -> None:
    """Tell how many rows each view has, by its key, "" being the list itself; asked again, what was begun is dropped.

    Without a day it is today."""
    today, counts = today or session.today, dict[str, int]()
    left = ["", *(view.key for view in listed.views)]

    def ask() -> None:
        session.reader.ask(owner, partial(listed.count, today=today, view=left[0]), keep)

    def keep(count: int) -> None:
        counts[left.pop(0)] = count
        if left:
            ask()
        else:
            told(counts)

    ask()
