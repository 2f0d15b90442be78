"""The fixed words of meetings: how one stands, the sections of its agenda, what becomes of an item, who came, and editions."""

PLANNED, ISSUED, HELD, CANCELLED = MEETING_STATES = ("Planned", "Packet issued", "Held", "Cancelled")
OPEN = (PLANNED, ISSUED)
"""Of a meeting that is still to come, or still to be closed."""
OVER = (HELD, CANCELLED)
"""Of one that nobody prepares any more."""
CONSENT = "Consent list"
"""The section whose files are voted on together."""
SECTIONS = (
    "Call to order",
    "Minutes",
    "Action items",
    CONSENT,
    "Initial appointments",
    "Reappointments",
    "Added privileges",
    "Status changes",
    "FPPE and OPPE",
    "Policy",
    "Reports",
    "Other business",
    "Adjournment",
)
"""The sections of an agenda, in their usual order."""
OF_SORT = {
    "Initial appointment": "Initial appointments",
    "Reappointment": "Reappointments",
    "Added privileges": "Added privileges",
}
"""The section of each kind of application."""
FILES = (CONSENT, *OF_SORT.values())
"""Sections that hold files of people, and nothing else."""
ITEM_OUTCOMES = (
    "Approved",
    "Approved with conditions",
    "Deferred",
    "Not approved",
    "Withdrawn",
    "Referred",
    "Accepted for information",
)
RECUSED_AS = (
    "Same group practice",
    "Direct competitor",
    "Relative",
    "Referee for the applicant",
    "Complainant or investigator",
    "Proctor or FPPE reviewer",
    "Employer",
    "The applicant",
    "Other",
)
"""Why a member leaves the room for an item."""
PRESENCES = ("Present", "By telephone or video", "Excused", "Absent")
THERE = frozenset(PRESENCES[:2])
EDITIONS = ("Committee", "Survey", "Open", "Action sheet", "NPDB insert")
ON_PAPER_ALONE = frozenset({"Action sheet", "NPDB insert"})
"""Editions that are handed over on paper, collected and logged: the single original, and what the NPDB answered. They leave
the program only by being issued."""
