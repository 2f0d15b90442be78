"""Whether a line of work history tells of a time without work: a leave, an illness, a sabbatical, by what it says itself.

What somebody wrote beside a leave may tell of health, so that such a line is a time off of which nothing is printed but that. A
place of work that is called after illness, as a cancer center, and a work that is called after leaves, as covering them, is work."""

import re

OFF_WORK = (
    "gap",
    "time off",
    "not working",
    "no position",
    "between positions",
    "between jobs",
    "sabbatical",
    "unemployed",
    "travel",
    "relocation",
    "job search",
)
"""How a line begins that explains a time without work; so does one that speaks of a leave."""
NO_POSITION = frozenset({"", "none", "n/a", "na", "-", "—"})
_LEAVE = re.compile(
    r"\b(?:leaves?|loa|fmla|pto)\b(?!\W+(?:of\W+absence\W+)?(?:coverage|cover|covering|relief|replacement|fill|management|admin\w*|"
    r"program|specialist|coordinator|no trace))"
)
"""A leave, and not the work of whoever stands in for those on leave, or administers them."""
_COVERS = re.compile(r"\b(?:cover(?:s|ing|age)?|reliev\w+|relief|locum\w*|replac\w+|substitut\w+|stand(?:s|ing)? in)\b")
_ILL = (
    r"ill(?:ness)?|sick(?:ness)?|injur(?:y|ies|ed)|accident|disab(?:led|ility)|unwell|hospitali[sz](?:ed|ation)|convalesc\w+|"
    r"recuperat\w+|recover(?:y|ing)|(?:in)?patient|out-?patient|maternity|paternity|parental|pregnan(?:t|cy)|childbirth|bedrest|"
    r"bed rest|bereavement|caregiv(?:er|ing)|caring for .*|family care|medical reasons?|health reasons?|personal reasons?|"
    r"family reasons?|burn-?out|incapacitated"
)
_TREATED = (
    r"chemo(?:therapy)?|radiation(?: therapy| treatment)?|radiotherapy|dialysis|detox(?:ification)?|rehab|treatment|"
    r"therapy|surgery|transplant|inpatient (?:detox\w*|rehab\w*|treatment|care|stay|program)|residential treatment|"
    r"cancer(?: treatment)?|stroke|depression|addiction(?: treatment)?|alcohol(?: treatment| rehab\w*)"
)
_POSITION = re.compile(
    rf"^(?:on |in |under |due to |for |short[- ]term |long[- ]term |medical |temporary )*(?:{_ILL}|{_TREATED})"
    rf"(?:$|\W*$|\s+(?:at|in|for|from|after|due|because|of|with|and)\b|[,:;(–-]\s)"
    rf"|^(?:disabled|ill|sick|injured|incapacitated|hospitali[sz]ed|convalescing|recovering)\b"
)
"""How a position begins that is none: “Patient”, “Disabled surgeon”, “Recovering from surgery”; not “Patient safety officer”."""
_EMPLOYER = re.compile(
    rf"^(?:on |in |due to |short[- ]term |long[- ]term |medical |personal |temporary )*(?:{_ILL}|{_TREATED})"
    rf"(?:\W*$|\s+(?:at|in|for|from|after|due|because|with)\b|[,:;(–]\s?|\s-\s)"
)
"""How an employer begins that is none: “Chemotherapy at Mayo Clinic”, “Disability”; not “Cancer Center of Iowa”."""
_ROLE = re.compile(
    r"\b(?:director|chief|chair\w*|attending|hospitalist|surgeon|physician|nurse|therapist|fellow|resident|professor|faculty|staff|"
    r"specialist|consultant|counselor|coordinator|manager|officer|oncologist|radiologist|nephrologist|psychiatrist)\b"
)
_WORKS = re.compile(r"^(?:travel|gap|relocation)\w* \w")
"""A travel nurse works."""
_BARE = re.compile(rf"^(?:{_TREATED})\W*$")
"""An employer of one word, which may be a department's."""


def is_time_off(employer: str, position: str, time_off: str) -> bool:
    """Whether a line of work history tells of a time without work: by what it is for, else by what it says."""
    if time_off:
        return True
    employed, placed = (" ".join(each.casefold().split()) for each in (employer, position))
    return _is_no_position(placed) or _is_no_employer(employed, placed)


def _is_no_position(placed: str) -> bool:
    if placed in NO_POSITION:
        return False
    return (
        _says_leave(placed)
        or (_begins_off(placed) and not _WORKS.search(placed))
        or _POSITION.search(placed) is not None
    )


def _is_no_employer(employed: str, placed: str) -> bool:
    if _says_leave(employed):
        return _COVERS.search(placed) is None
    if placed in NO_POSITION and _begins_off(employed):
        return True
    if _EMPLOYER.search(employed) is None:
        return False
    return _ROLE.search(placed) is None or _BARE.search(employed) is None


def _says_leave(words: str) -> bool:
    return _LEAVE.search(words) is not None and _COVERS.search(words) is None


def _begins_off(words: str) -> bool:
    return any(words == each or words.startswith((f"{each}:", f"{each} ", f"{each},")) for each in OFF_WORK)
