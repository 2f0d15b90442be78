"""A reason why a file is for full review."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why a file is Category 2."""

    code: str
    """“C-04”, of the rule."""
    brief: str
    """In a word or two, for a card: “2 claims”."""
    text: str
    """“Two liability claims open or paid in 5 years”."""
    without: str
    """What would make it Category 1, if it were the only reason: “the second claim”."""
    sealed: bool = False
    """It rests on what the NPDB answered. The agenda's flags leave it out: they stand on a screen that a whole room may see. The
    committee's edition says it as its NPDB line does, that there are reports and that the insert has them; no other does."""
