"""What is told of a plan besides its rows: columns left out, values left out or kept, rows that ask."""

from collections import Counter

from workbench.sheets import terms
from workbench.sheets.known import Known
from workbench.sheets.own_lists import own_columns
from workbench.sheets.plan import PlanRow, Question
from workbench.sheets.private import PRIVATE
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.wording import kept

BROUGHT = ("new", "changed", "same")
STATED = "not read back: a value that is imported is stated, not verified; verify it at its source"


def left_out(
    reading: SheetReading, private: dict[int, str], withheld: dict[int, bool]
) -> tuple[list[str], list[Question]]:
    """The columns of a sheet that an office without encryption does not take, read or not."""
    sentences, questions = [], []
    for at, nothing in withheld.items():
        if nothing:
            what = f"Column {reading.label(at)} ({PRIVATE[private[at]].lower()})"
            sentences.append(
                f"{what} is left out, because this office is not encrypted. Encrypt it, then import again."
            )
            questions.append(Question(reading.name, what, len(reading.rows), "left out: the office is not encrypted"))
    return sentences, questions


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


def noted(rows: list[PlanRow]) -> list[Question]:
    """What was left out or left open, once for all rows that say the same; then row by row what asks or was kept."""
    counted = Counter((row.sheet, note) for row in rows if row.result in BROUGHT for note in row.notes)
    told = [Question(sheet, note, count, "left out") for (sheet, note), count in counted.items()]
    for row in rows:
        if row.result in ("doubtful", "skipped"):
            told.append(Question(row.sheet, f"Row {row.number}, {row.provider}: {row.happens}", 1, "left out"))
        elif row.result in BROUGHT:
            about = f"Row {row.number}, {row.provider}"
            told += [Question(row.sheet, f"{about}: {said}", 1, "kept ours") for said in kept(row)]
            told += [Question(row.sheet, f"{about}: {said}", 1, "brought in") for said in row.told]
    return told
