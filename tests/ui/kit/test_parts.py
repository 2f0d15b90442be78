"""The small parts: chips, tabs, cards, headers, messages, the seat."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget

from workbench.errors import WorkbenchError
from workbench.ui.kit import ink, inputs
from workbench.ui.kit.action import action, keys_of, plain
from workbench.ui.kit.boxes import LineBox
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.header import Header
from workbench.ui.kit.icons import icon
from workbench.ui.kit.inputs import LineEdit, LongEdit
from workbench.ui.kit.labels import Line, status
from workbench.ui.kit.messages import Messages, Recorded
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.shapes import pill_width, pills_that_fit
from workbench.ui.kit.table import Table
from workbench.ui.kit.tabs import Tabs
from workbench.ui.passphrases import AskPassphrase

from .conftest import TODAY


def test_exactly_one_chip_is_chosen_and_spoken_with_its_count(qtbot):
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set([("", "All"), ("lapsed", "Lapsed", 6, "bad")])
    assert chips.current() == ""
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips._chips[1].click()
    assert chosen.args == ["lapsed"] and chips._chips[1].accessibleName() == "Lapsed 6"
    chips.set_count("lapsed", 1200)
    assert chips._chips[1].text() == "Lapsed 1,200"


def test_chips_keep_the_choice_when_they_are_set_anew(qtbot):
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set([("a", "A"), ("b", "B")])
    chips.choose("b")
    chips.set([("a", "A", 1), ("b", "B", 2)])
    assert chips.current() == "b"


def test_tabs_count_and_keep_the_choice(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.set([("s", "Summary"), ("c", "Credentials", 11)])
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.choose("c")
    assert chosen.args == ["c"] and tabs.tabText(1) == "Credentials 11"
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set([("s", "Summary"), ("c", "Credentials", 12)])
    assert tabs.current() == "c"


def test_a_button_follows_its_action(qtbot):
    pressed = []
    doing = action("&Add provider", "plus", "Ctrl+N", lambda: pressed.append(1))
    made = button(doing, "primary")
    qtbot.addWidget(made)
    made.click()
    doing.setEnabled(False)
    doing.setText("&Add two")
    assert pressed == [1] and not made.isEnabled() and made.text() == "&Add two"


def test_a_button_with_an_icon_only_has_a_name(qtbot):
    made = icon_button(action("&Print profile", "printer", "", lambda: None))
    qtbot.addWidget(made)
    assert made.accessibleName() == "Print profile"


def test_several_keys_belong_to_one_action():
    doing = action("Redo", "redo-2", "Ctrl+Shift+Z or Ctrl+Y", lambda: None)
    assert len(doing.shortcuts()) == 2 and " or " in keys_of(doing)
    assert plain("R && D &now") == "R & D now"


def test_an_icon_that_is_not_there_is_empty_and_others_are_drawn():
    assert icon("").isNull() and not icon("users").isNull()
    drawn, none = (icon(name, "link").pixmap(16, 16).toImage() for name in ("users", "no such icon"))
    assert not none.isNull() and not any(none.pixelColor(x, y).alpha() for x in range(16) for y in range(16))
    inked = [drawn.pixelColor(x, y) for x in range(16) for y in range(16) if drawn.pixelColor(x, y).alpha() > 200]
    assert inked and inked[0].name() == ink.colors().link
    disabled = icon("users", "link").pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert ink.colors().off in {disabled.pixelColor(x, y).name() for x in range(16) for y in range(16)}


def test_facts_show_a_dash_for_nothing(qtbot):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.set([("Status", "Expired", "bad"), ("Issued", "")])
    facts.set([("Status", "Expired", "bad"), ("Issued", "")])
    texts = [part.text() for part in facts.findChildren(QWidget) if hasattr(part, "text")]
    assert texts == ["Status", "Expired", "Issued", "—"]


def test_facts_of_another_say_what_they_are_of_that_one(qtbot):
    facts = Facts()
    qtbot.addWidget(facts)

    def said() -> list[list[str]]:
        rows = [[facts._grid.itemAtPosition(row, place) for place in (0, 1)] for row in range(4)]
        return [[each.widget().text() for each in row] for row in rows if row[0]]

    for told in (
        [("Status", "Expired", "bad"), ("Issued", ""), ("Number", "12")],
        [("Status", "Current"), ("Issued", "Nov 1 2026")],
        [("Status", "Lapses", "warn"), ("Issued", "", "bad"), ("State", "IL"), ("Number", "7", "good")],
        [],
        [("Status", "Expired", "bad")],
    ):
        facts.set(told)
        assert said() == [[label, value or "—"] for label, value, *_ in told]
        assert [each.accessibleDescription() for each in facts.findChildren(Pill)] == [
            label for label, value, *tone in told if value and tone
        ]


def test_a_card_hides_an_empty_title(qtbot):
    card = Card()
    qtbot.addWidget(card)
    card.show()
    assert not card.title.isVisible()
    card.set_title("Why this file is not ready")
    assert card.title.isVisible()


def test_a_header_holds_what_it_is_given(qtbot):
    header = Header("Providers")
    qtbot.addWidget(header)
    header.pills([("1 expired", "bad")])
    header.buttons([(QAction("Add"), "primary")])
    header.buttons([(QAction("Add"), "primary"), QAction("Export")])
    assert len(header.findChildren(Pill)) == 1
    assert [each.text() for each in header.findChildren(QPushButton) if not each.isHidden()] == ["Add", "Export"]


def test_a_live_text_has_an_identifier_and_no_name(qtbot):
    label = status("counts", "3 of 5")
    qtbot.addWidget(label)
    assert label.accessibleIdentifier() == "counts" and label.accessibleName() == ""


def test_the_bulk_bar_comes_and_goes_with_the_selection(qtbot, people):
    table = Table(people, TODAY)
    qtbot.addWidget(table)
    bar = BulkBar(table, [QAction("Assign task")])
    qtbot.addWidget(bar)
    table.select([7, 3])
    assert bar.isVisibleTo(None) and bar.said.text() == "2 selected"
    table.clearSelection()
    assert not bar.isVisibleTo(None)


def test_a_search_is_asked_once_the_typing_pauses(qtbot):
    box = SearchBox("Search providers…")
    qtbot.addWidget(box)
    asked = []
    box.asked.connect(asked.append)
    qtbot.keyClicks(box, "okafor")
    qtbot.waitUntil(lambda: asked == ["okafor"])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert asked == ["okafor", ""] and box.accessibleName() == "Search providers"


def test_a_question_has_cancel_as_its_default(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    done = []
    Messages(window).confirm("Delete 3 references?", "Delete 3 references", lambda: done.append(1))
    sheet = window.findChild(Sheet)
    cancel, go = sheet.findChildren(QPushButton)
    assert cancel.isDefault() and not go.isDefault() and not done
    go.click()
    assert done == [1] and not sheet.isVisible()


def test_an_error_is_a_headline_and_what_to_do(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    Messages(window).error(WorkbenchError("The file is open in Excel. Nothing was read. Close it there."))
    sheet = window.findChild(Sheet)
    assert sheet.accessibleName() == "The file is open in Excel."
    assert sheet.words.text() == "Nothing was read. Close it there."
    sheet.close()


def test_a_toast_offers_the_way_back(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    undone = []
    messages = Messages(window)
    messages.toast("Renewed license 036-119204", lambda: undone.append(1))
    assert messages.passing.isVisible()
    messages.passing._undo.click()
    assert undone == [1] and not messages.passing.isVisible()


def test_recorded_messages_say_nothing_on_the_screen():
    said = Recorded(yes=False)
    said.confirm("Delete?", "Delete 1", lambda: 1 // 0)
    said.toast("Done")
    assert said.asked == ["Delete? [Delete 1]"] and said.toasts == ["Done"]


def test_survey_mode_is_remembered_of_each_office(tmp_path):
    path, one, other = str(tmp_path / "seat.ini"), Path("/one.workbench"), Path("/other.workbench")

    def seat():
        return Seat(QSettings(path, QSettings.Format.IniFormat))

    seat().survey(one, True)
    seat().survey(other, True)
    assert seat().surveys(one) and seat().surveys(other)
    seat().survey(one, False)
    assert not seat().surveys(one) and seat().surveys(other)
    seat().survey(other, False)
    assert not seat().surveys(other)


def test_the_seat_remembers_the_last_office(tmp_path):
    store = QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat)
    seat = Seat(store)
    assert seat.last_office is None
    seat.opened(Path("/a.workbench"))
    seat.opened(Path("/b.workbench"))
    seat.opened(Path("/a.workbench"))
    assert seat.recent == [Path("/a.workbench"), Path("/b.workbench")]
    seat.theme = "dark"
    assert Seat(store).theme == "dark"


def test_enter_presses_the_button_that_has_the_keyboard_and_else_the_default(qtbot):
    window, done = QWidget(), []
    qtbot.addWidget(window)
    for keys in ((Qt.Key.Key_Return,), (Qt.Key.Key_Tab, Qt.Key.Key_Return)):
        Messages(window).confirm("Delete 1 provider?", "Delete 1 provider", lambda: done.append(1))
        sheet = next(each for each in window.findChildren(Sheet) if each.isVisible())
        qtbot.waitUntil(sheet.isActiveWindow)
        for key in keys:
            qtbot.keyClick(sheet.focusWidget(), key)
        assert not sheet.isVisible() and len(done) == len(keys) - 1


def test_enter_in_a_line_of_a_sheet_presses_the_default_button_once(qtbot, tmp_path):
    given = []
    asked = AskPassphrase(tmp_path / "office.workbench", given.append)
    qtbot.addWidget(asked)
    asked.open()
    qtbot.waitUntil(asked.isActiveWindow)
    qtbot.keyClicks(asked.focusWidget(), "four quiet grey herons")
    qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    assert given == ["four quiet grey herons"] and not asked.isVisible()


def test_a_head_line_without_room_ends_in_an_ellipsis_and_is_told_in_the_tooltip(qtbot):
    header = Header("Okafor, Adaeze N., MD")
    header.subtitle("Nephrology · Medicine · active · appointed to Mar 31 2027")
    qtbot.addWidget(header)
    header.resize(220, 60)
    header.show()
    line = header.findChild(Line, "subtitle")
    header.grab()
    assert line.shown().endswith("…") and line.fontMetrics().horizontalAdvance(line.shown()) <= line.width()
    assert line.toolTip() == line.text() == "Nephrology · Medicine · active · appointed to Mar 31 2027"
    header.resize(900, 60)
    header.grab()
    assert line.shown() == line.text() and line.toolTip() == ""


def test_a_search_that_finds_nothing_is_cleared_where_that_is_said(qtbot, people):
    whole, box = QWidget(), SearchBox("Search people…")
    table, column = Table(people, TODAY), QVBoxLayout(whole)
    column.addWidget(box)
    column.addWidget(table)
    qtbot.addWidget(whole)
    box.narrow(table)
    whole.show()
    box.setText("zzz")
    qtbot.waitUntil(lambda: table.count() == 0)
    press = next(each for each in table.findChildren(QPushButton) if each.text() == "Clear the search")
    assert press.isVisible()
    press.click()
    assert box.text() == "" and table.count() == 3 and not press.isVisible()


def test_ctrl_z_in_a_box_without_typing_is_the_windows(qtbot):
    window, heard = QMainWindow(), list[str]()
    boxes = [LineBox(), LineBox()]
    inner = QWidget()
    column = QVBoxLayout(inner)
    for each in boxes:
        each.set_value("as it was")
        column.addWidget(each)
    window.setCentralWidget(inner)
    undo = QAction("Undo", window)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(lambda: heard.append("undo"))
    window.addAction(undo)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    boxes[0].line.setFocus()
    qtbot.waitUntil(lambda: boxes[0].line.hasFocus())
    QTest.keyClicks(boxes[0].line, "!")
    QTest.keyClick(boxes[0].line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert boxes[0].text() == "as it was" and heard == []
    boxes[1].line.setFocus()
    QTest.keyClick(boxes[1].line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]


@pytest.mark.parametrize("made", [LineEdit, LongEdit, lambda: SearchBox("Search")], ids=["line", "long", "search"])
def test_a_command_has_its_key_while_a_box_has_the_keyboard(qtbot, made):
    box = made()
    qtbot.addWidget(box)

    def takes(key):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        box.event(event)
        return event.isAccepted()

    assert not any(map(takes, (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D)))
    assert takes(Qt.Key.Key_C) or takes(Qt.Key.Key_A), "what is every box's own stays"


def test_a_search_that_was_cleared_leaves_undo_to_the_window(qtbot):
    box = SearchBox("Search")
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "card")
    assert box.isUndoAvailable()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "" and not box.isUndoAvailable()
    undoes = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undoes.ignore()
    box.event(undoes)
    assert not undoes.isAccepted(), "the window's Ctrl+Z is what it means now"


def test_a_choice_is_found_by_typing_its_words(qtbot, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(inputs.time, "monotonic", lambda: now[0])
    box, said = inputs.Combo(), []
    qtbot.addWidget(box)
    box.addItems(["", "Approved", "Approved with conditions", "Deferred", "Denied"])
    box.activated.connect(lambda place: said.append(box.itemText(place)))
    now[0] = 10
    QTest.keyClicks(box, "approved w")
    assert box.currentText() == "Approved with conditions" and not box.view().isVisible()
    now[0] += 5
    QTest.keyClicks(box, "d")
    assert box.currentText() == "Deferred"
    QTest.keyClicks(box, "d")
    assert box.currentText() == "Denied"
    now[0] += 5
    QTest.keyClicks(box, "zzz")
    assert box.currentText() == "Denied" and said == ["Approved", "Approved with conditions", "Deferred", "Denied"]


def test_pills_stand_whole_and_those_without_room_are_counted(qapp: Any) -> None:
    metrics = QFontMetrics(ink.font(0.88))
    pills = [("two liability claims", "warn"), ("gap of 7 months", "warn"), ("chair's limits", "warn")]
    wide = [pill_width(*each, metrics) for each in pills]
    fits = lambda room: pills_that_fit(pills, room, 4, metrics)  # noqa: E731
    assert fits(sum(wide) + 8) == pills
    assert fits(sum(wide) + 7) == [*pills[:2], ("+1", "quiet")]
    assert fits(wide[0] + 50) == fits(90) == [pills[0], ("+2", "quiet")]  # how many more there are is always said
    assert fits(20) == pills[:1] and pills_that_fit(pills[:1], 20, 4, metrics) == pills[:1]


def test_a_title_without_a_sentence_below_it_has_its_room(qtbot):
    header = Header("Newcomer, Nell")
    header.subtitle("")
    header.pills([("Active", "good")])
    qtbot.addWidget(header)
    header.resize(900, 60)
    header.show()
    assert header._title.shown() == "Newcomer, Nell"


def test_chips_that_do_not_show_make_room_for_other_counts(qtbot):
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set([("", "All", 0), ("new", "New", 0)])
    chips.show()
    chips.hide()
    chips.set([("", "All", 50_000), ("new", "New", 50_000)])
    assert all(chip.width() == chip.sizeHint().width() for chip in chips._chips)
    chips.set_count("new", 1_000_000)
    assert chips._chips[1].width() == chips._chips[1].sizeHint().width()
