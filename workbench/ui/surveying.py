"""Survey mode: NPDB results, peer review and health do not show anywhere. On at once, off when it was asked; it stays on when the
program ends, and while it is on nothing is changed but what is pulled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import Progress
from workbench.store import database, veil
from workbench.store.office import Office
from workbench.ui.keeping_lists import NarrowedAgain, narrowed
from workbench.ui.kit.page import Described

if TYPE_CHECKING:
    from workbench.ui.starting import Program

ON, OFF = "Turn on &survey mode", "Turn off &survey mode…"
KEYS = "Ctrl+Shift+F2"
BANNER = "Survey mode: NPDB results, peer review and health do not show on any page, list, export or paper. Nothing is changed but pulls."
ASKED = "Turn off survey mode?"
DETAIL = "NPDB results, peer review and health show again, to whoever sees this screen."
BEGINS_WITH = "standards"
PAGES = frozenset(
    {"providers", "file", "credentials", "privileges", "practices", "practice_addresses"}
    | {"standards", "requirements", "verification_sources", "bylaws_and_policies", "staff_certifications"}
    | {"departments", "categories", "specialties", "facilities", "credential_kinds"}
)
"""What shows in survey mode. Applications, meetings, tasks, the history and Today tell of peer review on every line."""


def shown(pages: Sequence[Described], surveyed: bool) -> list[Described]:
    """The pages of a window."""
    return [each for each in pages if not surveyed or each.key in PAGES]


def named(surveyed: bool) -> str:
    """What the command is called now."""
    return OFF if surveyed else ON


class Surveying:
    """Turns survey mode on and off for the office that is open."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def ask(self) -> None:
        """Turn it on; where it is on, ask whether it goes off."""
        session = getattr(self._program.shown, "session", None)
        if session is None or not session.undisturbed("switch"):
            return
        if session.survey:
            session.messages.confirm(ASKED, "Turn it off", lambda: self._switch(False), detail=DETAIL)
        elif database.read_only:
            self._switch(True)
        else:
            session.jobs.start("Judging the files", self._judge, lambda _: self._switch(True))

    def resume(self, office: Office) -> None:
        """An office whose survey mode was on when the program ended opens in it."""
        if self._program.seat.surveys(office.path):
            veil.change(_veil())

    def _judge(self, progress: Progress) -> None:
        """What is found is found before anything is hidden."""
        from workbench.lists import standards  # what judges costs a start nothing

        today = self._program.today()
        while (left := standards.read(today).left) > 0:
            progress(0, left)

    def _switch(self, on: bool) -> None:
        """Let go of every connection, hide or show, and open the window anew on what is there then."""
        program, office = self._program, self._program.office
        window = program.shown
        if office is None or window is None or not window.page(window.key).leave():  # type: ignore[attr-defined]
            return
        session, lists = window.session, narrowed(window)  # type: ignore[attr-defined,arg-type]
        session.reader.stop()  # nobody waits for what that window asked
        session.forget_past()
        program.seat.survey(office.path, on)
        veil.change(_veil() if on else None)
        program.show_office(office, BEGINS_WITH)
        NarrowedAgain(program.shown, lists)  # type: ignore[arg-type]


def _veil() -> Any:
    """What is left out; what says so is loaded when it is worn."""
    from workbench.rules import survey

    return survey.VEIL
