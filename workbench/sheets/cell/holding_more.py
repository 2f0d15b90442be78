"""Cells that hold more than their heading says, each thing for its own column: an address by a phone, a fax, a whole name, a town by
a ZIP."""

from collections.abc import Sequence

from workbench.sheets.cell import contact_cells, phone_kinds, whole_names, zips
from workbench.sheets.cell.naming import Column, Notes, Wrongs
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import SheetReading


def taken_apart(
    target: str, at: int, column: Sequence[Cell], reading: SheetReading, notes: Notes, wrong: Wrongs
) -> tuple[Sequence[Cell], list[Column]]:
    """The cells of a column for its target alone, and columns of cells for the other things; `wrong` where it is not sure."""
    more: list[Column] = []
    if target == "provider.phone" and (found := contact_cells.taken_apart(column)):
        column, more = found
    if phone_kinds.is_one(target):
        found = phone_kinds.taken_apart(target, reading.headings.get(at, ""), column, notes)
    elif target == "provider.zip":
        found = zips.without_places(column)
    elif target == whole_names.LAST:
        found = whole_names.taken_apart(column, reading.columns, [row.cells for row in reading.rows], wrong)
    else:
        return column, more
    return (found[0], [*more, *found[1]]) if found else (column, more)
