"""Documents that a packet leaves out since nobody can tell by their name what they show: several are printed at once."""

from collections.abc import Sequence
from typing import Any

from workbench.actions import including
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.wording import of

WORDS = (
    "Nothing in their names says what they show, so they stay out of the packet. Look at each on its file first: what shows a birth "
    "date, a home address, a Social Security number, health, a photograph or the Data Bank's answer stays in the office."
)


class IncludeDocuments(Sheet):
    """Which of them are printed with the packet, from now on."""

    def __init__(self, page: Any, left_out: Sequence[Any]) -> None:
        super().__init__("Left out of the packet, kind unknown", WORDS, page.window())
        self._page, self._left_out = page, left_out
        self.list = CheckList("Documents", [f"{each.whose}: {each.title}" for each in left_out])
        self.list.changed.connect(self._tell)
        self.body.addWidget(self.list)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("Print with the packet", "primary", self._include, default=True)
        self._tell()

    def chosen(self) -> list[int]:
        """The ids of those that are ticked."""
        return [each.document for each, box in zip(self._left_out, self.list.boxes, strict=True) if box.isChecked()]

    def _tell(self) -> None:
        chosen = self.chosen()
        self.go.setText(f"Print {of(len(chosen), 'document')} with the packet" if chosen else "Print with the packet")
        self.go.setEnabled(bool(chosen) and not self._page.session.read_only)

    def _include(self) -> None:
        if self._page.session.do(including.print_with_the_packet, self.chosen()) is not None:
            self.accept()
