"""Rosters as offices keep them, each into a fresh office, ending with exactly what is known to be true."""

import json
import sys
from pathlib import Path

import pytest

from workbench.actions import importing
from workbench.lists import standards
from workbench.lists.named import list_named
from workbench.records.checks import npi_is_valid
from workbench.records.credential import Credential
from workbench.records.finding import KeptFinding
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import GONE, Provider
from workbench.rules.catalog import RULES
from workbench.store import database

ROOT = Path(__file__).parents[2]
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]
PERSON = (
    "last",
    "first",
    "middle",
    "suffix",
    "degree",
    "npi",
    "department",
    "specialty",
    "category",
    "email",
    "phone",
    "cell",
    "zip",
)
NAMED = {"last", "first", "middle", "suffix", "degree"}
LICENSED = {"license", "license_state", "license_expires", "dea", "dea_expires"}
COVERED = {"board", "board_expires", "carrier", "insurance_expires", "acls_expires"}
HELD = {
    "plain": NAMED | LICENSED | COVERED | {"npi", "department", "specialty", "category", "email", "phone"},
    "titled": NAMED | LICENSED | {"npi", "department", "specialty", "category", "cell"},
    "sections": NAMED | LICENSED | {"npi", "department", "specialty", "category"},
    "grouped": {"last", "first", "degree"} | LICENSED | {"npi", "department", "board", "board_expires"},
}
"""What each roster holds, as a person reads its headings; what the program recognizes is not asked."""
TERMS = {
    "license": ("number", "license", ""),
    "license_state": ("state", "license", ""),
    "license_expires": ("expires", "license", ""),
    "dea": ("number", "dea", ""),
    "dea_expires": ("expires", "dea", ""),
    "board": ("issuer", "board", ""),
    "board_expires": ("expires", "board", ""),
    "carrier": ("issuer", "liability", ""),
    "insurance_expires": ("expires", "liability", ""),
    "acls_expires": ("expires", "life_support", "ACLS"),
}


def person(today, row):
    """One person of the office's own list, by heading."""
    listed = list_named("providers")
    return dict(zip([column.key for column in listed.for_file().sheet], row[1:], strict=True))


def terms(npi):
    """The current terms of a person: (sort, title) -> values as the file would state them."""
    rows = database.execute_sql(
        "SELECT s.key, c.title, c.number, c.state, c.issuer, c.expires, c.lifetime, c.past, c.verified FROM credential c "
        "JOIN credential_sort s ON s.id = c.sort_id JOIN provider p ON p.id = c.provider_id WHERE p.npi = ?",
        (npi,),
    ).fetchall()
    assert not any(past or verified for *_, past, verified in rows)
    assert len({(key, title) for key, title, *_ in rows}) == len(rows)
    return {
        (key, title): {
            "number": number,
            "state": state,
            "issuer": issuer,
            "expires": "Lifetime" if endless else expires or "",
        }
        for key, title, number, state, issuer, expires, endless, *_ in rows
    }


def everybody_is_checked(today):
    """The standards judge every file without a fault."""
    board = standards.read(today)
    while board.left:
        board = standards.read(today)
    assert board.files == Provider.select().where(Provider.status.not_in(tuple(GONE))).count() > 0
    assert {each.rule for each in KeptFinding.select(KeptFinding.rule).distinct()} <= set(RULES)


@pytest.mark.parametrize("name", ["plain", "titled", "grouped", "sections"])
def test_the_office_ends_with_exactly_what_the_truth_says(office, shared, TODAY, name):
    truth = json.loads((shared / "rosters" / f"{name}.truth.json").read_text("utf-8"))
    prepared = importing.prepare(shared / "rosters" / f"{name}.xlsx", today=TODAY, launch=LAUNCH)
    outcome = importing.apply(prepared.plan, today=TODAY)
    assert (outcome.added, outcome.rejected, outcome.doubtful) == (len(truth), 0, 0)
    listed = list_named("providers").for_file()  # a number of the cell is not the office's
    people = [person(TODAY, row) for row in listed.values(listed.ids(today=TODAY))]
    held = HELD[name]
    known = {each["npi"]: each for each in people}
    assert len(people) == len(truth) == len(known)
    for expected in truth:
        found, of_file = known[expected["npi"]], terms(expected["npi"])
        for field in PERSON:
            true = expected["phone" if field == "cell" else field] if field in held else ""
            assert found[field] == true, (field, expected)
        for field, (attribute, key, title) in TERMS.items():
            true = expected[field] if field in held else ""
            assert of_file.get((key, title), {}).get(attribute, "") == true, (field, expected)
        assert set(of_file) == {TERMS[field][1:] for field in TERMS if field in held and expected[field]}
        assert found["status"] == "Active"


@pytest.mark.parametrize("name", ["plain", "titled", "grouped", "sections"])
def test_the_same_file_again_changes_nothing_and_writes_nothing(office, shared, TODAY, name):
    path = shared / "rosters" / f"{name}.xlsx"
    importing.apply(importing.prepare(path, today=TODAY, launch=LAUNCH).plan, today=TODAY)
    newest = database.execute_sql("SELECT max(id) FROM step").fetchone()
    again = importing.prepare(path, today=TODAY, launch=LAUNCH).plan
    assert again.counts["same"] == len(again.rows)
    outcome = importing.apply(again, today=TODAY)
    assert outcome.step is None and outcome.same == len(again.rows)
    assert database.execute_sql("SELECT max(id) FROM step").fetchone() == newest


def test_the_counties_of_arkansas_make_one_office_of_people(office, shared, TODAY):
    files = sorted((shared / "real" / "rosters" / "arkansas").glob("*.csv"))
    people = companies = rows_read = 0
    asked = []
    for path in files:
        plan = importing.prepare(path, today=TODAY, launch=LAUNCH).plan
        assert sum(plan.counts.values()) == len(plan.rows)
        assert plan.counts["rejected"] == 0
        asked += [(row.provider, row.cells[2], row.candidates[0].license) for row in plan.of("doubtful")]
        for row in plan.of("skipped"):
            assert row.values["provider.full_name"] and "MC-" in row.cells[2]
        importing.apply(plan, today=TODAY)
        people += plan.counts["new"]
        companies += plan.counts["skipped"]
        rows_read += len(plan.rows)
    # Of the same full name and city as somebody with another license: each is asked, and left out until told.
    assert asked == [
        ("Lynchard Jr, Aaron Wade, OT-A", "OT-A882", "OTR3308"),
        ("Childers, Philip Allen, PA", "PA-743", "RCP-3525"),
    ]
    assert (len(files), rows_read, people + len(asked), companies) == (11, 3885, 3673, 212)
    rows = database.execute_sql(
        "SELECT count(*), count(DISTINCT number), count(DISTINCT provider_id) FROM credential"
    ).fetchone()
    assert rows == (people, people, people)
    assert not database.execute_sql("SELECT 1 FROM credential WHERE number LIKE '%MC-%'").fetchall()
    odd = database.execute_sql("SELECT last, first FROM provider WHERE first = '' OR last GLOB '*[0-9,]*'").fetchall()
    assert odd == []
    # All of them are checked by the standards, and nobody's license is verified by having been imported.
    everybody_is_checked(TODAY)
    licensed = {
        row[0]
        for row in Credential.select(Credential.provider)
        .join(CredentialSort)
        .where(CredentialSort.key == "license")
        .tuples()
    }
    unseen = {row[0] for row in KeptFinding.select(KeptFinding.provider).where(KeptFinding.rule == "LIC_PSV").tuples()}
    assert licensed and licensed - unseen == {each for each in licensed if Provider.get_by_id(each).status in GONE}


def test_every_row_of_every_real_roster_is_counted_once_and_no_npi_comes_in_that_the_form_refuses(
    office, shared, TODAY
):
    files = [
        path
        for folder in ("synthetic", "california", "arkansas")
        for path in sorted((shared / "real" / "rosters" / folder).iterdir())
    ]
    assert len(files) == 16
    refused = 0
    for path in files:
        plan = importing.prepare(path, today=TODAY, launch=LAUNCH).plan
        said = plan.summary()
        parts = [said[name] for name in ("added", "changed", "same", "skipped", "rejected", "doubtful")]
        assert said["rows"] == sum(parts) == sum(len(reading.rows) for reading in plan.readings) > 0, path.name
        outcome = importing.apply(plan, today=TODAY)
        done = [outcome.added, outcome.changed, outcome.same, outcome.skipped, outcome.rejected, outcome.doubtful]
        assert done == parts, path.name
        refused += sum(problem["message"] == "An NPI begins with 1 or 2." for problem in said["problems"])
    assert refused > 100
    npis = [npi for (npi,) in database.execute_sql("SELECT npi FROM provider WHERE npi <> ''")]
    assert [npi for npi in npis if not npi_is_valid(npi)] == [] and len(npis) == len(set(npis))
    everybody_is_checked(TODAY)


@pytest.mark.parametrize("board", ["ca", "ny"])
def test_the_licenses_of_both_boards_come_in_with_both_their_dates(office, shared, TODAY, board):
    path = shared / "real" / "rosters" / "synthetic" / f"{board}_medical_license_database.csv"
    plan = importing.prepare(path, today=TODAY, launch=LAUNCH).plan
    importing.apply(plan, today=TODAY)
    licenses, dated = database.execute_sql(
        "SELECT count(*), sum(c.issued IS NOT NULL AND c.expires IS NOT NULL) FROM credential c "
        "JOIN credential_sort s ON s.id = c.sort_id WHERE s.key = 'license'"
    ).fetchone()
    assert licenses == dated > 100
