"""What is worn right now: the colors and sizes for whoever paints itself."""

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from workbench.ui.kit.colors import ALL, LIGHT, Colors

_BY_WINDOW = {each.window: each for each in ALL}


def colors() -> Colors:
    """The colors of the application's palette; light until one was chosen."""
    return _BY_WINDOW.get(QApplication.palette().color(QPalette.ColorRole.Window).name(), LIGHT)


def font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The application's font, scaled: 1.5 is a page's title, 0.88 a note."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * scale)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
