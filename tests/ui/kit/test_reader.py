"""Reading beside the window: the newest question alone is answered, and a table shows what came without waiting."""

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2 as driver

from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.reader import Reader
from workbench.ui.kit.table import Table

from .conftest import TODAY


class Line:
    """A connection whose questions can be stopped."""

    def __init__(self):
        self.stopped, self.open_now, self.went_on = 0, False, threading.Event()

    def open(self):
        self.open_now = True
        return self._stop

    def _stop(self):
        self.stopped += 1
        self.went_on.set()

    def close(self):
        self.open_now = False


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def reader(qapp, line):
    made = Reader(line)
    yield made
    line.went_on.set()
    made.stop()


class Slow(PlainList):
    """A list that answers when it is let."""

    def ids(self, **wanted):
        assert self.gate.wait(10)
        self.asked.append((threading.current_thread() is threading.main_thread(), wanted["limit"]))
        return super().ids(**wanted)


@pytest.fixture
def crowd():
    """A thousand people, as a list that can be held up."""
    made = Slow("crowd", "Crowd", (Column("name", "Name"),), [Row(n, (f"Person {n:04d}",)) for n in range(1, 1001)])
    made.gate, made.asked = threading.Event(), []
    made.gate.set()
    return made


@contextmanager
def held(listed):
    """Inside, the list does not answer."""
    listed.gate.clear()
    yield
    listed.gate.set()


@pytest.fixture
def table(qtbot, crowd, reader):
    made = Table(crowd, TODAY, reader=reader)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.count() == 1000)
    return made


def test_without_a_line_the_answer_is_there_at_once(qapp):
    answers = []
    Reader().ask("who", lambda: 3, answers.append)
    assert answers == [3]


def test_an_answer_comes_from_a_thread_and_is_told_on_the_main_one(qtbot, reader):
    threads = []
    reader.ask("who", threading.current_thread, lambda at: threads.extend([at, threading.current_thread()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread() and threads[1] is threading.main_thread()


def test_who_asks_again_is_told_the_newest_answer_alone_and_the_old_question_stops(qtbot, reader, line):
    answers, began = [], threading.Event()

    def old():
        began.set()
        assert line.went_on.wait(10)
        raise RuntimeError("interrupted")

    reader.ask("who", old, answers.append)
    assert began.wait(10)
    reader.ask("who", lambda: "never begun", answers.append)
    reader.ask("who", lambda: "newest", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["newest"] and line.stopped


def test_the_first_answer_is_told_before_a_window_shows_and_is_not_waited_for_long(qapp, reader):
    answers, gate = [], threading.Event()
    reader.ask("first", lambda: gate.wait(10), answers.append)
    reader.settle(20)
    assert answers == []
    gate.set()
    reader.settle(5000)
    assert answers == [True]


def test_a_reader_that_nobody_asked_has_settled(qapp, reader):
    reader.settle(5000)


def test_two_that_ask_are_both_told(qtbot, reader, line):
    answers = []
    reader.ask("one", lambda: 1, answers.append)
    reader.ask("two", lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [1, 2])
    assert not line.stopped


def test_what_goes_wrong_is_raised_where_the_hook_meets_it(qtbot, reader):
    def broken():
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        reader.ask("who", broken, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nobody_is_told_anything_after_the_end_and_the_file_is_let_go(qtbot, reader, line):
    answers = []
    reader.ask("who", lambda: 1, answers.append)
    reader.stop()
    reader.ask("who", lambda: 2, answers.append)
    qtbot.wait(20)
    assert not answers and not line.open_now


def test_resting_lets_go_of_the_file_until_the_next_question(qtbot, reader, line):
    reader.ask("who", lambda: 1, lambda _: None)
    reader.rest()
    assert not line.open_now
    reader.ask("who", lambda: 2, lambda _: None)
    qtbot.waitUntil(lambda: line.open_now)


def test_a_search_does_not_wait_for_its_answer(qtbot, table, crowd):
    with held(crowd):
        table.search("0999")
        assert table.count() == 1000
    qtbot.waitUntil(lambda: table.count() == 1)
    assert list(table.ids()) == [999]


def test_the_first_rows_come_before_the_others_and_none_is_asked_for_on_the_main_thread(qtbot, table, crowd):
    crowd.asked.clear()
    table.sort_by("name", True)
    qtbot.waitUntil(lambda: table.model_.id_at(0) == 1000 and table.count() == 1000)
    assert crowd.asked == [(False, 256), (False, None)]


def test_whoever_asks_for_all_gets_all_however_early(table, crowd):
    table.search("person 099")
    assert list(table.ids()) == [99, *range(990, 1000)]
    table.search("")
    assert table.go_to(777) and table.current() == 777


def test_an_answer_that_was_overtaken_changes_nothing(qtbot, table, crowd):
    table.search("0001")
    assert list(table.ids()) == [1]
    qtbot.wait(30)
    assert table.count() == 1


def test_choosing_all_chooses_also_the_rows_that_are_still_to_come(table):
    table.sort_by("name", True)
    table.selectAll()
    assert table.selected() == list(range(1000, 0, -1))


def test_the_last_row_is_the_list_s_own_however_early(qtbot, table):
    table.sort_by("name", True)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current() == 1


def test_what_was_chosen_beyond_the_first_rows_is_chosen_again_when_the_rest_comes(qtbot, table):
    table.go_to(300)
    table.select([5, 300, 301])
    table.sort_by("name", True)
    qtbot.waitUntil(lambda: table.count() == 1000 and table.model_.id_at(0) == 1000)
    assert table.selected() == [301, 300, 5] and table.current() == 300


def test_what_a_search_hides_is_not_chosen_when_it_is_cleared(qtbot, table):
    table.select([300])
    table.search("0001")
    qtbot.waitUntil(lambda: table.count() == 1)
    table.search("")
    qtbot.waitUntil(lambda: table.count() == 1000)
    assert table.selected() == []


def test_a_table_may_show_its_first_rows_when_they_come(qtbot, crowd, reader):
    with held(crowd):
        late = Table(crowd, TODAY, reader=reader, late=True)
        qtbot.addWidget(late)
        assert late.count() == 0
    qtbot.waitUntil(lambda: late.count() == 1000)
    assert late.columns._wanted


class Held:
    """A line to a real database whose reader looks into one table while it goes through another."""

    def __init__(self):
        self.began, self._connection = threading.Event(), None

    def open(self):
        if self._connection is None:
            self._connection = driver.connect(":memory:")
            self._connection.executescript("CREATE TABLE many(n); INSERT INTO many VALUES (1), (2), (3)")
        return self._connection.interrupt

    def close(self):
        self._connection = None

    def go_through(self):
        half_read = self._connection.execute("SELECT n FROM many")
        for _ in half_read:
            self.began.set()
            endless = (
                "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT max(n) FROM counted"
            )
            self._connection.execute(endless).fetchall()

    def count(self):
        return self._connection.execute("SELECT count(*) FROM many").fetchone()[0]


def test_what_was_stopped_between_two_tables_does_not_stop_what_is_asked_next(qapp, qtbot):
    """SQLite stops whatever is begun on a connection until all that ran when it was told to is gone; an error holds its frames, and
    these hold what was half read."""
    line, found = Held(), []
    reader = Reader(line)
    reader.ask("list", line.go_through, lambda _: None)
    assert line.began.wait(10)
    reader.drop("list")
    for owner in ("count", "again"):
        reader.ask(owner, line.count, found.append)
    reader._pool.submit(int).result()  # both are read before this thread lets go of what was stopped
    qtbot.waitUntil(lambda: found == [3, 3])
    reader.stop()
