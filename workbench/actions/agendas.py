"""Agendas: what stands on them by itself, what is put on, in which order, and what is carried over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from workbench.actions import editing
from workbench.actions.filing import MOST_BYTES
from workbench.errors import Problem
from workbench.lists import ready
from workbench.records.application import Application
from workbench.records.desk import Document
from workbench.records.meeting import AGENDA_ITEMS, SECTIONS, AgendaItem, Meeting
from workbench.records.texts import day
from workbench.store import blobs, history

STANDING = (
    ("Call to order", "Call to order, conflicts of interest", "", 2),
    ("Minutes", "", "Approve", 3),
    ("Action items", "", "Review", 5),
)
"""What every agenda begins with: section, title (empty says what is carried over), what is asked, minutes."""
OF_SORT = {
    "Initial appointment": "Initial appointments",
    "Reappointment": "Reappointments",
    "Added privileges": "Added privileges",
}
MINUTES = {"Consent list": 1, "Initial appointments": 10, "Reappointments": 5, "Added privileges": 5, "Policy": 10}
"""What an item is given when it is put on: a new file takes some ten minutes, one on the consent list next to none."""
_FILES = (*OF_SORT.values(), "Consent list")


def furnish(meeting: Meeting) -> None:
    """Give a new meeting what stands on every agenda, and what was deferred to it; inside a step."""
    for place, (section, title, asked, minutes) in enumerate(STANDING, 1):
        AgendaItem.create(meeting=meeting, section=section, position=place, title=title, asked=asked, minutes=minutes)
    carry(meeting)


def carry(meeting: Meeting) -> int:
    """Put on what the meeting before deferred and no later agenda holds; inside a step; how many."""
    before = (
        Meeting.select()
        .where((Meeting.committee == meeting.committee_id) & (Meeting.held < meeting.held))
        .where((Meeting.state != "Cancelled"))
        .order_by(Meeting.held.desc())
        .first()
    )
    if before is None or meeting.state in ("Held", "Cancelled"):
        return 0
    later = list(
        AgendaItem.select()
        .join(Meeting)
        .where((Meeting.committee == meeting.committee_id) & (Meeting.held > before.held))
        .where(Meeting.state != "Cancelled")
    )
    known = {_subject(each) for each in later}
    deferred = before.items.where(AgendaItem.outcome == "Deferred").order_by(AgendaItem.position)
    copies = [each for each in deferred if _subject(each) not in known]
    for each in copies:
        _put(meeting.id, each.section, **{name: each.__data__[name] for name in _CARRIED})
    return len(copies)


_CARRIED = ("title", "application", "provider", "document", "asked", "minutes", "information")


def _subject(item: AgendaItem) -> Any:
    return item.application_id or (item.provider_id, item.document_id, item.title.casefold())


# Putting on and taking off


def add_items(meeting: int, items: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Put items on an agenda as one step, each at the end of its section; or what is wrong with one, and none is put on."""
    found = Meeting.get_by_id(meeting)
    whole = [{"meeting": meeting, "section": "Other business", **each} for each in items]
    problems = [problem for each in whole for problem in _problems(found, each)]
    if not problems and whole:
        what = f"{len(whole)} items" if len(whole) > 1 else f"“{_called(whole[0])}”"
        with history.step(f"Put {what} on the agenda of {_titled(found)}"):
            for each in whole:
                values = {name: value for name, value in each.items() if name not in ("meeting", "section")}
                _put(meeting, each["section"], **values)
    return problems


def _problems(meeting: Meeting, values: Mapping[str, Any]) -> list[Problem]:
    shown = {field.name: field.default for field in AgendaItem._meta.sorted_fields} | dict(values)
    problems = list(AgendaItem.problems_in(shown))
    application, person = shown["application"], shown["provider"]
    if meeting.state == "Cancelled":
        problems.append(Problem("meeting", "The meeting is cancelled. Choose another, or set it to Planned again."))
    if not (shown["title"] or application or person or shown["document"] or shown["section"] in ("Minutes", "Action items")):
        problems.append(Problem("title", "Say what the item is, or choose an application."))
    if shown["section"] in _FILES and not application:
        said = "A file goes on the agenda by its application. Choose it, or another section."
        problems.append(Problem("application", said))
    if application and meeting.items.where(AgendaItem.application == application).exists():
        problems.append(Problem("application", "This application is on the agenda already."))
    return problems


def _put(meeting: int, section: str, **values: Any) -> AgendaItem:
    """At the end of its section; a section that is not there yet takes its usual place."""
    rows = ordered(meeting)
    own = [place for place, row in enumerate(rows) if row.section == section]
    usual = SECTIONS.index(section)
    place = own[-1] + 1 if own else next((n for n, row in enumerate(rows) if SECTIONS.index(row.section) > usual), None)
    if not own and place is not None:  # never into the middle of another section
        place = next(n for n, row in enumerate(rows) if row.section == rows[place].section)
    values.setdefault("minutes", MINUTES.get(section, 5))
    made = AgendaItem.create(meeting=meeting, section=section, position=len(rows) + 1, **values)
    rows.insert(len(rows) if place is None else place, made)
    _write_order(rows)
    return made


def file_item(application: Application) -> dict[str, Any]:
    """How a file goes on an agenda by itself: Category 1 to the consent list, others to be discussed."""
    first = application.review == "Category 1"
    return {
        "application": application.id,
        "section": "Consent list" if first else OF_SORT[application.sort],
        "asked": "Recommend, Category 1" if first else "Discuss, Category 2" if application.review else "Discuss",
    }


def add_ready(meeting: int, today: date) -> int:
    """Put every file on that is ready and whose turn it is, as one step; how many."""
    found = Meeting.get_by_id(meeting)
    files = list(Application.select().where(Application.id.in_(ready.files(meeting, today))))
    by_id = {each.id: each for each in files}
    files = [by_id[each] for each in ready.files(meeting, today) if each in by_id]
    if files:
        with history.step(f"Put {len(files)} ready file{'' if len(files) == 1 else 's'} on the agenda of {_titled(found)}"):
            for each in files:
                item = file_item(each)
                _put(meeting, item.pop("section"), **item)
    return len(files)


def change_item(item: AgendaItem) -> list[Problem]:
    """Keep a changed item as one step; or what is wrong with it."""
    with history.step(f"Change agenda item {_called(item.__data__)}"):
        moved = AgendaItem.get_by_id(item.id).section != item.section
        problems = editing.save(item, AGENDA_ITEMS)
        if moved and not problems:
            rows = ordered(item.meeting_id)
            _write_order([each for each in rows if each.id != item.id] + [each for each in rows if each.id == item.id])
            _sort_in(item.meeting_id, item.section)
    return problems


def remove_items(ids: Sequence[int]) -> int:
    """Take items off their agenda as one step; how many."""
    found = list(AgendaItem.select().where(AgendaItem.id.in_(list(ids))))
    if found:
        what = f"“{_called(found[0].__data__)}”" if len(found) == 1 else f"{len(found)} items"
        with history.step(f"Take {what} off the agenda of {_titled(found[0].meeting)}"):
            for each in found:
                each.delete_instance()
    return len(found)


def attach(item: int, file_name: str, content: bytes, today: date) -> list[Problem]:
    """Attach a document to an item, kept by its content, as one step."""
    if not content:
        return [Problem("document", f"{file_name} is empty.")]
    if len(content) > MOST_BYTES:
        return [Problem("document", f"{file_name} is over {MOST_BYTES // 1_000_000} MB; scan it more coarsely.")]
    with history.step(f"Attach {file_name}"):
        digest = blobs.keep(content)
        kept = Document.get_or_none(Document.provider.is_null() & (Document.sha256 == digest))
        title = file_name.rsplit(".", 1)[0].replace("_", " ")
        document = kept or Document.create(
            title=title, file_name=file_name, dated=today, sha256=digest, size=len(content)
        )
        row = AgendaItem.get_by_id(item)
        row.document = document
        row.save()
    return []


# Order


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
    _step_order(row.meeting, [*_spliced(rows, own)], f"Move {_called(row.__data__)}")
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
    """Put items before another, or at the end of a section, as dragging does; one step. A file stays among files."""
    rows = ordered(AgendaItem.get_by_id(ids[0]).meeting_id)
    taken = [each for each in rows if each.id in ids]
    for each in taken:
        if each.section != section and fits(each, section):
            each.section = section
    rest = [each for each in rows if each.id not in ids]
    place = next((n for n, each in enumerate(rest) if each.id == before), None)
    if place is None:
        place = next((n + 1 for n in reversed(range(len(rest))) if rest[n].section == section), len(rest))
    whole = rest[:place] + taken + rest[place:]
    what = _called(taken[0].__data__) if len(taken) == 1 else f"{len(taken)} items"
    return _step_order(taken[0].meeting, whole, f"Move {what}")


def fits(item: AgendaItem, section: str) -> bool:
    """Whether an item can stand in a section: a file among its sort or on the consent list, others not among files."""
    if item.application_id is None:
        return section not in _FILES
    return section in ("Consent list", OF_SORT[item.application.sort], "Other business", "Status changes")


def _spliced(rows: list[AgendaItem], own: list[AgendaItem]) -> list[AgendaItem]:
    turn = iter(own)
    return [next(turn) if each.section == own[0].section else each for each in rows]


def _sort_in(meeting: int, section: str) -> None:
    """A section that an item was just moved to, and that was not there, takes its usual place."""
    rows = ordered(meeting)
    own = [each for each in rows if each.section == section]
    rest = [each for each in rows if each.section != section]
    if len(own) != 1 or not rest:
        return
    usual = SECTIONS.index(section)
    place = next((n for n, each in enumerate(rest) if SECTIONS.index(each.section) > usual), len(rest))
    _write_order(rest[:place] + own + rest[place:])


def _step_order(meeting: Meeting, rows: list[AgendaItem], name: str) -> bool:
    with history.step(f"{name} on the agenda of {_titled(meeting)}"):
        return _write_order(rows)


def _write_order(rows: Sequence[AgendaItem]) -> bool:
    """Number the items anew; only what changed is written. Whether anything did."""
    changed = False
    for place, row in enumerate(rows, 1):
        before = AgendaItem.get_by_id(row.id)
        if (before.position, before.section) != (place, row.section):
            AgendaItem.update(position=place, section=row.section).where(AgendaItem.id == row.id).execute()
            changed = True
        row.position = place
    return changed


def _called(values: Mapping[str, Any]) -> str:
    if values.get("title"):
        return str(values["title"])
    application = Application.get_or_none(Application.id == values.get("application"))
    return application.provider.title if application else str(values.get("section") or "item").lower()


def _titled(meeting: Meeting) -> str:
    return f"{meeting.committee.short or meeting.committee.name}, {day(meeting.held)}"
