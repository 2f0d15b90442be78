"""Adding a credential or a person: what is wrong stands beside its box, what is doubted can be kept or left."""

from datetime import date
from typing import Any

import pytest

from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import Words
from workbench.ui.pages import provider_sheets
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.providers import Providers

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Any, qapp: Any) -> Any:
    return session_over(office, TODAY, tmp_path)


def dialog_of(page: Any) -> FormDialog:
    return next(each for each in page.window().findChildren(FormDialog) if each.isVisible())


def fill(dialog: FormDialog, **values: Any) -> None:
    for name, value in values.items():
        dialog.form.box(name).set_value(value)
        dialog.form.box(name).typed.emit()


def said(dialog: FormDialog, name: str) -> str:
    return str(dialog.form._notes[name].text())


def of_sort(key: str) -> CredentialSort:
    found: CredentialSort = CredentialSort.get(CredentialSort.key == key)
    return found


def test_a_wrong_dea_number_is_said_beside_it_and_not_saved(session: Any, qtbot: Any, make: Any) -> None:
    person = make(Provider, last="Okafor", first="Adaeze")
    page = page_of(Credentials, session, qtbot)
    page.new.trigger()
    dialog = dialog_of(page)
    fill(dialog, provider=person, sort=of_sort("dea"), number="AB1234560", state="IL")
    dialog.accept()
    assert dialog.isVisible() and said(dialog, "number") == "DEA number fails its check digit."
    assert Credential.select().count() == 0
    fill(dialog, number="AB1234563")
    dialog.accept()
    assert Credential.get().number == "AB1234563"


def test_the_same_license_a_second_time_is_said_beside_its_number(session: Any, qtbot: Any, make: Any) -> None:
    person = make(Provider, last="Okafor", first="Adaeze")
    make(Credential, provider=person, sort=of_sort("license"), number="036-119204", state="IL")
    page = page_of(Credentials, session, qtbot)
    page.new.trigger()
    dialog = dialog_of(page)
    fill(dialog, provider=person, sort=of_sort("license"), number="036119204", state="IL")
    dialog.accept()
    assert "is on this file already" in said(dialog, "number") and Credential.select().count() == 1


def test_a_number_of_somebody_else_is_a_warning_that_can_be_kept(session: Any, qtbot: Any, make: Any) -> None:
    okafor, beck = make(Provider, last="Okafor", first="Adaeze"), make(Provider, last="Beck", first="Ann")
    make(Credential, provider=okafor, sort=of_sort("license"), number="036-119204", state="IL")
    page = page_of(Credentials, session, qtbot)
    page.new.trigger()
    dialog = dialog_of(page)
    fill(dialog, provider=beck, sort=of_sort("license"), number="036-119204", state="IL")
    dialog.accept()
    assert said(dialog, "number") == "036-119204 is the number of Okafor, Adaeze too."
    assert dialog.press.text() == "Save anyway" and Credential.select().count() == 1
    fill(dialog, title="Physician and Surgeon")  # other values are looked at anew
    assert dialog.press.text() == "Save"
    dialog.accept()
    dialog.accept()
    assert Credential.select().count() == 2 and not dialog.isVisible()


def test_somebody_of_a_like_name_is_said_before_a_person_is_added(session: Any, qtbot: Any, make: Any) -> None:
    there = make(Provider, last="Fitzgerald", first="William", degree="MD")
    page = page_of(Providers, session, qtbot)
    dialog = provider_sheets.add(page)
    fill(dialog, last="Fitzgerald", first="Bill")
    dialog.accept()
    there_already = "Fitzgerald, William, MD is here already (like name)."
    qtbot.waitUntil(lambda: any(w.isVisible() and w.text() == there_already for w in dialog.findChildren(Words)))
    assert dialog.press.text() == "Add anyway" and Provider.select().count() == 1
    [way] = [each for each in dialog.findChildren(type(dialog.press)) if each.text().startswith("Open ")]
    assert way.text() == "Open Fitzgerald, William, MD"
    way.click()
    assert page.shell.went == [("file", {"provider": there.id})] and not dialog.isVisible()


def test_somebody_of_a_like_name_is_added_anyway(session: Any, qtbot: Any, make: Any) -> None:
    make(Provider, last="Fitzgerald", first="William")
    page = page_of(Providers, session, qtbot)
    dialog = provider_sheets.add(page)
    fill(dialog, last="Fitzgerald", first="William")
    dialog.accept()
    dialog.accept()
    assert Provider.select().count() == 2


def test_an_npi_on_file_is_refused_before_a_like_name_is_doubted(session: Any, qtbot: Any, make: Any) -> None:
    make(Provider, last="Okafor", first="Adaeze", npi="1382810863")
    page = page_of(Providers, session, qtbot)
    dialog = provider_sheets.add(page)
    fill(dialog, last="Okafor", first="Adaeze", npi="1382810863")
    dialog.accept()
    assert said(dialog, "npi") == "This NPI is that of Okafor, Adaeze." and dialog.press.text() == "Add provider"


def test_digits_in_a_name_are_doubted_and_can_be_kept(session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    dialog = provider_sheets.add(page)
    fill(dialog, last="Okafor", first="1234567890")
    dialog.accept()
    assert said(dialog, "first") == "“1234567890” holds digits, which no name does."
    dialog.accept()
    assert Provider.get().first == "1234567890"


def test_a_task_that_would_be_hidden_when_it_is_due_is_doubted() -> None:
    due, later = date(2026, 11, 20), date(2026, 12, 1)
    assert [each.field for each in Task(title="Call", due=due, snoozed=later).doubts()] == ["snoozed"]
    assert not list(Task(title="Call", due=due, snoozed=due).doubts())
