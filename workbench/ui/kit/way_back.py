"""The top of a page that another led to: the way back at the left, and at the right where one stands among the others."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import button


def way_back(body: QVBoxLayout, back: QAction, *right: QWidget | int) -> None:
    """Begin a page with it, what follows standing close below; a number at the right is a gap of so many logical pixels."""
    top = QHBoxLayout()
    top.setSpacing(4)
    top.addWidget(button(back, "back", icon=True))
    top.addStretch(1)
    for each in right:
        if isinstance(each, int):
            top.addSpacing(each)
        else:
            top.addWidget(each)
    body.setContentsMargins(22, 8, 22, 16)
    body.setSpacing(8)
    body.addLayout(top)
