"""What keeps an office safe though nobody sees it: keys and seals, the engine, checks of copies, and the hold."""

import importlib.util
import sqlite3
from pathlib import Path
from typing import Any

import peewee
import pytest

from tests.conftest import PASSPHRASE, TODAY, dump
from workbench.actions import offices, undoing
from workbench.errors import WorkbenchError
from workbench.records import SEARCHED
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import (
    asof,
    backup,
    blobs,
    database,
    drafts,
    fitness,
    history,
    hold,
    keys,
    migrations,
    sources,
    trail,
    triggers,
)
from workbench.store import office as files
from workbench.store.database import driver

# Keys


def test_no_two_offices_have_a_key_and_no_two_wrappings_a_salt_or_a_nonce(tmp_path: Path) -> None:
    made = {keys.new_key() for _ in range(20)}
    assert len(made) == 20 and {len(key) for key in made} == {32} and bytes(32) not in made
    for n in range(3):
        keys.write(tmp_path / f"k{n}", bytes(32), PASSPHRASE)
    wrapped = [keys._load(tmp_path / f"k{n}") for n in range(3)]
    for part, least in (("salt", 16), ("nonce", 12)):
        values = {each[part] for each in wrapped}
        assert len(values) == 3 and {len(value) for value in values} == {least}


def test_a_guess_of_a_passphrase_costs_what_rfc_9106_asks_where_memory_is_short() -> None:
    """The module anew, since tests make it cheap: t = 3 passes, p = 4 lanes, m = 64 MiB."""
    spec = importlib.util.find_spec(keys.__name__)
    assert spec and spec.loader
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    assert fresh.COST["memory_kib"] >= 64 * 1024 and fresh.COST["passes"] >= 3 and fresh.COST["lanes"] >= 4


# The trail


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE step SET target = 1 WHERE kind = 'undo'",
        "UPDATE step SET target = NULL WHERE kind = 'undo'",
        "UPDATE step SET kind = 'redo' WHERE kind = 'undo'",
        "UPDATE step SET name = 'X' WHERE kind = 'undo'",
        "UPDATE change SET before = replace(before, 'Okafor', 'Adams') WHERE after IS NULL",
        "UPDATE change SET row = 9 WHERE tbl = 'provider' AND after IS NULL",
        "UPDATE change SET tbl = 'note' WHERE tbl = 'provider' AND after IS NULL",
    ],
)
def test_a_seal_covers_all_that_a_step_says(sort: str, edit: str, request: Any, make: Any) -> None:
    request.getfixturevalue(sort)
    make(Provider, last="Okafor")
    undoing.undo()
    assert trail.broken_seal() is None
    triggers.drop()
    database.execute_sql(edit)
    broken = trail.broken_seal()
    assert broken is not None and broken.id == history.newest().id  # type: ignore[union-attr]


def test_once_the_trail_is_sealed_with_the_key_a_seal_without_it_does_not_fit(sealed_office: Any, make: Any) -> None:
    """Whoever has not the key can work out the seals of a plain office alone."""
    make(Provider, last="Okafor")
    make(Provider, last="Young")
    triggers.drop()
    database.execute_sql("UPDATE change SET after = replace(after, 'Okafor', 'Adams')")
    for step in reversed(history.steps(2)):
        database.execute_sql("UPDATE step SET seal = ? WHERE id = ?", (history.seal(step.id, keyed=False), step.id))
    broken = trail.broken_seal()
    assert broken is not None and broken.id == history.steps(2)[1].id


# The engine and its file


@pytest.mark.parametrize(("engine", "opens"), [((3, 51, 2), False), ((3, 51, 3), True), ((3, 52, 0), True)])
def test_an_engine_that_may_damage_files_is_refused(
    plain_path: Path, seat: Any, monkeypatch: Any, engine: tuple[int, ...], opens: bool
) -> None:
    monkeypatch.setattr(driver, "sqlite_version_info", engine)
    if not opens:
        with pytest.raises(WorkbenchError, match="too old"):
            offices.open_office(plain_path, seat)
        return
    offices.open_office(plain_path, seat).close()


def test_a_copy_that_reads_otherwise_is_no_backup(office: Any, monkeypatch: Any) -> None:
    """A drive that lies: what was written is not what is read back."""

    def garbled(source: Any, to: Path, *about: Any) -> None:
        real(source, to, *about)
        whole = bytearray(to.read_bytes())
        for place in range(4096, len(whole), 4096):
            whole[place : place + 200] = bytes(200)
        to.write_bytes(whole)

    real = backup._copy
    monkeypatch.setattr(backup, "_copy", garbled)
    before = {each.name for each in office.path.parent.iterdir()}
    with pytest.raises(WorkbenchError, match="does not read as it was written"):
        offices.backup(office.path.with_name("copy.workbench"))
    assert {each.name for each in office.path.parent.iterdir()} == before


def test_words_that_kinds_declare_later_are_found_at_the_next_opening(plain_path: Path, seat: Any, make: Any) -> None:
    narrow = {**SEARCHED, "provider": ("last",)}
    opened = files.open_office(plain_path, seat, narrow)
    make(Provider, last="Okafor", first="Adaeze")
    opened.close()
    found = []
    for searched in (narrow, SEARCHED):
        opened = files.open_office(plain_path, seat, searched)
        asked = "SELECT count(*) FROM search_provider WHERE words MATCH 'adaeze'"
        found.append(database.execute_sql(asked).fetchone()[0])
        opened.close()
    assert found == [0, 1]


def test_a_migration_that_leaves_a_link_hanging_is_taken_back(
    plain_path: Path, seat: Any, make: Any, monkeypatch: Any
) -> None:
    def up(db: Any) -> None:
        db.execute_sql("DELETE FROM department WHERE id = 1")

    opened = offices.open_office(plain_path, seat)
    make(Provider, last="Okafor", department=1)
    before = dump()
    opened.close()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
        patched.setattr(migrations, "STEPS", (*migrations.STEPS, up))
        with pytest.raises(ValueError, match="breaks a reference in provider"):
            offices.open_office(plain_path, seat)
    opened = offices.open_office(plain_path, seat)
    assert dump() == before
    opened.close()


def test_a_database_of_another_program_is_no_plain_office(office: Any) -> None:
    conn = sqlite3.connect(office.path.with_name("photos.db"))
    conn.execute("CREATE TABLE step(id, seal, kind)")
    conn.commit()
    conn.close()
    copy = offices.backup(office.path.with_name("copy.workbench"))
    assert fitness.plain_offices(office.path) == [copy]


# The hold


def test_a_hold_on_a_lock_that_was_just_taken_away_is_none(plain_path: Path, seat: Any, monkeypatch: Any) -> None:
    """Its former holder lets go between our opening of the lock file and our locking it: the file that we have locked
    has no name any more, and the next who comes would lock another."""

    def locks(file: Any, office: Path) -> bool:
        if not turns:
            hold.lock_path(office).unlink()
        turns.append(1)
        return bool(real(file, office))

    turns: list[int] = []
    real = hold._lock
    monkeypatch.setattr(hold, "_lock", locks)
    held = hold.take(plain_path, "Ann", seat.clock())
    assert len(turns) == 2
    with pytest.raises(hold.HeldElsewhere):
        hold.take(plain_path, "Bea", seat.clock())
    held.release()


# What lies in the file


def test_the_past_is_looked_up_as_the_present_is(office: Any, clock: Any, make: Any) -> None:
    """Without its indexes a list of 400,000 as of a day would take minutes."""
    clock.now = clock.now.replace(day=25)
    make(Provider, last="Okafor")
    asked = "SELECT name FROM {} WHERE type = 'index' AND tbl_name = 'provider' AND sql IS NOT NULL ORDER BY name"
    wanted = database.execute_sql(asked.format("main.sqlite_master")).fetchall()
    with asof.as_of(TODAY):
        assert database.execute_sql(asked.format("temp.sqlite_master")).fetchall() == wanted != []


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(office: Any) -> None:
    drafts.keep("provider", 1, {"npi": "12"})
    with pytest.raises(TypeError):
        drafts.keep("provider", 1, {"npi": object()})  # type: ignore[dict-item]
    assert drafts.of("provider", 1) == {"npi": "12"}
    database.execute_sql("CREATE TRIGGER no BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(peewee.IntegrityError):
        drafts.keep("provider", 1, {"npi": "13"})
    assert drafts.of("provider", 1) == {"npi": "12"}


def test_a_row_of_a_file_has_the_formats_of_its_own_import(office: Any, make: Any) -> None:
    person = make(Provider, last="Okafor")
    with history.step("Two imports"):
        for number, shown in ((1, "0000"), (2, "00000")):
            sources.keep(number, [("Sheet1", 2, f'["{number}"]', person.id, 1), ("Sheet1", 3, "[]", None, None)])
            sources.keep_formats(number, [(1, f'{{"A":"{shown}"}}')])
    found = {(row.import_id, row.cells[0], row.formats["A"]) for row in sources.of_person(person.id)}
    assert found == {(1, "1", "0000"), (2, "2", "00000")} and len(sources.of_person(person.id)) == 2


def test_bytes_are_fetched_up_to_a_size_and_that_size_itself(office: Any) -> None:
    with history.step("Keep"):
        digest = blobs.keep(b"12345")
        Department.create(name="A")
    assert blobs.fetch_up_to(digest, 5) == (5, b"12345")
    assert blobs.fetch_up_to(digest, 4) == (5, None)
    assert blobs.fetch_up_to("none", 5) is None
