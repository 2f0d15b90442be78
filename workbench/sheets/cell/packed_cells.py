"""One cell that holds several credentials, taken apart: "CA A12345 exp 6/30/26; NV 9876", "ABIM (IM 2031, Cards 2029)"."""

import re
from typing import NamedTuple

from workbench.records import places
from workbench.sheets.cell import words

DAY = r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
_UNTIL = r"(?:exp(?:ires|iration|iry|\.)?|expires on|thru|through|until|valid to|to)"
_ENDING = re.compile(rf"[\s,(\-–—/]*(?:\b{_UNTIL}[:.]?\s*)?({DAY})\s*\)?$", re.IGNORECASE)
_YEAR = re.compile(rf"[\s,(\-–—/]*(?:\b{_UNTIL}[:.]?\s*)?\b((?:19|20)\d{{2}})\s*\)?$", re.IGNORECASE)
_UNTIL_LAST = re.compile(rf"\b{_UNTIL}[:.]?$", re.IGNORECASE)
_PIECES = re.compile(r"\s*[;\n\r|]+\s*")
_LESS_SURE = re.compile(r"\s*(?:,|\s/\s|&|\band\b)\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:(?:state\s+)?lic(?:ense)?\.?\s*)?(?:(?:no|number|num)\b\.?|#)?\s*[:#]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?=.*\d)[A-Za-z]{0,4}[ .-]?[\w.\-/]{2,20}|\d{1,2}[A-Za-z] \d{3,6}")
_STATE_FIRST = re.compile(r"^([A-Za-z]{2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)\s*(?:[:#–—-]\s*|\s+)(?=\S)")
_STATE_LAST = re.compile(r"(?:\s*\(([A-Za-z]{2})\)|[\s,–-]\s*([A-Z]{2}))$")
_DEA = re.compile(r"[A-Za-z][A-Za-z9]\d{7}")
_ISSUER = re.compile(
    r"^((?:AB[A-Z]{1,5}|AO[A-Z]{2,7}|NBPAS|NCCPA|NBCRNA|ANCC|AANP(?:CB)?|PNCB|AMCB|NCC|ADA|ABMS)\b"
    r"|American (?:Osteopathic )?Board of [A-Z][A-Za-z&,' ]+?(?=\s*(?:[-–—:(]|$)))"
)
_MORE_THAN_A_NAME = re.compile(r"\d{4}|#|\d/\d|\$")
_WITHIN = re.compile(r"^(.+?)\s*\((.+)\)$")

PROFESSIONS = frozenset(["MD", "PA", "ND", "DC"])
"""States that are professions too: "MD-45000" is a number as it stands."""


class Part(NamedTuple):
    """One credential of a cell, as written; what it does not say is ""."""

    number: str = ""
    state: str = ""
    issuer: str = ""
    title: str = ""
    expires: str = ""


def pieces(text: str) -> list[str]:
    """The pieces of a cell between line breaks, semicolons and bars."""
    return [piece.strip(" ,•·-–") for piece in _PIECES.split(text) if piece.strip(" ,•·-–")]


def numbers(text: str, *, dea: bool = False) -> list[Part] | None:
    """The licenses or registrations of a cell; None if it is not understood whole."""
    found: list[Part] = []
    for piece in _with_their_ends(pieces(text)):
        one = _number(piece, dea)
        if one is None:
            several = [_number(each, dea) for each in _LESS_SURE.split(piece) if each.strip()]
            if len(several) < 2 or None in several:
                return None
            found += [each for each in several if each]
        else:
            found.append(one)
    return found or None


def _with_their_ends(found: list[str], *, years: bool = False) -> list[str]:
    """Pieces that are a day alone, or the word for never, put behind the piece before them."""
    whole: list[str] = []
    for piece in found:
        rest, end = _without_end(piece, years=years)
        if whole and end and not rest and not _without_end(whole[-1], years=years)[1]:
            whole[-1] += f" {piece}"
        else:
            whole.append(piece)
    return whole


def _number(text: str, dea: bool) -> Part | None:
    rest, expires = _without_end(text.strip(" ,"), years=False)
    rest, state = _without_state(rest)
    rest = _NUMBERED.sub("", rest.strip(" /")).strip(" :#,-–/")
    if dea:
        return Part(rest, state, expires=expires) if _DEA.fullmatch(rest.replace(" ", "").replace("-", "")) else None
    if not _NUMBER.fullmatch(rest) or re.fullmatch(DAY, rest) or not state and len(rest.split()) > 2:
        return None
    return Part(rest, state, expires=expires)


def _without_end(text: str, *, years: bool) -> tuple[str, str]:
    for pattern in (_ENDING, _YEAR) if years else (_ENDING,):
        if match := pattern.search(text):
            return text[: match.start()].strip(" ,(-–—/:"), match[1]
    low = text.lower()
    for word in words.words().lifetime:
        if len(word) > 3 and low.endswith(word) and not low[: -len(word)][-1:].isalnum():
            rest = text[: -len(word)].strip(" ,(-–—/:")
            return _UNTIL_LAST.sub("", rest).strip(" ,(-–—/:"), text[-len(word) :]
    return text, ""


def _without_state(text: str) -> tuple[str, str]:
    match = _STATE_FIRST.match(text)
    if match and places.code(match[1]) and not (text[2:3] == "-" and match[1].upper() in PROFESSIONS):
        return text[match.end() :], match[1]
    if (match := _STATE_LAST.search(text)) and places.code(match[1] or match[2]):
        return text[: match.start()].strip(" ,/"), match[1] or match[2]
    return text, ""


def carrier(text: str) -> tuple[str, str] | None:
    """ "ISMIE exp 3/22/2029": the carrier of a coverage and when it ends, "" where that is not said; None if it says more."""
    rest, expires = _without_end(" ".join(pieces(text)).strip(" ,"), years=False)
    return None if _MORE_THAN_A_NAME.search(rest) or not rest else (rest, expires)


def boards(text: str) -> list[Part] | None:
    """The certifications of a cell; None if it is not understood whole."""
    found: list[Part] = []
    for piece in _with_their_ends(pieces(text), years=True):
        within = _WITHIN.match(piece)
        if within and (issuer := _ISSUER.match(within[1])) and issuer[0] == within[1] and _names_several(within[2]):
            several = [_board(each, within[1]) for each in re.split(r"\s*[,/]\s*", within[2]) if each.strip()]
        else:
            several = [_board(piece, "")]
        if None in several:
            return None
        found += [each for each in several if each]
    return found or None


def _names_several(inside: str) -> bool:
    return any(c.isalpha() for c in inside)


def _board(text: str, issuer: str) -> Part | None:
    rest, expires = _without_end(text.strip(" ,"), years=True)
    if not issuer and (match := _ISSUER.match(rest)):
        issuer, rest = match[1].strip(), rest[match.end() :]
    title = rest.strip(" ,:-–—()/")
    if any(c.isdigit() or c in ";()" for c in title) or not (issuer or title) or words.is_yes_or_no(title):
        return None
    return Part(issuer=issuer, title=title, expires=expires)
