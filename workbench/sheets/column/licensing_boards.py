"""Headings that name the board which licenses: "Texas Medical Board License", "State Board License #", "License Board".

A board beside a license is the state's, and certifies nobody; one that certifies says so.
"""

import re

_OF = (
    "medical examiners|medicine and surgery|healing arts|osteopathic medicine|medicine|nursing|dentistry|pharmacy|podiatry"
    "|podiatric medicine|registration in medicine|psychology|optometry|chiropractic"
)
_NAME = re.compile(
    r"\b(?:(?:state|medical|osteopathic|nursing|nurse|dental|pharmacy|podiatry|podiatric|physician|composite|licensing)\s+)*"
    rf"board\b(?:\s+of\s+(?:{_OF})\b)?(?:\s+of\b)?"
)
_NUMBER = re.compile(r"^(?:\w+ )?(?:state (?:medical )?|medical |osteopathic )board (?:of medicine )?number$")
_ISSUED_BY = re.compile(r"^(?:issuing|licensing) (?:board|agency|authority|body)$")
_CERTIFIES = frozenset(
    [
        "certification",
        "certified",
        "certificate",
        "certifying",
        "specialty",
        "abms",
        "aoa",
        "recertification",
        "eligible",
    ]
)


def is_who_issued(phrase: str) -> bool:
    """ "Issuing Board", "Licensing Agency": the issuer of what stands before it, and no board that certifies."""
    return _ISSUED_BY.match(phrase) is not None


def without(phrase: str) -> str:
    """A normal heading without the board beside its license: "texas license", "license number"; "" where it names none."""
    words = phrase.split()
    if "board" not in words or not _CERTIFIES.isdisjoint(words):
        return ""
    if "license" not in words:
        return phrase.replace("board", "license", 1) if _NUMBER.match(phrase) else ""
    if words.index("license") < words.index("board"):
        return "license issuer" if words[-1] == "board" else ""
    return " ".join(_NAME.sub(" ", phrase, count=1).split())
