"""Elements: what a file is made of, as standards name it; a requirement, a source and a verification are each about one."""

ELEMENTS = {
    "license": "State license",
    "dea": "DEA registration",
    "cds": "Controlled substance registration",
    "board": "Board certification",
    "liability": "Professional liability coverage",
    "life_support": "Life support",
    "health": "Health requirement",
    "other": "Other credential",
    "education": "Education",
    "training": "Training",
    "affiliation": "Affiliation",
    "work_history": "Work history",
    "claims": "Malpractice history",
    "sanctions": "Sanctions and license limits",
    "exclusions": "Exclusion lists",
    "npdb": "NPDB query",
    "identity": "Identity",
    "background": "Background check",
    "references": "Peer references",
    "application": "Application and attestation",
    "appointment": "Appointment",
    "privileges": "Privileges",
    "temporary": "Temporary privileges",
    "disaster": "Disaster privileges",
    "fppe": "Focused evaluation (FPPE)",
    "oppe": "Ongoing evaluation (OPPE)",
    "decision": "Decision and its notice",
    "adverse": "Adverse action",
    "committee": "Committee",
    "bylaws": "Bylaws and policies",
    "office": "The medical staff office",
}
"""By key, how an element is called."""

CREDENTIALS = ("license", "dea", "cds", "board", "liability", "life_support", "health", "other")
"""Elements that are credentials; their keys are the short names of the office's kinds of credentials."""
HISTORY = ("education", "training", "work_history", "affiliation", "references")
"""Elements that say where somebody comes from; each of their records is verified by itself."""
OF_PERSON = ("claims", "sanctions", "exclusions")
"""Elements of what was done by or against a person, each seen at a source as a whole."""
REQUIRABLE = tuple(
    each
    for each in ELEMENTS
    if each not in ("temporary", "disaster", "decision", "adverse", "committee", "bylaws", "office")
)
"""Elements that an office can require of a file: what happens to somebody is not one that is held."""
OF_SOURCES = (
    *CREDENTIALS,
    *("education", "training", "affiliation", "work_history", "claims", "sanctions", "exclusions"),
    *("identity", "background", "references"),
)
"""Elements that are verified at a source."""


def called(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Elements as Peewee's choices."""
    return [(key, ELEMENTS[key]) for key in keys]


def listed(text: str) -> tuple[str, ...]:
    """The keys in a line like “license, cds”."""
    return tuple(each for each in (part.strip().casefold() for part in text.split(",")) if each)
