"""Two columns headed NPI: the group's and the person's own."""

import pytest

from tests.sheets.sheet_tables import saved
from workbench.sheets.recognizing import recognize

PEOPLE = [("Ngo, Ruth, MD", "1382810863"), ("Lindgren, Stefan, DO", "1683432102"), ("Haddad, Simone, MD", "2347597421")]
GROUP = ["Lake Medical Group", "1922334450", "36-4455667"]


def columns(path, heads, rows):
    return list(recognize(saved(path / "r.xlsx", [heads, *rows]))[0].columns.values())


def test_the_number_behind_the_group_is_the_group_s(tmp_path):
    rows = [[*GROUP, name, npi] for name, npi in PEOPLE]
    found = columns(tmp_path, ["Group", "NPI", "TIN", "Provider", "NPI"], rows)
    assert found == ["practice.name", "practice.npi", "practice.tin", "provider.full_name", "provider.npi"]


def test_so_it_is_behind_the_person(tmp_path):
    rows = [[name, npi, *GROUP[:2]] for name, npi in PEOPLE]
    found = columns(tmp_path, ["Provider", "NPI", "Practice", "NPI"], rows)
    assert found == ["provider.full_name", "provider.npi", "practice.name", "practice.npi"]


@pytest.mark.parametrize("own", [["1382810863"] * 3, ["", "", ""], ["1382810863", "12", "13"]])
def test_where_the_other_is_nobody_s_own_nothing_is_taken_for_the_group_s(tmp_path, own):
    rows = [[*GROUP[:2], name, npi] for (name, _), npi in zip(PEOPLE, own, strict=True)]
    assert "practice.npi" not in columns(tmp_path, ["Group", "NPI", "Provider", "NPI"], rows)
