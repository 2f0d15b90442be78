"""The fixed types of what the office keeps. A field says what a value is; how it is drawn or read follows from its type."""

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


class LongText(TextField):
    """Several lines of text."""


class Code(Line):
    """A number that is text: NPI, license, DEA, policy. Leading zeros and dashes stay."""


class Phone(TextField):
    """A telephone, fax or pager number, as written."""


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
