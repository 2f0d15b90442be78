"""What cells must show before a heading is believed that as often means something else: Discipline, Class, Unit, Board, COI.

A heading that says clearly what it means is doubted only where most of its cells can be nothing of the sort.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache

from workbench.sheets import targets
from workbench.sheets.cell import words
from workbench.sheets.cell.converting import OF_DIGITS
from workbench.sheets.cell.titles import names_a_role
from workbench.sheets.column import carriers, facilities
from workbench.sheets.column.headings import Synonyms, load_synonyms
from workbench.sheets.column.neighbors import is_to_come
from workbench.sheets.column.profile import Profile
from workbench.sheets.row import group_names

Lists = Mapping[str, Collection[str]]
"""The names of the office's own lists, by table."""
NONE: Lists = {}
MOST, SOME = 0.5, 0.1
UNLIKE = "its cells do not look like what the heading says"
CODES = "its cells are taxonomy codes"
TAXONOMY = re.compile(r"\d{3}[A-Z0-9]{6}X")
_UNIT = re.compile(r"\b(?:ste|suite|apt|unit|fl|floor|bldg|building|rm|room|box|pmb)\b\.?|#|\d|^[A-Z]$", re.IGNORECASE)
_BEGINS_WITH_LIMITS = re.compile(r"\$?\d[\d.,]*\s*(?:M|MM|K|mil)?\s*/\s*\$?\d[\d.,]*\s*(?:M|MM|K|mil)\b", re.IGNORECASE)
"""1M/3M, and what follows."""
_NAMED = frozenset(
    f"provider.{name}" for name in ("department", "section", "specialty", "subspecialty", "category", "city")
) | {"practice.name", "practice.city", "affiliation.hospital", "appointment.facility", "provider.supervisor"}
"""Targets that are names: numbers and days alone are none, unless the office's own list has them."""
_CODED = frozenset({"provider.category", "provider.section"})
"""Of these the ones that one letter may stand for."""
_LISTS = {
    "provider.department": "department",
    "provider.section": "department",
    "provider.specialty": "specialty",
    "provider.subspecialty": "specialty",
    "provider.category": "category",
}
_PRIVILEGES = frozenset({"sedation", "fluoroscopy"})
"""Sorts that are privileges too."""
_SHOWN = frozenset({"permit", "license", "certification", "training", "card", "course", "class"})
_OF_LICENSE = re.compile(r"license type(?: \d)?$")
_KINDS_OF_LICENSE = frozenset(
    [
        "license",
        "lic",
        "registration",
        "permit",
        "certificate",
        "full",
        "permanent",
        "temporary",
        "unrestricted",
        "restricted",
    ]
    + ["compact", "training", "multistate"]
)
_PHONE = 7
"""Digits of a phone without its area."""


def of_person(target: str, phrase: str, look: Profile, lists: Lists, synonyms: Synonyms) -> str:
    """Why a heading, in normal words, is not believed to mean this target; "" where it is."""
    if not look.count:
        return ""
    if targets.kind(target) in ("state", "day", "birth") and look.are_lists >= MOST:
        return UNLIKE
    if look.share(TAXONOMY.fullmatch) >= MOST and targets.kind(target) == "text":
        return CODES
    if target in OF_DIGITS and look.share(lambda text: any(map(str.isdigit, text))) < MOST:
        return UNLIKE  # "Medicare: Par, Opt out"
    if target == "provider.department" and look.share(_KEYED.search) >= MOST:
        return UNLIKE
    if target == "appointment.facility" and look.share(_BODY.fullmatch) >= MOST:
        return UNLIKE
    ours = {name.casefold() for name in lists.get(_LISTS.get(target, ""), ())}
    least = 1 if target in _CODED else 2
    if target in _NAMED and look.share(lambda text: _letters(text) >= least or text.casefold() in ours) < MOST:
        return UNLIKE
    if target == "provider.provider_type" and _OF_LICENSE.match(phrase) and look.share(_is_kind_of_license) >= MOST:
        return UNLIKE
    for proof, phrases in synonyms.proved.items():
        if phrase in phrases and target in _TARGETS[proof]:
            is_shown = look.share(lambda text, proof=proof: _PROOFS[proof](text) or text.casefold() in ours)  # type: ignore[misc]
            return UNLIKE if is_shown < MOST else ""
    return ""


def _is_kind_of_license(text: str) -> bool:
    """Whether a "License Type" is the license's: Medical License, Full, Temporary; MD and Physician are the person's."""
    return not _KINDS_OF_LICENSE.isdisjoint(re.findall(r"[a-z]+", text.casefold()))


def of_credential(sort: str, attribute: str, phrase: str, look: Profile, is_named: bool) -> str:
    """Why a heading is not believed to mean this part of a credential; `is_named`: another column names the board."""
    if (
        sort == "board"
        and not is_named
        and attribute in ("number", "issued", "expires")
        and _is_any_certificate(phrase)
    ):
        return "it does not say whose certificate"
    if attribute == "held" and sort in _PRIVILEGES and _SHOWN.isdisjoint(phrase.split()):
        return "a mark there may say who has the privilege"
    if not look.count:
        return ""
    if attribute == "number" and look.share(lambda text: any(map(str.isdigit, text))) < MOST:
        return UNLIKE
    if attribute == "title" and look.share(TAXONOMY.fullmatch) >= MOST:
        return CODES
    if sort == "board":
        return _of_board(attribute, phrase, look, is_named)
    if sort == "liability" and attribute in ("number", "issuer") and look.share(_BEGINS_WITH_LIMITS.match) >= SOME:
        return UNLIKE
    if sort == "liability" and phrase == "coi" and not _has_days_to_come(look) and not carriers.named(look):
        return "it may be about conflicts of interest as well as about insurance"
    return ""


def _of_board(attribute: str, phrase: str, look: Profile, is_named: bool) -> str:
    if attribute in ("issuer", "title"):
        if look.share(names_a_card) >= SOME:
            return "its cells name cards as ACLS, which no board certifies"
        if look.share(_is_code) >= MOST:
            return UNLIKE
        is_bare = phrase in ("board", "boards") and attribute == "title"
        if look.share(_is_decision) >= MOST or is_bare and look.share(_is_specialty) < MOST:
            return UNLIKE
    is_day = attribute in ("issued", "expires") and phrase in ("board", "boards", "board date")
    if is_day and not is_named and look.share(is_to_come) < MOST:
        return "it may be the day on which the governing board decided"
    return ""


_KEYED = re.compile(r"\S\s*\[\d+\]$")
"""SBH MED CLINIC [1020472]: a place of the record system, and no department of the staff."""
_BODY = re.compile(r"(?:l|r|lt|rt|left|right)?\.?\s*(?:upper |lower )?(?:arm|deltoid|thigh|forearm|hip)", re.IGNORECASE)
"""Where a vaccine was given: no site of an office."""
_CODE = re.compile(r"(?=\S*\d)(?!.*\b(?:19|20)\d\d$)[A-Z]{0,5}[-#\s]?[\dA-Z-]+", re.IGNORECASE)


def _is_code(text: str) -> bool:
    """Whether a text is the number of a certificate, AB-100, and no board: a board's year may stand behind it."""
    return _CODE.fullmatch(text) is not None


def _is_any_certificate(phrase: str) -> bool:
    """ "Certificate Exp", "Recert": of a board, of a card, or of a course."""
    return {"board", "boards", "abms", "moc", "maintenance"}.isdisjoint(phrase.split())


def _has_days_to_come(look: Profile) -> bool:
    return look.share(lambda text: is_to_come(text) or any(is_to_come(word) for word in text.split())) >= MOST


@cache
def _cards() -> re.Pattern[str]:
    said = [phrase for sort, phrase in load_synonyms().sorts if load_synonyms().bare.get(sort) == "expires"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)


def names_a_card(text: str) -> bool:
    """Whether a text names a course of life support: "ACLS 3/1/27"."""
    return _cards().search(text) is not None


def _is_decision(text: str) -> bool:
    return bool(set(re.findall(r"[a-z]+", text.casefold())) & set(load_synonyms().lines["decisions"]))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _is_specialty(text: str) -> bool:
    lines, low = load_synonyms().lines, " ".join(text.casefold().split())
    return low in lines["specialties"] or group_names.reads_like_a_group(text.title()) or names_a_role(text)


def _is_other_name(text: str) -> bool:
    """Whether a text can be a surname, and no initials or sign-in: Ng, O'Hara."""
    letters = sum(map(str.isalpha, text))
    return (
        not any(map(str.isdigit, text)) and not text.islower() and (letters > 2 or letters == 2 and not text.isupper())
    )


_PROOFS: Mapping[str, Callable[[str], object]] = {
    "specialty": _is_specialty,
    "category": words.category,
    "name": _is_other_name,
    "unit": _UNIT.search,
    "phone": lambda text: sum(map(str.isdigit, text)) >= max(_PHONE, _letters(text)),
    "role": names_a_role,
    "house": facilities.is_house,
    "place": lambda text: (
        _letters(text) > 1 and not (words.is_yes_or_no(text) or words.category(text) or words.status(text))
    ),
}
_TARGETS: Mapping[str, Collection[str]] = {
    "specialty": ("provider.specialty",),
    "category": ("provider.category",),
    "name": ("provider.former_names",),
    "unit": ("provider.street2",),
    "phone": ("provider.phone", "provider.answering_service"),
    "role": ("provider.provider_type",),
    "house": ("affiliation.hospital",),
    "place": ("affiliation.hospital",),
}
