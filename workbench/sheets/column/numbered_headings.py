"""Headings that say by a letter or a word which of several they are: "License A, License B, Exp A", "Primary License, Primary State"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal

_LETTER = re.compile(r"^(.*\w.*?)[\s#.(\-]+([A-E])\)?$")
_COUNTED = re.compile(r"\s*(?:#|\bno\.?|\bnumber)\s*(?=\d+\s*$)", re.IGNORECASE)
_OF_A_PLACE = frozenset(f"provider.{name}" for name in ("street", "street2", "city", "zip", "phone"))


def told(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> dict[int, Meaning]:
    """What such headings mean, of a sheet that has several of them."""
    return _counted(texts, meanings, synonyms) | _lettered(texts, synonyms) | _of_the_first(texts, meanings, synonyms)


def _counted(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> dict[int, Meaning]:
    """ "State #1", "Exp #2" beside "License #1": the sign counts, and says nothing of a number."""
    if not any(found.sort and (found.first or found.number > 1) for found in meanings.values()):
        return {}
    bare = {at: _COUNTED.sub(" ", text) for at, text in texts.items() if not meanings[at].known}
    said = {at: meaning(text, synonyms) for at, text in bare.items() if text != texts[at]}
    return {at: found for at, found in said.items() if found.attributes and not found.known}


def _lettered(texts: Mapping[int, str], synonyms: Synonyms) -> dict[int, Meaning]:
    """Letters are numbers where the same words come with the first two of them, and something of a credential is said so."""
    split = {at: (match[1].casefold(), match[2]) for at, text in texts.items() if (match := _LETTER.match(text))}
    letters: dict[str, set[str]] = {}
    for said, letter in split.values():
        letters.setdefault(said, set()).add(letter)
    several = {at: said for at, said in split.items() if {"A", "B"} <= letters[said[0]]}
    read = {at: meaning(f"{said} {ord(letter) - ord('A') + 1}", synonyms) for at, (said, letter) in several.items()}
    return {at: found for at, found in read.items() if found.sort or found.attributes}


def _of_the_first(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> dict[int, Meaning]:
    """ "Primary State", "Primary Exp" beside "Primary License": the license's, where no primary address stands beside them."""
    found: dict[int, Meaning] = {}
    for lead in synonyms.lines["first_of_several"]:
        said = {
            at: phrase for at, text in texts.items() if (phrase := normal(text, synonyms.words)).startswith(f"{lead} ")
        }
        for columns in _side_by_side(said):
            if any(_OF_A_PLACE.intersection(meanings[at].targets) for at in columns):
                continue
            if any(meanings[at].sort for at in columns):
                parts = {
                    at: meaning(said[at].removeprefix(f"{lead} "), synonyms) for at in columns if not meanings[at].sort
                }
                found |= {
                    at: part._replace(first=True) for at, part in parts.items() if part.attributes and not part.known
                }
    return found


def _side_by_side(columns: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in sorted(columns):
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run
