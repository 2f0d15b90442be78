"""Applications: what a person asks for, where it stands, and what its file says besides credentials."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import Day, Flag, FuzzyDay, Link, LongText, Money, Text, Whole
from workbench.records.kind import Kind
from workbench.records.office_lists import Category, Department, Facility
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

APPLICATION_SORTS = ("Initial appointment", "Reappointment", "Added privileges")
STAGES = (
    "Requested",
    "Received",
    "Verification",
    "Department chair",
    "Credentials committee",
    "Medical executive committee",
    "Governing board",
    "Closed",
)
"""Where an application stands, in order; its stage names whose turn it is."""
OUTCOMES = ("Approved", "Approved with conditions", "Denied", "Withdrawn")
REVIEW_CATEGORIES = ("Category 1", "Category 2")
"""Expedited and full review, as medical staffs number them."""
VIEWS = ("Recommend", "Recommend with conditions", "Defer", "Do not recommend")
RELATIONSHIPS = (
    "Peer",
    "Program director",
    "Department chair",
    "Supervisor",
    "Partner",
    "Relative",
    "Other",
)
GRADES = ((4, "Excellent"), (3, "Good"), (2, "Fair"), (1, "Poor"), (0, "Could not say"))
CLAIM_OUTCOMES = ("Open", "Dismissed", "Settled", "Judgment for the plaintiff", "Judgment for the defendant")


class Application(Record):
    """One request for appointment, reappointment or added privileges."""

    provider = Link(Provider, verbose_name="Applicant", on_delete="CASCADE", backref="applications")
    sort = Text(verbose_name="Kind", choices=choices(APPLICATION_SORTS), default="Initial appointment")
    stage = Text(verbose_name="Stage", choices=choices(STAGES), default="Requested", index=True)
    stage_since = Day(verbose_name="In this stage since", null=True)
    facility = Link(Facility, verbose_name="Facility", null=True, on_delete="RESTRICT", backref="applications")
    category = Link(
        Category, verbose_name="Category asked for", null=True, on_delete="RESTRICT", backref="applications"
    )
    department = Link(Department, verbose_name="Department", null=True, on_delete="RESTRICT", backref="applications")
    term_starts = Day(verbose_name="Term asked for starts", null=True)
    term_ends = Day(verbose_name="Term asked for ends", null=True, help_text="The last day of the term.")
    term_months = Whole(
        verbose_name="Term recommended (months)",
        null=True,
        help_text="What a committee recommends where it is not the term asked for.",
    )
    requested = Day(verbose_name="Requested", null=True)
    received = Day(verbose_name="Received", null=True)
    complete = Day(verbose_name="Complete since", null=True)
    attested = Day(verbose_name="Attestation signed", null=True)
    review = Text(verbose_name="Review", choices=choices(REVIEW_CATEGORIES), default="")
    review_reason = LongText(
        verbose_name="Why this review",
        default="",
        help_text="Category 1 holds over the rules that are named here, as C-04, and over no other.",
    )
    chair = Text(verbose_name="Department chair", default="")
    chair_view = Text(verbose_name="Chair's recommendation", choices=choices(VIEWS), default="")
    chair_report = LongText(verbose_name="Chair's report", default="")
    chair_on = Day(verbose_name="Chair's report of", null=True)
    fppe = LongText(
        verbose_name="Proposed FPPE", default="", help_text="How new privileges will be evaluated, and how long."
    )
    changes = LongText(verbose_name="Changes since the last term", default="")
    outcome = Text(verbose_name="Outcome", choices=choices(OUTCOMES), default="")
    decided = Day(verbose_name="Decided", null=True)
    told = Day(verbose_name="Applicant told", null=True, help_text="The day on which the decision was sent to them.")
    conditions = LongText(verbose_name="Conditions", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("provider", "sort")
    not_from_files = frozenset({"stage", "stage_since", "term_months", "outcome", "decided"})

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a term that ends before it starts, a closed file that says not how."""
        if cls.runs_backward(values, "term_starts", "term_ends"):
            yield Problem("term_ends", "The term ends before it starts.")
        if values.get("stage") == "Closed" and not values.get("outcome"):
            yield Problem("outcome", "Say how it ended.")
        if values.get("chair_view") and not values.get("chair_on"):
            yield Problem("chair_on", "Say when the chair reported.")


class Disclosure(Record):
    """A question of the application and its answer; a yes needs its explanation."""

    application = Link(Application, verbose_name="Application", on_delete="CASCADE", backref="disclosures")
    position = Whole(verbose_name="Order", default=0)
    question = LongText(verbose_name="Question")
    health = Flag(
        verbose_name="May be about health",
        default=True,
        help_text="A packet prints neither such a question nor its explanation, only that the file answers it yes.",
    )
    answer = Flag(verbose_name="Yes", null=True, help_text="Empty while it is not answered.")
    explanation = LongText(verbose_name="Explanation", default="")

    titled_by = ("question",)


class Reference(Record):
    """A peer reference: who, how they know the applicant, and what they say of six competencies."""

    application = Link(Application, verbose_name="Application", on_delete="CASCADE", backref="references")
    name = Text(verbose_name="Name")
    degree = Text(verbose_name="Degree", default="")
    relationship = Text(verbose_name="Relationship", choices=choices(RELATIONSHIPS), default="Peer")
    observed_from = FuzzyDay(verbose_name="Observed from", default="")
    observed_to = FuzzyDay(verbose_name="Observed to", default="", help_text="Empty while it lasts.")
    requested = Day(verbose_name="Requested", null=True)
    received = Day(verbose_name="Received", null=True)
    # The six headings under which a peer speaks of current competence (Joint Commission, formerly MS.07.01.03).
    knowledge = Whole(verbose_name="Medical knowledge", null=True, choices=GRADES)
    skills = Whole(verbose_name="Technical and clinical skills", null=True, choices=GRADES)
    judgment = Whole(verbose_name="Clinical judgment", null=True, choices=GRADES)
    interpersonal = Whole(verbose_name="Interpersonal skills", null=True, choices=GRADES)
    communication = Whole(verbose_name="Communication skills", null=True, choices=GRADES)
    professionalism = Whole(verbose_name="Professionalism", null=True, choices=GRADES)
    recommends = Text(verbose_name="Recommends", choices=choices(VIEWS[:2] + VIEWS[3:]), default="")
    comment = LongText(verbose_name="Comment", default="")

    titled_by = ("name", "degree")


COMPETENCIES = ("knowledge", "skills", "judgment", "interpersonal", "communication", "professionalism")


class Claim(Record):
    """A professional liability claim."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="claims")
    occurred = FuzzyDay(verbose_name="Occurred", default="")
    closed = FuzzyDay(verbose_name="Closed", default="", help_text="Empty while it is open.")
    allegation = Text(verbose_name="Allegation")
    outcome = Text(verbose_name="Outcome", choices=choices(CLAIM_OUTCOMES), default="Open")
    paid = Money(verbose_name="Paid", null=True, help_text="For this person, in whole dollars.")
    explanation = LongText(verbose_name="Explanation", default="")

    titled_by = ("allegation",)


class RedFlag(Record):
    """Something about a file that a reviewer must see, and how it was resolved."""

    application = Link(Application, verbose_name="Application", on_delete="CASCADE", backref="red_flags")
    matter = LongText(verbose_name="Red flag")
    resolution = LongText(verbose_name="Resolution", default="", help_text="Empty while it stands open.")
    resolved = Day(verbose_name="Resolved", null=True)
    by = Text(verbose_name="By", default="")

    titled_by = ("matter",)


APPLICATIONS = Kind(
    Application,
    "Applications",
    tuple(
        ["provider", "sort", "stage", "stage_since", "category", "department", "facility", "term_starts", "term_ends"]
        + [
            "requested",
            "received",
            "complete",
            "attested",
            "review",
            "chair",
            "chair_view",
            "chair_on",
            "outcome",
            "decided",
            "told",
        ]
    ),
    searched=("chair", "remarks"),
    natural_key=("provider", "sort", "requested"),
)
DISCLOSURES = Kind(
    Disclosure,
    "Disclosures",
    ("application", "position", "question", "health", "answer", "explanation"),
    natural_key=("application", "question"),
)
REFERENCES = Kind(
    Reference,
    "References",
    (
        "application",
        "name",
        "degree",
        "relationship",
        "observed_from",
        "observed_to",
        "requested",
        "received",
        "recommends",
    ),
    searched=("name",),
    natural_key=("application", "name"),
)
CLAIMS = Kind(
    Claim,
    "Claims",
    ("provider", "occurred", "closed", "allegation", "outcome", "paid"),
    natural_key=("provider", "occurred", "allegation"),
)
RED_FLAGS = Kind(
    RedFlag,
    "Red flags",
    ("application", "matter", "resolution", "resolved", "by"),
    natural_key=("application", "matter"),
)
