"""The readers' log: where each numbered copy is, logged in and out again; and which original of an action sheet counts."""

import json
from collections.abc import Sequence
from datetime import date

from peewee import ModelSelect

from workbench.errors import WorkbenchError
from workbench.papers.editions import ACTION_SHEET
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.meeting_words import CANCELLED
from workbench.records.words import of
from workbench.store import history


def log_back(copies: Sequence[int], on: date) -> int:
    """Log copies as returned or destroyed on a day, as one step; how many were still out. Raises WorkbenchError for a day
    before one of them went out."""
    out = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null()))
    if early := next((each for each in out if each.out and on < each.out), None):
        raise WorkbenchError(
            f"{early.reader} got {early.called} on {texts.day(early.out)}, after {texts.day(on)}. Nothing was logged. "
            "Choose the day on which it came back."
        )
    if out:
        meeting = out[0].packet.meeting
        with history.step(f"Log {_counted(len(out))} of {_called(meeting)} in"):
            for each in out:
                each.back = on
                each.save()
    return len(out)


def log_out(copies: Sequence[int], on: date) -> int:
    """Log copies as handed out again, as one step; how many were in. Raises WorkbenchError for a day before one of them came
    back, for a copy that was recalled, and for an action sheet while another original is out."""
    back = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null(False)))
    if early := next((each for each in back if on < each.back), None):
        raise WorkbenchError(
            f"{_big(early.called)}, {early.reader}, came back on {texts.day(early.back)}, after {texts.day(on)}. "
            "Nothing was logged. Choose the day on which it went out again."
        )
    if void := next((each for each in back if each.recalled), None):
        raise WorkbenchError(
            f"{_big(void.called)}, {void.reader}, was recalled on {texts.day(void.recalled)}. Nothing was logged. "
            "Issue a new one."
        )
    for each in back:
        if each.packet.edition == ACTION_SHEET:
            refuse_second(each.packet.meeting)
    if back:
        meeting = back[0].packet.meeting
        with history.step(f"Log {_counted(len(back))} of {_called(meeting)} out"):
            for each in back:
                each.out, each.back = on, None
                each.save()
    return len(back)


def refuse_cancelled(meeting: int) -> None:
    """A packet in hand would call people to a meeting that does not take place."""
    found = Meeting.get_or_none((Meeting.id == meeting) & (Meeting.state == CANCELLED))
    if found is not None:
        raise WorkbenchError(
            f"The meeting of {texts.day(found.held)} is cancelled: it has no packet. Nothing was written. If it takes place "
            "after all, set its status to Planned first (Edit, F4)."
        )


def refuse_second(found: Meeting) -> None:
    """Raises WorkbenchError while an original of the action sheet is out."""
    out = all_copies(found, ACTION_SHEET).where(PacketCopy.back.is_null() & PacketCopy.recalled.is_null())
    if held := out.first():
        raise WorkbenchError(
            f"The action sheet is out with {held.reader}, and there is only one original. Nothing was written or logged. "
            "Log it in first."
        )


def replaced_original(found: Meeting) -> str:
    """What a new original says of the one before it, which was recalled or collected; empty for the first."""
    before = all_copies(found, ACTION_SHEET).order_by(PacketCopy.id.desc()).first()
    if before is None:
        return ""
    where = f"back since {texts.day(before.back)}" if before.back else f"still out with {before.reader}"
    return f"It replaces {before.called} ({where}). What is signed there does not count."


def replaced(meeting: int) -> dict[int, int]:
    """Of the packets of a meeting that count and were replaced since, by id: the number of the issue that says otherwise.

    A supplement replaces nothing, and neither does an issue that says the same."""
    standing = IssuedPacket.select().where((IssuedPacket.meeting == meeting) & IssuedPacket.recalled.is_null())
    found: dict[int, int] = {}
    newest: dict[str, tuple[int, object]] = {}
    for each in standing.order_by(IssuedPacket.number.desc()):
        says = json.loads(each.manifest).get("made_of")
        later = newest.get(each.edition)
        if later and later[1] != says:
            found[each.id] = later[0]
        if not later and not each.supplement:
            newest[each.edition] = each.number, says
    return found


def all_copies(found: Meeting, edition: str) -> ModelSelect:
    """Every copy of an edition that ever went out, recalled ones too: no undo takes one out of this."""
    whose = (IssuedPacket.meeting == found) & (IssuedPacket.edition == edition)
    return PacketCopy.select().join(IssuedPacket).where(whose)


def _counted(count: int) -> str:
    return of(count, "copy", "copies")


def _big(words: str) -> str:
    return words[:1].upper() + words[1:]


def _called(found: Meeting) -> str:
    return f"{found.committee.short or found.committee.name}, {texts.day(found.held)}"
