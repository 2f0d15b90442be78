"""A change is one step, whole or not at all; undo and redo take whole steps; the log and its seal tell the truth."""

import random
from datetime import date, datetime, timedelta
from typing import Any

import peewee
import pytest

from tests.conftest import TODAY, ZONE, assert_search_whole, dump
from workbench.actions import offices, undoing
from workbench.errors import WorkbenchError
from workbench.records import KINDS, SUPPORTING
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.policy import Policy
from workbench.records.practice import Practice
from workbench.records.provider import Provider
from workbench.store import asof, blobs, database, drafts, history, migrations, settings, trail, triggers
from workbench.store import undoing as turning


def test_a_write_outside_a_step_is_refused_by_the_database_itself(office: Any) -> None:
    for statement in (
        "INSERT INTO department(name, chair) VALUES ('X', '')",
        "UPDATE department SET name = 'X' WHERE id = 1",
        "DELETE FROM department WHERE id = 1",
    ):
        with pytest.raises(peewee.IntegrityError, match="step_id"):
            database.execute_sql(statement)


def test_every_record_has_its_three_triggers(office: Any) -> None:
    found = {row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    tables = {kind.table for kind in KINDS} | {model._meta.table_name for model in SUPPORTING}
    assert tables == set(triggers.logged_tables())
    logged = {f"log_{tbl}_{event}" for tbl in tables for event in ("insert", "update", "delete")}
    assert found == logged | {f"keep_{tbl}_{event}" for tbl in triggers.ONLY_ADDED_TO for event in ("update", "delete")}


def test_the_schema_from_steps_is_the_schema_from_models(office: Any) -> None:
    def squeezed(sql: str) -> str:
        return " ".join(sql.split())

    kept = {squeezed(row[0]) for row in database.execute_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    for model in [*(kind.model for kind in KINDS), *SUPPORTING]:
        wanted = [*model._schema._create_table(safe=False).query()[:1]]
        wanted += [index.query()[0] for index in model._schema._create_indexes(safe=False)]
        for sql in wanted:
            assert squeezed(sql) in kept


def test_a_step_inside_a_step_joins_it(office: Any) -> None:
    with history.step("Outer") as outer:
        Department.create(name="A")
        with history.step("Inner") as inner:
            Department.create(name="B")
    assert outer == inner
    assert history.newest().name == "Outer"
    assert undoing.undo() == "Outer"
    assert not Department.select().where(Department.name << ("A", "B")).exists()


def test_an_exception_leaves_nothing(office: Any) -> None:
    before = dump()
    with pytest.raises(ZeroDivisionError), history.step("Fails"):
        Department.create(name="A")
        raise ZeroDivisionError
    assert dump() == before
    assert history.newest().name != "Fails"
    with history.step("Goes on"):
        Department.create(name="B")


def test_an_inner_step_that_fails_leaves_nothing_though_the_outer_goes_on(office: Any) -> None:
    with history.step("Outer"):
        Department.create(name="A")
        with pytest.raises(ZeroDivisionError), history.step("Inner"):
            Department.create(name="B")
            raise ZeroDivisionError
    assert [d.name for d in Department.select().where(Department.name << ("A", "B"))] == ["A"]


def test_a_step_that_changes_nothing_leaves_no_trace(office: Any) -> None:
    newest = history.newest()
    with history.step("Nothing"):
        pass
    assert history.newest() == newest


def test_undo_goes_further_back_and_redo_comes_forward(office: Any, make: Any) -> None:
    steps = []
    for name in ("A", "B", "C"):
        with history.step(name):
            Department.create(name=name)
        steps.append(dump())
    assert [undoing.undo(), undoing.undo()] == ["C", "B"]
    assert dump() == steps[0]
    assert [undoing.redo(), undoing.redo(), undoing.redo()] == ["B", "C", None]
    assert dump() == steps[2]
    assert undoing.undo() == "C"
    with history.step("D"):
        Department.create(name="D")
    assert undoing.redo() is None, "a new step ends redo"
    assert [undoing.undo(), undoing.undo()] == ["D", "B"], "what is undone is not undone again"


def test_undoing_everything_stops_at_the_beginning(office: Any) -> None:
    before = dump()
    with history.step("A"):
        Department.create(name="A")
    assert [undoing.undo(), undoing.undo()] == ["A", None]
    assert dump() == before, "what the office began with stays"


def test_a_step_that_makes_a_list_entry_and_who_needs_it_is_undone(office: Any, assert_undoable: Any) -> None:
    def both() -> None:
        with history.step("Both"):
            department = Department.create(name="New one")
            boss = Provider.create(last="Boss", department=department)
            Provider.create(last="Other", department=department, supervisor=boss)

    assert_undoable(both)


def test_a_name_may_change_hands_within_a_step(office: Any, assert_undoable: Any) -> None:
    with history.step("Two"):
        a, b = Practice.create(name="A"), Practice.create(name="B")

    def swap() -> None:
        with history.step("Swap"):
            for record, name in ((a, "?"), (b, "A"), (a, "B")):
                record.name = name
                record.save()

    assert_undoable(swap)


def test_a_deletion_and_all_that_went_with_it_is_undone(office: Any, make: Any, assert_undoable: Any) -> None:
    boss = make(Provider)
    make(Provider, supervisor=boss)
    for number in "123":
        make(Credential, provider=boss, number=number)

    def delete() -> None:
        with history.step("Delete"):
            boss.delete_instance()

    assert_undoable(delete)
    undoing.undo()
    assert Credential.select().where(Credential.provider == boss).count() == 3
    assert Provider.select().where(Provider.supervisor == boss).count() == 1


def test_an_earlier_step_is_refused_naming_the_later_one(office: Any) -> None:
    with history.step("First") as first:
        department = Department.create(name="A")
    with history.step("Second"):
        department.chair = "Dr. B"
        department.save()
    before = dump()
    with pytest.raises(WorkbenchError, match="“First” cannot be undone, because “Second”"):
        turning.undo(first)
    assert dump() == before
    undoing.undo()
    assert turning.undo(first).name == "First", "a step that was undone is not in the way"
    assert turning.undo(first) is None


def test_a_step_is_refused_when_something_hangs_on_what_it_made(office: Any) -> None:
    with history.step("Person") as first:
        person = Provider.create(last="A")
    with history.step("Later license"):
        Credential.create(provider=person, sort=CredentialSort.get(), number="1")
    with pytest.raises(WorkbenchError, match="because “Later license”"):
        turning.undo(first)
    assert Credential.select().count() == 1


def test_a_step_is_refused_when_what_it_hung_on_is_gone(office: Any) -> None:
    with history.step("Old department"):
        old = Department.create(name="Old")
        person = Provider.create(last="A", department=old)
    with history.step("Moves") as moves:
        person.department = 1
        person.save()
    with history.step("Closes"):
        old.delete_instance()
    with pytest.raises(WorkbenchError, match="because “Closes”"):
        turning.undo(moves)
    assert Provider.get_by_id(person.id).department_id == 1


def test_undo_survives_closing_and_opening(office: Any, seat: Any, make: Any) -> None:
    before = dump()
    make(Provider)
    office.close()
    opened = offices.open_office(office.path, seat)
    assert undoing.undo() == "Make a Provider"
    assert dump() == before
    opened.close()


def test_a_migration_ends_undo(office: Any, make: Any) -> None:
    make(Provider)
    with history.step("Bring the file to version 2", kind="migrate"):
        pass
    assert undoing.undo() is None
    assert undoing.redo() is None


def test_the_history_of_a_record_is_newest_first_and_as_it_stood(office: Any, clock: Any) -> None:
    with history.step("Add"):
        person = Provider.create(last="Okafor")
    clock.now = datetime(2026, 11, 26, 9)
    with history.step("Rename"):
        person.last = "?"
        person.save()
        person.last = "Adams"
        person.save()
    entries = trail.of("provider", person.id)
    assert [(entry.step.name, entry.step.seat) for entry in entries] == [("Rename", "Ann"), ("Add", "Ann")]
    assert entries[0].fields() == ["last"]
    assert (entries[0].before["last"], entries[0].after["last"]) == ("Okafor", "Adams")
    assert trail.as_stood("provider", person.id, date(2026, 11, 23)) is None
    assert trail.as_stood("provider", person.id, TODAY)["last"] == "Okafor"
    assert trail.as_stood("provider", person.id, date(2026, 11, 26))["last"] == "Adams"
    with history.step("Delete"):
        person.delete_instance()
    assert trail.as_stood("provider", person.id, date(2026, 11, 26)) is None
    assert trail.of("provider", 999) == []


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
def test_lists_and_search_as_of_a_day_are_those_of_that_day(sort: str, request: Any, clock: Any) -> None:
    request.getfixturevalue(sort)
    kept: dict[date, Any] = {}
    walk = random.Random(4)
    for n in range(6):
        clock.now = datetime(2026, 11, 24 + n, 9)
        _wander(walk, 8)
        kept[clock.now.date()] = dump()
    for day, rows in kept.items():
        with asof.as_of(day):
            assert {tbl: _rows(tbl) for tbl in rows} == rows
            words = database.execute_sql("SELECT rowid FROM search_provider WHERE words MATCH '\"last\" *'").fetchall()
            assert {row[0] for row in words} == {row[0] for row in rows["provider"]}
            with pytest.raises(WorkbenchError), history.step("Writes into the past"):
                Department.create(name="Never")
    assert dump() == rows
    _wander(walk, 2)


@pytest.mark.parametrize(
    ("column", "was"),
    [
        ("TEXT NOT NULL DEFAULT 'none'", "none"),
        ("TEXT DEFAULT 'none'", "none"),
        ("DATE", None),
        ("TEXT NOT NULL", ""),
        ("INTEGER NOT NULL", 0),
    ],
)
def test_a_day_before_a_column_came_is_read_with_what_the_column_begins_with(
    plain_path: Any, seat: Any, clock: Any, monkeypatch: Any, column: str, was: Any
) -> None:
    def up(db: Any) -> None:
        """Also as a table made anew takes a column that may not be empty and has nothing to begin with."""
        ddl = db.execute_sql("SELECT sql FROM sqlite_master WHERE name = 'department'").fetchone()[0]
        db.execute_sql(ddl.replace('"department"', '"anew"', 1)[:-1] + f', "floor" {column})')
        db.execute_sql("INSERT INTO anew(id, name, chair, floor) SELECT id, name, chair, '7' FROM department")
        db.execute_sql('DROP TABLE "department"')
        db.execute_sql('ALTER TABLE "anew" RENAME TO "department"')
        db.execute_sql('CREATE UNIQUE INDEX "department_name" ON "department" ("name")')

    opened = offices.open_office(plain_path, seat)
    clock.now = datetime(2026, 11, 25, 9)
    with history.step("Changes and deletes"):
        database.execute_sql("UPDATE department SET chair = 'X' WHERE id = 1")
        database.execute_sql("DELETE FROM department WHERE id = 2")
    opened.close()
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, up))
    opened = offices.open_office(plain_path, seat)
    with asof.as_of(TODAY):
        rows = database.execute_sql("SELECT id, chair, floor FROM department WHERE id < 4 ORDER BY id").fetchall()
    assert [row[:2] for row in rows] == [(1, ""), (2, ""), (3, "")]
    assert [row[2] for row in rows[:2]] == [was, was] and str(rows[2][2]) == "7"
    opened.close()


def _rows(tbl: str) -> list[tuple]:
    return database.execute_sql(f'SELECT * FROM "{tbl}" ORDER BY id').fetchall()


def _wander(walk: random.Random, count: int) -> None:
    for _ in range(count):
        turn = walk.random()
        people = list(Provider.select())
        if turn < 0.2:
            undoing.undo()
        elif turn < 0.3:
            undoing.redo()
        elif turn < 0.5 or not people:
            with history.step("Add"):
                person = Provider.create(last=f"Last{walk.random()}", first="Ânna-O’B", npi=str(walk.randrange(10**9)))
                if sort := CredentialSort.select().first():  # the seeds may be undone as well
                    Credential.create(provider=person, sort=sort, number=f"036-{walk.randrange(10**6)}")
        elif turn < 0.6:
            with history.step("Delete"):
                walk.choice(people).delete_instance()
        else:
            with history.step("Change"):
                for person in walk.sample(people, min(3, len(people))):
                    person.first, person.birth_date = f"First{walk.random()}", TODAY - timedelta(walk.randrange(9999))
                    person.supervisor = walk.choice(people)
                    person.save()


@pytest.mark.parametrize("seed", range(5))
def test_after_a_random_walk_the_search_is_whole_and_the_trail_is_sealed(office: Any, seed: int) -> None:
    walk = random.Random(seed)
    for _ in range(12):
        _wander(walk, 4)
        assert_search_whole()
    assert trail.broken_seal() is None
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_masked_fields_are_not_found(office: Any, make: Any) -> None:
    make(Provider, ssn_last4="7391", birth_date=date(1961, 2, 3))
    for term in ("7391", "1961"):
        assert not database.execute_sql(
            "SELECT rowid FROM search_provider WHERE words MATCH ?", (f'"{term}" *',)
        ).fetchall()


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE change SET after = replace(after, 'Okafor', 'Adams') WHERE tbl = 'provider'",
        "UPDATE step SET seat = 'Bob' WHERE name = 'Make a Provider'",
        "UPDATE step SET at = '2020-01-01T00:00:00' WHERE name = 'Make a Provider'",
        "DELETE FROM change WHERE tbl = 'provider'",
        "DELETE FROM step WHERE name = 'Make a Provider'",
    ],
)
def test_the_seal_breaks_when_the_log_is_edited(sort: str, edit: str, request: Any, make: Any) -> None:
    request.getfixturevalue(sort)
    make(Provider, last="Okafor")
    make(Department)
    assert trail.broken_seal() is None
    triggers.drop()  # as whoever edits the file with another program would
    database.execute_sql(edit)
    assert trail.broken_seal() is not None


def test_settings_come_back_and_are_undone(office: Any) -> None:
    assert settings.load(Policy) == Policy(hospital="St. Example Hospital", zone=ZONE)
    offices.set_policy(lead_days=60, state="IL")
    assert settings.load(Policy).lead_days == 60
    offices.set_policy(lead_days=45)
    undoing.undo()
    assert (settings.load(Policy).lead_days, settings.load(Policy).state) == (60, "IL")


def test_drafts_are_kept_outside_the_log_until_dropped(office: Any) -> None:
    newest = history.newest()
    drafts.keep("provider", 1, {"npi": "12"})
    drafts.keep("provider", 1, {"npi": "123"})
    assert drafts.of("provider", 1) == {"npi": "123"}
    drafts.keep("provider", 1, {})
    assert drafts.of("provider", 1) == {}
    assert history.newest() == newest


def test_bytes_lie_once(office: Any) -> None:
    with history.step("Attach"):
        assert blobs.keep(b"\0scan") == blobs.keep(b"\0scan")
        digest = blobs.keep(b"\0scan")
    assert blobs.fetch(digest) == b"\0scan"
    assert blobs.fetch("none") is None
    assert database.execute_sql("SELECT count(*) FROM blob").fetchone()[0] == 1


def test_what_a_step_touched_is_told(office: Any, make: Any) -> None:
    make(Provider)
    assert history.touched(history.newest().id) == {"provider"}
    assert [step.name for step in history.steps(limit=1)] == ["Make a Provider"]
    assert [step.name for step in history.steps(before=history.newest().id)][0].startswith("New office")
