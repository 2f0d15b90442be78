"""What Today says of packets that are out and would print otherwise now: their readers hold what is not so any more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from workbench.lists import today
from workbench.lists.today import Doing, Today
from workbench.papers import changed
from workbench.records import texts
from workbench.records.meeting import Meeting

WHAT = "Issue the changed packet again"


def added(whole: Today) -> Today:
    """The page of a day, with the packets that changed since they were issued."""
    return replace(whole, doings=today.in_order((*whole.doings, *_changed(whole.on))))


def _changed(on: date) -> Iterator[Doing]:
    found = {meeting: each for meeting, each in changed.of_all(changed.open_meetings()).items() if each.any}
    for meeting in Meeting.select().where(Meeting.id.in_(list(found)) & (Meeting.held >= on)).order_by(Meeting.held):
        each = found[meeting.id]
        why = f"Meets {texts.day(meeting.held)}; issue {each.issue} of {texts.day(each.made)} was {each.said}"
        yield Doing(on, WHAT, meeting.committee.name, why, "Open meeting", "meeting", {"meeting": meeting.id})
