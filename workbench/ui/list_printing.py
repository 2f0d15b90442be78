"""“Print…” on a list's page: the rows, columns and order that are shown, as paper."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from PySide6.QtGui import QAction

from workbench.errors import Progress
from workbench.records.words import within
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table


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
    ids, today, keys = list(table.ids() if chosen is None else chosen), table.model_.today(), shown_keys(table)
    said = listing.in_words(
        listed,
        view=table.view,
        named=table.named,
        search=table.text,
        filters=table.filters,
        order=table.order,
        chosen=0 if chosen is None else len(ids),
        as_of=today if today != session.today else None,
    )

    def draw(progress: Progress) -> bytes:
        to = BytesIO()
        how: Any = {"title": title, "keys": keys, "progress": progress}
        made = replace(listing.listing_of(listed, ids, today, said, **how), printed=session.today)
        list_pages.draw(made, to, progress)
        return to.getvalue()

    name = f"{title} {today.isoformat()}.pdf"
    session.jobs.start(f"Drawing {within(title)}", draw, lambda pdf: show_paper(session, pdf, title, name, page))


def shown_keys(table: Table) -> tuple[str, ...]:
    """The columns that are shown, in the order in which they stand."""
    heading: Any = table.heading
    places = [heading.logicalIndex(n) for n in range(heading.count())]
    return tuple(table.model_.columns[place].key for place in places if not heading.isSectionHidden(place))
