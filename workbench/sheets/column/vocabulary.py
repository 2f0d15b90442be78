"""The words that headings are made of: a quick look that tells nearly every cell from a heading."""

import re
from functools import cache

from workbench.sheets.column.headings import load_synonyms

_WORD = re.compile(r"[a-z0-9]+")


def may_be_heading(text: str) -> bool:
    """Whether a text is made of such words alone; few names of people are."""
    words = _WORD.findall(text.lower())
    return bool(words) and _vocabulary().issuperset(words)


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that stands in a heading we know."""
    synonyms = load_synonyms()
    phrases = [*synonyms.whole, *(words for _, words in synonyms.sorts), *synonyms.attributes, *synonyms.words]
    return frozenset(word for phrase in phrases for word in phrase.split()) | synonyms.noise
