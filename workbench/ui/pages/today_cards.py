"""The parts of Today's cards: a large number that opens its rows, a line for a meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.records import texts
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import ISSUED
from workbench.records.words import of
from workbench.ui.kit import ink
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.charts import Bar, Chart
from workbench.ui.kit.labels import Line, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import PillPress

if TYPE_CHECKING:
    from workbench.lists.standards import Board, Requirement
    from workbench.lists.today import Next, Process, Today

CHART = 100
"""A chart's share of the room, of which what stays below it has one."""
WORST = 3
"""Requirements that are named, of those that most files are short of."""
FEW = 1
"""Meetings that show where the window is low."""


class Figure(QWidget):
    """A large number that opens its rows, and a quiet line, or links, that take it apart."""

    def __init__(self, press: Any, *, wraps: bool = False) -> None:
        """The line wraps, or gives way."""
        super().__init__()
        self.number = bare_button("", "link", press)
        self.number.setFont(ink.font(1.9, bold=True))
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line = small() if wraps else Line("", 0.88).kind("muted")
        self.line.setWordWrap(wraps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.number)
        column.addWidget(self.line)
        self.parts: list[QPushButton] = []
        self._links = QHBoxLayout()
        self._links.setSpacing(2)
        self._links.addStretch(1)
        column.addLayout(self._links)

    def split(self, presses: Sequence[Callable[[], object]]) -> None:
        """Links in place of the line, one for each part of the number; show_parts() says what each is."""
        self.line.hide()
        for place, press in enumerate(presses):
            part = bare_button("", "link", press)
            part.setFont(ink.font(0.88))
            self.parts.append(part)
            self._links.insertWidget(place, part)

    def show_parts(self, said: Sequence[str]) -> None:
        """What the parts of the number are, “13 within 30 days”."""
        for part, words in zip(self.parts, said, strict=True):
            part.setText(words)

    def show_as(self, count: int | str, said: str, spoken: str) -> None:
        """The number, or what stands for it, the line, and both as a sentence."""
        self.number.setText(count if isinstance(count, str) else f"{count:,}")
        self.number.setAccessibleName(spoken)
        self.line.setText(said)


class InProcess(Card):
    """How many applications are in process, and at which stage; all of it opens their page."""

    def __init__(self, shell: Any) -> None:
        super().__init__("Applications in process")
        opens = lambda *_: shell.go("applications")  # noqa: E731
        self.figure = Figure(lambda: opens(), wraps=True)
        self.stages = Chart("Applications by stage", opens, upright=False)
        self.add(self.figure)
        self.add(self.stages, CHART)
        self.body.addStretch(1)
        self._process: Process | None = None
        self._narrow = False

    def show_as(self, process: Process) -> None:
        """What was counted."""
        self._process = process
        said = f"median {of(process.median, 'day')} · oldest {of(process.oldest, 'day')} · {process.ready:,} ready"
        self.figure.show_as(process.total, said, f"{of(process.total, 'application')} in process: {said}")
        self._show_stages()

    def fold(self, narrow: bool, low: bool = False) -> None:
        """Where the card is narrow, stages are called short: their bars need the room; where the window is low, the figure alone."""
        self.stages.setHidden(low)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_stages()

    def _show_stages(self) -> None:
        if self._process is not None:
            from workbench.lists.applications import SHORTER  # read by now

            called = SHORTER if self._narrow else {}
            bars = [
                Bar(called.get(stage, stage), count, "accent", f"{stage}: {of(count, 'application')}")
                for stage, count in self._process.stages
            ]
            self.stages.show_bars(bars)


class Readiness(Card):
    """How many files are ready for a survey, and which requirements most files are short of; each opens its page."""

    def __init__(self, shell: Any) -> None:
        super().__init__("Survey readiness")
        self._shell = shell
        self.figure = Figure(lambda: shell.go("standards"), wraps=True)
        self.add(self.figure)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._shown: tuple[Requirement, ...] | None = None
        self._lines, self._said, self._under = WORST, "", ""
        self.figure.number.setText("—")
        self.figure.line.setText("The files are being judged…")

    def show_board(self, board: Board | None) -> None:
        """What was counted; None where so many files are to be judged that their own page does it."""
        if board is None or board.left:
            self.figure.show_as("—", "Open Standards to judge the files", "Survey readiness: not judged yet")
            return
        if not board.files:
            self.figure.show_as("—", "No files yet", "Survey readiness: no files yet")
            return
        self._said = f"{board.ready:,} of {of(board.files, 'file')} ready"
        self._under = f" under {texts.listed(board.bodies) or 'no standards'}"
        self.figure.show_as(board.percent, self._said, f"{board.percent} ready: {self._said}{self._under}")
        worst = sorted(board.requirements, key=lambda each: (-each.blocked, -each.warned))[:WORST]
        self._show_worst(tuple(each for each in worst if each.blocked + each.warned))
        self.fold(self._lines)

    def _show_worst(self, worst: tuple[Requirement, ...]) -> None:
        if worst != self._shown:
            self._shown = worst
            empty(self._rows)
            for each in worst:
                self._rows.addWidget(self._line(each))

    def _line(self, each: Requirement) -> QWidget:
        tone = "bad" if each.blocked else "warn"
        said = f"{of(each.blocked + each.warned, 'file')} short of: {each.title}"
        return PillPress(said, tone, lambda: self._shell.go("standards", rule=each.rule))

    def fold(self, lines: int) -> None:
        """Where the window is low, so many of the worst, or the figure alone."""
        self._lines = lines
        if self._said:
            self.figure.line.setText(self._said + (self._under if lines else ""))
        for place in range(self._rows.count()):
            held = self._rows.itemAt(place)
            if held is not None and (row := held.widget()) is not None:
                row.setVisible(place < lines)


class NextMeetings(Card):
    """The meetings that come, each of which opens."""

    def __init__(self, shell: Any) -> None:
        super().__init__("Next meetings")
        self._shell = shell
        self._made_of: tuple[tuple[Next, ...], date] | None = None
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_as(self, meetings: tuple[Next, ...], today: date) -> None:
        """A line each; lines that would say the same stay, with whoever is pressing one."""
        if (meetings, today) == self._made_of:
            return
        self._made_of = meetings, today
        empty(self._rows)
        self._lines = [meeting_line(each, today, lambda which=each.id: self._open(which)) for each in meetings]
        if not meetings:
            calendar = lambda: self._shell.go("meetings")  # noqa: E731
            self._rows.addWidget(bare_button("Make the calendar of the committees", "link", calendar))
        for line in self._lines:
            self._rows.addWidget(line)

    def _open(self, which: int) -> None:
        self._shell.go("meeting", meeting=which)

    def fold(self, high: bool) -> None:
        """Where the window is low, only the first."""
        for place, line in enumerate(self._lines):
            line.setVisible(high or place < FEW)


def meeting_line(each: Next, today: date, press: Any) -> QWidget:
    """A meeting that opens, and a quiet line of how it stands."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(0)
    name = bare_button(each.committee.replace("&", "&&"), "link", press)
    name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    said = (
        f"{texts.day(each.held)}, {texts.distance(each.held, today)} · {of(each.items, 'item')} · {each.state.lower()}"
    )
    name.setAccessibleName(f"{each.committee}, {said}")
    column.addWidget(name)
    line = small(said)  # how it stands is read whole: it wraps
    line.setWordWrap(True)
    line.setContentsMargins(1, 0, 0, 0)
    column.addWidget(line)
    return made


def subtitle(read: Today) -> str:
    """“Credentials Committee meets in 8 days · 3 things due by today”."""
    parts = []
    if read.meetings:
        first = read.meetings[0]
        parts.append(f"{first.committee} meets {texts.distance(first.held, read.on)}")
    due = sum(each.counts for each in read.doings if each.due and each.due <= read.on and not each.waits)
    parts.append(f"{of(due, 'thing')} due by today" if due else "nothing due today")
    return " · ".join(parts)


def whole(today: date) -> Today:
    """All of the page, read on the reading thread: with what the applications wait for, and the packets that changed."""
    from workbench.lists import today_whole

    read = today_whole.read(today)
    if not Meeting.select().where((Meeting.state == ISSUED) & (Meeting.held >= today)).exists():
        return read
    from workbench.papers import changed_today  # brings the libraries of paper

    return changed_today.added(read)


def readiness(today: date) -> Board | None:
    """What the card of readiness shows, read on the reading thread."""
    from workbench.lists import standards

    return standards.at_hand(today)
