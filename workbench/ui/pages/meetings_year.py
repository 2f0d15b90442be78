"""A year at a glance: a line a committee, a column a month, the days on which it meets."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.meetings import state_text, state_tone
from workbench.records.committee import Committee
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import CANCELLED, HELD, ISSUED, PLANNED
from workbench.records.texts import MONTHS
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.cells import BETWEEN
from workbench.ui.kit.frozen import Frozen
from workbench.ui.kit.labels import Line, heading
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table

COLUMNS = (
    Column("committee", "Committee", bold=True),
    *(Column(f"m{number}", name, pill=True) for number, name in enumerate(MONTHS, 1)),
)
ARROWS = "Arrows go from month to month; Enter opens the meeting, or adds one where there is none."
_WORDS = {HELD: "", PLANNED: "", ISSUED: "", CANCELLED: "cancelled", "To close": "to close"}


class Year(Table):
    """The arrows go from month to month; Enter opens the meeting, or offers one where there is none."""

    meeting_chosen = Signal(int)
    """A meeting."""
    year_shown = Signal(int)
    _frozen: Frozen | None = None
    empty = Signal(int, int)
    """A committee's id and a month in which it has no meeting."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.listed = PlainList("year", "Year", COLUMNS)
        super().__init__(self.listed, today, name="Year by committee")
        self.heading.setSectionsClickable(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.year = today().year
        self._cells: dict[tuple[int, int], list[Meeting]] = {}
        self.columns.whole = frozenset({0})
        self._frozen = Frozen(self)
        self.opened.connect(lambda _: self._open())
        self.set_empty("No committees yet.")

    def show_year(self, year: int) -> None:
        """Show the meetings of a year."""
        self.year = year
        self._cells = {}
        held = Meeting.held.between(date(year, 1, 1), date(year, 12, 31))
        for each in Meeting.select().where(held).order_by(Meeting.held):
            self._cells.setdefault((each.committee_id, each.held.month), []).append(each)
        committees = list(Committee.select().where(Committee.active).order_by(Committee.name))
        self.listed.replace([self._row(each) for each in committees])
        self.refresh()
        self.year_shown.emit(year)

    def _row(self, committee: Committee) -> Row:
        today = self.model_.today()
        texts, tones = [str(committee.name)], [""]
        for month in range(1, 13):
            found = self._cells.get((committee.id, month), [])
            texts.append(BETWEEN.join(_day(each, today) for each in found))
            tones.append(BETWEEN.join(_tone(each, today) for each in found))
        return Row(committee.id, tuple(texts), tuple(tones))

    def meeting_at(self) -> int | None:
        """The meeting of the current cell: the first of its month that is not cancelled."""
        found = self._cells.get((self.current() or 0, self.currentIndex().column()), [])
        standing = [each for each in found if each.state != CANCELLED]
        return next((each.id for each in standing or found), None)

    def _open(self) -> None:
        meeting, month = self.meeting_at(), self.currentIndex().column()
        if meeting is not None:
            self.meeting_chosen.emit(meeting)
        elif month > 0 and (committee := self.current()) is not None:
            self.empty.emit(committee, month)

    def scrollTo(  # noqa: N802
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A month that is gone to is seen, beside the names."""
        super().scrollTo(index, hint)
        if self._frozen is not None:
            self._frozen.clear_of(self.model_.index(index.row(), index.column()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._frozen is not None:
            self._frozen.lay()
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

    def go_to_month(self, month: int) -> None:
        """Make the cell of a month in the first line the current one."""
        if self.count() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_.index(0, month))


class YearPart(QWidget):
    """The year with its number above it, and the way to the years around it."""

    def __init__(self, year: Year, earlier: QAction, later: QAction) -> None:
        super().__init__()
        which = heading()
        which.setAccessibleIdentifier("year")
        year.year_shown.connect(lambda shown: which.setText(str(shown)))
        row = QHBoxLayout()
        row.addWidget(icon_button(earlier))
        row.addWidget(which)
        row.addWidget(icon_button(later))
        row.addSpacing(12)
        row.addWidget(Line(ARROWS, 0.88).kind("muted"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(year, 1)


def _day(meeting: Meeting, today: date) -> str:
    word = _WORDS.get(state_text(meeting.state, meeting.held, today), "")
    return f"{meeting.held.day}{f' {word}' if word else ''}"


def _tone(meeting: Meeting, today: date) -> str:
    tone = state_tone(meeting.state, meeting.held, today)
    return "warn" if tone == "gone" else tone  # a month without its meeting is seen among the others
