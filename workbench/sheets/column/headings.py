"""Headings in words: normalized, looked up among the synonyms, or taken apart into a sort of credential and its part."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from workbench.sheets import targets
from workbench.sheets.column import dotted, heading_parts, heading_words, licensing_boards, own_places, professions

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z]{2})")
_SHORT = "DEA|NPI|CDS|CSR|ACLS|BLS|PALS|ATLS|NRP|DOB|SSN|CAQH"
GLUED = re.compile(rf"\b({_SHORT})(?=[A-Z]?[a-z]{{2}}|EXP|NO\b|NUM|DATE|ISS|ST\b|STATE)")
"""DEAExp, NPINumber, ACLSexp, DEAEXP."""
LETTERS_DIGIT = re.compile(r"(?<=[A-Za-z]{3})(?=\d)")
NOT_WORD = re.compile(r"[^a-z0-9]+")
PLURAL = re.compile(r"(?<=\w)\((?:s|es|ies)\)", re.IGNORECASE)
"""License(s), DEA(s), Specialty(ies)."""
ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
ORDINAL = re.compile(r"\b(1(?= st)|2(?= nd)|3(?= rd)|[4-9](?= th)) (st|nd|rd|th)\b")
NUMBERED_STATE = re.compile(r"\b(2(?= nd)|3(?= rd)|[4-9](?= th)) (nd|rd|th)\b")
FIRST = re.compile(r"(?<!\d)1(?:st)?(?!\d)|\bfirst\b", re.IGNORECASE)
OTHER = re.compile(r"^other\b")
_SIGNS = str.maketrans({"'": "", "’": "", "#": " number "})


class Meaning(NamedTuple):
    """What a heading can mean by its words alone."""

    targets: tuple[str, ...] = ()
    """Whole targets in the order to try; several where the values decide."""
    sort: str = ""
    attributes: tuple[str, ...] = ()
    """Of the sort, or, without one, of whatever credential stands to the left."""
    number: int = 1
    first: bool = False
    """Whether it says itself that it is the first: "Board #1"."""
    state: str = ""
    weak: bool = False
    title: str = ""
    """The profession whose license it is: RN, APRN."""

    @property
    def known(self) -> bool:
        return bool(self.targets or self.sort)


UNKNOWN = Meaning()


@dataclass(frozen=True, eq=False)
class Synonyms:
    """The headings we know, from resources/synonyms.toml."""

    words: dict[str, str]
    noise: frozenset[str]
    whole: dict[str, Meaning]
    sorts: tuple[tuple[str, str], ...]
    attributes: dict[str, tuple[str, ...]]
    of_background: dict[str, tuple[str, ...]]
    """The parts of schools, training and positions, where words mean something else than of a credential: completed."""
    bare: dict[str, str]
    allowed: dict[str, list[str]]
    asides: frozenset[str]
    formats: frozenset[str]
    own_places: tuple[str, ...]
    lines: dict[str, list[str]]
    proved: dict[str, frozenset[str]]
    """Headings that as often mean something else, by what their cells must show."""
    same_group: dict[str, frozenset[str]]
    """Words of columns that are not read, behind which the days are still those of what stands before them, by sort."""
    others: dict[str, frozenset[str]]
    """Words by which a heading is about somebody else, another place, or another's number."""

    @property
    def others_words(self) -> frozenset[str]:
        """All words of `others`."""
        return frozenset().union(*self.others.values())

    longest_terms: dict[str, int]
    """By sort how many years it runs at most."""
    zeros: dict[str, dict[str, Any]]
    """By state how many digits its licenses have that begin with a zero, and how they begin."""


@cache
def load_synonyms(path: Path | None = None) -> Synonyms:
    """The synonyms of a file; by default the program's own."""
    data = heading_words.data(path or heading_words.resources() / "synonyms.toml")
    words = data["abbreviations"]
    return Synonyms(
        words=words,
        noise=frozenset(data["noise"]["words"]),
        whole=_whole(data, words),
        sorts=tuple(
            (sort, phrase)
            for sort, phrases in data["sorts"].items()
            for phrase in sorted({normal(p, words) for p in phrases}, key=len, reverse=True)
        ),
        attributes=_attributes(data["attributes"], words),
        of_background=_attributes(data["of_background"], words),
        bare={sort: name for name, sorts in data["bare"].items() for sort in sorts},
        allowed=data["allowed"],
        asides=frozenset(data["noise"]["asides"]),
        formats=frozenset(data["noise"]["formats"]),
        own_places=tuple(normal(place, words) for place in data["noise"]["own_places"]),
        lines=data["lines"],
        proved={proof: frozenset(normal(p, words) for p in said) for proof, said in data["proved"].items()},
        same_group={name: frozenset(found) for name, found in data["same_group"].items()},
        others={name: frozenset(found) for name, found in data["others"].items()},
        longest_terms=data["longest_terms"],
        zeros=data["zeros"],
    )


def _whole(data: dict[str, Any], words: dict[str, str]) -> dict[str, Meaning]:
    whole: dict[str, Meaning] = {}
    for target, phrases in data["weak"].items():
        whole |= {normal(phrase, words): Meaning(tuple(target.split("|")), weak=True) for phrase in phrases}
    for target, phrases in data["synonyms"].items():
        for phrase in phrases:
            whole[normal(phrase, words)] = _of_targets((target,))
    for phrase, choices in data["choices"].items():
        whole[normal(phrase, words)] = _of_targets(tuple(choices))
    return whole


def _of_targets(names: tuple[str, ...]) -> Meaning:
    """Targets of a credential become a sort and attributes, so that they too are numbered by their place."""
    sort = names[0].partition(".")[0] if names else ""
    if sort in targets.SORTS:
        return Meaning(sort=sort, attributes=tuple(name.partition(".")[2] for name in names))
    return Meaning(names)


def _attributes(data: dict[str, list[str]], words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, phrases in data.items():
        for phrase in dict.fromkeys(normal(p, words) for p in phrases):
            found[phrase] = (*found.get(phrase, ()), name)
    return found


def normal(text: str, words: dict[str, str]) -> str:
    """Lower case words with single blanks: "IL Lic\\nExp." -> "il license expires"."""
    if not text:
        return ""  # thousands of columns without a heading
    text = dotted.COUNTED.sub("", text)
    said, text = text, unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_SIGNS)
    text = GLUED.sub(r"\1 ", dotted.joined(PLURAL.sub("", text), heading_words.short()))
    if not text.isupper() and not text.islower():
        text = CAMEL.sub(" ", text)
    text = LETTERS_DIGIT.sub(" ", text)
    text = dotted.in_words(NOT_WORD.sub(" ", text.lower()).strip(), heading_words.short())
    text = re.sub(r"\be mail\b", "email", text)
    text = ORDINAL.sub(r"\1\2", text) if "1st" in said.lower() else NUMBERED_STATE.sub(r"\1\2", text)
    parts: list[str] = []
    apart = " ".join(map(heading_words.unglued, text.split()))
    for word in " ".join(words.get(word, word) for word in apart.split()).split():
        if not parts or parts[-1] != word:
            parts.append(word)
    return " ".join(parts)


@lru_cache(maxsize=4096)
def meaning(text: str, synonyms: Synonyms) -> Meaning:
    """What a heading can mean; UNKNOWN if its words are not all understood."""
    text = dotted.COUNTED.sub("", text)
    phrase = normal(text, synonyms.words)
    if not phrase:
        return UNKNOWN
    if phrase in synonyms.whole:
        return synonyms.whole[phrase]
    credential = _of_a_profession(text, phrase, synonyms) or _of_its_board(text, phrase, synonyms)
    credential = credential or _credential(text, phrase, synonyms)
    if credential.sort:
        return credential
    fewer = " ".join(word for word in phrase.split() if word not in synonyms.noise)
    if fewer != phrase and fewer in synonyms.whole:
        return synonyms.whole[fewer]
    found = _numbered(phrase, synonyms) or own_places.meant(phrase, synonyms.own_places, synonyms.whole) or credential
    without = ASIDE.sub(lambda match: " " if _is_aside(match[1], synonyms) else match[0], text)
    return found if found.known or without == text else meaning(without, synonyms)


def _of_a_profession(text: str, phrase: str, synonyms: Synonyms) -> Meaning | None:
    """ "RN License", "APRN Exp": a license by the profession that it is for."""
    title, rest = professions.named(phrase)
    if not title:
        return None
    rest = rest if "license" in rest.split() else f"license {rest}"
    found = _credential(text, rest, synonyms)
    return found._replace(title=title) if found.sort == "license" and not found.state else None


def _of_its_board(text: str, phrase: str, synonyms: Synonyms) -> Meaning | None:
    """ "Texas Medical Board License": a license by the board that gives it."""
    rest = licensing_boards.without(phrase)
    if not rest or "/" in text:
        return None
    found = _of_a_profession(text, rest, synonyms) or _credential(text, rest, synonyms)
    return found if found.sort == "license" else None


def without_formats(text: str, synonyms: Synonyms) -> str:
    """A heading without what says only how its cells are written: "Effective Date (mm/dd/yyyy)" is an "Effective Date"."""
    without = ASIDE.sub(
        lambda match: " " if synonyms.formats.issuperset(normal(match[1], synonyms.words).split()) else match[0], text
    )
    return without.strip() or text


def _is_aside(text: str, synonyms: Synonyms) -> bool:
    """Whether what stands in brackets says only how to write the cells: (MM/YY), (10 digit), (Y/N), (if applicable)."""
    return synonyms.asides.issuperset(normal(text, synonyms.words).split())


def _numbered(phrase: str, synonyms: Synonyms) -> Meaning | None:
    """ "Phone 1", "Specialty 1" and "Address 1" mean the first; a second one of most of a person's values has no place."""
    head, _, tail = phrase.rpartition(" ")
    found = synonyms.whole.get(head)
    if found and found.sort in targets.NUMBERED_SORTS and tail.isdigit():  # "Cert 2" beside "Board 2"
        return found._replace(number=int(tail), first=tail == "1")
    is_one = tail == "1" or tail.isdigit() and found is not None and bool(targets.SEVERAL.intersection(found.targets))
    return found if is_one else None


def _credential(text: str, phrase: str, synonyms: Synonyms) -> Meaning:
    sort, rest, padded = "", phrase, f" {phrase} "
    for candidate, words in () if licensing_boards.is_who_issued(phrase) else synonyms.sorts:
        if f" {words} " in padded:
            sort, rest = candidate, padded.replace(f" {words} ", " ", 1).strip()
            rest = OTHER.sub("2", rest) if sort in targets.NUMBERED_SORTS else rest
            break
    state, rest = heading_parts.state_in(text, rest)
    number, rest = heading_parts.ordinal_in(rest)
    is_first = number == 1 and FIRST.search(text) is not None
    names = None if _is_of_the_person(sort, rest) else _attributes_of(rest, sort, synonyms)
    if names is None:
        return UNKNOWN
    if not sort:
        loose = tuple(name for name in names if number == 1 or name in ("number", "state", "issued", "expires"))
        return Meaning(attributes=loose, number=number, first=is_first, state=state) if loose else UNKNOWN
    allowed = synonyms.allowed.get(sort, synonyms.allowed["other"])
    names = tuple(name for name in names if name in allowed)
    if not names and not all(_is_filler(word, sort, synonyms) for word in rest.split()):
        return UNKNOWN
    return Meaning(sort=sort, attributes=names, number=number, first=is_first, state=state)


def _attributes_of(rest: str, sort: str, synonyms: Synonyms) -> tuple[str, ...] | None:
    """The attributes that the words beside a sort can mean; None if they are not understood."""
    names = _attributes_in(rest, synonyms)
    if names is None and sort:  # "Provider License Number State Code"
        names = _attributes_in(" ".join(word for word in rest.split() if word not in synonyms.noise), synonyms)
    if sort in targets.BACKGROUNDS:
        names = synonyms.of_background.get(rest) or names
    if names is None and sort:
        kept = [word for word in rest.split() if not _is_filler(word, sort, synonyms)]
        names = _attributes_in(" ".join(kept), synonyms)
    return names


_NAMED = frozenset({"liability", "board", *targets.BACKGROUNDS})
"""Sorts whose name is that of a company, a board or a school."""
_OF_STATES = ("license", "cds", "dea", "board")
_FILLERS = ("primary", "medical", "state", "active", "card", "training", "professional", "full", "main", "provider")


def _is_of_the_person(sort: str, rest: str) -> bool:
    """ "Name on License", "DEA Name": the name of the person, and of no issuer."""
    words = rest.split()
    return bool(sort) and words[:1] == ["name"] and (sort not in _NAMED or "on" in words)


def _is_filler(word: str, sort: str, synonyms: Synonyms) -> bool:
    if word == "state" and sort not in _OF_STATES:
        return False  # "School State", "Malpractice State": where it is, and no school of that name
    return word in synonyms.noise or word in (*_FILLERS, "license", "registration") and word != sort


def _attributes_in(phrase: str, synonyms: Synonyms) -> tuple[str, ...] | None:
    """The attributes that a phrase can mean; () for nothing left, None if it is not understood."""
    if not phrase:
        return ()
    known = synonyms.attributes.get(phrase)
    return known or synonyms.attributes.get(
        " ".join(word for word in phrase.split() if word not in ("of", "the", "on", "current", "de", "del"))
    )
