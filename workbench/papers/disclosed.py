"""What an application's disclosure questions answer, and when it was attested, as the profile prints it."""

from dataclasses import dataclass
from datetime import date

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.rules.dossier import Dossier


@dataclass(frozen=True)
class Disclosed:
    """The answers of an application's questions; of those that may be about health, how many were answered yes."""

    summary: str
    tone: str
    yes: tuple[tuple[str, ...], ...]
    """Question and explanation of each yes."""


def answered(file: Dossier, on: date, policy: Policy, judged: bool) -> Disclosed:
    """Of one application; without what a yes explains where an edition may not show it."""
    rows, signed = file.disclosures, file.application.attested if file.application else None
    days = f"{(on - signed).days} days before the meeting" if signed else ""
    age = f"Attestation signed {texts.day(signed)}, {days}." if signed else "Not attested."
    tone = "warn" if signed is None or (on - signed).days > policy.attestation_days else ""
    if not rows:
        return Disclosed(f"No disclosure questions on file. {age}", "warn", ())
    yes = [row for row in rows if row.answer and not row.health]
    filed = sum(bool(row.answer) for row in rows) - len(yes)
    unanswered = sum(row.answer is None for row in rows)
    said = [of(len(rows), "question")]
    if judged:
        said += [f"{len(yes)} answered yes"] if yes else []
        said += [f"{filed} answered yes, see the file"] if filed else []
        said += ["no yes"] if not (yes or filed) and unanswered < len(rows) else []
    said += [f"{unanswered} not answered"] if unanswered else []
    shown = tuple((row.question, row.explanation or "Not explained.") for row in yes) if judged else ()
    return Disclosed(f"{', '.join(said)}. {age}", "warn" if unanswered else tone, shown)
