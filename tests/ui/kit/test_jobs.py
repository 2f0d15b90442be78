"""Long work: on the worker, with its result on the main thread, and a Cancel that works."""

import threading

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workbench.errors import WorkbenchError, committing
from workbench.ui.kit import jobs as jobs_module
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.waiting import Waiting


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs(window):
    made = Jobs(window)
    yield made
    made.stop()


def test_the_result_comes_on_the_main_thread(qtbot, jobs):
    seen = []
    jobs.start(
        "Counting", lambda progress: threading.get_ident(), lambda ident: seen.append((ident, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, main = seen[0]
    assert main == threading.get_ident() != worker and not jobs.busy()


def test_the_workers_connection_is_closed_after_each_job(qtbot, window):
    closed = []
    jobs = Jobs(window, close=lambda: closed.append(threading.current_thread().name))
    jobs.start("Working", lambda progress: None)
    qtbot.waitUntil(lambda: not jobs.busy())
    jobs.stop()
    assert len(closed) == 1 and closed[0].startswith("job")


def test_what_is_being_written_for_good_offers_no_cancel_and_says_so(qtbot, jobs, window, monkeypatch):
    go_on, done, stopped = threading.Event(), [], []

    def work(progress):
        progress(1, 2)
        committing(progress)
        go_on.wait(10)
        return "written"

    jobs.start("Importing", work, done.append, cancelled=stopped.append, patience=0)
    qtbot.waitUntil(lambda: bool(window.findChildren(Waiting)))
    (waiting,) = window.findChildren(Waiting)
    qtbot.waitUntil(lambda: not waiting.findChild(QPushButton).isEnabled())
    assert waiting.findChild(QLabel, "progress").text() == "Being written; this can no longer be stopped."
    waiting.reject()
    assert "nothing will" not in waiting.findChild(QLabel, "progress").text()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert done == ["written"] and not stopped


def test_a_cancel_before_the_commit_still_stops_it(qtbot, jobs, window):
    pressed, stopped, done = threading.Event(), [], []

    def work(progress):
        pressed.wait(10)
        committing(progress)

    jobs.start("Importing", work, done.append, cancelled=stopped.append, patience=0)
    qtbot.waitUntil(lambda: bool(window.findChildren(Waiting)))
    window.findChildren(Waiting)[0].reject()
    assert window.findChildren(Waiting)[0].findChild(QLabel, "progress").text().startswith("Stopping")
    pressed.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert stopped and not done


def test_cancel_reaches_the_work_and_nothing_is_called_done(qtbot, jobs, window, monkeypatch):
    monkeypatch.setattr(jobs_module, "PATIENCE", 0)
    done, stopped = [], []

    def work(progress):
        for n in range(100_000):
            progress(n, 100_000)
            threading.Event().wait(0.001)

    jobs.start("Importing", work, done.append, cancelled=stopped.append)
    qtbot.waitUntil(lambda: bool(window.findChildren(Waiting)) and window.findChildren(Waiting)[0].isVisible())
    window.findChildren(Waiting)[0].reject()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert stopped and not done


def test_the_worlds_refusal_goes_to_the_door(qtbot, jobs):
    told = []
    jobs.show_error = told.append

    def refuse(progress):
        raise WorkbenchError("It is open in Excel. Nothing was read. Close it there.")

    jobs.start("Reading", refuse)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]).startswith("It is open in Excel.")


def test_our_own_fault_is_raised_where_the_hook_meets_it(qtbot, jobs):
    with qtbot.captureExceptions() as caught:
        jobs.start("Failing", lambda progress: 1 // 0)
        qtbot.waitUntil(lambda: not jobs.busy())
    assert [each[0] for each in caught] == [ZeroDivisionError]


def test_at_once_works_before_it_returns():
    seen = []
    Jobs(at_once=True).start("Now", lambda progress: progress(1, 2) or 5, seen.append)
    assert seen == [5]
