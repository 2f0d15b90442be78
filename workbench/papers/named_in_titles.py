"""Titles that somebody typed and an open or a survey edition prints: whom on file they seem to name."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.papers.editions import OPEN_SECTIONS, Edition
from workbench.papers.findings import BAD, Found
from workbench.papers.minutes_said import MinutesSaid
from workbench.records.provider import OtherName, Provider

if TYPE_CHECKING:
    from workbench.papers.packet import Part

ORDINARY = Path(__file__).parents[2] / "resources" / "ordinary_names.toml"
_NAME = re.compile(r"[^\W\d_][\w'’-]*")


def of(parts: Sequence["Part"], minutes: Sequence[MinutesSaid], shown: Edition) -> Iterator[Found]:
    """One for each typed title of an edition that leaves most of them out, in which a last or former name of somebody on file
    stands, however it is written: only what is a word of every day must be written as a name is."""
    if shown.titles:
        return
    items = [item for part in parts if part.name in OPEN_SECTIONS for item in part.items if not item.provider]
    told = [(f"{item.number} {item.title}", f"{item.title} {item.detail}") for item in items]
    told += [(f"{said.title}, {each.number} {each.title}", each.title) for said in minutes for each in said.decided]
    names = _names() if told else {}
    edition = "a survey edition tells of nobody but in a profile" if shown.people else "an open edition names nobody"
    for place, (which, typed) in enumerate(told):
        found = _named(typed, names)
        if found:
            who = " and ".join(f"“{each}”" for each in found)
            yield (
                BAD,
                place,
                f"{which}: {who} is the name of somebody on file, and {edition}. Word the title without it, or move the item to "
                "a section whose titles it leaves out, as Other business.",
            )


def _named(typed: str, names: dict[str, str]) -> list[str]:
    words = [word.removesuffix("'s").removesuffix("’s") for word in _NAME.findall(typed)]
    said = f" {' '.join(words)} ".casefold()
    written = {word.casefold() for word in words if not (word.islower() and word in _ordinary())}
    return [name for key, name in names.items() if key.split()[0] in written and f" {key} " in said]


@cache
def _ordinary() -> frozenset[str]:
    """Last names that are words of every day: written small they are no names."""
    return frozenset(tomllib.loads(ORDINARY.read_text("utf-8"))["words"])


def _names() -> dict[str, str]:
    """Last and former names of everybody on file, as they are written, by their words in small letters."""
    lasts = [row.last for model in (Provider, OtherName) for row in model.select(model.last).distinct()]
    words = {last: " ".join(_NAME.findall(last or "")) for last in lasts}
    return {found.casefold(): last for last, found in sorted(words.items()) if len(found) > 1}
