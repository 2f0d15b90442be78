"""Names of people as rosters write them, in every order."""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.sheets import likeness
from workbench.sheets.cell import behind, honors, name_degrees, surnames, titles, words
from workbench.sheets.cell.asides import Apart, apart
from workbench.sheets.cell.companies import is_company, may_be_company
from workbench.sheets.cell.letter_case import proper
from workbench.sheets.cell.name_degrees import suffix_of

__all__ = ["Name", "is_company", "may_be_company", "parse", "proper"]

GIVEN_SUFFIXES = {"jr", "junior", "sr", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th"}
_JOINS_NAMES = ("&", " and ")
_AS_LETTERS = re.compile(r"\b([af])/k/a\b", re.IGNORECASE)
NO_NAMES = ("lt", "ltc", "cdr", "cpt")
"""Ranks that nobody is called, with a dot or without."""
RANK_LETTERS = 3
"""Letters of a rank up to which it needs its dot: a given Gen has none."""


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
    """What stood in brackets or behind the degree, and may be a name or none."""
    remark: str = ""
    """What stood beside the name and is no part of it."""
    several: str = ""
    """The text where it names several people; then nothing else is told."""


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """Take a name apart: "GARCÍA-LÓPEZ Jr, Lucía Lee, APRN" or "Dr. Lucía L. García-López, Jr., APRN"."""
    text = " ".join(text.replace("`", "'").replace("*", " ").replace("†", " ").split()).strip(" ,;")
    text = behind.joined(_AS_LETTERS.sub(r"\1ka", text))
    pieces = behind.people(text)
    if len(pieces) > 1 and _are_people(text, pieces):
        return Name(several=text)
    return _of_one(text)


def _are_people(text: str, pieces: list[str]) -> bool:
    """Whether two of the pieces name somebody: each in full, or by a given name alone beside one in full."""
    whole = [piece for piece in pieces if not (titles.is_title(piece) or is_company(piece)) and _is_in_full(piece)]
    alone = [piece for piece in pieces if " " not in piece.strip(" ,") and likeness.is_given(piece.strip(" ,"))]
    joins = any(sign in text.lower() for sign in _JOINS_NAMES)
    return len(whole) > 1 or joins and len(whole) == 1 and bool(alone)


def _is_in_full(piece: str) -> bool:
    found = _of_one(piece)
    told = found.degree or "," in piece or any(map(likeness.is_given, piece.split()))
    return bool(found.last and found.first and told)


def _of_one(text: str) -> Name:
    beside = apart(text)
    cut = behind.cut(beside.rest)
    parts = [part.strip() for part in cut.name.replace(";", ",").split(",") if part.strip(" .")]
    if not parts:
        return Name()
    remarks = [cut.words, beside.remark, *_without_titles(parts)]
    degrees: list[str] = []
    suffix = ""
    while len(parts) > 1 and (found := name_degrees.trailing(parts, degrees, suffix)) is not None:
        suffix = found
        remarks += _without_titles(parts)
    if len(parts) > 1:
        last, given, suffix = _last_first(parts, degrees, suffix, remarks)
    else:
        last, given, suffix = _first_last(parts[0], degrees, suffix, remarks)
    if cut.unclear:
        beside = beside._replace(unclear=cut.unclear)
    name = _name(last, given, suffix, degrees, beside)
    remarks.append(honors.in_name(text, (*name, *remarks)))
    return name._replace(remark=", ".join(filter(None, remarks)))


def _without_titles(parts: list[str]) -> list[str]:
    """Take comma parts off the end that only say what somebody does: "Russell Harms, Podiatrist". Returns what was taken."""
    taken: list[str] = []
    while len(parts) > 1 and titles.names_a_role(parts[-1]) and not likeness.is_given(parts[-1]):
        taken.insert(0, parts.pop())
    return taken


def _last_first(parts: list[str], degrees: list[str], suffix: str, remarks: list[str]) -> tuple[str, list[str], str]:
    """ "Last Jr, First Middle": what follows a comma is given names, perhaps with degrees behind them."""
    surname = parts[0].split()
    while len(surname) > 1 and (generation := suffix_of(surname[-1])) is not None:
        suffix = generation or suffix
        surname.pop()
    name_degrees.strip(surname, degrees, 1)
    while len(surname) > 1 and (generation := suffix_of(surname[-1])) is not None:
        suffix = generation or suffix
        surname.pop()
    given: list[str] = []
    between: list[str] = []
    for part in parts[1:]:
        generation = suffix_of(part)
        if generation is not None:
            suffix = generation or suffix
        elif len(parts) > 2 and (found := words.degrees_in(part)) and name_degrees.is_written_so(part, found):
            between += found  # "Chen, MD, Bradley A."
        else:
            given.extend(part.split())
    degrees[:0] = between
    given, suffix = _behind_comma(given, degrees, suffix, remarks)
    if len(surname) > 1 and surname[0].lower() in ("sr.", "sr"):  # Sister, or Senior
        remarks.append(surname.pop(0))
    return " ".join(_without_salutation(surname)), given, suffix


def _behind_comma(given: list[str], degrees: list[str], suffix: str, remarks: list[str]) -> tuple[list[str], str]:
    """Given names without titles, degrees and a generation before or behind them, and the generation."""
    if len(given) > 1 and given[0].strip(".").lower() in GIVEN_SUFFIXES - {"sr"}:  # "Smith, Jr. John"
        suffix = suffix_of(given[0]) or suffix
        given = given[1:]
    given = _given_names(given, remarks)
    name_degrees.strip(given, degrees, 1)
    remarks += [" ".join(titles.trailing(given, 1))]
    name_degrees.strip(given, degrees, 1)
    if len(given) > 1 and given[-1].strip(".").lower() in GIVEN_SUFFIXES:
        suffix = suffix_of(given.pop()) or suffix
        name_degrees.strip(given, degrees, 1)
    return given, suffix


def _given_names(given: list[str], remarks: list[str]) -> list[str]:
    """Given names without what is written before or behind them: Dr., Col.; "Sr." there may be Sister or Senior."""
    given = _without_salutation(given)
    if len(given) > 1 and given[0].strip(".").lower() == "sr":
        remarks.append(given[0])
        given = given[1:]
    while len(given) > 1 and given[-1].strip(".").lower() in ("dr", "doctor", "prof"):
        given = given[:-1]
    return given


def _without_salutation(tokens: list[str]) -> list[str]:
    ranks = words.words().ranks
    if len(tokens) > 2 and all(token.strip(".").lower() in ranks for token in tokens[:2]):  # "Lt Col Smith"
        tokens = tokens[2:]
    while len(tokens) > 1 and (is_salutation(tokens[0]) or tokens[0].lower() in NO_NAMES):
        tokens = tokens[1:]
    return tokens


def is_salutation(token: str) -> bool:
    """Dr, Sister; Col. and Capt with or without a dot, Gen. and Hon., which are names else, with it."""
    low, lists = token.strip(".").lower(), words.words()
    return low in lists.salutations or low in lists.ranks and (token.endswith(".") or len(low) > RANK_LETTERS)


def _first_last(text: str, degrees: list[str], suffix: str, remarks: list[str]) -> tuple[str, list[str], str]:
    """ "Dr. First Middle van der Last Jr MD": the surname is the last word and the particles before it."""
    tokens = _without_salutation(text.split())
    if len(tokens) > 2:
        tokens = _given_names(tokens, remarks)
    name_degrees.strip(tokens, degrees, 2)
    if len(tokens) > 2 and len(tokens[-2].strip(".")) > 1 and not titles.is_surname(tokens):
        remarks += [" ".join(titles.trailing(tokens, 2))]
        name_degrees.strip(tokens, degrees, 2)
    if len(tokens) > 2 and (generation := suffix_of(tokens[-1])) is not None:
        suffix = generation or suffix
        tokens.pop()
        name_degrees.strip(tokens, degrees, 2)
    if len(tokens) < 2:
        return " ".join(tokens), [], suffix
    if len(tokens) > 2 and len(tokens[-1].strip(".")) == 1:  # "KATZ LENA T": an initial is no surname
        return tokens[0], tokens[1:], suffix
    start = surnames.start(tokens)
    return " ".join(tokens[start:]), tokens[:start], suffix


def _name(last: str, given: list[str], suffix: str, degrees: list[str], beside: Apart) -> Name:
    first = given[0] if given else ""
    nothing = words.words().no_middle
    middle = " ".join(word for word in given[1:] if word.lower().strip(".()") not in nothing)
    known = words.words().fellowships
    kept = [name for name in degrees if name not in known] or degrees
    return Name(
        proper(last),
        _given(first),
        _given(middle),
        suffix,
        ", ".join(dict.fromkeys(kept)),
        proper(beside.former),
        proper(beside.nickname, given=True),
        proper(beside.alias),
        beside.unclear,
    )


def _given(text: str) -> str:
    """Given names: initials lose their dot, capitals their shouting."""
    if not text:
        return ""
    text = " ".join(token[:-1] if len(token) == 2 and token[1] == "." else token for token in text.split())
    return proper(text, given=True)
