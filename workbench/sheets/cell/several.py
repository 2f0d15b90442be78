"""Columns in which a cell holds several values: each gets its place, and what cannot be told apart is said.

A sheet without such cells costs one look at each column of credentials.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.records import places
from workbench.sheets import targets
from workbench.sheets.cell import (
    board_cells,
    cells,
    halves,
    number_tokens,
    packed_cells,
    parallel,
    specialties,
    stated_numbers,
)
from workbench.sheets.cell.dates import YEAR_FIRST
from workbench.sheets.cell.packed_cells import Part
from workbench.sheets.reading import Cell, Wrong

_NUMBERS = re.compile(
    r"[;\n|]|\bexp\b|\bexp[.:]|\bexpires|(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)"
    rf"|(?<=[\s/(]){YEAR_FIRST}"
    r"|(?<=[\s/])\d{1,2}[-.]\d{1,2}[-.]\d{4}(?!\d)|(?<=[\s/]/)\s*\d{1,2}[-.]\d{1,2}[-.]\d{2}(?!\d)|\s/\s*(?-i:[A-Z]{2})\s*$",
    re.IGNORECASE,
)
_BOARDS = re.compile(
    r"/\s*\d{1,2}[-.]\d{1,2}[-.]\d{2}(?!\d)|[;\n|]|(?:19|20)\d\d\b|\d/\d{1,2}/\d|\([^)]*,|\blifetime|\bindefinite",
    re.IGNORECASE,
)
_NUMBER_SIGNS = (";", "\n", "|", "exp", "/", "-20", " 20", "(20")
_BOARD_SIGNS = (";", "\n", "|", "19", "20", "/", "(", "lifetime", "indefinite")
"""Without one of these neither pattern is found."""
_PARTING = frozenset(" \t\n\r\xa0,;&+/|(")
"""Signs without one of which no text holds two numbers."""
MOST = 8
"""Credentials of one sort that a cell may hold."""


class Unclear(str):
    """A cell that holds several values which are not told apart."""

    __slots__ = ()


class Spread(NamedTuple):
    """A column to convert: its target, its cells, the column that it came from, and whether its values stood inside others."""

    target: str
    cells: Sequence[Cell]
    column: int
    inside: bool = False


@dataclass
class _Group:
    """The columns of one credential of a row: which attribute stands in which column."""

    name: str
    sort: str
    columns: dict[str, int] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The attribute whose cell names the credential."""
        order = ("issuer", "title") if self.sort == "board" else ("number",)
        return next((name for name in order if name in self.columns), "")


def spread(
    columns: Mapping[int, str | None], rows: Sequence[tuple[Cell, ...]], constants: Mapping[str, str]
) -> tuple[list[Spread], dict[int, int]]:
    """Every column that is read, those of credentials taken apart where cells hold several; by column how many do."""
    found: list[Spread] = []
    counted: dict[int, int] = {}
    columns, table, own = halves.in_halves(columns, list(zip(*rows, strict=True)))
    groups = _groups(columns)
    done: set[int] = set()
    numbers = Counter(group.sort for group in groups)
    for group in groups if table else ():
        raw = {name: table[at] for name, at in group.columns.items()}
        stated = _with_states(group, raw)
        several = sorted({*_hinted(group, raw), *_beside_lists(group, raw)}) if group.main else []
        if not several and not stated:
            continue
        work = _Taking(group, raw, constants.get(f"{group.name}.state", ""), stated)
        work.take(several)
        counted[group.columns[group.main]] = len(several)
        done |= set(group.columns.values())
        numbers[group.sort] = _emit(work, group, numbers[group.sort], found)
    for at, target in columns.items():
        if target is not None and at not in done:
            found.append(Spread(target, table[at] if table else (), at))
    if own:
        found = [each._replace(column=own.get(each.column, each.column)) for each in found]
        counted = {own.get(at, at): count for at, count in counted.items()}
    return found, counted


def _groups(columns: Mapping[int, str | None]) -> list[_Group]:
    groups: dict[str, _Group] = {}
    for at, target in columns.items():
        name, _, attribute = (target or "").partition(".")
        sort = targets.plain(target or "").partition(".")[0]
        if sort in ("license", "cds", "dea", "board", "liability"):
            groups.setdefault(name, _Group(name, sort)).columns.setdefault(attribute, at)
    return list(groups.values())


def _hinted(group: _Group, raw: Mapping[str, Sequence[Cell]]) -> list[int]:
    """The rows whose cell may hold several, or one with its day; most columns have none, which one look tells."""
    if group.sort == "liability":
        return [index for index, cell in enumerate(raw[group.main]) if packed_cells.policy(cell)]
    pattern = _BOARDS if group.sort == "board" else _NUMBERS
    signs = _BOARD_SIGNS if group.sort == "board" else _NUMBER_SIGNS
    texts = {cell for cell in raw[group.main] if isinstance(cell, str)}
    text = "\0".join(texts).casefold()
    is_hinted = any(sign in text for sign in signs)
    may_be_more = group.sort in ("board", "dea") or not _PARTING.isdisjoint(text)
    if not is_hinted and not may_be_more:
        return []
    hinted = {
        cell for cell in texts if is_hinted and pattern.search(cell) or may_be_more and _are_more(group.sort, cell)
    }
    if group.sort == "board" and group.main == "issuer" and "title" not in raw:
        hinted |= set(filter(specialties.is_known, texts))  # what is certified, where its board should stand
    return [index for index, cell in enumerate(raw[group.main]) if cell in hinted] if hinted else []


def _beside_lists(group: _Group, raw: Mapping[str, Sequence[Cell]]) -> list[int]:
    """The rows in which several states or days stand beside the credential: as many of it are in its cell, or it is told."""
    lists = {
        cell
        for name in ("state", "expires", "issued")
        for cell in set(raw.get(name, ()))
        if isinstance(cell, str) and parallel.listed(cell)
    }
    if not lists:
        return []
    beside = [raw[name] for name in ("state", "expires", "issued") if name in raw]
    return [
        index
        for index, cell in enumerate(raw[group.main])
        if isinstance(cell, str) and any(column[index] in lists for column in beside)
    ]


def _are_more(sort: str, text: str) -> bool:
    """Whether a cell without such signs holds more than one credential of a sort, or one with its state."""
    if sort == "board":
        are_two = board_cells.are_several(text) or board_cells.hold_more(text)
        return are_two or specialties.both_known(text) is not None
    return packed_cells.registrations(text) is not None if sort == "dea" else number_tokens.are_several(text)


def _with_states(group: _Group, raw: Mapping[str, Sequence[Cell]]) -> Mapping[str, Part]:
    """By text the numbers that are written with their state."""
    return {} if group.main != "number" or group.sort in ("dea", "liability") else stated_numbers.parts(raw["number"])


class _Taking:
    """Takes the cells of one group apart, row by row where there is something to take."""

    def __init__(
        self, group: _Group, raw: Mapping[str, Sequence[Cell]], state: str, stated: Mapping[str, Part]
    ) -> None:
        self.group, self.first, self.state = group, {name: list(column) for name, column in raw.items()}, state
        self.more: list[dict[str, list[Cell]]] = []
        self._count = len(next(iter(raw.values())))
        known = raw.get("state")
        for index, cell in enumerate(raw["number"] if stated else ()):
            if not isinstance(cell, str) or cell not in stated or _NUMBERS.search(cell):
                continue
            said, beside = stated[cell], (known[index] if known else None) or state
            # Of two states that differ nothing tells which one holds; beside its own state "MO-3" may be the whole number.
            if not beside or beside == said.state and (cell[2:3] in " :#" or not cell.startswith(said.state)):
                self._put(self.first, index, said)

    def take(self, rows: list[int]) -> None:
        """Take the cells of these rows apart."""
        read: dict[str, list[Part] | None] = {}
        for index in rows:
            cell = str(self.first[self.group.main][index])
            if cell not in read:
                read[cell] = self._parts(cell)
            parts = self._in_parallel(index, cell, read[cell])
            if parts is None or len(parts) > MOST:
                self.first[self.group.main][index] = Unclear(cell)
                continue
            self._place(index, parts)

    def _in_parallel(self, index: int, cell: str, parts: list[Part] | None) -> list[Part] | None:
        """The numbers of a cell beside which as many states or days stand: "036-1/125-2", "IL/WI"."""
        beside = [str(self.first[name][index]) for name in ("state", "expires", "issued") if name in self.first]
        counts = {len(found) for text in beside if (found := parallel.listed(text))}
        if len(counts) != 1 or parts and len(parts) > 1 or self.group.main != "number":
            return parts
        (count,) = counts
        numbers = parallel.in_parts("number", cell, count)
        return [Part(each) for each in numbers] if len(numbers) == count else parts or [Part(cell)]

    def _parts(self, cell: str) -> list[Part] | None:
        if self.group.sort == "board":
            if two := specialties.both_known(cell):
                return [Part(**{self.group.main: each}) for each in two]
            parts = board_cells.boards(cell)
            if parts and self.group.main == "title":
                parts = None if any(part.issuer for part in parts) else parts
            elif parts and not any(part.issuer for part in parts):
                parts = [part._replace(issuer=part.title, title="") for part in parts] if _are_issuers(parts) else parts
            return parts and [
                part._replace(title=each)
                for part in parts
                for each in (part.issuer and specialties.both_known(part.title) or (part.title,))
            ]
        if self.group.sort == "liability":
            return packed_cells.policy(cell)
        return packed_cells.numbers(cell, dea=self.group.sort == "dea")

    def _place(self, index: int, parts: list[Part]) -> None:
        beside = self._beside(index, len(parts))
        self.first[self.group.main][index] = None
        for n, part in enumerate(parts):
            if n and len(self.more) < n:
                self.more.append({})
            self._put(self.more[n - 1] if n else self.first, index, part, {k: v[n] for k, v in beside.items()})

    def _beside(self, index: int, count: int) -> dict[str, list[Cell]]:
        """What the group's other columns say in this row, by part; one value beside several belongs to none surely."""
        found: dict[str, list[Cell]] = {}
        for name, column in self.first.items():
            cell = column[index]
            if name == self.group.main or cell is None or isinstance(cell, Wrong):
                continue
            lines = parallel.in_parts(name, cell, count) if isinstance(cell, str) else [cell]
            if len(lines) == count:
                found[name] = list(lines)
            else:
                column[index] = Unclear(cells.typed(cell))
        return found

    def _put(
        self, into: dict[str, list[Cell]], index: int, part: Part, beside: Mapping[str, Cell] | None = None
    ) -> None:
        said: dict[str, Cell] = {name: text for name, text in part._asdict().items() if text}
        for name, cell in (said | dict(beside or {})).items():
            if name == "state" and part.state and (also := _other_state(part.state, cell)):
                cell = Unclear(f"{part.state} / {also}")
            into.setdefault(name, [None] * self._count)[index] = cell
        if self.state and into is not self.first:
            into.setdefault("state", [None] * self._count)[index] = said.get("state", self.state)


def _other_state(said: str, cell: Cell) -> str:
    """The state in a column beside a number that names another one; "" where they agree."""
    beside = places.code(cells.typed(cell))
    return beside if beside and beside != places.code(said) else ""


def _are_issuers(parts: list[Part]) -> bool:
    return all(part.title.isupper() and len(part.title) <= 7 for part in parts)


def _emit(work: _Taking, group: _Group, number: int, found: list[Spread]) -> int:
    """The columns of a group and of those that follow from it; how many of its sort there are then."""
    main = group.columns[group.main]

    def emit(name: str, columns: Mapping[str, list[Cell]]) -> None:
        for attribute, column in columns.items():
            at = group.columns.get(attribute, main)
            found.append(Spread(f"{name}.{attribute}", column, at, attribute not in group.columns))

    emit(group.name, work.first)
    for columns in work.more:
        number += 1
        emit(f"{group.sort}{number}", columns)
    return number
