"""The audit sample of changed verifications, given to Excel and to paper. Both only read the office."""

from datetime import date
from io import BytesIO
from pathlib import Path

from workbench.errors import Progress, quiet
from workbench.lists.changed_verifications import HEADINGS, Sample
from workbench.records.policy import Policy
from workbench.store import settings

TITLE = "Audit of changed verifications"
ENTERED = ("Reviewed by", "Reviewed on", "Appropriate (yes, no)", "Finding")
"""What the auditor fills in."""


def sheet(sample: Sample, path: Path) -> int:
    """Write the sample as xlsx, with columns for the auditor and a sheet that says how it was drawn; how many rows."""
    from workbench.sheets import changes_sheet

    return changes_sheet.write(path, TITLE, (*HEADINGS, *ENTERED), [each.texts for each in sample.changes], sample.said)


def paper(sample: Sample, today: date, progress: Progress = quiet) -> bytes:
    """The sample as a PDF."""
    from workbench.papers import list_pages
    from workbench.papers.listing import Column, Listing, Row

    columns = tuple(Column(heading, bold=place == 0) for place, heading in enumerate(HEADINGS))
    rows = tuple(Row(each.texts, ("",) * len(HEADINGS)) for each in sample.changes)
    to = BytesIO()
    listing = Listing(TITLE, sample.said, settings.load(Policy).hospital, today, columns, rows)
    list_pages.draw(listing, to, progress)
    return to.getvalue()
