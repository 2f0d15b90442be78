"""Practices: the groups that people belong to, whose credentialing contact answers for all of them."""

from collections.abc import Iterator
from typing import Any

from workbench.errors import Problem
from workbench.records.checks import npi_fault, tin_fault
from workbench.records.fields import Code, Email, Flag, Link, LongText, Phone, State, Text, Zip
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

ADDRESS_SORTS = ("Practice location", "Mailing", "Billing", "Credentialing")
"""What an address is for, as payers ask for them."""


class Practice(Record):
    """A group practice. The address here is its practice location, which payers are told; others are records of their own."""

    name = Text(verbose_name="Practice", unique=True)
    tin = Code(verbose_name="TIN", default="", help_text="The group's tax number.")
    npi = Code(verbose_name="Group NPI", default="")
    street = Text(verbose_name="Street", default="")
    street2 = Text(verbose_name="Street, second line", default="")
    city = Text(verbose_name="City", default="")
    state = State(verbose_name="State", default="")
    zip = Zip(verbose_name="ZIP", default="")
    contact = Text(verbose_name="Credentialing contact", default="")
    email = Email(verbose_name="Email", default="")
    phone = Phone(verbose_name="Phone", default="")
    fax = Phone(verbose_name="Fax", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    @classmethod
    def problems_of(cls, name: str, value: Any) -> Iterator[Problem]:
        """Besides its type: the check digit of the group's NPI, and the nine digits of its tax number."""
        yield from super().problems_of(name, value)
        fault = npi_fault(value) if value and name == "npi" else tin_fault(value) if value and name == "tin" else ""
        if fault:
            yield Problem(name, fault)


class PracticeAddress(Record):
    """Another address of a practice: where its mail or its bills go, or a further place where patients are seen."""

    practice = Link(Practice, verbose_name="Practice", on_delete="CASCADE", backref="addresses")
    sort = Text(verbose_name="For", choices=choices(ADDRESS_SORTS), default=ADDRESS_SORTS[0])
    street = Text(verbose_name="Street")
    street2 = Text(verbose_name="Street, second line", default="")
    city = Text(verbose_name="City", default="")
    state = State(verbose_name="State", default="")
    zip = Zip(verbose_name="ZIP", default="")
    phone = Phone(verbose_name="Phone", default="")
    fax = Phone(verbose_name="Fax", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "street")


class PracticeMember(Record):
    """A person in a practice; a person may be in several, one of them preferred for notices."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="practices")
    practice = Link(Practice, verbose_name="Practice", on_delete="CASCADE", backref="members")
    preferred = Flag(verbose_name="Preferred for notices", default=False)

    titled_by = ("practice",)

    class Meta:
        """Once in each practice."""

        indexes = ((("provider", "practice"), True),)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Write it; who becomes the preferred one takes the place of the one before, in the same step."""
        if self.preferred:
            before = PracticeMember.update(preferred=False).where(
                PracticeMember.provider == self.provider_id,  # type: ignore[attr-defined]
                PracticeMember.preferred,
                PracticeMember.id != (self.get_id() or 0),
            )
            before.execute()
        return super().save(*args, **kwargs)


PRACTICES = Kind(
    Practice,
    "Practices",
    tuple(
        [
            "name",
            "tin",
            "npi",
            "contact",
            "email",
            "phone",
            "fax",
            "street",
            "street2",
            "city",
            "state",
            "zip",
            "remarks",
        ]
    ),
    searched=tuple(
        ["name", "tin", "npi", "contact", "email", "phone", "fax", "street", "street2", "city", "zip", "remarks"]
    ),
    natural_key=("name",),
    group="Office",
)
PRACTICE_MEMBERS = Kind(
    PracticeMember, "Practice members", ("provider", "practice", "preferred"), natural_key=("provider", "practice")
)
PRACTICE_ADDRESSES = Kind(
    PracticeAddress,
    "Practice addresses",
    ("practice", "sort", "street", "street2", "city", "state", "zip", "phone", "fax", "remarks"),
    searched=("sort", "street", "street2", "city", "zip", "phone", "fax", "remarks"),
    natural_key=("practice", "sort", "street"),
)
