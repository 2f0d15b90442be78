"""A part of the page of standards that is a list: searched, narrowed by views and filters, exported, printed; a row opens its file."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.listing import ListOf
from workbench.lists.then import ListThen
from workbench.ui.counting import count_views
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.filtering import show_view
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list


class ListPart(QWidget):
    """The list with its views. Where it lies decides what a row opens."""

    listed: ListOf
    one = ""
    """What a row is called."""
    shares: Sequence[int] = ()
    hidden: frozenset[str] = frozenset()
    """Columns that are not shown at first."""
    nothing = ""
    tones: dict[str, str] = {}
    """By view, the tone of its count."""
    chips_below = False
    """Whether the views have a row of their own, where actions stand beside the search."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, session = page, page.session
        self.table = Table(
            self.listed,
            lambda: page.past or session.today,
            name=self.listed.title,
            seat=session.seat,
            reader=session.reader,
            late=True,
        )  # whose first reading may judge everybody: the board's, beside the window, comes before it
        self.table.columns.share(self.shares)
        self.table.columns.hide_at_first(set(self.hidden))
        self.chips = Chips(f"Views of {self.listed.title.lower()}")
        views = [(each.key, each.title, None, self.tones.get(each.key, "")) for each in self.listed.views]
        self.chips.set([("", "All", None, ""), *views])
        self.chips.chosen.connect(partial(show_view, self.table))
        self.searching = SearchBox("Search by person…")
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.searching.setFixedWidth(300)
        self._lay_out()
        self.table.set_empty(self.nothing)
        self.table.opened.connect(self.open_row)

    def _lay_out(self) -> None:
        row = self.head = QHBoxLayout()
        row.addWidget(self.searching)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        if self.chips_below:
            row.addStretch(1)
            column.addWidget(self.chips)
        else:
            row.addWidget(self.chips, 1)
        column.addWidget(self.table, 1)

    def act_on_rows(self, action: QAction) -> None:
        """What can be done with the rows that are chosen, while this part shows."""
        self.table.set_actions([action])
        self.table.picked.connect(self.weigh)
        self.table.counted.connect(lambda _: self.weigh())
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.weigh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.weigh()

    def refresh(self) -> None:
        """Show what is there now."""
        self.table.refresh()
        listed: Any = self.table.model_.listed
        count_views(self._page.session, (self, "views"), listed, self._tell, self._page.past)

    def show_past(self, past: Any) -> None:
        """Show the rows of a day gone by, or with None those of today."""
        self.table.model_.listed = ListThen(self.listed, past) if past is not None else self.listed

    def export(self) -> None:
        """The rows that are shown, as a sheet."""
        today = self.table.model_.today().isoformat()
        export_list(self._page.session, self.table, f"{self.listed.title} {today}", self.one, self)

    def open_row(self, id: int | None) -> None:
        """Open what a row is about."""
        raise NotImplementedError

    def _tell(self, counts: dict[str, int]) -> None:
        for key, count in counts.items():
            self.chips.set_count(key, count)
