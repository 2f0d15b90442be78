"""The words of a file that the office does not know, each once with its count: what they mean is said for all their rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.records.words import of
from workbench.sheets.targets import title
from workbench.sheets.wording import is_private
from workbench.ui.kit.boxes import DOTS, Box, ChoiceBox, LineBox, MaskedBox
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.scrolling import Scrolling

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan, Unsettled

Settle = Callable[["Unsettled", "str | None"], object]
_AS_WRITTEN, _NOTHING, _INTO_LIST = "\x1f=", "\x1f-", "\x1f+"
"""Values of the box that are no entry of a list."""
MOST, LEAST, WIDE = 200, 390, 700
"""How many words are asked at once; the logical pixels in which what they may mean can be read, and from which on a word has one line."""


class ValuesCard(Card):
    """Every word that waits for a meaning or has one; settle(word, meaning, empty for nothing, None to take it back)."""

    def __init__(self, settle: Settle) -> None:
        super().__init__("What these words mean")
        self._settle = settle
        self.add(note("Said once for all their rows, and remembered for the next file of this look."))
        self._scroll = Scrolling()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Words and what they mean")
        self.add(self._scroll, 1)
        self.setMinimumWidth(LEAST)
        self.boxes: dict[tuple[str, str], Box] = {}
        self.open = 0
        """How many of them nobody said the meaning of."""
        self._plan: Plan | None = None
        self._wide = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """With room beside it a word has one line."""
        super().resizeEvent(event)
        if self._plan is not None and self._wide != (self.width() >= WIDE):
            self.show_plan(self._plan)

    def show_plan(self, plan: Plan) -> None:
        """Show the words of a plan; the keyboard stays at its word. Where there are none the step hides the card."""
        self._plan, self._wide, self.open = plan, self.width() >= WIDE, sum(w.chosen is None for w in plan.unsettled)
        held = next((key for key, box in self.boxes.items() if box.inner.hasFocus()), None)
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0 if self._wide else 1, 1)
        self.boxes = {}
        for line, word in enumerate(plan.unsettled[:MOST]):
            self._add(grid, line, word)
        if (more := len(plan.unsettled) - MOST) > 0:
            grid.addWidget(note(f"And {more:,} more; settle these first."), grid.rowCount(), 0, 1, 4)
        grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(inner)
        if held in self.boxes:
            self.boxes[held].setFocus()

    def _add(self, grid: QGridLayout, line: int, word: Unsettled) -> None:
        shown = DOTS if is_private(word.target) else f"“{word.said}”"
        box = _box(word)
        box.set_name(f"{title(word.target)} {shown} means")
        box.left.connect(lambda: self._settle(word, _meaning(word, box.value())))
        self.boxes[word.target, word.said] = box
        said = Words(shown, bold=word.chosen is None)
        said.setWordWrap(True)
        rows = Words(of(word.rows, "row")).kind("muted")
        if self._wide:
            for place, part in enumerate((said, rows, small(title(word.target)), box)):
                grid.addWidget(part, line, place)
            return
        grid.addWidget(said, 2 * line, 0, 1, 2)
        grid.addWidget(rows, 2 * line, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(small(title(word.target)), 2 * line + 1, 0)
        grid.addWidget(box, 2 * line + 1, 1, 1, 2)


def _box(word: Unsettled) -> Box:
    """A choice where the office has a list, else a line to type in, with the blank as a choice of its own."""
    if not word.options:
        line = MaskedBox() if is_private(word.target) else LineBox("Type it right, or – for nothing")
        line.set_value("–" if word.chosen == "" else word.chosen)
        line.setMinimumWidth(220)
        return line
    first = [(_AS_WRITTEN, _unsaid(word)), (_NOTHING, "Nothing: leave it blank")]
    if word.close:
        first[1:1] = [(_INTO_LIST, "As written, into the list")]
    if word.proposed and word.chosen is None:
        first.insert(0, (word.proposed, f"{word.proposed} (likely)"))
    listed = [(each, each) for each in word.options if each != word.proposed or word.chosen is not None]
    box = ChoiceBox([*first, *listed])
    box.combo.setMinimumWidth(180)
    chosen = _INTO_LIST if word.close and word.chosen == word.said else word.chosen
    box.set_value(_AS_WRITTEN if chosen is None else chosen or _NOTHING)
    return box


def _unsaid(word: Unsettled) -> str:
    """What becomes of a word that nobody says anything of."""
    from workbench.sheets.meanings import LISTED

    if word.close:
        return "Not said: left out"
    if word.target in LISTED:
        return "As written, into the list"
    return "Not understood: refused" if word.target == "provider.status" else "Not understood: left out"


def _meaning(word: Unsettled, value: str) -> str | None:
    if value == _INTO_LIST:
        return word.said
    if value in (_AS_WRITTEN, ""):
        return None
    return "" if value in (_NOTHING, "–", "-") else value
