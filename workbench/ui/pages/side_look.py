"""The quick look of a page: beside a list of what is people's the person, with the call that was answered; else the record itself."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.records import texts
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.ui.pages.looking import Looking

Facts = list[tuple[str, str]]


class SideLook:
    """What a page can show at the side of its list, of the row that the keyboard is on."""

    def __init__(self, page: Any, beside: Sequence[str] = ()) -> None:
        """beside are the columns that make room for it."""
        self._page, self._beside = page, beside
        self._looking: Looking | None = None
        page.quick = page.add("&Quick look", "panel-right", "Space", lambda: self._made().toggle())
        page.quick.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.close_look = page.add("Close the quick look", "x", "Esc", lambda: self._made().hide())
        page.removeAction(page.quick)  # of the list alone: a space elsewhere means something else
        page.close_look.setEnabled(False)

    def beside(self, part: QWidget, *lists: Any) -> QHBoxLayout:
        """The part that holds the list, with room at its side; lists are what one goes through, if not the part itself."""
        side = self._page._side = QHBoxLayout()
        side.setSpacing(14)
        side.addWidget(part, 1)
        for each in lists or (part,):
            each.current_changed.connect(lambda _: self.follow())
        return side

    def actions(self) -> list[QAction]:
        """For the menu of a row."""
        return [self._page.quick]

    def weigh(self) -> None:
        """One looks at something."""
        self._page.quick.setEnabled(self.which() is not None)

    def follow(self) -> None:
        """Another row is current, or something changed."""
        if self._looking is not None:
            self._looking.follow()

    def close(self) -> None:
        """Put it away: columns are read and laid as they are meant."""
        if self._looking is not None:
            self._looking.close()

    def which(self) -> int | None:
        """What is looked at, by its id."""
        current: int | None = self._page.table.current()
        return current

    def make(self) -> Any:
        """The part that shows it."""
        from workbench.ui.pages.record_look import RecordLook

        page = self._page
        return RecordLook(page.list, page.then, [page.file if page.file.isVisible() else page.edit], page.close_look)

    def _made(self) -> Looking:
        if self._looking is None:
            self._looking = Looking(self._page, self.which, self._beside, self.make)
        return self._looking


class PersonLook(SideLook):
    """Of a list whose rows are somebody's: who it is, and how to reach them."""

    def __init__(
        self,
        page: Any,
        model: Any,
        current: Callable[[], int | None],
        about: Callable[[Any], Facts],
        open_file: QAction,
        beside: Sequence[str] = (),
    ) -> None:
        """current is the id of the record that the keyboard is on; about says of it what is told first."""
        super().__init__(page, beside)
        self._model, self._current, self._about, self._open_file = model, current, about, open_file
        page.call = page.add("&Log a call…", "phone", "Ctrl+J", self._log_call, "Keep who called about the person")

    def actions(self) -> list[QAction]:
        """For the menu of a row."""
        return [self._page.quick, self._page.call]

    def weigh(self) -> None:
        """One looks at something, and a call is about somebody."""
        super().weigh()
        self._page.call.setEnabled(self._page.quick.isEnabled() and self._page.free)

    def which(self) -> int | None:
        """The person whose the row is, on the day that is shown."""
        found = self._record()
        return int(found.provider_id) if found is not None else None

    def make(self) -> Any:
        """The part that shows the person."""
        from workbench.ui.pages.quick_look import QuickLook

        page = self._page
        return QuickLook(page.session, self._open_file, page.call, page.close_look, self._told)

    def _record(self) -> Any:
        current = self._current()
        return self._page.then.read(lambda: self._model.get_or_none(self._model.id == current))

    def _told(self) -> Facts:
        found = self._record()
        return self._about(found) if found is not None else []

    def _log_call(self) -> None:
        from workbench.ui import call_sheet

        whose = self.which()
        if whose is not None:
            call_sheet.ask_call(self._page.session, whose, self._page.window())


def about_credential(found: Credential) -> Facts:
    """Which credential it is, by its number, and until when."""
    ends = texts.day(found.expires)
    return [("Credential", f"{found.which}{f', to {ends}' if ends else ''}")]


def about_application(found: Application) -> Facts:
    """Which application it is, and where it stands since when."""
    if found.stage == "Closed":
        return [
            (found.sort, " · ".join(part for part in (found.outcome, texts.day(found.decided)) if part) or "Closed")
        ]
    since = texts.day(found.stage_since)
    return [(found.sort, f"{found.stage}{f', since {since}' if since else ''}")]
