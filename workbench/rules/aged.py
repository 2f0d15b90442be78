"""How old what was seen may be on the day of a decision, element by element, where an enabled standard counts the days of it
(NCQA CR 3): board certification, work history, malpractice history, sanctions, exclusions. The license is judged in entitled."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from workbench.records.evidence import enrolled_to
from workbench.records.policy import Policy
from workbench.records.verification import RESULTS
from workbench.rules import standards, timeline
from workbench.rules.dossier import Dossier
from workbench.rules.lack import Lack, bad
from workbench.rules.looked_into import LISTS
from workbench.rules.standards import Line

RULE = "PSV_AGE_ACC"
NOT_FOUND = RESULTS[2]
"""What a source said that does not know the person: it verifies nothing."""


def aged_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What was never seen, or too long before the day, of those elements that a standard names; an element that none names is
    not asked about."""
    if (line := standards.least(RULE, policy, on, element="board")) is not None:
        yield from _boards(dossier, on, line)
    for element, (called, remedy, days) in _SEEN.items():
        line = standards.least(RULE, policy, on, element=element)
        if line is None:
            continue
        last = max((each for each in days(dossier, on) if each <= on), default=None)
        if (said := _said(called, last, on, line)) is not None:
            part = "background" if element == "work_history" else "evidence"
            yield replace(bad(said, f"It is good for {line.said}. {remedy}", part, rule=RULE), element=element)


def _boards(dossier: Dossier, on: date, line: Line) -> Iterator[Lack]:
    """Each certification that is claimed and has not lapsed: one that lapsed is told apart."""
    for each in dossier.credentials_of("board"):
        if each.expires and each.expires < on and not each.lifetime:
            continue
        seen = each.verified if each.verified and each.verified <= on else None
        if (said := _said(f"Board {each.title or each.number}".strip(), seen, on, line)) is not None:
            remedy = f"It is good for {line.said}. Look it up at the board, and record it."
            yield replace(bad(said, remedy, "credentials", record=each.id, rule=RULE), element="board")


def _said(called: str, last: date | None, on: date, line: Line) -> str | None:
    """What is wrong with the newest look at something; None if nothing is."""
    if last is None:
        return f"{called} not verified"
    return f"{called} verified {(on - last).days} days before" if on > line.good_until(last) else None


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
