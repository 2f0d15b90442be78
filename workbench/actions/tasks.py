"""Tasks: done, one that repeats comes again; put off, it is not on Today until its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.errors import Problem
from workbench.records.desk import Task
from workbench.records.provider import Provider
from workbench.store import history


def finish(tasks: Sequence[int]) -> list[Task]:
    """Mark tasks as done, in a step; those that come instead of those that repeat."""
    records = list(Task.select().where(Task.id.in_(list(tasks)) & ~Task.done))
    if records:
        with history.step(f"Done: {_called(records)}"):
            for record in records:
                record.done, record.snoozed = True, None
                record.save()
    return [record.again for record in records if record.again is not None]


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


def snooze(tasks: Sequence[int], until: date) -> None:
    """Take tasks from Today until a day, in a step; when they are due stays as it is."""
    _put_off(tasks, until, "Put off")


def wake(tasks: Sequence[int]) -> None:
    """Bring tasks back that were put off, in a step."""
    _put_off(tasks, None, "Bring back")


def _put_off(tasks: Sequence[int], until: date | None, what: str) -> None:
    records = list(Task.select().where(Task.id.in_(list(tasks)) & ~Task.done))
    if records:
        with history.step(f"{what}: {_called(records)}"):
            for record in records:
                record.snoozed = until  # type: ignore[assignment]
                record.save()


def _called(records: Sequence[Task]) -> str:
    return records[0].title if len(records) == 1 else f"{len(records):,} tasks"
