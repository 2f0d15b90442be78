"""Decisions and actions against privileges: who must be told, what must be reported, and how much notice a hearing takes."""

from datetime import date, timedelta
from typing import Any

from workbench.records.conduct import SURRENDER
from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.records.texts import day as told
from workbench.rules.judging import DAY, INFO, Found, Judging, found
from workbench.rules.standards import Line
from workbench.rules.standing import File
from workbench.store import history

REPORTED = frozenset({"Physician", "Dentist"})
"""Of whom an action must be reported; of others it may be."""
LONG = timedelta(days=30)
"""An action that lasts longer is reportable."""
LOOKS_BACK = 12
"""Months: whoever audits delegated files looks at those of a year, and at a letter of that time that went out late."""


def notice(file: File, day: Judging) -> Found:
    """A decision of the board of which the applicant was not told, or too late, by the limits of the day of the decision."""
    for each in file.decided:
        if each.outcome == "Withdrawn" or not day.come(each.decided):
            continue
        lines = day.lines_of("DECISION_NOTICE", each.decided)
        if each.told and day.come(each.told):
            yield from _told_late(each, lines, file, day)
        elif crossed := day.worst(lines, lambda line: line.good_until(each.decided)):  # noqa: B023
            if each.decided < day.letters_since:
                yield from _not_kept(each, crossed[0], file, day)
                continue
            message = f"The {each.sort.lower()} was decided {told(each.decided)}; no letter in {crossed[0].said}."
            remedy = "Send the decision, and enter the day; of a denial with its reason."
            yield found(crossed[0], file.id, message, remedy, crossed[1], application=each.id)


def letters_since(policy: Policy) -> date:
    """The day from which on the office keeps when it told somebody of a decision: its setting, else the day on which it began. What
    was decided before has no such day on record, and that is no lapse."""
    return date.fromisoformat(policy.letters_since) if policy.letters_since else history.begun()


def _not_kept(each: Any, line: Line, file: File, day: Judging) -> Found:
    """It is said for a year: nobody can tell any more whether the letter went out."""
    if not day.over(months_on(each.decided, LOOKS_BACK)):
        message = f"The {each.sort.lower()} was decided {told(each.decided)}; the day of its letter was not kept: this office keeps it "
        message += f"since {told(day.letters_since)}."
        remedy = "If the letter is at hand, enter its day; it is counted as no lapse."
        yield found(line, file.id, message, remedy, severity=INFO, application=each.id)


def _told_late(each: Any, lines: tuple[Line, ...], file: File, day: Judging) -> Found:
    """It is told for a time from its sending, and cannot be mended."""
    missed = next((line for line in lines if each.told > line.good_until(each.decided)), None)
    if missed and not day.over(months_on(each.told, LOOKS_BACK)):
        message = f"The {each.sort.lower()} was decided {told(each.decided)}; the letter went out {told(each.told)}, "
        message += f"and was due {told(missed.good_until(each.decided))}: {missed.said}."
        remedy = "It cannot be mended: keep on the file why it was late."
        yield found(missed, file.id, message, remedy, severity=INFO, application=each.id)


def reports(file: File, day: Judging) -> Found:
    """An action of more than 30 days against a physician or dentist, or a surrender under investigation."""
    for each in file.adverse:
        reportable = _reportable(each, file)
        for line in day.lines("ADV_NPDB")[:1] if reportable and day.come(reportable) else ():
            due = line.good_until(reportable)  # type: ignore[arg-type]
            if each.reported is not None and each.copied is not None:
                yield from _late(each, due, line, file)
                continue
            what = "no copy went to the state board" if each.reported else "it is not reported"
            late = day.over(due)
            message = f"{each.sort} of {told(each.imposed)}: {what}; due {told(due)}."
            remedy = "Report it to the NPDB, send the copy to the state licensing board, and enter both days."
            yield found(
                line, file.id, message, remedy, None if late else due + DAY, "" if late else "warn",
                table="adverse_action", record=each.id,
            )  # fmt: skip


def _late(each: Any, due: date, line: Line, file: File) -> Found:
    """What was done at last, and too late, is told."""
    done = max(each.reported, each.copied)
    if done > due:
        message = f"{each.sort} of {told(each.imposed)}: reported and copied by {told(done)}, and due {told(due)}."
        remedy = "It cannot be mended: keep on the file why it was late, and ask counsel what follows."
        yield found(line, file.id, message, remedy, severity=INFO, table="adverse_action", record=each.id)


def _reportable(each: Any, file: File) -> Any:
    """Since when an action has to be reported; None if it has not."""
    if not each.professional or file.person.provider_type not in REPORTED:
        return None
    if each.sort == SURRENDER:
        return each.imposed
    if each.lifted and each.lifted < each.imposed + LONG:
        return None
    return each.imposed + LONG if each.summary else each.imposed


def suspensions(file: File, day: Judging) -> Found:
    """The days of a summary suspension while it lasts: from the 15th it takes notice, from the 31st it is reportable."""
    for each in file.adverse:
        if not each.summary or not day.come(each.imposed) or (each.lifted and day.over(each.lifted)):
            continue
        of: dict[str, Any] = {"table": "adverse_action", "record": each.id}
        for line in day.lines("SUSP_14")[:1] if each.noticed is None else ():
            last = _nth(each, line.limit)
            if day.over(last):
                message = f"The summary suspension of {told(each.imposed)} passed {line.row.said} without notice of a hearing."
                yield found(line, file.id, message, "Send the notice with the right to a hearing, or lift it.", **of)
        for line in day.lines("SUSP_30")[:1] if each.professional else ():
            last = _nth(each, line.limit)
            if day.over(last):
                message = f"The summary suspension of {told(each.imposed)} passed {line.row.said}: it is reportable."
                yield found(line, file.id, message, "Report it within 30 days of its day 31.", **of)


def _nth(each: Any, days: int) -> Any:
    """The n-th day of an action; the day it is imposed is the first."""
    return each.imposed + timedelta(days=days - 1)


def hearings(file: File, day: Judging) -> Found:
    """Thirty days to ask for a hearing, and thirty from its notice to its day."""
    for each in file.adverse:
        for line in day.lines("HEARING_30")[:1]:
            for start, end, what in (
                (each.noticed, each.request_by, "to ask for a hearing"),
                (each.hearing_noticed, each.hearing, "from the notice to the hearing"),
            ):
                if start and end and day.come(start) and end < line.good_until(start):
                    message = f"{told(start)} to {told(end)} leaves {(end - start).days} days {what}; {line.row.said}, {line.citation}."
                    remedy = f"Give time until {told(line.good_until(start))} at least."
                    yield found(line, file.id, message, remedy, table="adverse_action", record=each.id)


def offered(file: File, day: Judging) -> Found:
    """An action against privileges without notice of the right to a hearing; of a summary one the days are counted, and what
    somebody gave up is no action to be heard about."""
    for line in day.lines("HEARING_OFFER")[:1]:
        for each in file.adverse:
            if each.summary or each.sort == SURRENDER or each.noticed or not day.come(each.imposed):
                continue
            message = f"{each.sort} of {told(each.imposed)}: no notice of the right to a hearing is on file."
            remedy = "Send what is proposed, why, and until when a hearing can be asked for; enter the day."
            yield found(line, file.id, message, remedy, table="adverse_action", record=each.id)


RULES = (notice, reports, suspensions, hearings, offered)
