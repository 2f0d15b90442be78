"""The parts of an application's file that are tables: disclosures, references, claims, red flags, and what was looked into."""

from datetime import date

from peewee import ModelSelect

from workbench.lists.file_looks import LOOKS_PART
from workbench.lists.file_parts import Part
from workbench.records import texts
from workbench.records.application import (
    CLAIMS,
    COMPETENCIES,
    DISCLOSURES,
    RED_FLAGS,
    REFERENCES,
    Claim,
    Disclosure,
    RedFlag,
    Reference,
)
from workbench.records.evidence import ACTIVITY, CHECKS, NPDB_QUERIES, OPPE, Activity, Check, NpdbQuery, Oppe
from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.peers import CLOSE, observed_recently

PATIENCE = 14
"""Days after which a referee is asked again."""
OPPE_TONES = {"No concern": "good", "Trend to watch": "warn", "Focused review": "bad"}
SEALED = {"No reports": "No reports", "Reports": "Reports: see sealed insert"}
"""What a page says of a response: never more than that there is one."""


def dots(grade: int | None) -> str:
    """A grade of 4 as dots; a dash where it was not answered, a question mark where the referee could not say."""
    if grade is None:
        return "—"
    return "●" * grade + "○" * (4 - grade) if grade else "?"


def _disclosure(each: Disclosure, today: date, policy: Policy) -> tuple:
    answer = {None: "Open", True: "Yes", False: "No"}[each.answer]  # type: ignore[index]
    tone = {None: "warn", True: "info", False: "quiet"}[each.answer]  # type: ignore[index]
    explained = each.explanation or ("Not explained" if each.answer else "")
    return (
        f"{each.position}. {each.question}",
        answer,
        explained,
        "See the file" if each.health else "Explained",
        {1: tone},
    )


def _reference(each: Reference, today: date, policy: Policy) -> tuple:
    name = ", ".join(part for part in (each.name, each.degree) if part)
    span = (texts.fuzzy(each.observed_from), texts.fuzzy(each.observed_to) or "now") if each.observed_from else ()
    known = ", ".join(part for part in (str(each.relationship), " to ".join(span)) if part)
    far = not observed_recently(each, today) and bool(each.observed_from)
    grades = [dots(getattr(each, name)) if each.received else "" for name in COMPETENCIES]
    state, tone = _state(each, today)
    return name, known, state, *grades, {1: "warn" if far or each.relationship in CLOSE else "", 2: tone}


def _state(each: Reference, today: date) -> tuple[str, str]:
    """How a reference stands: what it says once it came, and how long it has been waited for."""
    if each.received:
        plain = each.recommends in ("", "Recommend")
        return (_near(each.received), "good") if plain else (str(each.recommends), "warn")
    if each.requested is None:
        return "Not asked", "quiet"
    late = (today - each.requested).days > PATIENCE
    return f"Asked {_near(each.requested)}", "warn" if late else "quiet"


def _near(day: date) -> str:
    return f"{texts.MONTHS[day.month - 1]} {day.day}"


def _claim(each: Claim, today: date, policy: Policy) -> tuple:
    tone = "warn" if each.outcome == "Open" else "quiet"
    paid = f"${each.paid:,}" if each.paid else ""
    return each.allegation, texts.fuzzy(each.occurred), texts.fuzzy(each.closed), each.outcome, paid, {3: tone}


def _flag(each: RedFlag, today: date, policy: Policy) -> tuple:
    done = bool(each.resolved and each.resolution)
    state = f"Resolved {texts.day(each.resolved)}" if done else "Open"
    return each.matter, state, each.resolution, each.by, {1: "good" if done else "bad"}


def _query(each: NpdbQuery, today: date, policy: Policy) -> tuple:
    until = each.enrolled_until
    enrolled = f"until {texts.day(until)}" if until else ""
    line = standards.least("NPDB_2Y", policy, today)
    old = line is not None and today > line.good_until(each.queried)
    response = SEALED.get(each.result, "Not reviewed") if each.reviewed else "Not reviewed"
    reviewed = f"{texts.day(each.reviewed)} by {each.reviewed_by}" if each.reviewed else ""
    tones = {0: "bad" if old and not until else "", 1: "bad" if until and until < today else ""}
    lies = "Under seal" if each.response_id else "Not attached" if each.result == "Reports" else ""
    reviewed_tone = "info" if each.result == "Reports" else "good"
    tones |= {2: reviewed_tone if each.reviewed else "warn", 4: "warn" if lies == "Not attached" else "quiet"}
    return texts.day(each.queried), enrolled, response, reviewed, lies, tones


def _check(each: Check, today: date, policy: Policy) -> tuple:
    tone = "good" if each.result == "Clear" else "warn"
    return each.sort, texts.day(each.done), each.source, each.result, each.by, {3: tone}


def _oppe(each: Oppe, today: date, policy: Policy) -> tuple:
    period = f"{texts.day(each.starts)} to {texts.day(each.ends)}"
    return (
        period,
        each.result,
        each.reviewer,
        texts.day(each.reviewed),
        each.remarks,
        {1: OPPE_TONES.get(str(each.result), "")},
    )


def _activity(each: Activity, today: date, policy: Policy) -> tuple:
    return each.name, f"{each.number:,}", f"{texts.day(each.starts)} to {texts.day(each.ends)}", each.source


def _disclosures() -> ModelSelect:
    return Disclosure.select().order_by(Disclosure.position, Disclosure.id)


DISCLOSURES_PART = Part(
    "disclosures",
    "Disclosure questions",
    "question",
    DISCLOSURES,
    ("Question", "Answer", "Explanation", "A yes in a packet"),
    ("question", "health", "explanation", "position"),
    _disclosures,
    _disclosure,
    (1,),
    "application",
)
REFERENCES_PART = Part(
    "references",
    "Peer references",
    "reference",
    REFERENCES,
    ("Referee", "Knows as", "Reference", "Know.", "Skills", "Judgm.", "Interp.", "Comm.", "Prof."),
    tuple(["name", "degree", "relationship", "observed_from", "observed_to", "requested", "received"])
    + (*COMPETENCIES, "recommends", "comment"),
    lambda: Reference.select().order_by(Reference.id),
    _reference,
    (2,),
    "application",
)
CLAIMS_PART = Part(
    "claims",
    "Liability claims",
    "claim",
    CLAIMS,
    ("Allegation", "Occurred", "Closed", "Outcome", "Paid"),
    ("allegation", "occurred", "closed", "outcome", "paid", "explanation"),
    lambda: Claim.select().order_by(Claim.occurred.desc(), Claim.id),
    _claim,
    (3,),
)
FLAGS_PART = Part(
    "flags",
    "Red flags",
    "red flag",
    RED_FLAGS,
    ("Red flag", "State", "Resolution", "By"),
    ("matter", "resolution", "resolved", "by"),
    lambda: RedFlag.select().order_by(RedFlag.id),
    _flag,
    (1,),
    "application",
)
NPDB_PART = Part(
    "npdb",
    "National Practitioner Data Bank",
    "NPDB query",
    NPDB_QUERIES,
    ("Queried", "Continuous query", "Response", "Reviewed", "Scan"),
    ("queried", "enrolled_until", "result", "reviewed", "reviewed_by"),
    lambda: NpdbQuery.select().order_by(NpdbQuery.queried.desc(), NpdbQuery.id.desc()),
    _query,
    (2,),
)
CHECKS_PART = Part(
    "checks",
    "Checks",
    "check",
    CHECKS,
    ("What", "Done", "Source", "Result", "By"),
    ("sort", "done", "source", "result", "names", "by", "remarks"),
    lambda: Check.select().order_by(Check.done.desc(), Check.id.desc()),
    _check,
    (3,),
)
OPPE_PART = Part(
    "oppe",
    "Ongoing professional practice evaluation",
    "OPPE",
    OPPE,
    ("Period", "Conclusion", "Reviewer", "Reviewed", "Remarks"),
    ("starts", "ends", "result", "reviewer", "reviewed", "remarks"),
    lambda: Oppe.select().order_by(Oppe.ends.desc(), Oppe.id.desc()),
    _oppe,
    (1,),
)
ACTIVITY_PART = Part(
    "activity",
    "Activity and CME",
    "count",
    ACTIVITY,
    ("What", "Number", "Period", "Source"),
    ("sort", "name", "number", "starts", "ends", "source"),
    lambda: Activity.select().order_by(Activity.sort.desc(), Activity.name, Activity.starts),
    _activity,
)
OF_APPLICATION = (DISCLOSURES_PART, REFERENCES_PART, FLAGS_PART)
OF_PERSON = (CLAIMS_PART, NPDB_PART, CHECKS_PART, LOOKS_PART, OPPE_PART, ACTIVITY_PART)
