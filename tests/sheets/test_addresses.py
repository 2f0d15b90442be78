"""An address changes as a whole, or it is asked: never the street of one place beside the town of another."""

import pytest

from tests.sheets.test_comparing import OKAFOR, plan
from workbench.records.provider import Provider
from workbench.sheets.comparison.effects import KEPT
from workbench.sheets.decisions import Choices
from workbench.sheets.known import AT
from workbench.store import history

HEADINGS = ["Last Name", "First Name", "NPI", "Address", "City", "State", "Zip"]
NAME = ("Okafor", "Adaeze", OKAFOR[4])
HERE = ("1 A St", "Peoria", "IL", "61602")
THERE = ("9 Z St", "St. Louis", "MO", "63101")
PARTS = ("street", "city", "state", "zip")


def edition(*rows, parts=PARTS, choices=None):
    """The plan of these addresses, of which the file has the named parts."""
    at = [PARTS.index(part) for part in parts]
    heads = [*HEADINGS[:3], *(HEADINGS[3 + n] for n in at)]
    return plan(*[[*NAME, *(row[n] for n in at)] for row in rows], headings=heads, choices=choices)


def address(made):
    """The address as the plan leaves it, of someone new or known."""
    drafted = [*made.drafts.added["provider"], *made.drafts.changed["provider"].values()]
    return tuple(drafted[0][AT["provider"][part]] for part in PARTS) if drafted else HERE


def kept(made):
    return [effect.target.partition(".")[2] for row in made.rows for effect in row.effects if effect.verb == KEPT]


def chosen(row, *parts):
    return Choices(preferred=frozenset((("Sheet", row), f"provider.{part}") for part in parts))


@pytest.fixture
def here(office, make):
    return make(
        Provider, last="Okafor", first="Adaeze", npi=OKAFOR[4], street2="Suite 4", **dict(zip(PARTS, HERE, strict=True))
    )


def test_of_two_places_in_one_file_the_first_counts_and_all_of_the_second_is_named(office):
    made = edition(HERE, THERE)
    assert address(made) == HERE and kept(made) == list(PARTS)


@pytest.mark.parametrize("parts", [("street",), ("city",), PARTS])
def test_the_second_place_is_taken_whole_where_somebody_chose_it(office, parts):
    assert address(edition(HERE, THERE, choices=chosen(3, *parts))) == THERE
    assert address(edition(HERE, THERE, ("5 B St", "Gary", "IN", "46402"), choices=chosen(3, *parts))) == THERE


def test_another_town_without_its_street_is_asked(here):
    town = {"parts": PARTS[1:]}
    made = edition(THERE, **town)
    assert address(made) == HERE and kept(made) == ["city", "state", "zip"]
    taken = edition(THERE, **town, choices=chosen(2, "city"))
    assert (
        address(taken) == ("", *THERE[1:])
        and taken.drafts.changed["provider"][here.id][AT["provider"]["street2"]] == ""
    )
    assert not edition(HERE, **town).writes


def test_another_street_without_its_town_is_asked(here):
    made = edition(THERE, parts=["street"])
    assert address(made) == HERE and kept(made) == ["street"]


def test_a_move_in_another_edition_takes_everything_of_the_old_place_along(here):
    made = edition(THERE)
    assert address(made) == THERE and made.drafts.changed["provider"][here.id][AT["provider"]["street2"]] == ""
    assert address(edition(("1 A St", "Peoria", "IL", "61602-1234"))) == ("1 A St", "Peoria", "IL", "61602-1234")


def test_a_town_that_is_missing_is_filled_in(here):
    with history.step("Without its town"):
        Provider.update(city="", zip="").execute()
    assert address(edition(HERE)) == HERE and address(edition(HERE, parts=PARTS[1:])) == HERE


def test_a_second_line_of_an_address_stands_in_a_row_of_its_own(said):
    table = [
        ["Name", "NPI", "Address", "Phone"],
        ["Okafor, Adaeze, MD", OKAFOR[4], "1 A St", "312-555-0100"],
        ["", "", "Peoria, IL 61602", ""],
        ["Ngo, Ruth, MD", "1382810863", "9 Z St", "312-555-0101"],
        ["", "", "Suite 200", ""],
        ["", "", "St. Louis, MO 63101", ""],
        ["", "", "Somewhere else", ""],
    ]
    rows = said(table)
    found = [tuple(row.values.get(f"provider.{part}") for part in PARTS) for row in rows]
    assert found == [HERE, ("9 Z St, Suite 200", *THERE[1:])]
