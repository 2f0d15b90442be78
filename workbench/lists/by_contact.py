"""Rows of people put in the order of whom to call about them, which no column of theirs says."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

from peewee import Field, ModelSelect

from workbench.store import asking

MANY, MOST = 200, 30_000
"""People whose contacts are asked for together at first, and the most that are asked for by themselves."""


def in_turn(query: ModelSelect, whose: Field, groups: Sequence[Sequence[int]], limit: int | None) -> "array[int]":
    """The ids of (id, person) rows, group of people by group, and as the query has them within one.

    A first screen is of the first groups: their rows alone are asked for."""
    if limit is None:
        return _dealt(query, groups)
    found: array[int] = array("q")
    for portion in _portions(groups):
        people = [each for group in portion for each in group]
        if len(people) > MOST:
            return _dealt(query, groups)[:limit]
        theirs = query.where(whose.in_(asking.among(people)))
        found.extend(_dealt(theirs.limit(limit - len(found)) if len(portion) == 1 else theirs, portion))
        if len(found) >= limit:
            break
    return found[:limit]


def _portions(groups: Sequence[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    """The groups in their order, together as long as they are of few people; a larger one by itself. Each time twice as many:
    where most people have no such row, few questions come to the end."""
    portion: list[Sequence[int]] = []
    people, most = 0, MANY
    for group in groups:
        if portion and people + len(group) > most:
            yield portion
            portion, people, most = [], 0, most * 2
        portion.append(group)
        people += len(group)
    if portion:
        yield portion


def _dealt(query: ModelSelect, groups: Sequence[Sequence[int]]) -> "array[int]":
    turn = {each: n for n, group in enumerate(groups) for each in group}
    dealt: list[list[int]] = [[] for _ in groups]
    for id, whose in zip(*asking.columns(query), strict=True):
        if whose in turn:
            dealt[turn[whose]].append(id)
    return array("q", chain.from_iterable(dealt))
