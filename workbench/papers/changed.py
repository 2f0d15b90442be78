"""What became another since a packet was issued: what would be printed now, item by item, beside what its manifest keeps.

Both are made of the same records on the day of the issue, so that no age that only grew counts as a change. Numbers of items,
times and pages may shift; what an item says may not."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from workbench.papers.attachments import Attachment
from workbench.papers.editions import COMMITTEE
from workbench.papers.minutes_said import MinutesSaid
from workbench.papers.packet import Consent, MemberSaid, Packet, PacketItem, packet_of
from workbench.papers.profile import Profile
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting
from workbench.records.meeting_words import ISSUED
from workbench.records.words import of
from workbench.store import kept

Made = tuple[tuple[str, str, str], ...]
"""Of each part of a packet its key, what it is called, and a digest of what it says."""
SHIFTING = frozenset({"number", "item", "at", "key", "leads_to", "lies"})
"""Fields that change when something else does."""
OTHERS = {
    "cover": "the cover (day, place, chair, quorum or legend)",
    "members": "the attendance sheet",
    "minutes": "the previous minutes",
    "actions": "the open action items",
    "order": "the order of the items",
}
"""Parts that are no items, as they are called."""
SIGNS = 16


@dataclass(frozen=True)
class Placed:
    """Where a line of the agenda stands that readers hold."""

    number: str
    issue: int
    page: int
    """Of what it leads to; 0 where it leads nowhere."""


@dataclass(frozen=True)
class Changes:
    """What became another since the newest issue that counts."""

    issue: int
    made: date
    added: Mapping[str, str]
    """Titles by the keys of the items."""
    changed: Mapping[str, str]
    removed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Keys of OTHERS."""
    unknown: bool = False
    """Issued by another version of the program, which keeps its parts otherwise: not compared."""
    agenda: Mapping[str, Placed] = field(default_factory=dict)
    """By the key of an item how the issue numbers it, and where what it is about lies."""

    @property
    def any(self) -> bool:
        """Whether anything did, as far as it can be known."""
        return bool(self.added or self.changed or self.removed or self.others)

    @property
    def count(self) -> int:
        """How many items did."""
        return len(self.added) + len(self.changed) + len(self.removed)

    @property
    def what(self) -> str:
        """“2 items”, “1 item and the attendance sheet”."""
        items = [of(self.count, "item")] if self.count else []
        return texts.listed([*items, *(OTHERS[each].partition(" (")[0] for each in self.others)])

    @property
    def said(self) -> str:
        """“changed since it was issued: 2 items”; empty where nothing did."""
        if self.unknown:
            return "issued by another version of the program, so not compared"
        return f"changed since it was issued: {self.what}" if self.any else ""

    @property
    def brief(self) -> str:
        """“Changed since issued: 2 items”, for a pill: the items alone where there are some, else one part or how many."""
        few = replace(self, others=()).what if self.count else self.what
        what = few if self.count or len(self.others) == 1 else f"{len(self.others)} parts"
        return f"Changed since issued: {what}" if self.any else ""

    @property
    def told(self) -> str:
        """All of it in sentences."""
        groups = (("New", self.added.values()), ("Changed", self.changed.values()), ("Taken off", self.removed))
        said = [f"{head}: {'; '.join(titles)}." for head, titles in groups if titles]
        return " ".join(
            [*said, *([f"Also {texts.listed([OTHERS[each] for each in self.others])}."] if self.others else [])]
        )


def made_of(packet: Packet) -> Made:
    """The parts of a packet as its manifest keeps them."""
    return packet.made_of or tuple((key, title, _digest(said)) for key, title, said in _parts(packet))


def form() -> str:
    """A digest of which values a packet is made of: another version of the program may say more, or otherwise."""
    models = (Packet, PacketItem, Consent, MemberSaid, MinutesSaid, Profile, Attachment)
    return _digest([(model.__name__, _fields(model)) for model in models])


def since_issued(meeting: int, edition: str = COMMITTEE) -> Changes | None:
    """What became another since the newest issue of an edition that counts; None if none does."""
    standing = IssuedPacket.select().where(
        (IssuedPacket.meeting == meeting) & (IssuedPacket.edition == edition) & IssuedPacket.recalled.is_null()
    )
    newest = standing.order_by(IssuedPacket.number.desc()).first()
    return _compared(newest) if newest is not None else None


def of_all(meetings: Sequence[int]) -> dict[int, Changes]:
    """The same for many meetings; kept until anything is written."""
    key = ("changed since issued", tuple(meetings))
    found: dict[int, Changes] | None = kept.kept(key)
    if found is None:
        found = kept.keep(key, lambda: _all(meetings))
    return _all(meetings) if found is None else found


def open_meetings() -> list[int]:
    """The meetings whose packet is out and that were not held: only there a change matters."""
    return [row[0] for row in Meeting.select(Meeting.id).where(Meeting.state == ISSUED).tuples()]


def placed(packet: Packet, where: Mapping[str, int], issue: int) -> list[tuple[str, str, int, int]]:
    """Of each line of an agenda its key, its number, and the issue and page of what it leads to, as the manifest keeps them: page
    0 where it leads nowhere. where has the page of each key; of a supplement what did not change lies where it lay."""
    return [
        (item.key, item.number, *(item.lies or (issue, where.get(item.leads_to, 0) if item.leads_to else 0)))
        for item in packet.items
    ]


def _all(meetings: Sequence[int]) -> dict[int, Changes]:
    found = ((each, since_issued(each)) for each in meetings)
    return {each: changes for each, changes in found if changes is not None}


def _compared(issued: IssuedPacket) -> Changes:
    manifest = json.loads(issued.manifest or "{}")
    if manifest.get("form") != form():
        return Changes(issued.number, issued.made, {}, {}, unknown=True)
    now = made_of(packet_of(issued.meeting_id, issued.made, issued.edition))
    before = {key: (title, digest) for key, title, digest in manifest["made_of"]}
    after = {key: (title, digest) for key, title, digest in now}
    items = {key: value for key, value in after.items() if key not in OTHERS}
    added = {key: title for key, (title, _) in items.items() if key not in before}
    removed = tuple(title for key, (title, _) in before.items() if key not in after and key not in OTHERS)
    others = [each for each in OTHERS if before.get(each) != after.get(each)]
    if added or removed:  # then the order is another anyway
        others = [each for each in others if each != "order"]
    changed = {key: title for key, (title, digest) in items.items() if key in before and before[key][1] != digest}
    agenda = {key: Placed(*where) for key, *where in manifest.get("agenda", ())}
    return Changes(issued.number, issued.made, added, changed, removed, tuple(others), agenda=agenda)


def _parts(packet: Packet) -> Iterator[tuple[str, str, Any]]:
    head = (packet.hospital, packet.committee, packet.held, packet.starts, packet.length, packet.place)
    yield "cover", OTHERS["cover"], (*head, packet.chair, packet.quorum, packet.legend)
    yield "members", OTHERS["members"], packet.members
    yield "minutes", OTHERS["minutes"], packet.minutes
    yield "actions", OTHERS["actions"], packet.actions
    yield "order", OTHERS["order"], [item.key for item in packet.items]
    profiles = {each.provider: each for each in packet.profiles}
    consent = {each.number: each for each in packet.consent}
    for item in packet.items:
        scans = [
            each
            for each in packet.attached
            if each.key == item.leads_to or (item.provider and each.provider == item.provider)
        ]
        # How many action items are open, and of which day the minutes are, is said once: by their own part.
        said = replace(item, title="") if item.leads_to in {*OTHERS, *(each.key for each in packet.minutes)} else item
        yield item.key, item.title, (said, consent.get(item.number), profiles.get(item.provider or 0), scans)


def _digest(said: Any) -> str:
    return hashlib.sha256(repr(_plain(said)).encode()).hexdigest()[:SIGNS]


def _plain(said: Any) -> Any:
    """Values alone, without what shifts."""
    if is_dataclass(said) and not isinstance(said, type):
        return [(name, _plain(getattr(said, name))) for name in _fields(type(said)) if name not in SHIFTING]
    if isinstance(said, tuple | list):
        return [_plain(each) for each in said]
    return said.isoformat() if isinstance(said, date) else said


def _fields(model: Any) -> list[str]:
    return [field.name for field in fields(model)]
