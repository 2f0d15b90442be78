"""Payers: who gets the office's roster, in which template and codes, and what was sent to them."""

from workbench.records.fields import Code, Day, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import choices

ROSTER_SORTS = ("Its own template", "CAQH roster file")
CODED = ("degree", "specialty", "provider_type", "category", "status", "action", "flag", "constant")
"""What a payer may call otherwise; a constant stands under its heading in every row."""


class Payer(Record):
    """A health plan, a network or CAQH, to which the office reports its roster."""

    name = Text(verbose_name="Payer", unique=True)
    sort = Text(verbose_name="Roster as", choices=choices(ROSTER_SORTS), default="Its own template")
    template_name = Text(
        verbose_name="Template", default="", help_text="The payer's own workbook; the office keeps it."
    )
    template = Code(verbose_name="Content of the template", default="")
    organization = Code(
        verbose_name="Organization", default="", help_text="For CAQH: the ID of the participating organization."
    )
    remarks = LongText(verbose_name="Remarks", default="")

    not_from_files = frozenset({"template_name", "template"})


class PayerCode(Record):
    """What a payer calls something that the office calls otherwise."""

    payer = Link(Payer, verbose_name="Payer", on_delete="CASCADE", backref="codes")
    sort = Text(verbose_name="Of what", choices=choices(CODED), default="specialty")
    ours = Text(verbose_name="Ours", help_text="As the office writes it; of a constant the column's heading.")
    theirs = Text(verbose_name="Theirs", default="", help_text="As the payer wants it; empty leaves the cell empty.")

    titled_by = ("ours", "theirs")

    class Meta:
        """One code for one thing."""

        indexes = ((("payer", "sort", "ours"), True),)


class Submission(Record):
    """A roster that was sent: what it said of everyone, so that the next one tells what changed."""

    payer = Link(Payer, verbose_name="Payer", on_delete="CASCADE", backref="submissions")
    made = Day(verbose_name="Sent on")
    file_name = Text(verbose_name="File")
    sha256 = Code(verbose_name="Content", default="", help_text="What the bytes are found by.")
    rows = Whole(verbose_name="Rows", default=0)
    adds = Whole(verbose_name="Added", default=0)
    changes = Whole(verbose_name="Changed", default=0)
    terms = Whole(verbose_name="Ended", default=0)
    manifest = LongText(verbose_name="What was sent", default="", help_text="JSON: by person what each column said.")

    titled_by = ("file_name", "made")
    not_from_files = frozenset({"payer", "made", "file_name", "sha256", "rows", "adds", "changes", "terms", "manifest"})


PAYERS = Kind(Payer, "Payers", ("name", "sort", "template_name", "organization"), ("name",), natural_key=("name",))
PAYER_CODES = Kind(
    PayerCode,
    "Payer codes",
    ("payer", "sort", "ours", "theirs"),
    ("ours", "theirs"),
    natural_key=("payer", "sort", "ours"),
)
SUBMISSIONS = Kind(
    Submission,
    "Submissions",
    ("payer", "made", "file_name", "rows", "adds", "changes", "terms"),
    natural_key=("payer", "made", "file_name"),
)
