"""What is told of a plan besides its rows: columns left out, values left out or kept, rows that ask."""

from collections import Counter

from workbench.sheets import terms
from workbench.sheets.asking import Question, key_of
from workbench.sheets.known import Known
from workbench.sheets.own_lists import own_columns
from workbench.sheets.plan import PlanRow
from workbench.sheets.private import PRIVATE
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.wording import kept

BROUGHT = ("new", "changed", "same")
LISTED = {
    "Department": ("provider.department",),
    "Specialty": ("provider.specialty", "provider.subspecialty"),
    "Facility": ("appointment.facility",),
}
"""The office's own lists that an import may add to, and where a row names an entry; of categories, categories.py tells."""
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


def proposed(rows: list[PlanRow], entries: list[tuple[str, str]], known: Known) -> list[Question]:
    """Words that the office's own lists do not have, which come in as written; with the entry that may be meant."""
    new = {(sort, name.casefold()): name for sort, name in entries if sort in LISTED}
    if not new:
        return []
    counted = Counter(
        (row.sheet, key)
        for row in rows
        if row.result in BROUGHT
        for sort, targets in LISTED.items()
        for target in targets
        if (key := (sort, row.values.get(target, "").casefold())) in new
    )
    told = []
    for (sheet, key), count in counted.items():
        listed = [row[1] for row in known.tables[key[0].lower()]]
        meant = f": is it “{found}”?" if (found := _meant(new[key], listed)) else ""
        about = f"{key[0]} “{new[key]}” is not in the office's list{meant}"
        word = key_of("translate", key[0].lower(), key[1])
        told.append(Question(sheet, about, count, "added to the list as written", word))
    return told


def _meant(text: str, listed: list[str]) -> str:
    """The one entry that begins as a text does, word by word: Int Cardio, Interventional Cardiology."""
    parts = text.casefold().replace(".", " ").split()
    found = [entry for entry in listed if _shortens(parts, entry.casefold().split())]
    return found[0] if len(found) == 1 else ""


def _shortens(parts: list[str], words: list[str]) -> bool:
    return 0 < len(parts) <= len(words) and all(w.startswith(p) for p, w in zip(parts, words, strict=False))


def lines(readings: list[SheetReading]) -> list[Question]:
    """What is asked of columns, and of lines between the rows that may name a group, with what they were taken for."""
    return [
        *(question for reading in readings for question in reading.questions),
        *(Question(each.name, asked.about, asked.rows, asked.chosen) for each in readings for asked in each.asked),
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
