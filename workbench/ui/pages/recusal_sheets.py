"""Who takes no part in an item of a meeting, and when members came and went."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.actions import recusing
from workbench.errors import Problem
from workbench.lists import recusals
from workbench.lists.agenda_parts import Agenda, Item
from workbench.records.meeting import Attendance, Recusal
from workbench.records.texts import clock
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import note
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table

NOT_SAVED = [Problem("", "It was not saved.")]
COLUMNS = (
    Column("member", "Member", bold=True),
    Column("reason", "Why"),
    Column("left", "Left the room"),
    Column("returned", "Returned"),
)


def ask_times(page: Any, agenda: Agenda, seats: Sequence[int]) -> FormDialog:
    """When the members of some seats arrived and left."""
    form = Form(Attendance, ("arrived", "left"), today=lambda: page.session.today)
    kept = Attendance.get_or_none((Attendance.meeting == agenda.meeting) & (Attendance.seat == seats[0]))
    if kept is not None and len(seats) == 1:
        form.load(kept)
    names = {each.seat: each.name for each in agenda.members}
    who = names[seats[0]] if len(seats) == 1 else f"{len(seats)} members"

    def save() -> list[Problem]:
        v = form.values()
        wrong = page.do(recusing.keep_times, agenda.meeting, seats, v["arrived"], v["left"], page.session.today)
        return NOT_SAVED if wrong is None else wrong

    words = "Only where somebody came after the call to order, or went before the end."
    sheet = FormDialog(f"Arrived and left: {who}", form, save, words=words, parent=page.window())
    sheet.open()
    return sheet


class Recusals(Sheet):
    """The recusals of one item, and what they leave of its quorum."""

    def __init__(self, page: Any, agenda: Agenda, item: Item) -> None:
        words = (
            "Who recuses takes no part in the item: they leave the room, and count neither for its quorum nor its vote."
        )
        super().__init__(f"Recusals: {item.number} {item.title}", words, page.window())
        self._page, self._agenda, self._item = page, agenda, item
        self.listed = PlainList("recusals_of_item", "Recusals", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Recusals")
        self.table.heading.setSectionsClickable(False)
        self.table.setMinimumSize(640, 220)
        self.table.set_empty("Nobody recused from this item.")
        self.add = own_action(self, "&Recuse a member…", "plus", "Ins", lambda: self._ask(Recusal(item=item.id)))
        self.change = own_action(self, "&Change…", "pencil", "F2", self._change)
        self.off = own_action(self, "&Take back", "trash-2", "Del", self._take_back)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.add, self.change, self.off):
            row.addWidget(button(each))
        row.addStretch(1)
        tools = QWidget()
        tools.setLayout(row)
        self.body.addWidget(tools)
        self.body.addWidget(self.table, 1)
        self.left = note("")
        self.body.addWidget(self.left)
        self.add_button("Close", "primary", self.accept)
        self.table.opened.connect(lambda _: self._change())
        self.table.picked.connect(self._weigh)
        self.table.current_changed.connect(lambda _: self._weigh())
        self._read()

    def _read(self) -> None:
        found = recusals.of_meeting(self._agenda.meeting).get(self._item.id, ())
        self.listed.replace(
            [Row(each.id, (each.name, each.reason, clock(each.left), clock(each.returned))) for each in found]
        )
        self.table.refresh()
        if self.table.current() is None and found:
            self.table.go_to(found[0].id)
        quorum = recusals.quorums(self._agenda.meeting).get(self._item.id)
        self.left.setText(
            quorum.said if quorum else "What is left of the quorum is counted once attendance is recorded."
        )
        self.left.kind("bad" if quorum and quorum.short else "note")
        self._weigh()

    def _weigh(self) -> None:
        free = self._page.can_write()
        self.add.setEnabled(free)
        for each in (self.change, self.off):
            each.setEnabled(free and self.table.current() is not None)

    def _change(self) -> None:
        current = self.table.current()
        if current is not None and self.change.isEnabled():
            self._ask(Recusal.get_by_id(current))

    def _ask(self, recusal: Recusal) -> FormDialog:
        new = recusal.get_id() is None
        taken = {row.seat_id for row in Recusal.select().where(Recusal.item == self._item.id)} if new else set()
        members = [(each.seat, each.name) for each in self._agenda.members if each.seat not in taken]
        links = {"seat": lambda text: [each for each in members if text.lower() in each[1].lower()]}
        fields = ("seat", "reason", "left", "returned", "remarks")
        form = Form(Recusal, fields, today=lambda: self._page.session.today, links=links)
        form.load(recusal)

        def save() -> list[Problem]:
            form.store(recusal)
            wrong = self._page.do(recusing.recuse, recusal)
            if wrong == []:
                self._read()
            return NOT_SAVED if wrong is None else wrong

        sheet = FormDialog("Recuse a member" if new else "Change a recusal", form, save, parent=self)
        sheet.open()
        return sheet

    def _take_back(self) -> None:
        current = self.table.current()
        chosen = self.table.selected() or ([current] if current is not None else [])
        self._page.do(recusing.take_back, chosen)
        self._read()
