"""Standings and days behind a hospital that is none of the office's: there, and not here, unless somebody says so."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_by_values import NAMES, NPIS
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize

JOINED, DUE = date(2016, 3, 14), date(2028, 7, 31)
HOUSES = [
    "Memorial Hospital",
    "Mercy Medical Center",
    "Memorial Hospital",
    "Lakeside Hospital",
    "Mercy Medical Center",
    "Rush Hospital",
]
CELLS = {
    "hosp": None,
    "parking": "Lot A",
    "cat": "Courtesy",
    "status": "Active",
    "appt": JOINED,
    "from": JOINED,
    "since": JOINED,
    "to": DUE,
}
ELSEWHERE, STANDING = "affiliation.hospital", "affiliation.category"
BEHIND = {
    "two hospitals": {"Primary Hosp": ELSEWHERE, "Staff Cat": None, "Appt Date": None},
    "a term": {
        "Admitting Hospital": ELSEWHERE,
        "Staff Status": None,
        "From": "affiliation.started",
        "To": "affiliation.ended",
    },
    "where somebody is privileged": {"Where Privileged": ELSEWHERE, "Category": None, "Status": None, "Since": None},
    "several hospitals": {"Hospital": ELSEWHERE, "Category": None, "Appt Date": None},
    "numbers": {"Hospital 1": ELSEWHERE, "Category 1": None},
    "something between": {"Hospital": ELSEWHERE, "Parking": None, "Appt Date": None},
    "an admitting facility": {"Primary Admitting Facility": ELSEWHERE, "Category": None, "Appt Date": None},
    "a name of hospitals": {"Hospital Name": ELSEWHERE, "Category": None, "Appt Date": None},
}


def cell(heading, n):
    said = heading.lower()
    if "hosp" in said or "where" in said or "facility" in said:
        return HOUSES[n]
    return next(value for word, value in CELLS.items() if word in said)


def read(*heads, **options):
    rows = [
        [name, npi, *(cell(head, n) for head in heads)]
        for n, (name, npi) in enumerate(zip(NAMES, NPIS, strict=False))
        if n < 6
    ]
    (reading,) = recognize(book([["Name", "NPI", *heads], *rows]), **options)
    return [reading.columns[at] for at in range(2, 2 + len(heads))], reading


@pytest.mark.parametrize("name", BEHIND)
def test_what_stands_behind_a_hospital_elsewhere_is_not_said_of_our_staff(name):
    assert read(*BEHIND[name])[0] == list(BEHIND[name].values())


def test_each_of_two_hospitals_has_its_own():
    found, _ = read("Primary Hosp", "Staff Cat", "Appt Date", "Secondary Hosp", "Staff Cat", "Appt Date")
    assert found == [ELSEWHERE, None, None, ELSEWHERE, None, None]


def test_it_is_asked_and_an_answer_holds():
    found, reading = read("Primary Hosp", "Staff Cat", "Appt Date")
    (asked,) = [each for each in reading.questions if each.key.startswith("behind|")]
    assert found == [ELSEWHERE, None, None]
    assert "Staff Cat" in asked.about and asked.chosen.startswith("left out")
    found, _ = read("Primary Hosp", "Staff Cat", "Appt Date", answers=Replies({asked.key: "in"}))
    assert found == [ELSEWHERE, "provider.category", "appointment.initial"]


def test_behind_facilities_of_ours_it_is_ours():
    found, _ = read("Primary Hosp", "Staff Cat", "Appt Date", facilities_of_office=set(HOUSES))
    assert found == ["appointment.facility", "provider.category", "appointment.initial"]


def test_a_category_with_another_column_between_is_ours():
    found, _ = read("Admitting Hospital", "Staff Category", "Status")
    assert found == [ELSEWHERE, "provider.category", "provider.status"]


def test_people_in_rows_of_several_hospitals_are_on_the_staff_of_each():
    rows = [[NAMES[0], NPIS[0], house, "Courtesy", JOINED] for house in HOUSES[:2]]
    (reading,) = recognize(book([["Name", "NPI", "Hospital", "Category", "Appt Date"], *rows]))
    assert [reading.columns[at] for at in (2, 3, 4)] == [
        "appointment.facility",
        "provider.category",
        "appointment.initial",
    ]


def test_privileges_at_facilities_that_are_not_ours_are_asked():
    found, reading = read("Facility", "Privilege Status")
    (asked,) = [each for each in reading.questions if each.key.startswith("behind|")]
    assert found == ["appointment.facility", None] and asked.chosen.startswith("left out")
    found, _ = read("Facility", "Privilege Status", facilities_of_office=set(HOUSES))
    assert found == ["appointment.facility", "provider.status"]


def test_who_resigned_there_does_not_come_in_as_active_here():
    people = [[NAMES[0], NPIS[0], "Mercy", "Active"], [NAMES[1], NPIS[1], "Memorial", "Resigned"]]
    (reading,) = recognize(book([["Name", "NPI", "Facility", "Privilege Status"], *people]))
    assert reading.columns[3] is None
    assert any("privilege status: resigned" in each.about.casefold() for each in reading.questions)
