"""Departments and categories of a file against the office's own lists: other spellings of one name, words not known."""

import pytest

from tests.sheets.test_comparing import HEADINGS, plan, row
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.sheets.row import group_names


@pytest.mark.parametrize(
    "written",
    [
        "Obstetrics & Gynecology",
        "OBSTETRICS AND GYNECOLOGY",
        "Dept. of Obstetrics and Gynecology",
        "Obstetrics, Gynecology",
        "Obstetrics/Gynaecology",
        "Obstetrics and Gynecology Department",
    ],
)
def test_another_spelling_is_the_department_that_the_office_has(office, written):
    made = plan(row(dept=written))
    assert made.new_list_entries == []
    (person,) = made.drafts.added["provider"]
    assert Department.get(name="Obstetrics and Gynecology").id in person


def test_two_spellings_in_one_file_are_one_new_department(office):
    made = plan(
        row(dept="Wound & Burn Care"),
        row(last="Ngo", first="Ruth", npi="1683432102", license="1", dept="Wound and Burn Care"),
    )
    assert made.new_list_entries == [("Department", "Wound & Burn Care")]


def test_the_same_person_again_under_another_spelling_changes_nothing(office, make):
    make(
        Provider,
        last="Okafor",
        first="Adaeze",
        npi="1382810863",
        degree="MD",
        provider_type="Physician",
        department=Department.get(name="Obstetrics and Gynecology"),
    )
    headings = ["Last Name", "First Name", "NPI", "Dept"]
    person = ["Okafor", "Adaeze", "1382810863"]
    made = plan([*person, "Obstetrics & Gynecology"], [*person, "Dept of Obstetrics and Gynecology"], headings=headings)
    assert [each.result for each in made.rows] == ["same", "same"] and not made.questions


@pytest.mark.parametrize(
    "word,means", [("COUR", "Courtesy"), ("CTSY", "Courtesy"), ("CRT", "Courtesy"), ("ACT", "Active"), ("AHP", "APP")]
)
def test_an_abbreviation_of_a_category_is_read(office, word, means):
    made = plan([*row(), word], headings=[*HEADINGS, "Category"])
    assert made.rows[0].values["provider.category"] == means and not made.questions


def test_a_category_that_is_not_known_is_kept_and_told(office):
    made = plan([*row(), "Teaching"], headings=[*HEADINGS, "Category"])
    assert made.new_list_entries == [("Category", "Teaching")]
    (question,) = made.questions
    assert question.about == "Staff category “Teaching” is not known" and question.rows == 1


def test_a_category_close_to_one_of_the_offices_waits_and_is_asked_about(office):
    made = plan([*row(), "Actve"], headings=[*HEADINGS, "Category"])
    assert made.new_list_entries == []
    (question,) = made.questions
    assert "Actve" in question.about and "Active" in question.about and question.rows == 1


def test_lines_between_the_rows_are_asked_about_in_the_plan(office):
    made = plan(["WOUND CARE CENTER"], row(dept=""), headings=[h for h in HEADINGS if h != "Dept"] + ["Notes"])
    assert "Wound Care Center" in made.questions[0].chosen and made.questions[0].rows == 1


def test_the_key_of_a_name_keeps_what_tells_departments_apart():
    assert group_names.key("Surgery") != group_names.key("General Surgery")
    assert group_names.key("Department of Surgery") == group_names.key("SURGERY")
    assert group_names.key("Department") == "department"
