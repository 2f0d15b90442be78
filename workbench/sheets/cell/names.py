"""Names of people as rosters write them, in every order."""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.sheets.cell import words
from workbench.sheets.cell.asides import Apart, apart
from workbench.sheets.cell.companies import is_company, may_be_company
from workbench.sheets.cell.letter_case import proper

__all__ = ["Name", "is_company", "may_be_company", "parse", "proper"]

CONSONANTS = re.compile(r"^[B-DF-HJ-NP-TV-XZ]{3,6}$")
VIETNAMESE = {
    "nguyen",
    "tran",
    "pham",
    "huynh",
    "hoang",
    "phan",
    "vu",
    "vo",
    "dang",
    "bui",
    "ngo",
    "duong",
    "ly",
    "truong",
    "dinh",
    "trinh",
    "le",
    "do",
    "ho",
    "doan",
    "luong",
    "mai",
    "lam",
    "cao",
    "thai",
    "tang",
}
_BESIDE_GIVEN = {
    "MD",
    "DO",
    "PhD",
    "PA",
    "PA-C",
    "NP",
    "NP-C",
    "FNP",
    "APRN",
    "CRNA",
    "CNM",
    "DPM",
    "DDS",
    "DMD",
    "MBBS",
}
"""Degrees that stand behind given names and can be no part of them; a given Do is not written in capitals."""
GIVEN_SUFFIXES = {"jr", "junior", "sr", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th"}


class Name(NamedTuple):
    """A person's name taken apart; what is absent is ""."""

    last: str = ""
    first: str = ""
    middle: str = ""
    suffix: str = ""
    degree: str = ""
    former: str = ""
    nickname: str = ""
    """The name the person goes by."""
    alias: str = ""
    """Another name that may be a former one or the one in use."""
    unclear: str = ""
    """What stood in brackets and is no name."""


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """Take a name apart: "GARCÍA-LÓPEZ Jr, Lucía Lee, APRN" or "Dr. Lucía L. García-López, Jr., APRN"."""
    text = " ".join(text.replace("`", "'").replace("*", " ").replace("†", " ").split()).strip(" ,;")
    beside = apart(text)
    text = beside.rest
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip(" .")]
    if not parts:
        return Name()
    degrees: list[str] = []
    suffix = ""
    while len(parts) > 1 and (found := _trailing(parts, degrees, suffix)) is not None:
        suffix = found
    if len(parts) > 1:
        last, given, suffix = _last_first(parts, degrees, suffix)
    else:
        last, given, suffix = _first_last(parts[0], degrees, suffix)
    return _name(last, given, suffix, degrees, beside)


def without_degree(text: str) -> tuple[str, str]:
    """Given names without the degree behind them, and the degree; "" where there is none."""
    head, _, tail = text.replace(",", " ").rstrip(" .").rpartition(" ")
    found = words.degrees_in(tail) if head.strip() else None
    if not found or len(found) > 1 or not _written_as_degree(tail, found) or found[0] not in _BESIDE_GIVEN:
        return text, ""
    return head.strip(), found[0]


def _trailing(parts: list[str], degrees: list[str], suffix: str) -> str | None:
    """Take degrees or a suffix off the end of the comma parts. Returns the suffix so far, None if the last is a name."""
    part = parts[-1]
    generation = _suffix(part)
    if generation is not None:
        parts.pop()
        return generation or suffix
    found = words.degrees_in(part) or _unknown_degree(parts)
    if found is None:
        return _suffix_and_degrees(parts, degrees, suffix)
    if (
        len(parts) == 2
        and _is_lone_surname(parts[0])
        and "." not in part
        and part.isalpha()
        and len(found) == 1
        and (parts[0].isupper() or not part.isupper())
    ):
        return None
    if not part.isupper() and part.isalpha() and part not in found and len(part) <= 3 and len(parts) == 2:
        return None
    degrees[:0] = found
    parts.pop()
    return suffix


def _unknown_degree(parts: list[str]) -> list[str] | None:
    """ "Olivia Harber, LGC": capitals without a vowel behind a whole name are somebody's credential."""
    if CONSONANTS.match(parts[-1]) and not parts[0].isupper() and (" " in parts[0] or len(parts) > 2):
        return [parts[-1]]
    return None


def _suffix_and_degrees(parts: list[str], degrees: list[str], suffix: str) -> str | None:
    """ "Jr. MD" in one part."""
    head, _, tail = parts[-1].partition(" ")
    generation = _suffix(head)
    found = words.degrees_in(tail) if tail and generation is not None else None
    if found is None:
        return None
    degrees[:0] = found
    parts.pop()
    return generation or suffix


def _is_lone_surname(part: str) -> bool:
    return " " not in part


def _suffix(part: str) -> str | None:
    return words.words().suffixes.get(part.strip(" .").lower())


def _last_first(parts: list[str], degrees: list[str], suffix: str) -> tuple[str, list[str], str]:
    """ "Last Jr, First Middle": what follows a comma is given names, perhaps with degrees behind them."""
    surname = parts[0].split()
    while len(surname) > 1 and (generation := _suffix(surname[-1])) is not None:
        suffix = generation or suffix
        surname.pop()
    _strip_degrees(surname, degrees, 1)
    while len(surname) > 1 and (generation := _suffix(surname[-1])) is not None:
        suffix = generation or suffix
        surname.pop()
    given: list[str] = []
    between: list[str] = []
    for part in parts[1:]:
        generation = _suffix(part)
        if generation is not None:
            suffix = generation or suffix
        elif len(parts) > 2 and (found := words.degrees_in(part)) and _written_as_degree(part, found):
            between += found  # "Chen, MD, Bradley A."
        else:
            given.extend(part.split())
    degrees[:0] = between
    given = _without_salutation(given)
    _strip_degrees(given, degrees, 1)
    if len(given) > 1 and given[-1].strip(".").lower() in GIVEN_SUFFIXES:
        suffix = _suffix(given.pop()) or suffix
        _strip_degrees(given, degrees, 1)
    return " ".join(_without_salutation(surname)), given, suffix


def _strip_degrees(tokens: list[str], degrees: list[str], least: int) -> None:
    """Take degrees without a comma off the end; words as Do, Ma and St in mixed case are names."""
    while len(tokens) > least:
        token = tokens[-1]
        found = words.degrees_in(token)
        if not found or not _written_as_degree(token, found):
            return
        if (
            len(token) == 2
            and "." not in token
            and token not in ("MD", "DO", "PA", "NP", "RN")
            and len(tokens) == least + 1
        ):
            return
        degrees[:0] = found
        tokens.pop()


def _written_as_degree(token: str, found: list[str]) -> bool:
    return (
        token.isupper()
        or "." in token.rstrip(".")
        or token.strip(".,") in found
        or "-" in token
        and token[-1].isupper()
    )


def _without_salutation(tokens: list[str]) -> list[str]:
    while len(tokens) > 1 and tokens[0].strip(".").lower() in words.words().salutations:
        tokens = tokens[1:]
    return tokens


def _first_last(text: str, degrees: list[str], suffix: str) -> tuple[str, list[str], str]:
    """ "Dr. First Middle van der Last Jr MD": the surname is the last word and the particles before it."""
    tokens = _without_salutation(text.split())
    _strip_degrees(tokens, degrees, 2)
    if len(tokens) > 2 and (generation := _suffix(tokens[-1])) is not None:
        suffix = generation or suffix
        tokens.pop()
        _strip_degrees(tokens, degrees, 2)
    if len(tokens) < 2:
        return " ".join(tokens), [], suffix
    if len(tokens) > 2 and len(tokens[-1].strip(".")) == 1:  # "KATZ LENA T": an initial is no surname
        return tokens[0], tokens[1:], suffix
    start = _surname_start(tokens)
    return " ".join(tokens[start:]), tokens[:start], suffix


def _surname_start(tokens: list[str]) -> int:
    lists = words.words()
    start = len(tokens) - 1
    index = start - 1
    while index > 0 and (low := tokens[index].strip(".").lower()) in lists.particles:
        is_loose = low in lists.loose_particles and tokens[index][0].isupper()
        if is_loose and low == "van" and tokens[-1].lower() not in VIETNAMESE:
            is_loose = False
        if is_loose and low in ("st", "al", "el", "san", "santa", "la"):
            is_loose = False
        if not is_loose:
            start = index
        index -= 1
    if start > 2 and tokens[start].lower() in ("y", "e"):
        start -= 1
    return start


def _name(last: str, given: list[str], suffix: str, degrees: list[str], beside: Apart) -> Name:
    first = given[0] if given else ""
    middle = " ".join(given[1:])
    known = words.words().fellowships
    kept = [name for name in degrees if name not in known] or degrees
    return Name(
        proper(last),
        _given(first),
        _given(middle),
        suffix,
        ", ".join(dict.fromkeys(kept)),
        proper(beside.former),
        proper(beside.nickname),
        proper(beside.alias),
        beside.unclear,
    )


def _given(text: str) -> str:
    """Given names: initials lose their dot, capitals their shouting."""
    if not text:
        return ""
    text = " ".join(token[:-1] if len(token) == 2 and token[1] == "." else token for token in text.split())
    return proper(text, given=True)
