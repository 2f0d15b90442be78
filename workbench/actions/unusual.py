"""What is wrong with a verification, and what is only unusual about it: kept with a reason, and not without one."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.records.application import Reference
from workbench.records.credential import Credential
from workbench.records.days import last_day_of
from workbench.records.elements import ELEMENTS, OF_SOURCES
from workbench.records.provider import Provider
from workbench.records.texts import day
from workbench.records.verification import AS_STATED, DIFFERS, VerificationSource
from workbench.records.words import within

KEPT = "Say why under Reason, and it is kept."
LISTED = "Dated source list"
"""The one way by which one result holds for several: the DEA's file, the NPDB's list of those enrolled."""


def problems_of(found: Sequence[Credential], look: Any, today: date) -> Iterator[Problem]:
    """What keeps a look at these credentials from being recorded."""
    yield from _of_look(look, today)
    if any(each.past for each in found):
        yield Problem("verified", "An earlier term is among them; a verification is of the current term.")
    if len(found) > 1 and look.method != LISTED:
        said = f"One result is recorded for several only from a dated list that names each of them ({LISTED})."
        yield Problem("method", f"{said} Else look each up.")
    yield from _of_result(found, look)
    if look.reason or not look.on or not look.source:
        return
    yield from _of_delay(look, today)
    for each in found:
        if each.issued and look.on < each.issued:
            yield Problem(
                "verified", f"{each.title or each.number} was issued {day(each.issued)}, after that day. {KEPT}"
            )
    for element in sorted({each.sort.key if each.sort.key in OF_SOURCES else "other" for each in found}):
        yield from _of_source(look.source, element)


def renews(credential: Credential, look: Any) -> bool:
    """Whether a look found it as stated but for a later end than the file says: the credential was renewed."""
    found = look.expires if look.result == AS_STATED and not credential.lifetime else None
    return bool(found and credential.expires and found > credential.expires)


def _of_result(found: Sequence[Credential], look: Any) -> Iterator[Problem]:
    """What is not as stated, though that is chosen; and what differs, without a word of what that is."""
    for each in found:
        shorter = look.expires and each.expires and not each.lifetime and look.expires < each.expires
        if look.result == AS_STATED and shorter:
            said = f"It shows {day(look.expires)}, and the file says {day(each.expires)}: that is “{DIFFERS}”."
            yield Problem("result", f"{said} Nobody counts on it longer than its source shows.")
    if look.result == DIFFERS and not (look.remark or look.expires or look.standing or look.discipline):
        yield Problem("remark", "Say what differs.")


def problems_of_other(element: str, about: Any, look: Any, today: date) -> Iterator[Problem]:
    """The same of an element that is no credential."""
    yield from _of_look(look, today)
    if element not in OF_SOURCES:
        yield Problem("element", f"“{element}” is none of {', '.join(OF_SOURCES)}.")
    if look.reason or not look.on or not look.source:
        return
    yield from _of_delay(look, today)
    begun = last_day_of(getattr(about, "started", "") or "")
    if begun and look.on < begun:
        yield Problem("verified", f"It had not begun on {day(look.on)}. {KEPT}")
    yield from _of_source(look.source, element)


def source_called(name: str) -> VerificationSource | None:
    """The office's source of a name."""
    return VerificationSource.get_or_none(VerificationSource.name == name)


def person_of(about: Any) -> Provider:
    """Whom a record is about."""
    if isinstance(about, Provider):
        return about
    return about.application.provider if isinstance(about, Reference) else about.provider


def _of_look(look: Any, today: date) -> Iterator[Problem]:
    if not look.on:
        yield Problem("verified", "Say on which day it was verified.")
    elif look.on > today:
        yield Problem("verified", "That day is still to come; a verification is of what was seen.")
    if not look.source:
        yield Problem("source", "Say where it was verified.")


def _of_delay(look: Any, today: date) -> Iterator[Problem]:
    if look.on < today:
        said = f"It was seen on {day(look.on)} and is recorded today: say why it was not recorded then."
        yield Problem("reason", said)


def _of_source(name: str, element: str) -> Iterator[Problem]:
    """A source that the office does not accept for an element; which it does is said."""
    source = source_called(name)
    if source is not None and source.accepted_as(element):
        return
    accepted = [str(each.name) for each in VerificationSource.select().order_by(VerificationSource.position)
                if each.accepted_as(element)]  # fmt: skip
    called = within(ELEMENTS.get(element, element))
    if element == "other" or not accepted:  # the office names no source for it, so it cannot be another one
        return
    first = f"“{name}” is not among the office's sources of a {called}: {', '.join(accepted[:3])}. "
    yield Problem("source", first + KEPT)
