"""Whose a bare day is: "Effective Date" behind a license, a policy, a network, an appointment.

It belongs to what stands directly on its left, through columns of the same group that are not read ("Sched", "Retro Date");
behind a thing that we do not keep it is nobody's, and never the term of an appointment.
"""

from collections.abc import Mapping

from workbench.sheets.column import by_place
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import Meaning, Synonyms, normal

NOBODY = "nobody"
"""What stands on the left of a column behind a thing that has no days with us."""
OTHER_THING = "other thing"
"""The same, where a heading says what it is: a network, a plan, a contract."""
BARE = frozenset({"effective date", "initial date", "original date"})
"""Headings over a day of the appointment that say not of what it is."""
BARE_ENDS = frozenset({"term date", "termination date", "termed", "termed date"})
"""Headings over the day on which somebody left, or something beside the person ended."""
OF_CREDENTIALS = frozenset(
    {"credentials expires", "credentials expires date", "credential expires", "credential expires date"}
)
"""Headings over the end of the appointment, or of the credential beside them."""
OF_STATUS = frozenset(
    ["status date", "status since", "date of status", "status effective", "status effective date", "status change date"]
    + ["since"]
)
_NOT_KEPT = frozenset({"identifier", "practice"})
_APPOINTMENT = "appointment."


def is_bare(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading is a day that may be that of an appointment or of what stands beside it."""
    return normal(text, synonyms.words) in BARE


def ends_credential(text: str, left: object, synonyms: Synonyms) -> bool:
    """ "License #, Credentials Expire": whether such an end is that of the credential on its left."""
    is_open = isinstance(left, Credential) and "expires" not in left.attributes
    return is_open and normal(text, synonyms.words) in OF_CREDENTIALS


def has_no_days(target: str) -> bool:
    """Whether a column of this target is about a thing whose days we do not keep: Medicaid ID, Practice, Employment Type."""
    return target.partition(".")[0] in _NOT_KEPT or target in ("provider.employment", "provider.supervisor")


def behind(text: str, left: Credential | str | None, synonyms: Synonyms) -> Credential | str | None:
    """What stands on the left of the columns behind one that is not read: the same still, the staff, or a thing not kept."""
    if is_of_its_group(text, left, synonyms):
        return left
    said = set(normal(text, synonyms.words).split())
    if not synonyms.same_group["staff"].isdisjoint(said):
        return left if left == "appointment" else None
    return OTHER_THING if synonyms.same_group["other_things"] & said else NOBODY


def is_of_its_group(text: str, left: object, synonyms: Synonyms) -> bool:
    """Whether a heading is about the credential on its left: "License Type", "Sched" behind a DEA number, "Retro Date" behind
    a policy; and about no other thing, as "Network Type" is."""
    phrase = normal(text, synonyms.words)
    said, groups = set(phrase.split()), synonyms.same_group
    if not said or not groups["other_things"].isdisjoint(said):
        return False
    sort = left.sort if isinstance(left, Credential) else ""
    named = any(f" {each} " in f" {phrase} " for of, each in synonyms.sorts if of == sort)
    return named or not (groups["any"] | groups.get(sort, frozenset())).isdisjoint(said)


def is_of_credential(left: Credential) -> bool:
    """Whether a bare first day can be that of the credential on its left: it has none, and no end before it."""
    has_no_end = "expires" not in left.attributes or left.sort == "liability"
    return left.sort in by_place.TERMED and "issued" not in left.attributes and has_no_end


def stands_before_a_term(
    column: int, texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms
) -> bool:
    """Whether the column on the right says that it is a day of the appointment."""
    right = meanings.get(column + 1, Meaning())
    return _is_told(column + 1, right, texts, synonyms)


def says_elsewhere(
    target: str, column: int, texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms
) -> bool:
    """Whether another heading says by itself that it is this day of the appointment."""
    return any(
        found.targets == (target,) and at != column and _is_told(at, found, texts, synonyms)
        for at, found in meanings.items()
    )


def _is_told(column: int, found: Meaning, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    is_of_term = bool(found.targets) and all(target.startswith(_APPOINTMENT) for target in found.targets)
    return is_of_term and not found.weak and not is_bare(texts.get(column, ""), synonyms)
