"""Tasks: done, put off, and coming again."""

from datetime import date

import pytest

from workbench.actions import cells, editing, renewing, tasks
from workbench.lists import today
from workbench.records import desk
from workbench.records.credential import Credential
from workbench.records.desk import TASKS, Task
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.store import history

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("due", "repeats", "on", "again"),
    [
        (date(2026, 11, 24), "Weekly", date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 11, 3), "Weekly", date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 8, 31), "Monthly", date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 8, 31), "Monthly", date(2026, 9, 30), date(2026, 10, 31)),
        (date(2026, 12, 1), "Quarterly", date(2026, 11, 24), date(2027, 3, 1)),
        (date(2028, 2, 29), "Yearly", date(2028, 3, 1), date(2029, 2, 28)),
    ],
)
def test_a_task_comes_again_after_today_and_keeps_its_day(due, repeats, on, again):
    assert desk.next_due(due, repeats, on) == again


def test_a_task_that_is_done_is_undone_with_the_one_that_came_instead(office, make, assert_undoable):
    task = make(Task, title="Screen everybody", due=date(2026, 11, 20), repeats="Monthly", owner="T. Brandt")
    [again] = assert_undoable(lambda: tasks.finish([task.id]))
    assert (again.title, again.due, again.owner, again.repeats) == (
        "Screen everybody", date(2026, 12, 20), "T. Brandt", "Monthly",
    )  # fmt: skip


def test_a_task_that_does_not_repeat_is_only_done(office, make, assert_undoable):
    task = make(Task, title="Call Lakeside")
    assert assert_undoable(lambda: tasks.finish([task.id])) == []


def test_a_task_can_be_put_off(office, make, assert_undoable):
    task = make(Task, title="Call Lakeside", due=date(2026, 11, 24))
    assert_undoable(lambda: tasks.snooze([task.id], date(2026, 11, 25)))
    assert Task.get().due == date(2026, 11, 24)
    tasks.snooze([task.id], date(2026, 11, 25))
    assert_undoable(lambda: tasks.wake([task.id]))


@pytest.mark.parametrize("how", ["form", "cell", "bulk"])
def test_one_that_repeats_comes_again_wherever_it_is_marked_as_done(office, make, assert_undoable, how):
    task = make(Task, title="Screen everybody", due=date(2026, 11, 20), repeats="Monthly")

    def done():
        if how == "form":
            record = Task.get_by_id(task.id)
            record.done = True
            assert editing.save(record, TASKS) == [] and record.followed() == "It comes again on Dec 20 2026"
        elif how == "cell":
            assert cells.write(TASKS, [cells.Cell(task.id, "done", "Yes")], TODAY, "Done").set == 1
        else:
            assert editing.set_text(TASKS, [task.id], "done", "Yes", TODAY) == []

    assert_undoable(done)
    assert [(each.due, each.done) for each in Task.select().order_by(Task.id)] == [
        (date(2026, 11, 20), True), (date(2026, 12, 20), False),
    ]  # fmt: skip


def test_one_that_was_done_already_does_not_come_again_when_it_is_changed(office, make):
    task = make(Task, title="Screen everybody", due=date(2026, 11, 20), repeats="Monthly", done=True)
    record = Task.get_by_id(task.id)
    record.remarks = "All clear"
    editing.save(record, TASKS)
    assert Task.select().count() == 1


def test_a_task_about_a_credential_leads_to_it_until_it_is_done_also_once_it_was_renewed(office, make, assert_undoable):
    who = make(Provider, last="Okafor", status="Active")
    sort = CredentialSort.get(CredentialSort.key == "dea")
    held = make(Credential, provider=who, sort=sort, number="AB1234563", expires=date(2026, 12, 1))
    about = [tasks.About(who.id, held.id)]
    assert assert_undoable(lambda: tasks.assign(about, "Ask for it", TODAY, "Ann")) == []
    assert history.newest().name.endswith("Assign “Ask for it” about Okafor to Ann")
    [doing] = [each for each in today._tasks(TODAY)]
    assert (doing.page, doing.arguments["provider"], doing.arguments["credential"]) == ("file", who.id, held.id)
    assert_undoable(lambda: renewing.renew(held, date(2029, 12, 1)))
    renewed = Credential.get(~Credential.past)
    assert renewed.id != held.id and Task.get().credential_id == renewed.id
    [doing] = [each for each in today._tasks(TODAY)]
    assert doing.arguments["credential"] == renewed.id


def test_a_task_that_is_done_stays_at_the_term_it_was_about_and_one_that_repeats_keeps_its_credential(office, make):
    who = make(Provider, last="Okafor", status="Active")
    held = make(Credential, provider=who, number="1", expires=date(2026, 12, 1))
    task = make(Task, title="Look it up", provider=who, credential=held, due=TODAY, repeats="Monthly")
    [again] = tasks.finish([task.id])
    assert again.credential_id == held.id
    renewing.renew(Credential.get_by_id(held.id), date(2029, 12, 1))
    assert Task.get_by_id(task.id).credential_id == held.id != Task.get_by_id(again.id).credential_id


def test_a_task_is_about_no_credential_of_somebody_else(office, make):
    one, other = (make(Provider, last=last) for last in ("Okafor", "Marsh"))
    held = make(Credential, provider=one, number="1")
    wrong = list(Task(title="Call", provider=other, credential=held).problems())
    assert [each.field for each in wrong] == ["credential"] and "Okafor" in wrong[0].message
    assert not list(Task(title="Call", provider=one, credential=held).problems())
