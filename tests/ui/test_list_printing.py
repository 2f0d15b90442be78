"""“Print…” on the pages of lists: what is shown is what is drawn, and the same bytes are saved and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages.over_office import page_of, session_over
from workbench.papers.pictures import Pages
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.ui.list_printing import print_list, shown_keys
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.kind_page import page_of as kind_page
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


def test_a_search_and_a_view_are_said_and_obeyed(page):
    page.open(view="current", search="Okaf")
    page.print_.trigger()
    text = said(sheet_of(page))
    assert "Okafor, Ann" in text and "Chen, Ann" not in text
    assert "found by “Okaf”" in text and "1 row" in text


def test_a_hidden_column_is_not_printed(page):
    keys = shown_keys(page.table)
    assert "npi" in keys and "email" not in keys
    page._hide(["npi"], True)
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
