"""The trail: every step, when it was, who did it, and what it changed; the last ones, or one alone, can be taken back here."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import undoing
from workbench.records import BYTES
from workbench.records.texts import day
from workbench.records.words import of
from workbench.store import auditing, history
from workbench.store.history import Step
from workbench.ui.commanding import ALONE
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.plain import Column, PlainList, Row, View
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.pages import face
from workbench.ui.pages.step_card import StepCard
from workbench.ui.session import Session

SHOWN = 500
NAMED = 8
"""Steps that are named before they are undone together."""
KINDS_OF_STEP = {
    "do": "",
    "undo": "undo",
    "redo": "redo",
    "migrate": "new version",
    "found": "beginning",
    "kept": "beginning",
    "seal": "sealed",
}
COLUMNS = (
    Column("name", "What", bold=True),
    Column("when", "When"),
    Column("who", "Who"),
    Column("state", "State", pill=True),
)


class History(Page):
    """Steps, newest first."""

    key, title, icon, group, under = face("history")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.take_back = self.add("&Undo the newest", "undo-2", "Ctrl+Shift+U", session.undo)
        self.take_back.setProperty(ALONE, "Undo the newest")
        self.revert = self.add(
            "&Revert this step", "undo-2", "Ctrl+R", self._revert, "Take the chosen step back, and nothing else"
        )
        self.since = self.add("Undo e&verything since…", "history", "Ctrl+Shift+R", self._ask_since)
        self.more = self.add(f"&Show {SHOWN} more", "chevron-down", "Ctrl+M", self._more)
        self.check = self.add("&Check the office", "shield-check", "Ctrl+Alt+S", self._check)
        self._limit = SHOWN
        self._steps: dict[int, Step] = {}
        self._newest: int | None = None
        standing = View("done", "Standing", lambda row: row.texts[3] == "")
        self._list = PlainList("history", "History", COLUMNS, (), (standing,))
        self.table = Table(self._list, lambda: session.today, seat=session.seat)
        self.table.setSelectionMode(
            Table.SelectionMode.SingleSelection
        )  # one step is told of, and taken back: the one that is lit
        self.table.columns.share((45, 24, 14, 17))
        self.table.set_empty("Nothing was done in this office yet.")
        self.header = Header(self.title)
        self.told = StepCard(session, self.revert, self.since)
        self._lay_out()
        self.table.set_actions([self.revert, self.since])
        self.table.current_changed.connect(self._show)
        session.stepped.connect(self._reload)
        self._reload()

    def _lay_out(self) -> None:
        self.header.buttons([self.check, self.take_back])
        self.searching = self.search_box = SearchBox("Search history…")
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.searching.setFixedWidth(340)
        line, row = QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.searching)
        line.addStretch(1)
        row.setSpacing(14)
        row.addWidget(self.table, 3)
        row.addWidget(self.told, 2)
        self.body.addWidget(self.header)
        self.body.addLayout(line)
        self.body.addLayout(row, 1)

    def shown(self) -> None:
        """The keyboard goes to the list."""
        self.table.setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Any change is a step of its own."""
        self._reload()

    def _reload(self) -> None:
        steps, before = history.steps(self._limit), self._newest
        self._newest = steps[0].id if steps else None
        self._steps = {each.id: each for each in steps}
        self._list.replace(rows_of(steps))
        self.table.refresh()
        if self._newest is not None and self.table.current() in (None, before):
            self.table.go_to(self._newest)  # whoever looked at the newest step sees the newest
        shown = of(len(steps), "step")
        self.header.subtitle(f"The newest {shown}" if len(steps) == self._limit else shown)
        self.more.setEnabled(len(steps) == self._limit)
        name = self.session.undo_name
        self.take_back.setText(f"&Undo: {name.replace('&', '&&')}" if name else "&Nothing to undo")
        self.take_back.setEnabled(bool(name) and not self.session.read_only)
        self._show(self.table.current())

    def _more(self) -> None:
        self._limit += SHOWN
        self._reload()

    def _show(self, step: int | None) -> None:
        self.told.show_step(self._steps.get(step or 0))

    # What can be done

    def open(self, step: int | None = None, **_: Any) -> None:
        """Go to a step, however far back it is."""
        if step is not None:
            self.searching.drop()
            while step not in self._steps and self.more.isEnabled():
                self._more()
            self.table.go_to(step)

    def _revert(self) -> None:
        if (step := self.table.current()) is not None:
            self.session.do(undoing.revert, step)

    def _ask_since(self) -> None:
        """Everything since the chosen step, itself with it."""
        chosen = self._steps.get(self.table.current() or 0)
        if chosen is None:
            return
        steps = history.undoable_since(chosen.id)
        names = "\n".join(each.name for each in steps[:NAMED])
        more = f"\nand {of(len(steps) - NAMED, 'more step')}." if len(steps) > NAMED else ""
        self.session.messages.confirm(
            f"Undo {of(len(steps), 'step')}?",
            f"Undo {of(len(steps), 'step')}",
            lambda: self.session.do(undoing.undo_since, chosen.id, said=f"{of(len(steps), 'step')} undone"),
            detail=f"The newest first, all of them or none:\n{names}{more}\nRedo brings them back one by one.",
        )

    def _check(self) -> None:
        self.session.jobs.start(
            "Checking the office", lambda progress: auditing.flaws(BYTES, progress), done=self._tell
        )

    def _tell(self, flaws: Sequence[str]) -> None:
        if not flaws:
            self.session.messages.toast("Every record fits the log, and every seal fits: nobody changed the file.")
            return
        self.session.messages.error(
            f"The office was changed from outside the program. {' '.join(flaws)} "
            "This check changed nothing. Compare with the newest backup."
        )


def rows_of(steps: Sequence[Step]) -> list[Row]:
    """Rows of the trail; a step that was undone says so and is struck through."""
    turned: dict[int, str] = {}
    for each in steps:  # newest first: the first word about a step is the last
        if each.target is not None:
            turned.setdefault(each.target, each.kind)
    rows = []
    for each in steps:
        undone = turned.get(each.id) == "undo"
        state = "undone" if undone else KINDS_OF_STEP.get(each.kind, each.kind)
        texts = (each.name, f"{day(each.at.date())}, {each.at:%H:%M}", each.seat, state)
        rows.append(
            Row(
                each.id,
                texts,
                ("gone" if undone else "", "", "", "quiet" if state else ""),
                (each.name, each.at, each.seat, state),
            )
        )
    return rows
