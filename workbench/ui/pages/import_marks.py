"""What a file asks as a whole, a line each: what its formatting means, and how a column or a group is to be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from workbench.records.provider import STATUSES
from workbench.ui.kit.boxes import Box, ChoiceBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words, small
from workbench.ui.kit.parting import part_with
from workbench.ui.pages.import_day import StandsFor

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.asking import Question
    from workbench.sheets.painted import Mark, MarkAsked
    from workbench.sheets.plan import Plan

Answer = Callable[["Mark", str], object]
"""Takes a mark and what it means."""
Reply = Callable[["Question", str], object]
"""Takes a question and the key of the option."""

MOST_HIGH, ONE_HIGH = 132, 36
"""Logical pixels that the questions take at most; more are scrolled to."""


class MarksStrip(QScrollArea):
    """The questions that a file asks; hidden while there are none. show(mark) shows the rows of one."""

    def __init__(self, answer: Answer, reply: Reply, show: Callable[[Mark], object], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._answer, self._reply, self._show = answer, reply, show
        self._low = False
        self.boxes: dict[tuple[str, str], Box] = {}
        """By sheet and key of the mark or question."""
        self.setAccessibleName("What the file asks")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_plan(self, plan: Plan | None) -> None:
        """Ask what this plan asks; the box that has the keyboard keeps it."""
        focused = next((key for key, box in self.boxes.items() if box.inner.hasFocus()), None)
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self.boxes = {}
        several = plan is not None and len(plan.readings) > 1
        for line, asked in enumerate(plan.marks if plan else ()):
            self._add(grid, line, asked, several)
        for question in plan.questions if plan else ():
            if question.takes_day and plan is not None:
                self._ask_day(grid, len(self.boxes), question, plan)
            elif question.options and not question.row:
                self._ask(grid, len(self.boxes), question, several)
        grid.setColumnStretch(0, 2 if plan and any(each.options and not each.row for each in plan.questions) else 0)
        grid.setColumnStretch(4, 1)
        part_with(self.takeWidget())
        self.setWidget(inner)
        self.setVisible(bool(self.boxes))
        self._fit()
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def be_low(self, low: bool) -> None:
        """In a low window one question shows, and the others are scrolled to."""
        if low != self._low:
            self._low = low
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words that wrap take more lines in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner = self.widget()
        if inner is not None and (layout := inner.layout()) is not None:
            wraps = layout.hasHeightForWidth()
            high = layout.totalHeightForWidth(self.viewport().width()) if wraps else layout.totalSizeHint().height()
            self.setFixedHeight(min(ONE_HIGH if self._low else MOST_HIGH, high + 2))

    def _add(self, grid: QGridLayout, line: int, asked: MarkAsked, several: bool) -> None:
        mark = asked.mark
        about = f"{mark.about} in “{mark.sheet}”" if several else mark.about
        box = ChoiceBox(_choices(mark), empty=False)
        box.set_value(asked.answer)
        box.combo.setAccessibleName(about)
        box.left.connect(lambda: self._answer(mark, box.value()))
        words = Words(about)
        words.setBuddy(box.combo)
        grid.addWidget(words, line, 0)
        grid.addWidget(box, line, 1)
        look = bare_button("Show", "link", partial(self._show, mark))
        look.setAccessibleName(f"Show: {about}")
        grid.addWidget(look, line, 2)
        if not asked.given:
            grid.addWidget(small(_why(asked)), line, 3)
        self.boxes[mark.sheet, mark.key] = box

    def _ask(self, grid: QGridLayout, line: int, question: Question, several: bool) -> None:
        """A question about a column or a group, with the options that it takes; the safe one holds until one is chosen."""
        about = f"{question.about} in “{question.sheet}”" if several and question.sheet else question.about
        box = ChoiceBox([(each.key, each.says[:1].upper() + each.says[1:]) for each in question.every], empty=False)
        box.set_value(next((each.key for each in question.every if each.says == question.chosen), ""))
        box.combo.setAccessibleName(about)
        box.left.connect(lambda: self._reply(question, str(box.value())))
        words = Words(about)
        words.setWordWrap(True)
        words.setBuddy(box.combo)
        grid.addWidget(words, line, 0)
        grid.addWidget(box, line, 1)
        grid.addWidget(small(f"{question.rows:,} row{'' if question.rows == 1 else 's'}"), line, 2)
        self.boxes[question.sheet, question.key] = box

    def _ask_day(self, grid: QGridLayout, line: int, question: Question, plan: Plan) -> None:
        """Which day the file stands for: today until somebody says another, so that nobody has to."""
        box = StandsFor(self._today, partial(self._reply, question))
        box.show_day(plan.as_of)
        words = Words(question.about)
        words.setWordWrap(True)
        words.setBuddy(box.line)
        grid.addWidget(words, line, 0)
        grid.addWidget(box, line, 1, 1, 3)
        self.boxes[question.sheet, question.key] = box


def _choices(mark: Mark) -> list[tuple[str, str]]:
    from workbench.sheets.painted import CROSSED_OUT, IN, OUT

    plain = [(IN, "Bring in as they stand"), (OUT, "Leave out")]
    return plain if mark.key == CROSSED_OUT else [*plain, *((each, f"Bring in as {each}") for each in STATUSES)]


def _why(asked: MarkAsked) -> str:
    return "as the legend of the sheet says" if asked.mark.meant else "until you say what it means"
