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
from workbench.records.words import of
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

LEGEND = "as the legend of the sheet says"
QWIDGETSIZE_MAX = (1 << 24) - 1
"""As high as Qt lets a part be; PySide has no name for it."""

NARROW, STEP = 760, 36
"""Logical pixels: in less room the answers of a question stand below its words; and how far a turn of the wheel goes."""


class MarksStrip(QScrollArea):
    """The questions that a file asks; hidden while there are none. show(mark) shows the rows of one."""

    def __init__(self, answer: Answer, reply: Reply, show: Callable[[Mark], object], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._answer, self._reply, self._show = answer, reply, show
        self._plan: Plan | None = None
        self._narrow = self._whole = False
        self._open: list[Box] = []
        """Those that nobody answered."""
        self.boxes: dict[tuple[str, str], Box] = {}
        """By sheet and key of the mark or question."""
        self.setAccessibleName("What the file asks")
        self.setWidgetResizable(True)
        self._fitting = False
        self.verticalScrollBar().setSingleStep(STEP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_plan(self, plan: Plan | None) -> None:
        """Ask what this plan asks; the box that has the keyboard keeps it, and the place that was scrolled to stays."""
        focused = next((key for key, box in self.boxes.items() if box.inner.hasFocus()), None)
        self._plan, at = plan, self.verticalScrollBar().value()
        self._lay()
        self.verticalScrollBar().setValue(at)
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    @property
    def open(self) -> int:
        """How many of them nobody answered."""
        return len(self._open)

    def be_whole(self, whole: bool) -> None:
        """On a card of their own they have all its room; above the rows as much as they need."""
        self._whole = whole
        self._fit()

    def focus_first(self) -> bool:
        """Give the keyboard to the first that nobody answered, else to the first; False if nothing is asked."""
        for box in (*self._open, *self.boxes.values()):
            box.setFocus()
            return True
        return False

    def needs(self, width: int) -> int:
        """Logical pixels that all of them need, one below the other, in that width."""
        inner = self.widget()
        layout = inner.layout() if inner is not None and self.boxes else None
        if layout is None:
            return 0
        return (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        ) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words that wrap take more lines in a narrow window."""
        super().resizeEvent(event)
        if self._narrow != (self.width() < NARROW):
            self.show_plan(self._plan)
        self._fit()

    def _fit(self) -> None:
        if self._fitting:  # the margin resizes what it is reckoned from: each would answer the other for ever
            return
        self._fitting = True
        high = 0 if self._whole else self.needs(self.viewport().width())
        self.setMinimumHeight(high)
        self.setMaximumHeight(high or QWIDGETSIZE_MAX)
        self.setViewportMargins(0, 0, 0, self._spare() if self._whole else 0)
        self._fitting = False

    def _spare(self) -> int:
        """Logical pixels below the last question that shows whole: none is cut through the middle of its words."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is None or self.needs(self.width()) <= self.height():
            return 0
        layout.activate()
        ends = [box.geometry().bottom() + 3 for box in self.boxes.values()]
        return self.height() - max((end for end in ends if end <= self.height()), default=self.height())

    def _lay(self) -> None:
        plan, self._narrow, self._open = self._plan, self.width() < NARROW, []
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        places = {key: place for place, key in enumerate(self.boxes)}  # what was asked stays where it was
        self.boxes = {}
        several = plan is not None and len(plan.readings) > 1
        for asked in plan.marks if plan else ():
            self._add(grid, asked, several)
        asked_already = sorted(
            plan.questions if plan else (), key=lambda each: places.get((each.sheet, each.key), len(places))
        )
        for question in asked_already:
            if question.takes_day and plan is not None:
                self._ask_day(grid, question, plan)
            elif question.options and not question.row:
                self._ask(grid, question, several)
        grid.setRowStretch(grid.rowCount(), 1)
        part_with(self.takeWidget())
        self.setWidget(inner)
        self._fit()

    def _put(self, grid: QGridLayout, about: str, answered: bool, box: Box, told: QWidget | None) -> None:
        """A question, its answers, and what else there is to it: in one line, or the answers in a line below."""
        words = Words(about, bold=not answered)
        words.setWordWrap(True)
        words.setBuddy(box.inner)
        line, below = grid.rowCount(), int(self._narrow)
        grid.addWidget(words, line, 0, 1, 3 if below else 1)
        grid.addWidget(box, line + below, 0 if below else 2, 1, 2 if below else 1)
        if told is not None:
            grid.addWidget(told, line + below, 2 if below else 1, Qt.AlignmentFlag.AlignRight)
        self._open += [] if answered else [box]

    def _add(self, grid: QGridLayout, asked: MarkAsked, several: bool) -> None:
        mark = asked.mark
        about = f"{mark.about} in “{mark.sheet}”" if several else mark.about
        box = ChoiceBox(_choices(mark), empty=False)
        box.set_value(asked.answer)
        box.combo.setAccessibleName(about)
        self._hear(box, asked.given, partial(self._answer, mark))
        look = bare_button("Show", "link", partial(self._show, mark))
        look.setAccessibleName(f"Show: {about}")
        meant = f"{about}, {LEGEND}" if mark.meant and not asked.given else about
        self._put(grid, meant, asked.given or bool(mark.meant), box, look)
        self.boxes[mark.sheet, mark.key] = box

    def _ask(self, grid: QGridLayout, question: Question, several: bool) -> None:
        """A question about a column or a group, with the options that it takes; the safe one holds until one is chosen."""
        about = f"{question.about} in “{question.sheet}”" if several and question.sheet else question.about
        box = ChoiceBox([(each.key, each.says[:1].upper() + each.says[1:]) for each in question.every], empty=False)
        box.set_value(next((each.key for each in question.every if each.says == question.chosen), ""))
        box.combo.setAccessibleName(about)
        self._hear(box, self._answered(question), partial(self._reply, question))
        self._put(grid, about, self._answered(question), box, small(of(question.rows, "row")))
        self.boxes[question.sheet, question.key] = box

    def _ask_day(self, grid: QGridLayout, question: Question, plan: Plan) -> None:
        """Which day the file stands for: today until somebody says another, so that nobody has to."""
        box = StandsFor(self._today, partial(self._reply, question))
        box.show_day(plan.as_of)
        self._put(grid, question.about, True, box, None)
        self.boxes[question.sheet, question.key] = box

    @staticmethod
    def _hear(box: ChoiceBox, answered: bool, take: Callable[[str], object]) -> None:
        """Take what is chosen; while nobody answered also the careful answer that shows already: whoever chooses it has answered."""
        shown = box.value()
        box.left.connect(lambda: take(str(box.value())))
        if not answered:
            box.combo.activated.connect(lambda _: take(str(shown)) if box.value() == shown else None)

    def _answered(self, question: Question) -> bool:
        assert self._plan
        return question.key in self._plan.choices.answers.replies.chosen


def _choices(mark: Mark) -> list[tuple[str, str]]:
    from workbench.sheets.painted import CROSSED_OUT, IN, OUT

    plain = [(IN, "Bring in as they stand"), (OUT, "Leave out")]
    return plain if mark.key == CROSSED_OUT else [*plain, *((each, f"Bring in as {each}") for each in STATUSES)]
