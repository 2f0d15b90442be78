"""The window of an open office: its session, what Ctrl+K finds, what the status bar claims, and the File menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workbench.lists.expirables import EXPIRABLES
from workbench.lists.staff import STAFF
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.store import database, settings
from workbench.store.office import Office
from workbench.ui import backing, finding, locking, surveying
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.messages import Messages, Recorded
from workbench.ui.kit.page import Described
from workbench.ui.kit.reader import Reader
from workbench.ui.kit.seat import Seat
from workbench.ui.session import AtSeat, OfficeLine, Session
from workbench.ui.window import Status, Window
from workbench.ui.wording import OFFICES

if TYPE_CHECKING:
    from workbench.ui.starting import Program

INVENTED = "Sample hospital: every person here is invented."


def open_window(program: Program, office: Office, at_once: bool = False, begins: str = "") -> Window:
    """The window of an office, with everything that the program can do around it; begins is the page that shows first."""
    session = session_of(office, program.today, program.seat, at_once)
    session.at_seat = AtSeat(program.call_me, program.begin_again, program.surveying.ask)
    window = dressed(session, surveying.shown(program.pages(), session.survey), program.open_sample, begins)
    window_actions(window, program)
    banners(window, program)
    return window


def session_of(office: Office, today: date | Callable[[], date], seat: Seat, at_once: bool = False) -> Session:
    """A session over an open office; until its window is there, nothing is said."""
    jobs = Jobs(at_once=at_once, close=(lambda: None) if at_once else database.close)
    session = Session(office, today, jobs, Recorded(), seat, None if at_once else Reader(OfficeLine()))
    jobs.show_error = lambda error: session.messages.error(error)
    return session


def dressed(
    session: Session, pages: Sequence[Described], sample: Callable[[], object] | None = None, begins: str = ""
) -> Window:
    """The window over a session: what it finds and claims."""
    window: Window | None = None

    def find(text: str) -> list:
        return finding.find(text, session.today, window.go) if window is not None else []

    window = Window(
        session,
        pages,
        find=find,
        status=lambda: status_of(session),
        counts=lambda: counts_of(session.today),
        sample=sample,
        begins=begins,
    )
    session.messages = Messages(window)
    window.bar.give_way(session.messages.passing)
    session.jobs.window = window
    return window


def status_of(session: Session) -> Status:
    """What is in force, and nothing else."""
    office: Office = session.office
    backed = backing.last(session.seat, office.path, session.today)
    minutes = settings.load(Policy).lock_minutes
    locks = f"Encrypted · locks after {minutes} min" if minutes else "Encrypted"
    sealed = locks if office.encrypted else "Not encrypted"
    return Status(
        office.path.name,
        f"{sealed} · {'survey mode' if session.survey else 'reading only'}" if session.read_only else sealed,
        f"Backed up {backed}" if backed else "",
    )


def counts_of(today: date) -> str:
    """“50,000 providers · 400,098 credentials”."""
    people, credentials = STAFF.count(today=today), EXPIRABLES.count(today=today)
    return f"{of(people, 'provider')} · {of(credentials, 'credential')}"


def window_actions(window: Window, program: Program) -> None:
    """What is done with the whole file: in the File menu, in Ctrl+K and under F1."""
    session = window.session

    def add(text: str, icon: str, keys: str, call: Callable[[], object]) -> QAction:
        made = action(text, icon, keys, call, window)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(made)
        return made

    def choose() -> None:
        ask_open_file(window, "Open an office", OFFICES, program.seat.last_folder, program.open)

    made = [
        add("&New office…", "plus", "Ctrl+Shift+N", program.new_from_window),
        add("&Open office…", "folder-open", "Ctrl+O", choose),
        add("Open &sample hospital", "hospital", "", program.open_sample),
        add("&Lock", "lock", locking.KEYS, program.locking.ask),
        add(surveying.named(session.survey), "eye-off", surveying.KEYS, program.surveying.ask),
        add("&Back up now…", "save", "Ctrl+Shift+B", lambda: backing.ask(session, window, session.stepped.emit)),
        add("&Restore a backup…", "refresh-cw", "", program.ask_restore),
        add("&Close office", "log-out", "Ctrl+W", program.leave),
        add("&Quit", "x", "Ctrl+Q", window.close),
    ]
    for each in made:
        if "Back up" in each.text():
            backing.say_alike(each)
    _add_menu(window, made)


def _add_menu(window: Window, made: Sequence[QAction]) -> None:
    menu = QMenu("File", window)
    menu.addActions(made)
    # No setMenu(): a button that only shows a menu cannot be pressed through the accessibility bus.
    button = bare_button("&File ▾", "quiet", lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    button.setAccessibleName("File")
    row = window.topbar.layout()
    assert row is not None
    row.addWidget(button)


def banners(window: Window, program: Program) -> None:
    """What must be known about this file on every page."""
    if settings.load(Policy).invented:

        def ask() -> None:
            window.session.messages.confirm(
                "Make a fresh sample hospital?",
                "Make a fresh one",
                program.fresh_sample,
                detail="What you tried out in the old one goes. Offices of your own are not touched.",
            )

        fresh = action("Make a fresh one", "", "", ask, window)
        window.banner("invented", INVENTED, [fresh] if not window.session.read_only else (), "info")
    if window.session.survey:
        off = action(surveying.OFF, "", "", program.surveying.ask, window)
        window.banner("survey", surveying.BANNER, [off], "warn")
    elif window.session.read_only:
        window.banner("read-only", "Open for reading only: nothing can be changed here.", (), "warn")
