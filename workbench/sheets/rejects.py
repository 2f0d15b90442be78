"""The workbook of refused rows, as it comes back: its sheet's name keeps the day that they are of, and the column that says why is the
program's own."""

from datetime import date

SHEET, REASON = "Not imported", "Reason"


def sheet_of(day: date | None) -> str:
    """The name of the sheet of rows that are of a day, from which it is read again (as_of.py)."""
    return f"{SHEET}, as of {day:%Y-%m-%d}" if day else SHEET


def is_reason(sheet: str, label: str) -> bool:
    """Whether a column, by its label, is the one in which the program said why a row was refused."""
    return sheet.startswith(SHEET) and label.endswith(f": {REASON}")
