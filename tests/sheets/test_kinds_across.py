"""Several credentials across, each with its kind in a cell: License Type 1, License Number 1, License Type 2 ..."""

from datetime import date

from tests.sheets.sheet_tables import asked, saved, told

PARTS = ("Type", "Authority", "Number", "Issue", "Expiration")
LICENSE = ["State License", "Illinois", "036-120779", "7/1/2010", "7/31/2027"]
DEA = ["DEA", "DEA", "BN1234563", "9/1/2024", "8/31/2027"]
CDS = ["CDS", "Illinois", "336-120779", "7/2/2012", "6/30/2027"]


def book(path, *rows, groups=3):
    heads = [f"License {part} {n + 1}" for n in range(groups) for part in PARTS]
    people = [["Ngo", "Ruth", "1382810863"], ["Nash", "Stefan", "1683432102"]]
    table = [[*who, *sum(row, [])] for who, row in zip(people, rows, strict=False)]
    return saved(path / "r.xlsx", [["Last Name", "First Name", "NPI", *heads], *table])


def test_each_is_of_the_kind_that_its_cell_names(tmp_path):
    first, second = told(book(tmp_path, [LICENSE, DEA, CDS], [DEA, LICENSE, CDS]))
    for said in (first, second):
        numbers = {
            value for target, value in said.items() if target.startswith("license") and target.endswith("number")
        }
        assert numbers == {"036-120779"} and said["cds.expires"] == date(2027, 6, 30)
        assert {"BN1234563"} == {v for t, v in said.items() if t.startswith("dea") and t.endswith("number")}
    assert first["dea2.issued"] == second["dea.issued"] == date(2024, 9, 1)


def test_where_all_are_licenses_nothing_moves(tmp_path):
    wisconsin = ["State License", "Wisconsin", "52913-20", "7/1/2012", "8/31/2027"]
    (said,) = told(book(tmp_path, [LICENSE, wisconsin], groups=2))
    assert (said["license.number"], said["license2.number"]) == ("036-120779", "52913-20")


def test_what_is_of_no_known_kind_is_no_license_and_told(tmp_path):
    badge = ["Parking permit", "Hospital", "77", "", ""]
    workbook = book(tmp_path, [LICENSE, badge, DEA], [LICENSE, badge, DEA])
    assert all("77" not in map(str, said.values()) for said in told(workbook))
    assert any("not known" in question.about and question.rows == 2 for question in asked(workbook))
