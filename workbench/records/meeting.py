"""Meetings: the day, the agenda, who came, what was decided, and what somebody must still do."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import Application
from workbench.records.committee import Committee, Seat
from workbench.records.desk import Document
from workbench.records.fields import Clock, Code, Day, Flag, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.meeting_words import (
    EDITIONS,
    ITEM_OUTCOMES,
    MEETING_STATES,
    PLANNED,
    PRESENCES,
    RECUSED_AS,
    SECTIONS,
    THERE,
)
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices


class Meeting(Record):
    """One meeting of a committee."""

    committee = Link(Committee, verbose_name="Committee", on_delete="CASCADE", backref="meetings")
    held = Day(verbose_name="Date", index=True)
    starts = Clock(verbose_name="Time", default="07:30")
    length = Whole(verbose_name="Length (minutes)", default=90)
    place = Text(verbose_name="Place", default="")
    state = Text(verbose_name="Status", choices=choices(MEETING_STATES), default=PLANNED)
    opened = Clock(verbose_name="Called to order", default="")
    adjourned = Clock(verbose_name="Adjourned", default="")
    uid = Code(verbose_name="Calendar number", default="", help_text="By which calendars know the invitation again.")
    sequence = Whole(verbose_name="Invitation sent (times)", default=0)
    as_held = LongText(verbose_name="Committee as held", default="", help_text="JSON, from the first attendance on.")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("committee", "held")
    not_from_files = frozenset({"state", "as_held"})

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a length that no calendar holds."""
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
    term_months = Whole(
        verbose_name="Term (months)",
        null=True,
        help_text="Where it is not the term asked for: 12 for one year instead of two.",
    )
    deferred_until = Day(
        verbose_name="Deferred until",
        null=True,
        help_text="It comes back at the first meeting on or after this day; empty is the next one.",
    )
    quorum_choice = LongText(
        verbose_name="Chair's choice without a quorum",
        default="",
        help_text="Where too few were left for the item: what the chair chose, and why.",
    )
    out_of_turn = LongText(verbose_name="Why out of turn", default="", help_text="The file stood at another stage.")
    carried_from = Link("self", verbose_name="Carried over from", null=True, on_delete="SET NULL", backref="carried_to")

    titled_by = ("title", "application")
    not_from_files = frozenset({"application", "provider", "outcome", "carried_from"})


class Attendance(Record):
    """Who of the seats was there."""

    meeting = Link(Meeting, verbose_name="Meeting", on_delete="CASCADE", backref="attendance")
    seat = Link(Seat, verbose_name="Seat", on_delete="CASCADE", backref="attendance")
    presence = Text(verbose_name="Attendance", choices=choices(PRESENCES), default="Present")
    arrived = Clock(verbose_name="Arrived", default="", help_text="If after the call to order.")
    left = Clock(verbose_name="Left", default="", help_text="If before the end.")

    titled_by = ("seat", "presence")

    class Meta:
        """Once at each meeting."""

        indexes = ((("meeting", "seat"), True),)

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: somebody who left before arriving, or was not there and did either."""
        yield from super().problems_in(values)
        arrived, left = values.get("arrived") or "", values.get("left") or ""
        if arrived and left and left < arrived:
            yield Problem("left", "It is before they arrived.")
        if (arrived or left) and values.get("presence") not in THERE:
            yield Problem("arrived" if arrived else "left", "Only who was there has arrived or left.")


class Recusal(Record):
    """A member who takes no part in an item: counted out of its quorum, and without a vote on it."""

    item = Link(AgendaItem, verbose_name="Item", on_delete="CASCADE", backref="recusals")
    seat = Link(Seat, verbose_name="Member", on_delete="CASCADE", backref="recusals")
    reason = Text(verbose_name="Why", choices=choices(RECUSED_AS))
    left = Clock(verbose_name="Left the room", default="")
    returned = Clock(verbose_name="Returned", default="")
    remarks = Text(
        verbose_name="Remarks", default="", help_text="Stays in the office; the minutes name the reason alone."
    )

    titled_by = ("seat", "reason")

    class Meta:
        """Once for each item."""

        indexes = ((("item", "seat"), True),)

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: somebody who returns before leaving."""
        yield from super().problems_in(values)
        left, returned = values.get("left") or "", values.get("returned") or ""
        if left and returned and returned < left:
            yield Problem("returned", "It is before they left.")


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
    """A packet as it was issued: its seal, by which any copy can be checked. Once issued it stays: undo marks it as recalled."""

    meeting = Link(Meeting, verbose_name="Meeting", on_delete="RESTRICT", backref="packets")
    edition = Text(verbose_name="Edition", choices=choices(EDITIONS), default="Committee")
    number = Whole(verbose_name="Issue", default=1, help_text="Counted by meeting and edition, never twice the same.")
    supplement = Flag(
        verbose_name="Supplement", default=False, help_text="Holds only what changed since the issue before it."
    )
    made = Day(verbose_name="Made")
    pages = Whole(verbose_name="Pages", default=0)
    seal = Code(
        verbose_name="Seal", default="", index=True, help_text="Eight signs of the manifest's hash, on every page."
    )
    manifest = LongText(verbose_name="Manifest", default="", help_text="JSON: what the packet holds, page by page.")
    sha256 = Code(verbose_name="Content", default="", help_text="Of the packet that all copies are made of.")
    recalled = Day(verbose_name="Recalled", null=True, help_text="From this day on its copies do not count.")
    recalled_why = LongText(verbose_name="Why recalled", default="")

    titled_by = ("edition", "made")
    not_from_files = frozenset({"meeting", "edition", "number", "supplement", "made", "pages", "seal"})

    class Meta:
        """A number is given once."""

        indexes = ((("meeting", "edition", "number"), True),)


class PacketCopy(Record):
    """A numbered copy of a packet: to whom it went out, and when it came back or was destroyed."""

    packet = Link(IssuedPacket, verbose_name="Packet", on_delete="RESTRICT", backref="copies")
    number = Whole(verbose_name="Copy", help_text="Counted from 1 in each issue; of an original, the issue.")
    seat = Link(Seat, verbose_name="Seat", null=True, on_delete="SET NULL", backref="copies")
    reader = Text(verbose_name="Reader")
    sha256 = Code(verbose_name="Content", default="")
    shown = LongText(
        verbose_name="Pages", default="", help_text="The digests of its pages as it went out, one after the other."
    )
    out = Day(verbose_name="Out", null=True)
    back = Day(verbose_name="Back", null=True)
    recalled = Day(verbose_name="Recalled", null=True)

    titled_by = ("number", "reader")
    not_from_files = frozenset({"packet", "number", "reader"})

    @property
    def called(self) -> str:
        """“copy 4”, “copy 4 of issue 2”, “original no. 2”: what stands on it, so that no two are called the same."""
        if self.packet.edition == "Action sheet":
            return f"original no. {self.number}"
        return f"copy {self.number}{f' of issue {self.packet.number}' if self.packet.number > 1 else ''}"


MEETINGS = Kind(
    Meeting,
    "Meetings",
    ("committee", "held", "starts", "place", "state", "length", "remarks"),
    searched=("place", "remarks", "held"),
    natural_key=("committee", "held"),
)
AGENDA_ITEMS = Kind(
    AgendaItem,
    "Agenda items",
    tuple(
        ["meeting", "section", "position", "title", "application", "provider", "asked", "minutes", "information"]
        + ["outcome", "conditions", "conclusion", "reason", "term_months", "deferred_until", "quorum_choice"]
        + ["out_of_turn"]
    ),
    searched=("title",),
    natural_key=("meeting", "position"),
)
ATTENDANCE = Kind(
    Attendance, "Attendance", ("meeting", "seat", "presence", "arrived", "left"), natural_key=("meeting", "seat")
)
RECUSALS = Kind(Recusal, "Recusals", ("item", "seat", "reason", "left", "returned"), natural_key=("item", "seat"))
ACTION_ITEMS = Kind(
    ActionItem,
    "Action items",
    ("title", "committee", "owner", "due", "done", "raised_at", "remarks"),
    searched=("title", "owner"),
    natural_key=("committee", "title"),
)
ISSUED_PACKETS = Kind(
    IssuedPacket,
    "Issued packets",
    ("meeting", "edition", "number", "supplement", "made", "pages", "seal", "recalled", "recalled_why"),
    natural_key=("meeting", "edition", "number"),
)
PACKET_COPIES = Kind(
    PacketCopy,
    "Packet copies",
    ("packet", "number", "reader", "out", "back", "recalled"),
    natural_key=("packet", "number"),
)
