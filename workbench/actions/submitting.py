"""Rosters for payers: planned from the payer's template or for CAQH, held against what was sent last, written and recorded."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.staff import STAFF
from workbench.records.payer import Payer, PayerCode, Submission
from workbench.records.provider import Identifier, Provider
from workbench.sheets import caqh, payer_cells, reading, roster_values, targets, templates, writing
from workbench.sheets.templates import ACTION, Template, TemplateColumn
from workbench.store import blobs, history
from workbench.store.saving import save

ADD, CHANGE, TERM, SAME = "add", "change", "term", "same"
CAQH = "CAQH roster file"
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")
_DAYS = ("day", "birth", "expires")
"""Kinds of targets whose values are days: kept as text of what was sent, they are days again."""


@dataclass(frozen=True)
class Line:
    """One person on a roster."""

    provider: int
    title: str
    action: str
    """add, change, term or same, against what was sent last."""
    values: Mapping[str, Any]
    """By column what is written."""
    changed: tuple[str, ...] = ()
    """The columns that say something else than last time."""
    problems: tuple[str, ...] = ()


@dataclass
class Roster:
    """A roster as it would be sent."""

    payer: Payer
    lines: list[Line]
    last: date | None
    """When the one before was sent; None for the first."""
    unread: list[str] = field(default_factory=list)
    """Columns of the template that stay empty, since nobody here knows what they want."""
    template: Template | None = None

    def count(self, action: str) -> int:
        """How many lines do this."""
        return sum(1 for line in self.lines if line.action == action)

    @property
    def problems(self) -> list[tuple[Line, str]]:
        """Everything that the payer would send back."""
        return [(line, problem) for line in self.lines for problem in line.problems]

    @property
    def tells_actions(self) -> bool:
        """Whether the file says what is to be done with a row; without that, a row of somebody who left would bring them back."""
        columns = self.template.columns if self.template else ()
        return self.payer.sort == CAQH or any(column.target == ACTION for column in columns)

    def sent(self, changes_alone: bool) -> list[Line]:
        """The lines that are written."""
        lines = [line for line in self.lines if line.action != SAME] if changes_alone else self.lines
        return [line for line in lines if line.action != TERM or self.tells_actions]


def keep_template(payer: Payer, path: Path, *, launch: list[str] | None = None, progress: Progress = quiet) -> Template:
    """Keep a payer's workbook as it is. Raises WorkbenchError where it is no xlsx with headings that are known."""
    reading.read(path, launch=launch, progress=progress)  # in the child: a bomb is met there
    content = path.read_bytes()
    understood = templates.understand(content, path.name)
    with history.step(f"Keep the template of {payer.name}"):
        payer.template, payer.template_name = blobs.keep(content), path.name  # type: ignore[assignment]
        payer.save()
    return understood


def plan(payer: Payer, today: date, ids: Sequence[int] | None = None, *, progress: Progress = quiet) -> Roster:
    """The roster of these people, else of the current staff, against what was sent last. Raises WorkbenchError."""
    chosen = list(_members(today) if ids is None else ids)
    last = _last(payer)
    before: dict[int, dict[str, str]] = {}
    if last is not None:
        before = {int(id): values for id, values in json.loads(last.manifest or "{}").items()}
    template = None if payer.sort == CAQH else _template(payer)
    rows = _caqh_rows(payer, chosen, progress) if template is None else _rows(payer, template, chosen, progress)
    lines = [_line(payer, id, values, before.get(id), template) for id, values in rows.items()]
    gone = [id for id in before if id not in rows]
    lines += [_ended(payer, id, before[id], template) for id in gone]
    unread = [c.heading for c in template.columns if _is_left_blank(c)] if template else []
    return Roster(payer, lines, last.made if last else None, unread, template)  # type: ignore[arg-type]


def _members(today: date) -> list[int]:
    """The current staff; an applicant is on no payer's roster yet."""
    ids = list(STAFF.ids(today=today, view="current"))
    applying = {each for (each,) in Provider.select(Provider.id).where(Provider.status == "Applicant").tuples()}
    return [each for each in ids if each not in applying]


def _is_left_blank(column: TemplateColumn) -> bool:
    """Whether nobody here knows what a column wants, or the office keeps no more than the last four of it."""
    return column.target is None or column.target == payer_cells.SSN and not payer_cells.is_last_four(column.heading)


def write(roster: Roster, path: Path, today: date, now: datetime, *, changes_alone: bool = False) -> Submission:
    """Write the roster and record that it was sent, in one step. Raises WorkbenchError; then nothing is recorded."""
    lines = roster.sent(changes_alone)
    if not lines:
        raise WorkbenchError(
            "Nothing changed since the last roster that this file can tell. Nothing was written. Send the full roster instead."
        )
    content = _content(roster, lines)
    save(path, lambda beside: beside.write_bytes(content))
    manifest = {line.provider: _texts(line.values) for line in roster.lines if line.action != TERM}
    with history.step(f"Send a roster to {roster.payer.name}"):
        return Submission.create(
            payer=roster.payer,
            made=today,
            file_name=path.name,
            sha256=blobs.keep(content),
            rows=len(lines),
            adds=roster.count(ADD),
            changes=roster.count(CHANGE),
            terms=roster.count(TERM),
            manifest=json.dumps(manifest, ensure_ascii=False),
        )


def write_changes(roster: Roster, path: Path) -> int:
    """What changed since the last roster as a list of its own: who, what is to be done, which columns; how many."""
    rows = [
        [line.action.capitalize(), line.title, "; ".join(line.changed)] for line in roster.lines if line.action != SAME
    ]
    return writing.write_table(path, "Changes", ["Action", "Provider", "Columns that changed"], rows)


def file_name(payer: Payer, now: datetime) -> str:
    """What the file is called: CAQH prescribes it."""
    if payer.sort == CAQH:
        return caqh.file_name(str(payer.organization), now)
    return f"{payer.name} roster {now:%Y-%m-%d}.xlsx"


def _content(roster: Roster, lines: Sequence[Line]) -> bytes:
    if roster.template is None:
        return caqh.text([_texts(line.values) for line in lines]).encode("utf-8")
    content = blobs.fetch(str(roster.payer.template)) or b""
    return templates.fill(content, str(roster.payer.template_name), roster.template, [line.values for line in lines])


def _template(payer: Payer) -> Template:
    content = blobs.fetch(str(payer.template)) if payer.template else None
    if content is None:
        raise WorkbenchError(
            f"The office keeps no template of {payer.name}. Nothing was written. Choose the payer's workbook first."
        )
    return templates.understand(content, str(payer.template_name))


def _last(payer: Payer) -> Submission | None:
    rows = Submission.select().where(Submission.payer == payer)
    return rows.order_by(Submission.made.desc(), Submission.id.desc()).first()


def _rows(payer: Payer, template: Template, ids: Sequence[int], progress: Progress) -> dict[int, dict[str, Any]]:
    wanted = {c.target for c in template.columns if c.target and c.target != ACTION}
    said, code = roster_values.people(ids, wanted, progress), _coded(payer)
    constants = {str(each.ours): str(each.theirs) for each in _codes(payer) if each.sort == "constant"}
    rows: dict[int, dict[str, Any]] = {}
    for id in ids:
        values = said.get(id, {})
        rows[id] = {
            c.label: constants.get(c.heading, code(c.target, _cell(c, values)) if c.target else None)
            for c in template.columns
            if c.target != ACTION
        }
    return rows


def _cell(column: TemplateColumn, values: Mapping[str, Any]) -> Any:
    return payer_cells.cell(column.heading, column.target or "", values.get(column.target or ""))


def _caqh_rows(payer: Payer, ids: Sequence[int], progress: Progress) -> dict[int, dict[str, Any]]:
    wanted = {target for target in caqh.columns().values() if "." in target} | {"provider.zip"}
    said, code = roster_values.people(ids, wanted, progress), _coded(payer)
    rows: dict[int, dict[str, Any]] = {}
    for id in ids:
        values = said.get(id, {})
        made = {"zip5": str(values.get("provider.zip") or "")[:5], "zip4": str(values.get("provider.zip") or "")[6:]}
        made |= {"organization": str(payer.organization)}
        rows[id] = {
            name: caqh.shown(made[target] if target in made else code(target, values.get(target)))
            for name, target in caqh.columns().items()
            if target != ACTION
        }
    return rows


def _codes(payer: Payer) -> list[PayerCode]:
    return list(PayerCode.select().where(PayerCode.payer == payer))


def _coded(payer: Payer) -> Callable[[str, Any], Any]:
    """What the payer calls a value: by its codes, flags as its words, anything else as the office writes it."""
    codes = {(str(each.sort), str(each.ours).casefold()): str(each.theirs) for each in _codes(payer)}
    flags = {
        value: codes.get(("flag", word), templates.words()["flags"][word])
        for value, word in ((True, "yes"), (False, "no"))
    }

    def code(target: str, value: Any) -> Any:
        if isinstance(value, bool):
            return flags[value]
        sort = "specialty" if target.endswith("specialty") else target.partition(".")[2]
        return codes.get((sort, value.casefold()), value) if isinstance(value, str) else value

    return code


def _line(
    payer: Payer, id: int, values: dict[str, Any], before: Mapping[str, str] | None, template: Template | None
) -> Line:
    texts = _texts(values)
    changed = tuple(name for name, text in texts.items() if before is not None and text != before.get(name, ""))
    action = ADD if before is None else CHANGE if changed else SAME
    return _dressed(payer, Line(id, _title(id), action, values, changed), template)


def _ended(payer: Payer, id: int, before: Mapping[str, str], template: Template | None) -> Line:
    """Somebody who was on the last roster and is on this one no more."""
    days = {c.label for c in template.columns if c.target and targets.kind(c.target) in _DAYS} if template else set()
    values = {
        label: date.fromisoformat(text) if label in days and _ISO.match(text) else text
        for label, text in before.items()
    }
    return _dressed(payer, Line(id, _title(id), TERM, values), template)


def _dressed(payer: Payer, line: Line, template: Template | None) -> Line:
    """The line with its action in its column, and with what the payer would send back."""
    if template is None:
        word = caqh.spec()["actions"].get(line.action, caqh.spec()["actions"][CHANGE])
        values = {**line.values, "Action_Flag": word}
        problems = tuple(caqh.problems(line.action, _texts(values), _own_numbers(line.provider)))
    else:
        word = _coded(payer)("payer.action", templates.words()["actions"].get(line.action, ""))
        values = {**line.values, **{c.label: word for c in template.columns if c.target == ACTION}}
        problems = tuple(_not_allowed(template, values))
    return Line(line.provider, line.title, line.action, values, line.changed, problems)


def _not_allowed(template: Template, values: Mapping[str, Any]) -> list[str]:
    """Words that the template's reference tab does not list, and what its starred headings want and nobody has."""
    found = []
    for column in template.columns:
        value, allowed = values.get(column.label), template.allowed.get(column.target or "")
        if value and allowed and str(value).casefold() not in allowed:
            found.append(f"{column.heading}: “{value}” is not in the template's list; give its code under Payer codes.")
        if "*" in column.heading and value in (None, ""):
            found.append(f"{column.heading} is required and empty.")
    return found


def _own_numbers(provider: int) -> list[str]:
    rows = Identifier.select(Identifier.value).where((Identifier.provider == provider) & (Identifier.sort != "CAQH"))
    return [str(provider), *(value for (value,) in rows.tuples())]


def _title(id: int) -> str:
    person = Provider.get_or_none(Provider.id == id)
    return person.title if person else f"ID {id}"


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: value.isoformat() if isinstance(value, date) else str(value or "") for name, value in values.items()}
