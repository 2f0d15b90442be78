"""One column a staff category, with an X where somebody is of it: "Active | Courtesy | Consulting"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.errors import Problem
from workbench.sheets.cell import cells, words
from workbench.sheets.cell.naming import Column, Wrongs
from workbench.sheets.column.profile import Profile

TARGET = "provider.category_mark"
SHORT = 3
"""Letters from which a heading alone names a category: A and C may be grades."""
MOSTLY = 0.9


def marked(texts: Mapping[int, str], looks: Mapping[int, Profile]) -> list[int]:
    """Of columns whose headings mean nothing else, those that are a category each; two at least, or none."""
    found = [
        at
        for at, text in texts.items()
        if len(text) >= SHORT and words.category(text) and looks[at].share(_is_mark) >= MOSTLY
    ]
    return found if len(found) > 1 and any(looks[at].share(cells.flag) for at in found if looks[at].count) else []


def _is_mark(text: str) -> bool:
    return cells.flag(text) is True or words.is_no(text)


def read(columns: Sequence[tuple[str, Sequence[Any]]], wrong: Wrongs) -> Iterator[Column]:
    """The category of each row; a row with marks under two is a problem. Of each column its heading and its marks."""
    if not columns:
        return
    names = [words.category(heading) or heading for heading, _ in columns]
    found: list[str | None] = []
    for index, marks in enumerate(zip(*(column for _, column in columns), strict=True)):
        said = [name for name, mark in zip(names, marks, strict=True) if mark]
        found.append(said[0] if len(said) == 1 else None)
        if len(said) > 1:
            told = f"{' and '.join(said)} are both marked: a person has one category."
            wrong.setdefault(index, []).append(Problem("provider.category", told))
    yield "provider.category", found
