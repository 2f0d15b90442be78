"""What was taken note of while a roster was read, and asks nothing: told in full where somebody wants to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.records.words import of
from workbench.ui.kit import plain
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.table import Table

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.asking import Question
    from workbench.sheets.plan import Plan

WORDS = "How the file was read where that does not go without saying. Nothing of it waits for an answer."
COLUMNS = (
    plain.Column("sheet", "Sheet"),
    plain.Column("about", "What was met"),
    plain.Column("rows", "Rows", align="right"),
    plain.Column("chosen", "What becomes of it"),
)
SHARES = (12, 52, 8, 28)


def notes_of(plan: Plan | None) -> list[Question]:
    """What a plan tells and asks of nobody."""
    return [each for each in plan.questions if not each.options and not each.row] if plan else []


def said_of(plan: Plan) -> list[str]:
    """What is told above the rows: what is left out, what was passed over, how many words wait."""
    said = list(plan.left_out)
    said += [f"{each.about}: {each.chosen}." for each in plan.seen]
    several = len(plan.readings) > 1
    said += [f"{each.name}: {each.passed}" if several else each.passed for each in plan.readings if each.passed]
    if waiting := sum(word.chosen is None and not word.close for word in plan.unsettled):
        some_are = f"{waiting:,} words are not known to the office; say what they mean in 2 Columns."
        said.append(some_are if waiting > 1 else "1 word is not known to the office; say what it means in 2 Columns.")
    return said


class NotesSheet(Sheet):
    """Lists them, after what is said of the whole file."""

    def __init__(self, notes: list[Question], parent: QWidget | None, said: Sequence[str] = ()) -> None:
        super().__init__(of(len(notes) + len(said), "note"), WORDS, parent)
        listed = plain.PlainList("notes", "Notes", COLUMNS)
        texts = [("", each, "", "") for each in said]
        texts += [(each.sheet, each.about, f"{each.rows:,}", each.chosen) for each in notes]
        listed.replace([plain.Row(n, said) for n, said in enumerate(texts, 1)])
        self.table = Table(listed, date.today, name="Notes")
        self.table.columns.share(SHARES)
        self.table.setMinimumSize(820, 300)
        self.body.addWidget(self.table)
        self.add_button("&Close", "primary", self.accept, default=True)
