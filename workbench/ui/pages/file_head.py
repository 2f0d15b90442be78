"""The head of a person's file: who it is and how they stand first, then what is asked on the telephone."""

from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from workbench.lists import why
from workbench.lists.file import File
from workbench.records.words import of
from workbench.store import blobs
from workbench.ui.kit.buttons import button
from workbench.ui.kit.labels import Words

_Flag = Qt.TextInteractionFlag
PHOTO = "A click sets the person's photo; so does a picture that is dropped here. A right click removes it."


class Reach(Words):
    """One line of ways to reach the person: pager, answering service, practice contact, supervisor, office phone."""

    def __init__(self) -> None:
        super().__init__("", 0.95)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAccessibleIdentifier("reach")
        self.setTextInteractionFlags(_Flag.TextSelectableByMouse)

    def show_file(self, file: File) -> None:
        """Those of a person; a line without any is not there."""
        told = [
            f"{escape(label).replace(' ', '&nbsp;')}&nbsp;<b>{escape(value).replace(' ', '&nbsp;')}</b>"
            for label, value in file.reach
        ]
        self.setText(" &nbsp;&nbsp;&nbsp; ".join(told))
        self.setVisible(bool(told))


def show_head(page: Any, shown: File) -> None:
    """Fill the head of a file's page."""
    page.header.title(shown.title)
    page.header.subtitle(shown.line)
    page.header.initials(shown.initials)
    page.header.picture(blobs.fetch(shown.photo) if shown.photo else None)
    page.header.offer_picture((page.photo, page.no_photo), PHOTO)
    page.header.pills(shown.pills)
    page.reach.show_file(shown)
    who, on = shown.id, page.day
    found = lambda: page.as_shown(lambda: why.of_person(who, on))  # noqa: E731
    page.session.reader.ask((page, "open items"), found, lambda told: _show_open(page, who, told))


def _show_open(page: Any, who: int, found: why.Why | None) -> None:
    """On whatever part of the file, how much of it is open: what the card beside its credentials says."""
    count = sum(point.tone != "info" for point in found.points) if found else 0
    if count and found and page.file is not None and page.file.id == who:
        page.header.pills((*page.file.pills, (of(count, "open item"), "warn" if found.ready else "bad")))


def beside(reach: Reach, call: QAction) -> QHBoxLayout:
    """The line and the button that logs a call: whoever answered one is here."""
    row = QHBoxLayout()
    row.addWidget(reach, 1)
    row.addStretch(0)
    row.addWidget(button(call, "link"))
    return row
