"""Icons of one set (Lucide), drawn in the colors that are worn."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from workbench.ui.kit.ink import colors

FOLDER = Path(__file__).parents[3] / "resources" / "icons"
SIZES = (16, 18, 36)
"""Pixels: the sizes that are shown, and one for dense screens; each costs time at the start."""


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon by the name of its file; tone is text, muted, link, on_accent or a status."""
    return _icon(name, _color(tone), colors().muted) if name else QIcon()


def set_icon(thing: QAction | QAbstractButton, name: str, tone: str = "text") -> None:
    """Give a button or action its icon and let it follow the theme."""
    thing.setProperty("kit_icon", name)
    thing.setProperty("kit_tone", tone)
    thing.setIcon(icon(name, tone))


def refresh_icons(app: QApplication) -> None:
    """Draw every icon that was set again, in the colors that are worn now."""
    for widget in app.topLevelWidgets():
        _refresh(widget)
        for thing in widget.findChildren(QObject):
            _refresh(thing)


def _refresh(thing: QObject) -> None:
    name = thing.property("kit_icon")
    if name and isinstance(thing, QAction | QAbstractButton):
        thing.setIcon(icon(name, thing.property("kit_tone")))
    if isinstance(thing, QWidget):
        thing.update()


def _color(tone: str) -> str:
    worn = colors()
    if tone in ("text", "muted", "link", "on_accent"):
        return getattr(worn, tone)
    return worn.ink(tone)


@lru_cache(maxsize=512)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    made, outline = QIcon(), _renderer(name, color)
    for size in SIZES:
        picture = _picture(outline, size)
        made.addPixmap(picture)
        made.addPixmap(_tinted(picture, disabled), QIcon.Mode.Disabled)
    return made


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


def _tinted(picture: QPixmap, color: str) -> QPixmap:
    """The same in another color: an icon has only one, and drawing it anew costs twice as long."""
    tinted = QPixmap(picture)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), QColor(color))
    painter.end()
    return tinted


@lru_cache(maxsize=256)
def _outline(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    return path.read_text("utf-8").replace('stroke-width="2"', 'stroke-width="1.75"') if path.exists() else ""
