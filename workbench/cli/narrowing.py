"""--filter COLUMN=WHAT: what a column's cells must hold, said as in the window's own filters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import typer

from workbench.lists.listing import ListOf
from workbench.lists.saved import Asked

HELP = (
    'What a column holds, as in the window\'s filters: Expires="this month", Expires="next 30 days", Expires=overdue, '
    "Department=surg, NPI=empty. May be given several times."
)


def narrowed(listed: ListOf, asked: Asked, filters: Sequence[str], today: date) -> Asked:
    """What is asked with the filters besides; raises BadParameter for a column that is none and for what asks nothing of it."""
    found = {}
    for each in filters:
        named, sign, wanted = (part.strip() for part in each.partition("="))
        if not sign or not wanted:
            raise typer.BadParameter(f"--filter takes COLUMN=WHAT, and “{each}” is not that.")
        key = _key(listed, named)
        if wrong := listed.misread(key, wanted, today):
            raise typer.BadParameter(f"{named}: {wrong}")
        found[key] = wanted
    return replace(asked, filters={**asked.filters, **found})


def _key(listed: ListOf, named: str) -> str:
    """The key of a column that a list can be filtered by, by its key or by its heading in the window or in files."""
    columns = [*listed.sheet, *listed.filterable, *listed.columns]  # what a file calls so comes first
    for column in columns:
        if named.casefold() in (column.key.casefold(), column.heading.casefold()):
            return column.key
    there = ", ".join(dict.fromkeys(each.heading for each in columns))
    raise typer.BadParameter(f"{listed.title} has no column “{named}”. It has: {there}.")
