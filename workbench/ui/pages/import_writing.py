"""The last step of an import as far as it writes: the plan into the office, the refused rows into a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from workbench.errors import Cancelled, WorkbenchError
from workbench.records.words import of
from workbench.store import history
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.page import Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import import_unread
from workbench.ui.pages.import_deciding import Deciding
from workbench.ui.pages.import_plan import PlanStep
from workbench.ui.pages.import_steps import DoneStep
from workbench.ui.session import Session

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Outcome

STILL_WRONG = "What you typed was taken, and is not right yet."
GO_ON = "Nothing was imported. The row is chosen, with what is wrong beside its boxes. Do the same again to go on without it."
SHEETS = "Excel workbook (*.xlsx)"


class Writing(Deciding):
    """The page of an import as far as it writes."""

    tabs: Tabs
    done_step: DoneStep
    discard: QAction
    another: QAction

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._writing = False
        self._step = 0
        """The step of the last import; 0 where it wrote none."""

    def go(self, key: str) -> None:
        """Show one of the steps."""
        raise NotImplementedError

    def _import(self) -> None:
        from workbench.actions import importing, returning

        if self._take_typed(self._import):
            return
        plan, today = self._plan(), self.session.today
        if plan is None:
            return
        apply: Any = returning.apply if self.came else importing.apply
        self._writing = True
        self.session.run(
            "Importing",
            lambda progress: apply(plan, today=today, progress=progress),
            self._show_outcome,
            failed=self._not_written,
            cancelled=self._not_written,
        )

    def _reviewed(self) -> PlanStep:
        """The step that shows the plan."""
        raise NotImplementedError

    def _take_typed(self, then: Callable[[], object]) -> bool:
        """Whether something was typed that the plan does not hold: it is taken first, and goes on once it is right."""
        reviewed = self._reviewed()
        if not reviewed.untaken():
            return False

        def go_on(right: bool) -> None:
            if right:
                then()
            else:
                self.session.messages.tell(STILL_WRONG, GO_ON)

        reviewed.take_typed(go_on)
        return True

    def _not_written(self, why: WorkbenchError | Cancelled) -> None:
        self._writing = False
        if isinstance(why, WorkbenchError):
            self.session.messages.error(why)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._writing = False
        self.session.waiting = ""
        self.discard.setEnabled(False)
        plan = self.prepared.plan if self.prepared else None
        self.done_step.show_outcome(outcome, import_unread.told(plan), plan)
        newest = history.newest() if outcome.step else None
        self._step = newest.id if newest else 0
        self.another.setEnabled(True)
        self.tabs.setTabEnabled(3, True)
        for place in (1, 2):
            self.tabs.setTabEnabled(place, False)
        self.go("done")

    def _say_whether_it_stands(self) -> None:
        if self._step:
            self.done_step.say_whether_it_stands(history.undoable(self._step) is not None)

    def _save_rejects(self) -> None:
        from workbench.actions import refusing, returning

        plan = self._plan()
        if plan is None or self._take_typed(self._save_rejects):
            return
        save: Any = returning.save_rejects if self.came else refusing.save
        name = f"{Path(plan.file_name).stem} refused.xlsx"

        def write(path: Path) -> None:
            count = self.session.do(save, plan, path)
            if count is not None:
                self.session.messages.toast(f"{of(count, 'row')} saved to {path.name}, each with its reason")

        ask_save_file(self, "Save the refused rows", name, SHEETS, self.session.seat.last_folder, write)
