"""A paper before it is printed or saved: the PDF itself, in a window of its own."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import WorkbenchError
from workbench.store.saving import put
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import bare_button, button
from workbench.ui.kit.dialogs import MARGIN, ask_save_file
from workbench.ui.kit.labels import note, status
from workbench.ui.kit.preview import Preview
from workbench.ui.session import Session


class PaperSheet(QDialog):
    """Shows a PDF; Print goes to the printer, Save to a file: the same bytes both times."""

    def __init__(
        self, session: Session, pdf: bytes, title: str, file_name: str, parent: QWidget, lacks: str = ""
    ) -> None:
        """file_name is what is offered for saving, with its ending; lacks is what the paper does not say yet."""
        super().__init__(parent.window())
        self._session, self._pdf, self._file_name = session, pdf, file_name
        self.setWindowTitle("Medical Staff Workbench")
        self.setAccessibleName(title)
        self.setSizeGripEnabled(True)
        self.preview = Preview(session.jobs, title)
        self.preview.printed.connect(self._tell)
        self.preview.printer.hide()  # there is a larger one below
        self.print_ = action("&Print…", "printer", "Ctrl+P", self.preview.ask_print, self)
        self.save = action("&Save as PDF…", "save", "Ctrl+S", self._ask_save, self)
        self.look_for = action("Find in it", "search", "Ctrl+F", self.preview.ask_find, self)
        self.addActions([self.print_, self.save, self.look_for])
        self.said = status("paper-said")
        """What was printed or saved: said here too, since the window's own words may lie below this one."""
        self.lacks = note(lacks).kind("warn")
        self.lacks.setVisible(bool(lacks))
        self._lay_out()
        self._fit(parent.window())
        self.print_.setEnabled(self.preview.show_pdf(pdf, title))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.save, icon=True))
        row.addWidget(self.said, 1)
        row.addWidget(bare_button("Close", "", self.reject))
        row.addWidget(button(self.print_, "primary", icon=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(self.lacks)
        column.addWidget(self.preview, 1)
        column.addLayout(row)

    def _fit(self, window: QWidget) -> None:
        """Nearly as large as the window below, which is as large as the screen allows."""
        room = self.screen().availableGeometry().size() - QSize(MARGIN, 2 * MARGIN)
        self.resize(QSize(max(640, window.width() - 160), max(480, window.height() - 60)).boundedTo(room))

    def done(self, result: int) -> None:
        """Close, let go of the document, and give the keyboard back to the window below."""
        super().done(result)
        self.preview.clear()
        if (below := self.parentWidget()) is not None:
            below.window().activateWindow()

    def _ask_save(self) -> None:
        ask_save_file(self, "Save as PDF", self._file_name, "PDF (*.pdf)", self._session.seat.last_folder, self.write)

    def write(self, path: Path) -> None:
        """Write the same bytes that are shown."""
        self._session.seat.last_folder = str(path.parent)
        try:
            put(path, self._pdf)
        except WorkbenchError as error:
            self._session.messages.error(error)
        else:
            self._tell(f"Saved as {path.name}")

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self._session.messages.toast(words)


def show_paper(
    session: Session, pdf: bytes, title: str, file_name: str, parent: QWidget, lacks: str = ""
) -> PaperSheet:
    """Open a paper before it is printed or saved."""
    sheet = PaperSheet(session, pdf, title, file_name, parent, lacks)
    sheet.open()
    sheet.preview.paper.setFocus()
    return sheet
