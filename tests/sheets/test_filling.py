"""Rows that go on with the one above, from real workbooks: one person each, with everything of theirs."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book, saved, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import UNANSWERED, Replies
from workbench.sheets.plan import Choices
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

N1, N2, N3 = "1382810863", "1683432102", "2347597421"
D1, D2, D3 = date(2027, 11, 15), date(2026, 12, 16), date(2030, 10, 16)
HEAD = ["Name", "NPI", "License #", "State", "Exp"]


@pytest.fixture
def planned(office):
    """The plan of a workbook over an empty office."""

    def make(workbook, answers=UNANSWERED):
        sheets = taken.Sheets.of(workbook, recognize(workbook, answers=answers))
        return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)

    return make


def people(plan):
    """By person the licenses and their states."""
    found = {}
    for row in plan.rows:
        held = found.setdefault(row.provider, set())
        held |= {(v, row.values.get(k.replace("number", "state"))) for k, v in row.values.items() if "number" in k}
    return found


def results(plan):
    return [row.result for row in plan.rows]


ONE_ROW_A_LICENSE = {
    "Ngo, Ruth, MD": {("036-1", "IL"), ("77-20", "WI"), ("MO-3", "MO")},
    "Morris, Vikram, DO": {("036-2", "IL")},
}


def test_the_name_stands_only_on_the_first_of_several_rows(tmp_path, planned):
    table = [
        HEAD,
        ["NGO, Ruth, MD", N1, "036-1", "IL", D1],
        ["", "", "77-20", "WI", D2],
        ["", "", "MO-3", "MO", D3],
        ["MORRIS, Vikram, DO", N2, "036-2", "IL", D1],
    ]
    workbook = saved(tmp_path / "roster.xlsx", table)
    plan = planned(workbook)
    assert people(plan) == ONE_ROW_A_LICENSE and results(plan) == ["new", "changed", "changed", "new"]
    assert [q.rows for q in asked(workbook)] == [2]
    assert plan.rows[1].cells[0] == "NGO, Ruth, MD" and plan.rows[1].filed[0] is None


def test_a_cell_merged_over_several_rows(tmp_path, planned):
    table = [
        ["Dept", *HEAD],
        ["Surgery", "NGO, Ruth, MD", N1, "036-1", "IL", D1],
        ["", "", "", "77-20", "WI", D2],
        ["", "", "", "MO-3", "MO", D3],
        ["", "MORRIS, Vikram, DO", N2, "036-2", "IL", D1],
    ]
    plan = planned(saved(tmp_path / "roster.xlsx", table, merged=("A2:A5", "B2:B4", "C2:C4")))
    assert people(plan) == ONE_ROW_A_LICENSE
    assert [row.values.get("provider.department") for row in plan.rows] == ["Surgery"] * 4


@pytest.mark.parametrize("mark", ['"', "''", "same", "Same as above"])
def test_ditto_marks(tmp_path, planned, mark):
    table = [
        ["Name", "NPI", "Dept", "License #", "State", "Exp"],
        ["NGO, Ruth, MD", N1, "Surgery", "036-1", "IL", D1],
        [mark, mark, mark, "77-20", "WI", D2],
        [mark, mark, mark, "MO-3", "MO", mark],
        ["MORRIS, Vikram, DO", N2, mark, "036-2", "IL", D1],
    ]
    plan = planned(saved(tmp_path / "roster.xlsx", table))
    assert people(plan) == ONE_ROW_A_LICENSE
    assert plan.rows[3].values["provider.department"] == "Surgery" and plan.rows[2].values["license.expires"] == D2


def test_the_same_as_another_column_is_not_the_row_above(tmp_path):
    table = [
        ["Name", "NPI", "Address", "City", "Fax"],
        ["NGO, Ruth, MD", N1, "1 Main", "Chicago", "312-555-0101"],
        ["MORRIS, Vikram, DO", N2, "2 Oak", "Peoria", "same"],
    ]
    assert "provider.fax" not in told(saved(tmp_path / "roster.xlsx", table))[1]


def test_one_row_a_license_with_the_name_again_and_no_npi(tmp_path, planned):
    table = [
        ["Name", "License #", "State", "Exp"],
        ["NGO, Ruth, MD", "036-1", "IL", D1],
        ["NGO, Ruth, MD", "77-20", "WI", D2],
        ["NGO, Ruth, MD", "MO-3", "MO", D3],
        ["MORRIS, Vikram, DO", "036-2", "IL", D1],
    ]
    workbook = saved(tmp_path / "roster.xlsx", table)
    plan = planned(workbook)
    assert people(plan) == ONE_ROW_A_LICENSE and results(plan) == ["new", "changed", "changed", "new"]
    (question,) = asked(workbook)
    apart = planned(workbook, Replies({question.key: "apart"}))
    assert question.rows == 2 and results(apart) != results(plan)


def test_two_people_of_one_name_whose_licenses_are_of_one_state_ask(tmp_path, planned):
    table = [
        ["Name", "License #", "State", "Phone"],
        ["SMITH, John, MD", "036-1", "IL", "312-555-0101"],
        ["SMITH, John, MD", "036-9", "IL", "312-555-0199"],
    ]
    assert results(planned(saved(tmp_path / "roster.xlsx", table)))[1] != "changed"


def test_two_people_of_one_name_who_differ_are_two(tmp_path, planned):
    table = [
        ["Name", "NPI", "License #", "State", "Specialty"],
        ["SMITH, John, MD", N1, "036-1", "IL", "Urology"],
        ["SMITH, John, MD", N2, "77-9", "WI", "Surgery"],
    ]
    assert results(planned(saved(tmp_path / "roster.xlsx", table))) == ["new", "new"]


def test_a_row_without_a_name_but_with_an_npi_of_its_own_is_nobody_elses(tmp_path, planned):
    table = [HEAD, ["NGO, Ruth, MD", N1, "036-1", "IL", D1], ["", N2, "77-20", "WI", D2], ["YU, Li", N3, "1", "IL", D1]]
    plan = planned(saved(tmp_path / "roster.xlsx", table))
    assert results(plan) == ["new", "rejected", "new"]


def test_a_row_below_a_section_line_goes_on_with_nobody(tmp_path, planned):
    table = [
        HEAD,
        ["NGO, Ruth, MD", N1, "036-1", "IL", D1],
        ["DEPARTMENT OF SURGERY"],
        ["", "", "77-20", "WI", D2],
        ["YU, Li", N3, "1", "IL", D1],
    ]
    assert results(planned(saved(tmp_path / "roster.xlsx", table))) == ["new", "rejected", "new"]


def test_a_further_license_alone_in_its_row(tmp_path, planned):
    table = [
        ["Name", "NPI", "License"],
        ["NGO, Ruth, MD", N1, "IL 036-1"],
        ["", "", "WI 77-20"],
        ["", "", "MO MO-3"],
        ["MORRIS, Vikram, DO", N2, "IL 036-2"],
    ]
    assert people(planned(saved(tmp_path / "roster.xlsx", table))) == ONE_ROW_A_LICENSE


def test_a_row_that_goes_on_with_a_refused_one_is_refused_too(tmp_path, planned):
    table = [
        HEAD,
        ["NGO, Ruth, MD", "1382810860", "036-1", "IL", D1],
        ["", "", "77-20", "WI", D2],
        ["YU, Li", N3, "1", "IL", D1],
    ]
    assert results(planned(saved(tmp_path / "roster.xlsx", table))) == ["rejected", "rejected", "new"]


def test_ditto_marks_below_a_section_line_are_not_filled_in_and_said(tmp_path):
    table = [
        ["Name", "NPI", "Lic #", "Lic Exp", "Cat"],
        ["SURGERY"],
        ["Abe, Al, MD", "1382810863", "036-5001", "7/31/29", "Active"],
        ["MEDICINE"],
        ["Coe, Cy, MD", "1683432102", "036-5003", '"', '"'],
        ["Doe, Di, MD", "2347597421", "036-5004", "7/31/29", "Courtesy"],
        ["Eve, Ed, MD", "2143696229", "036-5005", '"', '"'],
    ]
    (reading,) = recognize(saved(tmp_path / "roster.xlsx", table))
    assert [(q.rows, q.chosen) for q in reading.questions if "Ditto" in q.about] == [(2, "filled in")]
    rows = list(understand(reading))
    assert "license.expires" not in rows[1].values and len(rows[1].notes) == 2
    assert rows[3].values["provider.category"] == "Courtesy" and "license.expires" in rows[3].values


def test_a_department_in_the_first_row_of_each_group_is_asked(tmp_path):
    table = [
        ["Department", "Name", "NPI"],
        ["Surgery", "NGO, Ruth, MD", N1],
        ["", "MORRIS, Vikram, DO", N2],
        ["Medicine", "OKAFOR, Pieter, MD", "2347597421"],
        ["", "SMITH, Ann, MD", "2143696229"],
    ]
    workbook = saved(tmp_path / "roster.xlsx", table)
    (question,) = asked(workbook)
    assert question.rows == 2 and [row.get("provider.department") for row in told(workbook)][1::2] == [None, None]
    filled = told(workbook, answers=Replies({question.key: "filled"}))
    assert [row["provider.department"] for row in filled] == ["Surgery", "Surgery", "Medicine", "Medicine"]


def test_a_department_that_is_here_and_there_blank_is_left_so(tmp_path):
    table = [
        ["Department", "Name", "NPI"],
        ["Surgery", "NGO, Ruth, MD", N1],
        ["Surgery", "MORRIS, Vikram, DO", N2],
        ["", "OKAFOR, Pieter, MD", "2347597421"],
        ["Medicine", "SMITH, Ann, MD", "2143696229"],
    ]
    assert asked(saved(tmp_path / "roster.xlsx", table)) == []


IN_ROWS = {
    "without a state": (["License Number", "Expiration"], [["036-132617", D1], ["52913-20", D1]]),
    "by who issued it": (
        ["License Number", "Issuing Authority", "Expiration"],
        [["036-132617", "Illinois", D1], ["52913-20", "Wisconsin", D1]],
    ),
    "by the board": (
        ["License Number", "Issuing Board", "Expiration"],
        [["036-132617", "Illinois Medical Board", D1], ["52913-20", "Medical Board of Wisconsin", D1]],
    ),
    "by its kind": (
        ["Credential", "Number", "Expires"],
        [["IL Medical License", "036-132617", D1], ["Medical License - WI", "52913-20", D1]],
    ),
    "by kind and who issued it": (
        ["License Type", "License Number", "Issuing Authority", "Expiration Date"],
        [["Medical License", "036-132617", "Illinois", D1], ["Medical License", "52913-20", "Wisconsin", D1]],
    ),
}


@pytest.mark.parametrize("npi", [[], ["1382810863"]])
@pytest.mark.parametrize("called", IN_ROWS)
def test_one_row_a_license_is_one_person(called, npi):
    head, rows = IN_ROWS[called]
    table = [["Last Name", "First Name", *["NPI" for _ in npi], *head], *[["Ngo", "Ruth", *npi, *row] for row in rows]]
    table.append(["Hill", "Ann", *["1683432102" for _ in npi], *rows[0][:1], *rows[0][1:]])
    (reading,) = recognize(book(table))
    assert [row.continues for row in reading.rows] == [False, True, False]
    states = [row.values.get("license.state") or row.values.get("credential.state") for row in understand(reading)]
    assert states[:2] == ([None, None] if called == "without a state" else ["IL", "WI"])


def of_one_form(path, *more, answers=None):
    """A list of one row a license without any state, and its plan."""
    table = [["Last", "First", "License", "Exp"], *more]
    workbook = saved(path / "r.xlsx", table)
    sheets = taken.Sheets.of(workbook, recognize(workbook, answers=Replies(answers or {})))
    return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)


TWICE = (["Ngo", "Ruth", "036-119204", "7/31/2027"], ["Ngo", "Ruth", "036-988123", "7/31/2027"])
OTHER = ["Haddad", "Al", "036-119206", "7/31/2027"]


def test_two_numbers_of_one_form_without_a_state_ask_whose_they_are(office, tmp_path):
    made = of_one_form(tmp_path, *TWICE, OTHER)
    assert [row.result for row in made.rows] == ["new", "doubtful", "new"]
    (question,) = [each for each in made.questions if each.key.startswith("namesakes in rows")]
    assert question.rows == 1 and question.chosen == "asked row by row"
    one = of_one_form(tmp_path, *TWICE, OTHER, answers={question.key: "one"})
    assert len(one.drafts.added["provider"]) == 2 and len(one.drafts.added["credential"]) == 3
    apart = of_one_form(tmp_path, *TWICE, OTHER, answers={question.key: "apart"})
    assert len(apart.drafts.added["provider"]) == 3


def test_a_long_list_has_namesakes(office, tmp_path):
    people = [
        [f"Ngo{chr(97 + n // 26)}{chr(97 + n % 26)}", "Ruth", f"036-{110000 + 37 * n}", "7/31/2027"] for n in range(250)
    ]
    made = of_one_form(tmp_path, *people, *TWICE)
    assert not any(each.key.startswith("namesakes in rows") for each in made.questions)


def test_a_name_again_with_something_else_that_differs_is_asked_nothing(office, tmp_path):
    table = [["Last", "First", "License", "NPI"], ["Ngo", "Ruth", "036-119204", "1382810863"]]
    workbook = saved(tmp_path / "r.xlsx", [*table, ["Ngo", "Ruth", "036-988123", "1683432102"]])
    assert [each.key for each in asked(workbook) if "namesakes" in each.key] == []
