"""Icons of one set (Lucide), drawn in the colors that are worn."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from workbench.ui.kit.ink import colors

FOLDER = Path(__file__).parents[3] / "resources" / "icons"


class _Outline(QIconEngine):
    """Draws itself when it is shown, in the size that is asked and the colors that are worn then: most icons of a start are in
    menus that nobody opened, and none need be told of other colors."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._named = name, tone

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        name, tone = self._named
        color = colors().off if mode == QIcon.Mode.Disabled else _color(tone)
        return drawn(name, color, min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size(), mode, state))

    def clone(self) -> QIconEngine:
        return _Outline(*self._named)


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon by the name of its file; tone is text, muted, link, on_accent or a status."""
    return _icon(name, tone) if name else QIcon()


def set_icon(thing: QAction | QAbstractButton, name: str, tone: str = "text") -> None:
    """Give a button or action its icon."""
    thing.setProperty("kit_icon", name)
    thing.setIcon(icon(name, tone))


def _color(tone: str) -> str:
    worn = colors()
    if tone in ("text", "muted", "link", "on_accent"):
        return getattr(worn, tone)
    return worn.ink(tone)


@lru_cache(maxsize=512)
def _icon(name: str, tone: str) -> QIcon:
    return QIcon(_Outline(name, tone))


@lru_cache(maxsize=256)
def drawn(name: str, color: str, size: int) -> QPixmap:
    """The icon as a square picture of that many pixels; empty if there is no such icon."""
    return _picture(_renderer(name, color), size)


def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_outline(name).replace("currentColor", color).encode()))


def _picture(outline: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    if outline.isValid():
        painter = QPainter(picture)
        outline.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return picture


@lru_cache(maxsize=256)
def _outline(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    return path.read_text("utf-8").replace('stroke-width="2"', 'stroke-width="1.75"') if path.exists() else ""
