"""Counting the views of a list beside the window, one view at a time, so that who types does not wait for all of them."""

from collections.abc import Callable, Hashable
from functools import partial

from workbench.lists.listing import ListOf
from workbench.ui.session import Session


def count_views(session: Session, owner: Hashable, listed: ListOf, told: Callable[[dict[str, int]], object]) -> None:
    """Tell how many rows each view has, by its key, "" being the list itself; asked again, what was begun is dropped."""
    today, counts = session.today, dict[str, int]()
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
