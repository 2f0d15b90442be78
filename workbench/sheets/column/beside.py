"""Columns that mean by their place what they do not mean alone: right of a board, of a training, of a practice's contact."""

from collections.abc import Mapping

from workbench.sheets import targets
from workbench.sheets.column import neighbors, parts
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile

_OF_TRAININGS = frozenset(
    [
        "from",
        "from date",
        "date from",
        "to",
        "to date",
        "date to",
        "start",
        "start date",
        "start year",
        "end",
        "end date",
        "end year",
    ]
    + [
        "begin",
        "begin date",
        "completed",
        "date completed",
        "year completed",
        "completion",
        "completion date",
        "graduation year",
    ]
)
_BARE_STANDINGS = frozenset(["status", "category", "current status", "stat", "class", "type", "membership"])
_BARE_DAYS = frozenset(
    ["effective", "effective date", "date", "from", "from date", "since", "start", "start date"]
    + ["appointment", "appointment date", "date appointment"]
)
_STAFF_STANDINGS = frozenset(
    ["staff status", "staff category", "staff", "staff standing", "appointment status", "appointment category"]
    + ["privileges status", "privilege status", "membership status", "privileges"]
)
"""Standings that are those at a hospital on their left where a bare day follows, or where each of several hospitals has one."""
SPECIALTIES = {"provider.specialty", "provider.subspecialty"}


def board_of(
    column: int, found: Meaning, texts: Mapping[int, str], placed: Mapping[int, tuple[Credential, str]], look: Profile
) -> Credential | None:
    """ "Board 1, Specialty 1, Board 2, Specialty 2": the specialty directly behind a board is the certified one, also under
    "Specialty Board" where the column before it names the board."""
    before, _ = placed.get(column - 1, (None, ""))
    if before is not None and before.attributes == {"issuer"} and found.sort == before.sort == "board":
        return before if found.attributes == ("issuer",) and parts.of_board(look) == "title" else None
    numbers = texts[column][-1:], texts.get(column - 1, "")[-1:]
    is_theirs = before is not None and before.sort == "board" and before.attributes == {"issuer"}
    is_numbered = numbers[0].isdigit() and numbers[0] == numbers[1]
    return before if is_theirs and is_numbered and SPECIALTIES.intersection(found.targets) else None


def of_contact(opener: str, found: Meaning, synonyms: Synonyms) -> Meaning | None:
    """ "Credentialing Contact, Phone, Email": the contact's, which are the practice's. `opener` is the heading of whose they are."""
    of_practice = neighbors.OF_CONTACT.get(found.targets[0]) if found.targets else None
    is_contact = meaning(opener, synonyms).targets == (neighbors.CONTACT,)
    return Meaning((of_practice,)) if of_practice and is_contact else None


def of_background(
    column: int, texts: Mapping[int, str], left: object, found: Meaning, synonyms: Synonyms
) -> Meaning | None:
    """ "Residency, Completed, Program": right of a training a heading means what it means of that; the specialty is the person's,
    unless the training's day follows it or another one stands behind another training."""
    if not isinstance(left, Credential) or left.sort not in targets.BACKGROUNDS or found.sort:
        return None
    phrase = normal(texts[column], synonyms.words)
    said = synonyms.of_background.get(phrase, ())
    if "issuer" in said and found.targets == ("appointment.facility",):  # of the training, or of the person: not sure
        return Meaning(attributes=("issuer",))
    again = sum(1 for text in texts.values() if normal(text, synonyms.words) == phrase)
    after = normal(texts.get(column + 1, ""), synonyms.words)
    is_its = SPECIALTIES.intersection(found.targets) and (after in _OF_TRAININGS or again > 1)
    free = tuple(name for name in said if name not in left.attributes)
    return Meaning(attributes=free) if free and (is_its or not found.targets) else None


def is_of_hospital(column: int, texts: Mapping[int, str], found: Meaning, synonyms: Synonyms) -> bool:
    """ "Hospital Affiliation, Status, Effective Date": whether a bare standing may be that at the hospital on its left, since a
    bare day follows it or another hospital has one too."""
    phrase = normal(texts[column], synonyms.words)
    if _is_numbered_as(texts.get(column - 1, ""), phrase):
        return True
    if not is_bare_standing(texts[column], found, synonyms) and phrase not in _STAFF_STANDINGS:
        return False
    again = sum(1 for text in texts.values() if normal(text, synonyms.words) == phrase)
    return again > 1 or normal(texts.get(column + 1, ""), synonyms.words) in _BARE_DAYS


def _is_numbered_as(left: str, phrase: str) -> bool:
    """ "Hospital 1, Category 1": whether a bare standing has the number of the hospital on its left."""
    said, _, number = phrase.rpartition(" ")
    return number.isdigit() and said in _BARE_STANDINGS | _STAFF_STANDINGS and left.split()[-1:] == [number]


def is_bare_standing(text: str, found: Meaning, synonyms: Synonyms) -> bool:
    """Whether a heading is "Status" or "Category" and says not whose."""
    is_standing = not {"provider.category", "provider.status"}.isdisjoint(found.targets)
    return is_standing and normal(text, synonyms.words) in _BARE_STANDINGS


def goes_on(left: object, target: str, after: str) -> bool:
    """ "Residency, Specialty, From, To": whether what stands behind a specialty is the training's before it. `after` is the
    next heading in normal words."""
    is_training = isinstance(left, Credential) and left.sort in targets.BACKGROUNDS
    return is_training and target in SPECIALTIES and after in _OF_TRAININGS


def of_term(left: str, found: Meaning, look: Profile) -> str | None:
    """ "From" and "To" right of an appointment or of another hospital: the days of that."""
    ends = "expires" in found.attributes
    if left == "affiliation" and look.fuzzy >= 0.5 and {"issued", "expires"}.intersection(found.attributes):
        return "affiliation.ended" if ends else "affiliation.started"
    if left == "appointment" and look.days >= 0.5 and (ends or "issued" in found.attributes):
        return "appointment.ends" if ends else "appointment.starts"
    return None
