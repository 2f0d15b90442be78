"""Spans in one cell: "01/01/2025 - 12/31/2026" says when an appointment, a policy or a license begins and ends."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NPIS = ["1382810863", "1683432102", "2347597421"]
BEGIN, END = date(2025, 9, 1), date(2027, 9, 28)


def values(heads, *cells):
    return told(book([["Last Name", "First Name", "NPI", *heads], *[["Ngo", "Ruth", npi, *cells] for npi in NPIS]]))[0]


@pytest.mark.parametrize(
    "cell",
    ["09/01/2025 - 09/28/2027", "9/1/25-9/28/27", "9/1/2025 to 9/28/2027", "2025-09-01 – 2027-09-28", "9/1/25 thru 9/28/27"],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["Current Appt", "Appt Period", "Appointment Dates", "Reappointment Term", "Term"])
def test_a_span_of_an_appointment(heading, cell):
    said = values(["Dept", heading], "Surgery", cell)
    assert (said["appointment.starts"], said["appointment.ends"]) == (BEGIN, END)


@pytest.mark.parametrize(
    ("heads", "sort"),
    [
        (["Carrier", "Policy #", "Coverage Dates"], "liability"),
        (["Carrier", "Policy #", "Policy Period"], "liability"),
        (["Carrier", "Policy #", "Dates"], "liability"),
        (["Carrier", "Policy #", "Term"], "liability"),
        (["State", "Lic #", "License Dates"], "license"),
        (["State", "Lic #", "Lic Eff-Exp"], "license"),
        (["State", "CDS", "Effective Dates"], "cds"),
    ],
)
def test_a_span_of_a_credential(heads, sort):
    said = values(heads, "MedPro" if sort == "liability" else "IL", "PL12345", "9/1/2025 - 9/28/2027")
    assert (said[f"{sort}.number"], said[f"{sort}.issued"], said[f"{sort}.expires"]) == ("PL12345", BEGIN, END)
    assert "appointment.starts" not in said


def test_spans_of_something_else_are_not_read():
    table = [["Name", "NPI", "Contract Dates"], *[["Ngo, Ruth, MD", npi, "9/1/25 - 9/28/27"] for npi in NPIS]]
    (reading,) = recognize(book(table))
    assert reading.columns[2] is None


def test_a_span_that_ends_before_it_begins_is_told_and_not_read():
    rows = [["Ngo", "Ruth", npi, "9/1/2025 - 9/28/2027"] for npi in NPIS * 4]
    rows[0][3] = "9/28/2027 - 9/1/2025"
    (reading,) = recognize(book([["Last Name", "First Name", "NPI", "Appointment Dates"], *rows]))
    said = list(understand(reading))
    assert "appointment.starts" not in said[0].values and "appointment.ends" not in said[0].values
    assert ["dash between" in problem.message for problem in said[0].problems] == [True]
    assert said[1].values["appointment.ends"] == END
