"""The documents of a file: dropped or attached, kept once by their content, looked at here, tied to what they prove."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import filing
from workbench.errors import WorkbenchError
from workbench.lists.file import File
from workbench.lists.file_parts import DOCUMENTS_PART
from workbench.records.words import of
from workbench.store.saving import put
from workbench.ui.kit.action import own_action, plain, set_keys
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.dialogs import ask_open_files, ask_save_file
from workbench.ui.kit.labels import small
from workbench.ui.kit.preview import Preview
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.pages.seen_document import seen

AT_FIRST = ("1", "5")
"""The file's name and its size: the heading's menu brings them back, the preview needs the room."""
DROPPED = "Drop files anywhere on this page"


class Documents(RecordsCard):
    """There is no Open: it would leave a readable copy in the temporary folder. A document is looked at here, and a copy goes
    where the user says."""

    def __init__(self, page: Any) -> None:
        self.preview = Preview(page.session.jobs, "the document")
        self._shown: int | None = None
        super().__init__(DOCUMENTS_PART, page, fill=True)
        self.copy = own_action(self, "Save a copy…", "download", "Ctrl+S", self._ask_where)
        self.look = own_action(self, "Go to the preview", "eye", "F6", self.preview.paper.setFocus)
        self.head.insertWidget(self.head.count() - 3, small(DROPPED))
        self.head.insertWidget(self.head.count() - 3, ButtonRow([self.copy]))
        self.table.set_actions([self.look, self.copy, self.change, self.drop, self.past])
        self.table.set_empty(
            "No documents on this file yet. Drop one here, or attach it.", "Attach…", page.attach.trigger
        )
        self.new.setVisible(False)  # a document comes with its bytes: Attach
        self.removeAction(self.new)
        self.table.columns.hide_at_first(AT_FIRST)
        self.table.current_changed.connect(lambda _: self._follow())

    def _lay_out(self) -> None:
        super()._lay_out()
        self.body.removeWidget(self.table)
        preview = self.preview
        for each in (preview.back, preview.on, preview.actual, preview.fit_page, preview.fit_width):
            set_keys(each, "", plain(each.text()))  # the window's pages and the parts of the file have these keys
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, 11)
        preview.setContentsMargins(12, 6, 12, 10)
        row.addWidget(preview, 10)
        self.body.insertLayout(self.body.count() - 1, row, 1)

    def show_file(self, file: File) -> None:
        super().show_file(file)
        self.table.setVisible(True)
        self._empty.setVisible(False)
        self.preview.setVisible(self.table.count() > 0)
        if self.table.count() and self.table.current() is None:
            self.table.go_to(self.table.ids()[0])  # lit, since it is what is shown beside it
        self._follow()

    def weigh(self) -> None:
        super().weigh()
        if hasattr(self, "look"):
            for each in (self.copy, self.look):
                each.setEnabled(bool(self._chosen()))

    # Looking at it

    def _follow(self) -> None:
        """Show the current document; its content is fetched, and a picture made a page, beside the window."""
        current = self.table.current()
        if current == self._shown or not self.isVisible():
            return
        self._shown = current
        self.preview.clear("No document is chosen.")
        if current is not None:
            self._page.session.reader.ask(self, lambda: seen(current), self._show)

    def _show(self, found: tuple[str, bytes | str]) -> None:
        name, seen = found
        if isinstance(seen, bytes):
            self.preview.show_pdf(seen, name)
        else:
            head, _, rest = seen.partition(". ")
            self.preview.clear(f"{head}.", rest)

    def showEvent(self, event: Any) -> None:  # noqa: N802
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: Any) -> None:  # noqa: N802
        """What nobody looks at does not stay in memory: the office may be locked next."""
        super().hideEvent(event)
        self._shown = None
        self.preview.clear("No document is chosen.")

    # Attaching

    def ask_which(self) -> None:
        """Choose files to attach."""
        ask_open_files(
            self.window(), "Attach documents", "All files (*)", self._page.session.seat.last_folder, self.offer
        )

    def offer(self, paths: Sequence[Path], proves: int | None = None) -> None:
        """Ask what the files are called and what they prove, then attach them; proves is offered first."""
        from workbench.ui.pages.attach_sheet import MOST, AttachSheet

        if not paths:
            return
        if len(paths) > MOST:
            self.attach(paths)
        else:
            AttachSheet(self, self._page, paths, proves).open()

    def attach(self, paths: Sequence[Path], told: Any = None) -> None:
        """Read files and keep them, as one step; what could not be kept, or will not print well, is named."""
        from workbench.actions import attaching  # brings the libraries of paper

        session, provider = self._page.session, self._page.file.id
        if not paths:
            return
        session.seat.last_folder = str(paths[0].parent)
        today = session.today

        def tell(made: attaching.Attached) -> None:
            if made.kept and self._page.file.id == provider:
                self._show_newest()
            if made.refused or made.noted:
                head = f"{of(len(made.kept), 'document')} attached." if made.kept else "Nothing was attached."
                session.messages.tell(head, _told(made.refused, made.noted))

        work = lambda progress: attaching.attach_files(provider, paths, today, progress, told)  # noqa: E731
        session.run("Attaching documents", work, tell)

    def _show_newest(self) -> None:
        """What was attached last is what is chosen and seen."""
        newest = max(self.table.ids(), default=None)
        if newest is not None and self.table.go_to(newest):
            self._follow()

    # Saving a copy

    def _ask_where(self) -> None:
        found = filing.content_of(self._chosen()[0]) if self._chosen() else None
        if found is None:
            what = "The document's content is not in this office."
            self._page.session.messages.error(f"{what} Nothing was written. Restore the newest backup.")
            return
        name, content = found
        folder = self._page.session.seat.last_folder
        ask_save_file(
            self.window(), "Save a copy", name, "All files (*)", folder, lambda path: self._write(path, content)
        )

    def _write(self, path: Path, content: bytes) -> None:
        session = self._page.session
        session.seat.last_folder = str(path.parent)
        try:
            put(path, content)
        except WorkbenchError as error:
            session.messages.error(error)
        else:
            session.messages.toast(f"Saved as {path.name}")


def _told(refused: tuple[str, ...], noted: tuple[str, ...]) -> str:
    """What was left out, and what a packet does with the others."""
    said = ["Not attached:", *refused] if refused else []
    said += ["In a packet:", *noted] if noted else []
    return "\n".join(said)
