"""Nothing that a cell says is passed over in silence: what gave neither a value nor a word about it is told of its row.

A net below the readers, which tell better why: it holds whatever a reader of the future forgets.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import LASTING
from workbench.sheets import targets
from workbench.sheets.cell import cells, no_words, phone_kinds, words
from workbench.sheets.reading import Cell

_NAMES = frozenset(f"provider.{name}" for name in ("full_name", "last", "first", "middle", "suffix", "degree"))
_BESIDE = frozenset(
    f"provider.{name}" for name in ("former_names", "preferred", "alias", "status", "status_since", "notes")
)
_PHONES = frozenset(f"provider.{kind}" for kind in phone_kinds.KINDS["provider"])
_STANDING = frozenset(f"provider.{name}" for name in ("status", "category", "status_since", "notes"))
_MADE_OF: Mapping[str, Collection[str]] = {
    **dict.fromkeys(_NAMES, _NAMES | _BESIDE),
    **dict.fromkeys(("provider.status", "provider.category", "provider.left_on"), _STANDING),
    "provider.category_mark": ("provider.category",),
    "provider.department_mark": ("provider.department",),
    "provider.department_section": ("provider.department", "provider.section"),
    "provider.city_state": ("provider.city", "provider.state", "provider.zip"),
    **dict.fromkeys(_PHONES, _PHONES),
    "provider.zip": ("provider.city", "provider.state"),
    "provider.street": ("provider.city", "provider.state"),
    "provider.specialty": ("provider.subspecialty",),
    "appointment.facility": ("appointment.facilities",),
}
"""By target the other targets that its cell may have become."""
_YES_OR_NO = frozenset({"flag", "lifetime"})
_LONGEST = 60


class Net:
    """The columns of a sheet that mean something, and the rows held against what was understood of them."""

    def __init__(
        self, columns: Mapping[int, str | None], groups: Collection[Cell], meanings: Mapping[tuple[str, str], str]
    ) -> None:
        """`groups` are the NPIs that were told to be a group's; `meanings` what somebody said that words mean."""
        self._groups, self._meanings = groups, meanings
        self._columns = [(at, target) for at, target in columns.items() if target]
        self._own = frozenset(target for _, target in self._columns)

    def unsaid(
        self, row: Sequence[Cell], values: Mapping[str, Any], problems: Sequence[Problem], notes: Sequence[str]
    ) -> list[str]:
        """What is to be said of each filled cell that nothing else accounts for."""
        open_ = [(at, target) for at, target in self._columns if target not in values and row[at] is not None]
        return [
            _sentence(target, row[at])
            for at, target in open_
            if not self._is_told(target, row[at], values, problems, notes)
        ]

    def _is_told(
        self, target: str, cell: Cell, values: Mapping[str, Any], problems: Sequence[Problem], notes: Sequence[str]
    ) -> bool:
        if targets.kind(target) == "has_status":  # tells itself what becomes of each cell
            return True
        if says_nothing(targets.kind(target), cell) or target == "provider.npi" and cell in self._groups:
            return True
        if targets.BOTH in target:
            return any(
                each in values or any(problem.field == each for problem in problems) for each in target.split("|")
            )
        if (target, " ".join(cells.typed(cell).split()).casefold()) in self._meanings:
            return True
        sort = target.partition(".")[0]
        own = () if target == "provider.full_name" else self._own  # a name in full beside its parts says them again
        made_of = [each for each in _MADE_OF.get(target, ()) if each not in own]
        if any(each in values for each in made_of) or any(
            each.field == target or each.field in made_of for each in problems
        ):
            return True
        if sort != "provider" and self._is_in_parts(targets.plain(target).partition(".")[0], values, problems):
            return True
        said, title = cells.typed(cell), targets.title(target)
        kept = str(values.get("provider.notes", ""))
        return said in kept or any(note.startswith(title) or said in note for note in notes)

    def _is_in_parts(self, sort: str, values: Mapping[str, Any], problems: Sequence[Problem]) -> bool:
        """Whether something of the same credential has a value or a problem that no column of its own holds."""
        said = (*values, *(problem.field for problem in problems))
        return any(each not in self._own and targets.plain(each).partition(".")[0] == sort for each in said)


def _sentence(target: str, cell: Cell) -> str:
    text = cells.typed(cell)
    shown = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
    return f"{targets.title(target)}: “{shown}” is not understood; left out."


@lru_cache(maxsize=1 << 15)
def says_nothing(kind: str, cell: Cell) -> bool:
    """Whether a cell of a type of value says only that nothing is known, or that there is none."""
    text = cells.typed(cell)
    if (
        no_words.means_blank(kind, cell)
        or not any(map(str.isalnum, text))
        or words.is_filler(text)
        or words.is_waiting(text)
        or words.stands_for_another(text)
    ):
        return True
    if kind in _YES_OR_NO:
        return words.is_no(text)
    if kind == "fuzzy":
        return text.lower() in LASTING
    if kind == "middle":
        return text.lower().strip(".()") in words.words().no_middle
    return (
        kind in ("surname", "given", "person")
        and not any(map(str.isalpha, text))
        or kind == "expires"
        and words.is_no(text)
    )
