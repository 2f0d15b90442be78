"""Pages nobody designed: each kind with a group has one, and it lists, adds and deletes."""

from pathlib import Path
from typing import Any

import pytest

from workbench.records import KINDS
from workbench.records.kind import Kind
from workbench.records.office_lists import DEPARTMENTS, Department, EntryAlias
from workbench.records.practice import PRACTICE_ADDRESSES, PRACTICES, Practice, PracticeAddress
from workbench.records.provider import Provider
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.pages import PAGES, kind_page
from workbench.ui.pages.join_sheet import JoinSheet
from workbench.ui.pages.tidy_sheet import TidySheet
from workbench.ui.session import Session

from .over_office import page_of, session_over

OF_KINDS = [kind for kind in KINDS if kind.group]


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.mark.parametrize("kind", OF_KINDS, ids=lambda kind: kind.name)
def test_every_kind_with_a_group_has_a_page_that_lists_it(kind: Kind, session: Session, qtbot: Any, make: Any) -> None:
    assert any(page.key == kind.name for page in PAGES)
    make(kind.model)
    page = page_of(kind_page.page_of(kind), session, qtbot)
    assert page.table.count() == kind.model.select().count() > 0
    page.new.trigger()
    assert page.findChildren(FormDialog)
    assert set(page.findChildren(FormDialog)[0].form.values()) >= set(kind.columns)


def test_a_department_is_added_through_its_form(session: Session, qtbot: Any) -> None:
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    page.new.trigger()
    dialog = page.findChildren(FormDialog)[0]
    dialog.form.set_values({"name": "Wound Care"})
    dialog.accept()
    assert Department.get_or_none(Department.name == "Wound Care")
    assert page.table.row(page.table.current()).texts[0] == "Wound Care"


def test_a_second_one_of_that_name_is_refused_and_the_dialog_stays(session: Session, qtbot: Any) -> None:
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    count = Department.select().count()
    page.new.trigger()
    dialog = page.findChildren(FormDialog)[0]
    dialog.form.set_values({"name": "Surgery"})
    dialog.accept()
    assert dialog.isVisible()
    assert Department.select().count() == count


def test_deleting_asks_with_verb_and_count_and_can_be_undone(session: Session, qtbot: Any) -> None:
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    count = Department.select().count()
    page.table.select(list(page.table.ids())[:2])
    page.delete.trigger()
    assert session.messages.asked == ["Delete 2 departments? [Delete 2 departments]"]
    assert page.table.count() == count - 2
    session.undo()
    assert page.table.count() == count


def test_what_is_in_use_is_not_deleted_and_says_by_whom(session: Session, qtbot: Any, make: Any) -> None:
    surgery = Department.get(Department.name == "Surgery")
    make(Provider, department=surgery)
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    page.table.select([surgery.id])
    page.delete.trigger()
    assert session.messages.asked == []
    assert "named by 1 provider" in session.messages.told[0]


def test_entries_that_may_mean_the_same_are_named_and_joined(session: Session, make: Any, qtbot: Any) -> None:
    surg = make(Department, name="Surg")
    make(Provider, last="Abel", department=surg)
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    assert page.alike.text() == "“Surg” and “Surgery” may mean the same: join…"
    page.alike.click()
    tidy = page.window().findChild(TidySheet)
    assert [tidy.table.row(each).texts for each in tidy.table.ids()] == [("Surg · Surgery", "Surg", "1", "Join…")]
    tidy.table.opened.emit(1)
    sheet = tidy.findChild(JoinSheet)
    assert sheet.kept.combo.itemText(0) == "Surg  (1 record)"
    sheet.kept.set_value(Department.get(name="Surgery").id)
    sheet._count()
    assert sheet._press.text() == "&Join, and move 1 record"
    sheet._press.click()
    assert Provider.get().department.name == "Surgery" and page.alike.isHidden()
    assert tidy.table.count() == 0
    assert EntryAlias.get(EntryAlias.said == "Surg").entry == Department.get(name="Surgery").id, (
        "the next roster knows it"
    )
    page.session.undo()
    assert Provider.get().department.name == "Surg" and not EntryAlias.select().exists() and not page.alike.isHidden()


def test_entries_that_are_different_are_not_offered_again(session: Session, make: Any, qtbot: Any) -> None:
    for name in ("Surg", "Wound Care Clinic", "Wound Care Clinics"):
        make(Department, name=name)
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    assert page.alike.text().endswith("and 1 more group: join…")
    page.tidy.trigger()
    tidy = page.window().findChild(TidySheet)
    tidy.table.go_to(1)
    first = tidy.table.row(1).texts[0]
    tidy.differ.trigger()
    assert tidy.table.count() == 1 and first not in tidy.table.row(1).texts
    assert "more group" not in page.alike.text()
    tidy.table.go_to(1)
    tidy.differ.trigger()
    assert page.alike.isHidden()
    page.session.undo()
    assert not page.alike.isHidden(), "undone, it is asked again"


def test_join_wants_two_rows(session: Session, qtbot: Any) -> None:
    page = page_of(kind_page.page_of(DEPARTMENTS), session, qtbot)
    ids = list(page.table.ids())[:2]
    page.table.select(ids[:1])
    assert not page.join.isEnabled()
    page.table.select(ids)
    assert page.join.isEnabled()


def test_a_practice_leads_to_its_addresses_and_a_new_one_is_of_that_practice(
    session: Session, qtbot: Any, make: Any
) -> None:
    heart, lungs = make(Practice, name="Prairie Heart"), make(Practice, name="Prairie Lung")
    make(PracticeAddress, practice=lungs, sort="Mailing", street="PO Box 7")
    make(PracticeAddress, practice=heart, sort="Billing", street="PO Box 9")
    page = page_of(kind_page.page_of(PRACTICES), session, qtbot)
    page.table.go_to(heart.id)
    [part] = page.parts
    part.trigger()
    key, how = page.shell.went[-1]
    assert key == "practice_addresses" and how == {"whose": {"practice": heart.id}}
    of_practice = page_of(kind_page.page_of(PRACTICE_ADDRESSES), session, qtbot)
    of_practice.open(**how)
    assert [of_practice.table.row(each).texts[:3] for each in of_practice.table.ids()] == [
        ("Prairie Heart", "Billing", "PO Box 9")
    ]
    of_practice.new.trigger()
    form = of_practice.findChildren(FormDialog)[0].form
    assert form.values()["practice"] == heart.id


def test_a_practice_is_found_by_its_mailing_address(session: Session, qtbot: Any, make: Any) -> None:
    _heart, lungs = make(Practice, name="Prairie Heart"), make(Practice, name="Prairie Lung")
    make(PracticeAddress, practice=lungs, sort="Mailing", street="PO Box 7", city="Galesburg")
    page = page_of(kind_page.page_of(PRACTICES), session, qtbot)
    page.table.search("galesburg")
    assert list(page.table.ids()) == [lungs.id]


def test_a_practice_without_addresses_offers_to_add_one_and_not_to_clear_filters(
    session: Session, qtbot: Any, make: Any
) -> None:
    practice = make(Practice, name="Lakeside Medical Group")
    page = page_of(kind_page.page_of(PRACTICE_ADDRESSES), session, qtbot)
    page.open(whose={"practice": practice.id})
    assert page.table._empty._said.text() == "Lakeside Medical Group has no practice addresses yet."
    assert page.table._empty._press.text() == "Add practice address"
    page.table.filter({})
    assert page.table._empty._press.text() != "Clear filters"
