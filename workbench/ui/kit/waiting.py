"""What is shown while a job runs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import heading, status

COMMITTING = "Being written; this can no longer be stopped."


class Working(QWidget):
    """A bar that says that something is on its way, within what asked for it; hidden until then."""

    def __init__(self, title: str) -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(status("working", title))
        column.addWidget(bar)
        self.hide()


class Waiting(QDialog):
    """A bar, how far it is, and a Cancel; it closes when the job has ended, not before. stop() says whether it can be stopped."""

    def __init__(self, title: str, stop: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._stop, self._finished = stop, False
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._said = status("progress", "Working…")
        self._cancel = bare_button("Cancel", "", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        column.addWidget(self._bar)
        column.addWidget(self._said)
        column.addWidget(self._cancel, alignment=Qt.AlignmentFlag.AlignRight)

    def report(self, title: str, done: int, total: int) -> None:
        """Move the bar."""
        if not self._cancel.isEnabled():
            return
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self._said.setText(f"{done:,} of {total:,}" if total else f"{done:,}")

    def commit(self) -> None:
        """What was done is being written for good: say so, and offer no Cancel that could not be kept."""
        self._cancel.setEnabled(False)
        self._bar.setRange(0, 0)
        self._said.setText(COMMITTING)

    def reject(self) -> None:
        """Esc, Cancel: ask the job to stop, and wait until it has."""
        if not self._cancel.isEnabled():
            return
        self.commit()
        if self._stop():
            self._said.setText("Stopping… nothing will have been changed.")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self._finished:
            event.ignore()
            self.reject()

    def finish(self) -> None:
        """The job has ended; the window below has the keyboard again, also where no window manager gives it back."""
        self._finished = True
        below = self.parentWidget()
        self.done(QDialog.DialogCode.Accepted)
        self.setParent(None)
        if below is not None:
            below.window().activateWindow()
