"""What is said of a text in the review that cannot be taken: beside the text itself, and beside what is typed instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.ui.kit.labels import Words

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan_row import RowProblem

UNCHECKED = "Enter takes it; so does Import."


def told(problems: Sequence[RowProblem]) -> str:
    """All that is wrong with one text."""
    return "\n".join(dict.fromkeys(veiled(each.target, each.message) for each in problems))


def say(said: Words, problems: Sequence[RowProblem], text: str) -> None:
    """What is wrong with the text that the row was read with; of another one that it is not looked at yet."""
    same = text == problems[0].typed
    said.kind("bad" if same else "note")
    said.setText(told(problems) if same else UNCHECKED)


def veiled(target: str, message: str) -> str:
    """What is said of a private value, without the value."""
    from workbench.sheets import wording

    return wording.veiled(target, message)
