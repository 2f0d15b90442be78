"""The third step of an import, for a list of ours that came back: what was edited, what changed here, and where both did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.records import texts
from workbench.records.words import of, within
from workbench.ui.kit.inputs import Block
from workbench.ui.pages import import_paste
from workbench.ui.pages.import_paste import Pasted, PasteSheet
from workbench.ui.pages.import_plan import PlanStep, some
from workbench.ui.pages.import_row import Decisions
from workbench.ui.pages.return_card import BackCard, Choosing
from workbench.ui.pages.return_rows import RESULTS, ReturnList

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.returning import CameBack
    from workbench.sheets.asking import Question
    from workbench.sheets.decisions import Choices
    from workbench.sheets.returned import Decided, Returned


class ReturnStep(PlanStep):
    """Chips by group, the rows, and the card of the chosen one; what is decided goes to redecide."""

    results = RESULTS
    asking = ("rejected", "doubtful", "clash")
    always = ("changed", "clash", "same")
    wide: Sequence[int] = ()
    whole: frozenset[int] = frozenset()

    def __init__(self, today: Callable[[], date], redecide: Callable[[Decided, Callable[[], object]], object]) -> None:
        self._redecide = redecide
        self.came: CameBack | None = None
        self._wanted: Decided | None = None
        choosing = Choosing(
            self._mend,
            self._paste,
            self._rule,
            self._without,
            self._take,
            self._again,
            self._skip,
            self._reply,
            self._typed,
            self._whose,
            self._take_side,
            self._say_term,
        )
        nothing = lambda *_: None  # noqa: E731 - what a list of ours looks like says nothing
        super().__init__(today, choosing, nothing, self._reply_to)

    def show_return(self, came: CameBack | None) -> None:
        """Show a list that came back."""
        self.came, self._wanted = came, None
        self.show_plan(came.plan if came else None)  # type: ignore[arg-type]

    def subtitle(self) -> str:
        """Which file it is, which list, which of its rows."""
        if self.came is None:
            return ""
        plan = self.came.plan
        parts = (plan.file_name, plan.listed.title, plan.mark.said, of(len(plan.rows), "row"))
        return " · ".join(part for part in parts if part)

    def _list_of(self, plan: Returned | None) -> ReturnList:
        return ReturnList(plan)

    def _counts(self, plan: Returned | None) -> tuple[dict[str, int], int]:
        return (plan.counts, len(plan.rows)) if plan else ({}, 0)

    def _looked_at(self, plan: Returned | None) -> Any:
        """The rows that were added may ask what a word means, as those of any roster."""
        return replace(plan.ordinary, marks=[]) if plan and plan.ordinary else None

    def _card_of(self, decide: Decisions) -> BackCard:
        assert isinstance(decide, Choosing)
        return BackCard(decide)

    def _unread_of(self, plan: Any) -> str:
        unread = "; ".join(plan.unread) if plan else ""
        return f"Columns that are not the list's are not read: {unread}." if unread else ""

    def _new_of(self, plan: Any) -> str:
        return ""  # told with the rest

    def _said_of(self, plan: Returned) -> list[str]:
        out = f" on {texts.day(date.fromisoformat(plan.mark.day))}" if plan.mark.day else ""
        said = [
            f"Nothing changed: the file says what it said when it went out{out}."
            if plan.untouched
            else f"A list of this office ({within(plan.listed.title)}) that went out{out}. Only what was edited in it is taken."
        ]
        if plan.absent:
            names = some([title for _, title in plan.absent])
            stay = (
                "is not in the file stays as it is" if len(plan.absent) == 1 else "are not in the file stay as they are"
            )
            said.append(f"{of(len(plan.absent), 'record')} that went out and {stay}: {names}.")
        if new := [f"{kind} “{name}”" for kind, name in plan.new_list_entries]:
            said.append(f"Not in the office's lists yet, and added with the import: {some(new)}.")
        return said

    # What the person decides

    @property
    def _decided(self) -> Decided:
        """What was decided so far, also while its plan is on its way."""
        assert self.came is not None
        return self._wanted or self.came.decided

    def _decide(self, row: Any, **decided: Any) -> None:
        """The plan under another decision; the keyboard goes where it is wanted next."""
        before = list(self.table.ids())
        self._wanted = replace(self._decided, **decided)
        self._redecide(self._wanted, lambda: self.go_on(row, before))

    def _choices(self, **changes: Any) -> dict[str, Any]:
        return {"choices": replace(self._decided.choices, **changes)}

    def _mend(self, row: Any, typed: dict[str, str]) -> None:
        self.card.drafts.setdefault(row.place, {}).update(typed)
        mended = {(*row.place, target): text for target, text in typed.items()}
        self._decide(row, **self._choices(corrections={**self._decided.choices.corrections, **mended}))

    def _typed(self, typed: Mapping[Any, dict[str, str]], then: Callable[[], object]) -> None:
        """What was typed in several rows, without Mend."""
        mended = {(*place, target): text for place, texts in typed.items() for target, text in texts.items()}
        choices = self._choices(corrections={**self._decided.choices.corrections, **mended})
        self._wanted = replace(self._decided, **choices)
        self._redecide(self._wanted, then)

    def _paste(self, row: Any, target: str, block: Block) -> None:
        """Several cells pasted into the box of one, shown before they are taken."""

        def take(pasted: Sequence[Pasted]) -> None:
            typed = {(*each.row.place, each.target): each.text for each in pasted}
            for each in pasted:  # what is still wrong stays in its box as it was pasted
                self.card.drafts.setdefault(each.row.place, {})[each.target] = each.text
            self._decide(row, **self._choices(corrections={**self._decided.choices.corrections, **typed}))

        PasteSheet(import_paste.down(self.rows_from(row), target, block), take, self.window()).open()

    def _rule(self, row: Any, who: Any) -> None:
        self._decide(row, **self._choices(rulings={**self._decided.choices.rulings, row.place: who}))

    def _without(self, row: Any) -> None:
        self._decide(row, **self._choices(without=self._decided.choices.without | {row.place}))

    def _take(self, row: Any, target: str) -> None:
        self._decide(row, **self._choices(preferred=self._decided.choices.preferred ^ {(row.place, target)}))

    def _again(self, row: Any) -> None:
        choices = self._decided.choices
        rulings = {place: who for place, who in choices.rulings.items() if place != row.place}
        self._decide(row, **self._choices(rulings=rulings, without=choices.without - {row.place}))

    def _skip(self, row: Any) -> None:
        from workbench.sheets.comparison import businesses

        if getattr(row, "company", False) and row.place not in self._decided.choices.skipped:
            self._reply(row, businesses.of_row(row), businesses.other(row))
            return
        self._decide(row, **self._choices(skipped=self._decided.choices.skipped ^ {row.place}))

    def _reply(self, row: Any, question: Question, option: str) -> None:
        self._decide(row, choices=self._replied(question, option))

    def _reply_to(self, question: Question, option: str) -> None:
        self._wanted = replace(self._decided, choices=self._replied(question, option))
        self._redecide(self._wanted, lambda: None)

    def _replied(self, question: Question, option: str) -> Choices:
        from workbench.actions import importing

        assert self.came is not None and self.came.plan.ordinary is not None
        return importing.replied(self.came.plan.ordinary, self._decided.choices, {question.key: option})

    def _whose(self, row: Any, who: Any) -> None:
        self._decide(row, rows={**self._decided.rows, row.place: who})

    def _take_side(self, row: Any, keys: Sequence[str], side: str) -> None:
        self._decide(row, sides={**self._decided.sides, **{(*row.place, key): side for key in keys}})

    def _say_term(self, row: Any, corrects: bool) -> None:
        places = self._decided.corrects
        self._decide(row, corrects=places | {row.place} if corrects else places - {row.place})
