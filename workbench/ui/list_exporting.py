"""“Export to Excel…” on a list's page: the rows and the order that are shown, as a sheet that can be edited and comes back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.records.words import of, within
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.table import Table
from workbench.ui.session import Session
from workbench.ui.wording import SHEETS


def export_list(
    session: Session, table: Table, name: str, one: str, parent: QWidget, ids: Sequence[int] | None = None
) -> None:
    """Ask where to, then write as a job; name is without its ending, one is what a row is called, ids the rows if not all."""
    listed, chosen, today = table.model_.listed, list(table.ids() if ids is None else ids), table.model_.today()
    groups = table.model_.heads.over(chosen)

    def write(path: Path) -> None:
        from workbench.actions import exporting  # the spreadsheet library costs a third of the start
        from workbench.papers.listing import in_words

        session.seat.last_folder = str(path.parent)
        said = in_words(
            listed,
            view=table.view,
            named=table.named,
            search=table.text,
            filters=table.filters,
            group=table.group,
            chosen=0 if ids is None else len(chosen),
            as_of=today if today != session.today else None,
        )
        how: Any = {"said": said, "groups": groups}
        session.jobs.start(
            f"Exporting {within(listed.title)}",
            lambda progress: exporting.export(listed, chosen, path, today, progress=progress, **how),  # type: ignore[arg-type]
            done=lambda count: session.messages.toast(f"{of(count, one)} written to {path.name}"),
        )

    ask_save_file(parent, f"Export {within(listed.title)}", f"{name}.xlsx", SHEETS, session.seat.last_folder, write)
