"""A list that comes back from Excel: rows struck through, formulas that were never calculated, phones as typed, a column sorted alone."""

from openpyxl.styles import Font

from tests.actions.returning_office import Edited, back, people, sent
from tests.conftest import TODAY
from workbench.actions import returning
from workbench.records.provider import Provider
from workbench.sheets.returned import FILE, OURS, Decided
from workbench.store import history


def struck(path, row=3):
    edited = Edited(path)
    for cell in edited.sheet[row]:
        cell.font = Font(strike=True)
    return edited.save()


def test_a_row_that_is_struck_through_asks_whether_the_person_resigned(office, tmp_path):
    person = people()[1]
    came = back(struck(sent(tmp_path / "p.xlsx")))
    plan = came.plan
    assert [row.result for row in plan.rows] == ["same", "clash", "same"] and not plan.writes
    assert plan.rows[1].happens == "It is struck through in the file: has this person resigned?"
    (edit,) = plan.rows[1].edits
    for side, status in ((OURS, "Active"), (FILE, "Resigned")):
        plan = returning.replan(came, Decided(sides={(*came.plan.rows[1].place, edit.key): side})).plan
        returning.apply(plan, today=TODAY)
        assert Provider.get_by_id(person.id).status == status


def test_a_struck_row_of_somebody_who_is_gone_already_asks_nothing(office, tmp_path):
    person = people()[1]
    with history.step("Retired"):
        person.status = "Retired"
        person.save()
    plan = back(struck(sent(tmp_path / "p.xlsx"))).plan
    assert [row.result for row in plan.rows] == ["same"] * 3


def test_a_struck_credential_is_said(office, tmp_path):
    people()
    plan = back(struck(sent(tmp_path / "c.xlsx", "credentials"))).plan
    assert plan.rows[1].result == "same" and not plan.untouched
    assert ["struck through" in question.about for question in plan.questions()] == [True]


def test_a_formula_that_was_never_calculated_erases_nothing(office, tmp_path):
    people()
    edited = Edited(sent(tmp_path / "p.xlsx"))
    edited.set(3, "Phone", "=VLOOKUP(1,A1:B2,2,0)")
    plan = back(edited.save()).plan
    (problem,) = plan.rows[1].problems
    assert plan.rows[1].result == "rejected" and "never calculated" in problem.message


def test_a_phone_is_kept_as_the_office_writes_it(office, tmp_path):
    first = people()[0]
    edited = Edited(sent(tmp_path / "p.xlsx"))
    edited.set(2, "Phone", "312-555-1111")
    edited.set(2, "ZIP", 2138)
    plan = back(edited.save()).plan
    assert [change["new"] for change in plan.summary()["changes"]] == ["(312) 555-1111", "02138"]
    returning.apply(plan, today=TODAY)
    found = Provider.get_by_id(first.id)
    assert (found.phone, found.zip) == ("(312) 555-1111", "02138")


def test_last_names_that_were_sorted_without_their_rows_ask(office, tmp_path):
    people()
    edited = Edited(sent(tmp_path / "p.xlsx"))
    names = [edited.sheet.cell(row, edited.at("Last name")).value for row in (2, 3, 4)]
    for row, name in zip((2, 3, 4), [*names[1:], names[0]], strict=True):
        edited.set(row, "Last name", name)
    plan = back(edited.save()).plan
    assert [row.result for row in plan.rows] == ["doubtful"] * 3 and not plan.writes


def test_one_new_last_name_is_a_change(office, tmp_path):
    people()
    edited = Edited(sent(tmp_path / "p.xlsx"))
    edited.set(2, "Last name", "Adams-Ngo")
    assert [row.result for row in back(edited.save()).plan.rows] == ["changed", "same", "same"]


def _with_frost(tmp_path, struck):
    """A list that went out and has one more person in row 5; a row of it is struck through."""
    people()
    edited = Edited(sent(tmp_path / "p.xlsx"))
    for heading, value in (("Last name", "Frost"), ("First name", "Flo"), ("Degree", "MD"), ("NPI", "1382810863")):
        edited.set(5, heading, value)
    for cell in edited.sheet[struck]:
        cell.font = Font(strike=True)
    return edited


def test_an_added_row_of_an_xlsx_is_looked_at(office, tmp_path):
    edited = _with_frost(tmp_path, struck=2)
    plan = back(edited.save()).plan
    assert plan.counts["new"] == 1 and not any("not looked at" in each.chosen for each in plan.questions())
    assert [each.rows for each in plan.questions() if "struck" in each.about] == [1]


def test_an_added_row_that_is_struck_through_asks_as_in_any_roster(office, tmp_path):
    edited = _with_frost(tmp_path, struck=5)
    plan = back(edited.save()).plan
    assert [each.mark.about for each in plan.ordinary.marks] == ["1 row is struck through"]
    assert plan.rows[3].result == "skipped"
