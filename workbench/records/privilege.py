"""Privileges: the forms that delineate them with their criteria, what is asked for, and who holds what from when to when."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.application import VIEWS, Application
from workbench.records.fields import Code, Day, Flag, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.office_lists import Facility, Specialty
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

FORM_STATES = ("Draft", "In force", "Retired")
PRIVILEGE_SORTS = ("Core", "Special")
DECISIONS = ("Granted", "Granted with conditions", "Not granted", "Withdrawn")


class PrivilegeForm(Record):
    """A delineation of privileges for a specialty."""

    name = Text(verbose_name="Form", unique=True)
    specialty = Link(Specialty, verbose_name="Specialty", null=True, on_delete="SET NULL", backref="privilege_forms")
    edition = Text(verbose_name="Edition", default="", help_text="As printed on it: 2026-1, Rev. 3.")
    effective = Day(verbose_name="In force since", null=True)
    state = Text(verbose_name="State", choices=choices(FORM_STATES), default="Draft")
    starting_point = Flag(
        verbose_name="Starting point",
        default=False,
        help_text="Came with the program; the office has not made it its own.",
    )
    remarks = LongText(verbose_name="Remarks", default="")


class Privilege(Record):
    """One line of a form: what may be done, and what one must show for it."""

    form = Link(PrivilegeForm, verbose_name="Form", on_delete="CASCADE", backref="privileges")
    position = Whole(verbose_name="Order", default=0)
    sort = Text(verbose_name="Core or special", choices=choices(PRIVILEGE_SORTS), default="Core")
    code = Code(verbose_name="Code", default="", help_text="The office's short number of it, if it has one.")
    name = Text(verbose_name="Privilege")
    description = LongText(verbose_name="What it includes", default="")
    training = LongText(
        verbose_name="Training asked for", default="", help_text="The program or course, as the form words it."
    )
    board = LongText(verbose_name="Board certification asked for", default="")
    counted = Text(verbose_name="Cases counted", default="", help_text="The activity that counts, as volumes call it.")
    cases = Whole(verbose_name="Cases asked for", null=True)
    months = Whole(verbose_name="In the last (months)", null=True)
    life_support = Text(verbose_name="Life support asked for", default="", help_text="ACLS, PALS; several with commas.")
    fppe = LongText(verbose_name="FPPE when new", default="")

    titled_by = ("name",)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a number of cases that does not say of what or since when."""
        if values.get("cases") and not values.get("counted"):
            yield Problem("counted", "Say which activity counts.")
        if values.get("cases") and not values.get("months"):
            yield Problem("months", "Say in how many months.")


class PrivilegeRequest(Record):
    """One privilege on an application: asked for, what the chair and the committee say, what was decided."""

    application = Link(Application, verbose_name="Application", on_delete="CASCADE", backref="privilege_requests")
    privilege = Link(Privilege, verbose_name="Privilege", on_delete="RESTRICT", backref="requests")
    chair_view = Text(verbose_name="Chair", choices=choices(VIEWS), default="")
    committee_view = Text(verbose_name="Committee", choices=choices(VIEWS), default="")
    decision = Text(verbose_name="Decision", choices=choices(DECISIONS), default="")
    conditions = LongText(verbose_name="Conditions", default="")

    titled_by = ("privilege",)
    not_from_files = frozenset({"decision"})

    class Meta:
        """A privilege is asked for once on an application."""

        indexes = ((("application", "privilege"), True),)


class CriterionShown(Record):
    """What the office saw for one criterion of a privilege asked for, where no record holds it."""

    request = Link(PrivilegeRequest, verbose_name="Privilege asked for", on_delete="CASCADE", backref="shown")
    part = Text(verbose_name="Criterion", help_text="As the form words it: it answers this one and no other.")
    text = LongText(verbose_name="Shown", help_text="A letter, a log, a course: in the office's own words.")

    titled_by = ("part",)

    class Meta:
        """Once for each criterion."""

        indexes = ((("request", "part"), True),)


class HeldPrivilege(Record):
    """A privilege that a person holds, from a day to a day."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="held")
    privilege = Link(Privilege, verbose_name="Privilege", on_delete="RESTRICT", backref="held")
    facility = Link(Facility, verbose_name="Facility", null=True, on_delete="RESTRICT", backref="held")
    application = Link(Application, verbose_name="Granted on", null=True, on_delete="SET NULL", backref="held")
    starts = Day(verbose_name="From")
    ends = Day(verbose_name="To", null=True, help_text="The last day on which it is held.")
    conditions = LongText(verbose_name="Conditions", default="")

    titled_by = ("privilege",)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: an end before the beginning."""
        if cls.runs_backward(values):
            yield Problem("ends", "It ends before it starts.")


PRIVILEGE_FORMS = Kind(
    PrivilegeForm,
    "Privilege forms",
    ("name", "specialty", "edition", "effective", "state", "starting_point", "remarks"),
    searched=("name",),
    natural_key=("name",),
)
PRIVILEGES = Kind(
    Privilege,
    "Form lines",
    tuple(
        ["form", "position", "sort", "code", "name", "description", "training", "board"]
        + ["counted", "cases", "months", "life_support", "fppe"]
    ),
    searched=("name", "code", "description"),
    natural_key=("form", "name"),
)
PRIVILEGE_REQUESTS = Kind(
    PrivilegeRequest,
    "Privilege requests",
    ("application", "privilege", "chair_view", "committee_view", "decision", "conditions"),
    natural_key=("application", "privilege"),
)
CRITERIA_SHOWN = Kind(CriterionShown, "Criteria shown", ("request", "part", "text"), natural_key=("request", "part"))
HELD_PRIVILEGES = Kind(
    HeldPrivilege,
    "Privileges",
    ("provider", "privilege", "facility", "starts", "ends", "conditions"),
    natural_key=("provider", "privilege", "starts"),
)
