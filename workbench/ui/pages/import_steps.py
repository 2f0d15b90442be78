"""The first and the last step of an import: the file and its sheets; what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.records import texts
from workbench.records.words import of
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import note, small
from workbench.ui.kit.parting import empty
from workbench.ui.pages.import_day import StandsFor
from workbench.ui.pages.import_headings import HeadingRow
from workbench.ui.pages.import_left_out import LeftOut, left_out

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Outcome, Prepared
    from workbench.actions.returning import CameBack
    from workbench.sheets.plan import Plan
    from workbench.sheets.reading import Workbook
    from workbench.sheets.recognizing import SheetReading

IMPORTED, TAKEN_BACK = "Imported", "Taken back"
_WORDS = {
    "added": "New",
    "changed": "Changed",
    "same": "Same as before",
    "skipped": "Left out",
    "rejected": "Refused",
    "doubtful": "Perhaps the same person, left out",
}


def headed(reading: SheetReading, found: str = "") -> str:
    """Where the headings of a sheet are: "headings on row 3", "headings found on row 3", "no headings"."""
    return f"headings {found}on row {reading.heading_row}" if reading.heading_rows else "no headings"


class FileStep(Card):
    """Choose the file; once it was read, which of its sheets are taken."""

    def __init__(
        self,
        choose: QAction,
        paste: QAction,
        choose_sheet: Callable[[str, bool], object],
        anew: QAction,
        headings: HeadingRow,
        stands_for: StandsFor,
    ) -> None:
        super().__init__("The roster")
        self.stands_for = stands_for
        self._choose_sheet = choose_sheet
        self._words = note(
            "Choose the workbook or text table that holds the staff, or drop it here. It is only read, never changed. "
            "Rows copied from Excel, Word or Outlook can be pasted."
        )
        self.add(self._words)
        self.choose = button(choose, "primary")
        self.body.addLayout(_row(self.choose, button(paste)))
        self._facts = Facts()
        self.add(self._facts)
        self._add_day()
        self._anew = button(anew)
        self.body.addLayout(_row(self._anew))
        self._headings, self._space = headings, QWidget()
        self.add(headings, 1)
        self.add(self._space, 1)
        self.ask_headings(None)

    def _add_day(self) -> None:
        """The day that the roster stands for, and who says so; below it the sheets to choose among."""
        self._of_day, self._who_says, self._boxes = QWidget(), small(""), QVBoxLayout()
        line = QHBoxLayout(self._of_day)
        line.setContentsMargins(0, 0, 0, 0)
        words = small("As of")
        words.setBuddy(self.stands_for.line)
        for part in (words, self.stands_for, self._who_says):
            line.addWidget(part)
        line.addStretch(1)
        self.add(self._of_day)
        self.body.addLayout(self._boxes)

    def ask_headings(self, workbook: Workbook | None) -> None:
        """Ask which row holds the headings of a file that was read and not understood; None: nobody asks."""
        self._headings.setVisible(workbook is not None)
        self._space.setVisible(workbook is None)
        self._words.setVisible(workbook is None)
        self.set_title("The roster" if workbook is None else workbook.name)
        self.choose.kind("" if workbook else "primary")
        if workbook is not None:
            self._facts.set([])
            self._headings.show_file(workbook)

    def show_plan(self, prepared: Prepared | None) -> None:
        """Show what was read."""
        self.ask_headings(None)
        empty(self._boxes)
        self.choose.kind("" if prepared else "primary")
        self._anew.setVisible(bool(prepared and prepared.recalled.layouts))
        self._of_day.setVisible(prepared is not None)
        if prepared is None:
            self._facts.set([])
            return
        self.stands_for.show_day(prepared.plan.as_of)
        self._who_says.setText(prepared.plan.who_says)
        taken = {each.name: f"{headed(each)}, {of(len(each.rows), 'row')}" for each in prepared.readings}
        sheets = prepared.workbook.sheets
        known = [(sheet.name, taken.get(sheet.name, "not taken: no heading that is known")) for sheet in sheets]
        layouts = prepared.recalled.layouts.values()
        from_whom = {f"files from “{each.sender}”, as decided on {texts.day(each.used)}" for each in layouts}
        remembered = [("Remembered", "; ".join(sorted(from_whom)))] if from_whom else []
        self._facts.set([("File", prepared.workbook.name), *known, *remembered])
        for sheet in sheets if len(sheets) > 1 else ():
            self._add_box(sheet.name, sheet.name in taken)

    def show_list(self, came: CameBack) -> None:
        """Show that a list of this office came back."""
        self.choose.kind("")
        self._of_day.setVisible(False)
        sheets = [(each.name, f"headings on row {each.heading_row}") for each in came.plan.sheets]
        self._facts.set([("File", came.workbook.name), ("List", came.listed.title), *sheets])

    def _add_box(self, name: str, taken: bool) -> None:
        box = Check(f"Read the sheet “{name}”")
        box.setChecked(taken)
        box.toggled.connect(lambda wanted: self._choose_sheet(name, wanted))
        self._boxes.addWidget(box)


class DoneStep(Card):
    """What the import did, and where to go from here."""

    def __init__(self, people: QAction, expiring: QAction, another: QAction, rejects: QAction) -> None:
        super().__init__(IMPORTED)
        self._facts, self._said, self._unread = Facts(), note(""), note("")
        self._outcome: Outcome | None = None
        self.add(self._facts)
        self.add(self._said)
        self.add(self._unread)
        self.first = button(people, "primary")
        self.body.addLayout(_row(self.first, button(expiring), button(another), button(rejects)))
        self.left_out = LeftOut()
        self.add(self.left_out, 10)
        self.body.addStretch(1)

    def show_outcome(self, outcome: Outcome, unread: str = "", plan: Plan | None = None) -> None:
        """Say what came of it, which columns of the file were not read, and which values of rows that came in were left out."""
        self._unread.setText(unread)
        self._unread.setVisible(bool(unread))
        self._outcome = outcome
        left, new = left_out(plan), plan.new_list_entries if plan else []
        added = [("Added to the office's lists", "; ".join(f"{kind} “{name}”" for kind, name in new))] if new else []
        counts = ((word, getattr(outcome, name)) for name, word in _WORDS.items())
        counted = [(word, f"{count:,}") for word, count in counts if count]
        out = [("Values left out", f"{len(left):,}")] if left else []
        stands_for = [("As of", plan.stands_for)] if plan and plan.as_of else []
        self._facts.set([*stands_for, *counted, *out, *added])
        self.left_out.show_rows(left)
        self.say_whether_it_stands(True)

    def say_whether_it_stands(self, stands: bool) -> None:
        """Say how it is with the step now: it may have been taken back, and brought again."""
        step = self._outcome.step if self._outcome else None
        self.set_title(IMPORTED if stands or not step else TAKEN_BACK)
        if not step:
            self._said.setText("Nothing had changed, so nothing was written.")
        elif stands:
            self._said.setText(f"“{step}” is one step: Ctrl+Z takes all of it back.")
        else:
            self._said.setText(f"“{step}” was undone. Nothing of it is in the office now; these rows came in before.")

    def said(self) -> str:
        """What is said of the step."""
        return self._said.text()


def ways_on(page: Any) -> tuple[QAction, QAction]:
    """Where one goes once a roster is in: to the people, and to what expires of theirs, which is what most rosters are kept for."""
    people = page.add("Show &providers", "users", "", lambda: page.shell.go("providers"))
    return people, page.add(
        "Show what e&xpires", "badge-check", "", lambda: page.shell.go("credentials", view="expiring")
    )


def _row(*parts: object) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)  # type: ignore[arg-type]
    row.addStretch(1)
    return row
