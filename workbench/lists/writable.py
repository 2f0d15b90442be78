"""Which columns of a list a person may edit where the list goes: those that show one field of its own records.

What the rules fill, what belongs to a linked record, and what the program keeps itself is told and not taken.
"""

from peewee import Field

from workbench.lists.columns import Column, titling
from workbench.lists.listing import ListOf
from workbench.records.fields import Flag, Link
from workbench.records.kind import Kind


def written(listed: ListOf, column: Column) -> Field | None:
    """The field that an edit of this column sets; None for a column that is only told."""
    name, _, rest = column.paths[0].partition(".")
    field = listed.kind.model.field(name) if name != "id" else None
    if field is None or column.judged or not may_set(listed.kind, name):
        return None
    if isinstance(field, Link):
        return field if column.paths == tuple(f"{name}.{each}" for each in titling(field.rel_model)) else None
    return field if len(column.paths) == 1 and not rest and (column.reads is None or isinstance(field, Flag)) else None


def may_set(kind: Kind, name: str) -> bool:
    """Whether a file may set a field of this kind at all."""
    return name not in kind.masked and name not in kind.model.not_from_files


def of_link(listed: ListOf, name: str) -> dict[int, str]:
    """By place among the sheet's columns, the field of the linked record that is shown: what a new row may name it by."""
    found = {}
    for place, column in enumerate(listed.sheet):
        link, _, rest = column.paths[0].partition(".")
        if link == name and len(column.paths) == 1 and rest and "." not in rest:
            found[place] = rest
    return found
