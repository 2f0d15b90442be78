"""The lines of one committee's page: its seats, those who sit first, and its meetings."""

from typing import Any

from workbench.lists.meetings import state_text, state_tone
from workbench.records import texts
from workbench.records.meeting import Meeting
from workbench.records.texts import clock
from workbench.rules.quorum import Member, Members
from workbench.rules.remark import Remark
from workbench.ui.kit.plain import Column, Row

SEAT_COLUMNS = (
    Column("name", "Name", bold=True),
    Column("role", "Role"),
    Column("votes", "Votes"),
    Column("physician", "MD/DO"),
    Column("term", "Term"),
    Column("state", "Standing", pill=True),
)
MEETING_COLUMNS = (Column("held", "Date", bold=True), Column("starts", "Time"), Column("state", "Status", pill=True))


def in_order(members: Members, today: Any) -> list[Member]:
    """Those who sit first, then those to come, then those who sat."""
    return sorted(members, key=lambda each: 0 if each.runs(today) else 1 if each.starts and each.starts > today else 2)


def seat_row(each: Member, today: Any, said: tuple[Remark, ...]) -> Row:
    """Who sits, for whom, until when, and how the seat stands on the day; warned about where something is said of it."""
    remark = next((one for one in said if one.seat == each.seat), None)
    if each.vacant and each.runs(today):
        state, tone = "Vacant", "warn"
    elif each.sits(today):
        state, tone = (
            "Ends soon" if remark and not each.gone else each.gone or "Serving",
            "warn" if remark else "good",
        )
    elif each.starts and each.starts > today:
        state, tone = "To come", "info"
    else:
        state, tone = ("Term over", "bad") if remark else ("Ended", "quiet")
    term = f"to {texts.day(each.ends)}" if each.ends else "ex officio" if each.role == "Ex officio" else "no end"
    if each.starts and each.starts > today:
        term = f"from {texts.day(each.starts)}"
    votes = "—" if each.vacant else "Yes" if each.has_vote else stands_in(each) or "No"
    tones = ("" if each.sits(today) else "quiet", "", "quiet", "quiet", "", tone)
    return Row(each.seat, (each.name, each.role, votes, "Yes" if each.physician else "No", term, state), tones)


def stands_in(each: Member) -> str:
    """“for Ngo”, or “for anybody”, of an alternate with a vote; empty of everybody else."""
    if each.role != "Alternate" or not each.votes:
        return ""
    return f"for {each.for_name.partition(',')[0] or 'anybody'}"


def meeting_row(each: Meeting, today: Any) -> Row:
    """When a meeting is, and how it stands on the day."""
    state = state_text(each.state, each.held, today)
    tone = state_tone(each.state, each.held, today)
    return Row(
        each.id, (texts.day(each.held), clock(each.starts), state), ("", "quiet", "quiet" if tone == "gone" else tone)
    )
