"""All lists by their names, and one for every kind that nobody designed a list for."""

from workbench.lists.applications import IN_PROCESS
from workbench.lists.columns import column
from workbench.lists.documents import DOCUMENTS_LIST
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.findings import FINDINGS_LIST
from workbench.lists.listing import ListOf, Telling
from workbench.lists.meetings import COMMITTEES_LIST, MEETINGS_LIST
from workbench.lists.privileges import HELD
from workbench.lists.staff import STAFF
from workbench.lists.tasks import TASKS_LIST
from workbench.lists.verifications import VERIFICATION_LOG
from workbench.records import KINDS
from workbench.records.kind import Kind
from workbench.records.practice import PRACTICES
from workbench.records.record import Record


def _plain(kind: Kind) -> ListOf:
    """The list of a kind that nobody designed: its columns, in its own order, and its rows in the kind's."""
    own = tuple(column(kind.model, name, bold=place == 0) for place, name in enumerate(kind.columns))
    columns = tuple(column(kind.model, path, "Provider", "provider") for path in _whose(kind)) + own
    links = tuple(name for name in kind.columns if hasattr(kind.model.field(name), "rel_model"))
    found_by = tuple(name for name in links if kind.model.field(name).rel_model._meta.table_name in _SEARCHED)
    order = tuple((key, False) for key in kind.order or (own[0].key,))
    found_with = _FOUND_WITH.get(kind.name, ())
    return ListOf(kind, columns, columns, order=order, found_by=found_by, found_with=found_with)


def _whose(kind: Kind) -> list[str]:
    """The way to the person, where neither a column says whose it is nor the title of what a column points at."""
    links = {name: getattr(kind.model.field(name), "rel_model", None) for name in kind.columns}
    said = "provider" in links or any("provider" in each.titled_by for each in links.values() if each is not None)
    ways = [name for name, model in links.items() if model is not None and _is_somebody_s(model)]
    return [] if said else [f"{name}.provider" for name in ways[:1]]


def _is_somebody_s(model: type[Record]) -> bool:
    owner = model._meta.fields.get("provider")
    return owner is not None and owner.on_delete == "CASCADE"


_FOUND_WITH = {PRACTICES.name: (Telling("practice_address"),)}
"""By kind whose words find its rows as well: a practice is found by its mailing address."""
_SEARCHED = {kind.table for kind in KINDS if kind.searched}
_DESIGNED = {
    each.name: each
    for each in (
        STAFF,
        EXPIRABLES,
        IN_PROCESS,
        HELD,
        MEETINGS_LIST,
        COMMITTEES_LIST,
        DOCUMENTS_LIST,
        TASKS_LIST,
        VERIFICATION_LOG,
    )
}
LISTS: tuple[ListOf, ...] = (*(_DESIGNED.get(kind.name) or _plain(kind) for kind in KINDS), FINDINGS_LIST)


def list_named(name: str) -> ListOf | None:
    """A list by the name the command line uses."""
    return next((each for each in LISTS if each.name == name), None)
