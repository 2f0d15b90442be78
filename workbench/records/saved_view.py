"""Saved views: what somebody looks for in a list again and again, kept by name for everybody in the office."""

from workbench.records.fields import Code, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record


class SavedView(Record):
    """A named choice among the rows of a list: which of them, in what order, and which columns show."""

    listed = Code(verbose_name="List", help_text="The name of the list: providers, credentials.")
    name = Text(verbose_name="Name", help_text="What its chip says.")
    base = Code(
        verbose_name="Built on", default="", help_text="The key of the built-in view; empty for the list itself."
    )
    words = Text(verbose_name="Found by", default="")
    filters = LongText(verbose_name="Filters", default="{}", help_text="JSON: by column, what its cells hold.")
    ordered = LongText(verbose_name="Order", default="[]", help_text="JSON: column, whether it descends.")
    grouped = Code(verbose_name="Grouped by", default="", help_text="The key of a column; empty without groups.")
    closed = LongText(verbose_name="Closed groups", default="[]", help_text="JSON: the keys of those whose rows hide.")
    columns = LongText(
        verbose_name="Columns",
        default="[]",
        help_text="JSON, from left to right: column, whether it shows, logical pixels or 0 for as many as fit.",
    )
    position = Whole(verbose_name="Place", default=0, help_text="Among the chips of its list.")

    class Meta:
        """One of a name in a list."""

        indexes = ((("listed", "name"), True),)


SAVED_VIEWS = Kind(
    SavedView,
    "Saved views",
    ("name", "listed", "base", "words", "position"),
    natural_key=("listed", "name"),
    order=("listed", "position"),
)
