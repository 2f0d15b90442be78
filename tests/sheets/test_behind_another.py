"""What stands bare behind a training or another hospital may be about that or about the person: it is asked."""

import pytest

from tests.sheets.made_people import npi
from tests.sheets.sheet_tables import asked, book, told
from workbench.sheets.asking import Replies

RAY, NGO = ["Ray, Al, MD", "1234567893"], ["Ngo, Ruth, MD", "1382810863"]
OUT = "left out"
CASES = {
    ("Residency", "Specialty"): ("Urology", "provider.specialty", "residency.title"),
    ("Fellowship", "Department"): ("Surgery", "provider.department"),
    ("Internship", "Division"): ("Surgery", "provider.department"),
    ("Other Hospital", "Status"): ("Active", "provider.category", "affiliation.category"),
    ("Hospital Affiliation", "Category"): ("Active", "provider.category", "affiliation.category"),
}


def roster(heads, value):
    other = "Courtesy" if value == "Active" else value
    return book([["Name", "NPI", *heads], [*RAY, "Mercy Hospital", value], [*NGO, "Mayo Clinic", other]])


@pytest.mark.parametrize("heads", CASES)
def test_it_is_left_out_and_asked(heads):
    value, *choices = CASES[heads]
    (question,) = (each for each in asked(roster(heads, value)) if each.key.startswith("means"))
    assert question.chosen == OUT and question.about.startswith(f"What does column D: {heads[1]} mean?")
    assert [option.key for option in question.options] == ["out", *choices]
    assert not any(target in values for values in told(roster(heads, value)) for target in choices)


@pytest.mark.parametrize("heads", CASES)
def test_it_is_what_was_answered(heads):
    value, *choices = CASES[heads]
    (question,) = (each for each in asked(roster(heads, value)) if each.key.startswith("means"))
    for choice in choices:
        first, _ = told(roster(heads, value), answers=Replies({question.key: choice}))
        assert first[choice] == value


def test_a_word_that_is_no_standing_is_asked_too():
    book = roster(("Other Hospital", "Status"), "Good")
    (question,) = (each for each in asked(book) if each.key.startswith("means"))
    assert [option.key for option in question.options] == ["out", "provider.status", "affiliation.standing"]


def test_a_specialty_of_the_second_training_is_of_that_one():
    heads = ["Residency 1", "Residency 2", "Specialty"]
    table = book([["Name", "NPI", *heads], [*RAY, "Mayo", "Rush", "Urology"]])
    (question,) = (each for each in asked(table) if each.key.startswith("means"))
    assert [option.key for option in question.options][1:] == ["provider.specialty", "residency2.title"]


PHONES = [f"312-555-010{n}" for n in range(4)]


@pytest.mark.parametrize("names", [("Sue", "Jo", "Sue", "Ann"), ("Sue", "Jo", "Kay", "Ann"), ("Sue",) * 4])
def test_a_phone_right_behind_a_scheduler_is_nobodys(names):
    people = [[f"Poe, {first}, MD", npi(f"12345678{n}")] for n, first in enumerate(("Al", "Ed", "Jo", "Mo"))]
    rows = [[*who, name, phone] for who, name, phone in zip(people, names, PHONES, strict=True)]
    table = book([["Name", "NPI", "Scheduler", "Phone"], *rows])
    assert not any("provider.phone" in values for values in told(table))
    asks = [each for each in asked(table) if each.key.startswith("means")]
    assert len(asks) == (len(set(names)) < len(names))
    if asks:
        answered = told(table, answers=Replies({asks[0].key: "provider.phone"}))
        assert [values["provider.phone"][-4:] for values in answered] == ["0100", "0101", "0102", "0103"]


@pytest.mark.parametrize("heading", ["CAQH ID", "Medicare #", "Medicaid ID"])
@pytest.mark.parametrize(
    ("more", "words", "is_asked"),
    [
        ((), ("Active", "Suspended"), True),
        (("Dept",), ("Active", "Suspended"), False),
        ((), ("Active", "Courtesy"), False),
    ],
)
def test_a_status_behind_an_enrollment_may_be_of_that(heading, more, words, is_asked):
    heads = ["Name", "NPI", *more, heading, "Status"]
    rows = [[*who, *("Surgery" for _ in more), "12345678", word] for who, word in zip((RAY, NGO), words, strict=True)]
    questions = [each for each in asked(book([heads, *rows])) if each.key.startswith("means")]
    assert [[option.key for option in each.options] for each in questions] == [["out", "provider.status"]] * is_asked


@pytest.mark.parametrize("heading", ["Other Hospital", "Residency"])
def test_phones_that_differ_beside_one_place_are_the_persons(heading):
    rows = [
        [f"Poe, {first}, MD", npi(f"12345678{n}"), "Mercy", PHONES[n]] for n, first in enumerate(("Al", "Ed", "Jo"))
    ]
    found = told(book([["Name", "NPI", heading, "Phone"], *rows]))
    assert [values["provider.phone"][-4:] for values in found] == ["0100", "0101", "0102"]
