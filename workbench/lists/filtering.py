"""A column's filter: what its cells must hold, as people type it. “empty”, yes and no, days as “this month” or “before 1/1/27”."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, Field

from workbench.lists.columns import Column, field_at
from workbench.lists.joining import Joined
from workbench.lists.spans import span
from workbench.records.fields import Day, Flag, Several

EMPTY = "empty"
HINT = "“empty” finds what is not filled in; days are found by “this month”, “next 30 days”, “overdue”, “Nov 2026” or “before 1/1/27”."
NO_DAYS = "“{}” says no days. Write “this month”, “next 30 days”, “overdue”, “Nov 2026” or “before 1/1/27”."
_YES, _NO = ("yes", "y", "true", "x", "1"), ("no", "n", "false", "0")


def misread(model: Any, column: Column, wanted: str, today: date) -> str:
    """Why a text asks nothing of a column of this model, for the user; empty where it asks something."""
    wanted, field = wanted.strip(), field_at(model, column.sorts_by[0])
    if not wanted or wanted.casefold() == EMPTY or column.judged:
        return ""
    if isinstance(field, Flag):
        return "" if wanted.casefold() in (*_YES, *_NO) else f"“{wanted}” is neither “yes” nor “no”."
    return NO_DAYS.format(wanted) if isinstance(field, Day) and span(wanted, today) is None else ""


def holds(joined: Joined, column: Column, wanted: str, today: date) -> Expression:
    """Whether a cell of this column holds what is wanted."""
    wanted, paths = wanted.strip(), column.sorts_by
    field = field_at(joined.model, paths[0])
    if wanted.casefold() == EMPTY:
        found = _empty(joined.value(paths[0]), field)
        for path in paths[1:]:
            found &= _empty(joined.value(path), field_at(joined.model, path))
        return found
    if isinstance(field, Flag):
        return joined.value(paths[0]) == (wanted.casefold() in _YES)
    if isinstance(field, Day):
        days = span(wanted, today)  # what says none finds none: it is said where it was typed
        return joined.value(paths[0]).between(*days) if days else joined.model.id.is_null()
    if isinstance(field, Several):
        keys = [key for key, word in field.called.items() if wanted.casefold() in word.casefold()]
        return reduce(or_, (joined.any_contains(paths, each) for each in (*keys, wanted)))
    return joined.any_contains(paths, wanted)


def _empty(value: Any, field: Field) -> Expression:
    none: Expression = value.is_null()
    return none if isinstance(field, Day) else none | (value == "")
