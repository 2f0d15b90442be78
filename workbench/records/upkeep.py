"""What the medical staff office keeps current about itself: bylaws and policies, and the certification of its own people."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import Day, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import choices

BYLAWS, TELEMEDICINE, INTEGRITY = "Bylaws", "Telemedicine agreement", "Information integrity policy"
DOCUMENT_SORTS = (BYLAWS, "Rules and regulations", "Policy", TELEMEDICINE, INTEGRITY)
CERTIFICATIONS = ("CPCS", "CPMSM")


class GoverningDocument(Record):
    """Bylaws, rules, a policy or an agreement, and when somebody last looked whether it still holds; of the policy of information
    integrity that is its yearly audit."""

    name = Text(verbose_name="Document", unique=True)
    sort = Text(verbose_name="Sort", choices=choices(DOCUMENT_SORTS), default=DOCUMENT_SORTS[2])
    approved = Day(verbose_name="Approved", null=True)
    reviewed = Day(verbose_name="Last review", null=True)
    months = Whole(verbose_name="Reviewed every (months)", default=0, help_text="0: as the office's policy says.")
    owner = Text(verbose_name="Owner", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a review before the approval."""
        approved, reviewed = values.get("approved"), values.get("reviewed")
        if approved and reviewed and reviewed < approved:
            yield Problem("reviewed", "It was reviewed before it was approved.")


class StaffCertification(Record):
    """A certification of somebody who works in the medical staff office."""

    person = Text(verbose_name="Person")
    sort = Text(verbose_name="Certification", choices=choices(CERTIFICATIONS), default=CERTIFICATIONS[0])
    certified = Day(verbose_name="Certified", null=True)
    expires = Day(verbose_name="Expires", null=True)
    credits = Whole(verbose_name="CE credits earned", default=0)
    of_namss = Whole(verbose_name="Of these from NAMSS", default=0)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("person", "sort")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: more credits of one kind than of all."""
        if (values.get("of_namss") or 0) > (values.get("credits") or 0):
            yield Problem("of_namss", "They are part of all credits earned.")


GOVERNING_DOCUMENTS = Kind(
    GoverningDocument,
    "Bylaws and policies",
    ("name", "sort", "approved", "reviewed", "months", "owner"),
    ("name",),
    natural_key=("name",),
)
STAFF_CERTIFICATIONS = Kind(
    StaffCertification,
    "Staff certifications",
    ("person", "sort", "certified", "expires", "credits", "of_namss"),
    ("person",),
    natural_key=("person", "sort"),
)
