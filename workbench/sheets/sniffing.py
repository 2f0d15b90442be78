"""What a file is, by what it holds rather than by its ending."""

import zipfile

from workbench.sheets import limits

FAULTS = {"empty", "pdf", "word", "page", "too big", "password", "unreadable", "rich text", "slides", "xml"}
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")


def kind_of(path: str) -> str:
    """One of xlsx, xlsm, xlsb, ods, xls, csv, or one of FAULTS."""
    with open(path, "rb") as file:
        head = file.read(8192)
        size = file.seek(0, 2)
    if not size:
        return "empty"
    if size > limits.PACKED:
        return "too big"
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(OLE):
        return _ole(path)
    if head.startswith(BIFF):
        return "xls"
    return _text(head)


def _zipped(path: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "unreadable"
    if sum(entry.file_size for entry in entries) > limits.UNPACKED:
        return "too big"
    names = {entry.filename.replace("\\", "/").lower().lstrip("/") for entry in entries}
    if any(name.startswith("word/") for name in names):
        return "word"
    if any(name.startswith("ppt/") for name in names):
        return "slides"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if "content.xml" in names:
        return "ods"
    return "xlsm" if any(name.endswith("vbaproject.bin") for name in names) else "xlsx"


def _ole(path: str) -> str:
    with open(path, "rb") as file:
        body = file.read(limits.PACKED)
    if "EncryptedPackage".encode("utf-16-le") in body:
        return "password"
    if "WordDocument".encode("utf-16-le") in body and "Workbook".encode("utf-16-le") not in body:
        return "word"
    return "xls"


def _text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if b"%pdf-" in head[:1024].lower():
        return "pdf"
    if start.startswith(b"{\\rtf"):
        return "rich text"
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return "page"
    if start.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office" in start:
        return "page" if b"<html" in start else "xml"
    return "csv"
