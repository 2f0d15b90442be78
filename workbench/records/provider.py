"""The person: a physician, an advanced practice provider or another member or applicant of the medical staff."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.records.checks import npi_fault
from workbench.records.fields import Code, Day, Email, Link, LongText, Pager, Phone, State, Text, Whole, Zip
from workbench.records.kind import Kind
from workbench.records.office_lists import Category, Department, Specialty
from workbench.records.record import Record

STATUSES = (
    "Active",
    "Applicant",
    "Leave of absence",
    "Suspended",
    "Inactive",
    "Resigned",
    "Retired",
    "Terminated",
    "Deceased",
)
ON_STAFF = frozenset({"Active", "Leave of absence", "Suspended"})
"""Statuses of members of the staff; an applicant is none yet."""
GONE = frozenset({"Inactive", "Resigned", "Retired", "Terminated", "Deceased"})
"""Statuses of people who are not on the staff any more: nothing of theirs is chased."""
WITHOUT_PRIVILEGES = (*sorted(GONE), "Suspended")
"""Statuses with which nobody does anything here, whatever the days of their privileges say."""
YOUNGEST = date(2015, 12, 31)
"""A birth date after this is a slip: Excel takes 1/1/55 for 2055 once the column says four digits."""
EMPLOYMENTS = ("Hospital", "Group", "Independent", "Contracted", "Locum tenens")
PROVIDER_TYPES = (
    "Physician",
    "Dentist",
    "Podiatrist",
    "Psychologist",
    "Optometrist",
    "Chiropractor",
    "Physician assistant",
    "Nurse practitioner",
    "Nurse anesthetist",
    "Nurse midwife",
    "Clinical nurse specialist",
    "Pharmacist",
    "Therapist",
    "Social worker",
    "Other",
)


def _choices(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Provider(Record):
    """A person whose credentials the office keeps."""

    last = Text(verbose_name="Last name")
    first = Text(verbose_name="First name", default="")
    middle = Text(verbose_name="Middle name", default="")
    suffix = Text(verbose_name="Suffix", default="", help_text="Jr, Sr, III; a degree belongs in its own box.")
    preferred = Text(verbose_name="Goes by", default="", help_text="The first name this person uses.")
    degree = Text(verbose_name="Degree", default="", help_text="As printed after the name: MD; DO; PA-C; MD, PhD.")
    provider_type = Text(verbose_name="Provider type", default="", choices=_choices(PROVIDER_TYPES))
    npi = Code(verbose_name="NPI", default="", index=True, help_text="Ten digits; the last one is a check digit.")
    specialty = Link(Specialty, verbose_name="Specialty", null=True, on_delete="RESTRICT", backref="providers")
    subspecialty = Link(
        Specialty, verbose_name="Second specialty", null=True, on_delete="RESTRICT", backref="second_providers"
    )
    department = Link(Department, verbose_name="Department", null=True, on_delete="RESTRICT", backref="providers")
    section = Text(verbose_name="Section", default="")
    category = Link(Category, verbose_name="Category", null=True, on_delete="RESTRICT", backref="providers")
    status = Text(verbose_name="Status", default="Active", choices=_choices(STATUSES))
    status_since = Day(verbose_name="Status since", null=True)
    employment = Text(verbose_name="Employment", default="", choices=_choices(EMPLOYMENTS))
    supervisor = Link(
        "self", verbose_name="Supervising physician", null=True, on_delete="SET NULL", backref="supervised"
    )
    email = Email(verbose_name="Email", default="")
    phone = Phone(verbose_name="Phone", default="", help_text="The office's telephone.")
    cell = Phone(verbose_name="Cell", default="")
    pager = Pager(verbose_name="Pager", default="")
    answering_service = Phone(verbose_name="Answering service", default="")
    fax = Phone(verbose_name="Fax", default="")
    street = Text(verbose_name="Street", default="")
    street2 = Text(verbose_name="Street, second line", default="")
    city = Text(verbose_name="City", default="")
    state = State(verbose_name="State", default="")
    zip = Zip(verbose_name="ZIP", default="")
    languages = Text(verbose_name="Languages", default="")
    birth_date = Day(verbose_name="Birth date", null=True)
    ssn_last4 = Code(verbose_name="Last four of SSN", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("last", "first", "middle", "suffix", "degree")

    class Meta:
        """By name, as every list begins."""

        indexes = ((("last", "first", "id"), False),)

    @classmethod
    def title_of(cls, *values: Any) -> str:
        """“Okafor, Adaeze N., MD”; a suffix stands with the last name."""
        last, first, middle, suffix, degree = (value or "" for value in values)
        middle = f"{middle}." if len(middle) == 1 else middle
        given = " ".join(part for part in (first, middle) if part)
        return ", ".join(part for part in (f"{last} {suffix}".strip(), given, degree) if part)

    @property
    def spoken(self) -> str:
        """“Adaeze N. Okafor Jr, MD”: as a letter is addressed."""
        middle = f"{self.middle}." if len(self.middle) == 1 else self.middle
        name = " ".join(part for part in (self.first, middle, self.last, self.suffix) if part)
        return ", ".join(part for part in (name, self.degree) if part)

    def doubts(self) -> Iterator[Problem]:
        """A name that holds digits is most likely the text of another box."""
        for name in ("last", "first", "middle"):
            said = str(self.__data__.get(name) or "")
            if any(map(str.isdigit, said)):
                yield Problem(name, f"“{said}” holds digits, which no name does.")

    weighty = frozenset({"status"})

    @classmethod
    def weighs(cls, name: str, before: Any, after: Any) -> str:
        """Who leaves, who is admitted without the governing body's decision, who comes back."""
        if name != "status" or not after or before == after or (before in GONE and after in GONE):
            return ""  # no status at all is refused, and nobody comes back by it
        if after in GONE:
            return "leave the staff"
        if before in GONE:
            return "come back to the staff"
        return "join the staff without a decision of the governing body" if before == "Applicant" else ""

    @classmethod
    def problems_of(cls, name: str, value: Any) -> Iterator[Problem]:
        """Besides its type: the check digit of the NPI, four digits of the SSN, nobody born after YOUNGEST."""
        yield from super().problems_of(name, value)
        if not value:
            return
        if name == "npi" and (fault := npi_fault(value)):
            yield Problem("npi", fault)
        if name == "ssn_last4" and not (len(value) == 4 and value.isascii() and value.isdigit()):
            yield Problem("ssn_last4", "Only the last four digits of the SSN are kept.")
        if name == "birth_date" and value > YOUNGEST:
            yield Problem("birth_date", f"Nobody born in {value.year} can be on a medical staff.")

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: somebody else supervises."""
        yield from super().problems_in(values)
        if values.get("id") and values.get("supervisor") == values["id"]:
            yield Problem("supervisor", "Nobody supervises themself.")


class OtherName(Record):
    """A former name or an alias, by which a person may stand in other people's files."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="other_names")
    sort = Text(verbose_name="Sort", default="Former name", choices=_choices(("Former name", "Alias")))
    last = Text(verbose_name="Last name")
    first = Text(verbose_name="First name", default="")

    titled_by = ("last", "first")


NUMBERS = ("Doctor number", "Dictation", "EHR", "CAQH", "Medicare", "Medicaid", "Employee number")
"""Whose numbers an office usually keeps; any other is written."""


class Identifier(Record):
    """A number that somebody else gave the person: the office's doctor number, dictation, EHR, CAQH, payers."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="identifiers")
    sort = Text(
        verbose_name="Whose number",
        help_text="Doctor number, Dictation, EHR, CAQH, Medicare: as you call it.",
        usual=NUMBERS,
    )
    value = Code(verbose_name="Number", index=True)

    titled_by = ("sort", "value")


class MergedPerson(Record):
    """A file that was merged into another: whose history goes on there."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="merged_people")
    gone = Whole(verbose_name="ID of the other", help_text="Never used again.")
    called = Text(verbose_name="The other's name")
    merged = Day(verbose_name="Merged on")

    titled_by = ("called",)


PROVIDERS = Kind(
    Provider,
    "Providers",
    tuple(
        [
            "last",
            "first",
            "middle",
            "suffix",
            "degree",
            "provider_type",
            "npi",
            "specialty",
            "subspecialty",
            "department",
            "section",
            "category",
            "status",
            "status_since",
            "employment",
            "supervisor",
            "email",
            "phone",
            "cell",
            "pager",
            "answering_service",
            "fax",
            "street",
            "street2",
            "city",
            "state",
            "zip",
            "languages",
            "preferred",
        ]
    ),
    searched=tuple(
        [
            "last",
            "first",
            "middle",
            "suffix",
            "preferred",
            "degree",
            "provider_type",
            "npi",
            "status",
            "employment",
            "email",
            "phone",
            "cell",
            "pager",
            "answering_service",
            "fax",
            "street",
            "street2",
            "section",
            "city",
            "state",
            "zip",
            "languages",
            "remarks",
        ]
    ),
    natural_key=("npi",),
    masked=frozenset({"birth_date", "ssn_last4"}),
)
OTHER_NAMES = Kind(
    OtherName,
    "Other names",
    ("provider", "last", "first", "sort"),
    ("last", "first"),
    natural_key=("provider", "last", "first"),
)
IDENTIFIERS = Kind(
    Identifier, "Identifiers", ("provider", "sort", "value"), ("sort", "value"), natural_key=("provider", "sort")
)

MERGED_PEOPLE = Kind(
    MergedPerson, "Merged people", ("provider", "called", "merged"), ("called",), natural_key=("gone",)
)
