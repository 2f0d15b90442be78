"""ZIPs get the zeros back that they lost where their state has such ZIPs, and nowhere else."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]


def read(heads, cells):
    rows = [["Ngo", f"Ruth{n}", npi, *row] for n, (npi, row) in enumerate(zip(NPIS, cells, strict=False))]
    (reading,) = recognize(book([["Last Name", "First Name", "NPI", *heads], *rows]))
    return list(understand(reading))


@pytest.mark.parametrize(
    ("state", "cell", "zip_code"),
    [
        ("MA", "2139", "02139"),
        ("MA", 2139.0, "02139"),
        ("MA", "21391234", "02139-1234"),
        ("PR", "606", "00606"),
        ("MA", "606", None),
        ("MA", "6060", None),
        ("CT", "6060", "06060"),
        ("IL", "6060", None),
        ("MA", "21391", "21391"),
    ],
)
def test_the_state_says_whether_zeros_were_lost(state, cell, zip_code):
    first, *_ = read(["City", "State", "Zip"], [["Elm", state, cell], *[["Elm", state, "60601"]] * 3])
    assert first.values.get("provider.zip") == zip_code
    assert [problem.field for problem in first.problems] == ([] if zip_code else ["provider.zip"])


@pytest.mark.parametrize(
    ("cells", "zip_code"),
    [
        ([2139, 60601, 60602], "02139"),
        (["2139", "2140", "60602"], "02139"),
        (["2139", "60601", "60602"], None),
        ([606, 60601, 60602], None),
    ],
)
def test_without_a_state_the_column_says_it(cells, zip_code):
    first, *_ = read(["Zip"], [[cell] for cell in cells])
    assert first.values.get("provider.zip") == zip_code
    assert bool(first.problems) is (zip_code is None)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Peoria 61602", ("61602", "Peoria", None)),
        ("Peoria, IL 61602-1234", ("61602-1234", "Peoria", "IL")),
        ("61602", ("61602", None, None)),
        ("IL 61602", ("61602", None, "IL")),
        ("Illinois 61602", ("61602", None, None)),
        ("ZIP: 61602", ("61602", None, None)),
        ("US 61602", ("61602", None, None)),
        ("Washington 20001", ("20001", None, None)),
        ("LA 90001", ("90001", None, None)),
    ],
)
def test_a_town_before_a_zip_is_the_town(said, cell, read):
    (row,) = said([["Name", "NPI", "Zip"], ["Poe, Ed, MD", "1679576722", cell]])
    assert tuple(row.values.get(f"provider.{part}") for part in ("zip", "city", "state")) == read and not row.problems
