"""Codes whose legend stands on the sheet: what it says is offered as the answer, and the line itself is no person."""

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import plan
from workbench.sheets.comparison import legends
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import legend_lines

HEADINGS = ["Name", "NPI", "Category"]
LINE = "A = Active, C = Courtesy, CON = Consulting, P = Provisional"
PEOPLE = [
    ["Ngo, Ruth, MD", "1382810863", "A"],
    ["Morris, Vikram, DO", "1683432102", "C"],
    ["Okafor, Pieter, MD", "2347597421", "C"],
]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(LINE, True), ("C = Courtesy", True), ("Legend: C = Courtesy; P = Provisional", True), ("Dept: Surgery", False),
     ("Dept: Surgery - Chief: Jones", False), ("Ngo, Ruth = chair", False), ("TOTAL = 12", False)],
)  # fmt: skip
def test_a_line_of_codes_is_a_legend(text, is_one):
    assert legend_lines.is_one(text) is is_one


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("lines", [[[LINE, "", ""]], [["C = Courtesy", "", ""], ["P = Provisional", "", ""]]])
def test_what_the_legend_says_is_offered(lines):
    made = plan(*PEOPLE, *lines, headings=HEADINGS)
    assert [row.values.get("provider.category") for row in made.rows] == ["Active", None, None]
    (question,) = [each for each in made.questions if "legend" in each.about]
    assert [each.key for each in question.options] == ["out", "as written", "courtesy"] and question.rows == 2
    (word,) = [each for each in made.unsettled if each.said == "C"]
    assert word.proposed == "Courtesy"


def test_a_code_that_two_lines_read_otherwise_means_none():
    workbook = book([HEADINGS, *PEOPLE, ["C = Courtesy", "", ""], ["C = Consulting", "", ""]])
    assert legends.told(recognize(workbook), workbook.sheets) == {}
