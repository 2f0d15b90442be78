"""Certifying boards said by their letters or in full: ABIM is the American Board of Internal Medicine."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from workbench.sheets.column.heading_words import resources

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_BETWEEN = frozenset(["the", "of", "and", "for", "on"])


@lru_cache(maxsize=1 << 14)
def key(issuer: str) -> str:
    """What an issuer is compared by: a board that is known by its letters, anybody else as written, in small letters."""
    return _known().get(_plain(issuer)) or _known().get(_plain(_BRACKETS.sub(" ", issuer))) or issuer.casefold()


def are_one(mine: str, other: str) -> bool:
    """Whether two issuers are one."""
    return key(mine) == key(other)


def is_known(name: str) -> bool:
    """Whether a board is known by its letters or in full."""
    return _plain(name) in _known()


def is_short(text: str) -> bool:
    """Whether a word is the letters of a board, in any case: "ABPath", "Abpath", "ABPM&R"."""
    return " " not in text and is_known(text)


def _plain(text: str) -> str:
    short = _data()["short"]
    found = [word.casefold() for word in _WORD.findall(text)]
    return " ".join(short.get(word, word) for word in found if word not in _BETWEEN)


@cache
def _known() -> dict[str, str]:
    boards = _data()["boards"]
    return {_plain(each): letters for letters, names in boards.items() for each in (letters, *names)}


@cache
def _data() -> Mapping[str, Any]:
    with (resources() / "boards.toml").open("rb") as file:
        return tomllib.load(file)
