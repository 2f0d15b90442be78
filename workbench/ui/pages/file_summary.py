"""The first tab of a file: how to reach the person, how they stand, where they belong; written in place when asked."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workbench.lists.file import File
from workbench.lists.file_parts import APPOINTMENTS_PART, NAMES_PART, NUMBERS_PART, PRACTICES_PART
from workbench.ui.kit.action import action
from workbench.ui.kit.boxes import DOTS
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.labels import note
from workbench.ui.pages.file_editing import FileForms
from workbench.ui.pages.file_records import RecordsCard

LEAST = 264
"""Logical pixels that a card needs to stand beside another."""


class FactsCard(Card):
    """Facts, and a quiet sentence where there are none."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.head.addStretch(1)
        self._facts, self._none = Facts(), note("Nothing on file.")
        self.add(self._facts)
        self.add(self._none)
        self.body.addStretch(1)

    def show_facts(self, facts: Any) -> None:
        """Show these facts."""
        self._facts.set(facts)
        self._facts.setVisible(bool(facts))
        self._none.setVisible(not facts)


class PersonCard(FactsCard):
    """Who it is; birth date and last four of SSN are dots until asked for, and dots again at the next file."""

    def __init__(self) -> None:
        super().__init__("Person")
        self.show_masked = action("Show birth date and SSN", "eye", "Ctrl+Shift+M", self.toggle, self)
        self._button = button(self.show_masked, "link")
        self.head.addWidget(self._button)
        self._file: File | None = None
        self.unmasked = False

    def show_file(self, file: File) -> None:
        """Show the person of a file."""
        if self._file is None or self._file.id != file.id:
            self.unmasked = False
        self._file = file
        self._draw()

    def hide_masked(self) -> None:
        """Back to dots."""
        self.unmasked = False
        self._draw()

    def toggle(self) -> None:
        """Show or hide what is masked."""
        self.unmasked = not self.unmasked
        self._draw()

    def _draw(self) -> None:
        if self._file is None:
            return
        masked = [(label, value if self.unmasked else DOTS) for label, value in self._file.masked]
        facts = [*self._file.person, *masked]
        self.show_facts(facts)
        self.show_masked.setVisible(bool(masked))
        self._button.setVisible(bool(masked))
        self.show_masked.setText("Hide" if self.unmasked else "Show")
        verb = self.show_masked.text()
        self.show_masked.setToolTip(f"{verb} birth date and last four of SSN (Ctrl+Shift+M)")


class Summary(QStackedWidget):
    """The summary to read, and the forms to write."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.contacts, self.standing, self.person = FactsCard("How to reach"), FactsCard("Standing"), PersonCard()
        self.cards = [RecordsCard(part, page) for part in (PRACTICES_PART, APPOINTMENTS_PART, NUMBERS_PART, NAMES_PART)]
        self._file: File | None = None
        self._forms: FileForms | None = None
        self.addWidget(scrolled(self._reading()))

    def _reading(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Folding((self.contacts, self.standing, self.person), LEAST))
        for table in self.cards[:2]:
            column.addWidget(table)
        sides = []
        for table in self.cards[2:]:
            sides.append(QWidget())
            side = QVBoxLayout(sides[-1])
            side.setContentsMargins(0, 0, 0, 0)
            side.addWidget(table)
            side.addStretch(1)
        column.addWidget(Folding(sides, LEAST))
        column.addStretch(1)
        return inner

    def show_file(self, file: File) -> None:
        """Show a file in both."""
        self._file = file
        self.contacts.show_facts(file.contacts)
        self.standing.show_facts(file.standing)
        self.person.show_file(file)
        for card in self.cards:
            card.show_file(file)
        if self._forms is not None:
            self._forms.show_file(file)

    def written(self) -> FileForms:
        """The forms; made when somebody first writes."""
        if self._forms is None:
            self._forms = FileForms(self._page)
            self.addWidget(scrolled(self._forms))
            if self._file is not None:
                self._forms.show_file(self._file)
        return self._forms

    def edit(self, on: bool) -> None:
        """Write, or read again."""
        if on:
            self.written()
        elif self._forms is not None:
            self._forms.finish()
        self.setCurrentIndex(1 if on else 0)
        if on:
            self.written().start()

    @property
    def editing(self) -> bool:
        """Whether the forms show."""
        return self.currentIndex() == 1
