"""The history of any record of any list: what changed, from what to what, and the way to its step."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import filing
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.records.provider import Identifier, Provider
from workbench.store import history
from workbench.ui.pages.kind_page import page_of as kind_page
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.pages.providers import Providers
from workbench.ui.record_history import RecordHistory


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Any:
    return session_over(office, TODAY, tmp_path)


def sheet(page: Any) -> RecordHistory:
    return next(each for each in page.window().findChildren(RecordHistory) if each.isVisible())


def said(sheet: RecordHistory) -> list[tuple[str, ...]]:
    return [sheet.table.row(each).texts[2:] for each in sheet.table.ids()]


def test_a_person_of_the_list_has_a_history_that_leads_to_the_step(session: Any, qtbot: Any, make: Any) -> None:
    okafor = make(Provider, last="Okafor")
    filing.set_field(okafor.id, "phone", "(312) 555-0100")
    filing.set_field(okafor.id, "birth_date", date(1970, 3, 14))
    page = page_of(Providers, session, qtbot)
    page.table.go_to(okafor.id)
    page.many.history.trigger()
    shown = sheet(page)
    assert said(shown) == [
        ("Change birth date of Okafor", "Birth date", "not shown"),
        ("Change phone of Okafor", "Phone", " ⇒ (312) 555-0100"),
        ("Make a Provider", "", "Added: Status Active"),
    ]
    shown.table.opened.emit(2)
    step = next(each.id for each in history.steps() if each.name == "Change phone of Okafor")
    assert page.shell.went[-1] == ("history", {"step": step})


def test_the_offices_lists_have_it_too(session: Any, qtbot: Any, make: Any) -> None:
    ward = make(Department, name="Wound Care")
    with history.step("Rename"):
        ward.name = "Wound and Ostomy Care"
        ward.save()
    page = page_of(kind_page(DEPARTMENTS), session, qtbot)
    page.table.go_to(ward.id)
    page.many.history.trigger()
    assert said(sheet(page))[0] == ("Rename", "Department", "Wound Care ⇒ Wound and Ostomy Care")


def test_so_do_the_tables_of_a_file_and_ctrl_k_finds_them(session: Any, qtbot: Any, make: Any) -> None:
    okafor = make(Provider, last="Okafor")
    number = make(Identifier, provider=okafor, sort="Dictation", value="4410")
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=okafor.id)
    card = page.summary.cards[2]
    card.table.go_to(number.id)
    assert card.past.isEnabled() and card.past in page.actions()
    card.past.trigger()
    assert said(sheet(page)) == [("Make a Identifier", "", "Added")]
