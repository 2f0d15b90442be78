"""What a box for another record offers: the records that match what is typed, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from workbench.actions import editing
from workbench.records import KINDS
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.store import alphabet

if TYPE_CHECKING:
    from workbench.ui.session import Session

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
    """Finds the records of a model by words; (id, title). First come those that are called so, then those that are found by what
    they point at: a person by the department's chair. No two that it offers are called alike."""

    def __init__(self, model: type[Record], today: date) -> None:
        # All lists and their rules: the start of the window does not wait for them.
        from workbench.lists.named import LISTS

        self._model, self._today = model, today
        self._listed = next(each for each in LISTS if each.kind.model is model)

    def __call__(self, text: str) -> list[tuple[int, str]]:
        how: dict[str, Any] = {"today": self._today, "search": text, "limit": OFFERED}
        ids = list(self._listed.named_alone().ids(**how)) if text.strip() else []
        if len(ids) < OFFERED:
            ids = list(dict.fromkeys([*ids, *self._listed.ids(**how)]))[:OFFERED]
        found = {each.id: each for each in self._model.select().where(self._model.id.in_(ids))}
        titles = _titles(self._model, found.values())
        return [(each, titles[each]) for each in ids if each in titles]

    def title(self, record: int) -> str:
        """What a record is called here, also one that a search would not offer among the first."""
        found = self._model.get_or_none(self._model.id == record)
        return _titles(self._model, [found])[record] if found is not None else ""


class OrNew(OfModel):
    """Finds the records of a model, and lets a new one be made where none of them is meant: a list may be empty yet."""

    def __init__(self, model: type[Record], session: Session) -> None:
        super().__init__(model, session.today)
        self._session = session
        self.one = editing.one(self._listed.kind)
        """What one of them is called."""

    def make(self, parent: QWidget, name: str, made: Callable[[int], object]) -> None:
        """Ask for a new one, with a name to begin with; made takes its id once it is in the office."""
        if self._model is Provider:
            from workbench.ui.pages import provider_sheets

            provider_sheets.ask_new(self._session, parent, made, name)
            return
        from workbench.ui.record_sheet import ask_record  # it finds its own links here

        named = {"name": name} if name and self._model.titled_by == ("name",) else {}
        ask_record(parent, self._session, self._listed.kind, self._model(**named), made)


def _finds(target: type[Record], today: date, session: Session | None) -> OfModel:
    """What finds the records of a model; of the office's own lists, and of people, a new one can be made."""
    own = target is Provider or any(kind.model is target and kind.group for kind in KINDS)
    if session is not None and own and not session.read_only:
        return OrNew(target, session)
    return OfModel(target, today)


def links_of(
    model: type[Record], fields: Sequence[str], today: date, session: Session | None = None
) -> dict[str, Search]:
    """For every field that points at another record, what finds those, and for every text that has usual values these and those
    that the office has written; by the field's name. With the session a new entry of the office's lists can be made on the way."""
    targets = {name: getattr(model.field(name), "rel_model", None) for name in fields}
    found: dict[str, Search] = {
        name: _finds(target, today, session) for name, target in targets.items() if target is not None
    }
    usual = [name for name in fields if getattr(model.field(name), "usual", ())]
    return found | {name: Among(list(enumerate(_usual(model, name)))) for name in usual}


def offered(model: type[Record], name: str) -> list[str]:
    """What a cell of this field can hold, where that is a few words: a choice, an entry of one of the office's lists, what is usual."""
    field: Any = model.field(name)
    if (target := getattr(field, "rel_model", None)) is not None:
        return sorted((row[0] for row in target.select(target.name).tuples()), key=alphabet.place)
    if field.choices:
        return [str(label) for _, label in field.choices if label]
    return _usual(model, name) if getattr(field, "usual", ()) else []


def _usual(model: type[Record], name: str) -> list[str]:
    """The texts of a field that the office has, and those that are usual."""
    field = model.field(name)
    written = [
        row[0] for row in model.select(field).where(field != "").distinct().order_by(field).limit(OFFERED).tuples()
    ]
    known = {each.casefold() for each in written}
    return sorted([*written, *(each for each in field.usual if each.casefold() not in known)], key=alphabet.place)


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
