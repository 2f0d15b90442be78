"""What must have been seen at its source at all before a decision, whatever its age: of each element that an enabled standard
names. Schools, training and positions are seen once, for the first appointment; registrations and coverage for each."""

from collections.abc import Callable, Iterator
from datetime import date

from workbench.records.background import SCHOOLS
from workbench.records.days import last_day_of
from workbench.records.policy import Policy
from workbench.records.verification import NOT_FOUND
from workbench.rules import standards, timeline
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import Lack, judged

RULE = "PSV_ONCE"
INITIAL, ADDED = "Initial appointment", "Added privileges"
_CALLED = {
    "license": "License",
    "dea": "DEA",
    "cds": "Controlled substance registration",
    "board": "Board certification",
    "liability": "Coverage",
    "education": "Education",
    "training": "Training",
    "work_history": "Work history",
    "affiliation": "Affiliations",
}
_HELD = ("license", "dea", "cds", "board", "liability")
_ONCE = ("education", "training", "work_history", "affiliation")


def seen_once_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Each element that is named and was never seen. Of a first appointment also what is not on file at all: what nobody entered,
    nobody saw. Registrations that are not held, and hospitals elsewhere, somebody may have none of: those are the matrix's to ask."""
    sort = dossier.application.sort if dossier.application is not None else ""
    for element in _HELD if sort != ADDED else ():
        yield from _credentials(element, dossier, on, policy)
    for element in _ONCE if sort == INITIAL else ():
        line = next(iter(standards.lines(RULE, policy, on, element)), None)
        if line is None:
            continue
        if element in _NEEDED and not _NEEDED[element](dossier):
            remedy = f"Enter it as the application says, and see it at its source ({line.said})."
            lack = judged(line.severity)
            yield lack(f"No {_CALLED[element].lower()} on file", remedy, "background", rule=RULE, element=element)
        elif missing := _MISSING[element](dossier, on):
            remedy = (
                f"{missing}: ask there, or a source that counts in its place, and record what it said ({line.said})."
            )
            lack = judged(line.severity)
            yield lack(f"{_CALLED[element]} not verified", remedy, "background", rule=RULE, element=element)


def _went_to_school(dossier: Dossier) -> bool:
    """A school of the profession, or a program or certification that stands for it (NCQA CR 3)."""
    higher = any(each.sort not in SCHOOLS or each.sort in timeline.BEGINS for each in dossier.education)
    return higher or bool(dossier.credentials_of("board"))


def _trained_somewhere(dossier: Dossier) -> bool:
    """A program, of those whom every state asks for one."""
    trains = dossier.person.provider_type in _TRAIN
    return not trains or any(each.sort not in SCHOOLS for each in dossier.education)


_TRAIN = frozenset({"Physician", "Podiatrist"})
_NEEDED: dict[str, Callable[[Dossier], bool]] = {
    "education": _went_to_school,
    "training": _trained_somewhere,
    "work_history": lambda dossier: bool(dossier.work),
}
"""By element, whether anything of it is on file, where everybody has some."""


def _credentials(element: str, dossier: Dossier, on: date, policy: Policy) -> Iterator[Lack]:
    """Each that is held: of a license in whatever state; one that lapsed is told apart, but a license was held all the same."""
    for line in standards.lines(RULE, policy, on, element)[:1]:
        for each in dossier.credentials_of(element):
            lapsed = each.expires and each.expires < on and not each.lifetime and element != "license"
            if lapsed or (each.verified and each.verified <= on):
                continue
            what = " ".join(part for part in (_CALLED[element], each.state, each.number or each.title) if part)
            remedy = f"Look it up at its source and record it ({line.said})."
            lack = judged(line.severity)
            yield lack(f"{what} not verified", remedy, "credentials", record=each.id, rule=RULE, element=element)


def _over(rows: tuple[Row, ...], on: date) -> list[Row]:
    """Those that were completed by a day, the newest first: what is still to come proves nothing."""
    ends = [(last_day_of(each.ended), each) for each in rows if each.ended]
    over = [(end, each) for end, each in ends if end is not None and end <= on]
    return [each for _, each in sorted(over, key=lambda pair: pair[0], reverse=True)]


def _seen(dossier: Dossier, link: str, id: int, on: date) -> bool:
    looks = (row for row in dossier.verifications if getattr(row, link) == id and row.result != NOT_FOUND)
    return any(row.done <= on for row in looks)


def _newest(dossier: Dossier, on: date, schools: bool) -> tuple[Row | None, bool]:
    """The newest school or program that was completed, and whether it was seen."""
    rows = _over(tuple(each for each in dossier.education if (each.sort in SCHOOLS) is schools), on)
    return (rows[0], _seen(dossier, "education", rows[0].id, on)) if rows else (None, False)


def _trained(dossier: Dossier, on: date) -> str:
    program, seen = _newest(dossier, on, schools=False)
    return "" if program is None or seen else str(program.institution)


def _educated(dossier: Dossier, on: date) -> str:
    """The highest that there is (NCQA CR 3): a certification or a program that was seen stands for the school before it."""
    certified = any(each.verified and each.verified <= on for each in dossier.credentials_of("board"))
    program, seen = _newest(dossier, on, schools=False)
    school, taught = _newest(dossier, on, schools=True)
    highest = program or school
    return "" if highest is None or certified or seen or (program is None and taught) else str(highest.institution)


def _worked(dossier: Dossier, on: date) -> str:
    positions = [each for each in dossier.work if not timeline.is_off(each)]
    return _open([(str(each.employer), _seen(dossier, "work", each.id, on)) for each in positions])


def _affiliated(dossier: Dossier, on: date) -> str:
    return _open([(str(each.hospital), _seen(dossier, "affiliation", each.id, on)) for each in dossier.affiliations])


def _open(looks: list[tuple[str, bool]]) -> str:
    """“Illini Memorial and 2 more”; empty where all were seen."""
    missing = [name for name, seen in looks if not seen]
    more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
    return f"{missing[0]}{more}" if missing else ""


_MISSING: dict[str, Callable[[Dossier, date], str]] = {
    "education": _educated,
    "training": _trained,
    "work_history": _worked,
    "affiliation": _affiliated,
}
"""By element, what of it nobody has seen; empty where everything was, or nothing is on file."""
