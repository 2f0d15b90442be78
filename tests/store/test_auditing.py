"""Whoever edits the file with another program is found out, whatever of it they edit; whoever works with ours never is."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE
from tests.store.test_steps import _wander
from workbench.actions import offices, protecting, undoing
from workbench.errors import Cancelled
from workbench.records import BYTES
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.records.roster import RosterImport
from workbench.store import auditing, blobs, database, history, migrations, sources, trail, triggers


def flaws() -> list[str]:
    return auditing.flaws(BYTES)


def behind_the_log(*statements: str) -> None:
    """As whoever edits the file with another program would: without its triggers, which they put back."""
    triggers.drop()
    for statement in statements:
        database.execute_sql(statement)
    triggers.create()


@pytest.fixture
def kept(office: Any, make: Callable[..., Any]) -> Any:
    """A person with a license, a document, and the rows of an import."""
    person = make(Provider, last="Okafor")
    make(Credential, provider=person, number="036-1")
    with history.step("Bytes and rows"):
        digest = blobs.keep(b"scan")
        Document.create(provider=person, title="Scan", file_name="a.pdf", sha256=digest, size=4)
        read = RosterImport.create(file_name="r.xlsx", sha256="ab", imported="2026-11-24")
        sources.keep(read.id, [("Sheet1", 2, '["Okafor"]', person.id, 1), ("Sheet1", 3, '["Young"]', None, None)])
        sources.keep_formats(read.id, [(1, '{"A":"@"}')])
        RosterImport.update(rows_seal=sources.seal(read.id)).execute()
    with history.step("Newest"):
        Department.create(name="Newest")
    assert flaws() == []
    return office


NEWEST = "(SELECT max(id) FROM step)"
EDITS = {
    "UPDATE provider SET last = 'Adams'": "1 record of “provider” was changed outside any step, the first with ID 1.",
    "UPDATE credential SET expires = '2031-01-01'": "1 record of “credential” was changed",
    "DELETE FROM credential": "1 record of “credential” was deleted outside any step",
    "INSERT INTO department(name, chair) VALUES ('X', '')": "1 record of “department” was put in",
    "UPDATE setting SET value = '9' WHERE name = 'gap_days' OR name = 'hospital'": "of “setting”",
    "UPDATE source_row SET cells = '[]' WHERE row = 3": "import 1 read",
    "UPDATE source_row SET provider_id = NULL": "import 1 read",
    "DELETE FROM source_row WHERE row = 2": "import 1 read",
    "UPDATE source_format SET formats = '{}'": "import 1 read",
    "INSERT INTO source_row(import_id, sheet, row, cells) VALUES (7, 'S', 1, '[]')": "Rows of 1 file are kept that no",
    "UPDATE blob SET bytes = x'00'": "The bytes of 1 document are not those",
    "DELETE FROM blob": "The bytes of 1 record of “document” are gone",
    f"DELETE FROM change WHERE step_id = {NEWEST}": "does not fit its seals",
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_edited_behind_the_log_is_found(kept: Any, edit: str) -> None:
    behind_the_log(edit)
    found = flaws()
    assert any(EDITS[edit] in said for said in found), found
    assert all(said.endswith(".") and "\n" not in said for said in found)


def test_a_table_that_is_gone_is_told(kept: Any, make: Any) -> None:
    with history.step("Note"):
        database.execute_sql(
            "INSERT INTO note(provider_id, said, sort, caller, by, text) VALUES (1, '2026-11-24', 'Note', '', '', 'x')"
        )
    behind_the_log("DROP TABLE note")
    assert flaws() == ["The table “note”, of which the log tells, is gone."]


def test_the_newest_step_taken_out_with_all_it_did_leaves_its_number(kept: Any) -> None:
    behind_the_log(
        "DELETE FROM department WHERE name = 'Newest'",
        f"DELETE FROM change WHERE step_id = {NEWEST}",
        f"DELETE FROM step WHERE id = {NEWEST}",
    )
    assert len(flaws()) == 1 and flaws()[0].startswith("The newest steps are gone from the trail")


def test_a_head_that_was_noted_finds_what_is_gone_without_a_trace(kept: Any) -> None:
    noted = trail.head()
    assert trail.holds(noted)
    behind_the_log(
        "DELETE FROM department WHERE name = 'Newest'",
        f"DELETE FROM change WHERE step_id = {NEWEST}",
        f"DELETE FROM step WHERE id = {NEWEST}",
        f"UPDATE sqlite_sequence SET seq = {NEWEST} WHERE name = 'step'",
    )
    assert flaws() == [], "whoever knows the file well leaves no trace in it"
    assert not trail.holds(noted)


def test_a_step_of_which_nothing_came_leaves_no_gap(kept: Any) -> None:
    with history.step("Nothing"):
        pass
    assert flaws() == []
    with history.step("Something") as step_id:
        Department.create(name="A")
    assert step_id == history.steps(2)[1].id + 1


@pytest.mark.parametrize(
    "edit",
    [
        "DROP TRIGGER log_provider_update",
        "DROP TRIGGER keep_change_delete",
        "CREATE TRIGGER quiet AFTER UPDATE ON provider BEGIN DELETE FROM note; END",
    ],
)
def test_triggers_that_are_missing_or_strange_are_told(kept: Any, edit: str) -> None:
    database.execute_sql(edit)
    name = edit.split()[2]
    assert flaws() == [f"1 of the triggers that keep the log is missing or changed ({name})."]


def test_a_trigger_that_says_something_else_is_told(kept: Any) -> None:
    sql = triggers.wanted()["log_provider_update"]
    database.execute_sql("DROP TRIGGER log_provider_update")
    database.execute_sql(sql.replace('OLD."last"', 'NEW."last"', 1))
    assert len(flaws()) == 1 and "log_provider_update" in flaws()[0]


def test_an_import_that_was_undone_keeps_the_seal_of_its_rows(kept: Any) -> None:
    undoing.undo()
    undoing.undo()
    assert RosterImport.select().count() == 0 and flaws() == []
    behind_the_log("UPDATE source_row SET cells = '[]' WHERE row = 3")
    assert flaws() == ["The rows of the file that import 1 read are not those that were kept."]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_done_with_the_program_fits(office: Any, seed: int) -> None:
    walk = random.Random(seed)
    for _ in range(4):
        _wander(walk, 6)
    assert flaws() == []


def test_an_encrypted_office_and_a_backup_fit(kept: Any, seat: Any) -> None:
    protecting.encrypt(kept, seat, PASSPHRASE)
    assert flaws() == []
    copy = offices.backup(kept.path.with_name("copy.workbench"))
    kept.close()
    opened = offices.open_office(copy, seat, PASSPHRASE, read_only=True)
    assert flaws() == []
    opened.close()


def test_a_column_that_came_later_is_not_held_against_the_log(plain_path: Path, seat: Any, monkeypatch: Any) -> None:
    def up(db: Any) -> None:
        db.execute_sql('ALTER TABLE "department" ADD COLUMN "phone" TEXT NOT NULL DEFAULT ""')

    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, up))
    opened = offices.open_office(plain_path, seat)
    assert flaws() == []
    behind_the_log("UPDATE department SET name = 'X' WHERE id = 1")
    assert len(flaws()) == 1
    opened.close()


def test_it_tells_how_far_it_is_and_can_be_stopped(kept: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(auditing, "BLOCK", 4)
    told: list[tuple[int, int]] = []
    auditing.flaws(BYTES, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(told) > 20
    assert [done for done, _ in told] == sorted({done for done, _ in told})

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        auditing.flaws(BYTES, stop)


def test_rows_are_held_against_the_log_in_blocks_of_any_size(kept: Any, monkeypatch: Any) -> None:
    behind_the_log("UPDATE department SET name = name || '!'")
    for size in (1, 3, 1000):
        monkeypatch.setattr(auditing, "BLOCK", size)
        assert flaws() == ["12 records of “department” were changed outside any step, the first with ID 1."]
