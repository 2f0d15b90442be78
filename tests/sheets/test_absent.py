"""Who a roster does not name is told, never ended; only where the file is a roster of their group."""

import pytest

from tests.sheets.test_comparing import HEADINGS, plan, row
from workbench.records.office_lists import Department
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider


@pytest.fixture
def staff(office, make):
    """Four of surgery, two of medicine, one who left."""
    surgery, medicine = Department.get(name="Surgery"), Department.get(name="Medicine")
    people = {}
    for name, department in (("Abel", surgery), ("Baker", surgery), ("Cole", surgery), ("Drew", surgery),
                             ("Eads", medicine), ("Ford", medicine)):  # fmt: skip
        people[name] = make(Provider, last=name, first="Kim", provider_type="Physician", department=department)
    make(Provider, last="Gone", first="Kim", provider_type="Physician", department=surgery, status="Resigned")
    return people


def here(last, **more):
    return row(last=last, first="Kim", mi="", npi="", license="", state="", exp="", **more)


def absent(made):
    return [each.provider for each in made.absent]


def test_of_a_department_those_are_told_whom_its_roster_does_not_name(staff):
    made = plan(here("Abel"), here("Baker"), here("Cole"))
    assert absent(made) == ["Drew, Kim"]
    assert "1 person of the current staff is not in this file: Drew, Kim" in [each.about for each in made.questions]


def test_of_everybody_when_the_file_names_no_department(staff):
    made = plan(*(here(name, dept="") for name in ("Abel", "Baker", "Cole", "Eads")))
    assert absent(made) == ["Drew, Kim", "Ford, Kim"]


def test_of_a_practice_its_members(staff, make):
    practice = make(Practice, name="Lakeside Group")
    for name in ("Abel", "Eads"):
        make(PracticeMember, provider=staff[name], practice=practice)
    made = plan([*here("Abel"), "Lakeside Group"], headings=[*HEADINGS, "Practice"])
    assert absent(made) == ["Eads, Kim"]


def test_a_list_of_a_few_is_no_roster_of_all(staff):
    assert absent(plan(here("Abel", dept=""))) == []


def test_somebody_whose_row_is_refused_is_not_absent(staff):
    made = plan(here("Abel"), here("Baker"), here("Cole"), here("Drew", phone="12"))
    assert made.counts["rejected"] == 1 and absent(made) == []


def test_whoever_left_is_not_missed(staff):
    made = plan(*(here(name) for name in ("Abel", "Baker", "Cole", "Drew")))
    assert absent(made) == []
