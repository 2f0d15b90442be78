"""From which day a workbook counts: Excel for Mac began in 1904, and its numbers of days mean others than usual.

Calamine turns what is formatted as a day into the right one; a number that is formatted as a number stays as it is.
"""

import re
import zipfile
from collections.abc import Iterator

from workbench.sheets import limits
from workbench.sheets.files.package import Package, local

LATER = 1462
"""Days from 1899-12-30 to 1904-01-01."""
_DATE_MODE = b"\x22\x00\x02\x00\x01\x00\x0e\x00\x02\x00"
"""In an xls the record DateMode that says 1904, and the beginning of the record CalcPrecision, which follows it."""
_WORKBOOK_PROPERTIES = 153
"""BrtWbProp of an xlsb; the lowest bit of its flags says 1904."""
_NULL_DATE = re.compile(rb"<table:null-date\b[^>]{0,200}table:date-value=\"1904-01-01\"")
_LOOKED_AT = 4 * 1024**2


def is_of_1904(path: str, kind: str) -> bool:
    """Whether its days are counted from 1904 on."""
    try:
        return _READERS[kind](path)
    except Exception:  # whatever an odd file raises: its values must not be lost for this
        return False


def _of_xlsx(path: str) -> bool:
    package = Package(path)
    tree = package.tree(package.workbook)
    said = [each.get("date1904", "") for each in (tree if tree is not None else ()) if local(each.tag) == "workbookPr"]
    return bool(said) and said[0].lower() in ("1", "true", "on")


def _of_xls(path: str) -> bool:
    with open(path, "rb") as file:
        return _DATE_MODE in file.read(limits.PACKED)


def _of_xlsb(path: str) -> bool:
    with zipfile.ZipFile(path) as archive:
        name = next(each for each in archive.namelist() if each.lower().endswith("workbook.bin"))
        with archive.open(name) as file:
            body = file.read(_LOOKED_AT)
    return any(kind == _WORKBOOK_PROPERTIES and content[:1] and content[0] & 1 for kind, content in _records(body))


def _records(body: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: its number, its size, and so many bytes; both numbers in seven bits a byte."""
    at = 0
    while at < len(body):
        kind, at = _number(body, at, 2)
        size, at = _number(body, at, 4)
        yield kind, body[at : at + size]
        at += size


def _number(body: bytes, at: int, most: int) -> tuple[int, int]:
    """A number in up to so many bytes, and where it ends."""
    value = 0
    for place in range(most):
        byte = body[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return value, at


def _of_ods(path: str) -> bool:
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
        return _NULL_DATE.search(file.read(_LOOKED_AT)) is not None


_READERS = {"xlsx": _of_xlsx, "xlsm": _of_xlsx, "xls": _of_xls, "xlsb": _of_xlsb, "ods": _of_ods}
