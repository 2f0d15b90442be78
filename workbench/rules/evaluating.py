"""Evaluation of practice: the focused one at each new privilege, and the one that goes on."""

from datetime import date
from itertools import pairwise
from typing import Any

from workbench.records.conduct import FOR_CAUSE
from workbench.records.days import months_on
from workbench.records.evidence import OPPE_RESULTS
from workbench.records.texts import day as told
from workbench.rules.editions import line_key
from workbench.rules.judging import BLOCK, INFO, Found, Judging, found
from workbench.rules.standing import File

FOCUSED = OPPE_RESULTS[2]
LOOKS_BACK = 12
"""Months: a privilege granted longer ago is judged by its ongoing evaluation."""


def opened(file: File, day: Judging) -> Found:
    """Each new privilege, also a temporary one, has a plan that starts on the day of the grant."""
    lines = day.lines("FPPE_OPEN")
    if not lines or not (file.held or file.temporary):
        return
    temporary = [each.starts for each in file.temporary]
    for granted, rows in _granted(file, day).items():
        early = min((each for each in temporary if each <= granted), default=granted)
        plans = [each.starts for each in file.fppe if each.sort != FOR_CAUSE]
        if any(early <= each <= granted for each in plans):
            continue
        late = min((each for each in plans if each > granted), default=None)
        what = rows[0] if len(rows) == 1 else f"{len(rows)} privileges, {rows[0]} among them"
        said = f"the evaluation starts {told(late)}" if late else "no focused evaluation is planned"
        message = f"Granted {told(granted)}: {what}; {said}."
        yield found(lines[0], file.id, message, f"Enter the plan, with {told(granted)} as its start.")


def _granted(file: File, day: Judging) -> dict[date, list[str]]:
    """By the day of the grant, the names of privileges that were not held before."""
    first: dict[Any, Any] = {}
    for row in file.held:  # in the order of their beginnings
        first.setdefault(line_key(row.form_name, row.name), row)
    grants: dict[date, list[str]] = {}
    for row in first.values():
        _take(grants, row.starts, row.name, day)
    for row in file.temporary:
        _take(grants, row.starts, f"temporary: {row.privileges.splitlines()[0][:60]}", day)
    return grants


def _take(grants: dict[date, list[str]], starts: date, name: str, day: Judging) -> None:
    if day.come(starts) and not day.over(months_on(starts, LOOKS_BACK)):
        grants.setdefault(starts, []).append(name)


def concluded(file: File, day: Judging) -> Found:
    """A focused evaluation whose planned end is gone by, without a conclusion."""
    lines = day.lines("FPPE_DUE") if file.fppe else ()
    for each in file.fppe if lines else ():
        if each.concluded is None and each.ends and day.over(lines[0].good_until(each.ends)):
            message = f"{_called(each)} was to end {told(each.ends)}; nothing is concluded."
            remedy = "Conclude it, or extend it with the reason."
            yield found(lines[0], file.id, message, remedy, table="fppe", record=each.id)


def _called(fppe: Any) -> str:
    cause = f" {fppe.sort.lower()}" if fppe.sort == FOR_CAUSE else ""
    return f"The focused evaluation{cause} since {told(fppe.starts)}"


def planned(file: File, day: Judging) -> Found:
    """A focused evaluation that goes on, of which nobody wrote how it is done."""
    for line in day.lines("FPPE_PLAN")[:1] if file.fppe else ():
        for each in file.fppe:
            if each.concluded is None and day.come(each.starts) and not each.method.strip():
                message = f"{_called(each)} says not how it is done."
                remedy = (
                    "Enter its criteria, how it is monitored, what ends it, and when somebody from outside reviews."
                )
                yield found(line, file.id, message, remedy, table="fppe", record=each.id)


def acted(file: File, day: Judging) -> Found:
    """An ongoing evaluation that ended in focused review, and no evaluation for cause that began in its period, as the concern came
    up, or since."""
    for line in day.lines("CONCERN_FPPE")[:1] if file.is_staff else ():
        opened = [each.starts for each in file.fppe if each.sort == FOR_CAUSE]
        for each in file.oppe:
            if each.result != FOCUSED or not each.reviewed or not day.come(each.reviewed):
                continue
            if not any(starts >= each.starts for starts in opened):
                message = f"The OPPE reviewed {told(each.reviewed)} ended in focused review, and none for cause was opened in its "
                message += "period or since."
                remedy = "Open the evaluation for cause with its plan, or correct the conclusion."
                yield found(line, file.id, message, remedy, table="oppe", record=each.id)


def ongoing(file: File, day: Judging) -> Found:
    """From one review to the next; of who holds privileges since then."""
    lines = day.lines("OPPE_INT") if file.is_staff else ()
    held = [each for each in file.held if day.come(each.starts)] if lines else []
    if not any(each.ends is None or not day.over(each.ends) for each in held):
        return
    reviews = [each.reviewed for each in file.oppe if each.reviewed and day.come(each.reviewed)]
    last = max(reviews, default=None) or min(each.starts for each in held)
    if crossed := day.worst(lines, lambda line: line.good_until(last)):
        what = (
            f"The last OPPE was reviewed {told(last)}"
            if reviews
            else f"No OPPE since the first privilege, {told(last)}"
        )
        message = f"{what}; {crossed[0].said}."
        yield found(
            crossed[0], file.id, message, "Review the period that ended, and record its conclusion.", crossed[1]
        )


def holes(file: File, day: Judging) -> Found:
    """From one review to the next in the newest term: that it took too long is told, also once the next one was made."""
    blocking = [line for line in day.lines("OPPE_INT") if line.severity == BLOCK] if file.is_staff else []
    reviews = sorted(each.reviewed for each in file.oppe if each.reviewed and day.come(each.reviewed))
    begun = next((each.starts for each in file.appointments if each.starts), None)
    for line in blocking[:1]:
        for before, after in pairwise(reviews):
            if after > line.good_until(before) and (begun is None or after >= begun):
                message = f"No OPPE was reviewed from {told(before)} to {told(after)}; {line.said}."
                yield found(line, file.id, message, "It cannot be mended: keep on the file why.", severity=INFO)


RULES = (opened, concluded, planned, acted, ongoing, holes)
