"""A supplement: of a packet what became another since its issue, under the numbers of the agenda that readers hold.

A new item goes between two others as “5.1a”, or at the end of its section under a number that the issue did not give. An item
that did not change says where it lies: “issue 1, 7”."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, product

from workbench.papers.changed import Changes, Placed, made_of
from workbench.papers.packet import Packet, PacketItem, Part
from workbench.records import texts

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def supplement(packet: Packet, changes: Changes) -> Packet:
    """Of a packet only what became another; its agenda is whole. What it is made of stays that of the whole."""
    ours = {item.key: item for item in packet.items if item.key in changes.added or item.key in changes.changed}
    people = {item.provider for item in ours.values()} - {None}
    led, listed = {item.leads_to for item in ours.values()}, {item.number for item in ours.values()}
    notice = (
        f"Supplement to issue {changes.issue} of {texts.day(changes.made)}. Keep that copy: this holds the agenda as it stands "
        f"now and what changed since. {changes.told}"
    )
    kept = replace(
        packet,
        notice=notice,
        supplements=changes.issue,
        made_of=made_of(packet),
        profiles=tuple(each for each in packet.profiles if each.provider in people),
        attached=tuple(each for each in packet.attached if each.provider in people or each.key in led),
        consent=tuple(each for each in packet.consent if each.number in listed),
        minutes=packet.minutes if "minutes" in changes.others else (),
        actions=packet.actions if "actions" in changes.others else (),
        members=packet.members if "members" in changes.others else (),
    )
    return _renumbered(kept, _parts(packet.parts, changes.agenda), changes.agenda)


def _renumbered(packet: Packet, parts: tuple[Part, ...], before: Mapping[str, Placed]) -> Packet:
    """The same under other numbers, wherever they stand."""
    after = {item.key: item.number for part in parts for item in part.items}
    now = {item.number: after[item.key] for item in packet.items}
    here = {each.key for each in packet.profiles} | {each.key for each in packet.attached}
    here |= {name for name, there in (("minutes", packet.minutes), ("actions", packet.actions)) if there}
    here |= {each.key for each in packet.minutes}
    lain = tuple(
        replace(part, items=tuple(replace(item, lies=_lies(item, here, before)) for item in part.items))
        for part in parts
    )
    return replace(
        packet,
        parts=lain,
        profiles=tuple(
            replace(
                each,
                item=now.get(each.item, each.item),
                asks=tuple(replace(ask, item=now.get(ask.item, ask.item)) for ask in each.asks),
                attached=tuple(replace(scan, item=now.get(scan.item, scan.item)) for scan in each.attached),
            )
            for each in packet.profiles
        ),
        attached=tuple(replace(each, item=now.get(each.item, each.item)) for each in packet.attached),
        consent=tuple(replace(each, number=now.get(each.number, each.number)) for each in packet.consent),
    )


def _lies(item: PacketItem, here: set[str], before: Mapping[str, Placed]) -> tuple[int, int] | None:
    """Where an item's paper is that this does not hold."""
    placed = before.get(item.key)
    if placed is None or not placed.page or not item.leads_to or item.leads_to in here:
        return None
    return placed.issue, placed.page


def _parts(parts: tuple[Part, ...], before: Mapping[str, Placed]) -> tuple[Part, ...]:
    """Sections and items with the numbers of the issue; new ones between them."""
    if not before:  # issued before numbers were kept
        return parts
    given = {each.number for each in before.values()}
    given |= {_head(number) for number in given}
    numbered: list[Part] = []
    last = "0"
    for place, part in enumerate(parts):
        known = Counter(_head(before[item.key].number) for item in part.items if item.key in before)
        # An item that was moved here brings its number, and not that of the section it came from.
        own = [head for head, _ in known.most_common() if head not in {each.number for each in numbered}]
        later = any(item.key in before for rest in parts[place + 1 :] for item in rest.items)
        last = own[0] if own else _lettered(last, given) if later else str(1 + _highest(map(_head, given)))
        given.add(last)
        items = tuple(_items(part, last, before, given))
        numbered.append(replace(part, number=last, items=items))
    return tuple(numbered)


def _items(part: Part, number: str, before: Mapping[str, Placed], given: set[str]) -> Iterator[PacketItem]:
    """The items of one section; given are the numbers that are taken, to which these are added."""
    known = [before[item.key].number for item in part.items if item.key in before]
    dotted = any("." in each for each in known) if known else part.headed
    last = f"{number}.0" if dotted else number
    for place, item in enumerate(part.items):
        later = any(each.key in before for each in part.items[place + 1 :])
        if item.key in before:
            last = before[item.key].number
        elif dotted and not later:
            last = f"{number}.{1 + _highest(each.partition('.')[2] for each in given if _head(each) == number)}"
        elif known or place:
            last = _lettered(last, given)
        given.add(last)
        yield replace(item, number=last)


def _head(number: str) -> str:
    """“5” of “5.1a”: the section."""
    return number.partition(".")[0]


def _lettered(last: str, given: set[str]) -> str:
    stem = last.rstrip(LETTERS)
    added = (f"{stem}{''.join(letters)}" for many in count(1) for letters in product(LETTERS, repeat=many))
    return next(each for each in added if each not in given)


def _highest(numbers: Iterable[str]) -> int:
    return max((int(each.rstrip(LETTERS) or 0) for each in numbers), default=0)
