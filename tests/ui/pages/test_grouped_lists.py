"""Lists in groups: a head over the rows that have the same in a column, opened and closed, and nobody's record in all that is done."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import exporting
from workbench.lists.named import LISTS
from workbench.lists.saved import saved_of
from workbench.lists.staff import STAFF
from workbench.papers.listing import listing_of
from workbench.records.credential import Credential
from workbench.records.desk import TASKS, Task
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.ui.kit.arranging import Arrange
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.table import Table
from workbench.ui.pages import kind_page
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.providers import Providers

SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def people(office, make):
    surgery, medicine = (Department.get(Department.name == name) for name in ("Surgery", "Medicine"))
    names = (("Okafor", surgery), ("Chen", surgery), ("Ito", None), ("Adams", medicine), ("Voss", surgery))
    return {last: make(Provider, last=last, status="Active", department=where) for last, where in names}


@pytest.fixture
def session(office, TODAY, tmp_path):
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def page(people, session, qtbot):
    made = page_of(Providers, session, qtbot)
    made.table.group_by("department")
    made.table.setFocus()
    return made


def rows(table):
    """What stands in the first column, heads as they are written."""
    model = table.model_
    return [model.data(model.index(row, 0)).split(",")[0] for row in range(model.rowCount())]


OPEN = ["Medicine · 1", "Adams", "Surgery · 3", "Chen", "Okafor", "Voss", "(empty) · 1", "Ito"]


def on_head(table, number=0):
    place = table.model_.heads.places[number]
    index = table.model_.index(place, table.cells.first)
    table.selectionModel().setCurrentIndex(index, table.selectionModel().SelectionFlag.NoUpdate)
    return index


def test_each_group_has_a_head_with_its_count_and_no_grouping_ends_it(page):
    assert rows(page.table) == OPEN
    assert page.table.count() == 5 and len(page.table.ids()) == 5
    page.table.group_by("")
    assert rows(page.table) == ["Adams", "Chen", "Ito", "Okafor", "Voss"]


def test_the_list_is_grouped_by_a_command_and_by_the_menu_of_a_heading(page):
    page.table.group_by("")
    found = {each.text(): each for each in page.table.actions()}
    assert not found["No grouping"].isVisible(), "the menu of a row has it where there are groups"
    found["Group by…"].trigger()
    menu = next(each for each in page.table.findChildren(QMenu) if each.accessibleName() == "Group by")
    entries = {each.text(): each for each in menu.actions()}
    assert {"Department", "Status", "Specialty"} <= set(entries) and "Provider" not in entries
    entries["Department"].trigger()
    menu.close()
    assert page.table.group == "department" and rows(page.table) == OPEN
    heading = QMenu()
    page.table.columns.offer(heading, [each.key for each in STAFF.columns].index("status"))
    said = {each.text(): each for each in heading.actions()}
    said["Group by “Status”"].trigger()
    assert rows(page.table)[0] == "Active · 5"
    found["No grouping"].trigger()
    assert page.table.group == ""


def test_filters_columns_and_groups_are_pressed_above_the_list_by_mouse_and_keyboard(page, qtbot):
    page.table.group_by("")
    QApplication.processEvents()
    pressed = {each.text(): each for each in page.views.filtered.links.findChildren(QPushButton) if each.isVisible()}
    assert list(pressed) == ["Filter columns…", "Columns and order…", "Group by…"]
    assert [keys in each.toolTip() for keys, each in zip(("Shift+F9", "F9", "F12"), pressed.values(), strict=True)]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in pressed.values())
    qtbot.keyClick(pressed["Columns and order…"], Qt.Key.Key_Return)
    asked = page.window().findChild(Arrange)
    assert asked.isVisible()
    asked.reject()
    group = pressed["Group by…"]
    group.setFocus()
    qtbot.mouseClick(group, Qt.MouseButton.LeftButton)
    menu = next(each for each in page.table.findChildren(QMenu) if each.accessibleName() == "Group by")
    assert menu.pos().y() >= group.mapToGlobal(group.rect().bottomLeft()).y()
    next(each for each in menu.actions() if each.text() == "Department").trigger()
    menu.close()
    assert rows(page.table) == OPEN


def test_links_without_room_stand_under_more(page):
    page.resize(760, 500)
    page.table.filter({"provider": "o"})
    QApplication.processEvents()
    links = page.views.filtered.links
    assert links.more.isVisible() and links.hidden()
    page.resize(1400, 500)
    QApplication.processEvents()
    said = page.views.filtered.said
    assert said.width() >= said.sizeHint().width(), "what the list is narrowed to is read first"
    right = links.mapTo(page, links.rect().topRight()).x()
    assert right <= page.width() and page.views.filtered.clear.isVisible()


def test_left_and_right_close_and_open_as_in_a_tree(page, qtbot):
    on_head(page.table, 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert rows(page.table) == ["Medicine · 1", "Adams", "Surgery · 3", "(empty) · 1", "Ito"]
    assert page.table.currentIndex().row() == 2, "the keyboard stays on the head"
    assert page.table.count() == 5, "rows of a closed group are counted"
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert rows(page.table) == OPEN
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.current() == page.table.ids()[1], "on an open head Right goes to its first row"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.table.currentIndex().row() == 2 and page.table.current() is None
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert len(rows(page.table)) == 5


def test_a_click_turns_a_head_and_a_double_click_once(page, qtbot):
    rect = page.table.visualRect(page.table.model_.index(2, 0))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert "Chen" not in rows(page.table)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    opened = []
    page.table.opened.connect(opened.append)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert not opened and "Chen" not in rows(page.table)


def test_all_groups_are_closed_and_opened_by_a_command(page):
    found = {each.text(): each for each in page.table.actions()}
    found["Close all groups"].trigger()
    assert rows(page.table) == ["Medicine · 1", "Surgery · 3", "(empty) · 1"]
    found["Open all groups"].trigger()
    assert rows(page.table) == OPEN


def test_a_head_is_nobodys_record(page, qtbot, people):
    on_head(page.table, 1)
    page.table.clearSelection()
    on_head(page.table, 1)
    assert page.table.current() is None and page.table.chosen() == [] and not page.table.has_chosen()
    assert not page.open_file.isEnabled() and not page.status.isEnabled()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(page.table, key)
    qtbot.keyClick(page.table, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert page.shell.went == [] and Provider.select().count() == 5


def test_ctrl_a_selects_and_counts_records_alone_and_what_it_selects_shows(page, qtbot):
    found = {each.text(): each for each in page.table.actions()}
    found["Close all groups"].trigger()
    said = []
    page.shell.say = said.append
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows(page.table) == OPEN
    assert page.table.count_selected() == len(page.table.selected()) == 5
    assert page.table.selected() == list(page.table.ids())
    assert said[-1] == "5 of 5 selected"
    page.table.copy()
    assert len(QApplication.clipboard().text().splitlines()) == 6


def test_shift_down_over_a_head_selects_the_records_on_both_sides(page, qtbot, people):
    page.table.go_to(people["Adams"].id)
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.selected() == [people["Adams"].id, people["Chen"].id]
    assert page.table.count_selected() == 2


def test_search_and_filter_leave_the_groups_that_have_rows(page):
    page.table.search("chen")
    assert rows(page.table) == ["Surgery · 1", "Chen"]
    page.table.search("")
    page.table.filter({"department": "Med"})
    assert rows(page.table) == ["Medicine · 1", "Adams"]
    assert "1 group by Department" in page.views.filtered.said.text()


def test_the_order_is_the_lists_within_each_group(page):
    page.table.sort_by("provider", descending=True)
    assert rows(page.table)[2:6] == ["Surgery · 3", "Voss", "Okafor", "Chen"]
    page.table.sort_by("department", descending=True)
    assert rows(page.table)[:1] == ["Surgery · 3"]


def test_going_to_somebody_opens_the_group_that_they_are_in(page, people):
    page.table.model_.close([each.key for each in page.table.model_.heads.groups])
    assert page.table.go_to(people["Okafor"].id)
    assert page.table.current() == people["Okafor"].id and len(rows(page.table)) == 6


def test_an_edit_moves_the_row_to_its_group_and_the_selection_with_it(page, people, session):
    page.table.go_to(people["Ito"].id)
    page.cells._typed(people["Ito"].id, "department", "Surgery")
    assert rows(page.table) == OPEN, "the order holds until the row is left"
    page.table.model_.release()
    assert rows(page.table) == ["Medicine · 1", "Adams", "Surgery · 4", "Chen", "Ito", "Okafor", "Voss"]
    assert page.table.current() == people["Ito"].id and page.table.selected() == [people["Ito"].id]


def test_a_block_is_pasted_over_the_rows_that_show_and_never_into_a_head(page, people, qtbot):
    page.table.columns.lay(range(11), set())
    surgery = page.table.model_.heads.groups[1].key
    page.table.model_.close([surgery])
    number = [each.key for each in STAFF.columns].index("email")
    page.table.go_to(people["Adams"].id)
    page.table.setCurrentIndex(page.table.model_.index(page.table.currentIndex().row(), number))
    QApplication.clipboard().setText("a@x.org\r\nb@x.org\r\n")
    page.cells.paste.trigger()
    mail = {each.last: each.email for each in Provider.select()}
    assert mail["Adams"] == "a@x.org" and mail["Ito"] == "b@x.org"
    assert not mail["Chen"] and not mail["Okafor"] and not mail["Voss"]


def test_nothing_is_pasted_where_the_keyboard_is_on_a_head(page):
    on_head(page.table, 1)
    QApplication.clipboard().setText("Nobody\r\n")
    page.cells.paste.trigger()
    assert "nobody's row" in page.session.messages.toasts[-1]
    assert not Provider.select().where(Provider.last == "Nobody").exists()


def test_fill_down_goes_over_heads(page, people):
    page.table.columns.lay(range(11), set())
    page.cells._typed(people["Adams"].id, "email", "all@x.org")
    page.table.model_.release()
    page.table.selectAll()
    number = [each.key for each in STAFF.columns].index("email")
    flag = page.table.selectionModel().SelectionFlag.NoUpdate
    page.table.selectionModel().setCurrentIndex(page.table.model_.index(1, number), flag)
    page.cells.fill.trigger()
    assert {each.email for each in Provider.select()} == {"all@x.org"}


def test_a_head_speaks_of_its_group(page):
    model = page.table.model_
    for column in (0, 3):
        assert model.data(model.index(2, column), SAID) == "Group Department Surgery, 3 rows, open"
    model.close([model.heads.groups[1].key])
    assert model.data(model.index(2, 0), SAID) == "Group Department Surgery, 3 rows, closed"


def test_qt_finds_no_fault_with_a_grouped_model(page, qtmodeltester):
    qtmodeltester.check(page.table.model_, force_py=True)


def test_a_saved_view_keeps_the_groups_and_what_is_closed(page, people, session, qtbot):
    page.table.model_.close([page.table.model_.heads.groups[0].key])
    page.views.save.trigger()
    asked = [each for each in page.window().findChildren(FormDialog) if each.isVisible()][-1]
    asked.form.set_values({"name": "By department"})
    asked.accept()
    kept = saved_of(STAFF)[0].asked
    assert kept.group == "department" and len(kept.closed) == 1
    assert not page.views.is_changed()
    page.chips.choose("")
    page.views.choose("")
    assert page.table.group == "" and len(rows(page.table)) == 5
    page.views.choose(saved_of(STAFF)[0].key)
    assert rows(page.table) == ["Medicine · 1", *OPEN[2:]]
    page.table.model_.close(())
    assert page.views.is_changed() and page.views.update.isEnabled()
    other = page_of(Providers, session, qtbot)
    other.views.choose(saved_of(STAFF)[0].key)
    assert rows(other.table) == ["Medicine · 1", *OPEN[2:]]
    assert "Grouped by Department" in other.views._words(saved_of(STAFF)[0])


def test_a_built_in_view_cannot_be_broken_by_groups(page):
    assert page.views.is_changed() and not page.views.update.isEnabled()
    page.views.open("current")
    page.table.group_by("")
    assert not page.views.is_changed()


def test_print_and_export_keep_the_groups_and_lose_nobody(page, tmp_path, TODAY):
    ids = list(page.table.ids())
    over = page.table.model_.heads.over(ids)
    assert over == [(0, "Medicine · 1"), (1, "Surgery · 3"), (4, "(empty) · 1")]
    assert page.table.model_.heads.over(ids[2:4]) == [(0, "Surgery · 2")]
    made = listing_of(STAFF, ids, TODAY, groups=over)
    assert made.count == "5 rows"
    path = tmp_path / "staff.xlsx"
    exporting.export(STAFF, ids, path, TODAY, groups=over)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = list(sheet.iter_rows(values_only=True))
    start = next(n for n, each in enumerate(cells) if each and "Department" in each)
    where = cells[start].index("Department")
    assert [each[where] or "" for each in cells[start + 1 :] if any(each)] == [
        "Medicine",
        "Surgery",
        "Surgery",
        "Surgery",
        "",
    ]


@pytest.mark.parametrize("kind", [Credentials, Applications, Meetings, "tasks"])
def test_every_list_page_can_be_grouped(kind, people, make, session, qtbot, TODAY):
    make(Credential, provider=people["Chen"], sort=CredentialSort.get(), expires=TODAY)
    make(Task, title="Call", provider=people["Chen"])
    page = page_of(kind_page.page_of(TASKS) if kind == "tasks" else kind, session, qtbot)
    table = page.findChild(Table)
    for column in table.model_.listed.groupable:
        table.group_by(column.key)
        assert len(list(table.ids())) == table.count() == sum(each.count for each in table.model_.heads.groups)
        table.selectAll()
        assert table.count_selected() == table.count()
    assert len({listed.name for listed in LISTS if listed.groupable}) > 20
