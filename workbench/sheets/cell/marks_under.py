"""One column a staff category, "Active | Courtesy | Consulting", or a department, with an X where somebody is of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.errors import Problem
from workbench.sheets.cell import cells, words
from workbench.sheets.cell.naming import Column, Notes, Wrongs
from workbench.sheets.column.profile import Profile

CATEGORY, DEPARTMENT = "provider.category_mark", "provider.department_mark"
OF = {CATEGORY: "provider.category", DEPARTMENT: "provider.department"}
"""By the target of such columns what their headings name."""
SHORT = 3
"""Letters from which a heading alone names a category: A and C may be grades."""
MOSTLY = 0.9


def categories(texts: Mapping[int, str], looks: Mapping[int, Profile]) -> list[int]:
    """Of columns whose headings mean nothing else, those that are a category each; two at least, or none."""
    return _marked([at for at, text in texts.items() if len(text) >= SHORT and words.category(text)], looks)


def departments(named: Sequence[int], looks: Mapping[int, Profile]) -> list[int]:
    """Of columns headed by a department, those whose marks say who is of it: hardly anybody has two, as with privileges or calls."""
    found = _marked(named, looks)
    rows = zip(*(looks[at].rows for at in found), strict=True)
    counts = [sum(1 for cell in row if cell is not None and cells.flag(cell)) for row in rows]
    filled = [count for count in counts if count]
    return found if filled and sum(1 for count in filled if count == 1) >= MOSTLY * len(filled) else []


def _marked(named: Sequence[int], looks: Mapping[int, Profile]) -> list[int]:
    found = [at for at in named if looks[at].share(_is_mark) >= MOSTLY]
    return found if len(found) > 1 and any(looks[at].share(cells.flag) for at in found if looks[at].count) else []


def _is_mark(text: str) -> bool:
    return cells.flag(text) is True or words.is_no(text)


def read(marks: Mapping[str, Sequence[tuple[str, Sequence[Any]]]], wrong: Wrongs, notes: Notes) -> Iterator[Column]:
    """The category and the department of each row, of the headings and the marks of their columns. Marks under two categories are
    a problem of the row; of two departments neither is taken, and it is told."""
    for target, columns in marks.items():
        names = [words.category(heading) or heading if target == CATEGORY else heading for heading, _ in columns]
        found: list[str | None] = []
        for index, row in enumerate(zip(*(column for _, column in columns), strict=True)):
            said = [name for name, mark in zip(names, row, strict=True) if mark]
            found.append(said[0] if len(said) == 1 else None)
            if len(said) > 1 and target == CATEGORY:
                told = f"{' and '.join(said)} are both marked: a person has one category."
                wrong.setdefault(index, []).append(Problem(OF[target], told))
            elif len(said) > 1:
                notes.setdefault(index, []).append(f"Department: {' and '.join(said)} are both marked; left out.")
        yield OF[target], found
