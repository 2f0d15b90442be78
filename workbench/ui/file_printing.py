"""“Print the file…” on a person's page: what it shows, as paper, today or as of the day that it shows."""

from io import BytesIO
from typing import Any

from workbench.errors import Progress
from workbench.ui.kit.page import Page


def print_file(page: Page, file: Any, as_of: Any = None) -> None:
    """Draw a file that was read, as a job, then show it."""
    from workbench.papers import file_profile  # the document library costs a start nothing
    from workbench.ui.paper_sheet import show_paper

    session = page.session
    made = file_profile.file_profile_of(file, session.today, as_of)

    def draw(_: Progress) -> bytes:
        to = BytesIO()
        file_profile.draw(made, to)
        return to.getvalue()

    title = f"File of {file.title}"
    name = f"File {file.title} {(as_of or session.today).isoformat()}.pdf"
    session.jobs.start("Drawing the file", draw, lambda pdf: show_paper(session, pdf, title, name, page))
