"""Tasks: done, one that repeats comes again; put off, it is not on Today until its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.errors import Problem
from workbench.records.days import months_on
from workbench.records.desk import Task
from workbench.records.provider import Provider
from workbench.store import history

_MONTHS = {"Monthly": 1, "Quarterly": 3, "Yearly": 12}


def next_due(due: date, repeats: str, today: date) -> date:
    """When a task that repeats is due again: so much later than it was, as often as it takes to be after today."""
    count = 1
    while (found := _later(due, repeats, count)) <= today:
        count += 1
    return found


def _later(due: date, repeats: str, count: int) -> date:
    """Counted from the first day, so that the 31st stays one where a month has it."""
    return due + timedelta(weeks=count) if repeats == "Weekly" else months_on(due, count * _MONTHS[repeats])


def finish(task: int, today: date) -> Task | None:
    """Mark a task as done, in a step; the one that comes instead, if it repeats."""
    record = Task.get_by_id(task)
    with history.step(f"Done: {record.title}"):
        record.done, record.snoozed = True, None
        record.save()
        if not record.repeats:
            return None
        due = next_due(record.due or today, record.repeats, today)
        kept = ("provider", "credential", "title", "owner", "repeats", "remarks")
        return Task.create(due=due, **{name: getattr(record, name) for name in kept})


@dataclass(frozen=True)
class About:
    """Whom a task is about, and which of their credentials, if one."""

    provider: int | None = None
    credential: int | None = None


def assign(about: Sequence[About], title: str, due: date | None, owner: str, remarks: str = "") -> list[Problem]:
    """Make a task about each of these, as one step; about nobody, one task. What is wrong is returned instead."""
    values = {"title": title, "due": due, "owner": owner, "remarks": remarks}
    if problems := list(Task.problems_in({**Task().__data__, **values})):
        return problems
    with history.step(f"Assign “{title}”{_whom(about)}{f' to {owner}' if owner else ''}"):
        for each in about or (About(),):
            Task.create(provider=each.provider, credential=each.credential, **values)
    return []


def _whom(about: Sequence[About]) -> str:
    """“ about Chen, Li, MD”, “ about 3 providers”, “ about 4 credentials”."""
    people = {each.provider for each in about} - {None}
    if not people:
        return ""
    if len(people) == 1:
        return f" about {Provider.get_by_id(next(iter(people))).title}"
    credentials = sum(each.credential is not None for each in about)
    return f" about {credentials:,} credentials" if credentials == len(about) else f" about {len(people):,} providers"


def snooze(task: int, until: date) -> None:
    """Take a task from Today until a day, in a step; when it is due stays as it is."""
    record = Task.get_by_id(task)
    with history.step(f"Put off: {record.title}"):
        record.snoozed = until
        record.save()
