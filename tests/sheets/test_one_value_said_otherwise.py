"""The same value written in another way: a license with its state before it, an address with a sign behind it, a person called Null."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import plan
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets.cell import board_names, naming, standings
from workbench.sheets.cell.numbers import npi
from workbench.sheets.comparison.persons import same_number
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand, understand_value


@pytest.mark.parametrize(
    ("number", "held", "state", "same"),
    [
        ("IL036359336", "036-359336", "IL", True),
        ("036359336", "IL 036359336", "IL", True),
        ("WI036359336", "036359336", "IL", False),
        ("IL036359336", "036359336", "", False),
        ("", "", "IL", True),
    ],
)
def test_a_license_is_the_same_with_its_state_before_it(number, held, state, same):
    assert same_number(number, held, state) is same


@pytest.mark.parametrize(
    ("typed", "kept"), [("a@b.org;", "a@b.org"), ("a@b.org, ", "a@b.org"), ("a@b..org", None), ("a@.b.org", None)]
)
def test_a_sign_behind_an_address_is_none_of_it(typed, kept):
    value, wrong = understand_value("provider.email", typed)
    assert value == kept and bool(wrong) is (kept is None)


def test_signs_that_nobody_sees_are_no_part_of_a_number():
    assert npi("\u202d1234567893\u202c\u2066") == "1234567893"


def test_line_breaks_of_remarks_stay():
    rows = [["Ngo", "Ruth", "one\n two"], ["Ma", "Jun", None]]
    (reading,) = recognize(book([["Last Name", "First Name", "Notes"], *rows]))
    assert next(understand(reading)).values["provider.notes"] == "one\ntwo"


def test_one_of_many_may_be_called_null():
    names = [f"Ngo{n}" for n in range(10)]
    assert naming.with_null([*names, "NULL"], [*names, None])[-1] == "Null"
    assert naming.with_null([*names, "NULL", "NULL"], [*names, None, None])[-1] is None


def test_a_status_with_its_reason_in_brackets():
    assert standings.told("On Leave (FMLA)").word.casefold() == "on leave"


@pytest.mark.parametrize(
    ("mine", "other", "same"),
    [
        ("ABIM", "American Board of Internal Medicine", True),
        ("American Board of Ob/Gyn", "ABOG", True),
        ("Am. Bd. of Surgery", "American Board of Surgery (ABS)", True),
        ("ABIM", "ABP", False),
        ("American Osteopathic Board of Surgery", "ABS", False),
        ("ISMIE", "ismie", True),
        ("ISMIE", "MedPro", False),
    ],
)
def test_a_board_said_by_its_letters_or_in_full_is_one(mine, other, same):
    assert board_names.are_one(mine, other) is same


def test_a_roster_with_the_boards_in_full_names_the_same_certifications(office, make):
    person = make(Provider, last="Okafor", first="Adaeze", npi="1382810863")
    sort = CredentialSort.get(key="board")
    make(Credential, provider=person, sort=sort, issuer="ABIM", expires=date(2031, 6, 30))
    headings = ["Last Name", "First Name", "NPI", "Board", "Board Exp"]
    said = ["Okafor", "Adaeze", "1382810863", "American Board of Internal Medicine"]
    assert [row.result for row in plan([*said, date(2031, 6, 30)], headings=headings).rows] == ["same"]
    made = plan([*said, date(2041, 6, 30)], headings=headings)
    assert len(made.drafts.changed["credential"]) == len(made.drafts.added["credential"]) == 1  # a renewal
