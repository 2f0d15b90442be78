"""The views of a kind's page: their chips, which shows first, and what is said where one has no rows."""

from typing import Any

from workbench.lists import tasks
from workbench.lists.listing import ListOf
from workbench.records.desk import TASKS
from workbench.records.words import within
from workbench.store import database
from workbench.ui import naming_seat

FIRST = {TASKS.name: tasks.FIRST}
"""By kind the view that shows first; of the others all."""
_TONES = {"overdue": "bad", "week": "warn"}


def chips(listed: ListOf) -> list[tuple[str, str, None, str]]:
    """A chip for all, and one for each view."""
    return [("", "All", None, ""), *((each.key, each.title, None, _TONES.get(each.key, "")) for each in listed.views)]


def say_nothing(page: Any, key: str) -> None:
    """What the list says while it has no rows, and what it offers then."""
    view = page.list.view(key)
    if page.kind is TASKS and key == tasks.MINE:
        said = f"No task to do has the owner “{database.seat}”."
        if not naming_seat.is_known(page.session):
            page.table.set_empty(said, "Say your name…", lambda: _ask(page))
            return
        page.table.set_empty(said, "Show what is to do", lambda: page.open(view=tasks.FIRST))
    elif view is not None and page.kind.model.select().exists():
        page.table.set_empty(f"Nothing here: no {page.one} is “{view.title}”.", "Show all", lambda: page.open(view=""))
    else:
        offer = () if page.session.read_only else (f"Add {page.one}", page.new.trigger)
        page.table.set_empty(f"No {within(page.kind.title)} yet.", *offer)


def _ask(page: Any) -> None:
    why = "Tasks with this owner are yours, and notices are signed with it"
    naming_seat.ask(page.session, page.window(), why, lambda: page.open(view=tasks.MINE))
