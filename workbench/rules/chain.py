"""The chain of an application: which committee's turn each stage is, and where an outcome sends the file."""

from workbench.records.application import STAGES, Application
from workbench.records.committee import FINAL

STAGE_OF = {
    "Department": "Department chair",
    "Credentials committee": "Credentials committee",
    "Medical executive committee": "Medical executive committee",
    "Governing board": "Governing board",
    "Expedited board committee": "Governing board",
}
"""The stage at which it is a committee's turn, by its level; other committees are outside the chain."""
APPROVED = frozenset({"Approved", "Approved with conditions"})
DECIDED = APPROVED | {"Not approved", "Referred"}
"""Outcomes that take a quorum; what is put off, withdrawn or noted takes none."""
OF_INFORMATION = frozenset({"Accepted for information", "Deferred"})
"""The only outcomes of what is on an agenda for information."""
RETURNS = frozenset({"Deferred"})
"""Outcomes whose item comes back on the committee's next agenda."""


def is_approved(application: Application) -> bool:
    """Whether an application was closed by an approval, with conditions or without."""
    return application.stage == "Closed" and application.outcome in APPROVED


def is_turn_of(stage: str, level: str) -> bool:
    """Whether a file of this stage waits for a committee of this level."""
    return STAGE_OF.get(level) == stage


def after(stage: str, level: str, outcome: str) -> str:
    """The stage of a file once a committee said this; the same where it stays. A decision is the governing board's alone."""
    turn = STAGE_OF.get(level)
    if outcome == "Withdrawn":
        return "Closed"
    if turn is None or stage == "Closed" or STAGES.index(stage) > STAGES.index(turn):
        return stage
    if level in FINAL:
        denied = (
            outcome == "Not approved" and level == "Governing board"
        )  # the expedited committee sends it to the board
        return "Closed" if outcome in APPROVED or denied else stage
    # Recommended or not, the file goes on: the next one decides what to make of it. The exception is the MEC: an adverse
    # recommendation waits for the hearing that the bylaws give, before the board acts.
    adverse = outcome == "Not approved" and level != "Medical executive committee"
    return STAGES[STAGES.index(turn) + 1] if outcome in APPROVED or adverse else stage
