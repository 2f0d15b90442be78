"""Parts one above the other: a list with its bars."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def stacked(*parts: QWidget) -> QWidget:
    """Parts one above the other, the first as high as there is room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for place, part in enumerate(parts):
        column.addWidget(part, 0 if place else 1)
    return whole
