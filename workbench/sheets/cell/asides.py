"""What stands beside a name in quotes or brackets: the name somebody goes by, a former one, a degree, or a remark."""

import re
from typing import NamedTuple

from workbench.sheets import likeness
from workbench.sheets.cell import name_degrees, titles, words

QUOTED = re.compile(r"\s*[\"“”„«»]([^\"“”„«»]{1,30})[\"“”„«»]\s*|\s+'([A-Z][\w .-]{0,25})'(?=\s|,|$)\s*")
BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]{1,60}?)\s*[)\]]\s*")
BORN = re.compile(r"^(?:n[eé]e|maiden|formerly|fka|f/k/a|aka|a/k/a|also known as|born)[:\s.]+", re.IGNORECASE)
BORN_LOOSE = re.compile(r",?\s+(?:n[eé]e|f/?k/?a|a/?k/?a)\.?\s+([\w'’.-]+(?: [A-Z][\w'’-]+)?)", re.IGNORECASE)
OTHER_NAMES = re.compile(r"\b(?:a/?k/?a|f/?k/?a|n[eé]e|or|also)\b|&", re.IGNORECASE)
"""What begins another name of the same person."""
SURNAME = re.compile(r"[^\W\d_][\w'’. -]*[^\W\d_]")
MARKS = re.compile(r"[\"“”„«»(\[]|\s'")
_SHORTEST_VERB = 7
"""Letters from which what ends as a participle is one, and no Reed."""
_SHORTEST_NAME = 3
_PET = re.compile(r"([^\W\d_])?(?:y|i|ie|ey)")
"""What is added to a name, behind its last letter once more."""
_MOST = 4
"""Quotes and brackets of one name."""


class Apart(NamedTuple):
    """A name without what stood beside it; what is absent is ""."""

    rest: str
    nickname: str = ""
    former: str = ""
    alias: str = ""
    """A name that may be a former one or the one in use."""
    unclear: str = ""
    """What is no name."""
    remark: str = ""
    """What somebody does."""


def apart(text: str) -> Apart:
    """Take what is quoted or in brackets out of a full name, in any order of its parts."""
    found = _quoted(text)
    for _ in range(_MOST):
        match = BRACKETS.search(found.rest)
        if match is None:
            break
        found = _bracket(found, match)
    if loose := BORN_LOOSE.search(found.rest):
        found = found._replace(former=loose[1], rest=found.rest[: loose.start()] + found.rest[loose.end() :])
    return found


def apart_in_column(text: str, *, surname: bool) -> Apart:
    """The same for a column that holds surnames alone, or given names alone."""
    found = _quoted(text)
    match = BRACKETS.search(found.rest)
    if match is None:
        return found
    inside, rest = match[1], _without(found.rest, match)
    born = BORN.sub("", inside)
    if born != inside or surname and _may_be_surname(inside):
        return found._replace(rest=rest, former=born)
    if not surname and _is_called(inside, rest):
        return found._replace(rest=rest, nickname=found.nickname or inside)
    return _other(found, rest, inside)


def _quoted(text: str) -> Apart:
    match = QUOTED.search(text)
    return Apart(_without(text, match), (match[1] or match[2]).strip()) if match else Apart(text)


def _without(text: str, match: re.Match[str]) -> str:
    return " ".join(f"{text[: match.start()]} {text[match.end() :]}".replace(" ,", ",").split())


def _bracket(found: Apart, match: re.Match[str]) -> Apart:
    """Degrees stay; after a surname it is a former one; like the given name it is what the person goes by; else it may be either."""
    inside, before, after = match[1], found.rest[: match.start()], found.rest[match.end() :]
    rest = _without(found.rest, match)
    if words.degrees_in(inside) or words.words().suffixes.get(inside.strip(" .").lower()):
        return found._replace(rest=f"{rest}, {inside}")
    born = BORN.sub("", inside)
    ends = "," not in before and (after.startswith(",") or not after.strip(" ,"))
    if born == inside and titles.is_title(inside):
        return _other(found, rest, inside)
    if born == inside and _is_of_rank(inside, before):
        return found._replace(rest=rest, remark=inside)
    if born == inside and not after.strip(" ,") and _ends_in_degree(before) and _is_remark(inside):
        return found._replace(rest=rest, remark=inside)
    if born != inside or ends and not _is_like(inside, before) and _may_be_surname(inside):
        return found._replace(rest=rest, former=born)
    if _is_called(inside, before):
        return found._replace(rest=rest, nickname=found.nickname or inside)
    return _other(found, rest, inside)


def _other(found: Apart, rest: str, inside: str) -> Apart:
    if titles.is_title(inside):
        return found._replace(rest=rest, remark=inside)
    if _may_be_surname(inside):
        return found._replace(rest=rest, alias=inside)
    return found._replace(rest=rest, unclear=inside)


def _is_of_rank(inside: str, before: str) -> bool:
    """ "Col. Smith (Ret.)": out of the service, not off the staff."""
    ranks = words.words().ranks
    return inside.strip(" .").lower() == "ret" and any(word.strip(".,").lower() in ranks for word in before.split())


def _ends_in_degree(before: str) -> bool:
    words_before = before.replace(",", " ").split()
    return len(words_before) > 2 and name_degrees.is_personal(words_before[-1])


def _is_remark(inside: str) -> bool:
    """Whether what stands behind a degree is no name: a word of the trade in it, a further word in small letters, or
    what happens to somebody, alone: proctored."""
    found = re.findall(r"[^\W\d_]+", inside)
    is_trade = any(word.lower() in words.words().trade_words for word in found)
    is_done = inside.islower() and len(inside) >= _SHORTEST_VERB and inside.endswith(("ed", "ing"))
    return is_trade or len(found) > 1 and found[-1].islower() or is_done


def _is_like(inside: str, before: str) -> bool:
    """Whether it is short for a name before it: Bill after William."""
    names = [word for word in re.split(r"[\s,]+", before) if len(word.strip(".")) > 1]
    return any(likeness.first_likeness(word, inside) or _is_longer(inside, word) for word in names)


def _is_longer(inside: str, name: str) -> bool:
    """Whether it is a name with an ending that makes it a pet name: Kimmy after Kim."""
    ending = inside.casefold().removeprefix(name.casefold())
    return len(name) >= _SHORTEST_NAME and bool(_PET.fullmatch(ending))


def _is_called(inside: str, before: str) -> bool:
    return _is_like(inside, before) or likeness.is_given(inside)


def _may_be_surname(inside: str) -> bool:
    is_word = words.status(inside) or words.category(inside) or inside.islower()
    return bool(SURNAME.fullmatch(inside)) and not is_word
