"""Social security numbers, birth dates and ages that somebody typed into a text: no paper shows them, and whoever prints one is told
where they stand, so that the record is corrected.

What is drawn is masked where all texts pass, in fonts.py. What a paper says otherwise, as its bookmarks, its file's name or the
lines of a message, is masked here, in its value."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from workbench.papers import ages
from workbench.records.private_texts import masked

T = TypeVar("T")
Told = tuple[str, str, str]
"""In whose part of a paper (“Morris, Kevin T., DO”), in what of it (“explanation”), and the text with its dots."""
LONGEST = 60
"""So many signs of a text tell which one it is."""
_APART = {"key", "findings", "left_out", "leads_to", "sha256"}
"""Of a paper what is not printed: it is neither masked nor told of."""
_CALLED = ("name", "whose", "title", "number")
"""By what a part of a paper is known, the best first."""


@lru_cache(20_000)
def dotted(text: str) -> str:
    """A text with dots for them."""
    return ages.masked(masked(text))


def veiled(paper: T) -> T:
    """The paper with dots for them in each of its texts that is printed; itself where it holds none."""
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
        f"{whose or 'In all of it'}: what reads like a Social Security number, a birth date or an age prints as dots. Take it out of the "
        f"record: {'; '.join(places)}."
        for whose, places in found.items()
    )


def _holds(paper: Any) -> bool:
    """Whether any of its texts holds one; most papers hold none, and are looked through only so far."""
    return any(dotted(each) != each for each in {*_texts(paper)})


def _parts(value: Any) -> dict[str, Any] | Sequence[Any]:
    """What a value of a paper is made of, by name or in order, as far as it is printed: the one place that says what is looked at."""
    if isinstance(value, (tuple, list)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value) if each.name not in _APART}
    return ()


def _texts(value: Any) -> Iterator[str]:
    """All texts of a value, however deep."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        else:
            parts = _parts(each)
            waiting += parts.values() if isinstance(parts, dict) else parts


def _veiled(value: Any) -> Any:
    if isinstance(value, str):
        return dotted(value)
    parts = _parts(value)
    if isinstance(parts, dict):
        made = {name: _veiled(each) for name, each in parts.items()}
        changed = {name: each for name, each in made.items() if each is not parts[name]}
        return replace(value, **changed) if changed else value
    after = [_veiled(each) for each in parts]
    if all(one is other for one, other in zip(after, parts, strict=True)):
        return value
    return type(value)(*after) if hasattr(value, "_fields") else type(value)(after)


def _told(value: Any, whose: str, what: str) -> Iterator[Told]:
    parts = _parts(value)
    if isinstance(value, str):
        if (said := dotted(value)) != value:
            yield whose, what, said
    elif isinstance(parts, dict):
        own = whose or dotted(str(next((parts[name] for name in _CALLED if parts.get(name)), "")))
        for name, each in parts.items():
            yield from _told(each, own, name.replace("_", " "))
    else:
        for each in parts:
            yield from _told(each, whose, what)
