"""What a column offers where a list goes out: the office's own lists and choices to choose from, days that are days, a word of help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.datavalidation import DataValidation
from peewee import Field

from workbench.lists.columns import titled, titling
from workbench.lists.joining import Joined
from workbench.records.checks import STATES
from workbench.records.fields import Day, Flag, Link, Money, State, Whole
from workbench.records.office_lists import Category, Department, Facility, Specialty
from workbench.records.record import Record

MOST_OFFERED = 2000
"""Longer lists are no help to choose from: a supervising physician is typed as the list shows them."""
PROPOSED = (Department, Category, Specialty, Facility)
"""The office's own lists: a name that is not in them may be typed, and is proposed for the list when the sheet comes back."""
MOST_SAID = 250
"""Excel takes 255 characters of a message."""


@dataclass(frozen=True)
class Offer:
    """What is offered for one column."""

    words: tuple[str, ...] = ()
    """To choose from; in a column of the hidden sheet."""
    make: Callable[[str], DataValidation] | None = None
    """Makes the validation, given the range of the words."""


def titles_of(model: type[Record], ids: Sequence[int] | None = None) -> dict[int, str]:
    """By id what the records of a model are called, as a list shows a link to them; in the order of the names."""
    joined, paths = Joined(model), titling(model)
    values = [joined.value(path) for path in paths]
    query = joined.select(model.id, *values).order_by(*values)
    rows = (query if ids is None else query.where(model.id.in_(list(ids)))).tuples()
    return {row[0]: titled(model, row[1:]) for row in rows}


def offer(field: Field | None, heading: str) -> Offer:
    """What a column offers; without a field it is only told."""
    if field is None:
        return Offer(make=lambda _: _told(heading))
    if isinstance(field, Link):
        if not 0 < field.rel_model.select().count() <= MOST_OFFERED:
            return Offer(make=lambda _: _said(field))
        words = tuple(dict.fromkeys(titles_of(field.rel_model).values()))
        return _of_words(field, words, field.rel_model not in PROPOSED)
    if field.choices:
        return _of_words(field, tuple(str(value) for value, _ in field.choices), True)
    if isinstance(field, State):
        return _of_words(field, tuple(sorted(STATES)), True)
    if isinstance(field, Flag):
        return _of_words(field, ("Yes", "No"), True)
    return Offer(make=lambda _: _plain(field))


def _of_words(field: Field, words: Sequence[str], strict: bool) -> Offer:
    def make(range_: str) -> DataValidation:
        found = DataValidation(
            type="list", formula1=range_, allow_blank=True, errorStyle="stop" if strict else "warning"
        )
        found.errorTitle = field.verbose_name[:32]
        found.error = (
            "Choose one of the list."
            if strict
            else "This is not in the office's list. Keep it, and the import proposes it for the list."
        )
        return _helped(found, field)

    return Offer(tuple(words), make)


def _plain(field: Field) -> DataValidation:
    if isinstance(field, Day):
        found = DataValidation(type="date", operator="between", allow_blank=True)
        found.formula1, found.formula2 = (str((day - date(1899, 12, 30)).days) for day in _DAYS)
        found.error = "A date, like 11/24/2026. Leave it empty if there is none."
    elif isinstance(field, Money | Whole):
        found = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        found.error = "A whole number."
    else:
        return _said(field)
    found.errorTitle = field.verbose_name[:32]
    return _helped(found, field)


_DAYS = (date(1900, 3, 1), date(2200, 12, 31))


def _said(field: Field) -> DataValidation:
    return _helped(DataValidation(), field)


def _helped(found: DataValidation, field: Field) -> DataValidation:
    """The field's own words of help beside the cell; a column that has none shows nothing."""
    found.showErrorMessage = found.type is not None
    if field.help_text:
        found.showInputMessage = True
        found.promptTitle, found.prompt = field.verbose_name[:32], field.help_text[:MOST_SAID]
    return found


def _told(heading: str) -> DataValidation:
    found = DataValidation(showInputMessage=True)
    found.promptTitle = heading[:32]
    found.prompt = "Only told here: a change in this column is not taken when the sheet comes back."
    return found
