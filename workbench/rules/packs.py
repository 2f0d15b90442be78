"""Standards packs: what each body asks, row by row, read from TOML. A pack that does not parse, contradicts itself or names
what nobody knows is refused with its file and line, and whoever had one keeps it."""

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.rules.catalog import RULES

FOLDER = Path(__file__).parents[2] / "resources" / "standards"
NO_PACKS = frozenset({"review"})
"""Files there that hold something else."""
UNITS = {"days": 1.0, "months": 30.44, "hours": 1 / 24, "count": 1.0, "percent": 1.0}
COUNT_TO = ("day", "month", "before")
"""To the day; to the end of the month; the day before, where the limit itself is too late."""
SEVERITIES = ("block", "warn", "info")
LAW = "law"
FORCES = (
    LAW,
    "condition of participation",
    "accreditor",
    "payer contract",
    "guidance",
    "bylaws",
)
"""The stronger first: which citation is named first where several ask the same."""
CONFIDENCE = ("H", "M", "L")
MOST = frozenset({"count", "percent"})
"""Units of which more is stricter."""
EVER, NEVER = date.min, date.max


@dataclass(frozen=True)
class Standard:
    """One row of a pack."""

    pack: str
    body: str
    """Who asks, as the pack is called."""
    cite: str
    """What stands before a number: “Joint Commission”; empty for law, which is cited as it is."""
    id: str
    legacy: str
    current: str
    trigger: str
    clock: str
    element: str
    severity: str
    force: str
    binds: str
    source: str
    confidence: str
    editable: bool
    limit: int | None = None
    unit: str = "days"
    count_to: str = "day"
    setting: str = ""
    """The field of the office's policy that gives the limit."""
    state: str = ""
    """The state in which it holds; empty everywhere."""
    since: date = EVER
    until: date = NEVER
    line: int = 0
    """Where it stands in its file."""

    @property
    def key(self) -> str:
        """By which the office changes its limit: “joint_commission.OPPE_INT.warn”."""
        return f"{self.pack}.{self.id}.{self.severity}"

    @property
    def citation(self) -> str:
        """“Joint Commission (formerly MS.08.01.03)”, “NCQA CR 3”, “45 CFR 60.17(a)(2)”."""
        if self.current:
            return f"{self.cite} {self.current}".strip()
        return f"{self.cite or self.body} (formerly {self.legacy})" if self.legacy else self.cite or self.body

    @property
    def length(self) -> float:
        """The limit as days, to compare what is counted otherwise."""
        return (self.limit or 0) * UNITS[self.unit]

    @property
    def said(self) -> str:
        """“24 months”, “120 days”; empty without a limit."""
        if self.limit is None:
            return ""
        if self.limit == 0 and self.unit == "days":
            return "the same day"
        unit = {"count": "", "percent": "%"}.get(self.unit, self.unit if self.limit != 1 else self.unit[:-1])
        return f"{self.limit} {unit}".strip()


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
    rows = said.get("rule") or []
    if not isinstance(rows, list) or len(rows) != len(lines):
        raise _refused(name, 1, "its rows do not begin with [[rule]]")
    made = tuple(_row(said, row, line, name) for row, line in zip(rows, lines, strict=True))
    for line, wrong in _contradictions(made):
        raise _refused(name, line, wrong)
    return Pack(said["key"], said["name"], made)


def _row(said: Mapping[str, Any], row: Mapping[str, Any], line: int, name: str) -> Standard:
    values = {**row, "since": row.get("from", EVER), "until": row.get("to", NEVER)}
    values.pop("from", None)
    values.pop("to", None)
    known = {field.name: field for field in fields(Standard)} | {}
    for key in values:
        if key not in known or key in ("pack", "body", "cite", "line"):
            raise _refused(name, line, f"a row has no “{key}”")
    for needed in _NEEDED:
        if needed not in values:
            raise _refused(name, line, f"a row needs “{needed}”")
    made = Standard(pack=said["key"], body=said["name"], cite=said.get("cite", ""), line=line, **values)
    for wrong in _wrong(made):
        raise _refused(name, line, wrong)
    return made


_NEEDED = ("id", "legacy", "current", "trigger", "clock", "element", "severity", "force", "binds", "source") + (
    "confidence",
    "editable",
)


def _wrong(row: Standard) -> Iterator[str]:
    """What no row can say."""
    words: dict[str, Container[str]] = {"id": RULES, "element": ELEMENTS, "severity": SEVERITIES, "force": FORCES}
    for name, known in {**words, "confidence": CONFIDENCE, "unit": UNITS, "count_to": COUNT_TO}.items():
        if getattr(row, name) not in known:
            yield f"“{getattr(row, name)}” is no {name} that is known here"
    if row.limit is not None and (not isinstance(row.limit, int) or isinstance(row.limit, bool) or row.limit < 0):
        yield f"“{row.limit}” is no limit"
    if not isinstance(row.since, date) or not isinstance(row.until, date) or row.until < row.since:
        yield "it ends before it begins"
    if not isinstance(row.editable, bool):
        yield "editable is true or false"
    if row.setting and row.setting not in {field.name for field in fields(Policy)}:
        yield f"“{row.setting}” is no setting of the office"


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
