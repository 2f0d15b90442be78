"""Code pages told apart by what they make of letters beyond A to Z: a name that a wrong one spoils is nobody's.

A text that names no alphabet is read in one only where that makes names of it and nothing else does as well; else its
bytes go on as Windows would show them, from which every other reading can still be made.
"""

import re
from collections.abc import Iterator

CALLED = {
    "cp1252": "Windows",
    "mac_roman": "an old Mac",
    "cp850": "DOS",
    "cp1250": "Windows in Central Europe",
    "iso8859_2": "Unix in Central Europe",
    "cp852": "DOS in Central Europe",
    "cp1254": "Windows in Turkey",
    "cp1251": "Windows in Russia",
    "cp1253": "Windows in Greece",
    "koi8_r": "Unix in Russia",
    "shift_jis": "Windows in Japan",
    "gb18030": "Windows in China",
    "big5": "Windows in Taiwan",
    "utf-7": "an old mail program",
}
"""How the code pages are called that a text may be in and does not name: where they write so."""
SEVEN = "utf-7"
WESTERN = ("cp1252", "mac_roman", "cp850")
"""What a text is taken for where nothing in it speaks against it, the likeliest first."""
LOOKED_AT = 1024**2
FEW = 0.05
"""The share of letters beyond A to Z that may stand where no name has them: a slip, or a language not thought of."""
APOSTROPHES, DASHES = "’‘'´`", "–—"
VOWELS = "aeiouyAEIOUY"
_ACCENTED = "áéíóúàèìòùâêîôûäëïöüãõåæøý"
_NO_LETTERS = "ªºµƒ"
_LOOSE = "\xa0®™©…”“»«–—’‘°·•§½¼¾×±€£¢´`"
"""Signs that stand by themselves, beside no letter."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LIKE_WESTERN = ("cp1254",)
"""Code pages of which most letters are those of Windows in the West."""
_CENTRAL = ("cp1250", "iso8859_2", "cp852")
_TURKISH = {"cp1254": "ıİşŞğĞ"}
_BEGINNINGS = '\n\r,;\t|"'
"""What stands before a cell."""


def windows(body: bytes) -> str:
    """Bytes as Windows shows them, those that it has no sign for as they are: nothing is lost."""
    return "".join(map(_WINDOWS.__getitem__, body)) if not body.isascii() else body.decode("ascii")


def again(text: str, page: str) -> str:
    """A text that was read by windows(), read in another code page; what that has no letter for becomes U+FFFD."""
    return bytes(_BYTES.get(sign, 63) for sign in text).decode(page, "replace")


_WINDOWS = [bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256)]
_BYTES = {sign: n for n, sign in enumerate(_WINDOWS)}


def readings(body: bytes) -> list[str]:
    """The code pages that make names of a text, the likeliest first, and of two that make the same the first.

    Windows of the West alone, where it does; where none does, all of the West.
    """
    head = body[:LOOKED_AT]
    pages = [page for page in CALLED if page != SEVEN]
    if _is_clean(head.decode(pages[0], "replace"), pages[0]):
        return pages[:1]
    made: dict[str, str] = {}
    for page in pages[1:]:
        if _is_clean(text := head.decode(page, "replace"), page):
            made.setdefault(text, page)
    return list(made.values()) or list(WESTERN)


def _is_clean(text: str, page: str) -> bool:
    found = list(_spoiled(text, page))
    return sum(found) <= FEW * len(found)


def _spoiled(text: str, page: str) -> Iterator[bool]:
    """Of each letter or sign beyond ASCII that stands in a word, whether no word has it there: Jos‡, JosŽ, GARCêA, Pe–a."""
    text = f"\n\n{text}\n\n"
    is_western, is_central = page in (*WESTERN, *_LIKE_WESTERN), page in _CENTRAL
    for match in _BEYOND.finditer(text):
        at, sign = match.start(), match[0]
        before, after = text[at - 1], text[at + 1]
        if before.isalpha() or after.isalpha() or sign not in _LOOSE:
            first, last = text[at - 2], text[at + 2]
            yield (
                _is_strange(first, before, sign, after, last)
                or is_western
                and sign not in _TURKISH.get(page, "")
                and _is_foreign(before, sign, after, last)
                or is_central
                and _is_no_name_of_central_europe(first, before, sign, after)
            )


def _is_strange(first: str, before: str, sign: str, after: str, last: str) -> bool:
    """What no language writes."""
    if sign == "\ufffd" or "\x80" <= sign <= "\x9f":
        return True
    if sign in _NO_LETTERS:
        return sign in "µƒ" or after.isalpha() or before.islower()
    if sign.isalpha():
        return _is_strange_letter(before, sign, after)
    if sign in APOSTROPHES:  # O’Brien, D’angelo, Women’s
        at_end = before not in VOWELS and after in VOWELS  # Garc’a, but Ka’a and Int’l
        return after.islower() and first.isalpha() and before.isalpha() and (last.isalpha() or at_end)
    if sign in DASHES:
        return before.isalpha() and (after.islower() or after > "\x7f")
    return sign not in _LOOSE or after.isalpha() and (before.isalpha() or sign not in "\xa0…”“«–—’‘°•")


def _is_strange_letter(before: str, sign: str, after: str) -> bool:
    if any(each.isalpha() and _script(each) != _script(sign) for each in (before, after)):
        return True
    if sign.isupper() and before.isalpha() and after.islower():  # MŸller
        return True
    if before in _BEGINNINGS and sign.islower() and after.islower():  # a cell that begins with a small letter
        return True
    shouted = before.isupper() and after.isupper()
    return before.islower() and sign.isupper() or shouted and sign.islower()


def _script(letter: str) -> str:
    """The alphabet of a letter, as far as code pages mix them up."""
    code = ord(letter)
    return (
        "Latin" if code < 0x250 or 0x1E00 <= code < 0x1F00
        else "Greek" if code < 0x400
        else "Cyrillic" if code < 0x530
        else "Kana" if 0xFF61 <= code < 0xFFA0
        else "East" if code >= 0x2E80
        else "other"
    )  # fmt: skip


def _is_no_name_of_central_europe(first: str, before: str, sign: str, after: str) -> bool:
    """What is a name of the West read by a code page of Central Europe: Mčller, Jčrgen, Garcĺa."""
    low, begins = sign.lower(), before.isalpha() and not first.isalpha()
    closed = before.upper() in "BGHJLMNR" and after.isalpha() and after not in VOWELS + _ACCENTED
    return low in "ĺŕ" or begins and closed and low in "čćźżžšśńňřťďł"


def _is_foreign(before: str, sign: str, after: str, last: str) -> bool:
    """What is no name of the West, and a name of elsewhere read by the wrong code page: Kovaèeviæ, Dvoøák, Yýldýz, Èâàíîâ."""
    low, follows = sign.lower(), after.lower()
    is_run = all(letter > "\x7f" and letter.isalpha() for letter in (before, sign, after))
    if is_run or low in "ðþýı":
        return True
    ends, vowels = not after.isalpha(), VOWELS + _ACCENTED
    match low:
        case "è":
            return not ends and (
                follows in VOWELS or not last.isalpha() and last != "\n" or last.lower() not in "eéhlrst"
            )
        case "æ":
            return ends or before.lower() == "i"
        case "ø":
            return follows in vowels and follows != "y" and (before in VOWELS or not before.isalpha())
        case "ñ":
            return not ends and follows not in vowels
        case "ã":
            return not ends and follows not in "oei"
        case "õ":
            return follows != "e"
        case "ì" | "ò" | "ù":
            return not ends
        case "œ":
            return follows != "u"
        case "ê" | "û":
            return ends
    return False
