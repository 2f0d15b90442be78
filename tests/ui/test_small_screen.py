"""A laptop of 1366 x 768 at 150 % has 911 x 512 logical pixels: every page can be read and used there."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from workbench.records.credential import Credential
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.verification_run import VerificationRun

SMALL = QSize(911, 512)


@pytest.fixture
def window(morning):
    morning.resize(SMALL)
    settle()
    return morning


def settle():
    """Layouts, then what follows from them."""
    for _ in range(3):
        QApplication.processEvents()


def test_the_sidebar_shows_icons_that_are_named_and_a_dot_where_something_waits(window):
    entry = window.sidebar.entries["providers"]
    window.go("providers")
    assert window.sidebar.width() < 60 and entry.accessibleName() == "Providers"
    assert entry.toolTip() == f"Providers · {entry.count} (Ctrl+2)" and entry.count
    window.resize(1366, 768)
    settle()
    assert window.sidebar.width() == 208 and entry.toolTip() == "Ctrl+2"


def test_every_entry_of_the_sidebar_is_in_sight(window):
    area = window.sidebar.entries["settings"].parentWidget().parentWidget()
    last = window.sidebar.entries["settings"]
    assert last.mapTo(area, last.rect().bottomRight()).y() < area.height()


def test_a_persons_name_is_whole_and_the_pills_stand_below_it(window):
    window.go("file", provider=1)
    settle()
    header = window.page("file").findChild(Header)
    assert header._title.shown() == header._title.text() and "," in header._title.text()
    assert header._pills.geometry().top() > header._title.geometry().bottom()


def test_chips_without_room_go_on_in_the_next_line(window):
    window.go("credentials")
    settle()
    chips = window.page("credentials").findChild(Chips)
    tops = {chip.y() for chip in chips._chips}
    assert len(tops) == 2 and chips.height() > 50


def test_the_window_opens_no_larger_than_the_screen(qtbot, window, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: QRect(0, 0, 911, 512))
    window.resize(1366, 768)
    window._restore()
    assert (window.width(), window.height()) == (911, 512)
    least = window.minimumSize()
    assert least.width() <= 900 and least.height() <= 500


def test_the_lines_of_a_run_of_verifications_have_room(window, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: QRect(QPoint(0, 0), SMALL))
    several = Credential.select(Credential.id).where(~Credential.past).limit(30)
    run = VerificationRun([each.id for each in several], window.session, window)
    run.open()
    settle()
    assert run.sources and run.width() <= SMALL.width()
    assert [each.horizontalScrollBar().maximum() for each in run.findChildren(QScrollArea)] == [0, 0]
    run.reject()


def test_on_a_low_screen_todays_cards_keep_their_figures_and_what_to_do_next_is_in_sight(window, qtbot):
    window.go("today")
    settle()
    page = window.page("today")
    charts = (page.expiring_card.weeks, page.in_process.stages, page.meetings)
    figures = (page.expiring_card.figure, page.in_process.figure, page.readiness.figure)
    assert all(each.isVisible() for each in figures) and not any(each.isVisible() for each in charts)
    page.table.setFocus()
    first = page.table.visualRect(page.table.model_.index(0, 0))
    assert page.table.viewport().rect().contains(first) and not page.table.visibleRegion().isEmpty()
    window.resize(1366, 768)
    settle()
    assert all(each.isVisible() and each.height() > 40 for each in charts)
    called = [each.bar.title for each in page.in_process.stages.findChildren(QAbstractButton)]
    assert "Medical executive committee" in called and page.room.verticalScrollBar().maximum() == 0
