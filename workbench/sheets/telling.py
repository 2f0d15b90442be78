"""What is told of a plan besides its rows: columns left out, values left out or kept, rows that ask."""

from collections import Counter
from collections.abc import Collection

from workbench.records import texts
from workbench.records.words import of
from workbench.sheets import targets
from workbench.sheets.asking import Question, key_of
from workbench.sheets.cell.honors import NO_PART
from workbench.sheets.comparison import terms
from workbench.sheets.comparison.effects import KEPT
from workbench.sheets.comparison.list_words import WAITS
from workbench.sheets.comparison.strangers import LEFT_OUT
from workbench.sheets.decisions import DIFFERS, FILE, OURS
from workbench.sheets.known import Known
from workbench.sheets.own_lists import own_columns
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.private import PRIVATE
from workbench.sheets.reading import Workbook
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.remembering import Recalled
from workbench.sheets.wording import kept

MOST_NAMED = 40
BROUGHT = ("new", "changed", "same")
LISTED = {
    "Department": ("provider.department",),
    "Specialty": ("provider.specialty", "provider.subspecialty"),
    "Facility": ("appointment.facility",),
}
"""The office's own lists that an import may add to, and where a row names an entry; of categories, categories.py tells."""
HIDDEN, NO_HEADINGS = "The sheet is hidden", "No heading on the sheet is known"
STATED = "not read back: a value that is imported is stated, not verified; verify it at its source"


def left_out(
    reading: SheetReading, private: dict[int, str], withheld: dict[int, bool], hidden: Collection[str]
) -> tuple[list[str], list[Question]]:
    """The columns of a sheet that an office without encryption does not take, read or not; hidden are what it does not take."""
    sentences, questions = [], []
    for at, nothing in withheld.items():
        if nothing:
            what, chosen = f"Column {reading.label(at)} ({PRIVATE[private[at]].lower()})", "not read, and not kept"
            if private[at] in hidden:
                chosen = "left out: the office is not encrypted"
                sentences.append(
                    f"{what} is left out, because this office is not encrypted. Encrypt it, then import again."
                )
            questions.append(Question(reading.name, what, len(reading.rows), chosen))
    return sentences, questions


def not_taken(workbook: Workbook, names: Collection[str]) -> list[Question]:
    """Of the sheets that were left out which are hidden, and of which no heading is known."""
    asked = []
    for sheet in workbook.sheets:
        rows = sum(1 for row in sheet.rows if any(cell is not None for cell in row))
        if sheet.name in names and rows:
            why = NO_HEADINGS if sheet.visible else HIDDEN
            asked.append(
                Question(sheet.name, why, rows, "left out" if sheet.visible else "left out; choose it to take it")
            )
    return asked


def unkept(readings: list[SheetReading], known: Known) -> list[Question]:
    """Columns of a sort of credential that the office took off its list."""
    return [
        Question(
            reading.name,
            f"Column {reading.label(at)}",
            len(reading.rows),
            "left out: the office keeps no credential of this kind",
        )
        for reading in readings
        for at, target in reading.columns.items()
        if target and (place := terms.place_of(target)) and place[1] and place[1] not in known.sorts
    ]


def unread(readings: list[SheetReading]) -> list[Question]:
    """Columns of a list of ours that are not read back: how a credential was verified is not what a sheet can state."""
    told = []
    for reading in readings:
        own = own_columns(reading.headings)
        unread = [at for at, target in own.items() if target is None]
        labels = [reading.label(at) for at in unread if any(row.cells[at] is not None for row in reading.rows)]
        if labels:
            told.append(Question(reading.name, f"Columns {', '.join(labels)}", len(reading.rows), STATED))
    return told


def proposed(rows: list[PlanRow], entries: list[tuple[str, str]]) -> list[Question]:
    """Words that the office's own lists do not have, which come in as written: those that may mean an entry wait and are asked."""
    new = {(sort, name.casefold()): name for sort, name in entries if sort in LISTED}
    if not new:
        return []
    counted = Counter(
        (row.sheet, key)
        for row in rows
        if row.result in BROUGHT
        for sort, named in LISTED.items()
        for target in named
        if (key := (sort, row.values.get(target, "").casefold())) in new
    )
    told = []
    for (sheet, key), count in counted.items():
        about = f"{key[0]} “{new[key]}” is not in the office's list"
        told.append(Question(sheet, about, count, "added to the list as written"))
    return told


def lines(readings: list[SheetReading]) -> list[Question]:
    """What is asked of columns, and of lines between the rows that may name a group, with what they were taken for."""
    return [
        *(question for reading in readings for question in reading.questions),
        *(Question(each.name, asked.about, asked.rows, asked.chosen) for each in readings for asked in each.asked),
    ]


def remembered(recalled: Recalled, readings: list[SheetReading]) -> list[Question]:
    """What was decided before about sheets of this look, and holds again."""
    told = []
    for reading in readings:
        layout = recalled.layouts.get(reading.name)
        if layout is None:
            continue
        said = [
            of(count, word)
            for count, word in (
                (len(layout.columns), "column"),
                (len(layout.meanings), "word"),
                (len(layout.marks) + len(layout.replies), "answer"),
            )
            if count
        ]
        what = ", ".join(said[:-1]) + " and " * (len(said) > 1) + said[-1] if said else "the row of the headings"
        about = f"{what[:1].upper()}{what[1:]} of files from “{layout.sender}”"
        told.append(Question(reading.name, about, len(reading.rows), f"as decided on {texts.day(layout.used)}"))
    return told


def missing(rows: list[PlanRow]) -> list[Question]:
    """Who of the current staff is not in the file."""
    if not rows:
        return []
    names = "; ".join(row.provider for row in rows[:MOST_NAMED])
    more = f" and {len(rows) - MOST_NAMED} more" if len(rows) > MOST_NAMED else ""
    are = "person of the current staff is" if len(rows) == 1 else "of the current staff are"
    about = f"{len(rows):,} {are} not in this file: {names}{more}"
    return [Question("", about, len(rows), "left as they are: absence ends nobody's membership")]


def noted(rows: list[PlanRow]) -> list[Question]:
    """What was left out or left open, once for all rows that say the same; then row by row what asks or was kept."""
    counted = Counter(
        (row.sheet, note) for row in rows if row.result in BROUGHT for note in row.notes if note[-len(WAITS) :] != WAITS
    )
    told = [
        Question(sheet, note, count, "kept in the remarks" if note.endswith(NO_PART) else "left out")
        for (sheet, note), count in counted.items()
    ]
    for row in rows:
        if row.result == "skipped" and row.notes[-1] in (
            LEFT_OUT,
            row.mark and row.mark.left_out,
        ):  # its group was told
            continue
        if row.result in ("doubtful", "skipped"):
            told.append(Question(row.sheet, f"Row {row.number}, {row.provider}: {row.happens}", 1, "left out"))
        elif row.result in BROUGHT:
            about = f"Row {row.number}, {row.provider}"
            told += [Question(row.sheet, f"{about}: {said}", 1, "kept ours") for said in kept(row)]
            told += [Question(row.sheet, f"{about}: {said}", 1, "brought in") for said in row.told]
    return told


def differing(rows: list[PlanRow], taking: Collection[str]) -> list[Question]:
    """What of the rows differs from what the office has, once for all rows: whether ours stay, or the file's are taken in all."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row.result in BROUGHT and (row.preferred or any(effect.verb == KEPT for effect in row.effects)):
            counted.update(list(dict.fromkeys(targets.plain(each.target) for each in row.disputed)))
    told = []
    for target, count in counted.most_common():
        chosen = FILE if target in taking else OURS
        about = f"{targets.title(target)}: the file differs from ours"
        told.append(Question("", about, count, chosen.says, key_of(DIFFERS, "", target), (OURS, FILE)))
    return told
