"""A license or DEA number of a row that is another than the person's own of the same state: a second one, or the one that replaces ours.

It is asked beside the row. Unanswered it is added beside ours, which stays: nothing is lost by that.
"""

from collections.abc import Iterator

from workbench.sheets.asking import Option, Question
from workbench.sheets.comparison import terms
from workbench.sheets.comparison.persons import Person, squeezed
from workbench.sheets.comparison.which_term import Asking
from workbench.sheets.known import Row
from workbench.sheets.plan_row import PlanRow, RowAsked

SORTS = ("license", "dea")
SECOND = Option("second", "it is a second one: added beside ours")
REPLACES = Option("replaces", "it replaces ours, which becomes an earlier one")


def settle(row: PlanRow, person: Person, stated: dict[str, Row], asking: Asking) -> dict[str, int]:
    """By group the place of the credential of ours that the row's replaces, as was answered."""
    replaced = {}
    for group, word, term, place in _others(person, stated, asking):
        ours = " ".join(filter(None, (person.credentials[place][terms.NUMBER], person.credentials[place][terms.STATE])))
        key = f"row {row.number}|{row.sheet}|{word} {term[terms.NUMBER]}"
        said = asking.choices.answers.replies.chosen.get(key, "")
        held = REPLACES if said == REPLACES.key else SECOND
        about = f"Row {row.number}, {row.named}: is {word} {term[terms.NUMBER]} a second one beside {ours}, or does it replace that?"
        question = Question(row.sheet, about, 1, held.says, key, (SECOND, REPLACES), row.number)
        row.asks = (*row.asks, RowAsked(question, not said, word, term[terms.NUMBER], kept=False))
        if held is REPLACES:
            replaced[group] = place
    return replaced


def _others(person: Person, stated: dict[str, Row], asking: Asking) -> Iterator[tuple[str, str, Row, int]]:
    """Each stated term whose number is another than that of the one of ours that it can be: group, word, term, place of ours."""
    said = {squeezed(term[terms.NUMBER]) for term in stated.values() if term[terms.NUMBER]}
    for group, term in stated.items():
        key = asking.keys[term[terms.SORT]]
        if key not in SORTS or not term[terms.NUMBER] or person.place:
            continue
        alike = [n for n, each in enumerate(person.credentials) if _may_be_one(each, term)]
        if len(alike) == 1 and squeezed(person.credentials[alike[0]][terms.NUMBER]) not in said:
            yield group, terms.WORDS.get(key, "credential"), term, alike[0]


def _may_be_one(ours: Row, term: Row) -> bool:
    """Whether a current credential of ours is of the same sort, state and title."""
    same_sort = ours[terms.SORT] == term[terms.SORT] and ours[terms.NUMBER] and not ours[terms.PAST]
    return bool(same_sort) and all(
        not ours[at] or not term[at] or ours[at].casefold() == term[at].casefold() for at in (terms.STATE, terms.TITLE)
    )
