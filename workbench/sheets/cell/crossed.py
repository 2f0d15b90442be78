"""A number that stands in the column of another: a DEA number or an NPI where licenses stand. It is nobody's license."""

from collections.abc import Sequence
from typing import Any

from workbench.records import checks
from workbench.sheets import targets
from workbench.sheets.cell.naming import Notes

PRACTITIONERS = "ABFGM"
"""The first letters of DEA numbers of people. Licenses begin otherwise, or their second letter is not the surname's by chance."""


def without_crossed(table: dict[str, Sequence[Any]], notes: Notes) -> dict[str, Sequence[Any]]:
    """The columns by target, without numbers of another kind among licenses; each is told of its row."""
    return {
        target: _licenses(target, column, table, notes) if targets.plain(target) == "license.number" else column
        for target, column in table.items()
    }


def _licenses(target: str, column: Sequence[Any], table: dict[str, Sequence[Any]], notes: Notes) -> Sequence[Any]:
    if not any(text and _may_be_another(text) for text in set(column)):
        return column
    found = list(column)
    for index, text in enumerate(column):
        if text and (said := _said(text, {name: each[index] for name, each in table.items()})):
            notes.setdefault(index, []).append(f"{targets.title(target)}: {said}")
            found[index] = None
    return found


def _may_be_another(text: str) -> bool:
    if text[:1].isalpha():
        return len(text) >= 9 and checks.dea_is_valid(_bare(text))
    return len(text) == 10 and checks.npi_is_valid(text)


def _said(text: str, row: dict[str, Any]) -> str:
    """What a number is that is no license's, told by the other values of its row."""
    number = _bare(text)
    if text == row.get("provider.npi"):
        return f"“{text}” is the NPI, no license number."
    if not checks.dea_is_valid(number):
        return ""
    surname = str(row.get("provider.last") or "")[:1].upper()
    is_theirs = number[0] in PRACTITIONERS and number[1] == surname
    return f"“{text}” is a DEA number, no license number." if is_theirs or number == row.get("dea.number") else ""


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("-", "").upper()
