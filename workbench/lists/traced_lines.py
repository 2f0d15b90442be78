"""What a file holds, element by element, as it is traced: what was seen of each thing, where, when and by whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.records.conduct import FOR_CAUSE
from workbench.records.elements import ELEMENTS
from workbench.records.evidence import Check, enrolled_to
from workbench.records.verification import Verification
from workbench.records.words import of
from workbench.rules.in_force import called
from workbench.rules.standing import File
from workbench.store import asking

STATED, MET = "Stated, not verified", "Met"
OF_CHECKS = {
    "Identity": ("identity", "IDENTITY"),
    "Background check": ("background", ""),
    "Health attestation": ("health", ""),
    "OIG exclusion list (LEIE)": ("exclusions", "LEIE_MONTH"),
    "SAM exclusions": ("exclusions", "SAM_MONTH"),
    "State Medicaid exclusions": ("exclusions", "MEDICAID_MONTH"),
    "Military service": ("work_history", "MILITARY"),
}
"""By sort, the element that a check is of and its rule."""


@dataclass(frozen=True)
class Traced:
    """One element of a file, as far as one thing of it is concerned."""

    element: str
    """Its key."""
    what: str
    """“State license IL 036-119204”."""
    asked: str = ""
    """The requirement with its limit: “License verified at the source”."""
    source: str = ""
    done: date | None = None
    """The day on which it was seen at the source, or done."""
    by: str = ""
    ends: date | None = None
    found: str = ""
    """What is found, in words; else that it is met, or only stated."""
    tone: str = ""
    citation: str = ""
    credential: int | None = None
    rule: str = ""
    """The rule that asks it, if not the element's first."""

    def age(self, on: date) -> int | None:
        """How many days ago it was seen; None if never."""
        return (on - self.done).days if self.done and self.done <= on else None


def held(file: File, seen: Mapping[Any, Any], on: date) -> Iterator[Traced]:
    """What the file holds, element by element."""
    for each in file.credentials:
        look = seen.get(("credential", each.id))
        element = each.sort_key if each.sort_key in ELEMENTS else "other"
        done = look.done if look else each.verified
        source, by = (look.source_name, look.by) if look else ("", "")
        yield _stated(Traced(element, called(each), "", source, done, by, each.expires, credential=each.id))
    yield from _background(file, seen)
    yield from _looks(file, seen, on)
    yield from _standing(file, on)


def _background(file: File, seen: Mapping[Any, Any]) -> Iterator[Traced]:
    """Education, affiliations and what else was verified of the person."""
    stated = []
    for each in file.education:
        if look := seen.get(("education", each.id)):
            yield _stated(_looked(Traced("education", _school(each)), look))
        else:
            stated.append(_school(each))
    if stated:
        yield _stated(Traced("education", "; ".join(dict.fromkeys(stated))))
    for element, rows in (("work_history", file.work), ("affiliation", file.affiliations)):
        if rows:
            count = f"{ELEMENTS[element]}: {len(rows):,} on file"
            yield _stated(_looked(Traced(element, count), seen.get(("element", element))))
    for element in ("claims", "sanctions", "exclusions", "training"):
        if look := seen.get(("element", element)):
            yield _stated(_looked(Traced(element, ELEMENTS[element]), look))


def _school(each: Any) -> str:
    """“Fellowship, Cardiology, Rush”: two of one sort are told apart."""
    return ", ".join(part for part in (each.sort, each.program, each.institution) if part)


def _looks(file: File, seen: Mapping[Any, Any], on: date) -> Iterator[Traced]:
    """The NPDB by its dates alone, lists, identity; the newest of each."""
    for each in [row for row in file.queries if row.queried <= on][:1]:
        until = next((to for row in file.queries if (to := enrolled_to(row))), None)
        yield Traced("npdb", "NPDB query", "", "NPDB", each.queried, "", until, MET)
    met: set[str] = set()
    for each in file.checks:
        if each.done <= on and each.sort not in met:
            met.add(each.sort)
            element, rule = OF_CHECKS[each.sort]
            row = seen["check", each.id]
            yield Traced(element, each.sort, "", row.source, each.done, row.by, None, MET, rule=rule)
    for each in file.oppe[:1]:
        done = each.reviewed or None
        yield Traced("oppe", "Ongoing evaluation (OPPE)", "", "", done, "", each.ends, MET if done else "Not reviewed")


def _standing(file: File, on: date) -> Iterator[Traced]:
    """The term, what is held, focused evaluations of new privileges; of an application under way what peers and applicant signed."""
    for asked in file.applications:
        came = [each.received for each in asked.references if each.received]
        if asked.references:
            said = f"{len(came):,} of {len(asked.references):,} received"
            yield Traced(
                "references", f"Peer references: {said}", "", "", max(came, default=None), "", None, "", rule="REF_MIN"
            )
        signed = asked.application.attested if asked.application is not None else None
        yield _stated(Traced("application", "Attestation", "", "Applicant", signed, "", rule="ATTEST_AGE"))
    terms = [each for each in file.appointments if _runs(each, on)] or list(file.appointments)
    for each in terms[:1]:
        yield Traced(
            "appointment", f"Appointment {each.facility_name or ''}".strip(), "", "", each.starts, "", each.ends, MET
        )
    yield from _privileged(file, on)
    for each in file.fppe:
        if each.sort != FOR_CAUSE:
            said = MET if each.concluded else "Under way"
            yield Traced(
                "fppe", "Focused evaluation (FPPE)", "", "", each.concluded or each.starts, "", each.ends, said
            )


def _runs(each: Any, on: date) -> bool:
    return (not each.starts or each.starts <= on) and (not each.ends or each.ends >= on)


def _privileged(file: File, on: date) -> Iterator[Traced]:
    """What is held on the day, and until when the first of it ends; where all ended, that they did."""
    held = [each for each in file.held if _runs(each, on)]
    over = [each for each in file.held if each.ends and each.ends < on]
    rows = held or over
    if rows:
        ends = [each.ends for each in rows if each.ends]
        first = min(each.starts for each in rows) if all(each.starts for each in rows) else None
        what = f"{of(len(rows), 'privilege')} {'held' if held else 'ended'}"
        last = min(ends, default=None) if held else max(ends, default=None)
        yield Traced(
            "privileges", what, "", "", first, "", last, MET if held else "None in force", "" if held else "info"
        )


def _looked(line: Traced, look: Any) -> Traced:
    return replace(line, source=look.source_name, done=look.done, by=look.by) if look else line


def _stated(line: Traced) -> Traced:
    """Verified or only stated; that alone is no finding."""
    return replace(line, found=MET if line.done else STATED, tone="" if line.done else "info")


def seen(files: Mapping[int, File]) -> dict[int, dict[Any, Any]]:
    """By person, the newest verification that stands of each thing, with its source and who saw it."""
    query = Verification.select(
        *(getattr(Verification, name).alias(name) for name in ("provider", "element", "done", "by")),
        *(getattr(Verification, name).alias(name) for name in ("credential", "education")),
        Verification.source.rel_model.name.alias("source_name"),
    ).join(Verification.source.rel_model)
    query = query.where(Verification.provider.in_(asking.among(files)) & Verification.struck.is_null())
    found: dict[int, dict[Any, Any]] = defaultdict(dict)
    for row in query.order_by(Verification.done, Verification.id).namedtuples():
        key = ("credential", row.credential) if row.credential else ("education", row.education)
        found[row.provider][key if key[1] else ("element", row.element)] = row
    checks = Check.select(Check.id, Check.provider.alias("provider"), Check.source, Check.by)
    for row in checks.where(Check.provider.in_(asking.among(files))).namedtuples():
        found[row.provider]["check", row.id] = row
    return found
