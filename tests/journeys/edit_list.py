"""What somebody does to a list in Excel, done by openpyxl: python edit_list.py HEADING VALUE WHO FILE."""

import sys

import openpyxl

heading, value, who, path = sys.argv[1:]
book = openpyxl.load_workbook(path)
sheet = book.active
heads = next(row for row in sheet.iter_rows() if any(cell.value == heading for cell in row))
column = next(cell.column for cell in heads if cell.value == heading)
row = next(row for row in sheet.iter_rows(min_row=heads[0].row + 1) if any(cell.value == who for cell in row))
sheet.cell(row[0].row, column).value = value
book.save(path)
