"""Whole numbers under headings: a license, a day as Excel counts it, 20260630, 063026."""

from datetime import date

import pytest

from workbench.sheets.values import understand_value

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448", "2489118788"]
JUNE = date(2026, 6, 30)


def table(headings, *cells, count=7):
    return [
        ["Name", "NPI", *headings],
        *[[f"SMITH, Ann {chr(65 + i)}.", NPIS[i], *[c(i) for c in cells]] for i in range(count)],
    ]


def license_number(i):
    return 50123.0 + 791 * i


@pytest.mark.parametrize("heading", ["License #", "License Number", "Lic. No.", "State Lic #", "License", "Med Lic"])
@pytest.mark.parametrize("beside", [["St", "Exp"], ["Lic State", "Lic Exp"], ["Exp"]])
def test_a_license_kept_as_a_number_is_no_day(said, heading, beside):
    cells = [lambda i: "MO", lambda i: "6/30/26"][-len(beside) :]
    for i, row in enumerate(said(table([heading, *beside], license_number, *cells))):
        assert row.values["license.number"] == str(50123 + 791 * i) and row.values["license.expires"] == JUNE
        assert row.values.get("license.state") == ("MO" if len(beside) == 2 else None)


def test_five_digits_under_a_bare_license_are_its_number_where_nothing_else_says_so(said):
    assert [row.values["license.number"] for row in said(table(["License"], license_number))][0] == "50123"


def test_five_digits_under_a_bare_license_beside_its_number_are_left_out(one):
    assert one(table(["License #", "License"], lambda i: f"036-{i}", license_number)).columns[3] is None


def test_a_number_is_a_day_among_days_and_under_a_heading_that_names_one(one):
    mixed = table(["License", "License #"], lambda i: 46203.0 if i % 2 else JUNE, lambda i: f"036-{i}")
    assert one(mixed).columns[2] == "license.expires"
    for heading in ("Lic Exp", "ACLS", "ACLS Exp"):
        assert one(table([heading], lambda i: 46203.0)).columns[2].endswith(".expires")


@pytest.mark.parametrize("heading", ["Expires", "Exp Date", "Expiration", "Exp"])
@pytest.mark.parametrize("before", ["License", "DEA", "CSR"])
@pytest.mark.parametrize("cell", [20260630, 20260630.0, "20260630", "063026", 46203.0])
def test_a_day_as_a_number_is_read_by_its_place(said, heading, before, cell):
    numbers = {"License": "036-1", "DEA": "BS5960655", "CSR": "336-1"}
    sort = {"License": "license", "DEA": "dea", "CSR": "cds"}[before]
    rows = said(table([before, heading], lambda i: numbers[before], lambda i: cell))
    assert {row.values[f"{sort}.expires"] for row in rows} == {JUNE}


@pytest.mark.parametrize(
    "cell,day",
    [("063026", JUNE), ("123126", date(2026, 12, 31)), (123126.0, date(2026, 12, 31)), (101526, date(2026, 10, 15))],
)
def test_six_digits_are_month_day_and_year(cell, day):
    assert understand_value("license.expires", cell) == (day, None)


@pytest.mark.parametrize("cell", ["133026", "063226", "202606"])
def test_six_digits_that_are_no_month_and_day_are_wrong(cell):
    assert understand_value("license.expires", cell)[1]


def test_a_group_merged_over_one_credential_alone_says_what_its_columns_are(one):
    headings = [["", "", "", "License", "", ""], ["Last", "First", "NPI", "#", "State", "Exp"]]
    rows = [["Smith", "Ann", npi, license_number(i), "MO", JUNE] for i, npi in enumerate(NPIS)]
    reading = one([*headings, *rows], merged=[(1, 3, 1, 5)])
    assert [reading.columns[at] for at in (3, 4, 5)] == ["license.number", "license.state", "license.expires"]
