"""An application's own page: what it lacks leads to where it is mended, and what is written is kept on leaving."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.rules.ready_file import a_ready_file
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import applications
from workbench.records.application import Application, Disclosure, RedFlag, Reference
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.records.privilege import PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.application_sheets import Move
from workbench.ui.ending_sheets import Close, Grant, Reopen
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.table import Table
from workbench.ui.pages.application_file import TABS, ApplicationPage
from workbench.ui.pages.provider_file import ProviderFile


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


@pytest.fixture
def page(office: Any, asked: Application, TODAY: date, tmp_path: Path, qtbot: Any) -> ApplicationPage:
    shown = page_of(ApplicationPage, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(application=asked.id, among=[asked.id])
    return shown


def spoil(record: Any, page: ApplicationPage, **values: Any) -> None:
    with history.step("Spoil it"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()
    page.refresh(set())


def lacks(page: ApplicationPage) -> list[str]:
    return [each.text() for each in page.side.lacks.findChildren(Pill)]


def sheet(page: Any, kind: type) -> Any:
    return next(each for each in page.window().findChildren(kind) if each.isVisible())


def test_a_ready_file_says_so(page: ApplicationPage) -> None:
    assert page.side.lacks.title.text() == "Ready"
    assert lacks(page) == []
    assert page.file.pills == (("Credentials committee", "quiet"), ("Ready", "good"), ("Category 1", "good"))
    assert page.file.line == "Initial appointment · Active · Jan 1 2027 to Dec 31 2028"
    assert page.forward.text() == "&Move to MEC"


def test_every_tab_draws(page: ApplicationPage) -> None:
    for key, _ in TABS:
        page.tabs.choose(key)
        assert page._stack.currentWidget() is page.part(key)


def test_a_part_that_is_turned_to_has_the_keyboard(page: ApplicationPage) -> None:
    page.tabs.choose("evidence")
    page._turn(1)
    assert page.tabs.current() == "privileges" and isinstance(page.window().focusWidget(), Table)
    page._turn(-5)
    assert page.tabs.current() == "summary" and page.window().focusWidget() is page.tabs


def test_a_lapsed_license_leads_to_the_credential(page: ApplicationPage, asked: Application) -> None:
    license = Credential.get(Credential.number == "license")
    spoil(license, page, expires=date(2026, 11, 20))
    assert lacks(page) == ["License expired"]
    page.side.buttons[0].click()
    assert page.shell.went == [
        ("file", {"provider": asked.provider.id, "tab": "credentials", "credential": license.id})
    ]


@pytest.mark.parametrize(
    ("field", "said"), [("attested", "Attestation not signed"), ("complete", "Application incomplete")]
)
def test_a_missing_day_leads_to_its_box(page: ApplicationPage, asked: Application, field: str, said: str) -> None:
    spoil(Application.get_by_id(asked.id), page, **{field: None})
    assert lacks(page) == [said]
    page.tabs.choose("evidence")
    page.side.buttons[0].click()
    assert page.tabs.current() == "summary"
    box = page.part("summary").forms.forms[1].box(field)
    assert page.window().focusWidget() is box.inner
    box.line.setText("11/20/2026")
    box.left.emit()
    assert getattr(Application.get_by_id(asked.id), field) == date(2026, 11, 20)
    assert lacks(page) == []


@pytest.mark.parametrize(("model", "tab"), [(Disclosure, "disclosures"), (Reference, "references")])
def test_a_missing_answer_leads_to_its_tab(page: ApplicationPage, model: Any, tab: str) -> None:
    spoil(model.get(), page, **({"answer": None} if model is Disclosure else {"judgment": None}))
    page.side.buttons[0].click()
    assert page.tabs.current() == tab


def test_no_is_one_key_and_a_yes_asks_for_its_explanation(page: ApplicationPage, make: Any, asked: Any) -> None:
    first = Disclosure.get()
    second = make(Disclosure, application=asked, position=2, question="Never?")
    spoil(first, page, answer=None)
    page.tabs.choose("disclosures")
    part = page.part("disclosures")
    part.table.go_to(first.id)
    part.no.trigger()
    assert Disclosure.get_by_id(first.id).answer is False
    assert part.table.current() == second.id
    part.yes.trigger()
    dialog = sheet(page, FormDialog)
    dialog.form.box("explanation")._write("In 2011.")
    dialog.accept()
    kept = Disclosure.get_by_id(second.id)
    assert (kept.answer, kept.explanation) == (True, "In 2011.")
    assert part.whole.text().startswith("2. Never?")


def test_a_reference_is_added_to_the_application_and_its_comment_read(
    page: ApplicationPage, asked: Application
) -> None:
    page.tabs.choose("references")
    part = page.part("references")
    part.new.trigger()
    dialog = sheet(page, FormDialog)
    dialog.form.box("name")._write("P. Feld")
    dialog.form.box("comment")._write("Careful.")
    dialog.accept()
    made = Reference.get(Reference.name == "P. Feld")
    assert made.application == asked
    assert history.newest().name == "Add reference P. Feld of Ready, Ann, MD"
    part.table.go_to(made.id)
    assert "“Careful.”" in part.whole.text()


def test_a_red_flag_is_of_the_application_and_a_claim_of_the_person(page: ApplicationPage, asked: Application) -> None:
    page.tabs.choose("claims")
    flags, claims = page.part("claims").cards
    flags.new.trigger()
    dialog = sheet(page, FormDialog)
    dialog.form.box("matter")._write("Left after a month")
    dialog.accept()
    assert RedFlag.get().application == asked
    assert lacks(page) == ["Red flag open"]
    claims.new.trigger()
    dialog = sheet(page, FormDialog)
    dialog.form.box("allegation")._write("Delay")
    dialog.accept()
    assert asked.provider.claims.count() == 1


def test_the_npdb_shows_no_more_than_that_there_are_reports(page: ApplicationPage) -> None:
    spoil(NpdbQuery.get(), page, result="Reports")
    page.tabs.choose("evidence")
    (line,) = page.file.parts["npdb"]
    assert line.texts[2] == "Reports: see sealed insert"


def test_what_cannot_be_kept_stays_as_a_draft(page: ApplicationPage, asked: Application) -> None:
    box = page.part("summary").forms.forms[0].box("term_ends")
    box.line.setText("1/1/2020")
    box.left.emit()
    assert Application.get_by_id(asked.id).term_ends == date(2028, 12, 31)
    assert applications.draft_of(asked.id) == {"term_ends": "1/1/2020"}
    note = page.part("summary").forms.forms[0]._notes["term_ends"]
    assert note.text() == "The term ends before it starts."
    box.line.setText("12/31/2027")
    box.left.emit()
    assert applications.draft_of(asked.id) == {}
    assert Application.get_by_id(asked.id).term_ends == date(2027, 12, 31)


def test_the_chairs_report_is_asked_where_it_lacks(page: ApplicationPage, asked: Application, TODAY: date) -> None:
    spoil(Application.get_by_id(asked.id), page, chair_view="", chair_on=None)
    assert lacks(page) == ["Chair has not reported"]
    page.side.buttons[0].click()
    dialog = sheet(page, FormDialog)
    dialog.accept()
    assert dialog.isVisible()
    dialog.form.box("chair_view").set_value("Recommend")
    dialog.accept()
    kept = Application.get_by_id(asked.id)
    assert (kept.chair_view, kept.chair_on) == ("Recommend", TODAY)
    assert lacks(page) == []


def test_a_scan_is_attached_to_the_person(page: ApplicationPage, asked: Application, tmp_path: Path) -> None:
    scan = tmp_path / "diploma.pdf"
    scan.write_bytes(b"%PDF-1.4 diploma")
    page.tabs.choose("documents")
    page.part("documents").attach([scan])
    assert Document.get().provider == asked.provider
    assert page.part("documents").table.count() == 1


def test_forward_and_back(page: ApplicationPage, asked: Application) -> None:
    page.forward.trigger()
    without = sheet(page, Move)  # the credentials committee has said nothing of it
    without.go()
    assert Application.get_by_id(asked.id).stage == "Credentials committee"
    without.lines.set_text("reason", "Recommended on paper")
    without.go()
    assert Application.get_by_id(asked.id).stage == "Medical executive committee"
    page.back.trigger()
    back = sheet(page, Move)
    back.lines.set_text("reason", "The MEC asked")
    back.go()
    assert Application.get_by_id(asked.id).stage == "Credentials committee"


def test_a_grant_sets_the_appointment_and_closes_the_page_for_moves(page: ApplicationPage, asked: Application) -> None:
    page.grant.trigger()
    granting = sheet(page, Grant)
    assert "not the governing board's turn" in granting.doubts.text()
    granting.go()
    assert granting.isVisible() and Appointment.select().count() == 0
    granting.lines.set_text("where", "Governing board, by vote on paper")
    granting.lines.set_text("why", "Needed on call")
    granting.go()
    term = Appointment.get()
    assert (term.starts, term.ends) == (date(2027, 1, 1), date(2028, 12, 31))
    assert Provider.get_by_id(asked.provider.id).status == "Applicant", "until the term begins"
    assert PrivilegeRequest.get().decision == "Granted"
    assert page.file.closed == "Approved on Nov 24 2026"
    assert not any(each.isEnabled() for each in (page.forward, page.back, page.grant, page.close_it))
    page.reopen.trigger()
    back = sheet(page, Reopen)
    assert "With the approval go the term and the privileges that it set" in back.words.text()
    back.lines.set_text("reason", "The board approved somebody else")
    back.go()
    assert Application.get_by_id(asked.id).stage == "Credentials committee" and Appointment.select().count() == 0
    page.session.undo()
    assert Appointment.select().count() == 1
    page.session.undo()
    assert Appointment.select().count() == 0 and page.file.closed == ""


def test_what_is_withdrawn_can_be_reopened(page: ApplicationPage, asked: Application) -> None:
    page.close_it.trigger()
    closing = sheet(page, Close)
    closing.go()
    assert closing.isVisible()
    closing.lines.set_text("reason", "Moves away")
    closing.go()
    assert Application.get_by_id(asked.id).outcome == "Withdrawn"
    page.reopen.trigger()
    opening = sheet(page, Reopen)
    opening.lines.set_text("reason", "Stays")
    opening.go()
    assert Application.get_by_id(asked.id).stage == "Verification"


def test_the_persons_file_opens_the_application_and_begins_another(
    page: ApplicationPage, asked: Application, make: Any, qtbot: Any
) -> None:
    make(Appointment, provider=asked.provider, starts=date(2025, 1, 1), ends=date(2026, 12, 31))
    person = page_of(ProviderFile, page.session, qtbot)
    person.open(provider=asked.provider.id, tab="applications")
    part = person.part("applications")
    assert part.table.count() == 1
    part.table.opened.emit(asked.id)
    part.table.go_to(asked.id)
    part.change.trigger()
    assert person.shell.went[-1] == ("application", {"application": asked.id})
    part.new.trigger()
    sheet(person, FormDialog).accept()
    made = Application.get(Application.sort == "Reappointment")
    assert person.shell.went[-1] == ("application", {"application": made.id})
    assert (made.term_starts, made.term_ends) == (date(2027, 1, 1), date(2028, 12, 31))


def test_a_response_is_attached_to_its_query_and_shown_as_no_document(
    page: ApplicationPage, asked: Application, make: Any, tmp_path: Path, TODAY: date
) -> None:
    query = make(NpdbQuery, provider=asked.provider, queried=TODAY, result="", response=None)
    page.refresh({"npdb_query"})
    scan = tmp_path / "letter.pdf"
    scan.write_bytes(b"%PDF-1.4 response")
    page.tabs.choose("evidence")
    card = page.part("evidence").cards[0]
    assert not card.take_out.isEnabled()
    card.table.select([query.id])
    card.attach_response(scan)
    assert card.table.row(query.id).texts[4] == "Under seal"
    page.tabs.choose("documents")
    assert page.part("documents").table.count() == 0
    page.tabs.choose("evidence")
    card.table.select([query.id])
    card.take_out.trigger()
    assert page.session.messages.asked == ["Take the response out of the file? [Take the response out]"]
    assert NpdbQuery.get_by_id(query.id).response_id is None and Document.select().count() == 0
    page.session.undo()
    card.drop.trigger()
    assert NpdbQuery.select().where(NpdbQuery.id == query.id).count() == 0 == Document.select().count()


def test_a_start_after_the_end_is_said_beside_it_and_kept_once_the_end_allows_it(
    page: ApplicationPage, asked: Application
) -> None:
    page.tabs.choose("summary")
    form = page.part("summary").forms.forms[0]
    kept = Application.get_by_id(asked.id).term_starts

    def write(name: str, text: str) -> None:
        form.box(name).line.setText(text)
        form.box(name).left.emit()

    write("term_ends", "12/31/2027")
    write("term_starts", "01/01/2030")
    assert form._notes["term_starts"].text() == "The term ends before it starts."
    assert Application.get_by_id(asked.id).term_starts == kept
    write("term_ends", "12/31/2031")
    now = Application.get_by_id(asked.id)
    assert (now.term_starts, now.term_ends) == (date(2030, 1, 1), date(2031, 12, 31))
    assert form._notes["term_starts"].text() == "" and not applications.draft_of(asked.id)
