"""A grant that no meeting of this office recorded: an expedited or temporary route, a vote on paper, a meeting kept elsewhere.

The governing body appoints and grants (42 CFR 482.12(a)(2)). A meeting's outcome says by itself who decided; without one the file
says it, and why it did not wait for its turn."""

from datetime import date
from typing import Any

from workbench.actions import deciding, stages
from workbench.errors import Problem
from workbench.lists import path
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.committee import FINAL
from workbench.records.policy import Policy
from workbench.rules import dossier, readiness
from workbench.store import history, settings

TURN = "Governing board"


def doubts(application: int, on: date, today: date) -> list[str]:
    """Why the governing body is not expected to decide on a file on a day, in sentences: such a grant takes a reason."""
    each = Application.get_by_id(application)
    said = []
    if each.stage not in (TURN, "Closed"):
        said.append(f"It stands at “{each.stage}”, and it is not the governing board's turn.")
    file = dossier.of_applications([application])[application]
    lacks = [lack for lack in readiness.lacks(file, on, today, settings.load(Policy)) if lack.tone == "bad"]
    if lacks:
        more = f", and {len(lacks) - 1} more" if len(lacks) > 1 else ""
        said.append(f"The file is not complete ({lacks[0].what}{more}).")
    return said


def problems(application: int, decided: date | None, where: str, why: str, today: date) -> list[Problem]:
    """What keeps a grant outside a meeting from being recorded so."""
    if decided is None:
        return [Problem("decided", "Say on which day the governing body decided.")]
    found = []
    if decided > today:
        found.append(Problem("decided", "It is still to come: nobody is appointed before the governing body decided."))
    of_board = [each for each in path.open_stops(application) if each.level in FINAL and each.held <= decided]
    if of_board:
        stop = of_board[0]
        said = f"It is on the agenda of {stop.committee}, {texts.day(stop.held)}: record the outcome there, or take it off first."
        found.append(Problem("where", said))
    elif not where.strip():
        found.append(Problem("where", "Say who decided: the governing board or its committee, and at which meeting."))
    if not why.strip() and (doubted := doubts(application, decided, today)):
        found.append(Problem("why", f"{' '.join(doubted)} Say why it is granted all the same."))
    return found


def grant_outside(
    application: int, decided: date | None, where: str, why: str, today: date, conditions: str = "", **term: Any
) -> list[Problem]:
    """Carry out an approval that no meeting here recorded, as one step; who decided, and why so, stays among the remarks.

    term is starts and ends of deciding.grant, which raises WorkbenchError over a term that cannot be."""
    found = problems(application, decided, where, why, today)
    if found or decided is None:
        return found
    each = Application.get_by_id(application)
    at = f" while it stood at “{each.stage}”" if each.stage != TURN else ""
    reason = f": {why.strip()}" if why.strip() else "."
    with history.step(f"Grant {each.sort.lower()} of {each.provider.title}"):
        if each.stage != "Closed":
            stages.remark(
                each, decided, f"Granted by {where.strip().rstrip('.')}, outside the meetings kept here{at}{reason}"
            )
            each.save()
        deciding.grant(application, decided, conditions, **term, today=today)
    return []
