"""The queries of the NPDB on a file; the scan of a response belongs to its query, and lies under seal."""

from pathlib import Path
from typing import Any

from workbench.lists.application_parts import NPDB_PART
from workbench.records.evidence import NpdbQuery
from workbench.records.words import of
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.pages.file_records import RecordsCard

PATTERNS = "Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
APART = "It is no document of the file: no list, packet or e-mail shows it, only the sealed insert."


class NpdbQueries(RecordsCard):
    """A query, who reviewed its response, and whether the scan is there."""

    def __init__(self, page: Any) -> None:
        super().__init__(NPDB_PART, page, defaults=lambda: {"queried": page.session.today})
        self.attach = own_action(self, "Attach the response…", "upload", "Ctrl+Shift+R", self._ask_which)
        self.take_out = own_action(self, "Take the response out…", "", "", self._ask_take_out)
        self.attach.setToolTip(f"Attach the response of the chosen query (Ctrl+Shift+R). {APART}")
        self.head.insertWidget(self.head.count() - 3, ButtonRow([self.attach], kind="link"))
        self.table.set_actions([self.attach, self.take_out, self.change, self.drop])

    def weigh(self) -> None:
        super().weigh()
        if hasattr(self, "take_out"):
            free, chosen = self._page.can_write(), self._chosen()
            self.attach.setEnabled(free and len(chosen) == 1)
            self.take_out.setEnabled(free and bool(self._with_response()))

    def _with_response(self) -> list[int]:
        chosen = NpdbQuery.id.in_(self._chosen())
        return [each.id for each in NpdbQuery.select().where(chosen & NpdbQuery.response.is_null(False))]

    def _ask_which(self) -> None:
        if self._chosen():
            folder = self._page.session.seat.last_folder
            ask_open_file(self.window(), "Attach the response of the NPDB", PATTERNS, folder, self.attach_response)

    def attach_response(self, path: Path) -> None:
        """Put a scan under seal, as the response of the chosen query."""
        from workbench.actions import responses

        session = self._page.session
        session.seat.last_folder = str(path.parent)
        wrong = session.do(responses.attach, self._chosen()[0], path, session.today)
        if wrong:
            session.messages.error(f"{wrong[0].message} Nothing was attached.")

    def _ask_take_out(self) -> None:
        from workbench.actions import responses

        session, ids = self._page.session, self._with_response()
        what = "the response" if len(ids) == 1 else f"{len(ids)} responses"
        session.messages.confirm(
            f"Take {what} out of the file?",
            f"Take {what} out",
            lambda: session.do(responses.take_out, ids),
            detail="The query stays, with who reviewed it. Undo brings the scan back.",
        )

    def _ask_delete(self) -> None:
        from workbench.actions import responses

        session, ids = self._page.session, self._chosen()
        lost = self._with_response()
        session.messages.confirm(
            f"Delete {of(len(ids), self.part.one, 'NPDB queries')}?",
            f"Delete {of(len(ids), self.part.one, 'NPDB queries')}",
            lambda: session.do(responses.remove, ids),
            detail=f"{'The response under seal goes too. ' if lost else ''}Undo brings it back.",
        )
