"""What somebody does, beside a name and no part of it: Chief Resident, hospitalist, Podiatrist, Cardiology."""

from functools import cache, lru_cache

from workbench.sheets import likeness
from workbench.sheets.cell import words
from workbench.sheets.column.headings import load_synonyms

SHORT = 3
"""Letters up to which a department's word may be a name: ED, ENT."""


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a word alone says what somebody does, and is no name: hospitalist, cardiologist."""
    low, lists = _bare(word), words.words()
    return low in lists.roles or low.endswith(lists.role_endings)


def is_title(text: str) -> bool:
    """Whether every word of a text says what somebody does, or is of the name of a specialty or beside such a word."""
    found = [_bare(word) for word in text.replace("/", " ").replace("&", " ").replace(",", " ").split()]
    found = [word for word in found if word]
    return bool(found) and all(_may_be_beside(word) for word in found)


@lru_cache(maxsize=1 << 14)
def names_a_role(text: str) -> bool:
    """Whether a text is such a title and one of its words is a role, or it names a specialty whole."""
    return is_title(text) and (any(map(is_role, text.split())) or " ".join(text.lower().split()) in _groups())


def trailing(tokens: list[str], least: int) -> list[str]:
    """Take roles, what stands before them, and words in small letters off the end of a name's words. Returns what was taken."""
    end = len(tokens)
    while end > least and (is_role(tokens[end - 1]) or end < len(tokens) and _bare(tokens[end - 1]) in _beside()):
        end -= 1
    taken = tokens[end:]
    del tokens[end:]
    return taken


def is_surname(tokens: list[str]) -> bool:
    """Whether the last word of a name is a role that is a surname too, and no word before it belongs to a role."""
    before = _bare(tokens[-2])
    return _bare(tokens[-1]) in words.words().role_surnames and not (is_role(before) or before in _beside())


def _may_be_beside(word: str) -> bool:
    return is_role(word) or word in _beside() or word in _of_groups()


def _beside() -> frozenset[str]:
    return words.words().beside


@cache
def _groups() -> frozenset[str]:
    lines = load_synonyms().lines
    return frozenset(name for name in (*lines["specialties"], *lines["departments"]) if len(name) > SHORT)


@cache
def _of_groups() -> frozenset[str]:
    """The words of which names of specialties and departments are made."""
    found = {_bare(word) for name in _groups() for word in name.replace("/", " ").split()}
    return frozenset(word for word in found if len(word) > SHORT and not likeness.is_given(word))


def _bare(word: str) -> str:
    return word.strip(" .,;:()[]*-–—").lower()
