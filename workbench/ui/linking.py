"""What a box for another record offers: the records that match what is typed, by their titles."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.record import Record

OFFERED = 30
Search = Callable[[str], list[tuple[int, str]]]


class Among:
    """Finds those of a few records whose titles hold all the words, in any order."""

    def __init__(self, named: Sequence[tuple[int, str]]) -> None:
        self._named = list(named)

    def __call__(self, text: str) -> list[tuple[int, str]]:
        words = text.casefold().split()
        return [each for each in self._named if all(word in each[1].casefold() for word in words)]

    def title(self, record: int) -> str:
        """What a record is called here; empty if it is none of them."""
        return next((title for each, title in self._named if each == record), "")


class OfModel:
    """Finds the records of a model by words, best known first; (id, title). No two that it offers are called alike."""

    def __init__(self, model: type[Record], today: date) -> None:
        # All lists and their rules: the start of the window does not wait for them.
        from workbench.lists.named import LISTS

        self._model, self._today = model, today
        self._listed = next(each for each in LISTS if each.kind.model is model)

    def __call__(self, text: str) -> list[tuple[int, str]]:
        ids = self._listed.ids(today=self._today, search=text, limit=OFFERED)
        found = {each.id: each for each in self._model.select().where(self._model.id.in_(list(ids)))}
        titles = _titles(self._model, found.values())
        return [(each, titles[each]) for each in ids if each in titles]

    def title(self, record: int) -> str:
        """What a record is called here, also one that a search would not offer among the first."""
        found = self._model.get_or_none(self._model.id == record)
        return _titles(self._model, [found])[record] if found is not None else ""


def links_of(model: type[Record], fields: Sequence[str], today: date) -> dict[str, Search]:
    """For every field that points at another record, what finds those, and for every text that has usual values these and those
    that the office has written; by the field's name."""
    targets = {name: getattr(model.field(name), "rel_model", None) for name in fields}
    found: dict[str, Search] = {name: OfModel(target, today) for name, target in targets.items() if target is not None}
    usual = [name for name in fields if getattr(model.field(name), "usual", ())]
    return found | {name: Among(list(enumerate(_usual(model, name)))) for name in usual}


def _usual(model: type[Record], name: str) -> list[str]:
    """The texts of a field that the office has, and those that are usual."""
    field = model.field(name)
    written = [
        row[0] for row in model.select(field).where(field != "").distinct().order_by(field).limit(OFFERED).tuples()
    ]
    known = {each.casefold() for each in written}
    return sorted([*written, *(each for each in field.usual if each.casefold() not in known)], key=str.casefold)


def _titles(model: type[Record], records: Iterable[Record]) -> dict[int, str]:
    """By id. A privilege is told with its form, since many forms have the same line; of a name that several people have,
    each is told with what sets them apart."""
    found = list(records)
    titles = {each.get_id(): each.title for each in found}
    if model is Privilege:
        forms = dict(PrivilegeForm.select(PrivilegeForm.id, PrivilegeForm.name).tuples())
        return {each.get_id(): f"{each.title} · {forms.get(each.__data__['form'], '')}" for each in found}
    if model is Provider:
        lasts, firsts = ({each.__data__[name] for each in found} for name in ("last", "first"))
        alike = Provider.select().where(Provider.last.in_(lasts) & Provider.first.in_(firsts))
        called = [each.title for each in alike]
        for each in found:
            if called.count(each.title) > 1:
                titles[each.get_id()] = f"{each.title} · {_apart(each)}"
    return titles


def _apart(person: Record) -> str:
    npi, status = person.__data__["npi"], person.__data__["status"]
    return " · ".join(part for part in (f"NPI {npi}" if npi else f"no NPI, record {person.get_id()}", status) if part)
