"""Requirements: which elements a file needs, by who it is about and what is asked for; and the person for whom it is otherwise."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import APPLICATION_SORTS
from workbench.records.elements import ELEMENTS, REQUIRABLE, called
from workbench.records.fields import Day, Link, LongText, Text
from workbench.records.kind import Kind
from workbench.records.office_lists import Category, Department
from workbench.records.provider import PROVIDER_TYPES, Provider
from workbench.records.record import Record
from workbench.records.words import choices

REQUIRED, IF_HELD, NOT_ASKED = "Required", "If held", "Not asked"
NEEDS = (REQUIRED, IF_HELD, NOT_ASKED)
"""Required: a file without it is short. If held: nobody must have it; who has it keeps it current. Not asked: nobody looks."""
ASKED_FOR = (*APPLICATION_SORTS, "Temporary privileges", "Disaster privileges", "Telemedicine by proxy")


class Requirement(Record):
    """One line of the matrix. What a line leaves open it is for everybody; where several fit, the narrowest holds."""

    element = Text(verbose_name="Element", choices=called(REQUIRABLE))
    provider_type = Text(
        verbose_name="Provider type", choices=choices(PROVIDER_TYPES), default="", help_text="Empty: all."
    )
    department = Link(Department, verbose_name="Department", null=True, on_delete="CASCADE", backref="requirements")
    category = Link(Category, verbose_name="Category", null=True, on_delete="CASCADE", backref="requirements")
    asked_for = Text(
        verbose_name="Asked for", choices=choices(ASKED_FOR), default="", help_text="Empty: whatever is asked for."
    )
    need = Text(verbose_name="Needed", choices=choices(NEEDS), default=REQUIRED)
    remarks = LongText(verbose_name="Why", default="", help_text="The section of the bylaws or the policy.")

    titled_by = ("element", "need")

    @classmethod
    def title_of(cls, *values: Any) -> str:
        """“State license · Required”."""
        element, need = values
        return super().title_of(ELEMENTS.get(element, element), need)


class RequirementException(Record):
    """One person of whom an element is not asked, and why."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="exceptions")
    element = Text(
        verbose_name="Element",
        choices=called(REQUIRABLE),
        help_text="Takes away what the office asks; what law or a standard fixes stays.",
    )
    reason = LongText(verbose_name="Reason")
    since = Day(verbose_name="Since")
    until = Day(verbose_name="Until", null=True, help_text="The last day; empty while it holds.")
    by = Text(verbose_name="By", default="")

    titled_by = ("element", "reason")

    @classmethod
    def title_of(cls, *values: Any) -> str:
        """“Life support · no clinical work”."""
        element, reason = values
        return super().title_of(ELEMENTS.get(element, element), reason)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: an end before the beginning, and a reason that says nothing."""
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            yield Problem("until", "It ends before it begins.")
        if values.get("reason") and not values["reason"].strip():
            yield Problem("reason", "Say why it is not asked of this person.")


REQUIREMENTS = Kind(
    Requirement,
    "Requirements",
    ("element", "provider_type", "department", "category", "asked_for", "need", "remarks"),
    order=("element",),
)
EXCEPTIONS = Kind(
    RequirementException,
    "Exceptions",
    ("provider", "element", "reason", "since", "until", "by"),
    natural_key=("provider", "element", "since"),
)
