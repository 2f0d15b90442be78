"""“Print…” on a list's page: the rows, columns and order that are shown, as paper."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from PySide6.QtGui import QAction

from workbench.errors import Progress
from workbench.records.words import within
from workbench.ui.commanding import ALIKE
from workbench.ui.kit.action import keys_of
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table

KEYS = "Ctrl+P"


def print_action(page: Page, table: Table, title: str = "") -> QAction:
    """The action of a page that prints its list as it is shown; it can be pressed while there are rows."""
    made = page.add("&Print…", "printer", "Ctrl+P", lambda: print_list(page, table, title))
    table.counted.connect(lambda count: made.setEnabled(count > 0))
    made.setEnabled(table.count() > 0)
    return made


def print_list(page: Page, table: Table, title: str = "", chosen: Sequence[int] | None = None) -> None:
    """Draw the list as a job, then show it; chosen are the rows if not all."""
    from workbench.papers import list_pages, listing  # the document library costs a start nothing
    from workbench.ui.paper_sheet import show_paper

    session, listed = page.session, table.model_.listed
    title = title or listed.title
    ids, today, keys = list(table.ids() if chosen is None else chosen), table.model_.today(), printed_keys(table)
    groups = table.model_.heads.over(ids)
    said = listing.in_words(
        listed,
        view=table.view,
        named=table.named,
        search=table.text,
        filters=table.filters,
        order=table.order,
        group=table.group,
        chosen=0 if chosen is None else len(ids),
        as_of=today if today != session.today else None,
    )

    def draw(progress: Progress) -> bytes:
        to = BytesIO()
        how: Any = {"title": title, "keys": keys, "groups": groups, "progress": progress}
        made = replace(listing.listing_of(listed, ids, today, said, **how), printed=session.today)
        list_pages.draw(made, to, progress)
        return to.getvalue()

    name = f"{title} {today.isoformat()}.pdf"
    session.jobs.start(f"Drawing {within(title)}", draw, lambda pdf: show_paper(session, pdf, title, name, page))


def printed_keys(table: Table) -> tuple[str, ...]:
    """The columns that paper has: those that are shown, and what a list prints too, each behind the one that stands before it in
    the list."""
    shown, keys = list(shown_keys(table)), [each.key for each in table.model_.columns]
    for key in () if table.columns.is_chosen() else getattr(table.model_.listed, "printed_too", ()):
        if key not in shown:
            before = [each for each in keys[: keys.index(key)] if each in shown]
            shown.insert(shown.index(before[-1]) + 1 if before else 0, key)
    return tuple(shown)


def shown_keys(table: Table) -> tuple[str, ...]:
    """The columns that are shown, in the order in which they stand."""
    heading: Any = table.heading
    places = [heading.logicalIndex(n) for n in range(heading.count())]
    columns = [table.model_.columns[place] for place in places if not heading.isSectionHidden(place)]
    return tuple(each.key for each in columns if not getattr(each, "button", False))


def offer_print(page: Page) -> None:
    """Whatever list shows on a page can be printed: by Ctrl+P where the page prints nothing else, and always by its name."""
    taken = any(keys_of(each) == KEYS for each in page.actions())
    made = page.add("Print the list that shows…", "printer", "" if taken else KEYS, lambda: print_shown(page))
    made.setProperty(ALIKE, True)


def print_shown(page: Page) -> None:
    """Print the list that has the keyboard, else the largest that shows."""
    found = [each for each in page.findChildren(Table) if each.isVisibleTo(page) and each.count()]
    if not found:
        page.session.messages.tell("There is no list here", "Open a part of the page that has rows, then print it.")
        return
    found.sort(key=lambda each: (each.hasFocus(), each.width() * each.height()))
    whose = page.findChild(Header)
    about = whose.said() if page.group == "hidden" and whose is not None else ""
    title = " · ".join(part for part in (found[-1].accessibleName(), about) if part)
    print_list(page, found[-1], title)
