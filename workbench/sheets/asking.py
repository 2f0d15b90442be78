"""What a person would be asked of a file, by column or group and never row by row; and the answers, kept in one value.

A question keeps its key when the file is read again. Unanswered, its safe choice holds.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


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
    row: int = 0
    """The row that it is about alone: it is asked beside that row."""
    more: tuple[Option, ...] = ()
    """Further answers that it takes, too many to be told."""
    takes_day: bool = False
    """Whether it takes a day besides, which is no option: as ISO."""

    @property
    def every(self) -> tuple[Option, ...]:
        """All answers that it takes."""
        return (*self.options, *self.more)

    def spoken(self, called: str) -> dict[str, Any]:
        """As `import --json` tells it (design/commands.md); of one that takes an answer what --answer would say."""
        said: dict[str, Any] = {"sheet": self.sheet, "about": self.about, "rows": self.rows, "chosen": self.chosen}
        answers = [f"{called}={each.key}" for each in self.options] + [f"{called}=YYYY-MM-DD"] * self.takes_day
        return {**said, "answers": answers} if self.options else said


@dataclass(frozen=True)
class Replies:
    """What the person answered to questions about a file; by default nothing, and the safe choices hold."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    """By a question's key the key of the option."""

    def to(self, key: str, options: tuple[Option, ...], safe: str) -> Option:
        """The option that was chosen; the safe one where the question is open."""
        chosen = self.chosen.get(key, safe)
        return next((option for option in options if option.key == chosen), None) or next(
            option for option in options if option.key == safe
        )


UNANSWERED = Replies()


def moved(key: str, sheet: str) -> str:
    """The key of the same question about a sheet of another name."""
    what, _, *column = key.split("|")
    return "|".join((what, sheet, *column))


_NO_NAME = str.maketrans({"|": "/", "!": " ", "=": "-"})


def named(text: str) -> str:
    """A text of the file as it may stand in the name of a question."""
    return " ".join(text.translate(_NO_NAME).split())


def called(questions: Iterable[Question]) -> dict[str, str]:
    """By key what an answer calls each question: in one word where no other has it, else with its column, else with its sheet."""
    found = {each.key: names_of(each) for each in questions if each.options}
    short = Counter(name for name, *_ in found.values())
    whole = Counter(name for _, name, _ in found.values())
    return {
        key: one if short[one] == 1 else name if whole[name] == 1 else f"{sheet}!{name}"
        for key, (one, name, sheet) in found.items()
    }


def names_of(question: Question) -> tuple[str, str, str]:
    """What a question may be called in an answer: facilities; facilities C: Mercy; and its sheet."""
    what, sheet, *column = question.key.split("|")
    return what.casefold(), " ".join((what, *column)).casefold(), sheet


def key_of(what: str, sheet: str, column: str = "") -> str:
    """The key of a question about a sheet or a column of it."""
    return "|".join((what, sheet, column)) if column else f"{what}|{sheet}"
