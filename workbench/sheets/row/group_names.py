"""Names of departments and other groups: when two are one, and whether a line of words reads like one at all."""

import re
from functools import cache

from workbench.sheets.cell import words
from workbench.sheets.cell.letter_case import SMALL
from workbench.sheets.column.headings import load_synonyms

WORD = re.compile(r"[^\W_]+")
PARTS = re.compile(r"\s*(?:/|,|&|\s[-–—]\s|\band\b)\s*", re.IGNORECASE)
DROPPED = frozenset(["and", "the", "of", "department", "departments", "dept", "dpt"])
SPELLINGS = {
    "orthopaedic": "orthopedic",
    "orthopaedics": "orthopedics",
    "paediatric": "pediatric",
    "paediatrics": "pediatrics",
    "gynaecology": "gynecology",
    "anaesthesia": "anesthesia",
    "anaesthesiology": "anesthesiology",
}
MOST_WORDS = 6


def key(name: str) -> str:
    """What two spellings of one group share: "DEPARTMENT OF OBSTETRICS & GYNECOLOGY", "Obstetrics and Gynecology"."""
    found = [SPELLINGS.get(word, word) for word in WORD.findall(name.casefold().replace("'", "").replace("’", ""))]
    return " ".join(word for word in found if word not in DROPPED) or name.casefold()


@cache
def _known() -> frozenset[str]:
    return frozenset(key(name) for name in load_synonyms().lines["departments"])


def is_known(name: str) -> bool:
    """Whether it is the name of a department beyond doubt, or of several: "MEDICINE / HOSPITALISTS"."""
    if key(name) in _known():
        return True
    parts = [part for part in PARTS.split(name.strip()) if part]
    return len(parts) > 1 and key(parts[0]) in _known() and all(_is_part(part) for part in parts[1:])


def _is_part(text: str) -> bool:
    return key(text) in _known() or text.casefold() in load_synonyms().lines["group_kinds"]


def is_furniture(text: str) -> bool:
    """Whether it names the hospital or the sheet itself, as the head of every page does."""
    low = f" {' '.join(WORD.findall(text.casefold()))} "
    return any(f" {word} " in low for word in load_synonyms().lines["furniture"])


def is_house(text: str) -> bool:
    """Whether a line names a hospital and nothing else: two of them among the rows are no heads of pages."""
    is_named = _HOUSE.search(text) is not None or _SAINT.match(text) is not None
    return is_named and _OF_PAGES.search(text) is None


_HOUSE = re.compile(r"\b(?:hospital|medical cent(?:er|re)|campus)\b", re.IGNORECASE)
_SAINT = re.compile(r"^(?:St\.?|Saint|Mt\.?|Mount)\s+\w+(?:['’]?s)?$", re.IGNORECASE)
_OF_PAGES = re.compile(r"\b(?:staff|roster|directory|report|list|department|page|office|services)\b", re.IGNORECASE)


def manner(text: str) -> str:
    """How a line is written: in capitals, each word with one, or otherwise."""
    if text.isupper():
        return "capitals"
    found = [word for word in text.replace("/", " ").replace("-", " ").split() if word[:1].isalpha()]
    return "title" if found and all(word[0].isupper() or word in SMALL for word in found) else "other"


def reads_like_a_group(text: str) -> bool:
    """Whether a line reads like the name of a department, unit or service: "WOUND CARE CENTER", "Pediatric Services"."""
    if is_known(text):
        return True
    low = WORD.findall(text.casefold())
    if not 1 <= len(low) <= MOST_WORDS or manner(text) == "other" or any(c.isdigit() or c in ":=@.*," for c in text):
        return False
    lines = load_synonyms().lines
    if is_furniture(text) or not set(low).isdisjoint(lines["no_group"]) or words.degrees_in(text.split()[-1]):
        return False
    return any(_is_of_medicine(word) for word in low) or len(low) > 1 and low[-1] in lines["group_ends"]


def _is_of_medicine(word: str) -> bool:
    lines = load_synonyms().lines
    return word in lines["group_words"] or word.startswith(tuple(lines["group_stems"])) or "ology" in word
