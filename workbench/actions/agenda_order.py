"""The order of an agenda: items and whole sections moved by keys and by dragging, and the numbers written anew."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.actions import consenting
from workbench.records.application import Application
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CONSENT, FILES, OF_SORT, SECTIONS
from workbench.records.texts import day
from workbench.store import history

MINUTES = {CONSENT: 1, "Initial appointments": 10, "Reappointments": 5, "Added privileges": 5, "Policy": 10}
"""What an item is given when it is put on: a new file takes some ten minutes, one on the consent list next to none."""


def usual_minutes(section: str) -> int:
    """How long an item of a section usually takes."""
    return MINUTES.get(section, 5)


def ordered(meeting: int) -> list[AgendaItem]:
    """The items of a meeting in the order of the agenda: sections together, by their first item."""
    rows = list(AgendaItem.select().where(AgendaItem.meeting == meeting).order_by(AgendaItem.position, AgendaItem.id))
    order = {name: place for place, name in enumerate(dict.fromkeys(row.section for row in rows))}
    return sorted(rows, key=lambda row: order[row.section])


def move_item(item: int, by: int) -> bool:
    """Move an item up (-1) or down (1) in its section, as one step; one that is alone moves its section. Whether it moved."""
    row = AgendaItem.get_by_id(item)
    rows = ordered(row.meeting_id)
    own = [each for each in rows if each.section == row.section]
    if len(own) == 1:
        return move_section(row.meeting_id, row.section, by)
    place = next(n for n, each in enumerate(own) if each.id == item)
    if not 0 <= place + by < len(own):
        return False
    own.insert(place + by, own.pop(place))
    _step_order(row.meeting, [*_spliced(rows, own)], f"Move {called(row.__data__)}")
    return True


def move_section(meeting: int, section: str, by: int) -> bool:
    """Move a section up or down among the others, as one step; whether it moved."""
    rows = ordered(meeting)
    names = list(dict.fromkeys(each.section for each in rows))
    place = names.index(section) if section in names else -1
    if place < 0 or not 0 <= place + by < len(names):
        return False
    names.insert(place + by, names.pop(place))
    whole = [each for name in names for each in rows if each.section == name]
    _step_order(Meeting.get_by_id(meeting), whole, f"Move {section}")
    return True


def place_items(ids: Sequence[int], before: int | None, section: str) -> bool:
    """Put items before another, or at the end of a section, as dragging does; one step. A file stays among files.

    One that had the usual time of its section gets that of the other: off the consent list it is discussed. Raises
    WorkbenchError where what is to be discussed would go on that list."""
    rows = ordered(AgendaItem.get_by_id(ids[0]).meeting_id)
    taken = [each for each in rows if each.id in ids]
    if section == consenting.CONSENT:
        consenting.refuse(taken)
    for each in taken:
        if each.section != section and fits(each, section):
            if each.minutes == usual_minutes(str(each.section)):
                each.minutes = usual_minutes(section)  # type: ignore[assignment]
            each.section = section  # type: ignore[assignment]
    rest = [each for each in rows if each.id not in ids]
    place = next((n for n, each in enumerate(rest) if each.id == before), None)
    if place is None:
        place = next((n + 1 for n in reversed(range(len(rest))) if rest[n].section == section), len(rest))
    whole = rest[:place] + taken + rest[place:]
    what = called(taken[0].__data__) if len(taken) == 1 else f"{len(taken)} items"
    return _step_order(taken[0].meeting, whole, f"Move {what}")


def place_in_sections(items: Mapping[str, Sequence[int]]) -> bool:
    """Put items at the end of these sections, as one step: a file onto the consent list, or off it. Whether any moved."""
    ids = [each for group in items.values() for each in group]
    if not ids:
        return False
    first = AgendaItem.get_by_id(ids[0])
    what = called(first.__data__) if len(ids) == 1 else f"{len(ids)} items"
    with history.step(f"Move {what} to {', '.join(items).lower()}"):
        for section, group in items.items():
            if place_items(group, None, section):
                sort_in(first.meeting_id, section)
    return True


def fits(item: AgendaItem, section: str) -> bool:
    """Whether an item can stand in a section: a file among its sort or on the consent list, others not among files."""
    if item.application_id is None:
        return section not in FILES
    return section in (CONSENT, OF_SORT[item.application.sort], "Other business", "Status changes")


def _spliced(rows: list[AgendaItem], own: list[AgendaItem]) -> list[AgendaItem]:
    turn = iter(own)
    return [next(turn) if each.section == own[0].section else each for each in rows]


def sort_in(meeting: int, section: str) -> None:
    """A section that an item was just moved to, and that was not there, takes its usual place."""
    rows = ordered(meeting)
    own = [each for each in rows if each.section == section]
    rest = [each for each in rows if each.section != section]
    if len(own) != 1 or not rest:
        return
    usual = SECTIONS.index(section)
    place = next((n for n, each in enumerate(rest) if SECTIONS.index(each.section) > usual), len(rest))
    write_order(rest[:place] + own + rest[place:])


def _step_order(meeting: Meeting, rows: list[AgendaItem], name: str) -> bool:
    with history.step(f"{name} on the agenda of {titled(meeting)}"):
        return write_order(rows)


def write_order(rows: Sequence[AgendaItem]) -> bool:
    """Number the items anew; only what changed is written. Whether anything did."""
    changed = False
    kept = AgendaItem.select(AgendaItem.id, AgendaItem.position, AgendaItem.section, AgendaItem.minutes)
    before = {id: tuple(at) for id, *at in kept.where(AgendaItem.id.in_([each.id for each in rows])).tuples()}
    for place, row in enumerate(rows, 1):
        if before[row.id] != (place, row.section, row.minutes):
            values = {"position": place, "section": row.section, "minutes": row.minutes}
            AgendaItem.update(**values).where(AgendaItem.id == row.id).execute()
            changed = True
        row.position = place  # type: ignore[assignment]
    return changed


def called(values: Mapping[str, Any]) -> str:
    """What an item is called in the name of a step."""
    if values.get("title"):
        return str(values["title"])
    application = Application.get_or_none(Application.id == values.get("application"))
    return application.provider.title if application else str(values.get("section") or "item").lower()


def titled(meeting: Meeting) -> str:
    """“Credentials, Dec 1 2026”."""
    return f"{meeting.committee.short or meeting.committee.name}, {day(meeting.held)}"
