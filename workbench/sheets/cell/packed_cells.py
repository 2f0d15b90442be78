"""One cell that holds several credentials, taken apart: "CA A12345 exp 6/30/26; NV 9876"."""

import re
from typing import NamedTuple

from workbench.records import checks, places
from workbench.sheets.cell import number_tokens, words
from workbench.sheets.cell.number_tokens import DAY

_UNTIL = r"(?:exp(?:ires|iration|iry|\.)?|expires on|thru|through|until|valid to|to)"
_ENDING = re.compile(rf"[\s,(\-–—/]*(?:\b{_UNTIL}[:.]?\s*)?({DAY})\s*\)?$", re.IGNORECASE)
_YEAR = re.compile(rf"[\s,(\-–—/]*(?:\b{_UNTIL}[:.]?\s*)?\b((?:19|20)\d{{2}})\s*\)?$", re.IGNORECASE)
_UNTIL_LAST = re.compile(rf"\b{_UNTIL}[:.]?$", re.IGNORECASE)
_PIECES = re.compile(r"\s*[;\n\r|]+\s*")
_LESS_SURE = re.compile(r"\s*(?:,|\s/\s|/(?=\s*[A-Z]{2}[\s:#-])|[&+]|(?i:\band\b))\s*")
_STATED_AGAIN = re.compile(r"\s+(?=(?:[A-Z]{2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)[\s:#–—-]+\S*\d)")
_STATED_BEHIND = re.compile(r"(?<=[\s,(–-][A-Z]{2})\)?\s+(?=\S*\d)")
"""Blanks between numbers that are written with their states: "IL 036120779   WI 12077920", "036120779 (IL) 12077920 (WI)"."""
_STATE_GLUED = re.compile(r"([A-Z]{2})(\d{4,}[\w-]*)")
_DEAS = re.compile(r"\b[A-Za-z][A-Za-z9]-?\d{7}\b")
_JOINED = re.compile(r"\band\b", re.IGNORECASE)
_ALLOWED_MORE = re.compile(r"\d[\s,;/(]+X[A-Za-z9]-?\d{7}", re.IGNORECASE)
_OTHER_SORTS = re.compile(r"\b(?:DEA|NPI|SSN|CAQH|TIN|EIN|UPIN|PTAN|Medicare|Medicaid|Policy)\b", re.IGNORECASE)
"""Words before a number of another sort."""
_REGISTRANTS = frozenset("ABCFGM")
"""Letters with which the DEA number of a practitioner begins."""
_NUMBERED = re.compile(r"^(?:(?:state\s+)?lic(?:ense)?\.?\s*)?(?:(?:no|number|num)\b\.?|#)?\s*[:#]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?=.*\d)[A-Za-z]{0,4}[ .-]?[\w.\-/]{2,20}|\d{1,2}[A-Za-z] \d{3,6}")
_STATE_FIRST = re.compile(r"^([A-Za-z]{2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)\s*(?:[:#–—-]\s*|\s+)(?=\S)")
_OF_PENNSYLVANIA = re.compile(r"PA-[A-Z]{2}\d{5,6}[A-Z]?\b")
"""PA-MD492449L, and no physician assistant."""
_STATE_LAST = re.compile(
    r"(?:\s*\(([A-Za-z][A-Za-z. ]{1,20})\)|[\s,–-]\s*([A-Z]{2})|[\s,–-]\s*([A-Z][a-z]+\.?(?: [A-Z][a-z]+)?))$"
)
_DEA = re.compile(r"[A-Za-z][A-Za-z9]\d{7}")
_POLICY = re.compile(rf"([^/\s][^/]*?)[\s,(]+{_UNTIL}[:.]?\s*({DAY})\s*\)?", re.IGNORECASE)
_LONGER_THAN_A_DEA = 11
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
    for piece in with_their_ends(pieces(text)):
        one = None if number_tokens.are_several(piece) else _number(piece, dea)
        if one is None:
            several = _in_a_row(piece, dea)
            if not several:
                return None
            found += several
        else:
            found.append(one)
    return found or None


def policy(cell: object) -> list[Part] | None:
    """ "PL592731 exp 3/27/2027": the number of a policy and the day behind it; None for any other cell."""
    found = _POLICY.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return [Part(found[1].strip(" ,("), expires=found[2])] if found and any(map(str.isdigit, found[1])) else None


def registrations(text: str) -> list[Part] | None:
    """The DEA numbers of a cell that holds several, or one with its state; None for one alone, and for what is none.

    A second number that begins with an X says only what the first one may prescribe."""
    if len(text) < _LONGER_THAN_A_DEA or _ALLOWED_MORE.search(text) or not (found := numbers(text, dea=True)):
        return None
    return found if len(found) > 1 or found[0].state or found[0].expires else None


def _in_a_row(text: str, dea: bool) -> list[Part] | None:
    """Numbers with a sign or blanks between them; None if nothing tells them apart surely."""
    if (
        dea
        and len(found := _DEAS.findall(text)) > 1
        and not any(map(str.isalnum, _JOINED.sub("", _DEAS.sub("", text))))
    ):
        return [Part(each) for each in found]
    for sign in (_LESS_SURE, _STATED_AGAIN, _STATED_BEHIND):
        split = [each.strip(" ()") if each.count("(") != each.count(")") else each for each in sign.split(text)]
        split = with_their_ends(_with_their_states([each.strip() for each in split if each.strip()]))
        found = [None if number_tokens.are_several(each) else _number(each, dea) for each in split]
        parts = [each for each in found if each]
        if len(parts) == len(found) > 1 and (sign is _LESS_SURE or dea or all(part.state for part in parts)):
            return _with_glued_states(parts)
    return None


def _with_their_states(found: list[str]) -> list[str]:
    """Pieces that are a state alone, put beside the number that they belong to: before it or behind it throughout."""
    alone = [bool(places.code(each)) for each in found]
    if (
        not any(alone)
        or 2 * sum(alone) != len(found)
        or any(alone[at] == alone[at + 1] for at in range(0, len(alone), 2))
    ):
        return found
    if alone[::2].count(alone[0]) != len(alone) // 2:
        return found
    pairs = [(found[at], found[at + 1]) for at in range(0, len(found), 2)]
    return [f"{first}: {second}" if alone[0] else f"{first} ({second})" for first, second in pairs]


def _with_glued_states(parts: list[Part]) -> list[Part]:
    """Numbers that begin with different states, without these: "IL036120779, WI12077920"."""
    glued = [_STATE_GLUED.fullmatch(part.number) for part in parts]
    codes = {match[1] for match in glued if match and places.code(match[1])}
    if len(codes) < 2 or not all(match and match[1] in codes for match in glued) or any(part.state for part in parts):
        return parts
    return [
        part._replace(number=match[2], state=match[1]) if match else part
        for part, match in zip(parts, glued, strict=True)
    ]


def with_their_ends(found: list[str], *, years: bool = False) -> list[str]:
    """Pieces that are a day alone, or the word for never, put behind the piece before them."""
    whole: list[str] = []
    for piece in found:
        rest, end = without_end(piece, years=years)
        if whole and end and not rest and not without_end(whole[-1], years=years)[1]:
            whole[-1] += f" {piece}"
        else:
            whole.append(piece)
    return whole


def _number(text: str, dea: bool) -> Part | None:
    rest, expires = without_end(text.strip(" ,"), years=False)
    rest, state = _without_state(rest)
    rest = _NUMBERED.sub("", rest.strip(" /")).strip(" :#,-–/")
    if dea:
        return Part(rest, state, expires=expires) if _DEA.fullmatch(rest.replace(" ", "").replace("-", "")) else None
    if not _NUMBER.fullmatch(rest) or re.fullmatch(DAY, rest) or not state and len(rest.split()) > 2:
        return None
    if _OTHER_SORTS.search(text) or rest[:1] in _REGISTRANTS and not checks.dea_fault(rest):
        return None
    return Part(rest, state, expires=expires)


def without_end(text: str, *, years: bool) -> tuple[str, str]:
    """A piece without the day, or the word for never, at its end, and that; "" where there is none."""
    for pattern in (_ENDING, _YEAR) if years else (_ENDING,):
        if match := pattern.search(text):
            return text[: match.start()].strip(" ,(-–—/:"), match[1]
    bare = text.rstrip(" )") if text.endswith(")") else text
    low = bare.lower()
    for word in words.words().lifetime:
        if len(word) > 3 and low.endswith(word) and not low[: -len(word)][-1:].isalnum():
            rest = bare[: -len(word)].strip(" ,(-–—/:")
            return _UNTIL_LAST.sub("", rest).strip(" ,(-–—/:"), bare[-len(word) :]
    return text, ""


def _without_state(text: str) -> tuple[str, str]:
    match = _STATE_FIRST.match(text)
    is_title = text[2:3] == "-" and match is not None and match[1].upper() in PROFESSIONS
    if match and places.code(match[1]) and not (is_title and not _OF_PENNSYLVANIA.match(text)):
        return text[match.end() :], match[1]
    if (match := _STATE_LAST.search(text)) and places.code(said := match[1] or match[2] or match[3]):
        return text[: match.start()].strip(" ,/"), said
    return text, ""
