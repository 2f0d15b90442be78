"""From a person's file, by keys alone, to the file, sheet and row in which a value stood."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.actions.test_importing import run, written
from tests.conftest import TODAY
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import undoing
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.ui.pages.provider_file import ProviderFile

HEADINGS = ["Last Name", "First Name", "NPI", "License #", "Lic State", "Lic Exp", "Cell"]
ROW = ["Ngo", "Ann", "1234567893", "036-1", "IL", "7/31/27", "(312) 555-0100"]


@pytest.fixture
def page(office, qtbot, tmp_path):
    run(written(tmp_path / "October.xlsx", [ROW], HEADINGS))
    run(written(tmp_path / "November.xlsx", [[*ROW[:5], "7/31/29", ROW[6]]], HEADINGS))
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=Provider.get(last="Ngo").id)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def ask(page, qtbot):
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return page.part("history").table


def shown(table):
    return [table.model_.row_at(n).texts for n in range(table.count())]


def test_the_key_shows_every_value_as_the_files_had_it_with_the_keyboard_on_it(page, qtbot):
    table = ask(page, qtbot)
    assert QApplication.focusWidget() is table and page.tabs.current() == "history"
    assert table.count() == 2 * len(HEADINGS)
    assert (
        "Nov 24 2026",
        "November.xlsx",
        "Sheet",
        "2",
        "F: Lic Exp",
        "7/31/29",
        "",
        "",
        "License expires",
        "Nov 24 2026",
    ) in shown(table)


def test_of_a_chosen_credential_it_shows_what_holds_its_number(page, qtbot):
    page.tabs.choose("credentials")
    page._show_tab("credentials")
    page.credentials.go_to(Credential.get(number="036-1", past=False).id)
    found = shown(ask(page, qtbot))
    assert [(row[1], row[5]) for row in found] == [("November.xlsx", "036-1"), ("October.xlsx", "036-1")]


def test_ctrl_f_searches_there_and_elsewhere_not(page, qtbot):
    table = ask(page, qtbot)
    assert page.search_here()
    qtbot.keyClicks(QApplication.focusWidget(), "cell")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert {row[4] for row in shown(table)} == {"G: Cell"} and QApplication.focusWidget() is table
    page.tabs.choose("summary")
    page._show_tab("summary")
    assert not page.search_here()


def test_after_an_undo_its_file_is_no_source_any_more(page, qtbot):
    ask(page, qtbot)
    page.session.do(undoing.undo)
    assert {row[1] for row in shown(ask(page, qtbot))} == {"October.xlsx"}
