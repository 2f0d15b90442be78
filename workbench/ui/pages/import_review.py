"""Importing a roster, in four steps: file, columns, plan, outcome. Nothing is saved before the last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from workbench.errors import Progress, WorkbenchError
from workbench.records import texts
from workbench.records.words import of
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.dropping import dropped, take_copies
from workbench.ui.kit.header import Header
from workbench.ui.kit.inputs import copied_block
from workbench.ui.kit.page import Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face
from workbench.ui.pages.import_columns import ColumnsStep
from workbench.ui.pages.import_day import StandsFor
from workbench.ui.pages.import_headings import HeadingRow
from workbench.ui.pages.import_plan import PlanStep
from workbench.ui.pages.import_row import Decisions
from workbench.ui.pages.import_steps import DoneStep, FileStep, headed, ways_on
from workbench.ui.pages.import_writing import Writing
from workbench.ui.pages.return_step import ReturnStep
from workbench.ui.session import Session

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Prepared
    from workbench.actions.returning import CameBack
    from workbench.sheets.plan import Plan
    from workbench.sheets.recognizing import Correction
    from workbench.sheets.returned import Returned

PATTERNS = "Rosters (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.htm *.html *.mht *.xml);;All files (*)"
STEPS = (("file", "1 File"), ("columns", "2 Columns"), ("review", "3 Review"), ("done", "4 Done"))


class Import(Writing):
    """The import of a roster."""

    key, title, icon, group, under = face("import")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.prepared: Prepared | None = None
        self.came: CameBack | None = None  # a list of ours that came back, in place of a roster
        self._again: Callable[..., Prepared | CameBack] | None = None  # reads the file or block once more
        self.choose = self.add("&Choose file…", "folder-open", "Ctrl+Shift+O", self._choose)
        self.paste = self.add("Paste &a block", "clipboard-list", "Ctrl+V", self._paste)
        self.fixes = self.add("Paste fi&xes", "clipboard-list", "Ctrl+V", self._paste_fixes)
        self.back = self.add("&Back", "arrow-left", "Alt+Left", self._back)
        self.next = self.add("&Review the plan", "arrow-right", "Ctrl+Return", lambda: self.go("review"))
        self.write = self.add("&Import", "check", "Ctrl+Shift+I", self._import)
        self.rejects = self.add("Save refused rows…", "download", "Ctrl+E", self._save_rejects)
        self.discard = self.add("&Discard the plan", "x", "Ctrl+Shift+D", self.open)
        self.another = self.add("Import a&nother file", "folder-open", "Ctrl+I", self.open)
        self.anew = self.add("Read it &without what is remembered", "undo", "", self._read_anew)
        self.people, self.expiring = ways_on(self)
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
        self.steps = QStackedWidget(self)
        self.columns_step = ColumnsStep(self._correct, self._settle, self._erase)
        self.plan_step = PlanStep(lambda: self.session.today, self._decisions(), self._answer, self._reply)
        self.search_box = self.plan_step.search_box
        self.heading_row = HeadingRow(self._read_under, lambda: self.session.today)
        stands_for = StandsFor(lambda: self.session.today, self._reply_day)
        self.file_step = FileStep(self.choose, self.paste, self._choose_sheet, self.anew, self.heading_row, stands_for)
        self.done_step = DoneStep(self.people, self.expiring, self.another, self.rejects)
        self.return_step = ReturnStep(lambda: self.session.today, self._redecide)
        for step in (self.plan_step, self.return_step):
            step.unasked.connect(lambda said: self.session.messages.toast(said))
        self.know(self.plan_step.edit)
        for part in (self.file_step, self.columns_step, self.plan_step, self.done_step, self.return_step):
            self.steps.addWidget(part)
        self.body.addWidget(self.header)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.steps, 1)

    def _decisions(self) -> Decisions:
        about = self._mend, self._paste_down, self._rule, self._without, self._take_theirs, self._ask_again, self._skip
        return Decisions(*about, self._reply_of_row, self._typed)

    # The steps

    def go(self, key: str) -> None:
        """Show one of the four steps, if it can be shown yet."""
        place, reviewed = [each for each, _ in STEPS].index(key), self._reviewed()
        if not self.tabs.isTabEnabled(place):
            return
        self.tabs.choose(key)
        if key != "review" and reviewed.untaken():
            reviewed.take_typed()
        self.steps.setCurrentIndex(self.steps.indexOf(reviewed) if key == "review" else place)
        buttons: dict[str, list[Any]] = {
            "file": [self.discard, (self.next, "primary")] if self._plan() else [],
            "columns": [self.back, (self.next, "primary")],
            "review": [self.back, self.rejects, (self.write, "primary")],
        }
        self.header.buttons(buttons.get(key, []))
        self.paste.setEnabled(key in ("file", "done"))  # elsewhere a plan is open that a slip would replace
        self.fixes.setEnabled(key == "review")
        self._focus()

    def _focus(self) -> None:
        """The keyboard goes to what the step is for; a page that is made while nobody looks leaves it where it is."""
        key = self.tabs.current() if self.isVisible() else ""
        if key == "review":
            self._reviewed().take_keyboard()
        elif key == "columns":
            self.columns_step.take_keyboard()
        elif key == "file":
            self.file_step.choose.setFocus()
        elif key == "done":
            self.done_step.first.setFocus()

    def _reviewed(self) -> PlanStep:
        """The step that shows the plan."""
        return self.return_step if self.came else self.plan_step

    def open(self, path: Path | str | None = None, **_: Any) -> None:
        """Begin anew; with a path, read it at once."""
        self.prepared = self.came = None
        self._begin_anew()
        self._show_plan()
        self.go("file")
        if path:
            self.read(Path(path))

    def shown(self) -> None:
        """Whoever comes back after an import finds the page ready for the next file."""
        if self.tabs.current() == "done":
            self.open()
        self._focus()

    def refresh(self, tables: set[str]) -> None:
        """Somebody changed the office while the plan was open: compare again, since a plan holds for the newest step alone."""
        if self.tabs.current() == "done":
            self._say_whether_it_stands()
        if self.tabs.current() == "done" or self._writing:
            return
        if self.came:
            self._redecide(self.came.decided)
        elif self.prepared:
            self._replan()

    def read(self, path: Path) -> None:
        """Read a file and show its plan; one without a heading that is known asks which row holds them."""
        from workbench.actions import returning

        self._read(f"Reading {path.name}", partial(returning.prepare, path, today=self.session.today))

    def _read(self, title: str, prepare: Callable[..., Any], corrected: Mapping[str, Correction] | None = None) -> None:
        from workbench.sheets.recognizing import NoHeadings

        self._again = prepare

        def done(made: Prepared | CameBack) -> None:
            self._begin_anew()
            self._take(made)
            self.tabs.setTabEnabled(3, False)
            self.go("columns" if corrected else "review")
            self._reviewed().begin()
            self._focus()

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, NoHeadings):
                self.open()
                self.file_step.ask_headings(error.workbook)
                self.header.subtitle(f"{error.workbook.name} · which row holds the headings?")
            else:
                self.session.messages.error(error)

        def work(progress: Progress) -> Any:
            return prepare(corrected=corrected, progress=progress)

        self.session.jobs.start(title, work, done, failed)

    def _read_under(self, sheet: str, row: int) -> None:
        """Read the file or block again, with its headings on that row of a sheet."""
        from workbench.sheets.recognizing import Correction

        if self._again is not None:
            self._read("Reading again", self._again, {sheet: Correction(row)})

    def _paste(self) -> None:
        """Read what was copied elsewhere; it goes to the reader without a file."""
        from workbench.actions import importing

        copied, today = QGuiApplication.clipboard().mimeData() or QMimeData(), self.session.today
        text, html = copied.text(), copied.html() if copied.hasHtml() else ""
        if not html and copied.hasUrls() and copied.urls()[0].isLocalFile():  # a file copied in the Explorer
            self.read(Path(copied.urls()[0].toLocalFile()))
            return
        self._read("Reading the pasted block", partial(importing.prepare_block, text, html, today=today))

    def _paste_fixes(self) -> None:
        """What was copied goes to the first wrong value of the chosen row, and down from there."""
        block = copied_block()
        if not any(map(any, block)):
            self.session.messages.tell(
                "There is nothing to paste.", "Copy the right values in Excel, then paste again."
            )
        elif not self._reviewed().card.paste(block):
            self.session.messages.tell(
                "The chosen row has nothing to mend.", "Choose the first refused row, then paste again."
            )

    def _begin_anew(self) -> None:
        """What was typed about the plan before is over, and so is a plan that is on its way."""
        self._asked, self._wanted = self._asked + 1, {}
        for step in (self.plan_step, self.return_step):
            step.card.forget()

    def _back(self) -> None:
        at = [each for each, _ in STEPS].index(self.tabs.current())
        before = [key for place, (key, _) in enumerate(STEPS[:at]) if self.tabs.isTabEnabled(place)]
        if before:
            self.go(before[-1])
        else:
            self.shell.go("providers")

    def _choose(self) -> None:
        def chosen(path: Path) -> None:
            self.session.seat.last_folder = str(path.parent)
            self.read(path)

        ask_open_file(self, "Choose the roster", PATTERNS, self.session.seat.last_folder, chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if len(dropped(event)) == 1:
            take_copies(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        take_copies(event)
        self.read(dropped(event)[0])

    # The plan

    def _take(self, made: Prepared | CameBack) -> None:
        roster = hasattr(made, "sheets")
        self.prepared, self.came = (made, None) if roster else (None, made)  # type: ignore[assignment]
        self._show_plan()

    def _plan(self) -> Plan | Returned | None:
        made = self.came or self.prepared
        return made.plan if made else None

    def _show_plan(self) -> None:
        plan = self._plan()
        self.session.waiting = f"The plan of the import of {plan.file_name} waits" if plan else ""
        self.discard.setEnabled(plan is not None)
        self.another.setEnabled(False)
        self.tabs.setTabEnabled(1, self.prepared is not None)
        self.tabs.setTabEnabled(2, plan is not None)
        self.tabs.setTabEnabled(3, False)
        if self.prepared:
            self.columns_step.show_plan(self.prepared)
        self.plan_step.show_plan(self.prepared.plan if self.prepared else None)
        self.return_step.show_return(self.came)
        self._show_facts()
        counts = plan.counts if plan else {}
        count = plan.to_write if plan else 0
        self.write.setText(f"&Import {of(count, 'row')}" if count or not plan else "Nothing to &import")
        self.write.setEnabled(plan is not None and plan.writes and not self.session.read_only)
        companies = self.prepared is not None and any(row.company for row in self.prepared.plan.of("skipped"))
        self.rejects.setEnabled(companies or any(counts.get(each) for each in ("rejected", "doubtful", "clash")))

    def _show_facts(self) -> None:
        self.file_step.show_plan(self.prepared)
        if self.came is not None:
            self.header.subtitle(self.return_step.subtitle())
            self.file_step.show_list(self.came)
            return
        if self.prepared is None:
            self.header.subtitle("Nothing chosen yet")
            return
        readings = self.prepared.readings
        rows = sum(len(each.rows) for each in readings)
        first = f"sheet “{readings[0].name}” · {headed(readings[0], 'found ')}"
        where = first if len(readings) == 1 else f"{len(readings)} sheets"
        plan = self.prepared.plan
        day = f" · as of {texts.day(plan.as_of)}" if plan.as_of else ""
        self.header.subtitle(f"{self.prepared.workbook.name} · {where} · {of(rows, 'row')}{day}")
