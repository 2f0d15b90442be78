"""People as blocks of labels and values over several rows, as report writers export them, turned into a table of one row each.

    Name: NGO, Ruth N., MD     NPI: 1382810863
    License: 036-119204        State: IL          Exp: 7/31/2027

A label ends in a colon; its value stands behind it, in the next cell, or in the rows below it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from workbench.sheets.asking import Question
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning, normal
from workbench.sheets.column.layout import IDENTITY, Headings
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.row import abreast, label_columns
from workbench.sheets.row.group_names import is_furniture
from workbench.sheets.row.labels import Pair, Placed, labels, placed, said, says_standing, singular, text_of
from workbench.sheets.row.lines import PAGE
from workbench.sheets.row.sections import Sections
from workbench.sheets.row.signing_off import closes

LOOKED_AT = 400
_STANDING = "Staff Status"
_STANDINGS = frozenset(["status", "staff status"])
LEAST = 2
"""Blocks from which a sheet is one of blocks."""


@dataclass
class Blocks:
    """A sheet of blocks as a table: headings in its first row, the rows at which its people begin, and lines between them."""

    table: Sheet
    headings: Headings
    numbers: list[int]
    first: int
    lines: list[tuple[int, str]] = field(default_factory=list)
    beside: list[tuple[int, str]] = field(default_factory=list)
    """What stands in a block without a label and is not read."""
    asked: list[Question] = field(default_factory=list)
    """What is said of people beside them."""


def apart(sheet: Sheet, synonyms: Synonyms) -> list[Sheet]:
    """The columns of blocks that stand side by side, each as a sheet; empty where there is one, or the sheet is none of blocks."""
    begins = _beginning(sheet, synonyms)
    return abreast.apart(sheet, begins, synonyms) if begins else []


def find(sheet: Sheet, synonyms: Synonyms) -> Blocks | None:
    """The sheet as a table, if it is one of blocks."""
    if begins := _beginning(sheet, synonyms, 1 if sheet.abreast else LEAST):
        first, asked = abreast.first_alone(sheet, begins, synonyms)
        return replace(_Reading(first, synonyms, begins).table(), asked=asked)
    labeled = label_columns.with_colons(sheet, synonyms)
    if labeled is None:
        return None
    least = 1 if label_columns.is_of_one(sheet, synonyms) else LEAST
    begins = _beginning(labeled, synonyms, least)
    return _Reading(labeled, synonyms, begins).table() if begins else None


def _beginning(sheet: Sheet, synonyms: Synonyms, least: int = LEAST) -> str | None:
    """The label with which every block begins: who it is about, said so many times at least among other labels."""
    counted: Counter[str] = Counter()
    who: list[str] = []
    for row in sheet.rows[:LOOKED_AT]:
        for label, _ in labels(row) if not _are_headings(row, synonyms) else ():
            key = normal(label, synonyms.words)
            counted[key] += 1
            if IDENTITY & set(meaning(label, synonyms).targets) and key not in who:
                who.append(key)
    for key in who:
        others = [count for other, count in counted.items() if other != key and 2 * count >= counted[key]]
        if counted[key] >= least and len(others) >= 2:
            return key
    return None


def _are_headings(row: tuple[Cell, ...], synonyms: Synonyms) -> bool:
    """ "Provider: Last Name | Provider: NPI": a row whose labels come again before what are headings themselves."""
    found = list(labels(row))
    again = len(found) > len({normal(label, synonyms.words) for label, _ in found})
    return again and 2 * sum(1 for _, value in found if meaning(value, synonyms).known) > len(found)


class _Reading:
    """Reads the blocks from top to bottom."""

    def __init__(self, sheet: Sheet, synonyms: Synonyms, begins: str) -> None:
        self._sheet, self._synonyms, self._begins = sheet, synonyms, begins
        self._records: list[tuple[int, list[Pair]]] = []
        self._lines: list[tuple[int, str]] = []
        self._beside: list[tuple[int, str]] = []
        """What stands in a block without a label and is not read."""
        self._going_on: dict[int, int] = {}
        """By column of the row before which pair of its person has its value there."""
        self._inside = False
        """Whether no blank row stands between this row and those of its person."""
        self._empty: dict[int, str] = {}
        """By column a label of the row before whose value may stand below it."""
        self._following: tuple[Cell, ...] = ()
        self._sections = Sections(synonyms, has_category=False)
        self._open: str = ""
        self._below: list[tuple[Cell, ...]] = []

    def table(self) -> Blocks:
        """The table of all blocks."""
        for index, row in enumerate(self._sheet.rows):
            self._following = self._sheet.rows[index + 1] if index + 1 < len(self._sheet.rows) else ()
            self._take(self._sheet.first_row + index, row)
        self._close()
        return self._made()

    def _take(self, number: int, row: tuple[Cell, ...]) -> None:
        if row.count(None) == len(row):
            self._close()
            self._going_on, self._empty, self._inside = {}, {}, False
            return
        if label := self._titles(row):  # "License:" with State, Number, Expires behind it
            self._close()
            self._open, self._below = label, [tuple(None if cell == row[0] else cell for cell in row)]
            return
        found = list(placed(row, self._synonyms))
        if not any(each.label for each in found):
            self._take_line(number, row)
            return
        self._close()
        if any(self._key(each.label) == self._begins for each in found):
            self._records.append((number, []))
            self._going_on, self._empty = {}, {}
        if not self._records:
            self._lines.append((number, text_of(row)))
            return
        self._take_pairs(number, found)
        self._inside = True
        last = next(each for each in reversed(found) if each.label)
        self._open = last.label if last.value is None else ""

    def _take_pairs(self, number: int, found: list[Placed]) -> None:
        """The values of a row: each of its label, or going on with the value above it, or beside another."""
        pairs = self._records[-1][1]
        going_on: dict[int, int] = {}
        empty = {each.column: each.label for each in found if each.value is None}
        for each in found:
            if not each.label:
                self._take_unlabeled(number, each, going_on)
            elif each.value is not None:
                pairs.append(Pair(each.label, each.value))
                going_on[each.column] = len(pairs) - 1
        self._going_on = going_on
        self._empty = empty | {column + 1: label for column, label in empty.items()}

    def _take_unlabeled(self, number: int, each: Placed, going_on: dict[int, int]) -> None:
        """A cell without a label: how the person stands, a further line of the value above it, or what is told and not read."""
        pairs, text = self._records[-1][1], said((each.value,))
        at = self._going_on.get(each.column)
        if says_standing(text):
            self._add_standing(text)
        elif at is not None:
            label, before = pairs[at]
            pairs[at] = Pair(label, f"{before if isinstance(before, str) else said((before,))}\n{text}")
            going_on[each.column] = at
        elif each.column in self._empty:
            pairs.append(Pair(self._empty[each.column], each.value))
            going_on[each.column] = len(pairs) - 1
        else:
            self._beside.append((number, text))

    def _add_standing(self, text: str) -> None:
        """What says how somebody stands, of this person: beside the name, below the block's other values."""
        pairs = self._records[-1][1]
        at = next((n for n, pair in enumerate(pairs) if self._key(pair.label) in _STANDINGS), None)
        if at is None:
            pairs.insert(1, Pair(_STANDING, text))
            self._going_on = {column: n + (n > 0) for column, n in self._going_on.items()}
        else:
            pairs[at] = Pair(pairs[at].label, f"{pairs[at].value}\n{text}")

    def _take_line(self, number: int, row: tuple[Cell, ...]) -> None:
        """A row without labels: what an open label says, what goes on with the block, or a line between the blocks."""
        if self._open and self._records:
            self._below.append(row)
        elif self._records and self._names_credentials(row):
            self._open = text_of(row)
        elif self._inside and not self._is_between(text_of(row)):
            self._take_pairs(number, list(placed(row, self._synonyms)))
        else:
            self._lines.append((number, text_of(row)))

    def _is_between(self, text: str) -> bool:
        """Whether a line below a block leads to the next one, or is the page's: "Department of Medicine", "Page 1 of 3"."""
        if PAGE.match(text) or is_furniture(text) or closes(text):
            return True
        if not self._sections.of(text) or any(map(str.isdigit, text)):
            return False
        keys = [self._key(label) for label, _ in labels(self._following)]
        return self._begins in keys or not keys and not says_standing(text)

    def _titles(self, row: tuple[Cell, ...]) -> str:
        """The label of a small table whose headings stand behind it in the same row; "" for any other row."""
        filled = [one_line(cell) for cell in row if cell is not None]
        label = filled[0].rstrip(": ") if filled and filled[0].endswith(":") and row[0] is not None else ""
        heads = filled[1:]
        if not label or not self._records or len(heads) < 2 or any(":" in head for head in heads):
            return ""
        found = meaning(label, self._synonyms)
        return label if found.sort and all(self._means(label, head) for head in heads) else ""

    def _names_credentials(self, row: tuple[Cell, ...]) -> bool:
        """A cell alone that is a heading for credentials: "Licenses" above a small table."""
        filled = [cell for cell in row if cell is not None]
        return len(filled) == 1 and isinstance(filled[0], str) and bool(meaning(filled[0], self._synonyms).sort)

    def _close(self) -> None:
        """The rows below an open label are over: a small table with headings, or values line by line."""
        rows, label = self._below, self._open
        self._below, self._open = [], ""
        if not rows:
            return
        heads = [one_line(cell) for cell in rows[0]]
        known = [text for text in heads if text and self._means(label, text)]
        pairs = self._records[-1][1]
        if len(rows) > 1 and len(known) >= 2 and len(known) == sum(1 for cell in rows[0] if cell is not None):
            for row in rows[1:]:
                pairs += [
                    Pair(f"{singular(label)} {head}", cell)
                    for head, cell in zip(heads, row, strict=True)
                    if head and cell is not None
                ]
        else:
            pairs.append(Pair(label, "\n".join(said(row) for row in rows)))

    def _means(self, label: str, text: str) -> bool:
        found = meaning(f"{singular(label)} {text}", self._synonyms)
        return found.known or bool(found.attributes)

    def _key(self, label: str) -> str:
        return normal(label, self._synonyms.words)

    def _made(self) -> Blocks:
        order: list[tuple] = []
        rows: list[dict[tuple, Cell]] = []
        for _, pairs in self._records:
            said = dict(self._keyed(pairs))
            for key in said:
                if key not in order:
                    same = [n for n, other in enumerate(order) if other[:2] == key[:2]]
                    order.insert(same[-1] + 1 if same else len(order), key)
            rows.append(said)
        texts = {n: key[4] for n, key in enumerate(order)}
        table = [tuple(texts.values()), *(tuple(said.get(key) for key in order) for said in rows)]
        numbers = [number for number, _ in self._records]
        made = Sheet(self._sheet.name, self._sheet.visible, table, numbers[0])
        return Blocks(made, Headings((0,), texts, float(len(texts))), numbers, numbers[0], self._lines, self._beside)

    def _keyed(self, pairs: list[Pair]) -> Iterator[tuple[tuple, Cell]]:
        """Each value by its place: the label that it belongs to, which of that name it is, and its own label."""
        seen: Counter[tuple] = Counter()
        about: tuple[str, int] = ("", 0)
        for label, value in pairs:
            own, found = self._key(label), meaning(label, self._synonyms)
            if found.known:
                seen[(own,)] += 1
                about = own, seen[(own,)]
                yield (*about, "", 0, label), value
            else:
                seen[(*about, own)] += 1
                yield (*about, own, seen[(*about, own)], label), value
