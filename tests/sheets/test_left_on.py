"""People who left on a day of its own column, and what a row can say several times: hospitals, languages, former names."""

from datetime import date, timedelta

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.recognizing import recognize
from workbench.store.database import database

NPIS = ["1382810863", "1683432102", "2347597421"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD"]


def plan(heads, *columns, replies=None):
    rows = [[NAMES[i], NPIS[i], *row] for i, row in enumerate(zip(*columns, strict=True))]
    answers = Replies(replies or {})
    workbook = book([["Name", "NPI", *heads], *rows])
    sheets = taken.Sheets.of(workbook, recognize(workbook, answers=answers))
    choices = Choices(answers=Answers(replies=answers))
    return comparing.compare(sheets, known.fetch(sheets.days), choices, encrypted=True)


def provider(row):
    at = known.AT["provider"]
    return row.person.row[at["status"]], row.person.row[at["status_since"]]


def test_whoever_was_termed_does_not_come_in_as_active(office):
    columns = ["Effective Date", "Term Date"], [date(2020, 1, 1)] * 3, [date(2024, 3, 31), "", ""]
    made = plan(*columns)
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    (question,) = [each for each in made.questions if each.key]
    assert question.rows == 1 and "“Term Date”" in question.about
    made = plan(*columns, replies={question.key: "Resigned"})
    assert provider(made.rows[0]) == ("Resigned", "2024-03-31") and provider(made.rows[1]) == ("Active", None)


@pytest.mark.parametrize("heading", ["Resigned", "Date Resigned", "Resignation Date"])
def test_a_column_of_days_of_resignation_says_who_resigned(office, heading):
    made = plan([heading], ["5/1/2026", "", ""])
    assert [provider(row) for row in made.rows] == [("Resigned", "2026-05-01"), ("Active", None), ("Active", None)]


def test_days_to_come_end_nobody(office):
    later = database.clock().date() + timedelta(300)
    made = plan(["Term Date"], [later] * 3)
    assert made.rows[0].reading.columns[2] is None and [provider(row)[0] for row in made.rows] == ["Active"] * 3


def test_hospital_affiliations_are_no_appointments_of_ours(office):
    made = plan(
        ["Hospital Affiliation 1", "Hospital Affiliation 2"], ["Cleveland Clinic", "Mayo", ""], ["Mayo", "", ""]
    )
    at = known.AT["affiliation"]["hospital"]
    assert [[row[at] for row in each.person.affiliations] for each in made.rows] == [
        ["Cleveland Clinic", "Mayo"],
        ["Mayo"],
        [],
    ]
    assert not made.drafts.added["appointment"] and not made.drafts.added["facility"]


def test_hospital_affiliations_that_are_all_facilities_of_ours_are_appointments():
    table = [["Name", "NPI", "Hospital Affiliation"], *[[n, i, "Mercy"] for n, i in zip(NAMES, NPIS, strict=True)]]
    (reading,) = recognize(book(table), facilities_of_office=["mercy"])
    assert reading.columns[2] == "appointment.facility"


def test_languages_and_former_names_of_several_columns_are_all_kept(office):
    made = plan(
        ["Language 1", "Language 2", "AKA", "Maiden Name"],
        ["Russian", "Thai", ""],
        ["English", "", "French"],
        ["Ruthie Boo-Hoo", "", ""],
        ["Quill", "Zed", ""],
    )
    spoken = [row.person.row[known.AT["provider"]["languages"]] for row in made.rows]
    assert spoken == ["Russian, English", "Thai", "French"]
    at = known.AT["other_name"]
    assert [(row[at["first"]], row[at["last"]]) for row in made.rows[0].person.others] == [
        ("Ruthie", "Boo-Hoo"),
        ("", "Quill"),
    ]


def test_a_day_of_death_says_who_died(office):
    made = plan(["Date of Death"], ["5/1/2026", "", ""])
    assert [provider(row)[0] for row in made.rows] == ["Deceased", "Active", "Active"]


def test_a_remark_that_begins_with_a_status_asks_before_anybody_comes_in_as_active(office):
    remarks = ["resigned 6/30/2026", "Lic renewed thru 7/31/29", "Leave a message with Ann"]
    made = plan(["Comments"], remarks)
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    (question,) = [each for each in made.questions if each.key]
    assert "“Comments: resigned”" in question.about and question.rows == 1
    made = plan(["Comments"], remarks, replies={question.key: "Resigned"})
    assert [row.result for row in made.rows] == ["new"] * 3 and provider(made.rows[0])[0] == "Resigned"


def test_a_remark_beside_a_status_asks_nothing(office):
    made = plan(
        ["Status", "Comments"], ["Active", "Active", "Resigned"], ["resigned from Mercy 6/30/20", "", "resigned"]
    )
    assert [each for each in made.questions if each.key] == []


@pytest.mark.parametrize("remark", ["left practice 6/1/26", "Left 6/30/2026", "No longer with group", "did not renew"])
def test_a_remark_that_says_that_somebody_left_asks(office, remark):
    made = plan(["Comments"], [remark, "left message with Ann", "Left-handed"])
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]


def test_an_end_that_only_few_have_asks_once_it_has_come(office):
    made = plan(["End Date"], ["5/5/2026", "", ""])
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    made = plan(["End Date"], ["5/5/2035", "", ""])
    assert [row.result for row in made.rows] == ["new"] * 3
