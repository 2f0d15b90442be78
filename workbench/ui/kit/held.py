"""Rows whose order is held while one is edited, though their records become others."""

from array import array
from collections.abc import Mapping

from workbench.ui.kit.rows import Rows


def stand_in(rows: Rows, others: Mapping[int, int]) -> None:
    """Let new records stand where the old ones did, by their ids, until the row is left: nothing jumps under the keyboard."""
    if rows.heads.groups:
        rows.heads.ids = array("q", (others.get(each, each) for each in rows.heads.ids))
    rows._ids = array("q", (others.get(each, each) for each in rows._ids))
    rows.hold()
    rows.refresh()
