"""Readiness by standard and by department: what is asked, how many files are short of it, and which."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.standards import Board, OfDepartment, Requirement, Short, short_of
from workbench.rules.catalog import RULES
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.charts import Bar, Chart
from workbench.ui.kit.labels import Words, note
from workbench.ui.kit.table import Table
from workbench.ui.wording import of

COLUMNS = (
    plain.Column("title", "Requirement", bold=True),
    plain.Column("limit", "Limit"),
    plain.Column("short", "Files short", pill=True, longest="0,000"),
    plain.Column("asked_by", "Asked by"),
)
SHORT = (plain.Column("person", "File", bold=True), plain.Column("message", "What is wrong"))
FEW = 6
"""Departments that are shown."""
HIGH = 560
"""Logical pixels from which on the page has room for the bars of departments."""


class BoardPart(QWidget):
    """The figures above, the requirements at the left, the files of the chosen one at the right."""

    def __init__(
        self, page: Any, opened: Callable[[int, int | None], object], by_department: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._page, self._opened = page, opened
        self._by_department = by_department
        self._board: Board | None = None
        self._named: tuple[Short, ...] = ()
        today, seat = (lambda: page.session.today), page.session.seat
        self.listed = plain.PlainList("standards", "Requirements", COLUMNS)
        self.table = Table(self.listed, today, seat=seat, name="Requirements")
        self.files = plain.PlainList("standards_short", "Files short", SHORT)
        self.short = Table(self.files, today, seat=seat, name="Files short")
        self.percent, self.ready = Words("", 1.9, bold=True), note()
        self.departments = Chart("Files that are ready, by department", self._press, upright=False)
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._show_short())
        self.table.opened.connect(lambda _: self.short.setFocus())
        self.short.opened.connect(self._open)

    def _lay_out(self) -> None:
        self.top = self._figures()
        left, self.chosen = Card(margins=False), Card(margins=False)
        left.set_title("What is asked, the files that are short first")
        left.add(self.table, 1)
        self.why = note()
        self.why.setContentsMargins(14, 0, 14, 6)
        self.chosen.add(self.why)
        self.chosen.add(self.short, 1)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(left, 5)
        below.addWidget(self.chosen, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.top)
        links = QHBoxLayout()
        links.addWidget(ButtonRow(self._page.lists, kind="link"))
        links.addStretch(1)
        column.addLayout(links)
        column.addLayout(below, 1)

    def _figures(self) -> QWidget:
        figure = Card("Ready files")
        figure.add(self.percent)
        figure.add(self.ready)
        figure.body.addStretch(1)
        self.bars = Card("Least ready departments, in percent")
        self.bars.add(self.departments)
        top = QWidget()
        above = QHBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(14)
        above.addWidget(figure, 1)
        above.addWidget(self.bars, 2)
        return top

    def fold(self, height: int) -> None:
        """Where the window is low the requirements have the room; the header says how many files are ready."""
        self.top.setVisible(height >= HIGH)

    def show_board(self, board: Board) -> None:
        """Show what was counted; the requirement that is chosen stays chosen."""
        self._board = board
        self.percent.setText(board.percent)
        self.ready.setText(f"{board.ready:,} of {of(board.files, 'file')}: nothing keeps them from being ready.")
        self.departments.show_bars(
            [
                Bar(
                    each.name,
                    int(100 * each.ready / each.files),
                    "accent",
                    f"{each.name}: {each.ready:,} of {of(each.files, 'file')} ready. Shows the findings of the others.",
                )
                for each in self._least_ready()
            ],
            100,
        )
        self.listed.replace([_row(place, each) for place, each in enumerate(_worst_first(board))])
        before = self.table.current()
        self.table.refresh()
        if self.table.count():
            self.table.go_to(before if before is not None and before < self.table.count() else self.table.ids()[0])
        self._show_short()

    def requirement(self) -> Requirement | None:
        """The one that is chosen."""
        place = self.table.current()
        rows = _worst_first(self._board) if self._board else []
        return rows[place] if place is not None and place < len(rows) else None

    def _show_short(self) -> None:
        chosen = self.requirement()
        if chosen is None:
            return
        self.chosen.set_title(chosen.title)
        self.why.setText(f"{RULES[chosen.rule].why} {chosen.asked_by}.")
        self._page.session.reader.ask((self, "short"), lambda: short_of(chosen.rule), self._name_short)

    def _name_short(self, found: tuple[Short, ...]) -> None:
        """Very many files may be short of one: they are read beside the window."""
        self._named = found
        self.files.replace(
            [
                plain.Row(place, (each.person, each.message), keys=(each.person, each.message))
                for place, each in enumerate(self._named)
            ]
        )
        self.short.set_empty("No file is short of it.")
        self.short.refresh()

    def _open(self, place: int) -> None:
        if place < len(self._named) and self._named[place].provider:
            self._opened(self._named[place].provider, self._named[place].credential)

    def _press(self, place: int) -> None:
        if self._board is not None:
            self._by_department(self._least_ready()[place].name)

    def _least_ready(self) -> list[OfDepartment]:
        """The departments that need most, in their own order: as many as have room."""
        all = self._board.departments if self._board else ()
        worst = sorted(all, key=lambda each: each.ready / each.files)[:FEW]
        return [each for each in all if each in worst]


def _worst_first(board: Board) -> list[Requirement]:
    return sorted(board.requirements, key=lambda each: (-each.blocked, -each.warned))


def _row(place: int, each: Requirement) -> plain.Row:
    short = each.blocked + each.warned
    tone = "bad" if each.blocked else "warn" if each.warned else "good"
    keys = (each.title, each.limit, short, each.asked_by)
    return plain.Row(place, (each.title, each.limit, f"{short:,}", each.asked_by), ("", "", tone, ""), keys)
