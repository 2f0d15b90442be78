"""What is told of how a sheet looks: what is hidden, filled or commented and was read like the rest, and what was not looked at."""

from workbench.records import private_texts
from workbench.sheets.asking import Question
from workbench.sheets.comparison.color_names import color_name
from workbench.sheets.look import Look
from workbench.sheets.painted import MarkAsked, Marks
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.taken import Sheets

LIKE_THE_OTHERS = "read like the others"
UNSEEN = ("xls", "xlsb", "ods", "xlsx", "xlsm", "xml")
"""Kinds of files that may have a look; a text table has none."""
MOST_TOLD = 12


def told(sheets: Sheets) -> list[Question]:
    """What is told of the sheets that are taken of a file."""
    found = []
    for reading, sheet, each in zip(sheets.readings, sheets.seen, sheets.marks, strict=True):
        if sheet.look is None:
            found += [_unseen(reading, sheets.workbook.kind)] if sheets.workbook.kind in UNSEEN else []
        else:
            found += [*_hidden(reading, sheet.look), *_filled(reading, each), *_loose_comments(reading, sheet.look)]
    return found


def asked(marks: list[MarkAsked]) -> list[Question]:
    """The marks of the file, and what becomes of each."""
    return [Question(each.mark.sheet, each.mark.about, len(each.mark.rows), each.chosen) for each in marks]


def _unseen(reading: SheetReading, kind: str) -> Question:
    about = "Number formats (zeros or letters that only they show), colors, strikethrough, hidden rows and columns, comments, "
    about += "and errors that cells show"
    is_xlsx = kind in ("xlsx", "xlsm")
    chosen = "not looked at, since the file is written unlike any program does; save it anew in Excel to have them read"
    chosen = chosen if is_xlsx else "not looked at in this format; save it as xlsx to have them read"
    return Question(reading.name, about, len(reading.rows), chosen)


def _hidden(reading: SheetReading, look: Look) -> list[Question]:
    rows = sum(1 for row in reading.rows if row.number in look.hidden_rows)
    columns = [reading.label(at) for at in reading.columns if at in look.hidden_columns and _holds(reading, at)]
    found = []
    if rows:
        is_one = rows == 1
        found.append(
            Question(reading.name, f"{rows:,} row{' is' if is_one else 's are'} hidden", rows, LIKE_THE_OTHERS)
        )
    if columns:
        is_one = len(columns) == 1
        about = f"Column{' ' if is_one else 's '}{', '.join(columns[:MOST_TOLD])}{' is' if is_one else ' are'} hidden"
        found.append(Question(reading.name, about, len(reading.rows), LIKE_THE_OTHERS))
    return found


def _holds(reading: SheetReading, at: int) -> bool:
    """Whether a column holds anything: what the program keeps for itself in a list of ours is taken out of it before."""
    return at in reading.headings or any(at < len(row.cells) and row.cells[at] is not None for row in reading.rows)


def _filled(reading: SheetReading, marks: Marks) -> list[Question]:
    return [
        Question(
            reading.name,
            f"{count:,} cell{' is' if count == 1 else 's are'} filled {color_name(color)} in column {reading.label(at)}",
            count,
            LIKE_THE_OTHERS,
        )
        for at, color, count in marks.cells[:MOST_TOLD]
    ]


def _loose_comments(reading: SheetReading, look: Look) -> list[Question]:
    data = {row.number for row in reading.rows}
    loose = [
        f"{reading.letter(c.column)}{c.row} “{private_texts.masked(c.text)[:60]}”"
        for c in look.comments
        if c.row not in data
    ]
    if not loose:
        return []
    about = f"Comments beside nobody: {'; '.join(loose[:MOST_TOLD])}"
    return [Question(reading.name, about, len(loose), "left out")]
