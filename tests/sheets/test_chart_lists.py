"""Lists of charts: who is suspended for records is not suspended from the staff unless somebody says so."""

from datetime import date

from tests.sheets.sheet_tables import book
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

TABLE = [
    ["Physician", "Specialty", "Total Delinquent", "Suspension Date", "Status"],
    ["Poe, Edna MD", "Urology", "3", date(2024, 3, 14), "OK"],
    ["Roe, Carl MD", "Urology", "12", date(2026, 11, 2), "SUSP"],
    ["Moe, Tina DO", "Nephrology", "0", "", "OK"],
]


def test_a_suspension_for_records_is_asked_and_left_out():
    (reading,) = recognize(book(TABLE))
    assert (reading.columns[3], reading.columns[4]) == (None, None)
    (asked,) = [each for each in reading.questions if each.key.startswith("charts|")]
    assert asked.chosen.startswith("left out")
    assert not any(value == "Suspended" for row in understand(reading) for value in row.values.values())


def test_an_answer_takes_it_as_a_standing():
    (reading,) = recognize(book(TABLE), answers=Replies({"charts|Sheet": "in"}))
    assert (reading.columns[3], reading.columns[4]) == ("provider.has_status", "provider.status")


def test_a_list_without_charts_is_not_asked():
    table = [[cell for at, cell in enumerate(row) if at != 2] for row in TABLE]
    (reading,) = recognize(book(table))
    assert reading.columns[3] == "provider.status"
    assert not [each for each in reading.questions if each.key.startswith("charts|")]
