"""Workbooks that count from 1904: a number that is not formatted as a day means another day than usual."""

import struct
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.utils.datetime import MAC_EPOCH

from tests.sheets import xlsb
from tests.sheets.sheet_tables import asked, read_here, told
from workbench.sheets.files import counting

DAY = date(2027, 7, 31)
COUNTED = (DAY - date(1904, 1, 1)).days


def workbook(path, *, old: bool):
    made = openpyxl.Workbook()
    if old:
        made.epoch = MAC_EPOCH
    sheet = made.active
    sheet.append(["Last Name", "First Name", "License #", "Lic Exp", "DEA Exp"])
    sheet.append(["Ngo", "Ruth", "036-1", COUNTED, DAY])
    sheet.append(["Okafor", "Lars", "036-2", COUNTED + 1, DAY])
    made.save(path)
    return read_here(path)


def test_a_number_is_the_day_that_the_workbook_counts(tmp_path):
    made = workbook(tmp_path / "a.xlsx", old=True)
    assert [(row["license.expires"], row["dea.expires"]) for row in told(made)] == [
        (DAY, DAY),
        (date(2027, 8, 1), DAY),
    ]


def test_and_that_is_said(tmp_path):
    (question,) = asked(workbook(tmp_path / "a.xlsx", old=True))
    assert "from 1904 on, as the whole workbook has it" in question.about
    assert question.chosen == f"read as days: {COUNTED} is 07/31/2027"


def test_of_any_other_workbook_it_is_the_usual_day(tmp_path):
    assert told(workbook(tmp_path / "a.xlsx", old=False))[0]["license.expires"] == date(2023, 7, 30)


@pytest.mark.parametrize("flags,old", [(1, True), (0, False)])
def test_an_xlsb_says_it_in_its_properties(tmp_path, flags, old):
    path = xlsb.write(tmp_path / "a.xlsb", "Roster", [["Name"], ["Ngo"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    properties = xlsb._record(153, struct.pack("<II", flags, 0))
    parts["xl/workbook.bin"] = parts["xl/workbook.bin"][:3] + properties + parts["xl/workbook.bin"][3:]
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    assert counting.is_of_1904(str(path), "xlsb") is old


def test_an_xls_says_it_in_a_record(tmp_path):
    record = struct.pack("<HHH", 0x22, 2, 1) + struct.pack("<HHH", 0x0E, 2, 1)
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + record)
    (tmp_path / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + record.replace(b"\1\0\x0e", b"\0\0\x0e"))
    assert counting.is_of_1904(str(tmp_path / "a.xls"), "xls")
    assert not counting.is_of_1904(str(tmp_path / "b.xls"), "xls")


def test_a_file_that_is_none_counts_as_usual(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\3\4nothing")
    assert not any(counting.is_of_1904(str(tmp_path / "a.xlsx"), kind) for kind in ("xlsx", "xlsb", "ods", "csv"))
