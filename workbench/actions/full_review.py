"""What the expedited committee does not approve goes to the whole board, in full review; and back, when that is taken back."""

from workbench.records.application import REVIEW_CATEGORIES, Application
from workbench.records.meeting import Meeting
from workbench.records.texts import day
from workbench.rules import as_held


def enter(application: int, meeting: Meeting) -> None:
    """Put a file into full review; what it was before stands with the reason. Inside a step."""
    file = Application.get_by_id(application)
    line = _not_approved(meeting) + (f" ({file.review} before)" if file.review else "")
    file.review, file.review_reason = "Category 2", "\n".join(each for each in (file.review_reason, line) if each)
    file.save()


def leave(application: int, meeting: Meeting) -> None:
    """That outcome was taken back: the review is again as it was, unless somebody has written another reason since. Inside a step."""
    file = Application.get_by_id(application)
    *others, last = str(file.review_reason).split("\n")
    if not last.startswith(_not_approved(meeting)) or file.review != "Category 2":
        return
    file.review = next((each for each in REVIEW_CATEGORIES if last.endswith(f"({each} before)")), "")
    file.review_reason = "\n".join(others)
    file.save()


def _not_approved(meeting: Meeting) -> str:
    return f"Not approved by {as_held.committee(meeting).name}, {day(meeting.held)}"
