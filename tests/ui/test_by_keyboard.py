"""Every list by the keyboard alone: what its menu offers for the row that the arrows are on."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel

from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.arranging import Arrange
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.messages import Recorded
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table
from workbench.ui.pages import PAGES

BULK = ("providers", "credentials", "meetings", "privileges", "practices", "tasks", "departments")

OF_SEVERAL = {"&Join…"}
"""What is about several rows at once, and so about no single one."""


def list_of(window, key):
    """The page of a list with a bulk bar, and its table, with nothing selected and the first row current."""
    window.go(key)
    page = window.page(key)
    bar = page.findChild(BulkBar)
    table = bar._table
    table.clearSelection()
    table.selectionModel().setCurrentIndex(table.model_.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    return page, table


@pytest.mark.parametrize("key", BULK)
def test_without_ticks_the_menu_is_about_the_current_row(morning, key):
    _, table = list_of(morning, key)
    assert table.selected() == [] and table.chosen() == [table.current()]
    greyed = [each.text() for each in table.actions() if each.isVisible() and not each.isEnabled()]
    assert set(greyed) <= OF_SEVERAL


@pytest.mark.parametrize("key", BULK)
def test_with_ticks_the_menu_is_about_them(morning, key):
    _, table = list_of(morning, key)
    ids = list(table.ids())[:2]
    table.select(ids)
    assert table.chosen() == ids


def test_the_menu_key_opens_the_menu_at_the_current_row(morning, qtbot):
    _, table = list_of(morning, "providers")
    table.go_to(table.ids()[0])
    middle = table.rect().center()
    table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, table.mapToGlobal(middle)))
    menu = QApplication.activePopupWidget()
    row = table.visualRect(table.currentIndex())
    assert table.viewport().mapFromGlobal(menu.pos()).y() == row.center().y()
    menu.close()


def test_export_selection_takes_the_current_row_where_nothing_is_ticked(morning, monkeypatch):
    page, table = list_of(morning, "providers")
    asked = []
    monkeypatch.setattr(page, "_export", lambda ids: asked.append(list(ids)))
    page.export_chosen.trigger()
    assert asked == [[table.current()]]


def arranged(table):
    """The dialog that F9 opens; offscreen, a window that lost the keyboard hears no shortcut."""
    next(each for each in table.actions() if keys_of(each) == "F9").trigger()
    return [each for each in table.window().findChildren(Arrange) if each.isVisible()][-1]


def test_f9_orders_a_list_and_hides_and_moves_its_columns(morning, qtbot):
    page, table = list_of(morning, "practices")
    sheet = arranged(table)
    names = [sheet.list.item(row).text() for row in range(sheet.list.count())]
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.list.currentItem().text() == names[1]
    qtbot.keyClick(sheet.list, Qt.Key.Key_Space)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    sheet.order.set_value("name")
    sheet.falling.setChecked(True)
    sheet.accept()
    heading = table.heading
    assert heading.isSectionHidden(1) and heading.visualIndex(2) == 3
    assert table.order == (("name", True),)
    sheet = arranged(table)
    assert sheet.order.value() == "name" and sheet.falling.isChecked()
    assert [sheet.list.item(row).text() for row in (2, 3)] == [names[3], names[2]]
    table.columns.lay(range(heading.count()), ())
    sheet.reject()


def test_the_last_column_cannot_be_hidden(morning):
    _, table = list_of(morning, "departments")
    sheet = arranged(table)
    for row in range(sheet.list.count()):
        sheet.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    sheet.accept()
    assert sheet.isVisible() and sheet.wrong.text() == "One column must show."
    sheet.reject()


@pytest.mark.parametrize("key", BULK)
def test_f1_says_how_a_list_is_ordered_and_has_one_name_for_the_space_bar(morning, key):
    morning.go(key)
    morning.show_keys()
    sheet = [each for each in morning.findChildren(Sheet) if each.isVisible()][-1]
    words = [each.text() for each in sheet.findChildren(QLabel)]
    assert "Columns and order" in words and "F9" in words
    assert sum(word.split(",")[0] == "Space" for word in words) == 1
    sheet.reject()


def test_f1_has_a_key_for_every_page_of_the_sidebar(morning):
    listed = [page for page in PAGES if page.group != "hidden"]
    keys = {plain(each.text()): keys_of(each) for each in morning.actions()}
    assert all(keys[f"Go to {page.title}"] for page in listed)
    assert morning.sidebar.entries["settings"].toolTip() == keys["Go to Settings"]


@pytest.mark.parametrize("key", [page.key for page in PAGES if page.group != "hidden" and page.key != "settings"])
def test_a_page_of_the_sidebar_has_the_keyboard_on_the_first_row_of_its_list(morning, key):
    morning.go("settings")
    morning.page(key)
    morning.go(key)
    held = morning.focusWidget()
    if isinstance(held, Table):
        QApplication.sendEvent(held, QFocusEvent(QEvent.Type.FocusIn))  # offscreen no window is active
        assert held.count() == 0 or held.current() is not None
    else:
        assert morning.page(key).isAncestorOf(held) and not isinstance(held, Page)


def test_rows_that_come_after_the_keyboard_have_it_on_the_first(morning):
    _, table = list_of(morning, "practices")
    table.setFocus()
    table.selectionModel().clear()
    assert table.current() is None
    table.model_.counted.emit(table.count())
    assert table.current() == table.ids()[0]


def test_delete_names_the_person_and_counts_what_is_theirs(morning, monkeypatch):
    page, table = list_of(morning, "providers")
    asked = Recorded(yes=False)
    monkeypatch.setattr(page.session, "messages", asked)
    person = Provider.get_by_id(table.current())
    page.drop.trigger()
    [said] = asked.asked
    assert said.startswith(f"Delete {person.title} and ") and said.endswith(" records of theirs? [Delete 1 provider]")
    count = int(said.split(" and ")[1].split()[0])
    assert count > Credential.select().where(Credential.provider == person).count()


def test_delete_is_not_offered_without_a_row(morning):
    page, table = list_of(morning, "providers")
    table.search("nobody is called so")
    assert table.current() is None and not page.drop.isEnabled()
    table.search("")
