"""Over every page, as the pictures bring them to what is worth seeing: what somebody meets who has no mouse, weak eyes, a small
screen or other colors. The pages are walked once a palette; each test asks what was met."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QToolButton, QWidget

from tests.conftest import TODAY
from tests.ui import reading
from tests.ui.cut import cut, cut_names, cut_pills
from workbench.actions import touring
from workbench.ui import pictured_sheets, pictures
from workbench.ui.kit import ink, theme
from workbench.ui.kit.action import plain
from workbench.ui.kit.board import Board
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.pages import PAGES

WIDE, AT_150, AT_200 = QSize(1366, 768), QSize(911, 512), QSize(683, 384)
"""A small laptop's screen in logical pixels at 100, 150 and 200 %."""
WALKS = (("light", AT_150), ("dark", WIDE), ("contrast", WIDE))
BY_DESIGN = ("import-columns",)
"""A table of columns and what they mean, which scrolls like any table."""
KEYS = [page.key for page in PAGES]
Met = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def _worn() -> Iterator[None]:
    """Light again, once the window is gone: all of its parts would be dressed anew."""
    yield
    theme.wear(QApplication.instance(), "light")


@pytest.fixture(scope="module")
def met(_worn: None, morning: Any, tmp_path_factory: Any) -> Met:
    """By what was asked, then by scene, what was found; of all palettes together."""
    roster, found = tmp_path_factory.mktemp("rosters") / "roster.xlsx", defaultdict(dict)
    touring.make_roster(roster, TODAY)
    for worn, size in WALKS:
        theme.wear(QApplication.instance(), worn)
        morning.resize(size)
        looked_at: set[tuple[object, ...]] = set()
        for name, shown in pictures.scenes(morning, KEYS, roster) if worn == "light" else _first_of_each(morning):
            settle()
            assert shown.size() == size and ink.colors().name == worn
            for what, each in _asked(shown, looked_at, once=worn == "light"):
                if told := list(dict.fromkeys(each)):
                    found[what][f"{name} {worn}"] = told
    morning.resize(WIDE)
    return found


def _first_of_each(window: Any) -> Iterator[tuple[str, QWidget]]:
    """Every page once: other colors change no more of it."""
    for key in KEYS:
        for name, prepare in islice(pictures.SCENES.get(key, pictures._plain)(key, window, None), 1):
            prepare()
            yield name, window


def _asked(shown: Any, looked_at: set[tuple[object, ...]], once: bool) -> Iterator[tuple[str, Iterator[str]]]:
    """What is asked of a scene; once, what no color and no size changes."""
    page = shown.page(shown.key)
    yield "cut", cut(shown)
    yield "names", cut_names(shown)
    yield "pills", cut_pills(shown)
    yield "faint", reading.faint(shown, looked_at)
    if once:
        yield "twice", reading.twice_marked(shown)
        yield "unnamed", reading.unnamed(shown)
        yield "clashes", reading.clashes(shown, page)
        yield "unlisted", reading.unlisted(shown, page)
        yield "silent", silent(shown)


def settle() -> None:
    """Layouts, then what follows from them, and the bars that come and go with that."""
    for _ in range(8):
        QApplication.processEvents()


def test_nothing_is_cut_on_a_small_screen_nor_at_150_percent(met: Met) -> None:
    assert {name: told for name, told in met["cut"].items() if name.split()[0] not in BY_DESIGN} == {}


def test_no_name_is_cut_while_another_column_of_its_table_has_room_to_spare(met: Met) -> None:
    assert met["names"] == {}


def test_no_status_and_no_button_of_a_table_is_cut(met: Met) -> None:
    assert met["pills"] == {}


def test_every_word_reads_on_what_lies_behind_it_in_three_palettes(met: Met) -> None:
    assert met["faint"] == {}


def test_what_can_be_acted_on_has_a_name_a_buddy_or_text(met: Met) -> None:
    assert met["unnamed"] == {}


def test_no_key_is_wanted_by_two_commands(met: Met) -> None:
    assert met["clashes"] == {}


def test_no_letter_leads_with_alt_to_two_places(met: Met) -> None:
    assert met["twice"] == {}


def test_the_palette_lists_every_command(met: Met) -> None:
    assert met["unlisted"] == {}


def test_no_stop_of_the_tab_key_is_invisible(met: Met) -> None:
    """A scrolled part draws no focus around what has its own; every other stop paints where the keyboard is."""
    assert met["silent"] == {}


def silent(window: QWidget) -> Iterator[str]:
    """The stops of the Tab key that paint nothing where they have the keyboard."""
    for each in stops(window):
        scrolls = isinstance(each, Scrolling) and each.verticalScrollBar().maximum() > 0
        if isinstance(each, QScrollArea) and not isinstance(each, Board) and not scrolls or type(each) is QToolButton:
            yield f"{type(each).__name__} {each.accessibleName()}"


def stops(window: QWidget) -> Iterator[QWidget]:
    """What Tab goes to, one after the other."""
    first = part = window.nextInFocusChain()
    while True:
        if part.focusPolicy() & reading.Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled():
            yield part
        part = part.nextInFocusChain()
        if part is first:
            return


# At 200 %


def test_at_200_percent_every_page_scrolls_to_all_that_it_has(morning: Any) -> None:
    morning.resize(AT_200)
    try:
        for key in ("today", "credentials", "applications", "settings"):
            morning.go(key)
            settle()
            page, room = morning.page(key), morning._room
            assert morning.size() == AT_200 and page.width() >= 844 and page.height() >= 380
            over = page.size() - room.viewport().size()
            assert room.horizontalScrollBar().maximum() == over.width() > 0
            assert room.verticalScrollBar().maximum() == over.height() > 0
            for _ in range(20):  # a box of several lines has its height when its page was laid out once more
                if not (cut_now := list(cut(page))):
                    break
                settle()
            assert not cut_now
    finally:
        morning.resize(WIDE)


def test_at_200_percent_the_primary_button_is_reached_without_scrolling(morning: Any) -> None:
    morning.resize(AT_200)
    try:
        for key in ("today", "credentials", "providers", "applications"):
            morning.go(key)
            settle()
            room = morning._room
            (primary,) = (
                each for each in morning.page(key).header.findChildren(QPushButton)
                if each.isVisible() and each.property("kind") == "primary"
            )  # fmt: skip
            edge = primary.mapTo(room.viewport(), primary.rect().bottomRight())
            assert room.viewport().rect().contains(edge), key
    finally:
        morning.resize(WIDE)


def test_at_150_percent_today_shows_what_to_do_next(morning: Any) -> None:
    morning.resize(AT_150)
    try:
        morning.go("today")
        settle()
        table = morning.page("today").table
        shown = [
            row
            for row in range(table.count())
            if table.rowViewportPosition(row) + table.rowHeight(row) <= table.viewport().height()
        ]
        bottom = table.mapTo(morning._room.viewport(), table.rect().bottomLeft())
        assert len(shown) >= 2 and morning._room.viewport().rect().contains(bottom)
    finally:
        morning.resize(WIDE)


def test_a_page_that_is_gone_to_shows_from_its_beginning(morning: Any) -> None:
    morning.resize(AT_200)
    try:
        morning.go("today")
        settle()
        morning._room.verticalScrollBar().setValue(60)
        morning.go("providers")
        assert (morning._room.verticalScrollBar().value(), morning._room.horizontalScrollBar().value()) == (0, 0)
    finally:
        morning.resize(WIDE)


# What a command asks

ASKS = "…"
"""A command that ends so asks something before it does anything."""
ELSEWHERE = {"Make a fresh one", "Open office…", "New office…", "Restore a backup…"}


def test_whatever_a_command_asks_has_room_and_names(morning: Any, monkeypatch: Any) -> None:
    room = [AT_150]
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: QRect(QPoint(0, 0), room[0]))
    wrong, asked = {}, set()
    morning.resize(AT_150)
    for page in [each for each in PAGES if each.group != "hidden"]:
        morning.go(page.key)
        settle()
        for command in list(morning.commands()):
            name = plain(command.text())
            if name.endswith(ASKS) and name not in asked | ELSEWHERE:
                asked.add(name)
                command.trigger()
                settle()
                for dialog in _open_dialogs():
                    told = [*_outgrown(dialog, AT_150), *reading.unnamed(dialog), *cut(dialog), *_keys(dialog)]
                    dialog.hide()
                    room[0] = AT_200
                    dialog.show()
                    told += _outgrown(dialog, AT_200)
                    room[0] = AT_150
                    dialog.reject()
                    wrong |= {f"{page.key}: {name}": told} if told else {}
    morning.resize(WIDE)
    assert len(asked) > 30, asked
    assert wrong == {}


def _open_dialogs() -> list[Sheet]:
    """The dialogs that show, but for the system's own; those are put away."""
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    for each in shown:
        if not isinstance(each, Sheet):
            each.reject()
    return [each for each in shown if isinstance(each, Sheet)]


def _keys(dialog: Sheet) -> Iterator[str]:
    """Letters and keys that a dialog gives to two things at once; the page behind it hears neither."""
    yield from reading.twice_marked(dialog)
    yield from reading.clashes(dialog, dialog)


def _outgrown(dialog: Sheet, size: QSize) -> Iterator[str]:
    if dialog.width() > size.width() or dialog.height() > size.height():
        yield f"{dialog.size().toTuple()} on a screen of {size.toTuple()}"


def test_every_sheet_of_the_pictures_opens_over_its_page_and_closes(morning: Any) -> None:
    drawn = []
    for name, sheet in pictured_sheets.sheets(morning):
        drawn.append(name)
        assert sheet.isVisible() and sheet.accessibleName(), name
        assert list(_keys(sheet)) == [], name
        whole = pictured_sheets.over(morning, sheet)
        assert whole.size() == morning.grab().size()
    assert drawn == list(pictured_sheets.SHEETS)
    assert not [each for each in morning.findChildren(QDialog) if each.isVisible()]
