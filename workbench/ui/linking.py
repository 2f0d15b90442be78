"""What a box for another record offers: the records that match what is typed, by their titles."""

from collections.abc import Callable, Sequence
from datetime import date

from workbench.records.record import Record

OFFERED = 30
Search = Callable[[str], list[tuple[int, str]]]


def links_of(model: type[Record], fields: Sequence[str], today: date) -> dict[str, Search]:
    """For every field that points at another record, what finds those; by the field's name."""
    targets = {name: getattr(model.field(name), "rel_model", None) for name in fields}
    return {name: search_of(target, today) for name, target in targets.items() if target is not None}


def search_of(model: type[Record], today: date) -> Search:
    """Finds the records of a model by words, best known first; (id, title)."""
    from workbench.lists.named import LISTS  # all lists and their rules: the start of the window does not wait for them

    listed = next(each for each in LISTS if each.kind.model is model)

    def search(text: str) -> list[tuple[int, str]]:
        ids = listed.ids(today=today, search=text, limit=OFFERED)
        found = {each.id: each.title for each in model.select().where(model.id.in_(list(ids)))}
        return [(each, found[each]) for each in ids if each in found]

    return search
