"""Cells whose formula no program has calculated: a problem, never a blank."""

import zipfile

import openpyxl

from tests.sheets.sheet_tables import read_here
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

ROWS = [["Ngo, Ruth, MD", "1382810863"], ["Morris, Vikram, DO", "1683432102"], ["Okafor, Pieter, MD", "2347597421"]]


def book(path, formula):
    made = openpyxl.Workbook()
    made.active.append(["Name", "NPI", "Office Phone", "Lic #"])
    for n, row in enumerate(ROWS):
        made.active.append([*row, formula if n == 1 else f"312-555-010{n}", f"036-{n}"])
    made.save(path)
    return path


def said(path):
    (reading,) = recognize(read_here(path))
    return list(understand(reading))


def test_a_formula_that_was_never_calculated_is_a_problem(tmp_path):
    rows = said(book(tmp_path / "r.xlsx", '=VLOOKUP(1,A1:B2,2,FALSE)&"x"'))
    assert [[problem.field for problem in row.problems] for row in rows] == [[], ["provider.phone"], []]
    assert "never calculated" in rows[1].problems[0].message


def test_a_formula_whose_value_is_an_empty_text_is_a_blank(tmp_path):
    plain = book(tmp_path / "r.xlsx", '=""')
    with zipfile.ZipFile(plain) as file, zipfile.ZipFile(tmp_path / "s.xlsx", "w") as other:
        for name in file.namelist():
            xml = file.read(name)
            if name.endswith("sheet1.xml"):
                assert b'r="C3"' in xml
                xml = xml.replace(b'r="C3"', b'r="C3" t="str"')
            other.writestr(name, xml)
    rows = said(tmp_path / "s.xlsx")
    assert not any(row.problems for row in rows) and "provider.phone" not in rows[1].values
