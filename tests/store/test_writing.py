"""Peewee's queries are written by a shorter way: what is written is the same."""

from typing import Any

from peewee import JOIN, Context, Model, fn

from workbench.records import KINDS
from workbench.records.credential import Credential
from workbench.records.office_lists import Specialty
from workbench.records.provider import Provider
from workbench.store import database
from workbench.store.writing import Writing


def both(query: Any) -> tuple[Any, Any]:
    """What is written of a query by our way, and by Peewee's own."""
    how = database.get_context_options()
    return Writing(**how).parse(query), Context(**how).parse(query)


def test_every_kind_is_read_as_peewee_would() -> None:
    for kind in KINDS:
        model: type[Model] = kind.model
        ours, theirs = both(model.select().where(model.id.in_([1, 2])).order_by(model.id.desc()))
        assert ours == theirs


def test_joined_aliased_and_nested_queries_are_the_same() -> None:
    second, boss = Specialty.alias(), Provider.alias("boss")
    joined = Provider.select(Provider, second, boss.last.alias("name")).join(second, JOIN.LEFT_OUTER).switch(Provider)
    joined = joined.join(boss, JOIN.LEFT_OUTER, on=Provider.supervisor == boss.id)
    held = Credential.select(Credential.provider).where(Credential.provider == Provider.id, ~Credential.past)
    counted = fn.COUNT(Credential.id).alias("held")
    for query in (
        joined.where(fn.LOWER(second.name) == "x"),
        Provider.select().where(Provider.id.in_(held) & (Provider.last ** "a%")),
        Provider.select(Provider.id, counted).join(Credential).group_by(Provider.id).having(counted > 1),
        Provider.select(Provider.last).union(boss.select(boss.first)).order_by(Provider.last),
    ):
        ours, theirs = both(query)
        assert ours == theirs


def test_what_is_written_names_no_table() -> None:
    for query in (
        Provider.insert(last="A", first="B"),
        Provider.update(last=Provider.first).where(Provider.id == 1),
        Provider.delete().where(Provider.last == "A"),
    ):
        ours, theirs = both(query)
        assert ours == theirs
