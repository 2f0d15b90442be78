"""Whose a bare day is: "Effective Date" behind a license, a policy, a network, an appointment.

It belongs to what stands directly on its left, through columns of the same group that are not read ("Sched", "Retro Date");
behind a thing that we do not keep it is nobody's, and never the term of an appointment.
"""

import re
from collections.abc import Mapping
from functools import cache

from workbench.sheets.cell import words
from workbench.sheets.column import by_place
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import Meaning, Synonyms, load_synonyms, meaning, normal
from workbench.sheets.column.profile import Profile

NOBODY = "nobody"
"""What stands on the left of a column behind a thing that has no days with us."""
OTHER_THING = "other thing"
"""The same, where a heading says what it is: a network, a plan, a contract."""
BARE = frozenset({"effective date", "initial date", "original date"})
"""Headings over a day of the appointment that say not of what it is."""
BARE_TERMS = frozenset(
    ["term start", "term start date", "term begin", "term from", "term starts", "term begins"]
    + ["term end", "term end date", "term ends", "term to", "term expires", "term expires date"]
)
"""Headings over the term of the appointment, or of what stands beside them: a committee, a chair."""
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
_VOTES = frozenset({"voting", "vote", "votes"})
_NOT_KEPT = frozenset({"identifier", "practice"})
_APPOINTMENT = "appointment."
_DATED = 0.5


def is_bare(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading is a day that may be that of an appointment or of what stands beside it; "Effective Date 1" too."""
    return normal(text, synonyms.words).removeprefix("current ").removesuffix(" 1") in BARE


def is_recredentialing(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading is a bare "Recred Date", which plans, boards and programs have as well as an appointment."""
    return normal(text, synonyms.words) in ("recredentialing", "recredentialing date")


def ends_credential(text: str, left: object, synonyms: Synonyms) -> bool:
    """ "License #, Credentials Expire": whether such an end is that of the credential on its left."""
    is_open = isinstance(left, Credential) and "expires" not in left.attributes
    return is_open and normal(text, synonyms.words) in OF_CREDENTIALS


def names_other_thing(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading names a thing that is nobody's credential: "Health Plan", "Payer"."""
    phrase = normal(text, synonyms.words)
    return phrase in _WHOLE_THINGS or not synonyms.same_group["other_things"].isdisjoint(phrase.split())


_WHOLE_THINGS = frozenset(["application", "application type", "request", "task", "proctoring"])
"""Headings that name such a thing where nothing else is in them: "Application Received" is a day of the person."""


def is_end(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading is the day on which somebody left, or something beside the person ended."""
    return normal(text, synonyms.words) in BARE_ENDS


def is_plan(text: str, look: Profile, synonyms: Synonyms) -> bool:
    """Whether a column that is not read is about plans: "Payer", "Network", or whatever stands over Aetna and Humana."""
    is_said = not synonyms.same_group["plans"].isdisjoint(normal(text, synonyms.words).split())
    return is_said or look.count > 0 and look.share(_names_a_payer) >= _DATED


@cache
def _payers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_synonyms().lines['payers']))})\b", re.IGNORECASE)


def _names_a_payer(text: str) -> bool:
    return _payers().search(text) is not None


def is_of_plan(text: str, synonyms: Synonyms) -> bool:
    """ "Payer, Effective Date, Recred Date": whether a heading behind a plan, that does not speak of an appointment, is the plan's."""
    phrase = normal(text, synonyms.words)
    is_bare = phrase in BARE | BARE_ENDS | OF_STATUS | _STATUSES
    return is_bare or not _CREDENTIALED.isdisjoint(phrase.split())


_STATUSES = frozenset({"status", "provider status", "practitioner status", "current status", "participation status"})
_CREDENTIALED = frozenset({"recredentialing", "recredentialed", "credentialing", "credentialed"})


def is_of_other_thing(text: str, found: Meaning, synonyms: Synonyms) -> bool:
    """ "Health Plan, ID Number, Status", "Committee, Appointed": whether a bare heading behind a thing not kept is that thing's."""
    return bool(found.targets) and normal(text, synonyms.words) in _OF_ANY_THING


_OF_ANY_THING = frozenset(
    ["status", "current status", "stat", "provider id", "provider number", "member id", "category", "type", "role"]
    + ["appointment", "appointment date", "date appointment", "date of appointment"]
)


def has_no_days(target: str) -> bool:
    """Whether a column of this target is about a thing whose days we do not keep: Medicaid ID, Practice, Employment Type."""
    return target.partition(".")[0] in _NOT_KEPT or target in ("provider.employment", "provider.supervisor")


def behind(text: str, look: Profile, left: Credential | str | None, synonyms: Synonyms) -> Credential | str | None:
    """What stands on the left of the columns behind one that is not read: the same still, the staff, or a thing not kept."""
    if is_thing_of_its_own(text, look, synonyms):
        return OTHER_THING
    if is_of_its_group(text, left, synonyms):
        return left
    said = set(normal(text, synonyms.words).split())
    if not synonyms.same_group["staff"].isdisjoint(said):
        return left if left == "appointment" else None
    return OTHER_THING if names_other_thing(text, synonyms) else NOBODY


def is_thing_of_its_own(text: str, look: Profile, synonyms: Synonyms) -> bool:
    """ "Visa Type", "Faculty Appointment", "Committee": whether a heading is about something that has a term of its own, and
    that no appointment has. A committee's decision, as its day or "Approved", is about the appointment."""
    said, groups = set(normal(text, synonyms.words).split()), synonyms.same_group
    if not groups["own_terms"].isdisjoint(said) or _names_privileges(said, look, synonyms):
        return True
    seats = groups["seats"] & said
    is_decision = not look.count or look.days >= _DATED or look.share(_is_decided) >= _DATED
    return bool(seats) and groups["decisions"].isdisjoint(said) and not is_decision


def _names_privileges(said: set[str], look: Profile, synonyms: Synonyms) -> bool:
    """ "Privilege: Moderate sedation": whether single privileges stand there, each with days of its own, and no standing."""
    if not look.count or said.isdisjoint(("privilege", "privileges", "procedure")):
        return False
    if "privileges" in said:
        return look.share(lambda text: meaning(text, synonyms).sort) >= _DATED
    return (
        look.days < _DATED
        and look.share(lambda text: _is_decided(text) or words.category(text) or words.status(text)) < _DATED
    )


def _is_decided(text: str) -> bool:
    return words.is_yes_or_no(text) or not set(text.casefold().split()).isdisjoint(load_synonyms().lines["decisions"])


def is_of_its_group(text: str, left: object, synonyms: Synonyms) -> bool:
    """Whether a heading is about the credential on its left: "License Type", "Sched" behind a DEA number, "Retro Date" behind
    a policy; and about no other thing, as "Network Type" is. Behind no credential it has no other word: "Type", "Source"."""
    phrase = normal(text, synonyms.words)
    said, groups = set(phrase.split()), synonyms.same_group
    if not said or not groups["other_things"].isdisjoint(said):
        return False
    if not isinstance(left, Credential):
        return said <= groups["any"]
    named = any(f" {each} " in f" {phrase} " for of, each in synonyms.sorts if of == left.sort)
    return named or not (groups["any"] | groups.get(left.sort, frozenset())).isdisjoint(said)


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


def is_beside_staff(column: int, left: str, meanings: Mapping[int, Meaning], synonyms: Synonyms) -> bool:
    """Whether the heading on the left of a bare day is about the staff, or that on its right says when somebody left it."""
    said = normal(left, synonyms.words).split()
    right = meanings.get(column + 1, Meaning())
    return not synonyms.same_group["staff"].isdisjoint(said) or right.targets == ("provider.left_on",)


def says_elsewhere(
    target: str, column: int, texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms
) -> bool:
    """Whether another heading says by itself that it is this day of the appointment."""
    return any(
        found.targets == (target,) and at != column and _is_told(at, found, texts, synonyms)
        for at, found in meanings.items()
    )


def is_others_term(
    column: int,
    left: object,
    is_behind_nobodys: bool,
    texts: Mapping[int, str],
    meanings: Mapping[int, Meaning],
    synonyms: Synonyms,
) -> bool:
    """ "Committee, Term Start, Term End": whether a bare term is that of the thing on its left, and not the appointment's."""
    found = meanings[column]
    if normal(texts[column], synonyms.words) not in BARE_TERMS or not found.targets:
        return False
    if any(not _VOTES.isdisjoint(normal(text, synonyms.words).split()) for text in texts.values()):
        return True  # those who vote have a seat, whose term it is
    is_said = left == NOBODY and says_elsewhere(found.targets[0], column, texts, meanings, synonyms)
    return left == OTHER_THING or is_behind_nobodys or is_said


def _is_told(column: int, found: Meaning, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    is_of_term = bool(found.targets) and all(target.startswith(_APPOINTMENT) for target in found.targets)
    return is_of_term and not found.weak and not is_bare(texts.get(column, ""), synonyms)
