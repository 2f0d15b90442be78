"""The first page, before any office is open: a new office, one that is there, or the sample hospital."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import bare_button, button
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.keyhelp import key_help
from workbench.ui.kit.labels import note, status, title
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.pages.new_office import NewOffice
from workbench.ui.wording import OFFICES

RECENT = 4
PROMISE = "The medical staff office in one file on this computer. Nothing leaves it; every change can be undone."
BEGINNING = "Begin with your hospital's name and a passphrase, then import the roster you keep in Excel."
OPENING = "Go on with an office file on this computer or on your network drive."
LOOKING = "Look around in a hospital of 120 people, all of them invented. It has a file of its own."


@dataclass(frozen=True)
class Doors:
    """What the first page may do: each ends with an office open, or with a sentence."""

    create: Callable[[Path, str, str | None, str, str], object]
    """A file, the hospital's name, a passphrase or None when declined, its time zone and its state."""
    open: Callable[[Path], object]
    sample: Callable[[], object]
    restore: Callable[[], object]
    """Asks which backup, and opens it under a new name."""


class FirstRun(QWidget):
    """Three cards, and the page that a new office is made on."""

    def __init__(
        self, doors: Doors, recent: Sequence[Path] = (), folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._doors, self._folder = doors, folder
        self.new = own_action(self, "&New office…", "plus", "Ctrl+N", self.show_new)
        self.open = own_action(self, "&Open…", "folder-open", "Ctrl+O", self.choose)
        self.sample = own_action(self, "&Sample hospital", "hospital", "Ctrl+Shift+S", doors.sample)
        self.restore = own_action(self, "&Restore a backup…", "refresh-cw", "Ctrl+R", self._restore)
        self._restoring: Callable[[], object] | None = None
        self.keys = own_action(self, "Keys of this page", "keyboard", "F1", self.show_keys)
        self._said = status("said").kind("bad")
        self._said.setWordWrap(True)
        self._help = button(self.restore)
        self._trouble = QWidget()
        trouble = QHBoxLayout(self._trouble)
        trouble.setContentsMargins(0, 0, 0, 0)
        trouble.addWidget(self._said, 1)
        trouble.addWidget(self._help)
        self._trouble.hide()
        self.form = NewOffice(doors.create, self.show_cards, folder)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._cards(recent))
        self._stack.addWidget(self.form)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        inner.setMaximumWidth(1080)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 40, 32, 32)
        column.setSpacing(16)
        column.addWidget(title("Medical Staff Workbench"))
        column.addWidget(note(PROMISE))
        column.addWidget(self._trouble)
        column.addWidget(self._stack)
        column.addStretch(1)
        scrolled = Scrolling()
        scrolled.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scrolled.setWidget(inner)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def _cards(self, recent: Sequence[Path]) -> QWidget:
        cards, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)
        column.addStretch(1)
        row.setSpacing(16)
        opened = self._card("Open an office", OPENING, self.open, "")
        for path in [each for each in recent if each.is_file()][:RECENT]:
            link = bare_button(path.stem, "link", partial(self._doors.open, path))
            link.setToolTip(str(path))
            link.setAccessibleDescription(f"Open {path}")
            opened.body.insertWidget(opened.body.count() - 1, link, alignment=Qt.AlignmentFlag.AlignLeft)
        restore = button(self.restore, "link")
        opened.body.insertWidget(opened.body.count() - 1, restore, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._card("New office", BEGINNING, self.new, "primary"), 1)
        row.addWidget(opened, 1)
        row.addWidget(self._card("Sample hospital", LOOKING, self.sample, ""), 1)
        return cards

    @staticmethod
    def _card(heading: str, words: str, doing: QAction, kind: str) -> Card:
        card = Card(heading)
        card.setMinimumHeight(190)
        card.add(note(words))
        card.body.addStretch(1)
        pressed = button(doing, kind, icon=True)
        pressed.setAutoDefault(True)
        card.body.addWidget(pressed, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def show_new(self) -> None:
        """Go on to the page that a new office is made on."""
        self.say("")
        self._stack.setCurrentWidget(self.form)
        self.form.begin()

    def show_cards(self) -> None:
        """Back to the three cards."""
        self._stack.setCurrentIndex(0)

    def choose(self) -> None:
        """Let the user choose an office file."""
        ask_open_file(self, "Open an office", OFFICES, self._folder, self._doors.open)

    def _restore(self) -> None:
        (self._restoring or self._doors.restore)()

    def show_keys(self) -> None:
        """F1."""
        key_help("the first page", self.actions(), (), self).open()

    def say(self, sentence: str, restore: Callable[[], object] | None = None) -> None:
        """Say why nothing was opened, and offer to restore a backup where that helps; "" says nothing."""
        self._restoring = restore
        self._said.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._help.setVisible(restore is not None)
