"""Workbooks through python-calamine, and the error cells that it drops."""

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import python_calamine

from workbench.sheets.child import Fault, blocks_of

ERROR_CELL = re.compile(rb'<(?:\w+:)?c\s([^>]*?\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,40})</")
CHUNK = 1 << 20


def messages(path: str, kind: str) -> Iterator[tuple]:
    """Every sheet of the workbook with its rows, as child.py describes them."""
    workbook = _opened(path)
    parts = _sheet_parts(path) if kind in ("xlsx", "xlsm") else {}
    read = faults = 0
    for meta in workbook.sheets_metadata:
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_name(meta.name)
        except (python_calamine.CalamineError, python_calamine.WorksheetNotFound, OSError, ValueError):
            faults += 1
            continue
        read += 1
        left = sheet.start[1] if sheet.start else 0
        merged = [(a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
        yield "sheet", meta.name, meta.visible == python_calamine.SheetVisibleEnum.Visible, 1, merged[:100_000]
        if sheet.start is not None:
            # calamine's iterator gives the empty rows above the first used one, but not the empty columns before it
            yield from blocks_of(sheet.iter_rows(), left, _errors(path, parts.get(meta.name)))
    if faults and not read:
        raise Fault("unreadable")


def _opened(path: str) -> python_calamine.CalamineWorkbook:
    try:
        return python_calamine.load_workbook(path)
    except python_calamine.PasswordError as error:
        raise Fault("password") from error
    except (
        python_calamine.CalamineError,
        python_calamine.ZipError,
        python_calamine.XmlError,
        OSError,
        ValueError,
    ) as error:
        raise Fault(_code(str(error))) from error


def _code(message: str) -> str:
    return "password" if "password" in message.lower() or "encrypt" in message.lower() else "unreadable"


def _sheet_parts(path: str) -> dict[str, str]:
    """Where in the archive each sheet's XML lies; empty if the archive is unusual: then error cells stay blanks."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
            names = set(archive.namelist())
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, NotImplementedError):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for sheet in book.iter():
        if not sheet.tag.endswith("}sheet"):
            continue
        target = next((targets.get(value) for key, value in sheet.attrib.items() if key.endswith("}id")), None) or ""
        part = target.lstrip("/") if target.startswith("/") else "xl/" + target
        if part in names:
            parts[sheet.get("name", "")] = part
    return parts


def _errors(path: str, part: str | None) -> dict[int, dict[int, str]]:
    """Error cells by row and column, both from 0. Only sheets that hold one cost more than the unpacking."""
    found: dict[int, dict[int, str]] = {}
    if part is None:
        return found
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        rest = b""
        while chunk := stream.read(CHUNK):
            text = rest + chunk
            rest = text[-4096:]
            if b't="e"' in text:
                _collect(text, found)
    return found


def _collect(text: bytes, found: dict[int, dict[int, str]]) -> None:
    for match in ERROR_CELL.finditer(text):
        place, value = REFERENCE.search(match[1]), VALUE.search(match[2])
        if place and value:
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - 64
            found.setdefault(int(place[2]) - 1, {})[column - 1] = value[1].decode("utf-8", "replace")
