"""The inks of paper: one teal, one warning, one alarm. Each differs in darkness too, so that a grey print keeps them apart."""

INK = "#17202a"
QUIET = "#5f6b78"
HAIR = "#d5dce1"
"""Lines between rows."""
LINE = "#93a1ab"
"""Lines under headings."""
TEAL = "#0f6b72"
TEAL_SOFT = "#92b7ba"
"""A part of a timeline; dark words stay readable on it."""
TEAL_PALE = "#e4efef"
AMBER = "#7d5200"
AMBER_PALE = "#fdf7ea"
RED = "#9c2121"
RED_PALE = "#fbeeee"
GREEN = "#1f6b3a"
WHITE = "#ffffff"

TONES = {"": INK, "good": GREEN, "warn": AMBER, "bad": RED, "info": TEAL, "quiet": QUIET}
"""What a tone is written in."""
GROUNDS = {"": WHITE, "good": "#eef6f0", "warn": AMBER_PALE, "bad": RED_PALE, "info": TEAL_PALE, "quiet": "#f4f6f7"}
"""What a tone lies on."""
