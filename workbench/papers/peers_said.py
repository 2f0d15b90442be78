"""What referees say of a practitioner, as the profile prints it, and what about the references a reader must know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.records import texts
from workbench.records.application import COMPETENCIES
from workbench.records.policy import Policy
from workbench.rules import disciplines, peers
from workbench.rules.dossier import Dossier, Row

HEADINGS = ("Knowledge", "Skills", "Judgment", "Interpersonal", "Communication", "Professionalism")


@dataclass(frozen=True)
class Referee:
    """One reference."""

    name: str
    relationship: str
    observed: str
    close: bool
    """Partner or relative."""
    grades: tuple[int | None, ...]
    """Of the six competencies, 4 to 0 (could not say), None if not answered; empty where nobody may see them."""
    recommends: str
    comment: str
    received: str


def referee(row: Row, on: date, judged: bool, kind: str = "") -> Referee:
    """A reference; without what it says where an edition may not show it. kind is of which application, where there are several."""
    came = row.received is not None and row.received <= on
    years = " to ".join((texts.fuzzy(row.observed_from) or "?", texts.fuzzy(row.observed_to) or "now"))
    observed = years if row.observed_from or row.observed_to else "dates not stated"
    shown = judged and came
    return Referee(
        name=kind + ", ".join(part for part in (row.name, row.degree) if part),
        relationship=row.relationship,
        observed=observed,
        close=row.relationship in peers.CLOSE,
        grades=tuple(getattr(row, name) for name in COMPETENCIES) if shown else (),
        recommends=row.recommends if shown else "",
        comment=row.comment if shown else "",
        received=f"received {texts.day(row.received)}" if came else "not received",
    )


def warnings(by_kind: Sequence[tuple[str, Dossier]], on: date, policy: Policy) -> tuple[str, ...]:
    """Too few, nobody who saw the person lately, only close ones: in sentences, each with the application it is about."""
    said = []
    for kind, file in by_kind:
        came = [row for row in file.references if row.received and row.received <= on]
        discipline = disciplines.of_person(file.person)
        others = [row for row in came if not peers.is_peer(row, discipline)]
        wanted = peers.needed(file.application.sort, policy) if file.application else 0
        if len(came) < wanted:
            said.append(f"{kind}{len(came)} of {wanted} references are in.")
        if came and not any(peers.observed_recently(row, on) for row in came):
            said.append(
                f"{kind}No referee observed the applicant within {peers.RECENT_MONTHS} months before the meeting."
            )
        said += [f"{kind}{row.name}, {row.degree}, is of another discipline than the applicant." for row in others]
        close = [row for row in came if row.relationship in peers.CLOSE]
        said += [f"{kind}{row.name} is a {row.relationship.lower()} of the applicant." for row in close]
    return tuple(dict.fromkeys(said))
