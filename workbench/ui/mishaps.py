"""When the program itself is wrong: one hook logs it, says that nothing was saved, and gives no one's data away."""

import logging
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt
from PySide6.QtWidgets import QApplication, QWidget

from workbench.errors import Cancelled, WorkbenchError, where
from workbench.ui.kit.dialogs import Sheet

LOG = logging.getLogger("workbench")
MOST_LOGGED = 256 * 1024
HEADLINE = "Something went wrong; nothing was saved"
WORDS = (
    "The step you were in was taken back as a whole; everything before it is kept. If it happens again, copy the "
    "details and send them to whoever looks after this program: they hold no one's data."
)


def keep_log(folder: Path) -> Path:
    """Log to a file in the user's folder; one that has grown gives way to a new one. Where it lies."""
    path = folder / "workbench.log"
    folder.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > MOST_LOGGED:
        path.replace(path.with_name("workbench.before.log"))
    # logging.handlers would rotate too, but it loads half the network library at every start
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return path


def details(error: BaseException) -> str:
    """Where it went wrong and with which versions, and no one's data."""
    return f"Python {platform.python_version()}, Qt {qt}, {platform.system()} {platform.release()}\n{where(error)}"


class Hook:
    """Takes the place of sys.excepthook while the window runs."""

    def __init__(self, window: Callable[[], QWidget | None], tell: Callable[[WorkbenchError], object]) -> None:
        """tell is the one door for what is wrong with the world, should it have been met by nobody."""
        self._window, self._tell, self._shown = window, tell, False

    def install(self) -> "Hook":
        """Be the hook from now on."""
        sys.excepthook = self
        return self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, WorkbenchError):
            self._tell(error)
            return
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        LOG.error("%s", details(error))
        if sys.stderr is not None:
            print(details(error), file=sys.stderr)
        if not self._shown:
            self._show(details(error))

    def _show(self, told: str) -> None:
        self._shown = True  # a fault that repeats with every repaint is said once
        sheet = Sheet(HEADLINE, WORDS, self._window())
        sheet.add_button("Copy details", "", lambda: QApplication.clipboard().setText(told))
        sheet.add_button("Close", "primary", sheet.accept, default=True)
        sheet.finished.connect(lambda _: setattr(self, "_shown", False))
        sheet.open()
