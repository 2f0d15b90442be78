"""What the governing board's expedited committee may not decide, and why (The Joint Commission, MS.06.01.11)."""

from collections.abc import Mapping
from datetime import date

from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.rules import chain, dossier, readiness, review
from workbench.rules.dossier import Dossier
from workbench.store import settings

LEVEL = "Expedited board committee"
FEWEST = 2
"""So many voting members of the governing board at least (MS.06.01.11)."""
REMEDY = "Put it on the agenda of the whole board, or record it as accepted for information."
"""What to do about a file that the expedited committee may not decide."""


def barred(files: Mapping[int, Dossier], on: date, today: date, policy: Policy) -> dict[int, tuple[str, ...]]:
    """By application why a file is not for the expedited committee on the day of its meeting; files that are, are left out.

    Two bars are hard: the file is incomplete, or the MEC's recommendation is adverse or with a limitation. What the office or
    its rules call Category 2 goes to the whole board as well."""
    adverse = _adverse(list(files))
    found = {id: tuple(_why(file, id in adverse, on, today, policy)) for id, file in files.items()}
    return {id: why for id, why in found.items() if why}


def offered(on: date, today: date) -> set[int]:
    """The applications that the expedited committee may decide at a meeting of a day: those that wait for the board, without a bar."""
    turn = Application.select(Application.id).where(Application.stage == chain.STAGE_OF[LEVEL])
    files = dossier.of_applications(row[0] for row in turn.tuples())
    return files.keys() - barred(files, on, today, settings.load(Policy)).keys()


def _why(file: Dossier, adverse: bool, on: date, today: date, policy: Policy) -> list[str]:
    asked = file.application
    if asked is None or asked.stage == "Closed":
        return []
    why = []
    worst = [each for each in readiness.lacks(file, on, today, policy) if each.tone == "bad"]
    if worst:
        more = f", and {len(worst) - 1} more" if len(worst) > 1 else ""
        why.append(f"it is incomplete ({worst[0].what}{more})")
    if adverse:
        why.append("the MEC did not recommend it")
    elif _is_limited(file):
        why.append("it was recommended with a limitation")
    if review.category(file, on, policy) == review.FULL:
        why.append("it is Category 2")
    return why


def _is_limited(file: Dossier) -> bool:
    asked = file.application
    assert asked is not None
    views = any(each.committee_view not in ("", "Recommend") for each in file.requests)
    return bool(asked.conditions.strip() or (asked.term_months and asked.term_ends) or views)


def _adverse(ids: list[int]) -> set[int]:
    """Applications of which the MEC's last word was that it does not recommend them."""
    words = (
        AgendaItem.select(AgendaItem.application, AgendaItem.outcome)
        .join(Meeting)
        .join(Committee)
        .where(AgendaItem.application.in_(ids) & (Committee.level == "Medical executive committee"))
        .where(AgendaItem.outcome.in_(list(chain.DECIDED)) & (Meeting.state != CANCELLED))
        .order_by(Meeting.held, AgendaItem.id)
    )
    last = dict(words.tuples())
    return {id for id, outcome in last.items() if outcome == "Not approved"}
