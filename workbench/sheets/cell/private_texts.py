"""Social security numbers and birth dates that somebody wrote into the middle of a text: masked, or taken out.

A number of the shape 123-45-6789 is one wherever it stands; bare digits and dates are where a word says so.
"""

import re
from collections.abc import Iterable

from workbench.sheets.cell.texts import INVISIBLE, typed

DOTS = "••••"
_SIGN = r"\s?[-‐-―−./\s]\s?"
SHAPED = re.compile(rf"(?<!\d)(?<!\d[-.])\d{{3}}{_SIGN}\d{{2}}{_SIGN}(\d{{4}})(?!\d|-\d)(?:[A-Z]\d?\b)?")
_SOCIAL = r"(?<![^\W\d_])(?:ssn?|s\.\s?s\.(?:\s?n\.)?|soc(?:ial)?\b\.?(?:\s?sec(?:urity)?\b\.?)?)(?:\s?(?:number|num|nbr|no)\b\.?)?"
_IS = r"(?:\s?\([^)]{0,16}\))?\W{0,4}(?:(?:is|was|on|in|the)\b\W{0,3}){0,2}"
_NAMED = re.compile(rf"({_SOCIAL}{_IS})\d(?:[-.\s]?\d){{2,4}}[-.\s]?(\d(?:[-.\s]?\d){{3}})(?!\d)", re.IGNORECASE)
_LABEL = re.compile(rf"{_SOCIAL}\W{{0,4}}$", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]00:00(?::00)?)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[-\s]?(?:of\s)?{_MONTH}(?:[-,\s]{{0,2}}(?:\d{{4}}|\d{{2}}))?"
    rf"|{_MONTH}[-\s]?\d{{1,2}}(?:st|nd|rd|th)?\b(?:[-,\s]{{0,2}}\d{{4}})?|{_MONTH}\s?\d{{4}}"
    r"|\d{1,2}\s\d{1,2}\s\d{4}|\d{6,8}|(?:19|20)\d{2}|\d{1,2}[-/]\d{1,2})(?!\d)"
)
_BIRTH = (
    r"(?:d\.?\s?o\.?\s?b\b\.?|b(?:i?r?th)[-\s']{0,2}d(?:ate|ay|t)?\b\.?|b[-\s']?d(?:ay|ate|t)\b\.?"
    r"|da?te?\.?\sof\sbirth|year\sof\sbirth|born|y\.?o\.?b\b\.?"
    r"|b\.?\s?d\b\.?(?=[^\n]{0,12}?(?:19\d{2}|[-/.][3-9]\d)(?![\d/.-])))"
)
"""BD says so only before a year of a birth: it is the board too."""
_BORN = re.compile(rf"((?<![^\W_]){_BIRTH}{_IS})({_DATE})", re.IGNORECASE)
_AFTER = re.compile(rf"(?<!\d){_DATE}(\s?\(\s?{_BIRTH}\s?\))", re.IGNORECASE)
_EMPTY = re.compile(r"\(\W*\)|\[\W*\]|(?<=[,;/|-])\s*[,;/|-](?=\s|$)")
_DIGITS = re.compile(r"\d{2}")
_MAY_BE_SHAPED = re.compile(r"\d\d\d\W{1,3}\d\d\W{1,3}\d\d\d\d")
_SAYS_SSN = re.compile(r"(?<![^\W\d_])(?:ss|soc|s\.\s?s)")
_SAYS_BIRTH = re.compile(
    r"(?<![^\W_])(?:d\.?\s?o\.?\s?b|b(?:i?r?th|[-'.\s]{0,2}d|orn)|y\.?o\.?b|da?te?\.?\sof|year\sof)"
)
"""Found much faster than the patterns above; the latter two in a text in lower case."""
_BARE = re.compile(r"(?<![\w-])\d{9}(?![\w-])")


def held(text: str) -> tuple[bool, bool]:
    """Whether a text holds a social security number, and whether it holds a birth date."""
    text = _plain(text)
    return bool(SHAPED.search(text) or _NAMED.search(text)), bool(_BORN.search(text) or _AFTER.search(text))


def any_held(texts: Iterable[str]) -> bool:
    """Whether any of many texts holds one: a quick look, for columns of thousands."""
    joined = _plain("\0".join(texts))
    if not _DIGITS.search(joined):
        return False
    if _MAY_BE_SHAPED.search(joined) and SHAPED.search(joined):
        return True
    low = joined.casefold()
    return bool(
        _SAYS_SSN.search(low)
        and _NAMED.search(joined)
        or _SAYS_BIRTH.search(low)
        and (_BORN.search(joined) or _AFTER.search(joined))
    )


def masked(text: str) -> str:
    """The text with the last four of a social security number, and dots for a birth date; as it is where it holds neither."""
    found = _NAMED.sub(_last_four, SHAPED.sub(r"…\1", _plain(text)))
    found = _AFTER.sub(rf"{DOTS}\1", _BORN.sub(rf"\1{DOTS}", found))
    return found if found != _plain(text) else text


def without(text: str, *, bare: bool = False, births: bool = True) -> str:
    """The text without them and without the words that announce them; bare also without nine digits that stand alone."""
    found, changed = _plain(text), False
    for pattern in (SHAPED, _NAMED, *((_BORN, _AFTER) if births else ()), *((_BARE,) if bare else ())):
        while match := pattern.search(found):
            changed = True
            before = _LABEL.sub("", found[: match.start()])
            found = f"{before.rstrip()} {found[match.end() :].lstrip()}"
    found = " ".join(_EMPTY.sub(" ", found).split()).replace(" ,", ",").strip(" ,;:/|-–#")
    return found if changed else text


def _last_four(match: re.Match[str]) -> str:
    return f"{match[1]}…{re.sub(r'[^0-9]', '', match[2])}"


def _plain(text: str) -> str:
    return text if text.isascii() else text.translate(INVISIBLE)


def is_bare(cell: object) -> bool:
    """Whether a cell holds nine digits that stand alone, as a number or in a text."""
    return _BARE.search(typed(cell)) is not None if isinstance(cell, (str, int, float)) else False
