"""Bytes as text: by their mark, else by what they can be. What no code page surely explains goes on as Windows shows it."""

import codecs
import re

from workbench.sheets.files import code_pages
from workbench.sheets.files.code_pages import CALLED

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEVEN = re.compile(rb"[A-Za-z]\+[A-Za-z0-9+/]{3,}-|\+[A-Za-z0-9+/]{3,}-[a-z]")
"""How a letter beyond A to Z looks in UTF-7: N+APoA8Q-ez."""
_LATIN = 0x250
"""The first letter beyond those of names in Latin letters."""


def decoded(body: bytes) -> str | None:
    """The text: by its byte order mark, as UTF-16 by its zeros, as UTF-8, else in a code page; None where it is no text."""
    return decoded_and_guessed(body)[0]


def decoded_and_guessed(body: bytes) -> tuple[str | None, str]:
    """The text, and the code page that was guessed, as people call it; "" where nothing was guessed, or none is sure."""
    text, guessed, _ = read(body)
    return text, guessed


def read(body: bytes) -> tuple[str | None, str, list[str]]:
    """As decoded_and_guessed, and where no code page is sure those that may be it; the text is as Windows shows it then."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), "", []
    head = body[:4096]
    if head[1::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-le", "replace"), "", []
    if head[::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-be", "replace"), "", []
    if _is_binary(head):
        return None, "", []
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        if mixed := _mixed(body):
            return mixed, CALLED["cp1252"], []
        pages = code_pages.readings(body)
        if len(pages) == 1 and pages[0] in code_pages.WESTERN:
            return body.decode(pages[0], "replace"), CALLED[pages[0]], []
        return code_pages.windows(body), "", pages
    seven = _seven(body)
    return (seven, CALLED[code_pages.SEVEN], []) if seven else (text, "", [])


def _seven(body: bytes) -> str:
    """The text in UTF-7, as old mail programs wrote; "" where it is none."""
    if not body.isascii() or not _SEVEN.search(body):
        return ""
    try:
        text = body.decode("utf-7")
    except UnicodeDecodeError:
        return ""
    strange = [c for c in text if c > "\x7f"]
    return text if strange and all(c.isalpha() and ord(c) < _LATIN for c in strange) else ""


def _is_binary(head: bytes) -> bool:
    strange = sum(1 for byte in head if byte < 9 or 13 < byte < 32 and byte != 27)
    return strange > max(2, len(head) // 50)


def _mixed(body: bytes) -> str:
    """UTF-8 into which a few lines of Windows' code page were pasted; "" where it is not mostly UTF-8."""
    text = body.decode("utf-8", "surrogateescape")
    strange = [c for c in text if c > "\x7f"]
    lone = sum(1 for c in strange if "\udc80" <= c <= "\udcff")
    if 2 * lone >= len(strange):
        return ""
    each = {c: bytes([ord(c) - 0xDC00]).decode("cp1252", "replace") for c in strange if "\udc80" <= c <= "\udcff"}
    return text.translate({ord(c): plain for c, plain in each.items()})
