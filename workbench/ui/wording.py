"""Small words that several pages say the same way."""

OFFICES = "Offices (*.workbench);;All files (*)"
"""What is opened as an office."""
SHEETS = "Excel workbook (*.xlsx);;Comma separated (*.csv)"
"""What a list is exported as."""
