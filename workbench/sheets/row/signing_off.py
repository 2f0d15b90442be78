"""What ends a mail or a page below its people: "Best regards,", who signs it, a town. Such words stand alone in the column of
names, and are nobody of the list."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.records import places
from workbench.sheets import likeness
from workbench.sheets.cell import cells, name_degrees, name_order, names, words
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell
from workbench.sheets.row.lines import AGAIN, PAGE_LINE, REMARK, Line, Lines

NAME_ALONE = "A name alone below the table."
_HEAD = re.compile(r"\W*([^,!.;:\n–—-]*)")
_WORD = re.compile(r"[a-z]+")
LEAST = 3
"""People with a degree from which one without is none of a list of nothing but names."""
_MOST = 0.5
"""The share of names with a degree from which one without is not of the list for sure."""
Rows = Sequence[tuple[Cell, ...]]


def told(rows: Rows, start: int, found: Mapping[int, Line], lines: Lines) -> dict[int, Line]:
    """By index the lines of one cell that close a list: remarks, and names of which it is not sure that they belong to it."""
    column = lines.columns.get("provider.full_name", lines.first)
    full = more = {i for i in range(start, len(rows)) if i not in found and _has_more(rows[i])}
    is_alone = not full and "provider.full_name" in lines.columns
    if is_alone:
        full = _like_their_neighbors({i: _text(rows[i]) for i in range(start, len(rows)) if i not in found})
    tails = [tail for tail in _tails(rows, start, found, full) if tail.indices]
    if not tails:  # the people of a sheet are not looked at for nothing
        return {}
    listed = _Listed.of([cells.typed(rows[i][column]) for i in sorted(full) if rows[i][column] is not None])
    last = max(full, default=start)
    is_usual = any(i not in found and i not in more and _filled(rows[i]) == 1 for i in range(start, last))
    judged: dict[int, Line] = {}
    for tail in tails:
        is_signed = False
        for index in tail.indices:
            text = _text(rows[index])
            is_signed = is_signed or closes(text)
            if is_signed or _is_of_an_office(text):
                judged[index] = REMARK
            elif index in found or not listed.people or tail.is_of_a_group:
                continue
            elif is_alone or not (is_usual and listed.has(text)):
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


def _like_their_neighbors(texts: Mapping[int, str]) -> set[int]:
    """Of a list of nothing but names those above the lines that close it: a name without a degree below people who all have
    one, words that are no name, and whoever holds a title as nobody above does."""
    order = list(texts)
    people = [names.parse(text) for text in texts.values()]
    last = max((n for n, found in enumerate(people) if found.degree), default=-1)
    all_have = last + 1 >= LEAST and all(found.degree for found in people[: last + 1])
    end = len(order)
    while end > 1 and (
        all_have
        and end > last + 1
        or _is_no_name(texts[order[end - 1]])
        or _holds_a_title(texts[order[end - 1]])
        and not any(_holds_a_title(texts[index]) for index in order[: end - 1])
    ):
        end -= 1
    return set(order[:end])


def _is_no_name(text: str) -> bool:
    """Whether words behind the first comma are in small letters, or a town's state: "Note, see below", "Riverbend, IL"."""
    given = text.partition(",")[2].split()
    if len(given) == 1 and len(given[0]) == len("IL") and given[0].isupper() and not text.isupper():
        return places.code(given[0]) is not None
    return any(word.islower() and word.strip(".") not in words.words().particles for word in given[:1])


def _holds_a_title(text: str) -> bool:
    """Whether a part behind a comma is an office that somebody holds: "MSS Director", "VP Quality", "Chief of Staff"."""
    titles = load_synonyms().lines["office_titles"]
    return any(word in titles for part in text.casefold().split(",")[1:] for word in _WORD.findall(part))


def _tails(rows: Rows, start: int, found: Mapping[int, Line], full: Collection[int]) -> Iterator[_Tail]:
    indices: list[int] = []
    is_of_a_group = False
    for index in range(start, len(rows)):
        line = found.get(index)
        if line in (AGAIN, PAGE_LINE):
            yield _Tail(indices, is_of_a_group)
            indices, is_of_a_group = [], False
        elif line is not None and line.carries or index in full:
            indices, is_of_a_group = [], line is not None
        elif (line is None or line.doubtful) and _filled(rows[index]) == 1:
            indices.append(index)
    yield _Tail(indices, is_of_a_group)


def _initials(text: str) -> list[str]:
    return [word[0] for word in text.replace(",", " ").split()]


def _text(row: tuple[Cell, ...]) -> str:
    return cells.typed(next(cell for cell in row if cell is not None))


def _has_more(row: tuple[Cell, ...]) -> bool:
    """Whether more than one cell of a row is filled; of most rows the first two tell."""
    return len(row) > 1 and row[0] is not None and row[1] is not None or _filled(row) > 1


def _filled(row: tuple[Cell, ...]) -> int:
    return len(row) - row.count(None)
