"""What a person would be asked of a file, by column or group and never row by row; and the answers, kept in one value.

A question keeps its key when the file is read again. Unanswered, its safe choice holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Option(NamedTuple):
    """One answer that a question takes: its key, and what it does in words."""

    key: str
    says: str


class Question(NamedTuple):
    """What a person would be asked, and what was chosen: the safe choice, or the answer."""

    sheet: str
    about: str
    rows: int
    chosen: str
    key: str = ""
    """What an answer names; empty where there is nothing to choose."""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What the person said of a file; by default nothing, and every question is answered by its safe choice."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    """By a question's key the key of the option."""
    translations: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By target and the file's word in lower case what it means; an empty text leaves the value out."""

    def to(self, key: str, options: tuple[Option, ...], safe: str) -> Option:
        """The option that was chosen; the safe one where the question is open."""
        chosen = self.chosen.get(key, safe)
        return next((option for option in options if option.key == chosen), None) or next(
            option for option in options if option.key == safe
        )


UNANSWERED = Answers()


def key_of(what: str, sheet: str, column: str = "") -> str:
    """The key of a question about a sheet or a column of it."""
    return "|".join((what, sheet, column)) if column else f"{what}|{sheet}"
