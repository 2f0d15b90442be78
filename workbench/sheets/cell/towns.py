"""A column of streets that names towns: "Gary, IN" is a city and a state, several of them in a cell are left out."""

import re

from workbench.records import places
from workbench.sheets.cell.naming import Column, Notes

_TOWN = re.compile(r"\s*([^\W\d_][^\d,;/\n]{1,40}?)(\s*,\s*|\s+)([A-Za-z]{2})\b[\s,;.]*")
OF_STREETS = ("NE", "CT")
"""States that are also how streets end, northeast and court, unless a comma stands before."""


def taken_out(target: str, column: list[str | None], notes: Notes) -> tuple[list[str | None], list[Column]]:
    """The streets without cells that name towns alone, and what these say."""
    read = {text: found for text in set(column) if text and (found := towns(text))}
    if not read:
        return column, []
    for index, text in enumerate(column):
        if text in read and len(read[text]) > 1:
            notes.setdefault(index, []).append(f"Address: “{text}” names several towns and no street; left out.")
    sole = {text: found[0] for text, found in read.items() if len(found) == 1}
    part = target.partition(".")[0]
    return [None if text in read else text for text in column], [
        (f"{part}.city", [sole[text][0] if text in sole else None for text in column]),
        (f"{part}.state", [sole[text][1] if text in sole else None for text in column]),
    ]


def towns(text: str) -> list[tuple[str, str]]:
    """The towns with their states of a text that holds nothing else; [] of any other."""
    at, found = 0, []
    while at < len(text):
        match = _TOWN.match(text, at)
        state = places.code(match[3]) if match and match[3].isupper() else None
        if match is None or state is None or "," not in match[2] and match[3] in OF_STREETS:
            return []
        found.append((" ".join(match[1].split()), state))
        at = match.end()
    return found
