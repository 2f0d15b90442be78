"""Words beside a number that are no part of it: "036-132617 Active", "Active 036-132617", "PL243021 (occurrence)".

Which words say how a number stands is data; any other word may belong to the number and stays.
"""

import re
from functools import cache

from workbench.sheets.column.headings import load_synonyms

_TOKEN = re.compile(r"\S+")
_SIGNS = " ,;:()[]-–—"


@cache
def known() -> frozenset[str]:
    """Words that say how a number of whatever kind stands."""
    return frozenset(load_synonyms().lines["number_words"])


def apart(text: str) -> tuple[str, str] | None:
    """The number and the words before and behind it; None where there are none, or not both."""
    tokens = list(_TOKEN.finditer(text))
    first, last = 0, len(tokens)
    while first < last and _is_word(tokens[first][0]):
        first += 1
    while last > first and _is_word(tokens[last - 1][0]):
        last -= 1
    if first == last or last - first == len(tokens):
        return None
    number = text[tokens[first].start() : tokens[last - 1].end()].strip(_SIGNS)
    said = [token[0].strip(_SIGNS) for token in (*tokens[:first], *tokens[last:])]
    beside = " ".join(filter(None, said))
    return (number, beside) if beside and any(map(str.isdigit, number)) else None


def _is_word(token: str) -> bool:
    said = token.strip(_SIGNS).casefold().rstrip(".")
    return not said or said in known()
