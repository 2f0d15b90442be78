"""The card beside the plan: one row in full, what is wrong with it in boxes to mend, and who it may be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbench.sheets.wording import is_private
from workbench.ui.kit.boxes import LineBox, MaskedBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.inputs import Block
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.pages import import_beside, import_candidates, import_wrong
from workbench.ui.pages.import_doing import Doing

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.asking import Question
    from workbench.sheets.decisions import Place
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import PlanRow, RowAsked, RowProblem

SHOWN_CHANGES, LEAST_WIDE = 40, 290
"""How many changes of a row are told; and the logical pixels that its card has at least."""
OUT, LEAVE_OUT = "out", "Leave it out"


@dataclass(frozen=True)
class Decisions:
    """What a person can decide about a row; each takes the row."""

    mend: Callable[[PlanRow, dict[str, str]], object]
    """With the texts typed instead, by target."""
    paste: Callable[[PlanRow, str, Block], object]
    """With a target and several cells that were pasted into its box: they go down the rows from there."""
    rule: Callable[[PlanRow, Any], object]
    """With the key of a candidate, or “new”."""
    without: Callable[[PlanRow], object]
    take: Callable[[PlanRow, str], object]
    """With a target: the file's value in the place of ours, or ours again."""
    again: Callable[[PlanRow], object]
    """Take back what was decided about who it is, or about its wrong values."""
    skip: Callable[[PlanRow], object]
    reply: Callable[[PlanRow, Question, str], object]
    """With what is asked of the row alone, and the key of the option; an empty one asks again."""
    typed: Callable[[Mapping[Place, dict[str, str]], Callable[[], object]], object]
    """With the texts typed instead, by row and target, of several rows at once; and what follows once they are in the plan."""


class RowCard(Card):
    """Shows one row of a plan; what the person decides goes to Decisions, and what is typed stays until it is mended."""

    def __init__(self, decide: Decisions) -> None:
        super().__init__("")
        self._decide = decide
        self.plan: Plan | None = None
        self.drafts: dict[Place, dict[str, str]] = {}
        """By row and target what was typed and is not right yet."""
        self._given: dict[Place, dict[str, str]] = {}
        """What of it is in the plan."""
        self._boxes: dict[str, QLineEdit] = {}
        self._row: PlanRow | None = None
        self._ask: QWidget | None = None
        """The first answer to who the row is about."""
        self.title.setWordWrap(True)
        self.head.setStretch(0, 1)
        self._scroll = Scrolling()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("The row in full")
        self.add(self._scroll, 1)
        self.doing = Doing(decide, self._apply)
        self.mend, self.without, self.skip = self.doing.mend, self.doing.without, self.doing.skip
        self.skipping = self.doing.skipping
        self.add(self.doing)
        self.setMinimumWidth(LEAST_WIDE)
        self.show_row(None)

    def forget(self) -> None:
        """Another file: nothing was typed about its rows."""
        self.drafts.clear()
        self._given.clear()

    def untaken(self, rows: Sequence[PlanRow]) -> dict[Place, dict[str, str]]:
        """By row and target what was typed in place of a wrong value and is not in the plan."""
        found: dict[Place, dict[str, str]] = {}
        for row in (each for each in rows if each.place in self.drafts):
            wrong = {each.mended_in: each.typed for each in row.problems} | self._given.get(row.place, {})
            typed = {t: text for t, text in self.drafts[row.place].items() if t in wrong and text != wrong[t]}
            found |= {row.place: typed} if typed else {}
        return found

    def take(self, typed: Mapping[Place, dict[str, str]], then: Callable[[], object]) -> None:
        """Put what was typed into the plan."""
        for place, texts in typed.items():
            self._given.setdefault(place, {}).update(texts)
        self._decide.typed(typed, then)

    def show_row(self, row: PlanRow | None) -> None:
        """Show a row, or what to do when there is none."""
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._boxes, self._row, self._ask = {}, row, None
        where = f"Row {row.number}" if row and row.result != "absent" else "Not in the file"
        self.set_title(f"{where} · {row.provider or 'nobody named'}" if row else "")
        self.doing.show_row(row, self.plan)
        if row is None:
            column.addWidget(note("Choose a row to see what it would do, field by field."))
        else:
            self._fill(column, row)
        column.addStretch(1)
        self._scroll.setWidget(inner)

    def paste(self, block: Block) -> bool:
        """Hand several cells to the first box that wants mending; False where the row has none."""
        target = next(iter(self._boxes), None)
        if self._row is None or target is None:
            return False
        self._decide.paste(self._row, target, block)
        return True

    def focus_first(self) -> bool:
        """Go to the first box that wants mending, or to the first answer to who it is; False if nothing is asked."""
        for target, box in self._boxes.items():
            box.setFocus()
            if self._row is None or target not in self.drafts.get(self._row.place, {}):
                box.selectAll()
            return True
        if self._ask is not None:
            self._ask.setFocus()
        return self._ask is not None

    def _fill(self, column: QVBoxLayout, row: PlanRow) -> None:
        if row.problems and row.result == "rejected":
            self._add_problems(column, row)
        else:
            self.drafts.pop(row.place, None)
            if row.result != "doubtful" or not row.candidates:  # beside each candidate it is said why
                column.addWidget(note(import_beside.breaking(row.happens)))
        for asked in getattr(row, "asks", ()):  # a row of a list that came back asks none
            self._add_asked(column, row, asked)
        if row.candidates and row.result in ("doubtful", "rejected"):
            assert self.plan is not None
            first = import_candidates.add(column, row, self.plan, self._decide.rule)
            self._ask = self._ask or self.doing.offer_merging(row, self.plan) or first
        elif row.changes and not row.problems:
            column.addWidget(import_beside.changes(row.changes[:SHOWN_CHANGES]))
            if row.result == "changed" and (read := import_beside.columns_of(row.changes)):
                column.addWidget(note(read))
        if row.mark and row.result != "skipped":
            column.addWidget(note(f"It is {row.mark.says} in the file."))
        for text in (each for each in (*row.notes, *row.told) if each != row.happens):
            column.addWidget(note(import_beside.breaking(text)))
        self._add_decided(column, row)
        self._add_kept(column, row)
        if row.result == "absent":
            return
        column.addWidget(
            note("A value that is imported is recorded as stated by the roster, not as verified at the source.")
        )

    def _add_problems(self, column: QVBoxLayout, row: PlanRow) -> None:
        told: dict[str, list[RowProblem]] = {}  # one box a column, whatever is wrong with what it says
        for problem in row.problems:
            told.setdefault(problem.mended_in, []).append(problem)
        for problems in told.values():
            self._add_problem(column, row, problems)
        if any(problem.target == "provider.status" for problem in row.problems):
            column.addWidget(note("Without a status, whoever is new comes in as active."))
        if self._boxes:
            may_lack = row.result == "rejected" and not import_candidates.nameless(row)
            self.doing.offer_mending(len(row.problems) > 1, may_lack)

    def _add_problem(self, column: QVBoxLayout, row: PlanRow, problems: Sequence[RowProblem]) -> None:
        problem, target = problems[0], problems[0].mended_in
        private = is_private(target)
        said = Words(import_wrong.told(problems)).kind("bad")
        said.setWordWrap(True)
        if not target:
            column.addWidget(said)
            return
        box = MaskedBox() if private else LineBox()
        box.set_value(self.drafts.get(row.place, {}).get(target, problem.typed))
        label = small(problem.named)
        label.setBuddy(box.line)
        box.line.setAccessibleName(problem.named)
        box.line.setAccessibleDescription(said.text())
        box.line.textChanged.connect(lambda text: self._typed(row, problems, text, said))
        if box.line.text() != self._given.get(row.place, {}).get(target, problem.typed):
            import_wrong.say(said, problems, box.line.text())
        box.line.returnPressed.connect(self._apply)
        box.line.takes_block = partial(self._decide.paste, row, target)
        self._boxes[target] = box.line
        for part in (label, box, said):
            column.addWidget(part)

    def _typed(self, row: PlanRow, problems: Sequence[RowProblem], text: str, said: Words) -> None:
        """What was said of the text before does not hold of this one."""
        self.drafts.setdefault(row.place, {})[problems[0].mended_in] = text
        import_wrong.say(said, problems, text)

    def _apply(self) -> None:
        row = self._row
        if row is None:
            return
        texts = {target: box.text() for target, box in self._boxes.items()}
        self._given.setdefault(row.place, {}).update(texts)
        self._decide.mend(row, texts)

    def _add_decided(self, column: QVBoxLayout, row: PlanRow) -> None:
        """What somebody decided about the row, and the way back."""
        choices = getattr(self.plan, "choices", None)  # of a list that came back the step itself has them
        if choices is None or row.result in ("doubtful", "rejected"):
            return
        said = ""
        if row.place in choices.rulings:
            apart = choices.rulings[row.place] == "new"
            said = "You kept it apart from the people it resembles." if apart else f"You merged it with {row.provider}."
        elif row.place in choices.without and row.problems:
            said = f"It comes in without {', '.join(dict.fromkeys(each.named for each in row.problems))}, as you chose."
        if said:
            column.addWidget(note(said))
            again = bare_button("&Ask me again", "", lambda: self._decide.again(row))
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_asked(self, column: QVBoxLayout, row: PlanRow, asked: RowAsked) -> None:
        """Of which of several terms a value is: a button each, until one was pressed or somebody said it before."""
        from workbench.sheets.wording import asks

        question, about = asked.question, Words(asks(asked.question), bold=asked.open)
        about.setWordWrap(True)
        column.addWidget(about)
        safe, *others = question.options
        ways = [(each.key, each.says) for each in others]
        ways.append((safe.key, LEAVE_OUT if safe.key == OUT else f"{safe.says[:1].upper()}{safe.says[1:]}"))
        if not asked.open:
            column.addWidget(note(f"{question.chosen[:1].upper()}{question.chosen[1:]}."))
            ways = [("", "Ask me again")] if question.key in self._replied() else []
        for option, words in ways:
            shown = words.replace("&", "&&").replace(" (expires", "\n(expires")
            button = bare_button(shown, "", partial(self._decide.reply, row, question, option))
            button.setAccessibleName(f"{about.text()} {words}")
            self._ask = self._ask or (button if asked.open else None)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _replied(self) -> Collection[str]:
        """The questions that were answered now."""
        plan = (
            getattr(self.plan, "ordinary", None) or self.plan
        )  # of a list that came back the rows that were added ask
        return plan.choices.answers.replies.chosen if plan else ()

    def _add_kept(self, column: QVBoxLayout, row: PlanRow) -> None:
        """A button for each value of ours that stays, and for each that somebody chose the file's for."""
        for each in row.disputed:
            words = f"Keep ours: {each.ours}" if each.chosen else f"Take the file's: {each.theirs}"
            button = bare_button(words.replace("&", "&&"), "", partial(self._decide.take, row, each.target))
            button.setAccessibleName(f"{each.title}. {words}")
            column.addWidget(small(each.title))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
