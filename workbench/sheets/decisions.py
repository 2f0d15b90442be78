"""What the person who imports decided: about rows, and about what the file's formatting means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.sheets.asking import UNANSWERED, Replies
from workbench.sheets.painted import Mark
from workbench.sheets.recognizing import Meanings

Place = tuple[str, int]
"""A row of the file: the sheet's name, and the number as the file has it."""
EVERY_SHEET = ""


@dataclass(frozen=True)
class Answers:
    """What the person said of the file as a whole; another file of the same look may be answered by them too."""

    marks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By sheet (or EVERY_SHEET) and the key of a mark: bring in, leave out, or the status that it means (marks.py)."""

    replies: Replies = UNANSWERED
    """What was answered to the questions about columns and groups."""

    def given(self, mark: Mark) -> str:
        """What was said of a mark; "" where nothing was."""
        return self.marks.get((mark.sheet, mark.key)) or self.marks.get((EVERY_SHEET, mark.key), "")

    def to(self, mark: Mark) -> str:
        """What holds for a mark: what was said, else the safe answer."""
        return self.given(mark) or mark.safe


@dataclass(frozen=True)
class Choices:
    """What the user decided about rows; by default nothing, which is always safe."""

    rulings: Mapping[Place, int | Place | Literal["new"]] = field(default_factory=dict)
    """Who a row is about: the key of one of its candidates, or “new”."""
    corrections: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    """By sheet, row and target the text typed instead of the file's; an empty one leaves the value blank."""
    without: frozenset[Place] = frozenset()
    """Rows that come in without the values that have a problem."""
    skipped: frozenset[Place] = frozenset()
    taken: frozenset[Place] = frozenset()
    """Rows that come in although the mark they bear is answered by leaving them out."""
    answers: Answers = Answers()
    preferred: frozenset[tuple[Place, str]] = frozenset()
    """Rows and targets whose value replaces ours where ours would be kept."""
    meanings: Meanings = field(default_factory=dict)
    """What the words of the file mean."""
    erasing: frozenset[str] = frozenset()
    """Targets whose blanks erase what the office has; never remembered."""
    keep_apart: bool = False
    """Every row that may be about someone known is a new person."""
    merge_certain: bool = False
    """A row with one candidate is about that one if the full name agrees and a number or the birth date besides."""

    def reads_otherwise(self, before: "Choices") -> bool:
        """Whether the values of the file are others than under the choices before."""
        said, was = (_of_columns(each.answers.replies.chosen) for each in (self, before))
        return self.meanings != before.meanings or said != was


OF_ROWS = ("row ", "wrong ", "same|")
"""How the keys of questions begin whose answers say what becomes of rows, and not how the file is read."""


def _of_columns(chosen: Mapping[str, str]) -> dict[str, str]:
    """The answers by which the file is read: those about single rows only say what becomes of them."""
    return {key: option for key, option in chosen.items() if not key.startswith(OF_ROWS)}
