"""What was typed in a line of the settings, as the value that is kept, or what is wrong with it."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial

from workbench.errors import Problem
from workbench.records import checks, places, texts, zones
from workbench.records.checks import STATES
from workbench.records.committee import COUNTED
from workbench.records.days import NotADay, read_day
from workbench.records.policy import OPPE_LATE, Policy
from workbench.records.words import choices
from workbench.rules import notices

CHOOSES: dict[str, Callable[[], list[tuple[str, str]]]] = {
    "state": places.choices,
    "zone": zones.choices,
    "mec_counted": partial(choices, COUNTED),
    "oppe_late": partial(choices, OPPE_LATE),
}
"""Settings that are chosen by their words, and from what."""
LONG = ("legend",)
"""Settings that take several lines."""


DAYS = ("letters_since",)
"""Settings that are days, kept as 2026-11-24; or empty."""


def shown(name: str, value: object) -> str:
    """A setting as its line shows it."""
    return texts.in_box(date.fromisoformat(str(value))) if name in DAYS and value else str(value)


def read(name: str, text: str, today: date) -> object:
    """The value of a setting as it was typed, or a Problem; the type is the dataclass's own."""
    kind = next(each.type for each in dataclasses.fields(Policy) if each.name == name)
    if kind in (int, "int"):
        if text.isascii() and text.isdigit() and int(text) <= 3650:
            return int(text)
        return Problem(name, f"“{text}” is not a number of days; write one like 90.")
    if name in DAYS:
        return _day(name, text, today)
    if name == "notice_days":
        found = notices.stages(text)
        return found if isinstance(found, Problem) else ", ".join(map(str, found))
    if name == "zone":
        zone = zones.read(text)
        return (
            zone if zone or not text else Problem(name, f"“{text}” is no time zone: write Eastern or America/New_York.")
        )
    if name == "office_email":
        return text if not text or checks.is_email(text) else Problem(name, f"“{text}” is not an e-mail address.")
    if name == "state":
        text = places.code(text) or text.upper()
        return text if not text or text in STATES else Problem(name, f"“{text}” is not a state: two letters, like IL.")
    return text


def _day(name: str, text: str, today: date) -> object:
    try:
        day = read_day(text, today)
    except NotADay as error:
        return Problem(name, str(error))
    if day is not None and day > today:
        return Problem(name, "That day is still to come.")
    return day.isoformat() if day else ""
