"""What ends a mail or a page below its people: "Best regards,", who signs it, a town. Such words stand alone in the column of
names, and are nobody of the list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.sheets import likeness
from workbench.sheets.cell import cells, name_degrees, name_order, names, words
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell
from workbench.sheets.row.lines import AGAIN, PAGE_LINE, REMARK, Line, Lines

NAME_ALONE = "A name alone below the table."
_HEAD = re.compile(r"\W*([^,!.;:\n–—-]*)")
_MOST = 0.5
"""The share of names with a degree from which one without is not of the list for sure."""
Rows = Sequence[tuple[Cell, ...]]


def told(rows: Rows, start: int, found: Mapping[int, Line], lines: Lines) -> dict[int, Line]:
    """By index the lines of one cell that close a list: remarks, and names of which it is not sure that they belong to it."""
    column = lines.columns.get("provider.full_name", lines.first)
    full = [rows[i] for i in range(start, len(rows)) if i not in found and _filled(rows[i]) > 1]
    listed = _Listed.of([cells.typed(row[column]) for row in full if row[column] is not None])
    judged: dict[int, Line] = {}
    for tail in _tails(rows, start, found):
        is_signed = False
        for index in tail.indices:
            text = cells.typed(next(cell for cell in rows[index] if cell is not None))
            is_signed = is_signed or closes(text)
            if is_signed or _is_of_an_office(text):
                judged[index] = REMARK
            elif index not in found and listed.people and not tail.is_of_a_group and not listed.has(text):
                judged[index] = Line(NAME_ALONE, (), text)
    return judged


def closes(text: str) -> bool:
    """Whether a text begins as the end of a mail does: "Best regards,", "Thanks, Mary", "Thank you for your help"."""
    low, lines = text.casefold(), load_synonyms().lines
    head = _HEAD.match(low)
    said = " ".join(head[1].split()) if head else ""
    is_alone = low.strip(" ,.!-–—") in lines["closing_names"]
    return is_alone or said in lines["closings"] or low.startswith(tuple(lines["closing_begins"]))


def _is_of_an_office(text: str) -> bool:
    """Whether a name bears a certificate of those who run a medical staff office: "Mary Jones, CPCS"."""
    certificates = load_synonyms().lines["office_certificates"]
    return any(word.strip(" .()").casefold() in certificates for word in text.partition(",")[2].split(","))


class _Tail(NamedTuple):
    """Lines of one cell with nothing but such lines below them, and whether they stand below a line that names a group."""

    indices: list[int]
    is_of_a_group: bool


def _tails(rows: Rows, start: int, found: Mapping[int, Line]) -> Iterator[_Tail]:
    indices: list[int] = []
    is_of_a_group = False
    for index in range(start, len(rows)):
        line = found.get(index)
        if line in (AGAIN, PAGE_LINE):
            yield _Tail(indices, is_of_a_group)
            indices, is_of_a_group = [], False
        elif line is not None and line.carries or line is None and _filled(rows[index]) > 1:
            indices, is_of_a_group = [], line is not None
        elif (line is None or line.doubtful) and _filled(rows[index]) == 1:
            indices.append(index)
    yield _Tail(indices, is_of_a_group)


class _Listed(NamedTuple):
    """How the people of a sheet are written who have more than a name."""

    people: int
    bare: int
    """Those without a degree."""
    parted: int
    """Those with a comma between the names."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> "_Listed":
        bare = sum(1 for text in texts if not names.parse(text).degree)
        return cls(len(texts), bare, sum(1 for text in texts if not name_order.has_no_comma(text)))

    def has(self, text: str) -> bool:
        """Whether a name alone is surely one more of them."""
        found = names.parse(text)
        if found.degree:
            is_bare = name_order.has_no_comma(text)
            is_theirs = self.parted < self.people if is_bare else self.parted > 0
            of_people = name_degrees.CLINICAL if is_bare else name_degrees.PERSONAL
            return is_theirs and not of_people.isdisjoint(words.degrees_in(found.degree) or ())
        is_bare = self.bare >= _MOST * self.people
        return (
            is_bare
            and not text.islower()
            and likeness.is_given(found.first)
            and not any(map(str.islower, _initials(text)))
        )


def _initials(text: str) -> list[str]:
    return [word[0] for word in text.replace(",", " ").split()]


def _filled(row: tuple[Cell, ...]) -> int:
    return len(row) - row.count(None)
