"""An agenda as it is read, shown and printed: the meeting's head, its sections and numbered items, and what is wrong with it."""

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from peewee import JOIN, ModelSelect

from workbench.lists import agenda_flags, agenda_remarks, before_meeting, meetings_around, recusals
from workbench.lists.agenda_parts import CARRIED, Agenda, Item, Section
from workbench.lists.meetings_around import OpenAction
from workbench.records.desk import Document
from workbench.records.meeting import AgendaItem, IssuedPacket, Meeting
from workbench.records.meeting_words import EDITIONS, FILES
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import as_held, dossier, quorum
from workbench.rules.dossier import Dossier
from workbench.rules.quorum import Members
from workbench.store import settings


def read(meeting: int, today: date) -> Agenda | None:
    """The agenda of a meeting; None if there is no such meeting."""
    return with_files(meeting, today)[0]


def with_files(meeting: int, today: date, judged: bool = True) -> tuple[Agenda | None, dict[int, Dossier]]:
    """The agenda of a meeting, and the dossiers of its applications, by which it was made; for paper it is not judged, which
    takes longer than to read it: then it has no flags and no problems."""
    found = Meeting.get_or_none(Meeting.id == meeting)
    if found is None:
        return None, {}
    committee, policy = as_held.committee(found), settings.load(Policy)
    members, before = as_held.members(found), meetings_around.previous(found)
    actions = meetings_around.open_actions(found.committee_id, found.held)
    rows, files = _items(meeting)
    files = before_meeting.restored(files, rows, found)
    sections = _sections(_titled(rows, files, actions, before, found.held), found.starts)
    agenda = _headed(found, members, sections, actions, before, policy)
    if not judged:
        return agenda_flags.reasked(agenda, files, policy), files
    flagged, wrong = agenda_flags.flagged(agenda, files, today, policy)
    wrong = (*agenda_remarks.of(flagged, committee, members, meetings_around.around(found), today, policy), *wrong)
    return replace(flagged, problems=agenda_remarks.gravest_first(wrong)), files


def _headed(
    found: Meeting,
    members: Members,
    sections: tuple[Section, ...],
    actions: tuple[OpenAction, ...],
    before: Meeting | None,
    policy: Policy,
) -> Agenda:
    committee = as_held.committee(found)
    return Agenda(
        meeting=found.id,
        committee=found.committee_id,
        committee_name=committee.name,
        short=committee.short or committee.name,
        level=committee.level,
        held=found.held,
        starts=found.starts,
        length=found.length,
        place=found.place,
        state=found.state,
        opened=found.opened,
        adjourned=found.adjourned,
        chair=(leads := quorum.chair(members, found.held)) and leads.name or "",
        voting=(votes := len(quorum.voting(members, found.held))),
        quorum=quorum.needed(committee, votes),
        quorum_said=quorum.said(committee, members, found.held),
        quorum_basis=committee.quorum_basis,
        legend=found.committee.legend or policy.legend,
        members=recusals.of_the_day(found.id, members, found.held),
        sections=sections,
        problems=(),
        actions=actions,
        previous=before.id if before else None,
        previous_held=before.held if before else None,
        issued=_issued(found.id),
        recalled=_recalled(found.id),
    )


def _items(meeting: int) -> tuple[list[Any], dict[int, Dossier]]:
    query = AgendaItem.select(
        *(field.alias(field.name) for field in AgendaItem._meta.sorted_fields),
        *(getattr(Provider, name).alias(f"person_{name}") for name in Provider.titled_by),
        Document.title.alias("document_title"),
    )
    query = query.join(Provider, JOIN.LEFT_OUTER).join_from(AgendaItem, Document, JOIN.LEFT_OUTER)
    query = query.where(AgendaItem.meeting == meeting).order_by(AgendaItem.position, AgendaItem.id)
    rows = list(query.namedtuples())
    return rows, dossier.of_applications({row.application for row in rows if row.application})


def _titled(
    rows: list[Any], files: dict[int, Dossier], actions: tuple[OpenAction, ...], before: Meeting | None, held: date
) -> list[Item]:
    return [_item(row, files.get(row.application), *_names(row, files, actions, before), held) for row in rows]


def _names(
    row: Any, files: dict[int, Dossier], actions: tuple[OpenAction, ...], before: Meeting | None
) -> tuple[str, str]:
    """What an item is called, and what sets it apart."""
    file = files.get(row.application)
    if file is not None:
        return row.title or file.title, file.person.specialty_name or ""
    person = Provider.title_of(*(getattr(row, f"person_{name}") for name in Provider.titled_by))
    paper = row.document_title or ""
    title = row.title or person or paper
    if not title and row.section in CARRIED:
        return _carried(row.section, actions, before)
    return title or row.section, paper if paper.casefold() != title.casefold() else ""


_KEPT = ("section", "asked", "minutes", "application", "document") + (
    "outcome", "conditions", "conclusion", "reason", "term_months", "deferred_until", "quorum_choice",
    "out_of_turn",
)  # fmt: skip


def _item(row: Any, file: Dossier | None, title: str, detail: str, held: date) -> Item:
    return Item(
        id=row.id,
        number="",
        title=title,
        detail=detail,
        provider=file.person.id if file else row.provider,
        information=bool(row.information),
        closed=before_meeting.closed(row, file, held),
        **{name: getattr(row, name) for name in _KEPT},
    )


def _carried(section: str, actions: tuple[OpenAction, ...], before: Meeting | None) -> tuple[str, str]:
    if section == "Minutes":
        return (meetings_around.minutes_called(before.held) if before else "Minutes: none to approve yet"), ""
    count = len(actions)
    return (f"Open action items ({count})" if count else "No open action items"), ""


def _sections(items: list[Item], starts: str) -> tuple[Section, ...]:
    """Items by section, in the order in which each section's first item stands; numbered, each with its time."""
    order = {name: place for place, name in enumerate(dict.fromkeys(item.section for item in items))}
    grouped = groupby(sorted(items, key=lambda item: order[item.section]), key=lambda item: item.section)
    sections, spent = [], 0
    for number, (name, group) in enumerate(grouped, 1):
        whole = list(group)
        headed = len(whole) > 1 or name in FILES
        numbered = []
        for place, item in enumerate(whole, 1):
            own = f"{number}.{place}" if headed else str(number)
            numbered.append(replace(item, number=own, at=_later(starts, spent)))
            spent += item.minutes
        sections.append(Section(str(number), name, tuple(numbered), headed))
    return tuple(sections)


def _later(starts: str, minutes: int) -> str:
    hours, minute = starts.split(":") if ":" in starts else ("0", "0")
    total = int(hours) * 60 + int(minute) + minutes
    return f"{total // 60 % 24:02}:{total % 60:02}"


def _of_committee(meeting: int) -> ModelSelect:
    whose = (IssuedPacket.meeting == meeting) & (IssuedPacket.edition == EDITIONS[0])
    return IssuedPacket.select().where(whose).order_by(IssuedPacket.id.desc())


def _issued(meeting: int) -> date | None:
    newest = _of_committee(meeting).where(IssuedPacket.recalled.is_null()).first()
    return newest.made if newest else None


def _recalled(meeting: int) -> date | None:
    newest = None if _issued(meeting) else _of_committee(meeting).first()
    return newest.recalled if newest else None
