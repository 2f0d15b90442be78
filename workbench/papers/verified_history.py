"""Where somebody comes from, as the profile lists it: each school and training with its source, the rest in one line each.

What an applicant or a roster says is stated; it is verified once somebody asked the school, the hospital, the employer."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from workbench.papers.seen import NEVER, Seen, age
from workbench.records import texts
from workbench.records.background import SCHOOLS
from workbench.records.verification import DIFFERS, NOT_FOUND
from workbench.records.words import of
from workbench.rules import timeline
from workbench.rules.dossier import Dossier, Row
from workbench.rules.quorum import is_physician

STATED, AS_RECEIVED = "stated", "as received"
REFERENCES = "References"
NOT_PRINTED = ("Undergraduate", "Other")
"""Sorts of education that no committee asks for."""


def learned(file: Dossier, on: date) -> Iterator[Seen]:
    """A line for each school and each training, in the order of time."""
    looks, made = _newest(file, "education", on), list[tuple[Row, Row, str, Row | None]]()
    for row in file.education:
        if row.sort in NOT_PRINTED:
            continue
        look = looks.get(row.id)
        if made and _goes_on(made[-1][1], row) and _same(made[-1][3], look):
            first, _, sorts, _ = made.pop()
            made.append((first, row, f"{sorts}, {row.sort.lower()}", look))
        else:
            made.append((row, row, row.sort, look))
    for first, last, sorts, look in made:
        yield _line(sorts, _trained(first, last), look, on)


def _goes_on(before: Row, row: Row) -> bool:
    """Whether training went on in the same program: a year of internship before the residency is one line with it."""
    trained = before.sort not in SCHOOLS and row.sort not in SCHOOLS and before.sort != row.sort
    return bool(trained and (before.program, before.institution) == (row.program, row.institution))


def _same(one: Row | None, other: Row | None) -> bool:
    said = [(each.source_name, each.done, each.result) if each else None for each in (one, other)]
    return said[0] == said[1]


def summed(file: Dossier, on: date) -> Iterator[Seen]:
    """A line each for positions, other hospitals and referees: how many were asked, and the oldest answer. Those of which nobody
    was asked share one."""
    lines = list(_summed(file, on))
    stated = [each for each in lines if each.verified == NEVER and each.tone == "quiet"]
    yield from (each for each in lines if each not in stated)
    if stated:
        names = ", ".join([stated[0].element, *(each.element.lower() for each in stated[1:])])
        yield Seen(names, ", ".join(each.finding for each in stated), stated[0].source, NEVER, "", "quiet")


def _summed(file: Dossier, on: date) -> Iterator[Seen]:
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
    return lambda count: of(count, one)


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


def _trained(row: Row, last: Row) -> str:
    """“Kirksville COM, DO 2006”, “Orthopedic Surgery, Des Peres, 2006 to 2011”."""
    if row.sort in SCHOOLS:
        degree = " ".join(part for part in (row.program, row.ended[:4]) if part)
        return ", ".join(part for part in (row.institution, degree) if part)
    years = " to ".join(dict.fromkeys(each[:4] for each in (row.started, last.ended) if each))
    return ", ".join(part for part in (row.program, row.institution, years) if part)
