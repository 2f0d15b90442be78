"""The state and the number that a heading names: "IL Lic", "Board 2", "Secondary Specialty"."""

import re

from workbench.records import places

ORDINALS = {
    **{str(n): n for n in range(1, 16)},  # the national file of NPIs has fifteen licenses
    "first": 1,
    "second": 2,
    "third": 3,
    "secondary": 2,
    "tertiary": 3,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "additional": 2,
}
PROFESSIONS = {"MD", "PA", "ND", "ID"}
WORDS_IN_CAPITALS = {"IN", "OR", "ME", "OK", "HI", "AS", "LA", "AL", "CO", "DE", "MI"}


def state_in(text: str, phrase: str) -> tuple[str, str]:
    """A state that the heading names: in full, or as two capitals that mean nothing else."""
    padded = f" {phrase} "
    for name, code in places.NAMES.items():
        if f" {name} " in padded and code not in ("", "AS"):
            return code, padded.replace(f" {name} ", " ", 1).strip()
    for word in re.findall(r"\b[A-Z]{2}\b", text):
        low = word.lower()
        if word not in places.CODES or f" {low} " not in padded or (text.isupper() and word in WORDS_IN_CAPITALS):
            continue
        if word in PROFESSIONS:
            return "", padded.replace(f" {low} ", " ", 1).strip()
        rest = padded.replace(f" {low} ", " ", 1).split()  # "IL PA License"
        return word, " ".join(part for part in rest if part.upper() not in PROFESSIONS or part.upper() not in text)
    return "", phrase


def ordinal_in(phrase: str) -> tuple[int, str]:
    """The number that a heading gives, 1 without one, and its words without that."""
    words = phrase.split()
    for index, word in enumerate(words):
        if word in ORDINALS:
            return ORDINALS[word], " ".join(words[:index] + words[index + 1 :])
    return 1, phrase
