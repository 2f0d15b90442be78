"""What was decided about a file and is remembered by its look and its sender: columns, the meanings of words, who rows are about.

Pure: from what is remembered to corrections and meanings for the sheets of a file, and back.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from workbench.sheets import limits, targets
from workbench.sheets.asking import moved
from workbench.sheets.column.groups import one_line
from workbench.sheets.decisions import EVERY_SHEET, Choices
from workbench.sheets.private import PRIVATE
from workbench.sheets.reading import Sheet, Workbook
from workbench.sheets.recognizing import Correction, Meanings, SheetReading, folded

LIKE = 0.8
"""The share of headings that a sheet of the same sender must have in common; of another sender's it must have all."""
OF_THE_SENDER = frozenset(["state"])
"""Questions whose answer holds for that sender alone: the next practice with the same headings may lie in another state."""
_VERSIONS = re.compile(
    r"\b(?:final|copy|rev|revised|updated?|new|draft|v|ver|version|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|"
    r"june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|fy|q|as of|effective)\b"
)
_NO_WORDS = re.compile(r"[\W\d_]+")


class Column(NamedTuple):
    """What a person said of a column: by its heading, and which of that name it is, from 0."""

    heading: str
    which: int
    target: str | None


@dataclass(frozen=True)
class Layout:
    """What is remembered of the sheets of one look from one sender."""

    id: int
    sender: str
    sheet: str
    headings: tuple[str, ...]
    heading_row: int | None
    """Where it was chosen by hand."""
    columns: tuple[Column, ...]
    meanings: Meanings
    marks: Mapping[str, str]
    """By the key of a mark what its formatting means."""
    replies: Mapping[str, str]
    """By the key of a question, for the sheet's name as it was then, the key of the option."""
    used: date


@dataclass(frozen=True)
class Recalled:
    """What is remembered of a file: by sheet the layout that it has, and what follows from it."""

    layouts: Mapping[str, Layout]
    corrected: Mapping[str, Correction]
    meanings: Meanings
    marks: Mapping[tuple[str, str], str]
    """By sheet and the key of a mark what its formatting means."""
    replies: Mapping[str, str]
    """By the key of a question the key of the option."""

    def given(self, choices: Choices) -> Choices:
        """Choices with what is remembered besides; what was decided now holds."""
        given = choices.answers
        replies = replace(given.replies, chosen={**self.replies, **given.replies.chosen})
        answers = replace(given, marks={**self.marks, **given.marks}, replies=replies)
        return replace(choices, meanings={**self.meanings, **choices.meanings}, answers=answers)


NOTHING = Recalled({}, {}, {}, {}, {})


def sender_of(file_name: str) -> str:
    """Who a file is from, as far as its name says: "Agape roster (final v3) 2026-10.xlsx" is from "agape roster"."""
    stem = file_name.rpartition(".")[0] or file_name
    words = _NO_WORDS.sub(" ", stem.casefold())
    return " ".join(_VERSIONS.sub(" ", words).split()) or " ".join(stem.casefold().split())


def recall(workbook: Workbook, layouts: Sequence[Layout], sender: str) -> Recalled:
    """What is remembered of the sheets of a file; of several layouts the likeliest, of the sender's own before others, then the newest."""
    found, corrected = {}, {}
    meanings: dict[tuple[str, str], str] = {}
    marks: dict[tuple[str, str], str] = {}
    replies: dict[str, str] = {}
    for sheet in workbook.sheets:
        best = max((ranked for each in layouts if (ranked := _ranked(sheet, each, sender))), default=None)
        if best is None:
            continue
        layout, row = best[-1]
        found[sheet.name] = layout
        corrected[sheet.name] = _correction(layout, sheet, row)
        meanings = {**layout.meanings, **meanings}
        marks |= {(sheet.name, key): answer for key, answer in layout.marks.items()}
        replies |= {
            moved(key, sheet.name): option
            for key, option in layout.replies.items()
            if layout.sender == sender or key.partition("|")[0] not in OF_THE_SENDER
        }
    corrected = {name: each for name, each in corrected.items() if each != Correction()}
    return Recalled(found, corrected, meanings, marks, replies)


def _ranked(sheet: Sheet, layout: Layout, sender: str) -> tuple[Any, ...] | None:
    wanted = Counter(folded(text) for text in layout.headings if text)
    same = layout.sender == sender
    best: tuple[float, int] | None = None
    for index, row in enumerate(sheet.rows[: limits.HEADING_ROWS + 5]):
        here = Counter(folded(text) for cell in row if (text := one_line(cell)))
        share = sum((here & wanted).values()) / max(here.total(), wanted.total(), 1)
        if share >= (LIKE if same else 1) and (best is None or share > best[0]):
            best = share, index
    return (best[0], same, layout.used, layout.id, (layout, best[1])) if best else None


def _correction(layout: Layout, sheet: Sheet, row: int) -> Correction:
    """What was said of the columns, for the columns that have those headings here."""
    places: dict[str, list[int]] = {}
    for at, cell in enumerate(sheet.rows[row]):
        places.setdefault(folded(one_line(cell)), []).append(at)
    columns = {}
    for each in layout.columns:
        here = places.get(folded(each.heading), [])
        if each.which < len(here) and (each.target is None or targets.is_known(each.target)):
            columns[here[each.which]] = each.target
    return Correction(sheet.first_row + row if layout.heading_row is not None else None, columns)


def columns_of(reading: SheetReading) -> list[Column]:
    """What a person said of the columns of a sheet, as it is remembered: a heading keeps its meaning where it moves."""
    seen: Counter[str] = Counter()
    said = []
    for at, text in enumerate(reading.look):
        if at in reading.correction.columns:
            said.append(Column(text, seen[folded(text)], reading.correction.columns[at]))
        seen[folded(text)] += 1
    return said


def meanings_of(reading: SheetReading, meanings: Meanings) -> dict[tuple[str, str], str]:
    """The meanings that concern a sheet; those of birth dates and social security numbers are not kept."""
    held = {*reading.columns.values(), *reading.constants, *(target for row in reading.rows for target in row.carried)}
    return {key: text for key, text in meanings.items() if key[0] in held and key[0] not in PRIVATE}


def marks_of(reading: SheetReading, marks: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """What was said of the formatting of a sheet, by the key of the mark."""
    everywhere = {key: answer for (sheet, key), answer in marks.items() if sheet == EVERY_SHEET}
    return everywhere | {key: answer for (sheet, key), answer in marks.items() if sheet == reading.name}


def replies_of(reading: SheetReading, chosen: Mapping[str, str]) -> dict[str, str]:
    """What was answered to the questions about a sheet."""
    asked = {question.key for question in reading.questions}
    return {key: option for key, option in chosen.items() if key in asked}


_TELLING = frozenset(f"provider.{name}" for name in ("last", "first", "middle", "suffix", "npi", "email"))


def who(values: Mapping[str, Any]) -> str:
    """A hash of the names and numbers of a row: rows that say the same are about the same person, once that was decided."""
    said: Iterable[tuple[str, str]] = sorted(
        (target, folded(str(value)))
        for target, value in values.items()
        if target in _TELLING or target.startswith("identifier.") or target.endswith(".number")
    )
    return hashlib.sha256(repr(list(said)).encode()).hexdigest()[:40]


def which(values: Mapping[str, Any], word: str, sender: str) -> str:
    """A hash of whom a row names, of which sort of its terms it is asked, and of who sends it."""
    return hashlib.sha256(repr([who(values), word, sender]).encode()).hexdigest()[:40]
