"""What the standards watch of a person is entered on the file, by a named step, and what is found follows at once."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from tests.rules.files_by_hand import Clean, back, change
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.application import Application
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.privilege import HeldPrivilege
from workbench.records.requirement import Requirement, RequirementException
from workbench.records.short_term import DisasterPrivilege, TemporaryPrivilege
from workbench.store import history, settings
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.pages.requirements import Requirements

DAY = timedelta(days=1)


@pytest.fixture
def file(office: Any, make: Any) -> Clean:
    with history.step("Where it is"):
        settings.save(state="IL")
    return Clean(make, "Okafor")


@pytest.fixture
def page(file: Clean, office: Any, qtbot: Any, TODAY: date, tmp_path: Path) -> Any:
    shown = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(provider=file.person.id, tab="credentials")
    return shown


def why(page: Any) -> list[str]:
    page.show_tab("credentials")
    return [each.text() for each in page.credentials.why.findChildren(QLabel)]


def command(page: Any, words: str) -> Any:
    next(each for each in page.actions() if each.text() == words).trigger()
    return next(each for each in page.findChildren(FormDialog) if each.isVisible())


def fill(asked: Any, **values: Any) -> None:
    for name, value in values.items():
        asked.form.box(name).set_value(value)


def told() -> str:
    newest = history.newest()
    assert newest is not None
    return newest.name


def test_a_requirement_that_is_not_met_is_excepted_from_the_card_itself(page: Any, file: Clean, make: Any) -> None:
    make(Requirement, element="life_support", need="Required")
    page.refresh({"requirement"})
    assert why(page)[0] == "Why this file is not ready"
    buttons = [each for each in page.credentials.why.findChildren(type(page.credentials.why.other))]
    next(each for each in buttons if each.text() == "Not asked of this person…").click()
    asked = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    assert asked.form.values()["element"] == "life_support"
    asked.accept()
    assert RequirementException.select().count() == 0 and asked.isVisible(), "an exception without a reason is none"
    fill(asked, reason="No clinical work")
    asked.accept()
    assert told() == "Add exception of Okafor, MD"
    assert why(page)[0] == "This file is ready"
    assert "Quality 8" in [page.tabs.tabText(place) for place in range(page.tabs.count())]
    kept = RequirementException.get()
    assert (kept.since, kept.by) == (page.session.today, "Ann")
    card = page.part("quality").exceptions
    card.table.go_to(kept.id)
    card.drop.trigger()
    assert why(page)[0] == "Why this file is not ready"


def test_an_evaluation_that_nobody_concluded_is_found_and_is_mended_on_the_file(page: Any, file: Clean) -> None:
    late = file.of(Fppe, starts=back(90), ends=back(1))
    page.refresh({"fppe"})
    assert "FPPE concluded" in why(page)
    page.show_tab("quality")
    card = page.part("quality").fppe
    assert page.file.parts["fppe"][0].texts[1] == "Over since Nov 23 2026"
    card.table.go_to(late.id)
    card.change.trigger()
    asked = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    fill(asked, concluded=page.session.today, result="Met")
    asked.accept()
    assert "FPPE concluded" not in why(page) and Fppe.get_by_id(late.id).result == "Met"


def test_an_evaluation_is_of_a_privilege_that_this_person_holds(page: Any, file: Clean, make: Any) -> None:
    other = Clean(make, "Chen").hold(back(5), "Robotics")
    asked = command(page, "Focused evaluation (FPPE)…")
    box = asked.form.box("held")
    offered = [title for _, title in box._find("")]
    assert len(offered) == 1 and "Core" in offered[0]
    assert HeldPrivilege.get_by_id(other.id).provider_id != file.person.id


def test_temporary_privileges_are_entered_from_anywhere_and_judged_at_once(page: Any, file: Clean, make: Any) -> None:
    asking = make(Application, provider=file.person, sort="Added privileges", stage="Verification")
    page.refresh({"application"})
    asked = command(page, "Temporary privileges…")
    assert page.tabs.current() == "privileges" and asked.form.values()["application"] == asking.id
    starts = page.session.today
    fill(asked, sort="Patient-care need", privileges="Core", starts=starts, ends=starts - DAY)
    asked.accept()
    assert TemporaryPrivilege.select().count() == 0, "they would end before they start"
    fill(asked, ends=starts + 30 * DAY)
    asked.accept()
    assert "Temporary privileges: need documented" in why(page)
    assert page.file.parts["temporary"][0].texts[:3] == ("Patient-care need", "31 days left", "Core")
    page.session.undo()
    assert "Temporary privileges: need documented" not in why(page)


def test_a_volunteer_of_a_disaster_is_found_until_somebody_says_who_they_are(page: Any, file: Clean) -> None:
    asked = command(page, "Disaster privileges…")
    asked.accept()
    assert "Disaster privileges: who came" in why(page)
    kept = DisasterPrivilege.get()
    change(kept, activated=kept.arrived, photo_id=True, proof="Current license")
    page.refresh({"disaster_privilege"})
    assert "Disaster privileges: who came" not in why(page)


def test_an_adverse_action_is_reported_in_time(page: Any, file: Clean) -> None:
    asked = command(page, "Adverse action…")
    fill(asked, sort="Revocation", imposed=back(40))
    asked.accept()
    assert "Adverse action reported" in why(page) and why(page)[0] == "Why this file is not ready"
    kept = AdverseAction.get()
    assert page.file.parts["adverse"][0].texts[:2] == ("Revocation", "Day 41")
    page.show_tab("quality")
    card = page.part("quality").adverse
    assert card.cells._typed(kept.id, "5", "11/24/2026") == "" and card.cells._typed(kept.id, "6", "11/24/2026") == ""
    assert {"This file is ready", "Note", "Adverse action reported"} <= set(why(page)), "ten days late: that is told"


def test_as_of_a_day_nothing_is_entered(office: Any, file: Clean, qtbot: Any, TODAY: date, tmp_path: Path) -> None:
    change(file.license, verified=None, source="")
    page = page_of(ProviderFile, session_over(office, TODAY + 6 * DAY, tmp_path), qtbot)
    page.open(provider=file.person.id, tab="credentials")
    assert page.credentials.why.other.isVisible()
    page.show_day(TODAY + DAY)
    assert not page.credentials.why.other.isVisible()
    page.show_tab("quality")
    assert not page.part("quality").exceptions.new.isEnabled()


def test_from_the_matrix_one_person_is_excepted(
    office: Any, file: Clean, qtbot: Any, TODAY: date, tmp_path: Path, make: Any
) -> None:
    line = make(Requirement, element="board", need="Required")
    matrix = page_of(Requirements, session_over(office, TODAY, tmp_path), qtbot)
    matrix.table.go_to(line.id)
    matrix.exempt.trigger()
    asked = next(each for each in matrix.findChildren(FormDialog) if each.isVisible())
    assert asked.form.values()["element"] == "board"
    fill(asked, provider=(file.person.id, file.person.title), reason="Trained before the board was founded")
    asked.accept()
    kept = RequirementException.get()
    assert (kept.provider_id, kept.element, kept.since) == (file.person.id, "board", TODAY)
    matrix.excepted.trigger()
    assert matrix.shell.went[-1] == ("exceptions", {}) and Credential.select().exists()
