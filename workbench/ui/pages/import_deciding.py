"""What a person decides about an import: each decision is another plan, shown at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from workbench.errors import Cancelled, Progress, WorkbenchError
from workbench.ui.kit.inputs import Block
from workbench.ui.kit.page import Page, Shell
from workbench.ui.pages import import_paste
from workbench.ui.pages.import_paste import Pasted, PasteSheet
from workbench.ui.session import Session

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Prepared
    from workbench.actions.returning import CameBack
    from workbench.sheets.asking import Question
    from workbench.sheets.decisions import Choices, Place
    from workbench.sheets.painted import Mark
    from workbench.sheets.plan import Plan, PlanRow, Unsettled
    from workbench.sheets.returned import Decided, Returned
    from workbench.ui.pages.import_plan import PlanStep

AT_ONCE = 1500
"""Up to so many rows a choice is followed before the window paints again."""


class Deciding(Page):
    """The page of an import as far as its choices go; what shows the plan is the page's own."""

    prepared: Prepared | None
    came: CameBack | None
    plan_step: PlanStep
    write: QAction

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._wanted: dict[str, Any] = {}
        """What was chosen and is not in the plan that shows."""
        self._asked = 0
        """How many plans were asked for: only the newest is taken."""

    def _take(self, made: Prepared | CameBack) -> None:
        raise NotImplementedError

    def _show_plan(self) -> None:
        raise NotImplementedError

    def _plan(self) -> Plan | Returned | None:
        raise NotImplementedError

    def _choices(self) -> Choices:
        """What was chosen so far, also while its plan is on its way."""
        assert self.prepared
        chosen: Choices = self._wanted.get("choices", self.prepared.choices)
        return chosen

    def _replan(self, *, then: Callable[[], object] = lambda: None, **changes: Any) -> None:
        """The plan under other choices; of a long roster as a job, so that the window never stands still."""
        from workbench.actions import importing

        assert self.prepared
        self._wanted |= changes
        self._follow(partial(importing.replan, self.prepared, **self._wanted), then)

    def _follow(self, replan: Callable[..., Any], then: Callable[[], object] = lambda: None) -> None:
        """Make another plan and show it; a newer one takes its place, and what is stopped or refused leaves what was."""
        self._asked += 1
        mine = self._asked

        def taken(made: Any) -> None:
            if mine == self._asked:
                self._wanted = {}
                self._take(made)
                then()

        def left(_: Any = None) -> None:
            if mine == self._asked:
                self._wanted = {}
                self._show_plan()  # the boxes show again what holds

        def work(progress: Progress) -> Any:
            return replan(progress=self._while_newest(mine, progress))

        plan = self._plan()
        if plan is not None and len(plan.rows) > AT_ONCE:
            self.write.setEnabled(False)  # until the plan that shows is the one that was asked for
            self.session.jobs.start("Comparing again", work, taken, failed=partial(self._refused, left), cancelled=left)
        elif (made := self.session.do(replan)) is not None:
            taken(made)
        else:
            left()

    def _while_newest(self, mine: int, progress: Progress) -> Progress:
        """The progress of a plan that stops once another one was asked for."""

        def heeded(done: int, total: int) -> None:
            if mine != self._asked:
                raise Cancelled
            progress(done, total)

        return heeded

    def _refused(self, then: Callable[[], object], error: WorkbenchError) -> None:
        self.session.messages.error(error)
        then()

    def _choose_sheet(self, name: str, wanted: bool) -> None:
        """Read a sheet of the workbook, or no longer."""
        assert self.prepared
        taken = {each.name for each in self.prepared.readings}
        self._replan(only=sorted(taken | {name} if wanted else taken - {name}))

    def _settle(self, word: Unsettled, meaning: str | None) -> None:
        """What a word of the file means from here on; None takes it back."""
        from workbench.sheets.recognizing import folded

        key = word.target, folded(word.said)
        meanings = {each: text for each, text in self._choices().meanings.items() if each != key}
        if meaning is not None:
            meanings[key] = meaning
        self._replan(choices=replace(self._choices(), meanings=meanings))

    def _erase(self, target: str, wanted: bool) -> None:
        before = self._choices().erasing
        self._replan(choices=replace(self._choices(), erasing=before | {target} if wanted else before - {target}))

    def _read_anew(self) -> None:
        """The file as if nothing were remembered of its look."""
        from workbench.actions import importing

        assert self.prepared
        self._follow(partial(importing.anew, self.prepared))

    def _redecide(self, decided: Decided, then: Callable[[], object] = lambda: None) -> None:
        from workbench.actions import returning

        assert self.came
        self._follow(partial(returning.replan, self.came, decided), then)

    def _correct(self, sheet: str, heading_row: int | None, columns: dict[int, str | None]) -> None:
        from workbench.sheets.sheet_reading import NO_HEADINGS, Correction

        assert self.prepared
        said = self._wanted.get("corrected", self.prepared.corrected)
        bare = any(each.name == sheet and not each.heading_rows for each in self.prepared.readings)
        before = said.get(sheet, Correction(NO_HEADINGS if bare else None))
        moved = heading_row is not None  # other headings: what was said of the columns no longer holds
        after = Correction(heading_row, {}) if moved else replace(before, columns={**before.columns, **columns})
        self._replan(corrected={**said, sheet: after})

    def _decide(self, row: PlanRow, **decided: Any) -> None:
        """The plan under another choice about a row; the keyboard goes where it is wanted next."""
        before = list(self.plan_step.table.ids())
        self._replan(choices=replace(self._choices(), **decided), then=lambda: self.plan_step.go_on(row, before))

    def _mend(self, row: PlanRow, texts: dict[str, str]) -> None:
        typed = {(row.sheet, row.number, target): text for target, text in texts.items()}
        self.plan_step.card.drafts.setdefault(row.place, {}).update(texts)
        self._decide(row, corrections={**self._choices().corrections, **typed})

    def _typed(self, typed: Mapping[Place, dict[str, str]], then: Callable[[], object]) -> None:
        """What was typed in several rows, without Mend."""
        mended = {(*place, target): text for place, texts in typed.items() for target, text in texts.items()}
        self._replan(choices=replace(self._choices(), corrections={**self._choices().corrections, **mended}), then=then)

    def _paste_down(self, row: PlanRow, target: str, block: Block) -> None:
        """Several cells pasted into the box of one: shown beside what they would replace, then taken together."""
        rows = self.plan_step.rows_from(row)

        def take(pasted: Sequence[Pasted]) -> None:
            typed = {(*each.row.place, each.target): each.text for each in pasted}
            for each in pasted:  # what is still wrong stays in its box as it was pasted
                self.plan_step.card.drafts.setdefault(each.row.place, {})[each.target] = each.text
            self._decide(row, corrections={**self._choices().corrections, **typed})

        PasteSheet(import_paste.down(rows, target, block), take, self.window()).open()

    def _rule(self, row: PlanRow, who: Any) -> None:
        self._decide(row, rulings={**self._choices().rulings, row.place: who})

    def _without(self, row: PlanRow) -> None:
        self._decide(row, without=self._choices().without | {row.place})

    def _take_theirs(self, row: PlanRow, target: str) -> None:
        self._decide(row, preferred=self._choices().preferred ^ {(row.place, target)})

    def _ask_again(self, row: PlanRow) -> None:
        """Take back who the row is about, and that it comes in without a value."""
        rulings = {place: who for place, who in self._choices().rulings.items() if place != row.place}
        self._decide(row, rulings=rulings, without=self._choices().without - {row.place})

    def _skip(self, row: PlanRow) -> None:
        """Leave a row out or bring it in after all, also one that its group leaves out."""
        from workbench.sheets.comparison import businesses

        chosen = self._choices()
        if row.company and row.place not in chosen.skipped:
            self._reply_of_row(row, businesses.of_row(row), businesses.other(row))
        elif row.result == "skipped" and row.mark and row.place not in chosen.skipped:
            self._decide(row, taken=chosen.taken | {row.place})
        else:
            self._decide(row, skipped=chosen.skipped ^ {row.place})

    def _answer(self, mark: Mark, answer: str) -> None:
        """What the formatting of a group of rows means."""
        answers = self._choices().answers
        said = replace(answers, marks={**answers.marks, (mark.sheet, mark.key): answer})
        self._replan(choices=replace(self._choices(), answers=said))

    def _reply(self, question: Question, option: str) -> None:
        """What was answered to a question about a column, a group or a word of the file."""
        from workbench.actions import importing

        assert self.prepared
        self._replan(choices=importing.replied(self.prepared.plan, self._choices(), {question.key: option}))

    def _reply_day(self, day: str) -> None:
        """Which day the file stands for."""
        assert self.prepared
        self._reply(self.prepared.plan.day_asked, day)

    def _reply_of_row(self, row: PlanRow, question: Question, option: str) -> None:
        """What was answered to what a row alone asks; an empty answer asks again."""
        from workbench.actions import importing

        assert self.prepared
        self._decide(
            row, answers=importing.replied(self.prepared.plan, self._choices(), {question.key: option}).answers
        )
