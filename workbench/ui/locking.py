"""Locking: the connection is closed and nothing readable stays on the screen; the passphrase leads back to the same place. Without
encryption the screen is only covered, and says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from shiboken6 import isValid

from workbench.records import KINDS
from workbench.records.policy import Policy
from workbench.store import settings
from workbench.ui.kit.keeping_place import Place, places
from workbench.ui.kit.put_away import let_go, put_away

if TYPE_CHECKING:
    from workbench.ui.cover_screen import CoverScreen
    from workbench.ui.lock_screen import LockScreen
    from workbench.ui.starting import Program

KEYS = "Ctrl+L"
"""Lock the office."""
LOOKS = 10_000
"""Milliseconds between two looks at the clock."""
_STIRRING = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Locking(QObject):
    """Watches for idleness by the wall clock, so that a PC that slept is idle too; locks and unlocks."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._last = self._now()
        self._hidden: list[Place] = []
        self._held: list[QLineEdit] = []
        """Lines whose choices were open."""
        self.screen: LockScreen | CoverScreen | None = None
        """What is shown while the office is locked, or covered."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKS)
        gui = QGuiApplication.instance()
        if isinstance(gui, QGuiApplication):
            gui.focusWindowChanged.connect(self._watch)

    def _now(self) -> datetime:
        return self._program.chair.clock()

    def _watch(self, window: QWindow | None) -> None:
        """Hear the keys and the mouse of the window that has them, and of none of its parts: that costs nothing."""
        if window is not None:
            window.installEventFilter(self)
            self._last = self._now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _STIRRING:
            self._last = self._now()
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._asked_over(event)

    def _asked_over(self, event: QKeyEvent) -> bool:
        """Whether somebody asks to lock over a dialog or a menu: those keep the window's own shortcut from being heard."""
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if over is None or self.screen is not None or QKeySequence(event.keyCombination()) != QKeySequence(KEYS):
            return False
        QTimer.singleShot(0, self, self.ask)  # not amid the event of a window that is about to be hidden
        return True

    # Locking

    def look(self) -> None:
        """Lock if nobody did anything for as long as the policy allows."""
        if self.screen is not None or not self._can() or self._session is None:
            return
        minutes, now = settings.load(Policy).lock_minutes, self._now()
        self._last = min(self._last, now)  # the clock was set back, as every fall: nobody is idle for less than no time
        if minutes and now - self._last >= timedelta(minutes=minutes):
            self.lock()

    def ask(self) -> None:
        """Ctrl+L: lock; an office that is not encrypted is only covered, since whoever sits here could open it again."""
        if self.screen is not None or self._session is None:
            return
        if self._can():
            self.lock()
        else:
            self.cover()

    def cover(self) -> None:
        """Hide every window of ours until somebody presses a key: nothing is closed, and what runs goes on."""
        office, window, session = self._program.office, self._program.shown, self._session
        assert office is not None and window is not None and session is not None
        from workbench.ui.cover_screen import CoverScreen  # no start needs it

        self._held, self._hidden = put_away(), []
        self.screen = CoverScreen(office.path.name, self.uncover)
        self.screen.setGeometry(window.geometry())
        self.screen.show()
        self.screen.setFocus()
        session.jobs.hush(True)
        self._hide()

    def uncover(self) -> None:
        """Back to the same place."""
        hidden = self._bring_back()
        self._session.jobs.hush(False)
        self._find_again(hidden)

    def lock(self) -> None:
        """Hide every window of ours, close the connection, and ask for the passphrase. What was typed stays where it is. A job that
        runs is let finish behind the lock screen, and the connection is closed when it has."""
        office, window, session = self._program.office, self._program.shown, self._session
        assert office is not None and window is not None and session is not None
        from workbench.ui.lock_screen import LockScreen  # no start needs it

        self._held = put_away()
        session.reader.hold()
        self.screen = screen = LockScreen(office.path.name, self.unlock, self.leave, self.quit, session.jobs.cancel)
        screen.setGeometry(window.geometry())
        self._hidden = []
        screen.wait(session.jobs.busy())
        screen.show()
        session.jobs.hush(True)
        self._hide()
        if session.jobs.busy():
            session.jobs.over.connect(self._shut, Qt.ConnectionType.SingleShotConnection)
        else:
            self._shut()

    def _hide(self) -> None:
        """A box that is left so keeps what was typed, and what is said about that may be a window of its own."""
        while shown := self._shown():
            for each in shown:
                each.window.setVisible(False)
                if isinstance(each.window, QDialog):
                    each.window.finished.connect(partial(self._forget, each))  # by the job that is waited for
            self._hidden += shown
        clipboard = QApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        if clipboard.ownsSelection():  # of X11, which the middle button pastes
            clipboard.clear(clipboard.Mode.Selection)

    def _forget(self, place: Place, result: int) -> None:
        self._hidden = [each for each in self._hidden if each is not place]

    def _shut(self) -> None:
        """Nothing runs any more: close the connection, and hide what came meanwhile."""
        office, session = self._program.office, self._session
        screen: Any = self.screen
        if screen is None or session is None or office is None:
            return  # it was left meanwhile
        session.reader.hold()  # of the window that shows now: what ran may have brought another
        session.forget_past()
        self._hide()
        office.lock()
        screen.wait(False)

    def _shown(self) -> list[Place]:
        return places(each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.screen)

    def unlock(self, passphrase: str) -> None:
        """Back to the same place; raises WrongPassphrase or WorkbenchError, and stays locked."""
        office = self._program.office
        assert office is not None
        office.unlock(passphrase)
        hidden = self._bring_back()
        session: Any = self._session
        session.jobs.hush(False)
        session.reader.release()
        session.changed.emit({kind.table for kind in KINDS})  # it may be another day
        session.stepped.emit()
        self._find_again(hidden)

    def _bring_back(self) -> list[Place]:
        """Show the windows that were hidden."""
        hidden, self._hidden = [each for each in self._hidden if isValid(each.window)], []
        for each in hidden:
            each.window.setVisible(True)
        self._end_screen()
        self._last = self._now()
        if hidden:
            hidden[-1].window.activateWindow()
        return hidden

    def _find_again(self, hidden: list[Place]) -> None:
        for each in hidden:
            each.restore()
        let_go(self._held)

    def leave(self) -> None:
        """Close the office without unlocking it, and go to the first page."""
        self._hidden = []
        self._program.abandon()
        self._program.welcome()
        self._end_screen()

    def _end_screen(self) -> None:
        if self.screen is not None:
            screen, self.screen = self.screen, None
            screen.done = True
            QApplication.setQuitOnLastWindowClosed(False)
            screen.close()
            QApplication.setQuitOnLastWindowClosed(True)

    def quit(self) -> None:
        """The lock screen was closed: so is the program."""
        self._hidden = []
        self._program.abandon()

    def _can(self) -> bool:
        return self._program.office is not None and self._program.office.encrypted

    @property
    def _session(self) -> Any:
        """Of the window of the office that shows."""
        return getattr(self._program.shown, "session", None)
