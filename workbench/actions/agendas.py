"""Agendas: what is put on them and taken off, and what is attached to it. What comes from other meetings: carrying_over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from workbench.actions import consenting, editing, filing, informing
from workbench.actions.agenda_order import called, ordered, sort_in, titled, usual_minutes, write_order
from workbench.actions.filing import MOST_BYTES
from workbench.errors import Problem, WorkbenchError
from workbench.lists import ready
from workbench.records.committee import FINAL
from workbench.records.desk import Document
from workbench.records.meeting import AGENDA_ITEMS, AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, CONSENT, FILES, OF_SORT, SECTIONS
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.rules import dossier, review, sealed
from workbench.rules.dossier import Dossier
from workbench.store import blobs, history, settings


def add_items(meeting: int, items: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Put items on an agenda as one step, each at the end of its section; or what is wrong with one, and none is put on."""
    found, whole, problems = Meeting.get_by_id(meeting), _whole(meeting, items), item_problems(meeting, items)
    if not problems and whole:
        what = f"{len(whole)} items" if len(whole) > 1 else f"“{called(whole[0])}”"
        with history.step(f"Put {what} on the agenda of {titled(found)}"):
            for each in whole:
                values = {name: value for name, value in each.items() if name not in ("meeting", "section")}
                put(meeting, each["section"], **values)
    return problems


def item_problems(meeting: int, items: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """What is wrong with items that would be put on an agenda; nothing is written."""
    found = Meeting.get_by_id(meeting)
    return [problem for each in _whole(meeting, items) for problem in _problems(found, each)]


def _whole(meeting: int, items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"meeting": meeting, "section": "Other business", **each} for each in items]


def _problems(meeting: Meeting, values: Mapping[str, Any]) -> list[Problem]:
    shown = {field.name: field.default for field in AgendaItem._meta.sorted_fields} | dict(values)
    problems = list(AgendaItem.problems_in(shown))
    application, person = shown["application"], shown["provider"]
    if meeting.state == CANCELLED:
        problems.append(Problem("meeting", "The meeting is cancelled. Choose another, or set it to Planned again."))
    if not (
        shown["title"] or application or person or shown["document"] or shown["section"] in ("Minutes", "Action items")
    ):
        problems.append(Problem("title", "Say what the item is, or choose an application."))
    if shown["section"] in FILES and not application:
        said = "A file goes on the agenda by its application. Choose it, or another section."
        problems.append(Problem("application", said))
    if problem := consenting.problem(shown):
        problems.append(problem)
    others = meeting.items.where((AgendaItem.application == application) & (AgendaItem.id != (shown["id"] or 0)))
    if application and others.exists():
        problems.append(Problem("application", "This application is on the agenda already."))
    return problems


def put(meeting: int, section: str, **values: Any) -> AgendaItem:
    """Put an item on without asking; inside a step. At the end of its section; a section that is not there yet takes its usual place."""
    rows = ordered(meeting)
    own = [place for place, row in enumerate(rows) if row.section == section]
    usual = SECTIONS.index(section)
    place = own[-1] + 1 if own else next((n for n, row in enumerate(rows) if SECTIONS.index(row.section) > usual), None)
    if not own and place is not None:  # never into the middle of another section
        place = next(n for n, row in enumerate(rows) if row.section == rows[place].section)
    values.setdefault("minutes", usual_minutes(section))
    made = AgendaItem.create(meeting=meeting, section=section, position=len(rows) + 1, **values)
    rows.insert(len(rows) if place is None else place, made)
    write_order(rows)
    return made


def file_item(file: Dossier, meeting: Meeting, policy: Policy) -> dict[str, Any]:
    """How a file goes on an agenda by itself: Category 1 to the consent list, others to be discussed in their section."""
    asked: Any = file.application
    category = review.category(file, meeting.held, policy)
    decides = meeting.committee.level in FINAL
    verb = ("Approve" if decides else "Recommend") if category == review.EXPEDITED else "Discuss"
    return {
        "application": asked.id,
        "section": CONSENT if category == review.EXPEDITED else OF_SORT[asked.sort],
        "asked": f"{verb}, {category}",
    }


def proposed(application: int, meeting: int) -> dict[str, Any]:
    """How one file would go on an agenda by itself: its section, what is asked, and for how long."""
    file = dossier.of_application(application)
    assert file is not None
    item = file_item(file, Meeting.get_by_id(meeting), settings.load(Policy))
    return item | {"minutes": usual_minutes(item["section"])}


def add_ready(meeting: int, today: date) -> int:
    """Put every file on that is ready and whose turn it is, as one step; how many."""
    found = Meeting.get_by_id(meeting)
    files, policy = ready.files(meeting, today), settings.load(Policy)
    if files:
        with history.step(f"Put {of(len(files), 'ready file')} on the agenda of {titled(found)}"):
            for each in files:
                item = file_item(each, found, policy)
                put(meeting, item.pop("section"), **item)
    return len(files)


def changed_problems(item: AgendaItem) -> list[Problem]:
    """What is wrong with a changed item; nothing is written."""
    problems = _problems(item.meeting, item.__data__) + (informing.decided([item]) if item.information else [])
    before = AgendaItem.get_by_id(item.id)
    if before.outcome and before.application_id != item.application_id:
        said = f"{before.outcome} is recorded of {called(before.__data__)}. Take that back first, or put the other on as its own item."
        problems.append(Problem("application", said))
    return problems


def change_item(item: AgendaItem) -> list[Problem]:
    """Keep a changed item as one step; or what is wrong with it. A file stands once on an agenda, and an item says what it is."""
    if problems := changed_problems(item):
        return problems
    with history.step(f"Change agenda item {called(item.__data__)}"):
        moved = AgendaItem.get_by_id(item.id).section != item.section
        problems = editing.save(item, AGENDA_ITEMS)
        if moved and not problems:
            rows = ordered(item.meeting_id)
            write_order([each for each in rows if each.id != item.id] + [each for each in rows if each.id == item.id])
            sort_in(item.meeting_id, item.section)
    return problems


def set_information(ids: Sequence[int], on: bool) -> list[Problem]:
    """Mark items as for information, or as to be decided, as one step; or what was decided on them already."""
    found = list(AgendaItem.select().where(AgendaItem.id.in_(list(ids)) & (AgendaItem.information != on)))
    problems = informing.decided(found) if on else []
    if found and not problems:
        what = f"“{called(found[0].__data__)}”" if len(found) == 1 else f"{len(found)} items"
        with history.step(f"Put {what} on the agenda {'for information' if on else 'for decision'}"):
            for each in found:
                each.information = on
                each.save()
    return problems


def remove_items(ids: Sequence[int]) -> int:
    """Take items off their agenda as one step; how many. Raises WorkbenchError where one has an outcome: that stays."""
    found = list(AgendaItem.select().where(AgendaItem.id.in_(list(ids))))
    if decided := [each for each in found if each.outcome]:
        said = f"“{called(decided[0].__data__)}” has an outcome, {decided[0].outcome}, and what was decided stays on the agenda."
        raise WorkbenchError(f"{said} Nothing was taken off. Take the outcome back first, under Minutes and votes.")
    if found:
        what = f"“{called(found[0].__data__)}”" if len(found) == 1 else f"{len(found)} items"
        with history.step(f"Take {what} off the agenda of {titled(found[0].meeting)}"):
            for each in found:
                each.delete_instance()
    return len(found)


def attach(item: int, file_name: str, content: bytes, today: date, title: str = "") -> list[Problem]:
    """Attach a document to an item, kept by its content, as one step. It is called as the item, if that has a title of its own:
    what a scanner called the file tells a committee nothing."""
    if not content:
        return [Problem("document", f"{file_name} is empty.")]
    if len(content) > MOST_BYTES:
        return [Problem("document", f"{file_name} is over {MOST_BYTES // 1_000_000} MB; scan it more coarsely.")]
    prints, why = filing.look_at(file_name, content)
    with history.step(f"Attach {file_name}"):
        digest = blobs.keep(content)
        if sealed.is_sealed(digest):
            return [Problem("document", sealed.SAID.format(name=file_name))]
        kept = Document.get_or_none(Document.provider.is_null() & (Document.sha256 == digest))
        row = AgendaItem.get_by_id(item)
        title = title or row.title or file_name.rsplit(".", 1)[0].replace("_", " ")
        document = kept or Document.create(
            title=title,
            file_name=file_name,
            dated=today,
            sha256=digest,
            size=len(content),
            prints=prints,
            prints_why=why,
        )
        row.document = document
        row.save()
    return []
