"""Cells that hold a social security number or a birth date among other words, or where none belongs: nobody keeps what they say.

Done once, before anything is made of the cells: records, kept rows, refused rows, questions and search have only what is left.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from workbench.records import private_texts
from workbench.sheets import own_births, own_ssns, targets
from workbench.sheets.asking import Question
from workbench.sheets.cell import private_days
from workbench.sheets.column.headings import load_synonyms, meaning
from workbench.sheets.files.looking import PARTLY_STRUCK
from workbench.sheets.private import BIRTH, SSN
from workbench.sheets.reading import Cell, Wrong
from workbench.sheets.recognizing import DataRow, SheetReading

WORDS = (None, "provider.notes")
"""Columns of free words, read or not: what is private is masked in them. From a name, a place or a number it is taken out."""
NAMES = frozenset({"person", "surname", "given", "middle", "suffix", "degree"})
TAX = frozenset({"tin", "code"})
"""Types of value in whose columns bare digits are social security numbers where most others are."""
DOTTED, OUT, NO_BIRTH = "not kept; dots stand for it", "left out", "not kept"
Change = Callable[[str], str]


def veil(reading: SheetReading, private: Mapping[int, str], ssns: frozenset[str] = frozenset()) -> list[Question]:
    """Take what is private out of the cells of a sheet and out of what is said of it; tells what was taken, by column.

    `private` are the columns of which it is told anyway, and what they hold; `ssns` the nine digits of the file's SSNs.
    """
    found: list[Question] = []
    changes: dict[int, dict[Cell, Cell]] = {}
    filed = [row.filed for row in reading.rows if row.filed]
    for at, column in enumerate(zip(*(row.cells for row in reading.rows), strict=True)):
        target, different = reading.columns.get(at), {*column, *(cells[at] for cells in filed)}
        changed = _changed(target, different, _is_name(reading, at))
        if at not in private:
            changed |= own_ssns.repeating(different - changed.keys(), ssns, target in WORDS)
        if changed:
            changes[at] = changed
            if at not in private:
                found += _told(reading, at, Counter(cell for cell in column if cell in changed))
    births = own_births.by_row(reading, private, _said(reading, changes))
    if changes:
        reading.rows = [_without(row, changes) for row in reading.rows]
    for at, count in own_births.take_out(reading, private, births, WORDS).items():
        found.append(_question(reading, at, count, "a birth date", NO_BIRTH))
    found += own_ssns.without_own(reading, private)
    _veil_words(reading)
    return found


def _changed(target: str | None, different: set[Cell], name: bool) -> dict[Cell, Cell]:
    """The cells of a column that are not kept as they are, and what becomes of each."""
    if target == SSN:
        return {}
    texts = [cell for cell in different if isinstance(cell, str)]
    kind = targets.kind(target) if target else ""
    if not private_texts.any_held(texts, name=name) and not (name and any(map(private_days.is_bare, texts))):
        return {}
    bare = name or kind in TAX and _are_mostly_ssns(different)
    change: Change = partial(private_texts.masked, name=name)
    if target not in WORDS:
        change = partial(private_texts.without, bare=bare, births=target != BIRTH, name=name)
    changed: dict[Cell, Cell] = {text: new for text in texts if (new := _by(change, text)) != text}
    if bare:
        changed |= {cell: None for cell in different if not isinstance(cell, str) and private_days.is_bare(cell)}
    return changed


def _by(change: Change, cell: str) -> Cell:
    """A cell after its change; one that cannot be read stays so."""
    if not isinstance(cell, Wrong):
        return change(cell) or None
    return Wrong(f"{PARTLY_STRUCK}{change(cell.written)}") if cell.written else cell


def _said(reading: SheetReading, changes: Mapping[int, Mapping[Cell, Cell]]) -> dict[int, dict[Cell, set[date]]]:
    """By column the cells that say a birth date in words or signs, and which."""
    return {
        at: {
            cell: private_days.births_in(cell, name=_is_name(reading, at)) for cell in changed if isinstance(cell, str)
        }
        for at, changed in changes.items()
    }


def _is_name(reading: SheetReading, at: int) -> bool:
    """Whether names stand in a column: by what it is read as, or would be if its cells were like names."""
    target = reading.columns.get(at)
    meant = (target,) if target else meaning(reading.headings.get(at, ""), load_synonyms()).targets
    return any(targets.kind(each) in NAMES for each in meant)


def _are_mostly_ssns(different: set[Cell]) -> bool:
    """Whether at least half of the different cells are written as social security numbers are."""
    shaped = sum(1 for cell in different if isinstance(cell, str) and private_texts.shaped(cell))
    return 2 * shaped >= len(different - {None})


def _told(reading: SheetReading, at: int, counted: Counter[Cell]) -> list[Question]:
    ssns = births = 0
    for cell, count in counted.items():
        ssn, birth = private_texts.held(str(cell), name=_is_name(reading, at))
        ssns += count * (ssn or not birth)
        births += count * birth
    kept = DOTTED if reading.columns.get(at) in WORDS else OUT
    return [
        _question(reading, at, count, what, chosen)
        for what, count, chosen in (("a social security number", ssns, kept), ("a birth date", births, NO_BIRTH))
        if count
    ]


def _question(reading: SheetReading, at: int, count: int, what: str, chosen: str) -> Question:
    held = f"{count:,} cell{' holds' if count == 1 else 's hold'} {what}"
    return Question(reading.name, f"Column {reading.label(at)}: {held}", count, chosen)


def _without(row: DataRow, changes: Mapping[int, Mapping[Cell, Cell]]) -> DataRow:
    filed = _amended(row.filed, changes) if row.filed else row.filed
    return row._replace(cells=_amended(row.cells, changes), filed=filed)


def _amended(cells: tuple[Cell, ...], changes: Mapping[int, Mapping[Cell, Cell]]) -> tuple[Cell, ...]:
    if not any(cells[at] in changed for at, changed in changes.items()):
        return cells
    return tuple(changes[at].get(cell, cell) if at in changes else cell for at, cell in enumerate(cells))


def _veil_words(reading: SheetReading) -> None:
    """What lines between the rows, headings and questions say: all of it is shown, and some of it is kept."""
    mask = private_texts.masked
    reading.headings = {at: mask(text) for at, text in reading.headings.items()}
    reading.skipped = [line._replace(text=mask(line.text), reason=mask(line.reason)) for line in reading.skipped]
    reading.notes = [mask(note) for note in reading.notes]
    reading.questions = [question._replace(about=mask(question.about)) for question in reading.questions]
    for asked in reading.asked:
        asked.about = mask(asked.about)
    carried = {id(row.carried): row.carried for row in reading.rows}
    veiled = {key: {target: mask(text) for target, text in said.items()} for key, said in carried.items()}
    if changed := {key for key, said in carried.items() if said != veiled[key]}:
        reading.rows = [
            row._replace(carried=veiled[id(row.carried)]) if id(row.carried) in changed else row for row in reading.rows
        ]
