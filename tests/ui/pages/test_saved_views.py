"""Saved views on the pages: chips with counts, kept for the office; what a page shows then is what the view says."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import undoing, views
from workbench.lists.saved import Asked, Laid, saved_of
from workbench.lists.staff import STAFF
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.desk import TASKS
from workbench.records.office_lists import Department
from workbench.records.practice import PRACTICES, Practice
from workbench.records.provider import Provider
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.list_printing import shown_keys
from workbench.ui.pages import kind_page
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.providers import Providers


@pytest.fixture
def people(office, make):
    surgery = Department.get(Department.name == "Surgery")
    names = (
        ("Okafor", "Active", surgery),
        ("Chen", "Active", surgery),
        ("Ito", "Active", None),
        ("Voss", "Retired", surgery),
    )
    return {last: make(Provider, last=last, status=status, department=dept) for last, status, dept in names}  # fmt: skip


@pytest.fixture
def session(office, TODAY, tmp_path):
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def page(people, session, qtbot):
    return page_of(Providers, session, qtbot)


def chips(page):
    return [(title, count) for key, title, count, _ in page.chips.choices() if key.startswith("saved:")]


def shown(page):
    return [page.table.row(each).texts[0].split(",")[0] for each in page.table.ids()]


def save_as(page, name):
    page.views.save.trigger()
    asked = [each for each in page.window().findChildren(FormDialog) if each.isVisible()][-1]
    asked.form.set_values({"name": name})
    asked.accept()
    return asked


def surgeons(page):
    """What a coordinator does before she saves it."""
    page.open(view="current")
    page.table.filter({"department": "Surg"})
    page.table.sort_by("npi", descending=True)
    page.table.columns.lay([1, 0, 2, 3, 4, 5, 6, 7], {2, 7})


def test_a_view_is_saved_from_what_shows_and_its_chip_counts_its_rows(page):
    surgeons(page)
    assert save_as(page, "Surgeons").isHidden()
    assert chips(page) == [("Surgeons", 2)] and page.chips.current().startswith("saved:")
    assert saved_of(STAFF)[0].asked == page.views.asked()
    assert page.session.messages.toasts == ["Save the view “Surgeons” of providers"]


def test_going_elsewhere_and_back_brings_filters_order_and_columns(page):
    before = shown_keys(page.table)
    surgeons(page)
    save_as(page, "Surgeons")
    page.open()
    assert len(shown(page)) == 4 and page.table.filters == {} and page.table.order == ()
    assert shown_keys(page.table)[0] == "npi", "what she arranged herself stays hers"
    page.table.columns.lay(range(11), {7, 8, 9, 10})
    assert shown_keys(page.table) == before
    page.views.choose(page.chips.choices()[-1][0])
    assert sorted(shown(page)) == ["Chen", "Okafor"] and page.table.order == (("npi", True),)
    assert shown_keys(page.table) == ("npi", "provider", "department", "category", "status", "phone")
    page.open()
    assert shown_keys(page.table) == before


def test_whoever_comes_from_a_count_finds_the_rows_that_were_counted(page):
    page.table.filter({"department": "Surg"})
    page.open(view="current")
    assert page.table.filters == {} and page.table.count() == 3
    surgeons(page)
    save_as(page, "Surgeons")
    page.open(view="current")
    assert page.table.count() == 3 and page.chips.current() == "current"


def test_a_built_in_view_is_never_changed_only_saved_under_another_name(page):
    page.open(view="current")
    page.table.filter({"department": "Surg"})
    assert not page.views.update.isEnabled() and page.views.save.isEnabled()
    refused = save_as(page, "Current staff")
    assert refused.isVisible() and saved_of(STAFF) == []
    refused.hide()


def test_a_view_that_shows_something_else_now_is_updated_and_undo_brings_it_back(page):
    surgeons(page)
    save_as(page, "Surgeons")
    assert not page.views.update.isEnabled()
    page.table.filter({"department": "empty"})
    assert page.views.update.isEnabled() and shown(page) == ["Ito"]
    page.views.update.trigger()
    assert not page.views.update.isEnabled() and chips(page) == [("Surgeons", 1)]
    page.session.undo()
    assert page.table.filters == {"department": "Surg"} and chips(page) == [("Surgeons", 2)]


def test_views_are_renamed_moved_and_removed_from_the_keyboard(page, qtbot):
    for name in ("One", "Two"):
        page.open(view="current")
        save_as(page, name)
    page.views.left.trigger()
    assert [name for name, _ in chips(page)] == ["Two", "One"]
    page.views.rename.trigger()
    asked = [each for each in page.window().findChildren(FormDialog) if each.isVisible()][-1]
    assert asked.form.box("name").text() == "Two"
    asked.form.set_values({"name": "Second"})
    asked.accept()
    assert [name for name, _ in chips(page)] == ["Second", "One"]
    page.views.remove.trigger()
    assert [name for name, _ in chips(page)] == ["One"] and page.chips.current() == "current"
    qtbot.keyClick(page.chips, Qt.Key.Key_Left)  # the arrows go round
    assert page.views.current.name == "One"


def test_what_the_other_seat_saved_shows_after_the_refresh(page):
    views.keep("providers", "Theirs", Asked("gone"))
    page.refresh({"saved_view"})
    assert chips(page) == [("Theirs", 1)]
    undoing.undo()
    page.refresh({"saved_view"})
    assert chips(page) == []


def test_search_words_come_and_go_with_their_view(page):
    views.keep("providers", "Chens", Asked(words="chen", columns=(Laid("provider"), Laid("npi"))))
    page.refresh({"saved_view"})
    page.views.choose(page.chips.choices()[-1][0])
    assert shown(page) == ["Chen"] and page.search_box.text() == "chen" and page.table.named == "Chens"
    page.open(search="")
    assert page.search_box.text() == "" and len(shown(page)) == 4 and page.table.named == ""


@pytest.mark.parametrize("kind", [Credentials, Applications, Meetings], ids=lambda each: each.key)
def test_every_page_of_a_list_keeps_views(kind, office, make, session, qtbot):
    who = make(Provider, last="Chen", first="Wei")
    make(Credential, provider=who, number="1")
    make(Application, provider=who)
    page = page_of(kind, session, qtbot)
    column = page.table.model_.columns[0].key
    page.table.filter({column: "Chen"})
    save_as(page, "Mine")
    assert page.views.current.name == "Mine" and page.table.filters == {column: "Chen"}
    page.open(view="")
    assert page.table.filters == {} and page.views.current is None
    page.views.choose(page.chips.choices()[-1][0])
    assert page.table.filters == {column: "Chen"} and page.chips.current().startswith("saved:")


def test_the_page_of_a_kind_shows_chips_once_there_is_something_to_choose(office, make, session, qtbot):
    for name, contact in (("Prairie Heart", "Ann"), ("Midstate", "Bo")):
        make(Practice, name=name, contact=contact)
    page = page_of(kind_page.page_of(PRACTICES), session, qtbot)
    assert page.chips.isHidden()
    page.table.filter({"contact": "ann"})
    assert page.chips.isHidden() and page.views.filtered.said.text().endswith("holds “ann”")
    save_as(page, "Ann's")
    assert chips(page) == [("Ann's", 1)]
    page.open(record=Practice.get(Practice.contact == "Bo").id)
    assert page.table.count() == 2 and page.chips.current() == ""


@pytest.mark.parametrize("chip", ["", "current"])
def test_a_chip_sets_all_that_its_view_says_and_what_was_filtered_by_hand_goes(page, chip):
    page.search_box.setText("e")
    page.search_box.asked.emit("e")
    page.table.filter({"department": "Surg"})
    page.table.sort_by("npi", descending=True)
    page.table.group_by("status")
    page.chips.choose(chip)
    page.chips.chosen.emit(chip)
    assert (page.table.filters, page.table.order, page.table.group, page.table.view) == ({}, (), "", chip)
    assert page.table.text == "e", "what is searched for stays, in sight in its box"


@pytest.mark.parametrize("kind", [Providers, Credentials, Applications, Meetings, kind_page.page_of(TASKS)])
def test_a_saved_view_is_opened_from_elsewhere_with_its_words_and_filters(people, session, qtbot, make, kind):
    page = page_of(kind, session, qtbot)
    listed = page.table.model_.listed
    key = listed.columns[0].key
    made = views.keep(listed.name, "Mine", Asked(words="oka", filters={key: "oka"}), [])
    page.refresh({"saved_view"})
    page.open(view=f"saved:{made}")
    assert (page.table.text, page.table.filters, page.chips.current()) == ("oka", {key: "oka"}, f"saved:{made}")
    assert page.views.current is not None and not page.views.is_changed()
