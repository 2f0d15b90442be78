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
from workbench.rules.pack_lines import HEAD, OTHER, Lines, begun_by, line_of, lines_of
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
    came, lines = shipped().get(pack.key), lines_of(text)
    for row in came.rows if came else ():
        if row.force == LAW:
            _keep(row, pack, lines, name)
    return pack


def _keep(law: Standard, pack: Pack, lines: list[Lines], name: str) -> None:
    same = [(each, at) for each, at in zip(pack.rows, lines[1:], strict=True) if each.of == law.of]
    if not same:
        where = f" of {law.state}" if law.state else ""
        raise _refused(name, line_of(lines[0], "key"), f"{law.id}{where} ({law.citation}) is law, and it leaves it out")
    weaker = [list(_weakens(each, law)) for each, _ in same]
    if all(weaker):
        asks = f"{law.said}, {law.severity}" if law.said else law.severity
        line = line_of(same[0][1], *weaker[0])
        raise _refused(name, line, f"{law.id} ({law.citation}) is law: force law, {asks}, on the same days")


def _weakens(row: Standard, law: Standard) -> Iterator[str]:
    """The keys by which a row does not ask on every day of the law what it asks."""
    yield from (key for key in _OF_LAW if getattr(row, key) != getattr(law, key))
    if row.since > law.since:
        yield "from"
    if row.until < law.until:
        yield "to"
    if row.setting:
        yield "setting"


_OF_LAW = ("force", "severity", "limit", "unit", "count_to", "editable")


@cache
def read(text: str, name: str) -> Pack:
    """A pack from its text; name is what its file is called. Raises PackRefused."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(name, _line(error, text), f"it is no TOML ({str(error).split(' (')[0]})") from error
    whole, *lines = lines_of(text)
    for needed in ("key", "name"):
        if not isinstance(said.get(needed), str) or not said[needed].strip():
            raise _refused(name, line_of(whole, needed), f"it has no {needed}")
    if not _KEY.fullmatch(said["key"]):
        wrong_key = f"“{said['key']}” is no key: small letters, digits and _, a letter first"
        raise _refused(name, line_of(whole, "key"), wrong_key)
    if not isinstance(said.get("cite", ""), str):
        raise _refused(name, line_of(whole, "cite"), "“cite” is a text")
    rows = said.get("rule") or []
    if not isinstance(rows, list) or len(rows) != len(lines):
        raise _refused(name, line_of(whole, "rule", OTHER), "its rows do not begin with [[rule]]")
    if not rows:
        raise _refused(name, line_of(whole, OTHER), "it asks nothing: it has no rule")
    made = tuple(_row(said, row, at, name) for row, at in zip(rows, lines, strict=True))
    for line, said_wrong in _contradictions(made, lines):
        raise _refused(name, line, said_wrong)
    return Pack(said["key"], said["name"], made)


def _line(error: tomllib.TOMLDecodeError, text: str) -> int:
    """The line of a fault of the text itself; of what nobody closed, where it was opened."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    line = int(found[1]) if found else len(text.splitlines())
    if found and found[2] == "1" and str(error).startswith(_OPEN):
        line -= 1  # what follows begins a line: the one before is not over
    return begun_by(text, line) if str(error).startswith(_OPEN) else line


_OPEN = ("Unclosed", "Unterminated")


def _row(said: Mapping[str, Any], row: Mapping[str, Any], at: Lines, name: str) -> Standard:
    values = {**row, "since": row.get("from", EVER), "until": row.get("to", NEVER)}
    values.pop("from", None)
    values.pop("to", None)
    for key in row:
        if key not in _KNOWN:
            raise _refused(name, line_of(at, key), f"a row has no “{key}”")
    for needed in _NEEDED:
        if needed not in values:
            raise _refused(name, at[HEAD], f"a row needs “{needed}”")
    if "limit" in values and "unit" not in values:
        raise _refused(name, line_of(at, "limit"), "a limit needs its “unit”")
    made = Standard(pack=said["key"], body=said["name"], cite=said.get("cite", ""), **values)
    for key, said_wrong in wrong(made):
        raise _refused(name, line_of(at, key), said_wrong)
    return made


_KNOWN = {field.name for field in fields(Standard)} - {"pack", "body", "cite", "since", "until"} | {"from", "to"}
_NEEDED = ("id", "legacy", "current", "trigger", "clock", "element", "severity", "force", "binds", "source") + (
    "confidence",
    "editable",
)


def _contradictions(rows: tuple[Standard, ...], lines: list[Lines]) -> Iterator[tuple[int, str]]:
    """Two rows of one pack that cannot both hold on one day, at the line of the later one that says so."""
    for place, row in enumerate(rows):
        for before, other in enumerate(rows[:place]):
            if row.of != other.of or row.since > other.until or other.since > row.until:
                continue
            here, there = lines[place], lines[before]
            if row.severity == other.severity:
                also = line_of(there, "id")
                yield line_of(here, "id"), f"{row.id} is asked twice for the same days (also in line {also})"
            both = sorted(((row, here), (other, there)), key=lambda each: SEVERITIES.index(each[0].severity))
            (late, late_at), (early, early_at) = both
            if None in (early.limit, late.limit) or early.unit in MOST or row.id in BEFORE or early.setting:
                continue
            if early.length > late.length:
                blocks, warns = line_of(late_at, "limit"), line_of(early_at, "limit")
                yield line_of(here, "limit"), f"{row.id} blocks (line {blocks}) before it warns (line {warns})"


BEFORE = frozenset({"LIC_EXP", "DEA_EXP", "CDS_EXP", "INS_EXP"})
"""Rules whose early line is counted backwards from an end."""


def _refused(name: str, line: int, wrong: str) -> PackRefused:
    return PackRefused(
        f"{name}, line {line}: {wrong}. The pack was not taken, and the one that the office had is in force. Mend that line."
    )
