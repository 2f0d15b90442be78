"""What the expedited committee does not approve goes to the whole board, in full review; and back, when that is taken back."""

from datetime import date
from typing import Any

from workbench.actions import recorded
from workbench.records.application import REVIEW_CATEGORIES, Application
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.texts import day
from workbench.rules import as_held

FULL = REVIEW_CATEGORIES[1]
NOT_APPROVED = "Not approved"


def enter(row: AgendaItem) -> None:
    """Put the file of an item into full review; what it was before stands with the reason. Inside a step."""
    file, meeting = Application.get_by_id(row.application_id), row.meeting
    line = _not_approved(meeting, meeting.held) + (f" ({file.review} before)" if file.review else "")
    file.review, file.review_reason = FULL, "\n".join(each for each in (file.review_reason, line) if each)
    file.save()


def leave(row: AgendaItem) -> None:
    """That outcome was taken back: the review is again as it was, unless somebody has written another reason since. Inside a step."""
    file, meeting = Application.get_by_id(row.application_id), row.meeting
    *others, last = str(file.review_reason).split("\n")
    if not last.startswith(_not_approved(meeting, meeting.held)) or file.review != FULL:
        return
    entered = next((each.file for each in recorded.of(row) if each.outcome == NOT_APPROVED), {})
    file.review, file.review_reason = entered.get("review", ""), "\n".join(others)
    file.save()


def redate(file: Application, meeting: Meeting, was: date) -> None:
    """The meeting is held on another day: the line of the reason that enter() wrote says it. Whoever calls it keeps the file."""
    before, now = (_not_approved(meeting, each) for each in (was, meeting.held))
    lines = str(file.review_reason).split("\n")
    said = [now + each[len(before) :] if each.startswith(before) else each for each in lines]
    if said != lines:
        file.review_reason = "\n".join(said)  # type: ignore[assignment]


def _not_approved(meeting: Meeting, held: Any) -> str:
    return f"{NOT_APPROVED} by {as_held.committee(meeting).name}, {day(held)}"
