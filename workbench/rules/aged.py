"""How old what was seen may be on the day of a decision, where an enabled standard counts the days: of an element by its name
(NCQA CR 3), or of every verification (URAC, NAMSS, the bylaws). The license is judged in entitled."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from workbench.records import texts
from workbench.records.evidence import enrolled_to
from workbench.records.policy import Policy
from workbench.records.verification import NOT_FOUND
from workbench.rules import standards, timeline
from workbench.rules.dossier import Dossier
from workbench.rules.lack import Lack, judged
from workbench.rules.looked_into import LISTS
from workbench.rules.pack_rows import SEVERITIES
from workbench.rules.standards import Line

RULE = "PSV_AGE_ACC"
EVERY = "application"
"""The element of a row that counts the days of every verification of an application."""


def aged_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What was seen too long before the day; and of those elements that a standard names by themselves (NCQA CR 3), what was never
    seen. Education and training are seen once and do not age."""
    yield from _credentials(dossier, on, policy)
    for element, (called, remedy, days) in _SEEN.items():
        last = max((each for each in days(dossier, on) if each <= on), default=None)
        if (line := _crossed(element, last, on, policy)) is not None:
            part = "background" if element == "work_history" else "evidence"
            yield _lack(called, last, on, line, remedy, element, part)


def _credentials(dossier: Dossier, on: date, policy: Policy) -> Iterator[Lack]:
    """Each certification and registration that is held and has not lapsed: one that lapsed is told apart."""
    for element, (called, remedy) in _HELD.items():
        for each in dossier.credentials_of(element):
            if each.expires and each.expires < on and not each.lifetime:
                continue
            last = each.verified if each.verified and each.verified <= on else None
            if (line := _crossed(element, last, on, policy)) is not None:
                what = f"{called} {each.title or each.number}".strip()
                yield _lack(what, last, on, line, remedy, element, "credentials", each.id)


def _crossed(element: str, last: date | None, on: date, policy: Policy) -> Line | None:
    """The worst line that the newest look at an element crosses. A standard that names it asks that it was seen at all; one that
    counts the days of every verification judges those that there are."""
    named = standards.lines(RULE, policy, on, element)
    if last is None:
        return named[0] if named else None
    lines = (*named, *standards.lines(RULE, policy, on, EVERY))
    worst = sorted(lines, key=lambda line: SEVERITIES.index(line.severity))
    return next((line for line in worst if on > line.good_until(last)), None)


def _lack(
    called: str,
    last: date | None,
    on: date,
    line: Line,
    remedy: str,
    element: str,
    part: str,
    record: int | None = None,
) -> Lack:
    said = f"verified {(on - last).days} days before {texts.day(on)}" if last else "not verified"
    return judged(line.severity)(
        f"{called} {said}",
        f"A verification is good for {line.row.said} under {line.row.body}. {remedy}",
        part,
        record=record,
        rule=RULE,
        element=element,
    )


def _work(dossier: Dossier, on: date) -> Iterable[date]:
    """Of every position its newest look: the oldest of them counts, and none where one was not looked at."""
    positions = [row.id for row in dossier.work if not timeline.is_off(row)]
    looks: dict[int, date] = {}
    for row in dossier.verifications:
        if row.work is not None and row.done <= on:
            looks.setdefault(row.work, row.done)
    return [min(looks[each] for each in positions)] if positions and all(each in looks for each in positions) else []


def _of(*elements: str) -> Callable[[Dossier, date], list[date]]:
    def looks(dossier: Dossier, on: date) -> list[date]:
        return [row.done for row in dossier.verifications if row.element in elements and row.result != NOT_FOUND]

    return looks


def _queried(dossier: Dossier, on: date) -> list[date]:
    """The NPDB: a query on its day, continuous query on every day that it runs."""
    made = [each for each in dossier.queries if each.queried <= on]
    return [on if (until := enrolled_to(each)) and until >= on else each.queried for each in made]


def _claims(dossier: Dossier, on: date) -> list[date]:
    return [*_of("claims")(dossier, on), *_queried(dossier, on)]


def _sanctions(dossier: Dossier, on: date) -> list[date]:
    """The board's own word on discipline, the NPDB, or a report of the FSMB."""
    shown = [each.verified for each in dossier.credentials_of("license") if each.discipline and each.verified]
    return [*_of("sanctions")(dossier, on), *shown, *_queried(dossier, on)]


def _exclusions(dossier: Dossier, on: date) -> list[date]:
    searched = list(LISTS)[0]
    return [*_of("exclusions")(dossier, on), *(each.done for each in dossier.checks if each.sort == searched)]


_SEEN: dict[str, tuple[str, str, Callable[[Dossier, date], Iterable[date]]]] = {
    "work_history": ("Work history", "Go through every position again, and record it on each.", _work),
    "claims": ("Malpractice history", "Query the NPDB, or ask the carriers, and record it.", _claims),
    "sanctions": ("Sanctions", "Ask the license board or the NPDB, and record what it showed.", _sanctions),
    "exclusions": ("Exclusions", "Search the LEIE under every name, and record it.", _exclusions),
}
"""By element how it is called, what mends it, and the days on which it was seen."""
_HELD = {
    "board": ("Board", "Look it up at the board, and record it."),
    "dea": ("DEA", "Look it up at the DEA, and record it."),
    "cds": ("Controlled substance registration", "Look it up at the agency, and record it."),
}
"""The same of credentials, each of which has its own day."""
