"""Standards packs: what each body asks, row by row, read from TOML. A pack that does not parse, contradicts itself or names
what nobody knows is refused with its file and line, and whoever had one keeps it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.rules.pack_rows import EVER, LAW, MOST, NEVER, SEVERITIES, Standard, wrong

FOLDER = Path(__file__).parents[2] / "resources" / "standards"
NO_PACKS = frozenset({"review"})
"""Files there that hold something else."""
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class Pack:
    """What one body asks."""

    key: str
    name: str
    rows: tuple[Standard, ...]


class PackRefused(WorkbenchError):
    """A pack that cannot be taken; it says file and line."""


@cache
def shipped() -> Mapping[str, Pack]:
    """The packs that come with the program, by key."""
    files = sorted(path for path in FOLDER.glob("*.toml") if path.stem not in NO_PACKS)
    return {pack.key: pack for pack in (read(path.read_text("utf-8"), path.name) for path in files)}


def read_own(text: str, name: str) -> Pack:
    """A pack of the office's own. In the place of one that came with the program it keeps what is law there: the same rows with
    the same numbers, beside which it may ask more. Raises PackRefused."""
    pack = read(text, name)
    came = shipped().get(pack.key)
    for row in came.rows if came else ():
        if row.force == LAW:
            _keep(row, pack, name)
    return pack


def _keep(law: Standard, pack: Pack, name: str) -> None:
    same = [each for each in pack.rows if (each.id, each.element, each.state) == (law.id, law.element, law.state)]
    if not same:
        where = f" of {law.state}" if law.state else ""
        raise _refused(name, 1, f"{law.id}{where} ({law.citation}) is law, and it leaves it out")
    if not any(_holds(each, law) for each in same):
        asks = f"{law.said}, {law.severity}" if law.said else law.severity
        raise _refused(name, same[0].line, f"{law.id} ({law.citation}) is law: force law, {asks}, on the same days")


def _holds(row: Standard, law: Standard) -> bool:
    """Whether a row asks on every day of the law what it asks."""
    whole = row.since <= law.since and row.until >= law.until and not row.setting
    return whole and all(getattr(row, name) == getattr(law, name) for name in _OF_LAW)


_OF_LAW = ("force", "severity", "limit", "unit", "count_to", "editable")


@cache
def read(text: str, name: str) -> Pack:
    """A pack from its text; name is what its file is called. Raises PackRefused."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = int(found[1]) if (found := re.search(r"line (\d+)", str(error))) else len(text.splitlines())
        raise _refused(name, line, f"it is no TOML ({str(error).split(' (')[0]})") from error
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    for needed in ("key", "name"):
        if not isinstance(said.get(needed), str) or not said[needed].strip():
            raise _refused(name, 1, f"it has no {needed}")
    if not _KEY.fullmatch(said["key"]):
        raise _refused(name, 1, f"“{said['key']}” is no key: small letters, digits and _, a letter first")
    if not isinstance(said.get("cite", ""), str):
        raise _refused(name, 1, "“cite” is a text")
    rows = said.get("rule") or []
    if not isinstance(rows, list) or len(rows) != len(lines):
        raise _refused(name, 1, "its rows do not begin with [[rule]]")
    if not rows:
        raise _refused(name, 1, "it asks nothing: it has no rule")
    made = tuple(_row(said, row, line, name) for row, line in zip(rows, lines, strict=True))
    for line, said_wrong in _contradictions(made):
        raise _refused(name, line, said_wrong)
    return Pack(said["key"], said["name"], made)


def _row(said: Mapping[str, Any], row: Mapping[str, Any], line: int, name: str) -> Standard:
    values = {**row, "since": row.get("from", EVER), "until": row.get("to", NEVER)}
    values.pop("from", None)
    values.pop("to", None)
    known = {field.name for field in fields(Standard)} - {"pack", "body", "cite", "line"}
    for key in values:
        if key not in known:
            raise _refused(name, line, f"a row has no “{key}”")
    for needed in _NEEDED:
        if needed not in values:
            raise _refused(name, line, f"a row needs “{needed}”")
    if "limit" in values and "unit" not in values:
        raise _refused(name, line, "a limit needs its “unit”")
    made = Standard(pack=said["key"], body=said["name"], cite=said.get("cite", ""), line=line, **values)
    for said_wrong in wrong(made):
        raise _refused(name, line, said_wrong)
    return made


_NEEDED = ("id", "legacy", "current", "trigger", "clock", "element", "severity", "force", "binds", "source") + (
    "confidence",
    "editable",
)


def _contradictions(rows: tuple[Standard, ...]) -> Iterator[tuple[int, str]]:
    """Two rows of one pack that cannot both hold on one day."""
    for place, row in enumerate(rows):
        for other in rows[:place]:
            same = (row.id, row.element, row.state) == (other.id, other.element, other.state)
            if not same or row.since > other.until or other.since > row.until:
                continue
            if row.severity == other.severity:
                yield row.line, f"{row.id} is asked twice for the same days (also in line {other.line})"
            early, late = sorted((row, other), key=lambda each: SEVERITIES.index(each.severity), reverse=True)
            if None in (early.limit, late.limit) or early.unit in MOST or row.id in BEFORE or early.setting:
                continue
            if early.length > late.length:
                yield row.line, f"{row.id} blocks (line {late.line}) before it warns (line {early.line})"


BEFORE = frozenset({"LIC_EXP", "DEA_EXP", "CDS_EXP", "INS_EXP"})
"""Rules whose early line is counted backwards from an end."""


def _refused(name: str, line: int, wrong: str) -> PackRefused:
    return PackRefused(
        f"{name}, line {line}: {wrong}. The pack was not taken, and the one that the office had is in force. Mend that line."
    )
