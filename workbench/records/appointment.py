"""Appointments: a person's membership of the staff of one facility, with its term."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import Problem
from workbench.records.fields import Day, Link, LongText
from workbench.records.kind import Kind
from workbench.records.office_lists import Category, Facility
from workbench.records.provider import Provider
from workbench.records.record import Record


class Appointment(Record):
    """An appointment to the staff of a facility."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="appointments")
    facility = Link(Facility, verbose_name="Facility", null=True, on_delete="RESTRICT", backref="appointments")
    category = Link(Category, verbose_name="Category", null=True, on_delete="RESTRICT", backref="appointments")
    initial = Day(verbose_name="First appointed", null=True)
    starts = Day(verbose_name="Term starts", null=True)
    ends = Day(
        verbose_name="Term ends", null=True, help_text="The last day of the term: the reappointment is due by then."
    )
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("starts", "ends")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a term that ends before it starts."""
        if cls.runs_backward(values):
            yield Problem("ends", "The term ends before it starts.")


APPOINTMENTS = Kind(
    Appointment,
    "Appointments",
    ("provider", "facility", "category", "initial", "starts", "ends"),
    natural_key=("provider", "facility"),
)
