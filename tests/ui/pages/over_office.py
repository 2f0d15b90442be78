"""What the tests of pages stand on: a session over the open office, and a shell that remembers where it was sent."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.messages import Recorded
from workbench.ui.kit.seat import Seat
from workbench.ui.session import Session


class Shell:
    """The window as a page sees it."""

    def __init__(self) -> None:
        self.sample: Any = None
        self.ground: Any = None
        self.went: list[tuple[str, dict]] = []

    def go(self, key: str, **arguments: Any) -> None:
        self.went.append((key, arguments))

    def say(self, text: str) -> None: ...

    def banner(self, key: str, text: str, actions: Any = (), tone: str = "warn") -> None: ...

    def no_banner(self, key: str) -> None: ...


def session_over(office: Any, today: Any, folder: Path) -> Session:
    """Jobs run at once, nothing is shown, and the seat is nobody's."""
    seat = Seat(QSettings(str(folder / "seat.ini"), QSettings.Format.IniFormat))
    return Session(office, today, Jobs(at_once=True), Recorded(), seat)


def page_of(kind: Any, session: Session, qtbot: Any) -> Any:
    """A page that is shown, refreshed by what the session does."""
    page = kind(session, Shell())
    qtbot.addWidget(page)
    session.changed.connect(page.refresh)
    page.resize(1100, 700)
    page.show()
    return page


def record(sheet: Any) -> None:
    """Press Record; and again where it is doubted because the meeting was not held yet."""
    sheet.accept()
    if sheet.press.text() == "Record anyway":
        sheet.accept()
