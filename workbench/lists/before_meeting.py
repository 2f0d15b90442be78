"""Files as they stood before a meeting. What it decides goes with a file to the next committee; in its own packet, of which it may
be asked for a copy years later, the file is the one that lay on its table."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.lists import meetings_around, recommended
from workbench.lists.recommended import Lines
from workbench.records import texts
from workbench.records.application import VIEWS
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.rules import chain
from workbench.rules.dossier import Dossier, Row

_READ = (AgendaItem.id, AgendaItem.application, AgendaItem.outcome, AgendaItem.conditions, AgendaItem.term_months)
LIMITED = "Approved with conditions"
NOTES = frozenset({"Withdrawn", "Accepted for information"})
"""Outcomes by which a committee notes that a file was closed before it met."""


def closed(row: Any, file: Dossier | None, held: date) -> str:
    """“Withdrawn Nov 28 2026” of an item on whose file nothing was left to decide when its meeting met; empty of every other, and
    of what is on the agenda for information. An outcome that only notes it changes nothing of that."""
    asked: Row = file.application if file else None
    if row.information or asked is None or asked.stage != "Closed" or asked.decided is None:
        return ""
    noted = row.outcome in NOTES and asked.decided < held
    return f"{asked.outcome} {texts.day(asked.decided)}" if noted or (not row.outcome and asked.decided <= held) else ""


def restored(files: Mapping[int, Dossier], rows: Iterable[Any], meeting: Meeting) -> dict[int, Dossier]:
    """By application, those that this meeting decided on without what it, and whoever met later, said of them; rows are the
    items of the meeting. The others as they are."""
    decided = {row.application for row in rows if row.outcome and not row.information} & files.keys()
    if not decided:
        return dict(files)
    first, later = (_words(decided, meeting, of) for of in (True, False))
    lines = recommended.of_items([each.id for said in (first, later) for group in said.values() for each in group])
    return {
        each: _before(file, first[each], later[each], lines) if each in decided else file
        for each, file in files.items()
    }


def _words(applications: Collection[int], meeting: Meeting, first: bool) -> dict[int, list[Row]]:
    """By application the outcomes of earlier meetings, oldest first, or those of this one and of later ones."""
    earlier = meetings_around.earlier(meeting.held, meeting.starts) & (Meeting.id != meeting.id)
    query = AgendaItem.select(*_READ).join(Meeting).where(AgendaItem.application.in_(list(applications)))
    query = query.where(~AgendaItem.information & (AgendaItem.outcome != "") & (earlier if first else ~earlier))
    query = query.where(Meeting.state != CANCELLED)
    found: dict[int, list[Row]] = defaultdict(list)
    for row in query.order_by(Meeting.held, Meeting.starts, AgendaItem.id).namedtuples():
        found[row.application].append(row)
    return found


def _before(file: Dossier, first: list[Row], later: list[Row], lines: Mapping[int, Lines]) -> Dossier:
    asked: Row = file.application
    theirs = {part for row in later for part in _conditions(row)}
    kept = [part for part in _parts(asked.conditions) if part not in theirs]
    was = next((each for each in reversed(first) if each.outcome == LIMITED), None)
    back = [part for part in _conditions(was) if part not in kept] if was is not None else []
    months = asked.term_months
    if any(row.term_months is not None for row in later):
        terms = [row.term_months for row in first if row.term_months is not None and row.outcome in chain.APPROVED]
        months = terms[-1] if terms else None
    said, since = _newest(first, lines), _newest(later, lines)
    return replace(
        file,
        application=asked._replace(conditions="\n\n".join([*kept, *back]), term_months=months),
        requests=tuple(_request(each, said, since) for each in file.requests),
    )


def _request(row: Row, said: Mapping[int, Any], since: Mapping[int, Any]) -> Row:
    """A privilege that was asked for, with the view of the newest committee before; what came since is open again."""
    if row.id not in since:
        return row
    was, now = said.get(row.id), since[row.id]
    limited = now.view == VIEWS[1] or now.conditions
    return row._replace(
        committee_view=was.view if was else "",
        decision="",
        conditions=(was.conditions if was else "") if limited else row.conditions,
    )


def _newest(rows: Iterable[Row], lines: Mapping[int, Lines]) -> dict[int, Any]:
    """By request the newest line."""
    return {line.request: line for row in rows for line in lines.get(row.id, ())}


def _conditions(row: Row) -> list[str]:
    return _parts(row.conditions) if row.outcome == LIMITED else []


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
