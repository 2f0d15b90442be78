"""All findings as a list: searched, filtered, exported, printed; each opens its file."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.findings import FINDINGS_LIST
from workbench.records.finding import KeptFinding
from workbench.ui.counting import count_views
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action

TONES = {"block": "bad", "warn": "warn"}


class FindingsPart(QWidget):
    """The list with its views."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, session = page, page.session
        self.table = Table(
            FINDINGS_LIST,
            lambda: page.past or session.today,
            name="Findings",
            seat=session.seat,
            reader=session.reader,
            late=True,
        )  # whose first reading judges everybody: the board's, beside the window, comes before it
        self.table.columns.share((18, 12, 20, 9, 41, 22, 8, 16))
        self.table.columns.hide_at_first(
            {"department", "remedy", "worse_on", "citation"}
        )  # the file's card says them whole
        self.print_ = print_action(page, self.table)
        self.open_file = page.add(
            "&Open the person's file", "user", "Ctrl+Return", lambda: self._open(self.table.current())
        )
        self.chips = Chips("Views of findings")
        self.chips.set(
            [("", "All", None, ""), *((v.key, v.title, None, TONES.get(v.key, "")) for v in FINDINGS_LIST.views)]
        )
        self.chips.chosen.connect(self.table.set_view)
        self.searching = SearchBox("Search by person…")
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.searching.setFixedWidth(300)
        self._lay_out()
        self.table.set_empty("Nothing is found: every file is as the standards ask.")
        self.table.set_actions([self.open_file])
        self.table.opened.connect(self._open)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addWidget(self.chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show what is found now."""
        self.table.refresh()
        listed: Any = self.table.model_.listed
        count_views(self._page.session, (self, "views"), listed, self._tell, self._page.past)

    def of_list(self, listed: Any) -> None:
        """Show the findings of today, or those of a day gone by."""
        self.table.model_.listed = listed

    def export(self) -> None:
        """The rows that are shown, as a sheet."""
        today = self.table.model_.today().isoformat()
        export_list(self._page.session, self.table, f"Findings {today}", "finding", self)

    def of_department(self, name: str) -> None:
        """What keeps the files of a department from being ready."""
        self.chips.choose("block")
        self.table.set_view("block")
        self.table.filter({"department": name})

    def _tell(self, counts: dict[str, int]) -> None:
        for key, count in counts.items():
            self.chips.set_count(key, count)

    def _open(self, id: int | None) -> None:
        found = self._page.read(lambda: KeptFinding.get_or_none(KeptFinding.id == id)) if id is not None else None
        if found is not None and found.provider:
            self._page.open_file(found.provider, found.credential)
