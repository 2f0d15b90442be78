"""Bare headings right behind a training, another hospital or an enrollment, "Residency, Specialty", "Other Hospital, Status", "CAQH ID,
Status": of that, or of the person, which is asked."""

from collections.abc import Mapping

from workbench.sheets.column import beside, by_place, profile
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile

_TRAININGS = frozenset(["internship", "residency", "fellowship"])
"""What somebody does in a specialty and a department; a school has neither."""
_ENROLLMENTS = frozenset(["identifier.caqh", "identifier.medicare", "identifier.medicaid"])
_GROUPS = frozenset(["specialty", "specialization", "department", "service", "division", "section"])
_OF_PERSON = beside.SPECIALTIES | {"provider.department", "provider.section"}


def choices(
    column: int,
    texts: Mapping[int, str],
    left: tuple[object, str],
    meanings: Mapping[int, Meaning],
    look: Profile,
    synonyms: Synonyms,
) -> tuple[str, ...]:
    """The targets between which it is asked; empty where nothing is. Left: what the columns so far are about, and the target of the
    column on the left, as "residency2.issuer"."""
    found = meanings[column]
    about, before = left
    if isinstance(about, Credential) and about.sort in _TRAININGS and before.endswith(".issuer"):
        own = next((target for target in found.targets if target in _OF_PERSON), "")
        is_bare = normal(texts[column], synonyms.words) in _GROUPS
        is_free = own in beside.SPECIALTIES and "title" not in about.attributes
        return () if not own or not is_bare else (own, before.replace("issuer", "title")) if is_free else (own,)
    if before == "affiliation.hospital" and beside.is_bare_standing(texts[column], found, synonyms):
        is_category = profile.says_category(look)
        return (
            ("provider.category", "affiliation.category")
            if is_category
            else ("provider.status", "affiliation.standing")
        )
    if before in _ENROLLMENTS and beside.is_bare_standing(texts[column], found, synonyms):
        is_sure = by_place.says_more_of_staff(meanings.values()) or profile.says_category(look)
        return () if is_sure else ("provider.status",)
    return ()
