"""Which rows of a table are selected: by their places, and how many; the head of a group is none of them."""

from PySide6.QtCore import QItemSelectionModel

from workbench.ui.kit.heads import Heads


def selected_rows(selection: QItemSelectionModel, heads: Heads) -> list[int]:
    """The places of the selected rows, from top to bottom."""
    parts = selection.selection().toList()
    rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
    return sorted(rows.difference(heads.places))


def count_selected(selection: QItemSelectionModel, heads: Heads) -> int:
    """How many they are, without reading which: all of 50,000 are counted at every key."""
    parts = {(part.top(), part.bottom()) for part in selection.selection().toList()}
    return sum(bottom - top + 1 - heads.among(top, bottom) for top, bottom in parts)
