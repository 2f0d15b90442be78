"""Rows that are not data: headings repeated, lines that name a department or a status, totals, pages, remarks."""

import re
from typing import NamedTuple

from workbench.sheets import cells, names, words
from workbench.sheets.headings import Synonyms
from workbench.sheets.layout import Headings, one_line
from workbench.sheets.letter_case import title_case
from workbench.sheets.reading import Cell

PAGE = re.compile(r"^page\s*:?\s*\d+(\s*(of|/)\s*\d+)?$", re.IGNORECASE)
COUNT = re.compile(
    r"\s*(?:[-–:]\s*)?(?:\(\s*(?:n\s*=\s*)?\d+\s*(?:members?|providers?|physicians?|practitioners?)?\s*\)|[-–:]\s*\d+(?:\s+\w+)?)\s*$"
)
CONTINUED = re.compile(r"\s*[-–(]?\s*(?:cont(?:inued|\.|'d|d)?)\.?\s*\)?\s*$", re.IGNORECASE)
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
TRAILING = {
    "department": "department",
    "dept": "department",
    "service": "department",
    "services": "",
    "division": "department",
    "section": "section",
}
STAFF_WORDS = re.compile(
    r"\s*\b(?:medical staff|staff|members?|providers?|physicians?|practitioners?|roster|list|privileges)\b\s*",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """What a row is: a data row has no reason; a section line says what it carries to the rows after it."""

    reason: str = ""
    carries: tuple[tuple[str, str], ...] = ()
    doubtful: str = ""


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
    ) -> None:
        self._again = [
            {column: text.lower() for column, cell in enumerate(row) if (text := one_line(cell))}
            for row in heading_cells
        ]
        self._lines = synonyms.lines
        self._departments = set(self._lines["departments"])
        totals, counts = ("|".join(map(re.escape, self._lines[key])) for key in ("totals", "counts"))
        self._totals = re.compile(rf"^(?:(?:{totals})\b(?!\s*,)|(?:{counts})\s*(?:[:=#]|\d|$))", re.IGNORECASE)
        self._columns = {target: column for column, target in columns.items() if target}
        self._few = max(3, len(headings.texts) // 4)
        first = min(self._again[-1], default=0)
        self._first, self._first_text = first, self._again[-1].get(first, "")
        self._has_category = "provider.category" in self._columns

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
        for heading in self._again:
            key = next(iter(heading), None)
            if key is None or len(heading) < 2:
                continue
            same = 0
            cell = row[key]
            if not isinstance(cell, str) or one_line(cell).lower() != heading[key]:
                continue
            same = sum(1 for column, text in heading.items() if one_line(row[column]).lower() == text)
            if same >= max(2, 0.6 * len(heading)):
                return True
        return False

    def _marked(self, row: tuple[Cell, ...], filled: int) -> Line:
        """A line under the headings that says which are required."""
        cell = next(cell for cell in row if cell is not None)
        if isinstance(cell, str) and cell.strip(" *").lower() in MARKERS:
            marks = sum(1 for c in row if isinstance(c, str) and c.strip(" *").lower() in MARKERS)
            if marks >= 0.8 * filled:
                return Line("It explains the headings.")
        return DATA

    def _short(self, row: tuple[Cell, ...], texts: list[str]) -> Line:
        text = " ".join(texts)
        low = text.lower()
        if PAGE.match(text):
            return PAGE_LINE
        if self._totals.match(texts[0]):
            return TOTAL
        if any(low.startswith(mark) for mark in self._lines["footers"]) and not self._is_person(row):
            return REMARK
        if carried := self._section(text, len(texts)):
            return Line("A line that names a group.", carried)
        if self._is_person(row):
            return DATA
        if len(texts) == 1:
            return Line("A line of one cell that is not understood.", (), text)
        return DATA if len(texts) > 2 or any(row[column] is not None for column in self._columns.values()) else REMARK

    def _is_person(self, row: tuple[Cell, ...]) -> bool:
        """Whether a short row still says who it is about."""

        def at(target: str) -> str:
            column = self._columns.get(target)
            return cells.typed(row[column]) if column is not None and row[column] is not None else ""

        if (
            at("provider.last")
            and at("provider.first")
            or at("provider.npi").isdigit()
            and len(at("provider.npi")) == 10
        ):
            return True
        name = at("provider.full_name")
        if not name or any(c.isdigit() for c in name) or name.endswith(":"):
            return False
        found = names.parse(name)
        return (
            bool(found.first and (found.degree or "," in name))
            or names.is_company(name)
            and "," in name
            or bool(at("license.number") and found.first)
        )

    def _section(self, text: str, filled: int) -> tuple[tuple[str, str], ...]:
        """What a line carries to the rows after it: (target, value) pairs."""
        text = COUNT.sub("", CONTINUED.sub("", text)).strip(" -–—:*=•")
        low = " ".join(text.lower().split())
        for what in ("department", "section", "specialty", "category", "status"):
            for prefix in self._lines[what]:
                if low.startswith(prefix) and (not prefix[-1].isalpha() or low[len(prefix) : len(prefix) + 1] in " :-"):
                    value = text[len(prefix) :].strip(" :-–—")
                    if value and len(value) <= 60 and low != prefix:
                        return self._carried(what, value)
        if filled > 1 or any(c.isdigit() for c in text) or len(text) > 60:
            return ()
        last = low.rsplit(" ", 1)[-1]
        if " " in low and TRAILING.get(last):
            return self._carried(TRAILING[last], text.rsplit(" ", 1)[0])
        if low in self._departments:
            return self._carried("department", text)
        return self.standing(text)

    def _carried(self, what: str, value: str) -> tuple[tuple[str, str], ...]:
        value = title_case(" ".join(value.split()))
        if what == "category":
            value = words.category(value) or value
        if what == "status":
            value = words.status(value) or value
        return ((f"provider.{what}", value),)

    def standing(self, text: str) -> tuple[tuple[str, str], ...]:
        """The category or status that a line or a sheet's name says: "ACTIVE STAFF", "Resigned"."""
        plain = STAFF_WORDS.sub(" ", text).strip(" -–:")
        for candidate in (text, plain):
            if len(candidate) < 3 and candidate.upper() not in ("LOA",):
                continue
            category, status = words.category(candidate), words.status(candidate)
            if category and (not status or not self._has_category):
                return (("provider.category", category),)
            if status:
                return (("provider.status", status),)
        return ()
