"""Peer references: enough of them, about six competencies, from somebody who saw the person work, and not only from friends."""

from collections.abc import Iterable, Iterator
from datetime import date

from workbench.records.application import COMPETENCIES, Reference
from workbench.records.days import last_day_of, months_on
from workbench.records.fields import LASTING
from workbench.records.policy import Policy
from workbench.rules import disciplines, own_file
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import REFEREES, Lack, bad, warn

RECENT_MONTHS = 24
"""Somebody must have observed the person within so many months before the meeting: current competence."""
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


def came(dossier: Dossier, on: date) -> list[Row]:
    """The references that came by a day; nobody speaks for themselves."""
    found = [each for each in dossier.references if each.received and each.received <= on]
    return [each for each in found if not own_file.is_own(dossier, each.name)]


def of_peers(dossier: Dossier, references: Iterable[Row], policy: Policy) -> list[Row]:
    """Those of them that count: by somebody of the applicant's own discipline."""
    applicant = dossier.person.provider_type or ""
    return [each for each in references if disciplines.is_same(applicant, each.degree or "", policy)]


def enough(dossier: Dossier, on: date, policy: Policy) -> str:
    """“2 of 3 references”, “1 of 3 references of the same discipline” where too few came that count; else empty."""
    wanted = needed(dossier.application.sort, policy) if dossier.application is not None else 0
    all_of = came(dossier, on)
    count = len(of_peers(dossier, all_of, policy))
    if count >= wanted:
        return ""
    return f"{count} of {wanted} references{' of the same discipline' if count < len(all_of) else ''}"


def reference_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What is missing of the references."""
    all_of = came(dossier, on)
    if short := enough(dossier, on, policy):
        waiting = [each for each in dossier.references if each.requested is not None and not each.received]
        out = len(of_peers(dossier, waiting, policy))
        more = needed(dossier.application.sort, policy) - len(of_peers(dossier, all_of, policy))  # type: ignore[union-attr]
        remedy = "Remind the referees, or ask another." if out >= more else f"Ask {more - out} more."
        if short.endswith("discipline"):
            remedy += " What others say is kept, and does not count as a peer's."
        yield bad(short, remedy, "references", REFEREES if out else "us", rule="REF_MIN")
    for each in all_of:
        if count := open_competencies(each):
            remedy = f"Ask {each.name} about the rest; current competence is judged by all six."
            yield bad(f"Reference leaves {count} of 6 open", remedy, "references", REFEREES, each.id, "REF_MIN")
    if all_of and dossier.application is not None and needed(dossier.application.sort, policy):
        yield from _nobody_says(all_of)
        yield from _how_known(all_of, on)


def _nobody_says(references: list[Row]) -> Iterator[Lack]:
    """“Could not say” is an answer of one; a competency of which all say that nobody spoke to."""
    silent = [
        Reference.field(name).verbose_name.lower()
        for name in COMPETENCIES
        if all(getattr(each, name) == 0 for each in references)
    ]
    if silent:
        remedy = "Ask somebody who saw enough of it: current competence is judged by all six."
        yield bad(f"No reference could speak of {', '.join(silent)}", remedy, "references", REFEREES, rule="REF_MIN")


def _how_known(came: list[Row], on: date) -> Iterator[Lack]:
    if not any(observed_recently(each, on) for each in came):
        remedy = "Ask somebody who saw the applicant work within 24 months before the meeting."
        yield bad("Nobody observed within 24 months", remedy, "references", REFEREES)
    if all(each.relationship in CLOSE for each in came):
        remedy = "Ask a peer who is neither partner nor relative."
        yield bad("References only by partner or relative", remedy, "references", REFEREES)
    elif any(each.relationship in CLOSE for each in came):
        yield warn("A referee is partner or relative", "The profile says so; the others carry the file.", "references")
