"""The page of credentials: its counts open their rows, and renewing and verifying are steps of their own."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.test_window import Departments
from workbench.actions import editing, importing, offices, renewals
from workbench.lists.expirables import EXPIRABLES
from workbench.records import texts
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.desk import Task
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.records.verification import SOURCES, Verification, VerificationSource
from workbench.store import history
from workbench.ui.credential_sheets import Renew
from workbench.ui.kit.filtering import Filters
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.reading_order import chain_of
from workbench.ui.pages.credentials import DEFAULT, Credentials
from workbench.ui.pages.import_review import Import
from workbench.ui.session import Session
from workbench.ui.verification_run import VerificationRun
from workbench.ui.verification_sheets import RecordVerification
from workbench.ui.window import Window

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def three(office: Any, make: Any, TODAY: date) -> list[Credential]:
    """One expired, one expiring, one far away."""
    person = make(Provider, last="Okafor", first="Adaeze")
    sort = CredentialSort.get(CredentialSort.key == "license")
    return [
        make(
            Credential,
            provider=person,
            sort=sort,
            state="IL",
            number=f"036-{days + 100}",
            expires=TODAY + timedelta(days),
        )
        for days in (-3, 20, 400)
    ]


def test_every_count_opens_its_rows(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    assert page.header.findChild(object, "subtitle").text() == "3 on file · 1 expired · 1 expiring within 90 days"
    assert page.badge() == "2" and page.table.count() == 2
    for view, rows in (("", 3), ("lapsed", 1), ("unverified", 3), ("past", 0)):
        page.open(view=view)
        assert page.table.count() == rows == EXPIRABLES.count(today=session.today, view=view)


def test_enter_opens_the_persons_file_at_that_credential(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.table.opened.emit(three[0].id)
    assert page.shell.went[0][0] == "file"
    assert page.shell.went[0][1]["credential"] == three[0].id


def test_a_pdf_goes_with_the_verification(
    session: Session, three: list, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    page = tmp_path / "lookup.pdf"
    page.write_bytes(b"")
    sheet = RecordVerification([three[0].id], session)
    qtbot.addWidget(sheet)
    sheet.lines.set_text("source", "State licensing board")
    sheet.take_evidence(page)
    sheet.go()
    assert "is empty" in sheet.proof.text() and Credential.get_by_id(three[0].id).verified is None
    page.write_bytes(b"%PDF-1.4 looked up")
    sheet.take_evidence(page)
    sheet.go()
    assert Credential.get_by_id(three[0].id).verified == TODAY
    assert Verification.get().document.file_name == "lookup.pdf"


def test_a_run_of_verifications_takes_a_result_each_and_is_one_step(
    session: Session, three: list, qtbot: Any, TODAY: date
) -> None:
    sheet = VerificationRun([each.id for each in three], session)
    qtbot.addWidget(sheet)
    sheet.lines.set_text("source", "State licensing board")
    for each in three[:2]:
        sheet.results[each.id].set_value("As stated")
        sheet.standings[each.id].set_value("Active")
    sheet.ends[three[1].id].setText("7/31/2029")
    sheet.remarks[three[1].id].setText(" Under her earlier name ")
    sheet.go()
    renewed = Credential.get(Credential.expires == date(2029, 7, 31))
    assert [Credential.get_by_id(each.id).verified for each in three] == [
        TODAY,
        None,
        None,
    ] and renewed.verified == TODAY
    assert history.newest().name == "Verify 2 credentials one by one"
    found = {each.credential_id: each for each in Verification.select()}
    assert [found[each.id].remark for each in (three[0], renewed)] == ["", "Under her earlier name"]
    assert found[renewed.id].expires == date(2029, 7, 31) and found[three[0].id].standing == "Active"
    session.undo()
    assert all(each.struck for each in Verification.select()), "what was seen stays, struck"


def test_a_run_of_several_sorts_has_a_source_on_each_line(
    session: Session, three: list, make: Any, qtbot: Any, TODAY: date
) -> None:
    board = CredentialSort.get(CredentialSort.key == "board")
    card = make(Credential, provider=three[0].provider, sort=board, title="Cardiology", number="284410")
    assert not VerificationRun([each.id for each in three], session).sources
    sheet = VerificationRun([three[0].id, card.id], session)
    qtbot.addWidget(sheet)
    assert sheet.sources[card.id].text() == "ABMS Certification Matters"
    for each in (three[0], card):
        sheet.results[each.id].set_value("As stated")
    sheet.go()
    found = {each.credential_id: each.source.name for each in Verification.select()}
    assert found == {three[0].id: "State licensing board", card.id: "ABMS Certification Matters"}


def test_the_sheet_of_one_names_what_and_whose_it_is_and_takes_what_was_found(
    session: Session, three: list, make: Any, qtbot: Any, TODAY: date
) -> None:
    board = CredentialSort.get(CredentialSort.key == "board")
    card = make(Credential, provider=three[0].provider, sort=board, title="Cardiology", number="284410")
    sheet = RecordVerification([card.id], session)
    qtbot.addWidget(sheet)
    said = " ".join(each.text() for each in sheet.findChildren(QLabel))
    assert "Board certification · 284410" in said and "Okafor, Adaeze" in said
    sheet.lines.set_text("expires", "soon")
    sheet.go()
    assert not Verification.select().exists()
    for name, text in (("result", "Differs"), ("expires", "12/31/2029"), ("remark", "Another end")):
        sheet.lines.set_text(name, text)
    sheet.go()
    made = Verification.get()
    assert (made.result, made.expires, made.remark) == ("Differs", date(2029, 12, 31), "Another end")


def test_the_page_of_a_source_opens_where_the_office_wrote_it_down(
    session: Session, three: list, qtbot: Any, monkeypatch: Any
) -> None:
    went: list[str] = []
    monkeypatch.setattr("workbench.ui.looked_sheets.QDesktopServices.openUrl", lambda url: went.append(url.toString()))
    sheet = RecordVerification([three[0].id], session)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.lines.set_text("source", "State licensing board")
    sheet._understand()
    assert not sheet.page.isVisible()
    board = VerificationSource.get(VerificationSource.name == "State licensing board")
    for address, shows in (("file:///etc/passwd", False), ("https://board.example.org/look", True)):
        board.address = address
        session.do(editing.save, board, SOURCES)
        sheet._understand()
        assert sheet.page.isVisible() == shows
    sheet.page.click()
    assert went == ["https://board.example.org/look"]


def test_a_run_keeps_the_evidence_of_each_line_and_one_list_may_show_all(
    session: Session, three: list, qtbot: Any, tmp_path: Path
) -> None:
    sheet = VerificationRun([each.id for each in three], session)
    qtbot.addWidget(sheet)
    sheet.show()
    page, dated = tmp_path / "page.pdf", tmp_path / "list.pdf"
    for path in (page, dated):
        path.write_bytes(b"%PDF-1.4 " + path.name.encode())
    assert not sheet.listed.isVisible(), "one look at a website is of one license"
    sheet.lines.set_text("source", "State licensing board")
    sheet.take_evidence(three[0].id, page)
    sheet.results[three[0].id].set_value("Differs")
    sheet.remarks[three[0].id].setText("Another name")
    sheet.lines.set_text("method", "Dated source list")
    sheet._weigh()
    assert sheet.listed.isVisible()
    sheet._all_as_stated()
    sheet.take_list(dated)
    sheet.go()
    kept = {each.credential_id: (each.result, each.document.file_name) for each in Verification.select()}
    assert kept[three[0].id] == ("Differs", "page.pdf")
    assert {kept[each.id] for each in three[1:]} == {("As stated", "list.pdf")}
    session.undo()
    assert all(each.struck for each in Verification.select()), "what was seen stays, struck"


def test_a_run_with_evidence_that_cannot_be_read_records_none(
    session: Session, three: list, qtbot: Any, tmp_path: Path
) -> None:
    sheet = VerificationRun([each.id for each in three], session)
    qtbot.addWidget(sheet)
    sheet.lines.set_text("source", "State licensing board")
    for each in three[:2]:
        sheet.results[each.id].set_value("As stated")
    sheet.take_evidence(three[1].id, tmp_path / "gone.pdf")
    sheet.go()
    assert "gone.pdf" in sheet.wrong[three[1].id].text() and not Verification.select().exists()


def test_a_run_in_which_one_cannot_be_records_none(session: Session, three: list, qtbot: Any) -> None:
    sheet = VerificationRun([each.id for each in three], session)
    qtbot.addWidget(sheet)
    sheet.lines.set_text("source", "AMA Physician Profile")
    sheet.results[three[0].id].set_value("As stated")
    sheet.go()
    assert "State licensing board" in sheet.wrong[three[0].id].text()
    assert not Verification.select().exists()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("verified", "12/31/2026", "still to come"), ("verified", "2/30/2026", "no February 30"), ("source", "", "where")],
)
def test_a_verification_that_cannot_be_is_said_beside_its_line(
    session: Session, three: list, qtbot: Any, field: str, text: str, said: str
) -> None:
    sheet = RecordVerification([three[0].id], session)
    qtbot.addWidget(sheet)
    sheet.lines.set_text("source", "State licensing board")
    sheet.lines.set_text(field, text)
    sheet.go()
    wrong = next(
        each for each in sheet.findChildren(object) if each.property("accessibleIdentifier") == f"wrong_{field}"
    )
    assert said in wrong.text()
    assert Credential.get_by_id(three[0].id).verified is None


def test_renewing_two_is_one_step_and_keeps_the_old_terms(session: Session, three: list, qtbot: Any) -> None:
    sheet = Renew([each.id for each in three[:2]], session)
    qtbot.addWidget(sheet)
    for each in three[:2]:
        sheet.days[each.id].setText("7/31/2029")
    sheet.go()
    assert Credential.select().where(Credential.past).count() == 2
    assert Credential.select().where(Credential.expires == date(2029, 7, 31)).count() == 2
    assert history.newest().name == "Renew 2 credentials"
    session.undo()
    assert Credential.select().count() == 3


def test_one_wrong_date_renews_none(session: Session, three: list, qtbot: Any) -> None:
    sheet = Renew([each.id for each in three[:2]], session)
    qtbot.addWidget(sheet)
    sheet.days[three[0].id].setText("7/31/2029")
    sheet.days[three[1].id].setText("1/1/2020")
    sheet.go()
    assert Credential.select().count() == 3
    assert "ends after the term before it" in sheet._wrong[three[1].id].text()


def test_nothing_can_be_renewed_among_earlier_terms(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.table.select([three[0].id])
    assert page.renew.isEnabled()
    page.open(view="past")
    assert not page.renew.isEnabled()


def renew(page: Credentials, expires: str) -> None:
    page.renew.trigger()
    sheet = next(each for each in page.findChildren(Renew) if each.isVisible())
    for line in sheet.days.values():
        line.setText(expires)
    sheet.go()
    assert not sheet.isVisible()


def test_what_was_renewed_stays_chosen_as_its_new_term_and_the_keyboard_in_the_list(
    session: Session, three: list, qtbot: Any
) -> None:
    page = page_of(Credentials, session, qtbot)
    page.open(view="")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.go_to(three[1].id)
    page.searching.setFocus()
    renew(page, "12/31/2028")
    (new,) = Credential.select().where(Credential.number == three[1].number, ~Credential.past)
    assert page.table.current() == new.id and page.table.selected() == [new.id]
    qtbot.waitUntil(page.table.hasFocus)
    page.table.select([three[0].id, three[2].id])
    renew(page, "12/31/2029")
    numbers = {Credential.get_by_id(each).number for each in page.table.selected()}
    assert numbers == {three[0].number, three[2].number}


def test_where_what_was_renewed_leaves_the_view_the_keyboard_is_on_what_came_next_and_nothing_is_ticked(
    session: Session, three: list, qtbot: Any
) -> None:
    page = page_of(Credentials, session, qtbot)
    for chosen in ([], [three[0].id]):
        page.table.go_to(three[0].id)
        page.table.select(chosen)
        renew(page, "12/31/2028")
        assert page.table.current() == three[1].id and page.table.selected() == []
        session.undo()


def test_the_badge_counts_as_the_list_does_whatever_page_shows(
    session: Session, three: list, make: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    window = Window(session, [Departments, Credentials, Import])
    qtbot.addWidget(window)
    window.page("credentials")

    def badge_is(count: int) -> None:
        assert window.key == "departments"
        listed = EXPIRABLES.count(today=TODAY, view=DEFAULT)
        assert window.sidebar.entries["credentials"].count == (str(listed) if listed else "")
        assert listed == count

    badge_is(2)
    session.do(renewals.renew_each, {three[0].id: (TODAY + timedelta(900), "")})
    badge_is(1)
    session.undo()
    badge_is(2)
    session.redo()
    badge_is(1)
    session.do(editing.delete, CREDENTIALS, [three[1].id])
    badge_is(0)
    (tmp_path / "roster.csv").write_text(
        "Name,License #,Lic State,Lic Exp\n" + f'"Chen, Wei, MD",036-9,IL,{TODAY + timedelta(5):%m/%d/%Y}\n', "utf-8"
    )
    prepared = importing.prepare(tmp_path / "roster.csv", today=TODAY)
    session.run("Importing", lambda progress: importing.apply(prepared.plan, today=TODAY, progress=progress))
    badge_is(1)
    session.do(offices.set_policy, lead_days=1)
    badge_is(0)
    window.close()


def test_the_filter_chooses_among_few_values_and_asks_of_what_is_hidden_too(
    session: Session, three: list, qtbot: Any
) -> None:
    page = page_of(Credentials, session, qtbot)
    sheet = Filters(page.table, page.window())
    asked = [label.text().replace("&", "") for label in sheet.findChildren(QLabel)]
    assert {"Department", "Kind", "State"} <= set(asked)
    assert asked.count("Expires") + asked.count("On") == 1, "one day is asked about once"
    kinds: Any = sheet.lines["sort_name"].parentWidget()
    assert "State license" in [kinds.itemText(n) for n in range(kinds.count())]
    sheet.lines["sort_name"].setText("State license")
    sheet.accept()
    assert page.table.count() == page.table.model_.listed.count(
        today=page.session.today, view=page.table.view, filters={"sort_name": "State license"}
    )
    assert page.views.filtered.said.text().startswith(f"{page.table.count()} row")
    page.table.filter({})


def test_a_filter_that_says_no_days_is_refused_beside_its_box(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    sheet = Filters(page.table, page.window(), "expires")
    sheet.show()
    key = "expires" if "expires" in sheet.lines else "expires_in"
    sheet.lines[key].setText("soonish")
    sheet.accept()
    assert sheet.isVisible() and "soonish" in sheet.wrong[key].text() and sheet.wrong[key].isVisible()
    assert not page.table.filters
    sheet.lines[key].setText("next 30 days")
    assert not sheet.wrong[key].isVisible()
    sheet.accept()
    assert page.table.filters == {key: "next 30 days"}
    page.table.filter({})


@pytest.mark.parametrize("ended", [20, -30, -500])
def test_a_renewal_by_years_counts_from_the_end_of_the_term(
    session: Session, three: list, qtbot: Any, ended: int
) -> None:
    today = session.today
    ends = today + timedelta(days=ended)
    with history.step("Set the end"):
        three[0].expires = ends
        three[0].save()
    sheet = Renew([three[0].id], session)
    qtbot.addWidget(sheet)
    QTest.keyClicks(sheet.days[three[0].id], "+1y")
    begins = today if ended < -365 else ends
    said = sheet._wrong[three[0].id].text()
    assert said.startswith(f"until {texts.day(begins.replace(year=begins.year + 1))} ")
    assert ("counted from today" in said) is (ended < -365)
    assert ("counted from the end of the term" in said) is (ended >= -365)


def test_a_day_that_cannot_be_is_quoted_as_it_was_typed_and_its_box_is_marked(
    session: Session, three: list, qtbot: Any
) -> None:
    sheet = Renew([three[0].id], session)
    qtbot.addWidget(sheet)
    box, said = sheet.days[three[0].id], sheet._wrong[three[0].id]
    box.setText("7/31/2929")
    sheet.go()
    assert said.text().startswith("“7/31/2929” is not a date") and box.property("wrong") is True
    box.clear()
    QTest.keyClicks(box, "7/31/2029")
    assert box.property("wrong") is False


def test_a_row_is_snoozed_by_a_key_and_found_under_its_chip(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.table.go_to(three[1].id)
    page.table.select([three[1].id])
    sheet = page.snooze.ask()
    assert sheet is not None and sheet.lines.text("day") == "12/01/2026", "a week, and before it expires"
    sheet.go()
    assert page.badge() == "1" and list(page.table.ids()) == [three[0].id]
    assert page.table.current() == three[0].id and not page.table.selected()
    assert page._counts["snoozed"] == 1
    page.open(view="snoozed")
    assert (
        list(page.table.ids()) == [three[1].id] and page.snooze.back.isVisible() and not page.snooze.until.isVisible()
    )
    page.table.go_to(three[1].id)
    page.snooze.back.trigger()
    assert page.badge() == "2" and page.table.count() == 0


def test_what_expired_is_put_off_until_tomorrow_and_what_would_lapse_is_not(
    session: Session, three: list, qtbot: Any, TODAY: date
) -> None:
    page = page_of(Credentials, session, qtbot)
    page.table.go_to(three[0].id)
    page.snooze.tomorrow.trigger()
    assert session.messages.toasts == ["Snooze state license 036-97 until Nov 25 2026"]  # type: ignore[attr-defined]
    assert Credential.get_by_id(three[0].id).snoozed == TODAY + timedelta(1)
    session.undo()
    page.table.go_to(three[1].id)
    sheet = page.snooze.ask()
    assert sheet is not None
    sheet.lines.set_text("day", "12/31/2026")
    sheet.go()
    assert sheet.isVisible() and Credential.get_by_id(three[1].id).snoozed is None


def test_a_task_about_a_row_is_named_by_what_is_to_be_done(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.table.go_to(three[0].id)
    page.many.assign.trigger()
    asked = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    assert asked.form.values()["title"] == f"Verify state license {three[0].number}"
    asked.form.box("owner").set_value("Bo")
    asked.accept()
    kept = Task.get()
    assert (kept.owner, kept.provider_id, kept.credential_id) == ("Bo", three[0].provider_id, three[0].id)


def test_the_columns_fill_the_room_where_nobody_was_told_yet(session: Session, three: list, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.views.open("")
    page.resize(1158, 726)
    table = page.table
    assert table.heading.length() == table.viewport().width(), "no room is left over beside a contact that is cut"


def test_several_get_the_same_end_by_one_box_and_the_button_counts_those_with_a_date(three, session, qtbot):
    sheet = Renew([each.id for each in three[:3]], session)
    qtbot.addWidget(sheet)
    assert sheet._press.text() == "Renew", "nobody has a date yet"
    first, *others = sheet.days.values()
    first.setText("12/31/2029")
    sheet._understand(next(iter(sheet.days)))
    sheet.same.setText("+2y")
    sheet.same.editingFinished.emit()
    assert [first.text(), *(each.text() for each in others)] == ["12/31/2029", "+2y", "+2y"]
    assert sheet._press.text() == "Renew 3 credentials"
    sheet.same.setText("+1y")
    sheet.same.editingFinished.emit()
    assert [each.text() for each in sheet.days.values()] == ["12/31/2029", "+1y", "+1y"]
    one = Renew([three[0].id], session)
    qtbot.addWidget(one)
    assert one.same.parent() is None


def test_a_run_opens_with_its_first_lines_and_the_others_come_in_turns(
    session: Session, three: list, qtbot: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("workbench.ui.verification_run.AT_ONCE", 1)
    ids = [each.id for each in three]
    sheet = VerificationRun(ids, session)
    qtbot.addWidget(sheet)
    assert list(sheet.results) == ids[:1]
    qtbot.waitUntil(lambda: list(sheet.results) == ids)
    sheet.show()
    chain = chain_of(sheet)
    places = [chain.index(sheet.results[each].inner) for each in ids]
    last = chain.index(next(each for each in sheet.findChildren(QPushButton) if each.text().startswith("Verify")))
    assert places == sorted(places) and places[-1] < last, "Tab goes as one reads"
    pressed = VerificationRun(ids, session)
    qtbot.addWidget(pressed)
    pressed._all_as_stated()
    assert [pressed.results[each].value() for each in ids] == ["As stated"] * 3, "whoever asks for all gets all"
