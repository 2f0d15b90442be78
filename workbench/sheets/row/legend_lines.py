"""Lines that say what the codes of a column mean: "A = Active, C = Courtesy, CON = Consulting"."""

import re

_PAIR = re.compile(
    r"(?<![\w=])([A-Za-z]{1,5})\s*(=|:|\s[-–—]\s)\s*([A-Za-z][A-Za-z&/ -]{2,40}?)"
    r"(?=\s*[,;|.)(\n]|\s*$|\s+[A-Za-z]{1,5}\s*(?:=|:|\s[-–—]\s))"
)
_LED = frozenset(
    ["legend", "key", "codes", "code", "categories", "category", "status", "statuses", "staff", "abbreviations"]
)
_WORD = re.compile(r"[a-z]+")


def pairs(text: str) -> list[tuple[str, str]]:
    """The codes of a text, each with the word that it gives them."""
    return [(code, word.strip()) for code, _, word in _PAIR.findall(text)]


def is_one(text: str) -> bool:
    """Whether a line is a legend and nothing else; "Dept: Surgery" leads a section."""
    if "=" not in text:
        return False
    found = _PAIR.findall(text)
    rest = _WORD.findall(_PAIR.sub(" ", text).casefold())
    return bool(found) and all(sign == "=" for _, sign, _ in found) and _LED.issuperset(rest)


def leads(text: str) -> bool:
    """Whether a line says that a legend follows: "Key:"."""
    found = _WORD.findall(text.casefold())
    return bool(found) and _LED.issuperset(found)
