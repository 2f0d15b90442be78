"""Pulled files: the pulls at the left, the files of the chosen one at the right, each of which opens; worksheet and tracer sheets."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import pulling
from workbench.lists import pulls
from workbench.lists.pulls import Pull, Pulled
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.pages.pull_sheet import PullSheet
from workbench.ui.tracing_files import ask_worksheet, tracer_actions

MADE = (plain.Column("title", "Pull", bold=True),)
FILES = (
    plain.Column("person", "File", bold=True),
    plain.Column("department", "Department"),
    plain.Column("kind", "Type"),
    plain.Column("stratum", "Group"),
    plain.Column("standing", "Standing", pill=True, longest="Not ready: 00"),
)


class PullsPart(QWidget):
    """What was pulled."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, session = page, page.session
        self._made: list[Pull] = []
        self._files: list[Pulled] = []
        today, seat = (lambda: session.today), session.seat
        self.made = plain.PlainList("pulls", "Pulls", MADE)
        self.pulls = Table(self.made, today, seat=seat, name="Pulls")
        self.listed = plain.PlainList("pulled_files", "Pulled files", FILES)
        self.table = Table(self.listed, today, seat=seat, name="Pulled files")
        self.table.columns.share((30, 19, 17, 17, 17))
        self._make_actions()
        self._lay_out()
        nothing = "Nothing was pulled yet. Files are drawn by lot here, or chosen on the page Providers."
        self.pulls.set_empty(nothing, *(("Pull files", self.ask) if session.may_pull else ()))
        self.table.set_empty("The files of a pull stand here.")
        self.pulls.current_changed.connect(lambda _: self._show_files())
        self.pulls.opened.connect(lambda _: self.table.setFocus())
        self.table.opened.connect(self._open)

    def _make_actions(self) -> None:
        add = self._page.add
        self.draw = add("&Pull files…", "users", "Ctrl+N", self.ask, "Draw files by lot, as a surveyor would")
        self.worksheet = add("Audit &worksheet (Excel)…", "file-spreadsheet", "Ctrl+Shift+X", self._worksheet)
        self.sheets = tracer_actions(self._page, self.people, self.said)
        self.again = add("Draw again to &check the pull", "refresh-cw", "Ctrl+Shift+R", self._draw_again)
        self.drop = add("&Remove the pull", "trash-2", "Ctrl+Shift+Del", self._remove)

    def _lay_out(self) -> None:
        left, self.right = Card(margins=False), Card(margins=False)
        left.set_title("Pulls")
        left.add(self.pulls, 1)
        self.how = note()
        self.how.setContentsMargins(14, 0, 14, 6)
        self.right.add(self.how)
        self.right.add(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 6, 12, 8)
        buttons.addWidget(ButtonRow([*self.sheets, self.again, self.drop]), 1)
        self.right.body.addLayout(buttons)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(left, 3)
        beside.addWidget(self.right, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside, 1)

    def refresh(self) -> None:
        """Show what was pulled and how the files stand now; read beside the window."""
        self._page.session.reader.ask((self, "pulls"), pulls.all, self._tell)

    def show_pull(self, pull: int) -> None:
        """Show the files of a pull."""
        self._tell(pulls.all())
        place = next((n for n, each in enumerate(self._made) if each.id == pull), None)
        if place is not None:
            self.pulls.go_to(place)

    def chosen(self) -> Pull | None:
        """The pull whose files show."""
        place = self.pulls.current()
        return self._made[place] if place is not None and place < len(self._made) else None

    def people(self) -> list[int]:
        """Whose files show."""
        return [each.provider for each in self._files]

    def said(self) -> str:
        """How they came to be drawn."""
        pull = self.chosen()
        return pull.said if pull else ""

    def ask(self) -> PullSheet:
        """Ask how many files are drawn, from whom."""
        sheet = PullSheet(self._page.session, self._page.shown_pull, self._page.window())
        sheet.open()
        return sheet

    def _tell(self, made: list[Pull]) -> None:
        before = self.chosen()
        self._made = made
        self.made.replace([plain.Row(place, (each.title,), keys=(place,)) for place, each in enumerate(made)])
        self.pulls.refresh()
        if made:
            same = next((n for n, each in enumerate(made) if before and each.id == before.id), 0)
            self.pulls.go_to(same)
        self._show_files()

    def _show_files(self) -> None:
        pull, today = self.chosen(), self._page.session.today
        self.right.set_title(pull.title if pull else "Files")
        self.how.setText(pull.said if pull else "")
        if pull is None:
            self._name_files([])
        else:
            self._page.session.reader.ask((self, "files"), lambda: pulls.files_of(pull.id, today), self._name_files)

    def _name_files(self, files: list[Pulled]) -> None:
        self._files = files
        self.listed.replace([_row(place, each) for place, each in enumerate(files)])
        self.table.refresh()
        pull = self.chosen()
        self.draw.setEnabled(self._page.session.may_pull)
        for each in self.sheets:
            each.setEnabled(bool(files))
        self.worksheet.setEnabled(bool(files) or self._page.session.may_pull)
        self.again.setEnabled(pull is not None and pull.random)
        self.drop.setEnabled(pull is not None and self._page.free)

    def _worksheet(self) -> None:
        """Of the files that show; before any were pulled, they are pulled first."""
        if not self._files:
            self.ask()
            return
        ask_worksheet(self._page, self.people(), self.said())

    def _draw_again(self) -> None:
        pull = self.chosen()
        if pull is None or not pull.random:
            return
        same = pulls.is_as_drawn(pull.id)
        words = (
            "The seed and the files that were kept draw the same files once more."
            if same
            else "The seed and the files that were kept draw others: what was pulled was changed since. The history says by whom."
        )
        self._page.session.messages.tell("Drawn as it is kept" if same else "Not as it was drawn", words)

    def _remove(self) -> None:
        if pull := self.chosen():
            self._page.session.do(pulling.remove, pull.id)

    def _open(self, place: int) -> None:
        if place < len(self._files):
            self._page.open_file(self._files[place].provider, None)


def _row(place: int, each: Pulled) -> plain.Row:
    shown = (each.person, each.department, each.kind, each.stratum, each.standing)
    keys = (each.person, each.department, each.kind, each.stratum, (-each.blocking, -each.warning))
    return plain.Row(place, shown, ("", "", "", "", each.tone), keys)
