"""Damaged files: a workbook or a text table changed where its own structure is, the same way for the same number every time."""

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

FILES = Path(__file__).parents[1] / "sheets" / "files"
KINDS = ("xlsx", "xls", "csv")
TAG, VALUE, TEXT = re.compile(rb"<[^<>]{1,400}>"), re.compile(rb'="([^"]*)"'), re.compile(rb">([^<>]+)<")
HOSTILE = (
    *(
        b"",
        b"-1",
        b"0",
        b"1e308",
        b"NaN",
        b"4294967295",
        b"99999999999999999999",
        b"A0",
        b"XFE1",
        b"ZZZZZ9",
        b"A1048577",
    ),
    *(b"&#0;", b"&bomb;", b"\xff\xfe", b"\x00", b"../../etc/passwd", b"true", b"#REF!", b"x" * 5000, b"A1:XFD1048576"),
)
NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF)
SNIPPETS = (
    b'"',
    b'""',
    b",",
    b"\t",
    b"\r",
    b"\n",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"sep=|\n",
    b"'=1+1",
    b"#####",
    b"\xe2\x80",
    b"<",
)
BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00"
"""How the first record of an Excel stream begins."""


def seeds() -> dict[str, tuple[bytes, ...]]:
    """By kind whole files to begin with."""
    return {
        "xlsx": (_formatted(), (FILES / "roster.xlsx").read_bytes()),
        "xls": ((FILES / "roster.xls").read_bytes(),),
        "csv": (_table("utf-8", ","), _table("cp1252", ";"), _table("utf-16", "\t")),
    }


def mutant(kind: str, number: int, whole: tuple[bytes, ...]) -> bytes:
    """The damaged file of a kind and number, made from one of the whole ones by one to three changes."""
    rng = random.Random(f"{kind} {number}")
    body = rng.choice(whole)
    for _ in range(rng.choice((1, 1, 2, 3))):
        body = CHANGES[kind](body, rng)
    return body


def _formatted() -> bytes:
    """A roster with all that is looked at: fills, strikes, comments, hidden rows, merged headings, errors, formats."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Staff as of 11/1/2026"])
    sheet.append(["Last Name", "First Name", "NPI", "License #", "Lic State", "Lic Exp", "ZIP"])
    for n, (last, npi) in enumerate((("Ngo", 1234567893), ("Poe", 1382810863), ("Roe", 1477552867), ("Zoe", "#N/A"))):
        sheet.append([last, "Ann", npi, f"036-{n}", "IL", date(2027, 7, 31), 2139])
        sheet.cell(n + 3, 7).number_format = "00000"
    sheet.merge_cells("A1:C1")
    for at in ("A3", "B3", "C3"):
        sheet[at].font = Font(strike=True)
        sheet[at].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B4"].comment = Comment("on leave", "Bea")
    sheet.row_dimensions[5].hidden = sheet.column_dimensions["E"].hidden = True
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def _table(encoding: str, sign: str) -> bytes:
    rows = (("Name", "NPI", "Note"), ("García, Ann, MD", "1234567893", "a\nb"), ("Poe, Tim, DO", "1382810863", 'x "y"'))
    text = "\r\n".join(sign.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    return text.encode(encoding)


def _at(body: bytes, rng: random.Random) -> int:
    return rng.randrange(len(body) + 1)


def _cut(body: bytes, rng: random.Random) -> bytes:
    return body[: _at(body, rng)]


def _flip(body: bytes, rng: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(rng.randrange(1, 6)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _replace(pattern: re.Pattern[bytes], group: int) -> Callable[[bytes, random.Random], bytes]:
    def change(xml: bytes, rng: random.Random) -> bytes:
        found = list(pattern.finditer(xml))
        if not found:
            return xml
        match = rng.choice(found)
        return xml[: match.start(group)] + rng.choice(HOSTILE) + xml[match.end(group) :]

    return change


def _tag(xml: bytes, rng: random.Random) -> bytes:
    """A tag taken out, doubled, moved or opened a thousandfold."""
    found = list(TAG.finditer(xml))
    if not found:
        return xml
    match, other = rng.choice(found), rng.choice(found)
    tag = rng.choice((b"", match[0] * 2, other[0], match[0] * 1000))
    return xml[: match.start()] + tag + xml[match.end() :]


def _entity(xml: bytes, rng: random.Random) -> bytes:
    bomb = b'<!DOCTYPE a [<!ENTITY b0 "ha">' + b"".join(
        b'<!ENTITY b%d "%s">' % (n, b"&b%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    at = xml.find(b"?>") + 2 if b"?>" in xml else 0
    return xml[:at] + bomb + b'<!ENTITY bomb "&b11;">]>' + xml[at:]


IN_XML = (
    _tag,
    _tag,
    _replace(VALUE, 1),
    _replace(VALUE, 1),
    _replace(VALUE, 1),
    _replace(TEXT, 1),
    _cut,
    _flip,
    _entity,
)


def _xlsx(body: bytes, rng: random.Random) -> bytes:
    """A part of the package changed, taken out, renamed or doubled; or the archive itself."""
    if rng.random() < 0.12:
        return rng.choice((_cut, _flip))(body, rng)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _flip(body, rng)
    place = rng.randrange(len(parts))
    name, part = parts[place]
    what = rng.random()
    if what < 0.06:
        parts.pop(place)
    elif what < 0.1:
        parts[place] = rng.choice((name.upper(), f"/{name}", name.replace("/", "\\"), rng.choice(parts)[0])), part
    else:
        parts[place] = name, rng.choice(IN_XML)(part, rng)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in dict(parts).items():
            archive.writestr(name, part)
    return made.getvalue()


def _xls(body: bytes, rng: random.Random) -> bytes:
    """A record of the stream given another sort, length or content; or the file's own head, its table of sectors, its bytes."""
    records = list(_records(body))
    if not records or rng.random() < 0.15:
        return rng.choice((_cut, _flip, _head))(body, rng)
    at, size = rng.choice(records)
    changed = bytearray(body)
    what = rng.randrange(4)
    if what == 0:
        struct.pack_into("<H", changed, at, rng.choice((*NUMBERS, 0x00FC, 0x0208, 0x0085, 0x003C, 0x00FD)))
    elif what == 1:
        struct.pack_into("<H", changed, at + 2, rng.choice((*NUMBERS, max(0, size - 1), size + 1)))
    elif size >= 4 and what == 2:
        struct.pack_into("<I", changed, at + 4 + rng.randrange(size - 3), rng.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF)))
    elif size >= 2:
        struct.pack_into("<H", changed, at + 4 + rng.randrange(size - 1), rng.choice(NUMBERS))
    return bytes(changed)


def _head(body: bytes, rng: random.Random) -> bytes:
    changed = bytearray(body)
    if len(changed) > 600:
        struct.pack_into(
            "<I", changed, 24 + 4 * rng.randrange(120), rng.choice((0, 1, 9, 0xFFFE, 0xFFFFFFFE, 0xFFFFFFFF))
        )
    return bytes(changed)


def _records(body: bytes) -> list[tuple[int, int]]:
    at, found = body.find(BOF), []
    while 0 <= at < len(body) - 4 and len(found) < 2000:
        size = struct.unpack_from("<H", body, at + 2)[0]
        if at + 4 + size > len(body):
            break
        found.append((at, size))
        at += 4 + size
    return found


def _csv(body: bytes, rng: random.Random) -> bytes:
    what = rng.random()
    if what < 0.1:
        return rng.choice((_cut, _flip))(body, rng)
    at = _at(body, rng)
    if what < 0.2:
        return body[:at] + body[at : at + 40] * rng.choice((2, 20, 100)) + body[at:]
    return body[:at] + rng.choice(SNIPPETS) * rng.choice((1, 1, 2, 60)) + body[at + rng.choice((0, 0, 1, 9)) :]


CHANGES: dict[str, Callable[[bytes, random.Random], bytes]] = {"xlsx": _xlsx, "xls": _xls, "csv": _csv}
