"""Saying that two people, or some entries of a list, are not the same: they are offered no more. Each is a step."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from workbench.records.apart import Apart
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.words import within
from workbench.store import history, settings


def keep_people_apart(first: int, second: int) -> None:
    """Two files that look alike are of two people."""
    pair = sorted((first, second))
    kept = [list(each) for each in settings.load(Apart).people_apart]
    if pair in kept:
        return
    names = " and ".join(Provider.get_by_id(each).title for each in pair)
    with history.step(f"{names} are two people"):
        settings.save(people_apart=[*kept, pair])


def keep_names_apart(kind: Kind, names: Collection[str]) -> None:
    """Entries of a list that look alike mean different things."""
    group = [kind.table, sorted(names)]
    kept = [[tbl, list(each)] for tbl, each in settings.load(Apart).names_apart]
    if group in kept:
        return
    with history.step(f"Keep {', '.join(sorted(names))} apart among {within(kind.title)}"):
        settings.save(names_apart=[*kept, group])


def of_two(pairs: Iterable[Any]) -> list[Any]:
    """The pairs of people (first, second, ...) that nobody said are two."""
    apart = {tuple(each) for each in settings.load(Apart).people_apart}
    return [pair for pair in pairs if tuple(sorted(pair[:2])) not in apart]


def still_alike(kind: Kind, groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """The groups of names that nobody said mean different things."""
    apart = [frozenset(names) for tbl, names in settings.load(Apart).names_apart if tbl == kind.table]
    return [list(group) for group in groups if not any(frozenset(group) <= each for each in apart)]
