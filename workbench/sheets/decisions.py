"""What the person who imports decided: about rows, and about what the file's formatting means."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.sheets import as_of, targets
from workbench.sheets.asking import UNANSWERED, Option, Replies
from workbench.sheets.painted import Mark
from workbench.sheets.recognizing import Meanings

Place = tuple[str, int]
"""A row of the file: the sheet's name, and the number as the file has it."""
EVERY_SHEET = ""
DIFFERS = "differs"
"""What the question is called whether a value of the file takes the place of ours wherever the two differ."""
OURS = Option("ours", "ours stay")
FILE = Option("file", "the file's values are taken in all these rows")


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

    @property
    def taking(self) -> frozenset[str]:
        """Targets, without a number, whose value replaces ours in every row where ours would be kept; never remembered."""
        chosen = self.answers.replies.chosen
        return frozenset(key.rpartition("|")[2] for key, said in chosen.items() if _differs(key) and said == FILE.key)

    def day_of(self, found: date | None) -> date | None:
        """The day that the file's values are of: as somebody said, else as the file does; None is the day of the import."""
        return as_of.holds(found, self.answers.replies.chosen.get(as_of.KEY))

    def reads_otherwise(self, before: "Choices") -> bool:
        """Whether the values of the file are others than under the choices before."""
        return self.meanings != before.meanings or self._of_the_file() != before._of_the_file()

    def _of_the_file(self) -> dict[str, str]:
        """The replies by which the file is read otherwise: not those about single rows, nor about what differs."""
        chosen = self.answers.replies.chosen.items()
        return {key: said for key, said in chosen if not _differs(key) and not key.startswith(OF_ROWS)}


OF_ROWS = (as_of.KEY, "row ", "wrong ", "same|", "namesakes|", "company ", "companies|")
"""How the keys of questions begin whose answers say what becomes of rows or how old they are, and not how the file is read."""


def _differs(key: str) -> bool:
    return key.startswith(f"{DIFFERS}|")


class Chosen(Collection[str]):
    """The targets of one row whose value somebody chose over ours: by themselves, or for every row."""

    def __init__(self, own: frozenset[str], everywhere: frozenset[str]) -> None:
        self._own, self._everywhere = own, everywhere

    def __contains__(self, target: object) -> bool:
        return target in self._own or isinstance(target, str) and targets.plain(target) in self._everywhere

    def __iter__(self) -> Iterator[str]:
        return iter(self._own | self._everywhere)

    def __len__(self) -> int:
        return len(self._own | self._everywhere)


class Preferred:
    """The values of the file that somebody chose over ours, row by row."""

    def __init__(self, choices: Choices) -> None:
        own: dict[Place, set[str]] = defaultdict(set)
        for place, target in choices.preferred:
            own[place].add(target)
        self._everywhere = Chosen(frozenset(), choices.taking)
        self._own = {place: Chosen(frozenset(chosen), choices.taking) for place, chosen in own.items()}

    def of(self, place: Place) -> Chosen:
        """Those of one row."""
        return self._own.get(place, self._everywhere)
