"""A remark: what a rule says about a meeting, a committee or an agenda, in a sentence, with what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """Said at once and in place."""

    tone: str
    """bad: it cannot stay so; warn: look at it; info: it is foreseen."""
    sentence: str
    remedy: str
    item: int = 0
    """The agenda item it is about, 0 for the whole."""
    seat: int = 0
    """The seat it is about, 0 for the whole."""

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()
