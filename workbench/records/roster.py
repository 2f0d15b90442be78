"""What came in from spreadsheets: one record an import, so that every value can show where it was read."""

from workbench.records.fields import Code, Day, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record


class RosterImport(Record):
    """A file that was imported."""

    file_name = Text(verbose_name="File")
    sha256 = Code(verbose_name="Content")
    imported = Day(verbose_name="Imported on")
    as_of = Day(verbose_name="As of", null=True, help_text="The day the file speaks of.")
    rows = Whole(verbose_name="Rows", default=0)
    added = Whole(verbose_name="New", default=0)
    changed = Whole(verbose_name="Changed", default=0)
    columns_read = LongText(verbose_name="How the columns were read", default="", help_text="JSON, by sheet.")

    titled_by = ("file_name", "imported")
    not_from_files = frozenset({"file_name", "imported", "as_of", "rows", "added", "changed"})


IMPORTS = Kind(
    RosterImport,
    "Imports",
    ("file_name", "imported", "as_of", "rows", "added", "changed"),
    ("file_name",),
    natural_key=("sha256", "imported"),
)
