"""Titles that somebody typed and an open edition prints: whom on file they seem to name."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.papers.editions import OPEN_SECTIONS, Edition
from workbench.papers.findings import BAD, Found
from workbench.records.provider import OtherName, Provider

if TYPE_CHECKING:
    from workbench.papers.packet import Part

ORDINARY = Path(__file__).parents[2] / "resources" / "ordinary_names.toml"
_NAME = re.compile(r"[^\W\d_][\w'’-]*")


def of(parts: Sequence["Part"], shown: Edition) -> Iterator[Found]:
    """One for each title of an edition without people in which a last or former name of somebody on file stands, however it is
    written: only what is a word of every day must be written as a name is."""
    if shown.people:
        return
    items = [item for part in parts if part.name in OPEN_SECTIONS for item in part.items]
    names = _names() if items else {}
    for place, item in enumerate(items):
        words = [word.removesuffix("'s").removesuffix("’s") for word in _NAME.findall(f"{item.title} {item.detail}")]
        said = f" {' '.join(words)} ".casefold()
        written = {word.casefold() for word in words if not (word.islower() and word in _ordinary())}
        found = [name for key, name in names.items() if key.split()[0] in written and f" {key} " in said]
        if found:
            who = " and ".join(f"“{each}”" for each in found)
            yield (
                BAD,
                place,
                f"{item.number} {item.title}: {who} is the name of somebody on file, and an open edition names nobody. Word the "
                "title without it, or move the item to a section whose titles an open edition leaves out, as Other business.",
            )


@cache
def _ordinary() -> frozenset[str]:
    """Last names that are words of every day: written small they are no names."""
    return frozenset(tomllib.loads(ORDINARY.read_text("utf-8"))["words"])


def _names() -> dict[str, str]:
    """Last and former names of everybody on file, as they are written, by their words in small letters."""
    lasts = [row.last for model in (Provider, OtherName) for row in model.select(model.last).distinct()]
    words = {last: " ".join(_NAME.findall(last or "")) for last in lasts}
    return {found.casefold(): last for last, found in sorted(words.items()) if len(found) > 1}
