"""What a file is, by what it holds rather than by its ending."""

import re
import zipfile

from workbench.sheets import limits

READ = {"xlsx", "xlsm", "xlsb", "ods", "xls", "csv", "page", "web archive", "xml"}
"""What is read, or at least tried; everything else that is told here has a sentence of its own (faults.py)."""
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x00\x01\x00\x00Standard Jet DB", "database"),
    (b"\x00\x01\x00\x00Standard ACE DB", "database"),
    (b"SQLite format 3\x00", "office"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (b"[InternetShortcut]", "shortcut"),
    (b"!BDN", "message"),
)
HEIC = re.compile(rb"^....ftyp(?:heic|heix|hevc|mif1|msf1|avif)", re.DOTALL)
LETTER = re.compile(rb"^(?:from|to|subject|date|received|message-id|return-path|delivered-to|x-[\w-]+):", re.I | re.M)
MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
FIELD = re.compile(rb"^[a-z][a-z-]*-[a-z-]+:", re.IGNORECASE)
"""A line of a mail that any program may write first: "Content-Type:", "Thread-Topic:"."""
PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|table|tbody|thead|tr|td|div|span|font|center|style|title|p)[\s>/]"
)
STREAMS = (
    ("EncryptedPackage", "password"),
    ("__substg1.0_", "message"),
    ("PowerPoint Document", "slides"),
)
"""Names of streams inside an old Office file that tell what it is."""


def kind_of(path: str) -> str:
    """One of READ, or the code of what is wrong with it."""
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
    found = next((kind for beginning, kind in BEGINNINGS if head.startswith(beginning)), "")
    return found or _picture(head) or kind_of_text(head)


def _zipped(path: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename.replace("\\", "/").lower().lstrip("/") for entry in entries}
            mime = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, KeyError, EOFError):
        return "unreadable"
    if sum(entry.file_size for entry in entries) > limits.UNPACKED or any(map(_is_bomb, entries)):
        return "too big"
    return _package(names, mime)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > limits.SUSPICIOUS and entry.file_size > limits.MOST_PACKED_TO * entry.compress_size


def _package(names: set[str], mime: bytes) -> str:
    """What a zip archive with these names in it is."""
    if any(name.startswith("word/") for name in names):
        return "word"
    if b"opendocument.text" in mime:
        return "document"
    if any(name.startswith("ppt/") for name in names) or b"opendocument.presentation" in mime:
        return "slides"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if "content.xml" in names:
        return "ods"
    if any(name.endswith((".iwa", "index.apxl", "index.zip")) for name in names):
        return "numbers"
    if any(name.endswith("vbaproject.bin") for name in names):
        return "xlsm"
    return "xlsx" if any(name.endswith(("[content_types].xml", "workbook.xml")) for name in names) else "archive"


def _ole(path: str) -> str:
    with open(path, "rb") as file:
        body = file.read(limits.PACKED)
    for stream, kind in STREAMS:
        if stream.encode("utf-16-le") in body:
            return kind
    if "WordDocument".encode("utf-16-le") in body and "Workbook".encode("utf-16-le") not in body:
        return "word"
    return "xls"


def _picture(head: bytes) -> str:
    is_bitmap = head.startswith(b"BM") and head[6:10] == bytes(4)
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return "picture" if is_bitmap or is_webp or HEIC.match(head) else ""


LINK = re.compile(rb'\{\s*"[a-z_]+"\s*:\s*"https?://(?:docs|drive|sheets)\.google\.')
"""What Google Drive leaves on the disk in the place of a sheet."""


OLD = (
    (re.compile(rb"ID;P[^\r\n]*\r?\n(?:[A-Z]{1,3};[^\r\n]*\r?\n){2}"), "sylk"),
    (re.compile(rb'TABLE\r?\n0,1\r?\n"'), "dif"),
)
"""Sheets as texts of the first spreadsheets; "ID;Provider;NPI" begins a table of a text."""


def kind_of_text(head: bytes) -> str:
    """What a text is by its beginning: csv where nothing else is known."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    if old := next((kind for pattern, kind in OLD if pattern.match(head)), ""):
        return old
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096].lower()
    if b"%pdf-" in head[:1024].lower():
        return "pdf"
    if start.startswith(b"{\\rtf"):
        return "rich text"
    if start.startswith((b'{"url"', b'{"doc_id"')) and b"doc_id" in start or LINK.match(start):
        return "online"
    if MIME.match(start) and b"multipart/related" in start and len(LETTER.findall(start)) < 4:
        return "web archive"
    if (LETTER.match(start) or MIME.match(start)) and len(LETTER.findall(start)) > 2:
        return "message"
    if FIELD.match(start) and b"multipart/mixed" in start:
        return "message"
    if b"<office:document" in start:
        return "flat"
    if start.startswith(b"<?xml") and b"<workbook" in start:
        return "xml"
    if start.startswith(b"<") and PAGE.search(start):
        return "page"
    return "xml" if start.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office" in start else "csv"


def below_letterhead(text: bytes) -> bytes:
    """What was copied from a mail, below the lines that say from whom it is and when it was sent; any other text as it is."""
    if kind_of_text(text[:8192]) != "message":
        return text
    return re.split(rb"\r?\n[ \t]*\r?\n", text.lstrip(), maxsplit=1)[-1]
