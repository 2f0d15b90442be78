"""Terms: of appointments, of privileges, and how long ago the staff last looked at a member."""

from datetime import date
from typing import Any

from workbench.records.days import months_on
from workbench.records.texts import day as told
from workbench.rules import standards
from workbench.rules.judging import Found, Judging, found
from workbench.rules.standing import File

AHEAD = 12
"""Months: nobody decides longer before a term begins."""
_GRANTED = "Enter the term as the board granted it, or end the membership."


def appointments(file: File, day: Judging) -> Found:
    """The newest term at each facility: there, with its days, not longer than is allowed, and not gone by."""
    seen: set[Any] = set()
    if file.is_staff and not file.appointments:
        for line in day.lines("APPT_MAX")[:1]:
            yield found(line, file.id, "No appointment is on file.", _GRANTED)
    for each in file.appointments if file.is_staff else ():
        if each.facility in seen:
            continue
        seen.add(each.facility)
        decided, state = _decided(each, file, day), each.facility_state or ""
        lines = day.lines_of("APPT_MAX", decided or each.starts or day.on, state) or day.lines("APPT_MAX", state=state)
        shortest = standards.shortest_term(lines, each.starts, decided) if each.starts else None
        for line in (shortest[1],) if shortest else lines[:1]:
            last = shortest[0] if shortest else date.max
            since = f", from the decision of {told(decided)}" if decided and line.row.from_decision else ""
            at = f" at {each.facility_name}" if each.facility_name and len(file.appointments) > 1 else ""
            if each.starts is None and each.ends is None:
                message = f"The appointment{at} has no days: nobody can say whether it runs."
                yield found(line, file.id, message, _GRANTED, table="appointment", record=each.id)
            elif each.ends and each.ends > last:
                message = (
                    f"The term{at} to {told(each.ends)} is longer than {line.said}{since}: that ends {told(last)}."
                )
                remedy = f"Reappoint by {told(last)}, and correct the end of the term."
                yield found(line, file.id, message, remedy, table="appointment", record=each.id)
            elif day.over(min(last, each.ends or date.max)):
                message = f"The appointment{at} ended {told(each.ends or last)}, and no next term is on file."
                remedy = "Bring the reappointment to the board, or end the membership."
                yield found(line, file.id, message, remedy, table="appointment", record=each.id)


def _decided(term: Any, file: File, day: Judging) -> date | None:
    """When a term was decided on: the newest decision at its facility, unless it is of an earlier term."""
    days = [
        each.decided for each in file.decisions if each.facility in (None, term.facility) and day.come(each.decided)
    ]
    newest = max(days, default=None)
    return newest if newest and term.starts and newest >= months_on(term.starts, -AHEAD) else None


def privileges(file: File, day: Judging) -> Found:
    """Privileges that are held: with an end, within the longest term, and no longer than the appointment."""
    lines = day.lines("PRIV_MAX")
    if not lines or not file.held:
        return
    ends = {each.facility: each.ends for each in reversed(file.appointments)}
    wrong: dict[str, list[Any]] = {}
    for row in file.held:
        if not day.come(row.starts) or (row.ends and day.over(row.ends)):
            continue
        until = ends.get(row.facility) or max((each for each in ends.values() if each), default=None)
        longest = next((each for each in day.lines_of("PRIV_MAX", row.starts) if each.row.limit), None)
        if row.ends is None:
            wrong.setdefault("no end is recorded", []).append(row)
        elif longest and row.ends > longest.last_day_of_term(row.starts):
            wrong.setdefault(f"longer than {longest.said}", []).append(row)
        elif until and row.ends > until:
            wrong.setdefault(f"beyond the appointment, which ends {told(until)}", []).append(row)
    for what, rows in wrong.items():
        names = rows[0].name if len(rows) == 1 else f"{len(rows)} privileges, {rows[0].name} among them"
        message = f"{names}: {what}."
        remedy = "Bring the end of the privileges to that of the appointment."
        yield found(lines[0], file.id, message, remedy, table="held_privilege", record=rows[0].id)


def appraisal(file: File, day: Judging) -> Found:
    """The last time the staff looked: an evaluation that was reviewed, or the beginning of a term."""
    lines = day.lines("APPRAISAL_24") if file.is_staff else ()
    looks = [each.reviewed or each.ends for each in file.oppe] + [each.starts for each in file.appointments]
    known = [each for each in looks if each and day.come(each)] if lines else []
    if not known:
        return
    last = max(known)
    if crossed := day.worst(lines, lambda line: line.good_until(last)):
        message = f"The last appraisal was {told(last)}; {crossed[0].said}."
        yield found(crossed[0], file.id, message, "Evaluate the practice, or bring the reappointment.", crossed[1])


RULES = (appointments, privileges, appraisal)
