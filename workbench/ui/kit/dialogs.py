"""Everything that is asked in a window of its own. Opened with open(), never exec(). What the program says: messages."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.kit import typed
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import heading, note
from workbench.ui.kit.menus import answer_menu_key
from workbench.ui.kit.placing import place
from workbench.ui.kit.reading_order import chain_of
from workbench.ui.kit.scrolling import Scrolling

MARGIN = 16
"""Logical pixels that a dialog leaves of the screen at each side; its frame has a title."""
SAVES = ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S")
"""The keys that press the primary button of a sheet from anywhere in it, also where Enter begins a new line."""
PROGRAM = "Medical Staff Workbench"
_ABOUT = re.compile(r"[:?.]| “| (of|to|from|for|about|into|as of|is|on|without) ")
"""Where a headline begins to say whom or what it is about: a window's title never holds a name."""


def short(headline: str) -> str:
    """A headline without whom or what it is about."""
    return _ABOUT.split(headline, maxsplit=1)[0]


class Sheet(QDialog):
    """A headline, some words, parts, and buttons at the lower right; one of them is the default."""

    called = ""
    """What the title of the window says, where the headline begins with a name."""

    def __init__(self, headline: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{self.called or short(headline)} – {PROGRAM}")
        self.setAccessibleName(headline)
        self._primary: QPushButton | None = None
        for keys in SAVES:
            QShortcut(QKeySequence(keys), self, self._press_primary)
        answer_menu_key(self)
        self.setMinimumWidth(440)
        column = self._column = QVBoxLayout(self)
        self._whole: Scrolling | None = None
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        self._headline = heading(headline)
        self._headline.setWordWrap(True)
        column.addWidget(self._headline)
        self.words = note(words)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.words)
        self.words.setVisible(bool(words))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(self.row)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now do the parts know how large they are: the style sheet has come to them."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.fit()
        self._column.activate()
        room = self.screen().availableGeometry().size() - QSize(MARGIN, 2 * MARGIN)
        wanted = self.sizeHint().expandedTo(self.minimumSizeHint()).expandedTo(self.minimumSize())
        if self._column.hasHeightForWidth():  # words that wrap ask for more than they need in this width
            wanted.setHeight(max(self._column.totalHeightForWidth(wanted.width()), self.minimumSize().height()))
        self.resize((wanted + self._give_way(room)).boundedTo(room))  # adjustSize() stops at two thirds of a screen
        over = self.parentWidget()
        place(self, over.window() if over is not None else None)
        super().showEvent(event)
        self.activateWindow()  # where no window manager does it

    def _give_way(self, room: QSize) -> QSize:
        """Where the screen is smaller than the parts can be, they scroll, and the headline and the buttons stay in sight; what
        the bars of that take."""
        least = self._column.minimumSize().expandedTo(self.minimumSize())
        if least.width() <= room.width() and least.height() <= room.height():
            return QSize(0, 0)
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        if self._whole is None:
            focused, stops = self.focusWidget(), chain_of(self)
            at, inner = self._column.indexOf(self.body), QWidget()
            self._column.takeAt(at)
            inner.setLayout(self.body)
            self.body.setContentsMargins(0, 0, 0, 0)
            self._whole = Scrolling(inner)
            self._column.insertWidget(at, self._whole, 1)
            for part in (inner, self._whole):
                part.show()  # at once: what is added to a window that shows would come a turn later
            for one, other in pairwise(stops):  # what is moved would come last
                QWidget.setTabOrder(one, other)
            if focused is not None:
                focused.setFocus()
        bar = self._whole.verticalScrollBar().sizeHint().width()
        return QSize(bar, bar)

    def event(self, event: QEvent) -> bool:
        """What is said while it shows takes room: the window grows by it, so that no box is pressed flat."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self._whole is None:
            wanted = self._column.totalHeightForWidth(self.width()) if self._column.hasHeightForWidth() else 0
            most = self.screen().availableGeometry().height() - 2 * MARGIN
            self.resize(self.width(), max(self.height(), min(wanted, most)))
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard; where none has it, the default one. Esc never loses what was typed."""
        pressed = self.focusWidget()
        if event.matches(QKeySequence.StandardKey.Cancel) and self.unsaved():
            self.ask_discard()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """As Esc."""
        if self.isVisible() and self.unsaved():
            event.ignore()
            self.ask_discard()
        else:
            super().closeEvent(event)

    def unsaved(self) -> bool:
        """Whether it holds what somebody typed."""
        return typed.anything(self)

    def ask_discard(self) -> None:
        """Close only if what was typed may go."""
        asked = Sheet("Discard what you typed?", "It has not been saved.", self)
        asked.add_button("Keep editing", "", asked.reject, default=True)
        asked.add_button("Discard", "danger", asked.accept)
        asked.accepted.connect(self.discard)
        asked.open()

    def discard(self) -> None:
        """Close without what was typed."""
        QDialog.reject(self)

    def _press_primary(self) -> None:
        """As a click, once the box that has the keyboard was left; what is not taken leaves the keyboard where it was."""
        at, primary = self.focusWidget(), self._primary
        if primary is None or not primary.isVisible() or not primary.isEnabled():
            return
        primary.setFocus()
        primary.click()
        if self.isVisible() and self.focusWidget() is primary and at is not None:
            at.setFocus()

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window below."""
        super().done(result)
        if (below := self.parentWidget()) is not None:
            below.window().activateWindow()

    def say_headline(self, headline: str) -> None:
        """Another headline, of what it is about now."""
        self._headline.setText(headline)
        self.setAccessibleName(headline)

    def fit(self) -> None:
        """For dialogs whose parts must be given room."""

    def add_button(self, text: str, kind: str, call: Callable[[], object], *, default: bool = False) -> QPushButton:
        """A button at the right of those before it."""
        made = bare_button(text, kind, call)
        self.row.addWidget(made)
        if kind == "primary":
            self._primary = made
            made.setToolTip(QKeySequence(SAVES[0]).toString(QKeySequence.SequenceFormat.NativeText))
        if default:
            made.setAutoDefault(True)
            made.setDefault(True)
            made.setFocus()
        return made


def ask_open_file(
    parent: QWidget, title: str, patterns: str, folder: str, done: Callable[[Path], object]
) -> QFileDialog:
    """Let the user choose a file that is there; patterns as "Spreadsheets (*.xlsx *.csv)"."""
    asked = QFileDialog(parent, title, folder, patterns)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: done(Path(path)))
    asked.finished.connect(lambda: parent.window().activateWindow())  # without a window manager the keys went nowhere
    asked.open()
    return asked


def ask_open_files(
    parent: QWidget, title: str, patterns: str, folder: str, done: Callable[[list[Path]], object]
) -> QFileDialog:
    """Let the user choose one file or several that are there."""
    asked = QFileDialog(parent, title, folder, patterns)
    asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
    asked.filesSelected.connect(lambda paths: done([Path(each) for each in paths]))
    asked.finished.connect(lambda: parent.window().activateWindow())  # without a window manager the keys went nowhere
    asked.open()
    return asked


def ask_save_file(
    parent: QWidget, title: str, name: str, patterns: str, folder: str, done: Callable[[Path], object]
) -> QFileDialog:
    """Let the user say where a new file goes; it asks before one is replaced."""
    asked = QFileDialog(parent, title, folder, patterns)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix(Path(name).suffix.lstrip("."))
    asked.selectFile(name)
    asked.fileSelected.connect(lambda path: done(Path(path)))
    asked.finished.connect(lambda: parent.window().activateWindow())  # without a window manager the keys went nowhere
    asked.open()
    return asked


def ask_folder(parent: QWidget, title: str, folder: str, done: Callable[[Path], object]) -> QFileDialog:
    """Let the user choose a folder that is there."""
    asked = QFileDialog(parent, title, folder)
    asked.setFileMode(QFileDialog.FileMode.Directory)
    asked.setOption(QFileDialog.Option.ShowDirsOnly)
    asked.fileSelected.connect(lambda path: done(Path(path)))
    asked.finished.connect(lambda: parent.window().activateWindow())  # without a window manager the keys went nowhere
    asked.open()
    return asked
