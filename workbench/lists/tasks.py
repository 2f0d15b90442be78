"""The list of tasks: what is to be done, whose it is, by when, and what was put off."""

from datetime import date
from typing import Any

from peewee import Expression, fn

from workbench.lists.columns import Column, column
from workbench.lists.expirables import awake
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, View
from workbench.lists.spans import span
from workbench.records import texts
from workbench.records.desk import TASKS, Task
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.store import database


def _open(joined: Joined, today: date, policy: Policy) -> Expression:
    return ~joined.model.done & awake(today, joined.model)


def _mine(joined: Joined, today: date, policy: Policy) -> Expression:
    return _open(joined, today, policy) & (fn.TRIM(joined.model.owner).collate("NOCASE") == database.seat.strip())


def _overdue(joined: Joined, today: date, policy: Policy) -> Expression:
    return _open(joined, today, policy) & (joined.model.due < today)


def _this_week(joined: Joined, today: date, policy: Policy) -> Expression:
    week = span("this week", today)
    assert week is not None
    return _open(joined, today, policy) & joined.model.due.between(*week)


def _nobodys(joined: Joined, today: date, policy: Policy) -> Expression:
    return _open(joined, today, policy) & (fn.TRIM(joined.model.owner) == "")


def _snoozed(joined: Joined, today: date, policy: Policy) -> Expression:
    return ~joined.model.done & ~awake(today, joined.model)


def _done(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.done


def _far(values: Any, today: date) -> str:
    """“3 days over”, “today”, “in 8 days”; of one that is done nothing."""
    due, done = values
    if done or due is None:
        return ""
    days = (today - due).days
    return f"{of(days, 'day')} over" if days > 0 else texts.distance(due, today)


def _tone(values: Any, today: date, policy: Policy) -> str:
    due, done = values
    if done or due is None:
        return ""
    return "bad" if due < today else "warn" if due == today else "quiet"


FIRST, MINE = "open", "mine"
"""What is shown at first, and what belongs to whoever works here."""
VIEWS = (
    View(FIRST, "To do", _open),
    View(MINE, "My tasks", _mine),
    View("overdue", "Overdue", _overdue),
    View("week", "Due this week", _this_week),
    View("unowned", "Without an owner", _nobodys),
    View("snoozed", "Snoozed", _snoozed),
    View("done", "Done", _done, (("due", True),)),
)
_REST = ("owner", "provider", "credential", "repeats", "snoozed", "done", "remarks")
TASKS_LIST = ListOf(
    kind=TASKS,
    columns=(
        column(Task, "title", bold=True),
        Column("due_in", "Due", ("due", "done"), Task.field("due"), reads=_far, tone=_tone, pill=True, sort=("due",)),
        column(Task, "due", "On"),
        *(column(Task, name) for name in _REST),
    ),
    sheet=tuple(column(Task, name) for name in TASKS.columns),
    order=(("due", False), ("title", False)),
    views=VIEWS,
    found_by=("provider", "credential"),
)
