"""Columns of surnames and given names alone: what stands in them and is no name is no part of one."""

import pytest

from tests.sheets.made_people import npi
from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

PARTS = ("last", "first", "suffix", "degree", "notes")
SPLIT = {
    ("Koo", "Ka MD NEW"): ("Koo", "Ka", "", "MD", "NEW"),
    ("Loo", "Dr. Lu"): ("Loo", "Lu", "", "", ""),
    ("Noo", "Ni hospitalist"): ("Noo", "Ni", "", "", "hospitalist"),
    ("Ooo", "Oz, MD, Chief"): ("Ooo", "Oz", "", "MD", "Chief"),
    ("Roo", "Ri MD/PhD"): ("Roo", "Ri", "", "MD, PhD", ""),
    ("Soo", "Sr. Si"): ("Soo", "Si", "", "", "Sr."),
    ("Too", "Col. Ti"): ("Too", "Ti", "", "", ""),
    ("Voo", "Vi Jr."): ("Voo", "Vi", "Jr", "", ""),
    ("Dr. Zoo", "Zi"): ("Zoo", "Zi", "", "", ""),
    ("Aoo", "Ai (NEW)"): ("Aoo", "Ai", "", "", "NEW"),
    ("Boo", "Bi Dr."): ("Boo", "Bi", "", "", ""),
    ("Coo - NEW", "Ci"): ("Coo", "Ci", "", "", "NEW"),
    ("Eoo MD TEMP", "Ei"): ("Eoo", "Ei", "", "MD", "TEMP"),
    ("Foo Jr, MD", "Mary Ann"): ("Foo", "Mary Ann", "Jr", "MD", ""),
    ("De la Cruz", "J. Robert"): ("De la Cruz", "J. Robert", "", "", ""),
    ("Major", "Col"): ("Major", "Col", "", "", ""),
    ("McAllister, DPM", "Bruce"): ("McAllister", "Bruce", "", "DPM", ""),
    ("Walker CRNA", "Dean"): ("Walker", "Dean", "", "CRNA", ""),
    ("King III, MD, FACS", "Al"): ("King", "Al", "III", "MD", ""),
    ("LEE, AGACNP-BC", "Bo"): ("Lee", "Bo", "", "AGACNP-BC", ""),
    ("Lee, MA, LPC", "Cy"): ("Lee", "Cy", "", "MA, LPC", ""),
    ("KIM PA", "Di"): ("Kim Pa", "Di", "", "", ""),
    ("Do", "Ed"): ("Do", "Ed", "", "", ""),
    ("St. John", "Thi Do"): ("St. John", "Thi Do", "", "", ""),
}


def understood(names):
    table = [["Last Name", "First Name", "NPI"]]
    table += [[last, first, npi(f"1234567{n:02}")] for n, (last, first) in enumerate(names)]
    (reading,) = recognize(book(table))
    return list(understand(reading))


@pytest.fixture(scope="module")
def said():
    return dict(zip(SPLIT, understood(SPLIT), strict=True))


@pytest.mark.parametrize("name", SPLIT, ids=" / ".join)
def test_what_stands_in_a_column_of_names_and_is_none(said, name):
    row = said[name]
    assert tuple(row.values.get(f"provider.{part}", "") for part in PARTS) == SPLIT[name] and not row.problems


def test_two_given_names_of_two_people_are_refused():
    row, other = understood([("Smith", "John & Mary"), ("Poe", "Ed")])
    assert "more than one person" in row.problems[0].message and not row.company and not other.problems


@pytest.mark.parametrize(
    ("first", "middle", "read"),
    [
        ("Kathleen M.", "", ("Kathleen", "M")),
        ("Kathleen M", "", ("Kathleen", "M")),
        ("Mary Ann K", "", ("Mary Ann", "K")),
        ("Kathleen M", "Marie", ("Kathleen", "Marie")),
        ("Kathleen M", "Joan", ("Kathleen M", "Joan")),
        ("J. Robert", "", ("J. Robert", None)),
        ("J R", "", ("J R", None)),
        ("Mary Ann", "", ("Mary Ann", None)),
    ],
)
def test_an_initial_behind_given_names_is_the_middle_one(first, middle, read):
    table = [["Last Name", "First Name", "Middle Name", "NPI"], ["Poe", first, middle, npi("123456789")]]
    (row,) = understand(recognize(book(table))[0])
    assert (row.values["provider.first"], row.values.get("provider.middle")) == read
    if not middle:
        del table[0][2], table[1][2]
        (row,) = understand(recognize(book(table))[0])
        assert (row.values["provider.first"], row.values.get("provider.middle")) == read


@pytest.mark.parametrize(
    ("last", "read"),
    {
        "Nakamura, Kenneth": ("Nakamura", "Kenneth", None, None),
        "Delacroix, Emmanuel Lee, DO": ("Delacroix", "Emmanuel", "Lee", "DO"),
        "Delacroix": ("Delacroix", None, None, None),
        "De la Cruz": ("De la Cruz", None, None, None),
        "Walker, CRNA": ("Walker", None, None, "CRNA"),
    }.items(),
)
def test_a_whole_name_under_last_name_beside_an_empty_first_name(last, read):
    row, other = understood([(last, ""), ("Poe, Jr.", "Ed")])
    assert tuple(row.values.get(f"provider.{part}") for part in ("last", "first", "middle", "degree")) == read
    assert not row.problems and other.values["provider.first"] == "Ed"


def test_two_words_that_may_be_a_whole_name_wait():
    row, _ = understood([("Kenneth Nakamura", ""), ("Poe", "Ed")])
    assert "write it as Last, First" in row.problems[0].message


@pytest.mark.parametrize("name", [("Vacant", ""), ("Open", "Position"), ("Per Diem", "")])
def test_what_names_nobody_is_no_person(name):
    row, other = understood([name, ("Poe", "Ed")])
    assert "is no person" in row.problems[0].message and not other.problems


def test_words_before_a_last_name():
    rows = understood(
        [("NEW Patel", "Nadia"), ("(N) Eisenberg", "Yuki"), ("*Loo", "Lu"), ("New", "Ann"), ("Old", "Bo")]
    )
    assert [row.values["provider.last"] for row in rows] == ["Patel", "Eisenberg", "Loo", "New", "Old"]
