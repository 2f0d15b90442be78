"""What else was looked into: NPDB queries, background and identity checks, OPPE, and what a person did and how often."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.records.desk import Document
from workbench.records.fields import Day, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

NPDB_RESULTS = ("No reports", "Reports")
CHECK_SORTS = (
    "Background check",
    "Identity",
    "Health attestation",
    "OIG exclusion list (LEIE)",
    "SAM exclusions",
    "State Medicaid exclusions",
    "Military service",
)
CHECK_RESULTS = ("Clear", "See the file")
OPPE_RESULTS = ("No concern", "Trend to watch", "Focused review")
CME = "CME credits"
ACTIVITY_SORTS = ("Procedures", "Encounters", CME)


def enrolled_to(query: Any) -> date | None:
    """The last day on which a query's enrollment counts: it lasts a year, whatever was entered, and is renewed by another."""
    if query.enrolled_until is None:
        return None
    return min(query.enrolled_until, _year_from(query.queried))


def _year_from(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


class NpdbQuery(Record):
    """A query of the National Practitioner Data Bank. What it answered is sealed apart: dates and reviewer alone are shown."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="npdb_queries")
    queried = Day(verbose_name="Queried")
    enrolled_until = Day(
        verbose_name="Continuous query until",
        null=True,
        help_text="The last day of the enrollment, which lasts a year.",
    )
    result = Text(verbose_name="Response", choices=choices(NPDB_RESULTS), default="")
    reviewed = Day(verbose_name="Response reviewed", null=True)
    reviewed_by = Text(verbose_name="Reviewed by", default="")
    response = Link(Document, verbose_name="Response, sealed", null=True, on_delete="SET NULL", backref="npdb_queries")

    titled_by = ("queried",)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a response that nobody reviewed, an enrollment of more than a year."""
        queried, until = values.get("queried"), values.get("enrolled_until")
        if queried and until and until > _year_from(queried):
            yield Problem("enrolled_until", "An enrollment lasts a year. Record each renewal with its own day.")
        if values.get("result") and not (values.get("reviewed") and values.get("reviewed_by")):
            yield Problem("reviewed_by", "Say who reviewed the response, and when.")


class Check(Record):
    """Something looked up once about a person: a background check, the identity, an exclusion list, the health attestation."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="checks")
    sort = Text(verbose_name="What", choices=choices(CHECK_SORTS), default="Background check")
    done = Day(verbose_name="Done")
    source = Text(
        verbose_name="Source",
        default="",
        help_text="Which company, list or document; of military service DD-214, or that none was served.",
    )
    result = Text(verbose_name="Result", choices=choices(CHECK_RESULTS), default="Clear")
    names = Text(
        verbose_name="Names searched",
        default="",
        help_text="Of an exclusion list: every name, former ones too, with semicolons between.",
    )
    by = Text(verbose_name="By", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "done")


class Oppe(Record):
    """One period of ongoing professional practice evaluation and what its reviewer concluded."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="oppe")
    starts = Day(verbose_name="Period from")
    ends = Day(verbose_name="Period to")
    result = Text(verbose_name="Conclusion", choices=choices(OPPE_RESULTS), default="No concern")
    reviewer = Text(verbose_name="Reviewer", default="")
    reviewed = Day(verbose_name="Reviewed", null=True)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("starts", "ends")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a period that ends before it starts."""
        if cls.runs_backward(values):
            yield Problem("ends", "The period ends before it starts.")


class Activity(Record):
    """How often a person did something in a period, and who counted."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="activity")
    sort = Text(verbose_name="Sort", choices=choices(ACTIVITY_SORTS), default="Procedures")
    name = Text(verbose_name="What", help_text="As the privilege form counts it: Robotic-assisted procedures.")
    number = Whole(verbose_name="Number", default=0)
    starts = Day(verbose_name="From")
    ends = Day(verbose_name="To")
    source = Text(verbose_name="Source", default="", help_text="Who counted: case log, EHR, the other hospital.")

    titled_by = ("name", "number")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a period that ends before it starts."""
        if cls.runs_backward(values):
            yield Problem("ends", "The period ends before it starts.")


NPDB_QUERIES = Kind(
    NpdbQuery,
    "NPDB queries",
    ("provider", "queried", "enrolled_until", "reviewed", "reviewed_by"),
    natural_key=("provider", "queried"),
    masked=frozenset({"result", "response"}),
)
CHECKS = Kind(
    Check,
    "Checks",
    ("provider", "sort", "done", "source", "result", "names", "by"),
    natural_key=("provider", "sort", "done"),
)
OPPE = Kind(
    Oppe, "OPPE", ("provider", "starts", "ends", "result", "reviewer", "reviewed"), natural_key=("provider", "starts")
)
ACTIVITY = Kind(
    Activity,
    "Activity",
    ("provider", "sort", "name", "number", "starts", "ends", "source"),
    natural_key=("provider", "name", "starts"),
)
