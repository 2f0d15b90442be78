"""The card that says why a file is not ready: what the standards find in it, under whose word, and what would mend it; today, on
the day of each planned meeting, and on any day to come."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.lists.why import Coming, Point, Why
from workbench.records.words import of
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import Pill

FEW = 2
"""Findings that show at once: below them is the credential that is chosen."""
NOTHING_ELSE = "Nothing is on file that the other rules could judge."
AHEAD = "At the next meetings"
_PILLS = {"bad": "Not ready", "warn": "Look at it", "info": "Note"}
_LEFT = Qt.AlignmentFlag.AlignLeft
"""A pill that is not aligned lets a column be no wider than itself: the words beside it then ask for more lines than they take,
and those below are cut."""
_LATER = {"bad": "Not ready then", "warn": "Look at it then", "info": "Note then"}


class WhyCard(Card):
    """What was found, the worst first; the first of them, or all. Below it what the next meetings find besides."""

    def __init__(
        self,
        ask_exception: Callable[..., object],
        show_day: Callable[[date | None], object],
        ask_day: Callable[[], object],
    ) -> None:
        """ask_exception(element=...) asks why something is not asked of this person; show_day(day) shows the findings of a day to
        come, and show_day(None) those of today; ask_day() asks for one."""
        super().__init__("Why this file is not ready")
        self._ask_exception, self._show_day, self._ask_day = ask_exception, show_day, ask_day
        self._free = False
        self._why: Why | None = None
        self._whole = False
        self.back = bare_button("Back to today's findings", "link", partial(show_day, None))
        self._points, self._ahead = QVBoxLayout(), QVBoxLayout()
        self._points.setSpacing(10)
        self._ahead.setSpacing(2)
        self.body.addWidget(self.back, 0, _LEFT)
        self.body.addLayout(self._points)
        self.more = bare_button("", "link", self._turn)
        self.body.addWidget(self.more, 0, _LEFT)
        self.body.addLayout(self._ahead)
        self.other = bare_button("Except from a requirement…", "link", ask_exception)
        self.body.addWidget(self.other, 0, _LEFT)

    def show_why(self, why: Why | None, free: bool = False) -> None:
        """Show it; of somebody whose file nobody judges the card is not there. free says whether an exception can be written."""
        self._why, self._whole, self._free = why, False, free
        self.setVisible(why is not None)
        empty(self._ahead)
        self._draw()

    def show_coming(self, coming: Sequence[Coming]) -> None:
        """Show what the next meetings find; each opens the findings of its day."""
        empty(self._ahead)
        if coming:
            self._ahead.addWidget(small(AHEAD))
        for each in coming:
            words = f"{len(each.more)} more" if each.more else "Ready" if each.ready else "Nothing more"
            shows = bare_button("Show", "link", partial(self._show_day, each.on))
            shows.setAccessibleName(f"Show the findings of {each.said}")
            beside = QHBoxLayout()
            beside.addWidget(Pill(words, each.tone))
            beside.addStretch(1)
            beside.addWidget(shows)
            self._ahead.addLayout(beside)
            self._ahead.addWidget(note(each.said))
        self._ahead.addWidget(bare_button("On another day…", "link", self._ask_day), 0, _LEFT)

    def _turn(self) -> None:
        self._whole = not self._whole
        self._draw()

    def _draw(self) -> None:
        empty(self._points)
        if self._why is None:
            return
        why = self._why
        self.set_title(why.title)
        self.back.setVisible(why.on is not None)
        for point in why.points if self._whole else why.points[:FEW]:
            self._points.addLayout(self._drawn(point))
        if why.others:
            self._points.addWidget(Pill(f"{of(why.others, 'other rule')} met", "good"), 0, _LEFT)
        else:
            self._points.addWidget(note(NOTHING_ELSE))
        self.more.setVisible(len(why.points) > FEW)
        self.other.setVisible(self._free and not why.ready)
        self.more.setText(f"Show the first {FEW}" if self._whole else f"Show all {len(why.points)} findings")

    def _drawn(self, point: Point) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(Pill((_LATER if point.later else _PILLS)[point.tone], point.tone), 0, _LEFT)
        headline = Words(point.headline, 0.95, bold=True)
        headline.setWordWrap(True)
        both.addWidget(headline)
        both.addWidget(note(point.sentence))
        cited = note(point.citation).kind("muted")
        cited.setAccessibleName(f"Required by {point.citation}")
        both.addWidget(cited)
        if point.element and self._free:
            ask = partial(self._ask_exception, element=point.element)
            both.addWidget(bare_button("Not asked of this person…", "link", ask), 0, _LEFT)
        return both
