"""People who practice as a corporation come in; whoever is taken for a company is brought in where somebody says so."""

import pytest

from tests.sheets.made_people import npi
from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import plan
from workbench.sheets.asking import Replies
from workbench.sheets.cell.incorporated import person, reads_as_person
from workbench.sheets.comparison import businesses
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

HEADINGS = ["Name", "NPI", "License #"]
ANN = ["Ngo, Ann, MD", npi("200000001"), "036-119206"]


def understood(name, npi=None, license="", headings=HEADINGS):
    (reading,) = recognize(book([headings, [name, npi, license], ANN]))
    return next(understand(reading))


@pytest.mark.parametrize(
    "text,expected,form",
    [
        ("Robert Jones, M.D., P.C.", ("Jones", "Robert", "MD"), "P.C."),
        ("Jane Roe MD PLLC", ("Roe", "Jane", "MD"), "PLLC"),
        ("Lee, Ann, MD, S.C.", ("Lee", "Ann", "MD"), "S.C."),
        ("Van Buren, Ruth MD, Inc", ("Van Buren", "Ruth", "MD"), "Inc"),
        ("Christopher Webb, M.D., P.A.", ("Webb", "Christopher", "MD"), "P.A."),
        ("Clint Netherland, DPM, PLLC, PA", ("Netherland", "Clint", "DPM"), "PLLC, PA"),
    ],
)
def test_a_corporation_behind_a_degree_is_a_person_without_it_and_that_is_told(text, expected, form):
    row = understood(text)
    assert not row.company and not row.problems
    assert tuple(row.values[f"provider.{part}"] for part in ("last", "first", "degree")) == expected
    assert f"Name: “{form}” is no part of it." in row.notes and form in row.values["provider.notes"]


@pytest.mark.parametrize(
    "text",
    [
        "Pain Clinic of Example, PLLC",
        "Associated Pathologists Laboratory, P.A.",
        "Advanced Pain Medicine MD PC",
        "Smith, John, MD Medicine Associates",
        "Roe and Poe MD PC",
        "X, MD, P.C. d/b/a Y",
        "Gabrielle Beaman, PA",
    ],
)
def test_a_corporation_alone_is_no_person(text):
    assert person(text) is None


def test_a_company_of_the_medical_board_stays_one_whatever_its_name():
    assert understood("Christopher Webb, M.D., P.A.", license="MC-1234").company


@pytest.mark.parametrize(
    "text,last",
    [
        ("Corp, Thomas", "Corp"),
        ("Thomas Corp, MD", "Corp"),
        ("Corp, Thomas, MD", "Corp"),
        ("Corp Jr, Lisa S, MD", "Corp"),
    ],
)
def test_a_number_of_a_person_tells_against_a_company(text, last):
    for npi_of, license_of in ((npi("123456789"), ""), (None, "036-119204")):
        row = understood(text, npi_of, license_of)
        assert not row.company and not row.problems and row.values["provider.last"] == last
    assert understood(text).company and understood(text, npi("123456789"), "MC-1").company


@pytest.mark.parametrize("text", ["Corp Thomas", "Holdings, LLC", "Ann Health Group", "Center, LLC, MD"])
def test_what_no_person_is_called_stays_a_company_beside_any_number(text):
    assert not reads_as_person(text)


ROWS = [["Corp Thomas LLC", "1234567893", "036-119204"], ["Pain Clinic, PLLC", "", ""], ANN]


def planned(**replies):
    return plan(*ROWS, headings=HEADINGS, choices=Choices(answers=Answers(replies=Replies(replies))))


def test_whoever_is_taken_for_a_company_is_asked_about_once_a_sheet(office):
    made = planned()
    assert [row.result for row in made.rows] == ["skipped", "skipped", "new"]
    (asked,) = (each for each in made.questions if each.key.startswith("companies"))
    assert asked.about == "2 rows are taken for companies, not people (rows 2, 3)" and asked.chosen == "left out"
    every = planned(**{asked.key: "in"})
    assert [row.company for row in every.rows] == [True, True, False]
    assert "skipped" not in {row.result for row in every.rows}


def test_one_row_that_is_a_person_comes_in_and_goes_out_again(office):
    row = planned().rows[0]
    key = businesses.of_row(row).key
    made = planned(**{key: businesses.other(row)})
    assert [each.result for each in made.rows] == ["new", "skipped", "new"]
    brought = made.rows[0]
    assert "LLC" not in brought.provider and any("LLC" in note for note in brought.notes)
    assert businesses.other(brought) == "out"
    assert planned(**{key: "out"}).rows[0].result == "skipped"


def test_a_row_said_to_be_a_person_is_mended_like_any_other(office):
    answers = Answers(replies=Replies({"company 3|Sheet": "in"}))
    corrections = {("Sheet", 3, "provider.full_name"): "Clinic, Paula, MD"}
    made = plan(*ROWS, headings=HEADINGS, choices=Choices(answers=answers, corrections=corrections))
    assert made.rows[1].provider == "Clinic, Paula, MD" and made.rows[1].result == "new"
