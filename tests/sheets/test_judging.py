"""What the office's own form would refuse is written by no import: it is a problem of its row, or is told where it says nothing."""

from datetime import date

import pytest

from tests.sheets.test_comparing import plan, told
from workbench.records.appointment import Appointment
from workbench.records.provider import OtherName, Provider
from workbench.sheets.decisions import Choices

NAMES = ["Last Name", "First Name", "NPI"]
XU = ["Xu", "Li", "1234567893"]
RIGHT = {"Zip": "60601", "DOB": date(1970, 1, 1), "Status": "Active", "Malpractice Limits": "1M/3M"}


def others(heading):
    """People whose values are right, by which the column is recognized."""
    names = (("Abbott", "Jane"), ("Quinn", "Omar"), ("Reyes", "Petra"), ("Tanaka", "Ken"), ("Wolfe", "Ida"))
    return [[*name, "", RIGHT.get(heading, "312-555-0101")] for name in names]


@pytest.mark.parametrize(
    ("heading", "wrong", "target", "says"),
    [
        ("Zip", "ABCDE", "provider.zip", "not a ZIP code"),
        ("Zip", "O0601", "provider.zip", "not a ZIP code"),
        ("Zip", "60601-12", "provider.zip", "not a ZIP code"),
        ("Office Phone", "12", "provider.phone", "not a phone number"),
        ("Office Phone", "312-555-01x4", "provider.phone", "has 8 digits, not 7 or 10"),
        ("Cell", "55", "provider.cell", "not a phone number"),
        ("Fax", "312555010", "provider.fax", "has 9 digits, not 7 or 10"),
        ("DOB", date(2155, 1, 1), "provider.birth_date", "can be on a medical staff"),
        ("Status", "Revoked", "provider.status", "not one the office keeps"),
        ("Status", "Surrendered", "provider.status", "not one the office keeps"),
        ("Malpractice Limits", "lots", "liability.limits", "not a limit per claim and one in all"),
    ],
)
def test_a_wrong_value_refuses_its_row_and_is_shown_as_typed(office, heading, wrong, target, says):
    made = plan([*XU, wrong], *others(heading), headings=[*NAMES, heading])
    refused = made.rows[0]
    assert refused.result == "rejected" and not refused.effects
    assert [problem.target for problem in refused.problems] == [target]
    assert says in refused.problems[0].message
    assert refused.problems[0].typed == str(wrong) or isinstance(wrong, date)
    assert [row.result for row in made.rows[1:]] == ["new"] * 5
    without = plan(
        [*XU, wrong], *others(heading), headings=[*NAMES, heading], choices=Choices(without=frozenset({refused.place}))
    )
    assert without.rows[0].result == "new" and target not in without.rows[0].values


@pytest.mark.parametrize(
    ("heading", "typed", "name", "kept"),
    [
        ("Zip", 2139, "zip", "02139"),
        ("Zip", "60601-1234", "zip", "60601-1234"),
        ("Zip", "60601 1234", "zip", "60601-1234"),
        ("Zip", 606011234.0, "zip", "60601-1234"),
        ("Zip", "60601-", "zip", "60601"),
        ("Pager", "12", "pager", "12"),
        ("Office Phone", "x4512", "phone", "x4512"),
        ("Office Phone", "+64 9 123 4567", "phone", "+64 9 123 4567"),
        ("Status", "LOA", "status", "Leave of absence"),
        ("Status", "Withdrawn", "status", "Inactive"),
    ],
)
def test_what_only_looks_odd_comes_in(office, heading, typed, name, kept):
    made = plan([*XU, typed], *others(heading), headings=[*NAMES, heading])
    assert made.rows[0].problems == () and made.rows[0].result == "new"
    columns = [field.column_name for field in Provider._meta.sorted_fields]
    assert made.rows[0].person.row[columns.index(name)] == kept


def test_a_zip_that_stands_with_its_city_is_judged_too(office):
    made = plan([*XU, "Chicago, IL 60601-12"], headings=[*NAMES, "City/State/Zip"])
    assert made.rows[0].result == "rejected" and "ZIP" in made.rows[0].problems[0].message


def test_a_mended_value_is_judged_by_the_same_function(office):
    wrong = plan([*XU, "ABCDE"], headings=[*NAMES, "Zip"])
    place = wrong.rows[0].place
    for text, result in (("60601-12", "rejected"), ("60601", "new")):
        mended = plan(
            [*XU, "ABCDE"], headings=[*NAMES, "Zip"], choices=Choices(corrections={(*place, "provider.zip"): text})
        )
        assert mended.rows[0].result == result


def test_a_term_that_ends_before_it_starts_refuses_its_row_and_ours_never_turns_round(office, make):
    headings = [*NAMES, "Appt From", "Appt To"]
    made = plan([*XU, date(2027, 1, 1), date(2025, 1, 1)], headings=headings)
    assert told(made) == ["rejected: Xu, Li: Appointment to: The term ends before it starts."]
    person = make(Provider, last="Xu", first="Li", npi="1234567893")
    make(Appointment, provider=person, starts=date(2026, 1, 1))
    kept = plan([*XU, date(2025, 6, 1)], headings=[*NAMES, "Appt To"])
    assert kept.rows[0].result == "same"


def test_yes_or_no_in_the_place_of_a_board_is_told_and_makes_no_certification(office):
    boards = [["Ngo", "Ann", "", "American Board of Surgery"], ["Poe", "Tim", "", "American Board of Pediatrics"]]
    made = plan(*boards, [*XU, "N"], headings=[*NAMES, "Board"])
    assert [row.happens for row in made.rows[:2]] == ["Add provider, 1 certification"] * 2
    assert made.rows[2].happens.startswith("Add provider") and "certification" not in made.rows[2].happens
    assert any("names none" in question.about for question in made.questions)


def test_a_former_name_does_not_turn_one_npi_into_another_person(office, make):
    person = make(Provider, last="Nwosu", first="Adaeze", npi="1382810863")
    make(OtherName, provider=person, last="Okafor")
    other = plan(["Okafor", "Zelda", "1382810863"], headings=NAMES)
    assert told(other)[0].startswith("doubtful") and "under another name" in other.rows[0].happens
    maiden = plan(["Lopez", "Carla", "1382810863", "Nwosu"], headings=[*NAMES, "Maiden Name"])
    assert maiden.rows[0].result == "doubtful"
    same = plan(["Okafor", "Adaeze", "1382810863"], headings=NAMES)
    assert same.rows[0].result in ("same", "changed") and not same.rows[0].matches
