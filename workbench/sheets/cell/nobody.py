"""What stands in the place of a name and names nobody: Open position, Per Diem, To Be Hired, Department Total."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from workbench.errors import Problem
from workbench.sheets import likeness
from workbench.sheets.cell import titles, words

_ASIDE = re.compile(r"[(\[].*?[)\]]|#?\d[\d/.:-]*")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)
def is_one(text: str) -> bool:
    """Whether all words of a name are of those that name nobody."""
    lists = words.words().beside_names
    found = [word.lower() for word in _WORD.findall(_ASIDE.sub(" ", text))]
    if not found or lists.nobody.isdisjoint(found):
        return False
    others = [word for word in found if word not in lists.nobody | lists.beside_nobody]
    return all(titles.is_title(word) and not likeness.is_given(word) for word in others)


def told(text: str) -> str:
    """Why a row with such a name is left out."""
    return f"“{text}” is no person: the row is left out."


def _may_name_nobody(names: Sequence[str | None]) -> bool:
    """Whether any word of many names is of those that name nobody: mostly none is, which one look tells."""
    found = _WORD.findall("\0".join(filter(None, names)).lower())
    return not words.words().beside_names.nobody.isdisjoint(found)


def refuse(whole: Sequence[tuple[str, Sequence[Any]]], wrong: dict[int, list[Problem]]) -> None:
    """Refuse the rows whose last and first names together name nobody: "Vacant", "Open | Position"."""
    table = dict(whole)
    last, first = table.get("provider.last"), table.get("provider.first")
    if not _may_name_nobody([*(last or ()), *(first or ())]):
        return
    for index, text in enumerate(last or ()):
        name = " ".join(filter(None, (text, first[index] if first else None)))
        if text and is_one(name):
            wrong.setdefault(index, []).append(Problem("provider.last", told(name)))
