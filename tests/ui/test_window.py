"""The window: pages by key and name, undo by name, Ctrl+K, no person in its title. A real office lies under it."""

import os
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workbench.actions import editing, offices
from workbench.errors import WorkbenchError
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.store import office as files
from workbench.ui.kit import colors, theme
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.keyhelp import Keys
from workbench.ui.kit.labels import Words
from workbench.ui.kit.messages import Messages, Recorded
from workbench.ui.kit.page import Page
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.toast import Toast
from workbench.ui.session import Session
from workbench.ui.window import Result, Status, Window


class Departments(Page):
    """A page that counts."""

    key, title, icon = "departments", "Departments", "building-2"

    def __init__(self, session, shell):
        super().__init__(session, shell)
        self.refreshed, self.opened_with, self.may_leave, self.pressed = [], {}, True, 0
        self.box = QLineEdit()
        self.body.addWidget(self.box)
        self.add("&Add department", "plus", "Ctrl+N", self._press)

    def _press(self):
        self.pressed += 1

    def refresh(self, tables):
        self.refreshed.append(tables)

    def open(self, **arguments):
        self.opened_with = arguments

    def leave(self):
        return self.may_leave

    def badge(self):
        return str(Department.select().count())


class Letters(Departments):
    """Another page."""

    key, title, icon, group = "letters", "Letters", "mail", "Office"


class File(Departments):
    """A page that has no entry of its own, and parts that are made late."""

    key, title, group, under = "file", "File", "hidden", "departments"
    made = ()

    def to_make(self):
        return [lambda n=n: self._make(n) for n in (1, 2)]

    def _make(self, part):
        self.made = (*self.made, (part, len(self.shell.page_keys(made=True))))


@pytest.fixture
def session(qtbot, tmp_path):
    chair = files.Seat("M. Alvarez", lambda: datetime(2026, 11, 24, 8, 2))
    office = offices.new_office(tmp_path / "riverbend.workbench", chair, "Riverbend")
    seat = Seat(QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat))
    yield Session(office, date(2026, 11, 24), Jobs(at_once=True), Recorded(), seat)
    office.close()


@pytest.fixture
def window(qtbot, qapp, session):
    theme.wear(qapp, "light")
    found = [Result("Okafor, Adaeze N., MD", "Cardiology", lambda: found_opened.append(1))]
    found_opened = []
    made = Window(
        session,
        [Departments, Letters, File],
        find=lambda text: found if "oka" in text else [],
        status=lambda: Status("riverbend.workbench"),
    )
    made.found_opened = found_opened
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def add_department(session, name="Podiatry"):
    return session.do(editing.save, Department(name=name), DEPARTMENTS)


def test_the_title_never_holds_a_name(window):
    window.go("file", provider=3)
    assert window.windowTitle() == "Medical Staff Workbench"


def test_entries_are_named_by_their_page_and_described_by_their_count(window):
    entry = window.sidebar.entries["departments"]
    assert entry.isCheckable() and entry.isChecked() and entry.accessibleName() == "Departments"
    assert entry.accessibleDescription() == str(Department.select().count())


def test_pages_are_made_when_they_are_first_shown(window):
    assert "letters" not in window._pages
    window.sidebar.entries["letters"].click()
    assert window.key == "letters" and window.page("letters").isVisible()


def test_the_window_makes_the_other_pages_while_nobody_waits(qtbot, window):
    made = list(window._pages)
    assert made == ["departments"]
    qtbot.waitUntil(lambda: "letters" in window._pages)
    assert list(window._pages) == ["departments", "file", "letters"]  # a file opens by a row: it must be ready first


def test_then_it_makes_their_parts_one_at_a_time(qtbot, window):
    qtbot.waitUntil(lambda: len(window.page("file").made) == 2)
    assert window.page("file").made == ((1, 3), (2, 3))  # every page is there before


def test_a_window_may_begin_with_another_page_and_makes_no_first_one_for_it(qtbot, session):
    made = Window(session, [Departments, Letters], begins="letters")
    qtbot.addWidget(made)
    assert made.key == "letters" and list(made._pages) == ["letters"]


def test_control_and_a_digit_go_to_a_page(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.key == "letters"


def test_a_page_reached_from_another_lights_that_ones_entry(window):
    window.go("letters")
    window.go("file", provider=3)
    assert window.page("file").opened_with == {"provider": 3}
    entry = window.sidebar.entries["departments"]
    assert entry.lit and not window.sidebar.entries["letters"].lit
    entry.toggle()  # as a screen reader presses it
    assert window.key == "departments" and entry.lit and entry.isChecked()


def test_entries_are_spoken_as_one_of_several_and_a_press_on_the_one_that_shows_goes_there_again(qtbot, window):
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in window.sidebar.entries.values()}
    assert roles == {QAccessible.Role.RadioButton}
    went = []
    window.sidebar.chosen.connect(went.append)
    for key in ("letters", "letters", "departments"):
        window.sidebar.entries[key].click()
    assert went == ["letters", "letters", "departments"]
    assert [each.isChecked() for each in window.sidebar.entries.values()].count(True) == 1


def test_a_page_may_refuse_to_be_left(window):
    window.page("departments").may_leave = False
    window.sidebar.entries["letters"].click()
    assert window.key == "departments" and window.sidebar.entries["departments"].isChecked()
    assert not window.close()
    window.page("departments").may_leave = True


def test_a_plan_that_waits_goes_with_the_window_only_when_somebody_says_so(window, session):
    session.waiting = "The plan of the import of staff.xlsx waits"
    messages = session.messages = Recorded()
    messages.yes = False
    assert not window.close() and session.waiting
    assert messages.asked == ["Drop the plan? [Drop the plan]"] and messages.refusals == ["Keep it"]
    messages.yes = True
    window.close()
    assert not session.waiting and not window.isVisible()


def test_only_the_page_that_shows_is_refreshed_and_others_catch_up(window, session):
    letters, departments = window.page("letters"), window.page("departments")
    add_department(session)
    assert departments.refreshed == [{"department"}] and letters.refreshed == []
    window.go("letters")
    assert letters.refreshed == [{"department"}]


def test_a_change_is_toasted_counted_and_undone_by_name(window, session):
    before = window.sidebar.entries["departments"].count
    add_department(session)
    assert session.messages.toasts == ["Add department Podiatry"]
    assert window._undo.text() == "Undo: Add department Podiatry"
    assert int(window.sidebar.entries["departments"].count) == int(before) + 1
    session.undo()
    assert session.messages.toasts[-1] == "Undone: Add department Podiatry"  # the button would say Undo
    assert window.sidebar.entries["departments"].count == before
    assert window._redo.text() == "Redo: Add department Podiatry"
    session.redo()
    assert Department.get_or_none(name="Podiatry") is not None


def test_an_action_that_changed_nothing_says_nothing(window, session):
    assert add_department(session, "") != []
    assert session.messages.toasts == []


def test_the_worlds_refusal_is_told_and_nothing_happened(window, session):
    def refuse():
        raise WorkbenchError("The disk is full. Nothing was saved. Free some room.")

    assert session.do(refuse) is None
    assert session.messages.errors == ["The disk is full. Nothing was saved. Free some room."]


def test_a_long_action_tells_what_it_touched_when_it_ends(window, session):
    done = []
    session.run(
        "Adding", lambda progress: editing.save(Department(name="Podiatry"), DEPARTMENTS), done.append, said="Added"
    )
    assert done == [[]] and session.messages.toasts == ["Added"]
    assert window.page("departments").refreshed == [{"department"}]


def test_in_a_box_with_typed_text_undo_takes_back_typing(qtbot, window, session):
    add_department(session)
    box = window.page("departments").box
    box.setFocus()
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "" and Department.get_or_none(name="Podiatry") is not None
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Department.get_or_none(name="Podiatry") is None


def test_keys_of_a_page_work_only_while_it_shows(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.go("letters")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.page("departments").pressed == 1 and window.page("letters").pressed == 1


def test_control_k_finds_people_whose_results_speak(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.finder, "okafor")
    qtbot.waitUntil(window.finder.popup.isVisible)
    index = window.finder.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Okafor, Adaeze N., MD, Cardiology"
    qtbot.keyClick(window.finder, Qt.Key.Key_Return)
    assert window.found_opened == [1] and not window.finder.popup.isVisible()


def test_control_k_opens_empty_whatever_was_looked_for_before(qtbot, window):
    for way in (lambda: window.sidebar.setFocus(), lambda: qtbot.keyClick(window.finder, Qt.Key.Key_Escape)):
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(window.finder, "okafor")
        qtbot.waitUntil(window.finder.popup.isVisible)
        way()
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        titles = [each.title for each in window.finder.list.model().results]
        assert window.finder.text() == "" and "Okafor, Adaeze N., MD" not in titles and "Add department" in titles
        qtbot.keyClicks(window.finder, "okafor")
        qtbot.waitUntil(window.finder.popup.isVisible)
        window.finder.close_popup()


def test_control_k_finds_commands(window):
    assert [each.title for each in window.results("add dep")] == ["Add department"]
    assert [each.title for each in window.results("go letters")] == ["Go to Letters"]


def test_what_a_page_can_do_is_found_before_the_page_is_made(window):
    class Post(Letters):
        key, title = "post", "Post"

        def __init__(self, session, shell):
            super().__init__(session, shell)
            self.add("Weigh a parcel", "", "", self._press)

    window._kinds["post"] = Post
    assert "post" not in window._pages
    (found,) = window.results("weigh parcel")
    found.open()
    assert window.key == "post" and window.page("post").pressed == 1
    made = dict(window._pages)
    assert window.results("nobody and nothing") == [] and window._pages == made


def test_esc_puts_the_results_away_and_the_keyboard_back(qtbot, window):
    box = window.page("departments").box
    box.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.finder, "oka")
    qtbot.waitUntil(window.finder.popup.isVisible)
    qtbot.keyClick(window.finder, Qt.Key.Key_Escape)
    assert not window.finder.popup.isVisible() and box.hasFocus()


def test_f1_shows_the_keys_of_this_page(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(Sheet)
    texts = [part.text() for part in sheet.findChildren(type(sheet.words))]
    assert "Add department" in texts and "Ctrl+N" in texts and "Ctrl+K" in texts
    sheet.close()


def test_the_status_bar_claims_only_what_is_in_force(window):
    assert window.bar._parts["file"].text() == "riverbend.workbench"
    assert not window.bar._parts["sealed"].isVisible()


def test_banners_come_and_go_by_their_key(window):
    window.banner("sample", "Sample hospital: every person in it is invented.")
    window.banner("sample", "Sample hospital")
    assert window.banners.isVisible() and window.banners._shown["sample"].said.text() == "Sample hospital"
    window.no_banner("sample")
    assert not window.banners.isVisible()


def test_a_banner_wears_the_colors_that_are_worn(window, qapp):
    window.banner("sample", "Sample hospital", tone="info")
    for worn in (colors.DARK, colors.LIGHT):
        theme.wear(qapp, worn.name)
        qapp.processEvents()
        banner = window.banners._shown["sample"]
        assert banner.grab().toImage().pixelColor(2, 2).name() == worn.tones["info"][0]
        assert banner.said.palette().color(banner.said.foregroundRole()).name() == worn.tones["info"][1]


def test_a_choice_drops_down_whole(window, qapp, qtbot):
    box = ChoiceBox([(word, word) for word in ("As the system", "Light", "Dark", "High contrast")], empty=False)
    qtbot.addWidget(box)
    box.resize(300, 40)
    box.show()
    box.combo.showPopup()
    qtbot.waitUntil(lambda: box.combo.view().isVisible())
    view = box.combo.view()
    last = view.visualRect(view.model().index(3, 0))
    assert view.viewport().rect().contains(last) and last.height() >= 24
    box.combo.hidePopup()


def test_the_window_opens_where_it_was_closed(qtbot, window, session):
    window.resize(960, 711)
    window.close()
    again = Window(session, [Departments])
    qtbot.addWidget(again)
    assert again.size().height() == 711


class Eager(Departments):
    """A page that puts the keyboard where it belongs."""

    def shown(self):
        self.box.setFocus()


def test_the_first_page_has_the_keyboard_where_it_put_it_before_any_window_is_active(qtbot, session):
    made = Window(session, [Eager])
    qtbot.addWidget(made)
    assert made.focusWidget() is made.page("departments").box


class Listing(Departments):
    """A page that can be searched."""

    key, title, icon = "listing", "Listing", "list"

    def __init__(self, session, shell):
        super().__init__(session, shell)
        self.search_box = SearchBox("Search…")
        self.body.addWidget(self.search_box)


def test_a_search_is_kept_for_the_way_back_from_a_file_and_cleared_for_another_page(qtbot, session):
    window = Window(session, [Listing, Departments, File])
    qtbot.addWidget(window)
    box = window.page("listing").search_box
    box.setText("oka")
    window.go("file", provider=3)
    window.go("listing")
    assert box.text() == "oka"
    window.go("departments")
    assert box.text() == ""
    window.close()


def test_all_keys_of_a_page_can_be_read_on_a_small_screen(qtbot, window):
    for number in range(40):
        window.page("departments").add(f"Do this and that, number {number}", "", f"Ctrl+Alt+F{number}", lambda: None)
    window.show_keys()
    sheet = window.findChild(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.height() <= window.screen().availableGeometry().height()
    area = sheet.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0, "what has no room is scrolled to"
    close = next(each for each in sheet.findChildren(QPushButton) if each.text() == "Close")
    assert sheet.rect().contains(close.geometry())
    sheet.close()


def test_a_toast_hides_no_row_of_a_list(qtbot, window):
    page = window.page("departments")
    said = Messages(window)
    said.toast("Renewed license 036-119204 to Mar 31 2027", lambda: None)
    page.layout().activate()
    bottom = page.mapTo(window, page.contentsRect().bottomLeft()).y() - page.body.contentsMargins().bottom()
    assert said.passing.isVisible() and said.passing.geometry().top() > bottom
    assert window.rect().contains(said.passing.geometry())


def test_where_an_office_is_only_read_nothing_is_offered_to_undo_and_the_key_says_why(
    qtbot, window, session, monkeypatch
):
    add_department(session)
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    only_reading = Window(session, [Departments])
    qtbot.addWidget(only_reading)
    only_reading.show()
    only_reading.activateWindow()
    qtbot.waitActive(only_reading)
    assert not only_reading._undo.isEnabled() and only_reading._undo.text() == "Nothing to undo"
    qtbot.keyClick(only_reading, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "reading only" in session.messages.toasts[-1]


def test_f1_lists_only_what_can_be_seen(qtbot, window):
    window._add("Encrypt this office…", "lock", "Ctrl+Shift+L", lambda: None).setVisible(False)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(Sheet)
    assert "Encrypt this office…" not in [part.text() for part in sheet.findChildren(type(sheet.words))]
    sheet.close()


def test_what_is_selected_is_counted_again_where_one_comes_back_to(morning: Any) -> None:
    morning.go("providers")
    table = morning.page("providers").table
    table.select(list(table.ids())[:3])
    said = f"3 of {table.count()} selected"
    assert morning.bar._parts["said"].text() == said
    morning.go("today")
    assert morning.bar._parts["said"].text() == ""
    morning.go("providers")
    assert morning.bar._parts["said"].text() == said
    table.select([])


def test_a_toast_does_not_cover_what_is_selected(morning: Any) -> None:
    morning.resize(1366, 768)
    morning.go("providers")
    table = morning.page("providers").table
    table.select(list(table.ids())[:3])
    morning.session.messages.toast("Set department of 3 providers", morning.session.undo)
    QApplication.processEvents()
    bar, toast = morning.bar, morning.findChild(Toast)
    label = bar._parts["said"]
    assert not toast.geometry().intersects(QRect(label.mapTo(morning, QPoint()), label.sizeHint()))
    toast.hide()
    table.select([])


def test_the_keys_of_a_page_are_searched_by_what_they_do_and_stand_in_columns(morning: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: QRect(0, 0, 1366, 768))
    morning.go("providers")
    morning.show_keys()
    sheet = next(each for each in morning.findChildren(Sheet) if each.isVisible())
    keys, search = sheet.findChild(Keys), sheet.findChild(SearchBox)
    QApplication.processEvents()
    shown = lambda: [each.text() for each in keys.findChildren(Words) if not each.isHidden()]  # noqa: E731
    assert keys._many >= 2 and "Add provider" in shown() and "Copy the chosen rows, with headings, for Excel" in shown()
    frame = keys.rect()
    for part in keys.findChildren(Words):
        at = part.mapTo(keys, QPoint())
        assert at.x() >= 8 and at.y() >= 8 and at.x() + part.width() <= frame.width()
    search.search("view ren")
    QApplication.processEvents()
    assert [each for each in shown() if "view" in each] == ["Rename the view…"]
    search.search("zzz")
    assert "No key here does “zzz”." in [each.text() for each in keys.findChildren(QLabel)]
    sheet.reject()
    assert not sheet.isVisible(), "nothing was typed that could be lost"
