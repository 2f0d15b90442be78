"""What must be in force today: licenses, registrations, coverage, cards; and what was seen of them at the source."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from workbench.records.elements import listed
from workbench.records.texts import day as told
from workbench.records.verification import NOT_FOUND
from workbench.rules import seen
from workbench.rules.catalog import EXPIRES
from workbench.rules.entitled import entitles, is_underlying
from workbench.rules.judging import WARN, Found, Judging, found
from workbench.rules.standards import Line
from workbench.rules.standing import File

_REMEDIES = {
    "license": "Verify the renewal at the primary source before privileges continue.",
    "liability": "Ask for the certificate of the renewal.",
    "board": "Ask the board, and the person; certification alone does not decide.",
}


def expirations(file: File, day: Judging) -> Found:
    """Each current credential against its end, as the file says or its source showed, and against the notice before it."""
    if not file.is_staff:
        return
    found_ends = seen.found_ends(file.verifications, day.on)
    for each in file.credentials:
        rule, ends = EXPIRES.get(each.sort_key), seen.end_of(each, found_ends)
        lines = day.lines(rule) if rule and not each.lifetime else ()
        severity = WARN if lines and each.sort_key == "license" and not is_needed(each, file, day) else ""
        if ends is None:
            if lines and each.sort_key in _WITH_AN_END:
                message = f"{called(each)} has no end on file: nobody can say whether it runs."
                remedy = "Look it up at its source, and enter until when it is good, or that it never ends."
                yield found(lines[0], file.id, message, remedy, severity=severity, credential=each.id)
            continue
        crossed = day.worst(lines, lambda line: _last(line, ends)) if lines else None  # noqa: B023
        if crossed is not None:
            line, worse = crossed
            shown = "" if ends == each.expires else ", as its source showed"
            message = f"{called(each)} {'ended' if day.on > ends else 'ends'} {told(ends)}{shown}."
            remedy = _REMEDIES.get(each.sort_key, "Renew it here once its source shows the new date.")
            yield found(line, file.id, message, remedy, worse, severity, each.id)


def standings(file: File, day: Judging) -> Found:
    """Each license and registration on which nobody may practice, though its term runs: the worst where no other one is held."""
    for each in file.credentials if file.is_staff else ():
        ended = each.expires is not None and not each.lifetime and day.over(each.expires)
        if entitles(each) or each.sort_key not in _PRACTICED_ON or ended:
            continue
        for line in day.lines(EXPIRES[each.sort_key])[:1]:
            others = any(row.state == each.state and entitles(row) for row in file.of_sort(each.sort_key))
            elsewhere = each.sort_key == "license" and not is_needed(each, file, day)
            message = f"{called(each)} is {each.standing.lower()} where it was issued."
            remedy = "Ask where it was issued, and stop what rests on it; record what is found."
            severity = WARN if others or elsewhere else ""
            yield found(line, file.id, message, remedy, severity=severity, credential=each.id)


_PRACTICED_ON = ("license", "dea", "cds")
_WITH_AN_END = (*_PRACTICED_ON, "liability")
"""Sorts that somebody grants for a time; a card and a certificate may have none."""


def _last(line: Line, ends: date) -> date:
    """An early line counts backwards from the end."""
    return ends - timedelta(days=line.limit) if line.row.limit is not None else ends


def licenses(file: File, day: Judging) -> Found:
    """Each license that is needed: seen at the board in some term, and its renewal before the old term was over."""
    if not file.is_staff:
        return
    for each in file.credentials:
        if each.sort_key != "license" or not is_needed(each, file, day):
            continue
        before, first = earlier(each, file), first_seen(each, file)
        looked = first is not None and day.come(first)
        if not looked and not any(day.come(former) for former in _seen_before(each, file)):
            for line in day.lines("LIC_PSV")[:1]:
                message = f"{called(each)} is stated, and nobody saw it at the source."
                yield found(line, file.id, message, "Look it up at the board and record it.", credential=each.id)
        if before is not None and (first is None or first > before) and day.over(before):
            yield from _late(each, before, first if looked else None, file, day)


def first_seen(each: Any, file: File) -> date | None:
    """The day on which a term was seen at a source first: a later look does not make the first one late."""
    if each.verified is None:
        return None
    looks = [row.done for row in file.verifications if row.credential == each.id and row.result != NOT_FOUND]
    return min([each.verified, *looks])


def _late(each: Any, before: date, first: date | None, file: File, day: Judging) -> Found:
    """A renewal that nobody had seen when the old term was over; a reason on record leaves it to be told."""
    for line in day.lines("LIC_PSV_AT_EXP")[:1]:
        if first is not None:
            explained = any(row.credential == each.id and row.reason.strip() for row in file.verifications)
            message = f"{called(each)} was verified {told(first)}, after the earlier term ended {told(before)}."
            remedy = "Record why with the verification, and who knew meanwhile."
            yield found(line, file.id, message, remedy, severity=WARN if explained else "", credential=each.id)
        else:
            message = f"{called(each)}: the earlier term ended {told(before)}, and the renewal is not verified."
            yield found(line, file.id, message, "Look the renewal up at the board and record it.", credential=each.id)


def earlier(each: Any, file: File) -> date | None:
    """The newest end of an earlier term of a license, by its state and number."""
    return max((row.expires for row in _terms_before(each, file)), default=None)


def _terms_before(each: Any, file: File) -> list[Any]:
    return [
        row
        for row in file.former
        if row.expires and (row.state, row.number.casefold()) == (each.state, each.number.casefold())
        and (each.expires is None or row.expires < each.expires)
    ]  # fmt: skip


def _seen_before(each: Any, file: File) -> list[date]:
    """When its earlier terms were seen at a source first; a renewal says nothing of a license that nobody ever saw."""
    looks = [first_seen(row, file) for row in _terms_before(each, file)]
    return sorted(look for look in looks if look is not None)


def sources(file: File, day: Judging) -> Found:
    """The newest verification of each current credential: at a source that is accepted for its element."""
    lines = day.lines("PSV_SOURCE") if file.verifications else ()
    current = {each.id: each for each in file.credentials} if lines else {}
    for row in _newest_looks(file, current, day):
        accepted = row.element in (*listed(row.primary), *listed(row.equivalent))
        if not accepted and row.element != "other":
            what = called(current[row.credential])
            message = f"{what} was verified by “{row.source_name}”, which is not accepted for it."
            remedy = "Look it up at a source that is, or enter for what the office accepts this one."
            yield found(lines[0], file.id, message, remedy, credential=row.credential)


def _newest_looks(file: File, current: Mapping[int, Any], day: Judging) -> Iterator[Any]:
    """Of each of these credentials the newest verification."""
    met: set[int] = set()
    for row in file.verifications if current else ():
        if row.credential in current and row.credential not in met and day.come(row.done):
            met.add(row.credential)
            yield row


def signed(file: File, day: Judging) -> Found:
    """The newest verification of each current credential says who made it."""
    lines = day.lines("PSV_SIGNED") if file.verifications else ()
    current = {each.id: each for each in file.credentials} if lines else {}
    for row in _newest_looks(file, current, day):
        if not row.by.strip():
            message = f"{called(current[row.credential])} was verified {told(row.done)}, and nobody says by whom."
            remedy = "Ask who looked; if nobody knows, look it up again under a name."
            yield found(lines[0], file.id, message, remedy, credential=row.credential)


def dea_state(file: File, day: Judging) -> Found:
    """A registration for another state than the hospital's, and none for it."""
    held = file.of_sort("dea") if file.is_staff else []
    for line in day.lines("DEA_STATE")[:1] if held else ():
        for state in states_of(file, day):
            if not any(each.state in ("", state) for each in held):
                message = f"The DEA registration {held[0].number} is of {held[0].state}, and none is of {state}."
                remedy = (
                    f"Ask whether controlled substances are prescribed in {state}; that takes a registration there."
                )
                yield found(line, file.id, message, remedy, credential=held[0].id)


def is_needed(each: Any, file: File, day: Judging) -> bool:
    """Whether a license is of a state in which the person works here."""
    states = states_of(file, day)
    return (not states or each.state in states) and not is_underlying(each)


def states_of(file: File, day: Judging) -> list[str]:
    """The states in which a person works here: those of the facilities of the appointments that are not over, of one without a
    state and of an applicant the office's."""
    if day.states is None:
        day.states = _states_of(file, day)
    return day.states


def _states_of(file: File, day: Judging) -> list[str]:
    terms = [row for row in file.appointments if row.ends is None or row.ends >= day.on] or list(file.appointments)[:1]
    asked = [each.application for each in file.applications if each.application is not None]
    at = [row.facility_state or day.policy.state for row in (*terms, *asked)] or [day.policy.state]
    return sorted({state for state in at if state})


def called(each: Any) -> str:
    """“State license IL 036-119204”; what no state issues by its title too: “Board certification Cardiology 284410”."""
    what = each.number or each.title if each.state else f"{each.title} {each.number}".strip()
    return " ".join(part for part in (each.sort_name, each.state, what) if part)


RULES = (expirations, standings, licenses, sources, signed, dea_state)
