"""An import asks at every stage whether to go on, and one that is stopped anywhere leaves nothing."""

import sys
import threading

import pytest

from tests.conftest import TODAY
from workbench.actions import importing
from workbench.errors import Cancelled
from workbench.records.provider import Provider
from workbench.records.roster import RosterImport
from workbench.store import bulk

STAGES = ("sheets.reading", "sheets.recognizing", "sheets.values", "sheets.stages", "sheets.comparing")
"""The modules that ask while a plan is made, in order."""


class Asked:
    """A progress that remembers who called, and stops the work at one of its calls."""

    def __init__(self, stop_at=None):
        self.by, self.stop_at = [], stop_at

    def __call__(self, done, total):
        if threading.current_thread().name == "stoppable":  # asks when it pleases
            return
        frame = sys._getframe(1)
        while frame.f_code.co_name == "told":
            frame = frame.f_back
        self.by.append(frame.f_globals["__name__"].removeprefix("workbench."))
        if self.stop_at == len(self.by):
            raise Cancelled


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    lines = [f'"Oka{chr(97 + n // 26)}{chr(97 + n % 26)}r, Ada, MD",036-{1000 + n},IL,7/31/2027' for n in range(40)]
    path.write_text("Name,License #,Lic State,Lic Exp\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def test_every_stage_of_a_plan_asks(office, roster):
    asked = Asked()
    prepared = importing.prepare(roster, today=TODAY, progress=asked)
    assert [each for each in dict.fromkeys(asked.by) if each in STAGES] == list(STAGES)
    again = Asked()
    importing.replan(prepared, corrected={}, progress=again)
    assert set(STAGES[1:]) <= set(again.by)
    written = Asked()
    importing.apply(prepared.plan, today=TODAY, progress=written)
    assert {"actions.importing", "actions.sourcing"} & set(written.by)


def test_a_plan_stopped_at_any_of_its_stages_is_no_plan(office, roster):
    whole = Asked()
    importing.prepare(roster, today=TODAY, progress=whole)
    for stage in STAGES[1:]:
        with pytest.raises(Cancelled):
            importing.prepare(roster, today=TODAY, progress=Asked(whole.by.index(stage) + 1))


def test_a_stop_at_the_last_moment_before_the_commit_leaves_nothing(office, roster):
    class Last:
        def __call__(self, done, total): ...

        def committing(self):
            raise Cancelled

    prepared, before = importing.prepare(roster, today=TODAY), bulk.newest_step()
    with pytest.raises(Cancelled):
        importing.apply(prepared.plan, today=TODAY, progress=Last())
    assert Provider.select().count() == 0 and bulk.newest_step() == before


def test_writing_that_is_stopped_leaves_nothing_and_the_same_plan_can_still_be_written(office, roster):
    prepared, before = importing.prepare(roster, today=TODAY), bulk.newest_step()
    whole = Asked()
    for at in (1, 3, 5):
        with pytest.raises(Cancelled):
            importing.apply(prepared.plan, today=TODAY, progress=Asked(at))
        assert Provider.select().count() == RosterImport.select().count() == 0 and bulk.newest_step() == before
    assert importing.apply(prepared.plan, today=TODAY, progress=whole).added == 40
