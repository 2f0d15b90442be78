"""Which entries of one of the office's lists a word probably means: misspelt, shortened, or called otherwise. Never a verdict."""

from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from workbench.sheets import likeness
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.row.group_names import key

LEAST, LONG = 4, 9
"""Letters from which one of them may be a slip, and from which two may: Nephrology and Neurology are known by name."""
MOST = 3
"""Entries that are named at most; a word that begins more than so many is close to them all the same."""
_SMALL = frozenset(["and", "of", "the", "&"])


def close_to(word: str, listed: Sequence[str]) -> list[str]:
    """The entries that a word of no list may mean, the likeliest first; empty where it is a name of its own."""
    found = _called_otherwise(word, listed) or _shortened(word, listed)
    if not found and key(word) not in _names():
        found = _misspelt(word, listed) or _thinned(word, listed)
    return found[:MOST]


def _called_otherwise(word: str, listed: Sequence[str]) -> list[str]:
    meant = _groups().get(key(word), -1)
    return [entry for entry in listed if meant >= 0 and _groups().get(key(entry)) == meant]


def _shortened(word: str, listed: Sequence[str]) -> list[str]:
    """Entries that begin as the word does, word by word: Emerg Med, Ob & Gyn. Hematology is not short for Hematology and Oncology."""
    parts, whole = _words(word), key(word) in _names()
    found = []
    for entry in listed:
        words = _words(entry)
        begins = bool(parts) and len(parts) <= len(words) and all(map(str.startswith, words, parts))
        if begins and not (whole and words[: len(parts)] == parts):
            found.append(entry)
    return found


def _misspelt(word: str, listed: Sequence[str]) -> list[str]:
    """Entries that a slip of the pen or two makes of the word; the first letter is seldom one of them."""
    mine, found = likeness.fold(word), []
    for entry in listed:
        other = likeness.fold(entry)
        length = min(len(mine), len(other))
        slips = 0 if length < LEAST or mine[0] != other[0] else 1 + (length >= LONG)
        distance = OSA.distance(mine, other, score_cutoff=slips)
        if slips and distance <= slips:
            found.append((distance, entry))
    return [entry for _, entry in sorted(found)]


def _thinned(word: str, listed: Sequence[str]) -> list[str]:
    """Entries of which the word keeps the first letter and some of the others, in their order: Provsnl, Int Crdlgy."""
    parts = _words(word)
    return [
        entry
        for entry in listed
        if sum(map(len, parts)) >= LEAST
        and len(parts) == len(words := _words(entry))
        and all(map(_is_within, parts, words))
    ]


def _is_within(part: str, word: str) -> bool:
    letters = iter(word)
    return part[0] == word[0] and all(letter in letters for letter in part)


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return [word for word in plain.split() if word not in _SMALL]


@cache
def _groups() -> Mapping[str, int]:
    """By a name the group of those that mean the same."""
    groups = likeness.data()["short_names"]["groups"]
    return {key(name): place for place, group in enumerate(groups) for name in group}


@cache
def _names() -> frozenset[str]:
    """Names of departments and specialties that are no slips of each other."""
    lines, apart = load_synonyms().lines, likeness.data()["short_names"]["apart"]
    return frozenset(map(key, [*lines["departments"], *lines["specialties"], *apart]))
