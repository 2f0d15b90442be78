"""A column of streets that holds whole addresses: the town, the state and the ZIP behind a street go to their own places."""

import re
from collections.abc import Sequence

from workbench.records import places
from workbench.sheets import targets
from workbench.sheets.cell.naming import Column, Notes
from workbench.sheets.cell.towns import OF_STREETS
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell

_END = r",?\s+([A-Za-z]{2})\.?,?\s+(\d{5}(?:-\d{4})?)$"
_BEHIND_COMMA = re.compile(rf"^(.*\d.*?)\s*,\s*([^,\d]+?){_END}")
_ENDS = (
    "st|street|ave|avenue|av|rd|road|dr|drive|blvd|boulevard|ln|lane|ct|court|way|pkwy|parkway|hwy|highway|pl|place"
    "|ter|terrace|cir|circle|sq|square|plaza|pike|trl|trail"
)
_UNITS = r"\b(?:ste|suite|unit|bldg|rm|room|fl|floor)\b\.?\s*|#\s*"
_BEHIND_STREET = re.compile(
    rf"^(.*\d.*\b(?:{_ENDS})\b\.?|.*\d.*(?:{_UNITS})\w+)\s+([A-Z][^,\d]*?){_END}", re.IGNORECASE
)
_MAYBE_SAINT = re.compile(r"^(.*?)\s+(st\.?)$", re.IGNORECASE)
_ENDED = re.compile(rf"(?:\b(?:{_ENDS})\b\.?|(?:{_UNITS})\w+)$", re.IGNORECASE)
_LONGER = re.compile(_END)
_ZIP_WITHIN = re.compile(r"\b([A-Z]{2})\.?,?\s+\d{5}(?:-\d{4})?\b(?!-)(?=.*\w)")
_WITHOUT_ZIP = re.compile(r"(.*\d.*?)\s*,\s*([^,\d]+?)(,\s*|\s+)([A-Z]{2})")
_UNIT = re.compile(rf"(?:{_UNITS}|apt|tower|wing)", re.IGNORECASE)
_TOWN = re.compile(rf"^([^\W\d_][^,\d]*?){_END}")
_Address = tuple[str | None, str | None, str | None, str | None]
"""Street, city, state and ZIP."""


def taken_apart(
    target: str, column: list[str | None], cells: Sequence[Cell], notes: Notes
) -> tuple[list[str | None], list[Column]]:
    """The streets alone, and what stands behind them; an address whose street does not surely end is left out and said.
    Cells: as they were typed, where a line break may say it."""
    read = {text: _read(text) for text in set(column) if text and text[-4:].isdigit() and _LONGER.search(text)}
    lines = {text: cell for text, cell in zip(column, cells, strict=True) if isinstance(cell, str) and "\n" in cell}
    read |= {text: found for text in set(column) if text and text[-2:].isupper() and (found := _without_zip(text))}
    read |= {text: None for text in set(column) if text and _goes_on(text)}
    read |= {text: found for text, cell in lines.items() if text in read and (found := _of_lines(cell))}
    read = {text: found for text, found in read.items() if found is None or found[0] != text}
    if not read:
        return column, []
    for index, text in enumerate(column):
        if text in read and read[text] is None:
            notes.setdefault(index, []).append(f"{targets.title(target)}: “{text}” holds more than a street; left out.")
    parts = {text: found or (None, None, None, None) for text, found in read.items()}
    return [parts[text][0] if text in parts else text for text in column], [
        (f"{target.partition('.')[0]}.{name}", [parts[text][at] if text in parts else None for text in column])
        for at, name in enumerate(("city", "state", "zip"), 1)
    ]


def _read(text: str) -> _Address | None:
    """The parts of an address; the text itself as the street where it ends in no state."""
    end = _LONGER.search(text)
    if end is None or not places.code(end[1]) or not end[1].isupper():
        return text, None, None, None
    if match := _BEHIND_COMMA.match(text):
        return match[1].strip(" ,"), match[2].strip(), match[3], match[4]
    match = _BEHIND_STREET.match(text)
    if match is None:
        return None
    street, town = match[1].strip(" ,"), match[2].strip()
    saint = _MAYBE_SAINT.match(street)
    if saint is None:
        return street, town, match[3], match[4]
    is_saint, is_ended = town.split()[0].casefold() in load_synonyms().lines["saints"], _ENDED.search(saint[1])
    if is_saint and is_ended:  # "646 Main St St. Louis, MO 63110"
        return saint[1], f"{saint[2]} {town}", match[3], match[4]
    return None if is_saint or is_ended else (street, town, match[3], match[4])


def _goes_on(text: str) -> bool:
    """Whether something stands behind the ZIP of an address."""
    match = _ZIP_WITHIN.search(text)
    return match is not None and places.code(match[1]) is not None


def _without_zip(text: str) -> _Address | None:
    """The parts of an address that ends with its state, where its street surely ends before a comma."""
    match = _WITHOUT_ZIP.fullmatch(text)
    if match is None or not places.code(match[4]) or not _ENDED.search(match[1]) or _UNIT.match(match[2]):
        return None
    if "," not in match[3] and match[4] in OF_STREETS:
        return None
    return match[1].strip(" ,"), match[2].strip(), match[4], None


def _of_lines(cell: str) -> _Address | None:
    """The parts of an address whose town has a line of its own."""
    *street, last = [" ".join(line.split()).strip(" ,") for line in cell.splitlines() if line.strip(" ,")]
    match = _TOWN.match(last) if street and any(map(str.isdigit, street[0])) else None
    if match is None or not match[2].isupper() or not places.code(match[2]):
        return None
    return ", ".join(street), match[1].strip(), match[2], match[3]
