"""What a person calls a color."""

import colorsys

HUES = ((14, "red"), (42, "orange"), (68, "yellow"), (165, "green"), (200, "turquoise"), (255, "blue"))
MORE_HUES = ((290, "purple"), (345, "pink"), (361, "red"))
GRAYS = ((0.15, "black"), (0.55, "dark gray"), (0.8, "gray"), (1.01, "light gray"))
"""By how light they are."""
COLORS = frozenset(name.rpartition(" ")[2] for _, name in (*HUES, *MORE_HUES, *GRAYS)) | {"brown"}
"""The words without how light or dark."""


def color_name(rgb: str) -> str:
    """The name of a color given as RRGGBB: FFFF00 is yellow, C6EFCE light green."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if full < 0.12 or max(red, green, blue) - min(red, green, blue) < 0.05:
        return next(name for most, name in GRAYS if light < most)
    name = next(name for most, name in HUES + MORE_HUES if hue * 360 < most)
    if name == "orange" and light < 0.35:
        return "brown"
    return f"light {name}" if light > 0.72 else f"dark {name}" if light < 0.25 else name
