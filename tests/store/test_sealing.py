"""Encrypting: every row arrives, the plain bytes do not stay, and nothing that is written meanwhile is lost."""

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE, dump
from workbench.actions import offices, protecting
from workbench.errors import WorkbenchError
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import blobs, database, history, keys, placing, sealing, sources
from workbench.store.database import connect

SECRET = b"Okafor-Lindqvist"


@pytest.fixture
def filled(office: Any, make: Any) -> Any:
    make(Provider, last=SECRET.decode())
    with history.step("Bytes and sources"):
        blobs.keep(bytes(range(256)) * 50)
        sources.keep(1, [("Sheet1", n, f'["{SECRET.decode()}"]', None, None) for n in range(50)])
    return office


def _everything() -> dict[str, list[tuple]]:
    return {question: database.execute_sql(question).fetchall() for question in sealing._questions()}


def test_every_row_of_every_table_arrives_the_stores_own_too(filled: Any, seat: Any) -> None:
    before = _everything()
    assert len(before) > 30 and any("source_row" in question for question in before)
    sealed = "SELECT * FROM"
    protecting.encrypt(filled, seat, PASSPHRASE)
    after = _everything()
    assert before.keys() == after.keys()
    differ = {
        question.split('"')[1] for question in before if sealed in question and before[question] != after[question]
    }
    assert differ == {"step", "sqlite_sequence"}, "the step that says it was encrypted, and nothing else"


def test_no_plain_byte_of_the_office_stays_in_its_folder(filled: Any, seat: Any) -> None:
    folder = filled.path.parent
    with open(filled.path, "rb") as old:  # whoever has it open still sees the bytes that had no name any more
        assert SECRET in old.read()
        protecting.encrypt(filled, seat, PASSPHRASE)
        old.seek(0)
        assert set(old.read()) == {0}
    assert sorted(each.name for each in folder.iterdir() if each.suffix != ".lock") == [
        filled.path.name,
        keys.keys_path(filled.path).name,
    ]
    assert not [each.name for each in folder.iterdir() if SECRET in each.read_bytes()]


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM department WHERE id = 3",
        "UPDATE source_row SET cells = '[]' WHERE row = 7",
        "UPDATE blob SET bytes = x'00'",
        "INSERT INTO draft(tbl, row, texts) VALUES ('provider', 1, '{}')",
        "DROP INDEX provider_npi",
        "DROP TRIGGER keep_blob_delete",
        "PRAGMA user_version = 7",
    ],
)
def test_a_copy_that_differs_anywhere_does_not_take_the_offices_place(
    filled: Any, seat: Any, monkeypatch: Any, harm: str
) -> None:
    """A drive that lies about what it wrote, in the one way that a check of the file alone would not see."""

    def exports_and_harms(beside: Path, key: bytes) -> None:
        real(beside, key)
        conn = connect(beside, key)
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if "TRIGGER" not in harm:
                conn.execute(f'DROP TRIGGER "{name}"')
        conn.execute(harm)
        conn.close()

    real, before, content = sealing._export, dump(), filled.path.read_bytes()
    monkeypatch.setattr(sealing, "_export", exports_and_harms)
    with pytest.raises(WorkbenchError, match="does not hold what the office holds"):
        protecting.encrypt(filled, seat, PASSPHRASE)
    assert dump() == before and not filled.encrypted
    assert filled.path.read_bytes() == content
    assert not keys.keys_path(filled.path).exists()


def test_it_waits_for_nobody_who_is_writing(filled: Any, seat: Any) -> None:
    writer = connect(filled.path, None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkbenchError, match="being written to just now"):
        protecting.encrypt(filled, seat, PASSPHRASE)
    writer.execute("ROLLBACK")
    writer.close()
    with pytest.raises(WorkbenchError, match="being written to just now"), history.step("Half done"):
        Department.create(name="A")
        protecting.encrypt(filled, seat, PASSPHRASE)
    protecting.encrypt(filled, seat, PASSPHRASE)


def test_what_still_writes_to_the_plain_file_is_refused_not_lost(filled: Any, seat: Any) -> None:
    """A thread of ours with a connection from before."""
    found: list[Any] = []
    opened, sealed = threading.Event(), threading.Event()

    def work() -> None:
        found.append(Department.select().count())
        opened.set()
        sealed.wait(30)
        try:
            with history.step("Too late"):
                Department.create(name="A")
        except Exception as error:
            found.append(error)
        database.close()

    thread = threading.Thread(target=work)
    thread.start()
    opened.wait(30)
    protecting.encrypt(filled, seat, PASSPHRASE)
    sealed.set()
    thread.join()
    assert isinstance(found[-1], WorkbenchError) and "Nothing of this step was saved" in str(found[-1])
    assert Department.select().count() == found[0]


def test_what_a_cut_short_encryption_left_is_swept_at_the_next_opening(filled: Any, seat: Any) -> None:
    plain = filled.path.read_bytes()
    kept = placing.kept_path(filled.path)
    placing.keep(filled.path)
    filled.close()
    offices.open_office(filled.path, seat).close()
    assert not kept.exists() and filled.path.read_bytes() == plain, (
        "cut short before: the second name goes, the office stays"
    )
    opened = offices.open_office(filled.path, seat)
    protecting.encrypt(opened, seat, PASSPHRASE)
    opened.close()
    kept.write_bytes(plain)
    reading = offices.open_office(filled.path, seat, PASSPHRASE, read_only=True)
    reading.close()
    assert kept.exists(), "whoever only reads removes nothing"
    with open(kept, "rb") as old:
        offices.open_office(filled.path, seat, PASSPHRASE).close()
        assert not kept.exists() and set(old.read()) == {0}


def test_a_plain_file_that_cannot_be_removed_is_named(filled: Any, seat: Any, monkeypatch: Any) -> None:
    def fails(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(placing, "wipe", fails)
        with pytest.raises(WorkbenchError, match=r"is encrypted, but .*plain-until-encrypted.* Permission denied"):
            protecting.encrypt(filled, seat, PASSPHRASE)
    assert filled.encrypted and placing.kept_path(filled.path).exists()
    assert Provider.select().count() == 1


def test_a_drive_without_second_names_encrypts_all_the_same(filled: Any, seat: Any, monkeypatch: Any) -> None:
    def fails(*_: Any) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", fails)
    protecting.encrypt(filled, seat, PASSPHRASE)
    assert filled.encrypted and not placing.kept_path(filled.path).exists()


def test_plain_copies_beside_an_office_are_named(filled: Any, seat: Any) -> None:
    copy = offices.backup(filled.path.with_name("before.workbench"))
    filled.path.with_name("notes.txt").write_text("SQLite format 3")
    protecting.encrypt(filled, seat, PASSPHRASE)
    offices.backup(filled.path.with_name("after.workbench"))
    assert protecting.plain_copies(filled.path).earlier == [copy]


def test_a_new_wrapping_that_cannot_be_read_back_does_not_take_the_old_ones_place(
    sealed_path: Path, monkeypatch: Any
) -> None:
    """Written, but not as it was meant: the only wrapping of the file key must never be one that does not open."""
    before = keys.keys_path(sealed_path).read_bytes()

    def garbled(*_: Any, **__: Any) -> str:
        return real(*_, **__).replace('"salt": "', '"salt": "AAAA')

    real = keys.json.dumps
    monkeypatch.setattr(keys.json, "dumps", garbled)
    with pytest.raises(WorkbenchError):
        protecting.change_passphrase(sealed_path, PASSPHRASE, "another passphrase")
    assert keys.keys_path(sealed_path).read_bytes() == before
    assert [each.name for each in sealed_path.parent.iterdir() if each.name.endswith(".new")] == []
