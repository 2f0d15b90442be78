"""Payers in the window: the template is kept, a roster is looked at before it goes out, and the next one tells what changed."""

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from tests.actions.returning_office import people
from tests.conftest import TODAY, make_record
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.payer import Payer, Submission
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.pages import payers
from workbench.ui.pages.payers import PayerRoster, Payers

HEADS = ["Last Name", "First Name", "NPI", "Phone", "Blood type"]


@pytest.fixture
def page(office, qtbot, tmp_path):
    people()
    make_record(Payer, name="Blue Plan")
    made = page_of(Payers, session_over(office, TODAY, tmp_path), qtbot)
    made.table.go_to(1)
    return made


@pytest.fixture
def template(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    book.save(tmp_path / "Blue.xlsx")
    return tmp_path / "Blue.xlsx"


@pytest.fixture
def kept(page, template, monkeypatch):
    monkeypatch.setattr(payers, "ask_open_file", lambda *asked: asked[-1](template))
    page.template.trigger()
    return page


def dialog():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PayerRoster) and w.isVisible())


def test_a_roster_without_a_template_says_what_to_do(page):
    page.send.trigger()
    assert page.session.messages.errors == [
        "The office keeps no template of Blue Plan. Nothing was written. Choose the payer's workbook first."
    ]


def test_a_template_is_kept_and_says_how_much_of_it_is_known(kept):
    assert Payer.get().template_name == "Blue.xlsx"
    assert "Blue.xlsx: 4 of 5 columns are known" in kept.session.messages.toasts


def test_a_roster_is_shown_written_and_recorded(kept, tmp_path, monkeypatch):
    kept.send.trigger()
    shown = dialog()
    assert shown.words.text() == "3 people, the first roster."
    monkeypatch.setattr(payers, "ask_save_file", lambda *asked: asked[-1](tmp_path / "out.xlsx"))
    shown.full.click()
    assert not shown.isVisible() and Submission.get().rows == 3
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active["A2"].value == "Adams"
    kept.session.undo()
    assert Submission.select().count() == 0


def test_the_next_roster_says_what_changed(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(payers, "ask_save_file", lambda *asked: asked[-1](tmp_path / "out.xlsx"))
    kept.send.trigger()
    dialog().full.click()
    with history.step("Here"):
        Provider.update(phone="(312) 555-0199").where(Provider.last == "Young").execute()
        Provider.update(status="Retired").where(Provider.last == "Adams").execute()
    kept.send.trigger()
    shown = dialog()
    assert shown.words.text() == "2 people. Since Nov 24 2026: 1 changed, 1 ended."
    shown.changes.click()
    assert Submission.select().count() == 2
    assert [row[0].value for row in openpyxl.load_workbook(tmp_path / "out.xlsx").active] == [
        "Last Name",
        "Young",
    ]


def test_the_form_holds_what_a_person_may_say_of_a_payer(page):
    assert page.fields == ("name", "sort", "organization", "remarks")
    page.codes.trigger()
    assert page.shell.went[-1][0] == "payer_codes"
