"""What a person may do and is covered for, with its term: licenses, registrations, certifications, coverage, health."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.checks import bare, dea_fault
from workbench.records.fields import Code, Day, Flag, Link, LongText, Money, State, Text
from workbench.records.kind import Kind
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.texts import day
from workbench.records.words import choices

STANDINGS = (
    "Active",
    "Active with limits",
    "Probation",
    "Inactive",
    "Expired",
    "Suspended",
    "Surrendered",
    "Revoked",
)
"""How a license stands as its board says."""
LIMITED = frozenset({"Active with limits", "Probation"})
"""It entitles to practice, within what the board allows."""
LOST = frozenset({"Expired", "Suspended", "Surrendered", "Revoked"})
NOT_ENTITLING = LOST | {"Inactive"}
"""Nobody may practice on it, whatever day it ends: an inactive license is held and not used."""
DISCIPLINES = ("None on record", "On record")


def told_apart(state: str, title: str) -> str:
    """What tells a credential from others of its sort: “IL (Physician Assistant)”. The title stands in parentheses: “IL, PA”
    would be two states."""
    return f"{state} ({title})" if state and title else state or title


class Credential(Record):
    """One term of one credential. A renewal keeps the old term and opens a new one."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="credentials")
    sort = Link(CredentialSort, verbose_name="Kind", on_delete="RESTRICT", backref="credentials")
    title = Text(
        verbose_name="Title", default="", help_text="Which one: Physician and Surgeon, Cardiovascular Disease, ACLS."
    )
    number = Code(verbose_name="Number", default="", index=True)
    state = State(verbose_name="State", default="")
    issuer = Text(verbose_name="Issuer", default="", help_text="Who issued it: the board, the carrier, the course.")
    issued = Day(verbose_name="Issued", null=True)
    expires = Day(verbose_name="Expires", null=True)
    lifetime = Flag(verbose_name="Lifetime", default=False, help_text="It never expires.")
    continuing = Flag(
        verbose_name="Continuing certification",
        default=False,
        help_text="Takes part in continuing certification (MOC).",
    )
    per_claim = Money(verbose_name="Limit per claim", null=True)
    aggregate = Money(verbose_name="Aggregate limit", null=True)
    standing = Text(
        verbose_name="Status at the source",
        choices=choices(STANDINGS),
        default="",
        help_text="As the licensing board said when it was verified.",
    )
    discipline = Text(
        verbose_name="Discipline at the source",
        choices=choices(DISCIPLINES),
        default="",
        help_text="What the board showed. What it was about goes to the red flags of the application.",
    )
    verified = Day(verbose_name="Verified", null=True, help_text="The day it was verified at the primary source.")
    source = Text(verbose_name="Source", default="", help_text="Where it was verified.")
    verified_by = Text(verbose_name="Verified by", default="")
    noticed = Day(verbose_name="Last notice", null=True, help_text="The day a renewal notice of it was sent.")
    snoozed = Day(
        verbose_name="Snoozed until",
        null=True,
        help_text="Until that day it is not in the inbox, and not on Today. The standards judge it all the same.",
    )
    past = Flag(verbose_name="Earlier term", default=False, help_text="A term that a renewal or correction replaced.")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("title", "number")
    not_from_files = frozenset({"standing", "discipline", "verified", "source", "verified_by", "past", "snoozed"})
    renewed_by = "expires"
    witnessed_by = ("verified", "source", "verified_by", "standing", "discipline")
    not_witnessed = frozenset({"noticed", "snoozed", "remarks"})

    class Meta:
        """By expiration, as the page shows them, and by number, as people look for them."""

        indexes = ((("past", "expires", "id"), False),)

    @property
    def which(self) -> str:
        """“State license 036-119204”, “Board certification Surgery”."""
        return " ".join(part for part in (self.sort.name, self.number or self.title) if part)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Terms that end before they begin, or never end and do."""
        issued, expires = values.get("issued"), values.get("expires")
        if issued and expires and expires < issued:
            yield Problem("expires", "It expires before it was issued.")
        if values.get("lifetime") and expires:
            yield Problem("expires", "A lifetime credential has no expiration; clear one of the two.")
        if values.get("verified") and not values.get("source"):
            yield Problem("source", "Say where it was verified.")

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a number that is wrong for its kind, or on the file already."""
        yield from super().problems_in(values)
        if values.get("number") and not values.get("past"):
            yield from cls._problems_of_number(values)

    @classmethod
    def _problems_of_number(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """A DEA number has a check digit; a number stands once on a file, by its sort and state. A board has one number
        for a person and several certifications."""
        number = bare(values["number"])
        sort = CredentialSort.get_or_none(CredentialSort.id == values.get("sort"))
        if sort is not None and sort.key == "dea" and (fault := dea_fault(number)):
            yield Problem("number", fault)
        same = (cls.provider == values.get("provider")) & (cls.sort == values.get("sort")) & ~cls.past
        title = "" if sort is not None and sort.by_state else (values.get("title") or "").casefold()
        for each in cls.select().where(same & (cls.id != (values.get("id") or 0))):
            alike = not title or not each.title or each.title.casefold() == title
            if alike and bare(each.number) == number and each.state == (values.get("state") or ""):
                until = f", until {day(each.expires)}" if each.expires else ""
                yield Problem("number", f"{each.number} is on this file already{until}. Renew that one, or correct it.")
                return


CREDENTIALS = Kind(
    Credential,
    "Credentials",
    tuple(
        [
            "provider",
            "sort",
            "title",
            "number",
            "state",
            "issuer",
            "issued",
            "expires",
            "lifetime",
            "continuing",
            "per_claim",
            "aggregate",
            "standing",
            "discipline",
            "verified",
            "source",
            "verified_by",
            "past",
        ]
    ),
    searched=("title", "number", "issuer", "state", "source", "verified_by", "remarks"),
    natural_key=("provider", "sort", "title", "number", "state"),
)
