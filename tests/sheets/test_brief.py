"""What a row of a long list does, said by what is different about it."""

from types import SimpleNamespace
from typing import Any

import pytest

from workbench.sheets import brief
from workbench.sheets.comparison.effects import ADD, Effect

USUAL = ("license", "DEA", "certification")


def row(*words: str, result: str = "new") -> Any:
    effects = [Effect(ADD, word, f"{word}{n}") for n, word in enumerate(words)]
    return SimpleNamespace(
        result=result, effects=effects, problems=(), open_asks=(), notes=["Left out."],
        reading=SimpleNamespace(meanings={}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (USUAL, "Add 3 records"),
        (("license", "license", *USUAL[1:]), "Add 4 records, 2 licenses"),
        (("license", "certification"), "Add 2 records, no DEA"),
        ((), "Add provider alone"),
    ],
)
def test_where_most_rows_add_the_same_each_says_what_is_different(words: tuple[str, ...], said: str) -> None:
    most = brief.usual([row(*USUAL) for _ in range(brief.FEW)])
    assert brief.in_brief(row(*words), most) == said


def test_of_a_few_rows_and_of_others_than_new_ones_all_is_said() -> None:
    few = [row(*USUAL) for _ in range(brief.FEW - 1)]
    assert brief.usual(few) is None and brief.usual([]) is None
    assert brief.usual([row("license") for _ in range(brief.FEW)]) is None, "one thing is short as it is"
    assert brief.in_brief(row(*USUAL), None) == "Add provider, 1 license, 1 DEA, 1 certification"
    most = brief.usual([row(*USUAL) for _ in range(brief.FEW)])
    assert brief.in_brief(row(result="skipped"), most) == "Left out."
