"""Pulls: files that were drawn or chosen to be looked at as a surveyor would, kept so that a draw can be made again."""

from workbench.records.fields import Day, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices

RANDOM, CHOSEN = "Random", "Chosen"
HOW = (RANDOM, CHOSEN)
BY_DEPARTMENT, BY_TYPE, BY_APPOINTMENT = "Department", "Provider type", "New or reappointed"
STRATA = (BY_DEPARTMENT, BY_TYPE, BY_APPOINTMENT)


class FilePull(Record):
    """One draw: from whom, by which seed, how many. The same seed over the same files draws the same."""

    pulled = Day(verbose_name="Pulled")
    by = Text(verbose_name="By", default="")
    how = Text(verbose_name="How", choices=choices(HOW), default=RANDOM)
    wanted = Whole(verbose_name="Files wanted", default=0)
    strata = Text(verbose_name="Spread over", choices=choices(STRATA), default="", help_text="Empty: over everybody.")
    seed = Text(verbose_name="Seed", default="")
    population = Text(verbose_name="From", default="", help_text="Whose files these were, in words.")
    files = Whole(verbose_name="Files to draw from", default=0)
    among = LongText(verbose_name="Drawn from, by ID", default="", help_text="A line a group: its name, and the IDs.")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("pulled", "how")
    not_from_files = frozenset({"pulled", "by", "how", "wanted", "strata", "seed", "population", "files", "among"})


class PulledFile(Record):
    """A person whose file was pulled."""

    pull = Link(FilePull, verbose_name="Pull", on_delete="CASCADE", backref="pulled_files")
    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="pulls")
    position = Whole(verbose_name="Order", default=0)
    stratum = Text(verbose_name="Group", default="")

    titled_by = ("provider",)
    not_from_files = frozenset({"pull", "provider", "position", "stratum"})

    class Meta:
        """Nobody is drawn twice."""

        indexes = ((("pull", "provider"), True),)


FILE_PULLS = Kind(
    FilePull,
    "File pulls",
    ("pulled", "how", "wanted", "strata", "seed", "population", "files", "by", "remarks"),
    order=("pulled",),
)
PULLED_FILES = Kind(PulledFile, "Pulled files", ("provider", "pull", "position", "stratum"), order=("position",))
