"""A column of streets that holds whole addresses: the town, the state and the ZIP behind a street go to their own places."""

import re

from workbench.records import places
from workbench.sheets.cell.naming import Column, Notes

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
_MAYBE_SAINT = re.compile(r"^(.*)\bst\.?$", re.IGNORECASE)
_ENDED = re.compile(rf"\b(?:{_ENDS})\b|(?:{_UNITS})\w", re.IGNORECASE)
_LONGER = re.compile(_END)


def taken_apart(column: list[str | None], notes: Notes) -> tuple[list[str | None], list[Column]]:
    """The streets alone, and what stands behind them; an address whose street does not surely end is left out and said."""
    read = {text: _read(text) for text in set(column) if text and text[-4:].isdigit() and _LONGER.search(text)}
    read = {text: found for text, found in read.items() if found is None or found[0] != text}
    if not read:
        return column, []
    for index, text in enumerate(column):
        if text in read and read[text] is None:
            notes.setdefault(index, []).append(f"Street: “{text}” holds more than a street; left out.")
    parts = {text: found or (None, None, None, None) for text, found in read.items()}
    return [parts[text][0] if text in parts else text for text in column], [
        (f"provider.{name}", [parts[text][at] if text in parts else None for text in column])
        for at, name in enumerate(("city", "state", "zip"), 1)
    ]


def _read(text: str) -> tuple[str | None, str | None, str | None, str | None] | None:
    """Street, city, state and ZIP; the text itself as the street where it ends in no state."""
    end = _LONGER.search(text)
    if end is None or not places.code(end[1]) or not end[1].isupper():
        return text, None, None, None
    match = _BEHIND_COMMA.match(text) or _BEHIND_STREET.match(text)
    if match and match.re is _BEHIND_STREET and (saint := _MAYBE_SAINT.search(match[1])) and _ENDED.search(saint[1]):
        return None  # "1 Main St Ste 2 St Louis MO 63101"
    return (match[1].strip(" ,"), match[2].strip(), match[3], match[4]) if match else None
