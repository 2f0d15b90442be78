"""What is told of a plan besides its rows: columns left out, values left out or kept, rows that ask."""

from collections import Counter

from workbench.sheets import terms
from workbench.sheets.known import Known
from workbench.sheets.plan import PlanRow, Question
from workbench.sheets.private import PRIVATE
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.wording import kept

BROUGHT = ("new", "changed", "same")


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


def lines(readings: list[SheetReading]) -> list[Question]:
    """Lines between the rows that may name a group, and what they were taken for."""
    return [
        Question(reading.name, asked.about, asked.rows, asked.chosen) for reading in readings for asked in reading.asked
    ]


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
