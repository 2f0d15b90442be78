"""The roster file that CAQH takes: its columns, and the causes for which whole batches were rejected. Data: resources/payers/caqh.toml."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from workbench.records.checks import STATES
from workbench.sheets.templates import RESOURCES


@cache
def spec() -> dict[str, Any]:
    """What is known of the file, with its version, source and confidence."""
    with (RESOURCES / "caqh.toml").open("rb") as file:
        return tomllib.load(file)


def columns() -> Mapping[str, str]:
    """The columns in their order, each with what it is filled from."""
    found: Mapping[str, str] = spec()["columns"]
    return found


def file_name(organization: str, now: datetime) -> str:
    """The name that the file must have; it begins with an underscore."""
    return str(spec()["file_name"]).format(organization=organization, time=now.strftime(spec()["time"]))


def text(rows: Sequence[Mapping[str, str]]) -> str:
    """The whole file: the exact header, then a line for each row."""
    names, between = list(columns()), spec()["separator"]
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    return "".join(between.join(_plain(cell) for cell in line) + "\r\n" for line in lines)


def shown(value: Any) -> str:
    """A value as the file spells it."""
    return value.strftime(spec()["date"]) if isinstance(value, date) else str(value or "")


def _plain(cell: str) -> str:
    """A separator or a line break within a value would shift every column after it."""
    return " ".join(cell.replace(spec()["separator"], " ").split())


def problems(action: str, row: Mapping[str, str], own: Sequence[str]) -> Iterator[str]:
    """Why CAQH would reject the row; own are the numbers by which this office knows the person.

    The documented causes: full names of states; the office's own number in CAQH_Provider_ID; no practice state, birth
    date or type. A missing header, the fourth, cannot happen: it is written with every file."""
    checks = spec()["checks"]
    for name in checks["states"]:
        if row.get(name) and row[name] not in STATES:
            yield f"{name} is “{row[name]}”: two letters are wanted."
    number = row.get("CAQH_Provider_ID", "")
    if number and number in own:
        yield f"CAQH_Provider_ID {number} is this office's own number, not one that CAQH gave; leave it empty to add somebody."
    if action == "add":
        for name in checks["needed_to_add"]:
            if not row.get(name):
                yield f"{name} is needed to add somebody."
        if not any(row.get(name) for name in checks["one_of_to_add"]):
            yield f"One of {', '.join(checks['one_of_to_add'])} is needed."
    else:
        for name in checks["needed_later"]:
            if not row.get(name):
                yield f"{name} is needed to change or end somebody."
