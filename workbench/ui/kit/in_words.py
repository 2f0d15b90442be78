"""What a table says: each row in one breath, and why a cell could not be set."""

from collections.abc import Sequence

from workbench.records.words import of
from workbench.ui.kit.listed import Column, Group, Row


def row_in_words(columns: Sequence[Column], row: Row) -> str:
    """A row in one breath: its first cell, then the others that say something."""
    said = [row.texts[0]]
    for column, text in zip(columns[1:], row.texts[1:], strict=False):
        if text and text != "—":
            said.append(f"{column.heading} {text}" if column.pill or column.align == "right" else text)
    return ", ".join(said)


def head_in_words(group: Group, heading: str, closed: bool) -> str:
    """The head of a group in one breath: “Group Department Surgery, 12 rows, open”."""
    rows = of(group.count, "row")
    return f"Group {heading} {group.title}, {rows}, {'closed' if closed else 'open'}"


def not_set(text: str, why: str) -> str:
    """What is said of a cell that could not be set."""
    return f"Not set to “{text}”: {why}"
