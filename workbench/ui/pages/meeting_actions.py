"""What a committee asked somebody to do: what is open from earlier meetings, and what this one raised."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.actions import editing, meetings
from workbench.errors import Problem
from workbench.lists.agenda_parts import Agenda
from workbench.records import texts
from workbench.records.meeting import ACTION_ITEMS, ActionItem
from workbench.records.words import of
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table
from workbench.ui.pages.meeting_sheets import NOT_SAVED

COLUMNS = (
    Column("title", "What", bold=True),
    Column("owner", "Owner"),
    Column("due", "Due"),
    Column("state", "State", pill=True),
    Column("raised", "Raised"),
)
FIELDS = ("title", "owner", "due", "done", "remarks")


class MeetingActions(QWidget):
    """The action items that this meeting looks at."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.listed = PlainList("actions_of_meeting", "Action items", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Action items", seat=page.session.seat)
        self.table.heading.setSectionsClickable(False)
        self.new = own_action(self, "Add action item…", "plus", "Ins", self._add)
        self.finish = own_action(self, "Done", "check", "Ctrl+D", self._finish)
        self.change = own_action(self, "Edit…", "pencil", "F2", self._edit)
        self.drop = own_action(self, "Delete", "trash-2", "Del", self._delete)
        self.table.set_actions([self.finish, self.change, self.drop])
        self.table.set_empty(
            "No action items: nothing is open, and this meeting raised none.", "Add action item…", self._add
        )
        card = Card(margins=False)
        card.head.addWidget(ButtonRow((self.new, self.finish, self.change, self.drop)))
        card.head.addStretch(1)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table.opened.connect(lambda _: self._edit())
        self.table.picked.connect(self.weigh)

    def take_focus(self) -> None:
        """The keyboard goes to the list."""
        self.table.setFocus()

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what is open, then what this meeting raised."""
        carried = {each.id for each in agenda.actions}
        raised = ActionItem.select().where(
            (ActionItem.raised_at == agenda.meeting) & ActionItem.id.not_in(list(carried))
        )
        rows = list(ActionItem.select().where(ActionItem.id.in_(list(carried))).order_by(ActionItem.due, ActionItem.id))
        self.listed.replace([self._row(each, agenda) for each in (*rows, *raised)])
        self.table.refresh()
        self.weigh()

    def _row(self, each: ActionItem, agenda: Agenda) -> Row:
        today = self._page.session.today
        raised = each.raised_at
        when = "here" if raised and raised.id == agenda.meeting else texts.day(raised.held) if raised else ""
        if each.done:
            state, tone = f"done {texts.day(each.done)}", "good"
        elif each.due and each.due < today:
            state, tone = f"due {texts.distance(each.due, today)}", "bad"
        else:
            state, tone = "open", "info"
        return Row(each.id, (each.title, each.owner, texts.day(each.due), state, when), ("", "", "", tone, "quiet"))

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free, chosen = self._page.can_write(), self._chosen()
        self.new.setEnabled(free)
        for each in (self.finish, self.drop):
            each.setEnabled(free and bool(chosen))
        self.change.setEnabled(free and len(chosen) == 1)
        done = bool(chosen) and all(ActionItem.get_by_id(each).done for each in chosen)
        self.finish.setText("Open again" if done else "Done")

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    # What can be done

    def _add(self) -> None:
        agenda = self._page.agenda
        self._ask(ActionItem(committee=agenda.committee, raised_at=agenda.meeting), "Add action item", "Add")

    def _edit(self) -> None:
        if self.change.isEnabled():
            self._ask(ActionItem.get_by_id(self._chosen()[0]), "Edit action item", "Save")

    def _ask(self, record: ActionItem, title: str, verb: str) -> None:
        form = Form(ActionItem, FIELDS, today=lambda: self._page.session.today)
        form.load(record)

        def save() -> list[Problem]:
            form.store(record)
            wrong = self._page.do(editing.save, record, ACTION_ITEMS)
            return NOT_SAVED if wrong is None else wrong

        FormDialog(title, form, save, verb=verb, parent=self.window()).open()

    def _finish(self) -> None:
        chosen = self._chosen()
        done = all(ActionItem.get_by_id(each).done for each in chosen)
        self._page.do(meetings.finish_actions, chosen, None if done else self._page.session.today)

    def _delete(self) -> None:
        chosen = self._chosen()
        what = of(len(chosen), "action item")
        self._page.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self._page.do(editing.delete, ACTION_ITEMS, chosen),
            detail="It can be undone.",
        )
