"""Peer references: enough of them, about six competencies, from somebody who saw the person work, and not only from friends."""

from collections.abc import Iterator
from datetime import date

from workbench.records.application import COMPETENCIES, GRADES, Reference
from workbench.records.days import last_day_of, months_on
from workbench.records.fields import LASTING
from workbench.records.policy import Policy
from workbench.rules import disciplines, own_file
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import REFEREES, Lack, bad, warn

RECENT_MONTHS = 24
"""Somebody must have observed the person within so many months before the meeting: current competence."""
COULD_NOT_SAY = GRADES[-1][0]
CLOSE = frozenset({"Partner", "Relative"})
"""Relationships that cannot carry a file alone."""


def needed(sort: str, policy: Policy) -> int:
    """How many references an application of this sort takes, by the office's policy."""
    return policy.references if sort == "Initial appointment" else policy.renewal_references


def observed_recently(reference: Row, on: date) -> bool:
    """Whether the referee saw the person work within the last 24 months before a day, as far as the reference can say: what came
    on a day tells of nothing after it. Who gave no end still saw the person when writing; while nothing came, until now."""
    if not reference.observed_to and not reference.observed_from:
        return False
    ended = reference.observed_to.strip().lower() not in ("", *LASTING)
    until = last_day_of(reference.observed_to) if ended else on
    seen = [each for each in (until, reference.received) if each is not None]
    return until is not None and min(seen) >= months_on(on, -RECENT_MONTHS)


def open_competencies(reference: Row) -> int:
    """How many of the six were left without an answer."""
    return sum(getattr(reference, name) is None for name in COMPETENCIES)


def says_nothing(reference: Row) -> bool:
    """Whether a referee could not say anything of any of the six."""
    return all(getattr(reference, name) == COULD_NOT_SAY for name in COMPETENCIES)


def is_peer(reference: Row, discipline: str) -> bool:
    """Whether a referee is of a discipline, or may be: of no degree that is known nothing is said against it."""
    own = disciplines.of_degree(reference.degree)
    return not discipline or own in ("", discipline)


def reference_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What is missing of the references."""
    asked: Row = dossier.application
    wanted = needed(asked.sort, policy) if asked is not None else 0
    came = [each for each in dossier.references if each.received and each.received <= on]
    came = [each for each in came if not own_file.is_own(dossier, each.name)]
    said = [each for each in came if not says_nothing(each)]
    discipline = disciplines.of_person(dossier.person)
    same = [each for each in said if is_peer(each, discipline)]
    if len(same) < wanted:
        out = sum(each.requested is not None and not each.received for each in dossier.references)
        more = wanted - len(same)
        remedy = "Remind the referees, or ask another." if out >= more else f"Ask {more - out} more."
        what = f"{len(same)} of {wanted} references{'' if len(same) == len(said) else f' by peers ({discipline})'}"
        yield bad(what, remedy, "references", REFEREES if out else "us", rule="REF_MIN")
    for each in came:
        if count := open_competencies(each):
            remedy = f"Ask {each.name} about the rest; current competence is judged by all six."
            yield bad(f"Reference leaves {count} of 6 open", remedy, "references", REFEREES, each.id, "REF_MIN")
    yield from _silent(said)
    unknown = [each for each in said if discipline and not disciplines.of_degree(each.degree)]
    if wanted and unknown:
        remedy = f"Enter the degree of {unknown[0].name}: a peer is of the same discipline ({discipline})."
        yield warn("A referee's discipline is not known", remedy, "references", record=unknown[0].id)
    if came and wanted:
        yield from _how_known(came, on)


def _silent(said: list[Row]) -> Iterator[Lack]:
    """Competencies of which nobody can say anything."""
    for name in COMPETENCIES if said else ():
        if all(getattr(each, name) == COULD_NOT_SAY for each in said):
            of = _named(name)
            yield bad(
                f"Nobody can say: {of}", f"Ask a peer who can speak of {of}.", "references", REFEREES, rule="REF_MIN"
            )


def _named(competency: str) -> str:
    """“technical and clinical skills”."""
    return str(getattr(Reference, competency).verbose_name).lower()


def _how_known(came: list[Row], on: date) -> Iterator[Lack]:
    if not any(observed_recently(each, on) for each in came):
        remedy = "Ask somebody who saw the applicant work within 24 months before the meeting."
        yield bad("Nobody observed within 24 months", remedy, "references", REFEREES)
    if all(each.relationship in CLOSE for each in came):
        remedy = "Ask a peer who is neither partner nor relative."
        yield bad("References only by partner or relative", remedy, "references", REFEREES)
    elif any(each.relationship in CLOSE for each in came):
        yield warn("A referee is partner or relative", "The profile says so; the others carry the file.", "references")
