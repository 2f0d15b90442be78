"""Real and given rosters through the first three stages: nothing wrong, nothing lost."""

import json
from datetime import date

import pytest

from tests.sheets.sheet_tables import read_here, shared
from workbench.sheets.cell import names
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import LIFETIME, understand

FIELDS = {
    "last": "provider.last",
    "first": "provider.first",
    "middle": "provider.middle",
    "suffix": "provider.suffix",
    "degree": "provider.degree",
    "department": "provider.department",
    "specialty": "provider.specialty",
    "category": "provider.category",
    "email": "provider.email",
    "phone": "provider.phone",
    "zip": "provider.zip",
    "license": "license.number",
    "license_state": "license.state",
    "license_expires": "license.expires",
    "dea": "dea.number",
    "dea_expires": "dea.expires",
    "board": "board.issuer",
    "board_expires": "board.expires",
    "carrier": "liability.issuer",
    "insurance_expires": "liability.expires",
    "acls_expires": "acls.expires",
}
NAMED = {"last", "first", "middle", "suffix", "degree"}
LICENSED = {"npi", "license", "license_state", "license_expires", "dea", "dea_expires", "department"}
HELD = {
    "plain": FIELDS.keys() - {"zip"},
    "titled": NAMED | LICENSED | {"specialty", "category", "cell"},
    "sections": NAMED | LICENSED | {"specialty", "category"},
    "grouped": {"last", "first", "degree", "board", "board_expires"} | LICENSED,
}
"""What each roster holds, as a person reads its headings; what the program recognizes is not asked."""


def plain(value):
    return "Lifetime" if value is LIFETIME else value.isoformat() if isinstance(value, date) else value or ""


@pytest.mark.parametrize("name", ["plain", "titled", "grouped", "sections"])
def test_a_roster_comes_out_as_its_truth_says(name):
    truth = {person["npi"]: person for person in json.loads(shared("rosters", f"{name}.truth.json").read_text("utf-8"))}
    (reading,) = recognize(read_here(shared("rosters", f"{name}.xlsx")))
    held = HELD[name]
    people = list(understand(reading))
    assert len(people) == len(truth)
    assert None not in reading.columns.values()
    for person in people:
        assert not person.problems and not person.notes
        expected = truth.pop(person.values["provider.npi"])
        for field, target in {**FIELDS, "cell": "provider.cell"}.items():
            true = expected["phone" if field == "cell" else field] if field in held else ""
            assert plain(person.values.get(target)) == true, (person.number, field)
    assert not truth


def test_the_day_a_roster_stands_for_is_found_in_its_title():
    (reading,) = recognize(read_here(shared("rosters", "titled.xlsx")))
    assert reading.as_of == date(2026, 11, 2)


def test_every_county_of_arkansas_is_read_and_companies_are_told_from_people():
    for path in sorted(shared("real", "rosters", "arkansas").glob("*.csv")):
        (reading,) = recognize(read_here(path))
        targets = set(reading.columns.values())
        assert {"provider.full_name", "provider.city", "license.number", "license.issued"} <= targets
        for row in understand(reading):
            is_license_of_company = row.values["license.number"].startswith(("MC-", "FMC-"))
            assert row.company == is_license_of_company, row
            if not row.company:
                assert not row.problems, row
                assert row.values["provider.last"] and row.values["provider.first"], row


def test_the_names_of_arkansas_stay_as_the_board_writes_them():
    found = names.parse("Homer Edward Brooks, III, M.D.")
    assert found[:5] == ("Brooks", "Homer", "Edward", "III", "MD")
