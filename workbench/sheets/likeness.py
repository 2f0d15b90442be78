"""Whether two names may be of one person: accents, compounds, initials, nicknames, slips of the pen. Never a verdict by itself."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from workbench.sheets.column.heading_words import resources

_PARTS = re.compile(r"[\s\-]+")
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "la",
        "las",
        "los",
        "le",
        "du",
        "des",
        "da",
        "das",
        "dos",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "al",
        "el",
        "bin",
        "ibn",
        "st",
        "mac",
    ]
)
_VOWELS = re.compile(r"[aeiouyhw]")
_TWICE = re.compile(r"(.)\1+")
CLOSE = 0.92
"""JaroWinkler similarity from which one spelling may be a slip of another (Jonhson, Johnson: 0.97; Smith, Smyth: 0.89)."""


LONG = 7
"""Letters from which one of them may be a slip; Interventional Cardiology and Radiology differ by two."""


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """A name without accents, case, blanks and marks."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("Ø", "o").replace("ł", "l"))
    return "".join(c for c in plain.casefold() if c.isalnum())


@lru_cache(maxsize=1 << 17)
def keys_of(last: str) -> tuple[str, ...]:
    """The keys a last name is looked up by: the whole, its parts, and its consonants for slips of the pen."""
    whole = fold(last)
    parts = [part for part in map(fold, _PARTS.split(last)) if len(part) > 2 and part not in _PARTICLES]
    bones = _TWICE.sub(r"\1", whole[:1] + _VOWELS.sub("", whole[1:]))
    return tuple(dict.fromkeys((whole, *parts, *(("~" + bones,) if len(bones) > 2 else ()))))


@lru_cache(maxsize=1 << 17)
def last_likeness(mine: str, other: str) -> int:
    """3 the same, 2 one is part of the other's compound, 1 close in spelling, 0 another name."""
    a, b = fold(mine), fold(other)
    if a == b:
        return 3
    plain = [{k for k in keys_of(name) if not k.startswith("~")} for name in (mine, other)]
    if plain[0] & plain[1]:
        return 2
    return 1 if JaroWinkler.similarity(a, b) >= CLOSE else 0


@lru_cache(maxsize=1 << 17)
def first_likeness(mine: str, other: str) -> int:
    """3 the same, 2 compatible (initial, nickname, one of several given names), 1 close in spelling or not known, 0 another."""
    a, b = fold(mine), fold(other)
    if not a or not b:
        return 1
    if a == b:
        return 3
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return 2
    heads = [fold(_PARTS.split(name.strip())[0]) for name in (mine, other)]
    if heads[0] == heads[1] or b in _nicknames().get(a, ()):
        return 2
    return 1 if JaroWinkler.similarity(a, b) >= CLOSE else 0


_SOUNDS = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        *(("ph|v", "f"), ("c(?=[eiy])|z", "s"), ("ck|q|c", "k"), ("g(?=[eiy])", "j"), ("x", "ks"), ("^[aeiouy]", "A")),
        *((r"[aeiouyhw]", ""), (r"(.)\1+", r"\1")),
    )
)
"""How the letters of a name sound, one after the other."""
HEARD = 3
"""Sounds from which two names may be one by them: Dan and Diane have two."""


@lru_cache(maxsize=1 << 17)
def sounds_like(mine: str, other: str) -> bool:
    """Whether two first names sound alike: Kathryn, Katherine; Stephen, Steven. It says too little to be likeness."""
    a, b = _sound(mine), _sound(other)
    return a == b and len(a) >= HEARD


@lru_cache(maxsize=1 << 17)
def _sound(name: str) -> str:
    sound = fold(name)
    for written, spoken in _SOUNDS:
        sound = written.sub(spoken, sound)
    return sound


@lru_cache(maxsize=1 << 17)
def is_short_for(mine: str, other: str) -> bool:
    """Whether one first name may be short for the other, either way: Ada, Adaeze. It says too little to be likeness."""
    a, b = fold(mine), fold(other)
    return min(len(a), len(b)) > 1 and (a.startswith(b) or b.startswith(a))


@lru_cache(maxsize=1 << 16)
def middles_agree(mine: str, other: str) -> bool:
    """Whether two middle names can be of one person: one is empty, or begins as the other."""
    a, b = fold(mine), fold(other)
    return not a or not b or a.startswith(b) or b.startswith(a) or a[0] == b[0] and 1 in (len(a), len(b))


def suffixes_agree(mine: str, other: str) -> bool:
    """Jr and Sr are two people; an absent suffix says nothing."""
    return not mine or not other or fold(mine) == fold(other)


@cache
def data() -> dict:
    """What resources/matching.toml says."""
    with (resources() / "matching.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _nicknames() -> dict[str, set[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for group in data()["nicknames"]["groups"]:
        names = [fold(name) for name in group]
        for name in names:
            known[name] |= set(names) - {name}
    return known


def is_given(name: str) -> bool:
    """Whether a name is a given name or a nickname for sure: one of those that resources/matching.toml lists."""
    return fold(name) in _nicknames() or fold(name) in _given()


def may_be_last(name: str) -> bool:
    """Whether a given name is a frequent last name too: Kim, Thomas."""
    return fold(name) in _also_last()


@cache
def _also_last() -> frozenset[str]:
    return frozenset(map(fold, data()["given"]["also_last"]))


@cache
def _given() -> frozenset[str]:
    return frozenset(map(fold, data()["given"]["names"]))


@lru_cache(maxsize=4096)
def provider_type(degree: str) -> str:
    """The provider type that a degree says, or nothing."""
    held = {_plain(part) for part in re.split(r"[,;&\s]+|(?<=\w)/(?=\w{2})", degree) if part} | {_plain(degree)}
    for title, degrees in data()["provider_types"].items():
        if held & {_plain(each) for each in degrees}:
            return title
    return next((title for title, degrees in data()["alone"].items() if held == {_plain(each) for each in degrees}), "")


def _plain(degree: str) -> str:
    return re.sub(r"[^A-Z]", "", degree.upper())


def meant(text: str, listed: Sequence[str]) -> str:
    """The one entry of a list that begins as a text does, word by word (Int Cardio, Interventional Cardiology); else ""."""
    parts = text.casefold().replace(".", " ").split()
    found = [entry for entry in listed if _shortens(parts, entry.casefold().split())]
    return found[0] if len(found) == 1 else ""


def _shortens(parts: list[str], words: list[str]) -> bool:
    return 0 < len(parts) <= len(words) and all(w.startswith(p) for p, w in zip(parts, words, strict=False))


def alike(names: Sequence[str]) -> list[list[str]]:
    """Names of one list that may mean the same, in groups: another spelling, an abbreviation, a slip of the pen."""
    groups: list[list[str]] = []
    for name in sorted(names, key=len, reverse=True):
        group = next((each for each in groups if _may_mean(name, each)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return [sorted(each, key=str.casefold) for each in groups if len(each) > 1]


def _may_mean(name: str, group: Sequence[str]) -> bool:
    return any(
        fold(name) == fold(each)
        or (len(fold(name)) >= LONG and OSA.distance(fold(name), fold(each)) == 1)
        or bool(meant(name, [each]))
        for each in group
    )
