"""What was said with outcomes besides their words: the term, until when something is put off, and each privilege."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.application import VIEWS
from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.privilege import Privilege, PrivilegeRequest
from workbench.records.recommendation import Recommendation
from workbench.rules import chain

GRANTS = dict(zip(VIEWS, ("Grant", "Grant with conditions", "Defer", "Do not grant"), strict=True))
"""What a recommendation is called where the governing body decides."""
_DONE = dict(zip(VIEWS, ("recommended", "recommended with conditions", "deferred", "not recommended"), strict=True))
_DECIDED = dict(zip(VIEWS, ("granted", "granted with conditions", "deferred", "not granted"), strict=True))


@dataclass(frozen=True)
class Line:
    """One privilege and what was said of it."""

    request: int
    name: str
    view: str
    conditions: str


Lines = tuple[Line, ...]


def of_items(items: Collection[int]) -> Mapping[int, Lines]:
    """By item what was said of each privilege, in the order of the form."""
    query = (
        Recommendation.select(
            Recommendation.item.alias("item"),
            Recommendation.request.alias("request"),
            Recommendation.view,
            Recommendation.conditions,
            Privilege.name.alias("name"),
        )
        .join(PrivilegeRequest)
        .join(Privilege)
        .where(Recommendation.item.in_(list(items)))
        .order_by(Privilege.sort, Privilege.position, Privilege.id)
    )
    found: dict[int, list[Line]] = defaultdict(list)
    for row in query.namedtuples():
        found[row.item].append(Line(row.request, row.name, row.view, row.conditions))
    return {item: tuple(lines) for item, lines in found.items()}


def lines_said(lines: Sequence[Line], level: str, brief: bool = False) -> tuple[str, ...]:
    """What was said of privileges, a text each: those that were plainly recommended together, the others with their conditions.

    brief counts them where all were, for a paper that names them elsewhere."""
    words = _DECIDED if level in FINAL else _DONE
    plain = [each for each in lines if each.view == VIEWS[0]]
    said = []
    if brief and len(plain) == len(lines) > 1:
        said.append(f"{words[VIEWS[0]].capitalize()} as asked for: all {len(plain)} privileges")
    elif plain and len(plain) == len(lines):
        said.append(f"{words[VIEWS[0]].capitalize()} as asked for: {_names(plain)}")
    elif plain:
        said.append(f"{words[VIEWS[0]].capitalize()}: {_names(plain)}")
    for each in lines:
        if each.view != VIEWS[0]:
            limits = f" ({each.conditions.strip().rstrip('.')})" if each.conditions.strip() else ""
            said.append(f"{each.name}: {words[each.view]}{limits}")
    return tuple(said)


def _names(lines: Sequence[Line]) -> str:
    return ", ".join(each.name for each in lines)


def conditions_of(file: Any) -> str:
    """The conditions that come with a file: those of the committees before; until one has decided, the department chair's report
    where it recommends with conditions. file is an Application."""
    kept = str(file.conditions).strip()
    if kept or file.chair_view != VIEWS[1] or _was_decided(file):
        return kept
    return str(file.chair_report).strip()


def chairs_alone(file: Any) -> bool:
    """Whether the conditions that come with a file are the chair's, which no committee has worded yet."""
    return bool(file.chair_view == VIEWS[1] and not str(file.conditions).strip() and not _was_decided(file))


def _was_decided(file: Any) -> bool:
    decided = file.agenda.where(~AgendaItem.information & AgendaItem.outcome.in_(list(chain.DECIDED)))
    return bool(decided.join(Meeting).where(Meeting.state != CANCELLED).exists())


def with_file(file: Any) -> str:
    """“Morris, Kevin T., DO: ten cases proctored; a term of 12 months; Robotic with conditions (ten cases)”: what a file brings
    from the committees before. Empty where they plainly recommended it. file is an Application."""
    limits = " ".join(conditions_of(file).split()).rstrip(".")
    said = [limits] if limits else []
    said += [f"a term of {file.term_months} months"] if file.term_months and file.term_ends else []
    for each in file.privilege_requests.order_by(PrivilegeRequest.id):
        view = each.committee_view or each.chair_view
        if view not in ("", VIEWS[0]) and not each.decision:
            why = " ".join(str(each.conditions).split()).rstrip(".")
            said.append(f"{each.privilege.name}: {view.lower()}{f' ({why})' if why else ''}")
    return f"{file.provider.title}: {'; '.join(said)}." if said else ""


def term_said(item: Any) -> str:
    """“12 months”; empty where nothing was said of the term. item has term_months."""
    return f"{item.term_months} months" if item.term_months else ""


def until_said(item: Any) -> str:
    """“until Feb 2 2027”; empty where nothing was put off to a day. item has outcome and deferred_until."""
    until: date | None = item.deferred_until
    return f"until {texts.day(until)}" if until and item.outcome == "Deferred" else ""


def all_said(item: Any, lines: Sequence[Line], level: str, brief: bool = False) -> tuple[str, ...]:
    """The term, the day and the privileges, as sentences without an end."""
    term, until = term_said(item), until_said(item)
    found = (f"Term of {term}" if term else "", f"Deferred {until}" if until else "", *lines_said(lines, level, brief))
    return tuple(each for each in found if each)
