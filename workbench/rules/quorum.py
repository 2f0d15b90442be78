"""Who votes on a committee on a day, how many make a quorum, and what about its seats no meeting can stand on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from peewee import JOIN

from workbench.records.committee import COUNTED, ROLES, Committee, Seat
from workbench.records.meeting_words import THERE
from workbench.records.provider import GONE, Provider
from workbench.records.words import of
from workbench.store import alphabet

EXPEDITED_VOTES = 2
PHYSICIANS = frozenset(
    {"MD", "DO"} | {"MBBS", "MBCHB", "MBBCH", "MBBCHIR", "BMBS", "BMBCH", "MBBCHBAO", "MDCM", "DOCM"}
)
"""Degrees of doctors of medicine and osteopathy, without dots and spaces; those that other countries give for the same study."""
_VACANT = re.compile(
    r"\W*(?:(?:vacan(?:t|cy)|unfilled)\b.*|open(?: seat| position)?|nobody|none|n/a|tb[adcn]|"
    r"to be (?:determined|named|appointed|elected|announced|filled|confirmed)|unknown)?\W*",
    re.IGNORECASE,
)
"""What offices write into a seat on which nobody sits: “Vacant”, “VACANT (surgery)”, “Open seat”, “TBD”, a dash."""
_ORDER = {role: place for place, role in enumerate(ROLES)}


@dataclass(frozen=True)
class Member:
    """A seat and who sits on it."""

    seat: int
    name: str
    role: str
    votes: bool
    physician: bool
    starts: date | None = None
    ends: date | None = None
    stands_in_for: int | None = None
    provider: int | None = None
    email: str = ""
    for_name: str = ""
    """Whom an alternate stands in for; a term that was renewed is another seat of the same person."""
    for_provider: int | None = None
    gone: str = ""
    """“Resigned”, “Deceased”, of somebody who is not on the staff any more; empty for everybody else."""

    @property
    def vacant(self) -> bool:
        """Whether nobody sits there: no file, and a name that says so. An address that is left on it is somebody else's."""
        return self.provider is None and is_vacant(self.name)

    def sits(self, on: date) -> bool:
        """Whether somebody sits there and the term runs on a day; the last day of a term is part of it."""
        return self.runs(on) and not self.vacant

    def runs(self, on: date) -> bool:
        """Whether the term runs on a day, whoever sits there."""
        return (self.starts is None or self.starts <= on) and (self.ends is None or on <= self.ends)

    @property
    def has_vote(self) -> bool:
        """Whether the seat counts for the quorum; an alternate's vote is another's."""
        return self.votes and self.role not in ("Alternate", "Staff")


Members = tuple[Member, ...]


def members_of(committee: int) -> Members:
    """All seats of a committee, past and to come: the chair first, then by role and name."""
    query = Seat.select(
        *(field.alias(field.name) for field in Seat._meta.sorted_fields),
        Provider.degree.alias("degree"),
        Provider.email.alias("own_email"),
        Provider.status.alias("status"),
    ).join(Provider, JOIN.LEFT_OUTER)
    found = [_member(row) for row in query.where(Seat.committee == committee).namedtuples()]
    by_seat = {each.seat: each for each in found}
    found = [_named(each, by_seat.get(each.stands_in_for or 0)) for each in found]
    return tuple(sorted(found, key=lambda each: (_ORDER.get(each.role, 9), alphabet.place(each.name), each.seat)))


def _member(row: Any) -> Member:
    physician = is_physician(row.degree or "") if row.provider else bool(row.physician)
    return Member(
        row.id,
        row.name,
        row.role,
        bool(row.votes),
        physician,
        row.starts,
        row.ends,
        row.stands_in_for,
        row.provider,
        row.email or row.own_email or "",
        gone=row.status if row.provider and row.status in GONE else "",
    )


def _named(each: Member, whom: Member | None) -> Member:
    return replace(each, for_name=whom.name, for_provider=whom.provider) if whom else each


def is_vacant(name: str) -> bool:
    """Whether the name of a seat says that nobody sits there."""
    return _VACANT.fullmatch(name) is not None


def is_physician(degrees: str) -> bool:
    """Whether a person with these degrees is a doctor of medicine or osteopathy: “MD PhD”, “DO, MPH”, “M.B., B.Ch.”."""
    words = [word for word in re.split(r"[\s,;/&()+-]+", degrees.upper().replace(".", "")) if word]
    pairs = {first + second for first, second in pairwise(words)}
    return bool({*words, *pairs, "".join(words)} & PHYSICIANS)


def sitting(members: Members, on: date) -> Members:
    """Those whose term runs on a day."""
    return tuple(each for each in members if each.sits(on))


def voting(members: Members, on: date) -> Members:
    """Those who vote on a day in their own right."""
    return tuple(each for each in sitting(members, on) if each.has_vote)


def chair(members: Members, on: date) -> Member | None:
    """Who leads the committee on a day."""
    return next((each for each in sitting(members, on) if each.role == "Chair"), None)


def physicians(members: Members, on: date, counted: str) -> tuple[int, int]:
    """How many doctors are among the members of a committee, and of how many; alternates and staff are none. counted: one of
    COUNTED; among those who vote, an ex officio without a vote neither makes nor breaks a majority."""
    whole = [each for each in sitting(members, on) if each.role not in ("Alternate", "Staff")]
    whole = [each for each in whole if each.votes or counted == COUNTED[1]]
    return sum(each.physician for each in whole), len(whole)


def of_board(members: Members, board: Members, on: date) -> Members:
    """Those who vote on a committee and on the governing board, by file or by name."""
    voters = voting(board, on)
    return tuple(each for each in voting(members, on) if any(_may_be_one(each, other) for other in voters))


def boards() -> Members:
    """All seats of the governing board; none where the office does not keep them."""
    kept = Committee.select(Committee.id).where((Committee.level == "Governing board") & Committee.active)
    return tuple(seat for (id,) in kept.tuples() for seat in members_of(id))


def _may_be_one(one: Member, other: Member) -> bool:
    """Whether two seats are one person's, also where one name is written the other way round: “Helen Marsh”, “Marsh, Helen, MD”."""
    if same_person(one, other):
        return True
    if one.provider is not None and other.provider is not None:
        return False
    words = [set(re.findall(r"[^\W\d_]{2,}", each.name.casefold())) for each in (one, other)]
    return len(words[0] & words[1]) > 1 and (words[0] <= words[1] or words[1] <= words[0])


def needed(committee: Any, votes: int) -> int:
    """How many make a quorum of so many votes: 50 percent of 9 is 5. Where those present suffice, it is one.

    An expedited decision is never one person's, whatever the rule says (Joint Commission MS.06.01.11: a committee of at least
    two voting members of the governing body)."""
    least = EXPEDITED_VOTES if committee.level == "Expedited board committee" else 1
    if committee.quorum_rule == "Those present":
        return least
    if committee.quorum_rule == "Number of voting members":
        return max(least, int(committee.quorum))
    return max(least, -(-committee.quorum * votes // 100))


def present(members: Members, on: date, presence: Mapping[int, str], recused: Sequence[int] = ()) -> int:
    """How many votes are there: members, and alternates for those they stand in for; never more than there are seats."""
    here = _here(presence, recused)
    own = sum(each.seat in here for each in voting(members, on))
    return own + len(standing_in(members, on, presence, recused))


def standing_in(
    members: Members, on: date, presence: Mapping[int, str], recused: Sequence[int] = ()
) -> dict[int, Member]:
    """Which alternates vote, by their seat, each with the member in whose place: who is not there, or is recused. An alternate who is
    there while nobody is missing has no vote."""
    here, votes = _here(presence, recused), voting(members, on)
    missing = {each.seat: each for each in votes if each.seat not in here}
    alternates = [
        each for each in sitting(members, on) if each.role == "Alternate" and each.votes and each.seat in here
    ]
    found = {}
    for each in sorted(alternates, key=lambda one: one.stands_in_for is None):  # those named for one seat take it first
        stands = named_seat(each, members, on) if each.stands_in_for is not None else min(missing, default=None)
        if stands in missing:
            found[each.seat] = missing.pop(stands)
    return found


def _here(presence: Mapping[int, str], recused: Sequence[int]) -> set[int]:
    return {seat for seat, said in presence.items() if said in THERE and seat not in recused}


def named_seat(alternate: Member, members: Members, on: date) -> int | None:
    """The voting seat that an alternate named for one stands in for on a day; None where nobody votes in it any more.

    A term that was renewed is another seat of the same person: the alternate goes with the person."""
    votes = voting(members, on)
    if any(each.seat == alternate.stands_in_for for each in votes):
        return alternate.stands_in_for
    whom = replace(alternate, name=alternate.for_name, provider=alternate.for_provider)
    return next((each.seat for each in votes if same_person(each, whom)), None)


def same_person(one: Member, other: Member) -> bool:
    """Whether two seats are one person's: by the file of who is on the staff, else by the name."""
    if one.provider is not None and other.provider is not None:
        return one.provider == other.provider
    return one.name.casefold() == other.name.casefold()


@dataclass(frozen=True)
class OfItem:
    """The quorum of one item, once those who recused themselves are counted out."""

    left: int
    """Votes that are left for it."""
    counts: int
    """What the quorum is counted by: those left, or who was there at the call to order."""
    needed: int
    recused: int
    """How many took no part."""

    @property
    def short(self) -> int:
        """How many are missing; 0 where there is a quorum."""
        return max(0, self.needed - self.counts)

    @property
    def said(self) -> str:
        """“4 votes were left without those recused; the quorum is 5.”"""
        were = (
            f"vote{' was' if self.left == 1 else 's were'} {'left without those recused' if self.recused else 'there'}"
        )
        return f"{self.left} {were}; the quorum is {self.needed}."


def of_item(
    committee: Any, members: Members, on: date, presence: Mapping[int, str], recused: Sequence[int] = ()
) -> OfItem:
    """The quorum of an item by the committee's own rule: per item after recusals, or as it was at the call to order."""
    left = present(members, on, presence, recused)
    counts = left if committee.quorum_basis == "Per item" else present(members, on, presence)
    return OfItem(left, counts, needed(committee, len(voting(members, on))), len(recused))


def said(committee: Any, members: Members, on: date) -> str:
    """“9 voting members, quorum 5”, and how it is counted."""
    votes = len(voting(members, on))
    seats = of(votes, "voting member")
    if committee.quorum_rule == "Those present" and needed(committee, votes) == 1:
        return f"{seats}, quorum those present"
    return f"{seats}, quorum {needed(committee, votes)}"
