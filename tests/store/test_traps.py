"""Traps of SQLite and Peewee that were measured before the first line: each would cost data without a word."""

import ast
from datetime import date
from pathlib import Path
from typing import Any

import peewee
import pytest

from tests.conftest import assert_search_whole
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.store import database, history, trail, triggers

ROOM = Path(__file__).parents[2] / "workbench"


def _texts() -> list[tuple[str, str]]:
    """Every string and every attribute that the program's own code names."""
    found = []
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append((path.name, node.value))
            elif isinstance(node, ast.Attribute):
                found.append((path.name, f".{node.attr}"))
    return found


def test_nothing_of_the_program_replaces_rows_or_commits_behind_its_back() -> None:
    """REPLACE deletes what hangs on a row; executescript commits; a second writer must not begin as a reader."""
    texts = _texts()
    assert len(texts) > 10_000
    for sign in ("OR REPLACE", "REPLACE INTO", ".executescript", ".replace_many", ".on_conflict_replace"):
        assert [name for name, text in texts if sign in text] == [], sign


def test_a_replaced_row_would_take_what_hangs_on_it_but_the_log_sees_both_go(office: Any, make: Any) -> None:
    person = make(Provider, last="Okafor")
    license_ = make(Credential, provider=person, number="036-1")
    with history.step("Replace"):
        columns = [row[1] for row in database.execute_sql('PRAGMA table_info("provider")')]
        database.execute_sql(f"INSERT OR REPLACE INTO provider SELECT {', '.join(columns)} FROM provider")
    assert Credential.select().count() == 0, "SQLite cascades: that is why nothing here replaces"
    assert trail.of("credential", license_.id)[0].after is None, "what went is in the log"


def test_bytes_in_a_logged_column_fail_at_once(office: Any) -> None:
    with pytest.raises(peewee.OperationalError, match="BLOB"), history.step("Bytes"):
        database.execute_sql("INSERT INTO department(name, chair) VALUES ('X', x'00ff')")


def test_a_table_of_more_columns_than_old_json_took_is_logged(office: Any) -> None:
    columns = ", ".join(f'"c{n}" TEXT' for n in range(90))
    database.execute_sql(f'CREATE TABLE "wide" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, {columns})')
    triggers.drop()
    triggers.create()
    with history.step("Wide"):
        database.execute_sql("INSERT INTO wide(c0, c89) VALUES ('a', 'z')")
    assert trail.of("wide", 1)[0].after["c89"] == "z"


def test_an_unset_link_is_told_without_asking_the_database(office: Any, make: Any) -> None:
    person = Provider(last="Okafor")
    assert list(person.problems()) == [] and person.title.startswith("Okafor")
    with pytest.raises(CredentialSort.DoesNotExist):
        _ = Credential(provider=person).sort
    assert [problem.field for problem in Credential().problems()], "what is needed is said, not raised"


def test_a_write_begins_as_a_writer(office: Any) -> None:
    """A reader that turns writer after another's commit fails at once, however long it would wait."""
    said: list[str] = []
    database.connection().set_trace_callback(said.append)
    with history.step("Writes"):
        Department.create(name="A")
    database.connection().set_trace_callback(None)
    assert [text for text in said if text.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
def test_the_connection_is_what_was_measured(synced: None, sort: str, request: Any) -> None:
    request.getfixturevalue(sort)
    wanted = {"cache_spill": 0, "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1, "journal_mode": "delete"}
    assert {name: database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_a_row_that_leaves_leaves_the_search(office: Any, make: Any) -> None:
    person = make(Provider, last="Okafor")
    with history.step("Delete"):
        person.delete_instance()
    assert_search_whole()
    assert not database.execute_sql("SELECT 1 FROM search_provider WHERE words MATCH 'okafor'").fetchall()


def test_the_search_has_no_triggers_of_its_own(office: Any) -> None:
    """A virtual table takes none: what is derived is indexed again at the end of each step instead."""
    rows = database.execute_sql("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert rows and not [name for (name,) in rows if name.startswith("search_")]


def test_dates_are_kept_as_iso_text(office: Any, make: Any) -> None:
    make(Provider, status_since=date(2026, 1, 2))
    assert database.execute_sql("SELECT status_since FROM provider").fetchone()[0] in (date(2026, 1, 2), "2026-01-02")
    assert (
        '"status_since":"2026-01-02"' in database.execute_sql("SELECT after FROM change ORDER BY id DESC").fetchone()[0]
    )
