"""Social security numbers and birth dates that somebody wrote into the middle of a text: masked, or taken out.

A number of the shape 123-45-6789 is one wherever it stands, but where a word says that it is a policy's, a claim's or a license's;
bare digits and dates are where a word or a sign says so. In a
name a day of a birth is one in brackets too.
"""

import re
from collections.abc import Iterable

from workbench.records.texts import INVISIBLE

DOTS = "••••"
_SIGN = r"\s?[-‐-―−./\s]\s?"
SHAPED = re.compile(rf"(?<!\d)(?<!\d[-.])\d{{3}}{_SIGN}\d{{2}}{_SIGN}\d{{4}}(?!\d|-\d)(?:[A-Z]\d?\b)?")
_SOCIAL = (
    r"(?<![^\W\d_])(?:ssn?|s\.\s?s\.(?:\s?n\.)?|(?:(?:n[úu]m(?:ero)?\.?\sde\s)?seguro\s)?soc(?:ial)?\b\.?(?:\s?sec(?:urity)?\b\.?)?)"
    r"(?:\s?(?:number|num|nbr|no)\b\.?)?"
)
_OTHER = re.compile(
    r"(?<![^\W\d_])(?<!driver )(?<!drivers )(?<!driver['’]s )(?<!operator )(?<!operators )(?<!operator['’]s )(?<!driving )"
    r"(?:polic(?:y|ies)|claims?|licen[cs]es?|lic)\b\.?(?:\s?(?:numbers?|num|nbr|nos?)\b\.?)?\W{0,3}$",
    re.IGNORECASE,
)
"""Before a number of that shape: it is another's."""
_NEAR = 40
"""Letters before a number in which such a word is looked for."""
_IS = r"(?:\s?\([^)]{0,16}\))?\W{0,4}(?:(?:is|was|on|in|the|of|el|es|fue)\b\W{0,3}){0,2}"
_NAMED = re.compile(rf"({_SOCIAL}{_IS})\d(?:[-.\s]?\d){{6,8}}(?!\d)", re.IGNORECASE)
_CERTAIN = (
    r"(?<![^\W\d_])(?:ssn\b|ssn\s?4|ss\s?(?=[#:])|s\.\s?s\.(?:\s?n\.)?|soc(?:ial)?\b\.?(?:\s?sec(?:urity)?\b\.?|\s?(?=[#:])))"
    r"(?:\s?(?:number|num|nbr|no)\b\.?)?"
)
_FOUR = r"(?<![^\W\d_])(?:last\s(?:4|four)|[úu]ltimos\s(?:4|cuatro))\b(?:\s(?:digits|d[íi]gitos))?(?:\s(?:of|de)\b[^\d\n]{0,24})?"
_LAST_FOUR = re.compile(
    rf"({_CERTAIN}{_IS}(?:last\s(?:4|four)\b\W{{0,3}}|ends?(?:ing)?(?:\s(?:in|with))?\b\W{{0,3}})?(?:[x*#•.…]{{1,5}}[-\s]?){{0,2}})\d{{4}}(?![\d/]|[-.]\d)"
    rf"|({_FOUR}{_IS})\d{{4}}(?![\d/]|[-.]\d)"
    r"|((?<![\w-])[x*#•]{3}[-\s]?[x*#•]{2}[-\s]?)\d{4}(?![\w/]|-\d)",
    re.IGNORECASE,
)
"""What others left of one: SSN 6789, SSN ends in 6789, last four 6789, XXX-XX-6789."""
_LABEL = re.compile(rf"{_SOCIAL}\W{{0,4}}$", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,6}\.?"
DATE = (
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]00:00(?::00)?)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[-\s]?(?:of\s|de\s)?{_MONTH}(?:[-,\s]{{0,2}}(?:de\s)?(?:\d{{4}}|\d{{2}}))?"
    rf"|{_MONTH}[-\s]?\d{{1,2}}(?:st|nd|rd|th)?\b(?:[-,\s]{{0,2}}\d{{4}})?|{_MONTH}\s?\d{{4}}"
    r"|\d{1,2}\s\d{1,2}\s\d{4}|\d{6,8}|(?:19|20)\d{2}|\d{1,2}[-/]\d{1,2})(?!\d)"
)
_YEAR = r"(?:(?:19[2-9]\d|200[0-8])(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{4}(?!\d)|(?![\d/.-]))|[-/.][3-9]\d(?![\d/.-]))"
"""A year in which whoever is on a staff was born, at the end of a day or at its beginning."""
_OF_BIRTH = rf"(?=[^\n]{{0,16}}?{_YEAR})"
_BIRTH = (
    r"(?:d\.?\s?o\.?\s?b(?![^\W\d_])\.?|b(?:i?r?th)[-\s']{0,2}d(?:ate|ay|t)?\b\.?|b[-\s']?d(?:ay|ate|t)\b\.?"
    r"|(?:fecha|f\.)\s?(?:de\s)?nac(?:imiento)?\b\.?|nacimiento|da?te?\.?\sof\sbirth|(?:year|yr)\.?\sof\sbirth|born|y\.?o\.?b\b\.?"
    rf"|(?:birth(?:\s?(?:year|yr))?|geb(?:oren)?|nac(?:id[oa])?|n[ée]e?(?:\sle)?)\b\.?{_OF_BIRTH}"
    rf"|(?:(?<=[\0(\[,;|])|(?<=[(\[,;|]\s)|^)b\b{_OF_BIRTH}"
    r"|b\.?\s?d\b\.?(?=[^\n]{0,12}?(?:19\d{2}|[-/.][3-9]\d)(?![\d/.-])))"
)
"""BD says so only before a year of a birth: it is the board too."""
_BORN = re.compile(rf"((?<![^\W_]){_BIRTH}{_IS})({DATE})", re.IGNORECASE)
_AFTER = re.compile(rf"(?<!\d){DATE}(\s?\(\s?{_BIRTH}\s?\))", re.IGNORECASE)
OF_BIRTH_HERE = rf"(?=[^\n()\[\]]{{0,16}}?{_YEAR})"
_IN_NAME = re.compile(
    rf"(?<![^\W\d_])(?-i:b)\b\W{{0,2}}{_OF_BIRTH}{DATE}|(?<![^\W\d_])(?<=B\.)\s{_OF_BIRTH}{DATE}"
    rf"|\*\s?{_OF_BIRTH}{DATE}|[(\[]\W{{0,2}}{OF_BIRTH_HERE}{DATE}\s?[)\]]",
    re.IGNORECASE,
)
"""Beside a name: b. 1961, *1961, (4/17/1961)."""
_EMPTY = re.compile(r"\(\W*\)|\[\W*\]|(?<=[,;/|-])\s*[,;/|-](?=\s|$)")
_UNSEEN = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
_DIGITS = re.compile(r"\d{2}")
_TWO_ALONE = re.compile(r"\W\d\d\W")
"""Stands in every number of that shape, and is found faster."""
_MAY_BE_SHAPED = re.compile(r"\d\d\d\W{1,3}\d\d\W{1,3}\d\d\d\d")
_SAYS_SSN = re.compile(r"s(?<![^\W\d_]s)(?:s|oc|\.\s?s)")
_SAYS_LAST_FOUR = re.compile(r"s(?<![^\W\d_]s)(?:s[n#:\s]|oc|\.\s?s)")
_SAYS_FOUR = re.compile(_FOUR)
_SAYS_STARS = re.compile(r"[x*#•]{3}")
_SAYS_BIRTH_AFTER = re.compile(rf"\(\s?{_BIRTH}")
_SAYS_BIRTH = re.compile(
    r"[dbygn](?<![^\W_][dbygn])(?:(?<=d)(?:\.?\s?o\.?\s?b|a?te?\.?\sof)|(?<=b)(?:i?r?th|[-'.\s]{0,2}d|orn|"
    rf"\W{{1,4}}(?:\d|{_MONTH}))|(?<=y)(?:\.?o\.?b|ear\sof|r\.?\sof)|(?<=g)eb|(?<=n)(?:ac(?:id[oa]|imiento)?\b|[ée]e?(?:\sle)?\b))"
)
"""Found much faster than the patterns above; what says something in a text in lower case."""
BARE = re.compile(r"(?<![\w-])\d{9}(?![\w-])")


def held(text: str, *, name: bool = False) -> tuple[bool, bool]:
    """Whether a text, or a name, holds a social security number, and whether it holds a birth date."""
    text = plain(text)
    ssn = shaped(text) or _NAMED.search(text) or _LAST_FOUR.search(text)
    return bool(ssn), any(pattern.search(text) for pattern in birth_patterns(name))


def any_held(texts: Iterable[str], *, name: bool = False) -> bool:
    """Whether any of many texts holds one: a quick look, for columns of thousands."""
    return _any_held("\0".join(texts), name)


def _any_held(joined: str, name: bool) -> bool:
    if not _DIGITS.search(joined):
        return False
    joined = plain(joined)
    if _TWO_ALONE.search(joined) and _MAY_BE_SHAPED.search(joined) and shaped(joined):
        return True
    low = joined.casefold()
    four = ("last" in low or "ltimos" in low) and _SAYS_FOUR.search(low)
    social = "ss" in low or "soc" in low or "s." in low
    starred = "#" in low or "*" in low or "x" in low or "•" in low
    return bool(
        (social and _SAYS_SSN.search(low) and _NAMED.search(joined))
        or (social and _SAYS_LAST_FOUR.search(low) and _LAST_FOUR.search(joined))
        or (four and _LAST_FOUR.search(joined))
        or (starred and _SAYS_STARS.search(low) and _LAST_FOUR.search(joined))
        or (_SAYS_BIRTH.search(low) and _BORN.search(joined))
        or (_SAYS_BIRTH_AFTER.search(low) and _AFTER.search(joined))
        or (name and _IN_NAME.search(joined))
    )


def masked(text: str, *, name: bool = False) -> str:
    """The text, or the name, with dots for social security numbers, their last four and birth dates; else as it is."""
    if not _any_held(text, name):
        return text
    found = SHAPED.sub(lambda match: match[0] if _is_other(match) else DOTS, plain(text))
    found = _NAMED.sub(rf"\1{DOTS}", found)
    found = _LAST_FOUR.sub(lambda match: f"{match[1] or match[2] or match[3]}{DOTS}", found)
    found = _AFTER.sub(rf"{DOTS}\1", _BORN.sub(rf"\1{DOTS}", found))
    found = _IN_NAME.sub(DOTS, found) if name else found
    return found if found != plain(text) else text


def without(text: str, *, bare: bool = False, births: bool = True, name: bool = False) -> str:
    """The text without them and without the words that announce them; bare also without nine digits that stand alone."""
    found, changed = plain(text), False
    patterns = (_NAMED, _LAST_FOUR, *(birth_patterns(name) if births else ()), *((BARE,) if bare else ()))
    for search in (shaped, *(pattern.search for pattern in patterns)):
        while match := search(found):
            changed = True
            before = _LABEL.sub("", found[: match.start()])
            found = f"{before.rstrip()} {found[match.end() :].lstrip()}"
    return tidy(found) if changed else text


def shaped(text: str) -> re.Match[str] | None:
    """The first number of the shape 123-45-6789 that no word says to be another's."""
    return next((match for match in SHAPED.finditer(text) if not _is_other(match)), None)


def _is_other(match: re.Match[str]) -> bool:
    return _OTHER.search(match.string, max(0, match.start() - _NEAR), match.start()) is not None


def birth_patterns(name: bool) -> tuple[re.Pattern[str], ...]:
    """What finds a birth date in a text, or in a name."""
    return (_BORN, _AFTER, _IN_NAME) if name else (_BORN, _AFTER)


def tidy(text: str) -> str:
    """A text from which something was taken, without the brackets and signs that stood around it."""
    return " ".join(_EMPTY.sub(" ", text).split()).replace(" ,", ",").strip(" ,;:/|-–#")


def plain(text: str) -> str:
    """A text without signs that nobody sees."""
    return text if text.isascii() or not _UNSEEN.search(text) else text.translate(INVISIBLE)
