"""A list that was exported comes back as it went: nothing in it changes anything, and a change in it is found."""

import csv
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import TODAY, dump
from workbench.actions import exporting, importing
from workbench.lists.named import list_named
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.provider import Provider
from workbench.store import history

ROOT = Path(__file__).parents[2]
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]


@pytest.fixture
def hospital(hospital_of):
    """The sample hospital: people without an NPI, a duplicate under a maiden name, cells alone, namesakes."""
    office = hospital_of(120)
    with history.step("What makes it harder"):
        for person in Provider.select().order_by(Provider.id).limit(9):
            person.phone, person.cell = "", "(312) 555-0199"
            person.save()
        Provider.update(npi="").where(Provider.id.in_([12, 13])).execute()
        Provider.create(
            last="Okafor", first="Adaeze", remarks="A namesake of nobody knows whom", phone="+1 312 555 0101"
        )
        Provider.create(last="Okafor", first="Adaeze", section="=1+1")
        made = CredentialSort.create(key="laser", name="Laser permit")
        Credential.create(
            provider=20, sort=made, title="Class IV", number="L-1", issued=date(2026, 1, 2), continuing=True
        )
    return office


def exported(name, path):
    listed = list_named(name)
    return exporting.export(listed, listed.ids(today=TODAY), path)


def planned(path):
    return importing.prepare(path, today=TODAY, launch=LAUNCH).plan


def told(plan, *results):
    return [(row.number, row.provider, row.happens) for row in plan.rows if row.result not in results]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("name", ["providers", "credentials"])
def test_a_list_comes_back_and_changes_nothing(hospital, tmp_path, name, ending):
    path = tmp_path / f"list.{ending}"
    rows = exported(name, path)
    before = dump()
    plan = planned(path)
    assert told(plan, "same") == []
    assert plan.counts["same"] == len(plan.rows) == rows > 40 and not plan.writes
    assert importing.apply(plan, today=TODAY).step is None and dump() == before


def test_a_cell_alone_is_shown_as_the_phone_and_does_not_come_back_as_the_offices(hospital, tmp_path):
    person = Provider.get(Provider.phone == "", Provider.cell != "")
    listed = list_named("providers")
    at = [column.key for column in listed.sheet].index("phone") + 1
    assert next(iter(listed.values([person.id])))[at] == person.cell
    exporting.export(listed, [person.id], tmp_path / "one.csv")
    with (tmp_path / "one.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Phone"], row["Cell"]) == ("", person.cell)


def test_what_was_changed_in_the_list_is_what_the_import_changes(hospital, tmp_path):
    path = tmp_path / "list.xlsx"
    exported("credentials", path)
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book.active[1]]
    line = next(
        r for r in range(2, book.active.max_row) if book.active.cell(r, heads.index("Kind") + 1).value == "Life support"
    )
    book.active.cell(line, heads.index("Issued") + 1).value = date(2029, 5, 31)
    book.active.cell(line, heads.index("Expires") + 1).value = date(2031, 5, 31)
    del_from = heads.index("Verified") + 1
    book.active.delete_cols(del_from, 3)  # a list from which somebody cut columns is ours all the same
    book.save(path)
    plan = planned(path)
    assert [(row.number, row.result) for row in plan.rows if row.result != "same"] == [(line, "changed")]
    (change,) = plan.summary()["changes"]
    assert change["new"] == "2031-05-31" and change["field"] == "Credential expires"


def test_the_list_of_credentials_fills_another_office_and_is_the_same_there_again(hospital, tmp_path):
    path = tmp_path / "list.xlsx"
    rows = exported("credentials", path)
    with history.step("Nobody"):
        Provider.delete().execute()
    plan = planned(path)
    assert {row.result for row in plan.rows} <= {"new", "changed", "same", "doubtful"}
    importing.apply(plan, today=TODAY)
    asked = [row for row in plan.rows if row.result == "doubtful"]
    assert Credential.select().count() == rows - len(asked) > 1000
    nameless = {"Abernathy", "Ramaswamy", "Fitzgerald-Osei"}  # without an NPI, a name alone asks
    assert {row.values["provider.last"] for row in asked} == nameless | {"Reyes"}
    permit = Credential.get(number="L-1")
    assert (permit.sort.name, permit.title, permit.issued, permit.continuing) == (
        "Laser permit",
        "Class IV",
        date(2026, 1, 2),
        True,
    )
    assert Credential.select().where(Credential.verified.is_null(False)).count() == 0
    assert {row.result for row in planned(path).rows} <= {"same", "doubtful"}


def test_a_kind_that_the_office_does_not_keep_is_refused_and_named(hospital, tmp_path):
    path = tmp_path / "list.xlsx"
    exported("credentials", path)
    with history.step("No permits"):
        Credential.delete().where(Credential.number == "L-1").execute()
        CredentialSort.delete().where(CredentialSort.key == "laser").execute()
    (refused,) = planned(path).of("rejected")
    assert refused.happens == "Kind of credential: The office keeps no kind of credential called “Laser permit”."


def test_every_column_of_the_list_of_people_comes_into_another_office(hospital, tmp_path):
    with history.step("What was lost"):
        person = Provider.select().order_by(Provider.id).first()
        person.preferred, person.subspecialty = "Buzz", Specialty.create(name="Wound Medicine")
        person.save()
    path = tmp_path / "list.xlsx"
    exported("providers", path)
    with history.step("Nobody"):
        Provider.delete().execute()
        Specialty.delete().where(Specialty.name == "Wound Medicine").execute()
    plan = planned(path)
    assert None not in plan.readings[0].columns.values()
    importing.apply(plan, today=TODAY)
    back = Provider.get(Provider.last == person.last, Provider.first == person.first)
    assert (back.preferred, back.subspecialty.name) == ("Buzz", "Wound Medicine")
    asked = {row.values["provider.last"] for row in plan.of("doubtful")}
    assert asked == {"Okafor", "Reyes-Whitfield"}  # namesakes of nobody knows whom


def test_how_a_credential_was_verified_is_not_read_back_and_the_plan_says_why(hospital, tmp_path):
    path = tmp_path / "list.xlsx"
    rows = exported("credentials", path)
    said = [q for q in planned(path).questions if "Verified" in q.about]
    seen = "Columns S: Verified, T: Source, U: Verified by, V: Status at the source, W: Discipline at the source"
    assert [(q.about, q.rows) for q in said] == [(seen, rows)]
    assert "stated, not verified" in said[0].chosen
