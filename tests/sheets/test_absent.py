"""Who a roster does not name is told, never ended; only where the file is a roster of their group."""

from dataclasses import replace

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import HEADINGS, plan, row
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department, Facility
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize
from workbench.store import history


@pytest.fixture
def staff(office, make):
    """Four of surgery, two of medicine, one who left surgery."""
    surgery, medicine = Department.get(name="Surgery"), Department.get(name="Medicine")
    people = {}
    for name, department in (("Abel", surgery), ("Baker", surgery), ("Cole", surgery), ("Drew", surgery),
                             ("Eads", medicine), ("Ford", medicine)):  # fmt: skip
        people[name] = make(Provider, last=name, first="Kim", provider_type="Physician", department=department)
    make(Provider, last="Gone", first="Kim", provider_type="Physician", department=surgery, status="Resigned")
    return people


def here(last, **more):
    return row(last=last, first="Kim", mi="", npi="", license="", state="", exp="", **more)


def plan_of(table):
    workbook = book(table)
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)


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


def test_of_everybody_when_a_department_is_gone_from_a_roster_of_the_whole_staff(staff, make):
    make(Provider, last="Gill", first="Kim", provider_type="Physician", department=Department.get(name="Pediatrics"))
    rows = [here(name) for name in ("Abel", "Baker", "Cole", "Drew")]
    assert absent(plan(*rows, here("Gill", dept="Pediatrics"))) == ["Eads, Kim", "Ford, Kim"]


def test_of_one_department_alone_that_its_rows_or_its_title_name(staff, make):
    for name in ("Hale", "Ives", "Jory", "Kerr"):
        make(Provider, last=name, first="Kim", provider_type="Physician", department=staff["Eads"].department)
    assert absent(plan(here("Abel"), here("Baker"), here("Cole"))) == ["Drew, Kim"]
    names = [[f"{name}, Kim, MD", ""] for name in ("Abel", "Baker", "Cole")]
    made = plan_of([["Department of Surgery"], ["Name", "NPI"], *names])
    assert absent(made) == ["Drew, Kim"]


@pytest.fixture
def houses(staff, make):
    """Everybody is at Main, Abel, Baker and Eads at North too."""
    main, north = make(Facility, name="Main"), make(Facility, name="North Campus")
    for name, person in staff.items():
        for house in (main, *([north] if name in ("Abel", "Baker", "Eads") else [])):
            make(Appointment, provider=person, facility=house)


@pytest.mark.parametrize("title", [[], [["North Campus Medical Staff"]]])
def test_of_one_facility_alone(houses, title):
    rows = [[f"{name}, Kim, MD", "" if title else "North Campus"] for name in ("Abel", "Baker")]
    made = plan_of([*title, ["Name", "Phone" if title else "Facility"], *rows])
    assert absent(made) == ["Eads, Kim"]


def test_a_title_that_names_a_facility_of_most_is_of_everybody(houses):
    rows = [[f"{name}, Kim, MD", ""] for name in ("Abel", "Baker", "Cole", "Drew", "Eads")]
    assert absent(plan_of([["North Campus Medical Staff"], ["Name", "Phone"], *rows])) == ["Ford, Kim"]


def test_a_roster_of_physicians_misses_no_nurse_and_one_of_both_every_sort(staff, make):
    for name, kind in (("Nye", "Nurse practitioner"), ("Orr", "Nurse anesthetist"), ("Poe", "Podiatrist")):
        make(Provider, last=name, first="Kim", provider_type=kind, department=staff["Eads"].department)
    physicians = [here(name, dept="") for name in ("Abel", "Baker", "Cole", "Drew", "Eads")]
    assert absent(plan(*physicians)) == ["Ford, Kim", "Poe, Kim"]
    assert absent(plan(*physicians, here("Nye", dept="", degree="NP"))) == ["Ford, Kim", "Orr, Kim", "Poe, Kim"]
    assert absent(plan(here("Nye", dept="", degree="NP"))) == ["Orr, Kim"]


def test_a_list_of_a_few_is_no_roster_of_all(staff):
    assert absent(plan(here("Abel", dept=""))) == []


def test_somebody_whose_row_is_refused_is_not_absent(staff):
    made = plan(here("Abel"), here("Baker"), here("Cole"), here("Drew", phone="12"))
    assert made.counts["rejected"] == 1 and absent(made) == []


def test_whoever_left_is_not_missed(staff):
    made = plan(*(here(name, dept="") for name in staff))
    assert absent(made) == []


@pytest.fixture
def numbered(staff, make):
    """Drew has an NPI, a license and a DEA number."""
    drew = staff["Drew"]
    with history.step("Enter the NPI"):
        Provider.update(npi="1382810863").where(Provider.id == drew.id).execute()
    for key, number in (("license", "036-111111"), ("dea", "BN5960655")):
        make(Credential, provider=drew, sort=CredentialSort.get(key=key), number=number, state="IL")
    return drew


def without_a_name(**more):
    known = {"npi": "1382810863", "license": "036-111111", "state": "IL", "exp": ""}
    return row(last="", first="Kim", mi="", degree="", phone="", **{**known, **more})


def test_a_refused_row_without_a_name_says_whose_numbers_it_has_and_she_is_not_absent(numbered):
    made = plan(here("Abel"), here("Baker"), here("Cole"), without_a_name())
    (refused,) = made.of("rejected")
    assert refused.happens.endswith("Probably Drew, Kim, by NPI 1382810863 and license 036-111111.")
    assert [each.name for each in refused.candidates] == ["Drew, Kim"]
    assert absent(made) == [] and not any("not in this file" in each.about for each in made.questions)


def test_a_row_without_a_name_comes_in_where_it_is_said_whose_it_is(numbered):
    made = plan(here("Abel"), without_a_name(dept="Medicine"))
    (refused,) = made.of("rejected")
    choices = Choices(rulings={refused.place: refused.candidates[0].key})
    (merged,) = plan(here("Abel"), without_a_name(dept="Medicine"), choices=choices).of("changed")
    assert merged.provider == "Drew, Kim" and [each.new for each in merged.changes] == ["Medicine"]


def test_another_wrong_value_still_keeps_it_out_until_it_is_mended_or_left_out(numbered):
    rows = here("Abel"), without_a_name(npi="1382810864")
    (refused,) = plan(*rows).of("rejected")
    choices = Choices(rulings={refused.place: refused.candidates[0].key})
    assert plan(*rows, choices=choices).counts["rejected"] == 1
    choices = replace(choices, without=frozenset({refused.place}))
    assert plan(*rows, choices=choices).counts["rejected"] == 0


def test_a_row_without_a_name_or_a_number_of_ours_names_nobody(staff):
    (refused,) = plan(here("Abel"), without_a_name()).of("rejected")
    assert refused.happens == "Last name: There is no last name in this row." and refused.candidates == ()


def test_somebody_of_another_name_whose_number_stands_in_a_row_that_asks_is_not_absent(numbered):
    asks = row(last="Yates", first="Bo", mi="", npi="1382810863", license="", state="", exp="")
    made = plan(here("Abel"), here("Baker"), here("Cole"), asks)
    assert made.rows[-1].result == "doubtful" and absent(made) == []
