"""An invitation to a meeting as calendars read it (.ics). It names the committee, never what lies before it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parseaddr

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from workbench.errors import WorkbenchError
from workbench.papers import time_zone
from workbench.papers.private import veiled
from workbench.records import texts, zones
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.rules import quorum
from workbench.rules.quorum import Member
from workbench.store import history, settings

PRODUCT = "-//Medical Staff Workbench//Committee calendar//EN"
SAID = "Committee of the medical staff. The packet is handed out separately and is confidential."
OPTIONAL = frozenset({"Alternate", "Staff"})


@dataclass(frozen=True)
class Invited:
    """Somebody who is asked to come."""

    name: str
    email: str
    needed: bool = True


@dataclass(frozen=True)
class Invitation:
    """All that an invitation says."""

    uid: str
    """The same for a meeting whatever becomes of it: by it a calendar moves or deletes what it holds."""
    sequence: int
    """How often it was sent before."""
    committee: str
    held: date
    starts: str
    """“07:30” by the hospital's clock."""
    length: int
    """Minutes."""
    place: str
    zone: str
    hospital: str
    cancelled: bool
    sent: datetime
    """When it is sent, with a time zone."""
    organizer: Invited | None
    """Whose invitation it is: answers go there. Without one nobody is asked to answer."""
    attendees: tuple[Invited, ...]
    unreached: tuple[str, ...] = ()
    """Members without an e-mail address."""


def invitation_of(meeting: int, sent: datetime) -> Invitation:
    """The invitation to a meeting as it stands: those whose term runs on its day are asked."""
    found, policy = Meeting.get_by_id(meeting), settings.load(Policy)
    sitting = quorum.sitting(quorum.members_of(found.committee_id), found.held)
    reached = [each for each in sitting if address(each.email)]
    organizer = _organizer(reached, policy)
    return Invitation(
        uid=found.uid,
        sequence=history.highest("meeting", meeting, "sequence"),  # calendars ignore a number they had, undone or not
        committee=found.committee.name,
        held=found.held,
        starts=found.starts,
        length=found.length,
        place=found.place or found.committee.place,
        zone=policy.zone,
        hospital=policy.hospital,
        cancelled=found.state == CANCELLED,
        sent=sent,
        organizer=organizer,
        attendees=tuple(_invited(each) for each in reached),
        unreached=tuple(each.name for each in sitting if not address(each.email)),
    )


def ics(invitation: Invitation) -> bytes:
    """The file that a calendar reads; raises WorkbenchError for a time zone nobody knows."""
    calendar, invitation = Calendar(), veiled(invitation)
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", _method(invitation))
    calendar.add_component(time_zone.component(invitation.zone, invitation.held.year))
    calendar.add_component(_event(invitation))
    return calendar.to_ical()


def span(invitation: Invitation) -> tuple[datetime, datetime]:
    """When it begins and ends, in the hospital's zone; its minutes are counted, whatever the clocks do meanwhile."""
    zone = time_zone.zone_called(invitation.zone)
    begins = datetime.combine(invitation.held, _clock(invitation.starts), zone)
    return begins, (begins.astimezone(UTC) + timedelta(minutes=invitation.length)).astimezone(zone)


def _method(invitation: Invitation) -> str:
    if invitation.cancelled:
        return "CANCEL"
    return "REQUEST" if invitation.organizer else "PUBLISH"


def _event(invitation: Invitation) -> Event:
    event, (begins, ends) = Event(), span(invitation)
    event.add("UID", invitation.uid)
    event.add("SEQUENCE", invitation.sequence)
    event.add("DTSTAMP", invitation.sent.astimezone(UTC))
    event.add("DTSTART", begins)
    event.add("DTEND", ends)
    event.add("SUMMARY", f"{'Cancelled: ' if invitation.cancelled else ''}{invitation.committee}")
    if invitation.place:
        event.add("LOCATION", invitation.place)
    event.add("DESCRIPTION", "\n".join(part for part in (invitation.hospital, _zone_said(invitation), SAID) if part))
    event.add("CLASS", "PRIVATE")
    event.add("STATUS", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if invitation.cancelled else "OPAQUE")
    if invitation.organizer:
        event.add("ORGANIZER", _calendar_address(invitation.organizer))
        for each in invitation.attendees:
            event.add("ATTENDEE", _attendee(each, answer=not invitation.cancelled))
    if not invitation.cancelled:
        event.add_component(_reminder(invitation.committee))
    return event


def _zone_said(invitation: Invitation) -> str:
    return f"Begins at {texts.clock(invitation.starts)}, {zones.said(invitation.zone)}."


def _reminder(committee: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", committee)
    alarm.add("TRIGGER", timedelta(minutes=-30))
    return alarm


def _attendee(who: Invited, answer: bool) -> vCalAddress:
    made = _calendar_address(who)
    made.params["ROLE"] = vText("REQ-PARTICIPANT" if who.needed else "OPT-PARTICIPANT")
    if answer:
        made.params["PARTSTAT"] = vText("NEEDS-ACTION")
        made.params["RSVP"] = vText("TRUE")
    return made


def _calendar_address(who: Invited) -> vCalAddress:
    made = vCalAddress(f"mailto:{who.email}")
    made.params["CN"] = vText(who.name.replace('"', "'"))  # a quoted parameter cannot hold a double quote
    return made


def _organizer(reached: list[Member], policy: Policy) -> Invited | None:
    """The medical staff office, by its own address or that of its seat; never the chair, who did not send it. Without one nobody
    is asked to answer, and the property is left out, as of any event that is not group-scheduled (RFC 5545, 3.8.4.3)."""
    if office := address(policy.office_email):
        return Invited(
            f"Medical staff office, {policy.hospital}" if policy.hospital else "Medical staff office", office
        )
    return next((_invited(each) for each in reached if each.role == "Staff"), None)


def _invited(member: Member) -> Invited:
    return Invited(member.name, address(member.email), member.role not in OPTIONAL)


def address(text: str) -> str:
    """The address in a text as people write it (“Ann Lee <ann@example.org>”); empty for none."""
    found = parseaddr(text.strip())[1]
    name, at, domain = found.rpartition("@")
    return found if at and name and "." in domain and not any(sign.isspace() for sign in found) else ""


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text.strip().zfill(5))
    except ValueError as error:
        raise WorkbenchError(
            "The meeting has no time of day, so nobody can be invited. Nothing was written. Give it one, like 07:30."
        ) from error
