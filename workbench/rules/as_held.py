"""A committee as it stood at a meeting: its name, its quorum rule and its seats, kept with the meeting from the first attendance on.

Bylaws change, and members come and go: what the minutes of a meeting say of votes and of the quorum stays as it was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from workbench.records.meeting import Meeting
from workbench.rules import quorum
from workbench.rules.quorum import Member, Members

_DAYS = ("starts", "ends")
_OF_TODAY = ("provider", "email", "gone", "for_provider")
"""What a seat says of a person is as the person's file has it now: where mail goes, and whose file it is after two were joined, that
of whom an alternate stands in for as well."""


@dataclass(frozen=True)
class Body:
    """What a meeting must know of its committee."""

    name: str
    short: str
    level: str
    quorum_rule: str
    quorum: int
    quorum_basis: str


def committee(meeting: Meeting) -> Body:
    """The committee as it stood at a meeting; of one that nobody has come to yet, as it is now."""
    return Body(**json.loads(meeting.as_held)["committee"]) if meeting.as_held else _now(meeting.committee)  # type: ignore[arg-type]


def members(meeting: Meeting) -> Members:
    """All seats of the committee, past and to come, as they stood at a meeting; of one that nobody has come to yet, as they are now."""
    now = quorum.members_of(meeting.committee_id)  # type: ignore[attr-defined]
    if not meeting.as_held:
        return now
    by_seat = {each.seat: each for each in now}
    kept = [_member(values, by_seat.get(values["seat"])) for values in _seats(meeting.as_held)]  # type: ignore[arg-type]
    files = {each.seat: each.provider for each in kept}
    return tuple(replace(each, for_provider=files.get(each.stands_in_for or 0)) for each in kept)


def written(meeting: Meeting) -> str:
    """The committee and its seats as they are now, as a meeting keeps them."""
    return _kept(meeting, _now(meeting.committee))


def reseated(meeting: Meeting) -> str:
    """The seats as they are now under the name and the quorum rule that the meeting keeps."""
    return _kept(meeting, committee(meeting))


def differs(meeting: Meeting) -> bool:
    """Whether the committee or its seats are otherwise now than the meeting keeps them."""
    return seats_differ(meeting) or (bool(meeting.as_held) and committee(meeting) != _now(meeting.committee))


def seats_differ(meeting: Meeting) -> bool:
    """Whether the committee's seats are otherwise now than the meeting keeps them, however they were written down."""
    if not meeting.as_held:
        return False
    then, now = ({_member(each, None) for each in _seats(text)} for text in (meeting.as_held, written(meeting)))  # type: ignore[arg-type]
    return then != now


def _kept(meeting: Meeting, body: Body) -> str:
    seats = [_own(asdict(each)) for each in quorum.members_of(meeting.committee_id)]  # type: ignore[attr-defined]
    whole = {"committee": asdict(body), "seats": seats}
    return json.dumps(whole, ensure_ascii=False, default=date.isoformat)


def _seats(text: str) -> list[dict[str, Any]]:
    """The seats that a meeting keeps, without what is of today."""
    return [_own(each) for each in json.loads(text)["seats"]]


def _own(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _OF_TODAY}


def _now(committee: Any) -> Body:
    return Body(**{each.name: getattr(committee, each.name) for each in fields(Body)})


def _member(values: dict[str, Any], now: Member | None) -> Member:
    days = {name: date.fromisoformat(values[name]) if values[name] else None for name in _DAYS}
    kept = Member(**{**values, **days})
    return replace(kept, **{name: getattr(now, name) for name in _OF_TODAY}) if now else kept
