"""Where a person comes from, as their file lists it: each with when and where its newest verification was made."""

from datetime import date
from typing import Any

from peewee import Field, ModelSelect

from workbench.records import texts
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.policy import Policy
from workbench.records.record import Record
from workbench.records.verification import AS_STATED, NOT_FOUND, Verification, VerificationSource

OF_EDUCATION = ("Sort", "Institution", "Degree or specialty", "From", "To", "Verified")
OF_WORK = ("Employer", "Position", "From", "To", "Place", "Verified")
OF_AFFILIATIONS = ("Hospital", "Category there", "From", "To", "Standing", "Verified")
STATED = "Stated, not verified"


def education() -> ModelSelect:
    """Schools and training, in the order of time."""
    query = Education.select(Education, *seen(Education, Verification.education))
    return query.order_by(Education.started, Education.ended, Education.id)


def work() -> ModelSelect:
    """Positions, the newest first."""
    query = WorkHistory.select(WorkHistory, *seen(WorkHistory, Verification.work))
    return query.order_by(WorkHistory.started.desc(), WorkHistory.id)


def affiliations() -> ModelSelect:
    """Other hospitals, the newest first."""
    query = Affiliation.select(Affiliation, *seen(Affiliation, Verification.affiliation))
    return query.order_by(Affiliation.started.desc(), Affiliation.id)


def of_education(each: Education, today: date, policy: Policy) -> tuple:
    """Of a school or a training its texts and tones."""
    seen, tone = said(each)
    return (
        each.sort,
        each.institution,
        each.program,
        texts.fuzzy(each.started),
        texts.fuzzy(each.ended),
        seen,
        {5: tone},
    )


def of_work(each: WorkHistory, today: date, policy: Policy) -> tuple:
    """Of a position its texts and tones."""
    place = ", ".join(part for part in (each.city, each.state) if part)
    what = each.position or (f"Time off: {str(each.time_off).lower()}" if each.time_off else "")
    seen, tone = said(each)
    return each.employer, what, texts.fuzzy(each.started), texts.fuzzy(each.ended) or "present", place, seen, {5: tone}


def of_affiliation(each: Affiliation, today: date, policy: Policy) -> tuple:
    """Of another hospital its texts and tones."""
    (seen, tone), until = said(each), texts.fuzzy(each.ended) or "present"
    return each.hospital, each.category, texts.fuzzy(each.started), until, each.standing, seen, {5: tone}


def seen(model: type[Record], link: Field) -> tuple[Any, Any, Any]:
    """What a query of a model selects besides, so that its rows can say when and where they were verified: link is the
    verification's own to it."""
    return (
        _newest(model, link, Verification.done).alias("seen_on"),
        _newest(model, link, VerificationSource.name).alias("seen_at"),
        _newest(model, link, Verification.result).alias("seen_as"),
    )


def _newest(model: type[Record], link: Field, wanted: Field) -> ModelSelect:
    query = Verification.select(wanted).join(VerificationSource)
    query = query.where((link == model.id) & Verification.struck.is_null())  # type: ignore[attr-defined]
    return query.order_by(Verification.done.desc(), Verification.id.desc()).limit(1)


def said(row: Any) -> tuple[str, str]:
    """“Oct 29 2026 · AMA Physician Profile” of a row that selects seen(), and its tone."""
    if row.seen_on is None:
        return STATED, "quiet"
    on = row.seen_on if isinstance(row.seen_on, date) else date.fromisoformat(row.seen_on)
    words = f"{texts.day(on)} · {row.seen_at}"
    if row.seen_as == AS_STATED:
        return words, ""
    return f"{row.seen_as} · {words}", "bad" if row.seen_as == NOT_FOUND else "warn"
