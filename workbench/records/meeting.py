"""Meetings: the day, the agenda, who came, what was decided, and what somebody must still do."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import Application
from workbench.records.committee import Committee, Seat
from workbench.records.desk import Document
from workbench.records.fields import Clock, Code, Day, Flag, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

MEETING_STATES = ("Planned", "Packet issued", "Held", "Cancelled")
SECTIONS = (
    "Call to order",
    "Minutes",
    "Action items",
    "Consent list",
    "Initial appointments",
    "Reappointments",
    "Added privileges",
    "Status changes",
    "FPPE and OPPE",
    "Policy",
    "Reports",
    "Other business",
    "Adjournment",
)
"""The sections of an agenda, in their usual order."""
ITEM_OUTCOMES = (
    "Approved",
    "Approved with conditions",
    "Deferred",
    "Not approved",
    "Withdrawn",
    "Referred",
    "Accepted for information",
)
PRESENCES = ("Present", "By telephone or video", "Excused", "Absent")
EDITIONS = ("Committee", "Survey", "Open", "Action sheet", "NPDB insert")


class Meeting(Record):
    """One meeting of a committee."""

    committee = Link(Committee, verbose_name="Committee", on_delete="CASCADE", backref="meetings")
    held = Day(verbose_name="Date", index=True)
    starts = Clock(verbose_name="Time", default="07:30")
    length = Whole(verbose_name="Length (minutes)", default=90)
    place = Text(verbose_name="Place", default="")
    state = Text(verbose_name="Status", choices=choices(MEETING_STATES), default="Planned")
    opened = Clock(verbose_name="Called to order", default="")
    adjourned = Clock(verbose_name="Adjourned", default="")
    uid = Code(verbose_name="Calendar number", default="", help_text="By which calendars know the invitation again.")
    sequence = Whole(verbose_name="Invitation sent (times)", default=0)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("committee", "held")

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a length that no calendar holds."""
        yield from super().problems_in(values)
        if not 5 <= (values.get("length") or 0) <= 720:
            yield Problem("length", "Between 5 minutes and 12 hours.")


class AgendaItem(Record):
    """One line of an agenda, and afterwards what became of it."""

    meeting = Link(Meeting, verbose_name="Meeting", on_delete="CASCADE", backref="items")
    section = Text(verbose_name="Section", choices=choices(SECTIONS), default="Other business")
    position = Whole(verbose_name="Order", default=0)
    title = Text(verbose_name="Item", default="", help_text="Empty for a file: then it is the applicant's name.")
    application = Link(Application, verbose_name="Application", null=True, on_delete="SET NULL", backref="agenda")
    provider = Link(Provider, verbose_name="Person", null=True, on_delete="SET NULL", backref="agenda")
    document = Link(Document, verbose_name="Document", null=True, on_delete="SET NULL", backref="agenda")
    asked = Text(verbose_name="Action asked", default="")
    minutes = Whole(verbose_name="Minutes", default=0)
    information = Flag(
        verbose_name="For information", default=False, help_text="Nothing is decided; the file may be incomplete."
    )
    outcome = Text(verbose_name="Outcome", choices=choices(ITEM_OUTCOMES), default="")
    conditions = LongText(verbose_name="Conditions", default="")
    conclusion = LongText(verbose_name="Conclusion", default="")
    reason = LongText(verbose_name="Reason", default="")

    titled_by = ("title", "application")


class Attendance(Record):
    """Who of the seats was there."""

    meeting = Link(Meeting, verbose_name="Meeting", on_delete="CASCADE", backref="attendance")
    seat = Link(Seat, verbose_name="Seat", on_delete="CASCADE", backref="attendance")
    presence = Text(verbose_name="Attendance", choices=choices(PRESENCES), default="Present")
    arrived = Clock(verbose_name="Arrived", default="")
    left = Clock(verbose_name="Left", default="")

    titled_by = ("seat", "presence")

    class Meta:
        """Once at each meeting."""

        indexes = ((("meeting", "seat"), True),)


class ActionItem(Record):
    """What a meeting asked somebody to do; open ones come back on the next agenda by themselves."""

    committee = Link(Committee, verbose_name="Committee", on_delete="CASCADE", backref="action_items")
    raised_at = Link(Meeting, verbose_name="Raised at", null=True, on_delete="SET NULL", backref="action_items")
    title = Text(verbose_name="What")
    owner = Text(verbose_name="Owner", default="")
    due = Day(verbose_name="Due", null=True)
    done = Day(verbose_name="Done", null=True)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("title",)


class IssuedPacket(Record):
    """A packet as it was issued: its seal, by which any copy can be checked."""

    meeting = Link(Meeting, verbose_name="Meeting", on_delete="CASCADE", backref="packets")
    edition = Text(verbose_name="Edition", choices=choices(EDITIONS), default="Committee")
    made = Day(verbose_name="Made")
    pages = Whole(verbose_name="Pages", default=0)
    seal = Code(
        verbose_name="Seal", default="", index=True, help_text="Eight signs of the manifest's hash, on every page."
    )
    manifest = LongText(verbose_name="Manifest", default="", help_text="JSON: what the packet holds, page by page.")
    sha256 = Code(verbose_name="Content", default="", help_text="Of the packet that all copies are made of.")

    titled_by = ("edition", "made")


class PacketCopy(Record):
    """A numbered copy of a packet: to whom it went out, and when it came back or was destroyed."""

    packet = Link(IssuedPacket, verbose_name="Packet", on_delete="CASCADE", backref="copies")
    number = Whole(verbose_name="Copy")
    seat = Link(Seat, verbose_name="Seat", null=True, on_delete="SET NULL", backref="copies")
    reader = Text(verbose_name="Reader")
    sha256 = Code(verbose_name="Content", default="")
    shown = LongText(
        verbose_name="Pages", default="", help_text="The digests of its pages as it went out, one after the other."
    )
    out = Day(verbose_name="Out", null=True)
    back = Day(verbose_name="Back", null=True)

    titled_by = ("number", "reader")


MEETINGS = Kind(
    Meeting,
    "Meetings",
    ("committee", "held", "starts", "place", "state", "length"),
    searched=("place", "remarks"),
    natural_key=("committee", "held"),
)
AGENDA_ITEMS = Kind(
    AgendaItem,
    "Agenda items",
    tuple(
        ["meeting", "section", "position", "title", "application", "provider", "asked", "minutes", "information"]
        + ["outcome", "conditions", "conclusion", "reason"]
    ),
    searched=("title",),
    natural_key=("meeting", "position"),
)
ATTENDANCE = Kind(
    Attendance, "Attendance", ("meeting", "seat", "presence", "arrived", "left"), natural_key=("meeting", "seat")
)
ACTION_ITEMS = Kind(
    ActionItem,
    "Action items",
    ("title", "committee", "owner", "due", "done", "raised_at"),
    searched=("title", "owner"),
    natural_key=("committee", "title"),
)
ISSUED_PACKETS = Kind(
    IssuedPacket,
    "Issued packets",
    ("meeting", "edition", "made", "pages", "seal"),
    natural_key=("meeting", "edition", "made"),
)
PACKET_COPIES = Kind(
    PacketCopy, "Packet copies", ("packet", "number", "reader", "out", "back"), natural_key=("packet", "number")
)
