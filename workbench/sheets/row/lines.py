"""Rows that are not data: headings repeated, lines that name a department or a status, totals, pages, remarks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from workbench.records.checks import npi_is_valid
from workbench.sheets.cell import cells, names, words
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms
from workbench.sheets.column.layout import Headings
from workbench.sheets.reading import Cell
from workbench.sheets.row import legend_lines
from workbench.sheets.row.group_names import is_known, reads_like_a_group
from workbench.sheets.row.sections import BACKWARDS, OFFICER_LINE, SIGNS, Sections, is_legend

PAGE = re.compile(r"^page\s*:?\s*\d+(\s*(of|/)\s*\d+)?$", re.IGNORECASE)
MARKERS = {
    "required",
    "optional",
    "req",
    "req'd",
    "opt",
    "required if applicable",
    "conditional",
    "mandatory",
    "text",
    "date",
    "mm/dd/yyyy",
    "number",
    "situational",
    "r",
    "o",
    "m",
}
TOTAL_AT_END = re.compile(r"\b(?:sub-?\s?totals?|totals?|counts?|average)\s*[:=#]?\s*[\d,.]*$", re.IGNORECASE)
HOW_MANY = re.compile(
    r"^\d+ (?:total |active )?(?:members?|providers?|physicians?|practitioners?|records?|rows?)$"
    r"|^(?:members|providers|physicians|practitioners|medical staff|number of [a-z ]+)\s*[:=]\s*\d+$",
    re.IGNORECASE,
)
SEE_ELSEWHERE = re.compile(r"[-–—(]\s*see (?:also )?\w", re.IGNORECASE)
REMARK_BY = re.compile(
    r"^(?:prepared|printed|reviewed|approved|submitted|compiled|updated|generated|created|signed|verified)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"\d[\d/.:-]*")
EXAMPLE = re.compile(r"\s*(?:example|sample|e\.g\.)\s*(?:row|entry|line|provider)?\s*[:(]", re.IGNORECASE)
TYPE_OF_VALUE = re.compile(
    r"(?:text|number|numeric|date|char|varchar|alpha\w*|string|int(?:eger)?)\s*\(\d+\)$", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def _is(cell: Cell, text: str) -> bool:
    """Whether a cell says a heading's text; what begins otherwise is not looked at closer."""
    return isinstance(cell, str) and text.startswith(cell.lstrip()[:1].lower()) and one_line(cell).lower() == text


def _first_two(columns: Iterable[int]) -> tuple[int, int]:
    first, second, *_ = columns
    return first, second


def _names_a_degree(texts: Iterable[str]) -> bool:
    return any(words.degrees_in(text.rpartition(",")[2]) for text in texts)


def _undated(text: str) -> str:
    """A line of a cover without the numbers that change from page to page."""
    return NUMBERS.sub("#", text.lower())


def _is_marker(cell: str) -> bool:
    text = cell.strip(" *").lower()
    return text in MARKERS or text[-1:] == ")" and TYPE_OF_VALUE.match(text) is not None


@lru_cache(maxsize=1 << 14)
def _first_says(cell: str) -> str:
    """What the first cell of a long row may make of it: an example, a marker, a count; "" for nearly every one."""
    if EXAMPLE.match(cell):
        return "example"
    if _is_marker(cell):
        return "marker"
    low = cell.lower()
    return "count" if "total" in low or "count" in low or "average" in low else ""


class Line(NamedTuple):
    """What a row is: a data row has no reason; a section line says what it carries to the rows after it."""

    reason: str = ""
    carries: tuple[tuple[str, str], ...] = ()
    doubtful: str = ""


GROUP = "A line that names a group."
SHORTEST_NUMBER = 5
"""Digits: a shorter number beside a word is a count, no license and no NPI."""
EXPLAINS = Line("It explains the headings.")
DATA, BLANK = Line(), Line("blank")
AGAIN, TOTAL, PAGE_LINE, REMARK = (
    Line("The headings again."),
    Line("A total."),
    Line("A page number."),
    Line("A remark."),
)


class Lines:
    """Tells the rows of one sheet apart."""

    def __init__(
        self,
        headings: Headings,
        heading_cells: list[tuple[Cell, ...]],
        columns: dict[int, str | None],
        synonyms: Synonyms,
        cover: Iterable[tuple[Cell, ...]] = (),
    ) -> None:
        """`heading_cells`: the rows of the headings; `cover`: those above them."""
        headed = [
            {column: text.lower() for column, cell in enumerate(row) if (text := one_line(cell))}
            for row in heading_cells
        ]
        self._again = [(texts, *_first_two(texts)) for texts in headed if len(texts) > 1]
        """The texts of each row of the headings, and the first two columns that have one."""
        self._cover = {_undated(text) for row in cover for cell in row if (text := one_line(cell))}
        self._lines = synonyms.lines
        totals, counts = ("|".join(map(re.escape, self._lines[key])) for key in ("totals", "counts"))
        self._totals = re.compile(rf"^(?:(?:{totals})\b(?!\s*,)|(?:{counts})\s*(?:[:=#]|\d|$))", re.IGNORECASE)
        self.columns = {target: column for column, target in columns.items() if target}
        self.sections = Sections(synonyms, "provider.category" in self.columns)
        self._few = max(3, len(headings.texts) // 4)
        first = min(headed[-1], default=0)
        self.first = first

    def has(self, target: str) -> bool:
        """Whether a column of the sheet holds a target."""
        return target in self.columns

    def line(self, row: tuple[Cell, ...]) -> Line:
        """What this row is."""
        filled = len(row) - row.count(None)
        if filled > self._few:
            return AGAIN if self._is_again(row) else self._marked(row, filled)
        if not filled:
            return BLANK
        texts = [text for cell in row if cell is not None and (text := cells.typed(cell))]
        if not texts:
            return BLANK
        return AGAIN if self._is_again(row) else self._short(row, texts)

    def _is_again(self, row: tuple[Cell, ...]) -> bool:
        for heading, one, other in self._again:
            if not (_is(row[one], heading[one]) or _is(row[other], heading[other])):
                continue  # nearly every row ends here
            same = sum(1 for column, text in heading.items() if one_line(row[column]).lower() == text)
            if same > 1 and (same >= 0.6 * len(heading) or same == len(row) - row.count(None)):
                return True
        return False

    def _marked(self, row: tuple[Cell, ...], filled: int) -> Line:
        """A line under the headings that says which are required."""
        cell = next(cell for cell in row if cell is not None)
        if not isinstance(cell, str) or not (says := _first_says(cell)):
            return DATA
        if says == "example":
            return EXPLAINS
        if says == "marker":
            marks = sum(1 for c in row if isinstance(c, str) and _is_marker(c))
            return EXPLAINS if marks >= 0.8 * filled else DATA
        low = cell.lower()
        if self._has_npi(row):
            return DATA
        is_total = self._totals.match(low) or TOTAL_AT_END.search(low)
        return TOTAL if is_total and sum(1 for c in row if isinstance(c, str)) == 1 else DATA

    def _short(self, row: tuple[Cell, ...], texts: list[str]) -> Line:
        texts = texts[:1] if len(texts) == 2 and OFFICER_LINE.match(texts[1]) else texts
        text = " ".join(texts)
        kind = self.columns.get("credential.kind", self.first)
        if kind != self.first and row[kind] is not None:
            return DATA
        if PAGE.match(text) or any(map(PAGE.match, texts)) and not (self._has_npi(row) or _names_a_degree(texts)):
            return PAGE_LINE
        if self._is_total(texts) and not self._has_npi(row):
            return TOTAL
        if self._is_remark(row, text):
            return REMARK
        counted = len(texts) == 2 and texts[1].isdigit() and len(texts[1]) < SHORTEST_NUMBER
        if self._is_person(row):
            return DATA
        if carried := self._section(row, texts[0] if counted else text, len(texts) == 1 or counted):
            return TOTAL if counted and "provider.department" not in dict(carried) else Line(GROUP, carried)
        if len(texts) == 1:
            return DATA if self._goes_on(row, text) else Line("A line of one cell that is not understood.", (), text)
        if all(other.isdigit() and len(other) < SHORTEST_NUMBER for other in texts[1:]):
            return TOTAL
        if self._cover.issuperset(map(_undated, texts)):
            return REMARK
        return DATA if len(texts) > 2 or any(row[column] is not None for column in self.columns.values()) else REMARK

    def _has_npi(self, row: tuple[Cell, ...]) -> bool:
        """Whether it has somebody's number: Maria Total is a person."""
        column = self.columns.get("provider.npi")
        return column is not None and row[column] is not None and npi_is_valid(cells.typed(row[column]))

    def _is_total(self, texts: list[str]) -> bool:
        """Whether a line counts: "Total: 214", "Surgery total | 2", "Active: 2"; the rest of it are numbers."""
        first = texts[0]
        if self._totals.match(first) or HOW_MANY.match(first) or self.sections.counts_standing(first):
            return True
        return bool(TOTAL_AT_END.search(first)) and all(text.strip("0123456789,.% ") == "" for text in texts[1:])

    def _is_remark(self, row: tuple[Cell, ...], text: str) -> bool:
        """Whether a line is a legend, a footer or the name of an officer."""
        inner = text.strip(SIGNS)
        low = inner.lower()
        if not inner or REMARK_BY.match(inner) or OFFICER_LINE.match(inner) or legend_lines.is_one(text):
            return True
        if (
            is_legend(text)
            and not (self._is_person(row) and len(row) - row.count(None) > 1)
            and not words.degrees_in(inner.rpartition(",")[2])
        ):
            return "=" in text or not any(is_known(value) for _, value in self.sections.of(inner))
        return any(low.startswith(mark) for mark in self._lines["footers"]) and not self._is_person(row)

    def _goes_on(self, row: tuple[Cell, ...], text: str) -> bool:
        """Whether one cell is a further license of the person above."""
        column = next(column for column, cell in enumerate(row) if cell is not None)
        further = column in (self.columns.get("license.number"), self.columns.get("dea.number"))
        return further and column != self.first and any(map(str.isdigit, text))

    def _section(self, row: tuple[Cell, ...], text: str, alone: bool) -> tuple[tuple[str, str], ...]:
        """What a line carries. A specialty alone in its own column goes on with the row above, it is no line."""
        column = next(column for column, cell in enumerate(row) if cell is not None)
        if column != self.first and column == self.columns.get("provider.specialty"):
            alone = False
        return self.sections.of(text, alone=alone)

    def subject(self, row: tuple[Cell, ...]) -> tuple[tuple[str, str], ...]:
        """What a row above the headings says of everyone on the sheet."""
        texts = [text for cell in row if cell is not None and (text := cells.typed(cell))]
        return self.sections.subject(" ".join(texts)) if 1 <= len(texts) <= 2 else ()

    def _is_person(self, row: tuple[Cell, ...]) -> bool:
        """Whether a short row still says who it is about."""

        def at(target: str) -> str:
            column = self.columns.get(target)
            return cells.typed(row[column]) if column is not None and row[column] is not None else ""

        if (
            at("provider.last")
            and at("provider.first")
            or at("provider.npi").isdigit()
            and len(at("provider.npi")) == 10
        ):
            return True
        name = at("provider.full_name")
        if not name or any(c.isdigit() or c == ":" for c in name) or SEE_ELSEWHERE.search(name):
            return False
        if reads_like_a_group(name) and not at("license.number") or BACKWARDS.match(name):
            return False
        found = names.parse(name)
        return (
            bool(found.first and (found.degree or "," in name))
            or names.is_company(name)
            and "," in name
            or bool(at("license.number") and found.first)
        )
