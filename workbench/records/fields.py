"""The fixed types of what the office keeps. A field says what a value is; how it is drawn or read follows from its type."""

from collections.abc import Mapping
from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField


class Line(TextField):
    """One line, compared and sorted without regard to case."""

    def __init__(self, **how: Any) -> None:
        super().__init__(collation="NOCASE", **how)


class Text(Line):
    """One line of text; usual are values to begin with, where any other can be written too."""

    def __init__(self, *, usual: tuple[str, ...] = (), **how: Any) -> None:
        super().__init__(**how)
        self.usual = usual


class Called(Text):
    """What somebody else is called: a search for whoever it is finds the person, and not all that names them."""


class Several(Text):
    """Several of a few keys in one line with commas, each known to people by what it is called."""

    def __init__(self, *, called: Mapping[str, str], **how: Any) -> None:
        super().__init__(**how)
        self.called = called

    def words(self, keys: str) -> str:
        """“license, cds” as it reads; a key that is none stays as it is."""
        return ", ".join(self.called.get(each.casefold(), each) for each in _parts(keys))

    def keys(self, words: str) -> str:
        """What was typed, words or keys, as it is kept; what is neither stays for whoever says what is wrong."""
        by_word = {said.casefold(): key for key, word in self.called.items() for said in (key, word)}
        return ", ".join(by_word.get(each.casefold(), each) for each in _parts(words))


def _parts(line: str) -> list[str]:
    return [each for each in (part.strip() for part in line.split(",")) if each]


class LongText(TextField):
    """Several lines of text."""


class Code(Line):
    """A number that is text: NPI, license, DEA, policy. Leading zeros and dashes stay."""


class Phone(TextField):
    """A telephone, fax or pager number, in its form where it has one: telephones."""


class Pager(Phone):
    """A pager's number, which may be a few digits."""


class Email(Line):
    """An e-mail address."""


class State(TextField):
    """Two letters of a US state or territory."""


class Zip(TextField):
    """A ZIP code: five digits, or nine with a dash."""


class Day(DateField):
    """A calendar day."""


class FuzzyDay(TextField):
    """A day, a month or a year, as ISO text: 2014-07-15, 2014-07 or 2014."""


LASTING = frozenset({"present", "current", "now", "ongoing", "to date"})
"""What stands in place of the day on which something ended that has not ended."""


class Clock(TextField):
    """A time of day at the hospital: 07:30, 24 hours."""


class Flag(BooleanField):
    """Yes or no."""


class Whole(IntegerField):
    """A whole number."""


class Money(IntegerField):
    """An amount in whole US dollars."""


class Link(ForeignKeyField):
    """Another record."""
