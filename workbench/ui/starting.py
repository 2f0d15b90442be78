"""From the first page to an open office and back: one window at a time, one office at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget

from workbench.actions import offices, protecting
from workbench.errors import Damaged, WorkbenchError
from workbench.store import database
from workbench.store.hold import NotWritable
from workbench.store.keys import WrongPassphrase, keys_path
from workbench.store.office import Office
from workbench.store.office import Seat as Chair
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.messages import Messages
from workbench.ui.kit.page import Described
from workbench.ui.kit.placing import place
from workbench.ui.kit.seat import Seat
from workbench.ui.locking import Locking
from workbench.ui.office_window import open_window
from workbench.ui.restoring import Restoring
from workbench.ui.surveying import Surveying
from workbench.ui.window import TITLE, Window

if TYPE_CHECKING:
    from workbench.ui.pages.first_run import FirstRun

SAMPLE_NAME = "Sample hospital"
SETTLES = 80
"""Milliseconds for which a window waits to show what its first page reads."""
_Places = QStandardPaths.StandardLocation


class Program(QObject):
    """What is on the screen: the first page, or the window of an office."""

    def __init__(
        self,
        seat: Seat,
        chair: Chair,
        pages: Callable[[], Sequence[Described]],
        today: Callable[[], date],
        folder: Path,
    ) -> None:
        """The chair says who works here and when; folder is the user's own, where the sample hospital lies."""
        super().__init__()
        self.seat, self.chair, self.pages, self.today, self.folder = seat, chair, pages, today, folder
        self.shown: QWidget | None = None
        self._first: FirstRun | None = None
        """The first page, while it is what is shown."""
        self.office: Office | None = None
        self.locking, self.surveying = Locking(self), Surveying(self)

    # The first page

    def welcome(self, said: str = "") -> None:
        """Show the first page, with a sentence if something stood in the way."""
        from workbench.ui.pages.first_run import Doors, FirstRun  # whoever has an office seldom sees it

        documents = self.seat.last_folder or QStandardPaths.writableLocation(_Places.DocumentsLocation)
        folder = documents if Path(documents).is_dir() else str(Path.home())
        first = FirstRun(Doors(self.create, self.open, self.sample, self.ask_restore), self.seat.recent, folder)
        first.setWindowTitle(TITLE)
        first.resize(QSize(1100, 720).boundedTo(first.screen().availableGeometry().size()))
        first.say(said)
        self._show(first)
        self._first = first

    def new_from_window(self) -> None:
        """From an open office to the page that a new one is made on."""
        if self.leave() and self._first is not None:
            self._first.show_new()

    def create(self, path: Path, hospital: str, passphrase: str | None, zone: str = "", state: str = "") -> None:
        """Make a new office and show it."""
        try:
            office = offices.new_office(path, self.chair, hospital, passphrase, zone=zone, state=state)
        except WorkbenchError as error:
            self.tell(error)
            return
        self.seat.last_folder = str(path.parent)
        self._enter(office)

    def open_sample(self) -> None:
        """From an open office to the sample hospital."""
        if self.leave():
            self.sample()

    def sample(self) -> None:
        """Show the sample hospital; it is made the first time, in a file of its own."""
        path = self.folder / f"{SAMPLE_NAME}.workbench"
        if path.exists():
            self.open(path)
        else:
            self.make_sample(path)

    def make_sample(self, path: Path) -> None:
        """Fill a new office with invented people, as a job."""
        from workbench.actions import sample

        chair, today = self.chair, self.today()
        path.parent.mkdir(parents=True, exist_ok=True)
        Jobs(self.shown, close=database.close).start(
            "Making the sample hospital",
            lambda progress: sample.make(path, chair, today, progress=progress),
            done=self._enter,
            failed=self.tell,
        )

    def fresh_sample(self) -> None:
        """Make the sample hospital anew; what was tried out in it goes."""
        path = self.folder / f"{SAMPLE_NAME}.workbench"
        if self.leave():
            forget(path)
            self.make_sample(path)

    # Opening

    def open(self, path: Path, read_only: bool = False) -> None:
        """Open an office; what stands in the way is said, and the first page is shown."""
        if self.office is not None and not self.leave():
            return
        if path.is_file() and protecting.is_encrypted(path):
            from workbench.ui.passphrases import AskPassphrase

            if self.shown is None:
                self.welcome()
            AskPassphrase(path, lambda given: self._try(path, given, read_only), self.shown).open()
        else:
            self._try(path, None, read_only)

    def _try(self, path: Path, passphrase: str | None, read_only: bool) -> None:
        """Open it or say why not; only WrongPassphrase is left to whoever asked."""
        try:
            office = offices.open_office(path, self.chair, passphrase, read_only)
        except WrongPassphrase:
            raise
        except NotWritable as error:
            self._offer_reading(path, passphrase, str(error))
        except Damaged as error:
            self._refused(str(error), path)
        except WorkbenchError as error:
            self._refused(str(error))
        else:
            self.seat.opened(path)
            self._enter(office)

    def _refused(self, sentence: str, damaged: Path | None = None) -> None:
        """Say it on the first page; of a damaged office also what helps."""
        if self._first is None:
            self.welcome()
        assert self._first is not None
        self._first.say(sentence, Restoring(self, damaged).ask if damaged else None)

    def reopen(self, path: Path, passphrase: str | None) -> None:
        """Open an office whose passphrase was just given."""
        self._try(path, passphrase, False)

    def ask_restore(self) -> None:
        """Bring a backup back, from the first page or from an open office."""
        session = getattr(self.shown, "session", None)
        if session is None or session.undisturbed("restore"):
            Restoring(self).ask()

    def _offer_reading(self, path: Path, passphrase: str | None, sentence: str) -> None:
        if self.shown is None:
            self.welcome()
        headline, _, rest = sentence.partition(". ")
        asked = Sheet(f"{headline}.", rest, self.shown)
        asked.add_button("Cancel", "", asked.reject)
        asked.add_button("Open read-only", "primary", asked.accept, default=True)
        asked.accepted.connect(lambda: self._try(path, passphrase, True))
        asked.open()

    def _enter(self, office: Office) -> None:
        self.office = office
        self._begin_terms(office)
        if office.path.parent != self.folder:
            self.seat.opened(office.path)
        self.surveying.resume(office)
        self.show_office(office)

    def _begin_terms(self, office: Office) -> None:
        """Whoever was appointed for a day that has come since is a member from now on: the first opening on or after it says so."""
        if not office.read_only:
            from workbench.actions import admitting

            admitting.begin(self.today())

    def show_office(self, office: Office, begins: str = "") -> None:
        """Show a window of the open office, in the place of what shows; begins is the page that it begins with."""
        window = open_window(self, office, begins=begins)
        window.session.reader.settle(SETTLES)
        self._show(window)

    # Leaving

    def leave(self) -> bool:
        """Close the office and show the first page; False when a page would lose text."""
        window = self.shown if isinstance(self.shown, Window) else None
        if window and (window.session.asks_to_drop(self.leave) or not self._close(window)):
            return False
        self.end()
        self.welcome()
        return True

    def abandon(self) -> None:
        """End the window of a locked office, whose pages can no longer be asked, and let go of the office."""
        if isinstance(self.shown, Window):
            self.shown.session.jobs.stop()
            self.shown.session.reader.stop()
            self.shown.session.forget_past()
            self.shown.deleteLater()
        self.shown = None
        self.end()

    def call_me(self, name: str) -> None:
        """Name whoever works at this seat so, in the trail of every office from now on."""
        self.seat.name, self.chair = name, replace(self.chair, name=name)
        offices.sit(name)

    def begin_again(self) -> None:
        """Leave this office, and let a program that is started anew open it."""
        from workbench.ui import beginning_again

        path, reading = (self.office.path, database.read_only) if self.office is not None else (None, False)
        words = beginning_again.command(path, reading)
        if isinstance(self.shown, Window) and not self._close(self.shown):
            return
        self.end()
        if beginning_again.begin(words):
            QApplication.quit()
        else:
            self.welcome("The program could not be started anew. Nothing was changed. Close it and open it again.")

    def end(self) -> None:
        """Let go of the office."""
        if self.office is not None:
            self.office.close()
            self.office = None

    def _show(self, window: QWidget) -> None:
        before, self.shown, self._first = self.shown, window, None
        if not getattr(window, "knows_its_place", False):
            place(window, before)
        if isinstance(window, Window) and not window.has_room():
            window.showMaximized()
        else:
            window.show()
        if before is not None:
            if before.isVisible():
                self._close(before)
            before.deleteLater()  # nothing of an office that was left stays in memory
        window.raise_()
        window.activateWindow()  # the window before took the keyboard with it

    @staticmethod
    def _close(window: QWidget) -> bool:
        """Close a window without ending the program, as Qt does with the last one."""
        QApplication.setQuitOnLastWindowClosed(False)
        closed = window.close()
        QApplication.setQuitOnLastWindowClosed(True)
        return closed

    def tell(self, error: WorkbenchError) -> None:
        """The one door for what is wrong with the world."""
        if self.shown is not None:
            Messages(self.shown).error(error)


def forget(path: Path) -> None:
    """Remove the sample hospital's file; never used for an office of the user's."""
    for each in (path, keys_path(path)):
        each.unlink(missing_ok=True)
