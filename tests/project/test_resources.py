"""What travels with the program: the typeface with its figures in columns, the icons, and the licenses of both."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from .tree import ROOT, name_of

FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
NEEDED = "éñüłşőŽẾ“”’–—·…•§°½µ≤≥±×✓✗→←↑↓■▲▼●○◆"


@pytest.mark.parametrize("path", FONTS, ids=name_of)
def test_a_font_has_its_digits_in_columns_and_all_accents(qapp: QApplication, path):
    font = QRawFont(str(path), 100)
    assert font.isValid()
    widths = {round(width.x(), 2) for width in font.advancesForGlyphIndexes(font.glyphIndexesForString("0123456789"))}
    assert len(widths) == 1
    assert not [letter for letter in NEEDED if not font.supportsCharacter(ord(letter))]
    assert path.stat().st_size < 450_000


@pytest.mark.parametrize("path", ICONS, ids=name_of)
def test_an_icon_draws_in_the_color_it_is_given(qapp: QApplication, path):
    text = path.read_text("utf-8")
    assert "currentColor" in text
    assert QSvgRenderer(QByteArray(text.replace("currentColor", "#0f6b72").encode())).isValid()


def test_each_set_carries_its_license():
    assert len(FONTS) == 4 and len(ICONS) > 40
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (ROOT / "resources" / "icons" / "LICENSE").read_text("utf-8")
