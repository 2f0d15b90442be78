"""Schools, training, positions, other hospitals and practices: known by their headings, brought in once, and again nothing."""

from datetime import date

import pytest

from tests.sheets.conserved import unaccounted
from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import plan
from workbench.actions import importing
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.practice import Practice
from workbench.records.provider import Provider
from workbench.sheets import roster_values
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand
from workbench.store import history

TODAY = date(2026, 11, 24)
RAY = ["Ray, Ann, MD", "1444012342"]
SCHOOLS = ["Name", "NPI", "Medical School", "Grad Yr", "Residency", "Internship", "Fellowship"]
READ = [*RAY, "Rush University", 1998.0, "Mayo Clinic 1999-2002", "Cook County (1999)", "Cleveland Clinic\nStanford"]


def targets_of(*headings, cells=None):
    row = [*RAY, *(cells or ["x"] * len(headings))]
    (reading,) = recognize(book([["Name", "NPI", *headings], row]))
    return [reading.columns[at] for at in range(2, 2 + len(headings))]


@pytest.mark.parametrize(
    ("headings", "cells", "targets"),
    [
        (["Med School", "Year of Graduation"], ["Rush", "1998"], ["medical_school.issuer", "medical_school.expires"]),
        (["Education", "From Date", "To Date"] * 2, ["Rush", "1994", "6/1998"] * 2,
         ["education.issuer", "education.issued", "education.expires", "education2.issuer", "education2.issued", "education2.expires"]),
        (["Residency", "Program", "Completed"], ["Mayo", "Surgery", "6/30/2003"],
         ["residency.issuer", "residency.title", "residency.expires"]),
        (["Fellowship 1", "Fellowship 2"], ["Mayo", "Rush"], ["fellowship.issuer", "fellowship2.issuer"]),
        (["Residency", "Specialty"], ["Mayo", "Surgery"], ["residency.issuer", None]),
        (["Residency", "Completed", "Specialty"], ["Mayo", "6/30/2003", "Surgery"],
         ["residency.issuer", "residency.expires", "provider.specialty"]),
        (["Medical School", "Specialty"], ["Mayo", "Surgery"], ["medical_school.issuer", "provider.specialty"]),
        (["Residency", "Specialty", "From", "To"], ["Mayo", "Surgery", "2011", "2014"],
         ["residency.issuer", "residency.title", "residency.issued", "residency.expires"]),
        (["Internship", "Internship Dates"], ["Mayo", "2011-2014"], ["internship.issuer", "internship.expires"]),
        (["Previous Employer", "From", "To"], ["Lake", "2003", "present"], ["work.issuer", "work.issued", "work.expires"]),
        (["Hospital Affiliation", "From", "To", "Standing"], ["Mercy", "2004", "2010", "good"],
         ["affiliation.hospital", "affiliation.started", "affiliation.ended", "affiliation.standing"]),
        (["Practice", "Credentialing Contact", "Phone", "Email"], ["Lake", "Jo", "312-555-0101", "j@x.org"],
         ["practice.name", "practice.contact", "practice.phone", "practice.email"]),
        (["Group", "Group Address", "Group NPI", "Contact Email"], ["Lake", "1 Elm", "1234567893", "j@x.org"],
         ["practice.name", "practice.street", "practice.npi", "practice.email"]),
        (["Board", "MOC"], ["ABIM", "Y"], ["board.issuer", "board.continuing"]),
        (["Board", "MOC"], ["ABIM", date(2030, 1, 1)], ["board.issuer", "board.expires"]),
        (["Medical School", "City", "State"], ["Rush", "Chicago", "IL"], ["medical_school.issuer", None, None]),
        (["Fellowship"], ["Y"], [None]),
        (["Residency", "Hospital"], ["Surgery", "Mayo"], ["residency.issuer", None]),
    ],
)  # fmt: skip
def test_headings_of_what_else_a_person_did_are_known(headings, cells, targets):
    assert targets_of(*headings, cells=cells) == targets


@pytest.mark.parametrize(
    ("cell", "begins", "ends"),
    [
        ("2011-2014", "2011", "2014"),
        ("2011 – 2014", "2011", "2014"),
        ("7/2011 to 6/2014", "2011-07", "2014-06"),
        ("7-1-2011 - 6-30-2014", "2011-07-01", "2014-06-30"),
        ("2011-14", "2011", "2014"),
        ("2012 - present", "2012", None),
        ("2014", None, "2014"),
        ("2011-12", None, None),
        ("2014-2011", None, None),
    ],
)
def test_a_span_of_years_begins_and_ends_a_training(cell, begins, ends):
    rows = [[*RAY, "Mayo", cell], ["Ngo, Ruth, MD", "1683432102", "Rush", "2001-2004"]]
    (reading,) = recognize(book([["Name", "NPI", "Residency", "Residency Dates"], *rows]))
    values = next(iter(understand(reading))).values
    assert (values.get("residency.issued"), values.get("residency.expires")) == (begins, ends)


def imported(office, headings, *rows):
    made = plan(*rows, headings=headings)
    assert unaccounted(made) == []
    importing.apply(made, today=TODAY)
    again = plan(*rows, headings=headings)
    assert not again.drafts.anything and all(row.result == "same" for row in again.rows)
    return made


def test_schools_and_training_become_records_and_change_nothing_the_next_time(office):
    imported(office, SCHOOLS, READ)
    said = [(e.sort, e.institution, e.started, e.ended) for e in Education.select().order_by(Education.id)]
    assert said == [
        ("Medical school", "Rush University", "", "1998"),
        ("Residency", "Mayo Clinic", "1999", "2002"),
        ("Internship", "Cook County", "", "1999"),
        ("Fellowship", "Cleveland Clinic", "", ""),
        ("Fellowship", "Stanford", "", ""),
    ]


def test_what_ours_says_more_fully_stays_and_what_differs_is_told(office):
    with history.step("Enter"):
        ray = Provider.create(last="Ray", first="Ann", degree="MD", npi="1444012342")
        Education.create(provider=ray, sort="Medical school", institution="RUSH UNIVERSITY", ended="1998-06-10")
        Education.create(provider=ray, sort="Residency", institution="Mayo Clinic", ended="2001")
    made = plan(READ, headings=SCHOOLS)
    assert [e for e in made.rows[0].effects if e.target.startswith("medical_school")] == []
    assert any("Kept ours: Residency to 2001; the file says 2002." in q.about for q in made.questions)
    assert unaccounted(made) == []


def test_a_year_without_its_school_is_told(office):
    made = plan([*RAY, "1998"], headings=["Name", "NPI", "Grad Yr"])
    assert [q.about for q in made.questions] == ["Medical school to: “1998” stands without the place; left out."]


def test_positions_affiliations_practices_and_continuing_certification(office):
    headings = [
        "Name",
        "NPI",
        "Previous Employer",
        "Position",
        "From",
        "To",
        "Hospital Affiliation",
        "Affiliation From",
    ]
    headings += ["Standing", "Group", "Credentialing Contact", "Email", "Group NPI", "Board", "MOC"]
    row = [
        *RAY,
        "Lake Clinic",
        "Internist",
        "2003",
        "6/2010",
        "Mercy West",
        "2004",
        "good standing",
        "North Group",
        "Jo Poe",
    ]
    imported(office, headings, [*row, "jo@x.org", "1234567893", "ABIM", "Yes"])
    work, there, practice = WorkHistory.get(), Affiliation.get(), Practice.get()
    assert (work.employer, work.position, work.started, work.ended) == ("Lake Clinic", "Internist", "2003", "2010-06")
    assert (there.hospital, there.started, there.standing) == ("Mercy West", "2004", "good standing")
    assert (practice.name, practice.contact, practice.email, practice.npi) == (
        "North Group",
        "Jo Poe",
        "jo@x.org",
        "1234567893",
    )
    assert Credential.get().continuing


def test_of_a_practice_what_differs_is_kept_and_a_wrong_group_npi_keeps_nobody_out(office):
    headings = ["Name", "NPI", "Group", "Group Phone", "Group NPI"]
    rows = [
        [*RAY, "North Group", "312-555-0101", "1234567890"],
        ["Poe, Tim, MD", "1477552867", "North Group", "312-555-0199", None],
    ]
    made = plan(*rows, headings=headings)
    assert [row.result for row in made.rows] == ["new", "new"] and unaccounted(made) == []
    assert any("Practice phone (312) 555-0101, of North Group" in q.about for q in made.questions)
    assert any("Group NPI: “1234567890” is not understood" in q.about for q in made.questions)


def test_a_payers_roster_gets_schools_and_positions(office):
    imported(office, [*SCHOOLS, "Previous Employer"], [*READ, "Lake Clinic"])
    wanted = [
        "medical_school.issuer",
        "medical_school.expires",
        "fellowship2.issuer",
        "work.issuer",
        "residency3.issuer",
    ]
    (said,) = roster_values.people([Provider.get().id], wanted).values()
    assert list(said.values()) == ["Rush University", "1998", "Stanford", "Lake Clinic"]
