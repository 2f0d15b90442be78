"""What a meeting keeps of its committee: from the first attendance on, its seats and its quorum rule stay as they were."""

from workbench.actions.agenda_order import titled
from workbench.errors import WorkbenchError
from workbench.lists import meetings_around
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import HELD
from workbench.rules import as_held
from workbench.store import history


def keep(meeting: Meeting) -> None:
    """Keep the committee and its seats as they are, once; inside a step."""
    if not meeting.as_held:
        meeting.as_held = as_held.written(meeting)  # type: ignore[assignment]
        meeting.save()


def let_go(meeting: Meeting) -> None:
    """Nobody's attendance is recorded any more, and it is not closed: it goes by what the committee is then; inside a step."""
    if meeting.as_held and meeting.state != HELD and not meeting.attendance.exists():
        meeting.as_held = ""  # type: ignore[assignment]
        meeting.save()


def follow(meeting: Meeting, before: Meeting) -> None:
    """A meeting was changed: of another committee, or not closed as held any more; inside a step."""
    if meeting.committee_id != before.committee_id:  # type: ignore[attr-defined]
        meeting.as_held = ""  # type: ignore[assignment]
        meeting.save()
    let_go(meeting)


def counts_otherwise(meeting: int) -> bool:
    """Whether a meeting counts by other seats, or another quorum rule, than the committee has now."""
    return as_held.differs(Meeting.get_by_id(meeting))


def seats_are_otherwise(meeting: int) -> bool:
    """Whether the committee's seats are otherwise now than a meeting keeps them."""
    return as_held.seats_differ(Meeting.get_by_id(meeting))


def take_anew(meeting: int) -> bool:
    """Let a meeting go by the seats as they are now, as one step: one was forgotten, a vote was wrong. Its quorum rule and the
    committee's name stay those of its day. Whether anything was otherwise. Raises WorkbenchError once its minutes are approved."""
    found = Meeting.get_by_id(meeting)
    if not seats_are_otherwise(meeting):
        return False
    if meetings_around.is_approved(found):
        raise WorkbenchError(
            "The minutes of this meeting are approved, and they say who had a vote. Nothing was changed. Take their approval "
            "back first, at the meeting that gave it."
        )
    with history.step(f"Count {titled(found)} by the seats of today"):
        found.as_held = as_held.reseated(found)  # type: ignore[assignment]
        found.save()
    return True
