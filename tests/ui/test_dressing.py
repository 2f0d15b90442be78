"""Other colors: what shows wears them at once, all else as soon as it shows, and nobody can tell the difference."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.kit import theme
from workbench.ui.kit.colors import DARK, LIGHT
from workbench.ui.kit.icons import set_icon
from workbench.ui.kit.style import sheet
from workbench.ui.pictures import scenes


@pytest.fixture(autouse=True)
def _light_again(qapp: Any) -> Iterator[None]:
    theme.wear(qapp, "light")
    yield
    theme.wear(qapp, "light")


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _picture(widget: QWidget) -> QImage:
    _settle()
    return widget.grab().toImage()


def _page(window: Any) -> QImage:
    """The page that shows; the counts of the sidebar come beside the window, and when they like."""
    return _picture(window.page(window.key))


class Stylings(QObject):
    """Counts how often a widget is told of another style."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def stacked(qtbot: Any) -> QStackedWidget:
    """Two pages with the same label and button, of which the first shows."""
    stack = QStackedWidget()
    for _ in range(2):
        page = QWidget()
        column, note, press = QVBoxLayout(page), QLabel("Overdue"), QPushButton("Renew")
        note.setProperty("kind", "bad")
        set_icon(press, "search", "link")
        column.addWidget(note)
        column.addWidget(press)
        stack.addWidget(page)
    qtbot.addWidget(stack)
    stack.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stack.setFocus()
    stack.resize(300, 200)
    stack.show()
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    _settle()
    return stack


def test_what_is_hidden_is_dressed_when_it_shows(qapp: Any, stacked: QStackedWidget) -> None:
    away = stacked.widget(1).findChild(QLabel)
    told = Stylings(away)
    theme.wear(qapp, "dark")
    assert told.count == 0
    first = _picture(stacked)
    stacked.setCurrentIndex(1)
    assert told.count == 1
    assert away.palette().color(away.foregroundRole()).name() == DARK.ink("bad")
    stacked.setFocus()
    assert _picture(stacked) == first


def test_a_label_that_turns_ordinary_wears_the_ordinary_color_of_now(qapp: Any, stacked: QStackedWidget) -> None:
    note = stacked.widget(1).findChild(QLabel)
    theme.wear(qapp, "dark")
    stacked.setCurrentIndex(1)
    note.setProperty("kind", "")
    note.style().unpolish(note)
    note.style().polish(note)
    assert note.palette().color(note.foregroundRole()).name() == DARK.text


def test_a_sheet_that_was_put_away_opens_in_the_colors_of_now(qapp: Any, qtbot: Any, stacked: QStackedWidget) -> None:
    dialog = QDialog(stacked.widget(1))
    dialog.setLayout(QVBoxLayout())
    note = QLabel("Overdue")
    note.setProperty("kind", "warn")
    dialog.layout().addWidget(note)
    dialog.open()
    _settle()
    theme.wear(qapp, "dark")
    assert note.palette().color(note.foregroundRole()).name() == DARK.ink("warn")
    dialog.hide()
    theme.wear(qapp, "light")
    theme.wear(qapp, "dark")
    theme.wear(qapp, "light")
    dialog.open()
    assert note.palette().color(note.foregroundRole()).name() == LIGHT.ink("warn")


def test_pages_look_as_if_all_had_been_dressed_at_once(qapp: Any, morning: Any) -> None:
    keys = ["today", "file", "standards"]
    for _ in scenes(morning, keys, None):
        _settle()
    morning.go("providers")
    theme.wear(qapp, "dark")
    lazy = {name: _page(morning) for name, _ in scenes(morning, keys, None)}
    qapp.setStyleSheet("")
    qapp.setStyleSheet(sheet(DARK))
    differ = [name for name, _ in scenes(morning, keys, None) if _page(morning) != lazy[name]]
    assert not differ
