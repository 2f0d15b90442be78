"""Education, work, other hospitals and referees are verified where they stand, with the sheet that credentials have."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.rules.ready_file import a_ready_file
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.application import Reference
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.provider import Provider
from workbench.records.verification import Verification
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.one_line import OneLine
from workbench.ui.pages.application_file import ApplicationPage
from workbench.ui.pages.file_looks import RecordLook
from workbench.ui.pages.file_verifying import VerifiedCard
from workbench.ui.pages.provider_file import ProviderFile


@pytest.fixture
def person(office: Any, make: Any) -> Provider:
    found = make(Provider, last="Okafor", first="Adaeze", degree="MD")
    make(Education, provider=found, sort="Residency", institution="Cook County", ended="2007")
    make(WorkHistory, provider=found, employer="Gateway", position="Surgeon")
    make(Affiliation, provider=found, hospital="St. Odile")
    return found


@pytest.fixture
def cards(person: Provider, TODAY: date, tmp_path: Path, qtbot: Any, office: Any) -> list[VerifiedCard]:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=person.id)
    page.tabs.choose("background")
    page._show_tab("background")
    assert not page.verify.isEnabled(), "its key is the table's that has the keyboard"
    return page.part("background").cards


@pytest.mark.parametrize(("place", "source"), ((0, "School or program"), (1, "Employer"), (2, "Other hospital")))
def test_each_part_is_verified_struck_and_says_so(cards: list[VerifiedCard], place: int, source: str) -> None:
    card = cards[place]
    assert not card.verify.isEnabled() and not card.strike.isEnabled()
    card.table.go_to(card.table.ids()[0])
    assert card.verify.isEnabled() and not card.strike.isEnabled()
    sheet = card.ask_verification()
    assert sheet is not None and sheet.lines.text("source") == source
    sheet.lines.set_text("source", "")
    sheet.go()
    assert sheet.isVisible() and not Verification.select().exists()
    sheet.lines.set_text("source", source)
    sheet.go()
    assert not sheet.isVisible() and Verification.get().source.name == source
    row = card.table.row(card.table.ids()[0])
    assert row is not None and row.texts[-1] == f"Nov 24 2026 · {source}"
    assert card.strike.isEnabled()
    card.strike.trigger()
    (asked,) = [each for each in card.window().findChildren(OneLine) if each.isVisible()]
    asked.line.setText("Another person")
    asked.go()
    row = card.table.row(card.table.ids()[0])
    assert row is not None and row.texts[-1] == "Stated, not verified"


def test_a_referee_is_verified_on_the_application(
    office: Any, make: Any, TODAY: date, tmp_path: Path, qtbot: Any
) -> None:
    asked = a_ready_file(make)
    page = page_of(ApplicationPage, session_over(office, TODAY, tmp_path), qtbot)
    page.open(application=asked.id, among=[asked.id])
    page.tabs.choose("references")
    page._show_tab("references")
    card = page.part("references")
    card.table.go_to(asked.references.order_by(Reference.id).first().id)
    sheet = card.ask_verification()
    assert sheet is not None and sheet.lines.text("source") == "Referee"
    sheet.go()
    newest = Verification.select().order_by(Verification.id.desc()).get()
    assert newest.reference == asked.references.order_by(Reference.id).first()
    assert "As stated, Nov 24 2026, Referee." in card.whole.text()


def test_claims_and_sanctions_are_looked_up_struck_and_never_changed(
    person: Provider, office: Any, TODAY: date, tmp_path: Path, qtbot: Any
) -> None:
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=person.id, tab="quality")
    card = page.part("quality").looks
    card.new.trigger()
    sheet = next(each for each in card.window().findChildren(RecordLook) if each.isVisible())
    assert sheet.lines.text("source") == "Carrier"
    sheet.element.set_value("sanctions")
    sheet.element.typed.emit()
    assert sheet.lines.text("source") == "State licensing board", "each element has its usual source"
    sheet.lines.set_text("source", "Some newspaper")
    sheet.go()
    assert sheet.isVisible() and not Verification.select().exists(), "no source that the office accepts"
    sheet.lines.set_text("source", "FSMB Physician Data Center")
    sheet.lines.set_text("remark", "One fine of 2019")
    sheet.go()
    kept = Verification.get()
    assert (kept.element, kept.credential_id, kept.by) == ("sanctions", None, "Ann")
    row = card.table.row(card.table.ids()[0])
    assert row.texts[0] == "Sanctions and license limits" and row.texts[3] == "Nothing else found"
    card.table.go_to(kept.id)
    card.table.opened.emit(kept.id)
    assert not [each for each in card.findChildren(FormDialog) if each.isVisible()], "what was recorded stays so"
    card.drop.trigger()
    (asked,) = [each for each in card.window().findChildren(OneLine) if each.isVisible()]
    asked.line.setText("Another person")
    asked.go()
    row = card.table.row(kept.id)
    assert row.texts[3].startswith("Struck Nov 24 2026") and not card.drop.isEnabled()


def test_the_years_of_a_person_are_a_bar_with_their_gaps(
    office: Any, make: Any, TODAY: date, tmp_path: Path, qtbot: Any
) -> None:
    who = make(Provider, last="Chen", degree="MD")
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    page.open(provider=who.id, tab="background")
    years = page.part("background").above
    assert not years.isVisible(), "nothing is known of any year"
    make(Education, provider=who, sort="Residency", institution="Cook County", started="2005-07", ended="2007-06")
    make(WorkHistory, provider=who, employer="Gateway", position="Surgeon", started="2008-04")
    page.refresh({"education"})
    assert years.isVisible() and years.said.text() == (
        "Without training or work: Jul 1 2007 to Mar 31 2008: 9 months, not explained."
    )
    assert "not explained" in years.bar.accessibleName()
    off = {"employer": "Time off", "time_off": "Family", "started": "2007-07", "ended": "2008-03", "remarks": "A child"}
    make(WorkHistory, provider=who, **off)
    page.refresh({"work_history"})
    assert years.said.text().endswith("9 months, explained.")
    make(WorkHistory, provider=who, employer="St. Odile", position="Surgeon", started="2007-07", ended="2008-03")
    page.refresh({"work_history"})
    assert years.said.text().startswith("No time of ")
