"""What a document is that a packet cannot print, by its first bytes, so that whoever attached it knows what to do."""

PARTS = {b"word/": "a Word document", b"xl/": "an Excel workbook", b"ppt/": "a PowerPoint presentation"}
"""Folders within the archives that Microsoft's programs write (ECMA-376, part 2)."""
SIGNS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a file of an older Word, Excel or Outlook",
    b"{\\rtf": "a rich text document",
    b"GIF8": "a GIF picture",
    b"BM": "a BMP picture",
    b"MSG": "an e-mail",
    b"From:": "an e-mail",
    b"Received:": "an e-mail",
}
TELLS = 4096
UNKNOWN = "It is neither PDF, JPG nor TIFF, or it is damaged. Ask for it again, or print it to PDF."
INSTEAD = "A packet prints PDF, JPG, PNG and TIFF: save it as PDF and attach that."


def said(content: bytes) -> str:
    """The sentence for the page in its place."""
    found = sort_of(content)
    return f"It is {found}. {INSTEAD}" if found else UNKNOWN


def sort_of(content: bytes) -> str:
    """“a Word document”; empty for what is not known."""
    if content.startswith(b"PK\x03\x04"):
        return next((name for part, name in PARTS.items() if part in content), "")
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"hevc"):
        return "a HEIC picture, as phones take them"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "a WebP picture"
    head = content[:TELLS].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return next((name for sign, name in SIGNS.items() if content.startswith(sign)), "")
