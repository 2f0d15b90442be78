"""What is made of files that were traced: the audit worksheet and tracer sheets. Both only read the office."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists import tracing

AT_ONCE = 50
"""Files that are traced together, so that progress is told and Cancel heard."""


def traced(ids: Iterable[int], on: date, for_survey: bool, progress: Progress = quiet) -> list[tracing.Tracer]:
    """The files, in the order of their ids. Raises WorkbenchError where none of them is there."""
    wanted, found = list(ids), list[tracing.Tracer]()
    for start in range(0, len(wanted), AT_ONCE):
        progress(start, len(wanted))
        found += tracing.of_people(wanted[start : start + AT_ONCE], on, for_survey)
    if not found:
        raise WorkbenchError("None of these files is there any longer. Nothing was made. Pull files anew.")
    return found


def worksheet(
    ids: Sequence[int], path: Path, on: date, about: str = "", for_survey: bool = True, progress: Progress = quiet
) -> int:
    """Write the audit worksheet of some files as xlsx; how many are in it. about is how they were pulled."""
    from workbench.sheets import audit_sheet  # the spreadsheet library costs a third of the start

    return audit_sheet.write(path, traced(ids, on, for_survey, progress), about)


def sheets(
    ids: Sequence[int], on: date, printed: date, about: str = "", for_survey: bool = True, progress: Progress = quiet
) -> bytes:
    """The tracer sheets of some files, as a PDF."""
    from workbench.papers import tracer  # the document library costs a start nothing

    to = BytesIO()
    tracer.draw(traced(ids, on, for_survey, progress), to, printed, progress, about)
    return to.getvalue()
