"""Settings, what bylaws, policies and agreements say: each point that the standards ask, answered with its day and where it stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.actions import standards
from workbench.errors import Problem
from workbench.lists import policy_points
from workbench.lists.policy_points import OPEN, PointLine
from workbench.records.days import NotADay, read_day
from workbench.records.texts import in_box
from workbench.records.words import choices
from workbench.rules import points
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.lines import Lines
from workbench.ui.session import Session

COLUMNS = (
    plain.Column("asks", "What is asked", bold=True),
    plain.Column("answer", "Answer", pill=True, longest="Does not apply"),
    plain.Column("on", "Day"),
    plain.Column("where", "Where it stands"),
    plain.Column("citation", "Required by"),
)
READ_IN_FULL = (0, 3, 4)
SHARES = (38, 12, 10, 14, 26)
LEAST = 440
"""Logical pixels of its height at least."""
SAID = (
    "What only a reader can judge the office answers here, point by point. No is a finding of the office; what is not answered is not "
    "judged, and Standards says how many points that are."
)


class PointsPart(QWidget):
    """One table, and a sheet that asks."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setMinimumHeight(LEAST)
        self._page, self._session = page, page.session
        self._points: list[PointLine] = []
        self._listed = plain.PlainList("policy_points", "Bylaws, policies and agreements", COLUMNS)
        self.table = Table(self._listed, lambda: page.session.today, seat=page.session.seat)
        self.table.columns.share(SHARES)
        Heights(self.table, *READ_IN_FULL, most=3)
        self._make_actions(page.add)
        self.card = Card("What bylaws, policies and agreements say", margins=False)
        said = note(SAID)
        said.setContentsMargins(14, 0, 14, 8)
        self.card.head.addStretch(1)
        self.card.head.addWidget(ButtonRow([self.answer]))
        self.card.add(said)
        self.card.add(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        self.table.opened.connect(lambda _: self.ask())
        self.table.current_changed.connect(lambda _: self.weigh())
        self.table.set_actions([self.answer])

    def _make_actions(self, add: Callable[..., Any]) -> None:
        self.answer = add("Answer the point…", "pencil", "Ctrl+Shift+A", self.ask, "Yes, no, or why it does not apply")

    def show_points(self) -> None:
        """Read the points anew; the chosen one stays chosen."""
        chosen = self.point()
        self._points = policy_points.all(self._session.today)
        self._listed.replace([_row(place, each) for place, each in enumerate(self._points)])
        self.table.refresh()
        same = next((n for n, each in enumerate(self._points) if chosen and each.point == chosen.point), 0)
        self.table.go_to(same)
        self.weigh()

    def point(self) -> PointLine | None:
        """The point that is chosen."""
        place = self.table.current()
        return self._points[place] if place is not None and 0 <= place < len(self._points) else None

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        self.answer.setEnabled(not self._session.read_only and self.point() is not None)

    def ask(self) -> "AnswerSheet | None":
        """Ask for the answer of the point that is chosen."""
        self._page.tabs.choose("points")
        point = self.point()
        if point is None or not self.answer.isEnabled():
            return None
        sheet = AnswerSheet(point, self._session, self.window())
        sheet.accepted.connect(self.table.setFocus)
        sheet.open()
        return sheet


class AnswerSheet(Sheet):
    """One answer, its day, and where it stands."""

    called = "Answer the point"

    def __init__(self, point: PointLine, session: Session, parent: QWidget | None = None) -> None:
        again = f" It is done every {point.every}." if point.every else ""
        super().__init__(point.asks, f"Required by {point.citation}.{again}", parent)
        self._point, self._session = point, session
        self.lines = Lines()
        self.lines.add_choice("says", "&Answer", choices(points.SAYS), "" if point.answer == OPEN else _said(point))
        label = "&Day on which it was done last" if point.every else "&Day on which somebody looked"
        self.lines.add("on", label, value=in_box(point.on or session.today))
        self.lines.add("where", "&Where it stands, or why it does not apply", hint="Bylaws 6.2", value=point.where)
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Keep the answer", "primary", self.go, default=True)
        self.lines.focus("says")

    def go(self) -> None:
        """Keep it, or say what is wrong."""
        try:
            on = read_day(self.lines.text("on"), self._session.today)
        except NotADay as error:
            self.lines.show_problems([Problem("on", str(error))])
            return
        given = self.lines.text("says"), on, self.lines.text("where"), self._session.today
        wrong = self._session.do(standards.answer_point, self._point.point, *given)
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


def _said(point: PointLine) -> str:
    """What is due again was yes."""
    return point.answer if point.answer in points.SAYS else points.YES


def _row(place: int, each: PointLine) -> plain.Row:
    shown = (each.asks, each.answer, each.day, each.where, each.citation)
    on = each.on.isoformat() if each.on else ""
    return plain.Row(place, shown, ("", each.tone, "", "", ""), (each.asks, each.answer, on, each.where, each.citation))
