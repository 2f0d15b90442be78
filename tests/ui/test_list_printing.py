"""“Print…” on the pages of lists: what is shown is what is drawn, and the same bytes are saved and printed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.pages.over_office import page_of, session_over
from workbench.papers.pictures import Pages
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import Meeting
from workbench.records.office_lists import Department
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Provider
from workbench.ui.list_printing import print_list, print_shown, printed_keys, shown_keys
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.kind_page import page_of as kind_page
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.privileges import Privileges
from workbench.ui.pages.providers import Providers
from workbench.ui.paper_sheet import PaperSheet


@pytest.fixture
def people(office, make):
    surgery = Department.get(Department.name == "Surgery")
    for last, npi in (("Okafor", "1234567893"), ("Chen", "1987654328"), ("Ito", "1122334455")):
        make(Provider, last=last, first="Ann", npi=npi, department=surgery, status="Active")


@pytest.fixture
def session(office, people, TODAY, tmp_path, qapp):  # noqa: N803
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def page(session, qtbot):
    return page_of(Providers, session, qtbot)


def sheet_of(page):
    (found,) = page.window().findChildren(PaperSheet)
    return found


def said(sheet):
    with Pages(sheet._pdf) as pages:
        return pages.text(1)


def test_what_is_shown_is_drawn_in_its_order(page):
    page.table.sort_by(page.table.model_.columns[0].key, descending=True)
    page.print_.trigger()
    text = said(sheet_of(page))
    assert text.index("Okafor, Ann") < text.index("Ito, Ann") < text.index("Chen, Ann")
    assert "By Provider, last first" in text and "3 rows" in text and "St. Example Hospital" in text


def test_groups_are_printed_with_their_headings(page, make):
    make(Provider, last="Adams", first="Ann", status="Active")
    page.table.refresh()
    page.table.group_by("department")
    page.table.model_.close([page.table.model_.heads.groups[0].key])
    page.print_.trigger()
    text = said(sheet_of(page))
    order = [text.index(each) for each in ("Surgery · 3", "Chen, Ann", "Okafor, Ann", "(empty) · 1", "Adams, Ann")]
    assert order == sorted(order), "rows of a closed group are printed too"
    assert "Grouped by Department" in text and "4 rows" in text


def test_a_search_and_a_view_are_said_and_obeyed(page):
    page.open(view="current", search="Okaf")
    page.print_.trigger()
    text = said(sheet_of(page))
    assert "Okafor, Ann" in text and "Chen, Ann" not in text
    assert "found by “Okaf”" in text and "1 row" in text


def test_a_hidden_column_is_not_printed(page):
    keys = shown_keys(page.table)
    assert "npi" in keys and "email" not in keys
    page.looking._hide(["npi"], True)
    page.print_.trigger()
    assert "1234567893" not in said(sheet_of(page)) and "NPI" not in said(sheet_of(page))


def test_an_empty_list_cannot_be_printed(page):
    page.table.search("nobody at all")
    assert not page.print_.isEnabled()
    page.table.search("")
    assert page.print_.isEnabled()


@pytest.mark.parametrize("kind", [Providers, Credentials, "departments"])
def test_every_list_page_prints_by_the_same_key(session, qtbot, kind):
    from workbench.records import KINDS

    made = kind if not isinstance(kind, str) else kind_page(next(each for each in KINDS if each.name == kind))
    page = page_of(made, session, qtbot)
    assert page.print_.shortcut().toString() == "Ctrl+P" and page.print_ in page.actions()


def test_the_saved_file_is_the_one_that_is_shown(page, tmp_path, session):
    page.print_.trigger()
    sheet = sheet_of(page)
    assert sheet.preview.paper.count == 1 and sheet.print_.isEnabled()
    sheet.write(tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes() == sheet._pdf == sheet.preview.source
    assert session.messages.toasts == ["Saved as list.pdf"]
    sheet.write(tmp_path / "gone" / "list.pdf")
    assert "There is no folder" in session.messages.errors[0]


def test_esc_closes_the_paper_and_lets_go_of_it(page):
    page.print_.trigger()
    sheet = sheet_of(page)
    pages = sheet.preview.paper.pages
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and pages._pdf is None


def test_a_list_of_another_title_is_named_so(page):
    print_list(page, page.table, "Medical staff")
    assert said(sheet_of(page)).count("Medical staff") >= 2
    assert sheet_of(page)._file_name == "Medical staff 2026-11-24.pdf"


def test_the_pages_of_applications_meetings_and_privileges_print_what_they_show(session, make, qtbot, TODAY):  # noqa: N803
    who = {each.last: each for each in Provider.select()}
    surgery = Department.get(Department.name == "Surgery")
    make(Application, provider=who["Okafor"], stage="Requested", department=surgery)
    make(Application, provider=who["Chen"], stage="Requested", department=None)
    committee = make(Committee, name="Bylaws")
    make(Meeting, committee=committee, held=TODAY, place="Xylophone hall")
    make(Meeting, committee=committee, held=TODAY, place="Room C")
    for last in ("Okafor", "Chen"):
        make(HeldPrivilege, provider=who[last], starts=TODAY)
    applications = page_of(Applications, session, qtbot)
    applications.filters.department.set_value("Surgery")
    applications.filters.department.combo.activated.emit(0)
    applications.print_.trigger()
    text = said(sheet_of(applications))
    assert "Okafor, Ann" in text and "Chen, Ann" not in text and "Department holds “Surgery”" in text
    meetings = page_of(Meetings, session, qtbot)
    meetings.open(view="")
    meetings.searching.setText("Xylophone")
    meetings.table.search("Xylophone")
    meetings.print_.trigger()
    text = said(sheet_of(meetings))
    assert "Xylophone" in text and "Room C" not in text
    privileges = page_of(Privileges, session, qtbot)
    privileges.holders.table.search("Okafor")
    privileges.holders.print_.trigger()
    text = said(sheet_of(privileges))
    assert "Okafor, Ann" in text and "Chen, Ann" not in text and "found by “Okafor”" in text
    privileges.tabs.choose("forms")
    assert not privileges.holders.print_.isEnabled()


def test_what_was_held_on_another_day_is_printed_for_that_day(session, make, qtbot, TODAY):  # noqa: N803
    make(
        HeldPrivilege,
        provider=Provider.get(last="Ito"),
        starts=TODAY - timedelta(days=9),
        ends=TODAY - timedelta(days=2),
    )
    privileges = page_of(Privileges, session, qtbot)
    privileges.holders.show_day(TODAY - timedelta(days=5))
    privileges.holders.print_.trigger()
    text = said(sheet_of(privileges))
    assert "Ito, Ann" in text and "As of Nov 19 2026" in text


def command_of(page, name):
    return next(each for each in page.actions() if each.text().replace("&", "") == name)


def test_paper_has_the_numbers_of_credentials_although_a_small_screen_has_no_room_for_them(morning):
    morning.go("credentials")
    table = morning.page("credentials").table
    assert "number" in shown_keys(table) and "department" not in shown_keys(table)
    morning.resize(911, 512)
    assert "number" not in shown_keys(table)
    keys = printed_keys(table)
    morning.resize(1366, 768)
    assert keys.index("number") == keys.index("credential") + 1
    table.columns.wear([("provider", True, 0), ("expires", True, 0)])
    assert printed_keys(table) == ("provider", "expires"), "as somebody chose them"
    table.columns.bare()


def test_whatever_list_shows_is_printed_by_its_name(morning):
    morning.go("file", provider=1, tab="credentials")
    page = morning.page("file")
    command_of(page, "Print the list that shows…").trigger()
    text = said(sheet_of(page))
    assert "Expires" in text and page.file.title in text and page.file.current[0].texts[1] in text
    assert "CONFIDENTIAL: for the medical staff office" in text and "Page 1 of 1" in text
    sheet_of(page).reject()


def test_what_is_pressed_in_a_row_is_not_printed(morning):
    for each in morning.findChildren(PaperSheet):
        each.setParent(None)
    morning.go("today")
    page = morning.page("today")
    shown = command_of(page, "Print the list that shows…")
    assert [keys.toString() for keys in shown.shortcuts()] == ["Ctrl+P"]
    shown.trigger()
    text = said(sheet_of(page))
    assert "Why it matters" in text and "Do next" in text and " Do\n" not in text
    sheet_of(page).reject()


def test_the_file_is_printed_as_it_shows(morning):
    for each in morning.findChildren(PaperSheet):
        each.setParent(None)
    morning.go("file", provider=1, tab="summary")
    page = morning.page("file")
    shown = {each.text().replace("&", "") for each in page.header.findChildren(QPushButton) if each.isVisible()}
    assert {"Print the file…", "Renewal notices…"} <= shown
    command_of(page, "Print the file…").trigger()
    sheet = sheet_of(page)
    assert page.file.title in said(sheet) and "Provider file" in said(sheet)
    sheet.reject()


def test_where_no_list_shows_it_is_said(page, monkeypatch):
    page.table.search("nobody at all")
    print_shown(page)
    assert page.session.messages.told == ["There is no list here Open a part of the page that has rows, then print it."]
