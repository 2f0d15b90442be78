"""Small words that several pages say the same way."""

OFFICES = "Offices (*.workbench);;All files (*)"
"""What is opened as an office."""
SHEETS = "Excel workbook (*.xlsx);;Comma separated (*.csv)"
"""What a list is exported as."""


def of(count: int, one: str, many: str = "") -> str:
    """“1 credential”, “1,298 credentials”."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
