"""What the file keeps it keeps: the database itself refuses to change or delete the log, bytes and what imports read."""

from pathlib import Path
from typing import Any

import peewee
import pytest

from tests.conftest import PASSPHRASE, dump, source_of
from workbench.actions import offices, protecting, undoing
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import blobs, database, history, migrations, sources, trail, triggers

KEPT = {
    "step": "seat = 'Bob'",
    "change": "after = NULL",
    "blob": "bytes = x'00'",
    "source_row": "cells = '[]'",
    "source_format": "formats = '{}'",
}


@pytest.fixture
def filled(office: Any) -> Any:
    with history.step("Fill"):
        Department.create(name="A")
        blobs.keep(b"scan")
        sources.keep(1, [("Sheet1", 2, '["Okafor"]', None, 1)])
        sources.keep_formats(1, [(1, '{"A": "@"}')])
    return office


def _rows() -> dict[str, list[tuple]]:
    return {tbl: database.execute_sql(f"SELECT * FROM {tbl}").fetchall() for tbl in KEPT}


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("tbl", KEPT)
def test_what_is_kept_is_neither_changed_nor_deleted(filled: Any, tbl: str, inside: bool) -> None:
    before = _rows()
    for statement in (
        f"UPDATE {tbl} SET {KEPT[tbl]}",
        f"DELETE FROM {tbl}",
        f"INSERT OR REPLACE INTO {tbl} SELECT * FROM {tbl}",
    ):
        with pytest.raises(peewee.IntegrityError, match=f"{tbl} is only added to"):
            if inside:
                with history.step("Rewrite"):
                    database.execute_sql(statement)
            else:
                database.execute_sql(statement)
        assert _rows() == before


def test_a_step_that_is_open_changes_nothing_but_its_seal(office: Any) -> None:
    with history.step("Mine") as mine:
        Department.create(name="A")
        for edit in ("seat = 'Bob'", "name = 'X'", "at = '2020-01-01'", "kind = 'undo'", "target = 1", "id = 99"):
            with pytest.raises(peewee.IntegrityError, match="step is only added to"):
                database.execute_sql(f"UPDATE step SET {edit} WHERE id = ?", (mine,))
    assert history.newest().name == "Mine"
    assert trail.broken_seal() is None


def test_two_open_steps_are_refused_by_the_database_itself(office: Any) -> None:
    with pytest.raises(peewee.IntegrityError, match="open_step"), history.step("First"):
        history._begin("Second", "do", None)
    assert history.newest().name.startswith("New office")
    assert database.execute_sql("SELECT count(*) FROM open_step").fetchone()[0] == 0


def test_undo_and_redo_take_from_the_log_without_touching_it(filled: Any) -> None:
    kept = _rows()
    assert [undoing.undo(), undoing.redo()] == ["Fill", "Fill"]
    after = _rows()
    assert after["blob"] == kept["blob"] and after["source_row"] == kept["source_row"]
    for tbl in ("step", "change"):
        assert after[tbl][: len(kept[tbl])] == kept[tbl]


@pytest.mark.parametrize("sort", ["encrypted", "a backup"])
def test_a_copy_refuses_as_the_original_does(filled: Any, seat: Any, sort: str) -> None:
    path: Path = filled.path
    if sort == "encrypted":
        protecting.encrypt(filled, seat, PASSPHRASE)
    else:
        path = offices.backup(path.with_name("copy.workbench"))
    filled.close()
    opened = offices.open_office(path, seat, PASSPHRASE if sort == "encrypted" else None)
    with pytest.raises(peewee.IntegrityError, match="blob is only added to"):
        database.execute_sql("DELETE FROM blob")
    opened.close()


def test_a_migration_may_rewrite_what_is_kept_and_the_guard_stands_again_after(
    plain_path: Path, seat: Any, monkeypatch: Any
) -> None:
    def rebuilds(db: Any) -> None:
        """A table made anew must not cascade, and a column of the store's own tables may change."""
        people = [row[1] for row in db.execute_sql('PRAGMA table_info("provider")')]
        ddl = db.execute_sql("SELECT sql FROM sqlite_master WHERE name = 'provider'").fetchone()[0]
        db.execute_sql(ddl.replace('"provider"', '"provider_new"', 1))
        db.execute_sql(f"INSERT INTO provider_new SELECT {', '.join(people)} FROM provider")
        db.execute_sql('DROP TABLE "provider"')
        db.execute_sql('ALTER TABLE "provider_new" RENAME TO "provider"')
        db.execute_sql("UPDATE source_row SET sheet = upper(sheet)")

    opened = offices.open_office(plain_path, seat)
    with history.step("Add"):
        person = Provider.create(last="Okafor")
        database.execute_sql(
            "INSERT INTO note(provider_id, said, sort, caller, by, text) VALUES (?, '2026-11-24', 'Note', '', '', 'x')",
            (person.id,),
        )
        sources.keep(1, [("sheet", 2, "[]", None, None)])
    before = dump()
    opened.close()
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, rebuilds))
    opened = offices.open_office(plain_path, seat)
    assert dump() == before, "dropping the old table deleted the person's notes"
    assert source_of(1, "SHEET", 2)[0] == []
    assert trail.broken_seal() is None
    with pytest.raises(peewee.IntegrityError, match="source_row is only added to"):
        database.execute_sql("DELETE FROM source_row")
    opened.close()


def test_every_table_is_logged_or_only_added_to_or_neither_for_a_reason(office: Any) -> None:
    made = {row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    free = {"open_step", "draft", "search_state", "sqlite_sequence", "readiness", *triggers.DERIVED}
    others = made - set(triggers.logged_tables()) - set(KEPT) - free
    assert all(name.startswith("search_") for name in others)
