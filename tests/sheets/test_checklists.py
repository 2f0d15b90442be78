"""Checklists: words of progress under the name of a thing, "Malpractice: Received", and single ones among names."""

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_whose_column import columns_of
from workbench.sheets.cell import progress
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NAMED = [
    "Malpractice", "Mal Ins", "Carrier", "Board Cert", "Board", "Certifying Board", "Residency", "Medical School", "School",
    "Hospital", "Hospital 1", "Hospital Affiliations", "Work History", "Employer", "Group", "Practice", "Lic", "License",
    "Department", "Specialty", "Facility",
]  # fmt: skip
WORDS = [
    ("Verified", "Received", "Verified", "Requested", "Verified", "Pending"),
    ("OK", "ok", "Need", "OK", "OK", "need"),
    ("Sent 3/4", "Faxed 3/14/26", "3/14/2026", "Verified 3/1/26 KS", "rec'd", "2nd request 4/1"),
    ("Rec 3/4 KS", "Req 3/4 x2", "Sent ltr 3/4", "In file", "LM 3/4, 3/10", "no response x 2"),
    ("Passed", "Yes 3/4/26", "In good standing", "No issues", "✓", "✓ 3/14/26"),
    ("Complete", "Gap", "Complete", "In process", "Complete", ""),
]


@pytest.mark.parametrize("heading", NAMED)
@pytest.mark.parametrize("cells", WORDS)
def test_a_checklists_column_names_nothing(heading, cells):
    assert columns_of(heading, cells=[(cell,) for cell in cells]) == [None]


@pytest.mark.parametrize("heading", ["Malpractice", "Residency", "Board Cert", "Medical School", "Work History"])
def test_letters_of_a_checklist_name_nothing(heading):
    assert columns_of(heading, cells=[(letter,) for letter in "VRPVVR"]) == [None]


def test_it_is_said_of_such_a_column():
    table = [
        ["Name", "NPI", "Malpractice"],
        ["Ngo, Ruth MD", "1382810863", "Received"],
        ["Hill, Al MD", "", "Requested"],
    ]
    (reading,) = recognize(book(table))
    assert any("Malpractice is left out: its cells say how far" in note for note in reading.notes)


def test_days_behind_a_checklists_column_are_nobodys():
    cells = [("BA1111119", "Received", "6/30/2028")] * 6
    assert columns_of("DEA", "Malpractice", "Exp", cells=cells) == ["dea.number", None, None]


@pytest.mark.parametrize(
    ("heading", "names", "target"),
    [
        ("Carrier", ["ISMIE", "MedPro", "The Doctors Company"], "liability.issuer"),
        ("Residency", ["Mercy Hospital", "Rush", "Rush"], "residency.issuer"),
        ("Hospital Affiliations", ["Mercy Hospital", "Lakeside Hospital", "Rush Hospital"], "affiliation.hospital"),
        ("Facility", ["Mercy Hospital", "Lakeside Hospital", "Rush Hospital"], "appointment.facility"),
        ("Practice", ["Acme Clinic", "Lakeview LLC", "First Response Medical"], "practice.name"),
        ("Board", ["ABIM", "ABS", "ABP"], "board.issuer"),
    ],
)
@pytest.mark.parametrize("word", ["Requested", "Received 3/14/26", "verified", "OK"])
def test_a_single_word_among_names_is_told_and_not_kept(heading, names, target, word):
    rows = [["Ngo, Ruth MD", "1382810863"], ["Hill, Al MD", "1683432102"], ["Xu, Li MD", "1234567893"]]
    table = [["Name", "NPI", heading], *[[*row, name] for row, name in zip(rows, names, strict=True)]]
    (reading,) = recognize(book([*table, ["Okafor, Pieter MD", "2347597421", word]]))
    assert reading.columns[2] == target
    *others, odd = understand(reading)
    assert [bool(row.values.get(target) or row.values.get("appointment.facilities")) for row in others] == [True] * 3
    assert not [name for name in odd.values if name.partition(".")[0] == target.partition(".")[0]]
    assert any(f"“{word}”" in note for note in odd.notes)


@pytest.mark.parametrize(
    "name",
    [
        "Progressive",
        "Clear Lake Hospital",
        "First Response Medical",
        "Complete Care",
        "Ok, Kim MD",
        "Current River Clinic",
        "AMA",
    ],
)
def test_a_name_with_such_a_word_in_it_is_a_name(name):
    assert not progress.says(name, is_asked=False)


def test_who_was_asked_is_no_name_of_a_school():
    assert progress.says("AMA profile", is_asked=True)
    assert progress.says("no response", is_asked=True)
    assert not progress.says("NSC", is_asked=False)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Street", ("On file", "See website", "Moved")),
        ("Specialty", ("Board certified", "See privileges", "Not listed")),
        ("Medicare", ("Par", "Opt out", "Non-par")),
        ("CAQH", ("Current", "Needs attest", "Current")),
        ("Site", ("L arm", "R arm", "left deltoid")),
        ("Office", ("12 Oak St, Peoria, IL 61602", "99 Elm St, Joliet, IL 60432", "7 Main St, Rockford, IL 61101")),
        ("Status at board", ("Active", "Courtesy", "Inactive")),
        ("Category at reappointment", ("Active", "Courtesy", "Consulting")),
        ("Status at the source", ("Active", "Active", "Inactive")),
    ],
)
def test_words_that_are_no_such_value_leave_their_column_out(heading, cells):
    assert columns_of(heading, cells=[(cell,) for cell in cells]) == [None]


@pytest.mark.parametrize(
    ("heading", "value", "odd", "target"),
    [
        ("Phone", "217-555-0100", "12 Oak St, Peoria, IL 61602", "provider.phone"),
        ("Phone", "217-555-0100", "Bldg 4, 12 Oak St, 61602-1234", "provider.phone"),
        ("Office", "217-555-0100", "1200 W Main #210, Peoria 61602", "provider.phone"),
        ("Medicare", "IL1234", "Opt out", "identifier.medicare"),
        ("Group", "Acme Clinic", "Employed", "practice.name"),
    ],
)
def test_a_single_cell_that_is_no_such_value_is_told(heading, value, odd, target):
    table = [["Name", "NPI", heading], ["Ngo, Ruth MD", "1382810863", value], ["Hill, Al MD", "1683432102", value]]
    (reading,) = recognize(book([*table, ["Xu, Li MD", "1234567893", odd]]))
    assert reading.columns[2] == target
    *_, row = understand(reading)
    assert target not in row.values
    assert row.problems == [] and any(f"“{odd}”" in note for note in row.notes)


@pytest.mark.parametrize("word", ["Declined", "refused 10/1/26", "Medical exemption"])
def test_a_day_beside_a_vaccine_that_was_declined_makes_none(word):
    table = [
        ["Name", "NPI", "Flu", "Flu Exp"],
        *[
            [name, npi, "10/2/2026", "3/31/2027"]
            for name, npi in (("Ngo, Ruth MD", "1382810863"), ("Hill, Al MD", "1683432102"))
        ],
        ["Xu, Li MD", "1234567893", word, "3/31/2027"],
    ]
    (reading,) = recognize(book(table))
    *others, declined = understand(reading)
    assert all("flu.expires" in row.values for row in others)
    assert not any(name.startswith("flu.") for name in declined.values)
    assert any("declined" in note for note in declined.notes)


def test_the_phone_of_a_service_that_answers_is_no_phone_of_the_person():
    cells = [("AnswerOne", "309-555-0002")] * 6
    assert columns_of("Answering Svc", "Service Phone", cells=cells) == [None, "provider.answering_service"]


def test_places_of_a_record_system_are_no_departments():
    assert columns_of("Primary Dept", cells=[("SBH MED CLINIC [1020472]",), ("SBH SURGERY [1020473]",)] * 3) == [None]
