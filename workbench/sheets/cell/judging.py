"""Values as the records judge them: what the office's own form would refuse is a problem of the row, by the same functions.

Asked of each different value once, after names, places and standings were taken apart, so that no way around it is left.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from rapidfuzz.distance import OSA

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.sheets import targets
from workbench.sheets.cell import cells, letters, words
from workbench.sheets.cell.naming import Notes, Wrongs
from workbench.sheets.comparison import choosing
from workbench.store.database import database

APPROVED_AHEAD = 366
"""Days for which somebody may be appointed ahead."""
_ASKED_BY_READERS = ("npi", "dea")
"""Types whose readers ask the records themselves, for the sake of the digits they mend."""
_OF_NO_FIELD = {"id", "alias", "former_names", "full_name", "notes", "ssn", *choosing.CHOICES}
_NAMING = ("issuer", "title")
_BOTH_LIMITS = "a limit per claim and one in all, like 1M/3M"


def judged(table: dict[str, Sequence[Any]], wrong: Wrongs, notes: Notes) -> dict[str, Sequence[Any]]:
    """The columns by target without what cannot be kept; that is a problem of its row, or a note where it says nothing."""
    return {target: _judged(target, column, wrong, notes) for target, column in table.items()}


def _judged(target: str, column: Sequence[Any], wrong: Wrongs, notes: Notes) -> Sequence[Any]:
    judge, different = _judge(target), set(column) - {None}
    faulty = {value: said for value in different if (said := judge(value))} if judge else {}
    empty = {value: said for value in different if (said := _nothing(target, value))} if _names_one(target) else {}
    if _is_over(target):
        empty = {value: said for value in different if (said := _still_to_come(target, value))}
    if not faulty and not empty:
        return column
    for index, value in enumerate(column):
        if value in faulty:
            wrong.setdefault(index, []).append(Problem(target, faulty[value]))
        elif value in empty:
            notes.setdefault(index, []).append(empty[value])
    return [None if value in faulty or value in empty else value for value in column]


def fault(target: str, value: Any) -> str:
    """What is wrong with a value for a target, in a sentence; empty where nothing is."""
    judge = _judge(target)
    return judge(value) if judge else ""


def problems_in(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the appointment of a row as a whole, where each value by itself is fine."""
    starts, ends = values.get("appointment.starts"), values.get("appointment.ends")
    if starts and ends and ends is not cells.LIFETIME:
        for problem in Appointment.problems_between({"starts": starts, "ends": ends}):
            yield Problem(f"appointment.{problem.field}", problem.message)


_MODELS: Mapping[str, type[Record]] = {"provider": Provider}


@cache
def _judge(target: str) -> Callable[[Any], str] | None:
    part, _, name = targets.plain(target).partition(".")
    if target == "provider.status":
        return _status
    if target == "liability.limits":
        return _limits
    if targets.kind(target) in _ASKED_BY_READERS:
        return None
    of_credential = part in targets.SORTS and part not in targets.BACKGROUNDS
    model: type[Record] | None = _MODELS.get(part) or (Credential if of_credential else None)
    if model is None or name in _OF_NO_FIELD or name not in model._meta.fields or name in _LINKS:
        return None
    field = model.field(name)
    if target == "provider.city":
        return lambda value: letters.lost_letter(value) or _of_field(model, field.name, value)
    return lambda value: _of_field(model, field.name, value)


_LINKS = {"specialty", "subspecialty", "department", "category", "supervisor"}


def _of_field(model: type[Record], name: str, value: Any) -> str:
    if value is cells.LIFETIME:
        return ""
    return next((problem.message for problem in model.problems_of(name, value)), "")


_SLIPS = 2
"""Letters in which a word may differ from a status that it is a slip of: Actve, Resined."""


def _status(value: str) -> str:
    """Left out, a status would be the one that new people have: somebody revoked would be active."""
    if choosing.choice("status", value):
        return ""
    close = [each for each in choosing.CHOICES["status"] if OSA.distance(value.casefold(), each.casefold()) <= _SLIPS]
    if len(close) == 1:
        return f"Status “{value}” is not one the office keeps: is it {close[0]}?"
    return f"Status “{value}” is not one the office keeps: {', '.join(choosing.CHOICES['status'])}."


def _limits(value: str) -> str:
    return f"“{value}” is not {_BOTH_LIMITS}."


def _names_one(target: str) -> bool:
    part, _, name = targets.plain(target).partition(".")
    return part in targets.SORTS and name in _NAMING


def _is_over(target: str) -> bool:
    """Whether a day of a target lies behind us: nobody has a license that is issued next year."""
    part, _, name = targets.plain(target).partition(".")
    return name == "issued" and part in ("license", "dea", "cds") or target == "appointment.initial"


def _still_to_come(target: str, value: Any) -> str:
    today = database.clock().date()
    ahead = APPROVED_AHEAD if target == "appointment.initial" else 0
    if not isinstance(value, date) or (value - today).days <= ahead:
        return ""
    return f"{targets.title(target)}: {texts.day(value)} is still to come; left out."


def _nothing(target: str, value: Any) -> str:
    """What a yes or no in the place of a name says: nothing that could be kept."""
    if isinstance(value, str) and words.is_yes_or_no(value):
        return f"{targets.title(target)}: “{value}” names none; left out."
    return ""
