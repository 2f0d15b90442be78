"""Columns of surnames alone or given names alone, without what stands in them and is no name: "Ka MD NEW", "Dr. Lu", "Vi Jr."."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from workbench.errors import Problem
from workbench.sheets.cell import asides, name_degrees, names, titles, words
from workbench.sheets.cell.naming import NO_PART, Column, Notes, Wrongs

_MARKS = re.compile(r"[*†‡§^]+")
ANYBODY = "ZZZ"
"""A surname, so that given names alone are taken apart as behind one."""


class Alone(NamedTuple):
    """A name of one sort, and what stood beside it; what is absent is ""."""

    name: str
    suffix: str = ""
    degree: str = ""
    remark: str = ""
    several: bool = False


def without_others(
    target: str, column: list[str | None], wrong: Wrongs, notes: Notes, remarks: dict[int, list[str]]
) -> tuple[list[str | None], list[Column]]:
    """The names alone; degrees and generations follow as columns, and other words go to the remarks, said."""
    read_one = surname if target == "provider.last" else given
    column = _without_marks(column, notes, remarks)
    marked = {text for text in set(column) if text and (" " in text or "," in text) and not asides.MARKS.search(text)}
    read = {text: found for text in marked if (found := read_one(text)).name != text or found.several}
    if not read:
        return column, []
    for index, text in enumerate(column):
        if text not in read:
            continue
        if read[text].several:
            said = f"“{text}” names more than one person: give each a row of their own."
            wrong.setdefault(index, []).append(Problem(target, said))
        if remark := read[text].remark:
            remarks.setdefault(index, []).append(remark)
            notes.setdefault(index, []).append(f"Name: “{remark}” {NO_PART}")
    return [read[text].name or None if text in read else text for text in column], [
        ("provider.suffix", [read[text].suffix or None if text in read else None for text in column]),
        ("provider.degree", [read[text].degree or None if text in read else None for text in column]),
    ]


def part_initials(table: dict[str, Sequence[Any]]) -> None:
    """Take an initial behind the given names, "Kathleen M.", as the middle one, where no column says another.

    A list of ours that came back says what stands in the office."""
    first = table.get("provider.first")
    if first is None or "provider.id" in table:
        return
    middle = list(table.get("provider.middle") or [None] * len(first))
    kept = list(first)
    for index, text in enumerate(first):
        given, _, initial = (text or "").rpartition(" ")
        if len(initial.strip(".")) == 1 and initial[0].isalpha() and len(given.split(" ")[0].strip(".")) > 1:
            said = middle[index]
            if said is None or said[:1].casefold() == initial[0].casefold():
                kept[index], middle[index] = given, said or initial.strip(".")
    if kept != list(first):
        table["provider.first"], table["provider.middle"] = kept, middle


def _without_marks(column: list[str | None], notes: Notes, remarks: dict[int, list[str]]) -> list[str | None]:
    """Names without the signs of a legend: "Park *"; what these mean is not known, and they are said."""
    marked = {text: found for text in set(column) if text and (found := _MARKS.sub("", text).strip()) and found != text}
    for index, text in enumerate(column) if marked else ():
        if text in marked:
            notes.setdefault(index, []).append(f"Name: the mark in “{text}” {NO_PART}")
            remarks.setdefault(index, []).append(text)
    return [marked.get(text, text) if text else None for text in column] if marked else column


@lru_cache(maxsize=1 << 16)
def given(text: str) -> Alone:
    """Given names as they stand, unless something else stands with them."""
    found = names.parse(f"{ANYBODY}, {text}")
    if found.several:
        return Alone("", several=True)
    tokens = text.split()
    titled = names.is_salutation(tokens[0]) or tokens[-1].strip(".").lower() in ("dr", "doctor")
    if not found.first or found.unclear or not (found.degree or found.suffix or found.remark or titled):
        return Alone(text)
    return Alone(f"{found.first} {found.middle}".strip(), found.suffix, found.degree, found.remark)


@lru_cache(maxsize=1 << 16)
def surname(text: str) -> Alone:
    """A surname without Dr. before it, and without what stands behind its degree or a dash and says what somebody does."""
    tokens = text.replace(",", " ").split()
    while len(tokens) > 1 and names.is_salutation(tokens[0]) and (tokens[0].endswith(".") or len(tokens) == 2):
        tokens = tokens[1:]
    own = len(text.partition(",")[0].split())
    at = next((n for n, token in enumerate(tokens) if n and _is_degree(token, tokens[0], n >= own)), len(tokens))
    if at < len(tokens):
        return _with_degrees(tokens[:at], tokens[at:])
    name, dash, tail = " ".join(tokens).partition(" - ")
    if dash and titles.is_title(tail):
        return Alone(name, remark=tail)
    kept = " ".join(tokens)
    return Alone(kept if len(tokens) < len(text.replace(",", " ").split()) else text)


SHORT = 2
"""Letters of a degree that may be a word of a surname in capitals: MA, PA."""


def _is_degree(token: str, surname: str, behind_comma: bool) -> bool:
    """Whether a word behind a surname is a degree: "Walker, CRNA", "Walker CRNA"; "LEE, MA" may be two names."""
    if surname.isupper() and token.isalpha() and len(token) == SHORT and token not in ("MD", "DO"):
        return False
    found = words.degrees_in(token)
    is_known = behind_comma and bool(found) and name_degrees.is_written_so(token, found or [])
    return is_known or name_degrees.is_personal(token)


def _with_degrees(surname: list[str], rest: list[str]) -> Alone:
    """A surname and what stands behind it from the first degree on."""
    degrees: list[str] = []
    suffix, behind = "", []
    for token in rest:
        generation = name_degrees.suffix_of(token)
        if found := words.degrees_in(token):
            degrees += found
        elif generation is not None:
            suffix = generation or suffix
        else:
            behind.append(token)
    kept = [each for each in degrees if each not in words.words().fellowships] or degrees
    return Alone(" ".join(surname), suffix, ", ".join(dict.fromkeys(kept)), " ".join(behind).strip(" -–—"))
