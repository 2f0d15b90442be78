"""Where a person comes from: education and training, work history, affiliations with other hospitals."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import FuzzyDay, Link, LongText, State, Text
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

EDUCATION_SORTS = (
    "Medical school",
    "Professional school",
    "Internship",
    "Residency",
    "Fellowship",
    "Undergraduate",
    "Other",
)
SCHOOLS = frozenset({"Medical school", "Professional school", "Undergraduate"})
"""Sorts that are no training."""
TIMES_OFF = (
    "Family",
    "Relocation",
    "Education",
    "Military service",
    "Travel",
    "Looking for work",
    "Retirement",
    "Personal reasons",
    "Health",
)
"""What a time without work was for, as a packet may say it; of Health it says only that the file explains it."""


class Period(Record):
    """Something that lasted from a day, month or year to another."""

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: an end before the beginning."""
        started, ended = values.get("started") or "", values.get("ended") or ""
        if started and ended and ended < started[: len(ended)]:
            yield Problem("ended", "It ended before it began.")


class Education(Period):
    """A school or a training program."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="education")
    sort = Text(verbose_name="Sort", choices=[(word, word) for word in EDUCATION_SORTS])
    institution = Text(verbose_name="Institution")
    program = Text(verbose_name="Degree or specialty", default="")
    started = FuzzyDay(verbose_name="From", default="")
    ended = FuzzyDay(verbose_name="To", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "institution")


class WorkHistory(Period):
    """A position held, or a time without one, what it was for, and its explanation, which stays in the file."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="work_history")
    employer = Text(verbose_name="Employer")
    position = Text(verbose_name="Position", default="")
    started = FuzzyDay(verbose_name="From", default="")
    ended = FuzzyDay(verbose_name="To", default="", help_text="Empty while it lasts.")
    city = Text(verbose_name="City", default="")
    state = State(verbose_name="State", default="")
    time_off = Text(
        verbose_name="Time off for",
        choices=choices(TIMES_OFF),
        default="",
        help_text="For a time without work. A packet prints this word alone, and nothing for Health.",
    )
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("employer", "position")


class Affiliation(Period):
    """Membership of the staff of another hospital."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="affiliations")
    hospital = Text(verbose_name="Hospital")
    category = Text(verbose_name="Category there", default="")
    started = FuzzyDay(verbose_name="From", default="")
    ended = FuzzyDay(verbose_name="To", default="", help_text="Empty while it lasts.")
    standing = Text(verbose_name="Standing", default="", help_text="As the hospital states it.")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("hospital",)


EDUCATION = Kind(
    Education,
    "Education",
    ("provider", "sort", "institution", "program", "started", "ended"),
    ("institution", "program"),
    natural_key=("provider", "sort", "institution"),
)
WORK_HISTORY = Kind(
    WorkHistory,
    "Work history",
    ("provider", "employer", "position", "started", "ended", "city", "state", "time_off"),
    ("employer", "position", "city"),
    natural_key=("provider", "employer", "started"),
)
AFFILIATIONS = Kind(
    Affiliation,
    "Affiliations",
    ("provider", "hospital", "category", "started", "ended", "standing"),
    ("hospital",),
    natural_key=("provider", "hospital"),
)
