"""Signs and words before or behind a name that are no part of it: ">> Poe, Ed", "NEW - Poe, Ed", "OLD Poe, Ed", "Poe, Ed, MD - DO NOT USE".

Who is called old, or is not to be used, may be gone: that is asked (row/called_gone.py)."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.sheets.cell import words
from workbench.sheets.cell.honors import NO_PART
from workbench.sheets.cell.naming import Notes

_SIGNS = re.compile(r"^[\s>»•·●▪■◆►▶→⇒✓✔#~=|‣*–—-]+(?=[\s(\[]*[^\W\d_])")

_PUT_LAST = re.compile(r"^(zz+|x(?=\s*[-–—_])|(?-i:x)(?=(?-i:[A-Z])))[\s._–—-]*(?=[^\W\d_])", re.IGNORECASE)
"""What offices write before the names of those who left, so that they stand last: ZZPoe, zz Poe, X-Poe, xPoe."""


class Marked(NamedTuple):
    """A name without what stands beside it; what is absent is ""."""

    name: str
    remark: str = ""
    gone: str = ""
    """The words by which somebody may be gone."""


@lru_cache(maxsize=1 << 16)
def read(text: str) -> Marked:
    """A name of one text and what stands before and behind it."""
    name, said = _SIGNS.sub("", text), list[str]()
    while match := _before().match(name) or _behind().search(name):
        rest = (name[: match.start()] + name[match.end() :]).strip(" ,;")
        if not any(map(str.isalpha, rest)):
            break
        said.append(next(filter(None, match.groups())).strip())
        name = _SIGNS.sub("", rest)
    if match := _PUT_LAST.match(name):
        name, gone = name[match.end() :], match[1]
        said.append(gone)
    else:
        gone = next((word for word in said if _plain(word) in words.words().beside_names.gone), "")
    return Marked(name, ", ".join(said), gone) if name != text else Marked(text)


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("’", "'").split())


@cache
def _before() -> re.Pattern[str]:
    every = _spelled(words.words().beside_names.new | words.words().beside_names.gone)
    capitals = every.upper()
    return re.compile(
        rf"[(\[*]+\s*((?i:{every}))\s*[)\]*]+[\s:–—-]*|((?i:{every}))(?:\s*[:!>]+|\s*[*]+|\s+[-–—/]+|[-–—]\s)\s*"
        rf"|({capitals})\s+(?=[^\W\d_]['’]?[^\W\d_]*[a-z])"
    )


@cache
def _behind() -> re.Pattern[str]:
    gone = _spelled(words.words().beside_names.gone)
    phrases = _spelled(word for word in words.words().beside_names.gone if " " in word)
    return re.compile(
        rf"(?:\s*[(\[*]+\s*|\s+[-–—/]+\s*|[-–—]\s+)((?i:{gone}))\s*[)\]*!]*$|[\s,]+((?i:{phrases}))[\s!*]*$"
    )


def _spelled(every: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(every, key=len, reverse=True))


def without(column: list[str | None], notes: Notes, remarks: dict[int, list[str]]) -> list[str | None]:
    """Names alone; the words beside them go to the remarks, said, and so do signs that may mean something in the file."""
    found = {text: marked for text in set(column) if text and (marked := read(text)).name != text}
    for index, text in enumerate(column) if found else ():
        if text in found:
            marked = found[text]
            remarks.setdefault(index, []).append(marked.remark or text)
            said = f"“{marked.remark}”" if marked.remark else f"the mark in “{text}”"
            notes.setdefault(index, []).append(f"Name: {said} {NO_PART}")
    return [found[text].name if text in found else text for text in column] if found else column
