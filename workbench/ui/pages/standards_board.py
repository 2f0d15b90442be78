"""Readiness by standard and by department: what is asked, how many files are short of it, which, and what becomes worse."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists import worsening
from workbench.lists.standards import Board, Requirement, Short, foreseen, short_of
from workbench.lists.worsening import Foreseen, Worse
from workbench.records import texts
from workbench.records.words import of
from workbench.rules.catalog import RULES
from workbench.ui.kit import plain
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.pages.standards_figures import Figures
from workbench.ui.verification_sheets import record_verification

COLUMNS = (
    plain.Column("title", "Requirement", bold=True),
    plain.Column("asked_by", "Required by"),
    plain.Column("limit", "Limit in force"),
    plain.Column("short", "Files", pill=True, longest="000 short"),
    plain.Column("worse", "Worsens"),
)
SHARES, CALM = (29, 27, 17, 13, 14), (33, 27, 15, 13, 12)
"""What each column has of the room; and while nothing becomes worse, when the last says nothing."""
READ_IN_FULL, LINES = (0, 1, 2, 4), 8
"""The columns that take several lines, and how many at most: half a citation says nothing, nor does half a name."""
OF_SHORT = (40, 60)
PERSON, WRONG, FEW_LINES = 0, 1, 5
SHORT = (plain.Column("person", "File", bold=True), plain.Column("message", "What is wrong"))
JUDGING, NOTHING_ASKED = "The files are being judged…", "No standard in force asks for anything."
HIGH = 560
"""Logical pixels from which on the page has room for the figures."""
AT_ONCE = 1_000
"""Files that are judged for a meeting while others wait for an answer."""


class BoardPart(QWidget):
    """The figures above, the requirements at the left, the files of the chosen one at the right."""

    def __init__(
        self, page: Any, opened: Callable[[int, int | None], object], by_department: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._page, self._opened = page, opened
        self._board: Board | None = None
        self._named: tuple[Short, ...] = ()
        self._worse: dict[str, Worse] = {}
        self._foreseen = False
        self._wanted = ""
        today, seat = (lambda: page.session.today), page.session.seat
        self.listed = plain.PlainList("standards", "Requirements", COLUMNS)
        self.table = Table(self.listed, today, seat=seat, name="Requirements")
        self.table.columns.share(CALM)
        Heights(self.table, *READ_IN_FULL, most=LINES)
        self.files = plain.PlainList("standards_short", "Files short", SHORT)
        self.short = Table(self.files, today, seat=seat, name="Files short")
        self.short.columns.share(OF_SHORT)
        Heights(self.short, PERSON, WRONG, most=FEW_LINES)
        self.run = page.add("Start run of those to &verify…", "badge-check", "Ctrl+Shift+V", self._verify)
        self.run.setEnabled(False)
        self.figures = Figures(by_department)
        for each in (self.table, self.short):
            each.set_empty(JUDGING)
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._show_short())
        self.table.opened.connect(lambda _: self.short.setFocus())
        self.short.opened.connect(self._open)

    def _lay_out(self) -> None:
        left, self.chosen = Card(margins=False), Card(margins=False)
        left.set_title("What is asked, the files that are short first")
        left.add(self.table, 1)
        self.why = note()
        self.why.setContentsMargins(14, 0, 14, 6)
        self.chosen.add(self.why)
        self.chosen.add(self.short, 1)
        below_short = QHBoxLayout()
        below_short.setContentsMargins(8, 4, 8, 6)
        below_short.addWidget(button(self.run, "link"))
        below_short.addStretch(1)
        self.chosen.body.addLayout(below_short)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(left, 8)
        below.addWidget(self.chosen, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addLayout(below, 1)

    def fold(self, height: int) -> None:
        """Where the window is low the requirements have the room; the header says how many files are ready."""
        self.figures.setVisible(height >= HIGH)

    def show_board(self, board: Board) -> None:
        """Show what was counted; the requirement that is chosen stays chosen. What becomes worse is found out while it shows."""
        self.table.set_empty(NOTHING_ASKED)
        self._board, self._worse, self._foreseen = board, {}, False
        self.figures.show_board(board)
        self._list()
        self._show_short()
        self._page.session.reader.drop((self, "worse"))
        if self.isVisible():
            self._foresee(board)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._board is not None:
            self._foresee(self._board)

    def choose(self, rule: str) -> None:
        """Show the files that are short of a requirement; before anything was counted, once it is."""
        self._wanted = rule
        if self._board is not None:
            self._list()

    def requirement(self) -> Requirement | None:
        """The one that is chosen."""
        place = self.table.current()
        rows = _worst_first(self._board) if self._board else []
        return rows[place] if place is not None and place < len(rows) else None

    def _list(self) -> None:
        if self._board is None:
            return
        rows = [_row(place, each, self._worse) for place, each in enumerate(_worst_first(self._board))]
        self.listed.replace(rows)
        self.table.columns.share(SHARES if self._worse else CALM)
        self.table.columns.fit()
        before = self.table.current()
        if self._wanted:
            places = [place for place, each in enumerate(_worst_first(self._board)) if each.rule == self._wanted]
            before, self._wanted = (places[0] if places else before), ""
        self.table.refresh()
        if self.table.count():
            self.table.go_to(before if before is not None and before < self.table.count() else self.table.ids()[0])

    # What becomes worse

    def _foresee(self, board: Board) -> None:
        """Once for what was counted, and not while another page shows: after every step everybody would be judged three times."""
        if self._foreseen or self._page.past is not None:
            return
        self._foreseen = True
        self._page.session.reader.ask((self, "worse"), lambda: _planned(board.on), self._judge_ahead)

    def _judge_ahead(self, planned: list[tuple[date, list[int]]]) -> None:
        """Judge for each planned meeting whoever may be judged otherwise then, a portion at a time."""
        counted = {on: Foreseen() for on, _ in planned}
        portions = [(on, ids[at : at + AT_ONCE]) for on, ids in planned for at in range(0, len(ids), AT_ONCE)]

        def go_on() -> None:
            if portions:
                on, ids = portions.pop(0)
                self._page.session.reader.ask(
                    (self, "worse"), lambda: worsening.by_rule(ids, on), lambda n: take(on, n)
                )
            else:
                self._worse = worsening.first(sorted(counted.items()))
                self._list()
                self._show_short()

        def take(on: date, found: Foreseen) -> None:
            counted[on].add(found)
            go_on()

        go_on()

    # The files that are short

    def _show_short(self) -> None:
        chosen = self.requirement()
        if chosen is None:
            return
        self.chosen.set_title(_said_of(chosen))
        self.why.setText(f"{RULES[chosen.rule].why} {chosen.asked_by}.")
        page = self._page
        page.session.reader.ask((self, "short"), lambda: page.as_shown(lambda: short_of(chosen.rule)), self._name_short)

    def _name_short(self, found: tuple[Short, ...]) -> None:
        """Very many files may be short of one: they are read beside the window."""
        chosen = self.requirement()
        self._named = foreseen(found, self._worse.get(chosen.rule) if chosen else None)
        self.files.replace([_named_row(place, each) for place, each in enumerate(self._named)])
        self.short.set_empty("No file is short of it.")
        self.short.refresh()
        count = len(self.to_verify())
        self.run.setText(f"Start run of {count:,} to &verify…" if count else "Start run of those to &verify…")
        self.run.setEnabled(bool(count) and self._page.free)

    def to_verify(self) -> list[int]:
        """The credentials that the chosen requirement is short of, each once."""
        return list(dict.fromkeys(credential for each in self._named for credential in each.credentials))

    def _verify(self) -> None:
        if ids := self.to_verify():
            record_verification(ids, self._page.session, self._page.window())

    def _open(self, place: int) -> None:
        if place < len(self._named) and self._named[place].provider:
            self._opened(self._named[place].provider, self._named[place].credential)


def _named_row(place: int, each: Short) -> plain.Row:
    more = f" +{each.more} more" if each.more else ""
    return plain.Row(
        place, (each.person, f"{each.message}{more} {each.then}".strip()), keys=(each.person, each.message)
    )


def _planned(today: date) -> list[tuple[date, list[int]]]:
    """The days of planned meetings, and who may be judged otherwise on each."""
    return [(on, worsening.waiting(on)) for on in worsening.days(today)]


def _worst_first(board: Board) -> list[Requirement]:
    return sorted(board.requirements, key=lambda each: (-each.blocked, -each.warned))


def _said_of(each: Requirement) -> str:
    """“17 files short of: Application complete”: “17, application complete” would say the opposite."""
    short = each.blocked + each.warned
    return f"{of(short, 'file')} short of: {each.title}" if short else f"No file is short of: {each.title}"


def _row(place: int, each: Requirement, worse: dict[str, Worse]) -> plain.Row:
    short = each.blocked + each.warned
    tone = "bad" if each.blocked else "warn" if each.warned else "good"
    then = worse.get(each.rule)
    said = f"+{then.more:,} by {texts.MONTHS[then.on.month - 1]} {then.on.day}" if then else ""
    shown = (each.title, each.asked_by, each.limit, f"{short:,} short" if short else "None short", said)
    keys = (each.title, each.asked_by, each.limit, short, then.more if then else 0)
    return plain.Row(place, shown, ("", "", "", tone, ""), keys)
