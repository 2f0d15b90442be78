"""The views of the list of tasks: what is to be done, whose it is, by when, and what was put off."""

from datetime import date

from peewee import Expression, fn

from workbench.lists.expirables import awake
from workbench.lists.joining import Joined
from workbench.lists.listing import View
from workbench.lists.spans import span
from workbench.records.policy import Policy
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
