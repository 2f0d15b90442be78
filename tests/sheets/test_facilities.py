"""One column a facility and matrices of X, from real workbooks, up to what the plan writes."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import saved, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.plan import Choices
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD"]


def table(heads, *columns):
    return [["Name", "NPI", *heads], *[[NAMES[i], NPIS[i], *row] for i, row in enumerate(zip(*columns, strict=True))]]


def facilities(book):
    return [values.get("appointment.facilities", "") for values in told(book)]


def test_a_column_for_each_facility_with_the_category_there(tmp_path, office):
    rows = table(["North", "South Campus", "Mercy"], ["Active", "", "CONS"], ["Courtesy", "Active", ""], ["", "", "A"])
    book = saved(tmp_path / "roster.xlsx", rows)
    assert facilities(book) == [
        "North: Active; South Campus: Courtesy",
        "South Campus: Active",
        "North: Consulting; Mercy: Active",
    ]
    sheets = taken.Sheets.of(book, recognize(book))
    made = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    at = known.AT["appointment"]
    appointed = [
        (
            row[at["provider_id"]],
            made.drafts.name("facility", row[at["facility_id"]]),
            made.drafts.name("category", row[at["category_id"]]),
        )
        for row in made.drafts.added["appointment"]
    ]
    first = made.rows[0].provider_id
    assert appointed[:2] == [(first, "North", "Active"), (first, "South Campus", "Courtesy")] and len(appointed) == 5


@pytest.mark.parametrize("check", ["X", "x", "✓", 1, "Yes", True])
def test_a_check_under_the_facility(tmp_path, check):
    book = saved(
        tmp_path / "roster.xlsx", table(["North Hospital", "East Hospital"], [check, "", check], [check, check, ""])
    )
    assert facilities(book) == ["North Hospital; East Hospital", "East Hospital", "North Hospital"]


def test_headings_that_only_lead_to_the_facility(tmp_path):
    book = saved(
        tmp_path / "roster.xlsx", table(["Status at North Campus", "Main - Status"], ["Active"] * 3, ["Courtesy"] * 3)
    )
    assert facilities(book)[0] == "North Campus: Active; Main: Courtesy"


def test_facilities_with_their_categories_in_one_cell(tmp_path):
    book = saved(
        tmp_path / "roster.xlsx", table(["Facility"], ["North: Active; South: Courtesy", "North (Active)", "North"])
    )
    values = told(book)
    assert facilities(book) == ["North: Active; South: Courtesy", "North: Active", ""]
    assert values[2]["appointment.facility"] == "North" and "appointment.facility" not in values[0]


def test_somebody_who_left_one_facility_is_not_on_its_staff(tmp_path):
    book = saved(tmp_path / "roster.xlsx", table(["North", "South"], ["Active", "Resigned", "Active"], ["Active"] * 3))
    assert facilities(book)[1] == "South: Active" and "North: Resigned" in told(book)[1]["provider.notes"]


@pytest.mark.parametrize(
    "heads", [["2025 Status", "2026 Status"], ["Colonoscopy", "Endoscopy"], ["Old Cat", "New Cat"]]
)
def test_columns_that_name_no_facility_are_left_out(tmp_path, heads):
    check = ["X", "", "X"] if heads[0] == "Colonoscopy" else ["Active", "Courtesy", "Active"]
    assert facilities(saved(tmp_path / "roster.xlsx", table(heads, check, check))) == ["", "", ""]


def test_life_support_by_checks_is_a_card_without_a_day(tmp_path, office):
    rows = table(["ACLS", "BLS", "PALS"], ["X", "", "X"], ["Yes", "No", "Yes"], [date(2027, 1, 31)] * 3)
    book = saved(tmp_path / "roster.xlsx", rows)
    (reading,) = recognize(book)
    assert [reading.columns[at] for at in (2, 3, 4)] == ["acls.held", "bls.held", "pals.expires"]
    assert [q.rows for q in reading.questions] == [3, 3]
    sheets = taken.Sheets.of(book, recognize(book))
    made = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    title, expires = known.AT["credential"]["title"], known.AT["credential"]["expires"]
    cards = [(row[title], row[expires]) for row in made.drafts.added["credential"]]
    assert sorted(cards, key=str) == sorted(
        [("ACLS", None)] * 2 + [("BLS", None)] * 2 + [("PALS", "2027-01-31")] * 3, key=str
    )
