"""Social security numbers and birth dates that somebody typed into a text: no paper shows them, and whoever prints one is told
where they stand, so that the record is corrected.

What is drawn is masked where all texts pass, in fonts.py. What a paper says otherwise, as its bookmarks, its file's name or the
lines of a message, is masked here, in its value."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from workbench.records.private_texts import any_held, masked

T = TypeVar("T")
Told = tuple[str, str, str]
"""In whose part of a paper (“Morris, Kevin T., DO”), in what of it (“explanation”), and the text with its dots."""
LONGEST = 60
"""So many signs of a text tell which one it is."""
_APART = {"key", "findings", "left_out", "leads_to", "sha256"}
"""Of a paper what is not printed."""
_CALLED = ("name", "whose", "title", "number")
"""By what a part of a paper is known, the best first."""


def dotted(text: str) -> str:
    """A text with dots for them; what a paper was looked through for is not looked at again as it is drawn."""
    return text if text in _CLEAN else _dotted(text)


@lru_cache(20_000)
def _dotted(text: str) -> str:
    return masked(text)


_CLEAN = set[str]()
"""The texts of the paper that was looked through last and holds none."""


def veiled(paper: T) -> T:
    """The paper with dots for them in each of its texts; itself where it holds none."""
    return _veiled(paper) if _holds(paper) else paper  # type: ignore[no-any-return]


def held_in(paper: Any) -> tuple[Told, ...]:
    """Where in a paper they stand; each place once."""
    return tuple(dict.fromkeys(_told(paper, "", ""))) if _holds(paper) else ()


def sentences(paper: Any) -> tuple[str, ...]:
    """What whoever prints it should know, and do: a sentence for each whose part it is."""
    found: dict[str, list[str]] = {}
    for whose, what, said in held_in(paper):
        found.setdefault(whose, []).append(f"{what} “{said if len(said) <= LONGEST else f'{said[:LONGEST]}…'}”")
    return tuple(
        f"{whose or 'In all of it'}: what reads like a Social Security number or a birth date prints as dots. Take it out of the "
        f"record: {'; '.join(places)}."
        for whose, places in found.items()
    )


def _holds(paper: Any) -> bool:
    """Whether any of its texts holds one: all are looked at together, which is several times as fast as one by one."""
    texts = {*_texts(paper)}
    held = any_held(texts)
    if not held:
        _CLEAN.clear()
        _CLEAN.update(texts)
    return held


def _texts(value: Any) -> Iterator[str]:
    """All texts of a value, however deep: it is asked for each packet, so it is quick."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if type(each) is str:
            yield each
        elif isinstance(each, (tuple, list)):
            waiting += each
        elif (parts := getattr(each, "__dict__", None)) is not None:
            waiting += [part for name, part in parts.items() if name not in _APART]


def _veiled(value: Any) -> Any:
    if isinstance(value, str):
        return dotted(value)
    if isinstance(value, tuple):
        made = [_veiled(each) for each in value]
        return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: _veiled(each) for name, each in before.items()}
        return replace(value, **{name: each for name, each in after.items() if each != before[name]})
    return value


def _told(value: Any, whose: str, what: str) -> Iterator[Told]:
    if isinstance(value, str):
        if (said := dotted(value)) != value:
            yield whose, what, said
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _told(each, whose, what)
    elif is_dataclass(value) and not isinstance(value, type):
        own = next((getattr(value, name) for name in _CALLED if getattr(value, name, "")), "")
        for field in (each for each in fields(value) if each.name not in _APART):
            yield from _told(getattr(value, field.name), whose or dotted(str(own)), field.name.replace("_", " "))
