"""A quick look at a person: what is needed to answer the phone in five seconds, without leaving the list."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists import file, last_notices
from workbench.lists.file import File
from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.labels import heading, note, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import Pill

WIDTH = 412
About = Callable[[], Sequence[tuple[str, str]]]
ALSO = ("Cell", "Email", "Fax")


class QuickLook(Card):
    """Stands at the side of a list while it is open; the arrows move through the records."""

    def __init__(self, session: Any, open_file: QAction, call: QAction, close: QAction, about: About = tuple) -> None:
        """about is what is told first, of the row that it stands beside."""
        super().__init__("Quick look")
        self._session, self._about = session, about
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Quick look")
        self.provider: int | None = None
        self.head.addStretch(1)
        self.head.addWidget(icon_button(close))
        self._pills = QHBoxLayout()
        self._pills.setSpacing(6)
        self.body.addLayout(self._pills)
        self.line = note()
        self.line.setAccessibleIdentifier("quick-look")
        self.add(self.line)
        self.facts, self.numbers, self._other = Facts(), Facts(), heading("Office numbers")
        self.add(self._said(), 1)
        self.keys = small("↑ ↓ next · Esc closes")
        row = QHBoxLayout()
        row.addWidget(button(open_file))
        row.addWidget(button(call))
        row.addStretch(1)
        row.addWidget(self.keys)
        self.body.addLayout(row)
        self.hide()

    def _said(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.facts, self._other, self.numbers):
            column.addWidget(part)
        column.addStretch(1)
        return scrolled(inner)

    def look_at(self, provider: int | None, day: date | None = None) -> None:
        """Show a person, or nobody; as they stood at a day's end, which is read beside the window."""
        self.provider = provider
        if provider is None or day is None:
            self._session.reader.drop(self)
            self._show(_read(provider, self._session.today) if provider is not None else (None, ""))
        else:
            past = self._session.past(day)
            self._session.reader.ask(self, lambda: past.ask(lambda: _read(provider, day)), self._show)

    def _show(self, read: tuple[File | None, str]) -> None:
        found, notice = read
        self.set_title(found.title if found else "Nobody is chosen")
        self.line.setText(found.line if found else "")
        empty(self._pills)
        for text, tone in found.pills if found else ():
            self._pills.addWidget(Pill(text, tone))
        self._pills.addStretch(1)
        told = [("Last notice", notice)] if notice else []
        self.facts.set([*self._about(), *_facts(found), *told] if found else ())
        numbers = [line.texts for line in found.parts["numbers"]] if found else []
        self._other.setVisible(bool(numbers))
        self.numbers.set(numbers)


def _read(provider: int, day: date) -> tuple[File | None, str]:
    """The file, and the last renewal notice that went out about the person."""
    return file.read(provider, day), last_notices.of_person(provider)


def _facts(found: File) -> list[tuple[str, str]]:
    """What is asked on the telephone first, then the other ways to reach the person, and where they belong."""
    facts = [*found.reach, *(fact for fact in found.contacts if fact[0] in ALSO)]
    practices = [line.texts[0] for line in found.parts["practices"][:2]]
    facts += [("Practice", "\n".join(practices))] if practices else []
    facts += [fact for fact in found.standing if fact[0] == "Department"]
    return [*facts, *(fact for fact in found.person if fact[0] == "Languages")]
