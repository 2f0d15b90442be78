"""What the style sheet shows: where the keyboard is, also in a box whose text is wrong."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from workbench.ui.kit import ink, theme
from workbench.ui.kit.boxes import mark_wrong
from workbench.ui.kit.colors import ALL, contrast


@pytest.mark.parametrize("worn", [each.name for each in ALL])
def test_of_two_boxes_in_error_the_one_with_the_keyboard_is_seen(qtbot: Any, worn: str) -> None:
    theme.wear(QApplication.instance(), worn)
    parts = QWidget()
    qtbot.addWidget(parts)
    first, second = QLineEdit("Card", parts), QLineEdit("Med", parts)
    second.move(0, 60)
    for each in (first, second):
        each.resize(160, 34)
        mark_wrong(each, True)
    parts.show()
    parts.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    edges = [each.grab().toImage().pixelColor(80, 0).name() for each in (first, second)]
    assert edges[0] != edges[1]
    ground = ink.colors().tone("bad")[0]
    assert contrast(ink.colors().text, ground) >= 4.5
    theme.wear(QApplication.instance(), "light")
