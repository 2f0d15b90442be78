"""Verifications: what was seen of one element of a file, at which source, on which day, by whom. None is ever deleted: one
that does not count is struck, with who said so and why."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import Reference
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.credential import DISCIPLINES, STANDINGS, Credential
from workbench.records.desk import Document
from workbench.records.elements import ELEMENTS, OF_SOURCES, called, listed
from workbench.records.fields import Day, Link, LongText, Several, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

METHODS = (
    "Website",
    "Letter",
    "Telephone",
    "E-mail",
    "Report",
    "Dated source list",
    "Document seen",
    "Verification body",
)
AS_STATED, DIFFERS, NOT_FOUND = RESULTS = ("As stated", "Differs", "Not found")
"""What a source said; one that does not know the person verifies nothing."""
PRIMARY, EQUIVALENT = "primary", "designated equivalent"
ABOUT = ("credential", "education", "affiliation", "work", "reference")
"""What a verification can be of, one of them; of none where it is of the person."""


class VerificationSource(Record):
    """A source that the office looks things up at, and what it accepts it for."""

    name = Text(verbose_name="Source", unique=True)
    address = Text(verbose_name="Address", default="", help_text="Of the page where it is looked up.")
    primary = Several(
        called=ELEMENTS,
        verbose_name="Primary source of",
        default="",
        help_text="With commas: State license, Sanctions and license limits. The one who issued it.",
    )
    equivalent = Several(
        called=ELEMENTS,
        verbose_name="Designated equivalent for",
        default="",
        help_text="With commas: Education, Board certification. Accepted in place of the one who issued it.",
    )
    position = Whole(verbose_name="Order", default=0)
    remarks = LongText(
        verbose_name="Remarks", default="", help_text="By which standard it is accepted, and its limits."
    )

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a short name that is none, or that is said to be both."""
        said = {name: listed(values.get(name) or "") for name in ("primary", "equivalent")}
        for name, keys in said.items():
            if unknown := [each for each in keys if each not in OF_SOURCES]:
                yield Problem(name, f"“{unknown[0]}” is none of {', '.join(ELEMENTS[each] for each in OF_SOURCES)}.")
        if both := set(said["primary"]) & set(said["equivalent"]):
            yield Problem("equivalent", f"It is primary or equivalent for {ELEMENTS[min(both)]}, not both.")

    def accepted_as(self, element: str) -> str:
        """primary, designated equivalent, or empty where it is not accepted for an element."""
        if element in listed(str(self.primary)):
            return PRIMARY
        return EQUIVALENT if element in listed(str(self.equivalent)) else ""


class Verification(Record):
    """One look at a source, and what it showed."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="verifications")
    element = Text(verbose_name="Element", choices=called(OF_SOURCES))
    credential = Link(
        Credential,
        verbose_name="Credential",
        null=True,
        on_delete="CASCADE",
        backref="verifications",
        help_text="The term it is of; empty where it is of something else.",
    )
    education = Link(Education, verbose_name="Education", null=True, on_delete="CASCADE", backref="verifications")
    affiliation = Link(Affiliation, verbose_name="Affiliation", null=True, on_delete="CASCADE", backref="verifications")
    work = Link(WorkHistory, verbose_name="Work history", null=True, on_delete="CASCADE", backref="verifications")
    reference = Link(Reference, verbose_name="Reference", null=True, on_delete="CASCADE", backref="verifications")
    source = Link(VerificationSource, verbose_name="Source", on_delete="RESTRICT", backref="verifications")
    method = Text(verbose_name="How", choices=choices(METHODS), default=METHODS[0])
    done = Day(verbose_name="Performed", help_text="The day on which it was seen at the source.")
    by = Text(verbose_name="By", default="")
    result = Text(verbose_name="Result", choices=choices(RESULTS), default=AS_STATED)
    standing = Text(verbose_name="Status found", choices=choices(STANDINGS), default="")
    discipline = Text(verbose_name="Discipline found", choices=choices(DISCIPLINES), default="")
    expires = Day(verbose_name="Expiration found", null=True)
    document = Link(Document, verbose_name="Evidence", null=True, on_delete="SET NULL", backref="verifications")
    remark = LongText(verbose_name="Remark", default="")
    reason = LongText(
        verbose_name="Reason", default="", help_text="Why it is kept although something about it is unusual."
    )
    struck = Day(verbose_name="Struck", null=True, help_text="Since when it does not count.")
    struck_by = Text(verbose_name="Struck by", default="")
    struck_why = LongText(verbose_name="Why struck", default="")

    titled_by = ("element", "done")
    not_from_files = frozenset(
        {"provider", "element", *ABOUT, "source", "method", "done", "by", "result"}
        | {"standing", "discipline", "expires", "document", "reason", "struck", "struck_by", "struck_why"}
    )

    class Meta:
        """By person and element, the newest first, as the rules look for them."""

        indexes = ((("provider", "element", "done"), False),)

    @classmethod
    def title_of(cls, *values: Any) -> str:
        """“State license · 2026-11-24”."""
        element, done = values
        return super().title_of(ELEMENTS.get(element, element), done)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: struck without a name or a reason, and of two things at once."""
        if values.get("struck") and not (values.get("struck_by") and (values.get("struck_why") or "").strip()):
            yield Problem("struck_why", "Say who strikes it, and why.")
        if sum(bool(values.get(name)) for name in ABOUT) > 1:
            yield Problem("credential", "A verification is of one thing.")


SOURCES = Kind(
    VerificationSource,
    "Verification sources",
    ("name", "primary", "equivalent", "address", "position", "remarks"),
    ("name",),
    natural_key=("name",),
    order=("position", "name"),
)
VERIFICATIONS = Kind(
    Verification,
    "Verifications",
    tuple(
        ["provider", "element", *ABOUT, "source", "method", "done", "by", "result"]
        + ["standing", "discipline", "expires", "document", "remark", "reason", "struck", "struck_by", "struck_why"]
    ),
    searched=("by", "remark"),
    order=("done",),
)
