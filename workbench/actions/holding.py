"""What a meeting keeps of its committee: from the first attendance on, its seats and its quorum rule stay as they were."""

from workbench.actions.agenda_order import titled
from workbench.records.meeting import Meeting
from workbench.rules import as_held
from workbench.store import history


def keep(meeting: Meeting) -> None:
    """Keep the committee and its seats as they are, once; inside a step."""
    if not meeting.as_held:
        meeting.as_held = as_held.written(meeting)  # type: ignore[assignment]
        meeting.save()


def let_go(meeting: Meeting) -> None:
    """Nobody's attendance is recorded any more, and it is not closed: it goes by what the committee is then; inside a step."""
    if meeting.as_held and meeting.state != "Held" and not meeting.attendance.exists():
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


def take_anew(meeting: int) -> bool:
    """Let a meeting go by the seats and the quorum rule as they are now, as one step: a seat was forgotten, a vote was wrong.
    Whether anything was otherwise."""
    found = Meeting.get_by_id(meeting)
    if not as_held.differs(found):
        return False
    with history.step(f"Count {titled(found)} by the seats and the quorum of today"):
        found.as_held = as_held.written(found)  # type: ignore[assignment]
        found.save()
    return True
