"""Work that is stopped anywhere, also in a loop that tells nothing, and nothing that comes after it."""

import threading
import time

import pytest

from workbench.errors import Cancelled, quiet
from workbench.sheets import stages


class Wanted:
    """A progress that stops once it is wanted."""

    def __init__(self):
        self.stopped = threading.Event()

    def __call__(self, done, total):
        if self.stopped.is_set():
            raise Cancelled


def endless():
    while True:
        sum(range(1000))


def test_a_loop_that_tells_nothing_is_stopped_soon():
    wanted = Wanted()
    threading.Timer(0.1, wanted.stopped.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled), stages.stoppable(wanted):
        endless()
    assert time.monotonic() - began < 5, "on a busy machine; else it is a fifth of a second"


def test_what_keeps_it_to_itself_is_told_again():
    wanted = Wanted()
    wanted.stopped.set()
    with pytest.raises(Cancelled), stages.stoppable(wanted):
        try:
            endless()
        except Exception:
            endless()


def test_what_comes_after_is_left_alone():
    wanted = Wanted()
    for _ in range(20):
        with stages.stoppable(wanted) as told:
            told(1, 2)
    wanted.stopped.set()
    time.sleep(2 * stages.BREATH)
    assert threading.active_count() == len([each for each in threading.enumerate() if each.name != "stoppable"])


def test_whoever_does_not_watch_costs_no_thread():
    with stages.stoppable(quiet) as told:
        assert told is quiet and not [each for each in threading.enumerate() if each.name == "stoppable"]
