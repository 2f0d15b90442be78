"""Findings as they are kept: derived from the files and the standards, made anew where something changed, never in the log."""

from workbench.records.fields import Day, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record

BLOCKS, WARNS, TELLS = "block", "warn", "info"


class KeptFinding(Record):
    """One finding, with the words that a list shows; it points at nothing, since it is made anew whenever that changes."""

    provider = Whole(verbose_name="Provider ID", default=0, index=True, help_text="0 for the office itself.")
    person = Text(verbose_name="Person", default="")
    department = Text(verbose_name="Department", default="")
    rule = Text(verbose_name="Rule")
    requirement = Text(verbose_name="Requirement")
    severity = Text(verbose_name="Severity", choices=[(BLOCKS, "Not ready"), (WARNS, "Warning"), (TELLS, "Note")])
    message = LongText(verbose_name="What is wrong")
    why = LongText(verbose_name="Why it matters")
    citation = LongText(verbose_name="Required by")
    remedy = LongText(verbose_name="What would mend it")
    worse_on = Day(verbose_name="Worse on", null=True)
    credential = Whole(verbose_name="Credential ID", null=True)
    application = Whole(verbose_name="Application ID", null=True)

    titled_by = ("person", "requirement")
    not_from_files = frozenset(
        {"provider", "person", "department", "rule", "requirement", "severity", "message", "why", "citation", "remedy"}
        | {"worse_on", "credential", "application"}
    )

    class Meta:
        """Its table is one of the store's own."""

        table_name = "finding"


FINDINGS = Kind(
    KeptFinding,
    "Findings",
    ("person", "department", "requirement", "severity", "message", "remedy", "worse_on", "citation"),
    order=("person", "severity"),
)
