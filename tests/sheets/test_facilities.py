"""One column a facility and matrices of X, from real workbooks, up to what the plan writes."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import saved, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.plan import Choices
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD"]


def table(heads, *columns):
    return [["Name", "NPI", *heads], *[[NAMES[i], NPIS[i], *row] for i, row in enumerate(zip(*columns, strict=True))]]


def facilities(book):
    return [values.get("appointment.facilities", "") for values in told(book)]


def test_a_column_for_each_facility_with_the_category_there(tmp_path, office):
    rows = table(
        ["North", "South Campus", "Mercy Hospital"], ["Active", "", "CONS"], ["Courtesy", "Active", ""], ["", "", "A"]
    )
    book = saved(tmp_path / "roster.xlsx", rows)
    assert facilities(book) == [
        "North: Active; South Campus: Courtesy",
        "South Campus: Active",
        "North: Consulting; Mercy Hospital: Active",
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


@pytest.mark.parametrize(
    "cell",
    [
        "North - Active, South - Courtesy",
        "North: Active, South: Courtesy",
        "North (Active); South (Courtesy)",
        "North=Active|South=Courtesy",
        "North: Active / South: Courtesy",
        "North: Active/South: Courtesy",
        "Active - North; Courtesy - South",
    ],
)
@pytest.mark.parametrize("heading", ["Staff Status", "Campus Privileges"])
def test_facilities_with_their_categories_in_any_manner(tmp_path, heading, cell):
    book = saved(tmp_path / "roster.xlsx", table([heading], [cell, cell, cell, "North: Active"]))
    assert facilities(book)[0] == "North: Active; South: Courtesy"


def test_how_other_things_stand_names_no_facility(tmp_path):
    cells = ["Dues - Active, DEA - Pending", "Surgery - Active", "Medicine - Courtesy"]
    assert not any(facilities(saved(tmp_path / "roster.xlsx", table(["Notes on file"], cells))))


def test_somebody_who_left_one_facility_is_not_on_its_staff(tmp_path):
    book = saved(tmp_path / "roster.xlsx", table(["North", "South"], ["Active", "Resigned", "Active"], ["Active"] * 3))
    assert facilities(book)[1] == "South: Active" and "North: Resigned" in told(book)[1]["provider.notes"]


@pytest.mark.parametrize(
    "heads",
    [["Voting", "Peer Reviewer"], ["ER Call Panel", "Tier"], ["Medicare Status", "Medical Director"]],
)
def test_columns_of_active_that_name_no_facility_make_none(tmp_path, heads):
    book = saved(tmp_path / "roster.xlsx", table(heads, ["Active"] * 3, ["Active", "Inactive", "Active"]))
    assert facilities(book) == ["", "", ""]
    assert not recognize(book)[0].questions


@pytest.mark.parametrize(
    "head",
    [
        "Medical Records",
        "Clinic Days",
        "Center of Excellence",
        "Hospital Based",
        "Medical Board",
        "Inpatient Hospital",
        "Hospital Campus",
    ],
)
def test_a_column_of_yes_and_no_is_no_facility(tmp_path, head):
    book = saved(tmp_path / "roster.xlsx", table([head], ["Yes", "No", "Yes"]))
    assert facilities(book) == ["", "", ""]


def test_staff_st_is_the_status(tmp_path):
    book = saved(tmp_path / "roster.xlsx", table(["Staff St."], ["Active", "Active", "Resigned"]))
    assert [values["provider.status"] for values in told(book)] == ["Active", "Active", "Resigned"]


def test_names_that_may_be_facilities_are_asked_once(tmp_path):
    book = saved(
        tmp_path / "roster.xlsx",
        table(["Mercy", "Lakeside", "North"], ["Active"] * 3, ["Courtesy", "", "Active"], ["X", "", "X"]),
    )
    (reading,) = recognize(book)
    (question,) = reading.questions
    assert question.about.startswith("Are these 3 columns facilities of yours") and question.chosen == "left out"
    assert [reading.columns[at] for at in (2, 3, 4)] == [None] * 3
    (reading,) = recognize(book, answers=Replies({question.key: "in"}))
    assert [values["appointment.facilities"] for values in map(lambda each: each.values, understand(reading))] == [
        "Mercy: Active; Lakeside: Courtesy; North",
        "Mercy: Active",
        "Mercy: Active; Lakeside: Active; North",
    ]


def test_a_facility_of_the_office_is_not_asked(tmp_path):
    book = saved(tmp_path / "roster.xlsx", table(["MERCY"], ["Active", "X", "Courtesy"]))
    (reading,) = recognize(book, facilities_of_office=["Mercy"])
    assert reading.columns[2] == "appointment.facilities" and not reading.questions


def test_somebody_on_leave_at_one_facility_costs_only_that_cell(tmp_path):
    book = saved(
        tmp_path / "roster.xlsx",
        table(
            ["Mercy Hospital", "St. Luke"],
            ["Active", "Leave of absence 1/5/26-4/1/26", "Active"],
            ["Pending", "Active", "Courtesy"],
        ),
    )
    assert facilities(book) == [
        "Mercy Hospital: Active",
        "St. Luke: Active",
        "Mercy Hospital: Active; St. Luke: Courtesy",
    ]
    assert "St. Luke: Pending" in told(book)[0]["provider.notes"]
    assert "Leave of absence" in told(book)[1]["provider.notes"]


def test_leave_among_facilities_in_one_cell_is_no_facility(tmp_path):
    book = saved(
        tmp_path / "roster.xlsx",
        table(["Facilities"], ["North: Active; South: Courtesy", "North: LOA", "South: Resigned 6/30/25"]),
    )
    assert facilities(book) == ["North: Active; South: Courtesy", "", ""]
    assert ["North: LOA" in str(each.get("provider.notes")) for each in told(book)] == [False, True, False]
    assert not any("appointment.facility" in values for values in told(book))


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


def test_a_category_with_its_day_is_an_appointment_since_then(tmp_path, office):
    north = ["Active 1/1/2020", "Cons. eff. 3/1/2019", "Active"]
    east = ["Courtesy (since 6/30/21)", "", "Active - 5/1/2022"]
    rows = table(["North Hospital", "East Hospital"], north, east)
    book = saved(tmp_path / "roster.xlsx", rows)
    assert facilities(book) == [
        "North Hospital: Active since 01/01/2020; East Hospital: Courtesy since 06/30/2021",
        "North Hospital: Consulting since 03/01/2019",
        "North Hospital: Active; East Hospital: Active since 05/01/2022",
    ]
    sheets = taken.Sheets.of(book, recognize(book))
    made = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    at = known.AT["appointment"]
    assert [row[at["initial"]] for row in made.drafts.added["appointment"]] == [
        "2020-01-01", "2021-06-30", "2019-03-01", None, "2022-05-01"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Active 1/1/2099", "Resigned 1/1/2020", "Active 13/45/2020", "Active 2020"])
def test_a_day_that_says_no_since_is_told(tmp_path, text):
    rows = table(["North Hospital", "East Hospital"], [text, "Active", "Active"], ["Active"] * 3)
    book = saved(tmp_path / "roster.xlsx", rows)
    (reading,) = recognize(book)
    first = next(iter(understand(reading)))
    assert first.values["appointment.facilities"] == "East Hospital: Active"
    assert any(text in note for note in first.notes)


@pytest.mark.parametrize(
    "heading",
    [
        "Facility Status",
        "Hospital Status",
        "Staff Status by Facility",
        "Appointments",
        "Status",
        "Privileges by Campus",
    ],
)
def test_facilities_with_a_standing_each_in_one_cell_are_read_under_any_heading(said, heading):
    cells = ["North: Courtesy; South: Consulting", "North: Active\nSouth: LOA", "South: Active"]
    people = ["Abe, Al, MD", "Boo, Bo, DO", "Coe, Cy, MD"]
    rows = said(
        [["Name", "Dept", heading], *([name, "Surgery", cell] for name, cell in zip(people, cells, strict=True))]
    )
    assert [row.values["appointment.facilities"] for row in rows] == [
        "North: Courtesy; South: Consulting",
        "North: Active",
        "South: Active",
    ]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Other Hospital Status", "Mercy: Active; Oak: Active"), ("Status", "Staff Status: Active; Category: Courtesy")],
)
def test_other_hospitals_and_labels_are_no_facilities(one, heading, cell):
    reading = one([["Name", "Dept", heading], ["Abe, Al, MD", "Surgery", cell], ["Boo, Bo, DO", "Surgery", cell]])
    assert reading.columns[2] != "appointment.facility"


@pytest.mark.parametrize("sign", [": ", " > ", ". ", " - "])
def test_a_standing_at_the_facility_of_a_system_s_heading_names_no_facility(tmp_path, office, sign):
    heads = [f"Facility{sign}Status", f"Facility{sign}Category"]
    book = saved(tmp_path / "roster.xlsx", table(heads, ["Active"] * 4, ["Active", "Courtesy", "CONS", "Active"]))
    assert facilities(book) == [""] * 4
