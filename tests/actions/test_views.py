"""Saved views: the office's, by name, each change a step that can be undone; built-in ones stay as they are."""

import pytest

from workbench.actions import undoing, views
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.saved import Asked, Laid, saved_of
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.office_lists import Department
from workbench.records.provider import Provider

ASKED = Asked(
    "current", "chen", {"department": "Surg"}, (("npi", True),), (Laid("npi", True, 120), Laid("provider"), Laid("email", False)),
    "department", frozenset({"2", "3"})
)  # fmt: skip
BUILT_IN = [view.title for view in STAFF.views]


def named(office=None):
    return [each.name for each in saved_of(STAFF)]


def test_a_view_keeps_all_that_was_asked_for_and_is_undone_by_name(office):
    made = views.keep("providers", "  Surgeons  by number ", ASKED, BUILT_IN)
    (view,) = saved_of(STAFF)
    assert (view.id, view.name, view.asked) == (made, "Surgeons by number", ASKED)
    assert saved_of(EXPIRABLES) == []
    assert undoing.undo() == "Save the view “Surgeons by number” of providers"
    assert saved_of(STAFF) == []


@pytest.mark.parametrize("name", ["", "   ", "current STAFF", "x" * 41, "surgeons"])
def test_a_name_that_is_missing_built_in_too_long_or_taken_changes_nothing(office, name):
    views.keep("providers", "Surgeons", ASKED, BUILT_IN)
    (wrong,) = views.keep("providers", name, Asked(), BUILT_IN)
    assert wrong.field == "name" and named() == ["Surgeons"]


def test_a_view_is_changed_renamed_moved_and_removed_each_as_a_step(office):
    ids = [views.keep("providers", name, ASKED, BUILT_IN) for name in ("A", "B", "C")]
    views.change(ids[1], Asked("gone"))
    assert saved_of(STAFF)[1].asked == Asked("gone")
    assert views.rename(ids[1], "Beta", BUILT_IN) == [] and named() == ["A", "Beta", "C"]
    assert views.rename(ids[1], "c", BUILT_IN) != [] and named() == ["A", "Beta", "C"]
    assert views.move(ids[2], -2) and named() == ["C", "A", "Beta"]
    assert not views.move(ids[2], -1)
    views.remove(ids[0])
    assert named() == ["C", "Beta"]
    for then in (["C", "A", "Beta"], ["A", "Beta", "C"], ["A", "B", "C"]):
        undoing.undo()
        assert named() == then
    undoing.undo()
    assert saved_of(STAFF)[1].asked == ASKED


def test_a_view_counts_what_the_list_then_shows(office, make, TODAY):
    surgery = Department.get(Department.name == "Surgery")
    for last, status, department in (
        ("Chen", "Active", surgery),
        ("Chen", "Retired", surgery),
        ("Ito", "Active", None),
    ):
        make(Provider, last=last, status=status, department=department)
    views.keep("providers", "Surgeons", ASKED)
    (view,) = saved_of(STAFF)
    assert view.count(STAFF, TODAY) == 1


def test_a_filter_on_a_column_that_rules_fill_counts_too(office, make, TODAY):
    who = make(Provider, last="Chen", phone="815 555 0100")
    make(Credential, provider=who, number="1")
    make(Credential, provider=make(Provider, last="Ito"), number="2")
    views.keep("credentials", "By phone", Asked(filters={"contact": "0100"}))
    (view,) = saved_of(EXPIRABLES)
    assert view.count(EXPIRABLES, TODAY) == 1


def test_counting_reads_and_keeps_no_order(office, make, TODAY, monkeypatch):
    make(Provider, last="Chen")
    monkeypatch.setattr(
        "workbench.store.kept.keep", lambda *what: pytest.fail("the order of the list that shows would go")
    )
    views.keep("providers", "Chens", Asked(words="chen", filters={"department": "empty"}))
    assert saved_of(STAFF)[0].count(STAFF, TODAY) in (0, 1)


def test_columns_that_a_list_lost_are_left_out(office):
    columns = (Laid("pigeon"), Laid("npi"))
    views.keep(
        "providers", "Old", Asked("", "", {"pigeon": "x"}, (("pigeon", False),), columns, "pigeon", frozenset("1"))
    )
    assert saved_of(STAFF)[0].asked == Asked(columns=(Laid("npi"),))
