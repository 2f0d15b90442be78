"""Importing a roster: prepare a plan, change it by choices, apply it as one step, save what could not come in."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

from workbench.actions import remembering, sourcing
from workbench.errors import Progress, WorkbenchError, committing, quiet
from workbench.records.identity import Identity
from workbench.records.office_lists import Facility
from workbench.records.policy import Policy
from workbench.records.roster import RosterImport
from workbench.records.words import of
from workbench.sheets import comparing, known, marks, meanings, stages, telling
from workbench.sheets.comparison.list_words import LISTED
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.known import COLUMNS, MODELS
from workbench.sheets.plan import Plan
from workbench.sheets.reading import Workbook, read, read_block
from workbench.sheets.recognizing import Correction, SheetReading, folded, recognize
from workbench.sheets.remembering import NOTHING, Recalled
from workbench.sheets.row import stacked
from workbench.sheets.taken import Sheets
from workbench.store import bulk, database, history, settings, stopping
from workbench.store.uncollected import uncollected

_BLOCK = 5000


@dataclass(slots=True)
class Prepared:
    """A file that was read, and the plan for it under the choices made so far."""

    sheets: Sheets
    plan: Plan
    choices: Choices
    corrected: Mapping[str, Correction]
    only: Collection[str] | None
    today: date
    recalled: Recalled
    """What was remembered of files of this look."""

    @property
    def workbook(self) -> Workbook:
        """The file as it was read."""
        return self.sheets.workbook

    @property
    def readings(self) -> list[SheetReading]:
        """The sheets that are taken, as they were recognized."""
        return self.sheets.readings


@dataclass(frozen=True)
class Outcome:
    """What an import did: its step (none when nothing changed), and the rows by result."""

    step: str | None
    added: int
    changed: int
    same: int
    skipped: int
    rejected: int
    doubtful: int
    import_id: int | None


class Wanted(TypedDict, total=False):
    """What somebody wants of a file: its sheets, what was said of them, what was decided, whose it is, and how far it got."""

    only: Collection[str] | None
    corrected: Mapping[str, Correction] | None
    choices: Choices | None
    profile: str
    progress: Progress


def prepare(path: Path, *, today: date, launch: list[str] | None = None, **wanted: Unpack[Wanted]) -> Prepared:
    """Read a file and plan its import; nothing is written. Raises WorkbenchError for a file that is no roster, Cancelled.

    What was decided before about files of this look is taken up, or, with a profile, what was about that sender's."""
    workbook = read(path, launch=launch, progress=wanted.get("progress", quiet))
    mark, own = marks.of(workbook), settings.load(Identity).office_number
    workbook = marks.without(workbook, mark, mark is not None and mark.office == own)
    return planned(workbook, today=today, **wanted)


def prepare_block(
    text: str,
    html: str = "",
    *,
    today: date,
    launch: list[str] | None = None,
    corrected: Mapping[str, Correction] | None = None,
    progress: Progress = quiet,
) -> Prepared:
    """The same for what was copied from Excel, Word or Outlook and pasted."""
    workbook = read_block(text, html, launch=launch, progress=progress)
    return planned(workbook, today=today, corrected=corrected, progress=progress)


def planned(
    workbook: Workbook,
    *,
    today: date,
    only: Collection[str] | None = None,
    corrected: Mapping[str, Correction] | None = None,
    choices: Choices | None = None,
    profile: str = "",
    own: bool = False,
    progress: Progress = quiet,
) -> Prepared:
    """The plan of a file that was read already; of a list of our own nothing is remembered, since it says what it means."""
    with stages.stoppable(progress):
        workbook = stacked.apart(workbook)
    recalled = NOTHING if own else remembering.recall(workbook, profile)
    corrected = {**recalled.corrected, **(corrected or {})}
    choices = recalled.given(choices or Choices())
    sheets = _understood(workbook, only, corrected, choices, today, progress)
    return Prepared(
        sheets, _compared(sheets, choices, recalled, today, progress), choices, corrected, only, today, recalled
    )


def replan(
    prepared: Prepared,
    *,
    choices: Choices | None = None,
    corrected: Mapping[str, Correction] | None = None,
    only: Collection[str] | None = None,
    progress: Progress = quiet,
) -> Prepared:
    """The plan under other choices; the file is not read again, and understood again only where its values may change."""
    sheets, choices = prepared.sheets, choices or prepared.choices
    if corrected is not None or only is not None or choices.reads_otherwise(prepared.choices):
        corrected = prepared.corrected if corrected is None else corrected
        only = prepared.only if only is None else only
        sheets = _understood(sheets.workbook, only, corrected, choices, prepared.today, progress)
    else:
        corrected, only = prepared.corrected, prepared.only
    plan = _compared(sheets, choices, prepared.recalled, prepared.today, progress)
    return replace(prepared, sheets=sheets, plan=plan, choices=choices, corrected=corrected, only=only)


def replied(plan: Plan, choices: Choices, replies: Mapping[str, str]) -> Choices:
    """Choices with what was answered to questions of a plan, by their keys: what a word means, how a column is read; "" takes it back."""
    chosen, meant = dict(choices.answers.replies.chosen), dict(choices.meanings)
    for key, option in replies.items():
        found = meanings.replied(plan.unsettled, key, option)
        if found is None:
            chosen = {
                **{each: said for each, said in chosen.items() if each != key},
                **({key: option} if option else {}),
            }
            continue
        word, meaning = found
        meant.pop((word.target, folded(word.said)), None)
        if meaning is not None:
            meant[word.target, folded(word.said)] = meaning
    answers = replace(choices.answers, replies=replace(choices.answers.replies, chosen=chosen))
    return replace(choices, answers=answers, meanings=meant)


def anew(prepared: Prepared, *, progress: Progress = quiet) -> Prepared:
    """The plan as if nothing were remembered of files of this look; what is remembered stays until the import."""
    choices = replace(prepared.choices, meanings={}, answers=Answers())
    return replan(replace(prepared, recalled=NOTHING), choices=choices, corrected={}, progress=progress)


def apply(plan: Plan, *, today: date, progress: Progress = quiet) -> Outcome:
    """Write the plan as one step, all or nothing; a plan that changes nothing writes nothing. Raises WorkbenchError, Cancelled."""
    name, import_id = None, None
    if plan.writes:
        people = len({row.provider_id for row in plan.rows if row.result in ("new", "changed")})
        name = f"Import of {of(people, 'provider')} from {plan.file_name}"
        with (
            uncollected(lasting=True),
            stopping.heeding(progress) as heeded,
            history.step(name, closing=partial(committing, progress)),
        ):
            refuse_if_changed(plan.file_name, plan.step)
            import_id = _record(plan, today)
            write(plan, import_id, heeded)
            sourcing.seal(import_id)
            remembering.keep(plan, today)
    elif remembering.is_news(plan):
        with history.step(f"Remember how {plan.file_name} is read"):
            remembering.keep(plan, today)
    n = plan.counts
    return Outcome(name, n["new"], n["changed"], n["same"], n["skipped"], n["rejected"], n["doubtful"], import_id)


def _understood(
    workbook: Workbook,
    only: Collection[str] | None,
    corrected: Mapping[str, Correction],
    choices: Choices,
    today: date,
    progress: Progress,
) -> Sheets:
    with uncollected(lasting=True):
        replies, facilities = choices.answers.replies, list(Facility.select())
        home = dict.fromkeys(filter(None, (settings.load(Policy).state, *(each.state for each in facilities))))
        lists = {tbl: [name for (name,) in bulk.fetch(tbl, ("name",))] for tbl in set(LISTED.values())}
        with stages.stoppable(progress) as heeded:
            readings = recognize(
                workbook,
                only=only,
                corrected=corrected,
                answers=replies,
                meanings=choices.meanings,
                facilities_of_office=[facility.name for facility in facilities],
                lists_of_office=lists,
                today=today,
                progress=heeded,
            )
            for reading in readings:
                reading.meanings = choices.meanings
            return Sheets.of(workbook, readings, heeded, tuple(home))


def _compared(sheets: Sheets, choices: Choices, recalled: Recalled, today: date, progress: Progress) -> Plan:
    encrypted = database.key is not None or settings.load(Policy).invented
    with uncollected(lasting=True), stopping.heeding(progress) as heeded:
        office = known.fetch(
            {day for each in (None, *sheets.days) if (day := choices.day_of(each))}, backgrounds=sheets.has_backgrounds
        )
        with stages.stoppable(heeded) as asked:
            plan = comparing.compare(sheets, office, choices, encrypted=encrypted, progress=asked)
    plan.questions += telling.remembered(recalled, sheets.readings)
    plan.today = today
    plan.questions += [plan.day_asked] if plan.said is None else []
    return plan


def refuse_if_changed(file_name: str, step: int) -> None:
    """Ids and old values of a plan are those of the office it was made for; no step may lie between. Inside a step."""
    if bulk.newest_step(before=history.open_step()) != step:
        raise WorkbenchError(
            f"The office changed since the import of {file_name} was planned. Nothing was imported. "
            "Choose the file again, and look at the new plan."
        )


def _record(plan: Plan, today: date) -> int:
    record = RosterImport.create(
        file_name=plan.file_name,
        sha256=plan.sha256,
        imported=today,
        as_of=plan.as_of,
        rows=len(plan.rows),
        added=plan.counts["new"],
        changed=plan.counts["changed"],
        columns_read=json.dumps(sourcing.with_typed(plan), ensure_ascii=False),
    )
    return record.id


def write(plan: Plan, import_id: int, progress: Progress = quiet) -> None:
    """Rows added and changed by table, in the order in which they point at each other; then the file's own rows. Inside a step."""
    tables = [model._meta.table_name for model in MODELS]
    total = sum(len(plan.drafts.added[tbl]) + len(plan.drafts.changed[tbl]) for tbl in tables) + len(plan.rows)
    done = 0
    for tbl in tables:
        for write, rows in (
            (bulk.update, list(plan.drafts.changed[tbl].values())),
            (bulk.insert, plan.drafts.added[tbl]),
        ):
            for start in range(0, len(rows), _BLOCK):
                progress(done, total)
                block = rows[start : start + _BLOCK]
                write(tbl, COLUMNS[tbl], block)
                done += len(block)
    sourcing.keep(plan, import_id, lambda kept: progress(done + kept, total))
    progress(total, total)
