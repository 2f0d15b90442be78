"""What is mended in the review stands on the column that was read, and is read as that column is."""

from tests.sheets.test_comparing import plan
from workbench.sheets.decisions import Choices

SHEET = "Sheet"
HEADINGS = ["Name", "NPI", "City, State, Zip"]


def mended(row, text):
    """The corrections by which a person types a text into the box of the first problem of a row."""
    return {(row.sheet, row.number, row.problems[0].mended_in): text}


def test_a_blank_name_is_mended_in_the_column_of_full_names(office):
    rows = [["", "1234567893", "Chicago, IL 60601"], ["Ngo, Ann, MD", "1982736454", "Gary, IN 46402"]]
    made = plan(*rows, headings=HEADINGS)
    (problem,) = made.rows[0].problems
    assert (problem.named, problem.typed, problem.message) == ("A: Name", "", "There is no name in this row.")
    assert made.summary()["problems"][0]["column"] == "A: Name"
    choices = Choices(corrections=mended(made.rows[0], "Reyes, Ana M., MD"))
    row = plan(*rows, headings=HEADINGS, choices=choices).rows[0]
    names = {part: row.values.get(f"provider.{part}") for part in ("last", "first", "middle", "degree")}
    assert row.result == "new" and names == {"last": "Reyes", "first": "Ana", "middle": "M", "degree": "MD"}
    assert row.cells[0] == "Reyes, Ana M., MD"


def test_what_is_typed_for_a_name_is_refused_as_a_cell_of_it_would_be(office):
    rows = [["", "1234567893", ""], ["Ngo, Ann, MD", "1982736454", ""]]
    made = plan(*rows, headings=HEADINGS)
    row = plan(*rows, headings=HEADINGS, choices=Choices(corrections=mended(made.rows[0], "Reyes"))).rows[0]
    (problem,) = row.problems
    assert row.result == "rejected" and (problem.named, problem.typed) == ("A: Name", "Reyes")
    assert "one name alone" in problem.message


def test_blank_columns_of_names_are_asked_for_each(office):
    headings = ["Last Name", "First Name", "NPI"]
    rows = [["", "", "1234567893"], ["Ngo", "Ann", "1982736454"]]
    made = plan(*rows, headings=headings)
    assert [problem.named for problem in made.rows[0].problems] == ["A: Last Name", "B: First Name"]
    typed = {(SHEET, 2, "provider.last"): "Reyes", (SHEET, 2, "provider.first"): "Ana"}
    row = plan(*rows, headings=headings, choices=Choices(corrections=typed)).rows[0]
    assert row.provider == "Reyes, Ana" and row.result == "new"


def test_a_part_of_a_cell_is_mended_in_the_whole_of_it(office):
    headings = ["Last Name", "First Name", "NPI", "License #", "City, State, Zip"]
    rows = [
        ["Reyes", "Ana", "1234567893", "036-119204 exp 13/45/2027; 036-119205 exp 7/31/2027", "Gary, IN 46402"],
        ["Ngo", "Ann", "1982736454", "036-119206", "Gary, IN 46402"],
    ]
    made = plan(*rows, headings=headings)
    for problem in made.rows[0].problems:
        assert problem.mended_in in made.readings[0].columns.values() and problem.typed in rows[0]


def test_limits_of_a_second_coverage_are_mended_in_their_own_column(office):
    headings = ["Last Name", "First Name", "NPI", "Malpractice Carrier", "Limits", "Malpractice Carrier 2", "Limits 2"]
    rows = [
        ["Reyes", "Ana", "1234567893", "Coverys", "1M/3M", "ISMIE", "plenty 1"],
        ["Ngo", "Ann", "1982736454", "Coverys", "1M/3M", "ISMIE", "1M/3M"],
    ]
    (problem,) = plan(*rows, headings=headings).rows[0].problems
    assert (problem.typed, problem.named) == ("plenty 1", "G: Limits 2")


def test_a_number_kept_with_a_fraction_is_told_as_excel_shows_it(office):
    rows = [["Ngo, Ann, MD", 1234567894.0, ""], ["Reyes, Ana, MD", 1234567893.0, ""]]
    made = plan(*rows, headings=HEADINGS)
    assert made.summary()["problems"][0]["value"] == "1234567894" == made.rows[0].npi
