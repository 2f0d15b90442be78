"""How the cells of a sheet are written, told once from whole columns; with what would be asked about it.

A row that is corrected by hand is read by the same manners, which one row alone could not show.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import cells, day_manners, lost_zeros, name_order, no_words, several, specialties
from workbench.sheets.cell.converting import DATED
from workbench.sheets.cell.day_manners import DayColumn, DayManner
from workbench.sheets.cell.lost_zeros import Lost
from workbench.sheets.cell.name_order import FIRST, LAST, Orders
from workbench.sheets.cell.several import Spread
from workbench.sheets.cell.written import Written
from workbench.sheets.reading import Cell

HELD = "brought in without a day"
ZEROS_ALONE = "0 stands where nothing is known, as Excel's lookups leave it"
EACH = "each is taken by itself"
TWO, WRITTEN = (
    Option("two", "the first is the specialty, the other the second one"),
    Option("written", "kept as written"),
)
GROUPS, THEIRS = Option("group", "left out as a group's"), Option("theirs", "taken as each person's own")
SHARED = 3
"""Names beside one NPI from which it is a group's; two may be one person under two names."""


@dataclass(frozen=True)
class Manners:
    """What the columns of a sheet tell about their cells, by column."""

    days: Mapping[int, DayManner] = field(default_factory=dict)
    inside: Mapping[int, DayManner] = field(default_factory=dict)
    """Of days that stand inside cells of another kind."""
    two_specialties: bool = False
    """Whether a cell that holds two specialties is taken apart."""
    not_theirs: frozenset[Cell] = frozenset()
    """Cells of NPIs that stand beside several names."""
    name_order: str = "first"
    """Of full names without a comma: which name stands first, or each as it tells."""
    zeros: Mapping[int, Lost] = field(default_factory=dict)
    """Of columns of licenses whose numbers lost zeros, which."""


def told(sheets: Sequence[Written], answers: Replies) -> list[tuple[Manners, list[Question]]]:
    """The manners of the columns of each sheet, and the questions; days are looked at over the whole workbook."""
    spreads = [several.spread(written.columns, written.rows, written.constants) for written in sheets]
    dated: dict[day_manners.Key, DayColumn] = {}
    for written, (spread, _) in zip(sheets, spreads, strict=True):
        dated |= _dated(written, spread)
    days = day_manners.manners(dated, answers)
    order = name_order.of({text for written in sheets for text in _names_without_comma(written)})
    return [
        _told(written, counted, days, order, answers) for written, (_, counted) in zip(sheets, spreads, strict=True)
    ]


Days = Mapping[day_manners.Key, tuple[DayManner, list[Question]]]


def _told(
    written: Written, counted: Mapping[int, int], days: Days, order_of_all: Orders, answers: Replies
) -> tuple[Manners, list[Question]]:
    mine = {key: found for key, found in days.items() if key[0] == written.sheet}
    outside, inside = ({key[1]: found[0] for key, found in mine.items() if key[2] is each} for each in (False, True))
    specialty = _two_specialties(written, answers)
    groups, npi = _npis_of_groups(written, answers)
    lost, zeros = lost_zeros.told(written, answers)
    order, names = _name_order(written, order_of_all, answers)
    asked = [
        *_several(written, counted),
        *_two_surnames(written),
        *_held(written),
        *_zeros(written),
        *(question for _, questions in mine.values() for question in questions),
        *zeros,
        *(question for question in (specialty, npi, names) if question),
    ]
    takes_two = specialty is not None and specialty.chosen == TWO.says
    return Manners(outside, inside, takes_two, groups, order, lost), asked


def _several(written: Written, counted: Mapping[int, int]) -> list[Question]:
    about = "cells hold several values or a value with its day"
    return [
        Question(written.sheet, f"Column {written.labels[at]}: {about}", count, EACH)
        for at, count in counted.items()
        if count
    ]


def _held(written: Written) -> list[Question]:
    about = "it says who has one, and not until when"
    checked = [
        Question(
            written.sheet, f"Column {written.labels[at]}: checks that say who has one, and not until when", count, HELD
        )
        for at, target in written.columns.items()
        if target and _is_card(target) and (count := _checks(written, at))
    ]
    return checked + [
        Question(written.sheet, f"Column {written.labels[at]}: {about}", len(written.rows), HELD)
        for at, target in written.columns.items()
        if target and target.endswith(".held")
    ]


def _zeros_in(written: Written, at: int, target: str) -> int:
    """How many cells of a column are the 0 of a blank: each different cell is looked at once."""
    cell_of, kind = itemgetter(at), targets.kind(target)
    zeros = {cell for cell in set(map(cell_of, written.rows)) if no_words.means_blank(kind, cell)}
    return sum(1 for row in written.rows if cell_of(row) in zeros) if zeros else 0


def _zeros(written: Written) -> list[Question]:
    """Columns in which a lookup gave 0 for a blank."""
    counted = [(at, _zeros_in(written, at, target)) for at, target in written.columns.items() if target]
    return [
        Question(written.sheet, f"Column {written.labels[at]}: {ZEROS_ALONE}", count, "read as a blank")
        for at, count in counted
        if count
    ]


def _checks(written: Written, at: int) -> int:
    """How many cells of a column are checks."""
    counted = Counter(cell for row in written.rows if isinstance(cell := row[at], str))
    return sum(count for cell, count in counted.items() if cells.flag(cell))


def _is_card(target: str) -> bool:
    sort, _, attribute = targets.plain(target).partition(".")
    return attribute == "expires" and sort in targets.SORTS and sort not in targets.NUMBERED_SORTS


def _dated(written: Written, spread: list[Spread]) -> dict[day_manners.Key, DayColumn]:
    """The columns of days of a sheet."""
    found: dict[day_manners.Key, DayColumn] = {}
    for each in spread:
        if targets.kind(each.target) in DATED:
            key = written.sheet, each.column, each.inside
            before = found[key].cells if key in found else ()
            cells_of = [*before, *each.cells] if before else each.cells
            found[key] = DayColumn(
                written.sheet, written.labels[each.column], each.target, cells_of, written.counts_later
            )
    return found


def _two_specialties(written: Written, answers: Replies) -> Question | None:
    at = written.column_of("provider.specialty")
    if at is None or written.column_of("provider.subspecialty") is not None:
        return None
    column = [row[at] for row in written.rows]
    found = specialties.told_apart(set(column))
    if not found:
        return None
    key = key_of("specialties", written.sheet, written.labels[at])
    shown, count = " ".join(str(next(iter(found))).split()), sum(1 for cell in column if cell in found)
    about = f"Column {written.labels[at]}: cells as “{shown}” hold two specialties"
    chosen = answers.to(key, (TWO, WRITTEN), TWO.key)
    return Question(written.sheet, about, count, chosen.says, key, (TWO, WRITTEN))


def _names_without_comma(written: Written) -> list[str]:
    at = written.column_of("provider.full_name")
    texts = () if at is None else [cell for row in written.rows if isinstance(cell := row[at], str)]
    alone = {text for text in set(texts) if name_order.has_no_comma(text)}
    return [text for text in texts if text in alone]


def _name_order(written: Written, together: Orders, answers: Replies) -> tuple[str, Question | None]:
    """The order of names without a comma; a sheet whose names tell little is written as the others of the file."""
    column = _names_without_comma(written)
    found = name_order.of(set(column)) if column else Orders()
    if found.last + found.first < name_order.FEW:
        found = together
    label = written.labels[written.column_of("provider.full_name") or 0] if column else ""
    said = name_order.said_by(label)
    safe = found.safe_under(said)
    if not column or safe is FIRST or said == safe.key:
        return safe.key if column else FIRST.key, None
    key, plain = key_of("name_order", written.sheet, label), (LAST, FIRST, name_order.EACH)
    options = plain if safe in plain else (*plain, safe)
    chosen = answers.to(key, options, safe.key)
    about = f"Column {label}: names as {column[0]} have no comma between the names, and the last name may stand first"
    return chosen.key, Question(written.sheet, about, len(column), chosen.says, key, options)


def _two_surnames(written: Written) -> list[Question]:
    """Names whose last two words may be one surname: which it is, only a comma tells."""
    may = [text for text in _names_without_comma(written) if name_order.may_have_two_surnames(text)]
    if not may:
        return []
    label = written.labels[written.column_of("provider.full_name") or 0]
    about = f"Column {label}: in names as {may[0]} the last two words may be one last name"
    return [Question(written.sheet, about, len(may), "the last word is read as the last name")]


def _npis_of_groups(written: Written, answers: Replies) -> tuple[frozenset[Cell], Question | None]:
    """NPIs that several names share: one person's is nobody else's, so they are a group's."""
    at = written.column_of("provider.npi")
    who = [column for column, target in written.columns.items() if target in _NAMES]
    if at is None or not who:
        return frozenset(), None
    counted = Counter(row[at] for row in written.rows)
    often = {cell for cell, count in counted.items() if count >= SHARED and _may_be_an_npi(cell)}
    shared = _beside_several(written.rows, at, who, often)
    if not shared:
        return frozenset(), None
    more = "" if len(shared) == 1 else f" and {len(shared) - 1} more"
    label = written.labels[at]
    about = f"Column {label}: NPI {cells.typed(shared[0])}{more} stands beside several names, as a group's does"
    key = key_of("group_npi", written.sheet, label)
    chosen = answers.to(key, (GROUPS, THEIRS), GROUPS.key)
    rows = sum(counted[cell] for cell in shared)
    question = Question(written.sheet, about, rows, chosen.says, key, (GROUPS, THEIRS))
    return frozenset(shared) if chosen is GROUPS else frozenset(), question


_NAMES = frozenset(["provider.full_name", "provider.last", "provider.first"])


def _may_be_an_npi(cell: Cell) -> bool:
    return any(map(str.isdigit, cells.typed(cell))) and not no_words.is_zero(cell)


def _beside_several(rows: Sequence[tuple[Cell, ...]], at: int, who: list[int], often: set[Cell]) -> list[Cell]:
    names: dict[Cell, set[tuple[str, ...]]] = {}
    for row in rows if often else ():
        if row[at] in often:
            said = tuple(cells.typed(row[each]).casefold() for each in who if row[each] is not None)
            names.setdefault(row[at], set()).add(said)
    return [cell for cell, found in names.items() if len(found - {()}) >= SHARED]
