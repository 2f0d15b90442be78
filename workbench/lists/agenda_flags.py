"""What an agenda says about each of its files: clean, what is missing, what an earlier committee said."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.lists import expedited, meetings_around, recusals
from workbench.lists.agenda_parts import Agenda, Item
from workbench.lists.recusals import About
from workbench.records import texts
from workbench.records.application import STAGES
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, CONSENT, FILES, OVER
from workbench.records.policy import Policy
from workbench.records.provider import GONE
from workbench.rules import chain, readiness, review
from workbench.rules.dossier import Dossier
from workbench.rules.lack import Lack
from workbench.rules.quorum import Member
from workbench.rules.remark import Remark

Flags = tuple[tuple[str, str], ...]
CLEAN = "clean"
FULL_REVIEW = "full review"


def flagged(
    agenda: Agenda, files: Mapping[int, Dossier], today: date, policy: Policy
) -> tuple[Agenda, tuple[Remark, ...]]:
    """The agenda with the flags of its items, and what is wrong with single items."""
    said, own, later = _said_before(agenda, list(files)), _own_items(agenda, files), _said_later(agenda, list(files))
    barred = expedited.barred(files, agenda.held, today, policy) if agenda.level == expedited.LEVEL else {}
    sections, wrong = [], []
    for section in agenda.sections:
        items = []
        for item in section.items:
            flags, remarks = _of_item(agenda, item, files, said, today, policy)
            if seat := own.get(item.id):
                flags = (("warn", "sits on this committee"), *(flag for flag in flags if flag[1] != CLEAN))
                remarks = [*remarks, _own_file(item, seat)]
            if item.application and not item.outcome and not item.information and not item.closed:
                flags, remarks = _too_soon(item, later[item.application], flags, remarks)
                remarks = [*remarks, *_barred(item, barred.get(item.application, ()))]
            gravest_first = tuple(sorted(flags, key=lambda flag: flag[0] != "bad"))
            items.append(replace(item, flags=gravest_first, asked=_asked(agenda, item, files, policy)))
            wrong += [] if agenda.state in OVER else remarks
        sections.append(replace(section, items=tuple(items)))
    return replace(agenda, sections=tuple(sections)), tuple(wrong)


def reasked(agenda: Agenda, files: Mapping[int, Dossier], policy: Policy) -> Agenda:
    """The agenda with what its items ask by now, as flagged() has it, and without flags."""
    sections = []
    for section in agenda.sections:
        items = (replace(item, asked=_asked(agenda, item, files, policy)) for item in section.items)
        sections.append(replace(section, items=tuple(items)))
    return replace(agenda, sections=tuple(sections))


def _of_item(
    agenda: Agenda,
    item: Item,
    files: Mapping[int, Dossier],
    said: Mapping[int, list[Any]],
    today: date,
    policy: Policy,
) -> tuple[Flags, list[Remark]]:
    file = files.get(item.application or 0)
    if file is None:
        return _without_file(item)
    if item.outcome or agenda.state in OVER:
        return tuple(_of_earlier(said[item.application or 0])), []
    if item.closed:
        return (("bad", f"{item.closed[0].lower()}{item.closed[1:]}"),), [_closed(item)]
    missing = readiness.lacks(file, agenda.held, today, policy)
    flags = [*_of_earlier(said[item.application or 0]), *((each.tone, each.what) for each in missing)]
    why = [each for each in review.why(file, agenda.held, policy) if each.brief != review.NOT_COMPLETE]
    # In a word or two, as on a card: several stand side by side, and the profile has their sentences.
    flags += [("warn", brief) for brief in dict.fromkeys(each.brief for each in why if not each.sealed)]
    wrong = [*_gone(item, file), *_out_of_turn(agenda, item, file), *_incomplete(item, missing)]
    flags += [("bad", file.person.status.lower())] if _is_gone(file) else []
    full = review.category(file, agenda.held, policy) == review.FULL
    if full:
        wrong += _on_consent(item, review.unheld(file.application, review.why(file, agenda.held, policy)))
    if not flags and full:  # by what is not said on a screen that a whole room may see
        flags = [("warn", FULL_REVIEW)]
    return tuple(flags or [("good", CLEAN)]), wrong


def _asked(agenda: Agenda, item: Item, files: Mapping[int, Dossier], policy: Policy) -> str:
    """What an item asks; one that was put on as Category 1, and is not any more, asks to be discussed."""
    file = files.get(item.application or 0)
    if file is None or item.outcome or agenda.state in OVER or not item.asked.endswith(review.EXPEDITED):
        return item.asked
    full = review.category(file, agenda.held, policy) == review.FULL
    return f"Discuss, {review.FULL}" if full else item.asked


def _closed(item: Item) -> Remark:
    said = f"{item.number} {item.title}: the application is closed ({item.closed}). The packet leaves its file out."
    return Remark("bad", said, "Take it off, note it at the meeting, or reopen the application.", item=item.id)


def _is_gone(file: Dossier) -> bool:
    """Whether the person has left since; who resigned may well apply anew."""
    anew = file.application is not None and file.application.sort == "Initial appointment"
    return file.person.status == "Deceased" or (file.person.status in GONE and not anew)


def _gone(item: Item, file: Dossier) -> Iterator[Remark]:
    if _is_gone(file) and not item.information:
        said = f"{item.number} {item.title} is {file.person.status.lower()}, by the file, and the application is open."
        yield Remark("bad", said, "Close the application, or correct the status on the file.", item=item.id)


def _own_items(agenda: Agenda, files: Mapping[int, Dossier]) -> Mapping[int, Member]:
    """Items on which something is to be decided about somebody who sits there and is not known to take no part."""
    open_ones = [
        each for each in agenda.items if each.provider and not (each.outcome or each.information or each.closed)
    ]
    if not open_ones or agenda.state in OVER:
        return {}
    persons = {file.person.id: file.person for file in files.values()}
    about = [About(each.id, each.provider or 0, persons.get(each.provider or 0)) for each in open_ones]
    return recusals.own_items(agenda.meeting, agenda.members, agenda.held, about)


def _own_file(item: Item, seat: Member) -> Remark:
    return Remark(
        "warn",
        f"{item.number} {seat.name} sits on this committee, and nobody takes part in a decision about themselves.",
        "Record the recusal: the Recusals button under Minutes and votes, or Ctrl+Shift+U.",
        item=item.id,
        seat=seat.seat,
    )


def _barred(item: Item, why: tuple[str, ...]) -> Iterator[Remark]:
    if why:
        said = f"{item.number} {item.title} is not for the expedited committee: {'; '.join(why)} (MS.06.01.11)."
        yield Remark("bad", said, expedited.REMEDY, item=item.id)


def _too_soon(item: Item, later: list[Any], flags: Flags, remarks: list[Remark]) -> tuple[Flags, list[Remark]]:
    """A file on which a committee before this one decides only at a meeting after this one."""
    if not later:
        return flags, remarks
    row = later[-1]
    who, on = row.short or row.name, texts.day(row.held)
    verb = "decided on it" if row.outcome else "has it"
    said = f"{item.number} {item.title}: {who} {verb} on {on}, which is not before this meeting."
    told = Remark("bad", said, "Move it to a meeting after that one, or take it off.", item=item.id)
    return (("bad", f"{who} only on {on}"), *(flag for flag in flags if flag[1] != CLEAN)), [*remarks, told]


def _on_consent(item: Item, unheld: str) -> Iterator[Remark]:
    """What is Category 2 is discussed: nobody looks at a file that is approved with the list."""
    if item.section == CONSENT and not item.information:
        said = f"{item.number} {item.title} stands on the consent list and is Category 2. {unheld}".rstrip()
        yield Remark("warn", said, "Move it to the section of its kind, to be discussed.", item=item.id)


def _incomplete(item: Item, missing: tuple[Lack, ...]) -> Iterator[Remark]:
    worst = [each for each in missing if each.tone == "bad"]
    if not worst or item.information or item.outcome:
        return
    more = f", and {len(worst) - 1} more" if len(worst) > 1 else ""
    said = f"{item.number} {item.title}: the file is not complete ({worst[0].what}{more})."
    yield Remark("bad", said, f"{worst[0].remedy} Or put it on for information, or take it off.", item=item.id)


def _without_file(item: Item) -> tuple[Flags, list[Remark]]:
    if item.section not in FILES:
        return (), []
    said = f"{item.number} {item.title} stands among files and has no application."
    remedy = "Choose its application, or move it to another section."
    return (("bad", "no application"),), [Remark("bad", said, remedy, item=item.id)]


def _out_of_turn(agenda: Agenda, item: Item, file: Dossier) -> Iterator[Remark]:
    stage = file.application.stage if file.application else ""
    if item.outcome or item.information or agenda.level not in chain.STAGE_OF or chain.is_turn_of(stage, agenda.level):
        return
    yield Remark(
        "warn",
        f"{item.number} {item.title}: it is not this committee's turn; the file stands at “{stage}”.",
        "Move the file to this stage, put the item on for information, or take it off.",
        item=item.id,
    )


def _of_earlier(before: list[Any]) -> Iterator[tuple[str, str]]:
    for row in before:
        if row.outcome == "Not approved":
            yield "bad", f"not approved by {row.short or row.name}, {texts.day(row.held)}"
        elif row.outcome == "Approved with conditions":
            yield "warn", f"conditions of {row.short or row.name}"
        elif row.outcome == "Deferred":
            yield "info", f"deferred {texts.day(row.held)}"


def _said_before(agenda: Agenda, ids: list[int]) -> Mapping[int, list[Any]]:
    """What committees said about these applications at earlier meetings, by application."""
    found: dict[int, list[Any]] = defaultdict(list)
    query = (
        AgendaItem.select(AgendaItem.application, AgendaItem.outcome, Meeting.held, Committee.short, Committee.name)
        .join(Meeting)
        .join(Committee)
        .where(
            AgendaItem.application.in_(ids)
            & meetings_around.earlier(agenda.held, agenda.starts)
            & (AgendaItem.outcome != "")
            & (Meeting.state != CANCELLED)
        )
        .order_by(Meeting.held, Meeting.starts)
    )
    for row in query.namedtuples():
        found[row.application].append(row)
    return found


def _said_later(agenda: Agenda, ids: list[int]) -> Mapping[int, list[Any]]:
    """What committees that come before this one in the chain say, or are to say, about these applications at meetings that do not
    come before this one; by application, by day."""
    found: dict[int, list[Any]] = defaultdict(list)
    turn = chain.STAGE_OF.get(agenda.level)
    if turn is None or agenda.state in OVER:
        return found
    before = [level for level, stage in chain.STAGE_OF.items() if STAGES.index(stage) < STAGES.index(turn)]
    query = (
        AgendaItem.select(AgendaItem.application, AgendaItem.outcome, Meeting.held, Committee.short, Committee.name)
        .join(Meeting)
        .join(Committee)
        .where(AgendaItem.application.in_(ids) & ~AgendaItem.information & Committee.level.in_(before))
        .where((AgendaItem.outcome == "") | AgendaItem.outcome.in_(list(chain.DECIDED)))
        .where((Meeting.state != CANCELLED) & ~meetings_around.earlier(agenda.held, agenda.starts))
        .order_by(Meeting.held, Meeting.starts)
    )
    for row in query.namedtuples():
        found[row.application].append(row)
    return found
