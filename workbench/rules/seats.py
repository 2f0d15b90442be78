"""What is wrong with a committee's seats on a day, or will be at its next meetings: sentences with what to do."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from workbench.records.committee import COUNTED
from workbench.records.texts import day
from workbench.records.words import of
from workbench.rules import quorum
from workbench.rules.quorum import Member, Members
from workbench.rules.remark import Remark

EXPEDITED = "Expedited board committee"
REMEMBERED = timedelta(days=400)
"""A seat whose term ended longer ago is history, and nobody asks for it any more."""


def remarks(
    committee: Any,
    members: Members,
    on: date,
    later: Sequence[date] = (),
    board: Members = (),
    counted: str = COUNTED[0],
) -> tuple[Remark, ...]:
    """What to say about the seats for a meeting on a day; later are the days of the committee's next meetings, board the seats of the
    governing board, counted whom the office counts for the majority of physicians."""
    return (
        *quorum_remarks(committee, members, on),
        *_composition(committee, members, on, counted),
        *(_expedited(members, board, on) if committee.level == EXPEDITED else ()),
        *_vacant(members, on),
        *_left(members, on),
        *_beyond(members, on),
        *_alternates(members, on),
        *_foreseen(members, on, later),
    )


def quorum_remarks(committee: Any, members: Members, on: date) -> Iterator[Remark]:
    """Why no meeting on a day can have a quorum; nothing where one can."""
    votes = len(quorum.voting(members, on))
    wanted = quorum.needed(committee, votes)
    if not votes:
        yield Remark("bad", f"Nobody votes on {day(on)}: no meeting can have a quorum.", "Fill the voting seats.")
    elif wanted > votes:
        yield Remark(
            "bad",
            f"The quorum is {wanted}, and {_seats(votes)} on {day(on)}: no meeting can have it.",
            f"Fill {wanted - votes} more, or correct the quorum.",
        )


def _composition(committee: Any, members: Members, on: date, counted: str) -> Iterator[Remark]:
    if members and quorum.chair(members, on) is None:
        yield Remark("warn", f"Nobody sits as the chair on {day(on)}.", "Give a seat the role of the chair.")
    if committee.level == "Medical executive committee":
        yield from _majority(members, on, counted)


def _expedited(members: Members, board: Members, on: date) -> Iterator[Remark]:
    # The Joint Commission, MS.06.01.11: at least two voting members of the governing body decide.
    voters = quorum.voting(members, on)
    known = quorum.of_board(members, board, on) if quorum.voting(board, on) else voters
    if voters and len(known) < quorum.EXPEDITED_VOTES:
        have = _seats(len(voters)) if len(known) == len(voters) else f"{len(known)} of those who vote sit on it"
        yield Remark(
            "bad",
            f"An expedited decision takes two voting members of the governing body, and {have} on {day(on)}.",
            "Fill another voting seat with a member of the board (MS.06.01.11).",
        )
    for each in voters:
        if each not in known:
            said = f"{each.name} votes here and has no vote on the governing board on {day(on)}."
            yield Remark("warn", said, "Seat a member of the board, or take away the vote.", seat=each.seat)
    if voters and not quorum.voting(board, on):
        said = f"Nobody has a vote on the governing board on {day(on)}: who votes here cannot be seen to be its member."
        yield Remark("warn", said, "Enter the seats of the governing board (MS.06.01.11).")


def _majority(members: Members, on: date, counted: str) -> Iterator[Remark]:
    # 42 CFR 482.22(b)(2): the majority of an executive committee's members are doctors of medicine or osteopathy.
    doctors, whole = quorum.physicians(members, on, counted)
    if whole and doctors * 2 <= whole:
        who = "members" if counted == COUNTED[1] else "voting members"
        yield Remark(
            "bad",
            f"{doctors} of {whole} {who} of the MEC are MD or DO on {day(on)}; it must be more than half.",
            "Fill seats with physicians (42 CFR 482.22(b)(2)).",
        )


def _beyond(members: Members, on: date) -> Iterator[Remark]:
    for each in _ended(members, on):
        assert each.ends is not None
        yield Remark(
            "warn",
            f"The term of {each.name} ended {day(each.ends)}; on {day(on)} the seat does not count.",
            "Renew the term, or seat somebody else.",
            seat=each.seat,
        )


def _vacant(members: Members, on: date) -> Iterator[Remark]:
    for each in members:
        if each.vacant and each.runs(on):
            said = f"A seat is vacant on {day(on)} ({each.role.lower()}): it counts for no quorum, and nothing is sent to it."
            yield Remark("warn", said, "Seat somebody, or end its term.", seat=each.seat)


def _left(members: Members, on: date) -> Iterator[Remark]:
    """Who left the staff would still be invited and get a copy of the packet."""
    for each in quorum.sitting(members, on):
        if each.gone:
            said = f"{each.name} is {each.gone.lower()} and sits on the committee on {day(on)}: invitations and a copy go there."
            yield Remark("warn", said, "End the term, if the seat went with the membership.", seat=each.seat)


def _alternates(members: Members, on: date) -> Iterator[Remark]:
    """Alternates who can stand in for nobody: of a seat that nobody votes in, or without a vote."""
    for each in quorum.sitting(members, on):
        if each.role != "Alternate":
            continue
        if not each.votes:
            said = f"{each.name} is an alternate without a vote: standing in counts for no quorum."
            yield Remark("warn", said, "Let the seat vote, or give it another role.", seat=each.seat)
        elif each.stands_in_for is not None and quorum.named_seat(each, members, on) is None:
            yield Remark(
                "warn",
                f"{each.name} stands in for {each.for_name}, who has no vote on {day(on)}.",
                "Say for whom instead, or leave it empty: then for anybody who is missing.",
                seat=each.seat,
            )


def _ended(members: Members, on: date) -> list[Member]:
    """Seats whose term is over and to which nobody succeeded: neither the same person nor another in the same role."""
    over = [each for each in members if each.ends and on - REMEMBERED <= each.ends < on]
    heirs = [each for each in quorum.sitting(members, on)]
    open_seats = []
    for each in sorted(over, key=lambda one: one.ends or on):
        heir = next((heir for heir in heirs if _succeeds(heir, each)), None)
        if heir is not None:
            heirs.remove(heir)
        else:
            open_seats.append(each)
    return open_seats


def _succeeds(heir: Member, ended: Member) -> bool:
    same = quorum.same_person(heir, ended)
    follows = bool(heir.starts and ended.ends and heir.starts > ended.ends - timedelta(days=60))
    return follows and (same or heir.role == ended.role)


def _foreseen(members: Members, on: date, later: Sequence[date]) -> Iterator[Remark]:
    for each in quorum.sitting(members, on):
        first = next((held for held in sorted(later) if each.ends and held > each.ends), None)
        if first is not None and not any(
            heir.sits(first) and _succeeds(heir, each) for heir in members if heir != each
        ):
            assert each.ends is not None
            yield Remark(
                "info",
                f"The term of {each.name} ends {day(each.ends)}, before the meeting of {day(first)}.",
                "Renew it, or find a successor.",
                seat=each.seat,
            )


def _seats(votes: int) -> str:
    return f"{of(votes, 'seat votes', 'seats vote')}"
