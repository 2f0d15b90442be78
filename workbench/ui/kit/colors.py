"""The palettes, light, dark and high contrast, and how their contrast is measured."""

from collections.abc import Iterator
from dataclasses import dataclass

TONES = ("bad", "warn", "good", "info", "quiet")


@dataclass(frozen=True)
class Colors:
    """Every color that the program draws with, as #rrggbb."""

    name: str
    dark: bool
    window: str
    sidebar: str
    panel: str
    raised: str
    """Table headings, boxes that are read only."""
    border: str
    line: str
    """Between rows."""
    edge: str
    """Around boxes that are written in, at least 3:1."""
    text: str
    muted: str
    off: str
    """Words of what cannot be pressed now: fainter than quiet ones that can."""
    accent: str
    on_accent: str
    link: str
    soft: str
    """Behind selected rows and checked chips."""
    hover: str
    tones: dict[str, tuple[str, str]]
    """By tone, what lies behind a pill and what is written on it."""

    def tone(self, name: str) -> tuple[str, str]:
        """Ground and ink of a status; quiet for a tone that is not known."""
        return self.tones.get(SAME_AS.get(name, name), self.tones["quiet"])

    def ink(self, name: str) -> str:
        """The color of words with a tone, outside of a pill."""
        if name in ("", "gone"):
            return self.text
        if name == "link":
            return self.link
        return self.muted if name == "quiet" else self.tone(name)[1]


SAME_AS = {"new": "good", "changed": "info", "same": "quiet", "doubt": "warn"}
"""What happens to a row of an import, in the colors of a status."""

LIGHT = Colors(
    name="light",
    dark=False,
    window="#f4f6f8",
    sidebar="#edf1f4",
    panel="#ffffff",
    raised="#f8fafb",
    border="#d9dfe5",
    line="#e7ebef",
    edge="#7c8895",
    text="#1a2330",
    muted="#5b6774",
    off="#98a2ad",
    accent="#0f6b72",
    on_accent="#ffffff",
    link="#0f6b72",
    soft="#e4f1f2",
    hover="#e3e9ee",
    tones={
        "bad": ("#fbe4e2", "#9d1c14"),
        "warn": ("#fdf0d4", "#764800"),
        "good": ("#e0f3e5", "#1b6431"),
        "info": ("#e1ebfb", "#1d4b94"),
        "quiet": ("#e7ebef", "#47535f"),
    },
)

DARK = Colors(
    name="dark",
    dark=True,
    window="#13171d",
    sidebar="#171c23",
    panel="#1c222a",
    raised="#20272f",
    border="#323b46",
    line="#29313a",
    edge="#6d7987",
    text="#e5eaef",
    muted="#a0abb7",
    off="#66717e",
    accent="#17767e",
    on_accent="#ffffff",
    link="#5fc9d1",
    soft="#17343a",
    hover="#252d36",
    tones={
        "bad": ("#4b1d1c", "#ffa9a2"),
        "warn": ("#43310d", "#f5c76a"),
        "good": ("#173a24", "#8bdba0"),
        "info": ("#1c3050", "#a3c6ff"),
        "quiet": ("#2c343e", "#b9c3cd"),
    },
)

CONTRAST = Colors(
    name="contrast",
    dark=True,
    window="#000000",
    sidebar="#000000",
    panel="#000000",
    raised="#000000",
    border="#ffffff",
    line="#8a8a8a",
    edge="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    off="#8a8a8a",
    accent="#ffe24a",
    on_accent="#000000",
    link="#ffe24a",
    soft="#14434a",
    hover="#2a2a2a",
    tones={
        "bad": ("#5c0000", "#ffc9c4"),
        "warn": ("#4a3700", "#ffe08a"),
        "good": ("#003d14", "#b4f5c4"),
        "info": ("#00295c", "#cfe2ff"),
        "quiet": ("#303030", "#ffffff"),
    },
)

ALL = (LIGHT, DARK, CONTRAST)


def luminance(color: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1, as WCAG 2.2 defines it."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one color reads on the other, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_pairs(colors: Colors) -> Iterator[tuple[str, str, str]]:
    """Every pair of ink and ground that words are drawn in, named; at least 4.5:1."""
    for ground in ("window", "sidebar", "panel", "raised", "soft", "hover"):
        for ink in ("text", "muted", "link"):
            yield f"{ink} on {ground}", getattr(colors, ink), getattr(colors, ground)
    yield "on_accent on accent", colors.on_accent, colors.accent
    for tone in TONES:
        ground, ink = colors.tones[tone]
        yield f"{tone} pill", ink, ground
        yield f"{tone} on panel", ink, colors.panel
        yield f"{tone} on window", ink, colors.window
        yield f"{tone} on soft", ink, colors.soft


def shape_pairs(colors: Colors) -> Iterator[tuple[str, str, str]]:
    """Every pair of an icon or a box's edge and its ground, named; at least 3:1."""
    for ground in ("window", "sidebar", "panel", "raised"):
        yield f"edge on {ground}", colors.edge, getattr(colors, ground)
        yield f"icon on {ground}", colors.muted, getattr(colors, ground)
    yield "accent ring on panel", colors.link, colors.panel
