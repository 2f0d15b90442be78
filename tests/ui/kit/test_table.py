"""The one table: pages, selection by id, keys, copying, editing."""

from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.ui.kit.filtering import Filtered, Filters
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.rows import KEPT, PAGE
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.table import Table
from workbench.ui.kit.widths import FAIR, fitted, shared

from .conftest import TODAY


def shown(qtbot, listed, **how):
    table = Table(listed, TODAY, **how)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def names(table):
    return [table.model_.row_at(n).texts[0].split(",")[0] for n in range(table.count())]


def test_qt_finds_no_fault_with_the_model(qtbot, qtmodeltester, people):
    table = shown(qtbot, people)
    qtmodeltester.check(table.model_, force_py=True)
    watched = QAbstractItemModelTester(table.model_, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.search("okafor")
    table.search("")
    table.sort_by("name")
    assert watched.model() is table.model_


def test_search_narrows_and_clearing_restores(qtbot, people):
    table = shown(qtbot, people)
    table.search("chen")
    assert names(table) == ["Chen"]
    table.search("")
    assert names(table) == ["Okafor", "Chen", "Ito"]


def test_views_and_filters_ask_the_list(qtbot, people):
    table = shown(qtbot, people)
    table.set_view("lapsed")
    assert names(table) == ["Okafor"]
    table.set_view("")
    table.filter({"name": "ito"})
    assert names(table) == ["Ito"]


def test_a_click_on_a_heading_orders_and_says_so(qtbot, people):
    table = shown(qtbot, people)
    table.sort_by("name")
    assert names(table) == ["Chen", "Ito", "Okafor"]
    table.sort_by("name", descending=True)
    assert names(table) == ["Okafor", "Ito", "Chen"] and table.order == (("name", True),)


def test_blanks_stand_last_in_either_order(qtbot, people):
    table = shown(qtbot, people)
    for falling in (False, True):
        table.sort_by("fee", falling)
        assert names(table)[-1] == "Ito"


def test_the_selection_is_kept_by_id_when_the_order_changes(qtbot, people):
    table = shown(qtbot, people)
    table.go_to(3)
    table.select([3, 5])
    table.sort_by("name", descending=True)
    assert set(table.selected()) == {3, 5} and table.current() == 3


def test_a_refresh_without_a_move_resets_nothing(qtbot, people):
    table = shown(qtbot, people)
    with qtbot.assertNotEmitted(table.model_.modelReset):
        people.replace([Row(row.id, ("Changed", *row.texts[1:]), row.tones) for row in people.rows])
        table.refresh()
    assert names(table) == ["Changed"] * 3


def test_an_edited_row_does_not_jump_until_it_is_left(qtbot, people):
    table = shown(qtbot, people)
    table.sort_by("name")
    table.go_to(3)
    table.model_.hold()
    people.replace([Row(r.id, ("Zander, Z", *r.texts[1:]), r.tones) if r.id == 3 else r for r in people.rows])
    table.refresh()
    assert list(table.ids()) == [3, 5, 7]
    table.go_to(5)
    assert list(table.ids()) == [5, 7, 3]


def test_whoever_writes_down_a_column_stays_in_it_while_the_rows_move(qtbot, people):
    table = shown(qtbot, people)
    table.sort_by("name")
    name = table.model_.index(table.model_.row_of(3), 1)
    table.setCurrentIndex(name)
    table.model_.hold()
    people.replace([Row(r.id, ("Zander, Z", *r.texts[1:]), r.tones) if r.id == 3 else r for r in people.rows])
    table.refresh()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.current(), table.currentIndex().column(), list(table.ids())) == (5, 1, [5, 7, 3])
    table.heading.setSectionHidden(1, True)
    people.replace(people.rows[:2])
    table.refresh()
    assert table.currentIndex().column() == table.cells.first


def test_f2_edits_and_hands_the_text_to_the_writer(qtbot, people):
    table, written = shown(qtbot, people), []
    table.edit_with(["name"], lambda *what: written.append(what) or "")
    table.setFocus()
    table.go_to(7)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    box = table.viewport().findChild(QLineEdit)
    assert box.accessibleName() == "Provider"
    box.setText("Okafor-Bell, Adaeze, MD")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: written == [(7, "name", "Okafor-Bell, Adaeze, MD")])


def test_enter_opens_the_row(qtbot, people):
    table = shown(qtbot, people)
    table.go_to(5)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_home_and_end_go_to_the_first_and_last_row(qtbot, people):
    table = shown(qtbot, people)
    table.go_to(3)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current() == 5
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current() == 7


def test_copying_gives_a_sheet_with_its_headings(qtbot, people):
    table = shown(qtbot, people)
    table.select([7, 5])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines() == [
        "Provider\tExpires\tFee",
        "Okafor, Adaeze N., MD\t3 days ago\t$10",
        "Ito, Naomi, MD\tin 241 days\t",
    ]


def test_the_first_cell_speaks_the_row(qtbot, people):
    model = shown(qtbot, people).model_
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "Okafor, Adaeze N., MD, Expires 3 days ago, Fee $10"
    assert model.data(model.index(0, 1), role) == "3 days ago"


def test_the_table_has_the_name_of_its_list(qtbot, people):
    assert shown(qtbot, people).accessibleName() == "Providers"
    assert shown(qtbot, people, name="Everyone").accessibleName() == "Everyone"


def test_what_an_empty_table_offers_is_there_while_it_can_be_done(qtbot, people):
    people.replace([])
    table = shown(qtbot, people)
    done = []
    act = QAction("Add", table)
    act.triggered.connect(lambda: done.append(1))
    act.setEnabled(False)
    table.set_empty("Nobody here yet.", "Add somebody…", act)
    assert table._empty.isVisible() and not table._empty._press.isVisible()
    act.setEnabled(True)
    qtbot.mouseClick(table._empty._press, Qt.MouseButton.LeftButton)
    assert done == [1]
    act.setEnabled(False)
    assert not table._empty._press.isVisible()


def test_an_empty_table_says_what_to_do(qtbot, people):
    pressed = []
    people.replace([])
    table = shown(qtbot, people)
    table.set_empty("Nobody here yet.", "Import a roster", lambda: pressed.append(1))
    assert table._empty.isVisible()
    table._empty._press.click()
    assert pressed
    table.search("x")
    assert "matches “x”" in table._empty._said.text()


def test_a_check_box_adds_to_the_selection(qtbot, people):
    table = shown(qtbot, people, checks=True)
    for row in (0, 2):
        box = table.cells.check_box(table.visualRect(table.model_.index(row, 0)))
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert table.selected() == [7, 5]


def test_a_hundred_thousand_rows_cost_few_pages(qtbot, crowd):
    table = shown(qtbot, crowd)
    for place in range(0, 100_000, 2_500):
        table.scrollTo(table.model_.index(place, 0))
        table.viewport().repaint()
    assert len(table.model_._pages) <= KEPT
    assert max(len(page) for page in table.model_._pages.values()) == PAGE
    table.selectAll()
    assert len(table.selected()) == 100_000


def test_a_record_that_is_gone_leaves_the_others_in_place(qtbot, people):
    table = shown(qtbot, people)
    full = people.page
    people.page = lambda ids, today: [row for row in full(ids, today) if row.id != 3]
    table.model_._pages.clear()
    assert table.row(3) is None and table.row(5).texts[0].startswith("Ito")


def test_hidden_columns_are_hidden_again_next_time(qtbot, people, tmp_path):
    seat = Seat(QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat))
    table = shown(qtbot, people, seat=seat)
    table.heading.setSectionHidden(2, True)
    table.columns._hidden()
    assert shown(qtbot, people, seat=seat).heading.isSectionHidden(2)


def test_picked_tells_that_the_selection_changed(qtbot, people):
    table = shown(qtbot, people)
    with qtbot.waitSignal(table.picked):
        table.selectionModel().select(table.model_.index(0, 0), QItemSelectionModel.SelectionFlag.Select)


def test_columns_fill_the_room_or_keep_a_fair_width():
    assert sum(fitted([100, 200, 300], 900)) == 900
    assert fitted([100, 200, 300], 500) == [100, 200, 200]
    assert fitted([100, 200, 300], 200) == [100, FAIR, FAIR]
    assert fitted([100, 200, 300, 240], 640, whole=[3]) == [100, 150, 150, 240]
    assert fitted([100, 200, 300, 240], 640, whole=[3, 3]) == [100, 150, 150, 240], "who is named twice has room once"
    assert fitted([], 100) == []


def test_the_first_rows_show_at_once_and_the_others_follow(qtbot, qtmodeltester):
    rows = [Row(n, (f"Person {n:04d}",)) for n in range(1, 1001)]
    listed = PlainList("people", "People", (Column("name", "Name"),), rows)
    table = Table(listed, TODAY)
    qtbot.addWidget(table)
    table.search("person")
    assert table.model_.rowCount() == 256
    qtbot.waitUntil(lambda: table.model_.rowCount() == 1000)
    table.sort_by("name", True)
    assert len(table.ids()) == 1000  # whoever asks for all gets all, however early
    qtmodeltester.check(table.model_, force_py=True)


def test_rows_that_come_behind_a_short_list_are_whole(qtbot, people):
    table = shown(qtbot, people)
    table.search("okafor")
    assert table.model_.row_at(0) is not None
    table.search("")
    assert names(table) == ["Okafor", "Chen", "Ito"]


def test_shift_f9_asks_what_the_columns_hold_and_the_empty_list_offers_to_clear_it(qtbot, people):
    table = shown(qtbot, people)
    sheet = Filters(table, table, "expires")
    sheet.lines["name"].setText(" ito ")
    sheet.lines["fee"].setText("$10")
    sheet.accept()
    assert table.filters == {"name": "ito", "fee": "$10"} and table.count() == 0
    assert table._empty._said.text() == "No row holds what the columns are filtered by."
    table._empty._press.click()
    assert table.filters == {} and table.count() == 3


def test_what_is_filtered_is_said_with_a_way_out(qtbot, people):
    table = shown(qtbot, people)
    said = Filtered(table)
    qtbot.addWidget(said)
    assert said.said.isHidden() and said.clear.isHidden()
    table.filter({"name": "chen"})
    assert said.said.text() == "1 row shown · Provider holds “chen”" and table.heading.narrowed(0)
    said.clear.click()
    assert names(table) == ["Okafor", "Chen", "Ito"] and said.said.isHidden()


def test_a_view_lays_the_columns_and_bare_gives_the_users_own_back(qtbot, people, tmp_path):
    seat = Seat(QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat))
    table = shown(qtbot, people, seat=seat)
    table.columns.lay([1, 0, 2], {2})
    own = table.columns.now()
    table.columns.wear([("fee", True, 90), ("name", True, 200), ("expires", False, 0)])
    assert table.columns.now() == [("fee", True, 90), ("name", True, 200), ("expires", False, 0)]
    assert table.cells.first == 2
    again = shown(qtbot, people, seat=seat)
    assert [key for key, there, _ in again.columns.now() if there] == ["expires", "name"], "the view is not the seat's"
    table.columns.bare()
    assert table.columns.now() == own


def test_the_selection_is_counted_without_reading_it_also_beside_hidden_columns(qtbot, people):
    table = shown(qtbot, people)
    table.heading.setSectionHidden(1, True)
    assert (table.count_selected(), table.has_chosen()) == (0, False)
    table.select([7, 5])
    assert table.count_selected() == len(table.selected()) == 2 and table.has_chosen()
    table.selectAll()
    assert table.count_selected() == 3
    table.selectRow(1)
    assert table.count_selected() == len(table.selected()) == 1


def test_the_headings_of_an_empty_list_share_its_width_and_are_whole(qtbot):
    columns = tuple(Column(key, key) for key in ("Due", "What", "Why it matters"))
    table = Table(PlainList("nothing", "Nothing", columns), lambda: TODAY)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    heading = table.heading
    assert sum(heading.sectionSize(n) for n in range(3)) == table.viewport().width()
    assert heading.sectionSize(2) > heading.fontMetrics().horizontalAdvance("Why it matters")


def test_the_headings_of_empty_columns_are_whole_before_others_take_what_is_left_over(qtbot):
    columns = (Column("what", "What", bold=True), Column("hidden", "Hidden until"), Column("remarks", "Remarks"))
    rows = [
        Row(n, ("Send second request for a peer reference to the chair" if n < 2 else "Ask", "", "")) for n in range(60)
    ]
    table = shown(qtbot, PlainList("tasks", "Tasks", columns, rows))
    table.resize(430, 300)
    QApplication.processEvents()
    metrics = table.heading.fontMetrics()
    for number in (1, 2):
        assert table.columnWidth(number) >= metrics.horizontalAdvance(columns[number].heading) + 16


def test_an_empty_column_takes_nothing_of_what_is_left_over():
    assert fitted([100, 200, 80], 500, still=[2]) == [140, 280, 80]
    assert fitted([100, 200], 400, still=[0, 1]) == [133, 267]


def test_numbers_within_a_text_are_ordered_as_numbers(qtbot):
    rows = [Row(n, (text,)) for n, text in enumerate(("52 weeks", "210 ILCS", "36 months", "", "a36", "A4"))]
    table = shown(qtbot, PlainList("limits", "Limits", (Column("limit", "Limit"),), rows))
    table.sort_by("limit")
    assert [table.model_.row_at(n).texts[0] for n in range(6)] == ["36 months", "52 weeks", "210 ILCS", "A4", "a36", ""]


def test_a_share_that_is_too_little_for_words_that_must_be_whole_is_made_up_by_the_others():
    assert shared((12, 23, 65), 1000, {}) == [120, 230, 650]
    assert shared((12, 23, 65), 1000, {0: 100}) == [120, 230, 650]
    assert shared((10, 30, 50, 10), 1000, {0: 150, 3: 130}) == [150, 270, 450, 130]
    assert shared((50, 50), 100, {0: 80, 1: 90}) == [80, 90]


def test_pills_and_buttons_stand_whole_in_a_table_of_shares(qtbot):
    columns = (
        Column("due", "Due", pill=True),
        Column("why", "Why"),
        Column("verb", "Do", button=True, longest="Open meeting"),
    )
    rows = [Row(1, ("272 days over", "Nobody practices without a license " * 3, "Renew"), ("bad", "", ""))]
    table = shown(qtbot, PlainList("doings", "Doings", columns, rows))
    table.columns.share((10, 85, 5))
    table.columns.guess()
    row = table.model_.row_at(0)
    assert table.columnWidth(0) >= table.cells.width_of(columns[0], 0, row)
    assert table.columnWidth(2) >= table.heading.fontMetrics().horizontalAdvance("Open meeting")
