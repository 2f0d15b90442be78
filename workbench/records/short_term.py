"""Privileges for a short time: temporary ones, for a need or while a file is under way, and those of a disaster."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import Application
from workbench.records.fields import Clock, Day, Flag, Link, LongText, Text
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

NEED, APPLICANT = "Patient-care need", "Applicant"
TEMPORARY_SORTS = (NEED, APPLICANT)
"""The two cases that there are (Joint Commission, formerly MS.06.01.13)."""
SECOND_PROOFS = (
    "Photo ID of a health care organization",
    "Current license",
    "License verified at the source",
    "Member of a response team (DMAT, MRC, ESAR-VHP)",
    "Authority of a government",
    "Known to a privileged member of the staff",
)


class TemporaryPrivilege(Record):
    """Privileges granted from a day to a day before the board decides, and what was seen before they were."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="temporary")
    application = Link(Application, verbose_name="Application", null=True, on_delete="SET NULL", backref="temporary")
    sort = Text(verbose_name="Case", choices=choices(TEMPORARY_SORTS), default=APPLICANT)
    privileges = LongText(verbose_name="Which privileges")
    need = LongText(verbose_name="The need", default="", help_text="Of a patient-care need: which patients, why now.")
    starts = Day(verbose_name="From")
    ends = Day(verbose_name="To", null=True, help_text="The last day.")
    license_seen = Day(verbose_name="License verified", null=True)
    competence_seen = Day(verbose_name="Competence verified", null=True)
    recommended_by = Text(verbose_name="Recommended by", default="", help_text="President of the staff, or designee.")
    granted_by = Text(verbose_name="Granted by", default="", help_text="Chief executive, or designee.")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "starts")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: an end before the beginning."""
        if cls.runs_backward(values):
            yield Problem("ends", "They end before they start.")


class DisasterPrivilege(Record):
    """A volunteer who was let to work while the emergency plan ran."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="disaster")
    activated = Day(verbose_name="Emergency plan since", null=True)
    arrived = Day(verbose_name="Arrived")
    arrived_at = Clock(verbose_name="Arrived at", default="")
    photo_id = Flag(verbose_name="Government photo ID seen", default=False)
    proof = Text(verbose_name="Second proof", choices=choices(SECOND_PROOFS), default="")
    license_seen = Day(verbose_name="License verified", null=True)
    license_seen_at = Clock(verbose_name="License verified at", default="")
    why_not = LongText(verbose_name="Why not verified in time", default="")
    decided = Day(verbose_name="Decided whether to go on", null=True)
    decided_at = Clock(verbose_name="Decided at", default="")
    ended = Day(verbose_name="Ended", null=True)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("arrived",)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: something seen or ended before the arrival."""
        arrived = values.get("arrived")
        for name in ("license_seen", "decided", "ended"):
            if arrived and values.get(name) and values[name] < arrived:
                yield Problem(name, "It is before the arrival.")


TEMPORARY = Kind(
    TemporaryPrivilege,
    "Temporary privileges",
    tuple(
        ["provider", "application", "sort", "privileges", "need", "starts", "ends", "license_seen", "competence_seen"]
        + ["recommended_by", "granted_by"]
    ),
    natural_key=("provider", "starts"),
)
DISASTER = Kind(
    DisasterPrivilege,
    "Disaster privileges",
    tuple(
        ["provider", "activated", "arrived", "arrived_at", "photo_id", "proof", "license_seen", "license_seen_at"]
        + ["why_not", "decided", "decided_at", "ended"]
    ),
    natural_key=("provider", "arrived"),
)
