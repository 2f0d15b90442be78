"""Under which names an exclusion list was searched: whoever was once called otherwise stands there under the name of that day (OIG,
Special Advisory Bulletin of May 8 2013: the names searched are documented, maiden names too)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.records.texts import day as told
from workbench.store import alphabet

RULE = "EXCL_NAMES"
_WORDS = re.compile(r"[^\W_]+")


def names_of(person: Any, others: Iterable[Any]) -> tuple[str, ...]:
    """“Zoe Zebra”, “Zoe Smith”: what a person is called, and by what other names; each once."""
    own = f"{person.first} {person.last}".strip()
    more = (f"{each.first or person.first} {each.last}".strip() for each in others)
    return tuple({_plain(name): name for name in (own, *more) if name}.values())


def noted(names: Iterable[str]) -> str:
    """As a check keeps them: “Zoe Zebra; Zoe Smith”."""
    return "; ".join(names)


def unsearched(names: tuple[str, ...], said: str) -> list[str]:
    """The names that a search leaves out. One of which nobody noted the names was of what the person is called."""
    searched = [_plain(part) for part in re.split(r"[;\n]", said) if part.strip()] or [
        _plain(each) for each in names[:1]
    ]
    return [name for name in names if not any(_plain(name) <= each for each in searched)]


def left_out(
    names: tuple[str, ...], newest: Mapping[str, Any], called: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    """By name that was left out, where: (“Zoe Smith”, “LEIE of Nov 19 2026, SAM of Nov 19 2026”, the id of the first of them).
    newest holds the newest search of each list, called how it is called in short."""
    where: dict[str, list[Any]] = {}
    for sort, short in called.items():
        look: Any = newest.get(sort)
        for name in unsearched(names, look.names) if look is not None else ():
            where.setdefault(name, []).append((f"{short} of {told(look.done)}", look.id))
    for name, looks in where.items():
        yield name, ", ".join(said for said, _ in looks), looks[0][1]


def _plain(name: str) -> frozenset[str]:
    """The words of a name, in whatever order: “Zebra, Zoe” is Zoe Zebra."""
    return frozenset(_WORDS.findall(alphabet.place(name)))
