"""The command that imports a roster: the same plan as the window shows, with the safe choice wherever a person would be asked."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Unpack

import typer

from workbench.actions import importing, refusing, returning
from workbench.actions.importing import Prepared, Wanted
from workbench.actions.returning import CameBack
from workbench.cli.speaking import (
    FILE,
    AsJson,
    OfficeFile,
    PassphraseFile,
    Refused,
    answer,
    opened,
    progress,
    refuse_over,
    table,
    today,
)
from workbench.sheets import answering, asking, meanings
from workbench.sheets import rejects as rejects_
from workbench.sheets.asking import Question
from workbench.sheets.comparison import businesses
from workbench.sheets.decisions import Choices
from workbench.sheets.plan import Plan
from workbench.sheets.recognizing import NoHeadings
from workbench.sheets.returned import ALL_ROWS, Returned
from workbench.store import places

MOST_LINES = 40
KEEP_APART = "Rows that may be somebody we know are new people; a row whose NPI somebody else has is refused."
ANSWER = (
    "What the file's formatting means: WHAT=ANSWER, where WHAT is “struck through”, “crossed out” or a color as the questions name it, "
    "perhaps with its sheet before (Active!yellow), and ANSWER is “bring in”, “leave out” or a status. Other questions are "
    "answered by their name and an answer that they offer (facilities=in; state=IL; Courtsey=Courtesy; row 12=out; company 12=in; "
    "of a text whose alphabet is not sure, alphabet=cp1250; the day that the roster stands for, “as of=2026-09-30”; "
    "where the file says otherwise than the office, differs=file for all of it, “differs license.expires=file” for one). "
    "May be given again."
)
MERGE_CERTAIN = (
    "Merge rows that would ask where it is certain: last, first and middle name and suffix agree, and besides them the NPI, "
    "a license, a DEA number, an office number or the birth date; and no number of the row is somebody else's. "
    "A name alone is never enough."
)


SENDER = "Take up what was decided about files from this sender, by its remembered name."
REJECTS = "Save refused and doubtful rows, and those taken for companies, as xlsx, with the reason."


def import_(
    file: Annotated[Path, typer.Argument(parser=places.to_read, metavar=FILE)],
    sheet: Annotated[list[str] | None, typer.Option(help="Only this sheet; may be given again.")] = None,
    profile: Annotated[str, typer.Option(help=SENDER)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    rejects: Annotated[Path | None, typer.Option(parser=places.to_write, metavar=FILE, help=REJECTS)] = None,
    said: Annotated[list[str] | None, typer.Option("--answer", help=ANSWER)] = None,
    keep_apart: Annotated[bool, typer.Option("--keep-apart", help=KEEP_APART)] = False,
    merge_certain: Annotated[bool, typer.Option("--merge-certain", help=MERGE_CERTAIN)] = False,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Import a roster: xlsx, xlsm, xls, xlsb, ods, csv, tsv, or a table in a web page."""
    if keep_apart and merge_certain:
        raise typer.BadParameter("Choose one of --keep-apart and --merge-certain.")
    _refuse_other_than_xlsx(rejects)
    choices, only = Choices(keep_apart=keep_apart, merge_certain=merge_certain), set(sheet) if sheet else None
    with opened(office, passphrase_file, write=not dry_run) as found:
        refuse_over(rejects, found.path, file)
        prepared = _prepared(file, only=only, choices=choices, profile=profile, progress=progress("Reading"))
        plan = _answered(prepared, said, file).plan
        if rejects:
            _save_rejects(plan, rejects)
        _refuse_nothing(plan, file)
        step = None if dry_run else _apply(plan)
        summary = plan.summary()
    answer(json, summary, _told(file, plan, summary, step))


def _prepared(file: Path, **wanted: Unpack[Wanted]) -> CameBack | Prepared:
    try:
        return returning.prepare(file, today=today(), **wanted)
    except NoHeadings as error:
        raise Refused(
            f"{error} Or import it in the window, which lets you point at the row of the headings."
        ) from error


def _refuse_other_than_xlsx(rejects: Path | None) -> None:
    if rejects and rejects.suffix.lower() != ".xlsx":
        raise Refused(
            f"{rejects.name} does not end in .xlsx, as rejected rows are saved. Nothing was changed. Name it so."
        )


def _answered(prepared: CameBack | Prepared, said: list[str] | None, file: Path) -> CameBack | Prepared:
    """The plan under what was said of the file; a list of ours that comes back asks whose values hold."""
    if not said:
        return prepared
    if isinstance(prepared, CameBack):
        added = prepared.plan.ordinary
        told = answering.answers_of(said, added.marks if added else (), file.name, prepared.plan.questions())
        return returning.replan(prepared, returning.answered(prepared, told.replies.chosen))
    plan = prepared.plan
    unasked = [plan.day_asked, *(businesses.of_row(row) for row in plan.rows if row.company)]
    told = answering.answers_of(said, plan.marks, file.name, plan.questions, unasked, today=prepared.today)
    choices = importing.replied(plan, prepared.choices, told.replies.chosen)
    answers = replace(choices.answers, marks={**choices.answers.marks, **told.marks})
    return importing.replan(prepared, choices=replace(choices, answers=answers))


def _save_rejects(plan: Plan | Returned, to: Path) -> None:
    returning.save_rejects(plan, to) if isinstance(plan, Returned) else refusing.save(plan, to)


def _apply(plan: Plan | Returned) -> str | None:
    shown = progress("Importing")
    if isinstance(plan, Returned):
        return returning.apply(plan, today=today(), progress=shown).step
    return importing.apply(plan, today=today(), progress=shown).step


def _refuse_nothing(plan: Plan | Returned, file: Path) -> None:
    """An import of which no row can be read is no import."""
    if plan.rows and all(row.result == "rejected" for row in plan.rows):
        why = plan.rows[0].happens.rstrip(".")
        mend = "Mend the rows, or save them with their reasons: --rejects OUT.xlsx."
        asked = _unanswered(plan)
        raise Refused(
            " ".join([f"No row of {file.name} can be imported: {why}. Nothing was changed.", *(asked or [mend])])
        )


def _told(file: Path, plan: Plan | Returned, summary: dict[str, Any], step: str | None) -> str:
    counts = ", ".join(
        f"{summary[name]:,} {name}" for name in ("added", "changed", "same", "skipped", "rejected", "doubtful")
    )
    lines = [f"{file.name}: {summary['rows']:,} rows: {counts}."]
    if isinstance(plan, Plan) and (kept := sum(row.result == "same" and bool(row.effects) for row in plan.rows)):
        lines.append(
            f"Of the same, {kept:,} {'says' if kept == 1 else 'say'} otherwise than the office in something; ours stayed."
        )
    lines += _of_a_list(plan) if isinstance(plan, Returned) else [*_as_of(plan), *plan.left_out, *_passed(plan)]
    if plan.not_taken and isinstance(plan, Returned):  # of a roster's the questions tell, and why
        lines.append(f"Sheets without headings that are known were left out: {', '.join(plan.not_taken)}.")
    lines += [
        *(_unread(summary) if isinstance(plan, Plan) else []),
        *_changes(summary),
        *_problems(summary),
        *_unanswered(plan),
        *_questions(summary),
    ]
    lines.append(f"Done: {step}" if step else "Nothing was written.")
    return "\n".join(lines)


def _as_of(plan: Plan) -> list[str]:
    """Which day the file's values are taken to be of, and who says so."""
    return [f"Stands for {plan.stands_for}."] if plan.as_of else []


def _passed(plan: Plan) -> list[str]:
    """What is said of the rows that are no data, sheet by sheet."""
    return [f"{each.name}: {each.passed}" for each in plan.readings if each.passed]


def _unread(summary: dict[str, Any]) -> list[str]:
    unread = [
        f"{each['name']}!{label}"
        for each in summary["sheets"]
        for label, target in each["columns"].items()
        if not target and not rejects_.is_reason(each["name"], label)
    ]
    return [f"Columns that were not recognized and not read: {'; '.join(unread)}."] if unread else []


def _changes(summary: dict[str, Any]) -> list[str]:
    """What changes of people who are known, value by value."""
    changes = [[each[name] or "—" for name in ("provider", "field", "old", "new")] for each in summary["changes"]]
    if not changes:
        return []
    shown = table(["Provider", "Changes", "From", "To"], changes[:MOST_LINES], widest=40)
    return [shown, *_more(len(changes), "--json lists them all")]


def _problems(summary: dict[str, Any]) -> list[str]:
    problems = [[each[name] for name in ("sheet", "row", "column", "value", "message")] for each in summary["problems"]]
    if not problems:
        return []
    shown = table(["Sheet", "Row", "Column", "Value", "Problem"], problems[:MOST_LINES], widest=48)
    return [shown, *_more(len(problems), "--rejects OUT.xlsx saves them all")]


def _unanswered(plan: Plan | Returned) -> list[str]:
    questions = plan.questions if isinstance(plan, Plan) else plan.questions()
    named = asking.called(questions)
    return [
        f'Not answered: {each.mark.about} in {each.mark.sheet}. Say --answer "{answering.called(each.mark)[0]}=ANSWER".'
        for each in (plan.marks if isinstance(plan, Plan) else ())
        if not each.given
    ] + [
        f'Not answered: {_sentence(each.about)} Say --answer "{named[each.key]}=ANSWER" with '
        f"{' or '.join(f'{option.key} ({option.says})' for option in each.options)}{', or YYYY-MM-DD' * each.takes_day}."
        for each in questions
        if each.options and _is_open(plan, each)
    ]


def _is_open(plan: Plan | Returned, asked: Question) -> bool:
    if not isinstance(plan, Plan):
        return asked.key == ALL_ROWS or asked.row > 0 or plan.ordinary is None or _is_open(plan.ordinary, asked)
    word = meanings.replied(plan.unsettled, asked.key, "")
    return word[0].chosen is None if word else asked.key not in plan.choices.answers.replies.chosen


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _questions(summary: dict[str, Any]) -> list[str]:
    asked = [
        f"{each['sheet']}{': ' if each['sheet'] else ''}{each['about']} ({each['chosen']})"
        for each in summary["questions"]
    ]
    return [*asked[:MOST_LINES], *_more(len(asked), "--json lists them all")]


def _more(count: int, where: str) -> list[str]:
    return [f"... and {count - MOST_LINES:,} more; {where}."] if count > MOST_LINES else []


def _of_a_list(plan: Returned) -> list[str]:
    """That it is a list of ours, and what came of it."""
    known = f"It is a list of this office ({plan.listed.title.lower()}): only what was edited in it is taken."
    lines = [known, "Nothing changed." if plan.untouched else f"{plan.counts['meanwhile']:,} changed here meanwhile."]
    return [
        *lines,
        *([f"Columns that are not the list's are not read: {'; '.join(plan.unread)}."] if plan.unread else []),
    ]


COMMANDS = (import_,)
