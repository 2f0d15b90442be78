"""People who practice as a corporation, told from companies: "Robert Jones, M.D., P.C." is a person, "Pain Clinic, PLLC" is none.

The name alone leaves it open; what stands beside it decides, and what a person says of the row.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.sheets import likeness
from workbench.sheets.cell import companies, name_degrees, words

_TOKEN = re.compile(r"[^\s,;]+")
_ASSOCIATION = frozenset(["pa"])
"""A professional association behind a physician's degree; behind another one a physician assistant."""
_MOST_NAMES, _FEW_NAMES = 5, 3
"""Words of a name that a person's degree follows, and of one that has none."""


class Apart(NamedTuple):
    """A name without the legal form behind it, and that form as it stands."""

    name: str
    form: str


@lru_cache(maxsize=1 << 14)
def person(text: str) -> Apart | None:
    """A person's name whose degree a legal form follows, taken apart; None for any other text."""
    found = without_form(text)
    tokens = _TOKEN.findall(found.name)
    at = next((n for n, token in enumerate(tokens) if n and name_degrees.is_personal(token)), None)
    if not found.form or at is None or not _are_names(tokens[:at], _MOST_NAMES):
        return None
    behind = tokens[at:]
    is_association = all(_folded(token) in _ASSOCIATION for token in _TOKEN.findall(found.form))
    if is_association and not any(companies.is_of_physician(token) for token in behind):
        return None
    return found if all(words.degrees_in(token) or _is_generation(token) for token in behind) else None


@lru_cache(maxsize=1 << 14)
def reads_as_person(text: str) -> bool:
    """Whether a text that has a company's word in it reads as a person's name all the same: "Corp, Thomas", "Thomas Corp, MD"."""
    surname, comma, given = text.partition(",")
    tokens = [token for token in _TOKEN.findall(given) if not _is_generation(token)]
    degrees = [token for token in tokens if name_degrees.is_personal(token)]
    names = [token for token in tokens if token not in degrees]
    own = [word for word in surname.split() if not _is_generation(word)]
    if not comma or not likeness.is_given((names or own or [""])[0]):
        return False
    if names:
        return len(own) == 1 and _is_word(own[0]) and _are_given(names)
    return bool(degrees) and len(own) <= _FEW_NAMES and all(map(_is_word, own))


def without_form(text: str) -> Apart:
    """A text without the legal forms at its end."""
    text = text.replace("P. A.", "P.A.").replace("P. C.", "P.C.").replace("S. C.", "S.C.").strip(" ,;")
    tokens = list(_TOKEN.finditer(text))
    at = len(tokens)
    while at > 1 and _folded(tokens[at - 1][0]) in words.words().legal_forms | companies.LEGAL_AFTER_DEGREE:
        at -= 1
    if at == len(tokens):
        return Apart(text, "")
    return Apart(text[: tokens[at - 1].end()], text[tokens[at].start() :])


def _folded(token: str) -> str:
    return token.replace(".", "").lower()


def _are_names(tokens: list[str], most: int) -> bool:
    """Whether words can be those of a name: none of the trade, none that joins, no figure."""
    lists, joining = words.words(), companies.JOINING
    return 2 <= len(tokens) <= most and not any(
        _folded(token) in lists.trade_words or _folded(token) in joining or not _is_word(token) for token in tokens
    )


def _are_given(tokens: list[str]) -> bool:
    lists = words.words()
    return len(tokens) <= _FEW_NAMES and all(
        _is_word(token) and _folded(token) not in lists.trade_words | lists.legal_forms for token in tokens
    )


def _is_word(token: str) -> bool:
    return re.sub(r"[.'’\-]", "", token.strip()).isalpha()


def _is_generation(token: str) -> bool:
    return name_degrees.suffix_of(token) is not None
