"""Editing in a list: F2, today, fill down, a block from Excel; what cannot be set is marked beside its cell."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.pages.over_office import page_of, session_over
from workbench.records.credential import Credential
from workbench.records.desk import TASKS, Task
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.kit.cell_line import CellLine
from workbench.ui.not_set_sheet import NotSetSheet
from workbench.ui.pages import kind_page
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.providers import Providers


@pytest.fixture
def session(office, TODAY, tmp_path):
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def crowd(office, make):
    return [make(Provider, last=f"Person{n:02}", first="A", status="Active") for n in range(50)]


@pytest.fixture
def page(crowd, session, qtbot):
    made = page_of(Providers, session, qtbot)
    made.table.columns.lay(range(11), set())
    return made


def at(page, record, key):
    """The keyboard is on a cell."""
    table = page.table
    table.go_to(record)
    number = [column.key for column in table.model_.columns].index(key)
    index = table.model_.index(table.model_.row_of(record), number)
    table.selectionModel().setCurrentIndex(index, table.selectionModel().SelectionFlag.NoUpdate)
    return index


def block(rows):
    QApplication.clipboard().setText("\r\n".join("\t".join(row) for row in rows) + "\r\n")


def typed(page, qtbot, text):
    box = page.table.viewport().findChild(CellLine)
    box.setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.state() == page.table.State.NoState)


def test_a_block_of_50_by_6_with_3_bad_cells_sets_297_marks_3_and_is_one_undo(page, crowd):
    page.table.columns.lay([0, 3, 4, 5, 6, 7, 1, 2], set())
    wanted = [["Surgery", "Active", "Resigned", f"815 555 01{n:02}", f"p{n}@example.org", ""] for n in range(50)]
    wanted[4][0], wanted[9][4], wanted[30][5] = "Alchemy", "no address", "123"
    for n, row in enumerate(wanted):
        if n != 30:
            row[5] = NPIS[n]
    block(wanted)
    before = history.newest().id
    at(page, crowd[0].id, "department")
    page.cells.paste.trigger()
    assert history.newest().id == before + 1 and history.newest().name == "Paste into 50 providers"
    assert page.cells.bar.said.text() == "297 cells set, 3 not; each is marked with its reason."
    assert set(page.table.model_.refused) == {
        (crowd[4].id, "department"), (crowd[9].id, "email"), (crowd[30].id, "npi")
    }  # fmt: skip
    assert Provider.select().where(Provider.status == "Resigned").count() == 50
    page.session.undo()
    assert (
        not Provider.select()
        .where((Provider.phone != "") | (Provider.status != "Active") | (Provider.npi != ""))
        .exists()
    )
    assert page.table.model_.refused == {} and page.cells.bar.isHidden(), "the marks go with it"


def _npi(n):
    """A number with its check digit."""
    stem = f"1{n:08}"
    digits = [int(each) for each in "80840" + stem]
    total = sum(sum(divmod(2 * each, 10)) if place % 2 == 0 else each for place, each in enumerate(reversed(digits)))
    return stem + str(-total % 10)


NPIS = [_npi(n + 1000) for n in range(50)]


def test_the_marks_say_why_are_listed_and_go_once_the_cell_is_set(page, crowd, qtbot):
    block([["815 555 0100", "nowhere"]])
    index = at(page, crowd[0].id, "phone")
    page.cells.paste.trigger()
    assert page.cells.bar.isVisible() and "nowhere" in page.table.model_.data(
        index.siblingAtColumn(index.column() + 1), Qt.ItemDataRole.ToolTipRole
    )
    said = []
    page.shell.say = said.append
    at(page, crowd[0].id, "email")
    assert said[-1].startswith("Not set to “nowhere”: "), "without a mouse too"
    page.cells.show_refused()
    sheet = next(each for each in page.findChildren(NotSetSheet) if each.isVisible())
    assert sheet.table.model_.row_at(0).texts[:3] == (crowd[0].title, "Email", "nowhere")
    sheet.accept()
    at(page, crowd[0].id, "email")
    page.cells.edit.trigger()
    assert page.table.viewport().findChild(CellLine).text() == "nowhere", "what was typed is not lost"
    typed(page, qtbot, "a@example.org")
    assert page.table.model_.refused == {} and page.cells.bar.isHidden()
    assert Provider.get_by_id(crowd[0].id).email == "a@example.org"


def test_an_undo_takes_the_marks_of_its_own_step_alone(page, crowd):
    for person, wrong in ((crowd[0], "nowhere"), (crowd[1], "no address")):
        block([["815 555 0100", wrong]])
        at(page, person.id, "phone")
        page.cells.paste.trigger()
    page.session.undo()
    assert set(page.table.model_.refused) == {(crowd[0].id, "email")} and page.cells.bar.isHidden()
    block([["nothing that could be undone"]])
    at(page, crowd[2].id, "email")
    page.cells.paste.trigger()
    page.session.undo()
    assert set(page.table.model_.refused) == {(crowd[2].id, "email")} and page.cells.bar.isVisible()


def test_f2_keeps_the_row_where_it_is_until_it_is_left(page, crowd, qtbot):
    page.table.sort_by("email", descending=True)
    at(page, crowd[3].id, "email")
    place = page.table.model_.row_of(crowd[3].id)
    page.cells.edit.trigger()
    typed(page, qtbot, "zz@example.org")
    assert Provider.get_by_id(crowd[3].id).email == "zz@example.org"
    assert page.table.model_.place_of(crowd[3].id) == place
    page.table.go_to(crowd[7].id)
    assert page.table.model_.row_of(crowd[3].id) == 0


def test_a_wrong_value_is_refused_beside_the_cell_and_nothing_is_a_step(page, crowd, qtbot):
    before = history.newest().id
    at(page, crowd[0].id, "department")
    page.cells.edit.trigger()
    typed(page, qtbot, "Alchemy")
    assert history.newest().id == before
    assert (crowd[0].id, "department") in page.table.model_.refused
    assert page.cells.bar.said.text().startswith("1 cell not set: There is no department “Alchemy”")


def test_the_arrows_go_from_cell_to_cell_and_the_selection_grows_in_its_column(page, crowd, qtbot):
    page.table.go_to(crowd[0].id)
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.currentIndex().column() == 3 and page.table.current() == crowd[0].id
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.selected() == [crowd[0].id, crowd[1].id] and page.table.currentIndex().column() == 3
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.table.currentIndex().column() == 2


def test_a_column_that_is_only_told_says_so(page, crowd):
    at(page, crowd[0].id, "provider")
    page.cells.edit.trigger()
    assert "not edited in the list" in page.session.messages.toasts[-1]


def test_ctrl_d_fills_the_column_down_over_the_selection(page, crowd):
    surgery = Department.get(Department.name == "Surgery")
    at(page, crowd[0].id, "department")
    page.cells._typed(crowd[0].id, "department", "Surgery")
    page.table.select([each.id for each in crowd[:4]])
    at_index = at(page, crowd[3].id, "department")
    page.table.select([each.id for each in crowd[:4]])
    page.table.selectionModel().setCurrentIndex(at_index, page.table.selectionModel().SelectionFlag.NoUpdate)
    page.cells.fill.trigger()
    assert Provider.select().where(Provider.department == surgery).count() == 4
    assert history.newest().name == "Fill department down in 3 rows"


def test_one_copied_cell_goes_into_every_selected_row(page, crowd):
    QApplication.clipboard().setText("815 555 0199")
    index = at(page, crowd[1].id, "phone")
    page.table.select([each.id for each in crowd[:3]])
    page.table.selectionModel().setCurrentIndex(index, page.table.selectionModel().SelectionFlag.NoUpdate)
    page.cells.paste.trigger()
    assert Provider.select().where(Provider.phone == "(815) 555-0199").count() == 3


def test_headings_that_came_along_are_left_out_and_rows_below_the_last_are_said(page, crowd):
    block([["Phone", "Email"], ["815 555 0100", "a@example.org"], ["815 555 0101", "b@example.org"]])
    at(page, crowd[49].id, "phone")
    page.cells.paste.trigger()
    assert Provider.get_by_id(crowd[49].id).email == "a@example.org"
    assert [each.message for each in page.cells.last] == ["The list has no row there."] * 2


def test_what_is_copied_from_the_list_and_pasted_again_is_the_same(page, crowd):
    page.table.select([crowd[0].id, crowd[1].id])
    at(page, crowd[0].id, "provider")
    page.table.select([crowd[0].id, crowd[1].id])
    page.table.copy()
    before = history.newest().id
    page.table.clearSelection()
    at(page, crowd[0].id, "provider")
    page.cells.paste.trigger()
    assert history.newest().id == before and page.cells.last == ()


def test_ctrl_semicolon_writes_today_into_a_date_and_into_nothing_else(office, make, session, qtbot, TODAY):
    task = make(Task, title="Call", owner="Ann", due=None)
    page = page_of(kind_page.page_of(TASKS), session, qtbot)
    at(page, task.id, "due")
    page.cells.today.trigger()
    assert Task.get_by_id(task.id).due == TODAY
    at(page, task.id, "owner")
    page.cells.today.trigger()
    assert Task.get_by_id(task.id).owner == "Ann" and session.messages.toasts[-1] == "Owner is no date."
    page.cells.edit.trigger()
    box = page.table.viewport().findChild(CellLine)
    qtbot.keyClick(box, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "Nov 24 2026"
    qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_a_later_end_renews_and_the_new_term_stays_chosen(office, make, session, qtbot, TODAY):
    who = make(Provider, last="Chen")
    held = make(Credential, provider=who, number="1", expires=TODAY)
    page = page_of(Credentials, session, qtbot)
    page.table.select([held.id])
    page.cells._typed(held.id, "expires", "12/1/2028")
    new = Credential.get(~Credential.past)
    assert new.id != held.id and Credential.get_by_id(held.id).past
    page.open()
    assert list(page.table.ids()) == [new.id]


def test_a_slip_of_a_day_mends_the_term_and_one_key_makes_it_a_renewal_and_back(office, make, session, qtbot, TODAY):  # noqa: N803
    who = make(Provider, last="Ngo", first="Chidi", status="Active")
    held = [
        make(Credential, provider=who, sort=1, number=str(n), expires=TODAY + timedelta(days=n)) for n in (10, 20, 30)
    ]
    page, said = page_of(Credentials, session, qtbot), []
    page.shell.say = said.append
    turn = page.cells.later.turn
    assert not turn.isEnabled()
    index = at(page, held[1].id, "expires")
    page.table.model_.setData(index, "12/15/2026")
    assert Credential.select().count() == 3 and Credential.get_by_id(held[1].id).expires == date(2026, 12, 15)
    assert said[-1] == "The same term, its day mended. Ctrl+F3: it was renewed, begin a new term"
    turn.trigger()
    new = Credential.get(~Credential.past & (Credential.expires == date(2026, 12, 15)))
    assert new.id != held[1].id and Credential.get_by_id(held[1].id).past
    assert list(page.table.ids()) == [held[0].id, new.id, held[2].id] and page.table.current() == new.id
    assert said[-1] == "A new term; the one before stays. Ctrl+F3: it was a slip, keep the term"
    turn.trigger()
    assert list(page.table.ids()) == [each.id for each in held] and page.table.current() == held[1].id
    assert Credential.select().count() == 3 and Credential.get_by_id(held[1].id).expires == date(2026, 12, 15)
    page.table.go_to(held[0].id)
    assert said[-1] == "" and turn.isEnabled()
    session.undo()
    assert not turn.isEnabled() and Credential.get_by_id(held[1].id).expires == held[1].expires


def test_of_a_later_end_it_is_said_what_enter_does_before_it_is_pressed(office, make, session, qtbot, TODAY):  # noqa: N803
    held = make(Credential, provider=make(Provider, last="Ngo"), number="1", expires=TODAY)
    page = page_of(Credentials, session, qtbot)
    page.table.setFixedWidth(400)
    at(page, held.id, "expires")
    page.cells.edit.trigger()
    box = page.table.viewport().findChild(CellLine)
    for days, ends in ((30, " · Enter mends this term"), (730, " · Enter begins a new term"), (-30, " ago")):
        box.setText(f"{TODAY + timedelta(days=days):%m/%d/%Y}")
        box.textEdited.emit(box.text())
        assert box.understood.text().endswith(ends)
        assert box.parentWidget().rect().right() >= box.understood.geometry().right(), "none of it is cut at the edge"
    qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_of_a_meeting_only_the_place_is_set_in_the_list(office, session, qtbot):
    assert set(page_of(Meetings, session, qtbot).cells.fields) == {"place"}


def test_the_selection_is_counted_in_the_status_bar(page, crowd):
    said = []
    page.shell.say = said.append
    page.table.select([each.id for each in crowd[:12]])
    assert said[-1] == "12 of 50 selected"
    page.table.select([crowd[0].id])
    assert said[-1] == ""


def test_an_office_open_for_reading_edits_nothing(crowd, session, qtbot, monkeypatch):
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    page = page_of(Providers, session, qtbot)
    assert page.cells.fields == {} and not page.cells.paste.isVisible()


def test_a_block_by_which_people_leave_or_join_is_asked_about_once_and_sets_nothing_until_then(page, crowd):
    with history.step("An applicant"):
        Provider.update(status="Applicant").where(Provider.id == crowd[1].id).execute()
    page.session.messages.yes = False
    before = history.newest().id
    block([["Resigned", "815 555 0100"], ["Active", "815 555 0101"], ["Retired", "815 555 0102"], ["Active", ""]])
    at(page, crowd[0].id, "status")
    page.cells.paste.trigger()
    asked = page.session.messages.asked
    assert asked == [
        "Let 2 providers leave the staff and 1 provider join the staff without a decision of the governing body? [Set 8 cells]"
    ]
    assert history.newest().id == before and not Provider.select().where(Provider.phone != "").exists()
    page.session.messages.yes = True
    page.cells.paste.trigger()
    assert len(asked) == 2 and history.newest().id == before + 1
    assert [Provider.get_by_id(each.id).status for each in crowd[:3]] == ["Resigned", "Active", "Retired"]


@pytest.mark.parametrize(("status", "asks"), [("Resigned", 1), ("Leave of absence", 0), ("Active", 0)])
def test_one_cell_is_asked_about_as_a_block_is(page, crowd, status, asks):
    page.cells._typed(crowd[0].id, "status", status)
    assert len(page.session.messages.asked) == asks
    assert Provider.get_by_id(crowd[0].id).status == status


def test_what_is_set_what_was_so_already_and_what_is_marked_is_counted(page, crowd):
    wanted = [["815 555 0100", "a@x.org"], ["", "b@x.org"], ["815 555 0102", "nowhere"]]
    block(wanted)
    at(page, crowd[0].id, "phone")
    page.cells.paste.trigger()
    said = page.cells.bar.said.text()
    assert said.startswith("4 cells set, 1 already so, 1 not: "), said
    block([["815 555 0100", "a@x.org"]])
    at(page, crowd[0].id, "phone")
    page.cells.paste.trigger()
    assert page.session.messages.toasts[-1] == "2 cells already so"


def test_whom_a_block_is_about_is_named_with_what_becomes_of_them(page, crowd):
    details = []
    page.session.messages.confirm = lambda question, verb, call, *, detail="", **_: details.append(detail)
    statuses = ["Resigned", "Leave of absence", "Retired", "Deceased", "Resigned", "Resigned"]
    block([[status] for status in statuses])
    at(page, crowd[0].id, "status")
    page.cells.paste.trigger()
    [said] = details
    assert said.splitlines() == [
        "Leave the staff: Person00, A (Active, then Resigned); Person02, A (Active, then Retired); "
        "Person03, A (Active, then Deceased); and 2 others.",
        "Others: Person01, A (Active, then Leave of absence).",
        "Nothing is set before you say so, the other 1 cell among them. One action, one undo.",
    ]


def test_a_cell_offers_what_it_can_hold_and_the_beginning_of_one_is_enough(page, crowd, qtbot):
    record = page.table.ids()[3]
    page.table.edit(at(page, record, "department"))
    line = page.table.findChildren(CellLine)[-1]
    assert "Surgery" in line._choices
    typed(page, qtbot, "surg")
    assert Provider.get_by_id(record).department.name == "Surgery"
    page.table.edit(at(page, record, "status"))
    assert "Active" in page.table.findChildren(CellLine)[-1]._choices


def test_a_term_that_is_renewed_in_the_list_stays_where_it_was_until_the_row_is_left(session, make, qtbot, TODAY):  # noqa: N803
    who = make(Provider, last="Ngo", first="Chidi", status="Active")
    held = [make(Credential, provider=who, sort=1, expires=TODAY + timedelta(days=n)) for n in (10, 20, 30)]
    page = page_of(Credentials, session, qtbot)
    index = at(page, held[1].id, "expires")
    page.table.model_.setData(index, "1/1/2029")
    new = Credential.get(Credential.expires == date(2029, 1, 1))
    assert list(page.table.ids()) == [held[0].id, new.id, held[2].id]
    assert (page.table.current(), page.table.currentIndex().column()) == (new.id, index.column())
    assert history.newest().name.startswith("Change expires of State license of Ngo")
    page.table.go_to(held[0].id)
    assert list(page.table.ids()) == [held[0].id, held[2].id]


def test_a_day_in_a_cell_is_typed_as_in_every_box_and_understood_before_it_is_kept(session, make, qtbot):
    one = make(Credential, number="1", expires=date(2026, 12, 31))
    page = page_of(Credentials, session, qtbot)
    page.show()
    at(page, one.id, "expires")
    page.cells.edit.trigger()
    box = page.table.viewport().findChild(CellLine)
    assert box.text() == "12/31/2026" and box.understood.isHidden()
    before = session.undo_name
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.state() == page.table.State.NoState)
    assert session.undo_name == before, "nothing was typed, so nothing is written"
    page.cells.edit.trigger()
    box = page.table.viewport().findChildren(CellLine)[-1]
    box.selectAll()
    qtbot.keyClicks(box, "3/4/27")
    assert box.understood.text().startswith("Mar 4 2027 · in ") and box.understood.isVisible()
    qtbot.keyClicks(box, "x")
    assert box.understood.isHidden()
    box.setText("")
    qtbot.keyClick(box, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == f"{session.today:%m/%d/%Y}" and "today" in box.understood.text()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
