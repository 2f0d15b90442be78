"""A day that fits several licenses, registrations or boards of one person: which of them it belongs to is asked beside its row.

Unanswered, the row comes in without that day. An answer is remembered for the sender, and holds again where nothing speaks
against it: a license renews on the same day of the year.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from workbench.sheets import remembering, wording
from workbench.sheets.asking import Option, Question
from workbench.sheets.comparison import terms
from workbench.sheets.comparison.persons import Person
from workbench.sheets.decisions import Choices
from workbench.sheets.known import Known, Row
from workbench.sheets.plan_row import PlanRow, RowAsked

OUT = Option("out", "left out")
LEFT = "-"
"""Before the value that was left out, where that is what is remembered."""


class Asking(NamedTuple):
    """What the questions of a file's rows are answered by."""

    choices: Choices
    known: Known
    keys: Mapping[int, str]
    """The keys of the sorts of credentials, by id."""
    sender: str


def settle(row: PlanRow, person: Person, stated: dict[str, Row], asking: Asking) -> dict[str, int]:
    """By group the place of the term that was answered; groups of which nothing was are taken out of what the row states."""
    places = {}
    for doubt in terms.doubts(person, stated, asking.keys):
        options = _options(doubt.several)
        question, held, is_open = _asked(row, doubt, options, asking)
        row.asks = (*row.asks, RowAsked(question, is_open, doubt.word, doubt.told))
        if held is OUT:
            del stated[doubt.group]
        else:
            chosen = doubt.several[options.index(held) - 1]
            places[doubt.group] = next(n for n, each in enumerate(person.credentials) if each is chosen)
    return places


def _options(several: list[Row]) -> tuple[Option, ...]:
    """To leave it out, then each term by its number and state; of two that are called alike by their order besides."""
    numbers = [
        " ".join(filter(None, (row[terms.NUMBER], row[terms.STATE]))) if row[terms.NUMBER] else "" for row in several
    ]
    names = [
        number or terms.named(row) or "the one without a number" for number, row in zip(numbers, several, strict=True)
    ]
    twice = Counter(names)
    called = [name if twice[name] == 1 else f"{name} ({place})" for place, name in enumerate(names, 1)]
    until = [terms.until(row) for row in several]
    return (OUT, *(Option(name.casefold(), f"{name}{end}") for name, end in zip(called, until, strict=True)))


def _asked(
    row: PlanRow, doubt: terms.Doubt, options: tuple[Option, ...], asking: Asking
) -> tuple[Question, Option, bool]:
    """The question of a row, the answer that holds, and whether nobody gave it."""
    key = f"row {row.number}|{row.sheet}|{doubt.word}"
    said = asking.choices.answers.replies.chosen.get(key, "")
    held = next((each for each in options if each.key == said), None)
    is_open, shown = False, wording.reads(doubt.field, doubt.told)
    if held is None and (held := _before(row, doubt, options, asking)):
        does = "was left out" if held is OUT else f"was taken for {doubt.word} {held.says}"
        row.told.append(f"{shown} {does}, as was decided before.")
    elif held is None:
        held, is_open = OUT, True
    about = f"Row {row.number}, {row.named}: which {doubt.word} does {shown} belong to?"
    return Question(row.sheet, about, 1, held.says, key, options, row.number), held, is_open


def _before(row: PlanRow, doubt: terms.Doubt, options: tuple[Option, ...], asking: Asking) -> Option | None:
    """What somebody answered about such a row of this sender, where it still fits."""
    said = asking.known.belongings.get(remembering.which(row.values, doubt.word, asking.sender), "")
    if said == f"{LEFT}{doubt.told}":
        return OUT
    for option, term in zip(options[1:], doubt.several, strict=True):
        if option.key == said.casefold() and _renews_so(term, doubt):
            return option
    return None


def _renews_so(term: Row, doubt: terms.Doubt) -> bool:
    """Whether this term, and no other of them, ends on that day of the year."""
    day = doubt.told[4:] if _is_day(doubt.told) else ""
    ending = [each for each in doubt.several if day and str(each[terms.EXPIRES] or "")[4:] == day]
    return len(ending) == 1 and ending[0] is term


def _is_day(text: Any) -> bool:
    try:
        return bool(date.fromisoformat(str(text)))
    except ValueError:
        return False


def remembered(row: PlanRow, sender: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """What is to be remembered of the answers to a row: by the hash of what it says the term, or what was left out."""
    found = {}
    for asked in row.asks:
        if asked.kept and (answer := chosen.get(asked.question.key)):
            kept = f"{LEFT}{asked.told}" if answer == OUT.key else answer
            found[remembering.which(row.values, asked.word, sender)] = kept
    return found
