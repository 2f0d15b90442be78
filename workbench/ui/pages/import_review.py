"""Importing a roster, in four steps: file, columns, plan, outcome. Nothing is saved before the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from workbench.errors import Progress, WorkbenchError
from workbench.ui.kit.dialogs import ask_open_file, ask_save_file
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face
from workbench.ui.pages.import_columns import ColumnsStep
from workbench.ui.pages.import_headings import HeadingRow
from workbench.ui.pages.import_plan import PlanStep
from workbench.ui.pages.import_row import Decisions
from workbench.ui.pages.import_steps import DoneStep, FileStep
from workbench.ui.session import Session

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Outcome, Prepared
    from workbench.sheets.plan import Choices, PlanRow
    from workbench.sheets.recognizing import Correction

PATTERNS = "Rosters (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt);;All files (*)"
SHEETS = "Excel workbook (*.xlsx)"
STEPS = (("file", "1 File"), ("columns", "2 Columns"), ("review", "3 Review"), ("done", "4 Done"))


class Import(Page):
    """The import of a roster."""

    key, title, icon, group, under = face("import")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.prepared: Prepared | None = None
        self._path = Path()
        self.choose = self.add("&Choose file…", "folder-open", "Ctrl+Shift+O", self._choose)
        self.back = self.add("&Back", "arrow-left", "Alt+Left", self._back)
        self.next = self.add("&Review the plan", "arrow-right", "Ctrl+Return", lambda: self.go("review"))
        self.write = self.add("&Import", "check", "Ctrl+Shift+I", self._import)
        self.rejects = self.add("Save refused rows…", "download", "Ctrl+E", self._save_rejects)
        self.discard = self.add("&Discard the plan", "x", "Ctrl+Shift+D", self.open)
        self.people = self.add("Show &providers", "users", "", lambda: self.shell.go("providers"))
        self._lay_out()
        self.setAcceptDrops(True)
        self._show_plan()
        self.go("file")

    # The parts

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.tabs = Tabs("Steps of the import")
        self.tabs.set(STEPS)
        self.tabs.chosen.connect(self.go)
        self.steps = QStackedWidget()
        self.columns_step = ColumnsStep(self._correct)
        self.plan_step = PlanStep(
            lambda: self.session.today, Decisions(self._mend, self._rule, self._without, self._skip)
        )
        self.search_box = self.plan_step.search_box
        self.heading_row = HeadingRow(self._read_under, lambda: self.session.today)
        self.file_step = FileStep(self.choose, self._choose_sheet, self.heading_row)
        self.done_step = DoneStep(self.people, self.rejects)
        for part in (self.file_step, self.columns_step, self.plan_step, self.done_step):
            self.steps.addWidget(part)
        self.body.addWidget(self.header)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.steps, 1)

    # The steps

    def go(self, key: str) -> None:
        """Show one of the four steps, if it can be shown yet."""
        place = [each for each, _ in STEPS].index(key)
        if not self.tabs.isTabEnabled(place):
            return
        self.tabs.choose(key)
        self.steps.setCurrentIndex(place)
        buttons: dict[str, list[Any]] = {
            "file": [self.discard, (self.next, "primary")] if self.prepared else [],
            "columns": [self.back, (self.next, "primary")],
            "review": [self.back, self.rejects, (self.write, "primary")],
        }
        self.header.buttons(buttons.get(key, []))
        if key == "review":
            self.plan_step.table.setFocus()
        elif key == "file":
            self.file_step.choose.setFocus()

    def open(self, path: Path | str | None = None, **_: Any) -> None:
        """Begin anew; with a path, read it at once."""
        self.prepared = None
        self.plan_step.card.drafts.clear()
        self._show_plan()
        self.go("file")
        if path:
            self.read(Path(path))

    def refresh(self, tables: set[str]) -> None:
        """Somebody changed the office while the plan was open: compare again."""
        if self.prepared and self.tabs.current() != "done" and "provider" in tables:
            from workbench.actions import importing

            self._take(importing.replan(self.prepared))

    def read(self, path: Path, corrected: Mapping[str, Correction] | None = None) -> None:
        """Read a file and show its plan; one without a heading that is known asks which row holds them."""
        from workbench.actions import importing
        from workbench.sheets.recognizing import NoHeadings

        today, self._path = self.session.today, path

        def done(prepared: Prepared) -> None:
            self.plan_step.card.drafts.clear()
            self._take(prepared)
            self.tabs.setTabEnabled(3, False)
            self.go("columns" if corrected else "review")

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, NoHeadings):
                self.open()
                self.file_step.ask_headings(error.workbook)
            else:
                self.session.messages.error(error)

        def work(progress: Progress) -> Prepared:
            return importing.prepare(path, today=today, corrected=corrected, progress=progress)

        self.session.jobs.start(f"Reading {path.name}", work, done, failed)

    def _read_under(self, sheet: str, row: int) -> None:
        """Read the file again, with its headings on that row of a sheet."""
        from workbench.sheets.recognizing import Correction

        self.read(self._path, {sheet: Correction(row)})

    def _back(self) -> None:
        order = [each for each, _ in STEPS]
        place = order.index(self.tabs.current())
        if place:
            self.go(order[place - 1])
        else:
            self.shell.go("providers")

    def _choose(self) -> None:
        def chosen(path: Path) -> None:
            self.session.seat.last_folder = str(path.parent)
            self.read(path)

        ask_open_file(self, "Choose the roster", PATTERNS, self.session.seat.last_folder, chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    # The plan

    def _take(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._show_plan()

    def _show_plan(self) -> None:
        plan = self.prepared.plan if self.prepared else None
        self.session.waiting = f"The plan of the import of {self.prepared.workbook.name} waits" if self.prepared else ""
        self.discard.setEnabled(plan is not None)
        for place in (1, 2):
            self.tabs.setTabEnabled(place, self.prepared is not None)
        self.tabs.setTabEnabled(3, False)
        self._show_facts()
        if self.prepared:
            self.columns_step.show_plan(self.prepared)
        self.plan_step.show_plan(plan)
        counts = plan.counts if plan else {}
        count = plan.importable if plan else 0
        self.write.setText(f"&Import {count:,} row{'' if count == 1 else 's'}")
        self.write.setEnabled(plan is not None and plan.writes and not self.session.read_only)
        self.rejects.setEnabled(bool(counts.get("rejected", 0) + counts.get("doubtful", 0)))

    def _show_facts(self) -> None:
        self.file_step.show_plan(self.prepared)
        if self.prepared is None:
            self.header.subtitle("Nothing chosen yet")
            return
        readings = self.prepared.readings
        rows = sum(len(each.rows) for each in readings)
        first = f"sheet “{readings[0].name}” · headings found on row {readings[0].heading_row}"
        where = first if len(readings) == 1 else f"{len(readings)} sheets"
        self.header.subtitle(f"{self.prepared.workbook.name} · {where} · {rows:,} rows")

    def _choose_sheet(self, name: str, wanted: bool) -> None:
        assert self.prepared
        taken = {each.name for each in self.prepared.readings}
        self._replan(only=sorted(taken | {name} if wanted else taken - {name}))

    # What the person decides

    def _choices(self) -> Choices:
        assert self.prepared
        return self.prepared.choices

    def _replan(self, **changes: Any) -> None:
        from workbench.actions import importing

        assert self.prepared
        made = self.session.do(importing.replan, self.prepared, **changes)
        if made is not None:
            self._take(made)
        else:
            self._show_plan()  # the boxes show again what holds

    def _correct(self, sheet: str, heading_row: int | None, columns: dict[int, str | None]) -> None:
        from workbench.sheets.recognizing import Correction

        assert self.prepared
        before = self.prepared.corrected.get(sheet, Correction())
        moved = heading_row is not None  # other headings: what was said of the columns no longer holds
        after = Correction(heading_row, {}) if moved else replace(before, columns={**before.columns, **columns})
        self._replan(corrected={**self.prepared.corrected, sheet: after})

    def _decide(self, row: PlanRow, **decided: Any) -> None:
        """The plan under another choice about a row; the keyboard goes where it is wanted next."""
        before = list(self.plan_step.table.ids())
        self._replan(choices=replace(self._choices(), **decided))
        self.plan_step.go_on(row, before)

    def _mend(self, row: PlanRow, texts: dict[str, str]) -> None:
        typed = {(row.sheet, row.number, target): text for target, text in texts.items()}
        self.plan_step.card.drafts.setdefault(row.place, {}).update(texts)
        self._decide(row, corrections={**self._choices().corrections, **typed})

    def _rule(self, row: PlanRow, who: Any) -> None:
        self._decide(row, rulings={**self._choices().rulings, row.place: who})

    def _without(self, row: PlanRow) -> None:
        self._decide(row, without=self._choices().without | {row.place})

    def _skip(self, row: PlanRow) -> None:
        self._decide(row, skipped=self._choices().skipped ^ {row.place})

    # Writing

    def _import(self) -> None:
        from workbench.actions import importing

        if self.prepared is None:
            return
        plan, today = self.prepared.plan, self.session.today
        self.session.run(
            "Importing", lambda progress: importing.apply(plan, today=today, progress=progress), self._show_outcome
        )

    def _show_outcome(self, outcome: Outcome) -> None:
        self.session.waiting = ""
        self.discard.setEnabled(False)
        self.done_step.show_outcome(outcome)
        self.tabs.setTabEnabled(3, True)
        for place in (1, 2):
            self.tabs.setTabEnabled(place, False)
        self.go("done")

    def _save_rejects(self) -> None:
        from workbench.actions import importing

        if self.prepared is None:
            return
        plan, name = self.prepared.plan, f"{self.prepared.workbook.path.stem} refused.xlsx"

        def write(path: Path) -> None:
            count = self.session.do(importing.save_rejects, plan, path)
            if count is not None:
                self.session.messages.toast(f"{count:,} rows saved to {path.name}, each with its reason")

        ask_save_file(self, "Save the refused rows", name, SHEETS, self.session.seat.last_folder, write)
