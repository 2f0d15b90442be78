"""Settings, what holds at this seat alone: colors, size, and the name that the trail gives to whoever sits here."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from workbench.records import texts
from workbench.store import database, seats
from workbench.ui import naming_seat
from workbench.ui.kit import plain, scaling, theme
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.lines import Lines

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
SIZES = tuple((each, f"{each} %" if each > 100 else "100 %, as the system") for each in scaling.CHOICES)
NEXT = "A new size takes effect the next time the program starts."
SAID = "History shows this name beside what you do from now on; earlier steps keep the name they have."
LEAST = 380
"""Logical pixels that a card needs to stand beside another."""
COLUMNS = (
    plain.Column("name", "Name", bold=True),
    plain.Column("steps", "Steps", align="right"),
    plain.Column("first", "First"),
    plain.Column("last", "Last"),
)


class SeatPart(Folding):
    """How it looks here, and who works in this office."""

    named = Signal()

    def __init__(self, session: Any) -> None:
        self._session = session
        self.theme, self.scale = ChoiceBox(THEMES, empty=False), ChoiceBox(SIZES, empty=False)
        self.again = bare_button("Start the program a&gain", "", self._begin_again)
        self.lines = Lines()
        self.lines.add("name", "&Your name")
        self.people = plain.PlainList("seats", "Who worked in this office", COLUMNS)
        self.table = Table(self.people, lambda: session.today, seat=session.seat)
        self.table.setMinimumHeight(180)
        super().__init__((self._looks(), self._names()), LEAST)
        self.theme.left.connect(self.wear)
        self.scale.left.connect(self._keep_size)
        self.lines.left.connect(self._call)

    def _looks(self) -> Card:
        card = Card("How it looks here")
        for label, box in (("Co&lors", self.theme), ("Si&ze of everything", self.scale)):
            said = QLabel(label)
            said.setBuddy(box.inner)
            box.set_name(label.replace("&", ""))
            card.add(said)
            card.add(box)
        self._next = note(NEXT)
        card.add(self._next)
        card.body.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _names(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        card, worked = Card("Your name at this computer"), Card("Who worked in this office", margins=False)
        card.add(self.lines)
        card.add(note(SAID))
        worked.add(self.table, 1)
        column.addWidget(card)
        column.addWidget(worked, 1)
        return side

    def show_seat(self) -> None:
        """What this seat prefers, and who ever did a step."""
        seat = self._session.seat
        self.theme.set_value(seat.theme)
        self.scale.set_value(seat.scale)
        self.lines.set_text("name", database.seat)
        self.lines.set_enabled("name", self._session.at_seat is not None)
        self.again.setVisible(self._session.at_seat is not None)
        rows = (
            plain.Row(n, (each.name, f"{each.steps:,}", _day(each.first), _day(each.last)), keys=_keys(each))
            for n, each in enumerate(seats.worked(), 1)
        )
        self.people.replace(list(rows))
        self.table.refresh()

    def choose(self, choice: str) -> None:
        """Wear other colors."""
        self.theme.set_value(choice)
        self.wear()

    def wear(self) -> None:
        """Wear what is chosen, and remember it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._session.seat.theme = str(self.theme.value() or "system")
        theme.wear(app, self._session.seat.theme)

    def set_size(self, percent: int) -> None:
        """Choose how large everything is from the next start on."""
        self.scale.set_value(percent)
        self._keep_size()

    def _keep_size(self) -> None:
        wanted = scaling.read(self.scale.value())
        if wanted != self._session.seat.scale:
            self._session.seat.scale = wanted
            self._session.messages.toast(f"Everything is drawn at {wanted} % from the next start on")

    def _call(self, _: str) -> None:
        name = " ".join(self.lines.text("name").split())
        if problem := naming_seat.problem_of(name):
            self.lines.show_problems([problem])
        elif name != database.seat and self._session.at_seat is not None:
            naming_seat.call_me(self._session, name)
            self.named.emit()

    def _begin_again(self) -> None:
        at_seat = self._session.at_seat
        if at_seat is not None and self._session.undisturbed("start the program again"):
            at_seat.begin_again()


def _day(written: str) -> str:
    from datetime import date

    return texts.day(date.fromisoformat(written))


def _keys(each: seats.Worked) -> tuple[object, ...]:
    return (each.name.casefold(), each.steps, each.first, each.last)
