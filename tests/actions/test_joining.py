"""Entries that mean the same become one: whatever named them, one undo, and the next file that says the old name."""

from datetime import date

import pytest

from tests.actions.test_importing import prepared, written
from workbench.actions import importing, joining
from workbench.errors import WorkbenchError
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.records.practice import PRACTICES, Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.sheets import likeness


@pytest.fixture
def doubled(office, make):
    surgery, surg = Department.get(name="Surgery"), make(Department, name="Surg", chair="Ngo, Binh, MD")
    make(Provider, last="Abel", department=surgery)
    make(Provider, last="Baker", department=surg)
    return surgery, surg


def test_everybody_moves_in_one_step_that_is_undone(doubled, assert_undoable):
    surgery, surg = doubled
    assert joining.uses(DEPARTMENTS, [surgery.id, surg.id]) == {surgery.id: 1, surg.id: 1}
    assert assert_undoable(lambda: joining.join(DEPARTMENTS, [surgery.id, surg.id], surgery.id)) == 1


def test_the_one_that_stays_is_filled_from_the_other(doubled):
    surgery, surg = doubled
    joining.join(DEPARTMENTS, [surgery.id, surg.id], surgery.id)
    assert [each.department.name for each in Provider.select()] == ["Surgery", "Surgery"]
    assert Department.get(name="Surgery").chair == "Ngo, Binh, MD"
    assert Department.get_or_none(Department.name == "Surg") is None


def test_a_file_that_says_the_old_name_means_the_one_that_stayed(doubled, tmp_path):
    surgery, surg = doubled
    joining.join(DEPARTMENTS, [surg.id, surgery.id], surgery.id)
    rows = [["Cole", "Kim", "1234567893", "SURG"], ["Drew", "Kim", "1382810863", "Surg"]]
    made = prepared(written(tmp_path / "a.xlsx", rows, ["Last Name", "First Name", "NPI", "Dept"]))
    assert made.plan.new_list_entries == []
    importing.apply(made.plan, today=date(2026, 11, 24))
    assert Provider.get(last="Cole").department == surgery
    again = prepared(written(tmp_path / "b.xlsx", rows, ["Last Name", "First Name", "NPI", "Dept"]))
    assert again.plan.counts["same"] == 2


def test_joined_twice_the_first_name_still_means_the_last(doubled, make):
    surgery, surg = doubled
    other = make(Department, name="Surgical Services")
    joining.join(DEPARTMENTS, [surg.id, surgery.id], surgery.id)
    joining.join(DEPARTMENTS, [surgery.id, other.id], other.id)
    from workbench.sheets import known

    assert known.fetch().aliases["department"] == {"surg": other.id, "surgery": other.id}


def test_who_is_in_both_practices_is_once_in_the_one_that_stays(office, make):
    one, two = make(Practice, name="Lakeside"), make(Practice, name="Lakeside Group")
    person = make(Provider, last="Abel")
    for each in (one, two):
        make(PracticeMember, provider=person, practice=each)
    joining.join(PRACTICES, [one.id, two.id], two.id)
    assert [each.practice_id for each in PracticeMember.select()] == [two.id]


def test_one_that_is_gone_is_refused(doubled):
    surgery, surg = doubled
    with pytest.raises(WorkbenchError, match="Nothing was changed"):
        joining.join(DEPARTMENTS, [surg.id, 999], 999)


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["Surgery", "Surg", "Medicine"], [["Surg", "Surgery"]]),
        (["Int Med", "Internal Medicine", "Family Medicine"], [["Int Med", "Internal Medicine"]]),
        (["Orthopaedics", "Orthopedics"], [["Orthopaedics", "Orthopedics"]]),
        (["Cardiology", "Radiology", "Neurology", "Urology", "Nephrology"], []),
        (["Interventional Cardiology", "Interventional Radiology"], []),
        (["General Surgery", "Oral Surgery", "Neurosurgery"], []),
        (["Pediatrics", "PEDIATRICS "], [["Pediatrics", "PEDIATRICS "]]),
    ],
)
def test_names_that_may_mean_the_same_stand_together(names, groups):
    assert [sorted(each) for each in likeness.alike(names)] == [sorted(each) for each in groups]
