"""A bare "State": of an address where one stands beside it, and of nobody beside a number that is not known."""

import pytest

from tests.sheets.sheet_tables import saved, told

PEOPLE = (("Okoye", "Ann", "1538784855"), ("Bell", "Ed", "1567686682"), ("Tran", "Kim", "1398891238"))
SAID = {
    "State": ("IL", "IL", "WI"), "ST": ("IL", "IL", "WI"), "Credential ID": ("036-120779", "036-120111", "12345-20"),
    "MEDLIC": ("036-120779", "036-120111", "12345-20"), "Expires": ("7/31/2027", "7/31/2027", "10/31/2027"),
    "City": ("Chicago", "Peoria", "Madison"), "Zip": ("60611", "61602", "53703"), "Dept": ("Surgery",) * 3,
    "Street": ("1 Main St", "2 Oak Ave", "3 Elm St"),
}  # fmt: skip


def states(tmp_path, *heads):
    rows = [[*person, *(SAID[head][n] for head in heads)] for n, person in enumerate(PEOPLE)]
    book = saved(tmp_path / "roster.xlsx", [["Last Name", "First Name", "NPI", *heads], *rows])
    return {values.get("provider.state", "") for values in told(book)}


@pytest.mark.parametrize(
    "heads",
    [
        ("Credential ID", "State", "Expires"),
        ("State", "Credential ID", "Expires"),
        ("MEDLIC", "ST"),
        ("Street", "City", "Zip", "MEDLIC", "ST"),
    ],
)
def test_a_state_beside_a_number_that_is_not_known_is_nobodys(tmp_path, heads):
    assert states(tmp_path, *heads) == {""}


@pytest.mark.parametrize(
    "heads",
    [("Street", "City", "State", "Zip"), ("City", "State"), ("Credential ID", "State", "Zip"), ("Dept", "State")],
)
def test_a_state_in_an_address_is_the_persons(tmp_path, heads):
    assert states(tmp_path, *heads) == {"IL", "WI"}
