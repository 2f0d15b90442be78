"""A list that this program exported, come back: its columns are what the list says they are, and its ID is our own."""

from collections.abc import Mapping

from workbench.lists.expirables import EXPIRABLES
from workbench.lists.staff import STAFF
from workbench.sheets.targets import PEOPLE

_ID = "ID"
_PERSON = {column.heading: f"provider.{column.key}" for column in STAFF.sheet}
_CREDENTIAL = {
    column.heading: "credential.kind"
    if column.key == "sort_name"
    else f"provider.{column.paths[0].split('.')[1]}"
    if column.paths[0].startswith("provider.")
    else f"credential.{column.key}"
    for column in EXPIRABLES.sheet
}
_LISTS: tuple[tuple[dict[str, str], frozenset[str]], ...] = (
    ({_ID: "credential.id", **_CREDENTIAL}, frozenset({_ID, "Last name", "First name", "Kind", "Number", "Expires"})),
    ({_ID: "provider.id", **_PERSON}, frozenset({_ID, "Last name", "First name", "Provider type", "Goes by"})),
)
"""By list its headings with what they mean, and those that tell it from any other roster."""
NAMES = (STAFF.name, EXPIRABLES.name)
"""Lists whose added rows are people and credentials of a roster: the import of rosters knows who they are."""


def targets_of(name: str) -> dict[str, str | None]:
    """By heading what a column of one of these lists means to an import; None for what it does not take."""
    means = _PERSON if name == STAFF.name else _CREDENTIAL
    return {heading: target if target in PEOPLE else None for heading, target in means.items()}


def own_columns(headings: Mapping[int, str]) -> dict[int, str | None]:
    """Of a list of ours every column with its target (None: what a list gives and an import does not take); else nothing."""
    told = set(headings.values())
    for means, needed in _LISTS:
        if needed <= told <= means.keys() and len(told) == len(headings):
            return {at: target if (target := means[text]) in PEOPLE else None for at, text in headings.items()}
    return {}
