"""Finding words in a document that shows: Enter goes on, Shift+Enter back, Escape closes; how many there are stands beside."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.labels import status
from workbench.ui.kit.paper import Paper
from workbench.ui.kit.seeking import Found, Hit, Seeking

PAUSE = 150
"""Milliseconds after a letter before the words are sought."""


class FindBar(QWidget):
    """A line, the count, and the ways on and back; hidden until it is asked for."""

    closed = Signal()

    def __init__(self, paper: Paper, *, at_once: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self._at: tuple[int, int] | None = None
        self._over, self._stay = True, False
        self._seeking = Seeking(self, at_once=at_once)
        self._seeking.found.connect(self._keep)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(lambda: self.seek())
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find in the document")
        self.line.setAccessibleName("Find in the document")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _: self.seek() if at_once else self._soon.start())
        for part in (self.line, paper):
            part.installEventFilter(self)
        self.count = status("find-count")
        self.on = own_action(self, "Next place", "chevron-down", "F3", lambda: self.step(1))
        self.back = own_action(self, "Place before", "chevron-up", "Shift+F3", lambda: self.step(-1))
        self.shut = own_action(self, "Close the search", "x", "", self.close_it)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for each in (self.back, self.on, self.shut):
            row.addWidget(icon_button(each))
        self.hide()

    def open_it(self) -> None:
        """Show it, ready to be typed into."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.seek()

    def close_it(self) -> None:
        """Hide it, and take the marks off."""
        self._soon.stop()
        self._seeking.stop()
        self.hide()
        self._hits, self._at = {}, None
        self._paper.mark({})
        self.closed.emit()

    def renew(self) -> None:
        """Another document shows: the same words are sought in it, and one stays where one reads."""
        if not self.isHidden():
            self.seek(stay=True)

    # Seeking

    def seek(self, stay: bool = False) -> None:
        """Look for what stands in the line, from the page in sight on, and go to the first place unless one is to stay."""
        self._stay = stay
        self._soon.stop()
        self._seeking.stop()
        self._hits, self._at = {}, None
        words, pages = self.line.text().strip(), self._paper.pages
        self._over = not words or pages is None
        self._paper.mark({})
        self._tell()
        if words and pages is not None:
            self._seeking.seek(pages, words, max(self._paper.page, 1))

    def _keep(self, found: Found) -> None:
        if found.over:
            self._over = True
        else:
            self._hits[found.page] = found.hits
            if self._at is None:
                self._go((found.page, 0), stay=self._stay)
            else:
                self._paper.mark(self._hits, self._at)
        self._tell()

    def step(self, by: int) -> None:
        """To the next place or the one before; behind the last comes the first."""
        if self._soon.isActive():  # Enter right after a letter
            self.seek()
            return
        places = [(page, place) for page in sorted(self._hits) for place in range(len(self._hits[page]))]
        if places and self._at is not None:
            self._go(places[(places.index(self._at) + by) % len(places)])
            self._tell()

    def _go(self, at: tuple[int, int], stay: bool = False) -> None:
        self._at = at
        self._paper.mark(self._hits, at)
        if not stay:
            self._paper.show_spot(at[0], self._hits[at[0]][at[1]][0])

    def _tell(self) -> None:
        total = sum(map(len, self._hits.values()))
        more = "" if self._over else "…"
        if not self.line.text().strip():
            said = ""
        elif self._at is None:
            said = "Not found" if self._over else "Seeking…"
        else:
            page, place = self._at
            before = sum(len(hits) for number, hits in self._hits.items() if number < page)
            said = f"{before + place + 1:,} of {total:,}{more}"
        self.count.setText(said)
        for each in (self.on, self.back):
            each.setEnabled(total > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys that are not text: of the line, and while it is open Escape on the paper too."""
        if not isinstance(event, QKeyEvent) or self.isHidden():
            return False
        if event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else the page or the dialog would take it
            elif event.type() == QEvent.Type.KeyPress:
                self.close_it()
            return True
        goes = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.line
        if goes and event.type() == QEvent.Type.KeyPress:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return goes and event.type() == QEvent.Type.KeyPress
