"""A time zone as calendars want it told: its offsets and the rule by which they change, from the zone's own history.

Written by us, not by icalendar: its lists of single days are an hour late at each change (RFC 5545, 3.6.5 counts them by the
offset before), and Outlook follows one rule a year, not lists.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from workbench.errors import WorkbenchError

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AHEAD = 5
"""Years over which a rule must hold to be called one."""


@dataclass(frozen=True)
class Change:
    """A moment at which the clocks change."""

    at: datetime
    """Local time by the offset before."""
    before: timedelta
    after: timedelta
    name: str
    daylight: bool


def zone_called(name: str) -> ZoneInfo:
    """The zone of that name; raises WorkbenchError if there is none, or nobody knows it."""
    if not name:
        raise WorkbenchError(
            "The office does not know its time zone, so nobody can be invited. Nothing was written. "
            "Enter it in Settings, as Eastern or America/New_York."
        )
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WorkbenchError(
            f"The time zone “{name}” is not known. Nothing was written. Choose one like America/Chicago in Settings."
        ) from error


def component(name: str, year: int) -> Timezone:
    """The VTIMEZONE of a zone, true from the year before on; raises WorkbenchError for a zone nobody knows."""
    zone = zone_called(name)
    made = Timezone()
    made.add("TZID", name)
    changes = list(_changes(zone, year - 1, year + _AHEAD))
    sorts = {each.daylight: [one for one in changes if one.daylight == each.daylight] for each in changes}
    for sort in sorts.values():
        made.add_component(_observance(sort))
    if not sorts:
        made.add_component(_unchanging(zone, year))
    elif len(sorts) == 1:  # it changed for good in these years: what held before is told as well
        made.add_component(_unchanging(zone, year - 1))
    return made


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while at < end:
        later = at + timedelta(days=1)
        if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            yield _change(zone, at, later)
        at = later


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The change between two moments, found to the minute."""
    old = before.astimezone(zone).utcoffset() or timedelta()
    while after - before > timedelta(minutes=1):
        half = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
        before, after = (half, after) if half.astimezone(zone).utcoffset() == old else (before, half)
    local = after.astimezone(zone)
    return Change(
        (after + old).replace(tzinfo=None), old, local.utcoffset() or old, local.tzname() or "", bool(local.dst())
    )


def _observance(changes: list[Change]) -> TimezoneStandard | TimezoneDaylight:
    first = changes[0]
    made = TimezoneDaylight() if first.daylight else TimezoneStandard()
    made.add("DTSTART", first.at)
    rule = _rule(changes)
    if rule is not None:
        made.add("RRULE", rule)
    elif len(changes) > 1:
        made.add("RDATE", [each.at for each in changes[1:]])
    made.add("TZOFFSETFROM", first.before)
    made.add("TZOFFSETTO", first.after)
    made.add("TZNAME", first.name)
    return made


def _rule(changes: list[Change]) -> vRecur | None:
    """“The second Sunday of March” if all the changes obey it; None if there is no such rule."""
    first = changes[0].at
    if len(changes) <= _AHEAD or len({(each.at.month, each.at.weekday(), each.at.time()) for each in changes}) > 1:
        return None
    if all((each.at + timedelta(days=7)).month != first.month for each in changes):
        place = -1
    elif len({(each.at.day - 1) // 7 for each in changes}) == 1:
        place = (first.day - 1) // 7 + 1
    else:
        return None
    return vRecur(freq="YEARLY", bymonth=first.month, byday=f"{place}{_DAYS[first.weekday()]}")


def _unchanging(zone: ZoneInfo, year: int) -> TimezoneStandard:
    local = datetime(year, 1, 1, tzinfo=zone)
    made = TimezoneStandard()
    made.add("DTSTART", local.replace(tzinfo=None))
    made.add("TZOFFSETFROM", local.utcoffset())
    made.add("TZOFFSETTO", local.utcoffset())
    made.add("TZNAME", local.tzname() or "")
    return made
