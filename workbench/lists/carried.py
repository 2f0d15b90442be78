"""Where the items of an agenda went: each is known by its link, whatever else of the same title stands on later agendas."""

from collections.abc import Sequence

from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.texts import day, listed
from workbench.records.words import of


def by_link(items: Sequence[int]) -> list[AgendaItem]:
    """What came of items, directly or by what came of them, at meetings that were not cancelled; by day."""
    found, ids = [], list(items)
    while ids:
        rows = list(AgendaItem.select(AgendaItem, Meeting).join(Meeting).where(AgendaItem.carried_from.in_(ids)))
        found += [each for each in rows if each.meeting.state != CANCELLED]
        ids = [each.id for each in rows]
    return sorted(found, key=lambda each: (each.meeting.held, each.position))


def went(meeting: Meeting) -> str:
    """“2 items went to the agenda of Jan 5 2027. Its 3 files are free for another agenda.”; of a cancelled meeting alone, "" else."""
    if meeting.state != CANCELLED:
        return ""
    items = list(meeting.items)
    gone = by_link([each.id for each in items])
    days = listed(list(dict.fromkeys(day(each.meeting.held) for each in gone)))  # type: ignore[arg-type]
    there = {each.application_id for each in gone}
    free = sum(bool(each.application_id) and each.application_id not in there and not each.outcome for each in items)
    said = [f"{of(len(gone), 'item')} went to the agenda of {days}."] if gone else []
    said += [f"Its {free} files are free for another agenda."] if free > 1 else []
    said += ["Its file is free for another agenda."] if free == 1 else []
    return " ".join(said)
