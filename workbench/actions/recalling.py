"""Recalling an issued packet: from that day on its copies do not count, whether they are out or back."""

from datetime import date

from workbench.errors import Problem, WorkbenchError
from workbench.papers.editions import COMMITTEE
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.meeting_words import ISSUED, PLANNED
from workbench.records.words import of
from workbench.store import history


def standing(meeting: int) -> list[IssuedPacket]:
    """The issues of a meeting that count, the newest first."""
    query = IssuedPacket.select().where((IssuedPacket.meeting == meeting) & IssuedPacket.recalled.is_null())
    return list(query.order_by(IssuedPacket.id.desc()))


def supplements(issue: IssuedPacket) -> list[IssuedPacket]:
    """Its supplements that count: each says to keep the issue before it, and goes with it."""
    if issue.supplement:
        return []
    later = IssuedPacket.select().where(
        (IssuedPacket.meeting == issue.meeting_id)
        & (IssuedPacket.edition == issue.edition)
        & (IssuedPacket.number > issue.number)
    )
    found: list[IssuedPacket] = []
    for each in later.order_by(IssuedPacket.number):
        if not each.supplement:
            break
        found += [each] if each.recalled is None else []
    return found


def copies_of(issue: IssuedPacket) -> list[PacketCopy]:
    """The copies of an issue and of its supplements that a recall would void, in their order."""
    whose = PacketCopy.packet.in_([issue.id, *(each.id for each in supplements(issue))])
    return list(PacketCopy.select().where(whose & PacketCopy.recalled.is_null()).order_by(PacketCopy.id))


def recall(packet: int, why: str, on: date) -> list[Problem]:
    """Recall an issue with its supplements on a day, as one step; or what is wrong with the reason.

    Its copies do not count any more: those that are out can be logged in, and none of them goes out again. Where no packet
    of the committee is left that counts, the meeting is planned as before. Raises WorkbenchError for an issue that was
    recalled already, and for a day before it was made."""
    issue = IssuedPacket.get_by_id(packet)
    _refuse(issue, on)
    if not why.strip():
        return [Problem("recalled_why", "Say why: whoever still has a copy will ask, and the log keeps it.")]
    whole, copies = [issue, *supplements(issue)], copies_of(issue)
    with history.step(f"Recall {called(issue)} of {_titled(issue.meeting)}, {counted(len(copies))}"):
        for each in whole:
            each.recalled, each.recalled_why = on, why.strip()  # type: ignore[assignment]
            each.save()
        for copy in copies:
            copy.recalled = on  # type: ignore[assignment]
            copy.save()
        _put_back(issue.meeting)
    return []


def called(issue: IssuedPacket) -> str:
    """“packet, issue 2”, “supplement, issue 3”, “action sheet, issue 1”."""
    sort = {COMMITTEE: "packet", "NPDB insert": "NPDB insert", "Action sheet": "action sheet"}
    name = sort.get(issue.edition, f"{issue.edition.lower()} edition")
    return f"{'supplement' if issue.supplement else name}, issue {issue.number}"


def counted(copies: int) -> str:
    """“1 copy”, “9 copies”."""
    return of(copies, "copy", "copies")


def _refuse(issue: IssuedPacket, on: date) -> None:
    if issue.recalled:
        raise WorkbenchError(
            f"Issue {issue.number} was recalled on {texts.day(issue.recalled)} already. Nothing was changed. "
            "Its copies can still be logged in."
        )
    if on < issue.made:
        raise WorkbenchError(
            f"Issue {issue.number} was made on {texts.day(issue.made)}, after {texts.day(on)}. Nothing was changed. "
            "Choose that day or a later one."
        )


def _put_back(meeting: Meeting) -> None:
    """Without a packet that counts, the meeting's is due again."""
    left = any(each.edition == COMMITTEE for each in standing(meeting.id))
    if meeting.state == ISSUED and not left:
        Meeting.update(state=PLANNED).where(Meeting.id == meeting.id).execute()


def _titled(meeting: Meeting) -> str:
    return f"{meeting.committee.short or meeting.committee.name}, {texts.day(meeting.held)}"
