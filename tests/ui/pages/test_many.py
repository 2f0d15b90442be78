"""The selection of a list: one field of all, a task about each, a file, paper; what cannot be set is named with its reason."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.over_office import page_of, session_over
from tests.ui.tabbing import visited
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.desk import TASKS, Task
from workbench.records.office_lists import SPECIALTIES
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui import many as many_rows
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.messages import Recorded
from workbench.ui.many_sheets import EditField
from workbench.ui.pages import kind_page
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.providers import Providers


@pytest.fixture
def session(office, TODAY, tmp_path):
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def people(office, make):
    return [make(Provider, last=last, status="Active") for last in ("Chen", "Ito", "Okafor")]


@pytest.fixture
def page(people, session, qtbot):
    return page_of(Providers, session, qtbot)


def asked(page, kind):
    return [each for each in page.findChildren(kind) if each.isVisible()][-1]


def test_one_field_of_all_selected_is_one_step_and_one_undo(page, people):
    page.table.select([each.id for each in people])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("city")
    sheet.form.set_values({"city": "Rockford"})
    sheet.accept()
    assert sheet.isHidden() and Provider.select().where(Provider.city == "Rockford").count() == 3
    assert history.newest().name == "Change city of 3 providers"
    page.session.undo()
    assert Provider.select().where(Provider.city == "Rockford").count() == 0


def test_nothing_is_erased_because_nothing_was_typed(page, people):
    with history.step("E-mail"):
        Provider.update(email="a@example.org").execute()
    page.session.messages = messages = Recorded(yes=False)
    page.table.select([each.id for each in people])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("email")
    sheet.accept()
    assert messages.asked == ["Erase email of 3 providers? [Erase in 3 providers]"] and sheet.isVisible()
    assert Provider.select().where(Provider.email != "").count() == 3
    page.session.messages = Recorded()
    sheet.accept()
    assert sheet.isHidden() and Provider.select().where(Provider.email != "").count() == 0
    page.session.undo()
    assert Provider.select().where(Provider.email != "").count() == 3


def test_hundreds_are_set_as_a_job_and_rows_that_the_view_no_longer_has_are_gone(page, make):
    for n in range(250):
        make(Provider, last=f"Person{n:03}", status="Active")
    page.refresh({"provider"})
    page.open(view="current")
    page.table.selectAll()
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("status")
    sheet.form.box("status")._write("Resigned")
    sheet.accept()
    assert Provider.select().where(Provider.status == "Resigned").count() == 253
    assert page.table.count() == 0
    page.session.undo()
    assert page.table.count() == 253


def test_what_is_wrong_for_all_is_said_beside_the_box_and_the_sheet_stays(page, people):
    before = history.newest().id
    page.table.select([each.id for each in people])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("status")
    sheet.accept()
    assert sheet.isVisible() and history.newest().id == before
    sheet.reject()


def test_what_some_rows_refuse_is_named_and_the_others_are_set(office, make, session, qtbot, TODAY):
    who = make(Provider, last="Chen")
    fine = make(Credential, provider=who, number="1", expires=TODAY)
    lifetime = make(Credential, provider=who, number="2", lifetime=True)
    page = page_of(Credentials, session, qtbot)
    page.open(view="")
    page.table.select([fine.id, lifetime.id])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("expires")
    sheet.form.box("expires")._write("11/1/2026")
    sheet.accept()
    assert sheet.isHidden() and page.cells.bar.isVisible()
    assert [each.cell.id for each in page.cells.last] == [lifetime.id]
    assert "lifetime" in page.cells.last[0].message
    assert page.cells.bar.said.text().startswith("1 cell set, 1 not: A lifetime credential")


def test_numbers_that_only_one_may_have_and_masked_fields_are_not_offered(page):
    offered = set(page.many.fields)
    assert {"city", "status", "department"} <= offered
    assert not offered & {"npi", "birth_date", "ssn_last4", "supervisor"}


def test_a_task_is_assigned_about_each_credential(office, make, session, qtbot, people, TODAY):
    held = [make(Credential, provider=people[0], number=str(n), expires=TODAY) for n in range(2)]
    held.append(make(Credential, provider=people[1], number="3", expires=TODAY))
    page = page_of(Credentials, session, qtbot)
    page.table.select([each.id for each in held])
    page.many.assign.trigger()
    form = asked(page, FormDialog)
    assert form.form.values()["title"] == "Renew what expires"
    form.form.set_values({"title": ""})
    form.accept()
    assert form.isVisible(), "what is to be done is needed"
    form.form.set_values({"title": "Ask for the renewed card", "owner": "Ann", "due": TODAY})
    form.accept()
    assert form.isHidden()
    assert sorted(each.provider.last for each in Task.select()) == ["Chen", "Chen", "Ito"]
    assert {each.credential_id for each in Task.select()} == {each.id for each in held}
    assert history.newest().name == "Assign “Ask for the renewed card” about 3 credentials to Ann"


def test_a_task_leads_from_its_list_to_the_credential_or_the_file(office, make, session, qtbot, people, TODAY):
    held = make(Credential, provider=people[0], number="1", expires=TODAY)
    of_credential = make(Task, title="Call", provider=people[0], credential=held)
    of_person, of_nobody = make(Task, title="Write", provider=people[1]), make(Task, title="Order paper")
    page = page_of(kind_page.page_of(TASKS), session, qtbot)
    for each in (of_credential, of_person, of_nobody):
        page.table.go_to(each.id)
        page.file.trigger()
    assert page.shell.went == [
        ("file", {"provider": people[0].id, "credential": held.id}),
        ("file", {"provider": people[1].id}),
    ]
    assert session.messages.toasts[-1] == "This task is about nobody's file"


def test_the_selection_goes_into_a_file_and_on_paper(page, people, monkeypatch):
    went = []
    monkeypatch.setattr(many_rows, "print_list", lambda *what, chosen: went.append(list(chosen)))
    monkeypatch.setattr(page, "_export", lambda ids: went.append(list(ids)))
    page.table.select([people[0].id, people[2].id])
    page.many.print_.trigger()
    page.many.export.trigger()
    assert went == [[people[0].id, people[2].id]] * 2


def test_paper_says_how_many_were_chosen(page, people, monkeypatch):
    shown = []
    monkeypatch.setattr("workbench.ui.paper_sheet.show_paper", lambda session, pdf, *rest: shown.append(pdf))
    page.table.select([people[0].id, people[2].id])
    page.many.print_.trigger()
    assert shown and shown[0].startswith(b"%PDF")


@pytest.mark.parametrize("kind", [Applications, Meetings])
def test_every_list_has_them(kind, office, make, session, qtbot, people):
    make(Application, provider=people[0])
    page = page_of(kind, session, qtbot)
    assert page.many.edit in page.table.actions() and page.many.print_ in page.actions()
    assert page.many.assign.isVisible() == (kind is Applications)


def test_on_the_cards_nothing_is_done_to_a_row_that_nobody_sees(office, make, session, qtbot, people):
    one = make(Application, provider=people[0])
    page = page_of(Applications, session, qtbot)
    page.open(face="list", application=one.id)
    page.table.select([one.id])
    assert page.many.edit.isEnabled()
    page.as_cards.trigger()
    assert not page.many.edit.isEnabled() and not page.many.assign.isEnabled()


def test_the_page_of_a_kind_edits_and_exports_its_selection(office, make, session, qtbot, monkeypatch):
    made = [make(Task, title=title) for title in ("One", "Two")]
    page = page_of(kind_page.page_of(TASKS), session, qtbot)
    page.table.select([each.id for each in made])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("owner")
    sheet.form.set_values({"owner": "Ann"})
    sheet.accept()
    assert Task.select().where(Task.owner == "Ann").count() == 2
    went = []
    monkeypatch.setattr(many_rows, "export_list", lambda *what: went.append(what[-1]))
    page.many.export.trigger()
    assert went == [page.table.chosen()]


def test_where_a_record_has_nothing_but_its_name_no_field_is_offered(office, session, qtbot):
    page = page_of(kind_page.page_of(SPECIALTIES), session, qtbot)
    assert not page.many.edit.isVisible()


def test_from_the_field_tab_goes_to_its_box_then_to_the_buttons(page, people, qtbot):
    page.table.select([each.id for each in people])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    for name in ("city", "status"):
        sheet.which.inner.setFocus()
        sheet.which.combo.setCurrentIndex(sheet.which.combo.findData(name))
        sheet.which.combo.activated.emit(sheet.which.combo.currentIndex())
        QApplication.processEvents()
        assert visited(sheet)[1:4] == [sheet.form.box(name).inner, sheet._cancel, sheet.press]
    sheet.reject()


def test_a_status_that_nobody_chose_asks_nothing_and_is_refused_beside_its_box(page, people, make):
    gone = make(Provider, last="Voss", status="Resigned")
    page.refresh({"provider"})
    page.table.select([gone.id, *(each.id for each in people)])
    page.many.edit.trigger()
    sheet = asked(page, EditField)
    sheet.choose("status")
    sheet.accept()
    assert page.session.messages.asked == [] and sheet.isVisible()
    assert not page.table.model_.refused and not page.cells.bar.isVisible()
    assert Provider.get_by_id(gone.id).status == "Resigned"
    sheet.form.box("status")._write("Active")
    sheet.accept()
    assert len(page.session.messages.asked) == 1 and Provider.get_by_id(gone.id).status == "Active"
