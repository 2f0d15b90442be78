"""The members of a committee, as the attendance sheet lists them."""

from dataclasses import dataclass

from workbench.records import texts
from workbench.rules.quorum import Member


@dataclass(frozen=True)
class MemberSaid:
    """One line of the attendance sheet."""

    name: str
    role: str
    votes: str
    """“votes”, “votes for Aguirre”, “votes in another's place”, “no vote”."""
    ends: str


def member_said(member: Member) -> MemberSaid:
    """One line of the sheet."""
    stands_in = member.role == "Alternate" and member.votes
    whose = f"votes for {member.for_name.partition(',')[0]}" if member.for_name else "votes in another's place"
    votes = "votes" if member.has_vote else whose if stands_in else "no vote"
    return MemberSaid(member.name, member.role, votes, texts.day(member.ends))
