"""What can be done with several rows at once: one action, one undo."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import small, status
from workbench.ui.kit.table import Table


class BulkBar(QFrame):
    """Appears under a table while rows are chosen."""

    def __init__(
        self, table: Table, actions: Sequence[QAction], *, least: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulk")
        self._table, self._least = table, least
        self.said = status("selected")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(10)
        row.addWidget(self.said)
        row.addWidget(ButtonRow(actions))
        row.addWidget(small("One action, one undo"))
        row.addStretch(1)
        row.addWidget(bare_button("Clear selection", "quiet", table.clearSelection))
        table.picked.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        count = self._table.count_selected()
        self.said.setText(f"{count:,} selected")
        self.setVisible(count >= self._least)
