"""Rows on the clipboard, as a sheet expects them: tabs between the columns, a line a row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from workbench.ui.kit.rows import Rows


def copy(model: Rows, places: Sequence[int], columns: Sequence[int]) -> None:
    """Put these rows and columns of a model on the clipboard, under their headings; of no rows nothing."""
    lines = ["\t".join(model.columns[n].heading for n in columns)]
    for place in places:
        if (row := model.row_at(place)) is not None:
            lines.append("\t".join(" ".join(row.texts[n].split()) for n in columns))
    if len(lines) > 1:
        QApplication.clipboard().setText("\n".join(lines) + "\n")
