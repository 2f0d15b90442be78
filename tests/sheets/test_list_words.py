"""Words close to an entry of the office's lists wait for their meaning, and nothing of ours is overwritten by one."""

import pytest

from tests.sheets.test_comparing import HEADINGS, row
from tests.sheets.test_meanings import plan
from workbench.records.office_lists import Category, Department
from workbench.records.provider import Provider
from workbench.sheets import meanings
from workbench.sheets.comparison.close_words import close_to
from workbench.sheets.known import AT

DEPARTMENTS = ["Emergency Medicine", "Obstetrics and Gynecology", "Anesthesiology", "Neurology", "Radiology", "Surgery"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Emergency", "Emergency Medicine"),
        ("OB/GYN", "Obstetrics and Gynecology"),
        ("Anesthesia", "Anesthesiology"),
        ("Surgrey", "Surgery"),
        ("Surg", "Surgery"),
        ("Anesthlgy", "Anesthesiology"),
        ("Emerg Med", "Emergency Medicine"),
        ("Obstet & Gyn", "Obstetrics and Gynecology"),
    ],
)
def test_a_misspelt_short_or_other_name_is_close_to_the_entry_that_it_means(word, meant):
    assert close_to(word, DEPARTMENTS) == [meant]


@pytest.mark.parametrize(
    "word",
    ["Nephrology", "Podiatric Surgery", "Cardiology", "Wound Care", "Urology", "Medicine", "Obstetrics Clinic X"],
)
def test_a_name_of_its_own_is_close_to_none(word):
    assert close_to(word, [*DEPARTMENTS, "Pediatric Surgery"]) == []


@pytest.fixture
def walsh(office, make):
    return make(Provider, last="Okafor", first="Adaeze", npi="1382810863", category=Category.get(name="Courtesy"))


def of_category(word, last="Okafor", npi="1382810863", meant=None):
    said = {("provider.category", word.casefold()): meant} if meant is not None else {}
    return plan([*row(last=last, npi=npi), word], headings=[*HEADINGS, "Category"], meanings=said)


def test_a_good_value_is_not_overwritten_by_a_doubtful_word(walsh):
    made = of_category("Courtsey")
    assert made.new_list_entries == [] and "provider.category" not in made.rows[0].values
    assert all(each.target != "provider.category" for each in made.rows[0].effects)
    (asked,) = meanings.questions(made.unsettled)
    assert asked.rows == 1 and asked.about == "Staff category “Courtsey” is not in the office's list: is it “Courtesy”?"
    assert [each.key for each in asked.options] == [
        "out",
        "as written",
        "courtesy",
    ] and asked.chosen == meanings.OUT.says
    assert any("Courtsey" in note for note in made.rows[0].notes)


def test_a_new_person_comes_in_without_the_doubtful_word(office):
    made = of_category("Courtsey", "Walsh", "1234567893")
    assert made.rows[0].result == "new" and made.new_list_entries == []


@pytest.mark.parametrize(
    ("option", "holds", "new"), [("courtesy", "Courtesy", []), ("as written", "Courtsey", [("Category", "Courtsey")])]
)
def test_an_answer_settles_it_and_can_be_taken_back(office, option, holds, new):
    made = of_category("Courtsey", "Walsh", "1234567893")
    word, meaning = meanings.replied(made.unsettled, meanings.questions(made.unsettled)[0].key, option)
    settled = of_category("Courtsey", "Walsh", "1234567893", meaning)
    assert settled.rows[0].values["provider.category"] == holds and settled.new_list_entries == new
    (asked,) = meanings.questions(settled.unsettled)
    assert asked.chosen != meanings.OUT.says and word.said == "Courtsey"
    assert meanings.replied(settled.unsettled, asked.key, "out")[1] is None


def test_a_word_that_several_may_be_names_them_and_proposes_none(office):
    made = of_category("Co", "Walsh", "1234567893")
    (asked,) = meanings.questions(made.unsettled)
    assert asked.about.endswith("is it “Community” or “Consulting” or “Courtesy”?") and made.unsettled[0].proposed == ""
    assert [each.key for each in asked.options[2:]] == ["community", "consulting", "courtesy"]


def test_a_facility_that_waits_takes_its_term_with_it(office, make):
    from workbench.records.office_lists import Facility

    make(Facility, name="Lakeside Hospital")
    made = plan([*row(), "Lakeside", "1/1/2026"], headings=[*HEADINGS, "Facility", "Appt From"])
    assert not [target for target in made.rows[0].values if target.startswith("appointment.")]
    assert not made.drafts.added["appointment"]


def test_a_word_close_to_none_is_proposed_as_before(office):
    made = plan(row(dept="Wound Magic"))
    assert made.new_list_entries == [("Department", "Wound Magic")]
    assert Department.get_or_none(name="Wound Magic") is None and AT["department"]["name"] == 1
