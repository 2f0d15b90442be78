"""Two files of one person become one: field by field as chosen, everything that hangs on them moved, both histories kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from workbench.actions import committees
from workbench.actions.stages import open_ones
from workbench.errors import Problem, WorkbenchError
from workbench.records.checks import bare
from workbench.records.committee import Seat
from workbench.records.credential import Credential
from workbench.records.provider import MergedPerson, OtherName, Provider
from workbench.store import history

VERIFIED = Credential.witnessed_by
_GONE = "One of the two is not there any longer. Nothing was changed. Look again for people who may be the same."


@dataclass(frozen=True)
class Differing:
    """A field in which two people differ."""

    name: str
    title: str
    kept: Any
    gone: Any
    masked: bool = False

    @property
    def blank(self) -> bool:
        """Whether the one that stays says nothing: then the other's value is offered."""
        return self.kept in (None, "")


def differing(kept: int, gone: int, masked: frozenset[str]) -> list[Differing]:
    """Where two people differ, in the order of the form; what the second leaves blank is no difference. Values are those of
    the fields, of a link its id."""
    first, second = _both(kept, gone)
    found = []
    for field in Provider._meta.sorted_fields:
        ours, theirs = first.__data__.get(field.name), second.__data__.get(field.name)
        if not field.primary_key and theirs not in (None, "") and ours != theirs:
            found.append(Differing(field.name, field.verbose_name, ours, theirs, field.name in masked))
    return found


def merge(kept: int, gone: int, values: Mapping[str, Any], today: date) -> list[Problem]:
    """Bring everything of one person to the other, with the values chosen by field, in one step; what is wrong is returned.

    A name that is given up stays as a former name or alias; of two terms that say the same one stays, of two of one number
    the earlier becomes an earlier term. Where both have an open application of one kind, or both sit on one committee, which of
    the two goes on is said first. Raises WorkbenchError where one of the two is gone."""
    first, second = _both(kept, gone)
    before = first.last, first.first
    for name, value in values.items():
        setattr(first, Provider.field(name).object_id_name if _is_link(name) else name, value)
    if problems := [*first.problems(), *_in_the_way(kept, gone, today)]:
        return problems
    with history.step(f"Merge {second.title} into {first.title}"):
        for link, model in Provider._meta.backrefs.items():
            _move(link, model, gone, kept)
        _keep_names(first, before, second)
        _settle_credentials(kept)
        if first.supervisor_id in (kept, gone):
            first.supervisor = None
        MergedPerson.create(provider=kept, gone=gone, called=second.title, merged=today)
        second.delete_instance()
        first.save()
    return []


def _both(kept: int, gone: int) -> tuple[Any, Any]:
    found = {each.id: each for each in Provider.select().where(Provider.id.in_([kept, gone]))}
    if kept == gone or len(found) != 2:
        raise WorkbenchError(_GONE)
    return found[kept], found[gone]


def _in_the_way(kept: int, gone: int, today: date) -> Iterator[Problem]:
    """What one person may have once, and both have: two items on one agenda and two votes would come of it."""
    ours, theirs = ({each.sort for each in open_ones(who)} for who in (kept, gone))
    for sort in sorted(ours & theirs):
        yield Problem("", f"Both have an open application ({sort.lower()}). Close one of them first, as withdrawn.")
    seats = [list(Seat.select().where(Seat.provider == who)) for who in (kept, gone)]
    for one, other in product(*seats):
        runs = all(each.ends is None or each.ends >= today for each in (one, other))
        if one.committee_id == other.committee_id and runs and not committees.apart(one, other):
            where = one.committee.short or one.committee.name
            yield Problem(
                "", f"Both sit on {where} at the same time. End one of the two terms first: nobody has two seats."
            )


def _is_link(name: str) -> bool:
    return getattr(Provider.field(name), "rel_model", None) is not None


def _move(link: Any, model: Any, gone: int, kept: int) -> None:
    """Point the records of one link at the person who stays; one that says the same as one there goes."""
    there = {_said(each, link) for each in model.select().where(link == kept)} if link.on_delete == "CASCADE" else set()
    alone = [names for names, unique in model._meta.indexes if unique and link.name in names]
    alone += [(link.name,)] if link.unique else []  # one a person: a picture
    for record in model.select().where(link == gone):
        setattr(record, link.object_id_name, kept)
        if _said(record, link) in there or any(_is_there(record, names) for names in alone):
            record.delete_instance()
        else:
            record.save(only=[link])


def _said(record: Any, link: Any) -> tuple[Any, ...]:
    """Everything a record says but whose it is."""
    fields = (each for each in type(record)._meta.sorted_fields if not each.primary_key and each.name != link.name)
    return tuple(record.__data__.get(field.name) for field in fields)


def _is_there(record: Any, names: tuple[str, ...]) -> bool:
    model = type(record)
    same = [model._meta.fields[name] == record.__data__[name] for name in names]
    return bool(model.select().where(model.id != record.id, *same).exists())


def _keep_names(first: Any, before: tuple[str, str], second: Any) -> None:
    """Names that neither of the two goes by any longer stay findable."""
    names = {(each.last.casefold(), each.first.casefold()) for each in first.other_names}
    names.add((first.last.casefold(), first.first.casefold()))
    for last, given in (before, (second.last, second.first)):
        if (last.casefold(), given.casefold()) not in names:
            names.add((last.casefold(), given.casefold()))
            sort = "Former name" if last.casefold() != first.last.casefold() else "Alias"
            OtherName.create(provider=first, sort=sort, last=last, first=given)


def _settle_credentials(person: int) -> None:
    """Of current terms of one number: the same end is one term, with what verified it; an earlier end is an earlier term."""
    current: dict[tuple[Any, ...], Any] = {}
    query = Credential.select().where((Credential.provider == person) & ~Credential.past)
    for each in query.order_by(
        Credential.expires.desc(nulls="LAST"), Credential.verified.desc(nulls="LAST"), Credential.id
    ):
        key = each.sort_id, each.title.casefold(), bare(each.number), each.state
        first = current.setdefault(key, each)
        if first is each or not bare(each.number):
            continue
        if first.expires == each.expires:
            _take_over(first, each)
        else:
            each.past = True
            each.save()


def _take_over(first: Any, each: Any) -> None:
    """The term that stays takes what the other knows besides; what points at the other points at it."""
    for field in Credential._meta.sorted_fields:
        if not field.primary_key and field.name not in VERIFIED and first.__data__.get(field.name) in (None, ""):
            setattr(
                first,
                field.object_id_name if getattr(field, "rel_model", None) else field.name,
                each.__data__.get(field.name),
            )
    if first.verified is None and each.verified is not None:
        for name in VERIFIED:
            setattr(first, name, getattr(each, name))
    first.save()
    for link, model in Credential._meta.backrefs.items():
        for record in model.select().where(link == each.id):
            setattr(record, link.object_id_name, first.id)
            record.save(only=[link])
    each.delete_instance()
