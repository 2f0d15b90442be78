"""What belongs to the window is taken down on the main thread alone, between two events, whoever made the last object."""

import gc
import threading
import time
import weakref

import pytest
from PySide6.QtCore import QObject

from workbench.store.uncollected import uncollected
from workbench.ui.kit.collecting import Collector, look
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.posting import Post, post
from workbench.ui.kit.reader import Reader


class Rubbish:
    """Points at itself and says on which thread it went."""

    def __init__(self, went):
        self.me, self.went = self, went

    def __del__(self):
        self.went.append(threading.current_thread())


class Held(Rubbish):
    """Goes with whoever held it last."""

    def __init__(self, went):
        self.went = went


class Line:
    def open(self):
        return lambda: None

    def close(self):
        pass


def make_much():
    """More objects than Python makes without looking for rubbish, of all ages."""
    return [[[] for _ in range(1000)] for _ in range(150)]


@pytest.fixture
def collector(qapp):
    made = Collector(QObject(qapp))
    yield made
    made.parent().deleteLater()


def on_a_thread(call):
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


def test_no_thread_looks_for_rubbish(collector):
    went = []
    Rubbish(went)
    on_a_thread(make_much)
    assert went == []
    kept = make_much()
    look()
    assert went == [threading.main_thread()] and kept


def test_the_timer_looks(qtbot, collector, monkeypatch):
    monkeypatch.setattr("workbench.ui.kit.collecting.EVERY", 10)
    Collector(collector)
    went = []
    Rubbish(went)
    kept = make_much()
    qtbot.waitUntil(lambda: went == [threading.main_thread()])
    assert kept


def test_nobody_looks_while_what_stays_is_made(collector):
    went = []
    with uncollected():
        Rubbish(went)
        kept = make_much()
        look()
        assert went == [] and kept
    look()
    assert went == [threading.main_thread()] and not gc.isenabled()


@pytest.fixture
def slow_to_leave(monkeypatch):
    """A thread that is still there long after the main thread heard from it."""
    send = Post.send

    def sent(self, *what):
        send(self, *what)
        time.sleep(0.2)

    monkeypatch.setattr(Post, "send", sent)


def test_a_reading_thread_is_never_the_last_to_hold_who_asked(qtbot, slow_to_leave):
    reader, went, told = Reader(Line()), [], []

    def ask():
        owner = Held(went)
        reader.ask(owner, lambda: owner and 7, lambda answer: told.append((answer, weakref.ref(owner))))

    ask()
    qtbot.waitUntil(lambda: told != [])
    assert told[0][0] == 7 and told[0][1]() is None
    reader.stop()
    assert went == [threading.main_thread()]


def test_nor_one_that_was_dropped(qtbot, slow_to_leave):
    reader, went, begun, go_on = Reader(Line()), [], threading.Event(), threading.Event()

    def ask():
        owner = Held(went)
        reader.ask(owner, lambda: (begun.set(), go_on.wait(5), owner and None), lambda answer: None)
        begun.wait(5)
        reader.drop(owner)

    ask()
    go_on.set()
    qtbot.waitUntil(lambda: went != [])
    reader.stop()
    assert went == [threading.main_thread()]


def test_a_job_is_not_either(qtbot, slow_to_leave):
    jobs, went, told = Jobs(), [], []

    def start():
        page = Held(went)
        jobs.start("Work", lambda progress: page and 1, lambda answer: told.append((answer, page and None)))

    start()
    qtbot.waitUntil(lambda: told == [(1, None)])
    jobs.stop()
    assert went == [threading.main_thread()]


def test_nothing_is_told_to_who_is_gone(qtbot):
    by, told, parent, here = post(), [], QObject(), QObject()
    gone = QObject(parent)
    on_a_thread(lambda: (by.send(gone, told.append, 1), by.send(here, told.append, 2)))
    del parent
    qtbot.waitUntil(lambda: told == [2])
