"""What is wrong with a meeting as a whole: its day, its seats, its time, its papers; each with what to do."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workbench.lists.agenda_parts import Agenda, Item
from workbench.lists.meetings_around import Around
from workbench.records import texts, words
from workbench.records.meeting_words import CANCELLED, HELD
from workbench.records.policy import Policy
from workbench.rules import quorum, seats
from workbench.rules.quorum import Members
from workbench.rules.remark import Remark

DECIDES = ("Minutes", "Status changes", "FPPE and OPPE", "Policy")
"""Sections that ask for an outcome besides the files."""


def of(
    agenda: Agenda, committee: Any, members: Members, around: Around, today: date, policy: Policy
) -> tuple[Remark, ...]:
    """Everything to be said about the meeting; of one that is cancelled, that it is and where its items went."""
    if agenda.state == CANCELLED:
        return tuple(_of_cancelled(agenda, around.went))
    found = [*_day(agenda, around, today)]
    if agenda.state != HELD:
        board = quorum.boards() if committee.level == seats.EXPEDITED else ()
        found += seats.remarks(committee, members, agenda.held, around.later, board, policy.mec_counted)
        found += [*_time(agenda), *_papers(agenda)]
    return tuple(found)


def _of_cancelled(agenda: Agenda, went: str) -> Iterator[Remark]:
    """That it is, and where its items went; outcomes that an earlier edition of the program let be recorded of it."""
    yield Remark(
        "warn",
        f"The meeting is cancelled, and has no packet. {went}".strip(),
        "If it takes place after all, set its status to Planned (Edit, F4): what went to later agendas comes back.",
    )
    if any(item.outcome for item in agenda.items):
        yield Remark(
            "bad",
            "Outcomes are recorded, and the meeting is cancelled: they count for nothing.",
            "If it took place, set its status to Held (Edit, F4).",
        )


def gravest_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Sorted by weight, and as they came within it: of the meeting first, then in the order of the agenda."""
    order = {"bad": 0, "warn": 1, "info": 2}
    return tuple(sorted(remarks, key=lambda each: order[each.tone]))


def _day(agenda: Agenda, around: Around, today: date) -> Iterator[Remark]:
    held = texts.day(agenda.held)
    if agenda.state != HELD and agenda.held < today:
        yield Remark(
            "bad",
            f"{held} is past, and nothing says that the meeting was held.",
            "Record who came and what was decided and close it, move it to a later day, or cancel it.",
        )
    elif agenda.state == HELD and agenda.held > today:
        yield Remark("bad", f"It is closed as held, and {held} is still to come.", "Correct the date.")
    elif agenda.state != HELD and around.closed:
        yield Remark("warn", f"{held} is a closed day: {around.closed}.", "Move the meeting to another day.")
    early = [item for item in agenda.items if item.outcome and item.outcome != "Accepted for information"]
    if agenda.state != HELD and early and agenda.held > today:
        outcomes = words.of(len(early), "outcome is", "outcomes are")
        yield Remark(
            "warn",
            f"{outcomes} recorded, and the meeting is on {held}, {texts.distance(agenda.held, today)}.",
            "If it was held early, change its day; else take them back until it was held.",
        )
    if agenda.state == HELD:
        yield from _undecided(agenda)


def _undecided(agenda: Agenda) -> Iterator[Remark]:
    """Files without an outcome, and what else the committee was asked to decide."""
    asked = [each for each in agenda.items if not (each.outcome or each.information or each.closed)]
    files = [each for each in asked if each.application]
    others = [each for each in asked if not each.application and each.section in DECIDES and _is_there(agenda, each)]
    if files:
        count = words.of(len(files), "file has", "files have")
        yield Remark("warn", f"{count} no outcome.", "Record it under Minutes and votes.")
    if others:
        named = texts.listed([f"{each.number} {each.title}" for each in others])
        have = "has" if len(others) == 1 else "have"
        back = "Record it under Minutes and votes; what is deferred comes back on the next agenda."
        yield Remark("warn", f"{named} {have} no outcome.", back)


def _is_there(agenda: Agenda, item: Item) -> bool:
    """Whether there was something to vote on: at a committee's first meeting there are no minutes."""
    return item.section != "Minutes" or agenda.previous is not None or item.title.startswith("Minutes of ")


def _time(agenda: Agenda) -> Iterator[Remark]:
    over = agenda.minutes - agenda.length
    if over > 0:
        back = f"Give {words.of(over, 'minute')} back"
        yield Remark(
            "warn",
            f"The agenda takes {agenda.minutes} minutes, and the meeting has {agenda.length}.",
            f"{back}: shorten items, put files on the consent list, or move some to the next meeting.",
        )


def _papers(agenda: Agenda) -> Iterator[Remark]:
    if not agenda.legend:
        yield Remark(
            "warn",
            "The packet has no confidentiality legend.",
            "Enter the statute text that counsel gave you, in Settings or on the committee.",
        )
    for item in agenda.items:
        if item.is_bare:
            yield Remark(
                "warn",
                f"{item.number} {item.title}: nothing is enclosed for it.",
                "Attach its document; the agenda says so until then.",
                item=item.id,
            )
