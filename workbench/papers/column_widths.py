"""How wide columns are by what stands in them, so that rows come out low and no word is broken that has room."""

import math
from collections.abc import Sequence
from typing import Any

from workbench.papers import fonts
from workbench.papers.blocks import Density

WHOLE = 15
"""Letters up to which a text is not broken if it can be helped: a date, a telephone number."""
STEP = 2.0
"""By which a column grows, in points."""
MOST = 0.4
"""Of the room at most for one word."""
MANY = 0.85
"""So much of a column's texts are not broken, if there is room for that in all columns, before the few long ones get any."""
ENOUGH = 0.5
"""Of what the widest column asks for, or of the room: with less, the others break their texts too."""
HAIR = 0.5
"""Points, so that what was measured to fit does."""


def fitted(
    headings: Sequence[str], columns: Sequence[Sequence[Any]], density: Density, pads: float, room: float
) -> list[float]:
    """The widths of columns of cells, together the room, in points; pads are left and right of a text together."""
    least, most, whole, usual = [], [], [], []
    for heading, cells in zip(headings, columns, strict=True):
        head = fonts.width(heading, fonts.MEDIUM, density.small)
        said = [_said(cell) for cell in cells]
        wide = [fonts.width(text, face, density.size) for text, face in said]
        word = max((_longest(text, face, density.size) for text, face in said), default=0.0)
        air = pads + HAIR
        least.append(min(max(word, head) + air, room * MOST))
        most.append(max(least[-1], sorted(wide)[int(len(wide) * MANY)] + air if wide else 0.0))
        whole.append(max([least[-1] - air, *wide]) + air)
        usual.append(math.sqrt(sum(each**2 for each in wide) / max(len(wide), 1)))
    return shared(_begun(least, most, room), whole, usual, room)


def _begun(least: list[float], most: list[float], room: float) -> list[float]:
    """What the columns have to begin with: the widest breaks its texts before all others do."""
    if sum(most) <= room:
        return most
    widest = max(range(len(most)), key=most.__getitem__)
    rest = room - sum(most) + most[widest]
    if rest < max(least[widest], min(most[widest], room) * ENOUGH):
        return least
    return [rest if place == widest else width for place, width in enumerate(most)]


def _said(cell: Any) -> tuple[str, str]:
    words, tone = cell if isinstance(cell, tuple) else (cell, "")
    return words if isinstance(words, str) else "", fonts.SEMIBOLD if tone in ("bad", "warn") else fonts.REGULAR


def _longest(text: str, face: str, size: float) -> float:
    words = (text,) if len(text) <= WHOLE else fonts.words(text)
    return max((fonts.width(word, face, size) for word in words), default=0.0)


def shared(least: Sequence[float], whole: Sequence[float], usual: Sequence[float], room: float) -> list[float]:
    """Each column gets what it needs at least; what is left goes, step by step, where texts break into most lines, so that rows
    come out low; then to all alike."""
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    if sum(whole) <= room:
        return [width * room / sum(whole) for width in whole]
    given, left = list(least), room - sum(least)
    wanting = [place for place in range(len(given)) if whole[place] > given[place]]
    while left > 0 and wanting:
        place = max(wanting, key=lambda n: usual[n] / given[n])
        step = min(STEP, left, whole[place] - given[place])
        given[place] += step
        left -= step
        if given[place] >= whole[place] - 0.01:
            wanting.remove(place)
    return [width * room / sum(given) for width in given]
