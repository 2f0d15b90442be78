"""What is wrong with a form for privileges before anybody fills it in. Pure: over a form's lines, kept or shipped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.rules import asked_training
from workbench.rules.asked_training import is_nothing

BOARD_ALONE = "42 CFR 482.12(a)(7): privileges may not depend solely on certification, fellowship or membership in a specialty body"
CRITERIA = "42 CFR 482.12(a)(6): criteria for selection are individual character, competence, training, experience and judgment"
FPPE = "Joint Commission MS.08.01.01: FPPE is required for all new privileges"


@dataclass(frozen=True)
class Finding:
    """One thing to mend on a form."""

    position: int | None
    """The line it is about, by its place in the lines given; None for the whole form."""
    line: str
    short: str
    """In two words, for a table: “Board alone”."""
    message: str
    remedy: str
    citation: str = ""
    tone: str = "warn"
    """bad keeps the form from being put in force; warn does not; info is what the office has still to set."""


def lint(lines: Sequence[Any]) -> tuple[Finding, ...]:
    """What to mend on a form's lines: Privileges, or anything with their fields."""
    return tuple(_of_form(lines)) + tuple(
        finding for place, line in enumerate(lines) for finding in _of_line(place, line, lines)
    )


def _of_form(lines: Sequence[Any]) -> Iterator[Finding]:
    if not lines:
        yield Finding(None, "", "No lines", "The form has no lines.", "Add the core privileges first.", tone="bad")
    elif not any(line.sort == "Core" for line in lines):
        yield Finding(
            None, "", "No core", "The form has no core privileges.", "Mark the lines that everybody asks for as core."
        )


def _of_line(place: int, line: Any, lines: Sequence[Any]) -> Iterator[Finding]:
    def found(short: str, message: str, remedy: str, citation: str = "", tone: str = "warn") -> Finding:
        return Finding(place, line.name, short, message, remedy, citation, tone)

    if board_alone(line):
        yield found(
            "Board alone",
            "It rests on board certification alone.",
            "Ask for training or cases too, or say what is accepted instead of certification.",
            BOARD_ALONE,
        )
    if not line.cases and all(
        is_nothing(each) for each in (line.training, line.board, line.life_support, line.counted)
    ):
        yield found(
            "No criteria", "It has no criteria.", "Say which training, cases or courses show competence.", CRITERIA
        )
    yield from _of_cases(line, found)
    if any(_same(other.name, line.name) for other in lines[:place]):
        yield found(
            "Same name", "Another line has this name.", "Name them apart, or delete one of the two.", tone="bad"
        )
    if not line.fppe.strip():
        tone = "warn" if line.sort == "Special" else "info"
        yield found("No FPPE", "It does not say how a new holder is evaluated.", "Say what the FPPE is.", FPPE, tone)


def _of_cases(line: Any, found: Any) -> Iterator[Finding]:
    if line.cases and not line.counted.strip():
        yield found(
            "Of what?", "It asks for cases and does not say of what.", "Name the activity that counts.", tone="bad"
        )
    if line.cases and not line.months:
        yield found(
            "No period",
            "It asks for cases and does not say in which period.",
            "Say in how many months they must lie.",
            tone="bad",
        )
    if line.months and not line.cases:
        yield found("No number", "It has a period, but no number of cases.", "Say how many cases, or clear the months.")
    elif line.counted.strip() and not line.cases:
        yield found(
            "No number",
            "It sets no number of cases.",
            "The number and the months are the office's to set.",
            tone="info",
        )


def board_alone(line: Any) -> bool:
    """Whether certification decides by itself: nothing else is asked for, and nothing accepted instead of it."""
    misplaced = asked_training.certification_alone(line.training)  # it is certification wherever it was typed
    asked = [line.board, line.training] if misplaced else [line.board]
    # A life support card is a certification too, and shows nothing of what the privilege is about.
    others = (not misplaced and not is_nothing(line.training), line.cases, not is_nothing(line.counted))
    # Eligibility is certification that has not come yet: it is no other way to show competence.
    accepted = " ".join(asked_training.otherwise(each) for each in asked).casefold()
    instead = _INSTEAD.search(accepted)
    return not all(is_nothing(each) for each in asked) and not any(others) and not instead


_INSTEAD = re.compile(r"\b(?:equivalents?|comparable|experienced?|training|active)\b")
"""Whole words by which something else is accepted: “actively pursuing certification” is certification that has not come yet."""


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
