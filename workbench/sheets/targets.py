"""What a column of a spreadsheet can mean: the dotted targets, how each is called, and what type of value it takes."""

import re
from functools import cache

SORTS = {
    "license": "License",
    "dea": "DEA",
    "cds": "Controlled substance",
    "board": "Board",
    "liability": "Liability",
    "acls": "ACLS",
    "bls": "BLS",
    "pals": "PALS",
    "nrp": "NRP",
    "atls": "ATLS",
    "tb": "TB",
    "flu": "Flu",
    "hepb": "Hepatitis B",
    "mmr": "MMR",
    "varicella": "Varicella",
    "tdap": "Tdap",
    "covid": "COVID-19",
    "fluoroscopy": "Fluoroscopy",
    "sedation": "Sedation",
    "medical_school": "Medical school",
    "professional_school": "Professional school",
    "undergraduate": "Undergraduate",
    "internship": "Internship",
    "residency": "Residency",
    "fellowship": "Fellowship",
    "education": "Education",
    "work": "Work history",
}
"""What a person can have several of, each with parts in columns of their own: credentials, schools and training, positions."""
TRAINING = (
    "medical_school",
    "professional_school",
    "undergraduate",
    "internship",
    "residency",
    "fellowship",
    "education",
)
BACKGROUNDS = frozenset((*TRAINING, "work"))
"""Of these a roster gives a place and from when to when, by days, months or years."""
ATTRIBUTES = {
    "number": "text",
    "state": "state",
    "issued": "day",
    "expires": "expires",
    "issuer": "text",
    "title": "text",
}
NUMBERED_SORTS = ("license", "dea", "cds", "board", "liability", *TRAINING, "work")
"""Of these a check alone says nothing that could be kept; of a card it says that somebody has one."""
LIABILITY = {"per_claim": "money", "aggregate": "money", "limits": "limits"}

PEOPLE = {
    "provider.full_name": ("Name", "person"),
    "provider.last": ("Last name", "surname"),
    "provider.first": ("First name", "given"),
    "provider.middle": ("Middle name", "middle"),
    "provider.suffix": ("Suffix", "suffix"),
    "provider.degree": ("Degree", "degree"),
    "provider.former_names": ("Former names", "surname"),
    "provider.alias": ("Alias", "surname"),
    "provider.preferred": ("Goes by", "given"),
    "provider.npi": ("NPI", "npi"),
    "provider.provider_type": ("Provider type", "text"),
    "provider.department": ("Department", "text"),
    "provider.section": ("Section", "text"),
    "provider.department_section": ("Department / section", "pair"),
    "provider.specialty": ("Specialty", "text"),
    "provider.subspecialty": ("Second specialty", "text"),
    "provider.category": ("Staff category", "category"),
    "provider.category_mark": ("Staff category by a mark", "flag"),
    "provider.department_mark": ("Department by a mark", "flag"),
    "provider.status": ("Status", "status"),
    "provider.employment": ("Employment", "text"),
    "provider.status_since": ("Status since", "day"),
    "provider.left_on": ("Left on", "day"),
    "provider.has_status": ("Has the status of the heading", "has_status"),
    "provider.birth_date": ("Birth date", "birth"),
    "provider.ssn": ("SSN", "ssn"),
    "provider.languages": ("Languages", "text"),
    "provider.supervisor": ("Supervising physician", "text"),
    "provider.email": ("E-mail", "email"),
    "provider.phone": ("Office phone", "phone"),
    "provider.cell": ("Cell phone", "phone"),
    "provider.pager": ("Pager", "phone"),
    "provider.answering_service": ("Answering service", "phone"),
    "provider.fax": ("Fax", "phone"),
    "provider.street": ("Street", "text"),
    "provider.street2": ("Street, second line", "text"),
    "provider.city": ("City", "text"),
    "provider.state": ("State", "state"),
    "provider.zip": ("ZIP", "zip"),
    "provider.city_state": ("City, state, ZIP", "place"),
    "provider.notes": ("Notes", "lines"),
    "identifier.caqh": ("CAQH ID", "code"),
    "identifier.medicare": ("Medicare number", "code"),
    "identifier.medicaid": ("Medicaid number", "code"),
    "identifier.doctor_number": ("Doctor number", "code"),
    "identifier.ehr": ("EHR ID", "code"),
    "identifier.dictation": ("Dictation ID", "code"),
    "identifier.employee": ("Employee number", "code"),
    "practice.name": ("Practice", "text"),
    "practice.tin": ("Tax ID", "tin"),
    "practice.npi": ("Group NPI", "group_npi"),
    "practice.contact": ("Credentialing contact", "text"),
    "practice.email": ("Practice e-mail", "email"),
    "practice.phone": ("Practice phone", "phone"),
    "practice.fax": ("Practice fax", "phone"),
    "practice.street": ("Practice street", "text"),
    "practice.street2": ("Practice street, second line", "text"),
    "practice.city": ("Practice city", "text"),
    "practice.state": ("Practice state", "state"),
    "practice.zip": ("Practice ZIP", "zip"),
    "appointment.facility": ("Facility", "text"),
    "appointment.facilities": ("Facilities", "facilities"),
    "appointment.initial": ("Initial appointment", "day"),
    "appointment.starts": ("Appointment from", "day"),
    "appointment.ends": ("Appointment to", "expires"),
    "appointment.last_reappointed": ("Last reappointment", "day"),
    "affiliation.hospital": ("Hospital affiliation", "text"),
    "affiliation.category": ("Category at the other hospital", "text"),
    "affiliation.started": ("Affiliation from", "fuzzy"),
    "affiliation.ended": ("Affiliation to", "fuzzy"),
    "affiliation.standing": ("Standing at the other hospital", "text"),
    "provider.id": ("Our ID", "own"),
    "credential.id": ("Our ID of the credential", "own"),
    "credential.kind": ("Kind of credential", "text"),
    "credential.title": ("Credential title", "text"),
    "credential.number": ("Credential number", "license"),
    "credential.state": ("Credential state", "state"),
    "credential.issuer": ("Credential issuer", "text"),
    "credential.issued": ("Credential issued", "day"),
    "credential.expires": ("Credential expires", "expires"),
    "credential.lifetime": ("Credential lifetime", "lifetime"),
    "credential.continuing": ("Continuing certification", "flag"),
    "credential.per_claim": ("Credential per claim", "money"),
    "credential.aggregate": ("Credential aggregate", "money"),
}
"""Whole targets. Those of a credential are for sheets of one row a credential, whose kind stands in the row."""
JOINED: dict[str, str] = {
    "provider.former_names": ", ",
    "provider.languages": ", ",
    "affiliation.hospital": "; ",
    "provider.notes": "; ",
}
"""Targets of which a row can have several, each in a column of its own, by what parts them in one value."""
SEVERAL = frozenset(
    ["provider.former_names", "provider.languages", "provider.left_on", "provider.has_status", "affiliation.hospital"]
)
"""Targets that several columns may have: Language 2, Hospital Affiliation 3, Resigned beside Term Date, Suspended beside LOA."""
OF_THE_OFFICE = frozenset(
    f"provider.{name}" for name in ("street", "street2", "city", "state", "zip", "phone", "fax", "city_state")
)
"""What belongs to the place where somebody practices."""
ATTRIBUTE_TITLES = {
    "number": "number",
    "state": "state",
    "issued": "issued",
    "expires": "expires",
    "issuer": "issuer",
    "title": "specialty",
    "per_claim": "per claim",
    "aggregate": "aggregate",
    "limits": "limits",
    "held": "on file",
    "continuing": "continuing certification",
}
_BACKGROUND = {"issuer": "text", "title": "text", "issued": "fuzzy", "expires": "fuzzy"}
_BACKGROUND_TITLES = {"issuer": "institution", "title": "program", "issued": "from", "expires": "to"}
_WORK_TITLES = {"issuer": "employer", "title": "position"}
_MORE: dict[str, dict[str, str]] = {"liability": LIABILITY, "board": {"continuing": "flag"}}
BOTH = "|"
"""Between two targets of a column whose cells hold a value of each."""
NUMBERED = re.compile(r"^([a-z_]+?)([2-9]|[1-9]\d)\.(.+)$")
MOST_OF_A_SORT = 5


def _attributes_of(sort: str) -> dict[str, str]:
    if sort in BACKGROUNDS:
        return _BACKGROUND
    number = {"license": "license", "dea": "dea", "cds": "code"}.get(sort, "code")
    held = {} if sort in NUMBERED_SORTS else {"held": "flag"}
    return {**ATTRIBUTES, "number": number, **_MORE.get(sort, {}), **held}


TARGETS: tuple[str, ...] = (*PEOPLE, *(f"{sort}.{name}" for sort in SORTS for name in _attributes_of(sort)))
"""Every target for the drop-down of a column; `license2.number` and so on are further ones of the same sort."""


def plain(target: str) -> str:
    """The target without its number: license2.state -> license.state."""
    found = NUMBERED.match(target)
    return f"{found[1]}.{found[3]}" if found else target


@cache
def kind(target: str) -> str:
    """The type of value that a target takes."""
    if target in PEOPLE:
        return PEOPLE[target][1]
    sort, _, name = plain(target).partition(".")
    return _attributes_of(sort).get(name, "day" if name == "verified" else "text")


@cache
def title(target: str) -> str:
    """How a target is called on screen and in problems: "License expires"."""
    if target in PEOPLE:
        return PEOPLE[target][0]
    if BOTH in target:
        return " / ".join(map(title, target.split(BOTH)))
    found = NUMBERED.match(target)
    sort, _, name = plain(target).partition(".")
    number = f" {found[2]}" if found else ""
    called = "title" if (sort, name) == ("license", "title") else ATTRIBUTE_TITLES.get(name, name)
    if sort in BACKGROUNDS:
        called = {**_BACKGROUND_TITLES, **(_WORK_TITLES if sort == "work" else {})}.get(name, name)
    return f"{SORTS.get(sort, sort.capitalize())}{number} {called}"


def is_known(target: str) -> bool:
    """Whether a target, numbered or not, is one of ours, or two with a bar between them are."""
    return all(plain(each) in TARGETS for each in target.split(BOTH))


def is_span(target: str) -> bool:
    """Whether it is of a column whose cells say when one thing begins and when it ends."""
    first, _, second = target.partition(BOTH)
    return first.endswith((".issued", ".starts")) and second.endswith((".expires", ".ends"))


def is_of_cards(target: str) -> bool:
    """Whether it is of a column of days that are those of two cards, as of ACLS and BLS."""
    parts = [plain(each).partition(".") for each in target.split(BOTH)]
    sorts = [sort for sort, _, part in parts if part == "expires" and sort in SORTS]
    return len(sorts) == 2 and not {*NUMBERED_SORTS, *BACKGROUNDS}.intersection(sorts)
