"""Long statements are stopped while they run, and a step that is stopped leaves nothing."""

import pytest

from workbench.errors import Cancelled, WorkbenchError
from workbench.records.provider import Provider
from workbench.store import bulk, history, stopping
from workbench.store.database import database

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT sum(i) FROM n"


class Stop:
    """A progress that raises from some call on."""

    def __init__(self, after=0):
        self.after, self.calls, self.said = after, 0, []

    def __call__(self, done, total):
        self.calls += 1
        self.said.append((done, total))
        if self.calls > self.after:
            raise Cancelled


def test_a_statement_asks_while_it_runs_and_stops_where_the_answer_is_no(office):
    stop = Stop(after=2)
    with pytest.raises(Cancelled), stopping.heeding(stop):
        database.execute_sql(LONG).fetchone()
    assert stop.calls == 3


def test_what_was_told_last_is_what_is_asked_with(office):
    stop = Stop(after=4)
    with pytest.raises(Cancelled), stopping.heeding(stop) as heeded:
        heeded(7, 9)
        database.execute_sql(LONG).fetchone()
    assert set(stop.said) == {(7, 9)}


def test_a_step_that_is_stopped_while_it_is_sealed_leaves_nothing_and_the_next_one_works(office):
    before = bulk.newest_step()
    stop = Stop(after=1)
    with pytest.raises(Cancelled), stopping.heeding(stop), history.step("Stopped"):
        Provider.create(last="Okafor", first="Ada")
        database.execute_sql(LONG).fetchone()
    assert Provider.select().count() == 0 and bulk.newest_step() == before
    with history.step("Works"):
        Provider.create(last="Okafor", first="Ada")
    assert Provider.select().count() == 1


def test_an_error_of_the_world_stays_what_it_is_and_nothing_asks_afterwards(office):
    stop = Stop(after=10**6)
    with pytest.raises(WorkbenchError, match="no such"), stopping.heeding(stop):
        raise WorkbenchError("no such thing")
    calls = stop.calls
    database.execute_sql(LONG).fetchone()
    assert stop.calls == calls


def test_ctrl_c_while_sqlite_asks_is_not_lost(office):
    """A signal can come at the first word of what SQLite calls, where nothing can be caught."""

    def pressed(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), stopping.heeding(pressed), history.step("Stopped"):
        database.execute_sql(LONG).fetchone()
