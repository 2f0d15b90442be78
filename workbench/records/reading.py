"""Reading what was typed into a box, by the type of its field."""

from datetime import date
from typing import Any

from peewee import Field

from workbench.errors import Problem
from workbench.records import places, telephones
from workbench.records.days import NotADay, read_day
from workbench.records.fields import Day, Flag, Link, Money, Phone, Several, State, Whole
from workbench.records.words import within


def read_text(field: Field, text: str, today: date) -> Any:
    """The value that a text means for a field, or a Problem; a link is found by its record's name."""
    text = text.strip()
    if isinstance(field, Day):
        try:
            return read_day(text, today)
        except NotADay as error:
            return Problem(field.name, str(error))
    if isinstance(field, Flag):
        return _flag(field, text)
    if isinstance(field, State):
        return places.code(text) or text.upper()
    if isinstance(field, Money | Whole):
        return _number(field, text)
    if isinstance(field, Several):
        return field.keys(text)
    if isinstance(field, Phone):
        return telephones.in_form(text)
    if isinstance(field, Link):
        return _linked(field, text)
    return next((choice for choice, _ in field.choices or () if choice.lower() == text.lower()), text)


def _flag(field: Field, text: str) -> Any:
    if text.lower() in ("yes", "y", "x", "1", "true", "✓"):
        return True
    if text.lower() in ("", "no", "n", "0", "false"):
        return False
    return Problem(field.name, f"“{text}” is neither yes nor no.")


def _number(field: Field, text: str) -> Any:
    digits = text.replace("$", "").replace(",", "").strip()
    if not digits:
        return None if field.null else field.default
    if digits.isascii() and digits.isdigit():
        return int(digits)
    below = digits[1:].strip().isdecimal() and digits[0] in "-−–"
    return Problem(field.name, f"“{text}” must be above 0." if below else f"“{text}” is not a whole number.")


def _linked(field: Field, text: str) -> Any:
    if not text:
        return None
    model = field.rel_model
    found = list(model.select().where(model.field(model.titled_by[0]) == text).limit(2))
    if len(found) == 1:
        return found[0].get_id()
    return Problem(field.name, f"There is no {within(field.verbose_name)} “{text}” in the office's list.")
