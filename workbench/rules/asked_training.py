"""Reading what a form asks for in training and certification, as far as its words are the usual ones.

Only a sentence that is understood whole is compared with the file; any other is for a reader to judge.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.rules import joined

SORTS = ("internship", "residency", "fellowship")
_FILLER = re.compile(
    r"\b(?:successful(?:ly)?|completed?|completion|graduate|graduation|of|from|an?|the|acgme|aoa|abms|accredited|approved|"
    r"by|program|training|current|active|holds?|or (?=acgme|aoa)|in good standing)\b|[-–](?=accredited|approved)"
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
    "obstetrics/gynecology": "obstetrics and gynecology",
    "ob/gyn": "obstetrics and gynecology",
    "ob-gyn": "obstetrics and gynecology",
    "anesthesia": "anesthesiology",
}
"""Names of one specialty: the American Board of Surgery certifies in “Surgery”."""
_SINGLE = (
    *(name for name in _SAME if not name.isalpha()),
    "obstetrics and gynecology",
    "allergy and immunology",
    "anatomic and clinical pathology",
    "child and adolescent psychiatry",
    "colon and rectal surgery",
    "diagnostic and interventional radiology",
    "endocrinology, diabetes and metabolism",
    "endocrinology, diabetes, and metabolism",
    "female pelvic medicine and reconstructive surgery",
    "urogynecology and reconstructive pelvic surgery",
    "foot and ankle surgery",
    "head and neck surgery",
    "hospice and palliative medicine",
    "maternal and fetal medicine",
    "neurology and psychiatry",
    "psychiatry and neurology",
    "oral and maxillofacial surgery",
    "otolaryngology-head and neck surgery",
    "physical medicine and rehabilitation",
    "plastic and reconstructive surgery",
    "pulmonary and critical care medicine",
    "pulmonary disease and critical care medicine",
    "thoracic and cardiac surgery",
    "trauma and acute care surgery",
    "undersea and hyperbaric medicine",
    "vascular and interventional radiology",
)
"""Names that hold an “and” or a comma themselves."""


_OTHERWISE = re.compile(
    r",? or (?=(?:an? )?(?:(?:board[ -])?(?:eligib|admissib|qualif)|equivalent|comparable|experience|active|what the))"
)
_NEXT = re.compile(rf",? and (?=(?:an? )?(?:[\w-]+ ){{0,4}}(?:{'|'.join(SORTS)})\b)")


@dataclass(frozen=True)
class Step:
    """One training that is asked for, in one of some specialties."""

    sort: str
    of: tuple[str, ...]
    whole: str = ""
    """“ear and nose surgery”, of which “ear” is a part: whoever trained in just that has what is asked for."""


@dataclass(frozen=True)
class Certification:
    """A certification that is asked for, in one of some specialties."""

    of: tuple[str, ...]
    whole: str = ""


def otherwise(text: str) -> str:
    """What a sentence accepts instead: “board eligible, or equivalent experience”; empty if nothing."""
    return "".join(_OTHERWISE.split(text, maxsplit=1)[1:]).strip(" .")


def steps(text: str) -> tuple[Step, ...] | None:
    """The trainings that a sentence asks for, all of them, whatever it accepts instead; None if it says more than that, or
    joins them so that it could be read either way."""
    found: list[Step] = []
    for clause in _NEXT.split(_OTHERWISE.split(text.casefold(), maxsplit=1)[0]):
        step = _STEP.fullmatch(_bare(clause))
        if not step or (names := _names(step[2])) is None:
            return None
        found += [Step(step[1], of, whole) for of, whole in names]
    return tuple(found)


def boards(text: str) -> tuple[Certification, ...] | None:
    """The certifications that a sentence asks for, all of them, whatever it accepts instead; None as for steps."""
    asked = _BOARD.fullmatch(_bare(_OTHERWISE.split(text.casefold(), maxsplit=1)[0]))
    names = _names(asked[1]) if asked else None
    return None if names is None else tuple(Certification(of, whole) for of, whole in names)


def certification_alone(text: str) -> bool:
    """Whether a text asks for certification or membership in a specialty body and for nothing that is training: what
    somebody typed in another box than the one for it."""
    plain = _INITIALS.sub(" board certified ", text).casefold()
    return bool(_CERTIFIES.search(plain)) and not _TRAINS.search(_CERTIFIES.sub(" ", plain))


def is_nothing(text: str) -> bool:
    """Whether a box says nothing: it is empty, or holds what people write into one that they leave empty."""
    return " ".join(text.casefold().split()).strip(" .") in _NOTHING


def specialty(name: str) -> str:
    """A specialty's name as it is compared."""
    plain = " ".join(name.casefold().replace("gynaecology", "gynecology").split()).strip(" .")
    return _SAME.get(plain, plain)


def _bare(text: str) -> str:
    return " ".join(_FILLER.sub(" ", text).split()).strip(" .")


def _names(text: str) -> list[tuple[tuple[str, ...], str]] | None:
    """Specialties, all of them, each with those that do as well and the whole it may be part of; None for what limits, or
    is joined so that it could be read either way."""
    found = joined.read(text, _SINGLE)
    if not found or not all(_is_name(name) for of in found for name in of):
        return None
    whole = specialty(text) if len(found) == 2 and "," not in text and ";" not in text else ""
    return [(tuple(specialty(name) for name in of), whole) for of in found]


def _is_name(name: str) -> bool:
    return name in _SINGLE or bool(re.fullmatch(r"[a-z][a-z& -]*", name)) and not _LIMITS.search(name)


_CERTIFIES = re.compile(
    r"\b(?:board[ -])?(?:certif\w*|diplomates?|recertif\w*)\b|\bboard[ -](?:eligib|admissib|qualif)\w*"
    r"|\b(?:fellows?|fellowship|members?|membership) (?:of|in) (?:the |an? )?(?:american|royal|national|[a-z]+ (?:college|academy|society))"
    r"[a-z ]*"
)
_INITIALS = re.compile(r"\b(?:BC ?/ ?BE|BE ?/ ?BC|BC|F(?:AC|AA|RC)[A-Z]{1,4}|FSCAI|FHRS|FSCCT|FCCP|FCCM|FASE|FASA)\b")
"""Certification and fellowship of a specialty body as they are written after a name: “BC/BE”, “FACC”, “FRCS”."""
_NOTHING = frozenset(
    {
        "",
        "n/a",
        "na",
        "n.a",
        "none",
        "nil",
        "no",
        "-",
        "--",
        "—",
        "–",
        "not applicable",
        "not required",
        "none required",
        "tbd",
    }
)
_TRAINS = re.compile(
    r"\b(?:residen\w+|fellowship|internship|program|cours\w*|train\w*|cases?|experience|proctor\w*|graduat\w*|degree|school|"
    r"equivalent|comparable|active|practic\w*)\b"
)


_LIMITS = re.compile(
    r"\b(?:with|within|including|plus|course|years?|months?|cases?|equivalent|eligib\w*|experience|unless|if|proctor\w*|"
    r"documented|evidence|must|may|before|after|since|in|as|not|candidate|admissible|qualified|letter|demonstrated|residency|"
    r"fellowship|internship|certif\w*)\b"
)


def matches(of: Iterable[str], name: str) -> bool:
    """Whether a record's specialty is one of those asked for."""
    return specialty(name) in set(of)
