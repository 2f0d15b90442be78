"""Invitations, read back by icalendar: the right moment on both sides of a change of clocks, the same number, nothing confidential."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from workbench.errors import WorkbenchError
from workbench.papers import time_zone
from workbench.papers.invitation import Invitation, Invited, address, ics, span

SENT = datetime(2026, 10, 1, 15, 0, tzinfo=UTC)
OFFICE = Invited("Alvarez, Rosa", "rosa@example.org", needed=False)
PLAIN = Invitation(
    uid="6f1c-uid",
    sequence=0,
    committee="Credentials Committee",
    held=date(2026, 11, 3),
    starts="07:30",
    length=90,
    place="Board Room, 2nd floor; west",
    zone="America/Chicago",
    hospital="St. Example Hospital",
    cancelled=False,
    sent=SENT,
    organizer=OFFICE,
    attendees=(Invited("Núñez, José", "jose@example.org"), OFFICE),
)


def read(invitation: Invitation) -> tuple[icalendar.Calendar, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(ics(invitation))
    assert not calendar.errors and not calendar.events[0].errors
    return calendar, calendar.events[0]


@pytest.mark.parametrize(
    ("held", "utc"),
    [
        (date(2026, 10, 27), datetime(2026, 10, 27, 12, 30, tzinfo=UTC)),  # daylight saving time: five hours
        (date(2026, 11, 3), datetime(2026, 11, 3, 13, 30, tzinfo=UTC)),  # two days after it ended: six
        (date(2027, 3, 9), datetime(2027, 3, 9, 13, 30, tzinfo=UTC)),
        (date(2027, 3, 16), datetime(2027, 3, 16, 12, 30, tzinfo=UTC)),
    ],
)
def test_the_moment_is_right_on_both_sides_of_a_change_of_clocks(held, utc):
    _, event = read(replace(PLAIN, held=held))
    assert event.start.astimezone(UTC) == utc
    assert event.end - event.start == timedelta(minutes=90)
    assert event["DTSTART"].params["TZID"] == "America/Chicago"


@pytest.mark.parametrize("zone", ["America/Chicago", "America/New_York", "America/Anchorage", "Europe/Berlin"])
def test_the_zone_told_is_the_zone_at_every_hour_around_its_changes(zone):
    """By the component alone, as a calendar that knows no zones would reckon: RFC 5545's onsets, applied by hand."""
    told, known = time_zone.component(zone, 2026), time_zone.zone_called(zone)
    rules = [(each["TZOFFSETFROM"].td, each["TZOFFSETTO"].td, onsets(each)) for each in told.subcomponents]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at < datetime(2029, 1, 1, tzinfo=UTC):
        begun = [(onset - before, after) for before, after, days in rules for onset in days]
        latest = max((each for each in begun if each[0] <= at.replace(tzinfo=None)), key=lambda each: each[0])
        assert latest[1] == at.astimezone(known).utcoffset(), at
        at += timedelta(hours=7)


def onsets(observance) -> list[datetime]:
    """The local moments at which an observance begins: its rule is the n-th weekday of a month."""
    first, rule = observance["DTSTART"].dt, observance.get("RRULE")
    if rule is None:
        return [first]
    place, weekday = int(rule["BYDAY"][0][:-2]), ("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(rule["BYDAY"][0][-2:])
    found = []
    for year in range(first.year, 2030):
        days = [first.replace(year=year, month=rule["BYMONTH"][0], day=1) + timedelta(days=n) for n in range(31)]
        days = [day for day in days if day.month == rule["BYMONTH"][0] and day.weekday() == weekday]
        found.append(days[place - 1 if place > 0 else place])
    return found


def test_a_change_is_told_by_one_rule_each_as_outlook_wants_it():
    text = ics(PLAIN).decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text and "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text
    assert "DTSTART:20250309T020000" in text  # local time by the offset before, RFC 5545


def test_a_zone_without_changes_has_one_offset():
    (only,) = time_zone.component("America/Phoenix", 2026).subcomponents
    assert only["TZOFFSETFROM"].td == only["TZOFFSETTO"].td == timedelta(hours=-7)


def test_a_meeting_over_the_change_lasts_its_minutes():
    begins, ends = span(replace(PLAIN, held=date(2026, 11, 1), starts="00:30", length=120))
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(minutes=120)
    assert (ends.hour, ends.minute) == (1, 30)


def test_it_names_the_committee_the_place_and_who_is_asked():
    calendar, event = read(PLAIN)
    assert calendar["METHOD"] == "REQUEST"
    assert (event["UID"], event["SEQUENCE"], str(event["SUMMARY"])) == ("6f1c-uid", 0, "Credentials Committee")
    assert str(event["LOCATION"]) == "Board Room, 2nd floor; west"
    assert str(event["ORGANIZER"]) == "mailto:rosa@example.org"
    first, second = event["ATTENDEE"]
    assert (str(first), first.params["CN"], first.params["ROLE"]) == (
        "mailto:jose@example.org",
        "Núñez, José",
        "REQ-PARTICIPANT",
    )
    assert second.params["ROLE"] == "OPT-PARTICIPANT"


def test_a_cancelled_meeting_is_called_off_under_the_same_number():
    calendar, event = read(replace(PLAIN, cancelled=True, sequence=3))
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"], event["UID"]) == (
        "CANCEL",
        "CANCELLED",
        3,
        "6f1c-uid",
    )
    assert not event.alarms.times and not [part for part in event.walk("VALARM")]


def test_without_an_organizer_nobody_is_asked_to_answer():
    calendar, event = read(replace(PLAIN, organizer=None))
    assert calendar["METHOD"] == "PUBLISH" and "ATTENDEE" not in event and "ORGANIZER" not in event


def test_a_zone_nobody_knows_and_a_meeting_without_a_time_are_said():
    with pytest.raises(WorkbenchError, match="“Mars/Olympus” is not known"):
        ics(replace(PLAIN, zone="Mars/Olympus"))
    with pytest.raises(WorkbenchError, match="does not know its time zone"):
        ics(replace(PLAIN, zone=""))
    with pytest.raises(WorkbenchError, match="no time of day"):
        ics(replace(PLAIN, starts=""))


def test_the_invitation_says_by_whose_clock_it_begins():
    _, event = read(replace(PLAIN, zone="America/New_York"))
    assert "Begins at 7:30 am, Eastern time (America/New_York)." in str(event["DESCRIPTION"])


def test_no_line_is_longer_than_calendars_read():
    long = replace(PLAIN, place="Überlange Straße " * 30)
    assert all(len(line) <= 75 for line in ics(long).split(b"\r\n"))
    assert str(read(long)[1]["LOCATION"]) == long.place


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("ann@example.org", "ann@example.org"),
        ("Ann Lee <ann@example.org>", "ann@example.org"),
        ("ann", ""),
        ("ann@local", ""),
        ("", ""),
        ("a b@example.org", ""),
    ],
)
def test_an_address_is_read_as_people_write_it(written, read_as):
    assert address(written) == read_as
