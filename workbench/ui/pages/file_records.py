"""One table on a file with its own Add, Edit and Delete: practices, education, notes and the rest."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QScrollArea, QSizePolicy

from workbench.actions import filing
from workbench.lists import file_cells
from workbench.lists.file import File
from workbench.lists.file_parts import Line, Part
from workbench.records.record import Record
from workbench.records.words import of
from workbench.ui.in_place import InPlace
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import GivingButton, icon_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.icons import set_icon
from workbench.ui.kit.labels import note
from workbench.ui.kit.parting import part_with
from workbench.ui.kit.table import Table
from workbench.ui.linking import Among, links_of


def _named(part: str) -> Callable[[File], list[tuple[int, str]]]:
    """The rows of a part with what tells them apart: what it is, how it stands, since when."""
    return lambda file: [(each.id, " · ".join(filter(None, each.texts[:3]))) for each in file.parts.get(part, ())]


OWN: dict[str, Callable[[File], list[tuple[int, str]]]] = {
    "credential": lambda file: list(file.names.items()),
    "application": _named("applications"),
    "held": _named("held"),
}
"""Links of which a person's own alone are offered."""
MOST_ROWS = 12
"""Shown at once in a table that is as high as its rows."""


def rows(lines: tuple[Line, ...]) -> list[plain.Row]:
    """The rows of a file as the table takes them."""
    return [plain.Row(each.id, each.texts, each.tones, each.keys) for each in lines]


class RecordsCard(Card):
    """The records of one part of a file."""

    def __init__(
        self,
        part: Part,
        page: Any,
        *,
        fill: bool = False,
        editable: bool = True,
        defaults: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        """With fill the table takes all the room there is, else as much as its rows need. Records that are not editable are kept as
        they were recorded."""
        super().__init__(part.title, margins=False)
        self.part, self._page, self._fill, self._defaults = part, page, fill, defaults
        self._editable = editable
        columns = tuple(
            plain.Column(str(place), text, pill=place in part.pills, bold=place == 0)
            for place, text in enumerate(part.headings)
        )
        self.listed = plain.PlainList(f"file_{part.key}", part.title, columns)
        self.table = Table(self.listed, lambda: page.session.today, seat=page.session.seat)
        self.table.heading.setSectionsClickable(False)  # the order is the part's own: texts would sort dates wrongly
        fields = file_cells.of(part.key)
        self.cells = InPlace(page, self.table, part, fields=fields)
        self._make_actions(part.one, "Shift+F2" if fields else "F2")
        self.head.addStretch(1)
        self._empty = note("None on file.")
        self._empty.setContentsMargins(14, 0, 14, 12)
        self._lay_out()
        self.table.opened.connect(lambda _: self._edit())
        self.table.picked.connect(self.weigh)

    def _make_actions(self, one: str, keys: str) -> None:
        self.new = own_action(self, f"Add {one}", "plus", "Ins", self._add)
        self.change = own_action(self, f"Edit {one}", "pencil", keys, self._edit)
        self.drop = own_action(self, f"Delete {one}", "trash-2", "Del", self._ask_delete)
        self.past = own_action(self, f"History of the {one}…", "history", "Ctrl+H", self._history)
        if not self._editable:
            self.removeAction(self.change)

    def _lay_out(self) -> None:
        # beside a long title on a small screen it is cut short
        self._added: GivingButton | None = GivingButton(self.new)
        self._added.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_icon(self._added, "plus", "text")
        self.head.addWidget(self._added)
        done = [self.change, self.drop] if self._editable else [self.drop]
        for each in done:
            self.head.addWidget(icon_button(each))
        self.table.set_actions([*done, self.past])
        self.add(self.table, 1 if self._fill else 0)
        self.add(self._empty)
        self.add(self.cells.bar)
        if self._fill:
            self.body.addStretch(0)

    def added_above(self) -> None:
        """The page's own button adds these: a second one just below it would say the same."""
        if self._added is not None:
            self.new.changed.disconnect(self._added._follow)
            self.head.removeWidget(self._added)
            part_with(self._added)
            self._added = None

    def show_file(self, file: File) -> None:
        """Show the rows of a file."""
        lines = file.parts[self.part.key]
        self.listed.replace(rows(lines))
        self.table.refresh()
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if not self._fill:
            shown = min(len(lines), MOST_ROWS)
            self.table.setFixedHeight(self.table.heading.height() + shown * self.table.cells.height + 2)
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free, chosen = self._page.can_write(), bool(self._chosen())
        self.new.setEnabled(free)
        self.change.setEnabled(free and chosen)
        self.drop.setEnabled(free and chosen)
        self.past.setEnabled(chosen)
        self.cells.weigh()

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    # What can be done

    def _add(self) -> None:
        self.add_with()

    def add_with(self, **values: Any) -> None:
        """Open the form of a new one, with these values filled in."""
        given = {self.part.owner: self._owner(), **self._defaults(), **values}
        self._open(self.part.kind.model(**given), f"Add {self.part.one}")

    def _owner(self) -> int:
        """Whose record a new one is."""
        file = self._page.file
        return file.id if self.part.owner == "provider" else file.application

    def _edit(self) -> None:
        if self._editable and self._page.can_write() and self._chosen():
            record = self.part.kind.model.get_or_none(self.part.kind.model.id == self._chosen()[0])
            if record is not None:
                self._open(record, f"Edit {self.part.one}")

    def _open(self, record: Record, title: str) -> None:
        form = Form(self.part.kind.model, self.part.fields, today=lambda: self._page.session.today, links=self._links())
        form.load(record)
        new = record.get_id() is None

        def save() -> list:
            form.store(record)
            wrong = self._page.session.do(filing.keep, record, self.part.kind, self.part.one) or []
            if new and not wrong:
                self.table.go_to(record.get_id())
            return wrong

        def refusals() -> list:
            form.store(record)
            return list(record.problems())

        dialog = FormDialog(title, form, save, refusals=refusals, parent=self.window())
        if new:  # what is filled in already is not what one types first
            form.focus(next((name for name in self.part.fields if not form.box(name).text()), ""))
        dialog.open()

    def _history(self) -> None:
        from workbench.ui.record_history import ask_history

        ask_history(self._page, self.part.kind, self._chosen()[0])

    def _links(self) -> dict[str, Any]:
        links: dict[str, Any] = links_of(
            self.part.kind.model, self.part.fields, self._page.session.today, self._page.session
        )
        own = {name: named(self._page.file) for name, named in OWN.items() if name in links}
        return links | {name: Among(named) for name, named in own.items()}

    def _ask_delete(self) -> None:
        ids = self._chosen()
        what = of(len(ids), self.part.one)
        self._page.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self._page.session.do(filing.remove, self.part.kind, ids, self.part.one, self._page.file.title),
            detail="Undo brings it back." if len(ids) == 1 else "Undo brings them back.",
        )


def go_to(page: Any, tab: str, record: tuple[str, int] | None) -> None:
    """Choose a record, by its table and id, where a tab of a file shows it, and bring it into sight."""
    if record is None:
        return
    (table, id), part = record, page.part(tab)
    cards = [part] if isinstance(part, RecordsCard) else part.findChildren(RecordsCard)
    for card in cards:
        if card.part.kind.table == table and card.table.go_to(id):
            card.table.setFocus()
            around = card.parentWidget()
            while around is not None and not isinstance(around, QScrollArea):
                around = around.parentWidget()
            if around is not None:
                around.ensureWidgetVisible(card)
            return
