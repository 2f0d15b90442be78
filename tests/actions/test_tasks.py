"""Tasks: done, put off, and coming again."""

from datetime import date

import pytest

from workbench.actions import tasks
from workbench.records.desk import Task


@pytest.mark.parametrize(
    ("due", "repeats", "today", "again"),
    [
        (date(2026, 11, 24), "Weekly", date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 11, 3), "Weekly", date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 8, 31), "Monthly", date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 8, 31), "Monthly", date(2026, 9, 30), date(2026, 10, 31)),
        (date(2026, 12, 1), "Quarterly", date(2026, 11, 24), date(2027, 3, 1)),
        (date(2028, 2, 29), "Yearly", date(2028, 3, 1), date(2029, 2, 28)),
    ],
)
def test_a_task_comes_again_after_today_and_keeps_its_day(due, repeats, today, again):
    assert tasks.next_due(due, repeats, today) == again


def test_a_task_that_is_done_is_undone_with_the_one_that_came_instead(office, make, assert_undoable):
    task = make(Task, title="Screen everybody", due=date(2026, 11, 20), repeats="Monthly", owner="T. Brandt")
    again = assert_undoable(lambda: tasks.finish(task.id, date(2026, 11, 24)))
    assert (again.title, again.due, again.owner, again.repeats) == (
        "Screen everybody", date(2026, 12, 20), "T. Brandt", "Monthly",
    )  # fmt: skip


def test_a_task_that_does_not_repeat_is_only_done(office, make, assert_undoable):
    task = make(Task, title="Call Lakeside")
    assert assert_undoable(lambda: tasks.finish(task.id, date(2026, 11, 24))) is None


def test_a_task_can_be_put_off(office, make, assert_undoable):
    task = make(Task, title="Call Lakeside", due=date(2026, 11, 24))
    assert_undoable(lambda: tasks.snooze(task.id, date(2026, 11, 25)))
    assert Task.get().due == date(2026, 11, 24)
