"""Editions of a form: one name is in force; the ones before carry their edition in their name."""

import re
from collections.abc import Collection
from datetime import date

_MARK = ", edition "
_COUNTED = re.compile(r"(\d{4})-(\d+)")


def base(name: str) -> str:
    """The name that all editions of a form share: “General Surgery” of “General Surgery, edition 2025-1”."""
    return name.partition(_MARK)[0].strip()


def dated(name: str, edition: str) -> str:
    """The name of one edition among several."""
    return f"{base(name)}{_MARK}{edition.strip()}"


def following(edition: str, taken: Collection[str], today: date) -> str:
    """What the edition after this one is called where nobody says: 2026-1 is followed by 2026-2, and in the next year by 2027-1.

    taken are the editions that are there; an edition that is not counted so is followed by one that is."""
    counted = _COUNTED.fullmatch(edition.strip())
    number = int(counted[2]) + 1 if counted and int(counted[1]) == today.year else 1
    there = {each.strip().casefold() for each in taken}
    while f"{today.year}-{number}" in there:
        number += 1
    return f"{today.year}-{number}"


def line_key(form: str, line: str) -> tuple[str, str]:
    """What makes two lines the same privilege on two editions."""
    return base(form).casefold(), " ".join(line.casefold().split())
