"""What the office decided for itself: its name, its state, how early it warns. Every setting is a decision we failed to make."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Policy:
    """The office's policy."""

    hospital: str = field(default="", metadata={"label": "Hospital name, as printed"})
    state: str = field(default="", metadata={"label": "State of the hospital (two letters)"})
    lead_days: int = field(default=90, metadata={"label": "Warn before a credential expires (days)"})
    urgent_days: int = field(default=30, metadata={"label": "Urgent from (days)"})
    invented: bool = field(
        default=False, metadata={"label": "The sample hospital: all people are invented", "fixed": True}
    )
