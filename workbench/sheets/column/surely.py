"""Columns whose heading says surely what they hold: they are read although most cells are wrong, which is said beside each."""

from collections.abc import Callable
from typing import Any

from workbench.sheets.cell import cells, numbers, words
from workbench.sheets.column.profile import Profile, fits

FEW = 5
"""Cells up to which a share of them tells nothing."""
_DATED = frozenset(["day", "expires"])
_LETTERED = frozenset(["email", "state"])
"""Types of value that have no figures: words under them say nothing of what is meant."""


def holds(kind: str, look: Profile) -> bool:
    """Whether a column can be read as what its heading says: its cells look so, one of them is such a value, or a few have figures."""
    return fits(kind, look) or kind in VALUES and not _is_of_another(kind, look) and _says_enough(kind, look)


def _says_enough(kind: str, look: Profile) -> bool:
    is_near = kind not in _LETTERED and any(any(map(str.isdigit, text)) for text in look.texts)
    return any(map(VALUES[kind], look.texts)) or is_near and look.count <= FEW


def _is_of_another(kind: str, look: Profile) -> bool:
    """Yes and no, days where no day is meant: the heading says it of something else."""
    return look.share(words.is_yes_or_no) >= 0.5 or kind not in _DATED and look.written >= 0.5


def _takes(reader: Callable[[Any], Any]) -> Callable[[str], bool]:
    def takes(text: str) -> bool:
        try:
            return reader(text) is not None
        except ValueError:
            return False

    return takes


VALUES: dict[str, Callable[[str], bool]] = {
    "npi": _takes(numbers.npi),
    "dea": _takes(numbers.dea),
    "phone": lambda text: sum(map(str.isdigit, text)) in (10, 11),
    "email": _takes(cells.email),
    "state": _takes(cells.state),
    "zip": _takes(numbers.zip_code),
    "money": _takes(numbers.money),
    "day": _takes(cells.day),
    "expires": _takes(cells.expires),
}
"""By type what is surely a value of it."""
