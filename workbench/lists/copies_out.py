"""What was handed over on paper alone, and has not come back: the sealed insert, the action sheet's original."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peewee import fn

from workbench.records.committee import Committee
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.meeting_words import ON_PAPER_ALONE

CALLED = {"Action sheet": ("the action sheet", "originals of the action sheet")}
"""By edition one of them, and several."""
OTHERS = ("a copy of the NPDB insert", "copies of the NPDB insert")


@dataclass(frozen=True)
class StillOut:
    """So many copies of one edition of one meeting that are out."""

    meeting: int
    committee: str
    held: date
    edition: str
    count: int

    @property
    def said(self) -> str:
        """“3 copies of the NPDB insert”, “the action sheet”."""
        one, several = CALLED.get(self.edition, OTHERS)
        return one if self.count == 1 else f"{self.count} {several}"


def on_paper(meeting: int | None = None) -> Iterator[StillOut]:
    """What is out of every meeting, or of one, by its day; a copy that was recalled is out until it comes back."""
    query = (
        PacketCopy.select(Meeting.id, Committee.name, Meeting.held, IssuedPacket.edition, fn.COUNT(PacketCopy.id))
        .join(IssuedPacket)
        .join(Meeting)
        .join(Committee)
        .where(PacketCopy.back.is_null() & IssuedPacket.edition.in_(list(ON_PAPER_ALONE)))
        .group_by(Meeting.id, IssuedPacket.edition)
        .order_by(Meeting.held, Meeting.id, IssuedPacket.edition)
    )
    rows = query if meeting is None else query.where(Meeting.id == meeting)
    return (StillOut(*row) for row in rows.tuples())
