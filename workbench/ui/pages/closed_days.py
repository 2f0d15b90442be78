"""The days on which nobody meets."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.actions import committees, editing
from workbench.errors import Problem
from workbench.lists.named import list_named
from workbench.records.committee import CLOSED_DAYS, ClosedDay
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import OPEN
from workbench.records.texts import day
from workbench.records.words import of
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.pages.meeting_sheets import NOT_SAVED
from workbench.ui.record_history import add_history


class ClosedDays(QWidget):
    """A list with its own Add and Delete; a meeting that falls on one is told."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        listed = list_named("closed_days")
        assert listed is not None
        self.table = Table(listed, lambda: page.session.today, name="Closed days", seat=page.session.seat)
        self.new = own_action(self, "Add closed day…", "plus", "Ins", self._add)
        self.change = own_action(self, "Edit…", "pencil", "F2", self._edit)
        self.drop = own_action(self, "Delete", "trash-2", "Del", self._delete)
        self.holidays = own_action(self, "Add US federal holidays", "calendar", "", self._add_holidays)
        self.table.set_actions([self.change, self.drop])
        add_history(page, (self.table, CLOSED_DAYS))
        self.table.set_empty("No closed days yet.", "Add US federal holidays", self.holidays)
        card = Card(margins=False)
        card.head.addWidget(ButtonRow([self.change, self.drop, self.holidays]))
        card.head.addStretch(1)
        card.add(self.table, 1)
        self.said = note("")
        self.said.setContentsMargins(14, 8, 14, 10)
        card.add(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table.opened.connect(lambda _: self._edit())
        self.table.picked.connect(self._weigh)
        self.refresh()

    def take_focus(self) -> None:
        """The keyboard goes to the first day to come."""
        self.table.setFocus()
        coming = ClosedDay.select().where(ClosedDay.day >= self._page.session.today).order_by(ClosedDay.day).first()
        if self.table.current() is None and coming is not None:
            self.table.go_to(coming.id)

    def refresh(self) -> None:
        """Show what changed, and which meetings fall on such a day."""
        self.table.refresh()
        today = self._page.session.today
        self.holidays.setText(f"Add US federal holidays of {self._year()}")
        planned = Meeting.select().join(ClosedDay, on=(Meeting.held == ClosedDay.day))
        hit = planned.where((Meeting.held >= today) & Meeting.state.in_(OPEN))
        told = ", ".join(f"{each.committee.name} on {day(each.held)}" for each in hit)
        self.said.setText(f"Planned on a closed day: {told}. Open it and choose another day." if told else "")
        self.said.setVisible(bool(told))
        self._weigh()

    def _year(self) -> int:
        """The first year from this one on that has no closed day yet."""
        year = self._page.session.today.year
        known = {each.day.year for each in ClosedDay.select()}
        while year in known:
            year += 1
        return int(year)

    def _weigh(self) -> None:
        free, chosen = not self._page.session.read_only, self._chosen()
        self.new.setEnabled(free)
        self.holidays.setEnabled(free)
        self.drop.setEnabled(free and bool(chosen))
        self.change.setEnabled(free and len(chosen) == 1)

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    def _add(self) -> None:
        self._ask(ClosedDay(), "Add closed day", "Add")

    def _edit(self) -> None:
        if self.change.isEnabled():
            self._ask(ClosedDay.get_by_id(self._chosen()[0]), "Edit closed day", "Save")

    def _ask(self, record: ClosedDay, title: str, verb: str) -> None:
        form = Form(ClosedDay, ("day", "name"), today=lambda: self._page.session.today)
        form.load(record)

        def save() -> list[Problem]:
            form.store(record)
            wrong = self._page.session.do(editing.save, record, CLOSED_DAYS)
            return NOT_SAVED if wrong is None else wrong

        FormDialog(title, form, save, verb=verb, parent=self.window()).open()

    def _delete(self) -> None:
        ids = self._chosen()
        what = of(len(ids), "closed day")
        self._page.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self._page.session.do(editing.delete, CLOSED_DAYS, ids),
            detail="It can be undone. Meetings that were moved stay where they are.",
        )

    def _add_holidays(self) -> None:
        self._page.session.do(committees.add_holidays, self._year())
