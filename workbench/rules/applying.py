"""Which rules have something to judge in a file: where nothing of the sort is on file or under way, none of them is met either."""

from collections.abc import Callable

from workbench.records.elements import CREDENTIALS
from workbench.rules.pack_rows import RULES_OF
from workbench.rules.standing import File

_ASKED = ("application", "references", "identity", "work_history", "claims", "education", "training", "affiliation")
_ALWAYS = "REQUIRED"
OF_APPLICATIONS = frozenset(rule for element in _ASKED for rule in RULES_OF[element]) - {_ALWAYS} | frozenset(
    ("NPDB_APP", "RENEW_DATA", "AGENCY_QUERY", "COVER_ATTEST")
)
"""Rules that look at applications under way."""
_HELD: dict[str, Callable[[File], bool]] = {
    "privileges": lambda file: bool(file.held),
    "temporary": lambda file: bool(file.temporary),
    "disaster": lambda file: bool(file.disaster),
    "fppe": lambda file: bool(file.fppe or file.held),
    "adverse": lambda file: bool(file.adverse),
    "decision": lambda file: bool(file.decided),
}
"""By element, whether a file has any of it; of all else every member is asked."""


def applies(rule: str, file: File) -> bool:
    """Whether a rule has something to judge in a file."""
    if rule in OF_APPLICATIONS:
        return bool(file.applications) or rule == "NPDB_APP" and bool(file.temporary)
    elements = [element for element, rules in RULES_OF.items() if rule in rules]
    return rule == _ALWAYS or any(_has(element, file) for element in elements)


def _has(element: str, file: File) -> bool:
    if element in CREDENTIALS:
        return bool(file.of_sort(element))
    return _HELD.get(element, lambda file: file.is_staff)(file)
