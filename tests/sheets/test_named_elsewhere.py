"""A sheet of licenses whose rows name nobody, beside a sheet that names their NPIs: each goes to its person."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421"]
STAFF = [
    ["Last Name", "First Name", "MI", "NPI"],
    ["Ngo", "Ruth", "A", NPIS[0]],
    ["Morris", "Vikram", "", NPIS[1]],
]
LICENSES = [
    ["NPI", "License #", "State", "Exp"],
    [NPIS[0], "036-1", "IL", "7/31/2031"],
    [NPIS[0], "12-20", "WI", "7/31/2031"],
    [NPIS[1], "036-2", "IL", "7/31/2031"],
    [NPIS[2], "036-3", "IL", "7/31/2031"],
]


def planned(*tables, choices=None, names=("Staff", "Licenses")):
    sheets = taken.Sheets.of(*_read(*tables, names=names))
    return comparing.compare(sheets, known.fetch(sheets.days), choices or Choices(), encrypted=True)


def _read(*tables, names):
    workbook = book(*tables, names=names)
    return workbook, recognize(workbook)


@pytest.mark.parametrize("licenses_first", [False, True])
def test_licenses_go_to_whom_another_sheet_names(office, licenses_first):
    tables, names = (STAFF, LICENSES), ("Staff", "Licenses")
    made = planned(*tables[:: -1 if licenses_first else 1], names=names[:: -1 if licenses_first else 1])
    assert [(row.sheet, row.result) for row in made.rows] == [
        *[("Staff", "new")] * 2,
        *[("Licenses", "changed")] * 3,
        ("Licenses", "rejected"),
    ]
    numbers = sorted(row[known.AT["credential"]["number"]] for row in made.drafts.added["credential"])
    assert len(made.drafts.added["provider"]) == 2 and numbers == ["036-1", "036-2", "12-20"]
    (question,) = (each for each in made.questions if "names nobody" in each.about)
    assert (question.sheet, question.rows) == ("Licenses", 3)


def test_whom_nobody_names_stays_out(office):
    made = planned(STAFF, LICENSES)
    assert [problem.message for problem in made.rows[-1].problems] == ["There is no name in this row."]


def test_nobody_comes_in_by_a_license_alone(office):
    made = planned(STAFF, LICENSES, choices=Choices(skipped=frozenset([("Staff", 2)])))
    assert [row.result for row in made.rows] == ["skipped", "new", "skipped", "skipped", "changed", "rejected"]
    assert "does not come in" in made.rows[2].notes[0]


def test_two_names_of_one_npi_name_nobody(office):
    staff = [*STAFF, ["Roe", "Jo", "", NPIS[0]]]
    made = planned(staff, LICENSES[:3])
    assert [row.result for row in made.rows if row.sheet == "Licenses"] == ["rejected"] * 2


def test_a_name_that_is_typed_for_such_a_row_comes_in(office):
    typed = {("Licenses", 5, "provider.last"): "Poe", ("Licenses", 5, "provider.first"): "Ed"}
    made = planned(STAFF, LICENSES, choices=Choices(corrections=typed))
    assert made.rows[-1].result == "new"


def test_whom_the_office_knows_is_not_named_by_it(office, make):
    make(Provider, last="Okafor", first="Pieter", npi=NPIS[2])
    made = planned(STAFF, LICENSES)
    (match,) = made.rows[-1].matches
    assert made.rows[-1].result == "rejected" and match.person.row[known.AT["provider"]["last"]] == "Okafor"
    assert not Credential.select().count()
