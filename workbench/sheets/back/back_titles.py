"""What the records of a list are called in its plan: whose they are, and which."""

from collections.abc import Sequence

from workbench.records.fields import Link
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.sheets.back.offered import titles_of
from workbench.store import bulk

_MOST = 500


def titles(model: type[Record], ids: Sequence[int]) -> dict[int, str]:
    """By id the title of each record that is still here, the person before what is theirs."""
    found: dict[int, str] = {}
    for start in range(0, len(ids), _MOST):
        block = list(ids[start : start + _MOST])
        called = titles_of(model, block)
        people = _people(model, block)
        found |= {id: " · ".join(filter(None, (people.get(id), called[id]))) for id in block if id in called}
    return found


def _people(model: type[Record], ids: Sequence[int]) -> dict[int, str]:
    whose = model._meta.fields.get("provider")
    if not isinstance(whose, Link) or "provider" in model.titled_by:
        return {}
    marks = ", ".join(map(str, ids))
    owners = dict(bulk.fetch(model._meta.table_name, ("id", "provider_id"), f"WHERE id IN ({marks})"))
    called = titles_of(Provider, sorted({owner for owner in owners.values() if owner}))
    return {id: called.get(owner, "") for id, owner in owners.items()}
