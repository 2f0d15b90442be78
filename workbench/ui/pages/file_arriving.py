"""What arrives on a person's file: documents dropped anywhere on it, and the person's picture, dropped or chosen."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent

from workbench.actions import portraits
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.dropping import dropped, take_copies

PICTURES = "Pictures (*.jpg *.jpeg *.png *.tif *.tiff)"


class Drops(QObject):
    """Takes files that are dropped on the page of a person or of an application: on the picture, one is the person's own;
    elsewhere they are documents, and on the credentials they prove the one that is chosen."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QDragEnterEvent) and self._page.can_write() and dropped(event):
            take_copies(event)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and self._page.can_write():
            take_copies(event)
            self.take(dropped(event), self._is_on_picture(event), self._credential_below(event))
            return True
        return False

    def _is_on_picture(self, event: QDropEvent) -> bool:
        if not hasattr(self._page, "photo"):  # the page of an application has none
            return False
        header = self._page.header
        return bool(header.is_picture_at(header.mapFrom(self._page, event.position().toPoint())))

    def _credential_below(self, event: QDropEvent) -> int | None:
        """The credential on whose row they are let go; else the one that is chosen."""
        if self._page.tabs.current() != "credentials":  # of a person's file alone
            return None
        table = self._page.credentials.table
        at = table.viewport().mapFrom(self._page, event.position().toPoint())
        row = table.rowAt(at.y()) if table.viewport().rect().contains(at) else -1
        below, chosen = [table.ids()[row]] if row >= 0 else [], self._page.credentials.chosen()
        return next(iter(below or (chosen if len(chosen) == 1 else [])), None)

    def take(self, paths: list[Path], on_picture: bool = False, proves: int | None = None) -> None:
        """Files that were let go over the page, and the credential that they are said to prove."""
        page = self._page
        if on_picture and len(paths) == 1:
            set_photo(page, paths[0])
            return
        page.part("documents").offer(paths, proves)


def photo_actions(page: Any) -> tuple[QAction, QAction]:
    """Setting and removing the person's picture."""

    def ask() -> None:
        session = page.session
        ask_open_file(page.window(), "The person's picture", PICTURES, session.seat.last_folder, take)

    def take(path: Path) -> None:
        page.session.seat.last_folder = str(path.parent)
        set_photo(page, path)

    return (
        page.add("Set the photo…", "user", "Ctrl+Alt+P", ask, hint="Set the person's picture"),
        page.add(
            "Remove the photo",
            "trash-2",
            "Ctrl+Alt+Shift+P",
            lambda: page.session.do(portraits.remove_photo, page.file.id),
        ),
    )


def set_photo(page: Any, path: Path) -> None:
    """Keep a picture as the person's; what is wrong with it is said."""
    session = page.session
    wrong = session.do(portraits.set_photo, page.file.id, path, session.today)
    if wrong:
        session.messages.error(f"{wrong[0].message} Nothing was changed.")


def log_call(page: Any) -> None:
    """Keep a call about the person whose file shows."""
    from workbench.ui.call_sheet import ask_call

    ask_call(page.session, page.file.id if page.file else None, page.window())
