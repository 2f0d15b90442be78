"""The office's own lists: departments, categories, specialties, facilities, and the sorts of credentials it keeps."""

from workbench.records.fields import Called, Code, Flag, State, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record


class Department(Record):
    """A clinical department of the medical staff."""

    name = Text(verbose_name="Department", unique=True)
    chair = Called(verbose_name="Chair", default="", help_text="The department chair, as printed on forms.")


class Category(Record):
    """A category of the medical staff, as the bylaws name it."""

    name = Text(verbose_name="Category", unique=True)
    votes = Flag(verbose_name="Votes", default=False)
    position = Whole(verbose_name="Order", default=0)


class Specialty(Record):
    """A specialty or subspecialty."""

    name = Text(verbose_name="Specialty", unique=True)


class Facility(Record):
    """A hospital or site that appoints to its staff."""

    name = Text(verbose_name="Facility", unique=True)
    state = State(verbose_name="State", default="")


class CredentialSort(Record):
    """A sort of credential that the office keeps, and what one of that sort must have."""

    key = Code(
        verbose_name="Short name", unique=True, help_text="How spreadsheets and letters call it: license, dea, board."
    )
    name = Text(verbose_name="Kind", unique=True)
    by_state = Flag(verbose_name="Belongs to a state", default=False)
    expires = Flag(verbose_name="Expires", default=True)
    lasting = Flag(verbose_name="Can be for life", default=False)
    maintained = Flag(
        verbose_name="Has continuing certification", default=False, help_text="As a board's certification has (MOC)."
    )
    limited = Flag(
        verbose_name="Has limits", default=False, help_text="Per claim and in aggregate, as liability coverage has."
    )
    supervised = Flag(
        verbose_name="Has a status at its source",
        default=False,
        help_text="A board says how it stands, and shows discipline.",
    )
    position = Whole(verbose_name="Order", default=0)

    uses = {
        "by_state": ("state",),
        "lasting": ("lifetime",),
        "maintained": ("continuing",),
        "limited": ("per_claim", "aggregate"),
        "supervised": ("standing", "discipline"),
    }
    """By what is ticked here, the fields of a credential that one of that sort has besides those that all have."""

    @classmethod
    def unused(cls, sort: int | None) -> frozenset[str]:
        """The fields that a credential of this sort has no use for; without a sort all that only some have."""
        found = cls.get_or_none(cls.id == sort) if sort else None
        return frozenset(name for flag, names in cls.uses.items() if not getattr(found, flag, False) for name in names)


class EntryAlias(Record):
    """A name that one of the office's lists had once, and the entry that stands for it since the two were joined."""

    tbl = Code(verbose_name="List")
    said = Text(verbose_name="Name")
    entry = Whole(verbose_name="Entry", help_text="The id of the entry in that list.")

    titled_by = ("said",)

    class Meta:
        """One meaning a name."""

        indexes = ((("tbl", "said"), True),)


DEPARTMENTS = Kind(Department, "Departments", ("name", "chair"), ("name",), natural_key=("name",), group="Office")
CATEGORIES = Kind(
    Category,
    "Categories",
    ("name", "votes", "position"),
    ("name",),
    natural_key=("name",),
    order=("position", "name"),
    group="Office",
)
SPECIALTIES = Kind(Specialty, "Specialties", ("name",), ("name",), natural_key=("name",), group="Office")
FACILITIES = Kind(Facility, "Facilities", ("name", "state"), ("name",), natural_key=("name",), group="Office")
CREDENTIAL_SORTS = Kind(
    CredentialSort,
    "Credential kinds",
    ("name", "key", "by_state", "expires", "lasting", "maintained", "limited", "supervised", "position"),
    ("name",),
    natural_key=("key",),
    order=("position", "name"),
    group="Office",
)
ENTRY_ALIASES = Kind(EntryAlias, "Joined names", ("said", "tbl"), ("said",), natural_key=("tbl", "said"))
