"""The shapes of a status on paper, drawn as strokes: a grey print keeps them apart, and no typeface is asked."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from workbench.papers import ink

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


def draw(canvas: Canvas, tone: str, places: Sequence[tuple[float, float, float]]) -> None:
    """The shape of a tone at these places (left, base, side); nothing for a tone without one."""
    lines = _LINES.get(tone)
    if not lines or not places:
        return
    canvas.setStrokeColor(ink.TONES[tone])
    canvas.setLineWidth(places[0][2] * 0.19)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    for left, base, side in places:
        for line in lines:
            path.moveTo(left + line[0][0] * side / 10, base + line[0][1] * side / 10)
            for x, y in line[1:]:
                path.lineTo(left + x * side / 10, base + y * side / 10)
    canvas.drawPath(path)
