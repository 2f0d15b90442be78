"""The profile of a practitioner: all that its page says, and nothing else.

It never holds a birth date or year, sex, race, language, home address, SSN or health detail, and no photograph: those are not
read here at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.papers import attachments, peers_said, verified, verified_history
from workbench.papers.attachments import Attachment
from workbench.papers.disclosed import Disclosed, answered
from workbench.papers.editions import Edition
from workbench.papers.peers_said import Referee
from workbench.papers.said_before import Word
from workbench.papers.seen import Seen
from workbench.records import texts
from workbench.records.evidence import CME
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import criteria, lapsing, review, timeline, times_off
from workbench.rules.dossier import Dossier, Row
from workbench.rules.timeline import Gap, Span

Line = tuple[str, ...]
Files = Sequence[tuple[str, Dossier]]
"""The dossiers of a person's applications on an agenda, each with the number of its item."""
NO_REASON = "No reason for full review was found."
CLAIM_HEADINGS = ("Occurred", "Closed", "Allegation", "Outcome", "Paid")


@dataclass(frozen=True)
class Asked:
    """One privilege that is asked for."""

    name: str
    form: str
    special: bool
    criteria: str
    """“94 cases in 24 months; asks 50”."""
    verdict: str
    tone: str
    chair: str
    conditions: str


@dataclass(frozen=True)
class Ask:
    """What one application asks for, and what the chair says of it."""

    item: str
    line: str
    """“Initial appointment · Orthopedic Surgery · Provisional, Department of Surgery”."""
    term: str
    privileges: tuple[Asked, ...]
    fppe: str
    chair_view: str
    chair_report: str
    chair: str
    """Who and when."""
    changes: str
    lapses: tuple[str, ...] = ()
    """Privileges that are held and not asked for again, each with its last day."""
    again: tuple[str, ...] = ()
    """Privileges that are asked for as added and held already."""


@dataclass(frozen=True)
class Profile:
    """One practitioner of an agenda."""

    key: str
    item: str
    provider: int
    name: str
    known: str
    """NPI, former names, supervising physician."""
    asks: tuple[Ask, ...]
    review: tuple[str, str, str]
    """Tone, heading and reasons; all empty where nobody may see them."""
    flags: tuple[tuple[str, str, bool], ...]
    """Red flag, its resolution, whether it is resolved."""
    seen: tuple[Seen, ...]
    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...]
    until: date
    affiliations: tuple[Line, ...]
    disclosed: Disclosed | None
    claims: tuple[Line, ...] | None
    """None where nobody may see them; empty for none."""
    referees: tuple[Referee, ...]
    referee_warnings: tuple[str, ...]
    evaluated: tuple[Line, ...]
    """OPPE: period, conclusion, reviewer and when."""
    activity: tuple[Line, ...]
    """What, number, period, source."""
    missing: tuple[str, ...]
    """What a reader of such a profile looks for, this edition would show, and the office does not have."""
    attached: tuple[Attachment, ...]
    before: tuple[Word, ...] = ()
    """What earlier committees decided; empty where nobody may see it."""


def profile_of(files: Files, on: date, today: date, policy: Policy, edition: Edition) -> Profile:
    """The profile of one person, with the item's number and the dossier of each of the applications on the agenda."""
    item, file = files[0]
    judged = edition.judgments
    return Profile(
        key=f"profile {file.person.id}",
        item=item,
        provider=file.person.id,
        name=file.title,
        known=_known(file),
        asks=tuple(_ask(number, each, on, policy, edition) for number, each in files),
        review=_review(files, on, policy) if judged else ("", "", ""),
        flags=tuple(_flag(row, kind) for kind, each in by_kind(files) for row in each.flags) if judged else (),
        seen=verified.seen(file, on, policy.verification_days, edition, flagged=any(each.flags for _, each in files)),
        spans=tuple(_worked(each) for each in timeline.spans(file, today) if each.kind != timeline.WITHOUT),
        gaps=tuple(replace(each, explained=each.told) for each in timeline.gaps(file, today, policy)),
        until=today,
        affiliations=tuple(_affiliation(row, judged) for row in file.affiliations),
        disclosed=_disclosed(files, on, policy, judged),
        claims=tuple(_claim(row) for row in file.claims) if judged else None,
        referees=tuple(
            peers_said.referee(row, on, judged, kind) for kind, each in by_kind(files) for row in each.references
        ),
        referee_warnings=peers_said.warnings(by_kind(files), on, policy) if judged else (),
        evaluated=tuple(_oppe(row, judged) for row in file.oppe[:4]),
        activity=tuple(_activity(row) for row in file.activity) if judged else (),
        missing=tuple(_missing([each for _, each in files], judged)),
        attached=attachments.of_dossier(file, item, edition),
    )


def by_kind(files: Files) -> list[tuple[str, Dossier]]:
    """Where a person has several applications on one agenda, what is said of one is said with its kind: “Reappointment: ”; never
    with its number, which may shift."""
    many = len(files) > 1
    return [(f"{file.application.sort}: " if many and file.application else "", file) for _, file in files]


def _missing(files: Sequence[Dossier], judged: bool) -> Iterator[str]:
    """Of a reappointment what was done since the last term; claims, gaps, the NPDB and references say so at their place."""
    file, asked = files[0], [each.application for each in files if each.application]
    yield from verified_history.lacking(file)
    if not any(each.references for each in files):
        yield "references"
    again = [each for each in asked if each.sort == "Reappointment"]
    if not file.affiliations:
        yield "affiliations"
    if again and not file.oppe:
        yield "OPPE"
    if again and judged:
        counted = {row.sort == CME for row in file.activity}
        yield from [said for sort, said in ((False, "activity numbers"), (True, "CME")) if sort not in counted]
        if not any(each.changes.strip() for each in again):
            yield "changes since the last term"


def _known(file: Dossier) -> str:
    former = [" ".join(part for part in (row.first, row.last) if part) for row in file.names]
    person = file.person
    boss = _supervisor(person)
    parts = [f"NPI {person.npi}" if person.npi else "NPI not on file"]
    parts += [f"formerly or also {', '.join(former)}"] if former else []
    parts += [f"supervising physician {boss}"] if boss else []
    return " · ".join(parts)


def _supervisor(person: Row) -> str:
    if person.supervisor is None:
        return ""
    return Provider.title_of(*(getattr(person, f"supervisor_{name}") for name in Provider.titled_by))


def _ask(number: str, file: Dossier, on: date, policy: Policy, edition: Edition) -> Ask:
    asked: Row = file.application
    department = asked.department_name or file.person.department_name
    standing = ", ".join(
        part for part in (asked.category_name, f"Department of {department}" if department else "") if part
    )
    specialty = " and ".join(part for part in (file.person.specialty_name, file.person.subspecialty_name) if part)
    days = [texts.day(each) for each in (asked.term_starts, asked.term_ends)]
    judged = criteria.judged(file, on, policy)
    open_term = "" if asked.sort == "Added privileges" else "No term asked for"
    return Ask(
        item=number,
        line=" · ".join(part for part in (asked.sort, specialty, standing, asked.facility_name) if part),
        term=f"Term asked for: {days[0]} to {days[1]}" if all(days) else open_term,
        privileges=tuple(
            _asked(row, judged[row.id], edition.judgments) for row in file.requests if row.decision != "Withdrawn"
        ),
        fppe=asked.fppe if edition.judgments or not asked.fppe else "on file",
        chair_view=asked.chair_view if edition.judgments or not asked.chair_view else "Reported",
        chair_report=asked.chair_report if edition.judgments else "",
        chair=", ".join(part for part in (asked.chair, texts.day(asked.chair_on)) if part),
        changes=asked.changes if edition.judgments else "",
        lapses=tuple(lapsing.said(each) for each in lapsing.lapsing(file, on)),
        again=tuple(lapsing.said(each) for each in lapsing.held_already(file, on).values()),
    )


def _asked(row: Row, judged: criteria.Judged, in_confidence: bool) -> Asked:
    """What the office saw for a criterion is said in its own words beside it, and goes with the chair's."""
    plain = " · ".join(part.text for part in judged.parts) or judged.text
    return Asked(
        name=row.name,
        form=row.form_name,
        special=row.sort == "Special",
        criteria=judged.text if in_confidence else plain,
        verdict=judged.verdict,
        tone=criteria.VERDICT_TONES[judged.verdict],
        chair=(row.chair_view or "no view yet") if in_confidence else "",
        conditions=row.conditions if in_confidence else "",
    )


def _review(files: Files, on: date, policy: Policy) -> tuple[str, str, str]:
    """What the office chose, else what the rules say, of each application; what would have to be otherwise stays on the screen."""
    said = {kind: _reviewed(file, on, policy) for kind, file in by_kind(files)}
    tone = "warn" if any(each[0] == "warn" for each in said.values()) else "good"
    headings = {each[1] for each in said.values()}
    if len(headings) == 1:
        words = dict.fromkeys(f"{kind}{each[2]}" for kind, each in said.items() if each[2])
        return tone, headings.pop(), " · ".join(words)
    apart = (f"{kind}{heading} {words}".rstrip(": ") for kind, (_, heading, words) in said.items())
    return tone, "Each application by itself.", " ".join(each if each.endswith(".") else f"{each}." for each in apart)


def _reviewed(file: Dossier, on: date, policy: Policy) -> tuple[str, str, str]:
    asked: Row = file.application
    reasons, own = review.reasons(file, on, policy), asked.review_reason if asked else ""
    words = " · ".join(dict.fromkeys([*reasons, *([own] if own else [])]))
    if asked and review.category(file, on, policy) == review.FULL:
        return "warn", "Category 2, full review.", words
    if reasons:
        return "warn", "Category 1, expedited review, chosen despite:", words
    return "good", "Category 1, expedited review possible.", words or NO_REASON


def _flag(row: Row, kind: str) -> tuple[str, str, bool]:
    matter = f"{kind}{row.matter}"
    if not row.resolution:
        return matter, "Stands open.", False
    by = ", ".join(part for part in (row.by, texts.day(row.resolved)) if part)
    return matter, f"{row.resolution} ({by})" if by else row.resolution, row.resolved is not None


def _worked(span: Span) -> Span:
    """A line of work without a position may be a time off that nobody called so: its words stay in the file."""
    if span.kind == timeline.WORK and times_off.says_nothing(span.detail):
        return replace(span, title="Position not stated", detail="")
    return span


def _affiliation(row: Row, judged: bool) -> Line:
    years = " to ".join((texts.fuzzy(row.started) or "not stated", texts.fuzzy(row.ended) or "now"))
    return row.hospital, row.category, years, row.standing or "standing not stated" if judged else ""


def _disclosed(files: Files, on: date, policy: Policy, judged: bool) -> Disclosed | None:
    """Of each application what it answers and when it was attested."""
    said = [(kind, answered(file, on, policy, judged)) for kind, file in by_kind(files)]
    return Disclosed(
        " ".join(f"{kind}{each.summary}" for kind, each in said),
        "warn" if any(each.tone for _, each in said) else "",
        tuple((f"{kind}{question}", told) for kind, each in said for question, told in each.yes),
    )


def _claim(row: Row) -> Line:
    closed = texts.fuzzy(row.closed) or ("open" if row.outcome == "Open" else "")
    said = f"{row.allegation}. {row.explanation}" if row.explanation else row.allegation
    return texts.fuzzy(row.occurred), closed, said, row.outcome, "" if row.paid is None else f"${row.paid:,}"


def _oppe(row: Row, judged: bool) -> Line:
    by = ", ".join(part for part in (row.reviewer, texts.day(row.reviewed)) if part)
    period = f"{texts.day(row.starts)} to {texts.day(row.ends)}"
    return period, (row.result if judged else "evaluated"), by or "not reviewed", row.remarks if judged else ""


def _activity(row: Row) -> Line:
    return (
        row.name,
        f"{row.number:,}",
        f"{texts.day(row.starts)} to {texts.day(row.ends)}",
        row.source or "source not stated",
    )
