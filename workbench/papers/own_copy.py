"""The copy of a reader who is on the agenda: it holds the agenda and everybody else's file, and not what is said of the reader.

In the place of each page of the reader's own profile and scans stands one that says so, so that page numbers agree with all other
copies; the agenda, the consent list and the minutes are laid out again without the words about the reader."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import WorkbenchError
from workbench.papers import blocks, flow, leaves
from workbench.papers.block import Block
from workbench.papers.flow import Page
from workbench.papers.leaves import Plan
from workbench.papers.minutes_said import Decided
from workbench.papers.packet import Packet
from workbench.papers.stamps import Copy
from workbench.records.committee import Seat
from workbench.records.provider import Provider
from workbench.rules import own_file

WITHHELD = "Withheld: this is your own file"
_WHY = (
    "Nobody reads the confidential evaluation of their own file, nor takes part in the decision on it. This page keeps its number, "
    "so that all copies agree; ask the medical staff office about anything in it."
)
_SHORTER = "The words about your own file are withheld on the pages before; this page keeps its number."


@dataclass(frozen=True)
class Withheld:
    """What differs in a copy."""

    plan: Plan
    """With other words above the pages that are withheld, and other bookmarks."""
    pages: Mapping[int, Page]
    """By the place of a leaf, from 0, what stands there instead."""


def whose(packet: Packet, reader: str, seat: int | None) -> int | None:
    """The practitioner of a packet who is to read a copy, if one is: by the seat's file, else by the whole name, or a former
    one. Raises WorkbenchError where the name can be read as that of one: what somebody read is never unread."""
    ids = _about(packet)
    sits = Seat.get_or_none(Seat.id == seat) if seat else None
    if sits is not None and sits.provider_id:
        return sits.provider_id if sits.provider_id in ids else None
    names, perhaps = own_file.names_of(ids), None
    for each in Provider.select().where(Provider.id.in_(sorted(ids))):
        hand = own_file.hand(reader, each, names.get(each.id, ()))
        if hand == own_file.SAME:
            return int(each.id)
        perhaps = each if hand == own_file.PERHAPS else perhaps
    if perhaps is not None and not packet.edition.boxes:
        raise WorkbenchError(f"{own_file.whose_name(reader, perhaps.title)} Nothing was written.")
    return None


def _about(packet: Packet) -> set[int]:
    about: tuple[Any, ...] = (*packet.items, *packet.profiles, *packet.attached)
    return {each.provider for each in about if each.provider}


def addressed(copies: Sequence[Copy], readers: Sequence[Any], packet: Packet) -> list[Copy]:
    """Copies that know whether their reader is on the agenda; readers have a name and a seat. Raises WorkbenchError where
    that cannot be told."""
    return [
        replace(copy, own=whose(packet, reader.name, reader.seat)) for copy, reader in zip(copies, readers, strict=True)
    ]


def withheld(packet: Packet, plan: Plan, who: int) -> Withheld:
    """What stands in the copy of a reader whose own file is on the agenda."""
    pages: dict[int, Page] = {}
    for place, leaf in enumerate(plan.leaves):
        if leaf.whose == who:
            pages[place] = flow.lay_out(_said(_WHY), leaf.size)[0]
    pages |= dict(_front(packet, plan, who))
    made = [replace(leaf, right=leaf.right.split(" · ")[0]) if leaf.whose == who else leaf for leaf in plan.leaves]
    outline = [
        (key, WITHHELD if _is_own_scan(plan, key, depth, who) else title, depth) for key, title, depth in plan.outline
    ]
    return Withheld(replace(plan, leaves=made, outline=outline), pages)


def _is_own_scan(plan: Plan, key: str, depth: int, who: int) -> bool:
    return depth > 1 and plan.leaves[plan.where[key] - 1].whose == who


def _said(why: str) -> list[Block]:
    return [blocks.title(WITHHELD), blocks.text(why, tone="quiet", before=6)]


def _front(packet: Packet, plan: Plan, who: int) -> Iterator[tuple[int, Page]]:
    """The parts before the profiles that say something of the reader, laid out without it; as many pages as they had."""
    bare = _bare(packet, who)
    if packet.edition.sealed or packet.edition.boxes or bare == packet:
        return
    for key, title, laid in leaves.front_parts(bare, plan.where):
        first = plan.where[key] - 1
        places = [place for place in range(first, len(plan.leaves)) if plan.leaves[place].what == title]
        for number, place in enumerate(places):
            yield place, laid[number] if number < len(laid) else flow.lay_out(_said(_SHORTER))[0]


def _bare(packet: Packet, who: int) -> Packet:
    """The packet without what its agenda, its consent list and its minutes say of somebody."""
    own = {item.number for item in packet.items if item.provider == who}
    parts = tuple(
        replace(part, items=tuple(replace(each, asked="") if each.provider == who else each for each in part.items))
        for part in packet.parts
    )
    minutes = tuple(
        replace(said, decided=tuple(_bare_line(each, who) for each in said.decided)) for said in packet.minutes
    )
    consent = tuple(replace(each, chair="") if each.number in own else each for each in packet.consent)
    return replace(packet, parts=parts, minutes=minutes, consent=consent)


def _bare_line(each: Decided, who: int) -> Decided:
    return replace(each, said=f"{WITHHELD}.") if each.provider == who and each.said else each
