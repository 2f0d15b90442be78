"""Headings that name two things, "License/DEA", "Cat/Status": both are read where every cell holds them, else none."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, saved, told
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD"]
NPIS = ["1382810863", "1683432102", "2347597421"]
DEA = "BA7283740"


def reading(heads, *cells, npi=True):
    table = [["Name", *(["NPI"] if npi else []), *heads]]
    for at, name in enumerate(NAMES):
        table.append([name, *([NPIS[at]] if npi else []), *cells[min(at, len(cells) - 1)]])
    return recognize(book(table))[0]


def said(heads, *cells, **options):
    return [(row.values, row.problems) for row in understand(reading(heads, *cells, **options))]


@pytest.mark.parametrize(
    ("heading", "cell", "values"),
    [
        ("License/DEA", f"036120779 / {DEA}", {"license.number": "036120779", "dea.number": DEA}),
        ("DEA & License", f"{DEA}\n036120779", {"license.number": "036120779", "dea.number": DEA}),
        ("Lic # / DEA #", f"036120779, {DEA}", {"license.number": "036120779", "dea.number": DEA}),
        ("License/DEA", f"IL 036120779 / {DEA}", {"license.number": "036120779", "license.state": "IL"}),
        ("Cat/Status", "Courtesy/Active", {"provider.category": "Courtesy", "provider.status": "Active"}),
        ("Status/Category", "LOA / Active", {"provider.category": "Active", "provider.status": "Leave of absence"}),
    ],
)
def test_a_cell_that_holds_both_gives_both(heading, cell, values):
    for row, problems in said([heading], [cell]):
        assert {target: row.get(target) for target in values} == values and not problems


def test_two_days_are_those_of_the_columns_that_they_name():
    heads = ["Lic/DEA Exp", "IL License", "DEA"]
    row, problems = said(heads, ["1/14/2027 / 1/13/2028", "036120779", DEA])[0]
    ends = [str(row[f"{sort}.expires"]) for sort in ("license", "dea")]
    assert ends == ["2027-01-14", "2028-01-13"] and not problems
    assert "license2.number" not in row and "dea2.number" not in row


def test_an_npi_beside_a_license():
    row, _ = said(["NPI / License", "Staff Category"], ["NPI: 1382810863\n036-119204", "Active"], npi=False)[0]
    assert (row["provider.npi"], row["license.number"]) == ("1382810863", "036-119204")


def test_a_cell_that_holds_one_alone_is_a_problem_of_its_row():
    cells = [[f"{n}36120779 / {DEA}"] for n in range(2)] + [["036120779"]]
    table = [
        ["Name", "License/DEA"],
        *[[NAMES[0], cells[0][0]] for _ in range(10)],
        [NAMES[1], "036120779"],
        [NAMES[2], "N/A"],
    ]
    rows = list(understand(recognize(book(table))[0]))
    assert [bool(row.problems) for row in rows] == [*[False] * 10, True, False]
    assert "does not hold both" in rows[10].problems[0].message


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("License/DEA", "036120779"),
        ("Lic/DEA Exp", "1/14/2027"),
        ("License/DEA", "036120779 / Pending"),
        ("DEA/CDS", "yes"),
    ],
)
def test_cells_that_do_not_hold_both_leave_the_column_out(heading, cell):
    found = reading([heading], [cell])
    assert found.columns[2] is None
    assert any(f"C: {heading} is left out" in note for note in found.notes)


@pytest.mark.parametrize(
    ("heading", "cell", "target"),
    [
        ("License/Exp", "036-1 / 6-30-27", "license.number"),
        ("Dept/Section", "Medicine / Cardiology", "provider.department_section"),
        ("Status/Category", "Courtesy", "provider.category"),
        ("City/State", "Gary, IN", "provider.city_state"),
    ],
)
def test_a_slash_in_a_heading_that_names_one_thing(heading, cell, target):
    assert reading([heading], [cell]).columns[2] == target


TWO = {
    "State/Lic #": ("IL / 036-12345{n}", {"license.state": "IL", "license.number": "036-12345{n}"}),
    "Board / Cert #": ("ABS / 41345{n}", {"board.issuer": "ABS", "board.number": "41345{n}"}),
    "Specialty/Board": ("Pediatrics / ABP", {"provider.specialty": "Pediatrics", "board.issuer": "ABP"}),
    "Department/Specialty": (
        "Surgery / General Surgery",
        {"provider.department": "Surgery", "provider.specialty": "General Surgery"},
    ),
    "Board/Specialty": ("ABP / Pediatrics", {"board.issuer": "ABP", "board.title": "Pediatrics"}),
}


@pytest.mark.parametrize("heading", TWO)
def test_two_parts_of_one_thing(heading):
    cell, wanted = TWO[heading]
    rows = [["Ngo", f"Ruth{'abcde'[n]}", cell.format(n=n)] for n in range(5)]
    for n, row in enumerate(told(book([["Last Name", "First Name", heading], *rows]))):
        assert {target: row.get(target) for target in wanted} == {at: text.format(n=n) for at, text in wanted.items()}


@pytest.mark.parametrize(
    ("heading", "cell"), [("Board Certified", "Yes - ABIM"), ("Malpractice", "1M/3M exp 2/25/2027")]
)
def test_two_things_that_the_heading_does_not_name_are_left_out(heading, cell):
    (row,) = told(book([["Name", heading], ["Ngo, Ruth, MD", cell]]))
    assert not any(target.startswith(("board.", "liability.")) for target in row)


@pytest.mark.parametrize(
    ("heading", "cells", "held"),
    [
        (
            "Carrier/Policy #",
            ["ISMIE / PL592731", "The Doctors Company / PL592732"],
            {"issuer": "ISMIE", "number": "PL592731"},
        ),
        ("Insurance / Limits", ["ISMIE / 1M/3M", "CNA / 1M/3M"], {"issuer": "ISMIE", "per_claim": 1_000_000}),
        ("Policy #/Exp", ["PL592731 / 3/1/2027", "PL592732 / 4/1/2027"], {"number": "PL592731"}),
    ],
)
def test_two_parts_of_one_policy_in_a_cell(tmp_path, heading, cells, held):
    people = [["Ngo", "Ruth", "1382810863"], ["Lindgren", "Stefan", "1683432102"]]
    rows = [[*who, cell, "7/1/2027"] for who, cell in zip(people, cells, strict=True)]
    said = told(saved(tmp_path / "r.xlsx", [["Last", "First", "NPI", heading, "Exp"], *rows]))[0]
    assert {f"liability.{name}": value for name, value in held.items()}.items() <= said.items()
    assert said["liability.expires"] == (date(2027, 3, 1) if heading.endswith("Exp") else date(2027, 7, 1))


CARDS = ["acls.expires|bls.expires", "acls.expires", "bls.expires"]
FIRST, SECOND = date(2031, 1, 14), date(2032, 1, 13)


def test_two_days_of_two_cards_are_one_of_each():
    (row, problems), *_ = said(["ACLS/BLS"], ["1/14/2031 / 1/13/2032"])
    assert (row["acls.expires"], row["bls.expires"], problems) == (FIRST, SECOND, [])


@pytest.mark.parametrize("heading", ["ACLS/BLS", "ACLS / BLS Exp", "ACLS & BLS"])
@pytest.mark.parametrize("day", ["1/14/2031", FIRST])
def test_one_day_of_two_cards_is_asked(heading, day):
    found = reading([heading], [day])
    (question,) = (each for each in found.questions if each.key.startswith("means"))
    assert found.columns[2] is None and question.chosen == "left out"
    assert [option.key for option in question.options] == ["out", "both", *CARDS[1:]]
    for option, ends in {"both": (FIRST, FIRST), "acls.expires": (FIRST, None), "bls.expires": (None, FIRST)}.items():
        table = book([["Name", "NPI", heading], *[[name, npi, day] for name, npi in zip(NAMES, NPIS, strict=True)]])
        answered = told(table, answers=Replies({question.key: option}))
        assert [(row.get("acls.expires"), row.get("bls.expires")) for row in answered] == [ends] * 3


@pytest.mark.parametrize("cells", [["yes"], ["see file"], [""]])
def test_two_cards_without_days_are_left_out(cells):
    found = reading(["ACLS/BLS"], cells)
    assert found.columns[2] is None and not any(each.key.startswith("means") for each in found.questions)


def test_two_cards_beside_a_column_of_one_of_them_are_left_out():
    found = reading(["ACLS/BLS", "BLS"], ["1/14/2031", "1/13/2032"])
    assert list(found.columns.values())[2:] == [None, "bls.expires"]
    assert not any(each.key.startswith("means") for each in found.questions)
