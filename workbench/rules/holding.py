"""What the matrix requires: whether a file holds something of an element, and what is said where it does not."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.records.background import SCHOOLS
from workbench.records.elements import CREDENTIALS
from workbench.records.verification import NOT_FOUND
from workbench.rules.dossier import Dossier
from workbench.rules.in_force import is_needed, states_of
from workbench.rules.judging import Found, Judging, found
from workbench.rules.looked_into import LISTS
from workbench.rules.standing import File

OF_LICENSE, OF_COVER = "license", "liability"
ASKED_ANYWAY = (OF_LICENSE, OF_COVER)
"""Elements that readiness asks of every application, whatever the matrix says."""


def required(file: File, day: Judging, needs: Mapping[str, str], asked_for: str = "") -> Found:
    """What the matrix requires and the file does not hold; of an application, what it is required for besides."""
    files = [each for each in file.applications if not asked_for or each.application.sort == asked_for]  # type: ignore[union-attr]
    for line in day.lines("REQUIRED")[:1]:
        for element, need in needs.items():
            if need == "Required" and not holds(file, element, day, files):
                where = f"{_unlicensed(file, day)} " if element == OF_LICENSE and _unlicensed(file, day) else ""
                why = f" for {asked_for[0].lower()}{asked_for[1:]}" if asked_for else ""
                message = f"No {where}{_CALLED.get(element, element)} is on file, and the office requires it{why}."
                firm = element in never_excepted(day)
                remedy = (
                    "Add it and verify it." if firm else "Add it and verify it, or record an exception with its reason."
                )
                yield found(line, file.id, message, remedy, element=element)


def never_excepted(day: Judging) -> frozenset[str]:
    """Elements of which nobody is excepted: without one on file a rule that the office may not change would be silent."""
    lines = (*day.lines("LIC_EXP"), *day.lines("LIC_PSV"))
    return frozenset({OF_LICENSE} if any(not line.row.editable for line in lines) else ())


_CALLED = {
    OF_LICENSE: "license",
    OF_COVER: "liability coverage",
    "dea": "DEA registration",
    "cds": "controlled substance registration",
    "board": "board certification",
    "life_support": "life support card",
    "health": "health requirement",
    "other": "other credential",
    "education": "education",
    "training": "training",
    "work_history": "work history",
    "affiliation": "affiliation",
    "claims": "look at the malpractice history",
    "sanctions": "look at sanctions and license limits",
    "exclusions": "search of the exclusion lists",
    "npdb": "NPDB query",
    "identity": "look at the identity",
    "background": "background check",
    "references": "peer reference",
    "application": "signed application",
    "appointment": "appointment in force",
    "privileges": "privilege",
    "oppe": "ongoing evaluation (OPPE)",
    "fppe": "focused evaluation (FPPE)",
}
"""Every element that can be required, as a sentence says what is missing."""


def holds(file: File, element: str, day: Judging, files: Sequence[Dossier]) -> bool:
    """Whether a file holds something of an element on the day; files are the applications that it is required for. What is of an
    application is not asked where there is none, and what a member alone can have is not asked of an applicant."""
    if element == OF_LICENSE:
        states = states_of(file, day)
        return (
            not _unlicensed(file, day)
            if states
            else any(is_needed(each, file, day) for each in file.of_sort(OF_LICENSE))
        )
    if element in CREDENTIALS:
        return bool(file.of_sort(element))
    held = _HOLDS.get(element)
    return held is None or held(file, day, files)


def _unlicensed(file: File, day: Judging) -> str:
    """The first state in which the person works here and has no license; empty where there is none."""
    held = {each.state for each in file.of_sort(OF_LICENSE) if is_needed(each, file, day)}
    return next((each for each in states_of(file, day) if each not in held), "")


Holding = Callable[[File, Judging, Sequence[Dossier]], bool]


def _checked(*sorts: str) -> Holding:
    return lambda file, day, files: any(each.sort in sorts and day.come(each.done) for each in file.checks)


def _looked(element: str, file: File, day: Judging) -> bool:
    """Seen at a source as a whole, or shown by the NPDB."""
    looks = (each for each in file.verifications if each.element == element and each.result != NOT_FOUND)
    return any(day.come(each.done) for each in looks)


def _queried(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    return any(day.come(each.queried) for each in file.queries)


def _sanctions(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    shown = any(each.discipline and each.verified and day.come(each.verified) for each in file.of_sort(OF_LICENSE))
    return shown or _looked("sanctions", file, day) or _queried(file, day, files)


def _referred(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    return all(any(row.received and day.come(row.received) for row in each.references) for each in files)


def _applied(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    asked = [each.application for each in files if each.application is not None]
    return all(each.received and each.attested and day.come(each.attested) for each in asked)


def _appointed(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    return not file.is_staff or any(_runs(each, day) for each in file.appointments)


def _runs(term: Any, day: Judging) -> bool:
    """Whether a term that may lack its days runs: it has begun, and is not over."""
    return (not term.starts or day.come(term.starts)) and not (term.ends and day.over(term.ends))


def _privileged(file: File, day: Judging, files: Sequence[Dossier]) -> bool:
    if not file.is_staff:
        return all(each.requests for each in files)
    return any(_runs(each, day) for each in file.held)


_SEARCHED = _checked(*LISTS)
_HOLDS: dict[str, Holding] = {
    "education": lambda file, day, files: any(each.sort in SCHOOLS for each in file.education),
    "training": lambda file, day, files: any(each.sort not in SCHOOLS for each in file.education),
    "work_history": lambda file, day, files: bool(file.work),
    "affiliation": lambda file, day, files: bool(file.affiliations),
    "claims": lambda file, day, files: _looked("claims", file, day) or _queried(file, day, files),
    "sanctions": _sanctions,
    "exclusions": lambda file, day, files: _SEARCHED(file, day, files) or _looked("exclusions", file, day),
    "npdb": _queried,
    "identity": _checked("Identity"),
    "background": _checked("Background check"),
    "references": _referred,
    "application": _applied,
    "appointment": _appointed,
    "privileges": _privileged,
    "oppe": lambda file, day, files: not file.is_staff or any(day.come(each.ends) for each in file.oppe),
    "fppe": lambda file, day, files: not file.is_staff or any(day.come(each.starts) for each in file.fppe),
}
"""By element what there must be; credentials are looked up by their sort."""
