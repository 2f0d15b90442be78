"""Opening: what can be opened opens, what cannot is refused in a sentence, and a refusal changes nothing."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHEAP, PASSPHRASE, dump
from workbench.actions import offices, protecting
from workbench.errors import Cancelled, WorkbenchError
from workbench.records import SEARCHED
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import backup, database, history, hold, keys, migrations, trail
from workbench.store import office as files
from workbench.store.database import connect
from workbench.store.hold import HeldElsewhere
from workbench.store.keys import WrongPassphrase
from workbench.store.office import PassphraseNeeded

ROOT = Path(__file__).parents[2]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def _refused(path: Path, seat: Any, said: str, passphrase: str | None = None, kind: type = WorkbenchError) -> None:
    """Refused for writing and for reading, with a sentence, and the folder is byte for byte as it was."""
    before = _bytes(path.parent)
    for read_only in (False, True):
        with pytest.raises(kind, match=said) as met:
            offices.open_office(path, seat, passphrase, read_only)
        assert "\n" not in str(met.value)
        assert _bytes(path.parent) == before
        assert database.is_closed()


def test_a_missing_file_is_refused(tmp_path: Path, seat: Any) -> None:
    _refused(tmp_path / "none.workbench", seat, "There is no file")
    _refused(tmp_path, seat, "is a folder, not an office")


def test_an_empty_file_is_refused(tmp_path: Path, seat: Any) -> None:
    (tmp_path / "a").touch()
    _refused(tmp_path / "a", seat, "0 bytes")


@pytest.mark.parametrize(
    "content", [b"hello", b"%PDF-1.7\n" * 900, b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 5000]
)
def test_what_is_no_office_is_refused(tmp_path: Path, seat: Any, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    _refused(tmp_path / "a", seat, "not an office|damaged")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_database_is_refused_and_not_touched(tmp_path: Path, seat: Any, mode: str) -> None:
    conn = sqlite3.connect(tmp_path / "other.db")
    conn.execute(f"PRAGMA journal_mode = {mode}")
    conn.execute("CREATE TABLE a(b)")
    conn.commit()
    conn.close()
    _refused(tmp_path / "other.db", seat, "but not an office")


@pytest.mark.parametrize("sort", ["plain", "sealed"])
def test_a_newer_file_is_refused(sort: str, request: Any, seat: Any) -> None:
    path = request.getfixturevalue(f"{sort}_path")
    passphrase = PASSPHRASE if sort == "sealed" else None
    opened = offices.open_office(path, seat, passphrase)
    database.execute_sql(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    opened.close()
    _refused(path, seat, "newer version", passphrase)


def test_an_older_file_opens_for_reading_only_after_it_was_brought_up_to_date(plain_path: Path, seat: Any) -> None:
    opened = offices.open_office(plain_path, seat)
    database.execute_sql("PRAGMA user_version = 0")
    opened.close()
    with pytest.raises(WorkbenchError, match="older version"):
        offices.open_office(plain_path, seat, read_only=True)


def test_a_migration_backs_up_first_and_is_done_whole(plain_path: Path, seat: Any, monkeypatch: Any) -> None:
    def fails(db: Any) -> None:
        db.execute_sql('ALTER TABLE "department" ADD COLUMN "phone" TEXT NOT NULL DEFAULT ""')
        raise ZeroDivisionError

    def up(db: Any) -> None:
        db.execute_sql('ALTER TABLE "department" ADD COLUMN "phone" TEXT NOT NULL DEFAULT ""')

    before = plain_path.read_bytes()
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, fails))
    with pytest.raises(ZeroDivisionError):
        offices.open_office(plain_path, seat)
    assert plain_path.read_bytes() == before
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:-1], up))
    opened = offices.open_office(plain_path, seat)
    assert history.newest().kind == "migrate"
    assert history.next_undo() is None
    with history.step("Logs the new column"):
        database.execute_sql("UPDATE department SET phone = '1' WHERE id = 1")
    assert trail.of("department", 1)[0].fields() == ["phone"]
    opened.close()
    assert sorted(path.name for path in plain_path.parent.glob("*before*")) == [
        f"office.before-version-{migrations.NEWEST}-2.workbench",
        f"office.before-version-{migrations.NEWEST}.workbench",
    ]


def test_a_wrong_or_missing_passphrase_is_refused(sealed_path: Path, seat: Any) -> None:
    _refused(sealed_path, seat, "needs its passphrase", None, PassphraseNeeded)
    _refused(sealed_path, seat, "not the one of this office", "wrong horse battery", WrongPassphrase)


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"\xff\xfe", b'{"argon2id": {"memory_kib": 99999999999}}', "short nonce", "no cost"]
)
def test_missing_or_damaged_keys_are_refused(sealed_path: Path, seat: Any, content: Any) -> None:
    path = keys.keys_path(sealed_path)
    if content is None:
        path.unlink()
    elif content == "short nonce":
        path.write_text(path.read_text().replace('"nonce": "', '"nonce": "", "x": "'))
    elif content == "no cost":
        path.write_text(path.read_text().replace('"passes": 1', '"passes": 0'))
    else:
        path.write_bytes(content)
    _refused(sealed_path, seat, "missing", PASSPHRASE)


@pytest.mark.parametrize("sort", ["plain", "sealed"])
@pytest.mark.parametrize("harm", ["flip", "cut", "start"])
def test_a_damaged_file_is_refused(sort: str, harm: str, request: Any, seat: Any) -> None:
    path = request.getfixturevalue(f"{sort}_path")
    whole = bytearray(path.read_bytes())
    if harm == "flip":
        for place in range(20 if sort == "plain" else 5000, len(whole), 4096):
            whole[place : place + 60] = bytes(60)
    elif harm == "start":
        whole[0:200] = os.urandom(200)
    path.write_bytes(whole[: len(whole) // 2] if harm == "cut" else whole)
    _refused(path, seat, "damaged|not an office", PASSPHRASE if sort == "sealed" else None)


@pytest.mark.parametrize("sort", ["plain", "sealed"])
@pytest.mark.parametrize("page", [0, 1, 2, 7, 30, 60, 90])
def test_of_any_damaged_page_our_sentence_is_all_that_is_said(
    sort: str, page: int, request: Any, seat: Any, capfd: Any
) -> None:
    path, passphrase = request.getfixturevalue(f"{sort}_path"), PASSPHRASE if sort == "sealed" else None
    whole = bytearray(path.read_bytes())
    begins = page * 4096 or 100  # behind the header of the file, which says what it is
    whole[begins : begins + 1800] = b"\xff\xfe\xfd" * 600
    path.write_bytes(whole)
    _refused(
        path,
        seat,
        rf"^{path.name} is damaged(, or the .* belongs to another office)?\. Nothing was changed\. ",
        passphrase,
    )
    assert capfd.readouterr() == ("", ""), "the driver spoke to the user"


HOLDER = """
import sys, time
from pathlib import Path
from workbench.actions import offices
from workbench.store.office import Seat
held = offices.open_office(Path(sys.argv[1]), Seat("Bea"))  # the hold lasts as long as it
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def held(plain_path: Path) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(plain_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()


def test_a_held_file_says_who_and_since_when_and_opens_for_reading(plain_path: Path, seat: Any, held: Any) -> None:
    before = _bytes(plain_path.parent)
    with pytest.raises(HeldElsewhere, match=r"in another window \(Bea, since [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d\)"):
        offices.open_office(plain_path, seat)
    assert _bytes(plain_path.parent) == before
    reading = offices.open_office(plain_path, seat, read_only=True)
    assert reading.read_only
    assert Department.select().count() == 11
    with pytest.raises(WorkbenchError, match="reading only"), history.step("X"):
        Department.create(name="X")
    reading.close()
    held.kill()
    held.wait()
    opened = offices.open_office(plain_path, seat)
    opened.close()
    assert _bytes(plain_path.parent).keys() == {plain_path.name}, (
        "the hold dies with its process, and goes when released"
    )


def test_a_held_office_can_say_nothing_about_its_holder(plain_path: Path, seat: Any) -> None:
    taken = hold.take(plain_path, "Bea", seat.clock())
    hold.lock_path(plain_path).write_text("?")
    with pytest.raises(HeldElsewhere, match="who is not known"):
        offices.open_office(plain_path, seat)
    taken.release()


def test_a_new_office_refuses_a_name_that_is_taken_or_nowhere(plain_path: Path, seat: Any, tmp_path: Path) -> None:
    before = _bytes(tmp_path)
    for path, said in ((plain_path, "is there already"), (tmp_path / "no" / "a", "There is no folder")):
        with pytest.raises(WorkbenchError, match=said):
            offices.new_office(path, seat)
    with pytest.raises(WorkbenchError, match="shorter than 8"):
        offices.new_office(tmp_path / "b", seat, passphrase="short")
    assert _bytes(tmp_path) == before


def test_an_office_that_another_made_meanwhile_is_not_replaced(seat: Any, tmp_path: Path, monkeypatch: Any) -> None:
    def takes(path: Path, *_: Any) -> Any:
        path.write_bytes(b"of another")
        return real(path, *_)

    real = hold.take
    monkeypatch.setattr(hold, "take", takes)
    with pytest.raises(WorkbenchError, match="is there already"):
        offices.new_office(tmp_path / "a", seat)
    assert _bytes(tmp_path) == {"a": b"of another"}


def test_a_disk_that_fills_while_an_office_is_made_promises_nothing_that_was_not(seat: Any, tmp_path: Path) -> None:
    def fills() -> None:
        with history.step("Too much"):
            database.execute_sql(f"PRAGMA max_page_count = {database.execute_sql('PRAGMA page_count').fetchone()[0]}")
            for n in range(2000):
                Department.create(name=f"D{n}", chair="x" * 200)

    with pytest.raises(WorkbenchError, match=r"^The disk is full\. No office was made\. Make room"):
        files.create(tmp_path / "a", seat, SEARCHED, None, fills)
    assert _bytes(tmp_path) == {}


def test_an_office_whose_beginning_fails_is_not_made(seat: Any, tmp_path: Path) -> None:
    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        files.create(tmp_path / "a", seat, SEARCHED, PASSPHRASE, fails)
    assert _bytes(tmp_path) == {}
    assert database.is_closed()


def test_keys_without_their_office_are_set_aside_and_never_lost(seat: Any, sealed_path: Path) -> None:
    old = keys.keys_path(sealed_path).read_bytes()
    sealed_path.unlink()
    offices.new_office(sealed_path, seat, passphrase="another passphrase").close()
    offices.open_office(sealed_path, seat, "another passphrase").close()
    assert (sealed_path.parent / f"{sealed_path.name}.keys.old-1").read_bytes() == old


def test_a_plain_office_with_keys_of_a_cut_short_encryption_opens_and_can_be_encrypted(
    plain_path: Path, seat: Any
) -> None:
    keys.write(keys.keys_path(plain_path), keys.new_key(), PASSPHRASE)
    assert not protecting.is_encrypted(plain_path)
    opened = offices.open_office(plain_path, seat)
    protecting.encrypt(opened, seat, "another passphrase")
    opened.close()
    offices.open_office(plain_path, seat, "another passphrase").close()


def test_encrypting_keeps_everything_and_the_trail(office: Any, seat: Any, make: Any) -> None:
    make(Provider, last="Okafor")
    before = dump()
    protecting.encrypt(office, seat, PASSPHRASE)
    assert office.encrypted
    assert not office.path.read_bytes().startswith(b"SQLite")
    assert dump() == before
    assert database.execute_sql("SELECT rowid FROM search_provider WHERE words MATCH 'okafor'").fetchall() == [(1,)]
    assert trail.broken_seal() is None
    with pytest.raises(WorkbenchError, match="encrypted already"):
        protecting.encrypt(office, seat, PASSPHRASE)
    office.close()
    reading = offices.open_office(office.path, seat, PASSPHRASE, read_only=True)
    with pytest.raises(WorkbenchError, match="reading only"):
        protecting.encrypt(reading, seat, PASSPHRASE)
    reading.close()
    assert sorted(_bytes(office.path.parent)) == ["office.workbench", "office.workbench.keys"]


@pytest.mark.parametrize("place", ["keys.write", "placing.os.replace", "backup.check", "_compare"])
def test_an_encryption_that_fails_leaves_the_plain_office_open(
    office: Any, seat: Any, monkeypatch: Any, place: str
) -> None:
    def fails(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    before = dump()
    with monkeypatch.context() as patched:
        patched.setattr(f"workbench.store.sealing.{place}", fails)
        with pytest.raises(WorkbenchError, match="No space left"):
            protecting.encrypt(office, seat, PASSPHRASE)
    assert dump() == before
    assert not office.encrypted
    office.close()
    assert sorted(_bytes(office.path.parent)) == ["office.workbench"]


def test_a_changed_passphrase_opens_and_the_old_one_does_not(sealed_path: Path, seat: Any) -> None:
    protecting.change_passphrase(sealed_path, PASSPHRASE, "Über alle Berge")
    _refused(sealed_path, seat, "not the one", PASSPHRASE, WrongPassphrase)
    offices.open_office(sealed_path, seat, "U\u0308ber alle Berge").close()
    for old, new, said in ((PASSPHRASE, "long enough", "not the one"), ("Über alle Berge", "short", "shorter")):
        with pytest.raises(WorkbenchError, match=said):
            protecting.change_passphrase(sealed_path, old, new)
    offices.open_office(sealed_path, seat, "Über alle Berge").close()


def test_a_change_of_passphrase_that_fails_leaves_the_old_keys(sealed_path: Path, seat: Any, monkeypatch: Any) -> None:
    def fails(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    before = _bytes(sealed_path.parent)
    for place in ("keys.os.fsync", "placing.os.replace"):
        with monkeypatch.context() as patched:
            patched.setattr(f"workbench.store.{place}", fails)
            with pytest.raises(WorkbenchError, match="The keys are as they were"):
                protecting.change_passphrase(sealed_path, PASSPHRASE, "another passphrase")
        assert _bytes(sealed_path.parent) == before


def test_a_plain_office_has_no_passphrase_to_change(plain_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is not encrypted"):
        protecting.change_passphrase(plain_path, "", PASSPHRASE)


def test_the_real_cost_of_a_passphrase_works(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setitem(keys.COST, "memory_kib", 64 * 1024)
    monkeypatch.setitem(keys.COST, "passes", 3)
    keys.write(tmp_path / "k", bytes(32), PASSPHRASE)
    assert keys.read(tmp_path / "k", PASSPHRASE) == bytes(32)
    assert CHEAP["passes"] == 1


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
def test_a_backup_is_a_whole_office_with_its_keys(sort: str, request: Any, seat: Any, make: Any) -> None:
    office = request.getfixturevalue(sort)
    make(Provider, last="Okafor")
    before, sealed = dump(), office.encrypted
    copy = offices.backup(office.path.with_name("copy.workbench"))
    with pytest.raises(WorkbenchError, match="is there already"):
        offices.backup(copy)
    office.close()
    opened = offices.open_office(copy, seat, PASSPHRASE if sealed else None)
    assert dump() == before
    opened.close()
    to = office.path.with_name("restored.workbench")
    opened = offices.restore(copy, to, seat, PASSPHRASE if sealed else None)
    assert (opened.path, dump()) == (to, before)
    opened.close()
    names = {office.path.name, copy.name, to.name}
    assert set(_bytes(to.parent)) == names | ({f"{name}.keys" for name in names} if sealed else set())
    with pytest.raises(WorkbenchError, match="is there already"):
        offices.restore(copy, to, seat, PASSPHRASE)


def test_a_cancelled_backup_leaves_nothing(sealed_office: Any) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    before = set(_bytes(sealed_office.path.parent))
    with pytest.raises(Cancelled):
        offices.backup(sealed_office.path.with_name("copy"), stop)
    with pytest.raises(WorkbenchError, match="could not be written"):
        offices.backup(sealed_office.path.parent / "none" / "copy")
    assert set(_bytes(sealed_office.path.parent)) == before


def test_a_backup_does_not_replace_the_keys_of_another(sealed_office: Any) -> None:
    keys.keys_path(sealed_office.path.with_name("copy")).write_text("another's")
    with pytest.raises(WorkbenchError, match="copy.keys is there already"):
        offices.backup(sealed_office.path.with_name("copy"))


def test_a_damaged_backup_is_not_restored(plain_path: Path, seat: Any) -> None:
    plain_path.write_bytes(plain_path.read_bytes()[:20000])
    before = _bytes(plain_path.parent)
    with pytest.raises(WorkbenchError, match="damaged"):
        offices.restore(plain_path, plain_path.with_name("to"), seat)
    assert _bytes(plain_path.parent) == before


def test_a_file_left_in_wal_comes_back_to_one_file(synced: None, plain_path: Path, seat: Any) -> None:
    conn = sqlite3.connect(plain_path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()
    opened = offices.open_office(plain_path, seat)
    assert database.execute_sql("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert database.execute_sql("PRAGMA synchronous").fetchone()[0] == 2
    opened.close()


def test_two_threads_have_their_own_connections(office: Any) -> None:
    found: list[Any] = []

    def read() -> None:
        found.extend((database.connection(), Department.select().count()))
        database.close()

    with history.step("Not yet seen elsewhere"):
        Department.create(name="X")
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert found[0] is not database.connection()
    assert found[1] == 11


CUT_SHORT = """
import os, sys
from pathlib import Path
from workbench.actions import offices
from workbench.store import database, history
from workbench.store.office import Seat
offices.open_office(Path(sys.argv[1]), Seat("Bea"), sys.argv[2] or None)
database.execute_sql("PRAGMA cache_spill = ON")
database.execute_sql("PRAGMA cache_size = 2")
with history.step("Never whole"):
    for n in range(3000):
        database.execute_sql("INSERT INTO department(name, chair) VALUES (?, 'x')", (f"D{n}",))
    os._exit(9)
"""


@pytest.mark.parametrize("sort", ["plain", "sealed"])
def test_a_write_that_was_cut_short_is_taken_back_even_when_opened_for_reading(
    sort: str, request: Any, seat: Any
) -> None:
    path = request.getfixturevalue(f"{sort}_path")
    passphrase = PASSPHRASE if sort == "sealed" else None
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(path), passphrase or ""], cwd=ROOT, check=False)
    assert files.journal_path(path).stat().st_size > 0
    opened = offices.open_office(path, seat, passphrase, read_only=True)
    assert Department.select().count() == 11
    opened.close()
    assert not files.journal_path(path).exists()
    assert not hold.lock_path(path).exists()


@pytest.mark.parametrize("sort", ["plain", "sealed"])
def test_where_nobody_can_write_a_cut_short_office_says_what_to_do_and_an_empty_journal_does_not_matter(
    sort: str, request: Any, seat: Any, monkeypatch: Any
) -> None:
    """chmod proves nothing to root, so the hold itself refuses."""

    def refuses(office: Path, *_: Any) -> None:
        raise hold.NotWritable("The folder cannot be written to. Open the office read-only.")

    path = request.getfixturevalue(f"{sort}_path")
    passphrase = PASSPHRASE if sort == "sealed" else None
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(path), passphrase or ""], cwd=ROOT, check=False)
    monkeypatch.setattr(hold, "take", refuses)
    before = _bytes(path.parent)
    with pytest.raises(WorkbenchError, match="cut short .* Copy it, .*-journal and") as met:
        offices.open_office(path, seat, passphrase, read_only=True)
    assert not isinstance(met.value, hold.NotWritable), "the window would offer to open it read-only once more"
    assert _bytes(path.parent) == before
    monkeypatch.undo()
    offices.open_office(path, seat, passphrase).close()
    files.journal_path(path).write_bytes(b"")
    monkeypatch.setattr(hold, "take", refuses)
    offices.open_office(path, seat, passphrase, read_only=True).close()


@pytest.mark.parametrize("sort", ["office", "sealed_office"])
def test_what_cannot_be_written_says_so_and_leaves_everything(sort: str, request: Any, seat: Any) -> None:
    """chmod proves nothing to root, so the connection itself is one that cannot write."""
    office = request.getfixturevalue(sort)
    conn = connect(office.path, database.key, read_only=True)
    present = database.use(conn)
    before = dump()
    with pytest.raises(WorkbenchError, match="cannot be written to"), history.step("X"):
        Department.create(name="X")
    assert dump() == before
    database.use(present)
    conn.close()


WRITER = """
import sqlite3, sys, time
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN EXCLUSIVE")
print("open", flush=True)
time.sleep(60)
"""


def test_a_file_that_another_program_writes_says_so(office: Any, monkeypatch: Any) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(office.path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "open\n"
    database.execute_sql("PRAGMA busy_timeout = 100")
    try:
        with pytest.raises(WorkbenchError, match="Another program is writing"), history.step("X"):
            Department.create(name="X")
    finally:
        process.kill()
        process.wait()
    assert Department.select().count() == 11


def test_an_old_engine_is_refused(monkeypatch: Any, plain_path: Path, seat: Any) -> None:
    monkeypatch.setattr(sys.modules["workbench.store.database"], "OLDEST_SQLITE", (99, 0, 0))
    _refused(plain_path, seat, "too old")


def test_a_sound_copy_is_checked_without_opening_it(plain_path: Path) -> None:
    backup.check(plain_path, None)
