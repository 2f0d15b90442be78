"""The workbook of refused rows, as it comes back: the column that says why is the program's own."""

SHEET, REASON = "Not imported", "Reason"


def is_reason(sheet: str, label: str) -> bool:
    """Whether a column, by its label, is the one in which the program said why a row was refused."""
    return sheet == SHEET and label.endswith(f": {REASON}")
