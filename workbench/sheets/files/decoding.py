"""Bytes as text: by their mark, else by what they can be. A name that a wrong code page spoils is nobody's."""

import codecs
from collections.abc import Iterator

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHERS = ("mac_roman", "cp850")
"""Code pages that are taken only where Windows' own gives what no name holds, and they do not."""
LOOKED_AT = 1024**2
RARE, VOWELS = "ŸŽŠŒ", "aeiouyAEIOUY"
APOSTROPHES, DASHES = "’‘'´`", "–—"


CALLED = {"cp1252": "Windows", "mac_roman": "an old Mac", "cp850": "DOS"}
"""How the code pages are called that a text may be in and does not name."""


def decoded(body: bytes) -> str | None:
    """The text: by its byte order mark, as UTF-16 by its zeros, as UTF-8, else in a code page; None where it is no text."""
    return decoded_and_guessed(body)[0]


def decoded_and_guessed(body: bytes) -> tuple[str | None, str]:
    """The text, and the code page that was guessed, as people call it; "" where nothing was guessed."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), ""
    head = body[:4096]
    if head[1::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-le", "replace"), ""
    if head[::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-be", "replace"), ""
    if _is_binary(head):
        return None, ""
    try:
        return body.decode("utf-8"), ""
    except UnicodeDecodeError:
        if mixed := _mixed(body):
            return mixed, CALLED["cp1252"]
        page = _code_page(body)
        return body.decode(page, "replace"), CALLED[page]


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


def _code_page(body: bytes) -> str:
    head = body[:LOOKED_AT]
    spoiled = {name: sum(_spoiled(head.decode(name, "replace"))) for name in ("cp1252", *OTHERS)}
    best = min(OTHERS, key=lambda name: spoiled[name])
    return best if spoiled["cp1252"] > 4 * spoiled[best] else "cp1252"


def _spoiled(text: str) -> Iterator[bool]:
    """Of each letter or sign beyond ASCII that stands in a word, whether no word has it there: Jos‡, JosŽ, GARCêA, Pe–a."""
    text = f"  {text}  "
    for at, sign in enumerate(text):
        if sign > "\x7f":
            before, after = text[at - 1], text[at + 1]
            if before.isalpha() or after.isalpha():
                yield _is_strange(text[at - 2], before, sign, after, text[at + 2])


def _is_strange(first: str, before: str, sign: str, after: str, last: str) -> bool:
    if sign.isalpha():
        if sign in RARE and before.isupper() and after.islower():  # MŸller
            return True
        shouted = before.isupper() and after.isupper()
        return before.islower() and sign.isupper() or shouted and sign.islower() and sign not in "ªº"
    if sign in APOSTROPHES:  # O’Brien, D’angelo, Women’s
        at_end = before not in VOWELS and after in VOWELS  # Garc’a, but Ka’a and Int’l
        return after.islower() and first.isalpha() and before.isalpha() and (last.isalpha() or at_end)
    if sign in DASHES:
        return before.isalpha() and after.islower()
    return sign not in "\xa0®™©…”“»«" or before.isalpha() and after.isalpha()
