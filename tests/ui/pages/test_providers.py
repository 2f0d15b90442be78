"""The list of people: views, search, quick look, many at once, export as shown. A real office lies under it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import undoing
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Identifier, Provider
from workbench.store import database
from workbench.ui import list_exporting
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.messages import Recorded
from workbench.ui.pages import provider_sheets
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.merge_sheet import DoublesSheet, MergeSheet
from workbench.ui.pages.providers import Providers


@pytest.fixture
def people(office, make):
    """Three on the staff and one who left."""
    names = (
        ("Okafor", "Adaeze", "Active"),
        ("Chen", "Wei", "Active"),
        ("Ito", "Naomi", "Applicant"),
        ("Voss", "Karl", "Retired"),
    )
    return {last: make(Provider, last=last, first=first, status=status) for last, first, status in names}


@pytest.fixture
def page(office, people, TODAY, tmp_path, qtbot):
    return page_of(Providers, session_over(office, TODAY, tmp_path), qtbot)


def shown(page):
    return [page.table.row(each).texts[0] for each in page.table.ids()]


def dialog(page):
    return next(each for each in page.findChildren(FormDialog) if each.isVisible())


def test_the_sentence_and_the_chips_count_the_same_people(page):
    assert page.header._subtitle.text() == "4 people · 2 on staff"
    assert page.badge() == "4"
    page.open(view="current")
    assert page.table.count() == 2, "an applicant is none of the staff"


def test_search_narrows_as_one_types_and_clearing_restores(page, qtbot):
    qtbot.keyClicks(page.search_box, "adae")
    qtbot.waitUntil(lambda: shown(page) == ["Okafor, Adaeze"])
    page.search_box.clear()
    qtbot.waitUntil(lambda: page.table.count() == 4)


def test_enter_opens_the_file_among_the_people_shown(page, people, qtbot):
    page.open(view="current")
    page.table.go_to(people["Chen"].id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    key, asked = page.shell.went[-1]
    assert (key, asked["provider"], list(asked["among"])) == ("file", people["Chen"].id, list(page.table.ids()))


def test_space_opens_a_quick_look_that_follows_the_arrows_and_esc_closes_it(page, people, make, qtbot):
    make(Identifier, provider=people["Chen"], sort="Dictation", value="4471")
    practice = make(Practice, name="Rock Valley", contact="Dana Whitlock")
    make(PracticeMember, provider=people["Chen"], practice=practice)
    page.window().activateWindow()
    page.table.setFocus()
    page.table.go_to(page.table.ids()[0])
    page.quick.trigger()
    said = " ".join(label.text() for label in page.look.findChildren(type(page.look.line)))
    assert "Chen, Wei" in said and "Dana Whitlock" in said and "4471" in said
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.look.provider == people["Ito"].id and page.look.title.text() == "Ito, Naomi"
    page.close_look.trigger()
    assert page.look.isHidden() and not page.table.heading.isSectionHidden(1)


def test_a_space_in_the_search_box_is_a_space(page, qtbot):
    qtbot.keyClicks(page.search_box, "chen wei")
    assert page.search_box.text() == "chen wei" and page.look.isHidden()


def test_a_department_is_set_for_all_that_are_chosen_as_one_step(page, people, qtbot):
    surgery = Department.get(Department.name == "Surgery")
    page.table.select([people["Okafor"].id, people["Chen"].id])
    page.department.trigger()
    asked = dialog(page)
    asked.form.box("department").set_value((surgery.id, "Surgery"))
    asked.accept()
    assert Provider.select().where(Provider.department == surgery).count() == 2
    undoing.undo()
    assert Provider.select().where(Provider.department == surgery).count() == 0


def test_before_several_leave_it_is_asked_once(page, people, TODAY):
    page.session.messages = messages = Recorded(yes=False)
    both = [people["Okafor"].id, people["Chen"].id]
    for expected in (0, 2):
        page.table.select(both)
        page.status.trigger()
        asked = dialog(page)
        asked.form.box("status").set_value("Resigned")
        asked.accept()
        assert messages.asked == ["Let 2 providers leave the staff? [Set 2 cells]"] and not asked.isVisible()
        assert Provider.select().where(Provider.status == "Resigned").count() == expected
        page.session.messages = messages = Recorded()


def test_a_status_is_set_with_its_day(page, people, TODAY):
    page.table.select([people["Chen"].id])
    page.status.trigger()
    asked = dialog(page)
    asked.accept()
    assert asked.isVisible(), "a status is needed"
    asked.form.box("status").set_value("Resigned")
    asked.accept()
    chen = Provider.get_by_id(people["Chen"].id)
    assert (chen.status, chen.status_since) == ("Resigned", TODAY)


def test_the_longest_status_is_shown_whole_though_nobody_on_the_first_rows_has_it(page, people):
    page.resize(1140, 700)
    place = [column.key for column in STAFF.columns].index("status")
    assert (
        page.table.columnWidth(place) >= page.table.cells.longest_width(page.table.model_.columns[place], False) > 100
    )


def test_deleting_asks_by_count_and_undo_brings_back_what_hung_on_them(page, people, make):
    make(Credential, provider=people["Chen"], number="036-1")
    page.table.select([people["Okafor"].id, people["Chen"].id])
    page.drop.trigger()
    okafor, chen = people["Okafor"].title, people["Chen"].title
    assert page.session.messages.asked == [f"Delete {chen} and {okafor} and 1 record of theirs? [Delete 2 providers]"]
    assert page.table.count() == 2 and Credential.select().count() == 0
    page.session.undo()
    assert page.table.count() == 4 and Credential.select().count() == 1


def test_a_new_person_is_asked_what_is_needed_and_their_file_opens(page):
    asked = provider_sheets.add(page)
    asked.form.set_values({"last": "", "npi": "1234567890", "status": "Active"})
    asked.accept()
    assert asked.isVisible() and Provider.select().count() == 4
    asked.form.set_values({"last": "Novak", "npi": "", "status": "Active"})
    asked.accept()
    assert Provider.get(Provider.last == "Novak") and page.shell.went[-1][0] == "file"


def test_the_list_is_exported_as_it_is_shown(page, tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    monkeypatch.setattr(list_exporting, "ask_save_file", lambda *asked: asked[-1](path))
    page.open(view="current")
    page.table.sort_by("provider", descending=True)
    page.export_all.trigger()
    lines = path.read_text("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["Okafor", "Chen"]
    assert page.session.messages.toasts == ["2 providers written to list.csv"]


def test_what_needs_someone_chosen_cannot_be_pressed_on_an_empty_list(office, TODAY, tmp_path, qtbot):
    page = page_of(Providers, session_over(office, TODAY, tmp_path), qtbot)
    assert not any(each.isEnabled() for each in (page.open_file, page.department, page.drop, page.export_all))
    assert page.new.isEnabled() and page.bring.isEnabled()


def test_every_action_has_a_key_and_every_mnemonic_is_its_own(page):
    by_words = page.further  # what is added to a file is reached by Ctrl+K, and has its keys there
    assert all(each.shortcuts() for each in page.actions() if each not in by_words)
    marks = [each.text()[each.text().index("&") + 1].lower() for each in page.actions() if "&" in each.text()]
    assert len(marks) == len(set(marks)), marks


def test_the_table_has_the_name_of_the_page_and_its_first_cell_begins_with_the_last_name(page):
    assert page.table.accessibleName() == page.title == "Providers"
    assert all(text.split(",")[0] in ("Chen", "Ito", "Okafor", "Voss") for text in shown(page))


@pytest.mark.parametrize("npi", ["123", "1477552867"])
def test_what_is_wrong_with_an_npi_is_read_whole_in_the_dialog(page, make, qtbot, npi):
    make(Provider, last="Vandenberghe-Papadopoulos", first="Konstantina Alexandra", degree="MD", npi="1477552867")
    asked = provider_sheets.add(page)
    qtbot.waitUntil(asked.isVisible)
    for name, text in (("last", "Test"), ("first", "Ann"), ("npi", npi)):
        asked.form.box(name).set_value(text)
    asked.accept()
    note = asked.form._notes["npi"]
    assert note.text()
    qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()) > 0)
    whole = QRect(note.mapTo(asked._area.viewport(), QPoint(0, 0)), note.size())
    assert asked._area.viewport().rect().contains(whole)
    asked.discard()


def empty(page):
    return [each.text() for each in page.table.findChildren(QPushButton) if each.isVisible()]


def test_an_office_without_people_offers_the_roster_and_the_sample_hospital(office, TODAY, tmp_path, qtbot):
    page = page_of(Providers, session_over(office, TODAY, tmp_path), qtbot)
    assert empty(page) == ["Import roster…"], "there is no way to it here"
    page.shell.sample = lambda: went.append(1)
    went = []
    page.open()
    assert empty(page) == ["Import roster…", "Or look around in the sample hospital"]
    page.table.findChildren(QPushButton)[1].click()
    assert went == [1]


def test_whoever_only_reads_is_offered_no_import(office, TODAY, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(database, "read_only", True)
    for kind in (Providers, Credentials):
        page = page_of(kind, session_over(office, TODAY, tmp_path), qtbot)
        page.open()
        assert page.table.count() == 0 and empty(page) == []


def test_two_files_are_merged_field_by_field_and_the_pair_is_found(office, make, qtbot, tmp_path):
    license = CredentialSort.get(key="license")
    first = make(Provider, last="Okafor", first="Adaeze", phone="(312) 555-0101")
    second = make(Provider, last="Okafor-Smith", first="Adaeze", phone="(312) 555-0199", email="a@x.org")
    for each in (first, second):
        make(Credential, provider=each, sort=license, number="036-1", state="IL")
    page = page_of(Providers, session_over(office, date(2026, 11, 24), tmp_path), qtbot)
    page.doubles.trigger()
    pairs = page.window().findChild(DoublesSheet)
    assert [pairs.table.row(each).texts for each in pairs.table.ids()] == [
        ("Okafor, Adaeze", "Okafor-Smith, Adaeze", "license 036-1", "Merge…")
    ]
    pairs.table.opened.emit(1)
    sheet = pairs.findChild(MergeSheet)
    assert {name: box.value() for name, box in sheet.boxes.items()} == {
        "last": "kept",
        "phone": "kept",
        "email": "gone",
    }
    sheet.boxes["last"].set_value("gone")
    sheet.merge()
    [person] = Provider.select()
    assert (person.id, person.last, person.email) == (first.id, "Okafor-Smith", "a@x.org")
    assert pairs.table.count() == 0 and page.session.undo_name.startswith("Merge Okafor-Smith")


def test_two_people_with_unlike_npis_are_said_to_be_two_before_they_are_merged(office, make, qtbot, tmp_path):
    first = make(Provider, last="Okafor", first="Adaeze", npi="1003000126", phone="(312) 555-0101")
    second = make(Provider, last="Okafor", first="Adaeze", npi="1679576722", phone="(312) 555-0199")
    session = session_over(office, date(2026, 11, 24), tmp_path)
    sheet = MergeSheet(session, first.id, second.id, lambda _: None)
    qtbot.addWidget(sheet)
    sheet.show()
    assert "NPIs differ: 1003000126 and 1679576722" in sheet.told.text() and sheet.told.isVisible()
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"(312) 555-0101", "(312) 555-0199"} <= set(shown)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.isVisible() and Provider.select().count() == 2, "Enter cancels"


def test_two_people_who_look_alike_are_not_offered_again(office, make, qtbot, tmp_path):
    license = CredentialSort.get(key="license")
    for last in ("Okafor", "Okafor-Smith"):
        make(Credential, provider=make(Provider, last=last, first="Adaeze"), sort=license, number="036-1", state="IL")
    page = page_of(Providers, session_over(office, date(2026, 11, 24), tmp_path), qtbot)
    page.doubles.trigger()
    pairs = page.window().findChild(DoublesSheet)
    pairs.two.trigger()
    assert pairs.table.count() == 0 and Provider.select().count() == 2
    assert page.session.undo_name == "Okafor, Adaeze and Okafor-Smith, Adaeze are two people"
    pairs.reject()
    pairs.setParent(None)
    page.doubles.trigger()
    assert page.window().findChild(DoublesSheet).table.count() == 0
    page.session.undo()
    page.window().findChild(DoublesSheet).setParent(None)
    page.doubles.trigger()
    assert page.window().findChild(DoublesSheet).table.count() == 1


def test_names_are_whole_on_a_small_screen(office, make, qtbot, tmp_path):
    for last in ("Fitzgerald-Osei Jr", "Brooks-Hayden", "Abernathy"):
        department = Department.get(name="Obstetrics and Gynecology")
        make(
            Provider,
            last=last,
            first="Brendan",
            middle="T",
            degree="APRN",
            department=department,
            phone="(312) 555-0100",
        )
    page = page_of(Providers, session_over(office, date(2026, 11, 24), tmp_path), qtbot)
    page.resize(1158, 700)  # beside the sidebar of a screen of 1366
    column = page.table.model_.columns[0]
    for each in page.table.ids():
        assert page.table.cells.width_of(column, 0, page.table.row(each)) <= page.table.heading.sectionSize(0)


def test_the_sample_cannot_be_emptied_by_undo(tmp_path, seat, TODAY):
    from workbench.actions import sample

    office = sample.make(tmp_path / "sample.workbench", seat, TODAY, 5)
    try:
        assert undoing.undo() is None and Provider.select().count() == 5
    finally:
        office.close()


def test_the_choices_of_a_merge_are_whole_beside_both_values(office, make, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: QRect(0, 0, 1366, 768))
    ours, theirs = "marisol.reyeswhitfield@example.org", "marisol.reyes@northshore.example.org"
    first = make(Provider, last="Reyes-Whitfield", first="Marisol", degree="MD", email=ours, remarks="Long " * 40)
    second = make(Provider, last="Reyes", first="Marisol", degree="MD", email=theirs, remarks="Longer " * 40)
    sheet = MergeSheet(session_over(office, date(2026, 11, 24), tmp_path), first.id, second.id, lambda _: None)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet._area.horizontalScrollBar().maximum() == 0 and sheet.width() <= 1366
    widths = [label.width() for label in sheet.findChildren(QLabel) if label.text() in (ours, theirs)]
    needed = sheet.fontMetrics().horizontalAdvance(theirs)
    assert len(widths) == 2 and min(widths) >= needed and sheet.boxes["email"].width() > 150


def test_the_headline_of_the_pairs_counts_those_that_are_left(office, make, qtbot, tmp_path):
    license = CredentialSort.get(key="license")
    for last in ("Okafor", "Okafor-Smith"):
        make(Credential, provider=make(Provider, last=last, first="Adaeze"), sort=license, number="036-1", state="IL")
    page = page_of(Providers, session_over(office, date(2026, 11, 24), tmp_path), qtbot)
    page.doubles.trigger()
    pairs = page.window().findChild(DoublesSheet)
    assert pairs._headline.text() == "1 pair of people may be the same"
    pairs.two.trigger()
    assert pairs._headline.text() == pairs.accessibleName() == "0 pairs of people may be the same"
    pairs.reject()


def test_type_cell_and_pager_are_columns_to_choose(page, make):
    keys = [each.key for each in page.table.model_.columns]
    person = make(Provider, last="Zuck", provider_type="Podiatrist", cell="(312) 555-0100", pager="4471")
    page.refresh({"provider"})
    shown = dict(zip(keys, page.table.row(person.id).texts, strict=True))
    assert (shown["provider_type"], shown["cell"], shown["pager"]) == ("Podiatrist", "(312) 555-0100", "4471")
    assert all(page.table.isColumnHidden(keys.index(each)) for each in ("provider_type", "cell", "pager"))
    page.table.filter({"provider_type": "podiatrist"})
    assert list(page.table.ids()) == [person.id]
