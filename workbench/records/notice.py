"""Renewal notices: which was sent of which term, when, to whom and how."""

from workbench.records.credential import Credential
from workbench.records.fields import Day, Link, Text, Whole
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import choices, of

EMAIL, LETTER, MAILING = "E-mail draft", "Letter", "Mailing list"
HOWS = (EMAIL, LETTER, MAILING)
EXPIRED = 0
"""The notice of a term that had ended before it was sent."""


class RenewalNotice(Record):
    """One notice of one term of a credential."""

    credential = Link(Credential, verbose_name="Credential", on_delete="CASCADE", backref="notices")
    stage = Whole(
        verbose_name="Days before",
        help_text="Which of the office's notices it was: 90, 60, 30, 14 or 7 days; 0 of a term that had ended.",
    )
    sent = Day(verbose_name="Sent on")
    addressee = Text(verbose_name="To", default="")
    how = Text(verbose_name="How", choices=choices(HOWS))

    titled_by = ("stage", "sent")


def called(stage: int) -> str:
    """What a notice is called: “30 days”, or “expired” of a term that had ended."""
    return "expired" if stage == EXPIRED else of(stage, "day")


NOTICES = Kind(
    RenewalNotice,
    "Renewal notices",
    ("credential", "stage", "sent", "addressee", "how"),
    ("addressee",),
    natural_key=("credential", "stage", "sent"),
)
