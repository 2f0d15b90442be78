"""What came in from spreadsheets: one record an import, so that every value can show where it was read; and what was decided then."""

from workbench.records.fields import Code, Day, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
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
    rows_seal = Code(
        verbose_name="Seal of its rows", default="", help_text="A hash of the file's rows as they were kept."
    )

    titled_by = ("file_name", "imported")
    not_from_files = frozenset({"file_name", "imported", "as_of", "rows", "added", "changed", "rows_seal"})


class SheetLayout(Record):
    """What was decided about the sheets of one look from one sender, so that the next needs no deciding."""

    sender = Text(verbose_name="Sender", help_text="The name of the file without its days and versions.")
    sheet = Text(verbose_name="Sheet")
    headings = LongText(verbose_name="Headings", help_text="JSON: the texts of the heading row, column by column.")
    heading_row = Whole(verbose_name="Heading row", null=True, help_text="Where it was chosen by hand.")
    columns = LongText(verbose_name="Columns", default="[]", help_text="JSON: heading, which of that name, meaning.")
    meanings = LongText(
        verbose_name="Values", default="[]", help_text="JSON: field, what the file says, what it means."
    )
    answers = LongText(
        verbose_name="Answers", default="[]", help_text="JSON: what was asked of the whole sheet, what was answered."
    )
    used = Day(verbose_name="Last used on")

    titled_by = ("sender", "sheet")


class RowRuling(Record):
    """Who the rows that say the same are about, or which credential of theirs a day belongs to, as somebody decided once."""

    said = Code(verbose_name="What the row says", unique=True, help_text="A hash of its names and numbers.")
    provider = Link(Provider, verbose_name="Provider", backref="row_rulings", on_delete="CASCADE")
    credential = Code(
        verbose_name="Credential",
        default="",
        help_text="Number and state of the one a day belongs to; “-” and what was left out.",
    )
    decided = Day(verbose_name="Decided on")

    titled_by = ("provider", "decided")


IMPORTS = Kind(
    RosterImport,
    "Imports",
    ("file_name", "imported", "as_of", "rows", "added", "changed"),
    ("file_name",),
    natural_key=("sha256", "imported"),
)

SHEET_LAYOUTS = Kind(
    SheetLayout,
    "Known files",
    ("sender", "sheet", "used"),
    ("sender",),
    natural_key=("sender", "sheet", "headings"),
)

ROW_RULINGS = Kind(RowRuling, "Same person rulings", ("provider", "decided"), natural_key=("said",))
