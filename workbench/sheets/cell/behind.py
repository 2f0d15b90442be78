"""What stands behind the degree of a name and is neither a degree nor a generation: no name, but a remark.

Also what says that a cell names two people, or that nothing tells which word is a name.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.sheets import likeness
from workbench.sheets.cell import name_degrees, titles, words

_BETWEEN_DEGREES = re.compile(r"\s*(?:[/&]|\band\b)\s*")
_PEOPLE = re.compile(r"\s*[/&;+]\s*|\s+and\s+", re.IGNORECASE)
_SIGNS = re.compile(r"(?<=[^\W_])[+^‡§~]+(?=[\s,;]|$)")
"""Marks that refer to a legend, as an asterisk does."""
_PARTED = re.compile(r"(?<=[\w.])(,\s*)(M|D|Ph)\.\s+(D|O)\.?(?=\s*(?:,|$))")
"""A degree with a blank in it as a part of its own behind two words: "Hill, Ann, M. D."."""
_ANY = re.compile(r"[/&;+^‡§~]|\band\b", re.IGNORECASE)
"""Without which nothing is joined."""
_TOKEN = re.compile(r"[^\s,]+")


class Cut(NamedTuple):
    """A name without what stands behind its degree; what is absent is ""."""

    name: str
    words: str = ""
    """For the remarks."""
    unclear: str = ""
    """What may be a name or none."""


def joined(text: str) -> str:
    """A name without signs of a legend, its degrees side by side: "MD & PhD" and "M.D./ M.P.H." are two degrees."""
    if ". " in text and (parted := _PARTED.search(text)) and len(_TOKEN.findall(text[: parted.start()])) > 1:
        text = _PARTED.sub(r"\1\2.\3.", text)
    if not _ANY.search(text):
        return text
    text = _SIGNS.sub("", text)
    for match in reversed(list(_BETWEEN_DEGREES.finditer(text))):
        left, right = _TOKEN.findall(text[: match.start()]), _TOKEN.findall(text[match.end() :])
        if not left or not right or (left[-1] + "/" + right[0]).upper() in words.words().degrees:
            continue
        if all(_is_degree(token) for token in (left[-1], right[0])):
            text = f"{text[: match.start()]}, {text[match.end() :]}"
    return text


def people(text: str) -> list[str]:
    """The pieces of a text between signs that can join two people; the text alone where there are none."""
    return [piece for piece in _PEOPLE.split(text) if piece.strip(" ,")] if _ANY.search(text) else [text]


@lru_cache(maxsize=1 << 16)
def cut(text: str) -> Cut:
    """Take what stands behind the degree off a name: "Si MD TEMP", "Ri, MD, deferred"."""
    tokens = list(_TOKEN.finditer(text))
    at = next((n for n, token in enumerate(tokens) if n and name_degrees.is_personal(token[0])), None)
    if at is None or at == len(tokens) - 1:
        return Cut(text)
    before, after = tokens[:at], tokens[at + 1 :]
    strange = [token for token in after if not _stays(token[0])]
    has_comma = "," in text[: before[-1].start()]
    if not strange or _names_before(before, has_comma) < 2 or text.isupper() and tokens[at][0] == "DO":
        return Cut(text)
    said = text[strange[0].start() : strange[-1].end()].strip(" ,-–—:*")
    if _may_be_given(text, before, after, strange):
        return Cut(text) if likeness.is_given(strange[0][0]) and not titles.is_title(said) else Cut(text, unclear=said)
    kept = [token for token in after if token not in strange and any(map(str.isalnum, token[0]))]
    name = text[: tokens[at].end()] + "".join(f", {token[0]}" for token in kept)
    if _may_be_people(strange) or _is_degree_of_another(strange, kept):
        return Cut(name, unclear=said)
    return Cut(name, said)


def _stays(token: str) -> bool:
    """Degrees and generations, and signs that say nothing."""
    return _is_degree(token) or name_degrees.suffix_of(token) is not None or not any(map(str.isalnum, token))


def _is_degree(token: str) -> bool:
    found = words.degrees_in(token)
    return bool(found) and (name_degrees.is_written_so(token, found or []) or "," in token)


def _names_before(before: list[re.Match[str]], has_comma: bool) -> int:
    """How many names stand before the degree: generations and titles are none, nor particles; behind a comma Al is one."""
    lists = words.words()
    low = [token[0].strip(".").lower() for token in before]
    none = {*lists.salutations, *lists.suffixes, *(() if has_comma else lists.particles)}
    return sum(1 for word in low if word not in none)


def _may_be_given(
    text: str, before: list[re.Match[str]], after: list[re.Match[str]], strange: list[re.Match[str]]
) -> bool:
    """ "Smith Jones MD, John": nothing tells a surname of two words from a whole name, and a given name may follow."""
    if "," in text[: before[-1].end()] or likeness.is_given(before[0][0]):
        return False
    first = strange[0]
    if "," not in text[before[-1].end() : first.start()] or after[0] is not first:
        return False
    word = first[0]
    return word[0].isupper() and word.strip(".").isalpha() and not titles.is_title(word)


def _may_be_people(strange: list[re.Match[str]]) -> bool:
    """Whether somebody else may be named: two words of which one is a given name."""
    found = [token[0] for token in strange if not titles.is_title(token[0])]
    return len(found) > 1 and any(map(likeness.is_given, found))


def _is_degree_of_another(strange: list[re.Match[str]], kept: list[re.Match[str]]) -> bool:
    """Whether a person's degree follows words that may be another one's name."""
    found = [token for token in strange if not titles.is_title(token[0])]
    return len(found) > 1 and any(
        token.start() > found[-1].start() and name_degrees.is_personal(token[0]) for token in kept
    )
