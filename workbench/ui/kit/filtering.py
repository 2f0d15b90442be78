"""Shift+F9: what the cells of each column must hold; and the words that say what a list is narrowed to, with a way out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QWidget

from workbench.records.words import of
from workbench.ui.kit.action import action
from workbench.ui.kit.arranging import Arrange
from workbench.ui.kit.boxes import Box, LineBox, mark_wrong
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.grouping import group_actions, offer_of_column
from workbench.ui.kit.labels import Words, giving_status
from workbench.ui.kit.mnemonics import marked
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.kit.usual import UsualBox

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

WORDS = "A row shows when every cell holds what is written or chosen here. "
LINKS, LINKED = 3, "linked"
"""How many of a table's own actions stand above it as well, and the property of those."""
WIDE, LOW, AROUND = 300, 160, 280
"""Logical pixels of a line; of the lines' height at least; what stands above and below them."""


def own_actions(table: "Table") -> list[QAction]:
    """What every table offers besides: its filters, its columns and its order, its groups."""
    made = [
        action("Filter columns…", "filter", "Shift+F9", lambda: Filters(table, table.window()).open(), table),
        action("Columns and order…", "columns-3", "F9", lambda: Arrange(table, table.window()).open(), table),
        *group_actions(table),
    ]
    for each in made[:LINKS]:
        each.setProperty(LINKED, True)
    return made


def bare(table: "Table") -> None:
    """Take away what somebody narrowed, ordered and grouped the rows by: a view shows as it is. Words that are searched for stay, in
    sight in their box."""
    table.model_.ask(filters={}, order=(), group="", closed=frozenset())
    table.sort_by("")
    table.heading.viewport().update()


def show_view(table: "Table", key: str) -> None:
    """Show a list's own view as it is."""
    bare(table)
    table.set_view(key)


def linked(table: "Table") -> list[QAction]:
    """Those of its own that stand above it to be pressed: its filters, its columns, its groups if it has any."""
    return [each for each in table.own if each.property(LINKED)]


class Filters(Sheet):
    """Asks what the cells of the columns must hold; those that are hidden too, after the others; what has few values is chosen."""

    def __init__(self, table: "Table", parent: QWidget, first: str = "") -> None:
        """first is the key of the column whose line has the keyboard."""
        super().__init__(f"Filter {table.accessibleName()}", WORDS + table.filter_hint, parent)
        self._table = table
        self.lines: dict[str, QLineEdit] = {}
        self.wrong: dict[str, Words] = {}
        """What is said below a line that asks nothing of its column."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(6)
        asked = _asked(table)
        for column, label in zip(asked, marked([each.heading for each in asked]), strict=True):
            self._add(grid, column, label)
        self.body.addWidget(self._area(inner))
        self.add_button("Clear all", "quiet", self._clear)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Show it so", "primary", self.accept, default=True)
        self.lines.get(first, next(iter(self.lines.values()))).setFocus()

    def _area(self, inner: QWidget) -> Scrolling:
        """As wide as the boxes, and as tall as the screen allows."""
        area = Scrolling(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        most = self.screen().availableGeometry().height() - AROUND
        area.setMinimumSize(inner.sizeHint().width() + 24, max(LOW, min(inner.sizeHint().height() + 8, most)))
        return area

    def _add(self, grid: QGridLayout, column: Any, marked_label: str) -> None:
        ask = getattr(self._table.model_.listed, "few", None)
        few: list[str] = ask(column.key) if ask else []
        box: Box = UsualBox(few) if few else LineBox()
        line = box.combo.lineEdit() if isinstance(box, UsualBox) else box.inner
        assert isinstance(line, QLineEdit)
        line.setText(self._table.filters.get(column.key, ""))
        self.lines[column.key] = line
        box.setMinimumWidth(WIDE)
        line.setClearButtonEnabled(True)
        label = QLabel(marked_label)
        label.setBuddy(box.inner)
        box.set_name(column.heading)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)
        said = self.wrong[column.key] = Words("", 0.9).kind("bad")
        said.setWordWrap(True)
        said.setMaximumWidth(WIDE)
        said.hide()
        grid.addWidget(said, row + 1, 1)
        line.textChanged.connect(lambda _: self._say(column.key, ""))

    def _clear(self) -> None:
        for line in self.lines.values():
            line.clear()

    def _say(self, key: str, wrong: str) -> None:
        self.wrong[key].setText(wrong)
        self.wrong[key].setVisible(bool(wrong))
        mark_wrong(self.lines[key], bool(wrong))

    def accept(self) -> None:
        """Show the rows whose cells hold it; what asks nothing of its column is said beside it instead."""
        said = {key: " ".join(line.text().split()) for key, line in self.lines.items()}
        misread = {key: problem for key, text in said.items() if (problem := misread_by(self._table, key, text))}
        for key, problem in misread.items():
            self._say(key, problem)
        if misread:
            self.lines[next(iter(misread))].setFocus()
            return
        self._table.filter({key: text for key, text in said.items() if text})
        super().accept()


def misread_by(table: "Table", key: str, text: str) -> str:
    """Why the list of a table cannot understand a filter; empty where it can."""
    model = table.model_
    ask = getattr(model.listed, "misread", None)
    return ask(key, text, model.today()) if ask else ""


def _asked(table: "Table") -> list[Any]:
    """The columns to ask about: those that show, from left to right, then those that are hidden."""
    heading, columns = table.heading, table.model_.columns
    places = [heading.logicalIndex(visual) for visual in range(heading.count())]
    places.sort(key=heading.isSectionHidden)
    able = {each.key: each for each in getattr(table.model_.listed, "filterable", columns)}
    shown = [columns[n] for n in places if columns[n].key in able or columns[n].key in table.filters]
    known = {each.key for each in shown}
    return [*shown, *(each for each in able.values() if each.key not in known)]


def offer_filter(table: "Table", menu: QMenu, column: int) -> None:
    """Begin a heading's menu with the filter of its column."""
    each = table.model_.columns[column]
    named = each.heading.replace("&", "&&")
    menu.addAction(f"Filter “{named}”…", lambda: Filters(table, table.window(), each.key).open())
    if each.key in table.filters:
        others = {key: text for key, text in table.filters.items() if key != each.key}
        menu.addAction(f"Clear the filter of “{named}”", lambda: table.filter(others))
    menu.addSeparator()
    offer_of_column(table, menu, column)


class Filtered(QWidget):
    """Says how many rows show of a list that is narrowed, and by what; clears it. What is always there stands at the right end."""

    def __init__(self, table: "Table", more: Sequence[QWidget] = ()) -> None:
        """more are parts that come and go with it: what can be done with what is narrowed so."""
        super().__init__()
        self._table, self.more = table, tuple(more)
        self.said = giving_status("filtered")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.said, 8)
        self.clear = bare_button("Clear filters", "link", lambda: table.filter({}))
        self.links = ButtonRow(linked(table), kind="link")
        row.addStretch()
        for part in (*self.more, self.clear, self.links):
            row.addWidget(part)
        table.model_.counted.connect(lambda _: self.tell())
        self.tell()

    def tell(self) -> None:
        """Say it anew."""
        table = self._table
        columns = (*getattr(table.model_.listed, "filterable", ()), *table.model_.columns)
        names = {column.key: column.heading for column in columns}
        said = [
            misread_by(table, key, text) or f"{names[key]} holds “{text}”"
            for key, text in table.filters.items()
            if key in names
        ]
        self.clear.setVisible(bool(said))
        if table.group in names and (groups := table.model_.heads.groups):
            said.append(f"{of(len(groups), 'group')} by {names[table.group]}")
        count = table.count()
        rows = of(count, "row")
        self.said.setText(" · ".join([f"{rows} shown", *said]) if said or table.text.strip() else "")
        self.said.setVisible(bool(self.said.text()))
        self._make_room()

    def _make_room(self) -> None:
        """What the list is narrowed to is read first: the links that have no room beside it stand under “More”."""
        row = self.layout()
        parts = [each for each in (self.said, *self.more, self.clear) if not each.isHidden()]
        if row is not None:
            taken = sum(each.sizeHint().width() for each in parts) + row.spacing() * (len(parts) + 1)
            self.links.setMaximumWidth(self.links.used_of(self.width() - taken - row.contentsMargins().left()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()

    def show_more(self, shown: Sequence[bool]) -> None:
        """Which of the further parts show."""
        for part, there in zip(self.more, shown, strict=True):
            part.setVisible(there)
        self._make_room()
