"""A table whose names are titles of occupations (Pharmacist, Nuclear): a list of codes, and nobody's."""

from workbench.sheets import likeness
from workbench.sheets.cell import name_degrees, titles
from workbench.sheets.recognizing import SheetReading

ABOUT = "The names are titles of occupations, as {shown}: is it a list of people?"
ENOUGH = 0.25
"""The share of names that are such titles from which on the table lists no people."""
_NUMBERS = ("provider.npi", "license.number", "dea.number")


def told(reading: SheetReading) -> str:
    """What is asked of such a table; "" of every other. Somebody's number on a sheet tells that it lists people."""
    at = reading.column_of("provider.full_name")
    if at is None or any(reading.column_of(target) is not None for target in _NUMBERS):
        return ""
    names = [cell for row in reading.rows if isinstance(cell := row.cells[at], str)]
    found = [name for name in names if _is_title(name)]
    return ABOUT.format(shown=f"“{found[0]}”") if found and len(found) >= ENOUGH * len(names) else ""


def _is_title(name: str) -> bool:
    words = name.replace("/", " ").replace(",", " ").split()
    if any(map(likeness.is_given, words)) or any(map(name_degrees.is_personal, words)):
        return False
    return any(map(titles.is_role, words)) or titles.names_a_role(name)
