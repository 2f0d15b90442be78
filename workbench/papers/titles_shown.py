"""Which titles of an agenda an edition shows."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.lists.agenda_parts import Item
from workbench.papers.editions import OPEN_SECTIONS, Edition


def public(items: Sequence[Item], shown: Edition) -> Sequence[Item]:
    """What may stand on an agenda of this edition: an open one names nobody, and titles of open sections alone; one without
    titles says of what is neither of these nor a file that its section is there."""
    if shown.titles:
        return items
    if shown.people:
        told = [each if each.application or _is_open(each) else _untitled(each) for each in items]
        return [*{(each.title if each.title == each.section else each.id): each for each in reversed(told)}.values()][
            ::-1
        ]
    if items[0].section in OPEN_SECTIONS:
        return [each for each in items if not each.provider]
    return [_untitled(items[0])]


def _is_open(item: Item) -> bool:
    return item.section in OPEN_SECTIONS and not item.provider


def _untitled(item: Item) -> Item:
    """All that an edition without titles says of an item."""
    return replace(item, title=item.section, detail="", asked="", application=None, provider=None, document=None)
