"""Reading what a form asks for in training and certification, as far as its words are the usual ones.

Only a sentence that is understood whole is compared with the file; any other is for a reader to judge.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SORTS = ("internship", "residency", "fellowship")
_FILLER = re.compile(
    r"\b(?:successful(?:ly)?|completed?|completion|graduate|graduation|of|from|an?|the|acgme|aoa|abms|accredited|approved|"
    r"by|program|training|current|active|holds?|either|or (?=acgme|aoa)|in good standing)\b|[-–](?=accredited|approved)"
)
_STEP = re.compile(rf"({'|'.join(SORTS)}) in (.+)")
_BOARD = re.compile(r"(?:board )?certifi(?:ed|cation) in (.+)")
_SAME = {
    "surgery": "general surgery",
    "orthopaedic surgery": "orthopedic surgery",
    "orthopaedics": "orthopedic surgery",
    "orthopedics": "orthopedic surgery",
    "cardiology": "cardiovascular disease",
    "cardiovascular diseases": "cardiovascular disease",
    "obstetrics & gynecology": "obstetrics and gynecology",
    "anesthesia": "anesthesiology",
}
"""Names of one specialty: the American Board of Surgery certifies in “Surgery”."""


_OTHERWISE = re.compile(
    r",? or (?=(?:an? )?(?:(?:board[ -])?(?:eligib|admissib|qualif)|equivalent|comparable|experience|active|what the))"
)
_NEXT = re.compile(rf",? and (?=(?:an? )?(?:[\w-]+ ){{0,4}}(?:{'|'.join(SORTS)})\b)")


@dataclass(frozen=True)
class Step:
    """One training that is asked for, in one of some specialties."""

    sort: str
    of: tuple[str, ...]


def otherwise(text: str) -> str:
    """What a sentence accepts instead: “board eligible, or equivalent experience”; empty if nothing."""
    return "".join(_OTHERWISE.split(text, maxsplit=1)[1:]).strip(" .")


def steps(text: str) -> tuple[Step, ...] | None:
    """The trainings that a sentence asks for, all of them, whatever it accepts instead; None if it says more than that."""
    found = []
    for clause in _NEXT.split(_OTHERWISE.split(text.casefold(), maxsplit=1)[0]):
        step = _STEP.fullmatch(_bare(clause))
        if not step or (of := _names(step[2])) is None:
            return None
        found.append(Step(step[1], of))
    return tuple(found)


def boards(text: str) -> tuple[str, ...] | None:
    """The specialties in one of which a sentence asks for certification, whatever it accepts instead; None if it says
    more than that."""
    asked = _BOARD.fullmatch(_bare(_OTHERWISE.split(text.casefold(), maxsplit=1)[0]))
    return _names(asked[1]) if asked else None


def specialty(name: str) -> str:
    """A specialty's name as it is compared."""
    plain = " ".join(name.casefold().replace("gynaecology", "gynecology").split()).strip(" .")
    return _SAME.get(plain, plain)


def _bare(text: str) -> str:
    return " ".join(_FILLER.sub(" ", text).split()).strip(" .")


def _names(text: str) -> tuple[str, ...] | None:
    """Names joined by “or” and commas; anything else that joins or limits is not understood."""
    names = [part.strip() for part in re.split(r",(?: or)? | or |/", text)]
    known = all(_is_name(name) for name in names)
    return tuple(specialty(name) for name in names) if known else None


def _is_name(name: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z& -]*", name)) and not _LIMITS.search(name)


_LIMITS = re.compile(
    r"\b(?:with|within|including|plus|course|years?|months?|cases?|equivalent|eligib\w*|experience|unless|if|proctor\w*|"
    r"documented|evidence|must|may|before|after|since|in|as|not|candidate|admissible|qualified|letter|demonstrated|residency|"
    r"fellowship|internship|certif\w*)\b"
)


def matches(of: Iterable[str], name: str) -> bool:
    """Whether a record's specialty is one of those asked for."""
    return specialty(name) in set(of)
