"""A list that comes back from Excel with a column sorted, or moved by a row, without the others: it asks."""

from datetime import date

import pytest

from tests.actions.returning_office import NPIS, Edited, back, sent
from tests.conftest import TODAY, make_record
from workbench.actions import returning
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets.returned import FILE, OURS, Decided

ROWS = range(2, 7)
PHONES = [f"(312) 555-010{n}" for n in range(1, 6)]


@pytest.fixture
def five(office):
    license = CredentialSort.get(CredentialSort.key == "license")
    for n, phone in enumerate(PHONES):
        npi = NPIS[n] if n < len(NPIS) else ""
        person = make_record(Provider, last=f"Ngo{n}", first="Ann", degree="MD", npi=npi, phone=phone, city="Chicago")
        make_record(
            Credential, provider=person, sort=license, number=f"36-{n}", state="IL", expires=date(2027, 1 + n, 28)
        )


def with_column(path, heading, of, name="providers"):
    """A list that comes back with other values in a column, made of those that it had."""
    edited = Edited(sent(path, name))
    for row, value in zip(ROWS, of([edited.sheet.cell(row, edited.at(heading)).value for row in ROWS]), strict=True):
        edited.set(row, heading, value)
    return back(edited.save())


def down(values):
    return [None, *values[:-1]]


def test_a_column_that_moved_down_by_a_row_asks(five, tmp_path):
    came = with_column(tmp_path / "p.xlsx", "Phone", down)
    rows = came.plan.rows
    assert [row.result for row in rows] == ["clash"] * 5 and not came.plan.writes
    assert rows[1].happens == (
        "Phone: (312) 555-0102 ⇒ (312) 555-0101, but this is another row's value, as if the column had been sorted or"
        " moved by itself. Ours stays until you choose."
    )
    for side, phones in ((OURS, PHONES), (FILE, down(PHONES))):
        sides = {(*row.place, row.edits[0].key): side for row in rows}
        plan = returning.replan(came, Decided(sides=sides)).plan
        returning.apply(plan, today=TODAY)
        assert [each.phone or None for each in Provider.select().order_by(Provider.last)] == phones


def test_a_column_that_was_sorted_by_itself_asks(five, tmp_path):
    plan = with_column(tmp_path / "p.xlsx", "Phone", lambda phones: phones[::-1]).plan
    assert [row.result for row in plan.rows] == ["clash", "clash", "same", "clash", "clash"]


def test_days_that_moved_begin_no_new_terms(five, tmp_path):
    plan = with_column(tmp_path / "c.xlsx", "Expires", lambda days: [*days[1:], days[0]], "credentials").plan
    assert [row.result for row in plan.rows] == ["clash"] * 5 and not plan.writes


def test_one_value_for_everyone_is_an_edit(five, tmp_path):
    plan = with_column(tmp_path / "p.xlsx", "City", lambda cities: ["Reno"] * len(cities)).plan
    assert [row.result for row in plan.rows] == ["changed"] * 5


def test_what_else_was_edited_in_such_a_row_is_taken(five, tmp_path):
    edited = Edited(sent(tmp_path / "p.xlsx"))
    phones = [edited.sheet.cell(row, edited.at("Phone")).value for row in ROWS]
    for row, phone in zip(ROWS, down(phones), strict=True):
        edited.set(row, "Phone", phone)
    edited.set(2, "City", "Reno")
    came = back(edited.save())
    sides = {(*row.place, edit.key): OURS for row in came.plan.rows for edit in row.edits if edit.name == "phone"}
    plan = returning.replan(came, Decided(sides=sides)).plan
    assert [row.result for row in plan.rows] == ["changed", "same", "same", "same", "same"]
