"""“Tracer sheet…” and “Audit worksheet…”: files traced as a job, then shown as paper or written as a sheet."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QAction

from workbench.actions import tracing_files
from workbench.records.provider import Provider
from workbench.records.words import of
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.page import Page

XLSX = "Excel (*.xlsx)"


def tracer_actions(page: Page, whose: Callable[[], Sequence[int]], about: Callable[[], str] = str) -> list[QAction]:
    """The two actions of a page that shows files: for the office, and for a surveyor."""
    inside = page.add(
        "Print tracer sheets…", "printer", "Ctrl+Shift+F9", lambda: print_tracers(page, whose(), about(), False)
    )
    outside = page.add(
        "Print tracer sheets, survey edition…",
        "printer",
        "Ctrl+Shift+F10",
        lambda: print_tracers(page, whose(), about(), True),
        "Without NPDB results, peer review and health",
    )
    return [inside, outside]


def print_tracers(page: Page, ids: Sequence[int], about: str, for_survey: bool) -> None:
    """Draw the sheets as a job, then show them."""
    from workbench.ui.paper_sheet import show_paper

    if not ids:
        return
    session = page.session
    on = page.past or session.today
    name = f"Tracer sheets {on.isoformat()}"
    if len(ids) == 1:
        name = f"Tracer sheet {Provider.get_by_id(ids[0]).title} {on.isoformat()}"
    title = "Tracer sheet" if len(ids) == 1 else f"Tracer sheets of {of(len(ids), 'file')}"
    session.jobs.start(
        "Tracing the files",
        lambda progress: tracing_files.sheets(ids, on, session.today, about, for_survey, progress),
        lambda pdf: show_paper(session, pdf, title, f"{name}.pdf", page),
    )


def ask_worksheet(page: Page, ids: Sequence[int], about: str) -> None:
    """Ask where the audit worksheet goes, then write it as a job."""
    if not ids:
        return
    session = page.session
    on = page.past or session.today

    def write(path: Path) -> None:
        session.seat.last_folder = str(path.parent)
        session.jobs.start(
            "Writing the audit worksheet",
            lambda progress: tracing_files.worksheet(ids, path, on, about, True, progress),
            lambda count: session.messages.toast(f"{of(count, 'file')} written to {path.name}"),
        )

    ask_save_file(page, "Audit worksheet", f"File audit {on.isoformat()}.xlsx", XLSX, session.seat.last_folder, write)
