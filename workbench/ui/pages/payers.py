"""Payers: their templates and codes, and the roster that goes to each, with what changed since the last one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from workbench.records import texts
from workbench.records.payer import PAYERS, Payer
from workbench.records.words import of
from workbench.store import alphabet, database
from workbench.ui.kit import plain
from workbench.ui.kit.dialogs import Sheet, ask_open_file, ask_save_file
from workbench.ui.kit.labels import note
from workbench.ui.kit.page import Shell
from workbench.ui.kit.table import Table
from workbench.ui.pages import face
from workbench.ui.pages.kind_page import KindPage
from workbench.ui.session import Session
from workbench.ui.wording import SHEETS

if TYPE_CHECKING:  # the spreadsheet library costs a third of the start
    from workbench.actions.submitting import Line, Roster

TEMPLATES = "Excel workbook (*.xlsx)"
CAQH_FILE = "CAQH roster file (*.txt)"
Button = QAction | tuple[QAction, str]
WORDS = {"add": ("Add", "new"), "change": ("Change", "changed"), "term": ("End", "quiet"), "same": ("Same", "same")}
"""By action its word and its tone."""
COLUMNS = (
    plain.Column("what", "What", pill=True),
    plain.Column("who", "Provider", bold=True),
    plain.Column("said", "What changed, or what the payer would send back"),
)


class Payers(KindPage):
    """The list of payers, and what goes to the chosen one."""

    key, title, icon, group, under = face("payers")
    kind = PAYERS
    fields = ("name", "sort", "organization", "remarks")
    nothing = "One is sent its roster as its own template wants it, with what changed since the last."

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.template = self.add("Choose &template…", "file-spreadsheet", "Ctrl+T", self._choose_template)
        [self.codes] = self.parts
        self.send = self.add("&Write a roster…", "mail", "Ctrl+Return", self._roster)
        self.table.set_actions([self.send, *self.look.actions(), self.template, self.codes, self.edit, self.delete])
        self.table.current_changed.connect(lambda _: self._weigh())
        self._weigh()

    def _weigh(self) -> None:
        super()._weigh()
        if not hasattr(self, "send"):
            return  # the list is counted while the page is being made
        payer, free = self._payer(), not self.session.read_only
        beside: list[Button] = [self.template, self.new, (self.send, "primary")] if self.table.count() else []
        self.header.buttons(
            [self.codes, *beside]
        )  # of none, nothing is sent, and the first is added where the list says so
        self.template.setEnabled(free and payer is not None)
        self.send.setEnabled(free and payer is not None)

    def _payer(self) -> Payer | None:
        current = self.table.current()
        found: Payer | None = Payer.get_or_none(Payer.id == current)
        return found

    def _choose_template(self) -> None:
        payer = self._payer()
        if payer is None:
            return

        def chosen(path: Path) -> None:
            from workbench.actions import submitting

            self.session.seat.last_folder = str(path.parent)
            kept = self.session.do(submitting.keep_template, payer, path)
            if kept is not None:
                known = sum(1 for column in kept.columns if column.target)
                self.session.messages.toast(f"{path.name}: {known} of {of(len(kept.columns), 'column')} are known")

        ask_open_file(self, f"The template of {payer.name}", TEMPLATES, self.session.seat.last_folder, chosen)

    def _roster(self) -> None:
        from workbench.actions import submitting

        payer = self._payer()
        if payer is None:
            return
        today = self.session.today
        self.session.jobs.start(
            f"Comparing with what {payer.name} was sent",
            lambda progress: submitting.plan(payer, today, progress=progress),
            lambda roster: PayerRoster(roster, self.session, self.window()).open(),
        )


class PayerRoster(Sheet):
    """A roster before it goes out: who is added, changed and ended, and what the payer would send back."""

    def __init__(self, roster: Roster, session: Session, parent: QWidget) -> None:
        super().__init__(f"Roster for {roster.payer.name}", _summary(roster), parent)
        self._roster, self._session = roster, session
        if roster.unread:
            self.body.addWidget(note(f"Columns of the template that stay empty: {', '.join(roster.unread)}."))
        if roster.count("term") and not roster.tells_actions:
            self.body.addWidget(
                note("The template has no column for an action: who ended is told by “What changed, as a list”.")
            )
        listed = plain.PlainList("roster", "Roster", COLUMNS, list(_rows(roster)))
        self.table = Table(listed, lambda: session.today, name="Roster for a payer")
        self.table.setMinimumSize(760, 320)
        self.body.addWidget(self.table)
        self.add_button("Cancel", "", self.reject)
        if roster.last is not None:
            self.changes_list = self.add_button("What changed, as a &list…", "", self._ask_list)
            self.changes = self.add_button("Changes &alone…", "", lambda: self._ask(True))
        self.full = self.add_button("&Full roster…", "primary", lambda: self._ask(False), default=True)

    def _ask(self, changes_alone: bool) -> None:
        from workbench.actions import submitting

        session, roster, now = self._session, self._roster, database.clock()

        def write(path: Path) -> None:
            session.seat.last_folder = str(path.parent)
            today, said = session.today, f"{path.name} was written, and kept as what {roster.payer.name} was sent"
            session.run(
                "Writing the roster",
                lambda progress: submitting.write(roster, path, today, now, changes_alone=changes_alone),
                lambda _: self.accept(),
                said=said,
            )

        patterns = CAQH_FILE if roster.template is None else TEMPLATES
        name = submitting.file_name(roster.payer, now)
        ask_save_file(self, f"Roster for {roster.payer.name}", name, patterns, session.seat.last_folder, write)

    def _ask_list(self) -> None:
        from workbench.actions import submitting

        session, roster = self._session, self._roster

        def write(path: Path) -> None:
            count = session.do(submitting.write_changes, roster, path)
            if count is not None:
                session.messages.toast(f"{of(count, 'change')} written to {path.name}")

        name = f"{roster.payer.name} changes {session.today.isoformat()}.xlsx"
        ask_save_file(self, "What changed", name, SHEETS, session.seat.last_folder, write)


def _summary(roster: Roster) -> str:
    counts = [
        (roster.count(action), word) for action, word in (("add", "added"), ("change", "changed"), ("term", "ended"))
    ]
    people = of(sum(1 for line in roster.lines if line.action != "term"), "person", "people")
    said = (
        f"{people}, the first roster."
        if roster.last is None
        else f"{people}. Since {texts.day(roster.last)}: "
        + (", ".join(f"{count:,} {word}" for count, word in counts if count) or "nothing changed")
        + "."
    )
    wrong = len({line.provider for line in roster.lines if line.problems})
    return said + (f" {of(wrong, 'row')} would come back." if wrong else "")


def _rows(roster: Roster) -> Iterator[plain.Row]:
    """What would come back first, then what changes, then the rest."""
    order = {"add": 1, "change": 1, "term": 1, "same": 2}
    lines = sorted(
        roster.lines, key=lambda line: (0 if line.problems else order[line.action], alphabet.place(line.title))
    )
    for place, line in enumerate(lines, 1):
        word, tone = WORDS[line.action]
        yield plain.Row(place, (word, line.title, _said(line)), (tone, "", "bad" if line.problems else "quiet"))


def _said(line: Line) -> str:
    if line.problems:
        return " ".join(line.problems)
    return ", ".join(name.partition(": ")[2] or name for name in line.changed)
