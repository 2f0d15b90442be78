"""Where somebody comes from, as the profile lists it: each school and training with its source, the rest in one line each.

What an applicant or a roster says is stated; it is verified once somebody asked the school, the hospital, the employer."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from workbench.papers.seen import NEVER, Seen, age
from workbench.records import texts
from workbench.records.background import SCHOOLS
from workbench.records.verification import RESULTS
from workbench.rules import timeline
from workbench.rules.dossier import Dossier, Row
from workbench.rules.quorum import is_physician

STATED, AS_RECEIVED = "stated", "as received"
REFERENCES = "References"
_, DIFFERS, NOT_FOUND = RESULTS
NOT_PRINTED = ("Undergraduate", "Other")
"""Sorts of education that no committee asks for."""


def learned(file: Dossier, on: date) -> Iterator[Seen]:
    """A line for each school and each training, in the order of time."""
    looks = _newest(file, "education", on)
    for row in file.education:
        if row.sort not in NOT_PRINTED:
            yield _line(row.sort, _trained(row), looks.get(row.id), on)


def summed(file: Dossier, on: date) -> Iterator[Seen]:
    """A line each for positions, other hospitals and referees: how many were asked, and the oldest answer."""
    worked = [row for row in file.work if not timeline.is_off(row)]
    came = [row for row in file.references if row.received and row.received <= on]
    for element, rows, link, name in (
        ("Work history", worked, "work", _counted("position")),
        ("Affiliations", file.affiliations, "affiliation", _counted("hospital")),
        (REFERENCES, came, "reference", _counted("reference")),
    ):
        if rows:
            yield _sum(element, name(len(rows)), [_newest(file, link, on).get(row.id) for row in rows], on)


def lacking(file: Dossier) -> Iterator[str]:
    """What of it the office does not have at all, by the names of the profile."""
    sorts, physician = {row.sort for row in file.education}, is_physician(file.person.degree or "")
    if not sorts & (SCHOOLS - {"Undergraduate"}):
        yield "medical school" if physician else "professional school"
    if physician and not sorts & {"Internship", "Residency", "Fellowship"}:
        yield "postgraduate training"
    if not any(not timeline.is_off(row) for row in file.work):
        yield "work history"


def _counted(one: str) -> Callable[[int], str]:
    return lambda count: f"{count} {one}{'' if count == 1 else 's'}"


def _newest(file: Dossier, link: str, on: date) -> dict[int, Row]:
    """By record the newest look at it up to a day."""
    rows = [each for each in reversed(file.verifications) if each.done <= on]
    return {each: row for row in rows if (each := getattr(row, link)) is not None}


def _line(element: str, finding: str, look: Row | None, on: date) -> Seen:
    if look is None:
        return Seen(element, finding, STATED, NEVER, "", "warn")
    if look.result == NOT_FOUND:
        return Seen(element, f"{finding}; the source does not know it", look.source_name, NEVER, "", "bad")
    differs = look.result == DIFFERS
    said = f"{finding}; the source says otherwise, see the file" if differs else finding
    tone = "warn" if differs else ""
    return Seen(element, said, look.source_name, texts.day(look.done), age(look.done, on), tone)


def _sum(element: str, counted: str, looks: Sequence[Row | None], on: date) -> Seen:
    """All were seen, or how many; the day is the oldest, so that none is older than it says."""
    good = [look for look in looks if look is not None and look.result != NOT_FOUND]
    differing = sum(look.result == DIFFERS for look in good)
    lost = sum(look is not None and look.result == NOT_FOUND for look in looks)
    said = [counted]
    if 0 < len(good) < len(looks):
        said.append(f"{len(good)} verified")
    said += [f"{differing} with differences, see the file"] if differing else []
    said += [f"{lost} not found at the source"] if lost else []
    tone = "bad" if lost else "warn" if differing else ""
    if not good:  # most standards ask for no source of these: it is said, and in no color
        stated = AS_RECEIVED if element == REFERENCES else STATED
        return Seen(element, ", ".join(said), stated, NEVER, "", tone or "quiet")
    oldest = min(look.done for look in good)
    sources = list(dict.fromkeys(look.source_name for look in good))
    named = sources[0] if len(sources) == 1 else f"{len(sources)} sources"
    return Seen(element, ", ".join(said), named, texts.day(oldest), age(oldest, on), tone)


def _trained(row: Row) -> str:
    """“Kirksville COM, DO 2006”, “Orthopedic Surgery, Des Peres, 2006 to 2011”."""
    if row.sort in SCHOOLS:
        degree = " ".join(part for part in (row.program, row.ended[:4]) if part)
        return ", ".join(part for part in (row.institution, degree) if part)
    years = " to ".join(dict.fromkeys(each[:4] for each in (row.started, row.ended) if each))
    return ", ".join(part for part in (row.program, row.institution, years) if part)
