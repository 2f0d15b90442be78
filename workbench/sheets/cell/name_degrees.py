"""Degrees and generations in names: "Chen, MD, Bradley A.", "Smith MD, John", "Jr. MD"; a given Do is not written in capitals."""

import re
from functools import lru_cache

from workbench.sheets.cell import words

CONSONANTS = re.compile(r"^[B-DF-HJ-NP-TV-XZ]{3,6}$")
BESIDE_GIVEN = frozenset(
    ["MD", "DO", "PhD", "PA", "PA-C", "NP", "NP-C", "FNP", "APRN", "CRNA", "CNM", "DPM", "DDS", "DMD", "MBBS"]
)
"""Degrees that stand behind given names and can be no part of them."""
PERSONAL = BESIDE_GIVEN | frozenset(
    ["OD", "DC", "RN", "FNP-C", "FNP-BC", "LCSW", "PsyD", "PharmD", "DNP", "LPC", "PMHNP", "ARNP", "CRNP", "CNP"]
)
"""Degrees behind which a person's name is over."""
CLINICAL = PERSONAL - {"RN"}
"""Degrees that those of a medical staff bear, and hardly who runs its office."""


def suffix_of(part: str) -> str | None:
    """The generation that a word means, "" for Esq.; None where it means none."""
    return words.words().suffixes.get(part.strip(" .").lower())


def trailing(parts: list[str], degrees: list[str], suffix: str) -> str | None:
    """Take degrees or a suffix off the end of the comma parts. Returns the suffix so far, None if the last is a name."""
    part = parts[-1]
    generation = suffix_of(part)
    if generation is not None:
        parts.pop()
        return generation or suffix
    found = words.degrees_in(part) or _unknown_degree(parts)
    if found is None:
        return _suffix_and_degrees(parts, degrees, suffix)
    if (
        len(parts) == 2
        and " " not in parts[0]
        and "." not in part
        and part.isalpha()
        and len(found) == 1
        and (parts[0].isupper() or not part.isupper())
    ):
        return None
    if not part.isupper() and part.isalpha() and part not in found and len(part) <= 3 and len(parts) == 2:
        return None
    degrees[:0] = found
    parts.pop()
    return suffix


def _unknown_degree(parts: list[str]) -> list[str] | None:
    """ "Olivia Harber, LGC": capitals without a vowel behind a whole name are somebody's credential."""
    if CONSONANTS.match(parts[-1]) and not parts[0].isupper() and (" " in parts[0] or len(parts) > 2):
        return [parts[-1]]
    return None


def _suffix_and_degrees(parts: list[str], degrees: list[str], suffix: str) -> str | None:
    """ "Jr. MD" in one part."""
    head, _, tail = parts[-1].partition(" ")
    generation = suffix_of(head)
    found = words.degrees_in(tail) if tail and generation is not None else None
    if found is None:
        return None
    degrees[:0] = found
    parts.pop()
    return generation or suffix


def strip(tokens: list[str], degrees: list[str], least: int) -> None:
    """Take degrees without a comma off the end; words as Do, Ma and St in mixed case are names."""
    while len(tokens) > least:
        token = tokens[-1]
        found = words.degrees_in(token)
        if not found or not is_written_so(token, found):
            return
        if (
            len(token) == 2
            and "." not in token
            and token not in ("MD", "DO", "PA", "NP", "RN")
            and len(tokens) == least + 1
        ):
            return
        degrees[:0] = found
        tokens.pop()


def is_written_so(token: str, found: list[str]) -> bool:
    """Whether a word that can be these degrees is written as degrees are."""
    if "/" in token and token.upper().replace(".", "") not in words.words().degrees:
        return all(is_written_so(part, words.degrees_in(part) or []) for part in token.split("/") if part)
    return (
        token.isupper()
        or "." in token.rstrip(".")
        or token.strip(".,") in found
        or len(found) > 1
        and token == "".join(found)
        or "-" in token
        and token[-1].isupper()
    )


@lru_cache(maxsize=1 << 14)
def is_personal(token: str) -> bool:
    """Whether a word is surely the degree of a person: MD, D.O., PA-C, MD/PhD."""
    if token[1:].islower():
        return False
    found = words.degrees_in(token)
    return bool(found) and not PERSONAL.isdisjoint(found or ()) and is_written_so(token, found or [])
