"""Columns of cells turned into values by the type of their target: each different cell is read once.

What is wrong, what was passed over and what stands beside a value is gathered by row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import Problem
from workbench.sheets import targets
from workbench.sheets.cell import (
    cells,
    contact_cells,
    day_cells,
    labelled_numbers,
    no_words,
    number_tokens,
    number_words,
    numbers,
    parallel,
    progress,
    surely_one,
    words,
)
from workbench.sheets.cell.day_manners import PLAIN, DayManner
from workbench.sheets.cell.halves import NoSpan, NotBoth
from workbench.sheets.cell.naming import Notes, Wrongs
from workbench.sheets.cell.several import Unclear
from workbench.sheets.column import facilities
from workbench.sheets.reading import Cell, Wrong

DATED = ("day", "birth", "expires")
_LONGEST_MARK = 16
_SIGNS, _SHORT = "#0123456789", 5
"""What an error or a date begins with, and the characters that a yes has at most: no other text needs a second look."""
SORTS_OF_PHONES = {
    "cell": frozenset(["cell", "mobile", "cellular"]),
    "pager": frozenset(["pager", "beeper", "page", "pgr"]),
    "fax": frozenset(["fax", "facsimile"]),
    "answering_service": frozenset(["answering", "service", "exchange"]),
    "home": frozenset(["home", "house", "residence", "spouse", "wife", "husband"]),
}
"""Words beside a phone that say of which sort it is, by the field for it; the home has none."""
_OF_OFFICES = frozenset(word for word, kind in contact_cells.KINDS.items() if kind in ("phone", "cell"))
TWO_PHONES = 19
"""Characters in which two phones do not fit."""
OF_THE_HOUSE = ("provider.phone", "practice.phone", "provider.pager")
"""What may be an inside line: nobody reaches a cell phone by an extension alone."""
NUMBERS = ("license", "phone", "npi", "dea")
"""Types of value that have a digit: words there ("see file", "compact", "unlisted") are none."""
OF_DIGITS = ("identifier.caqh", "identifier.medicare", "identifier.medicaid")
"""Numbers of programs, under which an office also writes how somebody stands there: Par, Opt out, Current."""
TOLD = (*DATED, "npi", "dea", "license", "code")
"""Types of value where "pending" is told: elsewhere it is a word like others."""


@dataclass
class Converting:
    """The work on one sheet, and what it found besides values, by the row's index."""

    wrong: Wrongs = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)
    remarks: dict[int, list[str]] = field(default_factory=dict)
    """Words that stood beside values: they go to the person's remarks."""

    def column(self, target: str, column: Sequence[Cell], manner: DayManner = PLAIN) -> list[Any]:
        """The values of a column."""
        bad: dict[Any, str] = {}
        passed: dict[Any, str] = {}
        beside: dict[Any, str] = {}
        kind, different = targets.kind(target), set(column)
        read: dict[Any, Any] = {None: None, **surely_one.among(kind, different)}
        different.difference_update(read)
        reader, is_plain = (
            cells.READERS[kind],
            not (kind in (*TOLD, "phone", "email", "state") or progress.names_a_thing(target))
            and words.marks().isdisjoint(different),
        )
        for cell in different:
            try:
                if is_plain and type(cell) is str and cell[:1] not in _SIGNS and len(cell) > _SHORT:
                    read[cell] = reader(cell)
                    continue
                value, left, rest = _read(kind, cell, manner, target)
            except ValueError as error:
                read[cell], bad[cell] = None, str(error)
                continue
            read[cell] = value
            if left:
                passed[cell] = f"{targets.title(target)}: {left}"
            if rest:
                beside[cell] = f"{targets.title(target)}: {rest}"
        if bad or passed or beside:
            self._tell(target, column, bad, passed, beside)
        return list(map(read.__getitem__, column))

    def _tell(
        self,
        target: str,
        column: Sequence[Cell],
        bad: dict[Any, str],
        passed: dict[Any, str],
        beside: dict[Any, str],
    ) -> None:
        for index, cell in enumerate(column):
            if cell in bad:
                self.wrong.setdefault(index, []).append(Problem(target, bad[cell]))
            elif cell in passed:
                self.notes.setdefault(index, []).append(passed[cell])
            if cell in beside:
                self.remarks.setdefault(index, []).append(beside[cell])

    def staff(self, heading: str, column: Sequence[Any]) -> list[str | None]:
        """The column of one facility: who is on its staff, and as what."""
        read, left = facilities.read(heading, column)
        for index, cell in enumerate(column) if left else ():
            if cell in left:
                self.notes.setdefault(index, []).append(left[cell])
                self.remarks.setdefault(index, []).append(f"{facilities.called(heading)}: {cell}")
        return read

    def facilities(
        self, staffs: list[list[str | None]], whole: list[tuple[str, Sequence[Any]]]
    ) -> Iterator[tuple[str, Sequence[Any]]]:
        """The facilities of each row in one value; a column that names several in a cell gives them up to it."""
        for n, (target, column) in enumerate(whole):
            if target == "appointment.facility":
                read = {text: facilities.several(text) for text in set(column) if text}
                told = {text: found for text, found in read.items() if found}
                if told:
                    self._tell_of_no_staff(column, {text: left for text, (_, left) in told.items() if left})
                    staffs.append([told[text][0] if text in told else None for text in column])
                    whole[n] = target, [None if text in told else text for text in column]
        if staffs:
            rows = zip(*staffs, strict=True)
            yield facilities.TARGET, ["; ".join(filter(None, row)) or None for row in rows]

    def _tell_of_no_staff(self, column: Sequence[Any], left: dict[Any, list[str]]) -> None:
        for index, text in enumerate(column) if left else ():
            for piece in left.get(text, ()):
                self.notes.setdefault(index, []).append(f"Facility: “{piece}” is no staff category.")
                self.remarks.setdefault(index, []).append(piece)

    def remarked(self, count: int) -> list[str | None]:
        """The words beside values as a column of remarks."""
        return ["; ".join(self.remarks[index]) if index in self.remarks else None for index in range(count)]


def _first_phone(text: str, several: list[tuple[str, str]], own: str) -> tuple[Any, str, str]:
    """The first of several phones that a word before it says to be of the sort, or the first of those without a word."""
    said = [(contact_cells.KINDS.get(word) if word else "", number) for word, number in several]
    first = next((number for kind, number in said if kind == own), "" if said[0][0] else said[0][1])
    if not first:
        return None, f"“{text}” holds several numbers.", ""
    return numbers.phone(first), f"“{text}” holds several numbers; the first is taken.", ""


def _has_no_digit(cell: Any) -> bool:
    return type(cell) is str and bool(cell.strip()) and not any(map(str.isdigit, cell))


def _phone_beside_words(text: str, alone: tuple[str, str], target: str) -> tuple[Any, str, str]:
    """A phone without the words beside it, unless these say that it is of another sort: "312-555-0106 (home)"."""
    said = set(numbers.WORD.findall(alone[1].casefold()))
    own = target.removeprefix("provider.")
    others = {word for sort, found in SORTS_OF_PHONES.items() if sort != own for word in found}
    if said & others and not said & SORTS_OF_PHONES.get(own, frozenset()):
        return None, f"“{text}” is a number of another sort.", ""
    is_plain = said <= SORTS_OF_PHONES.get(own, frozenset()) | _OF_OFFICES
    return numbers.phone(alone[0]), "", "" if is_plain else alone[1]


_BETWEEN_ADDRESSES = re.compile(r"[\s,;/|&<>()]+")
"""Signs that no address has: two "@" without one of them between are one wrong address."""
_BESIDE = ("email", "phone", "npi", "dea", "license", "code")


def _phone_with_more(text: str, cell: str, target: str) -> tuple[Any, str, str] | None:
    """Several phones in a cell, an inside line, one in letters, or words beside one; None for a phone alone."""
    if len(cell) > TWO_PHONES and len(several := numbers.phones_in(cell)) > 1:
        return _first_phone(text, several, target.rpartition(".")[2])
    if first := numbers.first_of_lines(text):
        return numbers.phone(first), f"“{text}” holds several numbers; the first is taken.", ""
    if numbers.is_extension(text) and target not in OF_THE_HOUSE:
        return None, f"“{text}” is a line within a house and no number of its own.", ""
    if numbers.has_letters_for_digits(text):
        return numbers.phone(text), f"“{text}” has letters for digits; it is kept as written.", ""
    alone = numbers.phone_and_words(text)
    return _phone_beside_words(text, alone, target) if alone else None


def _with_more(kind: str, cell: Any, target: str) -> tuple[Any, str, str] | None:
    """A cell that holds several values, or words beside one; None for one that holds a value alone."""
    if kind == "phone" and numbers.is_shortened(cell):
        return None, f"“{cells.typed(cell)}” lost digits and is no phone number.", ""
    if type(cell) is not str:
        return None
    text = cells.typed(cell)
    if kind == "email":
        addresses = sum("@" in piece for piece in _BETWEEN_ADDRESSES.split(cell))
        return (None, f"“{' '.join(cell.split())}” holds several addresses.", "") if addresses > 1 else None
    if kind == "phone":
        return _phone_with_more(text, cell, target)
    if labelled := labelled_numbers.apart(kind, text):
        return cells.READERS[kind](labelled[0]), "", labelled[1]
    if kind == "npi":
        return None
    if kind == "dea":
        more = numbers.dea_and_more(text)
        return (numbers.dea(more[0]), "", more[1]) if more else None
    apart = numbers.license_and_word(text) if kind == "license" else None
    apart = apart or (number_words.apart(text) if " " in text else None)
    return (apart[0], "", apart[1]) if apart else None


def _are_several(text: str, target: str) -> bool:
    """Whether a cell for one number, or one state, holds two; the number of a policy may have blanks within."""
    if targets.kind(target) == "state":
        return len(parallel.listed(text)) > 1
    return number_tokens.are_several(text, signs_only=targets.plain(target) == "liability.number")


def _odd(kind: str, cell: Any, target: str) -> tuple[Any, str, str] | None:
    """The same of a cell that holds no value of the type; None for any other. Raises ValueError where the row waits for it."""
    if type(cell) is Wrong or type(cell) is str and cell[:1] == "#" and cell.strip() in cells.ERRORS:
        if kind in DATED and Wrong(cell).written:
            return None, Wrong(cell).says, ""
        raise ValueError(Wrong(cell).says)
    if type(cell) is NotBoth:
        raise ValueError(f"“{cell}” does not hold both: write them with a slash between.")
    if type(cell) is NoSpan:
        raise ValueError(f"“{cell}” is not a first and a last day: write them with a dash between.")
    if type(cell) is Unclear:
        what = "days" if kind in DATED else "values"
        return None, f"“{' '.join(cell.split())}” holds several {what} that cannot be told apart.", ""
    if type(cell) is str and len(cell) <= _LONGEST_MARK and words.stands_for_another(cell):
        return None, f"“{cell.strip()}” stands for another cell, and which one is not sure.", ""
    if no_words.means_blank(kind, cell):
        return None, "", ""
    wrong, waits = no_words.fault(kind, target, cell)
    if wrong and waits:
        raise ValueError(wrong)
    if wrong:
        return None, f"{wrong[:-1]}; left out.", ""
    if (kind in NUMBERS or target in OF_DIGITS) and _has_no_digit(cell):
        text = cells.typed(cell)
        is_nothing = words.is_filler(text) and not words.is_waiting(text)
        return None, "" if is_nothing else f"“{text}” is no number.", ""
    if kind in ("license", "code", "state", "phone") and type(cell) is str and (why := _is_none(kind, cell, target)):
        return None, f"“{cells.typed(cell)}” {why}", ""
    return None


def _is_none(kind: str, cell: str, target: str) -> str:
    """Why a cell is no number of its kind; "" where it may be one."""
    if kind == "phone":
        return "is no phone number." if numbers.is_prose(cell) else ""
    if kind == "license" and numbers.is_phone(cell):
        return "is a phone number."
    return "holds several values that cannot be told apart." if _are_several(cell, target) else ""


def _read(kind: str, cell: Any, manner: DayManner, target: str) -> tuple[Any, str, str]:
    """Of one cell its value, what is to be said of it, and the words that stand beside the value."""
    if fault := progress.fault(target, cell):
        return None, fault, ""
    if (odd := _odd(kind, cell, target)) is not None:
        return odd
    if kind in _BESIDE and (beside := _with_more(kind, cell, target)):
        return beside
    if kind in DATED:
        try:
            told = day_cells.read(cell, kind, manner)
        except ValueError:
            if kind == "birth" or not _has_no_digit(cell) or " " not in cells.typed(cell):
                raise
            return None, f"“{cells.typed(cell)}” is no date.", ""  # "see IN license", "not req'd"
        found, said, rest = told.value, told.left, told.words
    else:
        found, said, rest = cells.READERS[kind](cell), "", ""
    if found is None and not said and kind in DATED and any(map(str.isdigit, cells.typed(cell))):
        said = f"“{cells.typed(cell)}” stands for no day."
    if found is None and not said and kind in TOLD and type(cell) is str and words.is_waiting(cells.typed(cell)):
        said = f"“{cells.typed(cell)}” is no {'date' if kind in DATED else 'number'}."
    return found, said, rest
