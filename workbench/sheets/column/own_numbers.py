"""Where the member's own numbers begin behind somebody else: "Supervising Physician, License #, State License #, State, Exp".

A second number of a sort, or one with its state or its day, is the member's; the one before it is the physician's.
"""

from collections.abc import Callable, Mapping

from workbench.sheets.column.headings import UNKNOWN, Meaning
from workbench.sheets.column.profile import Profile

_BARE = ((), ("number",))
_TERM = frozenset({"state", "issued", "expires"})


def begin(
    sort: str,
    after: int,
    end: int,
    meanings: Mapping[int, Meaning],
    look: Callable[[int], Profile],
    told: Callable[[Profile], bool | None],
) -> int | None:
    """The first column of this sort between two columns that is the member's; None where that is not sure.

    `told`: whether values belong to the names beside them, which says more than the place of a column.
    """
    numbers = [
        at
        for at, found in sorted(meanings.items())
        if after < at < end and found.sort == sort and found.attributes in _BARE and found.number == 1
    ]
    for at in numbers:
        said = told(look(at))
        state = at - 1 if at == numbers[0] and at - 1 > after and _is_part(sort, at - 1, meanings) else None
        if said is False or said is None and (state or _is_part(sort, at + 1, meanings)):
            return state or at
    return numbers[1] if len(numbers) > 1 and told(look(numbers[1])) is None else None


def _is_part(sort: str, at: int, meanings: Mapping[int, Meaning]) -> bool:
    """Whether a column beside a number is its state or a day of it."""
    found = meanings.get(at, UNKNOWN)
    return found.sort in ("", sort) and not found.targets and not _TERM.isdisjoint(found.attributes)
