"""Editing in a list as in a sheet: F2, Ctrl+; for today, Ctrl+D fills down, Ctrl+V takes a block. One action, one undo."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from workbench.actions import cells, editing
from workbench.actions.cells import Cell, Refused, Written
from workbench.lists.columns import Column
from workbench.lists.writable import written
from workbench.records import texts
from workbench.records.days import day_meant
from workbench.records.fields import Day, Link
from workbench.records.kind import Kind
from workbench.records.words import of, within
from workbench.store import history
from workbench.ui import linking, weighing
from workbench.ui.kit import table_keys
from workbench.ui.kit.action import action
from workbench.ui.kit.held import stand_in
from workbench.ui.kit.in_words import not_set
from workbench.ui.kit.inputs import copied_block
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table
from workbench.ui.later_end import later_end
from workbench.ui.not_set_bar import NotSet, said_of
from workbench.ui.not_set_sheet import NotSetSheet, mark


class Edited(Protocol):
    """What is asked of a list whose cells are edited: any ListOf, any part of a file."""

    @property
    def kind(self) -> Kind: ...
    @property
    def title(self) -> str: ...


AT_ONCE = 200
"""Records written while one waits; more of them are a job."""
NOT_HERE = "This column is not edited in the list; Left and Right go to the others, Enter opens the row."
ON_HEAD = "The head of a group is nobody's row. Choose the row where the block begins."
BELOW = "The list has no row there."


class InPlace(QObject):
    """Lets the cells of a page's list be edited where they stand."""

    def __init__(
        self,
        page: Page,
        table: Table,
        listed: Edited,
        only: Collection[str] = (),
        *,
        fields: Mapping[str, str] | None = None,
    ) -> None:
        """only names the columns where not all that could be set may be set here: the others bring something along.

        fields, by the columns' keys, are given for a table that is no ListOf; its keys are then not the page's own to tell."""
        super().__init__(table)
        self._told = fields is None
        self._page, self._table, self._listed = page, table, listed
        found = dict(fields) if fields is not None else _fields(listed, table.model_.columns, only)
        self.fields: dict[str, str] = {} if page.session.read_only else found
        self.bar = NotSet(self)
        self.last: tuple[Refused, ...] = ()
        """What could not be set the last time."""
        self._marked: dict[int, set[tuple[int, str]]] = {}
        """By step, the marks of what it could not set."""
        self._newest = 0
        """The step that the bar speaks of; 0 if nothing could be set then."""
        self._make_actions()
        self.weigh()
        self._connect()

    def _connect(self) -> None:
        page, table, model = self._page, self._table, self._listed.kind.model
        table.model_.choices = lambda key: linking.offered(model, self.fields[key])
        table.cells.has_days = lambda key: isinstance(self._field_of(key), Day)
        table.cells.day_of = lambda key, text: day_meant(text, page.session.today)
        table.picked.connect(self._tell)
        if self._told:
            page.says = self.says
        table.selectionModel().currentChanged.connect(self._tell)
        page.session.stepped.connect(self._follow_undo)

    def _make_actions(self) -> None:
        self.edit = self._own("Edit the cell", "pencil", "F2", self._edit)
        self.today = self._own("Today's date in the cell", "calendar", "Ctrl+;", self._set_today)
        self.fill = self._own("Fill down", "chevron-down", "Ctrl+D", self._fill)
        self.paste = self._own("Paste a block from Excel", "clipboard-list", "Ctrl+V", self._paste)
        for each in (self.edit, self.today, self.fill, self.paste):
            each.setVisible(bool(self.fields))
        if self.fields:
            self._table.add_own([self.edit, self.today, self.fill, self.paste])
        self.later = later_end(self, self._page, self._table, self._listed.kind)

    def _own(self, text: str, icon: str, keys: str, call: Callable[[], object]) -> QAction:
        """Heard by the table alone: elsewhere on the page these keys mean something else."""
        made = action(text, icon, keys, call, self._table)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if self._told:
            self._page.know(made)
        return made

    def weigh(self) -> None:
        """The cells of a list that is shown as of a day stay as they were."""
        self._table.edit_with(self.fields if self._page.free else (), self._typed)
        for each in (self.edit, self.today, self.fill, self.paste):
            each.setEnabled(self._page.free)

    def _tell(self, *_: object) -> None:
        self._page.shell.say(self.says())

    def says(self) -> str:
        """In the status bar: why the cell could not be set that the keyboard is on; else how many rows are selected."""
        at = self._table.currentIndex()
        refused = self._table.model_.refused
        if refused and at.isValid():
            key = self._table.model_.id_at(at.row()), self._table.model_.columns[at.column()].key
            if key in refused:
                return not_set(*refused[key])
        if self.later is not None and (said := self.later.said(self._table.current())):
            return said
        count = self._table.count_selected()
        return f"{count:,} of {self._table.count():,} selected" if count > 1 else ""

    # One cell

    def _column(self) -> Any:
        """The column that the keyboard is on, if its cells are edited here."""
        number = self._table.currentIndex().column()
        column = self._table.model_.columns[number] if number >= 0 else None
        if column is None or column.key not in self.fields:
            self._page.session.messages.toast(NOT_HERE)
            return None
        return column

    def _edit(self) -> None:
        if self._column() is not None:
            self._table.edit(self._table.currentIndex())

    def _set_today(self) -> None:
        column, current = self._column(), self._table.current()
        if column is None or current is None:
            return
        if isinstance(self._field_of(column.key), Day):
            self._typed(current, column.key, texts.day(self._page.session.today))
        else:
            self._page.session.messages.toast(f"{column.heading} is no date.")

    def _field_of(self, key: str) -> object:
        return self._listed.kind.model.field(self.fields[key])

    def _typed(self, id: int, key: str, text: str) -> str:
        """Keep what was typed into a cell; what is wrong with it otherwise."""
        name = self.fields[key]
        self.write([Cell(id, name, text)], cells.called(self._listed.kind, name, [id]))
        return self.last[0].message if self.last else ""

    # Many

    def _fill(self) -> None:
        """The first of the selected rows says what the others get in the column that the keyboard is on."""
        ids, column = self._table.selected(), self._column()
        if column is None:
            return
        first = self._table.row(ids[0]) if len(ids) > 1 else None
        if first is None:
            self._page.session.messages.toast("Select the row to fill from, and those below it.")
            return
        name, text = self.fields[column.key], first.texts[self._table.currentIndex().column()]
        wanted = cells.of_all(ids[1:], name, text)
        self.write(wanted, f"Fill {within(column.heading)} down in {of(len(ids) - 1, 'row')}")

    def _paste(self) -> None:
        """A block, from the current cell to the right and down; a single cell goes into every selected row."""
        block, at = copied_block(), self._table.currentIndex()
        shown = table_keys.shown_columns(self._table)
        if not at.isValid() or not any(map(any, block)):
            return
        if self._table.model_.heads.at(at.row()):
            self._page.session.messages.toast(ON_HEAD)
            return
        columns = [self._table.model_.columns[n] for n in shown[shown.index(at.column()) :]]
        if [cell.casefold() for cell in block[0]] == [each.heading.casefold() for each in columns[: len(block[0])]]:
            block = block[1:]  # the headings came along
        self._table.model_.settle()
        ids = self._table.model_.below(at.row())
        if len(block) == 1 and len(block[0]) == 1 and len(self._table.selected()) > 1:
            ids = self._table.selected()
            block *= len(ids)
        wanted, beyond = self._laid(block, ids, columns)
        rows = of(min(len(block), len(ids)), editing.one(self._listed.kind), within(self._listed.title))
        self.write(wanted, f"Paste into {rows}", beyond)

    def _laid(
        self, block: Sequence[Sequence[str]], ids: Sequence[int], columns: Sequence[Any]
    ) -> tuple[list[Cell], list[Refused]]:
        """The cells of a block where they come to lie, and those that have no place."""
        wanted, beyond = list[Cell](), list[Refused]()
        for n, line in enumerate(block):
            row = self._table.model_.row_at(self._table.model_.place_of(ids[n])) if n < len(ids) else None
            for place, text in enumerate(line):
                column = columns[place] if place < len(columns) else None
                if row is not None and column is not None and column.key in self.fields:
                    wanted.append(Cell(row.id, self.fields[column.key], text))
                elif text and not (row and column and row.texts[self._number(column)] == text):
                    key = column.key if column else ""
                    why = BELOW if row is None else "This column is not edited in the list."
                    beyond.append(Refused(Cell(row.id if row else 0, key, text), row.texts[0] if row else "", why))
        return wanted, beyond

    def _number(self, column: Any) -> int:
        return [each.key for each in self._table.model_.columns].index(column.key)

    # Writing

    def write(self, wanted: Sequence[Cell], name: str, beyond: Sequence[Refused] = (), *, hold: bool = True) -> None:
        """Set cells as one step, and say beside each what could not be set; the order holds until the row is left. Where
        somebody would leave the staff by it, or join it, that is asked first, once for all."""
        self.last = ()
        weighing.ask_first(
            self._page.session, self._listed.kind, wanted, partial(self._write, wanted, name, beyond, hold)
        )

    def _write(self, wanted: Sequence[Cell], name: str, beyond: Sequence[Refused], hold: bool) -> None:
        if hold:
            self._table.model_.hold()
        session, kind, today = self._page.session, self._listed.kind, self._page.session.today
        if len({cell.id for cell in wanted}) > AT_ONCE:
            work = lambda progress: cells.write(kind, wanted, today, name, progress)  # noqa: E731
            session.run(name, work, partial(self.wrote, wanted, beyond))
            return
        done = session.do(cells.write, kind, wanted, today, name)
        if done is not None:
            self.wrote(wanted, beyond, done)

    def wrote(self, wanted: Sequence[Cell], beyond: Sequence[Refused], done: Written) -> None:
        """Show what came of cells that were set."""
        self.last = (*done.refused, *beyond)
        keys = {name: key for key, name in self.fields.items()}
        before = set(self._table.model_.refused)
        mark(self._table, [(each.id, keys.get(each.field, each.field)) for each in wanted], self.last, keys)
        step = history.newest() if done.set else None
        self._newest = step.id if step else 0
        if self.last and step:
            self._marked[step.id] = set(self._table.model_.refused) - before
        self.bar.tell(done, self.last)
        if done.same and not self.last:
            self._page.session.messages.toast(said_of(done), self._page.session.undo if done.set else None)
        if done.unseen:
            said = f"{of(done.unseen, 'credential')} no longer verified: what was seen at the source is another now."
            self._page.session.messages.toast(said, self._page.session.undo)
        if done.renewed:
            stand_in(self._table.model_, done.renewed)
        if self.later is not None:
            self.later.tell(wanted, done, self._newest)
            self._tell()

    def _follow_undo(self) -> None:
        """The marks of what a step could not set go with it when it is undone."""
        for step in [each for each in self._marked if history.undoable(each) is None]:
            for each in self._marked.pop(step):
                self._table.model_.refused.pop(each, None)
            self._table.viewport().update()
            if step == self._newest:
                self.last = ()
                self.bar.hide()

    def show_refused(self) -> None:
        """Every cell that could not be set, with its reason."""
        headings = {name: self._heading(key) for key, name in self.fields.items()}
        NotSetSheet(self.last, headings, self._page.window()).open()

    def _heading(self, key: str) -> str:
        return str(self._table.model_.columns[[each.key for each in self._table.model_.columns].index(key)].heading)

    def drop(self) -> None:
        """Take the marks away; the cells stay as they are."""
        self._table.model_.refused.clear()
        self._marked.clear()
        self._table.viewport().update()
        self.last = ()


def _fields(listed: Any, columns: Sequence[Any], only: Collection[str]) -> dict[str, str]:
    """By the key of a column that is edited here, the field it sets: of its own record, or of one of the office's lists."""
    found = {}
    for column in columns:
        shows = column.in_files or column
        field = written(listed, shows) if isinstance(column, Column) else None
        if field is not None and (not isinstance(field, Link) or field.rel_model.titled_by == ("name",)):
            found[column.key] = str(field.name)
    return {key: name for key, name in found.items() if not only or key in only}
