"""A table's viewport, made by us."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def bring(view: QAbstractScrollArea) -> None:
    """Give a view a viewport of our own: to name one that Qt made, PySide loads every class of widget it has, 17 ms."""
    ours = QWidget()
    ours.setBackgroundRole(QPalette.ColorRole.Base)
    ours.setAutoFillBackground(True)
    view.setViewport(ours)
