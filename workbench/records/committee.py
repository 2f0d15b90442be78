"""Committees: who sits on them, when they meet, how many make a quorum, and the days on which nobody meets."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import Clock, Day, Email, Flag, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

LEVELS = (
    "Department",
    "Credentials committee",
    "Medical executive committee",
    "Governing board",
    "Expedited board committee",
    "Other",
)
"""The committee's place in the chain of an application; one of the last sort is outside it."""
FINAL = frozenset({"Governing board", "Expedited board committee"})
"""Levels whose approval is the decision."""
QUORUM_RULES = ("Number of voting members", "Percent of voting members", "Those present")
QUORUM_BASES = ("At call to order", "Per item")
ORDINALS = ("First", "Second", "Third", "Fourth", "Last")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COUNTED = ("Members who vote", "All members")
"""Of whom the physicians of an executive committee are the majority."""
ROLES = ("Chair", "Vice chair", "Member", "Ex officio", "Alternate", "Staff")


class Committee(Record):
    """A committee of the medical staff, or the governing board."""

    name = Text(verbose_name="Committee", unique=True)
    short = Text(verbose_name="Short name", default="", help_text="As calendars and numbers call it: Credentials, MEC.")
    level = Text(verbose_name="Place in the chain", choices=choices(LEVELS), default="Other")
    department = Link(
        Department, verbose_name="Department", null=True, on_delete="SET NULL", help_text="Of a department's committee."
    )
    section = Text(verbose_name="Bylaws section", default="")
    charter = LongText(verbose_name="Charter", default="")
    quorum_rule = Text(verbose_name="Quorum", choices=choices(QUORUM_RULES), default="Percent of voting members")
    quorum = Whole(
        verbose_name="Quorum number or percent", default=50, help_text="Members, or percent of those who vote."
    )
    quorum_basis = Text(
        verbose_name="Quorum is counted",
        choices=choices(QUORUM_BASES),
        default="Per item",
        help_text="At call to order: business may go on once it was there. Per item: after recusals.",
    )
    ordinal = Text(verbose_name="Meets on the", choices=choices(ORDINALS), default="First")
    weekday = Text(verbose_name="Weekday", choices=choices(WEEKDAYS), default="Tuesday")
    every = Whole(verbose_name="Every so many months", default=1)
    first_month = Whole(verbose_name="From month", default=1, help_text="1 to 12; where the months are counted from.")
    starts = Clock(verbose_name="Starts", default="07:30")
    length = Whole(verbose_name="Length (minutes)", default=90)
    place = Text(verbose_name="Place", default="")
    lead_days = Whole(verbose_name="Packet goes out (days before)", default=7)
    legend = LongText(
        verbose_name="Confidentiality legend",
        default="",
        help_text="The statute text printed on its papers; empty takes the office's.",
    )
    active = Flag(verbose_name="Meets", default=True)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: numbers that no calendar and no quorum can follow."""
        quorum, rule = values.get("quorum") or 0, values.get("quorum_rule")
        if rule != "Those present" and quorum < 1:
            yield Problem("quorum", "A quorum is at least one, or 1 percent.")
        if rule == "Percent of voting members" and quorum > 100:
            yield Problem("quorum", "A quorum is at most 100 percent.")
        if not 1 <= (values.get("every") or 0) <= 12:
            yield Problem("every", "Between every month (1) and once a year (12).")
        if not 1 <= (values.get("first_month") or 0) <= 12:
            yield Problem("first_month", "A month from 1 to 12.")


class Seat(Record):
    """A seat on a committee and who sits on it; a board's members need not be on the staff."""

    committee = Link(Committee, verbose_name="Committee", on_delete="CASCADE", backref="seats")
    provider = Link(
        Provider,
        verbose_name="On the staff",
        null=True,
        on_delete="SET NULL",
        backref="seats",
        help_text="Empty for others.",
    )
    name = Text(verbose_name="Name, as printed")
    role = Text(verbose_name="Role", choices=choices(ROLES), default="Member")
    votes = Flag(verbose_name="Votes", default=True)
    physician = Flag(
        verbose_name="MD or DO",
        default=False,
        help_text="For somebody not on the staff; the MEC's majority is watched.",
    )
    stands_in_for = Link("self", verbose_name="Alternate for", null=True, on_delete="SET NULL", backref="alternates")
    starts = Day(verbose_name="Term starts", null=True)
    ends = Day(verbose_name="Term ends", null=True, help_text="The last day of the term; empty for ex officio.")
    email = Email(verbose_name="Email", default="", help_text="Where invitations and packets go, if not on the file.")
    remarks = LongText(verbose_name="Remarks", default="")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a term that ends before it starts."""
        if cls.runs_backward(values):
            yield Problem("ends", "The term ends before it starts.")
        if values.get("stands_in_for") and values.get("role") != "Alternate":
            yield Problem("stands_in_for", "Only an alternate stands in for somebody. Choose that role, or empty this.")


class ClosedDay(Record):
    """A day on which no committee meets: a holiday, a retreat."""

    day = Day(verbose_name="Day", index=True)
    name = Text(verbose_name="Why")

    titled_by = ("name", "day")


COMMITTEES = Kind(
    Committee,
    "Committees",
    ("name", "short", "level", "department", "section", "ordinal", "weekday", "starts", "place", "active"),
    searched=("name", "short", "place"),
    natural_key=("name",),
)
SEATS = Kind(
    Seat,
    "Seats",
    ("committee", "provider", "name", "role", "votes", "starts", "ends", "email"),
    searched=("name", "role"),
    natural_key=("committee", "name"),
)
CLOSED_DAYS = Kind(ClosedDay, "Closed days", ("day", "name"), ("name",), natural_key=("day",))
