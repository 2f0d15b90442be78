"""What every test stands on: a fresh office in milliseconds, records made with what matters, and undo held to its word."""

import copy
import gc
import importlib
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["RUST_BACKTRACE"] = "0"  # where a reader fails in a damaged file need not be looked up; it takes a second
sys.path.insert(0, str(Path(__file__).parents[1]))
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # Some machines forbid it. But hundreds of processes start here, and each would compile the program anew: that is half of
    # their time. What they compile lies in the tests' own cache, so that none of it litters the sources.
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(
        Path(__file__).parents[1] / ".pytest_cache" / "compiled"
    )
    sys.dont_write_bytecode = False

import pytest  # noqa: E402

from tests.workers import (  # noqa: E402, F401
    pytest_collection_modifyitems,
    pytest_xdist_auto_num_workers,
    pytest_xdist_make_scheduler,
)
from workbench.actions import offices  # noqa: E402
from workbench.records import checks  # noqa: E402
from workbench.records.fields import Day, Flag, Link, Money, Whole  # noqa: E402
from workbench.store import ahead, database, history, keys, lasting, search, triggers, undoing  # noqa: E402
from workbench.store.office import Seat  # noqa: E402
from workbench.ui.kit import collecting  # noqa: E402

TODAY = date(2026, 11, 24)
PASSPHRASE = "correct horse battery"
ZONE = "America/Chicago"
CHEAP = {"memory_kib": 64, "passes": 1, "lanes": 1}
"""Argon2id as cheap as it gets: a test of something else should not wait for it."""


CATEGORY_1 = {"review": "Category 1", "review_reason": "Over C-01, C-13 and C-15: the chair knows of it"}
"""A file that the office takes for Category 1 though much of it is not there: what it lacks is not what is tested."""


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(name="TODAY")
def _today() -> date:
    return TODAY


@pytest.fixture(scope="session", autouse=True)
def _cheap_keys() -> Iterator[None]:
    before = dict(keys.COST)
    keys.COST.update(CHEAP)
    yield
    keys.COST.update(before)


connecting = importlib.import_module("workbench.store.database")  # by its name the room gives the database itself
SYNCED = connecting.SET
"""How every connection of the program is set."""


@pytest.fixture(scope="session", autouse=True)
def _unsynced() -> Iterator[None]:
    """A test's office need not outlast a power cut, and waiting for the disk is a third of all tests' time. What is started as a
    process of its own, as all that is killed, waits for it."""
    connecting.SET = tuple(each.replace("synchronous = FULL", "synchronous = OFF") for each in SYNCED)
    yield
    connecting.SET = SYNCED


@pytest.fixture
def synced() -> Iterator[None]:
    """Connections are set as in the program."""
    unsynced, connecting.SET = connecting.SET, SYNCED
    yield
    connecting.SET = unsynced


@pytest.fixture(scope="session", autouse=True)
def _collected_between_tests() -> Iterator[None]:
    """As in the program, rubbish is looked for on the main thread alone: here, between two tests. What was collected to be run, and
    all that is imported, is none: looking through it takes half a second each time."""
    gc.disable()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _collected(_collected_between_tests: None) -> Iterator[None]:
    yield
    collecting.look()


@pytest.fixture(autouse=True)
def _no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log at WARNING fails the test; one that expects it ends with caplog.clear()."""
    yield
    said = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not said, f"logged: {said}"


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A migrated and seeded office of each sort, made once; tests take copies."""
    folder = tmp_path_factory.mktemp("templates")
    made = {}
    for sort, passphrase in (("plain", None), ("sealed", PASSPHRASE)):
        made[sort] = folder / f"{sort}.workbench"
        offices.new_office(made[sort], Seat("Ann", Clock()), "St. Example Hospital", passphrase, zone=ZONE).close()
    return made


def open_copy(path: Path, *how: Any) -> offices.Office:
    """Open a copy of an office that was sound: it is not read through again, which is half of what opening takes."""
    found, ahead.found_sound = ahead.found_sound, lambda _: True
    try:
        return offices.open_office(path, *how)
    finally:
        ahead.found_sound = found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seat(clock: Clock) -> Seat:
    return Seat("Ann", clock)


@pytest.fixture
def plain_path(templates: dict[str, Path], tmp_path: Path) -> Path:
    """A fresh copy of a seeded office, closed."""
    return Path(shutil.copyfile(templates["plain"], tmp_path / "office.workbench"))


@pytest.fixture
def sealed_path(templates: dict[str, Path], tmp_path: Path) -> Path:
    """The same, encrypted under PASSPHRASE, with its keys."""
    shutil.copyfile(keys.keys_path(templates["sealed"]), tmp_path / "sealed.workbench.keys")
    return Path(shutil.copyfile(templates["sealed"], tmp_path / "sealed.workbench"))


@pytest.fixture
def office(plain_path: Path, seat: Seat) -> Iterator[Any]:
    """A fresh, seeded office, open for writing at seat Ann; it is 9:00 on TODAY until the clock is moved."""
    opened = open_copy(plain_path, seat)
    yield opened
    opened.close()


@pytest.fixture
def sealed_office(sealed_path: Path, seat: Seat) -> Iterator[Any]:
    """The same, encrypted under PASSPHRASE."""
    opened = open_copy(sealed_path, seat, PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def hospitals(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The sample hospital of so many people, closed, each size made once; tests take copies."""
    from workbench.actions import sample

    @cache
    def made(people: int) -> Path:
        path = Path(shutil.copyfile(templates["plain"], tmp_path_factory.mktemp("hospitals") / "office.workbench"))
        opened = offices.open_office(path, Seat("Ann", Clock()))
        sample.fill(TODAY, people)
        opened.close()
        return path

    return made


@pytest.fixture
def hospital_of(hospitals: Callable[[int], Path], seat: Seat, tmp_path: Path) -> Iterator[Callable[[int], Any]]:
    """Call it with a number: a fresh office that holds the sample hospital of so many people, open for writing."""
    opened: list[Any] = []

    def fresh(people: int = 120) -> Any:
        path = Path(shutil.copyfile(hospitals(people), tmp_path / "hospital.workbench"))
        opened.append(open_copy(path, seat))
        return opened[-1]

    yield fresh
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real input beside the repository."""
    path = Path(__file__).parents[2] / "shared"
    if not path.is_dir():
        pytest.skip("the folder shared beside the repository is not here")
    return path


_numbers = count(1)


@pytest.fixture
def make() -> Callable[..., Any]:
    """make(Model, **what_matters): a saved record; needed fields get valid values, needed links the first record there is."""
    return make_record


def make_record(model: type, **what_matters: Any) -> Any:
    """See the fixture make."""
    with history.step(f"Make a {model.__name__}"):
        values = {
            field.name: _valid(field)
            for field in model._meta.sorted_fields
            if not field.primary_key and field.name not in what_matters and checks.is_needed(field)
        }
        return model.create(**values | what_matters)


def _valid(field: Any) -> Any:
    if isinstance(field, Link):
        first = field.rel_model.select().order_by(field.rel_model.id).first()
        return first or make_record(field.rel_model)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, Day):
        return TODAY
    if isinstance(field, Flag):
        return False
    if isinstance(field, Money | Whole):
        return 1
    return f"{field.verbose_name} {next(_numbers)}"


@pytest.fixture(scope="session")
def packet_office_once(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """The fixed office, closed, and its records by name."""
    path = Path(shutil.copyfile(templates["plain"], tmp_path_factory.mktemp("papers") / "packet.workbench"))
    from tests.papers.packet_office import PacketOffice

    opened = offices.open_office(path, Seat("Ann", Clock()))
    made = PacketOffice(make_record)
    opened.close()
    return path, made


@pytest.fixture
def packet_office(packet_office_once: tuple[Path, Any], seat: Seat, tmp_path: Path) -> Iterator[Any]:
    """A fresh copy of the fixed office, open for writing."""
    path = Path(shutil.copyfile(packet_office_once[0], tmp_path / "packet.workbench"))
    opened = open_copy(path, seat)
    yield copy.deepcopy(packet_office_once[1])
    opened.close()


@pytest.fixture
def queries() -> Callable[[Callable[[], Any]], int]:
    """How many questions a call asks of the office."""

    def count(call: Callable[[], Any]) -> int:
        said: list[Any] = []

        def hear(*args: Any, **kept: Any) -> None:
            said.append(args)

        database.query_hooks.append(hear)
        try:
            call()
        finally:
            database.query_hooks.remove(hear)
        return len(said)

    return count


@pytest.fixture
def assert_undoable() -> Callable[[Callable[[], Any]], Any]:
    """Call it with what does one step: undo brings everything back as it was, redo as it became; answers what the call did.
    What was seen at a source stays, struck, and is seen anew."""

    def check(call: Callable[[], Any]) -> Any:
        before, newest = dump(), history.newest()
        answer = call()
        after, done = dump(), history.newest()
        assert after != before, "nothing was changed"
        assert done and done.kind == "do" and (newest is None or done.id == newest.id + 1), "it was not one step"
        undone = undoing.undo()
        assert undone and undone.id == done.id
        assert _without_struck(dump()) == before
        assert_search_whole()
        if lasting.stays(done.id):
            assert undoing.redo() is None
            return call()
        redone = undoing.redo()
        assert redone and redone.id == done.id
        assert dump() == after
        assert_search_whole()
        return answer

    return check


def source_of(import_id: int, sheet: str, row: int) -> tuple[list[Any], dict[str, str]]:
    """The cells of a row that an import read, as they are kept, and their number formats by column letter."""
    cells, formats = database.execute_sql(
        "SELECT cells, formats FROM source_row AS r LEFT JOIN source_format AS f ON f.import_id = r.import_id "
        "AND f.number = r.format WHERE r.import_id = ? AND sheet = ? AND row = ?",
        (import_id, sheet, row),
    ).fetchone()
    return json.loads(cells), json.loads(formats or "{}")


def dump() -> dict[str, list[tuple]]:
    """Every row of every logged table, by table."""
    return {
        tbl: database.execute_sql(f'SELECT * FROM "{tbl}" ORDER BY id').fetchall() for tbl in triggers.logged_tables()
    }


def _without_struck(tables: dict[str, list[tuple]]) -> dict[str, list[tuple]]:
    """The rows without those that an undo struck."""
    return {tbl: [row for row in rows if lasting.WHY not in row] for tbl, rows in tables.items()}


def assert_search_whole() -> None:
    """The search index says exactly what one made anew would say."""
    for tbl in database.searched:
        rows = tuple(database.execute_sql(f'SELECT * FROM "{tbl}" ORDER BY id').fetchall())
        indexed = database.execute_sql(f"SELECT 1 FROM search_{tbl}_docsize LIMIT 1").fetchone() is not None
        if not rows and not indexed:
            continue  # most tables of a fresh office: to index nothing anew takes as long as to index a row
        if (tbl, rows) not in _anew:
            _anew[tbl, rows] = _rebuilt(tbl)
        assert _words_of(f"search_{tbl}") == _anew[tbl, rows], f"the search of {tbl} differs from a rebuilt one"


_anew: dict[tuple[str, tuple], list[tuple]] = {}
"""By table and rows what an index made of them says: the office's own lists are the same in most tests."""


def _rebuilt(tbl: str) -> list[tuple]:
    anew = f"anew_{next(_numbers)}"
    database.execute_sql(
        f"CREATE VIRTUAL TABLE temp.{anew} USING fts5(words, content = '', contentless_delete = 1, {search._TOKENS})"
    )
    database.execute_sql(f'INSERT INTO temp.{anew}(rowid, words) SELECT id, {search._words(tbl)} FROM main."{tbl}"')
    try:
        return _words_of(anew, "temp")
    finally:
        database.execute_sql(f"DROP TABLE temp.{anew}")


def _words_of(index: str, schema: str = "main") -> list[tuple]:
    vocabulary = f"words_{next(_numbers)}"
    database.execute_sql(f"CREATE VIRTUAL TABLE temp.{vocabulary} USING fts5vocab('{schema}', '{index}', 'instance')")
    try:
        return database.execute_sql(
            f'SELECT term, doc, "offset" FROM temp.{vocabulary} ORDER BY term, doc, "offset"'
        ).fetchall()
    finally:
        database.execute_sql(f"DROP TABLE temp.{vocabulary}")


@pytest.fixture
def program(qtbot: Any, seat: Seat, TODAY: date, tmp_path: Path) -> Iterator[Any]:
    """The program with all its pages; the window that shows is closed at the end. Qt is loaded by whoever asks for it."""
    from PySide6.QtCore import QSettings

    from workbench import app
    from workbench.ui.kit.seat import Seat as OwnSeat
    from workbench.ui.starting import Program

    kept = OwnSeat(QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat))
    made = Program(kept, seat, app._pages, lambda: TODAY, tmp_path / "own")
    yield made
    if made.shown is not None:
        made._close(made.shown)
        qtbot.addWidget(made.shown)
    made.end()
