"""The views of a kind's page: their chips, and what is said where one has no rows."""

from collections.abc import Mapping
from typing import Any

from workbench.lists.listing import ListOf
from workbench.records.words import within


def chips(listed: ListOf, tones: Mapping[str, str]) -> list[tuple[str, str, None, str]]:
    """A chip for all, and one for each view; some have a tone."""
    return [("", "All", None, ""), *((each.key, each.title, None, tones.get(each.key, "")) for each in listed.views)]


def say_nothing(page: Any, key: str) -> None:
    """What the list says while it has no rows, and what it offers then."""
    view = page.list.view(key)
    if view is not None and page.kind.model.select().exists():
        page.table.set_empty(f"Nothing here: no {page.one} is “{view.title}”.", "Show all", lambda: page.open(view=""))
    else:
        offer = () if page.session.read_only else (f"Add {page.one}", page.new.trigger)
        page.table.set_empty(f"No {within(page.kind.title)} yet. {page.nothing}".strip(), *offer)
