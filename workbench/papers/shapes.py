"""The shapes of a status on paper, drawn as strokes: a grey print keeps them apart, and no typeface is asked."""

from collections.abc import Sequence

_LINES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {  # in a square of 10, y upward
    "bad": (((1.5, 1.5), (8.5, 8.5)), ((8.5, 1.5), (1.5, 8.5))),
    "warn": (((5, 9.2), (5, 4)), ((5, 1.2), (5, 1))),
    "good": (((1, 4.5), (3.8, 1.6), (9, 8.2)),),
    "info": (((1, 5), (9, 5)), ((5.6, 8.4), (9, 5), (5.6, 1.6))),
}
"""As on the screen: a cross, a bang, a check, an arrow."""


def has_shape(tone: str) -> bool:
    """Whether a tone is drawn with a shape."""
    return tone in _LINES


def code(tone: str, stroke: str, places: Sequence[tuple[float, float, float]]) -> str:
    """The shape of a tone at these places (left, base, side) as a PDF draws it, stroke being its ink as three numbers; nothing
    for a tone without one."""
    lines = _LINES.get(tone)
    if not lines or not places:
        return ""
    drawn = []
    for left, base, side in places:
        part = side / 10
        for line in lines:
            points = [f"{left + x * part:.2f} {base + y * part:.2f}" for x, y in line]
            drawn.append(f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])}")
    return f"q 1 J {places[0][2] * 0.19:.2f} w {stroke} RG {' '.join(drawn)} S Q"
