"""Renewal notices from the list of credentials: seen before they are written, by the keyboard alone."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.over_office import page_of, session_over
from workbench.lists import file
from workbench.records.credential import Credential
from workbench.records.notice import MAILING, RenewalNotice
from workbench.records.office_lists import CredentialSort
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.pages.chase_sheet import COLUMNS, ChaseSheet, called_together
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.provider_file import ProviderFile

TODAY = date(2026, 11, 24)


@pytest.fixture
def page(office, make, qtbot, tmp_path):
    for last, email in (("Abel", "abel@x.org"), ("Baker", "")):
        person = make(Provider, last=last, first="Kim", email=email)
        make(Credential, provider=person, sort=CredentialSort.get(key="license"), number="036-1", state="IL",
             expires=TODAY + timedelta(days=20))  # fmt: skip
    return page_of(Credentials, session_over(office, TODAY, tmp_path), qtbot)


def test_a_file_writes_the_notices_of_its_person_alone(page, qtbot):
    who = Provider.get(Provider.last == "Abel")
    shown = page_of(ProviderFile, page.session, qtbot)
    shown.open(provider=who.id)
    shown.credentials.chase.trigger()
    sheet = shown.window().findChildren(ChaseSheet)[-1]
    assert [sheet.table.row(each).texts[0] for each in sheet.table.ids()] == ["Abel, Kim"]
    sheet.reject()
    page.session._today = TODAY + timedelta(days=1)
    shown.show_day(TODAY)
    assert not shown.credentials.chase.isEnabled()


def sheet_of(page):
    page.chase.trigger()
    return page.window().findChildren(ChaseSheet)[-1]


def test_every_message_is_seen_with_its_address_before_it_is_written(page):
    sheet = sheet_of(page)
    rows = [sheet.table.row(each).texts for each in sheet.table.ids()]
    assert [row[:4] for row in rows] == [
        ("Abel, Kim", "abel@x.org", "1", "1"),
        ("Baker, Kim", "no address", "1", "1"),
    ]
    assert sheet.go.text() == "Write 1 draft…", "whoever has no address gets none"


@pytest.mark.parametrize(
    ("stages", "said"),
    [((90, 30), "90, 30 days"), ((30, 0), "30 days, expired"), ((0,), "expired"), ((90, 7, 0), "90, 7 days, expired")],
)
def test_which_notices_a_message_is_is_said_by_days_or_that_it_expired(stages, said):
    assert called_together(stages) == said


def test_writing_logs_and_names_who_was_not_reached(page, tmp_path):
    sheet_of(page).write(tmp_path)
    assert [each.addressee for each in RenewalNotice.select()] == ["abel@x.org"]
    assert "Baker, Kim: no e-mail address" in page.session.messages.told[-1]
    assert page.session.undo_name == "Renewal notices: 1 to 1 contact"
    again = sheet_of(page)
    assert again.table.count() == 1 and "sent already" in again._left.text()
    again.again.setChecked(True)
    assert again.table.count() == 2


def test_only_the_rows_that_are_ticked_are_chased(page):
    page.table.select(list(page.table.ids())[:1])
    assert sheet_of(page).table.count() == 1


def test_a_mailing_list_counts_its_lines(page):
    sheet = sheet_of(page)
    sheet.how.set_value(MAILING)
    sheet.how.typed.emit()
    assert sheet.go.text() == "Write 2 lines…"


def test_what_was_sent_and_what_comes_next_stands_on_the_card(page, tmp_path):
    sheet = sheet_of(page)
    assert [sheet.table.row(each).texts[7] for each in sheet.table.ids()] == ["14 days, Nov 30"] * 2
    sheet.write(tmp_path)
    facts = dict(fact[:2] for fact in file.read(Provider.get(last="Abel").id, TODAY).facts[1])
    assert facts["Last notice"] == "30 days, Nov 24 2026, to abel@x.org (e-mail draft)"
    assert facts["Next notice"] == "14 days, due Nov 30 2026"
    other = dict(fact[:2] for fact in file.read(Provider.get(last="Baker").id, TODAY).facts[2])
    assert "Last notice" not in other and other["Next notice"] == "30 days, due now"


def test_an_address_is_read_whole_on_a_small_screen_before_anything_is_written(page, make):
    """Nobody checks where a notice goes by “credentiali…example.org”."""
    practice = make(Practice, name="Prairie Heart and Vascular Associates, LLC", contact="Lorraine Featherstone-Haugh",
                    email="credentialing@prairieheartandvascularassociates.example.org")  # fmt: skip
    with history.step("Join"):
        PracticeMember.create(provider=Provider.get(last="Abel"), practice=practice, preferred=True)
    sheet = sheet_of(page)
    sheet.resize(1320, 500)
    sheet.show()
    QApplication.processEvents()
    table = sheet.table
    row = next(row for row in map(table.row, table.ids()) if "Lorraine" in row.texts[0])
    assert table.cells.width_of(COLUMNS[1], 1, row) - 2 <= table.columnWidth(1)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.isColumnHidden(6), "nobody had a notice yet"


def test_the_next_notice_is_that_of_the_credentials_that_still_run(page, make):
    make(Credential, provider=Provider.get(last="Abel"), sort=CredentialSort.get(key="dea"), number="BA1",
         expires=TODAY - timedelta(days=90))  # fmt: skip
    page.refresh({"credential"})
    sheet = sheet_of(page)
    assert {row.texts[0]: row.texts[5:8:2] for row in map(sheet.table.row, sheet.table.ids())} == {
        "Abel, Kim": ("30 days, expired", "14 days, Nov 30"),
        "Baker, Kim": ("30 days", "14 days, Nov 30"),
    }


def test_the_sheet_opens_at_once_and_its_notices_are_counted_beside_the_window(page, monkeypatch):
    asked = []
    monkeypatch.setattr(page.session.reader, "ask", lambda owner, question, done: asked.append((question, done)))
    sheet = sheet_of(page)
    assert not sheet.table.count() and not sheet.go.isEnabled() and sheet.go.text() == "Write…"
    assert sheet.table._empty._said.text() == "Counting the notices…"
    question, done = asked.pop()
    done(question())
    assert sheet.table.count() == 2 and sheet.go.text() == "Write 1 draft…"
    sheet.how.set_value(MAILING)
    sheet.how.typed.emit()
    assert sheet.go.text() == "Write 2 lines…" and not asked, "as what they are written is nothing to read anew"
