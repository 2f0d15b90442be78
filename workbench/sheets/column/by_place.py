"""What a bare heading ("Exp", "Status", "Start Date", "Amount") can be of the credential on its left, and what it cannot."""

from collections.abc import Iterable, Iterator

from workbench.sheets import targets
from workbench.sheets.cell import composites, numbers
from workbench.sheets.column import neighbors
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import Meaning, Synonyms
from workbench.sheets.column.profile import Profile, fits

TERMED = frozenset({"license", "dea", "cds", "board", "liability"})
"""Sorts that begin and end; a course is completed and a vaccine given."""
GIVEN = frozenset({"received", "completed", "completion", "given", "done", "dose", "test"})
STARTS = frozenset({"start", "begin", "active"})
OF_NUMBERS = frozenset({"license", "dea", "cds", "liability"})
"""Sorts that nobody is certified in."""
CERTIFIED = frozenset({"certification", "recertification", "recert", "moc"})
OF_CARRIERS = frozenset({"company", "carrier", "insurer", "name"})
"""Alone, before no end, it is as likely the day on which somebody began to work."""
STATES_OF_A_LICENSE = frozenset(
    ["active", "inactive", "expired", "current", "pending", "lapsed", "valid", "clear", "renewed", "issued"]
    + ["restricted", "unrestricted", "probation", "in good standing", "not renewed", "cancelled", "canceled"]
)


OF_STATES = ("license", "cds")
"""What a state gives."""


def parts_of(
    credential: Credential, found: Meaning, phrase: list[str], look: Profile, right: Meaning, synonyms: Synonyms
) -> Iterator[str]:
    """The parts of a credential that a bare heading to its right can be, the likeliest first; none where it is not its."""
    allowed = synonyms.allowed.get(credential.sort, synonyms.allowed["other"])
    if "issuer" in found.attributes and is_state_by_its_authority(credential.sort, look):
        yield from () if "state" in credential.attributes else ("state",)
    for part in found.attributes:
        is_free = part in allowed and part not in credential.attributes
        is_month = (
            part == "expires" and credential.sort in TERMED and look.ends >= 0.5
        )  # 3/2027: it is asked for its day
        if is_free and (is_month or fits(targets.kind(f"{credential.sort}.{part}"), look)):
            is_told = part == "issued" and _is_paired(credential, right)
            if is_told or _can_be(part, credential, phrase, look):
                yield part


def is_state_by_its_authority(sort: str, look: Profile) -> bool:
    """Whether "License Authority" holds states: Michigan, and no board's name."""
    return sort in OF_STATES and look.count > 0 and fits("state", look)


def _can_be(part: str, credential: Credential, phrase: list[str], look: Profile) -> bool:
    if credential.sort in OF_NUMBERS and not CERTIFIED.isdisjoint(phrase):
        return False  # "License, Exp, Cert Date": of a certificate that no column names
    if part == "issued" and credential.sort in TERMED:
        to_come = look.count and look.share(neighbors.is_to_come) >= 0.5 and credential.sort != "liability"
        return (GIVEN | STARTS).isdisjoint(phrase) and not to_come
    if part == "issuer" and credential.sort not in ("liability", "board"):
        return phrase != ["agency"] and not OF_CARRIERS.intersection(phrase)
    if part in ("limits", "per_claim", "aggregate"):
        return not look.count or look.share(holds_limits if part == "limits" else _is_amount) >= 0.5
    return True


def _is_paired(credential: Credential, right: Meaning) -> bool:
    """Whether "Start" or "From" stands before an end of the same credential."""
    return "expires" not in credential.attributes and "expires" in right.attributes and not right.sort


def holds_limits(text: str) -> bool:
    """Whether a text is the limits of a coverage: 1M/3M."""
    try:
        return bool(composites.limits(text))
    except ValueError:
        return False


def _is_amount(text: str) -> bool:
    try:
        return bool(numbers.money(text))
    except ValueError:
        return False


def is_its_status(look: Profile, part: str, sort: str, right: Meaning, meanings: Iterable[Meaning]) -> bool:
    """Whether a "Status" beside a credential may be the credential's: Active, Expired, and no word that only a staff has.

    `part` is what the column on its left holds of the credential. Behind its days only words that speak of no active license
    make it doubtful, in a report that says nothing else of a staff: who is Inactive there is asked about."""
    said = {text.strip(" .").lower() for text in look.texts}
    if not said or not said <= STATES_OF_A_LICENSE | STATES_OF_BOTH:
        return False
    is_between = part in ("number", "issuer", "title") or "expires" in right.attributes and right.sort in ("", sort)
    return is_between or not (says_more_of_staff(meanings) or said <= _GOOD)


def says_more_of_staff(meanings: Iterable[Meaning]) -> bool:
    """Whether a sheet says more of a staff than how somebody stands: a department, a phone."""
    others = [found.targets for found in meanings if "provider.status" not in found.targets]
    return any(not _OF_STAFF.isdisjoint(targets) for targets in others)


STATES_OF_BOTH = frozenset(["suspended", "retired", "deceased", "revoked", "surrendered", "delinquent"])
"""What a board says of its licensees, and a hospital of its staff."""
_OF_STAFF = frozenset(
    f"provider.{name}" for name in ("department", "section", "specialty", "category", "phone", "email", "cell")
)
_GOOD = frozenset(["active", "current", "a", "in good standing"])
