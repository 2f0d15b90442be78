"""A line of the person above rows of licenses that name nobody."""

import pytest

from tests.sheets.sheet_tables import saved, told
from workbench.errors import WorkbenchError
from workbench.sheets.recognizing import recognize

HEAD = ["", "State", "License #", "Expires"]
NGO, LEE = "Ngo, Ruth, MD", "Lee, Al, DO"


def rows(name, *numbers, npi="", again=True):
    line = [name, "", f"NPI: {npi}" if npi else ""]
    return [line, *([HEAD] if again else []), *[["", "IL", number, "7/31/2027"] for number in numbers], []]


@pytest.mark.parametrize("npis", [("1382810863", "1683432102"), ("", "")])
def test_each_row_is_of_the_person_above(tmp_path, npis):
    table = [["Licensure Report"], [], *rows(NGO, "036-1", "036-2", npi=npis[0]), *rows(LEE, "036-3", npi=npis[1])]
    found = told(saved(tmp_path / "r.xlsx", table))
    assert [(row["provider.last"], row["license.number"]) for row in found] == [
        ("Ngo", "036-1"),
        ("Ngo", "036-2"),
        ("Lee", "036-3"),
    ]
    assert [row.get("provider.npi", "") for row in found] == [npis[0], npis[0], npis[1]]


def test_the_headings_may_stand_once(tmp_path):
    table = [
        HEAD,
        *rows(NGO, "036-1", npi="1382810863", again=False),
        *rows(LEE, "036-3", npi="1683432102", again=False),
    ]
    assert [row["provider.last"] for row in told(saved(tmp_path / "r.xlsx", table))] == ["Ngo", "Lee"]


def test_rows_above_the_first_person_are_nobody_s(tmp_path):
    stray = ["", "WI", "52913-20", "7/31/2027"]
    table = [HEAD, stray, *rows(NGO, "036-1", again=False), *rows(LEE, "036-3", again=False)]
    try:
        (reading,) = recognize(saved(tmp_path / "r.xlsx", table))
    except WorkbenchError:
        return
    assert "provider.full_name" not in reading.columns.values()
