"""A second license or registration that its heading calls the 2nd or the other one."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book, saved, told
from tests.sheets.test_whose_column import columns_of

ROW = ["Ngo, Ruth, MD", "A1000", date(2027, 7, 31), "B2000", "NV", date(2027, 10, 31)]
WANTED = {
    "license.number": "A1000",
    "license.expires": ROW[2],
    "license2.number": "B2000",
    "license2.state": "NV",
    "license2.expires": ROW[5],
}


@pytest.mark.parametrize("word", ["2nd", "Other", "Second", "Secondary", "Additional", "OTHER"])
def test_a_second_license(tmp_path, word):
    head = ["Name", "License No", "License Exp", f"{word} License", f"{word} License State", f"{word} License Exp"]
    (row,) = told(saved(tmp_path / "r.xlsx", [head, ROW]))
    assert {target: row.get(target) for target in WANTED} == WANTED


def test_a_second_registration(tmp_path):
    head = ["Name", "DEA", "DEA Exp", "2nd DEA", "2nd DEA Exp"]
    row = ["Ngo, Ruth, MD", "BN1234563", ROW[2], "FN1234563", ROW[5]]
    (row,) = told(saved(tmp_path / "r.xlsx", [head, row]))
    assert (row["dea2.number"], row["dea2.expires"]) == ("FN1234563", ROW[5])


@pytest.mark.parametrize("word", ["2nd", "Other"])
@pytest.mark.parametrize("merged", [("B1:C1", "D1:F1"), ()])
def test_a_group_of_two_rows(tmp_path, word, merged):
    head = [["", "License", "", f"{word} License", "", ""], ["Name", "Number", "Exp", "Number", "State", "Exp"]]
    (row,) = told(saved(tmp_path / "r.xlsx", [*head, ROW], merged=merged))
    assert {target: row.get(target) for target in WANTED} == WANTED


IL, WI = ("036-132617", date(2027, 7, 31)), ("52913-20", date(2028, 10, 31))
DEA, LAST = ("BA1111119", date(2028, 5, 31)), date(2027, 1, 1)
# Headings behind name and NPI, a row, and what they mean: numbers first, then what belongs to them
TOGETHER = {
    "by number": (
        ["License 1", "License 2", "Exp 1", "Exp 2"],
        [IL[0], WI[0], IL[1], WI[1]],
        ["license.number", "license2.number", "license.expires", "license2.expires"],
    ),
    "by number, the second first": (
        ["License 1", "License 2", "Exp 2", "Exp 1"],
        [IL[0], WI[0], WI[1], IL[1]],
        ["license.number", "license2.number", "license2.expires", "license.expires"],
    ),
    "by letter": (
        ["License A", "License B", "Exp A", "Exp B"],
        [IL[0], WI[0], IL[1], WI[1]],
        ["license.number", "license2.number", "license.expires", "license2.expires"],
    ),
    "states and days": (
        ["License No. 1", "License No. 2", "Issuing State 1", "Issuing State 2", "Exp. Date 1", "Exp. Date 2"],
        [IL[0], WI[0], "IL", "WI", IL[1], WI[1]],
        ["license.number", "license2.number", "license.state", "license2.state", "license.expires", "license2.expires"],
    ),
    "the second is called so": (
        ["DEA", "2nd DEA", "Exp", "2nd Exp"],
        [DEA[0], "FA1111119", DEA[1], IL[1]],
        ["dea.number", "dea2.number", "dea.expires", "dea2.expires"],
    ),
    "boards": (
        ["Board 1", "Board 2", "Exp 1", "Exp 2"],
        ["ABIM", "ABP", IL[1], WI[1]],
        ["board.issuer", "board2.issuer", "board.expires", "board2.expires"],
    ),
    "as many days as numbers": (
        ["License", "DEA", "Exp", "Exp"],
        [IL[0], DEA[0], IL[1], DEA[1]],
        ["license.number", "dea.number", "license.expires", "dea.expires"],
    ),
    "three of them": (
        ["License", "DEA", "Malpractice", "Exp", "Exp", "Exp"],
        [IL[0], DEA[0], "ISMIE", IL[1], DEA[1], LAST],
        ["license.number", "dea.number", "liability.issuer", "license.expires", "dea.expires", "liability.expires"],
    ),
    "fewer days than numbers": (
        ["License", "DEA", "Malpractice", "Exp", "Exp"],
        [IL[0], DEA[0], "ISMIE", IL[1], DEA[1]],
        ["license.number", "dea.number", "liability.issuer", None, None],
    ),
    "numbers of two sorts": (
        ["License 1", "License 2", "DEA", "Exp 1", "Exp 2"],
        [IL[0], WI[0], DEA[0], IL[1], WI[1]],
        ["license.number", "license2.number", "dea.number", None, None],
    ),
    "a number of another one": (
        ["License 1", "DEA 1", "DEA 2", "Exp 3"],
        [IL[0], DEA[0], "FA1111119", IL[1]],
        ["license.number", "dea.number", "dea2.number", None],
    ),
    "one day behind two is of the nearest": (
        ["License", "DEA", "Exp"],
        [IL[0], DEA[0], DEA[1]],
        ["license.number", "dea.number", "dea.expires"],
    ),
    "longer than a registration runs": (
        ["License", "DEA", "Issue Date", "Expiration Date"],
        [IL[0], DEA[0], date(2016, 9, 15), DEA[1]],
        ["license.number", "dea.number", None, None],
    ),
    "the end of the only one without": (
        ["License", "Exp", "DEA", "Original Issue Date", "Exp"],
        [IL[0], IL[1], DEA[0], date(2002, 9, 15), DEA[1]],
        ["license.number", "license.expires", "dea.number", None, "dea.expires"],
    ),
    "the first day of each": (
        ["License", "Orig. Issue", "Exp", "CDS", "Orig. Issue", "Exp", "DEA", "Orig. Issue", "Exp"],
        [IL[0], date(2002, 9, 14), IL[1], "336-112233", date(2002, 9, 15), IL[1], DEA[0], date(2002, 9, 16), DEA[1]],
        [
            "license.number",
            "license.issued",
            "license.expires",
            "cds.number",
            "cds.issued",
            "cds.expires",
            "dea.number",
            "dea.issued",
            "dea.expires",
        ],
    ),
    "a registration of three years": (
        ["License", "DEA", "Issue Date", "Expiration Date"],
        [IL[0], DEA[0], date(2025, 6, 1), DEA[1]],
        ["license.number", "dea.number", "dea.issued", "dea.expires"],
    ),
    "by the state that the day names": (
        ["IL License", "WI License", "Expiration WI", "Expiration IL"],
        [IL[0], WI[0], WI[1], IL[1]],
        ["license.number", "license2.number", "license2.expires", "license.expires"],
    ),
    "the primary one": (
        ["Primary License", "Primary State", "Primary Exp", "City", "Zip"],
        [WI[0], "WI", WI[1], "Chicago", "60611"],
        ["license.number", "license.state", "license.expires", "provider.city", "provider.zip"],
    ),
    "the primary address": (
        ["Primary License", "Primary City", "Primary State", "Primary Zip"],
        [WI[0], "Chicago", "IL", "60611"],
        ["license.number", "provider.city", "provider.state", "provider.zip"],
    ),
    "a board and its specialty": (
        ["Board", "Specialty Board", "Cert Date", "Cert Exp"],
        ["ABIM", "Internal Medicine", date(2006, 7, 5), date(2030, 12, 31)],
        ["board.issuer", "board.title", "board.issued", "board.expires"],
    ),
}


@pytest.mark.parametrize("called", TOGETHER)
def test_what_stands_behind_several(called):
    heads, cells, meant = TOGETHER[called]
    assert columns_of(*heads, cells=cells) == meant


def test_days_where_there_is_no_number_are_in_no_order():
    rows = [(IL[0], "", IL[1], IL[1])] * 3 + [(IL[0], WI[0], IL[1], WI[1])] * 3
    heads = ["IL License", "WI License", "Exp", "Exp"]
    assert columns_of(*heads, cells=rows) == ["license.number", "license2.number", None, None]
    rows = [(IL[0], "", IL[1], "")] * 3 + [(IL[0], WI[0], IL[1], WI[1])] * 3
    assert columns_of(*heads, cells=rows)[2:] == ["license.expires", "license2.expires"]


def test_what_is_not_sure_is_asked():
    table = [
        ["Name", "License", "DEA", "CDS", "Exp", "Exp"],
        ["Ngo, Ruth, MD", IL[0], DEA[0], "336123456", IL[1], DEA[1]],
    ]
    (question,) = [each for each in asked(book(table)) if "Exp" in each.about]
    assert (question.about, question.chosen) == (
        "Columns E: Exp, F: Exp: nothing says which of B: License, C: DEA, D: CDS each belongs to",
        "left out",
    )


STATED = ["license.number", "license.expires", "license2.number", "license2.expires"]


def test_numbers_under_the_names_of_states():
    assert columns_of("Illinois", "Exp", "Ohio", "Exp", cells=(IL[0], IL[1], "35.357972", WI[1])) == STATED


def test_numbers_under_states_in_the_row_above(tmp_path):
    head = [["", "IL", "", "IN", ""], ["Name", "Number", "Exp", "Number", "Exp"]]
    rows = [["Ngo, Ruth, MD", IL[0], IL[1], "01018829A", WI[1]], ["Hill, Ann, MD", "036-2", IL[1], "", ""]]
    first, _ = told(saved(tmp_path / "r.xlsx", [*head, *rows], merged=("B1:C1", "D1:E1")))
    assert (first["license.state"], first["license.expires"]) == ("IL", IL[1])
    assert (first["license2.number"], first["license2.state"], first["license2.expires"]) == ("01018829A", "IN", WI[1])


def test_states_below_what_is_said_of_each(tmp_path):
    head = [["Name", "License Number", "", "Expiration", ""], ["", "IL", "IN", "IL", "IN"]]
    rows = [["Ngo, Ruth, MD", IL[0], "01018829A", IL[1], WI[1]], ["Hill, Ann, MD", "036-2", "", IL[1], ""]]
    first, _ = told(saved(tmp_path / "r.xlsx", [*head, *rows], merged=("B1:C1", "D1:E1")))
    assert (first["license2.number"], first["license2.state"], first["license2.expires"]) == ("01018829A", "IN", WI[1])


def test_who_issued_a_card_before_its_day():
    found = columns_of("ACLS", "Exp", "BLS", "Exp", cells=("AHA", IL[1], "AHA", WI[1]))
    assert found == ["acls.issuer", "acls.expires", "bls.issuer", "bls.expires"]


@pytest.mark.parametrize("order", [("State", "License", "Exp"), ("License", "State", "Exp")])
@pytest.mark.parametrize("sign", [" #", " No. ", " "])
def test_a_sign_before_the_number_of_a_column_only_counts(tmp_path, order, sign):
    cells = {"State": ("IL", "WI"), "License": ("036-119204", "52913-20"), "Exp": ("7/31/2027", "8/31/2028")}
    heads = [f"{name}{sign}{n + 1}" for n in (0, 1) for name in order]
    row = ["Ngo", "Ruth", "1382810863", *[cells[name][n] for n in (0, 1) for name in order]]
    said = told(saved(tmp_path / "r.xlsx", [["Last", "First", "NPI", *heads], row, row[:1] + ["Simon", "1683432102"]]))[
        0
    ]
    assert (said["license.number"], said["license.state"]) == ("036-119204", "IL")
    assert (said["license2.number"], said["license2.state"]) == ("52913-20", "WI")
    assert str(said["license2.expires"]) == "2028-08-31"
