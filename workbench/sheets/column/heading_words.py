"""The words of our headings, as resources/synonyms.toml has them: what comes in pieces or glued together is made of them."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from workbench.sheets.column import dotted, glued


def resources() -> Path:
    """The folder of the data that ships with the program."""
    return Path(__file__).resolve().parents[3] / "resources"


@cache
def data(path: Path) -> dict[str, Any]:
    """A file of data that ships with the program."""
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def _headings() -> tuple[str, ...]:
    """The headings that are ours, whole or in parts."""
    ours = data(resources() / "synonyms.toml")
    lists = [*ours["synonyms"].values(), *ours["sorts"].values(), *ours["attributes"].values(), ours["choices"]]
    return tuple(phrase for each in lists for phrase in each)


@cache
def short() -> frozenset[str]:
    """The words of our headings that may come in pieces: DOB, NPI, ZIP."""
    ours = data(resources() / "synonyms.toml")
    said = [*ours["abbreviations"], *ours["noise"]["letters"], *_headings()]
    words = {word for phrase in said for word in phrase.split()}
    return frozenset(word for word in words if dotted.LEAST <= len(word) <= dotted.MOST)


@cache
def vocabulary() -> frozenset[str]:
    """The words of our headings, of which others may be glued together: LICENSENUMBER."""
    return frozenset(word for phrase in _headings() for word in phrase.split())


@lru_cache(maxsize=4096)
def unglued(word: str) -> str:
    """A long word that is no word of ours, but made of some, with blanks between them."""
    return glued.apart(word, vocabulary()) if len(word) >= glued.LEAST else word
