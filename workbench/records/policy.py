"""What the office decided for itself: its name, its state, how early it warns. Every setting is a decision we failed to make."""

from dataclasses import dataclass, field

OPPE_LATE = ("On the day of the limit", "After the day of the limit")
"""Whether a review at twelve months is late (strict), or only one beyond them (lenient)."""


@dataclass(frozen=True)
class Policy:
    """The office's policy."""

    hospital: str = field(default="", metadata={"label": "Hospital name, as printed"})
    state: str = field(default="", metadata={"label": "State of the hospital"})
    office_email: str = field(
        default="", metadata={"label": "E-mail of the medical staff office: invitations come from it"}
    )
    lead_days: int = field(default=90, metadata={"label": "Warn before a credential expires (days)"})
    urgent_days: int = field(default=30, metadata={"label": "Urgent from (days)"})
    notice_days: str = field(
        default="90, 60, 30, 14, 7", metadata={"label": "Renewal notices (days before a credential expires)"}
    )
    lock_minutes: int = field(
        default=10, metadata={"label": "Lock an encrypted office when idle for (minutes; 0 never)"}
    )
    legend: str = field(
        default="",
        metadata={"label": "Confidentiality legend: the statute text of your state, as counsel gave it"},
    )
    zone: str = field(default="", metadata={"label": "Time zone of the hospital"})
    mec_counted: str = field(
        default="Members who vote",
        metadata={"label": "MEC: physicians are the majority of (ask counsel)"},
    )
    references: int = field(default=3, metadata={"label": "Peer references of an initial appointment"})
    renewal_references: int = field(default=1, metadata={"label": "Peer references of a reappointment"})
    gap_days: int = field(default=30, metadata={"label": "A gap in work history is explained from (days)"})
    attestation_days: int = field(default=180, metadata={"label": "An attestation is good for (days)"})
    verification_days: int = field(default=180, metadata={"label": "A verification is good for (days)"})
    term_months: int = field(default=36, metadata={"label": "Longest term of an appointment (months)"})
    oppe_late: str = field(
        default="On the day of the limit",
        metadata={"label": "Ongoing evaluation (OPPE) is late (bodies differ)"},
    )
    letters_since: str = field(
        default="",
        metadata={"label": "The day a decision is sent is kept since (empty: since this office began)"},
    )
    packs: str = field(
        default="joint_commission, cms, npdb, oig, state, bylaws",
        metadata={"label": "Standards in force (short names of the packs, with commas)", "fixed": True},
    )
    limits: str = field(default="", metadata={"label": "Limits that the office changed, as JSON by row", "fixed": True})
    rows_off: str = field(default="", metadata={"label": "Rules that the office turned off, as JSON", "fixed": True})
    reasons: str = field(
        default="", metadata={"label": "Why limits were changed and rules turned off, as JSON by row", "fixed": True}
    )
    numbers: str = field(
        default="",
        metadata={"label": "Current numbers of renumbered standards, as JSON by the former ones", "fixed": True},
    )
    answers: str = field(
        default="", metadata={"label": "What bylaws, policies and agreements say, as JSON by point", "fixed": True}
    )
    own_packs: str = field(default="", metadata={"label": "The office's own packs, as JSON by key", "fixed": True})
    invented: bool = field(
        default=False, metadata={"label": "The sample hospital: all people are invented", "fixed": True}
    )
